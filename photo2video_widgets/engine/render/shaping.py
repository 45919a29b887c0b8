"""Characters to glyphs: which, where, and drawn. HarfBuzz shapes each run of one font and one direction."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

import numpy as np
import uharfbuzz as hb
from numpy.typing import NDArray

from . import bidi, fonts

Mask = NDArray[np.float64]


class Glyph(NamedTuple):
    """A glyph of a font, and its place right of and above the start of its line, in parts of the size."""

    family: str
    number: int
    x: float
    y: float


class Line(NamedTuple):
    """A line of text laid out; `width` is in parts of the size."""

    glyphs: tuple[Glyph, ...]
    width: float
    weight: int


class Placed(NamedTuple):
    """Where the base line of a line of text begins, in px."""

    line: Line
    x: float
    baseline: float


@lru_cache(maxsize=4096)
def shape(text: str, weight: int, base: int = 0) -> Line:
    """Lay out one line of visible text; `base` is its paragraph's level (`bidi.base_level`)."""
    glyphs: list[Glyph] = []
    x = 0.0
    runs = _runs(text, base)
    for place in bidi.visual([level for _, _, level in runs]):
        part, family, level = runs[place]
        font = fonts.font(family, weight)
        buffer = hb.Buffer()
        buffer.add_str(part)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if level % 2 else "ltr"
        hb.shape(font, buffer)
        em = font.face.upem
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions or (), strict=True):
            glyphs.append(Glyph(family, info.codepoint, x + position.x_offset / em, position.y_offset / em))
            x += position.x_advance / em
    return Line(tuple(glyphs), x, weight)


def draw(placed: Iterable[Placed], size: float, width: int, height: int) -> tuple[Mask, Mask]:
    """Lines at a size (px) on a canvas: the letters' share of each pixel, and emoji as premultiplied RGBA, all 0..1."""
    letters, emoji = hb.RasterDraw(), hb.RasterPaint()
    canvas = hb.RasterExtents(0, 0, width, height, 0)
    letters.extents = emoji.extents = canvas
    drawn, painted = False, False
    for line, left, baseline in placed:
        for glyph in line.glyphs:
            font = fonts.font(glyph.family, line.weight)
            scale = size / font.face.upem
            place = (scale, 0.0, 0.0, scale, left + glyph.x * size, height - baseline + glyph.y * size)
            if glyph.family == fonts.EMOJI:
                emoji.transform = place
                emoji.paint_glyph(font, glyph.number)
                painted = True
            else:
                letters.transform = place
                letters.draw_glyph(font, glyph.number)
                drawn = True
    return (
        _pixels(letters.render(), 1)[:, :, 0] if drawn else np.zeros((height, width)),
        _pixels(emoji.render(), 4)[:, :, [2, 1, 0, 3]] if painted else np.zeros((height, width, 4)),
    )


def _runs(text: str, base: int) -> list[tuple[str, str, int]]:
    """The text cut wherever font or direction changes: characters, family, level."""
    levels = bidi.levels(text, base)
    found: list[tuple[str, str, int]] = []
    place = 0
    for cluster, family in fonts.families(text):
        found.append((cluster, family, levels[place]))
        place += len(cluster)
    return [
        ("".join(cluster for cluster, _, _ in run), *key)
        for key, run in groupby(found, key=lambda one: (one[1], one[2]))
    ]


def _pixels(image: hb.RasterImage, channels: int) -> Mask:
    """Rows from top to bottom; they are kept from bottom to top."""
    found = image.extents
    rows = np.frombuffer(image.buffer, np.uint8).reshape(found.height, found.stride // channels, channels)
    return rows[::-1, : found.width].astype(np.float64) / 255
