"""Looks: what gives a photo its mood. A table of numbers, applied once to the planes of a stored picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from .planes import Plane, Planes


@dataclass(frozen=True, slots=True)
class Look:
    """What happens to luma and chroma, both taken from 0 to 1 (chroma from -0.5 to 0.5).

    `curve`: points (before, after) that luma is bent through. `saturation`: factor of chroma. `shadows` and `lights`:
    (u, v) added to chroma where it's dark and where it's bright, by turns in between. `glow`: share of a soft copy that
    is screened over the picture, `spread` its radius as a part of the height.
    """

    curve: tuple[tuple[float, float], ...] = ((0.0, 0.0), (1.0, 1.0))
    saturation: float = 1.0
    shadows: tuple[float, float] = (0.0, 0.0)
    lights: tuple[float, float] = (0.0, 0.0)
    glow: float = 0.0
    spread: float = 0.012


LOOKS: dict[str, Look] = {
    "none": Look(),
    "mono": Look(curve=((0, 0), (0.25, 0.22), (0.75, 0.79), (1, 1)), saturation=0.0),
    "sepia": Look(
        curve=((0, 0.03), (0.5, 0.5), (1, 0.97)), saturation=0.0, shadows=(-0.035, 0.025), lights=(-0.075, 0.045)
    ),
    "warm": Look(curve=((0, 0), (0.5, 0.515), (1, 1)), saturation=1.06, shadows=(-0.008, 0.006), lights=(-0.035, 0.02)),
    "cool": Look(curve=((0, 0), (0.5, 0.5), (1, 1)), saturation=0.97, shadows=(0.015, -0.006), lights=(0.025, -0.02)),
    "vivid": Look(curve=((0, 0), (0.25, 0.215), (0.75, 0.785), (1, 1)), saturation=1.32),
    "vintage": Look(
        curve=((0, 0.07), (0.25, 0.25), (0.75, 0.76), (1, 0.94)),
        saturation=0.72,
        shadows=(0.012, -0.012),
        lights=(-0.05, 0.022),
    ),
    "faded": Look(curve=((0, 0.13), (0.5, 0.54), (1, 0.95)), saturation=0.68),
    "soft": Look(curve=((0, 0.02), (0.5, 0.52), (1, 0.98)), saturation=0.95, lights=(-0.006, 0.006), glow=0.35),
}


def apply(name: str, planes: Planes) -> Planes:
    """The planes in that look; the planes themselves where it changes nothing."""
    look = LOOKS[name]
    if look == LOOKS["none"]:
        return planes
    luma = cv2.LUT(planes.y, _luma_table(look))
    if look.glow:
        luma = _glow(np.asarray(luma, np.uint8), look)
    u, v = planes.u, planes.v
    if look.saturation != 1:
        table = _table((np.arange(256) - 128.0) * look.saturation + 128)
        u, v = (np.asarray(cv2.LUT(plane, table), np.uint8) for plane in (u, v))
    if look.shadows != (0, 0) or look.lights != (0, 0):
        half = cv2.resize(planes.y, (u.shape[1], u.shape[0]), interpolation=cv2.INTER_AREA)
        tints = []
        for plane, dark, bright in zip((u, v), look.shadows, look.lights, strict=True):
            level = np.clip((np.arange(256) - 16) / 219, 0, 1)
            tint = np.rint((dark + (bright - dark) * level) * _strength(level) * 224).astype(np.int8)
            tints.append(_table_add(plane, half, tint))
        u, v = tints
    return Planes(np.asarray(luma, np.uint8), u, v)


def as_data(steps: int = 20) -> dict[str, dict[str, Any]]:
    """The looks as plain JSON, for a preview that applies them to RGB (BT.709).

    `table` holds, for luma from 0 to 1 in equal steps, the luma (0..1) that it becomes and what is added to U and V
    (-0.5..0.5) after they were multiplied by `saturation`.
    """
    at = np.linspace(0, 1, steps + 1)
    told = {}
    for name, look in LOOKS.items():
        luma = (np.interp(at * 219 + 16, np.arange(256), _luma_table(look)) - 16) / 219
        u, v = (
            (dark + (bright - dark) * at) * _strength(at)
            for dark, bright in zip(look.shadows, look.lights, strict=True)
        )
        table = [[round(float(value), 4) + 0.0 for value in row] for row in zip(luma, u, v, strict=True)]
        told[name] = {"table": table, "saturation": look.saturation, "glow": look.glow, "spread": look.spread}
    return told


def _strength(level: NDArray[Any]) -> NDArray[Any]:
    """How much of a tint is seen: black and white themselves stay neutral, or it would look like a veil."""
    return np.asarray(np.clip(np.minimum(level, 1 - level) * 5, 0, 1))


def _luma_table(look: Look) -> Plane:
    """A smooth curve through the points (monotone cubic: it never overshoots), for limited-range luma."""
    x, y = (np.array(values, np.float64) for values in zip(*look.curve, strict=True))
    slopes = np.diff(y) / np.diff(x)
    tangents = np.concatenate([slopes[:1], np.zeros(len(x) - 2), slopes[-1:]])
    for place in range(1, len(x) - 1):
        before, after = slopes[place - 1], slopes[place]
        tangents[place] = 2 * before * after / (before + after) if before * after > 0 else 0.0
    at = np.clip((np.arange(256) - 16) / 219, 0, 1)
    piece = np.clip(np.searchsorted(x, at, side="right") - 1, 0, len(x) - 2)
    step = x[piece + 1] - x[piece]
    t = (at - x[piece]) / step
    bent = (
        y[piece] * (1 + 2 * t) * (1 - t) ** 2
        + step * tangents[piece] * t * (1 - t) ** 2
        + y[piece + 1] * t**2 * (3 - 2 * t)
        + step * tangents[piece + 1] * t**2 * (t - 1)
    )
    return _table(bent * 219 + 16)


def _glow(luma: Plane, look: Look) -> Plane:
    height, width = luma.shape
    small = cv2.resize(luma, (max(1, width // 4), max(1, height // 4)), interpolation=cv2.INTER_AREA)
    soft = cv2.GaussianBlur(small, (0, 0), max(0.5, look.spread * height / 4))
    soft = cv2.resize(soft, (width, height), interpolation=cv2.INTER_LINEAR)
    level, veil = (luma.astype(np.float32) - 16) / 219, (np.asarray(soft, np.float32) - 16) / 219
    screened = 1 - (1 - level) * (1 - veil)
    # A screen brightens; taking the soft copy's share off keeps the middle where it was.
    mixed = level + look.glow * (0.5 * (screened - level) + 0.5 * (veil - level))
    return np.asarray(np.clip(np.rint(mixed * 219 + 16), 16, 235), np.uint8)


def _table(values: NDArray[Any]) -> Plane:
    return np.asarray(np.clip(np.rint(values), 0, 255), np.uint8)


def _table_add(plane: Plane, index: object, tint: NDArray[np.int8]) -> Plane:
    tinted = plane.astype(np.int16) + tint[np.asarray(index, np.uint8)]
    return np.asarray(np.clip(tinted, 16, 240), np.uint8)
