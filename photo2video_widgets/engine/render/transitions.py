"""How one picture gives way to the next. A table, so that a preview can share it."""

from __future__ import annotations

from typing import NamedTuple

from .motion import ease


class Kind(NamedTuple):
    """`through` is the colour that a fade goes through, or None where the pictures mix."""

    ease: str
    through: str | None


class Mix(NamedTuple):
    """Shares of the outgoing picture, the incoming picture, and of `colour` for what is left; they sum up to 1."""

    outgoing: float
    incoming: float
    colour: str


# A crossfade is linear, as draft.md says; a dissolve lingers at both ends, as on an optical printer.
KINDS: dict[str, Kind] = {
    "crossfade": Kind("linear", None),
    "dissolve": Kind("in-out", None),
    "fade-black": Kind("linear", "#000000"),
    "fade-white": Kind("linear", "#ffffff"),
}


def mix(kind: str, p: float) -> Mix:
    """What is seen at progress `p` (0..1) of a transition."""
    ease_, through = KINDS[kind]
    p = ease(ease_, p)
    if through is None:
        return Mix(1 - p, p, "#000000")
    return Mix(max(0.0, 1 - 2 * p), max(0.0, 2 * p - 1), through)
