"""What a panel leaves behind in the page when it goes: nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from photo2video_widgets.widgets.model import STATIC

pytestmark = pytest.mark.browser

OPEN_AND_CLOSE = """async ([source, rounds]) => {
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const panel = (await import(url)).default;
  const text = { id: "x", s: 0, d: 3000, m: { text: "A trip" } };
  const picture = n => ({ id: `p${n}`, s: 3000 * n, d: 3000,
    m: { name: `${n}.jpg`, src: `asset:${n}`, kind: "image" } });
  const traits = {
    phase: "ready", language: "en", accept: [".jpg"], max_bytes: 2e8, revision: 3, can_undo: true,
    photos: [0, 1, 2].map(n => ({ asset: `asset:${n}`, name: `${n}.jpg`, kind: "image", width: 4, height: 3 })),
    draft: { d: 9000, m: { width: 1920, height: 1080, fps: 30 }, t: [
      { id: "v", tt: 0, sg: [0, 1, 2].map(picture) }, { id: "x", tt: 7, sg: [text] } ] },
    film: { id: "f", name: "a.mp4", size: 10, duration: 9, width: 1920, height: 1080 },
    exporting: { status: "idle", frame: 0, frames: 0, stage: "", message: "" },
    backend: { name: "local", label: "Here", hosted: false },
  };
  for (let round = 0; round < rounds; round += 1) {
    const handlers = new Map();
    const model = {
      get: name => traits[name],
      on: (name, handler) => handlers.set(handler, name),
      off: (name, handler) => handlers.delete(handler),
      send: () => {},
    };
    const life = new AbortController();
    const views = [0, 1].map(() => ({
      el: document.body.appendChild(document.createElement("div")), end: new AbortController(),
    }));
    const widget = panel();
    widget.initialize({ model, signal: life.signal });
    for (const { el, end } of views) widget.render({ model, el, signal: end.signal });
    const tell = message => {
      for (const [handler, name] of [...handlers]) if (name === "msg:custom") handler(message, []);
    };
    const entries = Array.from({ length: 50 }, (_, id) => ({ id, kind: "agent", text: "x".repeat(500), time: 0 }));
    tell({ type: "log", entries, first: 0 });
    await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
    for (const { el, end } of views) { end.abort(); el.remove(); }
    life.abort();
    if (handlers.size) throw new Error(`${handlers.size} listeners stay`);
  }
}"""


@pytest.fixture
def blank(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.set_content("<!doctype html><body></body>")
    yield page
    page.close()


def test_a_hundred_panels_that_came_and_went_leave_nothing(blank: Page) -> None:
    source = Path(STATIC / "panel.js").read_text("utf-8")
    devtools = blank.context.new_cdp_session(blank)

    def held() -> tuple[float, int, int]:
        for _ in range(3):
            devtools.send("HeapProfiler.collectGarbage")
        counts = devtools.send("Memory.getDOMCounters")
        return devtools.send("Runtime.getHeapUsage")["usedSize"] / 2**20, counts["nodes"], counts["jsEventListeners"]

    blank.evaluate(OPEN_AND_CLOSE, [source, 10])
    before = held()
    blank.evaluate(OPEN_AND_CLOSE, [source, 100])
    after = held()
    # A single panel holds a few hundred nodes and a megabyte: a hundred that stayed would be seen.
    assert after[0] - before[0] < 2, (before, after)
    assert after[1] - before[1] < 200, (before, after)
    assert after[2] - before[2] < 50, (before, after)
