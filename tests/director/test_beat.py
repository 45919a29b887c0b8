"""The first film changes its pictures with its music, unless somebody names lengths."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from photo2video_widgets import director, edits, vocabulary
from photo2video_widgets.director import Asset
from photo2video_widgets.draft import Draft
from photo2video_widgets.engine.render.music import RATE, Tune
from photo2video_widgets.tempo import PACES, tempo_of

SONG = Asset(f"asset:{'f' * 64}", "song.mp3", "audio", duration=60_000)


def assets(count: int) -> list[Asset]:
    return [Asset(f"asset:{number:064x}", f"p{number}.jpg", "image", 4000, 3000) for number in range(1, count + 1)]


def film(words: str, files: list[Asset]) -> Draft:
    return edits.apply(Draft(), director.respond(words, Draft(), files).operations)


def cuts(draft: Draft) -> list[int]:
    return [segment.start for segment in draft.pictures[1:]]


def beats_off(draft: Draft) -> float:
    """How far (ms) the cut that is farthest from any beat of the draft's own music lies from it."""
    sound = draft.sounds[0]
    beat = 1000 * tempo_of(sound.src.removeprefix("music:"), sound.seed, sound.duration / 1000).beat
    return max(abs((cut - sound.start + beat / 2) % beat - beat / 2) for cut in cuts(draft))


@pytest.mark.parametrize("mood", vocabulary.MOODS)
@pytest.mark.parametrize("count", [2, 5, 12, 41])
def test_photos_change_on_beats_and_are_shown_for_sensible_lengths(mood: str, count: int) -> None:
    draft = film(f"a film with {mood} music", assets(count))
    assert draft.sounds[0].src == f"music:{mood}"
    assert beats_off(draft) <= 1
    assert all(1700 <= segment.duration <= 5600 for segment in draft.pictures)


@pytest.mark.parametrize("words", ["a 20 s film with {} music", "20秒的视频，{}音乐", "a film, at most 20 s, {} music"])
@pytest.mark.parametrize("count", [3, 6, 13])
def test_a_length_that_was_asked_for_stays_exact_and_cuts_fall_on_beats(words: str, count: int) -> None:
    draft = film(words.format("upbeat"), assets(count))
    assert draft.duration == (20_000 if count > 5 or "most" not in words else draft.duration)
    assert draft.duration <= 20_000
    assert beats_off(draft) <= 1
    lengths = [segment.duration for segment in draft.pictures]
    assert max(lengths) < 2.1 * min(lengths)


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("a film, 3 seconds each", 3000),
        ("a film without music", 4000),
        ("a film with song.mp3", 4000),
        ("a 5 s film, all the same length", 1000),
    ],
)
def test_where_lengths_are_named_or_no_beat_is_known_photos_are_shown_equally_long(words: str, length: int) -> None:
    files = [*assets(5), SONG] if "song" in words else assets(5)
    assert {segment.duration for segment in film(words, files).pictures} == {length}


@pytest.mark.parametrize("words", ["a 4 s film", "a 1 s film"])
def test_photos_too_short_for_beats_are_left_alone(words: str) -> None:
    assert {segment.duration for segment in film(words, assets(40)).pictures} == {100}


def test_a_length_that_the_film_has_anyway_and_a_least_one_are_kept_too() -> None:
    assert film("a 20 s film", assets(5)).duration == 20_000
    assert film("a film", assets(5)).duration < 18_000 <= film("a film, at least 18 s", assets(5)).duration


def test_a_clip_keeps_its_length_and_photos_around_it_find_the_beat_again() -> None:
    files = assets(6)
    files[2] = Asset(files[2].id, "clip.mp4", "video", 1920, 1080, 2750)
    draft = film("a film with happy music", files)
    assert draft.pictures[2].duration == 2750
    off = [cut for cut in cuts(draft) if cut != draft.pictures[2].end]
    beat = 1000 * tempo_of("happy", 1, draft.duration / 1000).beat
    assert max(abs((cut + beat / 2) % beat - beat / 2) for cut in off) <= 1
    ends_with_it = film("a film with happy music", [*files[:2], *files[3:], files[2]])
    assert ends_with_it.pictures[-1].duration == 2750


def test_music_that_is_changed_later_moves_no_cut() -> None:
    files = assets(6)
    before = film("a film with happy music", files)
    after = edits.apply(before, director.respond("calm music instead", before, files).operations)
    assert after.sounds[0].src == "music:calm"
    assert cuts(after) == cuts(before)


def _beginnings(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """How much begins to sound in each 5 ms, in all bands together."""
    frames = np.lib.stride_tricks.sliding_window_view(samples.mean(axis=1), RATE // 100)[:: RATE // 200]
    levels = np.log1p(np.abs(np.fft.rfft(frames * np.hanning(RATE // 100).astype(np.float32), axis=1)) / 6)
    growth = np.maximum(0, levels[2:] - levels[:-2]).sum(axis=1)
    # A frame's middle lies 5 ms after its start, and growth is told by its later frame.
    return np.asarray(np.pad(growth, (2, 0)))


def _heard_beat(begins: NDArray[np.float32]) -> tuple[float, float]:
    """From one beat to the next, and when the first is heard (ms), known by nothing but what is heard."""
    times = 5.0 * np.arange(len(begins))

    def folded(beat: float) -> NDArray[np.float64]:
        # Forty places of equal length, whatever the beat.
        return np.asarray(np.bincount((times % beat * (40 / beat)).astype(int), begins, 40))

    beat = max(np.arange(400, 800, 0.25), key=lambda beat: float(folded(beat).max()))
    return float(beat), float(folded(beat).argmax() + 0.5) * beat / 40


@pytest.mark.parametrize("mood", ["happy", "rock", "acoustic"])
def test_a_beat_is_heard_where_a_photo_comes(mood: str) -> None:
    draft = film(f"a film with {mood} music", assets(6))
    sound = draft.sounds[0]
    tune = Tune(mood, sound.seed, sound.duration / 1000)
    beat, first = _heard_beat(_beginnings(tune.read(0, tune.samples - 4 * RATE)))
    far = [(cut - first + beat / 2) % beat - beat / 2 for cut in cuts(draft)]
    assert max(map(abs, far)) <= 25, (beat, first, far)


def test_every_mood_has_a_pace() -> None:
    assert set(PACES) == set(vocabulary.MOODS)


def test_bars_fill_a_tune_but_for_its_last_chord() -> None:
    for seconds in (0.5, 7.0, 20.0, 600.0):
        tempo = tempo_of("calm", 1, seconds)
        assert tempo.bars * tempo.bar + tempo.ring == pytest.approx(seconds)
    assert len({round(tempo_of("calm", seed, 60).bar, 6) for seed in range(8)}) > 1


def test_lengths_on_the_beat_sum_up_to_the_film() -> None:
    draft = film("a 30 s film", assets(7))
    assert all(one.end == two.start for one, two in pairwise(draft.pictures))
    assert draft.sounds[0].duration == draft.duration == 30_000


@pytest.mark.parametrize(
    "words",
    [
        "cut to the beat", "sync the photos to the beat of the music", "change photos on the beat", "卡点",
        "照片跟着节拍切换", "corta al ritmo de la música", "schneide die Fotos im Takt der Musik",
        "change les photos en rythme", "ビートに合わせて切り替えて",
    ],
)  # fmt: skip
def test_cuts_go_to_the_beat_where_it_is_asked_for(words: str) -> None:
    files = assets(6)
    before = edits.apply(film("a film, 3 seconds each", files), [edits.set_music("music:happy", "Happy")])
    assert beats_off(before) > 40
    turn = director.respond(words, before, files)
    after = edits.apply(before, turn.operations)
    assert turn.not_understood == ()
    assert after.duration == before.duration
    assert beats_off(after) <= 1
    assert [segment.meta for segment in after.pictures] == [segment.meta for segment in before.pictures]


@pytest.mark.parametrize(
    "words", ["don't cut to the beat", "why cut to the beat?", 'title "Cut to the beat"', "别卡点", "cut to the beat?"]
)
def test_what_only_speaks_of_the_beat_moves_no_cut(words: str) -> None:
    files = assets(6)
    before = edits.apply(film("a film, 3 seconds each", files), [edits.set_music("music:happy", "Happy")])
    turn = director.respond(words, before, files)
    assert cuts(edits.apply(before, turn.operations)) == cuts(before)


def test_where_no_beat_is_known_it_is_said() -> None:
    files = [*assets(5), SONG]
    before = film("a film with song.mp3", files)
    turn = director.respond("cut to the beat", before, files)
    assert (turn.operations, turn.action) == ((), "none")
    assert "Only the beat of built-in music is known" in turn.reply
    assert "Only the beat" in director.respond("a film with song.mp3, cut to the beat", Draft(), files).reply
