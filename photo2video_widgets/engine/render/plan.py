"""What is seen at frame n: which segments, how far along. Pure; looks at no file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from ...draft import TEXT, VIDEO, Draft, Segment


class Shown(NamedTuple):
    """A photo or clip at one moment: `u` is the progress of its motion (0..1), `time` is ms since its start."""

    segment: Segment
    u: float
    time: float


class Layer(NamedTuple):
    """One video track at one moment; in a transition (`kind`, progress `p`) two pictures are seen."""

    incoming: Shown
    kind: str | None
    p: float
    outgoing: Shown | None


class Caption(NamedTuple):
    """A text at one moment: `time` is ms since its start."""

    segment: Segment
    time: float


class Scene(NamedTuple):
    """Everything seen at one moment, in painting order."""

    layers: tuple[Layer, ...]
    captions: tuple[Caption, ...]


class Plan:
    """A draft, indexed by time."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.videos = tuple(_in_order(track.segments) for track in draft.tracks if track.type == VIDEO)
        self.texts = tuple(segment for track in draft.tracks if track.type == TEXT for segment in track.segments)

    def time(self, n: int) -> float:
        """The time (ms) that frame `n` shows."""
        return n * 1000 / self.draft.fps

    def scene(self, n: int) -> Scene:
        time = self.time(n)
        layers = (self._layer(track, time) for track in self.videos)
        captions = (Caption(text, time - text.start) for text in self.texts if text.start <= time < text.end)
        return Scene(tuple(layer for layer in layers if layer is not None), tuple(captions))

    def coming(self, n: int) -> list[Segment]:
        """The segments that will be needed first after frame `n`: one of each video track."""
        time = self.time(n)
        found: list[Segment] = []
        for track in self.videos:
            place = bisect_right(track, time, key=lambda segment: segment.start)
            found += track[place : place + 1]
        return found

    @staticmethod
    def _layer(track: Sequence[Segment], time: float) -> Layer | None:
        place = bisect_right(track, time, key=lambda segment: segment.start) - 1
        if place < 0 or time >= track[place].end:
            return None
        incoming = track[place]
        shown = _shown(track, place, time)
        transition = incoming.transition
        if transition is None or time >= incoming.start + transition.duration:
            return Layer(shown, None, 1.0, None)
        touches = place > 0 and track[place - 1].end == incoming.start
        outgoing = _shown(track, place - 1, time) if touches else None
        return Layer(shown, transition.kind, (time - incoming.start) / transition.duration, outgoing)


def overhang(track: Sequence[Segment], place: int) -> int:
    """How long (ms) a segment is still seen beneath the transition into the one after it."""
    after = track[place + 1] if place + 1 < len(track) else None
    if after is None or after.transition is None or after.start != track[place].end:
        return 0
    return after.transition.duration


def _shown(track: Sequence[Segment], place: int, time: float) -> Shown:
    segment = track[place]
    passed = time - segment.start
    return Shown(segment, passed / (segment.duration + overhang(track, place)), passed)


def _in_order(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    return tuple(sorted(segments, key=lambda segment: segment.start))
