"""What the cases expect of a turn: predicates over the draft before and the draft now."""

from __future__ import annotations

import fnmatch
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from photo2video_widgets.draft import Draft, Segment

COLOURS = {
    "black": "#000000", "white": "#ffffff", "red": "#e53935", "yellow": "#fdd835", "blue": "#1e88e5",
    "green": "#43a047", "pink": "#f06292", "teal": "#00897b", "orange": "#fb8c00", "purple": "#8e24aa",
    "gold": "#ffc107", "gray": "#808080", "cyan": "#00bcd4",
}  # fmt: skip
Check = Callable[[Draft, Draft, Any], bool]


def _within(value: float, span: Sequence[float]) -> bool:
    return span[0] <= value <= span[1]


def _names(draft: Draft) -> list[str]:
    return [segment.name for segment in draft.pictures]


def _on(draft: Draft, on: Any) -> list[Segment]:
    if on in (None, "all"):
        return list(draft.pictures)
    if isinstance(on, Mapping):
        return [segment for segment in draft.pictures if segment.name not in on["except"]]
    names = on if isinstance(on, list) else [on]
    return [segment for segment in draft.pictures if segment.name in names]


def _is(kind: str, wanted: Any) -> bool:
    accepted = [wanted] if isinstance(wanted, str) else wanted
    return any(kind != "none" if one == "any" else fnmatch.fnmatchcase(kind, one) for one in accepted)


def _cuts(draft: Draft, at: str) -> list[Segment]:
    inner = list(draft.pictures[1:])
    if at.startswith("into:"):
        return [segment for segment in inner if segment.name == at[5:]]
    if at.startswith("between:"):
        pair = set(at[8:].split(","))
        return [now for was, now in zip(draft.pictures, inner, strict=False) if {was.name, now.name} == pair]
    return inner


def _transition(before: Draft, now: Draft, want: Mapping[str, Any]) -> bool:
    cuts = [segment.transition for segment in _cuts(now, want.get("at", "all"))]
    return bool(cuts) and all(
        cut is not None and _is(cut.kind, want["kind"]) and ("ms" not in want or _within(cut.duration, want["ms"]))
        for cut in cuts
    )


def _music(before: Draft, now: Draft, want: Mapping[str, Any]) -> bool:
    if not want["present"]:
        return not now.sounds
    return bool(now.sounds) and all(
        ("mood" not in want or _is(sound.src.removeprefix("music:"), want["mood"]))
        and ("file" not in want or sound.name == want["file"])
        and ("start_ms" not in want or _within(sound.start, want["start_ms"]))
        and ("volume" not in want or _within(sound.volume, want["volume"]))
        and ("fade_in" not in want or _within(sound.fade[0], want["fade_in"]))
        and ("fade_out" not in want or _within(sound.fade[1], want["fade_out"]))
        for sound in now.sounds
    )


def _text(before: Draft, now: Draft, want: Mapping[str, Any]) -> bool:
    return any(_fits(item, now, want) for item in now.texts)


def _says(text: str, want: Mapping[str, Any]) -> bool:
    wanted = want.get("equals", text)
    accepted = [wanted] if isinstance(wanted, str) else wanted
    if want.get("icase"):
        text, accepted = text.casefold(), [one.casefold() for one in accepted]
    return text in accepted and want.get("contains", text) in text


def _coloured(item: Segment, wanted: str | Sequence[str] | None) -> bool:
    """Whether it has one of the colours; those that have no name here are not looked at."""
    accepted = [wanted] if isinstance(wanted, str) else wanted or [""]
    return item.style.color in {COLOURS.get(colour, item.style.color) for colour in accepted}


def _fits(item: Segment, now: Draft, want: Mapping[str, Any]) -> bool:
    middle = (item.start + item.end) / 2
    over = next((photo.name for photo in now.pictures if photo.start <= middle < photo.end), None)
    return (
        _says(item.text, want)
        and want.get("role", item.role) == item.role
        and ("start_ms" not in want or _within(item.start, want["start_ms"]))
        and ("end_ms" not in want or _within(item.end, want["end_ms"]))
        and want.get("position", item.position) == item.position
        and _coloured(item, want.get("color"))
        and ("ms" not in want or _within(item.duration, want["ms"]))
        and want.get("over", over) == over
        and (want.get("at") != "start" or item.start <= 600)
        and (want.get("at") != "end" or item.end >= now.duration - 1000)
    )


def _measured(draft: Draft, of: str) -> float:
    if of == "duration":
        return draft.duration
    if of == "music_volume":
        return draft.sounds[0].volume
    if of == "motion_amount":
        return max((item.motion.amount for item in draft.pictures if item.motion.kind != "none"), default=0.0)
    if of.startswith("text_size"):
        return draft.texts[0].style.size if draft.texts else 0.0
    if of == "transition_ms":
        lengths = [segment.transition.duration for segment in draft.pictures if segment.transition]
        return sum(lengths) / len(lengths)
    return next((item.duration for item in draft.pictures if item.name == of.removeprefix("segment:")), 0)


def _ratio(before: Draft, now: Draft, want: Mapping[str, Any]) -> bool:
    was = _measured(before, want["of"])
    return was > 0 and _within(_measured(now, want["of"]) / was, want["range"])


def differences(before: Draft, now: Draft) -> set[str]:
    """The aspects in which two drafts differ, each by itself: what moves because photos moved is no difference."""
    found = set()
    for aspect, value in _ASPECTS.items():
        if value(before) != value(now):
            found.add(aspect)
    kept = set(_names(before)) & set(_names(now))
    if _names(before) != _names(now):
        found.add("order")
    for aspect, of in _OF_PHOTOS.items():
        was, is_now = ({item.name: of(item) for item in draft.pictures if item.name in kept} for draft in (before, now))
        if was != is_now:
            found.add(aspect)
    if "order" not in found and [of.transition for of in before.pictures] != [of.transition for of in now.pictures]:
        found.add("transitions")
    return found


_ASPECTS: dict[str, Callable[[Draft], object]] = {
    "aspect": lambda draft: (draft.width, draft.height),
    "fps": lambda draft: draft.fps,
    "background": lambda draft: draft.background,
    "music": lambda draft: [(sound.src, sound.volume, sound.fade) for sound in draft.sounds],
    "text": lambda draft: sorted((item.text, item.role, item.position, item.style) for item in draft.texts),
}
_OF_PHOTOS: dict[str, Callable[[Segment], object]] = {
    "duration": lambda segment: segment.duration,
    "motion": lambda segment: segment.motion.kind,
    "look": lambda segment: segment.look,
    "fit": lambda segment: segment.fit,
}
# What follows of itself may: a transition gets shorter with its photo.
_FOLLOWS = {"duration": {"transitions"}, "aspect": {"fit", "background"}}


def _only(before: Draft, now: Draft, allowed: Sequence[str]) -> bool:
    follows = {name for aspect in allowed for name in _FOLLOWS.get(aspect, ())}
    return differences(before, now) <= set(allowed) | follows


def _changed(before: Draft, now: Draft, aspects: Sequence[str]) -> bool:
    if aspects == ["music_src"]:
        return [sound.src for sound in before.sounds] != [sound.src for sound in now.sounds]
    return set(aspects) <= differences(before, now)


def _shape(before: Draft, now: Draft, want: Sequence[str] | str) -> bool:
    wanted = [want] if isinstance(want, str) else want
    pairs = [tuple(int(part) for part in one.split(":")) for one in wanted]
    return any(abs(now.width / now.height / (across / down) - 1) < 0.015 for across, down in pairs)


def _each_length(before: Draft, now: Draft, want: Any) -> bool:
    span, spared = (want["range"], want.get("except", ())) if isinstance(want, Mapping) else (want, ())
    return all(_within(item.duration, span) for item in now.pictures if item.name not in spared)


def _length_of(before: Draft, now: Draft, want: Mapping[str, Any]) -> bool:
    name = want.get("name") or now.pictures[want["index"] - 1].name
    return _within(_measured(now, f"segment:{name}"), want["range"])


def _ids_kept(before: Draft, now: Draft, want: bool) -> bool:
    was = {item.name: item.id for item in before.pictures}
    return all(was.get(item.name, item.id) == item.id for item in now.pictures)


def _clip(before: Draft, now: Draft, want: Mapping[str, Any]) -> bool:
    return any(
        item.name == want["name"]
        and ("volume" not in want or _within(item.volume, want["volume"]))
        and ("trim" not in want or all(map(_within, item.trim or (0, item.duration), want["trim"])))
        for item in now.pictures
    )


CHECKS: dict[str, Check] = {
    "ids_kept": _ids_kept,
    "clip": _clip,
    "photo_count": lambda before, now, want: len(now.pictures) == want,
    "count_of": lambda before, now, want: _names(now).count(want["name"]) == want["n"],
    "equal_segments": lambda before, now, want: (
        max(item.duration for item in now.pictures) - min(item.duration for item in now.pictures) <= want
    ),
    "short_side": lambda before, now, want: min(now.width, now.height) == want,
    "absent": lambda before, now, want: not set([want] if isinstance(want, str) else want) & set(_names(now)),
    "present": lambda before, now, want: set([want] if isinstance(want, str) else want) <= set(_names(now)),
    "text_absent": lambda before, now, want: want not in [item.text for item in now.texts],
    "same": lambda before, now, want: not _changed(before, now, want),
    "aspect": _shape,
    "size": lambda before, now, want: [now.width, now.height] == want,
    "fps": lambda before, now, want: now.fps == want,
    "background": lambda before, now, want: now.background == COLOURS.get(want, want),
    "fit": lambda before, now, want: all(item.fit == want["kind"] for item in _on(now, want["on"])),
    "duration_ms": lambda before, now, want: _within(now.duration, want),
    "each_segment_ms": _each_length,
    "segment_ms": _length_of,
    "lengths_kept": lambda before, now, want: all(
        _measured(before, f"segment:{item.name}") == item.duration for item in now.pictures if item.name not in want
    ),
    "photo_order": lambda before, now, want: _names(now) == want,
    "same_photos": lambda before, now, want: sorted(_names(now)) == sorted(_names(before)),
    "transition": _transition,
    "no_transitions": lambda before, now, want: (
        not any(item.transition for item in _cuts(now, want if isinstance(want, str) else "all"))
    ),
    "transition_kinds": lambda before, now, want: _within(
        len({item.transition.kind for item in now.pictures if item.transition}), want
    ),
    "motion": lambda before, now, want: all(_is(item.motion.kind, want["kind"]) for item in _on(now, want["on"])),
    "look": lambda before, now, want: all(_is(item.look, want["kind"]) for item in _on(now, want["on"])),
    "music": _music,
    "text": _text,
    "text_count": lambda before, now, want: len(now.texts) == want,
    "no_text": lambda before, now, want: not now.texts,
    "ratio": _ratio,
    "changed": _changed,
    "unchanged": lambda before, now, want: before == now,
    "unchanged_except": _only,
}
