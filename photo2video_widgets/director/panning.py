"""Which photos a view can travel over from end to end, and what moves those instead where it can't; where zooms aim."""

from __future__ import annotations

from .. import edits
from ..draft import Segment
from .model import Asset
from .plan import Plan

_WAYS = {"pan-left": 0, "pan-right": 0, "pan-up": 1, "pan-down": 1}
_ZOOMS = ("zoom-in", "zoom-out")
# Part of a pan's way that may be missing before anybody sees that it stops short.
_UNSEEN = 0.1
# The closest that zooms come whose aim is made steady.
_CLOSEST = 1.25


def wander(plan: Plan, kinds: list[str], amount: float) -> None:
    """Let the view move over every photo, in turn as `kinds` says, and zoom where a pan would stop short."""
    plan.do(edits.alternate_motion(kinds, amount))
    instead: dict[str, list[str]] = {}
    before = ""
    for segment in plan.draft.pictures:
        kind = segment.motion.kind
        stops = kind in _WAYS and not _has_room(plan, segment)
        if stops or (kind in _ZOOMS and kind == before):
            kind = next(zoom for zoom in _ZOOMS if zoom != before)
            instead.setdefault(kind, []).append(segment.id)
        before = kind if kind in _ZOOMS else before
    for kind, ids in instead.items():
        plan.do(edits.set_motion(kind, ids, amount))


def _has_room(plan: Plan, segment: Segment) -> bool:
    """Whether a pan travels its whole way; True where the photo's shape isn't known."""
    asset = plan.asset_names.get(segment.src)
    if asset is None or not asset.width or not asset.height:
        return True
    _, _, wide, high = segment.crop
    shape = (plan.draft.width / plan.draft.height) / (asset.width * wide / (asset.height * high))
    sides = _sides(shape, segment.fit)
    axis = _WAYS[segment.motion.kind]
    window = sides[axis] / (1 + segment.motion.amount)
    reach = sides[axis] * segment.motion.amount / (1 + segment.motion.amount) / 2
    # As far as the window's centre can go without leaving the picture.
    nearest, farthest = window / 2, 1 - window / 2
    if nearest >= farthest:
        return False
    centre = min(max(segment.focus[axis], nearest), farthest)
    missing = max(0.0, nearest - (centre - reach)) + max(0.0, centre + reach - farthest)
    return missing <= _UNSEEN * 2 * reach


def steady(asset: Asset, fit: str, frame: float) -> list[float]:
    """The focus of a photo (it has one), moved a little where zooms would else change their course on the way.

    `frame` is the frame's shape, width by height. A view that opens up around a point near the middle meets the
    picture's edge at some moment, and drifts off to the other side from then on: that is seen as a jerk.
    """
    assert asset.focus is not None
    if not asset.width or not asset.height:
        return list(asset.focus)
    sides = _sides(frame * asset.height / asset.width, fit)
    return [round(_steady(round(point, 3), side), 6) for point, side in zip(asset.focus, sides, strict=True)]


def _steady(point: float, side: float) -> float:
    """A point of one axis, `side` being that of the window that isn't zoomed."""
    middle = min(1.0, side) / 2
    if side / 2 / _CLOSEST < point < middle:
        return middle
    if 1 - middle < point < 1 - side / 2 / _CLOSEST:
        return 1 - middle
    return point


def _sides(shape: float, fit: str) -> tuple[float, float]:
    """Width and height of the window without motion, in parts of the picture; `shape`: the frame's by the picture's."""
    return (min(1.0, shape), min(1.0, 1 / shape)) if fit == "cover" else (max(1.0, shape), max(1.0, 1 / shape))
