"""The notebooks: committed without outputs, and they run."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest

import photo2video_widgets as p2v

NOTEBOOKS = Path(__file__).resolve().parent.parent / "notebooks"


@pytest.mark.parametrize("notebook", sorted(NOTEBOOKS.glob("*.ipynb")), ids=lambda path: path.stem)
def test_a_notebook_is_committed_without_outputs(notebook: Path) -> None:
    content = nbformat.read(notebook, as_version=4)
    cells = [cell for cell in content.cells if cell.cell_type == "code"]
    assert all(not cell.outputs and cell.execution_count is None for cell in cells)


def execute(name: str, folder: Path) -> nbformat.NotebookNode:
    """The notebook as it is after it has run in `folder`."""
    import importlib.util

    spec = importlib.util.spec_from_file_location("run", NOTEBOOKS / "run.py")
    assert spec
    assert spec.loader
    runner = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(runner)
    return nbformat.read(runner.run(NOTEBOOKS / name, folder), as_version=4)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_quickstart_makes_the_film_that_it_promises(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    executed = execute("quickstart.ipynb", tmp_path)
    assert "WARNING" not in capfd.readouterr().err
    film = p2v.Video.open(tmp_path / "quickstart.mp4")
    assert (film.width, film.height) == (1920, 1080)
    assert film.duration == pytest.approx(12.0, abs=0.05)
    last = executed.cells[-1]
    assert any("<video" in output.get("data", {}).get("text/html", "") for output in last.outputs)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_every_refinement_is_understood_and_taken_back(tmp_path: Path) -> None:
    executed = execute("refine.ipynb", tmp_path)
    said = ["".join(output.get("text", "") for output in cell.get("outputs", [])) for cell in executed.cells]
    assert said[3].count("Done:") == 10
    assert "understand" not in said[3]
    assert "The last 2 changes are undone" in said[7]
    assert "Jazz" in said[7]
