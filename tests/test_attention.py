"""Attention: what matters in a picture, whether it is sharp, and which pictures are nearly the same."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageFilter

from photo2video_widgets.engine import attention


def picture(x: float = 0.75, y: float = 0.3, seed: int = 1) -> Image.Image:
    """A soft ground with one bright spot."""
    random = np.random.default_rng(seed)
    ground = Image.fromarray((random.random((6, 8, 3)) * 60 + 60).astype(np.uint8)).resize((640, 480))
    pixels = np.asarray(ground).copy()
    left, top = round(640 * x), round(480 * y)
    pixels[top - 24 : top + 24, left - 24 : left + 24] = 250
    pixels[top - 8 : top + 8, left - 8 : left + 8] = 10
    return Image.fromarray(pixels)


def look(image: Image.Image) -> attention.Look:
    return attention.look(np.asarray(image.convert("RGB")))


@pytest.mark.parametrize("place", [(0.75, 0.3), (0.2, 0.7), (0.5, 0.5)])
def test_the_focus_lies_on_what_stands_out(place: tuple[float, float]) -> None:
    assert look(picture(*place)).focus == pytest.approx(place, abs=0.08)


def test_a_plain_picture_has_no_focus_and_resembles_nothing() -> None:
    assert look(Image.new("RGB", (640, 480), "teal")) == attention.Look()


def test_only_a_badly_blurred_picture_is_blurred() -> None:
    sharp = picture()
    assert not look(sharp).blurred
    assert not look(sharp.filter(ImageFilter.GaussianBlur(1))).blurred
    assert look(sharp.filter(ImageFilter.GaussianBlur(16))).blurred


def test_near_twins_are_told_and_strangers_are_not(tmp_path: Path) -> None:
    shots = {"a": picture(), "b": picture(0.752, 0.302), "c": picture(0.2, 0.8, seed=7)}
    prints = []
    for name, image in shots.items():
        image.save(tmp_path / f"{name}.png")
        prints.append((name, attention.facts_of(tmp_path / f"{name}.png", name)["fingerprint"]))
    assert attention.twins_of(prints) == {"b": "a"}


def test_a_file_that_breaks_off_has_no_facts(tmp_path: Path) -> None:
    picture().save(tmp_path / "whole.jpg")
    (tmp_path / "part.jpg").write_bytes((tmp_path / "whole.jpg").read_bytes()[:600])
    assert attention.facts_of(tmp_path / "part.jpg", "part.jpg") == {}
