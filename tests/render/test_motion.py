"""Windows against the formulas of the draft, and the picture on the frame against the windows."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from photo2video_widgets.draft import Motion
from photo2video_widgets.engine.render import planes
from photo2video_widgets.engine.render.compose import Composer
from photo2video_widgets.engine.render.motion import Window, window
from photo2video_widgets.vocabulary import MOTIONS

from ..benchmarks import drawn
from ..benchmarks.ideal import Ideal, shift, ssim
from .films import draft, picture, within


def test_cover_is_the_largest_window_of_the_frames_shape():
    assert window((400, 300), (1600, 900), "cover", (0.5, 0.5), Motion(), 0) == pytest.approx((0, 0.125, 1, 0.75))
    assert window((300, 400), (1600, 900), "cover", (0.5, 0.5), Motion(), 0).height == pytest.approx(0.421875)


def test_contain_shows_the_whole_picture_in_the_middle():
    assert window((300, 400), (1600, 900), "contain", (0.1, 0.1), Motion(), 0) == pytest.approx(
        (-0.685185, 0, 2.37037, 1), abs=1e-5
    )


def test_focus_is_in_the_middle_as_far_as_the_picture_reaches():
    tall = ((300, 600), (300, 300), "cover")
    assert window(*tall, (0.5, 0.4), Motion(), 0).y == pytest.approx(0.15)
    assert window(*tall, (0.5, 0.1), Motion(), 0).y == pytest.approx(0)
    assert window(*tall, (0.5, 1.0), Motion(), 0).y == pytest.approx(0.5)


def test_zoom_is_even_to_the_eye():
    sides = [window((300, 300), (300, 300), "cover", (0.5, 0.5), Motion("zoom-in", 0.44), u).width for u in (0, 0.5, 1)]
    assert sides == pytest.approx([1, 1 / 1.2, 1 / 1.44])
    backwards = [
        window((300, 300), (300, 300), "cover", (0.5, 0.5), Motion("zoom-out", 0.44), u).width for u in (1, 0.5, 0)
    ]
    assert backwards == pytest.approx(sides)


@pytest.mark.parametrize(
    ("kind", "axis", "sign"), [("pan-left", 0, -1), ("pan-right", 0, 1), ("pan-up", 1, -1), ("pan-down", 1, 1)]
)
def test_view_travels_where_the_pans_name_says(kind: str, axis: int, sign: int):
    path = [window((300, 300), (300, 300), "cover", (0.5, 0.5), Motion(kind, 0.25), u)[axis] for u in (0, 0.5, 1)]
    travelled = 0.25 / 1.25
    assert np.diff(path) == pytest.approx([sign * travelled / 2] * 2)
    assert path[1] == pytest.approx((1 - 1 / 1.25) / 2)


@pytest.mark.parametrize("kind", MOTIONS)
@pytest.mark.parametrize("size", [(400, 300), (300, 400), (1000, 100)])
def test_cover_never_leaves_the_picture(kind: str, size: tuple[int, int]):
    for focus in ((0.0, 0.0), (0.3, 0.9), (1.0, 0.5)):
        for u in np.linspace(0, 1, 11):
            seen = window(size, (320, 180), "cover", focus, Motion(kind, 0.6, "in-out"), float(u))
            assert seen.x >= -1e-9
            assert seen.y >= -1e-9
            assert seen.x + seen.width <= 1 + 1e-9
            assert seen.y + seen.height <= 1 + 1e-9


def _pattern(x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    """Grey at a place of a 960 px wide picture: smooth, so that resampling hardly alters it."""
    return 128 + 45 * np.sin(x / 19.3) * np.cos(y / 23.1) + 30 * np.sin(x / 47 + y / 31)


@pytest.mark.parametrize(
    ("motion", "size", "fit"),
    [
        ({"kind": "zoom-in", "amount": 0.25}, (960, 720), "cover"),
        ({"kind": "zoom-out", "amount": 0.3, "ease": "in-out"}, (960, 540), "cover"),
        ({"kind": "pan-left", "amount": 0.15}, (960, 720), "cover"),
        ({"kind": "pan-down", "amount": 0.2}, (960, 1100), "cover"),
        ({"kind": "zoom-in", "amount": 0.2}, (200, 150), "cover"),
        ({"kind": "zoom-in", "amount": 0.2}, (720, 960), "contain"),
    ],
)
def test_picture_lies_within_a_thirtieth_of_a_pixel_of_the_formula(
    tmp_path: Path, motion: dict[str, object], size: tuple[int, int], fit: str
):
    scale = 960 / size[0]
    across, down = (np.arange(side) + 0.5 for side in size)
    grey = _pattern(*np.meshgrid(across * scale, down * scale))
    Image.fromarray(np.rint(grey).astype(np.uint8)).convert("RGB").save(tmp_path / "p.png")
    film = draft(picture("p.png", 0, 2000, motion=motion, fit=fit, focus=[0.45, 0.6]), width=480, height=270)
    errors = []
    with Composer(film, within(tmp_path)) as composer:
        for n in range(0, film.frame_count, 3):
            target = planes.empty(480, 270)
            composer.paint(n, target)
            u = n * 1000 / 30 / 2000
            seen = window(size, (480, 270), fit, (0.45, 0.6), film.pictures[0].motion, u)
            errors.append(_shift(target.y, seen, size, scale))
    assert np.sqrt(np.mean(np.square(errors), axis=0)).max() <= 0.03
    assert np.abs(errors).max() <= 0.06


def _shift(luma: NDArray[np.uint8], seen: Window, size: tuple[int, int], scale: float) -> NDArray[np.float64]:
    """How far (frame px, across and down) the painted frame lies from where it should: least squares on gradients."""
    height, width = luma.shape
    step = seen.width * size[0] * scale / width
    x = seen.x * size[0] * scale + (np.arange(width) + 0.5) * step
    y = seen.y * size[1] * scale + (np.arange(height) + 0.5) * step
    inside_x = (x > 12 * scale) & (x < (size[0] - 12) * scale)
    inside_y = (y > 12 * scale) & (y < (size[1] - 12) * scale)
    across, down = np.meshgrid(x[inside_x], y[inside_y])
    wanted = _pattern(across, down)
    hair = 1e-3
    slopes = [
        (_pattern(across + hair, down) - wanted) / hair * step,
        (_pattern(across, down + hair) - wanted) / hair * step,
    ]
    painted = (luma[inside_y][:, inside_x].astype(np.float64) - 16) * 255 / 219
    matrix = np.stack([slope.ravel() for slope in slopes], axis=1)
    return np.asarray(np.linalg.lstsq(matrix, (painted - wanted).ravel(), rcond=None)[0])


def test_colour_lies_where_the_brightness_does(tmp_path: Path):
    # An edge between two colours of the same luma shows in chroma only; it has to cross the middle of the frame.
    picture_ = np.zeros((360, 640, 3), np.uint8)
    picture_[:, :320] = (200, 60, 60)
    picture_[:, 320:] = (60, 101, 60)
    Image.fromarray(picture_).save(tmp_path / "p.png")
    film = draft(picture("p.png", 0, 1000), width=320, height=180)
    target = planes.empty(320, 180)
    with Composer(film, within(tmp_path)) as composer:
        composer.paint(0, target)
    row = target.v[45].astype(np.float64)
    share = (row - row[-1]) / (row[0] - row[-1])
    # Left-sited samples: number i stands for the frame's column 2 i + 0.5.
    assert 2 * (share.sum() - 0.5) + 0.5 == pytest.approx(160, abs=0.2)


@pytest.mark.parametrize("scale", [0.37, 0.8, 1.0, 1.2361, 4 / 3, 1.5, 2.0])
def test_both_ways_of_resampling_agree(scale: float):
    y, x = np.mgrid[0:300, 0:400].astype(np.float64)
    stored = np.rint(_pattern(x * 2, y * 2)).astype(np.uint8)
    padded = planes.surface(planes.Planes(stored, stored, stored)).planes.y
    across, down = planes.Affine(10.3, scale), planes.Affine(7.9, scale)
    count = min(120, int(250 / scale))
    (found,) = planes.resample([padded], across, down, count, count)
    places = (np.arange(count) + 0.5) * scale
    wanted = _pattern(*np.meshgrid((10.3 + places - 0.5) * 2, (7.9 + places - 0.5) * 2))
    assert np.abs(found - wanted).mean() < 1.0


@pytest.mark.parametrize("size", [(960, 540), (640, 360)])
def test_a_moving_photo_is_nearly_what_a_lanczos_render_in_floats_shows(tmp_path: Path, size: tuple[int, int]):
    (photo,) = drawn.photos(tmp_path, 1, (2016, 1512))
    move = {"kind": "zoom-in", "amount": 0.2}
    film = draft(picture(photo.name, 0, 2000, motion=move, focus=[0.3, 0.5]), width=size[0], height=size[1])
    ideal = Ideal(film, [photo])
    likeness, distances = [], []
    with Composer(film, within(tmp_path)) as composer:
        target = planes.empty(*size)
        for n in (0, 13, 31, 47, 59):
            composer.paint(n, target)
            shown = (target.y.astype(np.float32) - 16) * np.float32(255 / 219)
            wanted, _ = ideal.frame(n)
            likeness.append(ssim(shown, wanted))
            distances.append(shift(shown, wanted))
    assert np.mean(likeness) >= 0.994
    assert np.sqrt(np.mean(np.square(distances))) <= 0.02
