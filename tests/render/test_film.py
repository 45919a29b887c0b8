"""Films, judged by what a player would show."""

from __future__ import annotations

import struct
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from PIL import Image

from photo2video_widgets.draft import Draft
from photo2video_widgets.engine.render import Progress, planes
from photo2video_widgets.engine.render.compose import Composer
from photo2video_widgets.engine.render.planes import Planes
from photo2video_widgets.errors import DraftError, ExportCancelledError, RenderError
from photo2video_widgets.vocabulary import LOOKS, MOTIONS, TRANSITIONS

from .films import BLUE, GREEN, RED, draft, frames, made, mean, picture, plain, sound, within


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    for name, colour in (("red.png", RED), ("green.jpg", GREEN), ("blue.webp", BLUE)):
        plain(tmp_path, name, colour)
    return tmp_path


def _near(frame: Any, colour: Any, tolerance: float = 4) -> bool:
    return bool(np.abs(mean(frame) - np.array(colour)).max() <= tolerance)


@pytest.mark.parametrize("size", [(320, 180), (180, 320), (200, 200), (162, 98)])
def test_film_has_the_drafts_size_and_length_to_the_frame(photos: Path, size: tuple[int, int]):
    film = made(photos, draft(picture("red.png", 0, 1033), width=size[0], height=size[1]))
    assert (film.width, film.height, film.frames, film.size) == (*size, 31, film.path.stat().st_size)
    shown = frames(film)
    assert len(shown) == 31
    assert shown[0].shape == (size[1], size[0], 3)
    assert film.duration == pytest.approx(31 / 30)


def test_every_photo_is_seen_at_its_time(photos: Path):
    film = made(
        photos, draft(*(picture(name, n * 500, 500) for n, name in enumerate(("red.png", "green.jpg", "blue.webp"))))
    )
    shown = frames(film)
    assert len(shown) == 45
    for n, frame in enumerate(shown):
        assert _near(frame, (RED, GREEN, BLUE)[n // 15]), n


def test_crossfade_is_the_mean_of_both_in_its_middle(photos: Path):
    into = {"kind": "crossfade", "d": 400}
    shown = frames(made(photos, draft(picture("red.png", 0, 1000), picture("green.jpg", 1000, 1000, transition=into))))
    assert _near(shown[29], RED)
    assert _near(shown[30], RED)
    assert _near(shown[36], (np.array(RED) + GREEN) / 2)
    assert _near(shown[33], 0.75 * np.array(RED) + 0.25 * np.array(GREEN))
    assert _near(shown[42], GREEN)


@pytest.mark.parametrize(("kind", "colour"), [("fade-black", 0), ("fade-white", 255)])
def test_fade_goes_through_its_colour(photos: Path, kind: str, colour: int):
    into = {"kind": kind, "d": 400}
    shown = frames(made(photos, draft(picture("red.png", 0, 1000), picture("green.jpg", 1000, 1000, transition=into))))
    assert _near(shown[36], [colour] * 3)
    assert _near(shown[33], (np.array(RED) + colour) / 2)
    assert _near(shown[39], (np.array(GREEN) + colour) / 2)


@pytest.mark.parametrize("kind", TRANSITIONS)
def test_every_transition_leads_from_one_to_the_other(photos: Path, kind: str):
    into = {"kind": kind, "d": 300}
    shown = frames(made(photos, draft(picture("red.png", 0, 600), picture("green.jpg", 600, 600, transition=into))))
    assert _near(shown[17], RED)
    assert _near(shown[28], GREEN)


def test_first_photo_can_fade_in_from_black(photos: Path):
    into = {"kind": "fade-black", "d": 400}
    shown = frames(made(photos, draft(picture("red.png", 0, 1000, transition=into))))
    assert _near(shown[0], (0, 0, 0))
    assert _near(shown[13], RED)


def test_outgoing_picture_keeps_moving_beneath_a_transition(tmp_path: Path):
    rng = np.random.default_rng(1)
    noise = Image.fromarray(rng.integers(0, 255, (30, 40, 3), np.uint8)).resize((400, 300), Image.Resampling.BICUBIC)
    noise.save(tmp_path / "noise.png")
    plain(tmp_path, "red.png", RED)
    move = {"kind": "zoom-in", "amount": 0.5}
    into = {"kind": "crossfade", "d": 500}
    shown = frames(
        made(
            tmp_path, draft(picture("noise.png", 0, 1000, motion=move), picture("red.png", 1000, 1000, transition=into))
        )
    )
    # Taking out the red leaves what moves; standing still it would be the same twice.
    first, second = shown[31].astype(float), shown[34].astype(float)
    p = (31 / 30 - 1) / 0.5, (34 / 30 - 1) / 0.5
    left = [(frame - part * np.array(RED)) / (1 - part) for frame, part in zip((first, second), p, strict=True)]
    assert np.abs(left[0] - left[1]).mean() > 8


@pytest.mark.parametrize("size", [(60_000, 1), (1, 60_000), (1, 1)])
@pytest.mark.parametrize("fit", ["contain", "cover"])
def test_a_picture_of_any_shape_is_shown(tmp_path: Path, size: tuple[int, int], fit: str):
    plain(tmp_path, "thin.png", RED, size)
    move = {"kind": "zoom-in", "amount": 0.2}
    shown = frames(made(tmp_path, draft(picture("thin.png", 0, 200, fit=fit, motion=move))))
    # The blurred background is the same red, three quarters as bright.
    assert all(_near(frame, np.array(RED) * (1 if fit == "cover" else 0.87), 30) for frame in shown)


def test_contain_lies_on_the_background_colour(tmp_path: Path):
    plain(tmp_path, "tall.png", RED, (150, 300))
    shown = frames(made(tmp_path, draft(picture("tall.png", 0, 200, fit="contain"), background="#1e3cb4")))[3]
    assert np.abs(shown[:, :100].reshape(-1, 3).mean(axis=0) - (30, 60, 180)).max() < 4
    assert np.abs(shown[20:160, 130:190].reshape(-1, 3).mean(axis=0) - RED).max() < 4


def test_contain_lies_on_the_picture_itself_blurred_and_darkened(tmp_path: Path):
    plain(tmp_path, "tall.png", RED, (150, 300))
    shown = frames(made(tmp_path, draft(picture("tall.png", 0, 200, fit="contain"))))[3]
    assert np.abs(shown[:, :100].reshape(-1, 3).mean(axis=0) - np.array(RED) * 0.75).max() < 4


def test_crop_is_all_that_is_used(tmp_path: Path):
    halves = Image.new("RGB", (400, 300), RED)
    halves.paste(BLUE, (200, 0, 400, 300))
    halves.save(tmp_path / "halves.png")
    shown = frames(made(tmp_path, draft(picture("halves.png", 0, 200, crop=[0.5, 0, 0.5, 1]))))
    assert _near(shown[0], BLUE)


@pytest.mark.parametrize("look", LOOKS)
def test_every_look_but_none_changes_the_picture(tmp_path: Path, look: str):
    y, x = np.mgrid[0:180, 0:320]
    Image.fromarray(np.dstack([x * 255 // 320, y * 255 // 180, (x + y) % 256]).astype(np.uint8)).save(
        tmp_path / "p.png"
    )
    before = frames(made(tmp_path, draft(picture("p.png", 0, 100))))[0].astype(int)
    after = frames(made(tmp_path, draft(picture("p.png", 0, 100, look={"kind": look}))))[0].astype(int)
    assert (np.abs(after - before).mean() > 2) == (look != "none")
    if look == "mono":
        assert np.ptp(after, axis=2).mean() < 4


@pytest.mark.parametrize("kind", MOTIONS)
def test_every_motion_makes_a_film(tmp_path: Path, kind: str):
    y, x = np.mgrid[0:300, 0:400]
    Image.fromarray(((x // 20 + y // 20) % 2 * 200).astype(np.uint8)).save(tmp_path / "board.png")
    shown = frames(made(tmp_path, draft(picture("board.png", 0, 600, motion={"kind": kind, "amount": 0.2}))))
    assert (np.abs(shown[0].astype(int) - shown[-1]).mean() > 10) == (kind != "none")


def test_sound_is_there_and_as_long_as_the_film(photos: Path):
    music = {"id": "m", "s": 0, "d": 2000, "m": {"src": "music:calm", "volume": 0.5, "fade": [0, 200]}}
    film = made(photos, draft(picture("red.png", 0, 2000), sounds=(music,)))
    with av.open(str(film.path)) as container:
        audio, video = container.streams.audio[0], container.streams.video[0]
        assert audio.codec_context.name == "aac"
        assert (audio.codec_context.sample_rate, audio.codec_context.layout.name) == (48000, "stereo")
        assert float(audio.duration * audio.time_base) == pytest.approx(2.0, abs=0.001)
        assert float(video.duration * video.time_base) == pytest.approx(2.0, abs=0.001)
    assert np.abs(sound(film)).max() > 0.02


def test_film_without_music_has_a_silent_track(photos: Path):
    film = made(photos, draft(picture("red.png", 0, 500)))
    assert len(sound(film)) >= 24000
    assert np.abs(sound(film)).max() < 1e-3


def test_film_is_h264_tagged_bt709_with_a_keyframe_at_least_every_four_seconds(photos: Path):
    film = made(photos, draft(picture("red.png", 0, 5000)))
    with av.open(str(film.path)) as container:
        video = container.streams.video[0]
        context = video.codec_context
        assert (context.name, context.profile, context.pix_fmt) == ("h264", "High", "yuv420p")
        tags = (context.color_primaries, context.color_trc, context.colorspace, context.color_range)
        assert tags == (1, 1, 1, 1)
        assert video.average_rate == 30
        keys = [frame.pts * frame.time_base for frame in container.decode(video=0) if frame.key_frame]
    assert np.diff([float(key) for key in keys] + [5.0]).max() <= 4.01


def test_index_lies_before_the_pictures(photos: Path):
    film = made(photos, draft(picture("red.png", 0, 500)))
    data, at, boxes = film.path.read_bytes(), 0, []
    while at < len(data):
        size, name = struct.unpack(">I4s", data[at : at + 8])
        boxes.append(name)
        at += size
    assert boxes.index(b"moov") < boxes.index(b"mdat")


def test_colours_come_through(photos: Path):
    for name, colour in (("red.png", RED), ("green.jpg", GREEN), ("blue.webp", BLUE)):
        assert _near(frames(made(photos, draft(picture(name, 0, 100))))[0], colour, 3)


def test_progress_counts_to_the_last_frame(photos: Path):
    told: list[Progress] = []
    made(photos, draft(picture("red.png", 0, 1000)), progress=told.append)
    assert told[0] == Progress(0, 30, "pictures")
    assert told[-1] == Progress(30, 30, "finish")
    assert [one.frame for one in told] == sorted(one.frame for one in told)


def test_stopping_leaves_the_old_film_and_nothing_else(photos: Path):
    (photos / "film.mp4").write_bytes(b"an older film")
    before = sorted(photos.iterdir())
    told: list[Progress] = []
    with pytest.raises(ExportCancelledError):
        made(photos, draft(picture("red.png", 0, 5000)), progress=told.append, cancelled=lambda: len(told) > 1)
    assert (photos / "film.mp4").read_bytes() == b"an older film"
    assert sorted(photos.iterdir()) == before


def test_broken_source_is_named_and_the_old_film_stays(photos: Path):
    (photos / "film.mp4").write_bytes(b"an older film")
    (photos / "broken.jpg").write_bytes((photos / "green.jpg").read_bytes()[:300])
    before = sorted(photos.iterdir())
    with pytest.raises(RenderError, match=r"^broken\.jpg: ") as raised:
        made(photos, draft(picture("red.png", 0, 500), picture("broken.jpg", 500, 500)))
    assert str(photos) not in str(raised.value)
    assert (photos / "film.mp4").read_bytes() == b"an older film"
    assert sorted(photos.iterdir()) == before


def test_what_cannot_be_resolved_is_told(photos: Path):
    with pytest.raises(RenderError, match=r"^gone\.jpg: no such file"):
        made(photos, draft(picture("gone.jpg", 0, 500)))


def test_folder_that_is_not_there_is_told_without_its_path(photos: Path):
    with pytest.raises(RenderError, match=r"^film\.mp4: ") as raised:
        made(photos, draft(picture("red.png", 0, 500)), name="nowhere/film.mp4")
    assert str(photos) not in str(raised.value)


def test_draft_that_breaks_a_rule_is_refused(photos: Path):
    with pytest.raises(DraftError, match=r"t\[0\]\.sg\[0\]\.d"):
        made(
            photos,
            Draft({"d": 10, "t": [{"id": "v", "tt": 0, "sg": [{"id": "s", "s": 0, "d": 10, "m": {"src": "file:a"}}]}]}),
        )


def test_a_frame_depends_on_the_draft_and_its_number_only(tmp_path: Path):
    rng = np.random.default_rng(2)
    for name in ("a.png", "b.png"):
        Image.fromarray(rng.integers(0, 255, (60, 80, 3), np.uint8)).resize((400, 300)).save(tmp_path / name)
    move = {"kind": "pan-left", "amount": 0.3}
    into = {"kind": "crossfade", "d": 300}
    text = {"id": "t", "s": 0, "d": 1000, "m": {"text": "Twice"}}
    film = draft(picture("a.png", 0, 700, motion=move), picture("b.png", 700, 700, transition=into), texts=(text,))
    orders = (range(42), [41, 3, 25, 22, 0, 21])
    seen: dict[int, Planes] = {}
    for order in orders:
        with Composer(film, within(tmp_path)) as composer:
            for n in order:
                target = planes.empty(320, 180)
                composer.paint(n, target)
                for plane, before in zip(target, seen.setdefault(n, target), strict=True):
                    np.testing.assert_array_equal(plane, before)


def _clip(
    path: Path,
    colours: list[tuple[int, int, int]],
    fps: int = 25,
    *,
    top: tuple[int, int, int] | None = None,
    times: list[int] | None = None,
    length: int = 0,
) -> None:
    """A clip of one colour after the other, with a tone; `top` for the upper half, `times` (ms) for uneven ones."""
    with av.open(str(path), "w") as container:
        video = container.add_stream("libx264", rate=fps, options={"crf": "10"})
        video.width, video.height, video.pix_fmt = 320, 180, "yuv420p"
        video.codec_context.time_base = Fraction(1, 1000) if times else Fraction(1, fps)
        audio = container.add_stream("aac", rate=48000, layout="stereo")
        for place, colour in enumerate(colours):
            image = np.broadcast_to(np.array(colour, np.uint8), (180, 320, 3)).copy()
            if top is not None:
                image[:90] = top
            frame = av.VideoFrame.from_ndarray(image, format="rgb24")
            frame.pts = times[place] if times else place
            container.mux(video.encode(frame))
        container.mux(video.encode(None))
        time = np.arange(48 * length or len(colours) * 48000 // fps) / 48000
        tone = np.tile(0.3 * np.sin(2 * np.pi * 440 * time), (2, 1)).astype(np.float32)
        heard = av.AudioFrame.from_ndarray(tone, format="fltp", layout="stereo")
        heard.sample_rate = 48000
        container.mux(audio.encode(heard))
        container.mux(audio.encode(None))


def test_clip_plays_its_part_with_its_own_sound(tmp_path: Path):
    _clip(tmp_path / "clip.mp4", [RED] * 25 + [GREEN] * 25 + [BLUE] * 25)
    clip = picture("clip.mp4", 0, 2000, kind="video", trim=[500, 2500])
    film = made(tmp_path, draft(clip))
    shown = frames(film)
    assert len(shown) == 60
    for n, colour in ((5, RED), (13, RED), (16, GREEN), (43, GREEN), (46, BLUE), (59, BLUE)):
        assert _near(shown[n], colour, 8), n
    heard = sound(film)[10000:80000, 0]
    assert np.abs(heard).max() == pytest.approx(0.3, abs=0.05)
    spectrum = np.abs(np.fft.rfft(heard))
    assert spectrum.argmax() * 48000 / len(heard) == pytest.approx(440, abs=3)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_clip_is_turned_upright(tmp_path: Path, turn: int):
    _clip(tmp_path / "flat.mp4", [RED] * 25, top=BLUE)
    _turned(tmp_path / "flat.mp4", tmp_path / "clip.mp4", turn)
    side = 320 if turn == 180 else 180
    shown = frames(made(tmp_path, draft(picture("clip.mp4", 0, 500, kind="video"), width=side, height=500 - side)))[5]
    height, width = shown.shape[:2]
    # Turned left by 90 degrees, what was on top lies on the left.
    halves = {90: shown[:, : width // 2], 180: shown[height // 2 :], 270: shown[:, width // 2 :]}
    assert _near(halves[turn][8:-8, 8:-8], BLUE, 8)


def test_frames_of_a_clip_are_seen_at_their_own_times(tmp_path: Path):
    _clip(tmp_path / "clip.mp4", [RED, GREEN, BLUE], times=[0, 700, 900], length=1500)
    shown = frames(made(tmp_path, draft(picture("clip.mp4", 0, 1500, kind="video"))))
    for n, colour in ((2, RED), (19, RED), (22, GREEN), (25, GREEN), (28, BLUE), (44, BLUE)):
        assert _near(shown[n], colour, 8), n


def _turned(flat: Path, path: Path, turn: int) -> None:
    """The same file whose head says that it's to be shown turned left by so many degrees."""
    data = flat.read_bytes()
    head = data.index(b"tkhd", data.index(b"trak"))
    matrix = head + 4 + 40
    one = 1 << 16
    rows = {90: (0, -one, one, 0), 180: (-one, 0, 0, -one), 270: (0, one, -one, 0)}[turn]
    told = struct.pack(">9i", rows[0], rows[1], 0, rows[2], rows[3], 0, 0, 0, 1 << 30)
    path.write_bytes(data[:matrix] + told + data[matrix + 36 :])


def test_clip_that_is_too_short_stands_still_at_its_end(tmp_path: Path):
    _clip(tmp_path / "clip.mp4", [RED] * 12 + [GREEN] * 13)
    plain(tmp_path, "blue.png", BLUE)
    film = made(tmp_path, draft(picture("clip.mp4", 0, 2000, kind="video", volume=0), picture("blue.png", 2000, 500)))
    shown = frames(film)
    assert _near(shown[50], GREEN, 8)
    assert np.abs(sound(film)).max() < 1e-3


@pytest.mark.parametrize("suffix", ["gif", "webp", "png"])
def test_an_animation_plays_at_its_own_pace_again_and_again(tmp_path: Path, suffix: str):
    pictures = [Image.new("RGB", (161, 91), colour) for colour in (RED, GREEN, BLUE)]
    more = {"lossless": True} if suffix == "webp" else {}
    pictures[0].save(
        tmp_path / f"a.{suffix}", save_all=True, append_images=pictures[1:], duration=[200, 100, 300], loop=0, **more
    )
    shown = frames(made(tmp_path, draft(picture(f"a.{suffix}", 0, 1200))))
    for n, colour in ((1, RED), (5, RED), (7, GREEN), (10, BLUE), (16, BLUE), (19, RED), (25, GREEN)):
        assert _near(shown[n], colour, 8), n


def test_an_animation_that_breaks_off_is_shown_as_far_as_it_goes(tmp_path: Path):
    pictures = [Image.effect_noise((160, 90), 80).convert("RGB") for _ in range(4)]
    pictures[0].save(tmp_path / "a.gif", save_all=True, append_images=pictures[1:], duration=100)
    whole = (tmp_path / "a.gif").read_bytes()
    (tmp_path / "a.gif").write_bytes(whole[: len(whole) * 3 // 4])
    assert len(frames(made(tmp_path, draft(picture("a.gif", 0, 600))))) == 18
