"""Films put together from parts: what is encoded again, what isn't, and that nobody can tell."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from PIL import Image

from photo2video_widgets.draft import Draft
from photo2video_widgets.engine.render import cache as cache_room
from photo2video_widgets.engine.render.cache import Cache
from photo2video_widgets.engine.render.coded import Coded
from photo2video_widgets.engine.render.compose import Composer
from photo2video_widgets.engine.render.encode import PictureEncoder, Writer, blank, canvas
from photo2video_widgets.engine.render.parts import parts, sources
from photo2video_widgets.errors import ExportCancelledError
from photo2video_widgets.vocabulary import QUALITIES

from .films import draft, frames, made, picture, within

INTO = {"kind": "crossfade", "d": 400}
MOVE = {"kind": "zoom-in", "amount": 0.2}


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    random = np.random.default_rng(3)
    for name in ("a.png", "b.png", "c.png"):
        small = Image.fromarray(random.integers(0, 255, (30, 40, 3), np.uint8))
        small.resize((400, 300), Image.Resampling.BICUBIC).save(tmp_path / name)
    return tmp_path


def film(words: str = "Low tide", **more: Any) -> Draft:
    text = {"id": "t", "s": 3500, "d": 1000, "m": {"text": words}}
    pictures = [
        picture(name, 2000 * n, 2000, motion=MOVE, transition=INTO)
        for n, name in enumerate(("a.png", "b.png", "c.png"))
    ]
    del pictures[0]["m"]["transition"]
    return draft(*pictures, texts=(text,), **more)


def painted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of the frames that are painted from now on."""
    numbers: list[int] = []
    paint = Composer.paint

    def counting(self: Composer, n: int, target: Any) -> None:
        numbers.append(n)
        paint(self, n, target)

    monkeypatch.setattr(Composer, "paint", counting)
    return numbers


def test_parts_end_where_photos_and_texts_do():
    assert [part.start for part in parts(film())] == [0, 60, 105, 120, 135]
    assert parts(film())[-1].end == 180


def test_no_part_is_longer_than_players_like_to_wait_for():
    long = parts(draft(picture("a.png", 0, 60_000)))
    assert max(part.end - part.start for part in long) <= 120
    assert [part.end for part in long[:-1]] == [part.start for part in long[1:]]


def test_texts_close_to_an_edge_make_no_splinters():
    texts = tuple(
        {"id": f"t{n}", "s": 1990 + n, "d": 500 + n, "m": {"text": "x", "position": place}}
        for n, place in enumerate(("top", "left", "right"))
    )
    cut = parts(draft(picture("a.png", 0, 2000), picture("b.png", 2000, 2000), texts=texts))
    assert [part.start for part in cut] == [0, 60, 75]


def test_an_unchanged_film_paints_nothing_and_is_the_same(photos: Path, monkeypatch: pytest.MonkeyPatch):
    first = made(photos, film(), cache=photos / "cache")
    before = first.path.read_bytes()
    numbers = painted(monkeypatch)
    again = made(photos, film(), cache=photos / "cache")
    assert numbers == []
    assert again.path.read_bytes() == before


def test_a_changed_caption_costs_the_frames_beneath_it(photos: Path, monkeypatch: pytest.MonkeyPatch):
    made(photos, film(), cache=photos / "cache")
    numbers = painted(monkeypatch)
    changed = made(photos, film("High tide"), cache=photos / "cache")
    assert numbers == list(range(105, 135))
    for shown, wanted in zip(frames(changed), _ideal(photos, film("High tide")), strict=True):
        assert _psnr(shown, wanted) > 26


def test_what_only_moves_in_time_is_not_made_again(photos: Path, monkeypatch: pytest.MonkeyPatch):
    made(photos, draft(picture("a.png", 0, 2000), picture("b.png", 2000, 2000)), cache=photos / "cache")
    numbers = painted(monkeypatch)
    made(photos, draft(picture("b.png", 0, 2000), picture("a.png", 2000, 2000)), cache=photos / "cache")
    assert numbers == []


def test_a_photo_that_is_another_under_its_old_name_is_made_again(photos: Path, monkeypatch: pytest.MonkeyPatch):
    made(photos, film(), cache=photos / "cache")
    (photos / "c.png").write_bytes((photos / "a.png").read_bytes())
    numbers = painted(monkeypatch)
    made(photos, film(), cache=photos / "cache")
    assert numbers == list(range(120, 180))


def test_whatever_shapes_a_film_is_in_the_names_of_its_parts(photos: Path):
    music = {"id": "m", "s": 0, "d": 1000, "m": {"src": "music:calm"}}
    made(photos, draft(picture("a.png", 0, 1000), sounds=(music,)))
    inside = ("photo2video_widgets.engine.render", "photo2video_widgets.photos", "photo2video_widgets.footage")
    used = {Path(str(module.__file__)) for name, module in sys.modules.items() if name.startswith(inside)}
    assert any("moods" in file.parts for file in used)
    assert used <= set(sources())


def test_an_export_stopped_half_way_goes_on_where_it_was(photos: Path, monkeypatch: pytest.MonkeyPatch):
    numbers = painted(monkeypatch)
    with pytest.raises(ExportCancelledError):
        made(photos, film(), cache=photos / "cache", cancelled=lambda: len(numbers) >= 160)
    del numbers[:]
    made(photos, film(), cache=photos / "cache")
    assert numbers[0] >= 60
    assert len(numbers) <= 120


def test_times_and_frames_are_those_of_a_film_made_at_once(photos: Path):
    made(photos, film(), cache=photos / "cache")
    joined = made(photos, film("High tide"), cache=photos / "cache")
    assert _times(joined.path) == _times(_at_once(photos, film("High tide")))
    assert len(frames(joined)) == 180


def test_a_decoder_that_forgives_nothing_takes_a_joined_film(photos: Path):
    made(photos, film(), cache=photos / "cache")
    joined = made(photos, film("High tide"), cache=photos / "cache").path
    assert _decoded_strictly(joined) == 180
    data = bytearray(joined.read_bytes())
    middle = len(data) * 2 // 3
    data[middle : middle + 64] = bytes(64)
    joined.write_bytes(data)
    with pytest.raises(av.FFmpegError):
        _decoded_strictly(joined)


@pytest.mark.parametrize("quality", QUALITIES)
def test_quality_holds_at_the_borders_of_parts(tmp_path: Path, quality: str):
    _clouds(tmp_path / "clouds.png")

    def captioned(words: str) -> Draft:
        meta = {"text": words, "position": "left", "style": {"size": 0.03}, "animation": {"in": "none", "out": "none"}}
        text = {"id": "t", "s": 1500, "d": 1000, "m": meta}
        return draft(picture("clouds.png", 0, 4000, motion=MOVE), texts=(text,))

    made(tmp_path, captioned("Low tide"), cache=tmp_path / "cache", quality=quality)
    joined = frames(made(tmp_path, captioned("High tide"), cache=tmp_path / "cache", quality=quality))
    wanted = _ideal(tmp_path, captioned("High tide"))
    likeness = [_psnr(shown[:, :, 1], ideal[:, :, 1]) for shown, ideal in zip(joined, wanted, strict=True)]
    borders = [part.start for part in parts(captioned("High tide"))[1:]]
    assert borders == [45, 75]
    for border in borders:
        assert likeness[border] >= max(likeness[border - 1], np.mean(likeness[border + 1 : border + 4])) - 0.5
        # What follows is a keyframe, which is better than all around it: the frames before are what it is held against.
        assert likeness[border - 1] >= np.mean(likeness[border - 4 : border - 1]) - 0.5


def _clouds(path: Path) -> None:
    """Detail at every scale, as photos have it."""
    random = np.random.default_rng(3)
    total = np.full((600, 800), 128.0)
    for octave in range(8):
        small = random.normal(0, 50 * 0.7**octave, (3 * 2**octave, 4 * 2**octave)).astype(np.float32)
        total += np.asarray(Image.fromarray(small).resize((800, 600), Image.Resampling.BICUBIC))
    Image.fromarray(np.clip(total, 0, 255).astype(np.uint8)).save(path)


def _at_once(folder: Path, of: Draft) -> Path:
    """The pictures of a film by one encoder, with no keyframe but the first."""
    encoder = PictureEncoder(of.width, of.height, of.fps, "default")
    with (
        Composer(of, within(folder)) as composer,
        Writer(folder / "once.mp4", of.width, of.height, of.fps, "default") as out,
    ):
        for n in range(of.frame_count):
            frame = blank(of.width, of.height)
            composer.paint(n, canvas(frame))
            out.pictures(encoder.write(frame, n, key=n == 0))
        out.pictures(encoder.end())
    return folder / "once.mp4"


def _decoded_strictly(path: Path) -> int:
    """How many frames there are; raises where anything about them or the sound isn't as it should be."""
    count = 0
    with av.open(str(path), options={"fflags": "+discardcorrupt"}) as container:
        for stream in container.streams:
            stream.codec_context.options = {"err_detect": "explode+careful"}
        for frame in container.decode():
            assert not frame.is_corrupt
            count += isinstance(frame, av.VideoFrame)
    return count


def _times(path: Path) -> list[tuple[int | None, int | None]]:
    with av.open(str(path)) as container:
        packets = [(packet.pts, packet.dts) for packet in container.demux(video=0) if packet.size]
    # Which frames wait for others differs with the keyframes; the times shown and the times of decoding don't.
    return list(zip(sorted(pts for pts, _ in packets), [dts for _, dts in packets], strict=True))


def _ideal(folder: Path, of: Draft) -> list[Any]:
    from photo2video_widgets.engine.render import planes

    found = []
    with Composer(of, within(folder)) as composer:
        for n in range(of.frame_count):
            target = planes.empty(of.width, of.height)
            composer.paint(n, target)
            found.append(planes.to_rgb(target))
    return found


def _psnr(one: Any, other: Any) -> float:
    return float(10 * np.log10(255**2 / np.mean((one.astype(float) - other) ** 2)))


# The cache


def packets(count: int = 3) -> list[Coded]:
    return [Coded(n, 1, n == 0, bytes([n]) * 1000) for n in range(count)]


def keep(cache: Cache, name: str) -> None:
    assert list(cache.keep(name, packets())) == packets()


def test_what_was_kept_is_given_back(tmp_path: Path):
    cache = Cache(tmp_path / "deep" / "cache")
    keep(cache, "one")
    found = cache.read("one")
    assert found is not None
    assert list(found) == packets()
    assert cache.read("two") is None


@pytest.mark.parametrize("damage", ["cut", "changed", "empty", "gone"])
def test_what_is_damaged_counts_as_never_made(tmp_path: Path, damage: str):
    cache = Cache(tmp_path)
    keep(cache, "one")
    file = tmp_path / "one"
    data = bytearray(file.read_bytes())
    if damage == "gone":
        file.unlink()
    else:
        data[1500] ^= 1
        file.write_bytes({"cut": data[:-100], "changed": data, "empty": b""}[damage])
    assert cache.read("one") is None


def test_the_cache_may_be_deleted_at_any_moment(photos: Path):
    import shutil

    asked = 0

    def delete_now_and_then() -> bool:
        nonlocal asked
        asked += 1
        if asked % 20 == 0:
            shutil.rmtree(photos / "cache", ignore_errors=True)
        return False

    assert len(frames(made(photos, film(), cache=photos / "cache", cancelled=delete_now_and_then))) == 180


def test_a_film_is_made_where_nothing_can_be_kept(photos: Path):
    (photos / "cache").write_text("not a folder")
    assert len(frames(made(photos, film(), cache=photos / "cache"))) == 180


def test_a_run_that_was_left_is_not_kept(tmp_path: Path):
    cache = Cache(tmp_path)
    run = cache.keep("one", packets())
    next(run)
    run.close()
    assert list(tmp_path.iterdir()) == []


def test_the_cache_forgets_what_was_not_used_for_longest(tmp_path: Path):
    cache = Cache(tmp_path, most_bytes=7000)
    for age, name in ((300, "old"), (200, "used"), (100, "new")):
        keep(cache, name)
        os.utime(tmp_path / name, (time.time() - age, time.time() - age))
    assert list(cache.read("used") or ()) == packets()
    cache.tidy()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["new", "used"]


def test_the_cache_forgets_what_is_old(tmp_path: Path):
    cache = Cache(tmp_path)
    for name, days in (("old", cache_room.MOST_DAYS + 1), ("fresh", 1), ("left.part", 2)):
        keep(cache, name)
        os.utime(tmp_path / name, (time.time() - days * 86_400,) * 2)
    cache.tidy()
    assert [file.name for file in tmp_path.iterdir()] == ["fresh"]
