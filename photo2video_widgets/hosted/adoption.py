"""A service's draft made into one that the engine renders. Pure.

Of such a draft little more is known than tracks, segments and lengths. What has a meaning here is kept, all else gets
the defaults, and the times are made to follow the rules. What had to be left out is told, a line each.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from .. import rules, vocabulary
from ..draft import AUDIO, SCHEMA, TEXT, VIDEO, Draft, Segment, Track
from ..errors import DraftError, P2VError
from ..layout import clamp_transitions
from ..phrases import say
from .filmsize import size_of

Data = dict[str, Any]
Key = tuple[int, int]
"""Where a segment is in a draft: the number of its track and its place on it, both from 0."""

_PHOTO_MS = 3000
_MOST_NAMES = 10
_MOST_LETTERS = 60
_SHORTEST = vocabulary.SHORTEST_SEGMENT_MS
_KEPT = {
    VIDEO: ("fit", "crop", "focus", "motion", "transition", "look", "trim", "volume"),
    AUDIO: ("seed", "offset", "loop", "volume", "fade", "duck"),
    TEXT: ("role", "position", "style", "animation"),
}
# Words under which editors keep what changes a picture's looks or pace.
_EFFECTS = ("effect", "effects", "filter", "filters", "mask", "masks", "sticker", "stickers", "speed", "animations")
_SOUND_FILE = re.compile(r"\.\w{2,4}\Z")


@dataclass(frozen=True)
class Here:
    """A file that the engine has: its `asset:<sha256>`, "image", "video" or "audio", its name, its length in ms."""

    asset: str
    kind: str
    name: str
    duration: int | None = None


def adopt(draft: Draft, files: Mapping[Key, Here], canvas: Mapping[str, Any] | None = None) -> tuple[Draft, list[str]]:
    """The draft with `files` as its sources, and what was left out, a line for people each.

    `canvas` is what the service says of the film's size, for a draft that doesn't say it itself: width and height in
    px, or a ratio such as "9:16". Raises P2VError where no film can be made of it.
    """
    adoption = _Adoption(draft, files)
    data = adoption.run(size_of(draft, canvas or {}))
    return Draft.parse(data), adoption.notes()


def playable(track_type: int, file: Here | None) -> bool:
    """Whether a file can be what a segment of such a track shows or plays."""
    return file is not None and file.kind in (("image", "video") if track_type == VIDEO else ("audio", "video"))


class _Times:
    """From the times of the service's film to those of ours, where pictures may be missing and gaps are closed."""

    def __init__(self, pieces: Sequence[tuple[int, int, int]]) -> None:
        self._olds = [old for old, _, _ in pieces]
        self._pieces = pieces
        self.end = pieces[-1][1] + pieces[-1][2]

    def __call__(self, time: int) -> int:
        place = bisect_right(self._olds, time) - 1
        if place < 0:
            return 0
        old, new, length = self._pieces[place]
        return new + min(time - old, length)


class _Adoption:
    def __init__(self, draft: Draft, files: Mapping[Key, Here]) -> None:
        self._draft = draft
        self._files = files
        self._ids: set[str] = set()
        self._missing: dict[str, None] = {}
        self._ignored: dict[str, None] = {}
        self._details: dict[str, dict[str, None]] = defaultdict(dict)

    def run(self, size: tuple[int, int]) -> Data:
        numbered = list(enumerate(self._draft.tracks))
        pictures, times = self._pictures([(number, track) for number, track in numbered if track.type == VIDEO])
        tracks = [self._track(VIDEO, "Photos", pictures)]
        for number, track in numbered:
            if track.type == AUDIO:
                tracks += [self._track(AUDIO, track.name, lane) for lane in self._sounds(number, track, times)]
            elif track.type == TEXT:
                if texts := self._texts(track, times):
                    tracks.append(self._track(TEXT, track.name, texts))
            elif track.type != VIDEO and track.segments:
                self._ignored[say("ignored-track", kind="?" if track.type < 0 else track.type)] = None
        meta: Data = {"schema": SCHEMA, "width": size[0], "height": size[1]}
        given = {"name": _clean(self._draft.name), "fps": self._draft.fps, "background": self._draft.background}
        for key, value in given.items():
            if _keeps_rules({"d": 0, "m": {key: value}, "t": []}):
                meta[key] = value
        return {"d": times.end, "m": meta, "t": tracks}

    def notes(self) -> list[str]:
        """What was left out, a line each."""
        missing = list(self._missing)
        lines = [say("left-out", names=name) for name in missing[: _MOST_NAMES - 1]]
        if rest := missing[_MOST_NAMES - 1 :]:
            lines.append(say("left-out", names=_listed(rest, 1)))
        lines += [
            say("ignored-detail", detail=detail, names=_listed(list(names), 3))
            for detail, names in self._details.items()
        ]
        return lines + list(self._ignored)

    # Pictures

    def _pictures(self, tracks: Sequence[tuple[int, Track]]) -> tuple[list[Data], _Times]:
        row = self._row(tracks)
        segments: list[Data] = []
        pieces: list[tuple[int, int, int]] = []
        end = 0
        for place, (key, segment) in enumerate(row):
            file = self._files.get(key)
            if not playable(VIDEO, file):
                self._missing[_name(segment)] = None
                continue
            assert file
            after = row[place + 1][1].start if place + 1 < len(row) else None
            length = _length(segment, after, file)
            pieces.append((segment.start, end, length))
            segments.append(self._segment(segment, end, length, self._picture(segment, file)))
            end += length
        if not segments:
            names = list(self._missing)
            raise P2VError(say("no-pictures-here", names=_listed(names, 5)) if names else say("no-film-here"))
        if end > vocabulary.LONGEST_FILM_MS:
            hour = 3_600_000
            raise P2VError(say("film-too-long", hours=-(-end // hour), most=vocabulary.LONGEST_FILM_MS // hour))
        segments[0]["m"].pop("transition", None)
        clamp_transitions(segments)
        return segments, _Times(pieces)

    def _row(self, tracks: Sequence[tuple[int, Track]]) -> list[tuple[Key, Segment]]:
        """The pictures one after another: those of the first track that has any here, others where it has none."""
        order = sorted(tracks, key=lambda item: not any(self._is_here(item[0], one) for one in item[1].segments))
        row: list[tuple[Key, Segment]] = []
        for number, track in order:
            if not row:
                row = [((number, one.place), one) for one in track.segments]
            else:
                starts = [one.start for _, one in row]
                ends = list(accumulate((one.end for _, one in row), max))
                for one in track.segments:
                    before = bisect_left(starts, one.end)
                    if before and ends[before - 1] > one.start:
                        # Who knows how small it was there.
                        self._ignored[say("ignored-above", names=_name(one))] = None
                    else:
                        row.append(((number, one.place), one))
            row.sort(key=lambda item: item[1].start)
        return row

    def _is_here(self, number: int, segment: Segment) -> bool:
        return playable(VIDEO, self._files.get((number, segment.place)))

    def _picture(self, segment: Segment, file: Here) -> Data:
        given = dict(segment.meta)
        for key in ("motion", "look", "transition"):
            if isinstance(given.get(key), str):
                given[key] = {"kind": given[key]}
        if isinstance(transition := given.get("transition"), Mapping) and "kind" in transition:
            given["transition"] = {"d": 500, **transition}
        name = _clean(segment.name) or file.name
        for key in _EFFECTS:
            if any(where.get(key) not in (None, "", 0, 1, [], {}, False) for where in (segment.meta, segment.data)):
                self._details[key][name] = None
        meta = {"name": name, "src": file.asset, "kind": file.kind}
        return self._known(VIDEO, given, meta, name)

    # Sounds

    def _sounds(self, number: int, track: Track, times: _Times) -> list[list[Data]]:
        lanes: list[list[Data]] = []
        for segment in sorted(track.segments, key=lambda one: one.start):
            file = self._files.get((number, segment.place))
            mood = _mood(segment.name)
            if not playable(AUDIO, file) and not mood:
                name = _name(segment)
                if _SOUND_FILE.search(name):
                    self._missing[name] = None
                else:
                    self._ignored[say("ignored-music", names=name)] = None
                continue
            start = times(segment.start)
            end = times(segment.end) if segment.duration else times.end
            if end - start < _SHORTEST:
                self._ignored[say("ignored-crowded", text=_name(segment))] = None
                continue
            source = file.asset if file and playable(AUDIO, file) else f"music:{mood}"
            name = _clean(segment.name) or (file.name if file else mood)
            meta = self._known(AUDIO, segment.meta, {"name": name, "src": source}, name)
            made = self._segment(segment, start, end - start, meta)
            lane = next((lane for lane in lanes if lane[-1]["s"] + lane[-1]["d"] <= start), None)
            if lane is None:
                lanes.append([made])
            else:
                lane.append(made)
        return lanes

    # Texts

    def _texts(self, track: Track, times: _Times) -> list[Data]:
        last: dict[str, Data] = {}
        made: list[Data] = []
        for segment in sorted(track.segments, key=lambda one: one.start):
            words = _words(segment)
            if not words:
                self._ignored[say("ignored-text")] = None
                continue
            start = times(segment.start)
            end = min(times.end, times(segment.end) if segment.duration else start + _PHOTO_MS)
            meta = self._known(TEXT, segment.meta, {"text": words}, _short(words))
            place = _free(last, meta.get("position", "center"), start)
            if end - start < _SHORTEST or place is None:
                self._ignored[say("ignored-crowded", text=_short(words))] = None
                continue
            if place != meta.get("position", "center"):
                meta["position"] = place
            if before := last.get(place):
                before["d"] = min(before["d"], start - before["s"])
            last[place] = self._segment(segment, start, end - start, meta)
            made.append(last[place])
        return made

    # All of them

    def _track(self, kind: int, name: str, segments: list[Data]) -> Data:
        prefix = {VIDEO: "v", AUDIO: "a", TEXT: "x"}[kind]
        track: Data = {"id": self._fresh(prefix), "tt": kind, "sg": segments}
        return {**track, "m": {"name": _clean(name)}} if name else track

    def _segment(self, segment: Segment, start: int, length: int, meta: Data) -> Data:
        given = segment.data.get("id")
        identity = _clean(given) if isinstance(given, str) else ""
        if not identity or identity in self._ids:
            identity = self._fresh("s")
        self._ids.add(identity)
        return {"id": identity, "s": start, "d": length, "m": meta}

    def _fresh(self, prefix: str) -> str:
        number = len(self._ids) + 1
        while f"{prefix}{number}" in self._ids:
            number += 1
        self._ids.add(f"{prefix}{number}")
        return f"{prefix}{number}"

    def _known(self, kind: int, given: Mapping[str, Any], meta: Data, name: str) -> Data:
        """`meta` with those of the given values that mean something here; the others are told."""
        known = {key: given[key] for key in _KEPT[kind] if given.get(key) is not None}
        if not known or _is_meta(kind, {**meta, **known}):
            return {**meta, **known}
        kept = dict(meta)
        for key, value in known.items():
            if _is_meta(kind, {**meta, key: value}):
                kept[key] = value
            else:
                self._details[key][name] = None
        return kept


def _length(segment: Segment, after: int | None, file: Here) -> int:
    """How long a picture is seen: until the next one begins, where they overlap."""
    room = 0 if after is None else after - segment.start
    length = segment.duration or (room if room >= _SHORTEST else file.duration or _PHOTO_MS)
    return max(_SHORTEST, min(length, room) if room >= _SHORTEST else length)


def _is_meta(kind: int, meta: Data) -> bool:
    length = vocabulary.LONGEST_FILM_MS
    picture = {"id": "p", "s": 0, "d": length, "m": {"src": f"asset:{0:064}"}}
    tested = {"id": "s", "s": 0, "d": length, "m": meta}
    tracks = [{"id": "v", "tt": VIDEO, "sg": [tested if kind == VIDEO else picture]}]
    if kind != VIDEO:
        tracks.append({"id": "t", "tt": kind, "sg": [tested]})
    return _keeps_rules({"d": length, "t": tracks})


def _keeps_rules(data: Data) -> bool:
    try:
        rules.check(data)
    except (DraftError, TypeError, ValueError, OverflowError):
        return False
    return True


def _free(last: Mapping[str, Data], wanted: str, start: int) -> str | None:
    """A place where words can begin at `start`: the one that is wanted, also where it takes a bit off those before."""
    if (before := last.get(wanted)) is None or start - before["s"] >= max(_SHORTEST, before["d"] / 2):
        return wanted
    places = ("bottom", "top", *vocabulary.POSITIONS)
    return next((place for place in places if place not in last or _end(last[place]) <= start), None)


def _end(segment: Data) -> int:
    return int(segment["s"] + segment["d"])


def _words(segment: Segment) -> str:
    given = (where.get(key) for key in ("text", "content") for where in (segment.meta, segment.data))
    found = next((text for text in given if isinstance(text, str) and text.strip()), segment.name)
    return "\n".join(filter(None, map(_clean, found.splitlines())))


def _mood(name: str) -> str:
    """The built-in mood that music is named after, as in "Lo-fi beats"; "" for files and other names."""
    if _SOUND_FILE.search(name.strip()):
        return ""
    letters = re.sub(r"[\W_]", "", name.casefold())
    found = [(letters.index(mood), mood) for mood in vocabulary.MOODS if mood in letters]
    return min(found)[1] if found else ""


def _name(segment: Segment) -> str:
    return _short(_clean(segment.name)) or say("unnamed")


def _clean(text: str) -> str:
    """A line of text without what can't be shown or written as UTF-8."""
    return "".join(letter for letter in text if letter.isprintable()).strip()


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _MOST_LETTERS else f"{text[: _MOST_LETTERS - 1]}…"


def _listed(names: Sequence[str], most: int) -> str:
    shown = ", ".join(names[:most])
    return say("and-more", names=shown, count=len(names) - most) if len(names) > most else shown
