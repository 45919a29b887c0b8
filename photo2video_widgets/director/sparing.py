"""What a clause leaves as it is: "all but the first", "keep the rest"."""

from __future__ import annotations

from dataclasses import replace

from .clauses import CORE, Clause
from .wishes import Photos, Wish
from .work import Context

_BESIDE_EXCEPTIONS = frozenset("move remove swap keep show only color".split())
_OF_FILMS = frozenset(("make", "film", "shape", "thanks", "hello"))
_EVERYTHING = (("all",), ("rest",))
_THE_SAME = ("the same", "一样")
SPARABLE = ("look", "motion", "length", "each", "fit", "transition")


def says_more(clause: Clause, first: bool) -> bool:
    """Whether a clause with an exception says by itself what is to be done, beside which photos are to be there."""
    kinds = CORE - _BESIDE_EXCEPTIONS - (_OF_FILMS if first else frozenset())
    return any(token.has(*kinds) and not token.has("name") for token in clause.tokens)


def only_keeps(clause: Clause, context: Context) -> bool:
    """Whether a clause asks that something stays as it is."""
    if clause.has("throughout") or (clause.has("at", "to") and any(token.has("digits") for token in clause.tokens)):
        return False
    if clause.has("title", "caption", "text") and clause.has("total", "film"):
        return False
    if clause.has(
        "time",
        "percent",
        "only",
        "look",
        "color",
        "contain",
        "quote",
        "size",
        "shape",
        "undo",
        "back",
        "quieter",
        "louder",
    ):
        return False
    if clause.has("motion") and clause.value("motion") == "none":
        # "the others stay still" said of what was not about motion
        return clause.has("rest") and context.topic not in ("", "motion") and "motion" not in context.before
    if _follows_suit(clause, context):
        return False
    if clause.has("unchanged") and not clause.has("sort", "reverse", "double", "triple", "halve", "factor"):
        return not clause.has("shuffle", "longer", "shorter", "remove")
    if clause.has("keep") and clause.has("except", "out"):
        return False
    keeps = (clause.has("keep") and not clause.has("show")) or (clause.has("keep") and clause.has("rest"))
    return keeps and not clause.has("longer", "shorter", "tostart", "toend", "trans", "same", "mood", "fill", "remove")


def _follows_suit(clause: Clause, context: Context) -> bool:
    """Whether "the same" says that a photo is to be as the one before: "the boat 3 seconds, the dog the same"."""
    same = next((token for token in clause.tokens if token.text.lower() in _THE_SAME), None)
    others = [
        token for token in clause.tokens if token is not same and not token.has("name", "ord", "photo", "filler", "and")
    ]
    wishes = context.wishes
    if same is None or others or not clause.has("name", "ord") or not (wishes and wishes[-1].photos.items):
        return False
    same.kinds = {"likewise": True}
    return True


def leave_alone(photos: Photos, wishes: list[Wish]) -> None:
    """Take photos that are to stay as they are out of what was asked for all: "all a bit longer, but not the last"."""
    kept = Photos(tuple(item for item in photos.items if item not in _EVERYTHING))
    for place, wish in enumerate(wishes):
        if not kept or not wish.photos.are_all:
            continue
        if wish.kind in SPARABLE:
            wishes[place] = _for_photos(wish).about(wish.photos.without(kept))
        elif wish.kind == "whole" and wish.get("relative"):
            wishes[place] = replace(wish, kind="length").about(wish.photos.without(kept))


def _for_photos(wish: Wish) -> Wish:
    return replace(wish, kind="length") if wish.kind == "each" else wish


def read_exception(clause: Clause, photos: Photos, context: Context) -> list[Wish]:
    left_out = Photos(photos.but)
    clause.extra["understood"] = True
    for token in clause.tokens:
        token.used = True
    follower = clause.extra.get("next")
    if isinstance(follower, Clause) and (
        follower.has("keep", "look", "show")
        or (follower.has("it") and (follower.has("time", "number") or follower.value("motion") == "none"))
    ):
        context.photos = left_out
        return []
    for place in range(len(context.wishes) - 1, -1, -1):
        wish = context.wishes[place]
        if wish.kind in SPARABLE:
            context.wishes[place] = _for_photos(wish).about(wish.photos.without(left_out))
            return []
    return [Wish("spare", left_out, {}, clause.said)]
