"""The notebooks: they can be read as they are committed, and they run."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from typing import Any

import nbformat
import pytest

import photo2video_widgets as p2v

from .backends import hosted_double, tiny_film

NOTEBOOKS = Path(__file__).resolve().parent.parent / "notebooks"
# The service is looked at every 30 s, which the double doesn't need.
FASTER = "import photo2video_widgets as p2v; p2v.connect.__kwdefaults__['timing'] = p2v.Timing(poll=0.05)"


def run(notebook: Path, folder: Path) -> list[Any]:
    """The cells of a notebook that was executed in a folder."""
    spec = importlib.util.spec_from_file_location("run", NOTEBOOKS / "run.py")
    assert spec
    assert spec.loader
    runner = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(runner)
    cells: list[Any] = nbformat.read(runner.run(notebook, folder), as_version=4).cells
    return cells


def shown(cells: list[Any]) -> str:
    """All that the cells printed or gave as text."""
    outputs = [output for cell in cells for output in cell.get("outputs", ())]
    return "\n".join(output.get("text") or output.get("data", {}).get("text/plain", "") for output in outputs)


@pytest.mark.parametrize("name", ["quickstart", "refine", "batch", "share"])
def test_a_notebook_can_be_read_by_whoever_does_not_run_it(name: str) -> None:
    text = (NOTEBOOKS / f"{name}.ipynb").read_text("utf-8")
    cells = [cell for cell in nbformat.reads(text, as_version=4).cells if cell.cell_type == "code"]
    # The last things that cells say or give are there, with pictures, and small enough for a phone and for git.
    assert [cell.source for cell in cells if cell.source.startswith("print(") and not cell.outputs] == []
    assert sum("image/jpeg" in output.get("data", {}) for cell in cells for output in cell.outputs) >= 1
    assert len(text) < 400_000
    assert not re.search(
        r"data:video|widget-view|<style|<a href|\"output_type\": \"error\"|/(home|root|tmp|work)/", text
    )


def test_the_notebook_on_the_hosted_service_is_committed_without_anybodys_outputs() -> None:
    cells = nbformat.read(NOTEBOOKS / "cloud.ipynb", as_version=4).cells
    assert not [cell for cell in cells if cell.get("outputs")]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_quickstart_makes_the_film_that_it_promises(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    cells = run(NOTEBOOKS / "quickstart.ipynb", tmp_path)
    assert "WARNING" not in capfd.readouterr().err
    film = p2v.Video.open(tmp_path / "quickstart.mp4")
    assert (film.width, film.height) == (1920, 1080)
    assert film.duration == pytest.approx(12.0, abs=0.05)
    assert any("<video" in output.get("data", {}).get("text/html", "") for output in cells[-1].outputs)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("exports_free", [True, False])
def test_cloud_goes_from_photos_to_a_film_with_and_without_a_plan(
    exports_free: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = nbformat.read(NOTEBOOKS / "cloud.ipynb", as_version=4)
    content.cells.insert(0, nbformat.v4.new_code_cell(FASTER))
    nbformat.write(content, tmp_path / "cloud.ipynb")
    with hosted_double() as hosted:
        hosted.stage_after, hosted.exports_free = 1, exports_free
        monkeypatch.setenv("NEMO_API_URL", hosted.url)
        monkeypatch.setenv("P2V_DATA_DIR", str(tmp_path / "data"))
        text = shown(run(tmp_path / "cloud.ipynb", tmp_path / "out"))
    film = tmp_path / "out" / "cloud.mp4"
    if exports_free:
        assert film.read_bytes() == tiny_film()
    else:
        assert "upgrade your plan" in text
        assert p2v.Video.open(film).duration == pytest.approx(9.0, abs=0.05)
    assert "Music added" in text
    assert "Title: 'A Day to Remember' → 'A day off'" in text
    assert "button" not in text
    assert "workspace/claim?ct=clm_" in text
    assert "nmv_usr_" not in text
    assert hosted.url not in text
    assert str(tmp_path) not in text


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_every_refinement_is_understood_and_taken_back(tmp_path: Path) -> None:
    cells = run(NOTEBOOKS / "refine.ipynb", tmp_path)
    said = ["".join(output.get("text", "") for output in cell.get("outputs", [])) for cell in cells]
    assert said[3].count("Done. ") == 10
    assert "understand" not in said[3]
    assert "The last 2 changes are undone" in said[7]
    assert "Jazz" in said[7]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_batch_makes_every_film_but_the_broken_one_and_takes_parameters(tmp_path: Path) -> None:
    content = nbformat.read(NOTEBOOKS / "batch.ipynb", as_version=4)
    place = next(n for n, cell in enumerate(content.cells) if "parameters" in cell.metadata.get("tags", ()))
    # What papermill does.
    content.cells.insert(place + 1, nbformat.v4.new_code_cell('prompt = "2 seconds, 320x180, no music"'))
    nbformat.write(content, tmp_path / "batch.ipynb")
    text = shown(run(tmp_path / "batch.ipynb", tmp_path / "out"))
    films = {film.name: p2v.Video.open(film) for film in (tmp_path / "out" / "films").glob("*.mp4")}
    assert set(films) == {"space.mp4", "kitchen.mp4", "pets.mp4", "cat-in-space.mp4", "coffee.mp4"}
    assert (films["space.mp4"].width, films["space.mp4"].duration) == (320, 2.0)
    assert films["coffee.mp4"].width == films["coffee.mp4"].height
    assert text.count("not-a-photo.jpg") == 2
    assert text.count("kept") == 3
    assert str(tmp_path) not in text


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_share_leaves_a_film_a_page_and_a_notebook_that_shows_both(tmp_path: Path) -> None:
    cells = run(NOTEBOOKS / "share.ipynb", tmp_path)
    assert "share.mp4 is there again" in shown(cells)
    assert b"data:video/mp4;base64," in (tmp_path / "share.html").read_bytes()
    outputs = [output.get("data", {}) for cell in cells for output in cell.get("outputs", ())]
    panel = next(data["text/html"] for data in outputs if "p2v-panel" in data.get("text/html", ""))
    assert "rocket.png" in panel
    assert "share.mp4" in panel
    assert sum("image/jpeg" in data for data in outputs) == 4
    assert str(tmp_path) not in str(outputs)
