"""Loudness, the limiter, mixing, and the built-in music."""

from __future__ import annotations

import wave
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from photo2video_widgets.engine.render.loudness import RATE, Limiter, measure
from photo2video_widgets.engine.render.music import Tune
from photo2video_widgets.engine.render.sound import mixed
from photo2video_widgets.errors import RenderError
from photo2video_widgets.vocabulary import MOODS

from .films import RED, draft, picture, plain, within


def _tone(hertz: float, seconds: float, level: float = 1.0) -> NDArray[np.float32]:
    time = np.arange(round(seconds * RATE)) / RATE
    return np.repeat((level * np.sin(2 * np.pi * hertz * time))[:, None], 2, axis=1).astype(np.float32)


def test_loudness_is_that_of_the_recommendation():
    one_sided = _tone(997, 5) * np.array([1, 0], np.float32)
    assert measure(one_sided) == pytest.approx(-3.01, abs=0.02)
    assert measure(_tone(997, 5, 0.1)) == pytest.approx(-20, abs=0.02)
    # Pauses are gated out.
    assert measure(np.concatenate([_tone(997, 5), np.zeros((5 * RATE, 2), np.float32)])) == pytest.approx(0, abs=0.3)


def test_silence_has_no_loudness():
    assert measure(np.zeros((RATE, 2), np.float32)) == -np.inf


def test_limiter_keeps_the_ceiling_and_the_length_and_leaves_quiet_sound_alone():
    loud = _tone(220, 3) * np.linspace(0.1, 4, 3 * RATE, dtype=np.float32)[:, None]
    limiter = Limiter(-1)
    blocks = [limiter.push(loud[start : start + 7000]) for start in range(0, len(loud), 7000)]
    out = np.concatenate([*blocks, limiter.flush()])
    assert out.shape == loud.shape
    assert np.abs(out).max() <= 10 ** (-1 / 20) + 1e-6
    quiet = np.abs(loud).max(axis=1) < 0.5
    first_loud = int((np.abs(loud).max(axis=1) > 0.85).argmax())
    np.testing.assert_array_equal(out[: first_loud - 500], loud[: first_loud - 500])
    assert quiet.any()
    # No jumps: limited, a sine stays about as smooth as a sine.
    assert np.abs(np.diff(out, axis=0)).max() < 0.04


@pytest.fixture(scope="module", params=MOODS)
def tune(request: pytest.FixtureRequest) -> tuple[str, NDArray[np.float32]]:
    made = Tune(request.param, 1, 16.0)
    return request.param, made.read(0, made.samples)


def test_every_mood_is_as_long_as_asked_and_as_loud_as_every_other(tune: tuple[str, NDArray[np.float32]]):
    _, samples = tune
    assert samples.shape == (16 * RATE, 2)
    assert measure(samples) == pytest.approx(-14, abs=0.5)
    assert np.abs(samples).max() < 1.3


def test_tune_begins_and_ends_in_silence_without_clicks(tune: tuple[str, NDArray[np.float32]]):
    _, samples = tune
    assert np.abs(samples[0]).max() < 0.05
    assert np.abs(samples[-100:]).max() < 0.01
    # A click is a step far larger than those of the second around it.
    steps = np.abs(np.diff(samples, axis=0)).max(axis=1)
    assert steps.max() < 0.45


def test_tune_never_pauses_and_is_not_monotonous(tune: tuple[str, NDArray[np.float32]]):
    _, samples = tune
    seconds = samples[: 13 * RATE].reshape(13, RATE, 2)
    loudness = np.sqrt((seconds**2).mean(axis=(1, 2)))
    assert loudness.min() > 0.02
    # What is heard in one second differs from what is heard in the others: compare notes (semitone bands).
    bands = np.abs(np.fft.rfft(seconds.mean(axis=2) * np.hanning(RATE), axis=1))[:, 80:2000]
    bands /= np.linalg.norm(bands, axis=1, keepdims=True)
    alike = bands @ bands.T
    assert np.median(alike[np.triu_indices(13, 1)]) < 0.8


def test_both_sides_are_heard_and_differ(tune: tuple[str, NDArray[np.float32]]):
    _, samples = tune
    levels = np.sqrt((samples**2).mean(axis=0))
    assert 0.7 < levels[0] / levels[1] < 1.4
    assert np.corrcoef(samples.T)[0, 1] < 0.97


def _character(mood: str) -> tuple[float, float, float]:
    """Bars a minute, where the middle of its spectrum lies (Hz), and how many notes or strokes begin in a second."""
    made = Tune(mood, 1, 12.0)
    mono = made.read(0, made.samples).mean(axis=1)
    size, hop = 2048, 480
    frames = np.lib.stride_tricks.sliding_window_view(mono, size)[::hop] * np.hanning(size).astype(np.float32)
    levels = np.abs(np.fft.rfft(frames, axis=1)) / (size / 4)
    middle = float((levels.mean(axis=0) * np.fft.rfftfreq(size, 1 / RATE)).sum() / levels.mean(axis=0).sum())
    # What has grown within 30 ms, in all bands together; a beginning is a peak well above those of the half second.
    heard = np.log1p(30 * levels)
    growth = np.maximum(0, heard[3:] - heard[:-3]).sum(axis=1)
    usual = np.array([np.median(growth[max(0, at - 25) : at + 25]) for at in range(len(growth))])
    peaks = (growth[1:-1] > growth[:-2]) & (growth[1:-1] >= growth[2:]) & (growth > 1.3 * usual + 4)[1:-1]
    return 60 / made.bar, middle, float(peaks.sum() * RATE / made.samples)


def test_lively_moods_are_faster_brighter_and_denser_than_still_ones():
    still = np.array([_character(mood) for mood in ("ambient", "sad", "calm")])
    lively = np.array([_character(mood) for mood in ("rock", "happy", "upbeat")])
    assert (lively.min(axis=0) > 1.2 * still.max(axis=0)).all()


def test_moods_and_seeds_differ_and_the_same_seed_does_not():
    def start(mood: str, seed: int) -> NDArray[np.float32]:
        return Tune(mood, seed, 6.0).read(0, 4 * RATE)

    first = start("happy", 1)
    np.testing.assert_array_equal(first, start("happy", 1))
    assert np.abs(first - start("happy", 2)).max() > 0.1
    assert np.abs(first - start("calm", 1)).max() > 0.1


def test_tune_reads_the_same_in_pieces():
    tune = Tune("piano", 3, 12.0)
    whole = tune.read(0, tune.samples)
    pieces = np.concatenate(
        [tune.read(start, min(5000, tune.samples - start)) for start in range(0, tune.samples, 5000)]
    )
    np.testing.assert_allclose(pieces, whole, atol=1e-6)


@pytest.mark.parametrize("seconds", [0.5, 2.0, 5.3])
def test_very_short_tunes_are_music_too(seconds: float):
    tune = Tune("upbeat", 1, seconds)
    samples = tune.read(0, tune.samples)
    assert len(samples) == round(seconds * RATE)
    assert np.isfinite(samples).all()
    assert np.abs(samples).max() > 0.05


def _wav(path: Path, samples: NDArray[np.float32], rate: int = RATE) -> None:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(samples.shape[1])
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes((samples * 32767).astype("<i2").tobytes())


def _music(name: str, duration: int, **meta: Any) -> dict[str, Any]:
    return {
        "id": f"m-{name}",
        "s": 0,
        "d": duration,
        "m": {"src": f"file:{name}", "name": name, "fade": [0, 0], **meta},
    }


def _mix(folder: Path, duration: int, *sounds: dict[str, Any]) -> NDArray[np.float32]:
    plain(folder, "red.png", RED)
    film = draft(picture("red.png", 0, duration), sounds=sounds)
    return np.concatenate(list(mixed(film, duration * 48, within(folder))))


def test_file_is_brought_to_fourteen_lufs_and_then_to_its_volume(tmp_path: Path):
    _wav(tmp_path / "quiet.wav", _tone(440, 4, 0.02))
    heard = _mix(tmp_path, 4000, _music("quiet.wav", 4000, volume=0.5))
    assert measure(heard) == pytest.approx(-20.02, abs=0.1)


def test_file_repeats_from_its_beginning_or_falls_silent(tmp_path: Path):
    _wav(tmp_path / "rise.wav", _tone(440, 1) * np.linspace(0, 0.5, RATE, dtype=np.float32)[:, None])
    looped = np.abs(_mix(tmp_path, 3000, _music("rise.wav", 3000, offset=500)))
    parts = [looped[start * 4800 : (start + 1) * 4800].max() for start in range(30)]
    assert parts[4] > parts[0] > 3 * parts[5]
    assert parts[14] > 5 * parts[15]
    once = np.abs(_mix(tmp_path, 3000, _music("rise.wav", 3000, loop=False)))
    assert once[:RATE].max() > 0.1
    assert once[RATE + 100 :].max() == 0


def test_fades_rise_and_fall(tmp_path: Path):
    _wav(tmp_path / "tone.wav", _tone(440, 4, 0.2))
    heard = np.abs(_mix(tmp_path, 4000, _music("tone.wav", 4000, fade=[1000, 2000])))
    level = [heard[round(t * RATE) - 400 : round(t * RATE) + 400].max() for t in (0.1, 0.5, 1.5, 3.0, 3.8)]
    assert level[0] == pytest.approx(0.1 * level[2], rel=0.15)
    assert level[1] == pytest.approx(0.5 * level[2], rel=0.05)
    assert level[3] == pytest.approx(0.5 * level[2], rel=0.05)
    assert level[4] == pytest.approx(0.1 * level[2], rel=0.15)


def test_several_loud_tracks_never_clip(tmp_path: Path):
    for number, hertz in enumerate((200, 317, 431)):
        _wav(tmp_path / f"{number}.wav", _tone(hertz, 2, 0.9))
    heard = _mix(tmp_path, 2000, *(_music(f"{number}.wav", 2000, volume=3.0) for number in range(3)))
    assert len(heard) == 2 * RATE
    assert 0.8 < np.abs(heard).max() < 0.9


def test_mono_files_of_any_rate_are_heard(tmp_path: Path):
    _wav(tmp_path / "mono.wav", _tone(440, 2, 0.3)[::2, :1].copy(), RATE // 2)
    heard = _mix(tmp_path, 2000, _music("mono.wav", 2000, volume=1.0))
    spectrum = np.abs(np.fft.rfft(heard[:RATE, 0]))
    assert spectrum.argmax() == pytest.approx(440, abs=2)


def test_file_without_sound_is_named(tmp_path: Path):
    (tmp_path / "words.mp3").write_bytes(b"these are words, not sounds" * 50)
    with pytest.raises(RenderError, match=r"^words\.mp3: "):
        _mix(tmp_path, 1000, _music("words.mp3", 1000))


def _spoken(path: Path, samples: NDArray[np.float32]) -> None:
    """A grey clip with this sound."""
    with av.open(str(path), "w") as container:
        video = container.add_stream("libx264", rate=10)
        video.width, video.height, video.pix_fmt = 64, 64, "yuv420p"
        audio = container.add_stream("pcm_s16le", rate=RATE, layout="stereo")
        for _ in range(len(samples) * 10 // RATE):
            grey = np.full((64, 64, 3), 90, np.uint8)
            container.mux(video.encode(av.VideoFrame.from_ndarray(grey, format="rgb24")))
        container.mux(video.encode(None))
        packed = np.ascontiguousarray((samples * 32767).astype(np.int16).reshape(1, -1))
        frame = av.AudioFrame.from_ndarray(packed, format="s16", layout="stereo")
        frame.sample_rate = RATE
        container.mux(audio.encode(frame))
        container.mux(audio.encode(None))


def _beside_a_clip(folder: Path, said: NDArray[np.float32], duck: float, volume: float = 1.0) -> NDArray[np.float64]:
    """Level of music (440 Hz, dB) in each tenth of a second of a photo, a clip that says this, a photo."""
    _wav(folder / "music.wav", _tone(440, 8, 0.2))
    _spoken(folder / "clip.mkv", said)
    plain(folder, "red.png", RED)
    clip = picture("clip.mkv", 2000, 3000, kind="video", volume=volume)
    shown = (picture("red.png", 0, 2000), clip, picture("red.png", 5000, 3000))
    film = draft(*shown, sounds=(_music("music.wav", 8000, volume=0.5, duck=duck),))
    heard = np.concatenate(list(mixed(film, 8 * RATE, within(folder))))[:, 0].reshape(80, -1)
    # A tenth of a second holds 44 waves of the music and 90 of the clip: one is not seen in the other.
    wave_ = np.exp(-2j * np.pi * 440 * np.arange(RATE // 10) / RATE)
    return np.asarray(20 * np.log10(np.abs(heard @ wave_) * 2 / (RATE // 10)))


def test_music_steps_back_while_a_clip_is_heard_and_comes_back(tmp_path: Path):
    silence = np.zeros((RATE, 2), np.float32)
    level = _beside_a_clip(tmp_path, np.concatenate([silence, _tone(900, 1, 0.2), silence]), 12)
    usual = level[1:25].mean()
    np.testing.assert_allclose(level[1:25], usual, atol=0.1)
    # The clip is heard from 3 s to 4 s.
    np.testing.assert_allclose(level[30:40], usual - 12, atol=0.2)
    np.testing.assert_allclose(level[50:79], usual, atol=0.1)
    assert (np.diff(level[25:31]) < 0.05).all(), "it goes in one sweep"
    assert (np.diff(level[40:50]) > -0.05).all(), "it comes back in one sweep"
    assert np.abs(np.diff(level[:79])).max() < 4.5


@pytest.mark.parametrize(("loud", "duck", "volume"), [(0.2, 0.0, 1.0), (0.2, 12.0, 0.0), (0.001, 12.0, 1.0)])
def test_music_steps_back_for_nothing_else(tmp_path: Path, loud: float, duck: float, volume: float):
    level = _beside_a_clip(tmp_path, _tone(900, 3, loud), duck, volume)
    np.testing.assert_allclose(level[1:79], level[1], atol=0.1)
