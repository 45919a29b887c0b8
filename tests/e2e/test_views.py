"""Several views of one panel agree; two panels in one notebook know nothing of each other."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.pictures import photo

from .conftest import Lab

pytestmark = pytest.mark.browser

CELLS = (
    "import photo2video_widgets as p2v\none, two = p2v.Panel(), p2v.Panel()\none",
    "one",
    "two",
)


def test_views_of_one_panel_agree_and_another_panel_knows_nothing(lab: Lab, page: Page) -> None:
    (lab.folder / "views").mkdir()
    files = [photo(lab.folder / "views" / f"{name}.jpg", name, (1600, 1200)) for name in ("teal", "navy")]
    lab.write("views/film.ipynb", *CELLS)
    # Tall enough for all three: a notebook takes away what is out of sight.
    page.set_viewport_size({"width": 1200, "height": 3200})
    lab.open(page, "views/film.ipynb")
    views = page.locator(".jp-OutputArea-output", has=page.get_by_role("textbox", name="Prompt"))
    expect(views).to_have_count(3, timeout=90_000)
    first, second, other = views.nth(0), views.nth(1), views.nth(2)
    for view in (first, second, other):
        expect(view.get_by_text("Ready to go")).to_be_visible(timeout=60_000)

    first.locator("input[type=file]").set_input_files(files)
    for view in (first, second):
        expect(view.get_by_role("list", name="Photos").get_by_role("listitem")).to_have_count(2, timeout=60_000)
    expect(other.get_by_text("Drop photos here")).to_be_visible()

    words = "a film of 200 seconds, no music"
    first.get_by_role("textbox", name="Prompt").fill(words)
    expect(second.get_by_role("textbox", name="Prompt")).to_have_value(words)
    expect(other.get_by_role("textbox", name="Prompt")).to_have_value("")
    second.get_by_role("button", name="Send").click()
    for view in (first, second):
        expect(view.get_by_role("log", name="Activity").get_by_text(words)).to_be_visible(timeout=30_000)
        expect(view.get_by_role("option", name="navy.jpg", exact=False)).to_be_visible(timeout=30_000)

    # A photo that is chosen in one is chosen in the other, and what one takes back is gone in both.
    first.get_by_role("option", name="teal.jpg", exact=False).click()
    expect(second.get_by_role("option", name="teal.jpg", exact=False)).to_have_attribute("aria-selected", "true")
    first.get_by_role("option", name="teal.jpg", exact=False).press("Delete")
    expect(second.get_by_role("option", name="teal.jpg", exact=False)).to_have_count(0)
    second.get_by_role("button", name="Undo").click()
    expect(first.get_by_role("option", name="teal.jpg", exact=False)).to_be_visible()

    # While the film is made both tell how far it is, and either stops it.
    first.get_by_role("button", name="Export").click()
    for view in (first, second):
        expect(view.get_by_role("progressbar", name="Export")).to_be_visible(timeout=30_000)
    expect(other.get_by_text("Ready to go")).to_be_visible()
    expect(other.get_by_role("progressbar")).to_have_count(0)
    second.get_by_role("button", name="Cancel").click()
    for view in (first, second):
        expect(view.get_by_text("Stopped. The draft is unchanged.")).to_be_visible(timeout=30_000)
        expect(view.get_by_text("Ready to go")).to_be_visible()
    expect(other.get_by_text("No draft yet")).to_be_visible()
    expect(other.get_by_role("log", name="Activity").get_by_text(words)).to_have_count(0)
