"""What people hand in: paths, folders, patterns, addresses, pictures, arrays, figures."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from photo2video_widgets import intake, photos
from photo2video_widgets.errors import UnsupportedFileError

from .test_photos import UPRIGHT, _corners, _noise, _quarters


def test_a_photo_that_was_opened_by_hand_is_taken_upright(tmp_path: Path):
    exif = Image.Exif()
    exif[0x0112] = 6
    _quarters().save(tmp_path / "p.jpg", exif=exif, quality=95, subsampling=0)
    with Image.open(tmp_path / "p.jpg") as image:
        (source,) = intake.collect(image)
    (tmp_path / "p.png").write_bytes(source.data or b"")
    assert _corners(photos.decode(tmp_path / "p.png")) == UPRIGHT[6]


def test_natural_order_takes_numbers_as_such_and_other_digits_as_letters() -> None:
    names = ["b10.jpg", "b9.jpg", "a²3.jpg", "a²12.jpg", "2.jpg", "B1.jpg"]
    assert sorted(names, key=intake.natural_order) == ["2.jpg", "a²3.jpg", "a²12.jpg", "B1.jpg", "b9.jpg", "b10.jpg"]


def test_collecting_takes_folders_in_natural_order_patterns_addresses_and_objects(tmp_path: Path):
    for name in ("10.jpg", "2.jpg", "1.PNG", ".hidden.jpg", "notes.txt"):
        (tmp_path / name).write_bytes(b"x")
    assert [source.name for source in intake.collect(tmp_path)] == ["1.PNG", "2.jpg", "10.jpg"]
    assert [source.name for source in intake.collect([str(tmp_path / "*.jpg")])] == ["2.jpg", "10.jpg"]
    (address,) = intake.collect("https://example.org/a%20b.jpg?x=1")
    assert (address.name, address.url) == ("a b.jpg", "https://example.org/a%20b.jpg?x=1")
    drawn = intake.collect([_quarters(), np.zeros((4, 6)), np.zeros((4, 6, 3), np.uint8)])
    assert [source.name for source in drawn] == ["image-1.png", "image-2.png", "image-3.png"]
    with Image.open(io.BytesIO(drawn[1].data or b"")) as image:
        assert image.size == (6, 4)
    (single,) = intake.collect(np.zeros((4, 6), np.uint16))
    assert single.data


@pytest.mark.parametrize("mode", ["CMYK", "F", "YCbCr", "HSV", "RGBX", "1", "LA", "PA", "I", "I;16"])
def test_pillow_images_of_every_mode_are_taken(tmp_path: Path, mode: str):
    (source,) = intake.collect(Image.new("L", (6, 4), 255).convert("P" if mode == "PA" else "L").convert(mode))
    (tmp_path / source.name).write_bytes(source.data or b"")
    array = photos.decode(tmp_path / source.name)
    assert array.shape == (4, 6, 3)
    if not mode.startswith("I;"):
        assert array.min() > 250


def test_a_pillow_image_without_pixels_or_of_a_damaged_file_is_refused(tmp_path: Path):
    data = _noise(tmp_path / "p.png").read_bytes()
    (tmp_path / "p.png").write_bytes(data[: len(data) // 2])
    for image in (Image.new("RGB", (0, 4)), Image.open(tmp_path / "p.png")):
        with image, pytest.raises(UnsupportedFileError, match=r"^image"):
            intake.collect(image)


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("", "empty path"),
        ("x" * 5000, r"^x+…: no such file"),
        ("~nobody-of-that-name/x.jpg", r"^x\.jpg: there is no user"),
        ("a\0b.jpg", "no such file"),
        ("http://[bad/x.jpg?token=secret", r"^x\.jpg: this isn't an address"),
        ("https://", "isn't an address"),
    ],
)
def test_words_that_stand_for_nothing_are_told(words: str, problem: str):
    with pytest.raises(UnsupportedFileError, match=problem) as raised:
        intake.collect([words])
    assert "secret" not in str(raised.value)


def test_figures_are_drawn():
    class Figure:
        def savefig(self, out: io.BytesIO, *, format: str, dpi: int) -> None:
            _quarters().save(out, format)

    (source,) = intake.collect([Figure()])
    with Image.open(io.BytesIO(source.data or b"")) as image:
        assert image.size == (64, 32)


@pytest.mark.parametrize("item", [object(), np.zeros((3, 4, 7), np.uint8), np.full((3, 4), 7.0), 5])
def test_what_is_no_picture_is_refused(item: object):
    with pytest.raises(UnsupportedFileError):
        intake.collect([item])


def test_missing_and_empty_places_are_told_by_name(tmp_path: Path):
    (tmp_path / "bare").mkdir()
    for place, problem in (("bare", "no photo"), ("none", "no such file"), ("*.jpg", "matches")):
        with pytest.raises(UnsupportedFileError, match=problem) as raised:
            intake.collect([str(tmp_path / place)])
        assert str(tmp_path) not in str(raised.value)
