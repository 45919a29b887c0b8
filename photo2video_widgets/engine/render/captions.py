"""Texts on frames: bitmaps in YUV with alpha, faded and moved as their animation says."""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from .animations import appearance
from .plan import Caption
from .planes import Plane, Planes, colour_planes
from .text import Bitmap, text_bitmap

Weights = NDArray[np.float32]


class _Layer(NamedTuple):
    """One plane's share of a bitmap: value times alpha, alpha, and its place in the plane."""

    colour: Weights
    alpha: Weights
    x: int
    y: int


class Captions:
    """The bitmaps of the texts that are seen now."""

    def __init__(self, width: int, height: int) -> None:
        self._size = (width, height)
        self._made: dict[str, tuple[_Layer, ...]] = {}

    def keep(self, captions: tuple[Caption, ...]) -> None:
        """Make these ready and forget all others."""
        seen = {caption.segment.id for caption in captions}
        for identity in [identity for identity in self._made if identity not in seen]:
            del self._made[identity]
        for caption in captions:
            if caption.segment.id not in self._made:
                self._made[caption.segment.id] = _layers(*text_bitmap(caption.segment, *self._size))

    def paint(self, captions: tuple[Caption, ...], target: Planes) -> None:
        """Paint what was made ready."""
        for caption in captions:
            segment = caption.segment
            look = appearance(segment, caption.time)
            for number, (layer, plane) in enumerate(zip(self._made[segment.id], target, strict=False)):
                unit = self._size[1] / (2 if number else 1)
                _blend(layer, look.opacity, look.right * unit, look.below * unit, plane)


def _layers(rgba: Bitmap, x: int, y: int) -> tuple[_Layer, ...]:
    """The bitmap's shares of the three planes."""
    if not rgba.size:
        return ()
    # An even place, and an even size with a clear border, let every chroma sample have its own four pixels.
    left, top = 2 + x % 2, 2 + y % 2
    right, bottom = (2 + (side + before) % 2 for side, before in ((rgba.shape[1], left), (rgba.shape[0], top)))
    rgba = np.pad(rgba, ((top, bottom), (left, right), (0, 0)))
    x, y = x - left, y - top
    alpha: Weights = rgba[:, :, 3].astype(np.float32) / np.float32(255)
    y_plane, u_plane, v_plane = colour_planes(rgba[:, :, :3])
    half_alpha = _halved(alpha)
    return (
        _Layer(y_plane * alpha, alpha, x, y),
        _Layer(_halved(u_plane * alpha), half_alpha, x // 2, y // 2),
        _Layer(_halved(v_plane * alpha), half_alpha, x // 2, y // 2),
    )


def _halved(plane: Weights) -> Weights:
    """At the places of left-sited chroma: even columns with half of either neighbour, the mean of two rows."""
    soft = cv2.sepFilter2D(plane, -1, np.array([0.25, 0.5, 0.25]), np.ones(1), borderType=cv2.BORDER_CONSTANT)
    columns = np.asarray(soft, np.float32)[:, ::2]
    return np.ascontiguousarray((columns[::2] + columns[1::2]) / 2, np.float32)


def _blend(layer: _Layer, opacity: float, right: float, below: float, plane: Plane) -> None:
    colour, alpha, x, y = layer
    if below:
        whole = int(np.floor(below))
        colour, alpha = (_lowered(values, below - whole) for values in (colour, alpha))
        y += whole
    if right:
        whole = int(np.floor(right))
        colour, alpha = (_lowered(values.T, right - whole).T for values in (colour, alpha))
        x += whole
    height, width = alpha.shape
    left, top = max(0, x), max(0, y)
    right, bottom = min(plane.shape[1], x + width), min(plane.shape[0], y + height)
    if left >= right or top >= bottom or opacity <= 0:
        return
    inside = (slice(top - y, bottom - y), slice(left - x, right - x))
    part = plane[top:bottom, left:right]
    share = alpha[inside] if opacity == 1 else alpha[inside] * np.float32(opacity)
    mixed = part * (1 - share)
    mixed += colour[inside] if opacity == 1 else colour[inside] * np.float32(opacity)
    np.copyto(part, np.rint(mixed), casting="unsafe")


def _lowered(values: Weights, part: float) -> Weights:
    """Moved down by a part of a pixel, one row taller."""
    taller = np.pad(values, ((0, 1), (0, 0)))
    taller[1:] = taller[1:] * (1 - part) + values * part
    taller[0] *= 1 - part
    return taller
