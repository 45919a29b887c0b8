"""Which photos a view can travel over from end to end, and what moves those instead where it can't."""

from __future__ import annotations

from .. import edits
from ..draft import Segment
from .plan import Plan

_WAYS = {"pan-left": 0, "pan-right": 0, "pan-up": 1, "pan-down": 1}
_ZOOMS = ("zoom-in", "zoom-out")
# Part of a pan's way that may be missing before anybody sees that it stops short.
_UNSEEN = 0.1


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
    sides = (min(1.0, shape), min(1.0, 1 / shape)) if segment.fit == "cover" else (max(1.0, shape), max(1.0, 1 / shape))
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
