"""The packaged fonts: which of them has which character, and text cut into runs of one font each."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from PIL import ImageFont

from ...errors import RenderError

FOLDER = Path(__file__).parents[2] / "static" / "fonts"
# In the order in which a character is looked for.
FAMILIES = ("inter-latin", "inter-latin-ext", "inter-cyrillic", "inter-greek", "noto-sans-sc", "nanum-gothic")
_WEIGHTS = (400, 700)
# U+FFFF is no character, so every font draws its "missing" box for it.
_NO_CHARACTER = "\uffff"


class Run(NamedTuple):
    """Characters that one font draws; `width` is their advance in px."""

    text: str
    font: ImageFont.FreeTypeFont
    width: float


def runs(text: str, size: float, weight: int) -> list[Run]:
    """The text cut wherever the font changes. A space goes with what stands before it."""
    found: list[tuple[str, list[str]]] = []
    for character in visible(text):
        before = found[-1][0] if found else None
        family = before if before and (character == " " or unicodedata.combining(character)) else None
        family = family or family_of(character, weight)
        if family != before:
            found.append((family, []))
        found[-1][1].append(character)
    fonts = ((font(family, size, weight), "".join(characters)) for family, characters in found)
    return [Run(part, face, face.getlength(part)) for face, part in fonts]


def visible(text: str) -> str:
    """The text without what no packaged font draws: control and format characters, emoji."""
    composed = unicodedata.normalize("NFC", text.replace("\t", " "))
    kept = "".join(
        character
        for character in composed
        if unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn")
        and not "\ufe00" <= character <= "\ufe0f"
        and (unicodedata.category(character) not in ("So", "Sk", "Mn") or _has_any(character))
    )
    # What was left out leaves one space, not two.
    return kept if len(kept) == len(composed) else re.sub(" {2,}", " ", kept)


@lru_cache(maxsize=4096)
def family_of(character: str, weight: int) -> str:
    """The first family that has the character; the last one where none has."""
    return next((family for family in FAMILIES if _has(family, character, weight)), FAMILIES[-1])


@lru_cache(maxsize=64)
def font(family: str, size: float, weight: int) -> ImageFont.FreeTypeFont:
    """The font at `size` px in the nearest packaged weight. Raises RenderError where the fonts aren't installed."""
    nearest = min(_WEIGHTS, key=lambda packaged: abs(packaged - weight))
    file = FOLDER / f"{family}-{nearest}.woff2"
    try:
        return ImageFont.truetype(str(file), size)
    except OSError:
        raise RenderError(f"the font {file.name} is missing: run `make demo` or `pip install .` to build it") from None


def _has_any(character: str) -> bool:
    return any(_has(family, character, 400) for family in FAMILIES)


@lru_cache(maxsize=8192)
def _has(family: str, character: str, weight: int) -> bool:
    if character.isspace():
        return True
    face = font(family, 24, weight)
    drawn, missing = face.getmask(character), face.getmask(_NO_CHARACTER)
    return (drawn.size, bytes(drawn)) != (missing.size, bytes(missing))
