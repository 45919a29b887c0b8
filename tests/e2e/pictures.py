"""The README's pictures of the panel, taken in JupyterLab: `python -m tests.e2e.pictures docs/` (`make pictures`)."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from tests.browser import chromium

from .conftest import ARGUMENTS, Lab, running_lab

CELLS = (
    "from PIL import Image\nfrom skimage import data\n\n"
    'for name in ["rocket", "astronaut", "hubble_deep_field", "coffee", "cat"]:\n'
    '    Image.fromarray(getattr(data, name)()).save(f"{name}.png")',
    "import photo2video_widgets as p2v\n\npanel = p2v.Panel()\npanel",
)
WORDS = "Turn these photos into a slideshow video with music and transitions, title: “A day off”"


def film(lab: Lab, page: Page) -> None:
    """Go the whole way in a fresh notebook, up to the finished film."""
    lab.write("film.ipynb", *CELLS)
    lab.open(page, "film.ipynb")
    prompt = page.get_by_role("textbox", name="Prompt")
    expect(prompt).to_be_visible(timeout=60_000)
    names = ("rocket", "astronaut", "hubble_deep_field", "coffee", "cat")
    files = [lab.folder / f"{name}.png" for name in names]
    page.locator("input[type=file]").first.set_input_files(files)
    expect(page.get_by_text("cat.png").first).to_be_visible(timeout=30_000)
    page.wait_for_timeout(1500)
    prompt.fill(WORDS)
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("region", name="Timeline").get_by_role("option").first).to_be_visible(timeout=30_000)
    page.get_by_role("button", name="Export").click()
    video = page.locator("video")
    expect(video).to_be_visible(timeout=180_000)
    page.wait_for_function("film => film.readyState >= 2", arg=video.element_handle(), timeout=30_000)
    video.evaluate("film => { film.currentTime = 2.2; }")
    page.wait_for_timeout(1500)


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home, running_lab(Path(home)) as lab, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1360, "height": 1500}, device_scale_factor=1.5, locale="en-US")
        film(lab, page)
        for theme in ("Light", "Dark"):
            name = f"JupyterLab {theme}"
            page.evaluate("name => window.jupyterapp.commands.execute('apputils:change-theme', {theme: name})", name)
            page.wait_for_timeout(2500)
            shown = page.locator(".jp-OutputArea-output").last
            shown.scroll_into_view_if_needed()
            shown.screenshot(path=folder / f"panel-{theme.lower()}.png")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
