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


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_quickstart_makes_the_film_that_it_promises(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    import importlib.util

    spec = importlib.util.spec_from_file_location("run", NOTEBOOKS / "run.py")
    assert spec
    assert spec.loader
    runner = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(runner)
    executed = runner.run(NOTEBOOKS / "quickstart.ipynb", tmp_path)
    assert "WARNING" not in capfd.readouterr().err
    film = p2v.Video.open(tmp_path / "quickstart.mp4")
    assert (film.width, film.height) == (1920, 1080)
    assert film.duration == pytest.approx(12.0, abs=0.05)
    last = nbformat.read(executed, as_version=4).cells[-1]
    assert any("<video" in output.get("data", {}).get("text/html", "") for output in last.outputs)
