"""The list of changes: from what differs to lines that are few, short and in the user's language."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any

from ..draft import AUDIO, TEXT, VIDEO, Draft, Segment, Track
from . import aspects
from .aspects import Aspect, lengths, source, unknown, wording
from .lines import ONE_BY_ONE, Group, Lines, Pairs
from .matching import fill_gaps, frozen, moved, pair_up
from .words import MOST_LINES, in_one_line, kind_of, name_of, names_of, say, tongue, word


def describe_changes(before: Draft, after: Draft, language: str = "en", most: int = MOST_LINES) -> list[str]:
    """What changed from `before` to `after`, a line each; empty where the drafts are equal.

    `language` is one of `vocabulary.LANGUAGES`; others get English. At most `most` lines of at most `LONGEST_LINE`
    characters, plain text.
    """
    if before == after:
        return []
    lines = Lines(tongue(language))
    _film(lines, before, after)
    groups = [
        _pair(before.pictures, after.pictures, _footage),
        _pair(_overlays(before), _overlays(after), _footage, lambda segment: "overlay"),
        _pair(before.sounds, after.sounds, _footage),
        _pair(before.texts, after.texts, _words),
    ]
    pictures, overlays, sounds, texts = groups
    _tell_pictures(lines, pictures)
    _tell_overlays(lines, overlays)
    if before.is_exportable and before.duration != after.duration:
        old, new = lengths(lines.language, before.duration, after.duration)
        lines.say("length", before=old, after=new)
    _tell_sounds(lines, sounds, before.duration, after.duration)
    _tell_texts(lines, texts, after)
    for group in groups:
        lines.tell_details(group, [(was, now) for was, now in group.kept if _details_differ(was, now)])
    _tell_tracks(lines, before, after)
    if not lines.lines:
        # What differs has no name and no effect; still it is told where.
        for group in groups:
            lines.tell_details(group, [(was, now) for was, now in group.kept if was.data != now.data])
    if not lines.lines:
        lines.say("details-film")
    return lines.shown(most)


def _pair(
    before: Sequence[Segment],
    after: Sequence[Segment],
    content: Callable[[Segment], Hashable],
    kind: Callable[[Segment], str] = kind_of,
) -> Group:
    keys: list[Callable[[Segment], Hashable | None]] = [
        lambda item: (own, content(item)) if (own := _own_id(item)) is not None else None,
        content,
        _own_id,
        lambda item: wording(item) or None,
    ]
    partners = pair_up(before, after, keys)
    fill_gaps(before, after, partners, lambda was, now: kind(was) == kind(now))
    taken = {place for place in partners if place is not None}
    kept = [(before[place], now) for place, now in zip(partners, after, strict=True) if place is not None]
    places = [place for place in partners if place is not None]
    return Group(
        before,
        after,
        kept,
        added=[now for place, now in zip(partners, after, strict=True) if place is None],
        removed=[was for place, was in enumerate(before) if place not in taken],
        moved=[kept[index] for index in moved(places)],
        kind=kind,
    )


def _own_id(thing: Segment | Track) -> Hashable | None:
    given = thing.data.get("id")
    return thing.id if isinstance(given, str | int) and given != "" else None


def _footage(segment: Segment) -> Hashable:
    return source(segment) or segment.name or frozen(segment.meta)


def _words(segment: Segment) -> Hashable:
    return segment.role, wording(segment) or frozen(segment.meta)


def _overlays(draft: Draft) -> Sequence[Segment]:
    main = draft.main
    return [item for track in draft.tracks if track.type == VIDEO and track is not main for item in track.segments]


def _film(lines: Lines, before: Draft, after: Draft) -> None:
    lines.say_if("name", in_one_line(before.name, 40), in_one_line(after.name, 40))
    lines.say_if("size", f"{before.width}×{before.height}", f"{after.width}×{after.height}")
    lines.say_if("fps", before.fps, after.fps)
    lines.say_if("background", word(lines.language, before.background), word(lines.language, after.background))
    # Whatever else comes with the first photos is no news beside them.
    if before.is_exportable and _film_rest(before) != _film_rest(after):
        lines.say("details-film")


def _film_rest(draft: Draft) -> Any:
    known = ("schema", "name", "width", "height", "fps", "background")
    data = draft.data
    meta = data.get("m")
    rest = {key: value for key, value in data.items() if key not in ("d", "m", "t")}
    return rest, {key: value for key, value in meta.items() if key not in known} if isinstance(meta, dict) else {}


def _tell_pictures(lines: Lines, group: Group) -> None:
    lines.tell_added(group, group.added, one_by_one=1)
    lines.tell_removed(group, group.removed, one_by_one=1)
    _tell_order(lines, group)
    _tell_sources(lines, group, aspects.REPLACED)
    lines.tell_differing(group, [aspects.DURATION])
    lines.tell(group, aspects.SPAN, [pair for pair in group.kept if _shifted(group, *pair)])
    for aspect in aspects.PICTURE:
        if aspect.key == "transition":
            lines.tell(group, aspect, _new_transitions(group))
        else:
            lines.tell_differing(group, [aspect])


def _tell_order(lines: Lines, group: Group) -> None:
    if len(group.moved) == 1:
        was, now = group.moved[0]
        if was.place != now.place:
            name = name_of(now, lines.language)
            lines.say("moved", name=name, before=was.place + 1, after=now.place + 1)
            return
    if group.moved:
        lines.say("order", names=names_of(group.after, 8, lines.language))


def _shifted(group: Group, was: Segment, now: Segment) -> bool:
    """Whether a photo lies elsewhere though what is before it doesn't account for that."""
    if was.start == now.start:
        return False
    gaps = [
        item.start - (track[item.place - 1].end if item.place else 0)
        for item, track in ((was, group.before), (now, group.after))
    ]
    return gaps[0] != gaps[1]


def _new_transitions(group: Group) -> Pairs:
    # Transitions belong to cuts: a photo that takes another's place takes over its cut, and the first has none.
    if [item.transition for item in group.before] == [item.transition for item in group.after]:
        return []
    return [
        (was, now)
        for was, now in group.kept
        if was.transition != now.transition and (was.place == 0) == (now.place == 0)
    ]


def _tell_sources(lines: Lines, group: Group, replaced: Aspect) -> None:
    other: Pairs = []
    renamed: Pairs = []
    files: Pairs = []
    for was, now in group.kept:
        if was.data == now.data:
            continue
        same_name = was.name == now.name
        without_source = not (was.src or now.src) and _own_id(now) is None
        if source(was) != source(now):
            (files if same_name else other).append((was, now))
        elif not same_name:
            (other if without_source else renamed).append((was, now))
    for aspect, pairs in ((replaced, other), (aspects.FILE, files), (aspects.RENAMED, renamed)):
        lines.tell(group, aspect, pairs)


def _tell_overlays(lines: Lines, group: Group) -> None:
    lines.tell_added(group, group.added, one_by_one=1)
    lines.tell_removed(group, group.removed, one_by_one=1)
    _tell_sources(lines, group, aspects.REPLACED)
    lines.tell(group, aspects.SPAN, _elsewhere(group.kept))
    lines.tell_differing(group, aspects.PICTURE)


def _elsewhere(pairs: Pairs) -> Pairs:
    return [(was, now) for was, now in pairs if (was.start, was.end) != (now.start, now.end)]


def _tell_sounds(lines: Lines, group: Group, old_length: int, new_length: int) -> None:
    lines.tell_added(group, group.added, ONE_BY_ONE)
    _tell_sources(lines, group, aspects.MUSIC)
    lines.tell_differing(group, aspects.SOUND)
    # Music from end to end follows the film, whose own length is told.
    free = [
        (was, now)
        for was, now in _elsewhere(group.kept)
        if not (was.start == now.start == 0 and was.end == old_length and now.end == new_length)
    ]
    lines.tell(group, aspects.SOUND_SPAN, free)
    lines.tell_removed(group, group.removed, ONE_BY_ONE)


def _tell_texts(lines: Lines, group: Group, after: Draft) -> None:
    for added in _by_kind(group.added):
        photos = _photos_under(added, after) if added[0].role == "caption" else 0
        if len(added) > 1 and photos == len(added):
            lines.say("added-captions", count=photos)
        else:
            lines.tell_added(group, added, ONE_BY_ONE)
    lines.tell_differing(group, [aspects.WORDING, aspects.ROLE])
    lines.tell(group, aspects.TEXT_SPAN, _elsewhere(group.kept))
    lines.tell_differing(group, [aspects.STYLE])
    for removed in _by_kind(group.removed):
        lines.tell_removed(group, removed, ONE_BY_ONE)


def _by_kind(segments: Iterable[Segment]) -> list[list[Segment]]:
    sorts: dict[str, list[Segment]] = {}
    for segment in segments:
        sorts.setdefault(kind_of(segment), []).append(segment)
    return list(sorts.values())


def _photos_under(texts: Sequence[Segment], draft: Draft) -> int:
    starts = [photo.start for photo in draft.pictures]
    return len({bisect_right(starts, text.start) for text in texts} - {0})


def _details_differ(was: Segment, now: Segment) -> bool:
    return was.data != now.data and unknown(was) != unknown(now)


def _tell_tracks(lines: Lines, before: Draft, after: Draft) -> None:
    """Tracks of a type that has no words of its own here, as wholes, and what is new about all others themselves."""
    old, new = list(enumerate(before.tracks, 1)), list(enumerate(after.tracks, 1))
    keys: list[Callable[[tuple[int, Track]], Hashable | None]] = [
        lambda item: (item[1].type, frozen(item[1].data)),
        lambda item: (item[1].type, own) if (own := _own_id(item[1])) is not None else None,
        lambda item: (item[1].type, item[1].name),
        lambda item: item[1].type,
    ]
    partners = pair_up(old, new, keys)
    for place, (number, track) in zip(partners, new, strict=True):
        if place is None:
            if track.type not in _OWN_WORDS:
                lines.say("track-added", number=number, names=_track_names(lines, track))
            continue
        was = old[place][1]
        if track.type not in _OWN_WORDS and was.data != track.data:
            lines.say("track-changed", number=number, names=_track_names(lines, track))
        elif track.type in _OWN_WORDS and _track_rest(was) != _track_rest(track):
            lines.say("details-track", number=number)
    kept = set(partners)
    for place, (number, track) in enumerate(old):
        if place not in kept and track.type not in _OWN_WORDS:
            lines.say("track-removed", number=number, names=_track_names(lines, track))


_OWN_WORDS = (VIDEO, AUDIO, TEXT)


def _track_rest(track: Track) -> Any:
    return {key: value for key, value in track.data.items() if key not in ("id", "tt", "sg")}


def _track_names(lines: Lines, track: Track) -> str:
    return in_one_line(track.name, 40) or lines.names(track.segments) or say(lines.language, "track-empty")
