"""The parts of which a film is put together: runs of frames that need nothing beyond themselves.

A part ends where a photo or clip ends and, as far as that leaves no splinters, where a text begins or ends: whoever
changes a caption pays for the frames beneath it only. Each part is named by all that shapes its pixels.
"""

from __future__ import annotations

import hashlib
import itertools
import json
from bisect import bisect_left
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from ...draft import AUDIO, TEXT, VIDEO, Draft, Segment
from .plan import overhang
from .quality import x264_options

# Seconds: no part longer, so that players seek fast and a stopped export loses little.
LONGEST = 4.0
# What decodes photos and clips for whoever needs them, the renderer among others.
_DECODERS = ("photos.py", "footage.py", "hdr.py")
# Seconds: an edge of a text nearer than this to another edge gets no keyframe of its own.
SHORTEST = 0.4


class Part(NamedTuple):
    """Frames from `start` up to, not including, `end`."""

    start: int
    end: int


def parts(draft: Draft) -> list[Part]:
    """The parts of a film, in order."""
    fps, count = draft.fps, draft.frame_count
    videos = [segment for track in draft.tracks if track.type == VIDEO for segment in track.segments]
    texts = [segment for track in draft.tracks if track.type == TEXT for segment in track.segments]
    # Every part has two frames or more: two keyframes in a row would have to be told apart in the stream.
    edges = _thinned(_frames(videos, fps), [0, count], 2)
    edges = _thinned(_frames(texts, fps), edges, max(2, round(SHORTEST * fps)))
    cut = [part for start, end in itertools.pairwise(edges) for part in _divided(start, end, LONGEST * fps)]
    return [Part(start, end) for start, end in cut]


def _frames(segments: Iterable[Segment], fps: int) -> list[int]:
    """The first frames at or behind the starts and ends."""
    return sorted({-(-time * fps // 1000) for segment in segments for time in (segment.start, segment.end)})


def _thinned(wanted: Iterable[int], edges: list[int], least: int) -> list[int]:
    """`edges` and those of `wanted` that keep their distance from all before."""
    kept = sorted(set(edges))
    for edge in wanted:
        place = bisect_left(kept, edge)
        if 0 < place < len(kept) and least <= edge - kept[place - 1] and least <= kept[place] - edge:
            kept.insert(place, edge)
    return kept


def _divided(start: int, end: int, longest: float) -> list[tuple[int, int]]:
    pieces = max(1, -int(-(end - start) // max(2.0, longest)))
    if (end - start) // pieces < 2:
        pieces = 1
    edges = [start + (end - start) * piece // pieces for piece in range(pieces + 1)]
    return list(itertools.pairwise(edges))


class Names:
    """Names for the parts of one film. `content` tells what a source's bytes are."""

    def __init__(self, draft: Draft, quality: str, content: Callable[[Segment], str]) -> None:
        self._draft = draft
        self._content = content
        self._film = [_version(), draft.width, draft.height, draft.fps, draft.background, x264_options(quality)]

    def pictures(self, part: Part) -> str:
        """The name of a run of frames."""
        fps = self._draft.fps
        first, last = part.start * 1000 / fps, (part.end - 1) * 1000 / fps
        seen: list[Any] = [*self._film, part.end - part.start]
        for track in self._draft.tracks:
            if track.type not in (VIDEO, TEXT):
                continue
            for place, segment in enumerate(track.segments):
                beneath = overhang(track.segments, place) if track.type == VIDEO else 0
                if segment.start <= last and segment.end + beneath > first:
                    # Where it lies in the film is of no matter, only where it lies against these frames.
                    seen.append([round(first - segment.start, 4), segment.duration, beneath])
                    seen.append(_looks(segment, self._content if track.type == VIDEO else None))
        return _name(seen)

    def sound(self) -> str:
        """The name of the whole sound."""
        heard: list[Any] = [_version(), self._draft.frame_count / self._draft.fps]
        for track in self._draft.tracks:
            for place, segment in enumerate(track.segments):
                if track.type == AUDIO or (track.type == VIDEO and segment.kind == "video"):
                    beneath = overhang(track.segments, place)
                    heard.append([segment.start, segment.duration, beneath, _looks(segment, self._content)])
        return _name(heard)


def _looks(segment: Segment, content: Callable[[Segment], str] | None) -> dict[str, Any]:
    told = {key: value for key, value in segment.meta.items() if key not in ("name", "src", "role")}
    return {**told, "src": content(segment)} if content else told


def _name(facts: list[Any]) -> str:
    return hashlib.sha256(json.dumps(facts, sort_keys=True, default=str).encode()).hexdigest()


@cache
def _version() -> str:
    """What the renderer is: any change of it makes every part anew."""
    seen = hashlib.sha256()
    for file in sources():
        seen.update(file.read_bytes())
    return seen.hexdigest()


def sources() -> list[Path]:
    """The code that shapes frames and sounds."""
    room = Path(__file__).parent
    return [*sorted(room.rglob("*.py")), *(room.parents[1] / name for name in _DECODERS)]
