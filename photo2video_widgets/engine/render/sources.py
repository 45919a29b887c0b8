"""Photos as they are decoded: any part of them, shrunk with area filters, as planes.

A JPEG goes from its own planes to ours without ever being RGB at full size, which is three times faster; where a
colour profile or anything else unusual is in it, it goes through RGB.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import av
import cv2
import numpy as np
from av.packet import Packet
from av.video.codeccontext import VideoCodecContext
from av.video.frame import VideoFrame
from numpy.typing import NDArray

from ... import containers, photos
from . import planes
from .clips import view
from .planes import Plane, Planes

Box = tuple[int, int, int, int]
Size = tuple[int, int]

# The low-pass before shrinking: lobes of its kernel, and how much wider it is than the new size alone would ask for,
# because what is stored is denser than what is shown (found by trial).
_LOBES, _WIDER = 3, 1.1
# What is left to shrink after an area filter, which by itself would take detail or leave too much.
_ROUGH = 1.5
# Beyond it, a decoder that leaves out detail from the start takes less memory.
_MOST_PIXELS = 50_000_000
_SUBSAMPLED = ("yuvj420p", "yuvj422p", "yuvj444p", "yuvj440p")
_LIMITED, _LIMITED_CHROMA = 219 / 255, 224 / 255
# What BT.709 makes of the chroma of JPEG (BT.601): shares of Cb and Cr in luma, Cb and Cr.
_IN_LUMA = (-0.118188, -0.212685)
_IN_CB = (1.018640, 0.114618)
_IN_CR = (0.075050, 1.025327)


class Source(Protocol):
    """A decoded photo; `size` is its full upright width and height in px."""

    size: Size

    def shrunk(self, box: Box, size: Size) -> Planes:
        """The box (left, top, right, bottom; px of the full upright photo) at an upright size with even sides."""


def open_photo(path: Path, name: str | None, need: Callable[[int, int], Size], paper: str) -> Source:
    """Decode a photo; `need` and `name` as for `photos.read`, `paper` is the colour behind what is transparent.

    Raises UnsupportedFileError.
    """
    found = _open_jpeg(path)
    return found or _Rgb(photos.read(path, need=need, name=name, paper=paper))


class _Rgb:
    def __init__(self, raw: photos.RawPicture) -> None:
        self._raw = raw
        self.size = raw.size

    def shrunk(self, box: Box, size: Size) -> Planes:
        part = self._raw.part(*box)
        turned = size[::-1] if self._raw.orientation in photos.SIDEWAYS else size
        return planes.from_rgb(self._raw.finish(_resized(part, turned)))


class _Jpeg:
    """The planes of a JPEG as they are stored, full range BT.601."""

    def __init__(self, stored: Planes, orientation: int, to_srgb: photos.Conversion | None) -> None:
        self._stored, self._orientation, self._to_srgb = stored, orientation, to_srgb
        height, width = stored.y.shape
        self._luma = photos.RawPicture(stored.y, self._upright((width, height)), orientation, lambda array: array)
        self.size = self._luma.size

    def _upright(self, size: Size) -> Size:
        return size[::-1] if self._orientation in photos.SIDEWAYS else size

    def shrunk(self, box: Box, size: Size) -> Planes:
        wide, high = self._upright(size)
        parts = (replace(self._luma, pixels=plane).part(*box) for plane in self._stored)
        sizes = ((wide, high), (wide // 2, high // 2), (wide // 2, high // 2))
        small = [
            np.ascontiguousarray(photos.upright(_resized(part, to), self._orientation))
            for part, to in zip(parts, sizes, strict=True)
        ]
        if self._to_srgb is not None:
            return planes.from_rgb(_converted(small, self._to_srgb))
        return _to_709(*small)


def _open_jpeg(path: Path) -> _Jpeg | None:
    """None for whatever isn't a whole JPEG of the usual kind: another way will be found for it, or its fault told."""
    from PIL import Image

    with suppress(*photos.DAMAGE, av.FFmpegError, Image.DecompressionBombError):
        with path.open("rb") as stream:
            if stream.read(2) != b"\xff\xd8":
                return None
        if containers.ends_early(path):
            return None
        with Image.open(path) as image:
            if image.mode != "RGB" or image.width * image.height > _MOST_PIXELS:
                return None
            profile = image.info.get("icc_profile")
            orientation, _ = photos.exif(image, path)
        frame = _decoded(path)
        if frame is None or (frame.width, frame.height) != image.size:
            return None
        # The planes are the decoder's own memory, which lives as long as they do.
        stored = Planes(*(view(frame, number) for number in range(3)))
        return _Jpeg(stored, orientation, photos.converter(bytes(profile), "RGB") if profile else None)
    return None


def _decoded(path: Path) -> VideoFrame | None:
    """A JPEG by the decoder alone: opening it as a file costs a seventh more."""
    decoder = av.CodecContext.create("mjpeg", "r")
    assert isinstance(decoder, VideoCodecContext)
    frames = decoder.decode(Packet(path.read_bytes()))
    whole = len(frames) == 1 and not frames[0].is_corrupt and frames[0].format.name in _SUBSAMPLED
    return frames[0] if whole else None


def _resized(plane: Plane, size: Size) -> Plane:
    """Resized with nothing left of what the new size can't show."""
    whole = int(min(plane.shape[1] / size[0], plane.shape[0] / size[1]) / _ROUGH)
    if whole > 1:
        # What is far too large is first shrunk by a whole number, which is fast.
        rough = (plane.shape[1] // whole, plane.shape[0] // whole)
        plane = np.asarray(cv2.resize(plane, rough, interpolation=cv2.INTER_AREA), np.uint8)
    across, down = (_low_pass(_WIDER * before / after) for before, after in zip(plane.shape[1::-1], size, strict=True))
    if max(len(across), len(down)) > 1:
        plane = np.asarray(cv2.sepFilter2D(plane, -1, across, down, borderType=cv2.BORDER_REPLICATE), np.uint8)
    return np.asarray(cv2.resize(plane, size, interpolation=cv2.INTER_CUBIC), np.uint8)


def _low_pass(ratio: float) -> NDArray[np.float64]:
    """A Lanczos kernel of three lobes that leaves what `ratio` times fewer samples can show."""
    if ratio <= 1:
        return np.ones(1)
    reach = math.ceil(_LOBES * ratio) - 1
    places = np.arange(-reach, reach + 1) / ratio
    kernel = np.sinc(places) * np.sinc(places / _LOBES)
    return np.asarray(kernel / kernel.sum())


def _to_709(y: Plane, cb: Plane, cr: Plane) -> Planes:
    def mixed(shares: tuple[float, float], scale: float) -> Plane:
        first, second = (share * scale for share in shares)
        return np.asarray(cv2.addWeighted(cb, first, cr, second, 128 * (1 - first - second)), np.uint8)

    across = cv2.resize(mixed(_IN_LUMA, _LIMITED), (y.shape[1], y.shape[0]), interpolation=cv2.INTER_LINEAR)
    luma = cv2.addWeighted(y, _LIMITED, across, 1.0, 16 - 128)
    u, v = (mixed(shares, _LIMITED_CHROMA) for shares in (_IN_CB, _IN_CR))
    return Planes(np.asarray(luma, np.uint8), u, v)


def _converted(stored: list[Plane], to_srgb: photos.Conversion) -> Plane:
    from PIL import Image

    y, cb, cr = stored
    size = (y.shape[1], y.shape[0])
    chroma = (cv2.resize(plane, size, interpolation=cv2.INTER_LINEAR) for plane in (cr, cb))
    rgb = cv2.cvtColor(np.dstack([y, *chroma]), cv2.COLOR_YCrCb2RGB)
    return np.asarray(to_srgb(Image.fromarray(np.asarray(rgb, np.uint8))))


def even_size(box: Box, density: float) -> Size:
    """Width and height of a box at so many samples a pixel."""
    width, height = (max(2, 2 * round(density * side / 2)) for side in (box[2] - box[0], box[3] - box[1]))
    return width, height
