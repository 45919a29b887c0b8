"""Clips: frames of a video file in the order of time, as planes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
from av.video.frame import VideoFrame

from ... import containers
from ...errors import UnsupportedFileError
from ...footage import Developer
from .planes import Plane, Planes


class ClipReader:
    """The frames of a clip from `start` to `end` (ms of the file; None: to its end), forwards only.

    `size` is the upright width and height in px. Raises UnsupportedFileError.
    """

    def __init__(self, path: Path, name: str, start: int, end: int | None) -> None:
        self._name = name
        try:
            self._container = containers.open_stream(path)
            if not self._container.streams.video:
                raise UnsupportedFileError(f"{name}: there is no picture in this clip")
            stream = self._container.streams.video[0]
            stream.thread_type = "AUTO"
            # Files count their time from wherever they like.
            origin = (self._container.start_time or 0) / 1000
            self._from, self._to = origin + start, None if end is None else origin + end
            if start:
                self._container.seek(round(self._from * 1000))
            self._frames: Iterator[VideoFrame] = self._container.decode(stream)
            self._next: VideoFrame | None = next(self._frames)
        except (av.FFmpegError, OSError, StopIteration, ValueError) as problem:
            raise UnsupportedFileError(f"{name}: this clip can't be read") from problem
        self._frame = self._next
        self._number = 0
        self._planes: Planes | None = None
        self._develop = Developer(stream)
        self._turns = self._next.rotation // 90 % 4
        stored = (self._next.width, self._next.height)
        self.turned = self._turns != 0
        self.size = stored[::-1] if self._turns % 2 else stored
        self._target = self._even(1.0)

    def shrink(self, scale: float) -> None:
        """Give frames at this scale."""
        self._target = self._even(scale)

    def at(self, time: float) -> tuple[int, Planes]:
        """The frame seen `time` ms after the start of the part: its number and its planes."""
        moment = self._from + time + 0.5
        if self._to is not None:
            moment = min(moment, self._to - 0.5)
        while self._next is not None and self._time(self._next) <= moment:
            self._frame, self._planes = self._next, None
            self._number += 1
            self._next = self._advance()
        if self._planes is None:
            self._planes = self._convert(self._frame)
        return self._number, self._planes

    def close(self) -> None:
        self._container.close()

    def _advance(self) -> VideoFrame | None:
        try:
            return next(self._frames, None)
        except (av.FFmpegError, ValueError):
            # A clip that breaks off is shown as far as it goes.
            return None

    def _even(self, scale: float) -> tuple[int, int]:
        width, height = (max(2, 2 * round(side * scale / 2)) for side in self.size)
        return (height, width) if self._turns % 2 else (width, height)

    @staticmethod
    def _time(frame: VideoFrame) -> float:
        return 0.0 if frame.pts is None or frame.time_base is None else float(frame.pts * frame.time_base * 1000)

    def _convert(self, frame: VideoFrame) -> Planes:
        shown = self._develop(frame, *self._target, "yuv420p")
        y, u, v = (np.rot90(view(shown, number), self._turns) for number in range(3))
        return Planes(np.ascontiguousarray(y), np.ascontiguousarray(u), np.ascontiguousarray(v))


def view(frame: VideoFrame, number: int) -> Plane:
    """One plane of an 8-bit planar frame, without its row padding; writing to it writes to the frame."""
    plane = frame.planes[number]
    rows = np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)
    return np.asarray(rows[: plane.height, : plane.width], np.uint8)
