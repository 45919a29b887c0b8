"""A clause while it is read: what stood before it, and what has been found in it."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field

from .clauses import Clause
from .wishes import NOBODY, Photos, Wish

TOPICS = {
    "text-style": "text", "captions": "text", "no-text": "text", "text-edit": "text", "text-back": "text",
    "whole": "length", "each": "length", "equal": "length", "between": "length", "swap": "order", "move": "order",
    "remove": "order", "keep": "order", "again": "order", "restore": "order",
}  # fmt: skip


_SWITCHING = ("turn", "switch", "shut", "mach", "mache", "schalt", "schalte", "stell", "stelle", "dreh", "drehe")
_LEAVING = ("leave", "kick", "throw", "toss", "chuck", "cut", "drop", "keep")


@dataclass
class Context:
    """What earlier clauses were about: their topic, their photos, and what was asked for.

    `before` is the topic of the turn before and `earlier` its photos. `kept` is what of the film is to stay.
    """

    first: bool
    known: Container[object]
    songs: Container[object]
    clips: Container[object]
    topic: str = ""
    photos: Photos = NOBODY
    mentioned: Photos = NOBODY
    wishes: list[Wish] = field(default_factory=list)
    before: str = ""
    earlier: Photos = NOBODY
    kept: list[str] = field(default_factory=list)

    @property
    def current(self) -> str:
        """The topic of this message, or of the one before."""
        return self.topic or self.before


@dataclass
class Work:
    """A clause while it is read."""

    clause: Clause
    context: Context
    photos: Photos
    inherited: bool
    found: list[Wish]

    def wish(self, name: str, photos: Photos | None = None, /, **values: object) -> None:
        about = self.photos if photos is None else photos
        self.found.append(Wish(name, about, values, self.clause.said))

    @property
    def denies(self) -> bool:
        return self.clause.has("not") or self.removes

    @property
    def removes(self) -> bool:
        clause = self.clause
        # "nimm" takes and takes away: by itself it takes.
        if any(token.has("remove") and not token.has("use") for token in clause.tokens) or (
            clause.has("take") and clause.has("out")
        ):
            return True
        leaves = any(token.text.lower().split(" ")[0] in _LEAVING for token in clause.tokens)
        if leaves and any(token.text.lower() == "out" for token in clause.tokens):
            return True
        # "turn the sound off", with what is turned off in between
        verbs = [token for token in clause.tokens if token.text.lower() in _SWITCHING]
        return bool(verbs) and (
            any(token.text.lower() == "off" for token in clause.tokens)
            or clause.tokens[-1].text.lower() in ("aus", "ab")
        )

    @property
    def named(self) -> Photos:
        """The photos that were named, where that is not simply all of them."""
        return NOBODY if self.photos.are_all else self.photos
