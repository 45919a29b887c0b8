"""The timeline in the hand: every gesture goes to the kernel and comes back as a draft."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.pictures import photo

from .conftest import Lab

pytestmark = pytest.mark.browser

CELL = """import photo2video_widgets as p2v
panel = p2v.Panel()
panel.add(["beach.jpg", "koi.jpg", "pier.jpg"])
panel.say("a slideshow, 2 seconds each, with a crossfade, no music, title: High tide, 640x360")
panel"""


def drag(page: Page, start: tuple[float, float], to: tuple[float, float]) -> None:
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move((start[0] + to[0]) / 2, to[1], steps=4)
    page.mouse.move(*to, steps=4)
    page.mouse.up()


def box(locator: Locator) -> dict[str, float]:
    found = locator.bounding_box()
    assert found
    return dict(found)


def names(timeline: Locator) -> list[str]:
    options = timeline.get_by_role("listbox", name="Photos").get_by_role("option").all()
    labels = sorted((box(option)["x"], str(option.get_attribute("aria-label"))) for option in options)
    return [label.split(".")[0] for _, label in labels]


def test_a_film_is_changed_by_mouse_and_taken_back_by_key(lab: Lab, page: Page) -> None:
    for name, colour in (("beach", "teal"), ("koi", "crimson"), ("pier", "gold")):
        photo(lab.folder / f"{name}.jpg", colour, (1600, 900))
    lab.write("hands.ipynb", CELL)
    lab.open(page, "hands.ipynb")
    timeline = page.get_by_role("region", name="Timeline")
    beach = timeline.get_by_role("option", name=re.compile(r"beach\.jpg"))
    expect(beach).to_be_visible(timeout=90_000)
    assert names(timeline) == ["beach", "koi", "pier"]
    timeline.scroll_into_view_if_needed()

    # The first photo is dropped behind the last.
    first, last = box(beach), box(timeline.get_by_role("option", name=re.compile(r"pier\.jpg")))
    middle = first["y"] + first["height"] / 2
    drag(page, (first["x"] + 40, middle), (last["x"] + last["width"] - 8, middle))
    expect(timeline.get_by_role("option", name="beach.jpg, 0:04–0:06")).to_be_visible()
    assert names(timeline) == ["koi", "pier", "beach"]

    # Its end is drawn out to be twice as long; nothing else gets longer.
    koi = timeline.get_by_role("option", name=re.compile(r"koi\.jpg"))
    place = box(koi)
    drag(page, (place["x"] + place["width"] + 1, middle), (place["x"] + 2 * place["width"], middle))
    expect(koi).to_have_attribute("aria-label", re.compile(r"koi\.jpg, 0:00–0:0(3\.9|4|4\.1)$"))
    expect(
        timeline.get_by_role("option", name=re.compile(r"pier\.jpg, 0:0(3\.9|4|4\.1)–0:0(5\.9|6|6\.1)"))
    ).to_be_visible()

    # A cut gets another transition.
    timeline.get_by_role("button", name="Transition into pier.jpg").click()
    chooser = timeline.get_by_role("region", name="Transition into pier.jpg")
    chooser.get_by_role("button", name="wipe").click()
    expect(chooser.get_by_role("button", name="wipe")).to_have_attribute("aria-pressed", "true")
    chooser.get_by_role("button", name="Close").click()

    # The title is written anew where it stands; the notebook's own keys stay out of it.
    timeline.get_by_role("option", name=re.compile("High tide")).dblclick()
    words = timeline.get_by_role("listbox").get_by_role("textbox", name="Words")
    words.press("ControlOrMeta+a")
    words.press_sequentially("dd low tide")
    words.press("Enter")
    expect(timeline.get_by_role("option", name=re.compile("dd low tide"))).to_be_visible()

    # The focus is set on the picture.
    koi.click()
    focus = timeline.get_by_role("slider", name="Focus point")
    before = str(focus.get_attribute("aria-valuetext"))
    spot = box(focus)
    focus.click(position={"x": 0.25 * spot["width"], "y": 0.75 * spot["height"]})
    expect(focus).to_have_attribute("aria-valuetext", re.compile(r"2[456] %, 7[456] %"))

    # Undo by key, twice: the focus and the title are as they were.
    koi.press("ControlOrMeta+z")
    expect(focus).to_have_attribute("aria-valuetext", before)
    koi.press("ControlOrMeta+z")
    expect(timeline.get_by_role("option", name=re.compile("High tide"))).to_be_visible()

    # And by the buttons.
    page.get_by_role("button", name="Redo").click()
    expect(timeline.get_by_role("option", name=re.compile("dd low tide"))).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(timeline.get_by_role("option", name=re.compile("High tide"))).to_be_visible()

    # An earlier state is compared with this one, looked at, and then restored.
    timeline.get_by_role("button", name="History").click()
    history = timeline.get_by_role("region", name="History")
    history.get_by_role("listitem").filter(has_text="a slideshow").get_by_role("button", name="Compare").click()
    for name in (re.compile(r"Before · Revision \d+"), "After · Now"):
        side = history.get_by_role("img", name=name)
        expect(side).to_have_attribute("data-ready", "true", timeout=20_000)
    history.get_by_role("button", name=re.compile("a slideshow, 2 seconds each")).click()
    expect(timeline.get_by_text("You are looking at an earlier draft")).to_be_visible()
    expect(timeline.get_by_role("option", name="beach.jpg, 0:00–0:02")).to_be_visible()
    timeline.get_by_role("button", name="Restore").click()
    expect(timeline.get_by_text("You are looking at an earlier draft")).to_have_count(0)
    expect(timeline.get_by_role("option", name="beach.jpg, 0:00–0:02")).to_be_visible()
    assert names(timeline) == ["beach", "koi", "pier"]

    # The same by keyboard alone: along the photos, one forward, longer, doubled, split, gone.
    beach.focus()
    beach.press("ArrowRight")
    second = timeline.get_by_role("option", name="koi.jpg, 0:02–0:04")
    expect(second).to_have_attribute("aria-selected", "true")
    expect(second).to_be_focused()
    second.press("Alt+ArrowLeft")
    moved = timeline.get_by_role("option", name="koi.jpg, 0:00–0:02")
    expect(moved).to_be_focused()
    moved.press("}")
    longer = timeline.get_by_role("option", name="koi.jpg, 0:00–0:03")
    expect(longer).to_be_focused()
    longer.press("d")
    expect(timeline.get_by_role("option", name="koi.jpg, 0:03–0:06")).to_be_visible()
    timeline.get_by_role("slider", name="Playhead").press("Home")
    timeline.get_by_role("slider", name="Playhead").press("Shift+ArrowRight")
    longer.press("s")
    expect(timeline.get_by_role("option", name="koi.jpg, 0:01–0:03")).to_be_visible()
    half = timeline.get_by_role("option", name="koi.jpg, 0:00–0:01")
    half.press("Delete")
    expect(half).to_have_count(0)
    expect(timeline.get_by_role("option", name="koi.jpg, 0:00–0:02")).to_be_focused()

    # The film is made, and kept in the notebook.
    page.get_by_role("button", name="Export").click()
    film = page.get_by_role("region", name="Player").locator("video")
    expect(film).to_be_visible(timeout=90_000)
    page.get_by_role("button", name="Embed").click()
    expect(page.get_by_role("log", name="Activity").get_by_text("is in the notebook now")).to_be_visible(timeout=30_000)
    # Nothing of it was taken for the notebook's shortcuts.
    assert page.locator(".jp-Cell").count() == 1
