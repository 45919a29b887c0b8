"""Lines in one language about segments of one sort: one by one while they are few, else all together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ..draft import AUDIO, Segment
from .aspects import Aspect
from .phrases import PHRASES
from .words import LONGEST_LINE, name_of, names_of, percent, say, span

Pairs = list[tuple[Segment, Segment]]

# As many of a kind are told one by one; more than that together.
ONE_BY_ONE = 2


@dataclass(frozen=True)
class Group:
    """Segments of one sort in both drafts: those in both as pairs, in the order of `after`, and all others."""

    before: Sequence[Segment]
    after: Sequence[Segment]
    kept: Pairs
    added: list[Segment]
    removed: list[Segment]
    moved: Pairs
    kind: Callable[[Segment], str]


class Lines:
    """Collects lines in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.lines: list[str] = []

    def say(self, key: str, **values: object) -> None:
        line = say(self.language, key, **values)
        self.lines.append(line if len(line) <= LONGEST_LINE else line[: LONGEST_LINE - 1] + "…")

    def say_if(self, key: str, before: object, after: object) -> None:
        if before != after:
            self.say(key, before=before, after=after)

    def shown(self, most: int) -> list[str]:
        if len(self.lines) <= most:
            return self.lines
        shown = self.lines[: most - 1]
        return [*shown, say(self.language, "more", count=len(self.lines) - len(shown))]

    def thing(self, group: Group, segment: Segment) -> str:
        return say(self.language, group.kind(segment))

    def things(self, group: Group, segments: Sequence[Segment]) -> str:
        kinds = {group.kind(segment) for segment in segments}
        several = "picture" if kinds <= {"photo", "clip", "video"} else "text-any"
        kind = kinds.pop() if len(kinds) == 1 else several
        return say(self.language, f"{kind}-count", count=len(segments))

    def names(self, segments: Iterable[Segment]) -> str:
        return names_of(segments, language=self.language)

    def tell(self, group: Group, aspect: Aspect, pairs: Pairs) -> None:
        """One aspect of the pairs, which all differ in it: one by one while they are few, else all together."""
        told = [(was, now, aspect.words(self.language, was, now) if aspect.words else ("", " ")) for was, now in pairs]
        # Where even the words can't tell them apart there is still a difference.
        self.tell_details(group, [(was, now) for was, now, words in told if words[0] == words[1]])
        told = [item for item in told if item[2][0] != item[2][1]]
        same = len({words[1] for _, _, words in told}) == 1
        together = f"{aspect.key}-many" in PHRASES
        if not together or len(told) <= (1 if same else ONE_BY_ONE):
            for _, now, (old, new) in told:
                name = name_of(now, self.language)
                self.say(aspect.key, thing=self.thing(group, now), name=name, before=old, after=new)
            return
        segments = [now for _, now, _ in told]
        after = told[0][2][1] if same else say(self.language, "mixed")
        before = {words[0] for _, _, words in told}
        if len(before) == 1 and told[0][2][0]:
            after = f"{told[0][2][0]} → {after}"
        mixed = f"{aspect.key}-mixed"
        key = mixed if not same and mixed in PHRASES else f"{aspect.key}-many"
        self.say(key, things=self.things(group, segments), names=self.names(segments), after=after)

    def tell_differing(self, group: Group, chosen: Iterable[Aspect]) -> None:
        kept = [(was, now) for was, now in group.kept if was.data != now.data]
        for aspect in chosen:
            self.tell(group, aspect, [pair for pair in kept if aspect.value(pair[0]) != aspect.value(pair[1])])

    def tell_details(self, group: Group, pairs: Pairs) -> None:
        segments = [now for _, now in pairs]
        if not segments:
            return
        key = "details" if len(segments) == 1 else "details-many"
        self.say(key, name=name_of(segments[0], self.language), things=self.things(group, segments))
        if self.lines[-1] in self.lines[:-1]:
            del self.lines[-1]

    def tell_added(self, group: Group, segments: Sequence[Segment], one_by_one: int) -> None:
        if len(segments) > one_by_one:
            self.say("added-many", things=self.things(group, segments), names=self.names(segments))
            return
        for segment in segments:
            key = "added-music" if segment.track_type == AUDIO else "added"
            where = span(segment.start, segment.end, self.language)
            name, volume = name_of(segment, self.language), percent(segment.volume)
            self.say(key, thing=self.thing(group, segment), name=name, span=where, volume=volume)

    def tell_removed(self, group: Group, segments: Sequence[Segment], one_by_one: int) -> None:
        if len(segments) > one_by_one:
            self.say("removed-many", things=self.things(group, segments), names=self.names(segments))
            return
        for segment in segments:
            self.say("removed", thing=self.thing(group, segment), name=name_of(segment, self.language))
