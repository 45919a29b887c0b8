"""Every name that a draft may hold shows: frames that it changes differ from those without it, and from one another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from photo2video_widgets import vocabulary
from photo2video_widgets.engine.render import planes
from photo2video_widgets.engine.render.compose import Composer
from photo2video_widgets.engine.render.planes import Planes

from .films import draft, picture, within

WIDTH, HEIGHT = 320, 180
# A second photo follows at 1000 ms; transitions take half a second, so this is within one.
MIDDLE = 34
Frames = dict[str, Planes]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two photos without any symmetry."""
    folder = tmp_path_factory.mktemp("photos")
    y, x = np.mgrid[0:360, 0:500]
    for place, name in enumerate(("one.png", "two.png")):
        waves = [np.sin(x / (23 + 9 * n + 5 * place) + y / (31 - 7 * n) + n) + (x + 2 * y) / 700 - 1 for n in range(3)]
        Image.fromarray(np.clip(np.dstack(waves) * 70 + 120, 0, 255).astype(np.uint8)).save(folder / name)
    return folder


def frame(folder: Path, n: int, first: dict[str, Any], second: dict[str, Any], **film: Any) -> Planes:
    of = draft(picture("one.png", 0, 1000, **first), picture("two.png", 1000, 1000, **second), **film)
    of.check()
    target = planes.empty(WIDTH, HEIGHT)
    with Composer(of, within(folder)) as composer:
        composer.paint(n, target)
    return target


def written(**meta: Any) -> tuple[dict[str, Any], ...]:
    return ({"id": "words", "s": 0, "d": 2000, "m": {"text": "Words", **meta}},)


def rows(folder: Path) -> Iterator[tuple[str, Frames]]:
    """Each list of names, and the frame that each of them makes."""
    yield "transitions", {
        kind: frame(folder, MIDDLE, {}, {"transition": {"kind": kind, "d": 500}})
        for kind in vocabulary.TRANSITIONS
    } | {"cut": frame(folder, MIDDLE, {}, {})}  # fmt: skip
    yield (
        "motions",
        {kind: frame(folder, 3, {"motion": {"kind": kind, "amount": 0.3}}, {}) for kind in vocabulary.MOTIONS},
    )
    yield (
        "eases",
        {
            ease: frame(folder, 8, {"motion": {"kind": "zoom-in", "amount": 0.5, "ease": ease}}, {})
            for ease in vocabulary.EASES
        },
    )
    yield "looks", {kind: frame(folder, 3, {"look": {"kind": kind}}, {}) for kind in vocabulary.LOOKS}
    yield (
        "fits and backgrounds",
        {
            f"{fit} on {background}": frame(folder, 3, {"fit": fit}, {}, background=background)
            for fit, background in product(vocabulary.FITS, ("blur", "#aa3366", "#000000"))
            if fit == "contain" or background == "blur"
        },
    )
    yield (
        "focus points",
        {
            f"{focus}": frame(folder, 3, {"focus": focus, "motion": {"kind": "zoom-in", "amount": 0.4}}, {})
            for focus in ([0.2, 0.2], [0.5, 0.5], [0.8, 0.8])
        },
    )
    yield "crops", {f"{crop}": frame(folder, 3, {"crop": crop}, {}) for crop in ([0, 0, 1, 1], [0.2, 0.1, 0.5, 0.5])}
    yield (
        "positions",
        {place: frame(folder, 20, {}, {}, texts=written(position=place)) for place in vocabulary.POSITIONS}
        | {"no text": frame(folder, 20, {}, {})},
    )
    for side in ("in", "out"):
        yield f"animations {side}", {
            kind: frame(
                folder, 4 if side == "in" else 56, {}, {},
                texts=written(animation={"in": "none", "out": "none", side: kind}),
            )
            for kind in vocabulary.ANIMATIONS
        }  # fmt: skip
    styles: dict[str, dict[str, Any]] = {
        "plain": {}, "colour": {"color": "#ff8800"}, "large": {"size": 0.2}, "thin": {"weight": 400},
        "outline": {"outline": 0.6}, "no shadow": {"shadow": 0.0}, "box": {"box": "#00000080"},
    }  # fmt: skip
    yield "styles", {name: frame(folder, 20, {}, {}, texts=written(style=style)) for name, style in styles.items()}


def test_every_name_of_the_vocabulary_shows_and_no_two_are_the_same(folder: Path):
    for name, shown in rows(folder):
        for (one, first), (other, second) in combinations(shown.items(), 2):
            apart = max(
                float(np.abs(plane.astype(int) - same).max()) for plane, same in zip(first, second, strict=True)
            )
            assert apart > 5, f"{name}: {one} looks like {other}"
