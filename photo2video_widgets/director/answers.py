"""The answer to a question back: "the lake photo could be lake1 or lake2. Which?" — "the second"."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from ..draft import Segment
from .plan import like
from .token import Token
from .wishes import NOBODY, Photos, Wish

_MOST_WORDS = 12


def answered(
    asked: Sequence[Wish], tokens: Sequence[Token], pictures: Sequence[Segment], known: Container[object]
) -> list[Wish]:
    """The wishes that were `asked` about, with the photo that the answer names; none where it names none."""
    if len(tokens) > _MOST_WORDS:
        return []
    found: list[Wish] = []
    for wish in asked:
        open_items = [item for item in wish.photos.items if item[0] == "like"]
        if len(open_items) != 1:
            return []
        candidates = list(
            dict.fromkeys(one.src for one in like(str(open_items[0][1]), [(one.name, one) for one in pictures]))
        )
        chosen = _chosen(tokens, candidates, known)
        if len(candidates) < 2 or chosen is None:
            return []
        items = tuple(("name", chosen) if item == open_items[0] else item for item in wish.photos.items)
        found.append(wish.about(replace(wish.photos, items=items)))
    return found


def named_in(tokens: Sequence[Token], known: Container[object]) -> Photos:
    """The photos that an answer names: "the dog, I mean"."""
    if len(tokens) > _MOST_WORDS:
        return NOBODY
    names = [("name", token.kinds["name"]) for token in tokens if token.has("name") and token.kinds["name"] in known]
    places = [
        ("nth", -1 if token.kinds["ord"] == "last" else token.kinds["ord"]) for token in tokens if token.has("ord")
    ]
    numbers = [("nth", token.whole("number")) for token in tokens if token.has("number")]
    return Photos(tuple(names or places or numbers))


def _chosen(tokens: Sequence[Token], candidates: Sequence[str], known: Container[object]) -> str | None:
    names = [str(token.kinds["name"]) for token in tokens if token.has("name") and token.kinds["name"] in known]
    if names:
        return names[0] if len(set(names)) == 1 else None
    places = [token.kinds["ord"] for token in tokens if token.has("ord")]
    if not places:
        places = [token.whole("number") for token in tokens if token.has("number")]
    place = places[0] if places else 0
    place = len(candidates) if place == "last" else 1 if place == "first" else place
    return candidates[place - 1] if isinstance(place, int) and 1 <= place <= len(candidates) else None
