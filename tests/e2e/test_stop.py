"""Stop, pressed in the page while a cell blocks."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.pictures import photo

from .conftest import Lab

pytestmark = pytest.mark.browser

RUN = "() => { window.jupyterapp.commands.execute('notebook:run-cell-and-select-next'); }"


def test_the_log_moves_and_stop_works_while_a_cell_blocks(lab: Lab, page: Page) -> None:
    (lab.folder / "stop").mkdir()
    photo(lab.folder / "stop" / "beach.jpg", size=(1600, 1200))
    work = 'panel.add("beach.jpg")\npanel.say("a film of 200 seconds, no music")\npanel.export("long.mp4")'
    lab.write("stop/film.ipynb", "import photo2video_widgets as p2v\npanel = p2v.Panel()\npanel", work)
    page.goto(f"{lab.url}/lab/tree/stop/film.ipynb?reset&token={lab.token}")
    kernel = "window.jupyterapp?.shell?.currentWidget?.sessionContext?.session?.kernel"
    page.wait_for_function(f"() => {kernel}?.status === 'idle'", timeout=60_000)
    page.evaluate(RUN)
    expect(page.get_by_text("Ready to go")).to_be_visible(timeout=60_000)
    page.evaluate(RUN)
    expect(page.get_by_role("log", name="Activity").get_by_text("Making the film")).to_be_visible(timeout=60_000)
    bar = page.get_by_role("progressbar", name="Export")
    expect(bar).to_have_attribute("aria-valuetext", re.compile(r"frame [1-9]"), timeout=30_000)
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_text("Stopped. The draft is unchanged.")).to_be_visible(timeout=10_000)
    assert not list((lab.folder / "stop").glob("*.mp4"))
    # The cell says so in one line.
    told = page.locator(".jp-OutputArea-output[data-mime-type='application/vnd.jupyter.stderr']").last
    expect(told).to_have_text("StoppedError: Stopped. What was done before stays; undo takes it back.")
