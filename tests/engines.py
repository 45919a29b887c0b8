"""Fixtures: photos made on the spot, a real engine in a real process. `conftest.py` makes them known to all tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from photo2video_widgets.engine import process
from photo2video_widgets.engine.process import Engine


def paint(path: Path, colour: str = "teal", size: tuple[int, int] = (640, 480)) -> Path:
    """A small picture that no other colour or size makes."""
    image = Image.new("RGB", size, colour)
    ImageDraw.Draw(image).ellipse((size[0] // 4, size[1] // 4, size[0] // 2, size[1] // 2), fill="white")
    image.save(path)
    return path


@pytest.fixture(scope="session")
def photos(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Three small photos: red, green and blue."""
    folder = tmp_path_factory.mktemp("photos")
    return [paint(folder / f"{number}-{name}.jpg", name) for number, name in enumerate(("red", "green", "blue"), 1)]


@pytest.fixture(scope="session")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """An engine for all tests that don't stop it. It may fetch photos from this machine's own servers."""
    running = process.start(tmp_path_factory.mktemp("engine"), allow_private_urls=True)
    yield running
    running.stop()
