"""What changed between two drafts and what a new one holds, told shortly in the user's language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ..draft import Draft, Segment
from .names import name_of
from .replies import say, seconds
from .wishes import Wish

_MOST = 6


def changes(before: Draft, after: Draft, language: str) -> list[str]:
    """What changed, each thing before → after; at most six of them, and how many more."""
    told = list(_changes(before, after, language))
    if len(told) > _MOST:
        told[_MOST - 1 :] = [say(language, "and-more", count=len(told) - _MOST + 1)]
    return told


def _changes(before: Draft, after: Draft, language: str) -> Iterator[str]:
    def change(label: str, old: str, new: str, names: str = "") -> str:
        named = say(language, f"label-{label}")
        if names:
            named = say(language, "of", label=named, names=names)
        return say(language, "change", label=named, before=old, after=new)

    if (before.width, before.height) != (after.width, after.height):
        yield change("size", f"{before.width}×{before.height}", f"{after.width}×{after.height}")
    if before.fps != after.fps:
        yield change("fps", str(before.fps), str(after.fps))
    if before.background != after.background:
        yield change("background", name_of(language, before.background), name_of(language, after.background))
    yield from _photos(before, after, language)
    if before.duration != after.duration:
        yield change("length", seconds(before.duration, language), seconds(after.duration, language))
    old = {segment.id: segment for segment in before.pictures}
    kept = [(old[segment.id], segment) for segment in after.pictures if segment.id in old]
    for label, value in _ASPECTS:
        changed = [
            (value(was, language), value(now, language), now)
            for was, now in kept
            if value(was, language) != value(now, language)
            # A photo that stands still has no amount of motion.
            and not (label == "amount" and "none" in (was.motion.kind, now.motion.kind))
        ]
        if not changed or (label == "transition" and _moved_along(changed, before, after)):
            continue
        names = "" if len(changed) >= max(2, len(kept) - 1) else _names([item[2] for item in changed])
        yield change(
            "each" if label == "length" and not names else label,
            _common([item[0] for item in changed], language),
            _common([item[1] for item in changed], language),
            names,
        )
    yield from _music(before, after, language, change)
    yield from _texts(before, after, language)


def _photos(before: Draft, after: Draft, language: str) -> Iterator[str]:
    old = {segment.id for segment in before.pictures}
    new = {segment.id for segment in after.pictures}
    label = say(language, "label-photos")
    added = [segment for segment in after.pictures if segment.id not in old]
    gone = [segment for segment in before.pictures if segment.id not in new]
    if added:
        yield say(language, "added", label=label, what=_names(added))
    if gone:
        yield say(language, "gone", label=label, what=_names(gone))
    kept_before = [segment.id for segment in before.pictures if segment.id in new]
    kept_after = [segment.id for segment in after.pictures if segment.id in old]
    if kept_before != kept_after:
        names = [_short(segment) for segment in after.pictures]
        yield (
            say(language, "label-order")
            + say(language, "colon")
            + say(language, "comma").join(names[:6])
            + (" …" if len(names) > 6 else "")
        )


def _short(segment: Segment) -> str:
    return segment.name.rpartition(".")[0] or segment.name or segment.id


def _names(segments: Sequence[Segment]) -> str:
    names = [segment.name or segment.id for segment in segments]
    return ", ".join(names[:3]) + (f" +{len(names) - 3}" if len(names) > 3 else "")


def _common(values: Sequence[str], language: str) -> str:
    found = list(dict.fromkeys(values))
    return " / ".join(found) if len(found) <= 2 else say(language, "mixed")


def _moved_along(changed: Sequence[tuple[str, str, Segment]], before: Draft, after: Draft) -> bool:
    """Whether cuts only went along with photos that were moved."""
    same = sorted(item[0] for item in changed) == sorted(item[1] for item in changed)
    return same and [photo.id for photo in before.pictures] != [photo.id for photo in after.pictures]


def _transition(segment: Segment, language: str) -> str:
    transition = segment.transition
    if transition is None:
        return say(language, "cut")
    return f"{name_of(language, transition.kind)} {seconds(transition.duration, language)}"


def _kind(language: str, name: str) -> str:
    return say(language, "none") if name == "none" else name_of(language, name)


_ASPECTS: tuple[tuple[str, Callable[[Segment, str], str]], ...] = (
    ("length", lambda segment, language: seconds(segment.duration, language)),
    ("motion", lambda segment, language: _kind(language, segment.motion.kind)),
    ("amount", lambda segment, language: f"{segment.motion.amount * (segment.motion.kind != 'none'):.0%}"),
    ("look", lambda segment, language: _kind(language, segment.look)),
    ("fit", lambda segment, language: name_of(language, segment.fit)),
    ("transition", _transition),
    ("sound", lambda segment, language: f"{segment.volume:.0%}"),
)


def _mood(segment: Segment, language: str) -> str:
    mood = segment.src.removeprefix("music:")
    return name_of(language, mood) if mood != segment.src else segment.name


def _music(before: Draft, after: Draft, language: str, change: Callable[..., str]) -> Iterator[str]:
    old, new = before.sounds, after.sounds
    label = say(language, "label-music")
    if new and not old:
        yield say(language, "added", label=label, what=f"{_mood(new[0], language)} {new[0].volume:.0%}")
    elif old and not new:
        yield say(language, "gone", label=label, what=_mood(old[0], language))
    elif old and new:
        if (old[0].src, old[0].seed) != (new[0].src, new[0].seed):
            yield change("music", _mood(old[0], language), _mood(new[0], language))
        if old[0].volume != new[0].volume:
            yield change("volume", f"{old[0].volume:.0%}", f"{new[0].volume:.0%}")
        if old[0].fade != new[0].fade:
            yield change(
                "fade", *(" / ".join(seconds(part, language) for part in item.fade) for item in (old[0], new[0]))
            )
        elif old[0].meta != new[0].meta and old[0].src == new[0].src and old[0].volume == new[0].volume:
            yield f"{label}: {_mood(new[0], language)}"


def _texts(before: Draft, after: Draft, language: str) -> Iterator[str]:
    old = {item.id: item for item in before.texts}
    new = {item.id for item in after.texts}
    added = [item for item in after.texts if item.id not in old]
    for item in added if len(added) <= 3 else ():
        where = f"{_quoted(item, language)} ({item.start / 1000:g}–{item.end / 1000:g} s)"
        yield say(language, "added", label=say(language, f"label-{item.role}"), what=where)
    if len(added) > 3:
        yield say(
            language,
            "added",
            label=say(language, f"label-{added[0].role}"),
            what=f"{_quoted(added[0], language)} … ×{len(added)}",
        )
    for item in after.texts:
        was = old.get(item.id)
        if was is None or was == item:
            continue
        label = say(language, f"label-{item.role}")
        if was.text != item.text:
            yield say(language, "change", label=label, before=_quoted(was, language), after=_quoted(item, language))
        how = _how(was, item, language)
        if (how and (was.style, was.position, was.animation) != (item.style, item.position, item.animation)) or (
            (was.start, was.end) != (item.start, item.end)
            and before.duration == after.duration
            and [photo.id for photo in before.pictures] == [photo.id for photo in after.pictures]
        ):
            yield say(language, "restyled", label=label, what=_quoted(item, language), how=how)
    for item in before.texts:
        if item.id not in new:
            yield say(language, "gone", label=say(language, f"label-{item.role}"), what=_quoted(item, language))


def _how(was: Segment, now: Segment, language: str) -> str:
    parts = []
    if was.style.color != now.style.color:
        parts.append(f"{say(language, 'style-color')} {_colours(was, now, language)}")
    if was.style.size != now.style.size:
        parts.append(f"{say(language, 'style-size')} {was.style.size:.1%} → {now.style.size:.1%}")
    if was.position != now.position:
        parts.append(f"{name_of(language, was.position)} → {name_of(language, now.position)}")
    if (was.start, was.end) != (now.start, now.end):
        parts.append(f"{was.start / 1000:g}–{was.end / 1000:g} s → {now.start / 1000:g}–{now.end / 1000:g} s")
    return say(language, "comma").join(parts) or say(language, "style-other")


def _colours(was: Segment, now: Segment, language: str) -> str:
    return f"{name_of(language, was.style.color)} → {name_of(language, now.style.color)}"


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
