"""What words mean: a table a language, of phrases by the concept that they name.

A concept is a kind, or a kind and a value as in `look:mono`. A phrase may name several; the grammar takes the one that
fits. `filler` means nothing by itself. Accents and case don't count, nor does a hyphen in place of a space; a phrase in
Chinese or Japanese is found anywhere, all others as whole words, the longest first.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator, Mapping

from . import de, en, es, fr, ja, numerals, zh
from .complaints import complaints

LANGUAGES = ("en", "zh", "es", "de", "fr", "ja")
_WORDS = {"en": en.WORDS, "zh": zh.WORDS, "es": es.WORDS, "de": de.WORDS, "fr": fr.WORDS, "ja": ja.WORDS}

Readings = Mapping[str, object]
"""What a phrase may mean: values by kind."""

HAN = "\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f々〆"
_WORD = re.compile(r"(?:l|d|n|s|m|t|j|c|qu|jusqu)'(?=[a-z])|[a-z0-9]+(?:[&'/][a-z0-9]+)*'?")


def fold(letter: str) -> str:
    """A letter as it is compared: small, without accent, in its plain form."""
    plain = unicodedata.normalize("NFKC", letter).lower().replace("’", "'").replace("ß", "ss")
    if plain.isascii():
        return plain
    parts = unicodedata.normalize("NFD", plain)
    # Only the accents of Latin: those of Japanese make another letter.
    return unicodedata.normalize("NFC", "".join(part for part in parts if not "\u0300" <= part <= "\u036f"))


def fold_all(text: str) -> str:
    return "".join(fold(letter) for letter in text)


def words_of(text: str) -> tuple[str, ...]:
    """The Latin words of folded text."""
    return tuple(match[0] for match in _WORD.finditer(text))


def is_han(letter: str) -> bool:
    return re.match(f"[{HAN}]", letter) is not None


@functools.cache
def phrases(language: str) -> tuple[dict[tuple[str, ...], dict[str, object]], dict[str, dict[str, object]]]:
    """The phrases of one language: those of Latin words, and those that are found anywhere."""
    latin: dict[tuple[str, ...], dict[str, object]] = {}
    anywhere: dict[str, dict[str, object]] = {}
    for phrase, kind, value in _entries(language):
        folded = fold_all(phrase)
        if re.search(f"[{HAN}]", folded):
            anywhere.setdefault(folded, {}).setdefault(kind, value)
        else:
            latin.setdefault(words_of(folded), {}).setdefault(kind, value)
    return latin, anywhere


def _entries(language: str) -> Iterator[tuple[str, str, object]]:
    for concept, alternatives in _WORDS[language].items():
        kind, _, value = concept.partition(":")
        for phrase in alternatives.split("|"):
            yield phrase, kind, (value if value and not value.isdecimal() else int(value) if value else True)
    for phrase, kind in complaints(language):
        yield phrase, kind, True
    for number, word in enumerate(numerals.NUMBERS.get(language, "").split()):
        yield word, "number", float(number)
    for word, tens in numerals.TENS.get(language, {}).items():
        yield word, "number", float(tens)
    if language == "en":
        for word, place in numerals.ORDINALS.items():
            yield word, "ord", place
        for place in range(1, 100):
            for ending in ("th", "st", "nd", "rd"):
                yield f"{place}{ending}", "ord", place
    if language not in ("zh", "ja"):
        for length, units in numerals.UNITS.items():
            for unit in units.split():
                yield unit, "unit", length
        for word in numerals.PERCENT:
            yield word, "percentage", True


@functools.cache
def longest(language: str) -> int:
    """The letters of the longest phrase that is found anywhere."""
    return max((len(phrase) for phrase in phrases(language)[1]), default=0)


@functools.lru_cache(2048)
def mistyped(word: str, language: str) -> str | None:
    """The word of the language that somebody meant who typed this one; None where that can't be told."""
    if len(word) < 5 or not word.isalpha():
        return None
    near = {
        known[0]
        for known, readings in phrases(language)[0].items()
        if len(known) == 1
        and known[0][0] == word[0]
        and set(readings) - {"filler", "number"}
        and is_slip(word, known[0])
    }
    if len(near) > 1:
        kinds = {tuple(sorted(map(str, phrases(language)[0][(one,)].items()))) for one in near}
        return min(near) if len(kinds) == 1 else None
    return near.pop() if near else None


_ALIKE = frozenset(frozenset(pair) for pair in ("ck", "sz", "iy", "ie", "ea", "cs", "uo", "sc", "kq", "vw"))


def is_slip(typed: str, meant: str) -> bool:
    """Whether one letter is missing, doubled, changed places or took another's; two such in a long word."""
    if abs(len(typed) - len(meant)) > 1 or len(meant) < 5:
        return len(meant) >= 9 and abs(len(typed) - len(meant)) == 2 and _distance(typed, meant) == 2
    cost = _distance(typed, meant)
    if cost == 2:
        return len(meant) >= 9
    if cost == 1 and len(typed) == len(meant):
        changed = [(one, other) for one, other in zip(typed, meant, strict=True) if one != other]
        return len(changed) == 2 or len(meant) >= 8 or frozenset(changed[0]) in _ALIKE
    return cost == 1


def _distance(one: str, other: str) -> int:
    """Damerau's distance: letters missing, added, changed or swapped with their neighbours."""
    rows = [list(range(len(other) + 1))]
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, wanted in enumerate(other, 1):
            cost = min(rows[-1][j] + 1, row[j - 1] + 1, rows[-1][j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, rows[-2][j - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1]
