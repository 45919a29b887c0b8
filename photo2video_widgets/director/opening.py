"""The film that the first message makes, before what else it asks for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .. import edits, vocabulary
from . import acting, moving, panning
from .model import Asset
from .plan import Plan, Unresolved
from .replies import say
from .token import Token


def first_film(plan: Plan, pictures: list[Asset], tokens: Sequence[Token]) -> None:
    frame = next((wish for wish in plan.wishes if wish.kind == "frame"), None)
    plan.do(edits.set_canvas(1920, 1080, 30))
    if frame is not None:
        try:
            acting.frame(plan, frame)
        except Unresolved:
            plan.notes.clear()
    ratio = plan.draft.width / plan.draft.height
    plan.do(edits.add_photos([_photo(asset, ratio) for asset in pictures], duration=_pace(len(pictures))))
    plan.do(edits.set_transition("crossfade", moving.TRANSITION_MS))
    if any(segment.kind == "image" for segment in plan.draft.pictures):
        panning.wander(plan, list(moving.MOTION_CYCLE), moving.MOTION_AMOUNT)
    # "A romantic film" names no music, but tells which would suit it.
    refused = {wish.get("mood") for wish in plan.wishes if wish.kind == "refused"}
    plan.song_hint = next(
        (
            str(token.kinds["mood"])
            for token in tokens
            if token.has("mood") and not token.has("look") and token.kinds["mood"] not in refused
        ),
        "",
    )


def _photo(asset: Asset, frame: float) -> dict[str, Any]:
    photo: dict[str, Any] = {"name": asset.name, "src": asset.id, "kind": asset.kind}
    if asset.kind == "video" and asset.duration:
        length = max(vocabulary.SHORTEST_SEGMENT_MS, min(asset.duration, 10_000))
        photo |= {"duration": length, "trim": [0, length]}
    elif asset.width < asset.height and frame > 1:
        # An upright photo that filled a wide frame would lose more than half of itself, heads and towers first.
        photo["fit"] = "contain"
    if asset.focus is not None:
        photo["focus"] = panning.steady(asset, photo.get("fit", "cover"), frame)
    return photo


def _pace(count: int) -> int:
    """Milliseconds a photo: few photos may linger, many keep moving."""
    return 4000 if count <= 5 else 3500 if count <= 12 else 3000 if count <= 40 else 2500


def mention(plan: Plan, pictures: Sequence[Asset]) -> None:
    """Say which photos are nearly the same or out of focus; none is dropped unasked."""
    names = {asset.id: asset.name for asset in pictures}
    for asset in [asset for asset in pictures if asset.twin_of in names][:2]:
        plan.note("twins", names=say(plan.language, "and").join((names[str(asset.twin_of)], asset.name)))
    for asset in [asset for asset in pictures if asset.blurred][:2]:
        plan.note("blurred", names=asset.name)
