"""Verbs whose particle stands apart from them: "turn the music down", "leave the dog out", "dreh die Musik auf"."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from .lexicon import fold_all, phrases
from .token import Token

_PARTICLES = {
    "en": frozenset("up down off out in back away".split()),
    "de": frozenset("auf ab aus an raus heraus rein weg zuruck runter hoch leiser lauter".split()),
}
_LONGEST_GAP = 7
_NO_DEEDS = frozenset(("filler", "toend", "tostart"))
# What a verb can't reach over to its particle.
_BORDERS = ("quote", "break", "tostart", "toend")


def join_verbs(tokens: Sequence[Token], language: str) -> None:
    """Give a verb and its particle the meaning that the phrase of both has, where the lexicon has one."""
    table = _table(language)
    if not table:
        return
    for place, token in enumerate(tokens):
        verb = fold_all(token.text)
        if (verb not in _verbs(language)) or token.used:
            continue
        for ahead in range(place + 2, min(len(tokens), place + _LONGEST_GAP + 1)):
            particle, _, degree = fold_all(tokens[ahead].text).partition(" ")
            kinds = table.get((verb, particle))
            if kinds is not None and (not degree or tokens[ahead].has("quieter", "louder")):
                token.kinds, token.text = dict(kinds), f"{verb} {particle}"
                tokens[ahead].kinds = {"bit": True} if degree else {"filler": True}
                break
            if tokens[ahead].has(*_BORDERS):
                break


@functools.cache
def _table(language: str) -> dict[tuple[str, str], dict[str, object]]:
    particles = _PARTICLES.get(language, frozenset())
    return {
        (known[0], known[1]): kinds
        for known, kinds in phrases(language)[0].items()
        if len(known) == 2 and known[1] in particles and not kinds.keys() & _NO_DEEDS
    }


@functools.cache
def _verbs(language: str) -> frozenset[str]:
    return frozenset(verb for verb, _ in _table(language))
