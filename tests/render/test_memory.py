"""Memory: the cost of what is seen at a moment, however many photos there are and however large they are."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from photo2video_widgets.draft import Draft
from photo2video_widgets.engine.render import Progress, render
from photo2video_widgets.errors import ExportCancelledError

from ..memory import figures
from .films import draft, picture, plain

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs the peak memory")

MOVE = {"kind": "zoom-in", "amount": 0.2}
INTO = {"kind": "crossfade", "d": 100}
CHILD = """
from pathlib import Path
from photo2video_widgets.draft import Draft
from photo2video_widgets.engine.render import render
folder = Path({folder!r})
render(Draft.parse((folder / "draft.json").read_text()), folder / "film.mp4", lambda src: folder / src[5:])
print(peak())
"""


def memory(folder: Path, film: Draft) -> float:
    """Peak memory (MiB) of a process that makes this film and nothing else."""
    (folder / "draft.json").write_text(film.to_json())
    return figures(CHILD.format(folder=str(folder)))[0]


def album(folder: Path, photos: int, size: tuple[int, int], **frame: Any) -> Draft:
    """A film of so many photos of this size, a fifth of a second each."""
    one = folder / "photo.jpg"
    if not one.exists():
        Image.effect_noise((size[0] // 8, size[1] // 8), 60).resize(size).convert("RGB").save(one, quality=92)
    names = [f"{size[0]}-{number}.jpg" for number in range(photos)]
    for name in names:
        if not (folder / name).exists():
            os.link(one, folder / name)
    shown = [picture(name, 200 * n, 200, motion=MOVE, transition=INTO) for n, name in enumerate(names)]
    return draft(*shown, **frame)


def test_memory_does_not_grow_with_the_album(tmp_path: Path):
    few = memory(tmp_path, album(tmp_path, 20, (1200, 900)))
    many = memory(tmp_path, album(tmp_path, 60, (1200, 900)))
    # One of these photos is 1.6 MB in planes and 3.2 MB in RGB: forty that stayed would be seen.
    assert many < few + 20


def test_five_hundred_photos_make_a_film_in_600_megabytes(tmp_path: Path, request: pytest.FixtureRequest):
    if not request.config.getoption("--torture"):
        pytest.skip("long: --torture runs it")
    used = memory(tmp_path, album(tmp_path, 500, (4032, 3024), width=1920, height=1080))
    assert used < 600


# Of a progressive JPEG the decoder holds all coefficients until the last one has come.
@pytest.mark.parametrize(("kind", "most"), [("jpg", 600), ("png", 700), ("progressive.jpg", 900)])
def test_a_panorama_of_a_hundred_megapixels_is_shown(
    tmp_path: Path, request: pytest.FixtureRequest, kind: str, most: int
):
    if not request.config.getoption("--torture"):
        pytest.skip("long: --torture runs it")
    wide = Image.effect_noise((2000, 500), 60).convert("RGB").resize((20_000, 5000))
    wide.save(tmp_path / f"wide.{kind}", **({"progressive": True} if "progressive" in kind else {}))
    pan = {"kind": "pan-right", "amount": 0.3}
    used = memory(tmp_path, draft(picture(f"wide.{kind}", 0, 500, motion=pan), width=1920, height=1080))
    assert used < most


def test_progress_is_told_before_any_file_is_looked_at(tmp_path: Path):
    plain(tmp_path, "red.png", (200, 30, 30))
    events: list[Progress | str] = []

    def resolve(src: str) -> Path:
        events.append(src)
        return tmp_path / src.removeprefix("file:")

    render(draft(picture("red.png", 0, 1000)), tmp_path / "film.mp4", resolve, progress=events.append)
    assert events[0] == Progress(0, 30, "pictures")
    assert "file:red.png" in events


def test_progress_is_told_while_most_of_an_album_was_not_looked_at(tmp_path: Path):
    looked: set[str] = set()
    before: list[int] = []

    def resolve(src: str) -> Path:
        looked.add(src)
        return tmp_path / src.removeprefix("file:")

    def told(progress: Progress) -> None:
        if progress.frame:
            before.append(len(looked))

    names = [f"{number}.png" for number in range(30)]
    for name in names:
        plain(tmp_path, name, (200, 30, 30))
    shown = [picture(name, 1000 * n, 1000, motion=MOVE, transition=INTO) for n, name in enumerate(names)]
    options: dict[str, Any] = {"cache": tmp_path / "cache", "progress": told, "cancelled": lambda: bool(before)}
    with pytest.raises(ExportCancelledError):
        render(draft(*shown), tmp_path / "film.mp4", resolve, **options)
    assert before[0] < 10
