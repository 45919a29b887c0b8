"""The panel, and a film as a cell's value, in the other hosts that run here. JupyterLab has `test_lab.py`."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.pictures import photo

from .conftest import Lab, free_port, running_server

pytestmark = pytest.mark.browser

MAGIC = "%%photo2video beach.jpg koi.jpg --out made.mp4 --quiet\na 1 second film, 160x90, no music"
CELL = """import photo2video_widgets as p2v
panel = p2v.Panel()
panel.add(["beach.jpg", "koi.jpg"])
panel"""

APP = """import marimo
app = marimo.App()

@app.cell
def _():
    import photo2video_widgets as p2v
    p2v.make(["beach.jpg", "koi.jpg"], "a 1 second film, 160x90, no music", "made.mp4", quiet=True)
    return (p2v,)

@app.cell
def _(p2v):
    panel = p2v.Panel()
    panel.add(["beach.jpg", "koi.jpg"])
    panel
    return

if __name__ == "__main__":
    app.run()
"""


def photos_in(folder: Path) -> None:
    photo(folder / "beach.jpg", "teal", (800, 600))
    photo(folder / "koi.jpg", "crimson", (800, 600))


def play(page: Page, film: Locator) -> None:
    expect(film).to_be_visible(timeout=90_000)
    film.evaluate("film => { film.muted = true; return film.play(); }")
    page.wait_for_function("film => film.currentTime > 0.3", arg=film.element_handle(), timeout=60_000)


def make_a_film(page: Page) -> None:
    """Ask for a film of the two photos, see its draft, export it and play it."""
    prompt = page.get_by_role("textbox", name="Prompt")
    expect(prompt).to_be_visible(timeout=90_000)
    expect(page.get_by_role("list", name="Photos").get_by_role("listitem")).to_have_count(2, timeout=30_000)
    prompt.fill("a 2 second film, 320x180, no music")
    page.get_by_role("button", name="Send").click()
    photos = page.get_by_role("listbox", name="Photos").get_by_role("option")
    expect(photos).to_have_count(2, timeout=60_000)
    player = page.get_by_role("region", name="Player")
    # What paints the draft comes after the first paint, by whatever way this host has for modules.
    expect(player.locator("canvas[data-ready=true]")).to_be_visible(timeout=30_000)
    page.get_by_role("button", name="Export").click()
    film, fetch = player.locator("video"), player.get_by_role("button", name=re.compile(r"^Play .*\.mp4$"))
    # Where the film must come from the kernel it does so when it is asked for; a server's address may come first.
    expect(film.or_(fetch)).to_be_visible(timeout=90_000)
    fetch.evaluate_all("buttons => buttons.forEach((button) => button.click())")
    play(page, film)
    assert film.evaluate("film => [film.videoWidth, film.videoHeight]") == [320, 180]
    play(page, cell_value(page))


def cell_value(page: Page) -> Locator:
    """The film of the cell before the panel's: it carries its bytes with it."""
    return page.locator("video[src^='data:video/mp4']").first


def test_the_panel_makes_a_film_in_notebook_7(lab: Lab, page: Page) -> None:
    (lab.folder / "classic").mkdir()
    photos_in(lab.folder / "classic")
    lab.write("classic/film.ipynb", "%load_ext photo2video_widgets", MAGIC, CELL)
    page.goto(f"{lab.url}/notebooks/classic/film.ipynb?token={lab.token}")
    page.locator(".jp-Notebook .jp-CodeCell").first.wait_for(timeout=60_000)
    # What is run before there is a kernel is never run.
    page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").wait_for(timeout=90_000)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    make_a_film(page)


def test_the_panel_makes_a_film_in_voila(lab: Lab, page: Page) -> None:
    (lab.folder / "voila").mkdir()
    photos_in(lab.folder / "voila")
    lab.write("voila/film.ipynb", "%load_ext photo2video_widgets", MAGIC, CELL)
    page.goto(f"{lab.url}/voila/render/voila/film.ipynb?token={lab.token}", timeout=90_000)
    make_a_film(page)


@pytest.fixture
def marimo(tmp_path: Path) -> Iterator[str]:
    """A marimo app that shows a panel; its address."""
    photos_in(tmp_path)
    (tmp_path / "app.py").write_text(APP)
    port = free_port()
    command = [sys.executable, "-m", "marimo", "--quiet", "run", "app.py", "--headless", "--no-token", f"--port={port}"]
    home = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)}
    environment = {**os.environ, **home, "P2V_DATA_DIR": str(tmp_path / "engine"), "MARIMO_SKIP_UPDATE_CHECK": "1"}
    environment.pop("NEMO_TOKEN", None)
    url = f"http://127.0.0.1:{port}"
    with running_server(command, environment, tmp_path, f"{url}/health"):
        yield url


def test_the_panel_makes_a_film_in_marimo(marimo: str, page: Page) -> None:
    page.goto(marimo)
    make_a_film(page)


def test_a_film_plays_in_a_page_made_by_nbconvert(
    tmp_path: Path, browser: Browser, request: pytest.FixtureRequest
) -> None:
    if not request.config.getoption("--torture"):
        pytest.skip("test_saved_notebooks.py has such a page: --torture runs it")
    photos_in(tmp_path)
    cells = [nbformat.v4.new_code_cell(cell) for cell in ("%load_ext photo2video_widgets", MAGIC)]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), tmp_path / "film.ipynb")
    environment = {**os.environ, "P2V_DATA_DIR": str(tmp_path / "engine")}
    environment.pop("NEMO_TOKEN", None)
    command = [sys.executable, "-m", "nbconvert", "--to", "html", "--execute", "film.ipynb"]
    subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)
    for name in ("film.ipynb", "beach.jpg", "koi.jpg", "made.mp4"):
        (tmp_path / name).unlink()
    # On its own, and without a network.
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto((tmp_path / "film.html").as_uri())
    play(page, cell_value(page))
    context.close()
