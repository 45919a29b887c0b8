"""What can differ between a segment before and after a change, and the words for either side of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ..draft import AUDIO, TEXT, VIDEO, Motion, Segment, TextStyle
from .words import figure, in_one_line, kind_of, name_of, percent, say, seconds, span, word

Words = tuple[str, str]


@dataclass(frozen=True)
class Aspect:
    """One thing that is compared: `key` names its phrases, `value` tells whether it changed.

    `words` gives the words for before and after in a language; without it the phrase says everything.
    """

    key: str
    value: Callable[[Segment], Any]
    words: Callable[[str, Segment, Segment], Words] | None = None


def told_apart(write: Callable[[Any, int], str], was: Any, now: Any, digits: int) -> Words:
    """Two figures, written as finely as it takes to see that they differ."""
    words = write(was, digits), write(now, digits)
    if words[0] == words[1]:
        words = write(was, digits + 3), write(now, digits + 3)
    return words


def lengths(language: str, was: int, now: int) -> Words:
    return told_apart(lambda ms, digits: seconds(ms, language, digits), was, now, 2)


def _names(language: str, was: Segment, now: Segment) -> Words:
    return name_of(was, language), name_of(now, language)


def _named(value: Callable[[Segment], str]) -> Callable[[str, Segment, Segment], Words]:
    return lambda language, was, now: (word(language, value(was)), word(language, value(now)))


def _spans(language: str, was: Segment, now: Segment) -> Words:
    def write(item: Segment, digits: int) -> str:
        return span(item.start, item.end, language, digits)

    return told_apart(write, was, now, 2)


def _motion(segment: Segment) -> Motion:
    given = segment.motion
    return Motion("none", 0.0, "") if given.kind == "none" else given


def _motions(language: str, was: Segment, now: Segment) -> Words:
    old, new = _motion(was), _motion(now)
    kinds = word(language, old.kind), word(language, new.kind)
    if kinds[0] != kinds[1]:
        return kinds
    amounts = told_apart(percent, old.amount, new.amount, 0)
    if amounts[0] != amounts[1]:
        return f"{kinds[0]} {amounts[0]}", f"{kinds[1]} {amounts[1]}"
    return f"{kinds[0]} {word(language, old.ease)}", f"{kinds[1]} {word(language, new.ease)}"


def _transitions(language: str, was: Segment, now: Segment) -> Words:
    def write(segment: Segment, digits: int) -> str:
        transition = segment.transition
        if not transition:
            return say(language, "cut")
        return f"{word(language, transition.kind)} {seconds(transition.duration, language, digits)}"

    return told_apart(write, was, now, 2)


def _trims(language: str, was: Segment, now: Segment) -> Words:
    def write(segment: Segment, digits: int) -> str:
        return span(*segment.trim, language, digits) if segment.trim else say(language, "whole")

    return told_apart(write, was, now, 2)


def _speed(segment: Segment) -> float:
    given = segment.meta.get("speed")
    return given if isinstance(given, int | float) and abs(given) < 1e6 else 1.0


def _speeds(language: str, was: Segment, now: Segment) -> Words:
    return told_apart(lambda speed, digits: f"{figure(speed, digits)}×", _speed(was), _speed(now), 2)


def _volume(segment: Segment) -> float:
    silent = segment.meta.get("mute") is True or segment.meta.get("muted") is True
    return 0.0 if silent else segment.volume


def _volumes(language: str, was: Segment, now: Segment) -> Words:
    def write(volume: float, digits: int) -> str:
        return percent(volume, digits) if volume else say(language, "off")

    return told_apart(write, _volume(was), _volume(now), 0)


def source(segment: Segment) -> str:
    # What follows the ? of an address is often a signature, made anew each time.
    return segment.src.partition("?")[0]


def _fades(language: str, was: Segment, now: Segment) -> Words:
    def write(segment: Segment, digits: int) -> str:
        return " / ".join(seconds(ms, language, digits) for ms in segment.fade)

    return told_apart(write, was, now, 2)


def _loops(language: str, was: Segment, now: Segment) -> Words:
    return say(language, "yes" if was.loop else "no"), say(language, "yes" if now.loop else "no")


def _ducks(language: str, was: Segment, now: Segment) -> Words:
    return told_apart(lambda duck, digits: f"{figure(duck, digits)} dB", was.duck, now.duck, 1)


def _offsets(language: str, was: Segment, now: Segment) -> Words:
    return lengths(language, was.offset, now.offset)


def _durations(language: str, was: Segment, now: Segment) -> Words:
    return lengths(language, was.duration, now.duration)


def _roles(language: str, was: Segment, now: Segment) -> Words:
    def write(segment: Segment) -> str:
        kind = kind_of(segment)
        return word(language, segment.role) if kind == "text-any" else say(language, kind)

    return write(was), write(now)


PICTURE = (
    Aspect("motion", _motion, _motions),
    Aspect("look", lambda item: item.look, _named(lambda item: item.look)),
    Aspect("fit", lambda item: item.fit, _named(lambda item: item.fit)),
    Aspect("part", lambda item: (item.crop, item.focus)),
    Aspect("transition", lambda item: item.transition, _transitions),
    Aspect("trim", lambda item: item.trim, _trims),
    Aspect("speed", _speed, _speeds),
    Aspect("volume", _volume, _volumes),
)
DURATION = Aspect("duration", lambda item: item.duration, _durations)
SPAN = Aspect("span", lambda item: (item.start, item.end), _spans)

SOUND_SPAN = Aspect("music-span", lambda item: (item.start, item.end), _spans)
SOUND = (
    Aspect("music-volume", _volume, _volumes),
    Aspect("music-fade", lambda item: item.fade, _fades),
    Aspect("music-offset", lambda item: item.offset, _offsets),
    Aspect("music-loop", lambda item: item.loop, _loops),
    Aspect("music-duck", lambda item: item.duck, _ducks),
    Aspect("tune", lambda item: item.seed),
)

# Which of these a new source or name is depends on both; `describing` tells.
REPLACED = Aspect("replaced", source, _names)
RENAMED = Aspect("renamed", lambda item: item.name, _names)
FILE = Aspect("file", source)
MUSIC = Aspect("music", source, _names)


def wording(segment: Segment) -> str:
    return segment.text or segment.name


_STYLE_FIGURES: dict[str, Callable[[Any], str]] = {
    "size": lambda value: percent(value, 1),
    "font": lambda value: in_one_line(value, 24),
    "weight": lambda value: str(value),
    "outline": percent,
    "shadow": percent,
}


def _style(segment: Segment) -> tuple[TextStyle, str, tuple[str, str]]:
    return segment.style, segment.position, segment.animation


def _styles(language: str, was: Segment, now: Segment) -> Words:
    sides = [dict(_style_words(language, segment)) for segment in (was, now)]
    changed = [
        f"{say(language, 'style-' + key)} {sides[0][key]} → {value}"
        for key, value in sides[1].items()
        if sides[0][key] != value
    ]
    return "", say(language, "comma").join(changed)


def _style_words(language: str, segment: Segment) -> list[tuple[str, str]]:
    style = segment.style
    words = [("color", word(language, style.color))]
    words += [(key, write(getattr(style, key))) for key, write in _STYLE_FIGURES.items()]
    words.append(("box", word(language, style.box or "none")))
    words.append(("place", word(language, segment.position)))
    words.append(("animation", "/".join(dict.fromkeys(word(language, name) for name in segment.animation))))
    return words


WORDING = Aspect("text", wording, _names)
ROLE = Aspect("role", lambda item: item.role, _roles)
TEXT_SPAN = Aspect("text-span", lambda item: (item.start, item.end), _spans)
STYLE = Aspect("style", _style, _styles)


_NAMED = frozenset({"name"})
_INNER: dict[str, frozenset[str]] = {
    "motion": frozenset({"kind", "amount", "ease"}),
    "transition": frozenset({"kind", "d"}),
    "look": frozenset({"kind"}),
    "style": frozenset({"color", "size", "font", "weight", "outline", "shadow", "box"}),
    "animation": frozenset({"in", "out"}),
}
_KNOWN: dict[int, frozenset[str]] = {
    VIDEO: _NAMED
    | {"src", "kind", "fit", "crop", "focus", "motion", "transition", "look", "trim", "volume", "speed"}
    | {"mute", "muted"},
    AUDIO: _NAMED | {"src", "seed", "offset", "loop", "volume", "fade", "duck", "mute", "muted"},
    TEXT: _NAMED | {"text", "role", "position", "style", "animation"},
}


def unknown(segment: Segment) -> Any:
    """What a segment holds besides all that is compared by name."""
    known = _KNOWN.get(segment.track_type, _NAMED)
    beside = {key: value for key, value in segment.data.items() if key not in ("id", "s", "d", "m")}
    within = {key: value for key, value in segment.meta.items() if key not in known}
    inner = {
        (key, name): value
        for key, names in _INNER.items()
        if key in known
        for name, value in _mapping(segment.meta.get(key)).items()
        if name not in names
    }
    # What it is called has a line of its own, wherever it is written.
    called = wording(segment) if segment.track_type == TEXT else segment.name
    return [{key: value for key, value in part.items() if value != called} for part in (beside, within, inner)]


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
