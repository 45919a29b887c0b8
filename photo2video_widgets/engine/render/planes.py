"""Pictures as the encoder wants them: planar YUV 4:2:0, BT.709, limited range; and the sub-pixel step onto a frame.

In a frame, chroma samples sit left (between two rows, on the even columns), as H.264 takes it where nothing else is
said. In a stored picture they sit in the middle of the four pixels that they stand for, which is what area-shrinking
gives; `Affine.chroma` accounts for the difference.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

Plane = NDArray[np.uint8]

# Replicated border of stored planes, in samples of each plane: room for the search in `_span` and for taps.
PAD = 112
# Off by no more than this (px) at either end of an axis, or the slower exact way is taken. Colour is never seen as
# sharp as brightness.
_TOLERANCE = 0.04
_CHROMA_TOLERANCE = 0.1
_GOOD = 0.02
_CHROMA_GOOD = 0.04
_CANDIDATES = 100

_TO_YUV = np.array(
    [
        [0.2126 * 219 / 255, 0.7152 * 219 / 255, 0.0722 * 219 / 255, 16],
        [-0.2126 / 1.8556 * 224 / 255, -0.7152 / 1.8556 * 224 / 255, 0.9278 / 1.8556 * 224 / 255, 128],
        [0.7874 / 1.5748 * 224 / 255, -0.7152 / 1.5748 * 224 / 255, -0.0722 / 1.5748 * 224 / 255, 128],
    ]
)


class Planes(NamedTuple):
    """Luma at full size, both chroma planes at half of it."""

    y: Plane
    u: Plane
    v: Plane


class Affine(NamedTuple):
    """Where sample centres of a target lie in a source: `offset + (i + 0.5) * scale`, in px, on one axis."""

    offset: float
    scale: float

    def chroma(self, target_left: bool, source_left: bool) -> Affine:
        """The same for chroma; `*_left` says where samples sit on this axis: left, or in the middle."""
        shift = (0.25 if source_left else 0.0) - (0.25 * self.scale if target_left else 0.0)
        return Affine(self.offset / 2 + shift, self.scale)


class Surface(NamedTuple):
    """A stored picture: planes with a border of `PAD` samples. `left` tells chroma that sits left in the source."""

    planes: Planes
    left: bool = False


def empty(width: int, height: int) -> Planes:
    half = (height // 2, width // 2)
    return Planes(np.empty((height, width), np.uint8), np.empty(half, np.uint8), np.empty(half, np.uint8))


def fill(planes: Planes, colour: str) -> None:
    for plane, value in zip(planes, yuv(colour), strict=True):
        plane[:] = value


def copy(source: Planes, target: Planes) -> None:
    for from_, to in zip(source, target, strict=True):
        np.copyto(to, from_)


@lru_cache(maxsize=64)
def yuv(colour: str) -> tuple[int, int, int]:
    """Luma and chroma of a `#rrggbb`."""
    rgb = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
    y, u, v = np.rint(_TO_YUV @ np.array([*rgb, 1.0]))
    return int(y), int(u), int(v)


def from_rgb(rgb: Plane) -> Planes:
    """HxWx3 sRGB of even width and height as planes."""
    half = cv2.resize(rgb, (rgb.shape[1] // 2, rgb.shape[0] // 2), interpolation=cv2.INTER_AREA)
    luma = cv2.transform(rgb, _TO_YUV[:1])
    chroma = cv2.transform(half, _TO_YUV[1:])
    return Planes(
        np.asarray(luma, np.uint8).reshape(rgb.shape[:2]),
        np.ascontiguousarray(chroma[:, :, 0], np.uint8),
        np.ascontiguousarray(chroma[:, :, 1], np.uint8),
    )


def colour_planes(rgb: Plane) -> tuple[NDArray[np.float32], ...]:
    """Luma and both chroma planes of HxWx3 sRGB, all at full size and unrounded."""
    values = rgb.astype(np.float64) @ _TO_YUV[:, :3].T + _TO_YUV[:, 3]
    return tuple(np.ascontiguousarray(values[:, :, number], np.float32) for number in range(3))


def to_rgb(planes: Planes) -> Plane:
    """Planes as HxWx3 sRGB: for tests, posters and previews, chroma simply repeated."""
    size = (planes.y.shape[1], planes.y.shape[0])
    chroma = (cv2.resize(plane, size, interpolation=cv2.INTER_LINEAR) for plane in planes[1:])
    stacked = np.dstack([planes.y, *chroma]).astype(np.float64) - _TO_YUV[:, 3]
    rgb = stacked @ np.linalg.inv(_TO_YUV[:, :3]).T
    return np.asarray(np.clip(np.rint(rgb), 0, 255), np.uint8)


def surface(planes: Planes, *, left: bool = False) -> Surface:
    y, u, v = (
        np.asarray(cv2.copyMakeBorder(plane, PAD, PAD, PAD, PAD, cv2.BORDER_REPLICATE), np.uint8) for plane in planes
    )
    return Surface(Planes(y, u, v), left)


def paint(source: Surface, across: Affine, down: Affine, target: Planes) -> None:
    """Resample the picture onto the whole frame: one sub-pixel step a plane.

    Where the picture ends within the frame, its last row and column cover the target by the part that they reach into.
    """
    stored, height, width = source.planes, *target.y.shape
    columns, rows = _reach(across, stored.y.shape[1], width), _reach(down, stored.y.shape[0], height)
    _paint(stored[:1], across, down, target[:1], columns, rows, chroma=False)
    across, down = across.chroma(True, source.left), down.chroma(False, False)
    columns = _chroma_reach(across, stored.u.shape[1], target.u.shape[1], columns, width)
    rows = _chroma_reach(down, stored.u.shape[0], target.u.shape[0], rows, height)
    _paint(stored[1:], across, down, target[1:], columns, rows, chroma=True)


# From where to where, in target samples, a picture reaches on one axis.
Reach = tuple[float, float]


def _reach(axis: Affine, padded: int, count: int) -> Reach:
    start, stop = -axis.offset / axis.scale, (padded - 2 * PAD - axis.offset) / axis.scale
    # Sums of fractions miss whole numbers by a hair; that is no edge worth painting.
    return round(max(0.0, start), 6), round(min(float(count), stop), 6)


def _chroma_reach(axis: Affine, padded: int, count: int, luma: Reach, luma_count: int) -> Reach:
    """A picture that fills the frame does so in chroma, though its samples sit a little outside of it."""
    start, stop = _reach(axis, padded, count)
    return 0.0 if luma[0] <= 0 else start, float(count) if luma[1] >= luma_count else stop


def _paint(
    stored: Sequence[Plane],
    across: Affine,
    down: Affine,
    targets: Sequence[Plane],
    columns: Reach,
    rows: Reach,
    *,
    chroma: bool,
) -> None:
    """Planes of one kind, which all lie the same."""
    first_x, cover_x = _coverage(*columns)
    first_y, cover_y = _coverage(*rows)
    if not len(cover_x) or not len(cover_y):
        return
    across = Affine(across.offset + first_x * across.scale, across.scale)
    down = Affine(down.offset + first_y * down.scale, down.scale)
    patches = resample(stored, across, down, len(cover_x), len(cover_y), chroma=chroma)
    whole = cover_x[0] == cover_x[-1] == cover_y[0] == cover_y[-1] == 1
    for patch, target in zip(patches, targets, strict=True):
        part = target[first_y : first_y + len(cover_y), first_x : first_x + len(cover_x)]
        if not whole:
            patch = patch.copy()
            for place in {0, len(cover_x) - 1}:
                patch[:, place] = _blend(part[:, place], patch[:, place], cover_x[place])
            for place in {0, len(cover_y) - 1}:
                patch[place] = _blend(part[place], patch[place], cover_y[place])
        np.copyto(part, patch)


def _blend(below: Plane, above: Plane, share: float) -> Plane:
    return np.rint(below + (above.astype(np.float64) - below) * share).astype(np.uint8)


def _coverage(start: float, stop: float) -> tuple[int, NDArray[np.float64]]:
    """First target sample that the picture touches, and which part of each touched sample it covers."""
    first, last = math.floor(start), math.ceil(stop)
    edges = np.arange(first, last, dtype=np.float64)
    return first, np.minimum(edges + 1, stop) - np.maximum(edges, start)


def resample(
    sources: Sequence[Plane], across: Affine, down: Affine, width: int, height: int, *, chroma: bool = False
) -> Iterator[Plane]:
    """Linear resampling of padded planes of one size at sub-pixel precision. What is stored denser than it's shown, and
    holds no more detail than it can show, loses nothing by it.

    `cv2.resize` is several times faster than a warp, but takes whole source pixels only. So a source region is chosen
    whose ends fall (nearly) onto whole target samples; it is resized and the surplus is cut off. Where no region is
    near enough, which happens as the scale crosses a simple fraction, the same kernel is applied by a warp.
    """
    good = _CHROMA_GOOD if chroma else _GOOD
    left, right, skip_x, total_x, error_x = _span(across, width, good)
    top, bottom, skip_y, total_y, error_y = _span(down, height, good)
    inside = left >= 0 and top >= 0 and right <= sources[0].shape[1] and bottom <= sources[0].shape[0]
    if inside and max(error_x, error_y) <= (_CHROMA_TOLERANCE if chroma else _TOLERANCE):
        for source in sources:
            resized = cv2.resize(source[top:bottom, left:right], (total_x, total_y), interpolation=cv2.INTER_LINEAR)
            yield np.asarray(resized[skip_y : skip_y + height, skip_x : skip_x + width], np.uint8)
        return
    matrix = np.array(
        [
            [across.scale, 0, across.offset + PAD + across.scale / 2 - 0.5],
            [0, down.scale, down.offset + PAD + down.scale / 2 - 0.5],
        ]
    )
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    for source in sources:
        warped = cv2.warpAffine(source, matrix, (width, height), flags=flags, borderMode=cv2.BORDER_REPLICATE)
        yield np.asarray(warped, np.uint8)


_STEPS = np.arange(_CANDIDATES, dtype=np.float64)


def _span(axis: Affine, count: int, good: float) -> tuple[int, int, int, int, float]:
    """Source samples (from, to, in the padded plane), target samples to skip and in all, and the error in px."""
    start = axis.offset + PAD
    stop = start + count * axis.scale
    margin = 2 * max(1.0, axis.scale)
    first, skip, error = _whole((start - math.floor(start - margin) + _STEPS) / axis.scale, good)
    last, after, error_after = _whole((math.ceil(stop + margin) + _STEPS - stop) / axis.scale, good)
    left, right = math.floor(start - margin) - first, math.ceil(stop + margin) + last
    return left, right, skip, skip + count + after, max(error, error_after)


def _whole(distances: NDArray[Any], enough: float) -> tuple[int, int, float]:
    """The nearest candidate that is good, or the best of all: its place, the whole number, how far it is off."""
    nearest = np.rint(distances)
    errors = np.abs(distances - nearest)
    good = errors < enough
    place = int(good.argmax()) if good.any() else int(errors.argmin())
    return place, int(nearest[place]), float(errors[place])
