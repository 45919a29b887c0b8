"""Wishes for the frame, for photos and for their order → operations on the draft as it is."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from .. import edits, vocabulary
from ..draft import Segment
from ..intake import natural_order
from .plan import Item, Plan, like
from .wishes import Photos, Wish

_SHAPES = {"9:16": (9, 16), "1:1": (1, 1), "4:5": (4, 5), "16:9": (16, 9), "21:9": (21, 9)}
_OPPOSITE = {
    "left": "right", "right": "left", "up": "down", "down": "up", "in": "out", "out": "in",
}  # fmt: skip


def frame(plan: Plan, wish: Wish) -> None:
    size, side = wish.get("size"), wish.get("side")
    width, height = plan.draft.width, plan.draft.height
    if wish.get("back"):
        sizes = [(turn.draft.width, turn.draft.height) for turn in plan.past if turn.draft.pictures]
        size = next((one for one in reversed(sizes) if one != (width, height)), (width, height))
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
    if by == "turned" and wish.photos:
        if not turn_round(plan, {segment.id for segment in plan.segments(wish.photos)}):
            raise plan.ask("what-more")
        return
    if by == "turned" and wish.get("way") and plan.topic not in ("transition", "motion") and plan.topic != "order":
        directed = [
            item for item in pictures if item.transition and item.transition.kind.rpartition("-")[2] in _OPPOSITE
        ]
        plan.topic = "transition" if directed else plan.topic
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


def turn_round(plan: Plan, ids: Collection[str] = ()) -> bool:
    """Let what moved one way move the other: transitions or motions, whichever were changed last.

    With `ids`, the motions of those photos.
    """
    turned = False
    if plan.topic == "transition" and not ids:
        for segment in plan.draft.pictures:
            kind, way = (segment.transition.kind if segment.transition else "").rpartition("-")[::2]
            if segment.transition and way in _OPPOSITE and kind:
                plan.do(edits.set_transition(f"{kind}-{_OPPOSITE[way]}", segment.transition.duration, segment.id))
                turned = True
    for segment in plan.draft.pictures if plan.topic == "motion" or ids else ():
        kind, _, way = segment.motion.kind.partition("-")
        if way in _OPPOSITE and (not ids or segment.id in ids):
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
    elif goal == "step":
        before = [segment.id for segment in plan.draft.pictures].index(ids[0])
        place = min(max(0, before + wish.whole("by")), len(rest))
        if place == before:
            plan.note("at-the-edge")
            return
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


def which(plan: Plan, wish: Wish) -> None:
    raise plan.ask("which-photo", count=len(plan.draft.pictures))


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
