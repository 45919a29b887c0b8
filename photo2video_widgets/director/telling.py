"""What a change did and what a new film holds, told shortly in the user's language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..changes import describe_changes, name_of
from ..draft import Draft, Segment
from .replies import say
from .wishes import Wish

_MOST = 6


def changes(before: Draft, after: Draft, language: str) -> list[str]:
    """What changed, each thing before → after; at most six of them, and how many more."""
    return describe_changes(before, after, language, _MOST)


def _mood(segment: Segment, language: str) -> str:
    mood = segment.src.removeprefix("music:")
    return name_of(language, mood) if mood != segment.src else segment.name


def _quoted(item: Segment, language: str) -> str:
    return say(language, "quoted", text=item.text)


def contents(draft: Draft, wishes: Sequence[Wish], language: str) -> str:
    """What the first film has, each thing with the comma before it."""
    return "".join(say(language, "comma") + part for part in _contents(draft, wishes, language))


def _contents(draft: Draft, wishes: Sequence[Wish], language: str) -> Iterator[str]:
    by = [str(wish.get("by")) for wish in wishes if wish.kind == "order"]
    if by:
        yield say(language, f"order-{by[-1]}")
    for look in sorted({segment.look for segment in draft.pictures} - {"none"}):
        yield say(language, "with-look", kind=name_of(language, look))
    kinds = sorted({segment.transition.kind for segment in draft.pictures if segment.transition})
    if kinds:
        yield say(language, "with-transitions", kind=" / ".join(name_of(language, kind) for kind in kinds[:3]))
    if any(segment.motion.kind != "none" for segment in draft.pictures):
        yield say(language, "with-motion")
    if any(wish.kind == "fit" and wish.get("fit") == "contain" for wish in wishes):
        yield say(language, "with-whole")
    for sound in draft.sounds:
        yield say(language, "with-music", mood=_mood(sound, language), volume=round(sound.volume * 100))
    for item in draft.texts[:3]:
        yield say(language, "with-text", label=say(language, f"label-{item.role}"), what=_quoted(item, language))
