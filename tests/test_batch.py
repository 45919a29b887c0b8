"""Many films in one go: a folder of albums, or a table."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import photo2video_widgets as p2v
from photo2video_widgets.cli import main
from photo2video_widgets.results import Result, Results

from .pictures import photo

WORDS = "320x180, 1 second, no music"


@pytest.fixture
def albums(tmp_path: Path) -> Path:
    folder = tmp_path / "albums"
    for name, colour in (("Beach", "teal"), ("koi & co", "crimson")):
        (folder / name).mkdir(parents=True)
        photo(folder / name / "a.jpg", colour)
    (folder / "empty").mkdir()
    (folder / ".hidden").mkdir()
    (folder / "bad").mkdir()
    (folder / "bad" / "a.jpg").write_bytes(b"no picture")
    return folder


def test_each_album_becomes_a_film_and_a_bad_one_stops_nobody(albums: Path, tmp_path: Path) -> None:
    results = p2v.batch(albums, WORDS, tmp_path / "films", quiet=True)
    assert [(row.album, row.status) for row in results] == [
        ("bad", "failed"), ("Beach", "done"), ("empty", "failed"), ("koi & co", "done"),
    ]  # fmt: skip
    assert p2v.Video.open(tmp_path / "films" / "koi & co.mp4").duration == 1.0
    assert "a.jpg" in results[0].problem
    assert "no photo" in results[2].problem
    shown = results._repr_mimebundle_()
    assert "koi &amp; co" in shown["text/html"]
    assert str(tmp_path) not in str(shown) + str(results.records())


def test_columns_stand_below_each_other_in_chinese_too() -> None:
    rows = Results(
        (Result("海边", "done", Path("海边.mp4"), 1, 10**6), Result("a", "failed", Path("a.mp4"), problem="?"))
    )
    lines = str(rows).splitlines()
    assert lines[1].startswith("海边   done")
    assert lines[2].startswith("a      failed")


def test_a_batch_goes_on_where_it_was_and_makes_anew_what_has_changed(albums: Path, tmp_path: Path) -> None:
    films = tmp_path / "films"
    chosen = [albums / "Beach", albums / "koi & co"]
    p2v.batch(chosen, WORDS, films, quiet=True)
    made = {film.name: film.stat().st_mtime_ns for film in films.glob("*.mp4")}
    photo(albums / "Beach" / "b.jpg", "gold")
    (albums / "new").mkdir()
    photo(albums / "new" / "a.jpg")
    results = p2v.batch([*chosen, albums / "new"], WORDS, films, quiet=True)
    assert [row.status for row in results] == ["done", "kept", "done"]
    assert (films / "koi & co.mp4").stat().st_mtime_ns == made["koi & co.mp4"]
    assert [row.status for row in p2v.batch(chosen, f"{WORDS}, black and white", films, quiet=True)] == ["done"] * 2
    assert [
        row.status for row in p2v.batch(chosen[:1], f"{WORDS}, black and white", films, again=True, quiet=True)
    ] == ["done"]


def test_each_row_of_a_table_has_files_and_words_of_its_own(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        photo(tmp_path / f"{name}.jpg")
    table = tmp_path / "films.csv"
    with table.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["files", "instruction", "output"])
        writer.writerow(["a.jpg; b.jpg", f"{WORDS}, title: Two", "two"])
        writer.writerow(["c.jpg", "640x360, 2 seconds, no music", ""])
    assert main(["batch", "--table", str(table), "--out", str(tmp_path / "films"), "--quiet"]) == 0
    two, one = (p2v.Video.open(tmp_path / "films" / name) for name in ("two.mp4", "c.mp4"))
    assert (two.width, two.duration) == (320, 1.0)
    assert (one.width, one.duration) == (640, 2.0)


class Frame:
    """What this project knows of a DataFrame."""

    def __init__(self, rows: list[dict[str, object]]) -> None:
        self._rows = rows
        self.columns = ["files", "instruction", "output"]

    def to_dict(self, orient: str) -> list[dict[str, object]]:
        assert orient == "records"
        return self._rows


def test_a_data_frame_is_a_table_too(tmp_path: Path) -> None:
    film = photo(tmp_path / "a.jpg")
    frame = Frame([{"files": [film], "instruction": float("nan"), "output": "one.mp4"}])
    results = p2v.batch(frame, WORDS, tmp_path / "films", quiet=True)
    assert results.records() == [
        {"album": "one", "status": "done", "film": "one.mp4", "seconds": 1.0, "MB": results.records()[0]["MB"],
         "problem": ""},
    ]  # fmt: skip


def test_what_cannot_be_a_batch_is_refused_at_once(tmp_path: Path) -> None:
    film = str(photo(tmp_path / "a.jpg"))
    out = tmp_path / "films"
    twins = [{"files": film, "output": "A.mp4"}, {"files": film, "output": "a"}]
    refused: list[tuple[object, str | None, str]] = [
        (tmp_path / "nowhere", WORDS, "nowhere: the albums can't be listed"),
        (tmp_path / "nothing.csv", WORDS, r"nothing\.csv: the table can't be read"),
        ([], WORDS, "nothing to make"),
        (twins, WORDS, r"a\.mp4: two films"),
        ([{"files": film}], None, "row 1: “instruction” is empty"),
        ([{"instruction": WORDS}], None, "row 1: “files” is empty"),
        (tmp_path, None, "prompt: say what"),
        (tmp_path, "export", "prompt: say what film"),
        (7, WORDS, "int: hand in"),
    ]
    for albums, prompt, wrong in refused:
        with pytest.raises(p2v.P2VError, match=wrong) as told:
            p2v.batch(albums, prompt, out, quiet=True)
        assert str(tmp_path) not in str(told.value)
    assert not out.exists()
    assert main(["batch", "--out", str(out)]) == 1
