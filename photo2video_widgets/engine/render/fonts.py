"""The packaged fonts: which of them has which character, and what none of them has."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import uharfbuzz as hb

from ...errors import RenderError

FOLDER = Path(__file__).parents[2] / "static" / "fonts"
EMOJI = "twemoji"
# In the order in which a character is looked for; with the room (parts of the size) from one line to the next. Scripts
# with marks above and below their letters need more of it.
FAMILIES = {
    **dict.fromkeys(("inter-latin", "inter-latin-ext", "inter-vietnamese"), 1.22),
    **dict.fromkeys(("inter-cyrillic", "inter-cyrillic-ext", "inter-greek", "inter-greek-ext"), 1.22),
    **dict.fromkeys(("noto-sans-arabic", "noto-sans-thai"), 1.5),
    "noto-sans-hebrew": 1.28,
    **dict.fromkeys(("noto-sans-devanagari", "noto-sans-bengali", "noto-sans-tamil"), 1.42),
    **dict.fromkeys(("noto-sans-sc", "nanum-gothic"), 1.28),
    # Parts of the same typeface, in which arrows, stars, notes and ticks are.
    **{f"noto-sans-sc-{part}": 1.22 for part in (87, 88, 90, 103, 105, 106, 109)},
    EMOJI: 1.28,
}
_WEIGHTS = (400, 700)
_JOINER = "\u200d"
_EMOJI_SELECTOR = "\ufe0f"
# Joiners and direction marks act on their neighbours and are never seen themselves.
_UNSEEN = frozenset("\u200c\u200d\u200e\u200f\u061c")
_DROPPED_SILENTLY = ("Cc", "Cf", "Cs", "Zl", "Zp")


def visible(text: str) -> str:
    """The text without what no packaged font draws."""
    composed = _composed(text)
    kept = "".join(_drawn(cluster) for cluster in clusters(composed))
    # What was left out leaves one space, not two.
    return kept if len(kept) == len(composed) else re.sub(" {2,}", " ", kept)


def missing(text: str) -> list[str]:
    """The characters that no packaged font draws, each once, in their order."""
    lines = " ".join(text.splitlines())
    found = (
        character
        for cluster in clusters(_composed(lines))
        for character in cluster
        if character not in _drawn(cluster)
        and not _is_selector(character)
        and unicodedata.category(character) not in _DROPPED_SILENTLY
    )
    return list(dict.fromkeys(found))


def clusters(text: str) -> list[str]:
    """What readers take for one character each: letters with their marks, joined emoji, flags."""
    found: list[str] = []
    for character in text:
        if found and _continues(found[-1], character):
            found[-1] += character
        else:
            found.append(character)
    return found


def families(text: str) -> Iterator[tuple[str, str]]:
    """Each cluster of a visible text, and the family that draws it. A space goes with what stands before it."""
    before: str | None = None
    for cluster in clusters(text):
        keeps = before is not None and before != EMOJI and (cluster.isspace() or cluster in _UNSEEN)
        before = before if keeps else family_of(cluster)
        yield cluster, before or next(iter(FAMILIES))


@lru_cache(maxsize=4096)
def family_of(cluster: str) -> str | None:
    """The first family that has all of a cluster; None where none has."""
    needed = [character for character in cluster if not (character in _UNSEEN or _is_selector(character))]
    order = (EMOJI, *FAMILIES) if _is_emoji(cluster) else FAMILIES
    return next((family for family in order if all(_has(family, character) for character in needed)), None)


@lru_cache(maxsize=64)
def font(family: str, weight: int) -> hb.Font:
    """The font in the nearest packaged weight. Raises RenderError where the fonts aren't installed."""
    nearest = 400 if family == EMOJI else min(_WEIGHTS, key=lambda packaged: abs(packaged - weight))
    file = FOLDER / f"{family}-{nearest}.ttf"
    if not file.is_file():
        raise RenderError(f"the font {file.name} is missing: run `make demo` or `pip install .` to build it")
    return hb.Font(hb.Face(hb.Blob.from_file_path(file)))


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace("\t", " "))


@lru_cache(maxsize=4096)
def _drawn(cluster: str) -> str:
    """What is left of a cluster; of letters with a mark that no font has, the letters."""
    if all(unicodedata.category(character) in ("Cc", "Cf", "Cs") and character not in _UNSEEN for character in cluster):
        return ""
    if family_of(cluster) is not None:
        return cluster
    family = family_of(cluster[0])
    return "".join(character for character in cluster if _has(family, character)) if family else ""


def _has(family: str, character: str) -> bool:
    return character.isspace() or ord(character) in _coverage(family)


@lru_cache(maxsize=64)
def _coverage(family: str) -> hb.Set:
    return font(family, 400).face.unicodes


def _continues(cluster: str, character: str) -> bool:
    last = cluster[-1]
    return (
        unicodedata.category(character) in ("Mn", "Mc", "Me")
        or character in _UNSEEN
        or "\U0001f3fb" <= character <= "\U0001f3ff"
        or "\U000e0020" <= character <= "\U000e007f"
        or (last == _JOINER and unicodedata.category(character) in ("So", "Sm", "Lo"))
        # A virama ties the next consonant to its own.
        or (unicodedata.combining(last) == 9 and character.isalpha())
        or (_is_flag_half(character) and _is_flag_half(last) and len(cluster) % 2 == 1)
    )


def _is_selector(character: str) -> bool:
    return "\ufe00" <= character <= _EMOJI_SELECTOR


def _is_flag_half(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _is_emoji(cluster: str) -> bool:
    return _EMOJI_SELECTOR in cluster or cluster[0] >= "\U0001f000"
