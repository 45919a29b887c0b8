"""Intake: what files are told to be, and how they look once decoded."""

from __future__ import annotations

import io
import random
import subprocess
import sys
import threading
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pillow_heif
import pytest
from PIL import Image, ImageCms

from photo2video_widgets import containers, intake, photos
from photo2video_widgets.errors import FileTooLargeError, UnsupportedFileError
from photo2video_widgets.gate import Gate

from . import memory

pillow_heif.register_heif_opener()


def _quarters() -> Image.Image:
    """Red, green / blue, white: shows every turn and flip."""
    image = Image.new("RGB", (64, 32), "white")
    for colour, box in (("red", (0, 0, 32, 16)), ("lime", (32, 0, 64, 16)), ("blue", (0, 16, 32, 32))):
        image.paste(colour, box)
    return image


def _corners(array: np.ndarray) -> list[str]:
    names = {(255, 0, 0): "red", (0, 255, 0): "lime", (0, 0, 255): "blue", (255, 255, 255): "white"}
    height, width = array.shape[:2]
    found = []
    for y in (height // 4, 3 * height // 4):
        for x in (width // 4, 3 * width // 4):
            pixel = array[y, x].astype(int)
            found.append(min(names.items(), key=lambda item: np.abs(np.array(item[0]) - pixel).sum())[1])
    return found


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "heic", "avif", "tiff", "gif"])
def test_every_format_is_told_and_decoded(tmp_path: Path, suffix: str):
    path = tmp_path / f"p.{suffix}"
    _quarters().save(path, quality=95)
    facts = photos.probe(path)
    assert (facts.kind, facts.width, facts.height, facts.duration_ms) == ("image", 64, 32, None)
    array = photos.decode(path)
    assert array.shape == (32, 64, 3)
    assert array.dtype == np.uint8
    assert _corners(array) == ["red", "lime", "blue", "white"]


UPRIGHT = {
    1: ["red", "lime", "blue", "white"],
    2: ["lime", "red", "white", "blue"],
    3: ["white", "blue", "lime", "red"],
    4: ["blue", "white", "red", "lime"],
    5: ["red", "blue", "lime", "white"],
    6: ["blue", "red", "white", "lime"],
    7: ["white", "lime", "blue", "red"],
    8: ["lime", "white", "red", "blue"],
}


@pytest.mark.parametrize("orientation", UPRIGHT)
def test_orientation_is_applied_to_size_and_pixels(tmp_path: Path, orientation: int):
    path = tmp_path / "p.jpg"
    exif = Image.Exif()
    exif[0x0112] = orientation
    _quarters().save(path, quality=95, exif=exif, subsampling=0)
    facts = photos.probe(path)
    assert (facts.width, facts.height) == ((32, 64) if orientation > 4 else (64, 32))
    array = photos.decode(path)
    assert array.shape[:2] == (facts.height, facts.width)
    assert _corners(array) == UPRIGHT[orientation]


@pytest.mark.parametrize("suffix", ["tiff", "png", "webp", "avif"])
def test_every_format_that_tells_its_orientation_is_shown_upright(tmp_path: Path, suffix: str):
    exif = Image.Exif()
    exif[0x0112] = 6
    _quarters().save(tmp_path / f"p.{suffix}", exif=exif, quality=95)
    facts = photos.probe(tmp_path / f"p.{suffix}")
    assert (facts.width, facts.height) == (32, 64)
    assert _corners(photos.decode(tmp_path / f"p.{suffix}")) == UPRIGHT[6]


@pytest.mark.parametrize("orientation", UPRIGHT)
def test_part_of_a_stored_picture_is_the_part_of_the_upright_one(tmp_path: Path, orientation: int):
    path = tmp_path / "p.png"
    exif = Image.Exif()
    exif[0x0112] = orientation
    _quarters().save(path, exif=exif)
    raw = photos.read(path)
    width, height = raw.size
    box = (width // 2 + 3, 2, width - 1, height // 2 - 1)
    part = raw.finish(raw.part(*box))
    np.testing.assert_array_equal(part, photos.decode(path)[box[1] : box[3], box[0] : box[2]])


def _grey(value: int, mode: str) -> Image.Image:
    return Image.new("L", (40, 30), value).convert(mode)


def test_grey_sixteen_bit_palette_and_transparent_pictures_become_rgb(tmp_path: Path):
    deep = Image.fromarray(np.full((30, 40), 0x8000, np.uint16))
    deep.save(tmp_path / "deep.png")
    assert photos.decode(tmp_path / "deep.png")[0, 0].tolist() == [128, 128, 128]
    for mode in ("L", "LA", "P", "RGBA"):
        _grey(90, mode).save(tmp_path / "p.png")
        assert photos.decode(tmp_path / "p.png")[5, 5].tolist() == [90, 90, 90], mode
    Image.new("RGBA", (40, 30), (255, 0, 0, 0)).save(tmp_path / "clear.png")
    assert photos.decode(tmp_path / "clear.png")[0, 0].tolist() == [255, 255, 255]


def test_cmyk_becomes_rgb(tmp_path: Path):
    Image.new("CMYK", (40, 30), (0, 255, 255, 0)).save(tmp_path / "p.jpg", quality=95)
    red, green, blue = photos.decode(tmp_path / "p.jpg")[5, 5].tolist()
    assert red > 200
    assert max(green, blue) < 60


def test_colour_profile_is_applied(tmp_path: Path):
    # Lab is the one profile besides sRGB that can be made on the spot; a profile with other primaries is built by hand.
    profile = _wide_profile()
    Image.new("RGB", (40, 30), (200, 100, 100)).save(tmp_path / "wide.png", icc_profile=profile)
    found = photos.decode(tmp_path / "wide.png")[5, 5]
    wanted = ImageCms.profileToProfile(
        Image.new("RGB", (1, 1), (200, 100, 100)),
        ImageCms.ImageCmsProfile(io.BytesIO(profile)),
        ImageCms.createProfile("sRGB"),
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        outputMode="RGB",
    )
    assert np.abs(found.astype(int) - np.asarray(wanted)[0, 0]).max() <= 1
    assert int(found[0]) - int(found[1]) > 110


def _wide_profile() -> bytes:
    """A matrix profile with the primaries of Display P3 (D50-adapted) and a gamma of 2.2, written byte by byte."""

    def fixed(value: float) -> bytes:
        return round(value * 65536).to_bytes(4, "big", signed=True)

    def xyz(*values: float) -> bytes:
        return b"XYZ \0\0\0\0" + b"".join(map(fixed, values))

    curve = b"curv\0\0\0\0\0\0\0\x01" + round(2.2 * 256).to_bytes(2, "big") + b"\0\0"
    text = b"wide"
    described = b"desc\0\0\0\0" + (len(text) + 1).to_bytes(4, "big") + text + b"\0" + bytes(78)
    tags = {
        b"desc": described,
        b"cprt": b"text\0\0\0\0none\0",
        b"wtpt": xyz(0.9642, 1, 0.8249),
        b"rXYZ": xyz(0.51512, 0.2412, -0.00105),
        b"gXYZ": xyz(0.29198, 0.69225, 0.04189),
        b"bXYZ": xyz(0.1571, 0.06657, 0.78407),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, body, offset = len(tags).to_bytes(4, "big"), b"", 128 + 4 + 12 * len(tags)
    for name, data in tags.items():
        data += bytes(-len(data) % 4)
        table += name + (offset + len(body)).to_bytes(4, "big") + len(data).to_bytes(4, "big")
        body += data
    size = offset + len(body)
    header = size.to_bytes(4, "big") + bytes(4) + b"\x02\x10\0\0mntrRGB XYZ " + bytes(12) + b"acsp" + bytes(28)
    header += fixed(0.9642) + fixed(1) + fixed(0.8249)
    return header.ljust(128, b"\0") + table + body


def test_date_is_read_and_blank_dates_are_none(tmp_path: Path):
    exif = Image.Exif()
    exif[0x0132] = "2020:01:02 03:04:05"
    exif.get_ifd(0x8769)[0x9003] = "2019:07:08 09:10:11"
    _quarters().save(tmp_path / "p.jpg", exif=exif)
    assert photos.probe(tmp_path / "p.jpg").taken == "2019-07-08T09:10:11"
    exif = Image.Exif()
    exif[0x0132] = "    :  :     :  :  "
    _quarters().save(tmp_path / "q.jpg", exif=exif)
    assert photos.probe(tmp_path / "q.jpg").taken is None


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "heic", "avif"])
def test_file_that_ends_too_early_is_told_at_once(tmp_path: Path, suffix: str):
    rng = np.random.default_rng(0)
    whole = tmp_path / f"whole.{suffix}"
    Image.fromarray(rng.integers(0, 255, (200, 300, 3), np.uint8)).save(whole)
    path = tmp_path / f"truncated.{suffix}"
    path.write_bytes(whole.read_bytes()[: whole.stat().st_size * 2 // 3])
    with pytest.raises(UnsupportedFileError, match=rf"^truncated\.{suffix}: the file ends too early") as raised:
        photos.probe(path)
    assert str(tmp_path) not in str(raised.value)
    with pytest.raises(UnsupportedFileError, match=rf"^truncated\.{suffix}: "):
        photos.decode(path)


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("words.txt", b"words", r"\.txt files can't be used"),
        ("words.jpg", b"these are words", "isn't a picture"),
        ("words.mp4", b"these are words", "damaged or of a kind"),
        ("empty.png", b"", "empty"),
    ],
)
def test_what_is_no_photo_is_refused_by_name(tmp_path: Path, name: str, data: bytes, problem: str):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UnsupportedFileError, match=problem) as raised:
        photos.probe(tmp_path / name)
    assert str(raised.value).startswith(f"{name}: ")
    assert str(tmp_path) not in str(raised.value)


def _noise(path: Path, **options: Any) -> Path:
    rng = np.random.default_rng(0)
    Image.fromarray(rng.integers(0, 255, (120, 160, 3), np.uint8)).save(path, **options)
    return path


def test_a_png_with_one_wrong_byte_in_its_pixels_is_told_at_once(tmp_path: Path):
    data = bytearray(_noise(tmp_path / "p.png").read_bytes())
    data[len(data) // 2] ^= 0xFF
    (tmp_path / "p.png").write_bytes(data)
    with pytest.raises(UnsupportedFileError, match=r"^p\.png: the file is damaged"):
        photos.probe(tmp_path / "p.png")
    with pytest.raises(UnsupportedFileError, match=r"^p\.png: "):
        photos.thumbnail(tmp_path / "p.png", 100)


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize("suffix", ["heic", "avif", "png", "jpg", "webp", "tiff", "gif"])
def test_a_damaged_picture_is_refused_or_shown_and_nothing_else(tmp_path: Path, suffix: str):
    whole = _noise(tmp_path / f"whole.{suffix}").read_bytes()
    path = tmp_path / f"p.{suffix}"
    dice = random.Random(5)
    refused = 0
    for _ in range(120):
        data = bytearray(whole)
        for _ in range(dice.choice((1, 5, 20))):
            data[dice.randrange(min(len(data), dice.choice((64, 400, 10_000))))] = dice.choice((0, 1, 127, 255))
        path.write_bytes(data)
        try:
            photos.probe(path)
            photos.thumbnail(path, 40)
        except (UnsupportedFileError, FileTooLargeError):
            refused += 1
    assert refused


def test_broken_exif_data_leave_a_photo_as_it_is(tmp_path: Path):
    exif = b"Exif\0\0" + b"not a TIFF header at all"
    _quarters().save(tmp_path / "p.jpg", quality=95, exif=exif)
    facts = photos.probe(tmp_path / "p.jpg")
    assert (facts.width, facts.height, facts.taken) == (64, 32, None)
    assert _corners(photos.decode(tmp_path / "p.jpg")) == UPRIGHT[1]


@pytest.mark.parametrize("behind", [False, True])
def test_a_png_is_probed_without_being_decoded_wherever_its_exif_data_lie(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, behind: bool
):
    exif = Image.Exif()
    exif[0x0112] = 6
    _quarters().save(tmp_path / "p.png", exif=exif)
    data = (tmp_path / "p.png").read_bytes()
    at = data.index(b"eXIf") - 4
    end = at + 12 + int.from_bytes(data[at : at + 4], "big")
    if behind:
        data = data[:at] + data[end:-12] + data[at:end] + data[-12:]
        (tmp_path / "p.png").write_bytes(data)
    assert photos.decode(tmp_path / "p.png").shape == (64, 32, 3)
    monkeypatch.setattr("PIL.PngImagePlugin.PngImageFile.load", lambda image: pytest.fail("decoded"))
    assert photos.probe(tmp_path / "p.png").height == 64


def test_a_jpeg_may_have_fill_bytes_before_a_marker(tmp_path: Path):
    data = _noise(tmp_path / "p.jpg").read_bytes()
    (tmp_path / "p.jpg").write_bytes(data[:2] + b"\xff\xff" + data[2:])
    assert photos.probe(tmp_path / "p.jpg").width == 160


def test_a_gif_that_ends_too_early_is_told_and_one_without_its_last_mark_is_taken(tmp_path: Path):
    data = _noise(tmp_path / "p.gif").read_bytes()
    assert data[-1:] == b";"
    (tmp_path / "p.gif").write_bytes(data[:-1])
    assert photos.probe(tmp_path / "p.gif").width == 160
    for length in (10, 20, 900, len(data) // 2, len(data) - 3):
        (tmp_path / "p.gif").write_bytes(data[:length])
        with pytest.raises(UnsupportedFileError, match=r"^p\.gif: the file ends too early"):
            photos.probe(tmp_path / "p.gif")


def test_looking_for_the_end_of_a_large_file_takes_little_memory(tmp_path: Path):
    head = _noise(tmp_path / "p.jpg").read_bytes()[:-2]
    (tmp_path / "p.jpg").write_bytes(head + bytes(30 << 20))
    tracemalloc.start()
    early = containers.ends_early(tmp_path / "p.jpg")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert early
    assert peak < 8 << 20


def test_only_clips_and_sounds_are_opened_as_such(tmp_path: Path):
    from photo2video_widgets.engine.render.clips import ClipReader

    from .render.films import draft, made, picture, plain

    plain(tmp_path, "red.png", (255, 0, 0))
    film = made(tmp_path, draft(picture("red.png", 0, 200))).path
    assert photos.probe(film).kind == "video"
    _noise(tmp_path / "p.jpg").rename(tmp_path / "photo.mp4")
    (tmp_path / "list.mp4").write_text(f"ffconcat version 1.0\nfile {film.name}\n")
    for name in ("photo.mp4", "list.mp4"):
        reads: tuple[Callable[[], object], ...] = (
            lambda path=tmp_path / name: photos.probe(path),
            lambda path=tmp_path / name: photos.thumbnail(path, 40),
            lambda path=tmp_path / name: ClipReader(path, path.name, 0, None),
        )
        for read in reads:
            with pytest.raises(UnsupportedFileError, match=rf"^{name}: "):
                read()


def test_a_picture_far_larger_than_needed_is_reduced_before_anything_else(tmp_path: Path):
    image = Image.new("RGBA", (801, 602), (255, 0, 0, 0))
    image.paste((0, 0, 255, 255), (400, 0, 801, 602))
    image.save(tmp_path / "p.png")
    raw = photos.read(tmp_path / "p.png", need=lambda width, height: (20, 15))
    assert raw.size == (801, 602)
    assert raw.pixels.shape == (31, 41, 3)
    assert raw.pixels[15, 5].tolist() == [255, 255, 255]
    assert raw.pixels[15, 35].tolist() == [0, 0, 255]
    assert photos.decode(tmp_path / "p.png", max_size=(400, 300)).shape == (602, 801, 3)


def test_pictures_of_many_bands_are_the_same_as_of_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    deep = np.arange(40 * 30, dtype=np.uint16).reshape(40, 30) * 50
    Image.fromarray(deep).save(tmp_path / "deep.png")
    Image.fromarray(deep.astype(np.float32)).save(tmp_path / "deep.tiff")
    _noise(tmp_path / "p.png")
    names = ("deep.png", "deep.tiff", "p.png")
    whole = [photos.decode(tmp_path / name) for name in names]
    monkeypatch.setattr(photos, "_BAND", 320)
    for name, expected in zip(names, whole, strict=True):
        np.testing.assert_array_equal(photos.decode(tmp_path / name), expected)


@pytest.mark.skipif(sys.platform != "linux", reason="needs the peak memory")
def test_previews_of_large_pictures_take_the_memory_of_one_and_no_copies(tmp_path: Path):
    Image.new("RGBA", (6000, 6000), (9, 2, 3, 100)).save(tmp_path / "p.png", compress_level=1)
    code = f"""
import threading
from pathlib import Path
from photo2video_widgets import photos
photos._decoders = photos.Gate(40_000_000)
work = [threading.Thread(target=photos.thumbnail, args=(Path({str(tmp_path / "p.png")!r}), 240)) for _ in range(3)]
for thread in work: thread.start()
for thread in work: thread.join()
print(peak())
"""
    # 144 MB decoded; with copies one alone takes more than 750.
    assert memory.figures(code)[0] < 700


def test_a_gate_lets_in_no_more_than_it_holds_and_what_is_larger_alone():
    gate = Gate(10)
    inside: list[int] = []
    most: list[int] = []

    def work(weight: int) -> None:
        with gate.passing(weight):
            inside.append(weight)
            most.append(sum(inside))
            time.sleep(0.01)
            inside.remove(weight)

    threads = [threading.Thread(target=work, args=(weight,)) for weight in (4, 6, 3, 25, 4, 10, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert len(most) == 7
    assert sorted(most)[-2] <= 10
    assert max(most) == 25


def test_missing_and_huge_files_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    with pytest.raises(UnsupportedFileError, match=r"^gone\.jpg: no such file"):
        photos.probe(tmp_path / "gone.jpg")
    monkeypatch.setattr(photos, "MAX_BYTES", 100)
    _quarters().save(tmp_path / "p.png")
    with pytest.raises(FileTooLargeError, match=r"^p\.png: "):
        photos.probe(tmp_path / "p.png")


def test_files_without_a_suffix_are_known_by_content(tmp_path: Path):
    _quarters().save(tmp_path / "p.png")
    path = (tmp_path / "p.png").rename(tmp_path / "0123abcd")
    assert photos.probe(path).format == "png"
    assert _corners(photos.decode(path)) == UPRIGHT[1]


def test_jpeg_is_decoded_no_larger_than_needed_and_never_smaller(tmp_path: Path):
    Image.new("RGB", (1600, 1200)).save(tmp_path / "p.jpg")
    assert photos.decode(tmp_path / "p.jpg", max_size=(350, 200)).shape == (300, 400, 3)
    assert photos.decode(tmp_path / "p.jpg", max_size=(900, 200)).shape == (1200, 1600, 3)


def test_thumbnail_is_an_upright_jpeg_of_the_width_asked_for(tmp_path: Path):
    exif = Image.Exif()
    exif[0x0112] = 6
    _quarters().resize((640, 320)).save(tmp_path / "p.jpg", exif=exif)
    with Image.open(io.BytesIO(photos.thumbnail(tmp_path / "p.jpg", 80))) as small:
        assert (small.format, small.size) == ("JPEG", (80, 160))
        assert _corners(np.asarray(small)) == UPRIGHT[6]
    with Image.open(io.BytesIO(photos.thumbnail(tmp_path / "p.jpg", 4000))) as large:
        assert large.size == (320, 640)


def test_importing_is_cheap():
    code = (
        "import sys, photo2video_widgets.photos; print([m for m in ('cv2', 'av', 'numpy', 'PIL') if m in sys.modules])"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    )


def test_camera_files_are_read(camera_photos: Path):
    files = intake.collect(camera_photos / "trip")
    assert len(files) == 17
    for source in files:
        assert source.path
        facts = photos.probe(source.path)
        assert photos.decode(source.path).shape == (facts.height, facts.width, 3)
    taken = {source.name: photos.probe(source.path).taken for source in files if source.path}
    assert taken["sea-sunset.jpg"] is None
    assert taken["koi.jpg"] == "2014-09-04T14:04:22"
    with pytest.raises(UnsupportedFileError, match=r"^truncated\.jpg: the file ends too early"):
        photos.probe(camera_photos / "odd" / "truncated.jpg")
    for name in ("multi-icc.jpg", "screenshot.png", "animated.gif", "animation.webp", "clip.mov", "clip.mp4"):
        assert photos.decode(camera_photos / "odd" / name).shape[2] == 3
    assert photos.probe(camera_photos / "odd" / "clip.mov").kind == "video"
