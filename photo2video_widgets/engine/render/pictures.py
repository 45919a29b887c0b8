"""Photos and clips, made ready: decoded, shrunk once, in planes; and kept only as long as they are seen."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Protocol

import cv2
import numpy as np

from ...draft import Motion, Segment
from ...errors import RenderError, UnsupportedFileError
from . import looks, planes
from .animated import Frames, is_animated
from .clips import ClipReader
from .motion import Window, still, window
from .planes import Affine, Planes, Surface
from .sources import even_size, open_photo

Resolve = Callable[[str], Path]

# Samples stored per frame sample at the closest framing. Above 1, so that no zoom crosses the scale at which
# resampling is sharpest; twice the golden ratio's inverse, because its multiples come close to every fraction, which is
# what `planes.resample` looks for.
DENSITY = 1.2361
# The blurred background is made at a fraction of the frame's size.
_BLUR_SHRINK = 8
_BLUR_SIGMA = 0.04
_DARKENED = 0.75


class Picture(Protocol):
    """What a segment shows at a moment of its own."""

    def paint(self, u: float, time: float, target: Planes) -> None:
        """Paint the whole frame: progress `u` of the motion (0..1), `time` ms since the segment's start."""

    def close(self) -> None: ...


class Framing:
    """How one segment lies in the frame: window at any progress, in px of the upright source."""

    def __init__(self, segment: Segment, size: tuple[int, int], frame: tuple[int, int]) -> None:
        self.frame = frame
        left, top, width, height = segment.crop
        self._crop = (left * size[0], top * size[1])
        self.size = (width * size[0], height * size[1])
        self._segment = segment

    def window(self, u: float) -> Window:
        """Left, top, width and height in px of the upright source."""
        seen = window(self.size, self.frame, self._segment.fit, self._segment.focus, self._segment.motion, u)
        return self._pixels(seen)

    def cover(self) -> Window:
        """The window that fills the frame without motion, for the blurred background."""
        return self._pixels(window(self.size, self.frame, "cover", self._segment.focus, Motion(), 0))

    def _pixels(self, seen: Window) -> Window:
        width, height = self.size
        return Window(
            self._crop[0] + seen.x * width, self._crop[1] + seen.y * height, seen.width * width, seen.height * height
        )

    def seen(self, size: tuple[int, int], extra: Iterable[Window] = ()) -> tuple[int, int, int, int]:
        """The box (left, top, right, bottom; whole px of the source) that holds all that is ever seen."""
        windows = [self.window(u) for u in (0.0, 0.25, 0.5, 0.75, 1.0)] + list(extra)
        left = max(self._crop[0], min(w.x for w in windows))
        top = max(self._crop[1], min(w.y for w in windows))
        right = min(self._crop[0] + self.size[0], max(w.x + w.width for w in windows))
        bottom = min(self._crop[1] + self.size[1], max(w.y + w.height for w in windows))
        # A hair's breadth of rounding must not cost a row of pixels beyond the crop.
        box = (math.floor(left + 1e-6), math.floor(top + 1e-6), math.ceil(right - 1e-6), math.ceil(bottom - 1e-6))
        return max(0, box[0]), max(0, box[1]), min(size[0], box[2]), min(size[1], box[3])

    def closest(self) -> Window:
        return min((self.window(0.0), self.window(1.0)), key=lambda w: w.width)


class Placed:
    """Stored planes together with the box of the source that they hold."""

    def __init__(self, stored: Planes, box: tuple[float, float, float, float], *, left: bool = False) -> None:
        self.surface: Surface = planes.surface(stored, left=left)
        self._box = box
        self._size = (stored.y.shape[1], stored.y.shape[0])

    def affine(self, seen: Window, frame: tuple[int, int]) -> tuple[Affine, Affine]:
        left, top, right, bottom = self._box
        across, down = self._size[0] / (right - left), self._size[1] / (bottom - top)
        return (
            Affine((seen.x - left) * across, seen.width * across / frame[0]),
            Affine((seen.y - top) * down, seen.height * down / frame[1]),
        )

    def paint(self, seen: Window, target: Planes) -> None:
        frame = (target.y.shape[1], target.y.shape[0])
        planes.paint(self.surface, *self.affine(seen, frame), target)


class Photo:
    """A photo: stored once at `DENSITY` of what its closest framing needs."""

    def __init__(self, segment: Segment, path: Path, frame: tuple[int, int], background: str) -> None:
        full = _Need(segment, frame)
        source = open_photo(path, segment.name or None, full, _paper(background))
        framing = Framing(segment, source.size, frame)
        with_cover = [framing.cover()] if segment.fit == "contain" and background == "blur" else []
        box = framing.seen(source.size, with_cover)
        density = DENSITY * frame[0] / framing.closest().width
        self._still = still(segment.motion)
        self._placed = Placed(looks.apply(segment.look, source.shrunk(box, even_size(box, density))), box)
        self._framing = framing
        self._behind = _background(self._placed, framing, background) if segment.fit == "contain" else None
        self._kept: Planes | None = None

    def paint(self, u: float, time: float, target: Planes) -> None:
        if self._kept is not None:
            planes.copy(self._kept, target)
            return
        if self._behind is not None:
            planes.copy(self._behind, target)
        self._placed.paint(self._framing.window(u), target)
        if self._still:
            self._kept = Planes(*(plane.copy() for plane in target))

    def close(self) -> None:
        pass


class Moving(Protocol):
    """Frames in the order of time; `size` is their upright width and height in px."""

    size: tuple[int, int]

    def at(self, time: float) -> tuple[int, Planes]:
        """The frame seen `time` ms after the start: its number and its planes."""

    def close(self) -> None: ...


class Clip:
    """A clip or animation, decoded as the film goes on. Before and after its frames a clip stands still."""

    def __init__(self, segment: Segment, reader: Moving, frame: tuple[int, int], background: str, left: bool) -> None:
        self._segment, self._reader, self._background, self._left = segment, reader, background, left
        self._framing = Framing(segment, reader.size, frame)
        self._placed: Placed | None = None
        self._shown = -1

    @classmethod
    def of_file(cls, segment: Segment, path: Path, frame: tuple[int, int], background: str) -> Clip:
        """A video file, decoded no larger than its closest framing needs."""
        start, end = segment.trim or (0, None)
        reader = ClipReader(path, segment.name or path.name, start, end)
        closest = Framing(segment, reader.size, frame).closest()
        reader.shrink(min(1.0, DENSITY * frame[0] / closest.width))
        return cls(segment, reader, frame, background, not reader.turned)

    def paint(self, u: float, time: float, target: Planes) -> None:
        number, stored = self._reader.at(time)
        if self._placed is None or number != self._shown:
            width, height = self._reader.size
            stored = looks.apply(self._segment.look, stored)
            self._placed = Placed(stored, (0, 0, width, height), left=self._left)
            self._shown = number
        if self._segment.fit == "contain":
            planes.copy(_background(self._placed, self._framing, self._background), target)
        self._placed.paint(self._framing.window(u), target)

    def close(self) -> None:
        self._reader.close()


class Pictures:
    """The pictures that are seen now, and the next ones, which another thread makes ready meanwhile."""

    def __init__(self, resolve: Resolve, frame: tuple[int, int], background: str) -> None:
        self._resolve = resolve
        self._frame = frame
        self._background = background
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="photo2video-pictures")
        self._ready: dict[str, Future[Picture]] = {}

    def get(self, segment: Segment) -> Picture:
        """Raises RenderError that names the file where it can't be read."""
        self._fetch(segment)
        return self._ready[segment.id].result()

    def keep(self, seen: Iterable[Segment], coming: Iterable[Segment]) -> None:
        """Forget all but these, and begin with those that aren't ready."""
        wanted = {segment.id: segment for segment in (*seen, *coming)}
        for identity in [identity for identity in self._ready if identity not in wanted]:
            _close(self._ready.pop(identity))
        for segment in wanted.values():
            self._fetch(segment)

    def close(self) -> None:
        for future in self._ready.values():
            future.cancel()
        self._worker.shutdown()
        for future in self._ready.values():
            _close(future)
        self._ready.clear()

    def _fetch(self, segment: Segment) -> None:
        if segment.id not in self._ready:
            self._ready[segment.id] = self._worker.submit(self._make, segment)

    def _make(self, segment: Segment) -> Picture:
        path = self._resolve(segment.src)
        try:
            if segment.kind == "video":
                return Clip.of_file(segment, path, self._frame, self._background)
            if is_animated(path):
                frames = Frames(path, segment.name or path.name, _paper(self._background))
                return Clip(segment, frames, self._frame, self._background, False)
            return Photo(segment, path, self._frame, self._background)
        except UnsupportedFileError as problem:
            raise RenderError(problem.message) from problem


def _close(future: Future[Picture]) -> None:
    if future.cancel() or future.cancelled() or not future.done() or future.exception() is not None:
        return
    future.result().close()


def _paper(background: str) -> str:
    """What is transparent lies on the film's own background, as far as that is a colour."""
    return "white" if background == "blur" else background


class _Need:
    """How large a source of a given size has to be decoded."""

    def __init__(self, segment: Segment, frame: tuple[int, int]) -> None:
        self._segment = segment
        self._frame = frame

    def __call__(self, width: int, height: int) -> tuple[int, int]:
        framing = Framing(self._segment, (width, height), self._frame)
        scale = min(1.0, DENSITY * self._frame[0] / framing.closest().width)
        return math.ceil(width * scale), math.ceil(height * scale)


def _background(placed: Placed, framing: Framing, background: str) -> Planes:
    """What lies behind a picture that doesn't fill the frame."""
    width, height = framing.frame
    behind = planes.empty(width, height)
    if background != "blur":
        planes.fill(behind, background)
        return behind
    across, down = placed.affine(framing.cover(), framing.frame)
    chroma = (across.chroma(True, placed.surface.left), down.chroma(False, False))
    sigma = _BLUR_SIGMA * height
    for number, (plane, target) in enumerate(zip(placed.surface.planes, behind, strict=True)):
        x, y = (across, down) if number == 0 else chroma
        neutral = 16.0 if number == 0 else 128.0
        size = (target.shape[1], target.shape[0])
        small = [max(2, math.ceil(side / _BLUR_SHRINK)) for side in size]
        across_part, down_part = (_span(axis, side) for axis, side in zip((x, y), size, strict=True))
        shrunk = cv2.resize(plane[down_part, across_part], small, interpolation=cv2.INTER_AREA).astype(np.float32)
        blurred = cv2.GaussianBlur(shrunk, (0, 0), max(0.1, sigma * small[0] / width), borderType=cv2.BORDER_REPLICATE)
        large = cv2.resize(blurred, size, interpolation=cv2.INTER_CUBIC)
        target[:] = np.clip(np.rint((np.asarray(large) - neutral) * _DARKENED + neutral), 0, 255).astype(np.uint8)
    return behind


def _span(axis: Affine, side: int) -> slice:
    """The samples of a padded plane that the frame's side covers; of a very thin picture at least one."""
    first, end = (round(axis.offset + axis.scale * place) + planes.PAD for place in (0, side))
    return slice(first, max(first + 1, end))
