"""No view stops on its way: a photo that a pan can't travel over is zoomed instead."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from photo2video_widgets import director, edits
from photo2video_widgets.director import Asset
from photo2video_widgets.draft import Draft, Segment
from photo2video_widgets.engine.render.motion import window

SHAPES = [(4000, 3000), (3000, 4000), (6000, 2000), (4000, 2250), (1000, 1000)]
FOCUSES = [None, (0.2, 0.7), (0.53, 0.46), (0.9, 0.1)]
ASSETS = [
    Asset(f"asset:{number:064x}", f"{number}.jpg", "image", *shape, focus=focus)
    for number, (shape, focus) in enumerate(itertools.product(SHAPES, FOCUSES), 1)
]


def stops(segment: Segment, size: tuple[int, int], frame: tuple[int, int]) -> bool:
    """Whether the view rests for a good part of its way."""
    views = [window(size, frame, segment.fit, segment.focus, segment.motion, u) for u in np.linspace(0, 1, 101)]
    steps = np.abs(np.diff(np.array(views), axis=0)).max(axis=1)
    return bool((steps < 1e-9).mean() > 0.15)


@pytest.mark.parametrize("words", ["a widescreen film", "a vertical film", "a square film", "a film with ken burns"])
def test_every_view_of_a_first_film_moves_from_end_to_end(words: str):
    draft = edits.apply(Draft(), director.respond(words, Draft(), ASSETS).operations)
    sizes = {asset.id: (asset.width, asset.height) for asset in ASSETS}
    resting = [
        (segment.name, segment.motion.kind)
        for segment in draft.pictures
        if stops(segment, sizes[segment.src], (draft.width, draft.height))
    ]
    assert resting == []
    kinds = [segment.motion.kind for segment in draft.pictures]
    assert "none" not in kinds
    assert all(one != two for one, two in itertools.pairwise(kinds))


@pytest.mark.parametrize("words", ["a widescreen film", "a vertical film", "a square film"])
def test_no_zoom_of_a_first_film_changes_its_course_on_the_way(words: str):
    draft = edits.apply(Draft(), director.respond(words, Draft(), ASSETS).operations)
    draft = edits.apply(draft, director.respond("zoom in on all photos", draft, ASSETS).operations)
    sizes = {asset.id: (asset.width, asset.height) for asset in ASSETS}
    for segment in draft.pictures:
        views = [
            window(sizes[segment.src], (draft.width, draft.height), segment.fit, segment.focus, segment.motion, u)
            for u in np.linspace(0, 1, 101)
        ]
        centres = np.array([(view.x + view.width / 2, view.y + view.height / 2) for view in views])
        # A photo that is 6000 px wide may turn by a third of a pixel from one frame to the next.
        assert np.abs(np.diff(centres, 2, axis=0)).max() < 5e-5, (segment.name, segment.focus)


def test_a_pan_that_is_asked_for_is_made() -> None:
    draft = edits.apply(Draft(), director.respond("make a film", Draft(), ASSETS[:4]).operations)
    draft = edits.apply(draft, director.respond("pan right on all photos", draft, ASSETS[:4]).operations)
    assert {segment.motion.kind for segment in draft.pictures} == {"pan-right"}
