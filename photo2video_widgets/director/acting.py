"""Wishes for pictures and their order, lengths and effects → operations on the draft as it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from .. import edits, vocabulary
from ..draft import Segment
from ..photos import natural_order
from .effects import DIRECTED
from .plan import Item, Plan, Unresolved, like
from .replies import seconds
from .wishes import Photos, Wish

TRANSITION_MS = 600
MOTION_AMOUNT = 0.12
# Neighbours differ and each direction comes back after its opposite, so that the eye is led and not shaken.
MOTION_CYCLE = ("zoom-in", "pan-right", "zoom-out", "pan-left")
VARIED = ("crossfade", "slide-left", "wipe-right", "zoom", "push-left", "circle", "fade-black", "blur")
_SHAPES = {"9:16": (9, 16), "1:1": (1, 1), "4:5": (4, 5), "16:9": (16, 9), "21:9": (21, 9)}
_OPPOSITE = {
    "left": "right", "right": "left", "up": "down", "down": "up", "in": "out", "out": "in",
}  # fmt: skip


def frame(plan: Plan, wish: Wish) -> None:
    size, side = wish.get("size"), wish.get("side")
    width, height = plan.draft.width, plan.draft.height
    if isinstance(size, tuple):
        width, height = size
        if not (min(width, height) >= vocabulary.SMALLEST_SIDE and max(width, height) <= vocabulary.LARGEST_SIDE):
            raise plan.refuse("frame-size", least=vocabulary.SMALLEST_SIDE, most=vocabulary.LARGEST_SIDE)
    else:
        short = int(str(side)) if side else min(width, height)
        shape = str(wish.get("shape") or "")
        if shape:
            across, down = _SHAPES.get(shape) or tuple(int(part) for part in shape.split(":"))
        else:
            across, down = width, height
        scale = short / min(across, down)
        width, height = round(across * scale / 2) * 2, round(down * scale / 2) * 2
        most = max(width, height)
        if most > vocabulary.LARGEST_SIDE:
            width, height = (round(part * vocabulary.LARGEST_SIDE / most / 2) * 2 for part in (width, height))
    plan.do(edits.set_canvas(width, height))


def rate(plan: Plan, wish: Wish) -> None:
    fps = wish.whole("fps")
    if not vocabulary.FRAME_RATES[0] <= fps <= vocabulary.FRAME_RATES[1]:
        raise plan.refuse("frame-rate", most=vocabulary.FRAME_RATES[1])
    plan.do(edits.set_canvas(fps=fps))


def background(plan: Plan, wish: Wish) -> None:
    plan.do(edits.set_background(str(wish.get("background"))))
    # A background can only be seen beside pictures that are shown whole.
    if all(segment.fit == "cover" for segment in plan.draft.pictures):
        plan.do(edits.set_fit("contain"))


def fit(plan: Plan, wish: Wish) -> None:
    plan.do(edits.set_fit(str(wish.get("fit")), plan.ids(wish.photos)))


# Order


def order(plan: Plan, wish: Wish) -> None:
    pictures = list(plan.draft.pictures)
    by = str(wish.get("by"))
    others = [other for other in plan.wishes if other.kind == "order" and other is not wish]
    if by == "turned" and others:
        return
    if by == "turned" and plan.topic in ("transition", "motion") and turn_round(plan):
        return
    if len(pictures) < 2:
        return
    if by in ("taken", "newest"):
        _by_date(plan, pictures, newest=by == "newest")
    elif by == "name":
        pictures.sort(key=lambda item: natural_order(item.name))
        if wish.get("back"):
            pictures.reverse()
    elif by == "given":
        places = {asset.id: place for place, asset in enumerate(plan.assets)}
        pictures.sort(key=lambda item: places.get(item.src, len(places)))
    elif by == "shuffle":
        _shuffle(pictures)
    else:
        pictures.reverse()
    plan.do(edits.reorder([item.id for item in pictures]))
    plan.base = plan.draft.pictures


def _by_date(plan: Plan, pictures: list[Segment], newest: bool) -> None:
    taken = {asset.id: asset.taken for asset in plan.assets}
    undated = sum(1 for item in pictures if not taken.get(item.src))
    if undated == len(pictures):
        raise plan.refuse("no-dates")
    if undated:
        plan.note("some-dates", count=undated)
    pictures.sort(key=lambda item: taken.get(item.src) or "", reverse=newest)
    pictures.sort(key=lambda item: not taken.get(item.src))


def _shuffle(pictures: list[Segment]) -> None:
    import random

    # Seeded by what is shuffled: the same words on the same draft give the same film.
    before = [item.id for item in pictures]
    dice = random.Random("".join(before))
    for _ in range(8):
        dice.shuffle(pictures)
        if [item.id for item in pictures] != before:
            return


def turn_round(plan: Plan) -> bool:
    """Let what moved one way move the other: transitions or motions, whichever were changed last."""
    turned = False
    if plan.topic == "transition":
        for segment in plan.draft.pictures:
            kind, way = (segment.transition.kind if segment.transition else "").rpartition("-")[::2]
            if segment.transition and way in _OPPOSITE and kind:
                plan.do(edits.set_transition(f"{kind}-{_OPPOSITE[way]}", segment.transition.duration, segment.id))
                turned = True
    for segment in plan.draft.pictures if plan.topic == "motion" else ():
        kind, _, way = segment.motion.kind.partition("-")
        if way in _OPPOSITE:
            plan.do(edits.set_motion(f"{kind}-{_OPPOSITE[way]}", segment.id))
            turned = True
    return turned


def move(plan: Plan, wish: Wish) -> None:
    moved = plan.segments(wish.photos)
    if all(item[0] in ("name", "like") for item in wish.photos.items):
        moved = _latest_copies(moved)
    goal = wish.get("to")
    rest = [segment.id for segment in plan.draft.pictures if segment.id not in {item.id for item in moved}]
    ids = [segment.id for segment in moved]
    if goal == "start":
        place = 0
    elif goal == "end":
        place = len(rest)
    elif goal == "middle":
        place = (len(rest) + 1) // 2
    elif goal == "place":
        number = wish.whole("place")
        if not 1 <= number <= len(plan.draft.pictures):
            raise plan.refuse("no-such-number", number=number, count=len(plan.draft.pictures))
        place = number - 1
    else:
        item = wish.get("anchor")
        assert isinstance(item, tuple)
        anchor = plan.segments(Photos((item,)))
        if not anchor or anchor[0].id not in rest:
            return
        place = rest.index(anchor[0].id) + (goal == "after")
    plan.do(edits.reorder(rest[:place] + ids + rest[place:]))


def _latest_copies(found: list[Segment]) -> list[Segment]:
    """Of a photo that is shown several times, the last."""
    return list({segment.src: segment for segment in found}.values())


def swap(plan: Plan, wish: Wish) -> None:
    found = plan.segments(wish.photos)
    if len(found) < 2 and len(wish.photos.items) >= 2:
        return
    if len(found) != 2:
        raise plan.ask("which-two")
    plan.do(edits.swap(found[0].id, found[1].id))


def remove(plan: Plan, wish: Wish) -> None:
    gone = plan.segments(wish.photos)
    if gone and len(gone) == len(plan.draft.pictures):
        raise plan.refuse("removed-all")
    plan.do(edits.remove([segment.id for segment in gone]))


def keep(plan: Plan, wish: Wish) -> None:
    kept = {segment.id for segment in plan.segments(wish.photos)}
    gone = [segment.id for segment in plan.draft.pictures if segment.id not in kept]
    if not kept:
        raise plan.refuse("removed-all")
    if gone:
        plan.do(edits.remove(gone))


def again(plan: Plan, wish: Wish) -> None:
    for segment in plan.segments(wish.photos):
        ids = [item.id for item in plan.draft.pictures]
        index = {"start": 0, "end": len(ids)}.get(str(wish.get("to")), ids.index(segment.id) + 1)
        anchor = wish.get("anchor")
        if isinstance(anchor, tuple):
            index = ids.index(plan.one(Photos((anchor,))).id) + (wish.get("to") == "after")
        plan.do(edits.duplicate(segment.id, index))


def restore(plan: Plan, wish: Wish) -> None:
    """Bring photos back that were taken out: as they were, and beside the neighbours that they had."""
    for item in wish.photos.items:
        for asset in _missing(plan, item):
            _bring_back(plan, asset)


def _missing(plan: Plan, item: Item) -> list[str]:
    present = {segment.src for segment in plan.draft.pictures}
    gone = [asset for asset in plan.assets if asset.kind in ("image", "video") and asset.id not in present]
    if item[0] == "name":
        return [str(item[1])] if str(item[1]) not in present else []
    if item[0] == "like":
        names = [(asset.name, Segment(asset.id, 0, 0, 0, {"src": asset.id})) for asset in gone]
        found = like(str(item[1]), names)
        if not found:
            raise plan.refuse("no-such-name", name=item[1])
        return [segment.src for segment in found]
    if item[0] in ("all", "rest"):
        return [asset.id for asset in gone]
    earlier = plan.past[-1].draft.pictures if plan.past else ()
    number = item[1] if len(item) > 1 and isinstance(item[1], int) else 0
    if item[0] == "nth" and 0 < (number if number > 0 else len(earlier)) <= len(earlier):
        return [earlier[number - 1 if number > 0 else -1].src]
    raise plan.refuse("no-such-number", number=item[1] if len(item) > 1 else "?", count=len(plan.draft.pictures))


def _bring_back(plan: Plan, asset: str) -> None:
    past = next(
        (turn.draft for turn in reversed(plan.past) if any(item.src == asset for item in turn.draft.pictures)), None
    )
    if past is None:
        known = plan.asset_names.get(asset)
        if known is None:
            raise plan.refuse("no-such-name", name="?")
        meta: dict[str, Any] = {"name": known.name, "src": known.id, "kind": known.kind}
        before: list[str] = [other.id for other in plan.assets[: plan.assets.index(known)]]
        like_it = plan.draft.pictures[-1]
        photo = {**meta, "duration": like_it.duration}
        caption = None
    else:
        places = [item.src for item in past.pictures]
        place = places.index(asset)
        was = past.pictures[place]
        before = places[:place]
        photo = {**was.meta, "duration": was.duration}
        caption = next(
            (text for text in past.texts if text.role == "caption" and was.start <= text.start and text.end <= was.end),
            None,
        )
    present = [item.src for item in plan.draft.pictures]
    index = max((present.index(other) + 1 for other in before if other in present), default=0)
    cut = plan.draft.pictures[1].transition if len(plan.draft.pictures) > 1 else None
    if index == 0:
        photo.pop("transition", None)
    plan.do(edits.add_photos([photo], index))
    follower = plan.draft.pictures[1] if index == 0 else None
    if follower is not None and cut is not None and follower.transition is None:
        plan.do(edits.set_transition(cut.kind, cut.duration, follower.id))
    if caption is not None:
        fresh = plan.draft.pictures[index]
        style = dict(caption.meta.get("style") or {})
        plan.do(edits.add_captions({fresh.id: caption.text}, caption.position, style or None))
    plan.base = plan.draft.pictures


# Lengths


def _checked(plan: Plan, length: float) -> int:
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
        return _checked(plan, ms)
    if isinstance(delta, int):
        return _checked(plan, before + delta)
    return _checked(plan, before * float(str(ratio)))


def each(plan: Plan, wish: Wish) -> None:
    pictures = plan.draft.pictures
    ms = wish.get("ms")
    if isinstance(ms, int) and not wish.get("limit"):
        plan.do(edits.set_duration(_checked(plan, ms)))
        return
    for segment in pictures:
        plan.do(edits.set_duration(_new_length(plan, segment.duration, wish), segment.id))


def length(plan: Plan, wish: Wish) -> None:
    found = plan.segments(wish.photos)
    lengths = {_new_length(plan, segment.duration, wish) for segment in found}
    if len(lengths) == 1:
        plan.do(edits.set_duration(lengths.pop(), [segment.id for segment in found]))
        return
    for segment in found:
        plan.do(edits.set_duration(_new_length(plan, segment.duration, wish), segment.id))


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


# Effects


def transition(plan: Plan, wish: Wish) -> None:
    cuts = _cut_ids(plan, wish.photos)
    ms = wish.get("ms")
    duration = _checked(plan, ms) if isinstance(ms, int) else None
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
    if kinds == ["any"] or kinds == ["zoom"]:
        kinds = (
            ["zoom-in", "zoom-out"]
            if kinds == ["zoom"] and ids is None
            else ["zoom-in"]
            if ids is not None
            else list(MOTION_CYCLE)
        )
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
    plan.do(edits.set_look(str(wish.get("look")), plan.ids(wish.photos)))


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


Action = Callable[[Plan, Wish], None]
