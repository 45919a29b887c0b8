"""Files come onto a panel in JupyterLab in every way there is."""

from __future__ import annotations

from pathlib import Path

import pillow_heif
import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.pictures import photo

from .conftest import Lab

pytestmark = pytest.mark.browser

COPY = """async () => {
  const canvas = new OffscreenCanvas(320, 240);
  canvas.getContext("2d").fillRect(0, 0, 160, 240);
  const picture = await canvas.convertToBlob({ type: "image/png" });
  await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
}"""


def heic(path: Path) -> Path:
    pillow_heif.from_pillow(Image.new("RGB", (640, 480), "olive")).save(path)
    return path


def drop(page: Page, onto: Locator, *paths: Path) -> None:
    """Drag files or folders from outside the page and let them fall."""
    box = onto.bounding_box()
    assert box
    place = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
    data = {"items": [], "files": [str(path) for path in paths], "dragOperationsMask": 1}
    devtools = page.context.new_cdp_session(page)
    for kind in ("dragEnter", "dragOver", "drop"):
        devtools.send("Input.dispatchDragEvent", {"type": kind, **place, "data": data})
        if kind == "dragOver":
            expect(page.get_by_text("Drop to add")).to_be_visible()


def test_files_come_by_every_way_and_what_cannot_is_named(lab: Lab, page: Page, tmp_path: Path) -> None:
    lab.write("upload.ipynb", "import photo2video_widgets as p2v\npanel = p2v.Panel()\npanel")
    lab.open(page, "upload.ipynb")
    expect(page.get_by_text("Ready to go")).to_be_visible(timeout=90_000)
    photos = page.get_by_role("list", name="Photos")
    rows = page.get_by_role("list", name="Uploads").get_by_role("listitem")

    # A folder is dropped, with a folder in it: its photos come in their order, what is none is counted.
    trip = tmp_path / "trip"
    (trip / "day 2").mkdir(parents=True)
    heic(trip / "IMG 10.heic")
    photo(trip / "IMG 2.jpg", "crimson")
    photo(trip / "day 2" / "koi.jpg", "gold")
    (trip / "notes.txt").write_text("low tide at noon")
    (trip / ".hidden.jpg").write_bytes(b"")
    drop(page, page.get_by_text("Drop photos here"), trip)
    expect(photos.get_by_role("listitem")).to_have_count(3, timeout=60_000)
    assert [item.get_attribute("title") for item in photos.get_by_role("listitem").all()] == [
        "koi.jpg",
        "IMG 2.jpg",
        "IMG 10.heic",
    ]
    expect(page.get_by_text("1 file in the folder")).to_be_visible()
    page.get_by_role("button", name="OK", exact=True).click()

    # A browser can't show HEIC; the panel can.
    picture = photos.locator("img[alt='IMG 10.heic']")
    expect(picture).to_be_visible(timeout=30_000)
    page.wait_for_function("picture => picture.naturalWidth >= 60", arg=picture.element_handle(), timeout=30_000)

    # A copied picture is pasted where the words are typed; words are pasted as ever.
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate(COPY)
    prompt = page.get_by_role("textbox", name="Prompt")
    prompt.press("ControlOrMeta+v")
    expect(photos.get_by_role("listitem")).to_have_count(4, timeout=30_000)
    assert str(photos.get_by_role("listitem").last.get_attribute("title")).endswith(".png")
    expect(prompt).to_have_value("")
    page.evaluate("() => navigator.clipboard.writeText('10 seconds')")
    prompt.press("ControlOrMeta+v")
    expect(prompt).to_have_value("10 seconds")

    # One of several is broken: it is named with its reason, the others are there.
    good = [photo(tmp_path / f"{name}.jpg", name) for name in ("teal", "navy")]
    (tmp_path / "broken.jpg").write_bytes(b"\xff\xd8\xff" + bytes(2000))
    page.locator("input[type=file]").first.set_input_files([good[0], tmp_path / "broken.jpg", good[1]])
    expect(photos.get_by_role("listitem")).to_have_count(6, timeout=60_000)
    broken = rows.filter(has_text="broken.jpg")
    expect(broken).to_have_count(1)
    expect(rows).to_have_count(1, timeout=20_000)
    assert len(broken.inner_text()) > len("broken.jpg 2 kB") + 15
    broken.get_by_role("button", name="Dismiss").click()
    expect(rows).to_have_count(0)

    # What isn't there is named too, and so is where a path ends that leads nowhere.
    for path, shown in (("no such place/a.jpg", "a.jpg"), (str(heic(tmp_path / "far.heic")), None)):
        page.get_by_role("button", name="From a path").click()
        page.get_by_role("textbox", name="Path on the kernel").fill(path)
        page.keyboard.press("Enter")
        if shown:
            expect(rows.filter(has_text=shown).locator(".upload-reason")).not_to_be_empty(timeout=30_000)
            rows.get_by_role("button", name="Dismiss").click()
    expect(photos.get_by_role("listitem")).to_have_count(7, timeout=60_000)
    # The folder that it came from is told to nobody.
    expect(photos.get_by_role("listitem").last).to_have_attribute("title", "far.heic")

    # A file is given up half way while another goes on.
    with (tmp_path / "long.mp4").open("wb") as file:
        file.truncate(190 * 2**20)
    page.locator("input[type=file]").first.set_input_files([tmp_path / "long.mp4", photo(tmp_path / "pier.jpg")])
    rows.get_by_role("button", name="Cancel long.mp4").click()
    expect(rows.filter(has_text="long.mp4")).to_have_count(0)
    expect(photos.get_by_role("listitem")).to_have_count(8, timeout=60_000)

    # What the kernel's machine had no room for comes at the second try.
    incoming = next((lab.folder.parent / "engine").rglob("incoming"))
    incoming.rename(incoming.with_name("aside"))
    incoming.write_text("in the way")
    page.locator("input[type=file]").first.set_input_files(photo(tmp_path / "late.jpg", "olive"))
    late = rows.filter(has_text="late.jpg")
    expect(late.get_by_role("button", name="Retry")).to_be_visible(timeout=30_000)
    incoming.unlink()
    late.get_by_role("button", name="Retry").click()
    expect(photos.get_by_role("listitem")).to_have_count(9, timeout=60_000)
