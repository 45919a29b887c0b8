"""A plan: operations as they gather, tried at once, so that each is planned against the draft as it will be then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import cast

from ..draft import Draft, Segment
from ..operations import Operation
from .dates import Day, was_on
from .model import Asset, Past
from .replies import say
from .tokens import plain_letters
from .wishes import Photos, Wish

Item = tuple[object, ...]


class Unresolved(Exception):
    """The words name something that is not there, or that could be several things; the note says it."""


@dataclass
class Plan:
    """What is being done to a draft, and what is to be said besides."""

    draft: Draft
    language: str
    assets: Sequence[Asset]
    past: Sequence[Past] = ()
    first: bool = False
    topic: str = ""
    wishes: Sequence[Wish] = ()
    operations: list[Operation] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    asks: bool = False
    base: tuple[Segment, ...] = ()
    song_hint: str = ""

    def do(self, operation: Operation) -> None:
        changed = operation(self.draft)
        if changed != self.draft:
            self.draft = changed
            self.operations.append(operation)

    def note(self, key: str, **values: object) -> None:
        said = say(self.language, key, **values)
        if said not in self.notes:
            self.notes.append(said)

    def refuse(self, key: str, **values: object) -> Unresolved:
        """Say that something can't be done; the caller raises what this gives."""
        self.note(key, **values)
        return Unresolved(key)

    def ask(self, key: str, **values: object) -> Unresolved:
        """Ask one question back; the caller raises what this gives."""
        self.asks = True
        return self.refuse(key, **values)

    @property
    def asset_names(self) -> dict[str, Asset]:
        return {asset.id: asset for asset in self.assets}

    def segments(self, photos: Photos) -> list[Segment]:
        """The photos that are meant, in the order in which they are named. Raises `Unresolved`."""
        named: list[Segment] = [] if photos.items else list(self.base)
        for item in photos.items:
            named += self._beside(item, named) if item[0] == "beside" else self._of(item)
        left_out = {one.id for item in photos.but for one in self._of(item)}
        present = {segment.id: segment for segment in self.draft.pictures}
        found = dict.fromkeys(one.id for one in named if one.id not in left_out and one.id in present)
        return [present[identity] for identity in found]

    def ids(self, photos: Photos) -> list[str] | None:
        """Their ids; None for all photos."""
        return None if photos.are_all else [segment.id for segment in self.segments(photos)]

    def one(self, photos: Photos) -> Segment:
        found = self.segments(photos)
        if not found:
            raise self.refuse("no-such-name", name="?")
        return found[0]

    def _of(self, item: Item) -> list[Segment]:
        kind, count = item[0], len(self.base)
        whole = [value for value in item[1:] if isinstance(value, int)]
        if kind in ("all", "rest"):
            return list(self.base)
        if kind == "nth" and "now" in item and whole[0] <= len(self.draft.pictures):
            return [self.draft.pictures[whole[0] - 1 if whole[0] > 0 else -1]]
        if kind == "nth":
            number = count if whole[0] == -1 else whole[0]
            return [self.base[self._within(number) - 1]]
        if kind == "first":
            return list(self.base[: self._within(whole[0])])
        if kind == "last":
            return list(self.base[count - self._within(whole[0]) :])
        if kind == "range":
            first, last = sorted(whole[:2])
            return list(self.base[self._within(first) - 1 : self._within(last)])
        if kind == "lastbut":
            return [self.base[self._within(count - 1) - 1]]
        if kind == "odd":
            return list(self.base[1::2])
        if kind == "part":
            return list(self.base[: (count + 1) // 2] if whole[0] == 1 else self.base[count // 2 :])
        if kind == "parity":
            return list(self.base[whole[0] - 1 :: 2])
        if kind == "middle":
            return [self.base[count // 2]]
        if kind == "taken":
            return self._on_day(cast(Day, item[1]))
        if kind == "name":
            return self._named(str(item[1]))
        if kind == "every":
            return self._every(str(item[1]))
        return self._like(str(item[1]))

    def _beside(self, item: Item, named: Sequence[Segment]) -> list[Segment]:
        """The photo before or after the one that the item names, else the one that was named last."""
        anchors = self._of(item[2]) if len(item) > 2 and isinstance(item[2], tuple) else named[-1:]
        if not anchors:
            raise self.ask("which-photo", count=len(self.base))
        place = [segment.id for segment in self.base].index(anchors[0].id) + (1 if item[1] == "after" else -1)
        return [self.base[self._within(place + 1) - 1]]

    def _on_day(self, day: Day) -> list[Segment]:
        taken = {asset.id: asset.taken for asset in self.assets}
        if not any(taken.get(segment.src) for segment in self.base):
            raise self.refuse("no-dates")
        found = [segment for segment in self.base if was_on(taken.get(segment.src), day)]
        if not found:
            raise self.refuse("no-such-day")
        return found

    def _within(self, number: int) -> int:
        if not 1 <= number <= len(self.base):
            raise self.refuse("no-such-number", number=number, count=len(self.base))
        return number

    def _named(self, asset: str) -> list[Segment]:
        found = [segment for segment in self.base if segment.src == asset]
        if not found:
            known = self.asset_names.get(asset)
            raise self.refuse("not-in-film", name=known.name if known else "?")
        return found

    def _every(self, words: str) -> list[Segment]:
        found = like(words, [(segment.name, segment) for segment in self.base])
        if not found:
            raise self.refuse("no-such-name", name=words)
        return found

    def _like(self, words: str) -> list[Segment]:
        found = like(words, [(segment.name, segment) for segment in self.base])
        if not found:
            raise self.refuse("no-such-name", name=words)
        if len({segment.src for segment in found}) > 1:
            raise self.ask("ambiguous-name", name=words, names=", ".join(segment.name for segment in found[:6]))
        return found


def like(words: str, named: Sequence[tuple[str, Segment]]) -> list[Segment]:
    """What has the words as a part of its name; whole words of the name count before parts of words."""
    import re

    wanted = plain_letters(words)
    if not wanted:
        return []
    stems = [(name.rpartition(".")[0] or name, segment) for name, segment in named]
    singular = wanted[:-1] if wanted.endswith("s") and len(wanted) > 4 else wanted
    whole = [
        segment
        for stem, segment in stems
        if {wanted, singular} & {plain_letters(part) for part in re.split(r"[\W_]+|(?<=\D)(?=\d)", stem)}
    ]
    least = 2 if not wanted.isascii() else 3
    return whole or [segment for stem, segment in stems if len(wanted) >= least and wanted in plain_letters(stem)]
