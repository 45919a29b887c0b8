"""Texts: which glyphs, where, how large, and how they come and go."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from photo2video_widgets import vocabulary
from photo2video_widgets.draft import TEXT, Segment
from photo2video_widgets.engine.render import fonts
from photo2video_widgets.engine.render.animations import ANIMATIONS, appearance
from photo2video_widgets.engine.render.text import text_bitmap
from photo2video_widgets.errors import RenderError
from photo2video_widgets.vocabulary import POSITIONS

from .films import draft, frames, made, picture, plain

PLAIN = {"shadow": 0.0}


def segment(text: str, **meta: Any) -> Segment:
    return Segment("x", 0, 3000, TEXT, {"text": text, "style": PLAIN, **meta})


@pytest.mark.parametrize("position", POSITIONS)
@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
def test_text_stays_within_the_safe_area_at_its_place(position: str, size: tuple[int, int]):
    width, height = size
    bitmap, x, y = text_bitmap(segment("A day at the sea, with friends", position=position), width, height)
    right, bottom = x + bitmap.shape[1], y + bitmap.shape[0]
    assert x >= 0.05 * width - 2
    assert y >= 0.05 * height - 2
    assert right <= 0.95 * width + 2
    assert bottom <= 0.95 * height + 2
    middle = ((x + right) / 2 / width, (y + bottom) / 2 / height)
    wanted_x = 0 if "left" in position else 1 if "right" in position else 0.5
    wanted_y = 0 if "top" in position else 1 if "bottom" in position else 0.5
    if wanted_x == 0.5:
        assert middle[0] == pytest.approx(0.5, abs=0.01)
    else:
        assert (x if wanted_x == 0 else width - right) == pytest.approx(0.05 * width, abs=0.02 * width)
    if wanted_y == 0.5:
        assert middle[1] == pytest.approx(0.5, abs=0.02)
    else:
        assert (y if wanted_y == 0 else height - bottom) < 0.09 * height


def test_size_is_a_part_of_the_frames_height():
    heights = [
        text_bitmap(segment("H", style={**PLAIN, "size": 0.1}), 4 * height, height)[0].shape[0]
        for height in (500, 1000)
    ]
    assert heights == [pytest.approx(0.073 * 500, abs=2), pytest.approx(0.073 * 1000, abs=2)]


def test_long_text_breaks_into_lines_of_about_the_same_length():
    one = text_bitmap(segment("word"), 1280, 720)[0]
    many = text_bitmap(segment("word " * 30), 1280, 720)[0]
    assert many.shape[0] > 2.5 * one.shape[0]
    assert many.shape[1] <= 0.9 * 1280 + 2


def test_text_that_does_not_fit_shrinks():
    large = text_bitmap(segment("word " * 400, style={**PLAIN, "size": 0.2}), 640, 360)[0]
    assert large.shape[0] <= 0.9 * 360 + 2
    assert large.shape[1] <= 0.9 * 640 + 2


def test_words_that_are_too_long_are_broken_rather_than_lost():
    bitmap, x, _ = text_bitmap(segment("m" * 200), 640, 360)
    assert x >= 0.05 * 640 - 2
    assert bitmap.shape[1] <= 0.9 * 640 + 2


def test_chinese_breaks_anywhere_but_before_punctuation():
    from photo2video_widgets.engine.render.text import _break

    lines, _ = _break("城市之梦，旅行日记。", 50, 700, 4.3 * 50)
    assert "".join(lines) == "城市之梦，旅行日记。"
    assert len(lines) >= 3
    assert not any(line[0] in "，。" for line in lines)


@pytest.mark.parametrize(
    ("character", "family"),
    [
        ("a", "inter-latin"),
        ("ž", "inter-latin-ext"),
        ("Ж", "inter-cyrillic"),
        ("Ω", "inter-greek"),
        ("梦", "noto-sans-sc"),
        ("한", "nanum-gothic"),
    ],
)
def test_every_script_has_its_font(character: str, family: str):
    assert fonts.family_of(character, 700) == family
    assert fonts.family_of(character, 400) == family


def test_emoji_and_control_characters_leave_no_boxes():
    assert fonts.visible("Tom \u2764\ufe0f & Ada \U0001f495\u200d!") in ("Tom & Ada !", "Tom \u2764 & Ada !")


def test_text_without_anything_visible_is_empty():
    assert text_bitmap(segment(" \n "), 640, 360)[0].size == 0


def test_colour_weight_outline_and_box_show():
    thin, bold = (
        text_bitmap(segment("Weight", style={**PLAIN, "weight": weight}), 640, 360)[0][:, :, 3].sum()
        for weight in (400, 700)
    )
    assert bold > 1.15 * thin
    red = text_bitmap(segment("Red", style={**PLAIN, "color": "#ff0000"}), 640, 360)[0]
    assert (red[red[:, :, 3] == 255][:, :3] == (255, 0, 0)).all()
    outlined = text_bitmap(segment("O", style={**PLAIN, "outline": 0.5}), 640, 360)[0]
    assert (outlined[:, :, :3][outlined[:, :, 3] == 255] == 0).all(axis=1).any()
    boxed = text_bitmap(segment("Box", style={**PLAIN, "box": "#0000ff80"}), 640, 360)[0]
    assert boxed[3, boxed.shape[1] // 2].tolist() == [0, 0, 255, 128]


def test_shadow_reaches_beyond_the_letters_and_is_soft():
    alpha = text_bitmap(segment("Shadow", style={"shadow": 1.0}), 1280, 720)[0][:, :, 3]
    plain_ = text_bitmap(segment("Shadow"), 1280, 720)[0][:, :, 3]
    assert alpha.shape[0] > plain_.shape[0] + 10
    assert np.abs(np.diff(alpha[: alpha.shape[0] // 8].astype(int), axis=0)).max() < 30


@pytest.mark.parametrize(("size", "weight"), [(0.035, 400), (0.05, 700), (0.14, 700)])
@pytest.mark.parametrize(("ink", "paper"), [("#ffffff", 240), ("#101010", 20)])
def test_letters_stand_out_from_what_is_just_as_light(size: float, weight: int, ink: str, paper: int):
    style = {"size": size, "weight": weight, "color": ink}
    rgba = text_bitmap(segment("Lower third", style=style), 1920, 1080)[0].astype(float)
    share = rgba[:, :, 3:] / 255
    shown = (rgba[:, :, :3] * share + paper * (1 - share))[:, :, 0]
    letters = (rgba[:, :, 3] == 255) & (np.abs(rgba[:, :, 0] - int(ink[1:3], 16)) < 2)
    around = cv2.dilate(letters.astype(np.uint8), np.ones((7, 7), np.uint8)).astype(bool) & ~letters
    assert abs(shown[around].mean() - int(ink[1:3], 16)) > 80


def test_animation_fades_and_rises():
    moving = segment("x", animation={"in": "slide", "out": "fade"})
    assert appearance(moving, 0).opacity == 0
    assert appearance(moving, 0).below == pytest.approx(0.04)
    assert appearance(moving, 1500) == (1, 0, 0)
    assert 0 < appearance(moving, 2800).opacity < 1
    assert appearance(moving, 2800).below == 0
    still = segment("x", animation={"in": "none", "out": "none"})
    assert appearance(still, 0) == appearance(still, 2999) == (1, 0, 0)


def test_every_animation_of_the_vocabulary_is_in_the_table():
    assert tuple(ANIMATIONS) == vocabulary.ANIMATIONS


@pytest.mark.parametrize(("kind", "right", "below"), [("from-left", -1, 0), ("from-right", 1, 0), ("drop", 0, -1)])
def test_text_comes_from_where_its_animation_says(tmp_path: Path, kind: str, right: int, below: int):
    plain(tmp_path, "black.png", (0, 0, 0))
    meta = {"text": "II", "style": {**PLAIN, "size": 0.3}, "animation": {"in": kind, "out": "none"}}
    text = {"id": "t", "s": 0, "d": 3000, "m": meta}
    shown = frames(made(tmp_path, draft(picture("black.png", 0, 3000), texts=(text,))))
    y, x = np.mgrid[0:180, 0:320]
    early, late = (
        (np.average(x, weights=shown[n][:, :, 1]), np.average(y, weights=shown[n][:, :, 1])) for n in (5, 60)
    )
    moved = ((early[0] - late[0]) * right, (early[1] - late[1]) * below)
    assert max(moved) > 2


def test_text_is_seen_on_the_film_in_its_time_and_colour(tmp_path: Path):
    plain(tmp_path, "black.png", (0, 0, 0))
    text = {"id": "t", "s": 500, "d": 1000, "m": {"text": "MMMM", "style": {**PLAIN, "size": 0.4, "color": "#ff8000"}}}
    shown = frames(made(tmp_path, draft(picture("black.png", 0, 2000), texts=(text,))))
    assert shown[14].max() < 30
    assert shown[46].max() < 30
    seen = shown[30]
    letters = seen[seen[:, :, 0] > 200]
    assert len(letters) > 500
    assert np.abs(np.median(letters, axis=0) - (255, 128, 0)).max() < 14
    assert 60 < shown[19].max() < 200


def test_a_font_that_was_not_built_says_how_to_build_it() -> None:
    with pytest.raises(RenderError, match=r"nowhere-400\.woff2 is missing: run `make demo` or `pip install \.`"):
        fonts.font("nowhere", 24, 400)
