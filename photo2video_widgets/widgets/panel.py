"""What a user has in hand: the panel and its parts."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any

import anywidget
import traitlets as t

from ..client import connect
from ..page import MOST_MB
from ..reply import Reply
from ..session import Session
from ..settings import Timing
from ..tokens import Token
from ..video import EMBEDDED_BYTES, Video
from . import saved
from .model import PanelModel, built

_PARTS = ("upload", "prompt", "log", "timeline", "player")
_DOES = ("add", "say", "export", "embed", "save_html", "session", "observe", "unobserve", "close")
_TELLS = (
    "draft", "revision", "can_undo", "can_redo", "phase", "problem", "entries", "photos", "exporting", "film",
    "backend", "accept", "max_bytes", "language", "suggestions", "layout",
)  # fmt: skip


class Part(anywidget.AnyWidget):
    """One part of a panel in a cell of its own. It has no state and no front end: both are the panel's."""

    panel = anywidget.WidgetTrait().tag(sync=True)
    part = t.Unicode().tag(sync=True)

    def __init__(self, panel: PanelModel, part: str) -> None:
        self._esm = built("part.js")
        super().__init__(panel=panel, part=part)

    def _repr_mimebundle_(self, **options: Any) -> Any:
        saved.show_hint()
        return super()._repr_mimebundle_(**options)

    def __repr__(self) -> str:
        return f"<{self.part} of a photo film panel>"


class Panel(PanelModel):
    """Upload, prompt, log, timeline and player in one, on one session.

    `backend`: "local" (an engine on this machine, the default), "nemo" (the hosted service; the default where
    NEMO_TOKEN is set) or the URL of an engine, with its `token`. `language` "en" or "zh" is that of the panel and of
    what is said in it; by default the page's and the words' own. `timing` holds every wait, `data_dir` is where the
    local engine keeps photos and films. `session="last"` goes on where this notebook's last panel was, also after the
    kernel was restarted: with its photos, draft, history, log and film, and with an export that was still running; the
    id of a session does it for that one. Raises P2VError where there is none.

    The parts can be shown in cells of their own: `panel.upload`, `.prompt`, `.log`, `.timeline`, `.player`.
    `panel.session` is the same session for code (`await panel.session.send("…")`); `add`, `say` and `export` do the
    same and wait, while the panel shows what goes on.

    To read and to `observe` (until you `unobserve`): `draft` (plain data), `revision`, `can_undo`, `can_redo`;
    `photos`, a dict each; `exporting`, with "status", "frame" and "frames"; `film`, with "name", or None; `entries` of
    the log; `phase` ("connecting", "ready" or "failed") and `problem` in words; `suggestions` of what to say;
    `backend`; `accept` and `max_bytes`, the files that it takes. To set: `language`, and `layout`, as of any widget.
    """

    def __init__(
        self,
        backend: str | None = None,
        *,
        base_url: str | None = None,
        token: str | Token | None = None,
        language: str = "",
        timing: Timing | None = None,
        data_dir: str | Path | None = None,
        session: str = "",
    ) -> None:
        # A token in a variable would be shown by a traceback with its variables.
        token = Token.of(token)
        client = connect(backend, base_url=base_url, token=token, timing=timing or Timing(), data_dir=data_dir)
        super().__init__(client, language, session)

    def __dir__(self) -> list[str]:
        # A widget has some hundred names; these are the ones for people.
        return [*_DOES, *_PARTS, *_TELLS]

    # What code may do with it

    @property
    def session(self) -> Session:
        """The panel's session; its methods may be awaited in any cell. Waits for the connection."""
        return self._bridged

    @cached_property
    def _bridged(self) -> Session:
        bridged = self._thread.bridge(self._thread.run(self._ready()))
        return bridged

    @cached_property
    def upload(self) -> Part:
        """The part for dropping and choosing files."""
        return Part(self, "upload")

    @cached_property
    def prompt(self) -> Part:
        """The part for saying what the film should be like."""
        return Part(self, "prompt")

    @cached_property
    def log(self) -> Part:
        """The activity log."""
        return Part(self, "log")

    @cached_property
    def timeline(self) -> Part:
        """The draft's tracks."""
        return Part(self, "timeline")

    @cached_property
    def player(self) -> Part:
        """The draft, played as it stands, and the finished film."""
        return Part(self, "player")

    def add(self, items: object) -> None:
        """Add photos, clips or songs: paths, folders, pictures, arrays, figures, addresses. Waits until they are in.

        Files that can't be used are told in the log. Raises UnsupportedFileError or FileTooLargeError where none can.
        """
        self._thread.run(self._then_kept(self._add(items)))

    def say(self, text: str) -> Reply:
        """Say what you want and wait for the answer. Raises P2VError where it fails."""
        return self._thread.run(self._then_kept(self._say(text)))

    def export(self, path: str | Path | None = None, *, renderer: str = "") -> Video:
        """Make the film and wait for it; `path` is by default a new name in the working folder.

        `renderer="local"` makes the hosted service's draft on this machine.
        """
        return self._thread.run(self._then_kept(self._export(path, renderer=renderer)))

    def embed(self, max_mb: float = EMBEDDED_BYTES / 1e6) -> None:
        """Keep the film in the notebook, beside the panel: in at most `max_mb` MB, smaller where it takes that.

        Raises P2VError where there is no film, or so little is too little for it.
        """
        self._thread.run(self._embed(max_mb))

    def save_html(self, path: str | Path, max_mb: float = MOST_MB) -> Path:
        """Write a page with the film, its timeline and what was said: one file, which plays offline and anywhere.

        The film takes at most `max_mb` MB in it, smaller where it takes that. Raises P2VError where there is no film.
        """
        return self._thread.run(self._save_html(Path(path), max_mb))

    def close(self) -> None:
        """Take the panel away, end what it is doing and let go of its connection."""
        # A widget whose making failed is closed too, when it is collected.
        if "_connecting" in vars(self):
            self._thread.submit(self._shut_down())
        super().close()
