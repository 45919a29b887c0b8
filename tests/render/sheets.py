"""Contact sheets: every transition at five moments, every look and motion, and texts of every kind, to be looked at.

`python -m tests.render.sheets FOLDER [PHOTO PHOTO …]` writes PNGs there; without photos it draws two.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from photo2video_widgets import vocabulary
from photo2video_widgets.engine.render import planes
from photo2video_widgets.engine.render.compose import Composer

from .films import draft

Row = tuple[str, list[np.ndarray[Any, Any]]]
SIZE, TALL = (960, 540), (540, 960)
# Frames on sheets are smaller than they are painted: this is their longer side.
_SHOWN = 400
_LENGTH, _INTO = 2000, 1000
SAYINGS = (
    "AVATAR – Tomorrow’s office, fi fl", "Xin chào, Việt Nam", "Привет, мир!", "Καλημέρα κόσμε",
    "سلام من باريس 2024 (صيف)",
    "שלום עולם, קיץ 2024!", "สวัสดีชาวโลก", "नमस्ते दुनिया", "আমার বাংলা", "வணக்கம் உலகம்", "城市之梦，旅行日记。",
    "カタカナとひらがな",
    "가을 바다 여행", "Love ❤️ 👨‍👩‍👧 🇫🇷 👍🏽 → ★ ♪",
)  # fmt: skip
COLOURS = (
    "#ffffff", "#000000", "#808080", "#ff0000", "#ff8000", "#ffff00", "#ffd700", "#008000", "#008080", "#00ffff",
    "#0000ff", "#800080", "#ffc0cb",
)  # fmt: skip
STYLES: dict[str, dict[str, Any]] = {
    "default": {}, "outline": {"outline": 0.5}, "no shadow": {"shadow": 0.0}, "full shadow": {"shadow": 1.0},
    "box": {"box": "#000000a0"}, "thin": {"weight": 400}, "large": {"size": 0.16}, "small": {"size": 0.04},
}  # fmt: skip
SMALL = {"size": 0.05, "weight": 400}
LONG = "A very long title that says where we went, whom we met and what we ate on the way to the sea and back again"


class Desk:
    """Frames of drafts of the same photos."""

    def __init__(self, photos: Sequence[Path], size: tuple[int, int] = SIZE) -> None:
        self._photos, self._size = photos, size

    def frames(
        self,
        times: Iterable[int],
        first: dict[str, Any] | None = None,
        second: dict[str, Any] | None = None,
        text: dict[str, Any] | None = None,
        turn: int = 0,
    ) -> list[np.ndarray[Any, Any]]:
        """Frames at times (ms) of two photos, or of others (`turn`), that last two seconds each."""
        width, height = self._size
        names = [str(self._photos[(turn + place) % len(self._photos)]) for place in range(2)]
        segments = [
            {
                "id": f"p{n}",
                "s": n * _LENGTH,
                "d": _LENGTH,
                "m": {"src": f"file:{name}", "name": "photo", **(meta or {})},
            }
            for n, (name, meta) in enumerate(zip(names, (first, second), strict=True))
        ]
        texts = ({"id": "words", "s": 0, "d": _LENGTH, "m": text},) if text else ()
        of = draft(*segments, width=width, height=height, texts=texts)
        of.check()
        target = planes.empty(width, height)
        with Composer(of, lambda source: Path(source.removeprefix("file:"))) as composer:
            found = []
            for time in times:
                composer.paint(time * of.fps // 1000, target)
                found.append(planes.to_rgb(target))
        return found


def sheet(path: Path, rows: Iterable[Row], side: int = _SHOWN) -> None:
    """Rows of frames under one another, made smaller, each with its name at the left."""
    lines = []
    for name, frames in rows:
        small = [_shrunk(frame, side) for frame in frames]
        lines.append(np.hstack([_label(name, small[0].shape[0]), *small]))
    width = max(line.shape[1] for line in lines)
    Image.fromarray(np.vstack([np.pad(line, ((0, 2), (0, width - line.shape[1]), (0, 0))) for line in lines])).save(
        path
    )


def _shrunk(frame: np.ndarray[Any, Any], side: int) -> np.ndarray[Any, Any]:
    image = Image.fromarray(frame)
    image.thumbnail((side, side), Image.Resampling.LANCZOS)
    return np.asarray(image)


def _label(name: str, height: int) -> np.ndarray[Any, Any]:
    from PIL import ImageDraw

    image = Image.new("RGB", (110, height), "#202020")
    lines = name.replace(", ", "\n")
    ImageDraw.Draw(image).multiline_text((6, height // 2), lines, fill="white", anchor="lm")
    return np.asarray(image)


def write(folder: Path, photos: Sequence[Path]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    desk, tall = Desk(photos), Desk(photos, TALL)
    moments = [_LENGTH + _INTO * part // 100 for part in (10, 25, 50, 75, 90)]
    sheet(
        folder / "transitions.png",
        (
            (kind, desk.frames(moments, second={"transition": {"kind": kind, "d": _INTO}}))
            for kind in vocabulary.TRANSITIONS
        ),
    )
    sheet(
        folder / "looks.png",
        (
            (look, [desk.frames([0], {"look": {"kind": look}}, turn=turn)[0] for turn in range(min(5, len(photos)))])
            for look in vocabulary.LOOKS
        ),
    )
    sheet(
        folder / "motions.png",
        ((kind, desk.frames([0, 950, 1900], {"motion": {"kind": kind, "amount": 0.3}})) for kind in vocabulary.MOTIONS),
    )
    sheet(
        folder / "colours.png",
        (
            (colour, [
                desk.frames([1000], text={"text": "A day out", "style": {"color": colour}}, turn=turn)[0]
                for turn in range(min(5, len(photos)))
            ])
            for colour in COLOURS
        ),
    )  # fmt: skip
    sheet(
        folder / "styles.png",
        (
            (name, [
                *(desk.frames([1000], text={"text": "Lower third", "style": style}, turn=turn)[0] for turn in range(3)),
                desk.frames([1000], text={"text": LONG, "style": style, "position": "bottom"})[0],
            ])
            for name, style in STYLES.items()
        ),
    )  # fmt: skip
    for name, one in (("positions", desk), ("positions-tall", tall)):
        words = {"text": "Words by the sea"}
        sheet(
            folder / f"{name}.png",
            (
                (", ".join(places), [one.frames([1000], text={**words, "position": place})[0] for place in places])
                for places in (vocabulary.POSITIONS[n : n + 3] for n in (0, 3, 6))
            ),
        )
    sheet(
        folder / "animations.png",
        (
            (
                kind,
                desk.frames([0, 150, 300, 1000, 1800], text={"text": "Words", "animation": {"in": kind, "out": kind}}),
            )
            for kind in vocabulary.ANIMATIONS
        ),
    )
    sheet(
        folder / "scripts.png",
        (
            (str(n), [
                desk.frames([1000], text={"text": words}, turn=n)[0],
                desk.frames([1000], text={"text": words, "style": SMALL, "position": "bottom"})[0],
                desk.frames([1000], text={"text": f"{words} " * 4, "style": {"outline": 0.3}}, turn=n)[0],
            ])
            for n, words in enumerate(SAYINGS)
        ),
    )  # fmt: skip


def drawn(folder: Path) -> list[Path]:
    """Two photos of nothing: waves of colour."""
    folder.mkdir(parents=True, exist_ok=True)
    y, x = np.mgrid[0:540, 0:960]
    paths = []
    for place in range(2):
        waves = [np.sin(x / (60 + 25 * n + 9 * place) + y / (80 - 14 * n) + n + place) for n in range(3)]
        paths.append(folder / f"drawn-{place}.png")
        Image.fromarray((np.dstack(waves) * 90 + 125).astype(np.uint8)).save(paths[-1])
    return paths


if __name__ == "__main__":
    out = Path(sys.argv[1])
    write(out, [Path(photo) for photo in sys.argv[2:]] or drawn(out))
