"""The command line, run as a person runs it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import photo2video_widgets as p2v

from .pictures import photo


def run(*arguments: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "photo2video_widgets", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, check=False)


def draft_of(folder: Path, **meta: Any) -> Path:
    """A two-second draft of two photos beside it."""
    segments = []
    for number, colour in enumerate(("teal", "crimson")):
        photo(folder / f"{colour}.png", colour)
        source = {"name": f"{colour}.png", "src": f"file:{colour}.png", "kind": "image", **meta}
        segments.append({"id": f"s{number}", "s": number * 1000, "d": 1000, "m": source})
    data = {"d": 2000, "m": {"width": 320, "height": 180, "fps": 30}, "t": [{"id": "v1", "tt": 0, "sg": segments}]}
    file = folder / "draft.json"
    file.write_text(json.dumps(data), "utf-8")
    return file


def test_a_draft_file_becomes_a_film(tmp_path: Path) -> None:
    done = run("render", draft_of(tmp_path), "--out", tmp_path / "film.mp4")
    assert done.returncode == 0, done.stderr
    film = p2v.Video.open(tmp_path / "film.mp4")
    assert (film.width, film.height, film.duration) == (320, 180, 2.0)
    assert "frame 60 of 60" in done.stderr


def test_a_broken_draft_is_refused_by_path_and_the_old_film_stays(tmp_path: Path) -> None:
    out = tmp_path / "film.mp4"
    out.write_bytes(b"the old film")
    done = run("render", draft_of(tmp_path, motion={"kind": "spin"}), "--out", out)
    assert done.returncode == 1
    assert "t[0].sg[0].m.motion.kind: must be one of none, zoom-in" in done.stderr
    assert "Traceback" not in done.stderr
    assert out.read_bytes() == b"the old film"


def test_a_missing_photo_is_named_without_its_folder(tmp_path: Path) -> None:
    file = draft_of(tmp_path)
    (tmp_path / "crimson.png").unlink()
    done = run("render", file, "--out", tmp_path / "film.mp4")
    assert done.returncode == 1
    assert "crimson.png" in done.stderr
    assert str(tmp_path) not in done.stderr
    assert not (tmp_path / "film.mp4").exists()


def test_a_plan_prints_one_object_a_turn(tmp_path: Path) -> None:
    files = [photo(tmp_path / name) for name in ("a.jpg", "b.png", "c.webp")]
    turns = ["--turn=make a vertical slideshow, 2 seconds each", "--turn=undo", "--turn=redo", "--turn=export"]
    done = run("plan", *files, *turns, "--json")
    assert done.returncode == 0, done.stderr
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["action"] for answer in answers] == ["edit", "edit", "edit", "export"]
    first = p2v.Draft.parse(answers[0]["draft"])
    assert [segment.name for segment in first.pictures] == ["a.jpg", "b.png", "c.webp"]
    assert (first.width, first.duration) == (1080, 6000)
    assert answers[1]["draft"] is None
    assert answers[2]["draft"] == answers[0]["draft"]


def test_make_goes_the_whole_way_and_writes_the_draft_too(tmp_path: Path) -> None:
    files = [photo(tmp_path / f"{number}.jpg") for number in range(3)]
    out, draft = tmp_path / "film.mp4", tmp_path / "draft.json"
    done = run("make", *files, "--prompt", "320x180, 3 seconds, no music", "--out", out, "--draft", draft)
    assert done.returncode == 0, done.stderr
    film = p2v.Video.open(out)
    assert (film.width, film.height, film.duration) == (320, 180, 3.0)
    assert len(p2v.Draft.parse(draft.read_bytes()).pictures) == 3


def test_make_says_what_is_wrong_with_a_file(tmp_path: Path) -> None:
    bad = tmp_path / "notes.jpg"
    bad.write_text("not a picture")
    done = run("make", bad, "--prompt", "a film", "--out", tmp_path / "film.mp4")
    assert done.returncode == 1
    assert "notes.jpg" in done.stderr
    assert "Traceback" not in done.stderr
    assert str(tmp_path) not in done.stderr


@pytest.mark.parametrize("out", ["film.avi", "nowhere/film.mp4"])
def test_make_refuses_an_impossible_target_before_it_starts(tmp_path: Path, out: str) -> None:
    done = run("make", photo(tmp_path / "a.jpg"), "--prompt", "a film", "--out", tmp_path / out)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
