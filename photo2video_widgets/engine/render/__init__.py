"""The renderer: a draft to an MP4.

`render` is all that the rest of the engine needs; texts as bitmaps for the preview come from `render.text`.
"""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ...draft import Draft
from ...errors import RenderError
from ...vocabulary import QUALITIES
from .cache import Cache

__all__ = ["Film", "Progress", "render"]

# Seconds between two reports of progress.
_REPORT = 0.05


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a film is: `frame` of `frames`; `stage` is "pictures", "sound" or "finish"."""

    frame: int
    frames: int
    stage: str


@dataclass(frozen=True, slots=True)
class Film:
    """A film that was made: `duration` in seconds, `size` in bytes."""

    path: Path
    width: int
    height: int
    duration: float
    frames: int
    size: int


def render(
    draft: Draft,
    out: Path,
    resolve: Callable[[str], Path],
    *,
    quality: str = "default",
    cache: Path | None = None,
    skipped: Callable[[str], None] | None = None,
    lacking: Callable[[str], None] | None = None,
    progress: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Film:
    """Make the film of a draft at `out`.

    `resolve` gives the file of an `asset:` or `file:` source, or raises RenderError. `quality` is one of
    `vocabulary.QUALITIES`. `cache` is a folder for what was encoded: the next film takes from it whatever is the same.
    With `skipped`, a source that can't be read is left out and told to it instead of failing the film.
    `lacking` is told of each text with characters that no font has: they are left out.
    `progress` is told at once, then at most 20 times a second; `cancelled` is asked before every frame. The film is
    written beside `out` and moved there when it is whole: whatever goes wrong, a film that was there before stays as
    it was.

    Raises DraftError for a draft that breaks a rule, RenderError that names what can't be read or written,
    ExportCancelledError when `cancelled` said so.
    """
    draft.check()
    if quality not in QUALITIES:
        raise RenderError(f"quality: must be one of {', '.join(QUALITIES)}")
    if not draft.is_exportable:
        raise RenderError("there is nothing in this draft yet: add photos first")
    if not out.parent.is_dir():
        raise RenderError(f"{out.name}: the folder that it should go to isn't there")
    if skipped is not None:
        from .checks import without_broken

        draft = without_broken(draft, resolve, skipped)
    if lacking is not None:
        from .checks import missing_letters

        for line in missing_letters(draft):
            lacking(line)
    part = out.with_name(f"{out.name}.{secrets.token_hex(4)}.part")
    report = _Report(draft.frame_count, progress)
    report(0, "pictures")
    try:
        kept = Cache(cache)
        _write(draft, part, resolve, quality, kept, report, cancelled or (lambda: False))
        report(draft.frame_count, "finish", last=True)
        os.replace(part, out)
        kept.tidy()
    except OSError as problem:
        raise RenderError(f"{out.name}: {_reason(problem)}") from problem
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return Film(out, draft.width, draft.height, draft.frame_count / draft.fps, draft.frame_count, out.stat().st_size)


def _write(
    draft: Draft,
    part: Path,
    resolve: Callable[[str], Path],
    quality: str,
    cache: Cache,
    report: _Report,
    cancelled: Callable[[], bool],
) -> None:
    import av

    from .film import Making

    try:
        Making(draft, resolve, quality, cache, lambda frame: report(frame, "pictures"), cancelled).write(part)
    except av.FFmpegError as problem:
        raise RenderError(f"the film could not be written: {problem.strerror}".lower()) from problem


def _reason(problem: OSError) -> str:
    # str() of an OSError would show folders.
    return (problem.strerror or "it could not be written").lower()


class _Report:
    """Reports progress, not too often."""

    def __init__(self, frames: int, listener: Callable[[Progress], None] | None) -> None:
        self._frames = frames
        self._listener = listener
        self._next = 0.0

    def __call__(self, frame: int, stage: str, *, last: bool = False) -> None:
        now = time.monotonic()
        if self._listener is not None and (last or now >= self._next or frame == self._frames):
            self._next = now + _REPORT
            self._listener(Progress(frame, self._frames, stage))
