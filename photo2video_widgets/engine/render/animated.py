"""Pictures that move by themselves: animated GIF, WEBP and PNG, played again and again."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from pathlib import Path

import numpy as np
from PIL import Image

from ... import photos
from ...errors import UnsupportedFileError
from . import planes
from .planes import Planes

# What players do with frames that ask for no time at all, or for less than any screen can show (ms).
_SHORTEST, _USUAL = 11, 100
_FORMATS = ("GIF", "WEBP", "PNG")


class Frames:
    """The frames of an animation as planes; `size` is its width and height in px.

    Raises UnsupportedFileError, which names the file.
    """

    def __init__(self, path: Path, name: str, paper: str) -> None:
        self._name = name
        self._paper = paper
        self._image = Image.open(path)
        self.size = self._image.size
        try:
            self._ends = list(accumulate(self._length(number) for number in range(_count(self._image))))
        except photos.DAMAGE:
            raise UnsupportedFileError(f"{name}: this animation can't be read") from None
        self._number = -1
        self._shown: Planes | None = None

    def at(self, time: float) -> tuple[int, Planes]:
        """The frame seen `time` ms after the start: its number and its planes, sides made even."""
        number = min(bisect_right(self._ends, time % self._ends[-1]), len(self._ends) - 1)
        if self._shown is None or number != self._number:
            try:
                self._image.seek(number)
                self._shown = self._planes()
            except photos.DAMAGE:
                if self._shown is None:
                    raise UnsupportedFileError(f"{self._name}: this animation can't be read") from None
                # One that breaks off is shown as far as it goes.
                return self._number, self._shown
            self._number = number
        return self._number, self._shown

    def close(self) -> None:
        self._image.close()

    def _length(self, number: int) -> float:
        self._image.seek(number)
        self._image.load()
        length = float(self._image.info.get("duration") or 0)
        return length if length >= _SHORTEST else _USUAL

    def _planes(self) -> Planes:
        shown = self._image.convert("RGBA")
        even = (shown.width + shown.width % 2, shown.height + shown.height % 2)
        flat = Image.alpha_composite(Image.new("RGBA", shown.size, self._paper), shown).convert("RGB")
        return planes.from_rgb(np.asarray(flat if even == shown.size else flat.resize(even), np.uint8))


def is_animated(path: Path) -> bool:
    """Whether a file holds an animation; False for whatever can't be read."""
    try:
        with Image.open(path) as image:
            return image.format in _FORMATS and _count(image) > 1
    except photos.DAMAGE:
        return False


def _count(image: Image.Image) -> int:
    return int(getattr(image, "n_frames", 1))
