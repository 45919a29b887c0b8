"""The panel while a cell runs, in real kernels: nothing freezes, whatever the version of ipykernel."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from .kernels import VERSIONS, Kernel, install, running_kernel, stopped
from .pictures import photo

PANEL = """
import photo2video_widgets as p2v
panel = p2v.Panel(language="en")
panel.add("beach.jpg")
panel.say("a film of 200 seconds, no music")
print(panel.control)
"""
CELLS = {
    "blocks": 'panel.export("film.mp4")',
    "awaits": 'await panel.session.export("film.mp4")',
    "is about something else": """
import time
panel.hear({"type": "export"}, ())
for status in ("running", "cancelled"):
    deadline = time.monotonic() + 30
    while panel.exporting["status"] != status and time.monotonic() < deadline:
        time.sleep(0.05)
print("went on:", panel.exporting["status"])
""",
}


@pytest.fixture(scope="module", params=["installed", *VERSIONS])
def kernel(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Kernel, str]]:
    """A kernel with a panel that has a long draft; other versions than the installed one only with --torture."""
    version: str = request.param
    home = tmp_path_factory.mktemp("kernel")
    if version != "installed" and not request.config.getoption("--torture"):
        pytest.skip("other versions of ipykernel: --torture")
    ipykernel = None if version == "installed" else install(version, home / "ipykernel")
    photo(home / "beach.jpg", size=(1600, 1200))
    with running_kernel(home, ipykernel) as kernel:
        widget = kernel.run(PANEL).strip()
        assert widget, "this kernel's control channel isn't listened to"
        if version != "installed":
            assert kernel.run("import ipykernel; print(ipykernel.__version__)").strip() == version
        yield kernel, widget


@pytest.mark.parametrize("cell", CELLS.values(), ids=list(CELLS))
def test_stop_is_heard_and_progress_moves_while_a_cell_runs(kernel: tuple[Kernel, str], cell: str) -> None:
    page, widget = kernel
    _, told, frames = stopped(page, widget, cell)
    assert len(set(frames)) > 1
    # Code that waited for the film is told that it was stopped; a cell of its own goes on.
    assert "".join(told).strip() in ("StoppedError", "went on: cancelled")
    assert page.run('print(panel.phase, list(__import__("pathlib").Path().glob("*.mp4")))').strip() == "ready []"


def test_files_come_in_while_a_cell_blocks(kernel: tuple[Kernel, str], tmp_path: Path) -> None:
    page, widget = kernel
    path = photo(tmp_path / "koi.png")
    before = int(page.run("print(len(panel.photos))"))
    cell = page.start(
        f"deadline = time.monotonic() + 30\nwhile len(panel.photos) == {before} and time.monotonic() < deadline: "
        "time.sleep(0.05)\nprint(len(panel.photos))"
    )
    page.tell(widget, type="upload_path", id="1", path=str(path))
    assert int("".join(page.read(cell))) == before + 1
