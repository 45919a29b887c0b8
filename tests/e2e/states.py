"""The panel in every state without a kernel, and pictures of it: `python -m tests.e2e.states FOLDER [STATE …]`."""

from __future__ import annotations

import contextlib
import functools
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from tests.browser import chromium

from .conftest import ARGUMENTS

JS = Path(__file__).resolve().parents[2] / "js"
# How a page is shown: the development page's theme, and what the system asks of the browser.
LOOKS: dict[str, tuple[str, dict[str, Any]]] = {
    "light": ("light", {}),
    "dark": ("dark", {}),
    "forced": ("light", {"forced_colors": "active"}),
    "forced-dark": ("dark", {"forced_colors": "active", "color_scheme": "dark"}),
    "contrast": ("light", {"contrast": "more"}),
    "still": ("light", {"reduced_motion": "reduce"}),
}
WIDTHS = (320, 420, 1300)


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@contextlib.contextmanager
def serving_states() -> Iterator[str]:
    """The development page, which shows the panel in every state; its address."""
    subprocess.run([sys.executable, str(JS / "npm.py"), "run", "dev", "--", "--once"], check=True, capture_output=True)
    handler = functools.partial(Quiet, directory=str(JS / "dev"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def states_of(page: Page, url: str) -> list[str]:
    page.goto(url)
    return list(page.evaluate("() => window.states"))


def show(page: Page, url: str, state: str, theme: str = "light", language: str = "en") -> None:
    page.goto(f"{url}?state={state}&theme={theme}&lang={language}")
    expect(page.get_by_role("status").first).to_be_visible()


def _segment(page: Page, name: str) -> Locator:
    return page.locator(f".segment[aria-label*='{name}']").first


# What is reached from a ready panel by hand.
GESTURES: dict[str, Callable[[Page], object]] = {
    "photo": lambda page: _segment(page, "ferry").click(),
    "words": lambda page: _segment(page, "A week").click(),
    "music": lambda page: _segment(page, "Lo-fi").click(),
    # In a narrow cell cuts are too close to each other for a mark of their own.
    "cut": lambda page: page.locator(".cut-mark").evaluate_all("marks => marks[2]?.click()"),
    "history": lambda page: page.locator(".timeline .bar .button").nth(-2).click(),
    "keys": lambda page: page.locator(".timeline .bar .button").nth(-1).click(),
    "path": lambda page: page.locator(".drop-buttons .button").first.click(),
    "focus": lambda page: [page.keyboard.press("Tab") for _ in range(4)],
}


def main(folder: Path, wanted: list[str]) -> None:
    with serving_states() as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        for look in LOOKS:
            for width in WIDTHS:
                picture(browser, url, look, width, folder, wanted)
        browser.close()


def picture(browser: Browser, url: str, look: str, width: int, folder: Path, wanted: list[str]) -> None:
    theme, options = LOOKS[look]
    folder.mkdir(parents=True, exist_ok=True)
    context = browser.new_context(viewport={"width": width, "height": 900}, **options)
    page = context.new_page()
    for state in [*states_of(page, url), *GESTURES]:
        for language in ("en", "zh"):
            if wanted and state not in wanted:
                continue
            show(page, url, "ready" if state in GESTURES else state, theme, language)
            GESTURES.get(state, lambda page: None)(page)
            page.wait_for_timeout(400)
            page.screenshot(path=folder / f"{look}-{width}-{state}-{language}.png", full_page=True)
    context.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
