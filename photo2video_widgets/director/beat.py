"""Cuts on the beat: of a new film unless somebody says how long photos are shown, and of others where it is asked."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import floor

from .. import edits, tempo
from ..draft import Segment
from ..vocabulary import SHORTEST_SEGMENT_MS
from .plan import Plan
from .wishes import Wish

_LENGTHS = frozenset(("each", "length", "equal", "between"))
# Steps in beats, and how many beats the shortest photo needs so that cuts may fall on such steps alone.
_STEPS = ((2.0, 6.0), (1.0, 1.0), (0.5, 0.5))


def cut(plan: Plan, wish: Wish) -> None:
    """Let the photos of a film change on the beats of its music, as long as it is."""
    if not plan.first and not keep_time(plan):
        raise plan.refuse("no-beat")


def keep_time(plan: Plan) -> bool:
    """Let photos change on beats of built-in music, and say whether they do.

    The length of a film that is there, or that was asked for, stays exact; lengths of photos that were asked for stay
    altogether, and so do those of clips.
    """
    pictures, sounds = plan.draft.pictures, plan.draft.sounds
    asked = {wish.kind for wish in plan.wishes}
    if (
        len(pictures) < 2
        or not sounds
        or _mood(sounds[0]) not in tempo.PACES
        or (asked & _LENGTHS and "beat" not in asked)
    ):
        return False
    stills = [segment.kind == "image" for segment in pictures]
    lengths = [float(segment.duration) for segment in pictures]
    easy = _easy(lengths, stills, sounds[0])
    if plan.first and _may_be(plan, sum(easy)):
        lengths = easy
    on_beats = _on_beats(lengths, stills, sounds[0])
    if on_beats is None:
        return False
    plan.do(edits.set_durations({segment.id: ms for segment, ms in zip(pictures, on_beats, strict=True)}))
    return True


def _mood(sound: Segment) -> str:
    return sound.src.removeprefix("music:")


def _may_be(plan: Plan, length: float) -> bool:
    """Whether the film may be so long (ms), with what was said of its length."""
    if any(operation.name == "set_length" for operation in plan.operations):
        return False
    for wish in plan.wishes:
        limit, ms = wish.get("limit"), wish.whole("ms")
        within = length <= ms if limit == "atmost" else length >= ms if limit else ms != plan.draft.duration
        if wish.kind == "whole" and not within:
            return False
    return True


def _easy(lengths: Sequence[float], stills: Sequence[bool], sound: Segment) -> list[float]:
    """Lengths (ms) near those given, at which music keeps its own pace; the last photo is shown while it rings out."""
    half = 500 * tempo.bar_of(_mood(sound), sound.seed)
    paced = [max(1, floor(ms / half + 0.5)) * half if still else ms for ms, still in zip(lengths, stills, strict=True)]
    if stills[-1]:
        before = sum(paced[:-1])
        least = before + 0.6 * lengths[-1] - sound.start
        paced[-1] = 1000 * tempo.easy_length(_mood(sound), sound.seed, least / 1000) + sound.start - before
    return paced


def _on_beats(lengths: Sequence[float], stills: Sequence[bool], sound: Segment) -> list[int] | None:
    """Lengths (ms) with the same sum that change on beats; None where photos are too short for that."""
    whole = round(sum(lengths))
    beat = 1000 * tempo.tempo_of(_mood(sound), sound.seed, (whole - sound.start) / 1000).beat
    shortest = min((ms for ms, still in zip(lengths, stills, strict=True) if still), default=0.0)
    step = next((beats * beat for beats, least in _STEPS if shortest >= 0.99 * least * beat), None)
    if step is None:
        return None
    last = len(stills) - 1 - stills[::-1].index(True)
    cuts, at, given = [0], 0.0, 0.0
    for place, (ms, still) in enumerate(zip(lengths[:-1], stills[:-1], strict=True)):
        given += ms
        if place >= last:
            # Nothing but clips comes after this, and they end with the film.
            at = given
        else:
            at = sound.start + floor((given - sound.start) / step + 0.5) * step if still else at + ms
        cuts.append(round(at))
    found = [end - start for start, end in pairwise([*cuts, whole])]
    fair = (now >= max(SHORTEST_SEGMENT_MS, 0.45 * ms) for now, ms in zip(found, lengths, strict=True))
    return found if all(fair) else None
