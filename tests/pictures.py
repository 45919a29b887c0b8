"""Photos that tests draw."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw


def photo(path: Path, colour: str = "teal", size: tuple[int, int] = (640, 480)) -> Path:
    """A picture of one colour with white lines through its middle; the file's suffix says its format."""
    picture = Image.new("RGB", size, colour)
    drawing = ImageDraw.Draw(picture)
    for step in range(0, size[0], max(8, size[0] // 20)):
        drawing.line([(step, 0), (size[0] - step, size[1])], fill="white", width=2)
    picture.save(path)
    return path
