"""Transitions, judged by what is seen at each moment of them."""

from __future__ import annotations

import itertools
import json
from typing import Any

import numpy as np
import pytest

from photo2video_widgets.engine.render import planes
from photo2video_widgets.engine.render.mixing import mix
from photo2video_widgets.engine.render.transitions import TRANSITIONS, as_data, value
from photo2video_widgets.vocabulary import TRANSITIONS as NAMES

WIDTH, HEIGHT = 160, 90
_WAYS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


def ramp(turned: bool) -> planes.Planes:
    """A picture that tells from every pixel's brightness where it comes from, dark or light."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH]
    level = 16 + 60 * (x / WIDTH if not turned else y / HEIGHT)
    luma = np.asarray(level + (130 if turned else 0), np.uint8)
    half = np.full((HEIGHT // 2, WIDTH // 2), 100 if turned else 150, np.uint8)
    return planes.Planes(luma, half, half.copy())


OUTGOING, INCOMING = ramp(False), ramp(True)


def seen(kind: str, p: float) -> planes.Planes:
    target = planes.empty(WIDTH, HEIGHT)
    mix(kind, p, OUTGOING, INCOMING, target)
    return target


def is_new(kind: str, p: float) -> Any:
    """Where the incoming picture is seen."""
    return seen(kind, p).y > 110


def test_every_name_of_the_vocabulary_is_in_the_table():
    assert tuple(TRANSITIONS) == NAMES


@pytest.mark.parametrize("kind", NAMES)
def test_it_begins_with_the_old_picture_and_ends_with_the_new_one(kind: str):
    for p, wanted in ((0.0, OUTGOING), (1.0, INCOMING)):
        for plane, other in zip(seen(kind, p), wanted, strict=True):
            assert np.abs(plane.astype(int) - other).max() <= 1


@pytest.mark.parametrize("kind", NAMES)
def test_it_moves_on_with_every_frame_without_a_jump(kind: str):
    moments = [seen(kind, p).y.astype(int) for p in np.linspace(0, 1, 31)]
    steps = [np.abs(after - before).mean() for before, after in itertools.pairwise(moments)]
    assert max(steps) < 30
    assert np.mean(steps[10:20]) > 0.5


@pytest.mark.parametrize("way", _WAYS)
@pytest.mark.parametrize("kind", ["wipe", "slide", "push", "cover", "reveal"])
def test_the_edge_travels_where_the_name_says(kind: str, way: str):
    dx, dy = _WAYS[way]
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH]
    new = is_new(f"{kind}-{way}", 0.5)
    assert 0.4 < new.mean() < 0.6
    # The old picture is left on the side that the edge travels to.
    middle = (x[new].mean() / WIDTH - 0.5, y[new].mean() / HEIGHT - 0.5)
    old = (x[~new].mean() / WIDTH - 0.5, y[~new].mean() / HEIGHT - 0.5)
    assert (old[0] - middle[0]) * dx + (old[1] - middle[1]) * dy > 0.4


def test_a_slide_moves_the_new_picture_only_and_a_push_both():
    row = HEIGHT // 2
    for kind, old_from, new_from in (("slide-left", 0, 0), ("push-left", 80, 0), ("reveal-left", 80, 80)):
        shown = seen(kind, 0.5).y
        assert abs(int(shown[row, 20]) - int(OUTGOING.y[row, 20 + old_from])) <= 1
        if kind != "reveal-left":
            assert abs(int(shown[row, 120]) - int(INCOMING.y[row, 40 + new_from])) <= 1


def test_a_circle_opens_about_the_middle():
    new = is_new("circle", 0.5)
    assert new[HEIGHT // 2, WIDTH // 2]
    assert not new[0, 0]
    assert (new == new[::-1, ::-1]).mean() > 0.98


def test_a_clock_turns_clockwise_from_the_top():
    new = is_new("clock", 0.5)
    assert new[:, WIDTH * 3 // 4].all()
    assert not new[:, WIDTH // 4].any()


def test_squares_are_squares():
    shown = seen("pixelate", 0.4).y.astype(int)
    assert (np.diff(shown, axis=1) == 0).mean() > 0.8


def test_colour_changes_where_brightness_does():
    shown = seen("wipe-left", 0.5)
    luma, chroma = shown.y[::2, ::2] > 110, shown.u < 125
    assert (luma == chroma).mean() > 0.97


def test_tracks_are_straight_between_their_points():
    track = ((0.25, 1.0), (0.75, 3.0))
    assert [value(track, p) for p in (0, 0.25, 0.5, 0.75, 1)] == [1, 1, 2, 3, 3]


def test_the_table_is_plain_data():
    assert json.loads(json.dumps(as_data()))["transitions"]["push-left"]["incoming"]["x"] == [[0, 1], [1, 0]]
