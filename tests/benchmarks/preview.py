"""The live preview in Chromium, its graphics done by software: frames a second, script a frame, time to answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from . import drawn

SECONDS = 5
PHOTOS = 20
# When anything on the canvas looks otherwise than at the start of this.
_WATCH = """() => {
  const canvas = panel.querySelector("canvas"), pen = new OffscreenCanvas(8, 8).getContext("2d");
  const look = () => {
    pen.drawImage(canvas, 0, 0, 8, 8);
    return pen.getImageData(0, 0, 8, 8).data.join();
  };
  const before = canvas ? look() : "", start = performance.now();
  window.changed = 0;
  const step = () => {
    const now = panel.querySelector("canvas");
    if (now?.dataset.ready === "true" && look.call(now) !== before) window.changed = performance.now() - start;
    else requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}"""
_SEND = "words => { model.send({ type: 'send', text: words }); }"
_COUNT = """() => {
  window.seen = new Set();
  const step = () => { seen.add(panel.querySelector("canvas").dataset.frame); requestAnimationFrame(step); };
  step();
}"""


def measure(folder: Path, line: Callable[[str, str, str], None]) -> None:
    """Print one line for each figure."""
    from playwright.sync_api import sync_playwright

    import photo2video_widgets as p2v
    from tests.browser import chromium
    from tests.e2e.conftest import ARGUMENTS
    from tests.e2e.page import PanelPage

    panel = p2v.Panel(language="en", data_dir=folder / "preview-engine")
    (folder / "preview").mkdir()
    panel.add(drawn.photos(folder / "preview", PHOTOS, (2400, 1600)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1300, "height": 900})
        shown = PanelPage(page, panel)
        for words, what in (
            ("a film of 60 seconds with music, transitions and the title Low tide", "first film"),
            ("make everything black and white", "one look changed"),
        ):
            shown.settle(1)
            page.evaluate(_WATCH.replace("look.call(now)", "look()") if what != "first film" else _FIRST)
            page.evaluate(_SEND, words)
            took = shown.until("window.changed")
            line(f"preview: Send to first frame, {what}, {PHOTOS} photos", f"{took:.0f} ms", "limit: 300 ms")
            shown.until("panel.querySelector('.status').dataset.phase === 'ready'")
        draft: dict[str, Any] = panel.draft
        panel.set_trait("draft", {**draft, "m": {**draft["m"], "fps": 60}})
        shown.until("panel.querySelector('[aria-label^=\"Sound off\"]')")
        page.evaluate("panel.querySelector('[aria-label=Play]').click()")
        shown.until("+panel.querySelector('canvas').dataset.frame > 60")
        metrics = page.context.new_cdp_session(page)
        metrics.send("Performance.enable")
        before = _metrics(metrics)
        page.evaluate(_COUNT)
        page.wait_for_timeout(1000 * SECONDS)
        after = _metrics(metrics)
        frames = page.evaluate("seen.size")
        script = after["ScriptDuration"] - before["ScriptDuration"]
        lasted = after["Timestamp"] - before["Timestamp"]
        line("preview: frames a second, 960 x 540, software GL", f"{frames / lasted:.1f}", "limit: 24")
        line("preview: script a frame", f"{1000 * script / frames:.2f} ms", "limit: 4 ms")
        browser.close()
    panel.close()


_FIRST = """() => {
  const start = performance.now();
  window.changed = 0;
  const step = () => {
    if (panel.querySelector("canvas")?.dataset.ready === "true") window.changed = performance.now() - start;
    else requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}"""


def _metrics(session: Any) -> dict[str, float]:
    return {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
