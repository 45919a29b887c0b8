"""The whole way by keyboard alone, in real JupyterLab."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.pictures import photo

from .conftest import Lab

pytestmark = pytest.mark.browser

FOCUSED = """() => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element?.getAttribute("aria-label") ?? element?.textContent?.trim() ?? "";
}"""


def tab_to(page: Page, name: str, back: bool = False) -> None:
    for _ in range(60):
        if page.evaluate(FOCUSED) == name:
            return
        page.keyboard.press("Shift+Tab" if back else "Tab")
    pytest.fail(f"the keyboard doesn't come to {name}: the last stop was {page.evaluate(FOCUSED)}")


def change_by_keys(page: Page) -> None:
    """Reorder, retime, another transition, other words; one of it taken back and brought again."""
    timeline = page.get_by_role("region", name="Timeline")
    expect(timeline.get_by_role("option", name="koi.jpg, 0:01–0:02")).to_be_visible(timeout=30_000)
    tab_to(page, "beach.jpg, 0:00–0:01")
    page.keyboard.press("Alt+ArrowRight")
    expect(timeline.get_by_role("option", name="beach.jpg, 0:01–0:02")).to_be_focused()
    page.keyboard.press("}")
    longer = timeline.get_by_role("option", name="beach.jpg, 0:01–0:03")
    expect(longer).to_be_focused()
    page.keyboard.press("t")
    chooser = timeline.get_by_role("region", name="Transition into beach.jpg")
    expect(chooser.get_by_role("button", pressed=True)).to_be_focused()
    tab_to(page, "wipe")
    page.keyboard.press("Enter")
    expect(chooser.get_by_role("button", name="wipe")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Escape")
    expect(longer).to_be_focused()
    page.keyboard.press("ArrowUp")
    title = timeline.get_by_role("option", name=re.compile("Low tide"))
    expect(title).to_be_focused()
    page.keyboard.press("Enter")
    expect(timeline.get_by_role("listbox").get_by_role("textbox", name="Words")).to_be_focused()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("High tide")
    page.keyboard.press("Enter")
    changed = timeline.get_by_role("option", name=re.compile("High tide"))
    expect(changed).to_be_focused()
    page.keyboard.press("ControlOrMeta+z")
    expect(title).to_be_visible()
    page.keyboard.press("ControlOrMeta+Shift+z")
    expect(changed).to_be_visible()


def test_a_film_is_made_by_keyboard_alone_and_is_there_after_a_reload(lab: Lab, page: Page) -> None:
    (lab.folder / "by keys").mkdir()
    for name, colour in (("beach.jpg", "teal"), ("koi.jpg", "crimson")):
        photo(lab.folder / "by keys" / name, colour, (1200, 900))
    lab.write("by keys/film.ipynb", "import photo2video_widgets as p2v\npanel = p2v.Panel()\npanel")
    lab.open(page, "by keys/film.ipynb")
    prompt = page.get_by_role("textbox", name="Prompt")
    expect(prompt).to_be_visible(timeout=60_000)
    expect(page.get_by_text("Ready to go")).to_be_visible(timeout=30_000)
    cells = page.locator(".jp-Cell").count()
    # The way in: a person tabs from the cell into its output.
    prompt.focus()

    for name in ("beach.jpg", "koi.jpg"):
        tab_to(page, "From a path…", back=True)
        page.keyboard.press("Enter")
        expect(page.get_by_role("textbox", name="Path on the kernel’s machine")).to_be_focused()
        page.keyboard.type(name)
        page.keyboard.press("Enter")
        expect(page.get_by_role("list", name="Photos").get_by_role("img", name=name)).to_be_visible(timeout=30_000)

    tab_to(page, "Prompt")
    # Each of these letters is a shortcut of the notebook.
    page.keyboard.type("add a cell below ddxcv")
    for _ in range(22):
        page.keyboard.press("Backspace")
    page.keyboard.type("2 seconds, no music, title: Low tide, 320x180")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Export", exact=True)).to_be_enabled(timeout=30_000)
    change_by_keys(page)
    tab_to(page, "Export", back=True)
    page.keyboard.press("Enter")
    film = page.get_by_role("region", name="Player").locator("video")
    expect(film).to_be_visible(timeout=60_000)
    page.wait_for_function("film => film.readyState >= 1", arg=film.element_handle(), timeout=30_000)
    # By the server's own address: it seeks at once, and the kernel is left in peace.
    assert "/files/" in str(film.evaluate("film => film.src"))
    assert film.evaluate("film => film.duration") == pytest.approx(3.0, abs=0.1)
    tab_to(page, "Embed")
    page.keyboard.press("Enter")
    activity = page.get_by_role("log", name="Activity")
    expect(activity.get_by_text("is in the notebook now")).to_be_visible(timeout=30_000)
    tab_to(page, "Download")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert Path(download.value.path()).read_bytes()[4:8] == b"ftyp"
    assert page.locator(".jp-Cell").count() == cells

    # The page is loaded anew: the kernel tells the log and the film again.
    page.evaluate("() => window.jupyterapp.commands.execute('docmanager:save')")
    page.wait_for_function("() => !window.jupyterapp.shell.currentWidget.context.model.dirty", timeout=30_000)
    assert "data:video/mp4" in (lab.folder / "by keys" / "film.ipynb").read_text("utf-8")
    page.goto(f"{lab.url}/lab/tree/by keys/film.ipynb?token={lab.token}")
    expect(activity.get_by_text("2 seconds, no music, title: Low tide, 320x180")).to_be_visible(timeout=60_000)
    expect(page.get_by_role("region", name="Player").locator("video")).to_be_visible(timeout=30_000)
