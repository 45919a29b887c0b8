"""How texts come and go: a table of numbers that a preview can share."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

from ...draft import Segment
from .motion import ease

# An animation takes this long (ms), but never more than a part of the text's time.
LONGEST = 600
MOST = 1 / 3


@dataclass(frozen=True, slots=True)
class Animation:
    """Where a text comes from, or goes to: how far right of its place and how far below (parts of the frame's height).

    `fades`: it also becomes opaque by and by. On its way it slows down as (1 - p)³.
    """

    right: float = 0.0
    below: float = 0.0
    fades: bool = True


ANIMATIONS: dict[str, Animation] = {
    "none": Animation(fades=False),
    "fade": Animation(),
    "slide": Animation(below=0.04),
    "drop": Animation(below=-0.04),
    "from-left": Animation(right=-0.08),
    "from-right": Animation(right=0.08),
}


class Appearance(NamedTuple):
    """How a text appears at one moment: opacity 0..1, and how far off its place (parts of the frame's height)."""

    opacity: float
    right: float
    below: float


def appearance(segment: Segment, time: float) -> Appearance:
    """How a text appears `time` ms after its start."""
    length = min(LONGEST, segment.duration * MOST)
    opacity, right, below = 1.0, 0.0, 0.0
    # It leaves the way it would have come from, mirrored.
    for kind, passed, sign in zip(segment.animation, (time, segment.duration - time), (1, -1), strict=True):
        p = min(1.0, passed / length)
        animation = ANIMATIONS[kind]
        if p >= 1:
            continue
        opacity *= ease("in-out", p) if animation.fades else 1.0
        right += sign * animation.right * (1 - p) ** 3
        below += sign * animation.below * (1 - p) ** 3
    return Appearance(opacity, right, below)


def as_data() -> dict[str, Any]:
    """The table as plain JSON."""
    return {"animations": {name: asdict(one) for name, one in ANIMATIONS.items()}, "longest": LONGEST, "most": MOST}
