"""Talking with the engine over HTTP about real pictures: questions back, what is mentioned, what is kept in view."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from photo2video_widgets import Client, connect
from photo2video_widgets.draft import Segment
from photo2video_widgets.engine.process import Engine
from photo2video_widgets.engine.render.motion import window

from .test_client import QUICK

SIZE = (1600, 1200)


@pytest.fixture
async def client(engine: Engine) -> AsyncIterator[Client]:
    async with connect(engine.base_url, token=engine.token, timing=QUICK) as opened:
        yield opened


def draw(path: Path, seed: int, subject: tuple[float, float], size: tuple[int, int] = SIZE) -> Path:
    """A soft ground with one thing on it that stands out, a tenth of its width, its middle at `subject` (0..1)."""
    random = np.random.default_rng(seed)
    ground = Image.fromarray((random.random((6, 8, 3)) * 60 + 60).astype(np.uint8)).resize(
        size, Image.Resampling.BICUBIC
    )
    x, y, half = round(size[0] * subject[0]), round(size[1] * subject[1]), size[0] // 20
    pen = ImageDraw.Draw(ground)
    pen.rectangle((x - half, y - half, x + half, y + half), fill="white")
    pen.ellipse((x - half // 2, y - half // 2, x + half // 2, y + half // 2), fill="black")
    ground.save(path, quality=92)
    return path


async def test_a_question_is_answered_in_a_word_and_the_edit_is_made(client: Client, tmp_path: Path) -> None:
    names = ["lake1.jpg", "lake2.jpg", "boat.jpg"]
    session = await client.new_session("en")
    await session.upload([draw(tmp_path / name, place, (0.5, 0.5)) for place, name in enumerate(names)])
    made = (await session.send("a slideshow")).draft
    asked = await session.send("delete the lake photo")
    assert asked.text == "“lake” could be lake1.jpg, lake2.jpg. Which one?"
    assert (asked.draft, asked.changes) == (made, [])
    answered = await session.send("the second one")
    assert [photo.name for photo in answered.draft.pictures] == ["lake1.jpg", "boat.jpg"]
    # It was answered, so the same words ask for nothing more; and one undo brings the photo back.
    assert (await session.send("the second one")).draft == answered.draft
    await session.undo()
    assert await session.draft() == made


async def test_near_twins_and_blurred_photos_are_mentioned_and_all_are_shown(client: Client, tmp_path: Path) -> None:
    first = draw(tmp_path / "first.jpg", 1, (0.7, 0.3))
    again = draw(tmp_path / "again.jpg", 1, (0.702, 0.301))
    other = draw(tmp_path / "other.jpg", 5, (0.2, 0.8))
    Image.open(draw(tmp_path / "shaken.jpg", 9, (0.5, 0.4))).filter(ImageFilter.GaussianBlur(60)).save(
        tmp_path / "shaken.jpg"
    )
    session = await client.new_session("en")
    await session.upload([first, again, other, tmp_path / "shaken.jpg"])
    reply = await session.send("a slideshow")
    assert [photo.name for photo in reply.draft.pictures] == ["first.jpg", "again.jpg", "other.jpg", "shaken.jpg"]
    assert "first.jpg and again.jpg look nearly alike" in reply.text
    assert "shaken.jpg is out of focus" in reply.text
    assert "other.jpg" not in reply.text


def _least_kept(segment: Segment, subject: tuple[float, float], frame: tuple[int, int]) -> float:
    """How much of the subject's width is in view where least of it is, all through the segment's motion."""
    left, right = subject[0] - 0.05, subject[0] + 0.05
    kept = []
    for u in np.linspace(0, 1, 21):
        x, _, width, _ = window(SIZE, frame, segment.fit, segment.focus, segment.motion, float(u))
        kept.append((min(right, x + width) - max(left, x)) / (right - left))
    return min(kept)


@pytest.mark.parametrize("words", ["a vertical film", "a square film"])
async def test_what_stands_at_a_side_is_not_cut_off_in_narrow_frames(
    client: Client, tmp_path: Path, words: str
) -> None:
    subjects = [(0.12, 0.4), (0.85, 0.3), (0.3, 0.7), (0.68, 0.5), (0.9, 0.8)]
    session = await client.new_session("en")
    await session.upload([draw(tmp_path / f"{place}.jpg", place, at) for place, at in enumerate(subjects)])
    draft = (await session.send(words)).draft
    kept = [
        _least_kept(segment, at, (draft.width, draft.height))
        for segment, at in zip(draft.pictures, subjects, strict=True)
    ]
    assert min(kept) == pytest.approx(1, abs=0.02), kept
