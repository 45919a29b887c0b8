"""`make`, its magic and the film that comes out, in a script and in a running cell."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import pytest
from IPython.core.error import UsageError
from nbclient import NotebookClient

import photo2video_widgets as p2v
from photo2video_widgets.cli import main
from photo2video_widgets.exports import checked
from photo2video_widgets.magic import photo2video

from .pictures import photo

WORDS = "320x180, 2 seconds, with music"


def run_cells(folder: Path, *cells: str) -> list[nbformat.NotebookNode]:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(folder)}}).execute()
    outputs: list[nbformat.NotebookNode] = notebook.cells[-1].outputs
    return outputs


def test_photos_and_words_become_a_film(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    photos = [photo(tmp_path / f"{number}.jpg") for number in range(3)]
    film = p2v.make(photos, WORDS, tmp_path / "film.mp4")
    assert (film.width, film.height, film.duration) == (320, 180, 2.0)
    assert "frame 60 of 60" in capsys.readouterr().err
    assert str(tmp_path) not in repr(film)


def test_a_film_plays_as_the_value_of_a_cell(tmp_path: Path) -> None:
    photo(tmp_path / "a.jpg")
    outputs = run_cells(tmp_path, f"import photo2video_widgets as p2v\np2v.make('a.jpg', '{WORDS}', 'film.mp4')")
    film = next(output for output in outputs if output.output_type == "execute_result")
    assert 'src="data:video/mp4;base64,' in film.data["text/html"]
    assert film.data["text/plain"].startswith("<Video film.mp4: 320×180, 2 s")
    progress = [output for output in outputs if "<progress" in output.get("data", {}).get("text/html", "")]
    assert "60 of 60 frames" in progress[-1].data["text/plain"]


def test_the_magic_takes_the_prompt_from_the_cells_body(tmp_path: Path) -> None:
    photo(tmp_path / "a.jpg")
    outputs = run_cells(
        tmp_path, "%load_ext photo2video_widgets", f"%%photo2video a.jpg --out film.mp4 --quiet\n{WORDS}"
    )
    assert outputs[-1].output_type == "execute_result"
    assert p2v.Video.open(tmp_path / "film.mp4").duration == 2.0


def test_a_blocking_call_in_a_cell_leaves_the_panel_and_the_loop_alive(tmp_path: Path) -> None:
    photo(tmp_path / "a.jpg")
    outputs = run_cells(
        tmp_path,
        "import photo2video_widgets as p2v\npanel = p2v.Panel()",
        f"panel.add('a.jpg')\nreply = panel.say('{WORDS}')\nvideo = panel.export('film.mp4')",
        "draft = await panel.session.draft()\nprint(draft.duration, panel.revision, panel.film['name'])",
        "kinds = [entry['kind'] for entry in panel.entries]\n"
        "print({'user', 'agent', 'tool', 'change'} <= set(kinds), panel.exporting['status'], panel.phase)",
    )
    assert outputs[0].text == "True done ready\n"


def test_the_magic_tells_how_it_is_used(tmp_path: Path) -> None:
    usage = "%%photo2video trip/ --out trip.mp4"
    for cell in ("%photo2video", "%%photo2video --help\n\n"):
        outputs = run_cells(tmp_path, "%load_ext photo2video_widgets", cell)
        assert usage in outputs[0].text
    for line, words, wrong in (
        ("a.jpg --out film.mp4", " ", "body is empty"),
        ("a.jpg", WORDS, "--out"),
        ("'a.jpg --out film.mp4", WORDS, "quotation"),
    ):
        with pytest.raises(UsageError, match=wrong) as told:
            photo2video(line, words)
        assert usage in str(told.value)


def test_a_reply_reads_as_what_was_said_in_a_cell(tmp_path: Path) -> None:
    photo(tmp_path / "a.jpg")
    start = "import photo2video_widgets as p2v\npanel = p2v.Panel(language='en')\npanel.add('a.jpg')"
    outputs = run_cells(tmp_path, start, "panel.say('a slideshow, 2 seconds each')")
    shown = next(output for output in outputs if output.output_type == "execute_result").data["text/plain"]
    assert shown.startswith("Here is your film: 1 photo")


@pytest.mark.parametrize("prompt", ["", "  ", None, 20, "how many credits do I have?", "export"])
def test_a_prompt_that_asks_for_no_film_is_refused_at_once(tmp_path: Path, prompt: Any) -> None:
    with pytest.raises(p2v.P2VError, match=r"^prompt: say what film to make"):
        p2v.make(photo(tmp_path / "a.jpg"), prompt, tmp_path / "film.mp4")


def test_words_that_lead_to_no_film_are_answered(tmp_path: Path) -> None:
    with pytest.raises(p2v.P2VError, match=r"^That made no film\. \w+"):
        p2v.make(photo(tmp_path / "a.jpg"), "undo", tmp_path / "film.mp4", quiet=True)


def test_an_impossible_target_is_refused_whoever_asks(tmp_path: Path) -> None:
    (tmp_path / "folder.mp4").mkdir()
    targets = {"film.mov": r"must end in \.mp4", "nowhere/film.mp4": "doesn't exist", "folder.mp4": "a folder of this"}
    for target, wrong in targets.items():
        with pytest.raises(p2v.P2VError, match=wrong) as told:
            checked(tmp_path / target)
        assert str(tmp_path) not in str(told.value)
    assert checked(tmp_path / "film.mp4") == tmp_path / "film.mp4"
    assert [file.name for file in tmp_path.iterdir()] == ["folder.mp4"]


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder that nobody can write to")
def test_a_folder_that_cannot_be_written_is_refused_before_the_work() -> None:
    with pytest.raises(p2v.P2VError, match=r"^film\.mp4: the folder it should go to can't be written"):
        checked(Path("/proc/film.mp4"))


def test_a_films_length_is_told_to_the_hundredth() -> None:
    assert repr(p2v.Video(Path("a.mp4"), 18.166667, 1920, 1080, 5_200_000)) == (
        "<Video a.mp4: 1920×1080, 18.17 s, 5.2 MB>"
    )


def test_what_a_prompt_cannot_do_is_an_error_in_words(tmp_path: Path) -> None:
    with pytest.raises(p2v.P2VError, match=r"must end in \.mp4"):
        p2v.make(photo(tmp_path / "a.jpg"), WORDS, tmp_path / "film.gif")
    with pytest.raises(p2v.UnsupportedFileError, match="nothing-here"):
        p2v.make(tmp_path / "nothing-here.jpg", WORDS, tmp_path / "film.mp4", quiet=True)


def test_a_film_that_was_moved_shows_words_and_no_folder(tmp_path: Path) -> None:
    gone = p2v.Video(tmp_path / "gone.mp4", 2.0, 320, 180, 1000)
    bundle = gone._repr_mimebundle_()
    assert set(bundle) == {"text/plain"}
    assert str(tmp_path) not in bundle["text/plain"]
    assert "gone.mp4" in bundle["text/plain"]


def test_a_film_that_is_none_is_refused_without_its_folder(tmp_path: Path) -> None:
    bad = tmp_path / "bad.mp4"
    bad.write_bytes(b"no film")
    with pytest.raises(p2v.RenderError, match=r"^bad\.mp4: not a film"):
        p2v.Video.open(bad)


def test_a_folder_of_camera_files_becomes_a_film(tmp_path: Path, camera_photos: Path) -> None:
    films = []
    for number, out in enumerate(("by-make.mp4", "by-command.mp4")):
        words = "turn these photos into a slideshow video with music and transitions"
        if number:
            assert main(["make", str(camera_photos / "trip"), "--prompt", words, "--out", str(tmp_path / out)]) == 0
        else:
            p2v.make(camera_photos / "trip", words, tmp_path / out)
        films.append(p2v.Video.open(tmp_path / out))
    assert [(film.width, film.height) for film in films] == [(1920, 1080)] * 2
    assert films[0].duration == films[1].duration > 40
