"""Exports that come to nothing: the film that was there before stays as it was."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from .films import RED, draft, frames, picture, plain

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs limits and signals")

# A disk that is full: no file may grow beyond so many bytes.
FULL = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, ({most}, {most}))
from photo2video_widgets.cli import main
raise SystemExit(main(["render", "draft.json", "--out", "film.mp4"]))
"""
KILLED = """
import os, signal
from pathlib import Path
from photo2video_widgets.draft import Draft
from photo2video_widgets.engine.render import render

def told(progress):
    if progress.frame > 40:
        os.kill(os.getpid(), signal.SIGKILL)

here = Path()
film = Draft.parse(Path("draft.json").read_text())
render(film, here / "film.mp4", lambda src: here / src[5:], cache=here / "cache", progress=told)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    plain(tmp_path, "red.png", RED)
    of = draft(picture("red.png", 0, 2000), picture("red.png", 2000, 2000, motion={"kind": "zoom-in", "amount": 0.3}))
    (tmp_path / "draft.json").write_text(json.dumps(of.data))
    (tmp_path / "film.mp4").write_bytes(b"an older film")
    return tmp_path


def run(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True)


# The last of these is too little for the index only, which is written when all else is.
@pytest.mark.parametrize("most", [0, 500, 9000])
def test_a_disk_that_is_full_is_told_and_the_old_film_stays(folder: Path, most: int):
    done = run(FULL.format(most=most), folder)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert str(folder) not in done.stderr
    assert "could not be written" in done.stderr.splitlines()[-1]
    assert (folder / "film.mp4").read_bytes() == b"an older film"
    assert sorted(file.name for file in folder.iterdir()) == ["draft.json", "film.mp4", "red.png"]


def test_a_process_that_is_killed_leaves_the_old_film_and_what_it_had_encoded(folder: Path):
    assert run(KILLED, folder).returncode == -9
    assert (folder / "film.mp4").read_bytes() == b"an older film"
    done = run(KILLED.replace("progress.frame > 40", "False"), folder)
    assert done.returncode == 0, done.stderr
    assert len(frames(folder / "film.mp4")) == 120
