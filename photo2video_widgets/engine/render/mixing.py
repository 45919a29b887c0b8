"""Two pictures on one frame, as the table of transitions says."""

from __future__ import annotations

import math
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from . import planes
from .planes import Plane, Planes
from .transitions import CLOUDS, CLOUDS_SCALE, TRANSITIONS, Matte, Side, Transition, progress, value

Field = NDArray[np.float32]
# Below these nothing is seen of a blur (px) or a square (px).
_LEAST_BLUR, _LEAST_SQUARE = 0.3, 2.0


def mix(kind: str, p: float, outgoing: Planes, incoming: Planes, target: Planes) -> None:
    """Paint what is seen at progress `p` (0..1) onto `target`, which is none of the two."""
    transition = TRANSITIONS[kind]
    p = progress(kind, p)
    matte = transition.matte
    colour = planes.yuv(transition.colour)
    reach = value(matte.reach, p)
    if matte.field == "even":
        below, above = (
            _filtered(pictures, side, p, colour) if share else pictures
            for pictures, side, share in (
                (outgoing, transition.outgoing, reach < 1),
                (incoming, transition.incoming, reach > 0),
            )
        )
        for old, new, onto in zip(below, above, target, strict=True):
            cv2.addWeighted(old, 1 - reach, new, reach, 0, dst=onto)
        return
    below = _filtered(outgoing, transition.outgoing, p, colour)
    above = _filtered(incoming, transition.incoming, p, colour)
    if matte.field in ("incoming", "outgoing"):
        _lay(below, above, matte.field == "incoming", _shifts(transition, p, target), target)
        return
    for old, new, onto in zip(below, above, target, strict=True):
        share = _share(matte, reach, (onto.shape[1], onto.shape[0]))
        np.copyto(onto, cv2.blendLinear(old, new, 1 - share, share))


# Mattes


def _share(matte: Matte, reach: float, size: tuple[int, int]) -> Field:
    """How much of the incoming picture is seen at each place."""
    field = _field(matte.field, matte.x, matte.y, matte.count, size)
    # The edge begins outside of the frame and ends outside of it.
    edge = reach * (1 + matte.soft)
    return np.asarray(np.clip((edge - field) / np.float32(matte.soft), 0, 1), np.float32)


@lru_cache(maxsize=4)
def _field(name: str, dx: float, dy: float, count: int, size: tuple[int, int]) -> Field:
    width, height = size
    shape = width / height
    x = ((np.arange(width, dtype=np.float32) + 0.5) / width)[None, :]
    y = ((np.arange(height, dtype=np.float32) + 0.5) / height)[:, None]
    if name == "line":
        along = x * dx + y * dy
        found = along - min(dx, 0.0) - min(dy, 0.0)
    elif name == "circle":
        found = np.hypot((x - 0.5) * shape, y - 0.5) / (math.hypot(shape, 1) / 2)
    elif name == "clock":
        found = np.arctan2((x - 0.5) * shape, 0.5 - y) / (2 * math.pi) % 1
    elif name == "blinds":
        found = (y * count) % 1 + 0 * x
    else:
        waves = (high * np.sin(x * shape * across + y * down + phase) for across, down, phase, high in CLOUDS)
        found = np.clip(0.5 + CLOUDS_SCALE * sum(waves), 0, 1)
    return np.ascontiguousarray(np.broadcast_to(found, (height, width)), np.float32)


# Sides


def _filtered(picture: Planes, side: Side, p: float, colour: tuple[int, int, int]) -> Planes:
    height = picture.y.shape[0]
    if (zoom := value(side.zoom, p)) != 1:
        picture = Planes(*(_zoomed(plane, zoom) for plane in picture))
    if (sigma := value(side.blur, p) * height) > _LEAST_BLUR:
        picture = Planes(*(_blurred(plane, sigma * plane.shape[0] / height) for plane in picture))
    if (square := value(side.squares, p) * height) > _LEAST_SQUARE:
        picture = Planes(*(_squared(plane, square * plane.shape[0] / height) for plane in picture))
    if share := value(side.colour, p):
        parts = zip(picture, colour, strict=True)
        picture = Planes(*(_plane(cv2.addWeighted(plane, 1 - share, plane, 0, share * one)) for plane, one in parts))
    return picture


def _plane(array: object) -> Plane:
    return np.asarray(array, np.uint8)


def _zoomed(plane: Plane, zoom: float) -> Plane:
    height, width = plane.shape
    matrix = np.array(
        [[1 / zoom, 0, (width - 1) / 2 * (1 - 1 / zoom)], [0, 1 / zoom, (height - 1) / 2 * (1 - 1 / zoom)]]
    )
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return _plane(cv2.warpAffine(plane, matrix, (width, height), flags=flags, borderMode=cv2.BORDER_REPLICATE))


def _blurred(plane: Plane, sigma: float) -> Plane:
    height, width = plane.shape
    shrink = max(1, min(8, int(sigma / 1.5)))
    if shrink == 1:
        return _plane(cv2.GaussianBlur(plane, (0, 0), sigma, borderType=cv2.BORDER_REPLICATE))
    size = (math.ceil(width / shrink), math.ceil(height / shrink))
    # In floats: steps of whole numbers would show as bands once they are large again.
    small = cv2.resize(plane, size, interpolation=cv2.INTER_AREA).astype(np.float32)
    soft = cv2.GaussianBlur(small, (0, 0), sigma / shrink, borderType=cv2.BORDER_REPLICATE)
    return np.rint(cv2.resize(soft, (width, height), interpolation=cv2.INTER_LINEAR)).astype(np.uint8)


def _squared(plane: Plane, side: float) -> Plane:
    height, width = plane.shape
    # An odd number of them keeps one in the middle, so that they grow about it.
    size = tuple(max(1, 2 * round(length / side / 2) + 1) for length in (width, height))
    return _plane(
        cv2.resize(
            cv2.resize(plane, size, interpolation=cv2.INTER_AREA), (width, height), interpolation=cv2.INTER_NEAREST
        )
    )


# Pictures that move as a whole

Shift = tuple[int, int]


def _shifts(transition: Transition, p: float, target: Planes) -> tuple[Shift, Shift]:
    """How far either picture is moved, in whole px of chroma."""
    half_height, half_width = target.u.shape

    def shift(side: Side) -> Shift:
        return round(value(side.x, p) * half_width), round(value(side.y, p) * half_height)

    return shift(transition.outgoing), shift(transition.incoming)


def _lay(below: Planes, above: Planes, incoming: bool, shifts: tuple[Shift, Shift], target: Planes) -> None:
    """The moved pictures over one another: the incoming one on top, or the outgoing one."""
    order = ((below, shifts[0]), (above, shifts[1]))
    for picture, (right, down) in order if incoming else reversed(order):
        for number, (plane, onto) in enumerate(zip(picture, target, strict=True)):
            factor = 1 if number else 2
            _place(plane, right * factor, down * factor, onto)


def _place(plane: Plane, right: int, down: int, onto: Plane) -> None:
    height, width = plane.shape
    onto[max(0, down) : height + min(0, down), max(0, right) : width + min(0, right)] = plane[
        max(0, -down) : height - max(0, down), max(0, -right) : width - max(0, right)
    ]
