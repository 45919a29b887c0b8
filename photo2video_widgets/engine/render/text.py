"""Texts as bitmaps: line breaks, place, outline, shadow and box. The preview shows the same bitmaps as the film."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from ...draft import Segment
from . import fonts

SAFE = 0.9
"""Part of the frame's width and height that text keeps to."""

_LINE_HEIGHT = 1.22
_SHRINK = 0.94
_SMALLEST = 0.35
_MEASURED_AT = 128.0
# Small sizes are hinted to widths a little different from the scaled ones.
_SLACK = 1.008
# What may not begin or end a line in Chinese and Japanese typesetting.
_NOT_FIRST = frozenset("!%),.:;?]}¢°’”†‡›»…‰′″、。〉》」』】〕〗〞︰！＂％＇），．：；？］｝～·—ー々")
_NOT_LAST = frozenset("$([{£¥‘“‹«〈《「『【〔〖〝（［｛￥＄")

Bitmap = NDArray[np.uint8]


class _Layout(NamedTuple):
    lines: list[str]
    size: float
    widths: list[float]


def text_bitmap(segment: Segment, width: int, height: int) -> tuple[Bitmap, int, int]:
    """The text of a segment as HxWx4 RGBA (straight alpha), and where its left top corner lies in the frame (px).

    `width` and `height` are the frame's. An empty text gives a bitmap without pixels.
    """
    style = segment.style
    layout = _fit(segment.text, style.size * height, style.weight, SAFE * width, SAFE * height)
    if not layout.lines:
        return np.zeros((0, 0, 4), np.uint8), 0, 0
    size = layout.size
    line_height = _LINE_HEIGHT * size
    inner_width, inner_height = max(layout.widths), line_height * len(layout.lines)
    outline = style.outline * size * 0.15
    padding = 0.32 * size if style.box else 0.0
    # Room for what reaches over the letters: shadow, outline, and the swing of some letters.
    room = round(0.95 * size + outline + padding)
    canvas_width, canvas_height = round(inner_width) + 2 * room, round(inner_height) + 2 * room

    fill = Image.new("L", (canvas_width, canvas_height))
    stroke = Image.new("L", fill.size) if outline else None
    horizontal, vertical = _sides(segment.position)
    for number, (line, line_width) in enumerate(zip(layout.lines, layout.widths, strict=True)):
        x = room + (inner_width - line_width) * horizontal
        # Capitals are .73 of the size in the packaged faces: this centres them on their line.
        baseline = room + line_height * number + (line_height + 0.73 * size) / 2
        for mask, swollen in ((fill, 0.0), (stroke, outline)):
            if mask is not None:
                _draw(mask, line, x, baseline, size, style.weight, swollen)

    ink = np.array([int(style.color[place : place + 2], 16) for place in (1, 3, 5)], np.float64)
    contrast = np.zeros(3) if ink @ (0.2126, 0.7152, 0.0722) > 110 else np.full(3, 255.0)
    picture = _Stack(canvas_height, canvas_width)
    letters = np.asarray(fill, np.float64) / 255
    outlined = np.asarray(stroke, np.float64) / 255 if stroke is not None else letters
    if style.box:
        picture.over(*_box(style.box, canvas_width, canvas_height, room - padding, 0.2 * size))
    if style.shadow:
        picture.over(_shadow(outlined, size) * style.shadow, contrast)
    if stroke is not None:
        picture.over(outlined, contrast)
    picture.over(letters, ink)

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


# Line breaks


def _fit(text: str, size: float, weight: int, width: float, height: float) -> _Layout:
    """Lines at the wanted size, or at the largest one below at which all of it stays within the safe area."""
    paragraphs = [fonts.visible(paragraph).strip() for paragraph in text.splitlines()]
    if not any(paragraphs):
        return _Layout([], size, [])
    wanted = size
    while True:
        lines, whole = _break_all(paragraphs, size, weight, width)
        fits = len(lines) * _LINE_HEIGHT * size <= height and whole
        if fits or (size <= _SMALLEST * wanted and len(lines) * _LINE_HEIGHT * size <= height) or size < 6:
            return _Layout(lines, size, [_length(line, size, weight) for line in lines])
        size *= _SHRINK


def _break_all(paragraphs: list[str], size: float, weight: int, width: float) -> tuple[list[str], bool]:
    """Balanced lines, and whether every word stayed whole."""
    lines: list[str] = []
    whole = True
    for paragraph in paragraphs:
        greedy, unbroken = _break(paragraph, size, weight, width)
        whole = whole and unbroken
        narrow, wide = 0.0, width
        # The narrowest measure that needs no more lines gives lines of about the same length.
        for _ in range(7 if len(greedy) > 1 and unbroken else 0):
            middle = (narrow + wide) / 2
            tried, unbroken = _break(paragraph, size, weight, middle)
            if len(tried) > len(greedy) or not unbroken:
                narrow = middle
            else:
                wide, greedy = middle, tried
        lines += greedy
    return lines, whole


def _break(paragraph: str, size: float, weight: int, width: float) -> tuple[list[str], bool]:
    lines, filled = [""], 0.0
    whole = True
    for piece in _pieces(paragraph):
        bare = _measured(piece.rstrip(), weight) * size
        if filled + bare > width and lines[-1]:
            lines.append("")
            filled = 0.0
        while bare > width and len(piece) > 1:
            whole = False
            place = next((n for n in range(len(piece) - 1, 1, -1) if _measured(piece[:n], weight) * size <= width), 1)
            lines[-1:] = [piece[:place], ""]
            piece = piece[place:]
            bare = _measured(piece.rstrip(), weight) * size
        lines[-1] += piece
        filled += _measured(piece, weight) * size
    return [line.rstrip() for line in lines], whole


def _pieces(paragraph: str) -> list[str]:
    """What stays together on a line: words with the space after them, single characters of CJK."""
    pieces: list[str] = []
    for word in re.findall(r"\S+\s*|\s+", paragraph):
        for character in word:
            joined = (
                pieces
                and not pieces[-1][-1].isspace()
                and (
                    character.isspace()
                    or character in _NOT_FIRST
                    or pieces[-1][-1] in _NOT_LAST
                    or not (_is_wide(character) or _is_wide(pieces[-1][-1]))
                )
            )
            if joined:
                pieces[-1] += character
            else:
                pieces.append(character)
    return pieces


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def _length(line: str, size: float, weight: int) -> float:
    return sum(run.width for run in fonts.runs(line, size, weight))


@lru_cache(maxsize=4096)
def _measured(piece: str, weight: int) -> float:
    """Advance of a piece for a size of 1. Measured large and once, as a search for the size asks for it again."""
    return _length(piece, _MEASURED_AT, weight) / _MEASURED_AT * _SLACK


# Drawing


def _draw(mask: Image.Image, line: str, x: float, baseline: float, size: float, weight: int, swollen: float) -> None:
    pen = ImageDraw.Draw(mask)
    for run in fonts.runs(line, size, weight):
        pen.text((x, baseline), run.text, fill=255, font=run.font, anchor="ls", stroke_width=swollen)
        x += run.width


def _shadow(letters: NDArray[np.float64], size: float) -> NDArray[np.float64]:
    """A close shadow that gives letters an edge, and a wide one that calms a busy photo behind them."""
    # Thin and small letters give little to blur: they need the gain to be read on white.
    close = np.clip(_blurred(letters, max(1.0, 0.05 * size), 0.02 * size) * 3, 0, 1)
    wide = np.clip(_blurred(letters, 0.24 * size, 0.02 * size) * 2, 0, 1)
    return 1 - (1 - 0.9 * close) * (1 - 0.75 * wide)


def _blurred(mask: NDArray[np.float64], sigma: float, down: float) -> NDArray[np.float64]:
    moved = np.roll(mask, round(down), axis=0)
    return np.asarray(cv2.GaussianBlur(moved, (0, 0), max(0.3, sigma)), np.float64)


def _box(
    colour: str, width: int, height: int, inset: float, radius: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    shape = Image.new("L", (width, height))
    ImageDraw.Draw(shape).rounded_rectangle((inset, inset, width - 1 - inset, height - 1 - inset), radius, fill=255)
    opacity = int(colour[7:9], 16) / 255 if len(colour) == 9 else 1.0
    rgb = np.array([int(colour[place : place + 2], 16) for place in (1, 3, 5)], np.float64)
    return np.asarray(shape, np.float64) / 255 * opacity, rgb


class _Stack:
    """Colours painted over one another, premultiplied."""

    def __init__(self, height: int, width: int) -> None:
        self._colour = np.zeros((height, width, 3))
        self._alpha = np.zeros((height, width, 1))

    def over(self, alpha: NDArray[np.float64], colour: NDArray[np.float64]) -> None:
        alpha = alpha[:, :, None]
        self._colour = self._colour * (1 - alpha) + colour * alpha
        self._alpha = self._alpha * (1 - alpha) + alpha

    def rgba(self) -> Bitmap:
        straight = np.divide(self._colour, self._alpha, out=np.zeros_like(self._colour), where=self._alpha > 0)
        return np.asarray(np.rint(np.concatenate([straight, self._alpha * 255], axis=2)), np.uint8)


def _trimmed(rgba: Bitmap, x: int, y: int) -> tuple[Bitmap, int, int]:
    rows, columns = (np.flatnonzero(rgba[:, :, 3].any(axis=axis)) for axis in (1, 0))
    if not len(rows):
        return np.zeros((0, 0, 4), np.uint8), x, y
    top, left = int(rows[0]), int(columns[0])
    part = rgba[top : int(rows[-1]) + 1, left : int(columns[-1]) + 1]
    return np.ascontiguousarray(part), x + left, y + top
