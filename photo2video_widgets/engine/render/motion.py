"""Where the view stands at any moment, as `draft.md` defines it. Pure numbers, so that a preview can share the tables.

All in picture coordinates after orientation and crop: x and y from 0 to 1 from the left and top.
"""

from __future__ import annotations

from typing import NamedTuple

from ...draft import Motion

# Direction in which the view travels, times the sign of the zoom's exponent: (x, y, zoom).
# Zoom +1 closes in, -1 opens up, 0 stays; pans stand at the closest framing all the time.
MOTIONS: dict[str, tuple[int, int, int]] = {
    "none": (0, 0, 0),
    "zoom-in": (0, 0, 1),
    "zoom-out": (0, 0, -1),
    "pan-left": (-1, 0, 0),
    "pan-right": (1, 0, 0),
    "pan-up": (0, -1, 0),
    "pan-down": (0, 1, 0),
}

# Polynomials in u, lowest power first.
EASES: dict[str, tuple[float, ...]] = {"linear": (0.0, 1.0), "in-out": (0.0, 0.0, 3.0, -2.0)}


class Window(NamedTuple):
    """The part of the picture that fills the frame: left, top, width, height. Reaches beyond 0..1 in `contain`."""

    x: float
    y: float
    width: float
    height: float


def ease(kind: str, u: float) -> float:
    """Progress 0..1 after easing."""
    return sum(factor * u**power for power, factor in enumerate(EASES[kind]))


def still(motion: Motion) -> bool:
    """Whether the view stays where it is."""
    return motion.kind == "none" or motion.amount == 0


def window(
    picture: tuple[float, float],
    frame: tuple[int, int],
    fit: str,
    focus: tuple[float, float],
    motion: Motion,
    u: float,
) -> Window:
    """The window at progress `u` for a picture and a frame of the given width and height (px)."""
    shape = (frame[0] / frame[1]) / (picture[0] / picture[1])
    width, height = (min(1.0, shape), min(1.0, 1 / shape)) if fit == "cover" else (max(1.0, shape), max(1.0, 1 / shape))
    x, y, zoom = MOTIONS[motion.kind]
    u = ease(motion.ease, u)
    closest = 1 + motion.amount
    z = closest ** (u if zoom > 0 else 1 - u if zoom < 0 else 1 if x or y else 0)
    travel = (u - 0.5) * motion.amount / z
    return Window(
        _place(focus[0], x * travel * width, width / z),
        _place(focus[1], y * travel * height, height / z),
        width / z,
        height / z,
    )


def _place(focus: float, travelled: float, side: float) -> float:
    """Left (or top) of a window of this side whose centre is the focus, then travels; kept within the picture."""
    return _within(_within(focus, side) + travelled, side) - side / 2


def _within(centre: float, side: float) -> float:
    if side >= 1:
        return 0.5
    return min(max(centre, side / 2), 1 - side / 2)
