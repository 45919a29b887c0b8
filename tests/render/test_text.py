"""Texts: which glyphs, where, how large, and how they come and go."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from photo2video_widgets import vocabulary
from photo2video_widgets.draft import TEXT, Segment
from photo2video_widgets.engine.render import bidi, fonts
from photo2video_widgets.engine.render.animations import ANIMATIONS, appearance
from photo2video_widgets.engine.render.breaking import break_lines
from photo2video_widgets.engine.render.shaping import shape
from photo2video_widgets.engine.render.text import luminance, text_bitmap
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
    lines, _ = break_lines("城市之梦，旅行日记。", 700, 4.3)
    assert "".join(lines) == "城市之梦，旅行日记。"
    assert len(lines) >= 3
    assert not any(line[0] in "，。" for line in lines)


def test_korean_keeps_its_words_together():
    text = "가을 바다 여행 기록"
    lines, whole = break_lines(text, 700, 4.0)
    assert whole
    assert len(lines) > 1
    assert " ".join(lines) == text


def test_compound_words_break_after_their_hyphen_and_numbers_do_not():
    assert break_lines("world-famous", 400, shape("famous", 400).width + 0.1)[0] == ["world-", "famous"]
    assert break_lines("2024-25", 400, shape("2024-25", 400).width + 0.1) == (["2024-25"], True)


def test_a_word_that_is_too_long_is_never_cut_within_a_character():
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    lines, whole = break_lines("e\u0301\u0323" * 40 + "क्षि" * 40 + family * 40, 700, 5.0)
    assert not whole
    assert not any(line[0] in "\u0301\u0323\u200d्षि" for line in lines)
    assert all(shape(line, 700).width <= 5.3 for line in lines)


def test_letters_are_kerned():
    assert shape("AV", 700).width < 0.97 * (shape("A", 700).width + shape("V", 700).width)


def test_letters_keep_their_proportions_at_every_size():
    widths = [
        text_bitmap(segment("Proportion", style={**PLAIN, "size": size}), 4000, 1000)[0].shape[1] / size
        for size in (0.05, 0.1, 0.2)
    ]
    assert widths == [pytest.approx(widths[-1], rel=0.01)] * 3


def test_arabic_letters_are_joined():
    joined, apart = (shape(text, 700) for text in ("سلام", "س ل ا م"))
    isolated = {glyph.number for glyph in apart.glyphs}
    assert len({glyph.number for glyph in joined.glyphs} - isolated) >= 2
    columns = text_bitmap(segment("سلم", style={**PLAIN, "size": 0.3}), 1280, 720)[0][:, :, 3].any(axis=0)
    assert columns.all()


def test_arabic_and_hebrew_run_from_the_right_and_what_is_latin_in_them_from_the_left():
    for text in ("שלום Paris 2024", "سلام Paris 2024"):
        line = shape(text, 700, bidi.base_level(text))
        families = [glyph.family for glyph in line.glyphs]
        assert families[0] == "inter-latin", "the last word stands leftmost"
        assert families[-1].startswith("noto-sans-")
        latin = [glyph.number for glyph in line.glyphs if glyph.family == "inter-latin"]
        for word in ("Paris", "2024"):
            numbers = [glyph.number for glyph in shape(word, 700).glyphs]
            assert any(latin[place : place + len(numbers)] == numbers for place in range(len(latin))), word
    first, last = (shape("שב", 700, 1).glyphs[place].number for place in (0, -1))
    assert (first, last) == (shape("ב", 700).glyphs[0].number, shape("ש", 700).glyphs[0].number)


def test_lines_of_arabic_break_in_reading_order():
    text = "مرحبا بالعالم هذا نص طويل"
    lines, _ = break_lines(text, 700, 5.0)
    assert " ".join(lines) == text


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("abc", "abc"),
        ("שלום", "םולש"),
        ("שלום abc 12", "abc 12 םולש"),
        ("abc שלום 12 abc", "abc 12 םולש abc"),
        ("سعر 12,5%", "%12,5 رعس"),
        ("abc (שלום)!", "abc (םולש)!"),
        ("שלום!", "!םולש"),
    ],
)
def test_what_is_seen_from_left_to_right_is_as_the_algorithm_says(line: str, seen: str):
    order = bidi.visual(bidi.levels(line, bidi.base_level(line)))
    assert "".join(line[place] for place in order) == seen


@pytest.mark.parametrize(
    "emoji",
    ["\u2764\ufe0f", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f1eb\U0001f1f7", "\U0001f44d\U0001f3fd"],
)
def test_emoji_are_one_coloured_glyph(emoji: str):
    assert len(shape(emoji, 700).glyphs) == 1
    rgba = text_bitmap(segment(emoji, style={**PLAIN, "size": 0.3}), 640, 360)[0].astype(int)
    assert (np.ptp(rgba[:, :, :3], axis=2)[rgba[:, :, 3] > 200] > 80).mean() > 0.15


@pytest.mark.parametrize(
    ("characters", "family"),
    [
        ("a", "inter-latin"), ("ž", "inter-latin-ext"), ("ế", "inter-vietnamese"), ("Ж", "inter-cyrillic"),
        ("Ғ", "inter-cyrillic-ext"), ("Ω", "inter-greek"), ("ἀ", "inter-greek-ext"), ("ش", "noto-sans-arabic"),
        ("ש", "noto-sans-hebrew"), ("ก", "noto-sans-thai"), ("क्ष", "noto-sans-devanagari"),
        ("আ", "noto-sans-bengali"), ("ண", "noto-sans-tamil"), ("梦", "noto-sans-sc"), ("カ", "noto-sans-sc"),
        ("한", "nanum-gothic"), ("→", "noto-sans-sc-109"), ("★", "noto-sans-sc-109"), ("♪", "noto-sans-sc-87"),
        ("\u2600", "noto-sans-sc-88"), ("\u2600\ufe0f", "twemoji"), ("1\ufe0f\u20e3", "twemoji"),
        ("\U0001f60a", "twemoji"),
    ],
)  # fmt: skip
def test_every_script_has_its_font(characters: str, family: str):
    assert [found for _, found in fonts.families(characters)] == [family]
    assert all(glyph.number for weight in (400, 700) for glyph in shape(characters, weight).glyphs), "a missing glyph"


def test_what_no_font_has_is_left_out_and_named():
    assert fonts.visible("Tom \u1230\u0007 & Ada\U0001f495\u200d!") == "Tom & Ada\U0001f495\u200d!"
    assert fonts.missing("Tom \u1230\u0007 & \u1230 \U0001f495\nAda") == ["\u1230"]
    assert fonts.missing("Tom & Ada \u2764\ufe0f \u200fשלום\n1\ufe0f\u20e3") == []


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


COLOURS = (
    "#ffffff", "#000000", "#101010", "#808080", "#ff0000", "#ff8000", "#ffff00", "#ffd700", "#008000", "#008080",
    "#00ffff", "#0000ff", "#800080", "#ffc0cb",
)  # fmt: skip


def papers(height: int, width: int) -> dict[str, np.ndarray[Any, Any]]:
    """Photos in short: flat ones of all lights, and a busy one."""
    busy = np.kron(np.random.default_rng(4).integers(0, 256, (-(-height // 9), -(-width // 9), 3)), np.ones((9, 9, 1)))
    return {
        **{f"grey {level}": np.full((height, width, 3), level) for level in (0, 60, 118, 190, 255)},
        "busy": busy[:height, :width],
    }


def contrast(rgba: np.ndarray[Any, Any], paper: np.ndarray[Any, Any], ink: str, size: float) -> float:
    """The contrast (WCAG's ratio) of letters to what is seen beside them, where it is least of ten stretches."""
    share = rgba[:, :, 3:] / 255
    shown = rgba[:, :, :3] * share + paper * (1 - share)
    colour = np.array([int(ink[place : place + 2], 16) for place in (1, 3, 5)], float)
    letters = (rgba[:, :, 3] == 255) & (np.abs(rgba[:, :, :3] - colour).max(axis=2) < 2)
    away = cv2.distanceTransform((~letters).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    ring = (away > 1) & (away <= max(2, 0.06 * size))
    lightness = luminance(shown)
    parts = np.array_split(np.arange(ring.shape[1]), 10)
    levels = [float(lightness[:, part][ring[:, part]].mean()) for part in parts if ring[:, part].any()]
    mine = float(luminance(colour)) + 0.05
    return min(max(mine, level + 0.05) / min(mine, level + 0.05) for level in levels)


@pytest.mark.parametrize(("size", "weight"), [(0.04, 400), (0.08, 700)])
@pytest.mark.parametrize("ink", COLOURS)
def test_letters_of_any_colour_stand_out_from_any_photo(size: float, weight: int, ink: str):
    style = {"size": size, "weight": weight, "color": ink}
    rgba = text_bitmap(segment("Lowerthird", style=style), 1280, 720)[0].astype(float)
    found = {name: round(contrast(rgba, paper, ink, size * 720), 2) for name, paper in papers(*rgba.shape[:2]).items()}
    # Colours as light as a middle grey reach no more than 5 even on pure black or white.
    mine = float(luminance(np.array([int(ink[place : place + 2], 16) for place in (1, 3, 5)], float))) + 0.05
    assert min(found.values()) >= min(3, max(mine / 0.05, 1.05 / mine) / 2), found


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
    with pytest.raises(RenderError, match=r"nowhere-400\.ttf is missing: run `make demo` or `pip install \.`"):
        fonts.font("nowhere", 400)


def test_letters_that_no_font_has_are_told_before_the_film_is_made(tmp_path: Path):
    plain(tmp_path, "black.png", (0, 0, 0))
    texts = tuple(
        {"id": f"t{n}", "s": n * 100, "d": 100, "m": {"text": text}}
        for n, text in enumerate(("Tom", "\u1230 Ada \u1230"))
    )
    told: list[str] = []
    made(tmp_path, draft(picture("black.png", 0, 200), texts=texts), lacking=told.append)
    assert len(told) == 1
    assert "\u1230" in told[0]
    assert "Ada" in told[0]
