"""Whatever draft is valid becomes a film with the frames that it should have."""

from __future__ import annotations

import json
import subprocess
import sys
import wave
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pillow_heif
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from photo2video_widgets import vocabulary as words
from photo2video_widgets.draft import Draft
from photo2video_widgets.errors import RenderError

from .films import BLUE, GREEN, RED, draft, frames, made, mean, picture, plain

FILES = ("wide.jpg", "tall.png", "thin.png", "glass.png", "grey.png", "deep.tif", "moves.gif", "moves.webp", "p.heic")
CLIPS = ("clip.mp4", "mute.webm")
SOUNDS = ("file:clip.mp4", "file:short.wav", "music:calm", "music:jazz")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("any")
    plain(path, "wide.jpg", RED, (300, 90))
    plain(path, "tall.png", GREEN, (90, 300))
    plain(path, "thin.png", BLUE, (1, 500))
    Image.new("RGBA", (80, 60), (200, 40, 40, 100)).save(path / "glass.png")
    Image.new("L", (80, 60), 90).save(path / "grey.png")
    Image.new("I;16", (80, 60), 30_000).save(path / "deep.tif")
    clear = [Image.new("RGBA", (61, 41), (250, 20 * n, 0, 255 if n % 2 else 0)) for n in range(4)]
    for name in ("moves.gif", "moves.webp"):
        clear[0].save(path / name, save_all=True, append_images=clear[1:], duration=[70, 0, 200, 30], disposal=2)
    pillow_heif.from_pillow(Image.new("RGB", (64, 80), GREEN)).save(path / "p.heic")
    _clip(path / "clip.mp4", "libx264", sound=True)
    _clip(path / "mute.webm", "libvpx", sound=False)
    with wave.open(str(path / "short.wav"), "wb") as file:
        file.setparams((1, 2, 8000, 0, "NONE", ""))
        file.writeframes(np.random.default_rng(1).integers(-9000, 9000, 2000, np.int16).tobytes())
    return path


def _clip(path: Path, codec: str, *, sound: bool) -> None:
    """Six tenths of a second."""
    with av.open(str(path), "w") as container:
        video = container.add_stream(codec, rate=10)
        video.width, video.height, video.pix_fmt = 96, 64, "yuv420p"
        audio = container.add_stream("aac", rate=48000, layout="mono") if sound else None
        for n in range(6):
            container.mux(video.encode(av.VideoFrame.from_ndarray(np.full((64, 96, 3), 40 * n, np.uint8), "rgb24")))
        container.mux(video.encode(None))
        if audio:
            tone = np.sin(np.arange(28_800) / 20, dtype=np.float32)[None] / 4
            heard = av.AudioFrame.from_ndarray(tone, format="fltp", layout="mono")
            heard.sample_rate = 48000
            container.mux(audio.encode(heard))
            container.mux(audio.encode(None))


shares = st.floats(0, 1, allow_nan=False)


@st.composite
def metas(draw: st.DrawFn) -> dict[str, Any]:
    left, top = draw(st.floats(0, 0.6)), draw(st.floats(0, 0.6))
    file = draw(st.sampled_from(FILES + CLIPS))
    clip: dict[str, Any] = {}
    if file in CLIPS:
        start = draw(st.integers(0, 900))
        clip = {"trim": [start, start + draw(st.integers(1, 900))], "volume": draw(st.floats(0, 4))}
    return {
        "name": "p",
        "src": f"file:{file}",
        "kind": "video" if clip else "image",
        **clip,
        "fit": draw(st.sampled_from(words.FITS)),
        "crop": [left, top, draw(st.floats(0.05, 1 - left)), draw(st.floats(0.05, 1 - top))],
        "focus": [draw(shares), draw(shares)],
        "motion": {
            "kind": draw(st.sampled_from(words.MOTIONS)),
            "amount": draw(st.floats(0, 2)),
            "ease": draw(st.sampled_from(words.EASES)),
        },
        "look": {"kind": draw(st.sampled_from(words.LOOKS))},
    }


@st.composite
def texts(draw: st.DrawFn, length: int, number: int) -> dict[str, Any]:
    start = draw(st.integers(0, max(0, length - 100)))
    style = {
        "size": draw(st.floats(0.01, 0.5)),
        "weight": draw(st.sampled_from((100, 400, 700, 900))),
        "outline": draw(shares),
        "shadow": draw(shares),
        "box": draw(st.sampled_from((None, "#102030", "#10203080"))),
    }
    meta = {
        "text": draw(st.text(max_size=40)),
        "position": words.POSITIONS[number],
        "style": style,
        "animation": {"in": draw(st.sampled_from(words.ANIMATIONS)), "out": draw(st.sampled_from(words.ANIMATIONS))},
    }
    return {"id": f"x{number}", "s": start, "d": draw(st.integers(100, 2000)), "m": meta}


@st.composite
def sounds(draw: st.DrawFn, length: int, number: int) -> dict[str, Any]:
    start = draw(st.integers(0, max(0, length - 100)))
    meta = {
        "src": draw(st.sampled_from(SOUNDS)),
        "seed": draw(st.integers(0, 9)),
        "offset": draw(st.integers(0, 900)),
        "loop": draw(st.booleans()),
        "volume": draw(st.floats(0, 4)),
        "fade": [draw(st.integers(0, 3000)), draw(st.integers(0, 3000))],
        "duck": draw(st.floats(0, 60)),
    }
    return {"id": f"m{number}", "s": start, "d": draw(st.integers(100, 3000)), "m": meta}


@st.composite
def covers(draw: st.DrawFn, length: int) -> tuple[dict[str, Any], ...]:
    """Up to two pictures on a track above, with gaps or without."""
    found: list[dict[str, Any]] = []
    start = 0
    for number in range(draw(st.integers(0, 2))):
        start += draw(st.sampled_from((0, 0, 150)))
        meta, long = draw(metas()), draw(st.integers(100, 600))
        if draw(st.booleans()):
            meta["transition"] = {"kind": draw(st.sampled_from(words.TRANSITIONS)), "d": draw(st.integers(1, long))}
        if start + long <= length:
            found.append({"id": f"o{number}", "s": start, "d": long, "m": meta})
        start += long
    return tuple(found)


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    lengths = draw(st.lists(st.integers(100, 700), min_size=1, max_size=4))
    pictures, start = [], 0
    for place, length in enumerate(lengths):
        meta = draw(metas())
        most = min(length, *lengths[max(0, place - 1) : place + 1]) // 2
        if draw(st.booleans()):
            kind, into = draw(st.sampled_from(words.TRANSITIONS)), draw(st.integers(1, most))
            meta["transition"] = {"kind": kind, "d": into}
        pictures.append({"id": f"p{place}", "s": start, "d": length, "m": meta})
        start += length
    return draft(
        *pictures,
        width=2 * draw(st.integers(32, 80)),
        height=2 * draw(st.integers(32, 80)),
        fps=draw(st.integers(*words.FRAME_RATES)),
        background=draw(st.sampled_from(("blur", "#204060"))),
        texts=tuple(draw(texts(start, number)) for number in range(draw(st.integers(0, 3)))),
        sounds=tuple(draw(sounds(start, number)) for number in range(draw(st.integers(0, 2)))),
        over=draw(covers(start)),
    )


def _renders(folder: Path, of: Draft) -> None:
    film = made(folder, of, cache=folder / "cache")
    with av.open(str(film.path)) as container:
        times = [frame.pts * frame.time_base for frame in container.decode(video=0)]
    assert film.frames == of.frame_count
    assert times == [Fraction(n, of.fps) for n in range(of.frame_count)]


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(of=drafts())
def test_any_valid_draft_renders_with_exactly_its_frames(folder: Path, of: Draft):
    _renders(folder, of)


def test_many_more_drafts_render(folder: Path, request: pytest.FixtureRequest):
    if not request.config.getoption("--torture"):
        pytest.skip("only under --torture")

    @settings(max_examples=600, deadline=None, suppress_health_check=list(HealthCheck))
    @given(of=drafts())
    def check(of: Draft) -> None:
        _renders(folder, of)

    check()


def test_a_transparent_photo_lies_on_the_films_background(folder: Path):
    shown = frames(made(folder, draft(picture("glass.png", 0, 100), background="#0000ff")))
    wanted = [(200 * 100 + 0 * 155) / 255, 40 * 100 / 255, (40 * 100 + 255 * 155) / 255]
    assert abs(mean(shown[0]) - wanted).max() < 4


@pytest.mark.parametrize("name", ["moves.gif", "moves.webp"])
def test_what_is_transparent_in_an_animation_shows_the_background_frame_by_frame(folder: Path, name: str):
    # The first frame is clear and lasts 70 ms, the second is not and lasts 100 (it asks for none at all).
    shown = frames(made(folder, draft(picture(name, 0, 400), background="#0000ff")))
    for n, colour in ((1, (0, 0, 255)), (4, (250, 20, 0))):
        assert abs(mean(shown[n]) - colour).max() < 12, n


def test_broken_files_are_left_out_where_that_is_asked_for(tmp_path: Path):
    plain(tmp_path, "red.png", RED)
    whole = plain(tmp_path, "green.jpg", GREEN).read_bytes()
    (tmp_path / "broken.jpg").write_bytes(whole[: len(whole) // 2])
    told: list[str] = []
    pictures = [picture(name, 400 * n, 400) for n, name in enumerate(("red.png", "broken.jpg", "gone.jpg"))]
    film = made(tmp_path, draft(*pictures), skipped=told.append)
    assert film.frames == 12
    assert [fault.split(":")[0] for fault in told] == ["broken.jpg", "gone.jpg"]


def test_a_film_of_nothing_but_broken_files_is_refused(tmp_path: Path):
    (tmp_path / "broken.jpg").write_bytes(b"\xff\xd8\xff nothing")
    with pytest.raises(RenderError, match=r"nothing is left to show: broken\.jpg"):
        made(tmp_path, draft(picture("broken.jpg", 0, 400)), skipped=print)


def test_the_command_line_goes_on_without_what_is_broken(tmp_path: Path):
    plain(tmp_path, "red.png", RED)
    spec = draft(picture("red.png", 0, 400), picture("gone.jpg", 400, 400), width=64, height=64)
    (tmp_path / "draft.json").write_text(json.dumps(spec.data))
    command = [sys.executable, "-m", "photo2video_widgets", "render", "draft.json", "--out", "film.mp4"]
    refused = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert refused.returncode == 1
    assert "gone.jpg" in refused.stderr
    done = subprocess.run([*command, "--skip-broken"], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "left out: gone.jpg" in done.stderr
    assert (tmp_path / "film.mp4").exists()
