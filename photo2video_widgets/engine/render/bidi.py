"""Text that runs from the right: the Unicode Bidirectional Algorithm (UAX #9) without explicit embeddings.

Titles and captions are plain text, in which embedding characters don't survive; what remains of the algorithm are the
rules W1-W7, N1-N2, I1-I2, L1-L2 and the strong marks (LRM, RLM, ALM). Paired brackets (N0) count as plain neutrals.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import groupby

_NEUTRAL = ("B", "S", "WS", "ON", "BN")
_DIRECTION = {0: "L", 1: "R"}


def base_level(paragraph: str) -> int:
    """0 where a paragraph runs from the left, 1 where from the right: as its first letter does (P2, P3)."""
    found = next((kind for kind in map(_kind, paragraph) if kind in ("L", "R", "AL")), "L")
    return 0 if found == "L" else 1


def levels(line: str, base: int) -> list[int]:
    """The embedding level of each character of a line in a paragraph of level `base`: odd ones run from the right."""
    start = _DIRECTION[base]
    kinds = _neutral(_weak([_kind(character) for character in line], start), start)
    found = [base + _risen(kind, base) for kind in kinds]
    # White space at the end of a line lies where the paragraph ends (L1).
    for place in range(len(line) - 1, -1, -1):
        if not line[place].isspace():
            break
        found[place] = base
    return found


def visual(levels_: Sequence[int]) -> list[int]:
    """The places of these levels in the order in which they are seen from left to right (L2)."""
    order = list(range(len(levels_)))
    lowest = min((level for level in levels_ if level % 2), default=0)
    for level in range(max(levels_, default=0), lowest - 1, -1) if lowest else ():
        place = 0
        while place < len(order):
            end = place
            while end < len(order) and levels_[order[end]] >= level:
                end += 1
            order[place:end] = order[place:end][::-1]
            place = end + 1
    return order


def _kind(character: str) -> str:
    return unicodedata.bidirectional(character) or "L"


def _risen(kind: str, base: int) -> int:
    if kind in ("EN", "AN"):
        return 2 - base
    return int((kind == "R") != bool(base))


def _weak(kinds: list[str], start: str) -> list[str]:
    """Marks, numbers and their separators (W1-W7)."""
    before, strong = start, start
    for place, kind in enumerate(kinds):
        if kind == "NSM":
            kind = before
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            kind = "AN"
        kinds[place] = before = kind
    kinds = ["R" if kind == "AL" else kind for kind in kinds]
    for place in range(1, len(kinds) - 1):
        around = {kinds[place - 1], kinds[place + 1]}
        if (kinds[place] == "ES" and around == {"EN"}) or (
            kinds[place] == "CS" and len(around) == 1 and around <= {"EN", "AN"}
        ):
            kinds[place] = kinds[place - 1]
    place = 0
    for kind, run in groupby(list(kinds)):
        end = place + len(list(run))
        if kind == "ET" and "EN" in (*kinds[max(0, place - 1) : place], *kinds[end : end + 1]):
            kinds[place:end] = ["EN"] * (end - place)
        place = end
    strong = start
    for place, kind in enumerate(kinds):
        if kind in ("L", "R"):
            strong = kind
        elif kind in ("ES", "ET", "CS"):
            kinds[place] = "ON"
        elif kind == "EN" and strong == "L":
            kinds[place] = "L"
    return kinds


def _neutral(kinds: list[str], start: str) -> list[str]:
    """Neutrals go with what is on both sides of them, else with the paragraph (N1, N2)."""

    def side(kind: str) -> str:
        return "R" if kind in ("EN", "AN") else kind

    place = 0
    for is_neutral, run in groupby(list(kinds), key=lambda kind: kind in _NEUTRAL):
        end = place + len(list(run))
        if is_neutral:
            before = side(kinds[place - 1]) if place else start
            after = side(kinds[end]) if end < len(kinds) else start
            kinds[place:end] = [before if before == after else start] * (end - place)
        place = end
    return kinds
