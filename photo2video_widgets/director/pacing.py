"""Wishes for lengths → operations: of the whole film, of each photo, of some."""

from __future__ import annotations

from .. import edits, vocabulary
from .plan import Plan
from .replies import seconds
from .wishes import Wish


def checked(plan: Plan, length: float) -> int:
    if length > vocabulary.LONGEST_FILM_MS:
        raise plan.refuse("too-long-film", hours=vocabulary.LONGEST_FILM_MS // 3_600_000)
    if length <= 0:
        raise plan.refuse("no-length")
    return max(vocabulary.SHORTEST_SEGMENT_MS, round(length))


def _new_length(plan: Plan, before: int, wish: Wish) -> int:
    ms, delta, ratio = wish.get("ms"), wish.get("delta"), wish.get("ratio")
    if isinstance(ms, int):
        limit = wish.get("limit")
        if ms > 0 and ((limit == "atmost" and before <= ms) or (limit == "atleast" and before >= ms)):
            return before
        return checked(plan, ms)
    if isinstance(delta, int):
        return checked(plan, before + delta)
    return checked(plan, before * float(str(ratio)))


def each(plan: Plan, wish: Wish) -> None:
    pictures = plan.draft.pictures
    ms = wish.get("ms")
    if isinstance(ms, int) and not wish.get("limit"):
        plan.do(edits.set_duration(checked(plan, ms)))
        return
    plan.do(edits.set_durations({one.id: _new_length(plan, one.duration, wish) for one in pictures}))


def length(plan: Plan, wish: Wish) -> None:
    found = plan.segments(wish.photos)
    plan.do(edits.set_durations({one.id: _new_length(plan, one.duration, wish) for one in found}))


def equal(plan: Plan, wish: Wish) -> None:
    count = len(plan.draft.pictures)
    if count:
        whole_length = plan.draft.duration
        plan.do(edits.set_duration(max(vocabulary.SHORTEST_SEGMENT_MS, round(whole_length / count))))


def whole(plan: Plan, wish: Wish) -> None:
    wanted = _new_length(plan, plan.draft.duration, wish)
    count = len(plan.draft.pictures)
    least = count * vocabulary.SHORTEST_SEGMENT_MS
    if wanted < least:
        plan.note("too-short", count=count, least=seconds(least, plan.language))
    stated = next((other for other in plan.wishes if other.kind == "each" and isinstance(other.get("ms"), int)), None)
    if (
        stated
        and not wish.get("limit")
        and isinstance(wish.get("ms"), int)
        and abs(wanted - plan.draft.duration) > count
    ):
        plan.note(
            "both-lengths",
            whole=seconds(wanted, plan.language),
            each=seconds(stated.whole("ms"), plan.language),
        )
    plan.do(edits.set_length(max(wanted, least)))


def between(plan: Plan, wish: Wish) -> None:
    """What lies between the draft before the last change and the present one, in what that change was about."""
    before = plan.past[-1].draft if plan.past else None
    if before is None or not before.pictures:
        raise plan.ask("what-between")
    if before.duration != plan.draft.duration:
        plan.do(edits.set_length((before.duration + plan.draft.duration) // 2))
    elif before.sounds and plan.draft.sounds and before.sounds[0].volume != plan.draft.sounds[0].volume:
        plan.do(edits.set_volume(round((before.sounds[0].volume + plan.draft.sounds[0].volume) / 2, 3)))
    else:
        raise plan.ask("what-between")
