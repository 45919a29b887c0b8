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
from functools import partial
from pathlib import Path

from ...draft import Draft
from ...errors import ExportCancelledError, RenderError

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
    progress: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Film:
    """Make the film of a draft at `out`.

    `resolve` gives the file of an `asset:` or `file:` source, or raises RenderError. `progress` is told at once, then
    at most 20 times a second; `cancelled` is asked before every frame. The film is written beside `out` and moved
    there when it is whole: whatever goes wrong, a film that was there before stays as it was.

    Raises DraftError for a draft that breaks a rule, RenderError that names what can't be read or written,
    ExportCancelledError when `cancelled` said so.
    """
    draft.check()
    if not draft.is_exportable:
        raise RenderError("there is nothing in this draft yet: add photos first")
    if not out.parent.is_dir():
        raise RenderError(f"{out.name}: the folder that it should go to isn't there")
    part = out.with_name(f"{out.name}.{secrets.token_hex(4)}.part")
    report = _Report(draft.frame_count, progress)
    report(0, "pictures")
    try:
        _write(draft, part, resolve, report, cancelled or (lambda: False))
        report(draft.frame_count, "finish", last=True)
        os.replace(part, out)
    except OSError as problem:
        raise RenderError(f"{out.name}: {_reason(problem)}") from problem
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return Film(out, draft.width, draft.height, draft.frame_count / draft.fps, draft.frame_count, out.stat().st_size)


def _write(
    draft: Draft, part: Path, resolve: Callable[[str], Path], report: _Report, cancelled: Callable[[], bool]
) -> None:
    import av

    from .compose import Composer
    from .encode import RATE, Encoder
    from .sound import Mixing

    frames, fps = draft.frame_count, draft.fps
    samples = round(frames * RATE / fps)
    try:
        with (
            Composer(draft, resolve) as composer,
            Mixing(draft, samples, resolve) as mixing,
            Encoder(part, draft.width, draft.height, fps) as encoder,
        ):
            for n in range(frames):
                if cancelled():
                    raise ExportCancelledError("the export was stopped")
                encoder.write(encoder.picture(partial(composer.paint, n)))
                for block in mixing.ready((n + 1) * RATE // fps + RATE):
                    encoder.write(encoder.sound(block))
                report(n + 1, "pictures")
            report(frames, "sound", last=True)
            for block in mixing.rest():
                if cancelled():
                    raise ExportCancelledError("the export was stopped")
                encoder.write(encoder.sound(block))
            for packets in encoder.end():
                encoder.write(packets)
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
