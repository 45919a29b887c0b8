"""Wishes for transitions, motions, looks and clips → operations."""

from __future__ import annotations

from collections.abc import Sequence

from .. import edits, vocabulary
from ..draft import Segment
from .cutting import DIRECTED
from .pacing import checked
from .panning import wander
from .plan import Plan, Unresolved
from .replies import seconds
from .wishes import Photos, Wish

TRANSITION_MS = 600
MOTION_AMOUNT = 0.12
# Neighbours differ and each direction comes back after its opposite, so that the eye is led and not shaken.
MOTION_CYCLE = ("zoom-in", "pan-right", "zoom-out", "pan-left")
VARIED = ("crossfade", "slide-left", "wipe-right", "zoom", "push-left", "circle", "fade-black", "blur")


def transition(plan: Plan, wish: Wish) -> None:
    cuts = _cut_ids(plan, wish.photos)
    ms = wish.get("ms")
    duration = checked(plan, ms) if isinstance(ms, int) else None
    if wish.get("vary"):
        plan.do(edits.vary_transitions(list(VARIED), duration or _present_ms(plan)))
        return
    ratio = wish.get("ratio")
    kind = wish.get("kind")
    if kind is None:
        _retime(plan, cuts, duration, float(str(ratio)) if ratio else None)
        return
    name = str(kind)
    present = next((segment.transition for segment in plan.draft.pictures if segment.transition), None)
    if name == "any":
        name = present.kind if present else "crossfade"
        missing = [segment.id for segment in plan.draft.pictures[1:] if segment.transition is None]
        if present and missing and cuts is None and duration is None:
            plan.do(edits.set_transition(name, present.duration, missing))
            return
    elif name.startswith("turn-"):
        family = present.kind.split("-")[0] if present else ""
        name = f"{family if family in DIRECTED else 'slide'}-{name[5:]}"
    length = duration if duration is not None or present else TRANSITION_MS
    if cuts is None:
        plan.do(edits.set_transition(name, length))
    elif cuts:
        own = next((item.transition for item in plan.draft.pictures if item.id in cuts and item.transition), None)
        given = length if length is not None or own else present.duration if present else TRANSITION_MS
        plan.do(edits.set_transition(name, given, cuts))


def _present_ms(plan: Plan) -> int | None:
    return None if any(segment.transition for segment in plan.draft.pictures) else TRANSITION_MS


def _retime(plan: Plan, cuts: list[str] | None, duration: int | None, ratio: float | None) -> None:
    fading = [item for item in plan.draft.pictures if item.transition and (cuts is None or item.id in cuts)]
    if not fading:
        if duration is None:
            raise plan.refuse("no-transitions")
        plan.do(edits.set_transition("crossfade", duration, cuts))
        return
    for kind in dict.fromkeys((item.transition.kind, item.transition.duration) for item in fading if item.transition):
        ids = [
            item.id for item in fading if item.transition and (item.transition.kind, item.transition.duration) == kind
        ]
        wanted = duration if duration is not None else max(40, round(kind[1] * (ratio or 1)))
        plan.do(edits.set_transition(kind[0], wanted, ids))


def _cut_ids(plan: Plan, photos: Photos) -> list[str] | None:
    """The photos into which the cuts are that are meant; None for all."""
    if photos.are_all:
        return None
    if photos.but and photos.but[0][0] == "cut":
        spared = _cut_ids(plan, Photos(photos.but)) or []
        meant = _cut_ids(plan, Photos(photos.items)) if photos.items else None
        every = [segment.id for segment in plan.draft.pictures[1:]]
        return [one for one in (every if meant is None else meant) if one not in spared]
    if photos.items and photos.items[0][0] == "cut":
        pair = [plan.segments(Photos((item,))) for item in photos.items[0][1:] if isinstance(item, tuple)]
        ids = [segment.id for segment in plan.draft.pictures]
        places = sorted(ids.index(found[0].id) for found in pair if found)
        if len(places) != 2 or places[1] - places[0] != 1:
            raise plan.refuse("not-neighbours")
        return [ids[places[1]]]
    first = plan.draft.pictures[0].id if plan.draft.pictures else ""
    return [segment.id for segment in plan.segments(photos) if segment.id != first]


def motion(plan: Plan, wish: Wish) -> None:
    kinds = [str(kind) for kind in wish.get("kinds", ())]  # type: ignore[attr-defined]
    ids = plan.ids(wish.photos)
    if not kinds:
        factor = float(str(wish.get("ratio", 1.6)))
        if all(segment.motion.kind == "none" for segment in plan.draft.pictures):
            raise plan.refuse("no-motion")
        plan.do(edits.scale_motion(factor, ids))
        return
    if wish.get("only") and ids is not None and kinds != ["none"]:
        others = [
            segment.id for segment in plan.draft.pictures if segment.id not in ids and segment.motion.kind != "none"
        ]
        if others:
            plan.do(edits.set_motion("none", others))
    if kinds == ["any"] and ids is None:
        wander(plan, list(MOTION_CYCLE), MOTION_AMOUNT)
        return
    if kinds == ["any"] or kinds == ["zoom"]:
        kinds = ["zoom-in", "zoom-out"] if kinds == ["zoom"] and ids is None else ["zoom-in"]
    amount = None if kinds == ["none"] else MOTION_AMOUNT
    if ids is None and len(kinds) > 1:
        plan.do(edits.alternate_motion(kinds, amount))
        return
    for place, kind in enumerate(kinds if ids is None else ["" for _ in ids]):
        if ids is None:
            plan.do(edits.set_motion(kind, None, amount))
        else:
            plan.do(edits.set_motion(kinds[place % len(kinds)], ids[place], amount))


def look(plan: Plan, wish: Wish) -> None:
    wanted, ids = str(wish.get("look")), plan.ids(wish.photos)
    if wish.get("only") and ids is not None and wanted != "none":
        others = [item.id for item in plan.draft.pictures if item.look == wanted and item.id not in ids]
        if others:
            plan.do(edits.set_look("none", others))
    plan.do(edits.set_look(wanted, ids))


def unlook(plan: Plan, wish: Wish) -> None:
    wanted = str(wish.get("look"))
    has_it = [segment.id for segment in plan.segments(wish.photos) if segment.look == wanted]
    if not has_it:
        raise Unresolved("refused")
    plan.do(edits.set_look("none", has_it))


def spare(plan: Plan, wish: Wish) -> None:
    """Let some photos be again as they were before the last change."""
    before = {segment.id: segment for segment in plan.past[-1].draft.pictures} if plan.past else {}
    for segment in plan.segments(wish.photos):
        was = before.get(segment.id)
        if was is None:
            _plain(plan, segment)
            continue
        if was.look != segment.look:
            plan.do(edits.set_look(was.look, segment.id))
        if was.motion != segment.motion:
            plan.do(edits.set_motion(was.motion.kind, segment.id, was.motion.amount, was.motion.ease))
        if was.fit != segment.fit:
            plan.do(edits.set_fit(was.fit, segment.id))
        if was.duration != segment.duration:
            plan.do(edits.set_duration(was.duration, segment.id))
        if was.transition != segment.transition:
            kind = was.transition.kind if was.transition else "cut"
            plan.do(edits.set_transition(kind, was.transition.duration if was.transition else None, segment.id))


def _plain(plan: Plan, segment: Segment) -> None:
    """Take off a photo that was never without it what the turn before was about."""
    if plan.topic == "look":
        plan.do(edits.set_look("none", segment.id))
    elif plan.topic == "motion":
        plan.do(edits.set_motion("none", segment.id))
    elif plan.topic == "transition" and segment.id != plan.draft.pictures[0].id:
        plan.do(edits.set_transition("cut", id=segment.id))


def clip_volume(plan: Plan, wish: Wish) -> None:
    for clip in _clips(plan, wish.photos):
        volume = wish.get("volume")
        wanted = float(str(volume)) if volume is not None else min(4.0, clip.volume * wish.amount("ratio"))
        plan.do(edits.set_volume(round(wanted, 3), clip.id))


def trim(plan: Plan, wish: Wish) -> None:
    for clip in _clips(plan, wish.photos):
        asset = plan.asset_names.get(clip.src)
        source = (asset.duration if asset else None) or (clip.trim[1] if clip.trim else clip.duration)
        start, stop = clip.trim or (0, clip.duration)
        if isinstance(wish.get("start"), int):
            start, stop = wish.whole("start"), wish.whole("stop")
        elif isinstance(wish.get("drop"), int):
            drop = wish.whole("drop")
            start, stop = (start, stop - drop) if wish.get("end") else (start + drop, stop)
        else:
            wanted = wish.whole("length")
            start, stop = (source - wanted, source) if wish.get("end") else (start, start + wanted)
        if not 0 <= start < stop or stop - start < vocabulary.SHORTEST_SEGMENT_MS or start >= source:
            raise plan.refuse("clip-length", name=clip.name, length=seconds(source, plan.language))
        plan.do(edits.set_trim(clip.id, start, min(stop, source)))


def _clips(plan: Plan, photos: Photos) -> Sequence[Segment]:
    found = plan.segments(photos) if not photos.are_all else list(plan.draft.pictures)
    clips = [segment for segment in found if segment.kind == "video"]
    if not clips:
        raise plan.refuse("no-clip")
    return clips
