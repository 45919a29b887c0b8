"""Text in lines: where it may break, lines of about the same length, and the size at which all of it fits."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from . import bidi, fonts
from .shaping import Line, shape

_SHRINK = 0.94
_SMALLEST = 0.35
# What may not begin or end a line in Chinese and Japanese typesetting.
_NOT_FIRST = frozenset(
    "!%),.:;?]}¢°’”†‡›»…‰′″、。〉》」』】〕〗〞︰！＂％＇），．：；？］｝～·・—ー々ゝゞヽヾ"
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
)
_NOT_LAST = frozenset("$([{£¥‘“‹«〈《「『【〔〖〝（［｛￥＄")
_HYPHENS = frozenset("-‐–")
# Thai has no spaces between words; these vowels stand before the consonant that begins their syllable.
_BEGINS_SYLLABLE = frozenset("เแโใไ")


class Layout(NamedTuple):
    """Lines at a size (px); `leading` is the distance from one to the next, in px."""

    lines: list[Line]
    size: float
    leading: float


class _Paragraph(NamedTuple):
    text: str
    base: int


def fit(text: str, size: float, weight: int, width: float, height: float) -> Layout:
    """Lines at the wanted size, or at the largest one below at which all of it stays within width and height (px)."""
    paragraphs = [_Paragraph(one, bidi.base_level(one)) for one in map(_clean, text.splitlines())]
    if not any(one.text for one in paragraphs):
        return Layout([], size, size)
    leading = max(fonts.FAMILIES[family] for one in paragraphs for _, family in fonts.families(one.text))
    wanted = size
    while True:
        lines, whole = _break_all(paragraphs, weight, width / size)
        high_enough = len(lines) * leading * size <= height
        if (high_enough and (whole or size <= _SMALLEST * wanted)) or size < 6:
            return Layout([shape(one.text, weight, one.base) for one in lines], size, leading * size)
        size *= _SHRINK


def _clean(paragraph: str) -> str:
    return fonts.visible(paragraph).strip()


def _break_all(paragraphs: list[_Paragraph], weight: int, width: float) -> tuple[list[_Paragraph], bool]:
    """Balanced lines, and whether every word stayed whole. Widths are in parts of the size."""
    lines: list[_Paragraph] = []
    whole = True
    for text, base in paragraphs:
        greedy, unbroken = break_lines(text, weight, width)
        whole = whole and unbroken
        narrow, wide = 0.0, width
        # The narrowest measure that needs no more lines gives lines of about the same length.
        for _ in range(7 if len(greedy) > 1 and unbroken else 0):
            middle = (narrow + wide) / 2
            tried, unbroken = break_lines(text, weight, middle)
            if len(tried) > len(greedy) or not unbroken:
                narrow = middle
            else:
                wide, greedy = middle, tried
        lines += (_Paragraph(line, base) for line in greedy)
    return lines, whole


def break_lines(paragraph: str, weight: int, width: float) -> tuple[list[str], bool]:
    """Lines no wider than `width` (parts of the size), in logical order, and whether every word stayed whole."""
    lines, filled = [""], 0.0
    whole = True
    for piece in _pieces(paragraph):
        if filled + _width(piece.rstrip(), weight) > width and lines[-1]:
            lines.append("")
            filled = 0.0
        if _width(piece.rstrip(), weight) > width and len(parts := fonts.clusters(piece)) > 1:
            whole = False
            for part in parts:
                if lines[-1] and filled + _width(part.rstrip(), weight) > width:
                    lines.append("")
                    filled = 0.0
                lines[-1] += part
                filled += _width(part, weight)
            continue
        lines[-1] += piece
        filled += _width(piece, weight)
    return [line.rstrip() for line in lines], whole


def _width(piece: str, weight: int) -> float:
    return shape(piece, weight).width


def _pieces(paragraph: str) -> list[str]:
    """What stays together on a line: words with the space after them, single characters of Chinese and Japanese."""
    pieces: list[str] = []
    for word in re.findall(r"\S+\s*|\s+", paragraph):
        last = " "
        for cluster in fonts.clusters(word):
            if pieces and last != " " and not _may_break(last, cluster):
                pieces[-1] += cluster
            else:
                pieces.append(cluster)
            last = cluster
    return pieces


def _may_break(before: str, after: str) -> bool:
    """Whether a line may end between two clusters of a word."""
    if after[0].isspace() or after[0] in _NOT_FIRST or before[-1] in _NOT_LAST:
        return False
    if before[-1] in _HYPHENS:
        return after[0].isalpha()
    return _stands_alone(before[0]) or _stands_alone(after[0]) or after[0] in _BEGINS_SYLLABLE


def _stands_alone(character: str) -> bool:
    """Korean is wide too, but keeps its words together."""
    return unicodedata.east_asian_width(character) in "WF" and not "\uac00" <= character <= "\ud7a3"
