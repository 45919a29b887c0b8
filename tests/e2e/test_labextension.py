"""What the extension adds to JupyterLab and Notebook 7: films from the launcher, the menus and the file browser."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Locator, Page, expect

from photo2video_widgets import photos
from tests.pictures import photo

from .conftest import Lab

pytestmark = pytest.mark.browser


def files_in(folder: Path, *names: str) -> None:
    folder.mkdir()
    for name, colour in zip(names, ("teal", "crimson"), strict=False):
        photo(folder / name, colour, (1600, 1200))


def listed(page: Page, name: str) -> Locator:
    """A file in the file browser."""
    return page.locator(".jp-DirListing-item", has_text=name)


def choose(page: Page, *names: str) -> None:
    """Select files in the file browser, then open the menu on them."""
    for place, name in enumerate(names):
        listed(page, name).click(modifiers=["Control"] if place else [])
    listed(page, names[-1]).click(button="right")


def shown_photos(page: Page) -> Locator:
    return page.get_by_role("list", name="Photos").get_by_role("listitem")


def test_jupyterlab_finds_the_extension_and_says_it_is_enabled(lab: Lab) -> None:
    environment = {**os.environ, "JUPYTER_DATA_DIR": str(lab.folder.parent / "data")}
    command = [sys.executable, "-m", "jupyterlab.labextensions", "list"]
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    line = next(line for line in (told.stdout + told.stderr).splitlines() if "photo2video-widgets v" in line)
    assert re.sub(r"\x1b\[\d+m", "", line).split()[2:4] == ["enabled", "OK"]


def test_the_launchers_card_opens_a_notebook_with_a_running_panel(lab: Lab, page: Page) -> None:
    (lab.folder / "card").mkdir()
    page.goto(f"{lab.url}/lab/tree/card?reset&token={lab.token}")
    page.locator(".jp-LauncherCard", has_text="New photo film").click(timeout=60_000)
    expect(page.get_by_role("textbox", name="Prompt")).to_be_visible(timeout=60_000)
    expect(page.get_by_role("tab", name="film.ipynb")).to_be_visible()
    notebook = nbformat.read(lab.folder / "card" / "film.ipynb", as_version=4)
    nbformat.validate(notebook)
    assert notebook.cells[0].source.splitlines()[-1] == "panel"


def test_the_extension_speaks_jupyterlabs_language(lab: Lab, page: Page) -> None:
    photo(lab.folder / "here.jpg")
    setting = f"{lab.url}/lab/api/settings/@jupyterlab/translation-extension:plugin?token={lab.token}"
    try:
        assert page.request.put(setting, data={"raw": '{"locale": "zh_CN"}'}).ok
        page.goto(f"{lab.url}/lab?reset&token={lab.token}")
        expect(page.locator(".jp-LauncherCard", has_text="新建照片影片")).to_be_visible(timeout=60_000)
        listed(page, "here.jpg").click(button="right")
        expect(page.get_by_role("menuitem", name="用这些照片制作影片")).to_be_visible()
    finally:
        page.request.put(setting, data={"raw": "{}"})


def test_selected_photos_become_a_film_in_jupyterlab(lab: Lab, page: Page) -> None:
    folder = lab.folder / "chosen"
    files_in(folder, 'bea\'ch "1".jpg', "鲤鱼.jpg")
    (folder / "notes.txt").write_text("not a photo")
    (folder / "film.ipynb").write_text(json.dumps({"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))
    page.goto(f"{lab.url}/lab/tree/chosen?reset&token={lab.token}")
    listed(page, "notes.txt").click(button="right", timeout=60_000)
    expect(page.get_by_role("menuitem", name="Rename")).to_be_visible()
    expect(page.get_by_role("menuitem", name="Make a film of these")).to_have_count(0)
    page.keyboard.press("Escape")
    choose(page, "notes.txt", "bea", "鲤鱼.jpg")
    page.get_by_role("menuitem", name="Make a film of these").click()
    expect(shown_photos(page)).to_have_count(2, timeout=60_000)
    source = nbformat.read(folder / "film-2.ipynb", as_version=4).cells[0].source
    assert source.splitlines()[-1] == r'panel.add(["bea' + r"'" + r'ch \"1\".jpg", "鲤鱼.jpg"])'


def test_selected_photos_become_a_film_in_notebook_7(lab: Lab, page: Page) -> None:
    files_in(lab.folder / "seven", "beach.jpg", "koi.jpg")
    page.goto(f"{lab.url}/tree/seven?token={lab.token}")
    listed(page, "koi.jpg").wait_for(timeout=60_000)
    # Here a click on a file opens it; boxes select.
    for name in ("beach.jpg", "koi.jpg"):
        listed(page, name).get_by_role("checkbox").check()
    listed(page, "koi.jpg").click(button="right")
    with page.expect_popup() as popup:
        page.get_by_role("menuitem", name="Make a film of these").click()
    expect(shown_photos(popup.value)).to_have_count(2, timeout=60_000)
    # Made once, run once: whoever opens it later runs it when they like.
    assert popup.value.evaluate("() => Object.keys(localStorage).filter(key => key.startsWith('photo2video:'))") == []
    popup.value.get_by_role("menuitem", name="File").click()
    popup.value.locator(".lm-Menu-item").first.hover()
    expect(popup.value.get_by_role("menuitem", name="New photo film")).to_be_visible()


def test_files_dragged_from_the_file_browser_are_added_where_they_lie(lab: Lab, page: Page) -> None:
    files_in(lab.folder / "dragged", "beach.jpg", "koi.jpg")
    (lab.folder / "films").mkdir()
    lab.write("films/dragged.ipynb", "import photo2video_widgets as p2v\npanel = p2v.Panel()\npanel")
    lab.open(page, "films/dragged.ipynb")
    expect(page.get_by_role("textbox", name="Prompt")).to_be_visible(timeout=60_000)
    expect(page.get_by_text("Ready")).to_be_visible(timeout=60_000)
    page.evaluate("() => window.jupyterapp.commands.execute('filebrowser:go-to-path', { path: '/dragged' })")
    listed(page, "beach.jpg").click(timeout=30_000)
    listed(page, "koi.jpg").click(modifiers=["Control"])
    listed(page, "koi.jpg").hover()
    page.mouse.down()
    timeline = page.get_by_role("region", name="Timeline").bounding_box()
    assert timeline
    page.mouse.move(timeline["x"] + 60, timeline["y"] + 40, steps=12)
    expect(page.get_by_text("Drop to add")).to_be_visible()
    page.mouse.up()
    expect(shown_photos(page)).to_have_count(2, timeout=60_000)
    # The file browser would have moved them.
    assert sorted(file.name for file in (lab.folder / "dragged").iterdir()) == ["beach.jpg", "koi.jpg"]


def test_the_extension_offers_films_of_what_films_are_made_of() -> None:
    source = (Path(__file__).parents[2] / "js" / "src" / "lab" / "notebook.ts").read_text("utf-8")
    table = source[source.index("MATERIAL = [") : source.index("];")]
    assert set(re.findall(r'"(\.\w+)"', table)) == set(photos.accepted)
