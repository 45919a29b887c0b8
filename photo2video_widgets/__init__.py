"""Photos in, a film out, inside a Jupyter notebook.

    import photo2video_widgets as p2v

    p2v.Panel()                                                    # in a cell: drop photos, say what you want
    p2v.make("trip/", "a 20 s film with calm music", "trip.mp4")   # in one call
    async with p2v.connect() as client: ...                        # with every step in your hands

`batch` makes a film of each of many albums. `connect` gives a `Client`, that a `Session`, that a `Reply` with a `Draft`
and in the end a `Video`. `edits` are the changes to a draft; every error is a `P2VError`. Names are loaded at first
use, so that importing this costs little.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from . import edits as edits
    from .batching import batch as batch
    from .blocking import allow_nested_loops as allow_nested_loops
    from .client import Client as Client
    from .client import connect as connect
    from .draft import Draft as Draft
    from .errors import AuthError as AuthError
    from .errors import ConnectionLostError as ConnectionLostError
    from .errors import DraftError as DraftError
    from .errors import ExportCancelledError as ExportCancelledError
    from .errors import FileTooLargeError as FileTooLargeError
    from .errors import NoCreditsError as NoCreditsError
    from .errors import P2VError as P2VError
    from .errors import PlanError as PlanError
    from .errors import RateLimitedError as RateLimitedError
    from .errors import RenderError as RenderError
    from .errors import ServiceError as ServiceError
    from .errors import SessionNotFoundError as SessionNotFoundError
    from .errors import StaleRevisionError as StaleRevisionError
    from .errors import StoppedError as StoppedError
    from .errors import UnsupportedFileError as UnsupportedFileError
    from .making import make as make
    from .reply import Reply as Reply
    from .session import Session as Session
    from .settings import Timing as Timing
    from .video import Video as Video
    from .widgets import Panel as Panel

_HOMES = {
    "allow_nested_loops": "blocking",
    "batch": "batching",
    "Client": "client",
    "connect": "client",
    "Draft": "draft",
    "make": "making",
    "Reply": "reply",
    "Session": "session",
    "Timing": "settings",
    "Video": "video",
    "Panel": "widgets",
    **dict.fromkeys(
        (
            "AuthError",
            "ConnectionLostError",
            "DraftError",
            "ExportCancelledError",
            "FileTooLargeError",
            "NoCreditsError",
            "P2VError",
            "PlanError",
            "RateLimitedError",
            "RenderError",
            "ServiceError",
            "SessionNotFoundError",
            "StaleRevisionError",
            "StoppedError",
            "UnsupportedFileError",
        ),
        "errors",
    ),
}

__all__ = ["__version__", "edits", *_HOMES]


def __getattr__(name: str) -> Any:
    if name == "edits":
        return importlib.import_module(".edits", __name__)
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(f".{home}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)


def load_ipython_extension(shell: Any) -> None:
    """`%load_ext photo2video_widgets`: the cell magic `%%photo2video`."""
    from .magic import load

    load(shell)
