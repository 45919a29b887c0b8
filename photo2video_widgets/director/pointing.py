"""What "it", "that one" and clauses that name nothing are about."""

from __future__ import annotations

import re
from dataclasses import replace

from .clauses import Clause
from .wishes import NOBODY, Photos, Wish
from .work import Context

_THAT_ONE = re.compile(r"\b(?:that|this) one\b|^(?:那|这)张|\bésa\b|\b(?:das da|celle-là|celle-ci)\b|^(?:あれ|それ)を")


def leaves_open(clause: Clause, found: list[Wish]) -> bool:
    """Whether something is asked for one of the photos, and nothing says which: "make one of them longer"."""
    named = any(wish.photos.items or wish.kind in ("history", "text") for wish in found)
    return bool(found or clause.has("remove")) and not named


def points(clause: Clause, context: Context) -> bool:
    """Whether it points at a photo that this message does not name: "that one"."""
    named = bool(context.photos) or clause.has("name", "ord", "partial")
    return not named and _THAT_ONE.search(clause.said.lower()) is not None


def pointed(wish: Wish, photos: Photos) -> Wish:
    """A wish for the photos that the message before was about; a question where it was about none."""
    if wish.photos or wish.kind not in ("whole", "look", "motion"):
        return wish
    if not photos:
        return Wish("which-photo", NOBODY, {}, wish.said)
    return replace(wish.about(photos), kind="length" if wish.kind == "whole" else wish.kind)


def anchored(photos: Photos, context: Context) -> Photos:
    """The photos, where "the one before" leads the list as one before what was named last."""
    if not photos.items or photos.items[0][0] != "beside" or len(photos.items[0]) > 2:
        return photos
    known = [item for item in (context.photos or context.mentioned or context.earlier).items if item[0] != "all"]
    return replace(photos, items=((*photos.items[0], known[-1]), *photos.items[1:])) if known else photos


def goes_on_about(clause: Clause) -> bool:
    """Whether it is about the photo of the clause before, which said nothing of it: "the dog drags, 2 seconds"."""
    before = clause.extra.get("before")
    if not isinstance(before, Clause) or before.extra.get("found", True) or not before.has("name", "ord"):
        return False
    return "stop" not in clause.joined and not clause.has(*_OF_WHOLE_FILMS)


_OF_WHOLE_FILMS = (
    "all", "each", "rest", "film", "total", "shape", "music", "mood", "volume", "title", "credit", "order", "sort",
    "by",
)  # fmt: skip


def says_how_long(clause: Clause, context: Context) -> bool:
    """Whether a clause is nothing but the time for the photos before: "the dog can be faster, one second"."""
    others = [token for token in clause.tokens if not token.has("time", "filler", "about", "only", "for")]
    if others or not clause.has("time") or "stop" in clause.joined:
        return False
    return context.topic == "length" and bool(context.wishes) and bool(context.wishes[-1].photos)


def is_relative(clause: Clause) -> bool:
    """Whether it tells more of the photo that was named last: "…, which zooms in"."""
    return clause.tokens[0].text.lower() == "which" and clause.joined == {"comma"}


def means_the_same(clause: Clause, context: Context) -> bool:
    """Whether a clause that names no photos goes on about those of the clause before."""
    if clause.has("all", "film", "total", "shape"):
        return False
    if is_relative(clause):
        return True
    if clause.has("look", "motion", "trans") and context.topic == "order":
        return False
    return clause.has("it", "remove", "show", "move", "swap", "trim", "mute")


def goes_on(clause: Clause) -> bool:
    """Whether a clause does something to "it" that can only be done to a photo: "move it to the front"."""
    if not clause.has("it") or not clause.has("move") or clause.has(*_NOT_PHOTOS):
        return False
    return clause.has("tostart", "toend", "before", "after", "between")


_NOT_PHOTOS = ("music", "title", "caption", "credit", "text", "quote", "transition", "place", "time")
