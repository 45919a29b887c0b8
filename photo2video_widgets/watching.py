"""What happens in a session, for whoever watches it: a panel shows what code does, and code what a panel does."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import ExportCancelledError, P2VError
from .events import Event
from .exports import ExportProgress
from .phrases import say

if TYPE_CHECKING:
    from .video import Video


@dataclass(frozen=True)
class TurnStarted:
    """A user's words are being answered."""

    text: str


@dataclass(frozen=True)
class Uploaded:
    """Files have come in."""


@dataclass(frozen=True)
class Changed:
    """The draft has changed; a line each."""

    changes: tuple[str, ...]


@dataclass(frozen=True)
class ExportStarted:
    """A film is being made, to be put at `path`."""

    path: Path = field(repr=False)


@dataclass(frozen=True)
class Exported:
    """A film is on disk."""

    video: Video


@dataclass(frozen=True)
class Ended:
    """A turn or an export has ended: well, where there is neither a `problem`, with its `code`, nor a stop."""

    of: str
    problem: str = ""
    stopped: bool = False
    code: int | None = None


Happening = Event | TurnStarted | Uploaded | Changed | ExportStarted | ExportProgress | Exported | Ended


class Watched:
    """Something whose happenings others can watch. Watchers are called on the session's loop."""

    def __init__(self) -> None:
        self._watchers: list[Callable[[Happening], object]] = []

    def watch(self, watcher: Callable[[Happening], object]) -> Callable[[], None]:
        """Let `watcher` hear everything that happens from now on; what is returned ends that."""
        self._watchers.append(watcher)
        return lambda: self._watchers.remove(watcher) if watcher in self._watchers else None

    def _happened(self, happening: Happening) -> None:
        for watcher in list(self._watchers):
            watcher(happening)

    @contextmanager
    def _shown(self, start: TurnStarted | ExportStarted) -> Iterator[None]:
        """Tells how something starts and how it ends, whatever happens."""
        of = "turn" if isinstance(start, TurnStarted) else "export"
        self._happened(start)
        try:
            yield
        except (asyncio.CancelledError, ExportCancelledError):
            self._happened(Ended(of, stopped=True))
            raise
        except P2VError as problem:
            self._happened(Ended(of, problem.message, code=problem.code))
            raise
        except BaseException:
            self._happened(Ended(of, say("went-wrong")))
            raise
        self._happened(Ended(of))
