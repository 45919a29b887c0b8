"""How one picture gives way to the next: one mechanism, and a table of numbers for it that a preview can share.

On either side of a transition lies a picture that fills the frame. Each may be moved, zoomed, blurred, made of squares
and faded to a colour; then the incoming one is seen where the matte lets it through. All of these are tracks: values
at points of progress, straight lines in between. Lengths are parts of the frame's width (x) and height (y, blur,
squares); `as_data` gives the whole table as JSON.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from .motion import ease

# (progress, value) by rising progress; before the first point and behind the last one the value stays.
Track = tuple[tuple[float, float], ...]


_ZERO: Track = ((0.0, 0.0),)
_ONE: Track = ((0.0, 1.0),)
_RISING: Track = ((0.0, 0.0), (1.0, 1.0))


def _from_to(start: float, end: float) -> Track:
    return ((0.0, start), (1.0, end))


@dataclass(frozen=True, slots=True)
class Side:
    """What happens to one of the two pictures.

    `x`, `y`: how far it is moved, right and down. `zoom`: its size, about the middle. `blur`: sigma. `squares`: their
    side. `colour`: the share of the transition's colour that it's mixed with.
    """

    x: Track = _ZERO
    y: Track = _ZERO
    zoom: Track = _ONE
    blur: Track = _ZERO
    squares: Track = _ZERO
    colour: Track = _ZERO


@dataclass(frozen=True, slots=True)
class Matte:
    """Where the incoming picture is seen.

    `field` names a function of the place in the frame, 0 to 1; the incoming picture is seen where it is below the
    progress `reach`, with an edge `soft` wide. "even" is the same everywhere: `reach` is the share itself. "incoming"
    is wherever the moved incoming picture lies, "outgoing" wherever the moved outgoing one doesn't. `x`, `y` give a
    direction of travel to "line", `count` how many bands "blinds" has.
    """

    field: str = "even"
    reach: Track = _RISING
    soft: float = 0.02
    x: float = 0.0
    y: float = 0.0
    count: int = 1


_PLAIN, _EVEN = Side(), Matte()


@dataclass(frozen=True, slots=True)
class Transition:
    """`ease` bends progress before anything else sees it; `colour` is what sides are mixed with, #rrggbb."""

    ease: str = "linear"
    colour: str = "#000000"
    outgoing: Side = _PLAIN
    incoming: Side = _PLAIN
    matte: Matte = _EVEN


_DIRECTIONS = {"left": (-1.0, 0.0), "right": (1.0, 0.0), "up": (0.0, -1.0), "down": (0.0, 1.0)}
# The incoming picture takes over at once, in the middle.
_SWITCH = ((0.4999, 0.0), (0.5, 1.0))


def _fade(colour: str) -> Transition:
    away, back = ((0.0, 0.0), (0.5, 1.0)), ((0.5, 1.0), (1.0, 0.0))
    return Transition(colour=colour, outgoing=Side(colour=away), incoming=Side(colour=back), matte=Matte(reach=_SWITCH))


def _wipe(x: float, y: float) -> Transition:
    return Transition("in-out", matte=Matte("line", soft=0.04, x=x, y=y))


def _slide(x: float, y: float) -> Transition:
    """The new picture slides in over the old one."""
    incoming = Side(x=_from_to(-x, 0), y=_from_to(-y, 0))
    return Transition("in-out", incoming=incoming, matte=Matte("incoming"))


def _push(x: float, y: float) -> Transition:
    """The new picture pushes the old one out."""
    outgoing = Side(x=_from_to(0, x), y=_from_to(0, y))
    incoming = Side(x=_from_to(-x, 0), y=_from_to(-y, 0))
    return Transition("in-out", outgoing=outgoing, incoming=incoming, matte=Matte("incoming"))


def _cover(x: float, y: float) -> Transition:
    """The new picture slides in over the old one, which gives way a little and darkens."""
    outgoing = Side(x=_from_to(0, x * 0.25), y=_from_to(0, y * 0.25), colour=_from_to(0, 0.6))
    incoming = Side(x=_from_to(-x, 0), y=_from_to(-y, 0))
    return Transition("in-out", outgoing=outgoing, incoming=incoming, matte=Matte("incoming"))


def _reveal(x: float, y: float) -> Transition:
    """The old picture slides away from over the new one."""
    outgoing = Side(x=_from_to(0, x), y=_from_to(0, y))
    return Transition("in-out", outgoing=outgoing, incoming=Side(colour=_from_to(0.5, 0)), matte=Matte("outgoing"))


TRANSITIONS: dict[str, Transition] = {
    # A crossfade is linear, as editors do it; a dissolve lingers at both ends, as on an optical printer.
    "crossfade": Transition(),
    "dissolve": Transition("in-out"),
    "fade-black": _fade("#000000"),
    "fade-white": _fade("#ffffff"),
    **{f"wipe-{name}": _wipe(*way) for name, way in _DIRECTIONS.items()},
    **{f"slide-{name}": _slide(*way) for name, way in _DIRECTIONS.items()},
    **{f"push-{name}": _push(*way) for name, way in _DIRECTIONS.items()},
    "zoom": Transition(
        "in-out",
        outgoing=Side(zoom=_from_to(1, 1.7), blur=_from_to(0, 0.008)),
        incoming=Side(zoom=_from_to(1.35, 1), blur=((0.3, 0.008), (1.0, 0.0))),
        matte=Matte(reach=((0.2, 0.0), (0.8, 1.0))),
    ),
    "circle": Transition("in-out", matte=Matte("circle", soft=0.02)),
    "blur": Transition(
        outgoing=Side(blur=((0.0, 0.0), (0.6, 0.035))),
        incoming=Side(blur=((0.4, 0.035), (1.0, 0.0))),
        matte=Matte(reach=((0.3, 0.0), (0.7, 1.0))),
    ),
    **{f"cover-{name}": _cover(*way) for name, way in _DIRECTIONS.items()},
    **{f"reveal-{name}": _reveal(*way) for name, way in _DIRECTIONS.items()},
    "clock": Transition("in-out", matte=Matte("clock", soft=0.015)),
    "blinds": Transition("in-out", matte=Matte("blinds", soft=0.06, count=9)),
    "pixelate": Transition(
        outgoing=Side(squares=((0.0, 0.0), (0.5, 0.09))),
        incoming=Side(squares=((0.5, 0.09), (1.0, 0.0))),
        matte=Matte(reach=((0.4, 0.0), (0.6, 1.0))),
    ),
    "clouds": Transition("in-out", matte=Matte("clouds", soft=0.12)),
}

# The field "clouds": waves (across, down, phase, height) summed; lengths in the frame's height. Their sum, times
# `CLOUDS_SCALE`, is added to a half.
CLOUDS: tuple[tuple[float, float, float, float], ...] = (
    (3.1, 1.7, 0.6, 1.0), (-2.3, 3.9, 2.1, 0.9), (5.3, -4.1, 4.4, 0.6), (1.9, 6.7, 1.2, 0.5), (-8.9, 2.3, 5.0, 0.35),
    (9.7, 7.9, 3.3, 0.3), (-13.1, 11.3, 0.2, 0.2), (17.9, -9.1, 2.7, 0.16),
)  # fmt: skip
CLOUDS_SCALE = 0.16


def value(track: Track, p: float) -> float:
    """A track's value at progress `p`."""
    before = track[0]
    for after in track:
        if p <= after[0]:
            span = after[0] - before[0]
            return after[1] if span <= 0 else before[1] + (after[1] - before[1]) * (p - before[0]) / span
        before = after
    return before[1]


def progress(kind: str, p: float) -> float:
    """Progress after the transition's own easing."""
    return ease(TRANSITIONS[kind].ease, p)


def as_data() -> dict[str, Any]:
    """The table as plain JSON: what a preview needs to show the same."""
    kinds = {name: asdict(transition) for name, transition in TRANSITIONS.items()}
    return {"transitions": kinds, "clouds": {"waves": CLOUDS, "scale": CLOUDS_SCALE}}
