"""Photos on their way: what is refused, what is converted, what is sent, what is told meanwhile."""

from __future__ import annotations

import asyncio
import contextvars
import gc
import io
import json
import os
import re
import stat
import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from email.parser import BytesParser
from pathlib import Path
from typing import Any

import av
import numpy as np
import pillow_heif
import pytest
from PIL import Image, ImageCms
from starlette.requests import Request
from starlette.responses import Response

from photo2video_widgets import Client, Session, connect, intake, photos, phrases
from photo2video_widgets.engine.process import Engine
from photo2video_widgets.errors import (
    ConnectionLostError,
    FileTooLargeError,
    NoCreditsError,
    P2VError,
    ServiceError,
    UnsupportedFileError,
)
from photo2video_widgets.intake import Source
from photo2video_widgets.upload import acceptance, conversion, handover, keeping
from photo2video_widgets.upload.handover import UploadProgress, hand_over
from photo2video_widgets.upload.keeping import Sent

from . import memory
from .backends import Answer, HostedDouble, bad, cut, failing, ok, refusing, reset
from .test_client import QUICK, client_of
from .test_photos import _quarters, _wide_profile

pillow_heif.register_heif_opener()


@pytest.fixture
async def session(hosted: HostedDouble) -> AsyncIterator[Session]:
    async with client_of(hosted) as client:
        yield await client.new_session("en")


@pytest.fixture
async def client(engine: Engine) -> AsyncIterator[Client]:
    async with connect(engine.base_url, token=engine.token, timing=QUICK) as opened:
        yield opened


@pytest.fixture(autouse=True)
def scratch(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which temporary files are made."""
    folder = tmp_path_factory.mktemp("scratch")
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def forms(hosted: HostedDouble) -> list[list[tuple[str, bytes]]]:
    """Names and contents of the files of each form that came whole."""
    found = []
    for seen in hosted.asked("/api/upload-video"):
        head = f"Content-Type: {seen.headers['content-type']}\r\n\r\n".encode()
        message = BytesParser().parsebytes(head + seen.body)
        if message.is_multipart():
            found.append([(str(part.get_filename()), part.get_payload(decode=True)) for part in message.get_payload()])
    return found


def sent_names(hosted: HostedDouble) -> list[str]:
    return [name for form in forms(hosted) for name, _ in form]


def save(path: Path, image: Image.Image | None = None, **options: Any) -> Path:
    (image or _quarters()).save(path, **options)
    return path


def tone(
    path: Path, codec: str, seconds: float = 2.0, rate: int = 44100, layout: str = "stereo", **options: Any
) -> Path:
    """A sound of 440 Hz."""
    form = {".ogg": "ogg", ".flac": "flac"}[path.suffix]
    with av.open(str(path), "w", format=form) as target:
        stream = target.add_stream(codec, rate=rate, layout=layout, options=options.pop("options", {}))
        for key, value in options.items():
            setattr(stream.codec_context, key, value)
        wanted = stream.codec_context.format.name
        resampler = av.AudioResampler(wanted, layout, rate, frame_size=stream.codec_context.frame_size or 1024)
        count = round(seconds * rate)
        wave = 0.3 * np.sin(2 * np.pi * 440 * np.arange(count) / rate).astype(np.float32)
        channels = stream.codec_context.channels
        frame = av.AudioFrame.from_ndarray(np.tile(wave, (channels, 1)), format="fltp", layout=layout)
        frame.sample_rate, frame.pts = rate, 0
        for piece in [*resampler.resample(frame), *resampler.resample(None)]:
            target.mux(stream.encode(piece))
        target.mux(stream.encode(None))
    return path


def samples(path: Path) -> tuple[np.ndarray, int, str, str]:
    """Samples (channels x N, float), rate, layout and codec of a sound."""
    with av.open(str(path)) as container:
        stream = container.streams.audio[0]
        resampler = av.AudioResampler("fltp", stream.layout.name, stream.rate)
        blocks = [piece.to_ndarray() for frame in container.decode(stream) for piece in resampler.resample(frame)]
        return np.concatenate(blocks, axis=1), stream.rate, stream.layout.name, stream.codec_context.name


# What goes to the hosted service


@pytest.mark.parametrize("suffix", ["heic", "heif", "avif", "tiff", "tif"])
async def test_what_the_service_does_not_know_goes_there_as_a_full_size_jpeg(
    hosted: HostedDouble, session: Session, tmp_path: Path, suffix: str, scratch: Path
) -> None:
    save(tmp_path / f"p.{suffix}", quality=95)
    (facts,) = await session.upload(tmp_path / f"p.{suffix}")
    ((name, content),) = forms(hosted)[0]
    assert name == facts["name"] == "p.jpg"
    with Image.open(io.BytesIO(content)) as image:
        assert (image.format, image.size, image.mode) == ("JPEG", (64, 32), "RGB")
    assert list(scratch.iterdir()) == []


@pytest.mark.parametrize("suffix", ["heic", "avif", "tiff", "flac", "jpeg"])
async def test_an_engine_gets_the_original(client: Client, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"p.{suffix}"
    tone(path, "flac") if suffix == "flac" else save(path)
    session = await client.new_session("en")
    (facts,) = await session.upload(path)
    assert (facts["name"], facts["size"]) == (path.name, path.stat().st_size)


async def test_names_that_lie_are_set_right_for_the_service_and_left_alone_for_an_engine(
    hosted: HostedDouble, session: Session, client: Client, tmp_path: Path
) -> None:
    lies = {"a.png": "JPEG", "b.jpg": "PNG", "c.jpg": "HEIF", "d.heic": "JPEG", "e.jfif": "JPEG", "f.jpeg": "JPEG"}
    for name, form in lies.items():
        _quarters().save(tmp_path / name, form)
    paths = [tmp_path / name for name in lies]
    await session.upload(paths)
    assert sent_names(hosted) == ["a.jpg", "b.png", "c.jpg", "d.jpg", "e.jpg", "f.jpg"]
    for name, content in forms(hosted)[0]:
        with Image.open(io.BytesIO(content)) as image:
            assert image.format == {"jpg": "JPEG", "png": "PNG"}[name[-3:]]
    own = await client.new_session("en")
    assert [facts["name"] for facts in await own.upload(paths)] == [*list(lies)[:4], "e.jpg", "f.jpeg"]


async def test_an_m4v_goes_as_the_mp4_that_it_is(hosted: HostedDouble, session: Session, tmp_path: Path) -> None:
    with av.open(str(tmp_path / "clip.m4v"), "w", format="ipod") as target:
        stream = target.add_stream("libx264", rate=10)
        stream.width = stream.height = 64
        for _ in range(5):
            target.mux(stream.encode(av.VideoFrame.from_image(Image.new("RGB", (64, 64)))))
        target.mux(stream.encode(None))
    (facts,) = await session.upload(tmp_path / "clip.m4v")
    assert sent_names(hosted) == ["clip.mp4"]
    assert facts["kind"] == "video"


def _lab(pixels: np.ndarray, profile: Any) -> np.ndarray:
    lab = ImageCms.profileToProfile(
        Image.fromarray(pixels), profile, ImageCms.createProfile("LAB"), outputMode="LAB",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
    )  # fmt: skip
    raw = np.asarray(lab).astype(np.float64)
    # Pillow's a and b are signed bytes.
    return np.dstack(
        [raw[..., 0] * 100 / 255, *(np.where(raw[..., n] > 127, raw[..., n] - 256, raw[..., n]) for n in (1, 2))]
    )


def test_a_converted_picture_has_the_same_colours_in_srgb(tmp_path: Path) -> None:
    wide = _wide_profile()
    levels = [60, 100, 140, 180, 200]
    chart = np.array([[[r, g, b] for g in levels for b in levels] for r in levels], np.uint8)
    # Within sRGB: what lies beyond it has no equal there.
    chart = (chart * 0.4 + chart.mean(axis=2, keepdims=True) * 0.6).astype(np.uint8).repeat(16, 0).repeat(16, 1)
    Image.fromarray(chart).save(tmp_path / "p.tiff", icc_profile=wide)
    conversion.to_jpeg(tmp_path / "p.tiff", tmp_path / "p.jpg", "p.tiff")
    with Image.open(tmp_path / "p.jpg") as image:
        assert "icc_profile" not in image.info
        found = np.asarray(image)
    wanted = _lab(chart, ImageCms.ImageCmsProfile(io.BytesIO(wide)))
    difference = np.linalg.norm(wanted - _lab(found, ImageCms.createProfile("sRGB")), axis=2)
    assert difference.mean() < 1
    assert np.quantile(difference, 0.99) < 2
    unconverted = np.linalg.norm(wanted - _lab(chart, ImageCms.createProfile("sRGB")), axis=2)
    assert unconverted.max() > 2


def test_a_converted_picture_is_upright_and_keeps_its_date_but_not_its_place(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8769)[0x9003] = "2019:07:08 09:10:11"
    exif.get_ifd(0x8825)[2] = (52.0, 30.0, 1.0)
    exif[0x010F] = "Camera of mine"
    _quarters().save(tmp_path / "p.avif", exif=exif)
    conversion.to_jpeg(tmp_path / "p.avif", tmp_path / "p.jpg", "p.avif")
    with Image.open(tmp_path / "p.jpg") as image:
        found = image.getexif()
        assert image.size == (32, 64)
        assert found.get(0x0112, 1) == 1
        assert not found.get_ifd(0x8825)
        assert 0x010F not in found
        assert found.get_ifd(0x8769)[0x9003] == "2019:07:08 09:10:11"
    assert photos.probe(tmp_path / "p.jpg").taken == "2019-07-08T09:10:11"


def test_a_converted_picture_gets_coarser_rather_than_too_large(tmp_path: Path) -> None:
    noise = np.random.default_rng(0).integers(0, 255, (200, 200, 3), np.uint8)
    Image.fromarray(noise).save(tmp_path / "p.tiff")
    conversion.to_jpeg(tmp_path / "p.tiff", tmp_path / "fine.jpg", "p.tiff")
    fine = (tmp_path / "fine.jpg").stat().st_size
    conversion.to_jpeg(tmp_path / "p.tiff", tmp_path / "coarse.jpg", "p.tiff", most=fine - 1)
    assert (tmp_path / "coarse.jpg").stat().st_size < fine
    with pytest.raises(FileTooLargeError, match=r"^p\.tiff: over"):
        conversion.to_jpeg(tmp_path / "p.tiff", tmp_path / "none.jpg", "p.tiff", most=1000)


SOUNDS = {
    "flac": ("a.flac", "flac", {}),
    "flac-24": ("a.flac", "flac", {"options": {}, "format": "s32"}),
    "flac-mono": ("a.flac", "flac", {"layout": "mono", "rate": 22050}),
    "flac-surround": ("a.flac", "flac", {"layout": "5.1", "rate": 48000}),
    "flac-odd-rate": ("a.flac", "flac", {"rate": 37800}),
    "flac-high-rate": ("a.flac", "flac", {"rate": 96000}),
    "opus": ("a.ogg", "libopus", {"rate": 48000}),
    "vorbis": ("a.ogg", "vorbis", {"options": {"strict": "experimental"}}),
}


@pytest.mark.parametrize("kind", SOUNDS)
def test_a_converted_sound_is_as_long_and_as_loud(tmp_path: Path, kind: str) -> None:
    name, codec, options = SOUNDS[kind]
    path = tone(tmp_path / name, codec, 2.3, **options)
    told: list[float] = []
    conversion.to_m4a(path, tmp_path / "a.m4a", name, told.append)
    before, rate, layout, _ = samples(path)
    after, new_rate, new_layout, codec = samples(tmp_path / "a.m4a")
    assert codec == "aac"
    assert new_layout == ("mono" if layout == "mono" else "stereo")
    assert new_rate == (rate if rate in (22050, 44100, 48000) else 48000)
    assert abs(before.shape[1] / rate - after.shape[1] / new_rate) <= 1024 / new_rate + 0.01
    if layout != "5.1":
        loud, louder = (np.sqrt(np.mean(sound[0, 4000:-4000] ** 2)) for sound in (before, after))
        assert abs(20 * np.log10(louder / loud)) < 0.5
    assert told == sorted(told)
    assert told[-1] == pytest.approx(1, abs=0.05)


def test_a_flac_with_a_cover_is_a_sound(tmp_path: Path) -> None:
    path = tone(tmp_path / "a.flac", "flac")
    cover = io.BytesIO()
    _quarters().save(cover, "JPEG")
    picture = b"".join(
        [
            (3).to_bytes(4, "big"), (10).to_bytes(4, "big"), b"image/jpeg", (0).to_bytes(4, "big"),
            *(number.to_bytes(4, "big") for number in (64, 32, 24, 0, len(cover.getvalue()))), cover.getvalue(),
        ]
    )  # fmt: skip
    data = path.read_bytes()
    end = 8 + int.from_bytes(data[5:8], "big")
    path.write_bytes(data[:end] + b"\x06" + len(picture).to_bytes(3, "big") + picture + data[end:])
    with av.open(str(path)) as container:
        assert container.streams.video
    conversion.to_m4a(path, tmp_path / "a.m4a", "a.flac")
    assert photos.probe(tmp_path / "a.m4a").kind == "audio"


def test_a_sound_is_made_to_fit(tmp_path: Path) -> None:
    path = tone(tmp_path / "a.flac", "flac", 20)
    conversion.to_m4a(path, tmp_path / "a.m4a", "a.flac", most=300_000)
    assert (tmp_path / "a.m4a").stat().st_size <= 300_000
    with pytest.raises(FileTooLargeError, match=r"^a\.flac: "):
        conversion.to_m4a(path, tmp_path / "b.m4a", "a.flac", most=10_000)


async def test_flac_goes_to_the_service_as_m4a_and_damaged_ones_are_told(
    hosted: HostedDouble, session: Session, tmp_path: Path, scratch: Path
) -> None:
    (tmp_path / "bad.flac").write_bytes(b"fLaC" + bytes(500))
    good = tone(tmp_path / "good.flac", "flac", rate=37800)
    told: list[UploadProgress] = []
    with pytest.raises(UnsupportedFileError, match=r"^bad\.flac: .* Uploaded all the same: 1\.$") as caught:
        await session.upload([tmp_path / "bad.flac", good], told.append)
    assert str(tmp_path) not in str(caught.value)
    assert sent_names(hosted) == ["good.m4a"]
    assert {progress.name for progress in told if progress.stage == "converting"} == {"bad.m4a", "good.m4a"}
    check_progress(told, (tmp_path / "bad.flac").stat().st_size + good.stat().st_size)
    assert list(scratch.iterdir()) == []


# What is refused before a byte is sent


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("notes.txt", b"words", r"^notes\.txt: \.txt files can't be used; take mp4, mov, .*, jpg, png, gif, webp, mp3"),
        ("empty.jpg", b"", r"^empty\.jpg: the file is empty$"),
        ("words.jpg", b"these are words", r"^words\.jpg: this isn't a picture"),
        ("raw.dng", b"II*\0" + bytes(100), r"^raw\.dng: \.dng files can't be used"),
        ("raw.cr3", b"\0\0\0\x18ftypcrx \0\0\0\0", r"^raw\.cr3: \.cr3 files can't be used"),
        ("sound.aiff", b"FORM" + bytes(100), r"^sound\.aiff: \.aiff files can't be used"),
        ("noname", b"words", r"^noname: there is no telling"),
    ],
)
async def test_what_cannot_be_used_is_refused_before_a_byte_is_sent(
    hosted: HostedDouble, session: Session, tmp_path: Path, name: str, content: bytes, problem: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UnsupportedFileError, match=problem) as caught:
        await session.upload(tmp_path / name)
    assert str(tmp_path) not in str(caught.value)
    assert hosted.asked("/api/upload-video") == []


async def test_what_is_too_large_is_refused_before_a_byte_is_sent(
    hosted: HostedDouble, session: Session, tmp_path: Path
) -> None:
    for name, beyond in (("most.mp4", 0), ("more.mp4", 1)):
        with (tmp_path / name).open("wb") as file:
            file.write(b"\0\0\0\x18ftypmp42")
            file.truncate((200 << 20) + beyond)
    with pytest.raises(FileTooLargeError, match=r"^more\.mp4: 201 MB; files up to 200 MB"):
        await session.upload(tmp_path / "more.mp4")
    assert hosted.asked("/api/upload-video") == []
    assert acceptance.Acceptance().item(Source("most.mp4", tmp_path / "most.mp4")).size == 200 << 20


async def test_an_engine_is_asked_what_it_takes(
    client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = await client.new_session("en")
    (tmp_path / "notes.txt").write_bytes(b"words")
    assert client._facts
    monkeypatch.setitem(client._facts, "limits", {"max_bytes": 1 << 20})
    with (tmp_path / "big.mp4").open("wb") as file:
        file.truncate(2 << 20)
    for name, problem in (("notes.txt", r"take jpg, jpeg, .*heic.*flac"), ("big.mp4", "2 MB; files up to 1 MB")):
        with pytest.raises(P2VError, match=problem):
            await own.upload(tmp_path / name)
    assert own.uploads == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
async def test_a_pipe_is_no_photo(session: Session, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "p.jpg")
    with pytest.raises(UnsupportedFileError, match=r"^p\.jpg: "):
        await session.upload(tmp_path / "p.jpg")


@pytest.mark.skipif(os.name == "nt" or os.getuid() == 0, reason="needs permissions that hold")
async def test_a_file_without_permission_is_told(session: Session, tmp_path: Path) -> None:
    save(tmp_path / "p.jpg").chmod(0)
    with pytest.raises(UnsupportedFileError, match=r"^p\.jpg: no permission"):
        await session.upload(tmp_path / "p.jpg")


async def test_a_file_that_is_gone_does_not_keep_the_others(
    hosted: HostedDouble, session: Session, tmp_path: Path
) -> None:
    sources = intake.collect([save(tmp_path / f"{number}.jpg") for number in range(3)])
    (tmp_path / "1.jpg").unlink()
    with pytest.raises(UnsupportedFileError, match=r"^1\.jpg: no such file\. Uploaded all the same: 2\."):
        await session.upload(sources)
    assert sent_names(hosted) == ["0.jpg", "2.jpg"]


# While it is sent


def check_progress(told: list[UploadProgress], total: int) -> None:
    """Never back, never beyond, and complete at the end."""
    assert [progress.sent for progress in told] == sorted(progress.sent for progress in told)
    assert {progress.total for progress in told} == {total}
    assert told[-1].sent == total


def noise(path: Path, size: int) -> Path:
    path.write_bytes(b"\xff\xd8\xff" + os.urandom(size - 3))
    return path


@pytest.mark.parametrize("change", ["grows", "shrinks"])
async def test_a_file_that_changes_while_it_is_sent_is_told_and_the_others_are_sent(
    hosted: HostedDouble, session: Session, tmp_path: Path, change: str
) -> None:
    paths = [noise(tmp_path / f"{number}.jpg", 300_000) for number in range(3)]
    total = sum(path.stat().st_size for path in paths)
    told: list[UploadProgress] = []

    def tamper(progress: UploadProgress) -> None:
        told.append(progress)
        if len(told) == 1:
            with paths[1].open("r+b") as file:
                file.seek(0, 2) if change == "grows" else file.truncate(1000)
                file.write(b"more")

    with pytest.raises(UnsupportedFileError, match=r"^1\.jpg: the file changed .* Uploaded all the same: 2\.$"):
        await session.upload(paths, tamper)
    assert [name for name, _ in forms(hosted)[-1]] == ["0.jpg", "2.jpg"]
    assert [upload.name for upload in hosted.sessions[session.id].uploads] == ["0.jpg", "2.jpg"]
    check_progress(told, total)


async def test_what_is_sent_again_after_a_new_token_is_counted_once(hosted: HostedDouble, tmp_path: Path) -> None:
    path = noise(tmp_path / "a.jpg", 500_000)
    told: list[UploadProgress] = []
    async with client_of(hosted, token=None) as client:
        session = await client.new_session("en")
        hosted.once("POST", "/api/upload-video", lambda request: _answer(bad(1001, 401)))
        await session.upload(path, told.append)
    assert len(hosted.asked("/api/upload-video")) == 2
    check_progress(told, 500_000)
    # Two times as many bytes went, and each piece of them was told of once.
    moved = [progress.sent for progress in told]
    assert len(set(moved)) >= 500_000 // (64 * 1024)


async def _answer(response: Response) -> Response:
    return response


async def test_a_form_that_is_refused_is_taken_apart(hosted: HostedDouble, session: Session, tmp_path: Path) -> None:
    paths = [save(tmp_path / f"{number}.jpg") for number in range(3)]
    usual = hosted.usual

    async def picky(request: Request) -> Response:
        body = await request.body()
        return bad(4002, 413) if b'"1.jpg"' in body else await usual(request)

    hosted.on["POST", "/api/upload-video"] = picky
    told: list[UploadProgress] = []
    with pytest.raises(FileTooLargeError, match=r"^1\.jpg: .*200 MB") as caught:
        await session.upload(paths, told.append)
    assert "raw" not in str(caught.value)
    assert [upload.name for upload in hosted.sessions[session.id].uploads] == ["0.jpg", "2.jpg"]
    check_progress(told, sum(path.stat().st_size for path in paths))
    assert [sent.name for sent in session._sent] == ["0.jpg", "2.jpg"]


async def test_many_files_keep_their_order_over_several_forms(
    hosted: HostedDouble, session: Session, tmp_path: Path
) -> None:
    for number in (3, 20, 1, 100, *range(30, 60)):
        save(tmp_path / f"IMG {number}.jpg")
    save(tmp_path / "IMG 2.heic")
    told: list[UploadProgress] = []
    await session.upload(str(tmp_path / "*"), told.append)
    numbers = [1, 2, 3, 20, *range(30, 60), 100]
    assert sent_names(hosted) == [f"IMG {number}.jpg" for number in numbers]
    assert len(forms(hosted)) == 2
    check_progress(told, sum(path.stat().st_size for path in tmp_path.iterdir()))


async def test_files_of_one_name_get_names_of_their_own_at_the_service(
    hosted: HostedDouble, session: Session, tmp_path: Path
) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        save(tmp_path / folder / "IMG.jpg")
    (tmp_path / "c").mkdir()
    save(tmp_path / "c" / "img.JPG")
    await session.upload([tmp_path / "a", tmp_path / "b"])
    await session.upload(path for path in [tmp_path / "c" / "img.JPG", tmp_path / "a" / "IMG.jpg"])
    assert sent_names(hosted) == ["IMG.jpg", "IMG-2.jpg", "img-3.JPG", "IMG-4.jpg"]


async def test_pictures_arrays_and_figures_are_sent_and_kept_for_a_film(
    hosted: HostedDouble, session: Session, scratch: Path
) -> None:
    class Figure:
        def savefig(self, out: io.BytesIO, *, format: str, dpi: int) -> None:
            _quarters().save(out, format)

    sent: list[Sent] = []
    await hand_over(session.client, session.id, [_quarters(), np.zeros((4, 6), np.uint8), Figure()], None, sent)
    assert sent_names(hosted) == ["image-1.png", "image-2.png", "image-3.png"]
    paths = [one.source.path for one in sent]
    assert all(
        path and path.read_bytes() == content for path, (_, content) in zip(paths, forms(hosted)[0], strict=True)
    )
    assert all(stat.S_IMODE(folder.stat().st_mode) == 0o700 for folder in scratch.iterdir())
    sent.clear()
    gc.collect()
    assert list(scratch.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="needs the peak memory")
def test_many_pictures_take_the_memory_of_few(scratch: Path) -> None:
    code = """
import asyncio
import numpy as np
from PIL import Image
from photo2video_widgets.upload.handover import gather
noise = np.random.default_rng(0).integers(0, 255, (1200, 1600, 3), np.uint8)
asyncio.run(gather(Image.fromarray(noise) for _ in range(2)))
before = peak()
gathered = asyncio.run(gather(Image.fromarray(noise) for _ in range(12)))
print(sum(source.path.stat().st_size for source in gathered.sources) >> 20, peak() - before)
"""
    written, more = memory.figures(code)
    assert written > 60
    assert more < 20


async def test_pictures_are_sent_where_the_disk_takes_none(
    hosted: HostedDouble, session: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    await session.upload([_quarters(), _quarters()])
    assert sent_names(hosted) == ["image-1.png", "image-2.png"]


@pytest.mark.parametrize("language", phrases.LANGUAGES)
async def test_nothing_at_all_is_told(hosted: HostedDouble, language: str) -> None:
    async with client_of(hosted) as client:
        for nothing in ([], iter(()), {}):
            with pytest.raises(UnsupportedFileError, match={"en": "no files", "zh": "没有文件"}[language]):
                await (await client.new_session(language)).upload(nothing)
    assert hosted.asked("/api/upload-video") == []


def test_a_kept_file_gets_a_name_that_every_disk_takes() -> None:
    folder = keeping.Folder()
    names = [folder.place(name).name for name in ("a.JPG", "a.jpg:b", "a.", "a", "a.x y", "1:30.png")]
    assert names == ["1.JPG", "2", "3", "4", "5", "6.png"]
    folder.remove()


async def test_a_file_that_is_only_passing_is_kept_for_a_film(session: Session, tmp_path: Path) -> None:
    sent: list[Sent] = []
    path = save(tmp_path / "x123.jpg")
    content = path.read_bytes()
    await hand_over(session.client, session.id, [Source("beach.jpg", path, passing=True)], None, sent)
    path.unlink()
    assert (sent[0].name, sent[0].source.name) == ("beach.jpg", "beach.jpg")
    assert sent[0].source.path
    assert sent[0].source.path.read_bytes() == content


async def test_an_engine_keeps_its_files_itself(client: Client, tmp_path: Path, scratch: Path) -> None:
    own = await client.new_session("en")
    sent: list[Sent] = []
    await hand_over(client, own.id, [_quarters(), save(tmp_path / "a.jpg")], None, sent)
    assert sent == []
    assert list(scratch.iterdir()) == []


async def test_addresses_go_to_the_service_as_they_are_and_into_no_message(
    hosted: HostedDouble, session: Session, tmp_path: Path
) -> None:
    address = "https://user:hush@example.org/folder/beach.jpg?key=hush"
    await session.upload([save(tmp_path / "a.jpg"), address, save(tmp_path / "b.jpg")])
    assert [seen.json["urls"] for seen in hosted.asked("/api/upload-video") if seen.body[:1] == b"{"] == [[address]]
    assert [sent.name for sent in session._sent] == ["a.jpg", "beach.jpg", "b.jpg"]
    hosted.on["POST", "/api/upload-video"] = lambda request: _answer(bad(4001))
    with pytest.raises(UnsupportedFileError, match=r"^beach\.jpg: ") as caught:
        await session.upload([address, "http://user:hush@example.org/"])
    assert "hush" not in f"{caught.value}{session._sent!r}"
    assert "raw" not in str(caught.value)
    with pytest.raises(UnsupportedFileError, match="address") as caught:
        await session.upload("http://user:hush@/x.jpg")
    assert "hush" not in str(caught.value)


async def test_a_lost_connection_leaves_the_session_usable(
    hosted: HostedDouble, session: Session, tmp_path: Path, scratch: Path
) -> None:
    save(tmp_path / "a.heic")
    hosted.once("POST", "/api/upload-video", reset)
    with pytest.raises(ConnectionLostError):
        await session.upload(tmp_path / "a.heic")
    assert list(scratch.iterdir()) == []
    await session.upload(tmp_path / "a.heic")
    assert len(hosted.sessions[session.id].uploads) == 1


# Where it breaks off


def only(usual: Answer, count: int, then: Answer) -> Answer:
    """The usual answer for a number of times, and then another."""
    left = count

    async def answer(request: Request) -> Response:
        nonlocal left
        left -= 1
        return await (usual if left >= 0 else then)(request)

    return answer


def many(folder: Path, count: int = 25) -> list[Path]:
    return [save(folder / f"{number:02}.jpg", Image.new("RGB", (8, 8), (number, 0, 0))) for number in range(count)]


def at_the_service(hosted: HostedDouble, session: Session) -> list[str]:
    return [upload.name for upload in hosted.sessions[session.id].uploads]


@pytest.mark.parametrize("trouble", ["refused", "lost", "taken and lost"])
async def test_an_upload_that_breaks_off_says_what_was_taken_and_what_is_to_be_handed_over_again(
    hosted: HostedDouble, session: Session, tmp_path: Path, trouble: str
) -> None:
    then = {"refused": failing(503), "lost": reset, "taken and lost": cut(hosted.usual)}[trouble]
    hosted.on["POST", "/api/upload-video"] = only(hosted.usual, 1, then)
    paths = many(tmp_path, 45)
    with pytest.raises(ServiceError) as caught:
        await session.upload(paths)
    taken = 40 if trouble == "taken and lost" else 20
    message = caught.value.message
    assert isinstance(caught.value, ConnectionLostError) == (trouble != "refused")
    assert f"{taken} of 45 files are uploaded. Not uploaded: {taken}.jpg, {taken + 1}.jpg, " in message
    assert message.endswith(("44.jpg. Hand over those again.", "27.jpg and 17 more. Hand over those again."))
    assert [sent.name for sent in session._sent] == at_the_service(hosted, session)
    assert len(session.uploads) == taken
    # Whoever does as told has each photo once.
    del hosted.on["POST", "/api/upload-video"]
    await session.upload(paths[taken:])
    assert at_the_service(hosted, session) == [path.name for path in paths]


async def test_an_upload_of_which_nothing_was_taken_is_the_plain_error(
    hosted: HostedDouble, session: Session, tmp_path: Path
) -> None:
    await session.upload(save(tmp_path / "first.jpg"))
    hosted.on["POST", "/api/upload-video"] = reset
    with pytest.raises(ConnectionLostError, match=r"broke\.$"):
        await session.upload(many(tmp_path))
    assert [sent.name for sent in session._sent] == ["first.jpg"]


async def test_what_was_taken_of_a_form_that_was_taken_apart_counts(
    hosted: HostedDouble, session: Session, tmp_path: Path
) -> None:
    hosted.once("POST", "/api/upload-video", refusing(4002, 413))
    hosted.on["POST", "/api/upload-video"] = only(hosted.usual, 1, reset)
    with pytest.raises(ConnectionLostError, match=r"1 of 3 files are uploaded\. Not uploaded: 01\.jpg, 02\.jpg\."):
        await session.upload(many(tmp_path, 3))
    assert [sent.name for sent in session._sent] == at_the_service(hosted, session) == ["00.jpg"]


@pytest.mark.parametrize("hidden", ["names", "list", "state"])
async def test_where_the_service_does_not_say_what_was_taken_that_is_said(
    hosted: HostedDouble, session: Session, tmp_path: Path, hidden: str
) -> None:
    hosted.on["POST", "/api/upload-video"] = only(hosted.usual, 1, cut(hosted.usual))
    hosted.on["GET", "/api/state"] = {"names": nameless(hosted), "list": silent(hosted), "state": failing(503)}[hidden]
    with pytest.raises(ConnectionLostError) as caught:
        await session.upload(many(tmp_path, 45))
    message = caught.value.message
    assert "20 of 45 files are uploaded." in message
    assert "no telling whether these were: 20.jpg, 21.jpg, " in message
    assert "27.jpg and 12 more." in message
    assert "Not uploaded: 40.jpg, 41.jpg, 42.jpg, 43.jpg, 44.jpg. Hand over those again." in message
    assert len(session._sent) == 40


async def test_files_under_other_names_may_be_those_that_were_under_way(
    hosted: HostedDouble, session: Session, tmp_path: Path
) -> None:
    hosted.on["POST", "/api/upload-video"] = cut(hosted.usual)
    hosted.on["GET", "/api/state"] = nameless(hosted)
    with pytest.raises(ConnectionLostError, match=r"0 of 2 files .* no telling whether these were: 00\.jpg, 01\.jpg\."):
        await session.upload(many(tmp_path, 2))


def nameless(hosted: HostedDouble) -> Answer:
    """The state without the names of files."""
    return with_infos(hosted, lambda infos: [{"vid": number} for number, _ in enumerate(infos)])


def silent(hosted: HostedDouble) -> Answer:
    """The state without any files."""
    return with_infos(hosted, lambda infos: None)


def with_infos(hosted: HostedDouble, change: Callable[[list[Any]], object]) -> Answer:
    async def answer(request: Request) -> Response:
        state = json.loads(bytes((await hosted.usual(request)).body))["data"]["state"]
        return ok(state={**state, "video_infos": change(state["video_infos"])})

    return answer


async def test_a_refusal_in_the_middle_of_an_upload_says_what_was_taken(
    hosted: HostedDouble, session: Session, tmp_path: Path
) -> None:
    (tmp_path / "notes.txt").write_bytes(b"words")
    hosted.on["POST", "/api/upload-video"] = only(hosted.usual, 1, refusing(2001))
    with pytest.raises(NoCreditsError, match=r"20 of 21 files .* Not uploaded: 20\.jpg\. .* notes\.txt: \.txt files"):
        await session.upload([tmp_path / "notes.txt", *many(tmp_path, 21)])
    assert hosted.asked("/api/upload-video")[1:] != []


async def test_an_upload_to_an_engine_that_breaks_off_says_so_too(
    client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = await client.new_session("en")
    paths = many(tmp_path, 25)
    send, forms = client.upload_files, 0

    async def lose_the_second(*arguments: Any) -> dict[str, Any]:
        nonlocal forms
        forms += 1
        answer = await send(*arguments)
        if forms == 2:
            raise ConnectionLostError("The answer is lost.")
        return answer

    monkeypatch.setattr(client, "upload_files", lose_the_second)
    with pytest.raises(ConnectionLostError, match=r"lost\. 25 of 25 files are uploaded\.$"):
        await own.upload(paths)
    assert len(own.uploads) == 25


async def test_what_can_be_read_once_outlives_a_session_that_is_gone(
    hosted: HostedDouble, session: Session, tmp_path: Path
) -> None:
    await session.upload(save(tmp_path / "a.jpg"))
    hosted.forget_sessions()
    taken = await session.upload(picture for picture in [_quarters(), save(tmp_path / "b.jpg")])
    assert [facts["name"] for facts in taken] == at_the_service(hosted, session) == ["image-1.png", "b.jpg"]


async def test_cancelling_while_a_sound_is_converted_leaves_nothing_behind(
    hosted: HostedDouble, session: Session, tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    song = tone(tmp_path / "song.flac", "flac", 900, rate=8000, layout="mono")
    going = asyncio.Event()
    ends: list[BaseException] = []
    convert = conversion.to_m4a

    def watched(*arguments: Any) -> None:
        try:
            convert(*arguments)
        except BaseException as end:
            ends.append(end)
            raise

    monkeypatch.setattr(conversion, "to_m4a", watched)

    def watch(progress: UploadProgress) -> None:
        if progress.stage == "converting" and progress.part > 0:
            going.set()

    task = asyncio.create_task(session.upload(song, watch))
    await going.wait()
    assert [stat.S_IMODE(folder.stat().st_mode) for folder in scratch.iterdir()] == [0o700]
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert [type(end) for end in ends] == [conversion.StoppedError]
    assert list(scratch.iterdir()) == []
    assert hosted.asked("/api/upload-video") == []
    assert await session.upload(save(tmp_path / "a.jpg"))


async def test_cancelling_while_a_file_is_sent_leaves_nothing_behind(
    hosted: HostedDouble, session: Session, tmp_path: Path, scratch: Path
) -> None:
    from .backends import hang

    hosted.once("POST", "/api/upload-video", hang)
    sent: list[UploadProgress] = []
    task = asyncio.create_task(session.upload([save(tmp_path / "a.heic"), noise(tmp_path / "b.jpg", 3)], sent.append))
    while not any(progress.stage == "sending" for progress in sent):
        await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert list(scratch.iterdir()) == []
    assert await session.upload(tmp_path / "b.jpg")


async def test_a_callback_that_fails_ends_the_upload_with_its_own_error(
    session: Session, tmp_path: Path, scratch: Path
) -> None:
    def fail(progress: UploadProgress) -> None:
        raise LookupError("mine")

    for path in (save(tmp_path / "a.heic"), save(tmp_path / "b.jpg")):
        with pytest.raises(LookupError, match="mine"):
            await session.upload(path, fail)
    assert list(scratch.iterdir()) == []


async def test_conversions_are_made_form_by_form(
    hosted: HostedDouble, session: Session, tmp_path: Path, scratch: Path
) -> None:
    for number in range(45):
        save(tmp_path / f"{number}.heic")
    most = 0

    def look(progress: UploadProgress) -> None:
        nonlocal most
        most = max(most, sum(1 for _ in scratch.rglob("*.jpg")))

    await session.upload(tmp_path, look)
    assert len(sent_names(hosted)) == 45
    assert most == 20


@pytest.mark.skipif(sys.platform != "linux", reason="needs the peak memory")
async def test_large_files_and_their_conversions_take_little_memory(engine: Engine, tmp_path: Path) -> None:
    wave = np.random.default_rng(0).integers(-(2**28), 2**28, 2 * 48000 * 60, np.int32)
    with av.open(str(tmp_path / "song.flac"), "w", format="flac") as target:
        stream = target.add_stream("flac", rate=48000, layout="stereo")
        stream.codec_context.format = "s32"
        for block in wave.reshape(60, 1, -1):
            frame = av.AudioFrame.from_ndarray(block, format="s32", layout="stereo")
            frame.sample_rate = 48000
            target.mux(stream.encode(frame))
        target.mux(stream.encode(None))
    assert (tmp_path / "song.flac").stat().st_size > 14 << 20
    code = f"""
import av
from pathlib import Path
from photo2video_widgets.upload import conversion
folder = Path({str(tmp_path)!r})
before = peak()
conversion.to_m4a(folder / "song.flac", folder / "song.m4a", "song.flac")
print(peak() - before)
"""
    assert memory.figures(code)[0] < 40


# Words


@pytest.mark.parametrize("language", phrases.LANGUAGES)
def test_refusals_are_said_in_the_users_language(tmp_path: Path, language: str) -> None:
    # What is spoken in one test must not be spoken in the next.
    contextvars.copy_context().run(_check_language, tmp_path, language)


def _check_language(folder: Path, language: str) -> None:
    phrases.speak(language)
    (folder / "empty.jpg").write_bytes(b"")
    attempts: list[Callable[[], object]] = [
        lambda: photos.probe(folder / "empty.jpg"),
        lambda: intake.collect(folder / "none"),
        lambda: intake.collect(object()),
        lambda: acceptance.Acceptance().item(Source("notes.txt", data=b"words")),
        lambda: conversion.to_m4a(folder / "empty.jpg", folder / "x.m4a", "a.flac"),
    ]
    for attempt in attempts:
        with pytest.raises(P2VError) as caught:
            attempt()
        assert bool(re.search("[一-鿿]", caught.value.message)) == (language == "zh")
    told = handover.refusal([{"name": "a", "code": 4001, "message": "a."}], 2).message
    assert bool(re.search("[一-鿿]", told)) == (language == "zh")
