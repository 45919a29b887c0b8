"""The whole way, as a person in JupyterLab goes it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.pictures import photo

from .conftest import Lab

pytestmark = pytest.mark.browser


def test_two_dropped_photos_become_a_film_that_plays(lab: Lab, page: Page, tmp_path: Path) -> None:
    files = [photo(tmp_path / "beach.jpg", "teal", (1600, 1200)), photo(tmp_path / "koi.jpg", "crimson", (1600, 1200))]
    lab.write("film.ipynb", "import photo2video_widgets as p2v\npanel = p2v.Panel()\npanel")
    lab.open(page, "film.ipynb")

    prompt = page.get_by_role("textbox", name="Prompt")
    expect(prompt).to_be_visible(timeout=60_000)
    expect(page.get_by_role("button", name="Add photos")).to_be_visible()
    page.locator("input[type=file]").first.set_input_files(files)
    expect(page.get_by_text("koi.jpg").first).to_be_visible(timeout=30_000)

    prompt.fill("photos 1.5 seconds each with music and transitions, 640x360")
    activity = page.get_by_role("log", name="Activity")
    before = len(activity.inner_text())
    page.get_by_role("button", name="Send").click()
    page.wait_for_function(
        "([log, before]) => log.innerText.length > before + 40", arg=[activity.element_handle(), before], timeout=30_000
    )

    timeline = page.get_by_role("region", name="Timeline")
    first = timeline.get_by_role("option", name="beach.jpg, 0:00–0:01.5")
    expect(first).to_be_visible(timeout=30_000)
    expect(timeline.get_by_role("option", name="koi.jpg, 0:01.5–0:03")).to_be_visible()
    first.focus()
    first.press("Enter")
    expect(first).to_have_attribute("aria-selected", "true")

    player = page.get_by_role("region", name="Player")
    stage = player.get_by_role("img", name="The draft at the playhead")
    expect(stage).to_have_attribute("data-ready", "true", timeout=30_000)
    player.get_by_role("button", name="Play", exact=True).click()
    page.wait_for_function("stage => Number(stage.dataset.frame) > 10", arg=stage.element_handle(), timeout=30_000)
    player.get_by_role("button", name="Pause").click()

    page.get_by_role("button", name="Export").click()
    film = player.locator("video")
    expect(film).to_be_visible(timeout=60_000)
    page.wait_for_function("film => film.readyState >= 2", arg=film.element_handle(), timeout=30_000)
    assert film.evaluate("film => [film.videoWidth, film.videoHeight]") == [640, 360]
    film.evaluate("film => { film.muted = true; return film.play(); }")
    page.wait_for_function("film => film.currentTime > 0.3", arg=film.element_handle(), timeout=30_000)
    assert film.evaluate("film => film.duration") == pytest.approx(3.0, abs=0.1)

    with page.expect_download() as download:
        player.get_by_role("button", name="Download").click()
    assert Path(download.value.path()).read_bytes()[4:8] == b"ftyp"

    assert len(list(lab.folder.glob("*.mp4"))) == 1


def test_a_folder_of_camera_files_becomes_a_film_on_the_panel(lab: Lab, page: Page, camera_photos: Path) -> None:
    files = sorted((camera_photos / "trip").iterdir())
    lab.write("trip.ipynb", "import photo2video_widgets as p2v\npanel = p2v.Panel()\npanel")
    lab.open(page, "trip.ipynb")
    expect(page.get_by_role("textbox", name="Prompt")).to_be_visible(timeout=60_000)
    page.locator("input[type=file]").first.set_input_files(files)
    # The order of the film is the order in which they were chosen, however long each takes to come.
    photos = page.get_by_role("list", name="Photos").get_by_role("listitem")
    expect(photos).to_have_count(len(files), timeout=120_000)
    words = "turn these photos into a slideshow video with music and transitions"
    page.get_by_role("textbox", name="Prompt").fill(words)
    page.get_by_role("button", name="Send").click()
    photos = page.get_by_role("listbox", name="Photos").get_by_role("option")
    expect(photos).to_have_count(len(files), timeout=60_000)
    names = [str(photo.get_attribute("aria-label")).split(",")[0] for photo in photos.all()]
    assert names == [file.name for file in files]
    page.get_by_role("button", name="Export").click()
    film = page.get_by_role("region", name="Player").locator("video")
    expect(film).to_be_visible(timeout=300_000)
    page.wait_for_function("film => film.readyState >= 2", arg=film.element_handle(), timeout=30_000)
    assert film.evaluate("film => [film.videoWidth, film.videoHeight]") == [1920, 1080]
