"""Texts as bitmaps: place, outline, shadow and box. The preview shows the same bitmaps as the film."""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from ...draft import Segment
from .breaking import fit
from .shaping import Mask, Placed, draw

SAFE = 0.9
"""Part of the frame's width and height that text keeps to."""

# Capitals of the packaged faces, in parts of the size: they are centred on their line.
_CAPITALS = 0.73
# Masks are enlarged by this to measure how far away a small letter is, or one whose outline has to be sharp.
_FINER = 3
# Letters of this size (px) are measured as they are where what comes of it is blurred.
_COARSE = 60
# Blurs of this sigma (px) and more are made on smaller masks: nobody sees the difference.
_WIDE = 6.0
# How much sooner than its veil the edge of a shadow is dense, as its strength grows.
_EDGE = 3

Bitmap = NDArray[np.uint8]


def text_bitmap(segment: Segment, width: int, height: int) -> tuple[Bitmap, int, int]:
    """The text of a segment as HxWx4 RGBA (straight alpha), and where its left top corner lies in the frame (px).

    `width` and `height` are the frame's. An empty text gives a bitmap without pixels.
    """
    style = segment.style
    layout = fit(segment.text, style.size * height, style.weight, SAFE * width, SAFE * height)
    if not layout.lines:
        return np.zeros((0, 0, 4), np.uint8), 0, 0
    size = layout.size
    inner_width = max(line.width for line in layout.lines) * size
    inner_height = layout.leading * len(layout.lines)
    outline = style.outline * size * 0.15
    padding = 0.32 * size if style.box else 0.0
    # Room for what reaches over the letters: shadow, outline, and the swing of some letters.
    room = round(0.95 * size + outline + padding)
    canvas_width, canvas_height = round(inner_width) + 2 * room, round(inner_height) + 2 * room

    horizontal, vertical = _sides(segment.position)
    below = (layout.leading + _CAPITALS * size) / 2
    placed = [
        Placed(line, room + (inner_width - line.width * size) * horizontal, room + layout.leading * number + below)
        for number, line in enumerate(layout.lines)
    ]
    letters, emoji = draw(placed, size, canvas_width, canvas_height)
    covered = np.maximum(letters, emoji[:, :, 3])
    outlined = np.maximum(covered, _swollen(covered, outline)) if outline else covered

    ink = _colour(style.color)
    contrast = _contrast(ink)
    picture = _Stack(canvas_height, canvas_width)
    if style.box:
        picture.over(*_box(style.box, canvas_width, canvas_height, room - padding, 0.2 * size))
    if style.shadow:
        picture.over(_shadow(outlined, size, style.shadow), contrast)
    if outline:
        picture.over(outlined, contrast)
    picture.over(letters, ink)
    picture.lay(emoji)

    x = _position(horizontal, width, inner_width + 2 * padding) + padding - room
    y = _position(vertical, height, inner_height + 2 * padding) + padding - room
    return _trimmed(picture.rgba(), round(x), round(y))


def _sides(position: str) -> tuple[float, float]:
    """0, 0.5 or 1 for left/top, middle, right/bottom."""
    horizontal = 0.0 if "left" in position else 1.0 if "right" in position else 0.5
    vertical = 0.0 if "top" in position else 1.0 if "bottom" in position else 0.5
    return horizontal, vertical


def _position(side: float, frame: int, length: float) -> float:
    margin = (1 - SAFE) / 2 * frame
    return margin + (frame - 2 * margin - length) * side


# Colours


def luminance(colour: NDArray[np.float64]) -> NDArray[np.float64]:
    """Relative luminance (0..1) of sRGB (...x3, 0..255) as accessibility guidelines (WCAG 2) define it."""
    share = np.asarray(colour, np.float64) / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ (0.2126, 0.7152, 0.0722))


def _colour(code: str) -> NDArray[np.float64]:
    return np.array([int(code[place : place + 2], 16) for place in (1, 3, 5)], np.float64)


def _contrast(ink: NDArray[np.float64]) -> NDArray[np.float64]:
    """Black or white for what surrounds letters: whichever they stand out from more."""
    light = luminance(ink) + 0.05
    return np.zeros(3) if light / 0.05 >= 1.05 / light else np.full(3, 255.0)


# Drawing


def _swollen(letters: Mask, by: float, finer: int = _FINER) -> Mask:
    """Letters with an outline `by` px wide around them."""
    inside = cv2.resize(letters, None, fx=finer, fy=finer, interpolation=cv2.INTER_LINEAR) < 0.5
    away = cv2.distanceTransform(inside.astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE) / finer
    grown = np.clip((by - away) * finer + 0.5, 0, 1)
    return np.asarray(cv2.resize(grown, letters.shape[::-1], interpolation=cv2.INTER_AREA), np.float64)


def _shadow(letters: Mask, size: float, strength: float) -> Mask:
    """A close shadow that gives letters an edge, and a wide one that calms a busy photo behind them."""
    # Thin and small letters give little to blur: swollen ones can be read on what is just as light as they are.
    swollen = _swollen(letters, max(1.4, 0.038 * size), 1 if size >= _COARSE else _FINER)
    close = np.clip(_blurred(swollen, max(0.7, 0.04 * size), 0.01 * size) * 1.7, 0, 1)
    wide = np.clip(_blurred(letters, 0.24 * size, 0.02 * size) * 2, 0, 1)
    edge = 1 - (1 - strength) ** _EDGE
    return 1 - (1 - edge * close) * (1 - 0.75 * strength * wide)


def _blurred(mask: Mask, sigma: float, down: float) -> Mask:
    moved = np.roll(mask, round(down), axis=0).astype(np.float32)
    shrink = max(1, int(sigma / _WIDE * 2))
    if shrink > 1:
        size = [math.ceil(side / shrink) for side in moved.shape[::-1]]
        moved = np.asarray(cv2.resize(moved, size, interpolation=cv2.INTER_AREA))
    soft = cv2.GaussianBlur(moved, (0, 0), max(0.3, sigma / shrink))
    return np.asarray(cv2.resize(soft, mask.shape[::-1], interpolation=cv2.INTER_CUBIC), np.float64)


def _box(
    colour: str, width: int, height: int, inset: float, radius: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    shape = Image.new("L", (width, height))
    ImageDraw.Draw(shape).rounded_rectangle((inset, inset, width - 1 - inset, height - 1 - inset), radius, fill=255)
    opacity = int(colour[7:9], 16) / 255 if len(colour) == 9 else 1.0
    return np.asarray(shape, np.float64) / 255 * opacity, _colour(colour)


class _Stack:
    """Colours painted over one another, premultiplied."""

    def __init__(self, height: int, width: int) -> None:
        # Premultiplied colour and, last, alpha: 0..255, whose steps single precision tells apart ten thousand times.
        self._painted = np.zeros((height, width, 4), np.float32)

    def over(self, alpha: NDArray[np.float64], colour: NDArray[np.float64]) -> None:
        share = alpha.astype(np.float32)[:, :, None]
        self._painted *= 1 - share
        self._painted += share * np.array([*colour, 255], np.float32)

    def lay(self, rgba: Mask) -> None:
        """What is premultiplied already, 0..1."""
        if rgba.any():
            above = rgba.astype(np.float32)
            self._painted *= 1 - above[:, :, 3:]
            self._painted += above * 255

    def rgba(self) -> Bitmap:
        alpha = self._painted[:, :, 3:]
        straight = self._painted[:, :, :3] * (np.float32(255) / np.maximum(alpha, np.float32(1e-6)))
        return np.asarray(np.rint(np.concatenate([straight, alpha], axis=2)), np.uint8)


def _trimmed(rgba: Bitmap, x: int, y: int) -> tuple[Bitmap, int, int]:
    rows, columns = (np.flatnonzero(rgba[:, :, 3].any(axis=axis)) for axis in (1, 0))
    if not len(rows):
        return np.zeros((0, 0, 4), np.uint8), x, y
    top, left = int(rows[0]), int(columns[0])
    part = rgba[top : int(rows[-1]) + 1, left : int(columns[-1]) + 1]
    return np.ascontiguousarray(part), x + left, y + top
