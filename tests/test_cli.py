"""The command line, run as a person runs it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

import photo2video_widgets as p2v
from photo2video_widgets.engine.server import listen

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
    assert "draft.json: t[0]" in done.stderr
    assert "Traceback" not in done.stderr
    assert out.read_bytes() == b"the old film"


def test_what_is_no_draft_is_named(tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text('{"film": 1}')
    done = run("render", tmp_path / "bad.json", "--out", tmp_path / "film.mp4")
    assert done.returncode == 1
    assert done.stderr == "photo2video: bad.json: d: is missing, so this is not a draft\n"


def test_a_missing_photo_is_named_without_its_folder(tmp_path: Path) -> None:
    file = draft_of(tmp_path)
    (tmp_path / "crimson.png").unlink()
    done = run("render", file, "--out", tmp_path / "film.mp4")
    assert done.returncode == 1
    assert done.stderr.startswith("photo2video: crimson.png: no such file here.")
    assert "%" not in done.stderr, "it was said before the work began"
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
    assert all(segment.src.startswith("asset:") for segment in first.pictures)
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


def test_a_draft_that_make_wrote_renders_wherever_it_and_its_photos_go(tmp_path: Path) -> None:
    for folder in ("here/trip", "here/drafts"):
        (tmp_path / folder).mkdir(parents=True)
    for number in range(2):
        photo(tmp_path / "here" / "trip" / f"{number}.jpg", ("teal", "crimson")[number])
    options = ["--out", "film.mp4", "--draft", "drafts/a.json", "--quiet"]
    done = run("make", "trip", "--prompt", "320x180, 2 seconds", *options, cwd=tmp_path / "here")
    assert done.returncode == 0, done.stderr
    (tmp_path / "here").rename(tmp_path / "there")
    written = p2v.Draft.parse((tmp_path / "there" / "drafts" / "a.json").read_bytes())
    assert [segment.src for segment in written.pictures] == ["file:../trip/0.jpg", "file:../trip/1.jpg"]
    done = run("render", tmp_path / "there" / "drafts" / "a.json", "--out", tmp_path / "again.mp4")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "again.mp4").read_bytes() == (tmp_path / "there" / "film.mp4").read_bytes()


def test_a_draft_of_pictures_without_a_file_renders_from_what_the_engine_keeps(tmp_path: Path) -> None:
    file = tmp_path / "draft.json"
    picture = Image.new("RGB", (320, 180), "teal")
    p2v.make(picture, "320x180, 1 second, no music", tmp_path / "film.mp4", draft=file, quiet=True)
    assert p2v.Draft.parse(file.read_bytes()).pictures[0].src.startswith("asset:")
    assert run("render", file, "--out", tmp_path / "again.mp4").returncode == 0
    file.write_text(re.sub("asset:[0-9a-f]{64}", "asset:" + "0" * 64, file.read_text("utf-8")), "utf-8")
    done = run("render", file, "--out", tmp_path / "never.mp4")
    assert done.returncode == 1
    assert "image-1.png (asset:00000000…): no such file here" in done.stderr


def test_a_plan_leaves_out_what_cannot_be_read_and_says_so(tmp_path: Path) -> None:
    good, bad = photo(tmp_path / "a.jpg"), tmp_path / "b.jpg"
    bad.write_text("not a picture")
    done = run("plan", good, bad, "--turn", "a slideshow", "--json")
    assert done.returncode == 0
    assert [segment.name for segment in p2v.Draft(json.loads(done.stdout)["draft"]).pictures] == ["a.jpg"]
    assert done.stderr.startswith("photo2video: left out: b.jpg: ")
    assert done.stderr.count("\n") == 1
    done = run("plan", bad, "--turn", "a slideshow", "--json")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("photo2video: b.jpg: ")


def test_help_says_what_to_give_and_how_a_program_gets_its_token() -> None:
    assert "a photo, clip or song, or a folder" in run("plan", "--help").stdout
    told = run("serve", "--help").stdout
    assert all(words in told for words in ("8765 by default", "NEMO_TOKEN", "engine_token"))


def test_a_port_that_is_taken_is_said_to_be(tmp_path: Path) -> None:
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        done = run("serve", "--port", port, "--data", tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith(f"photo2video: Port {port} is taken. Use --port")
    assert run("serve", "--port", 99999, "--data", tmp_path).stderr.startswith("photo2video: Port 99999 can't be used")


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


def test_render_refuses_an_impossible_target_before_it_starts(tmp_path: Path) -> None:
    done = run("render", draft_of(tmp_path), "--out", tmp_path / "film.mov")
    assert done.stderr == "photo2video: film.mov: films are MP4, so the name must end in .mp4\n"
