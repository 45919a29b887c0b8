"""How the timeline of a long film scrolls and drags in Chromium, with pictures, measured in the page."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Any

from photo2video_widgets.widgets.model import STATIC
from tests.browser import chromium

SEGMENTS = 2000
SECONDS = 3

# A kernel that knows a long film and gives every photo the same small picture.
SHOW = """async ([code, draft]) => {
  const { default: panel } = await import(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
  const canvas = new OffscreenCanvas(240, 180);
  const pen = canvas.getContext("2d");
  pen.fillStyle = "teal";
  pen.fillRect(0, 0, 240, 180);
  const picture = await (await canvas.convertToBlob({ type: "image/jpeg" })).arrayBuffer();
  const traits = { draft, revision: 1, phase: "ready", backend: { name: "local", label: "", hosted: false } };
  const heard = [];
  const model = {
    get: (name) => traits[name],
    on: (event, listener) => event === "msg:custom" && heard.push(listener),
    off: () => undefined,
    send: (message) => {
      if (message.type !== "thumbnail") return;
      setTimeout(() => heard.forEach((listener) => listener(message, [new DataView(picture)])), 5);
    },
  };
  const life = new AbortController();
  const el = document.createElement("div");
  el.dataset.p2vPart = "timeline";
  document.body.append(el);
  const widget = panel();
  widget.initialize({ model, signal: life.signal });
  widget.render({ model, el, signal: life.signal });
  window.root = el.firstElementChild.shadowRoot;
}"""
COUNT = """() => {
  window.frames_ = { times: [], nodes: 0 };
  const step = (time) => {
    frames_.times.push(time);
    frames_.nodes = Math.max(frames_.nodes, root.querySelectorAll("*").length);
    window.counting = requestAnimationFrame(step);
  };
  window.counting = requestAnimationFrame(step);
}"""
COUNTED = "() => { cancelAnimationFrame(window.counting); return frames_; }"
SCROLL = """seconds => new Promise((done) => {
  const view = root.querySelector(".track-view");
  const begun = performance.now();
  const step = (time) => {
    view.scrollLeft += 60;
    if (time - begun < 1000 * seconds) requestAnimationFrame(step);
    else done();
  };
  requestAnimationFrame(step);
})"""


@dataclass(frozen=True)
class Pace:
    """Frames a second, the longest time between two of them (ms), and the most elements that there were at once."""

    frames: float
    longest: float
    elements: int


def film(count: int) -> dict[str, Any]:
    photos = [
        {
            "id": f"s{n}", "s": 3000 * n, "d": 3000,
            "m": {"name": f"{n}.jpg", "src": f"asset:{n:064x}", "transition": {"kind": "crossfade", "d": 500}},
        }
        for n in range(count)
    ]  # fmt: skip
    titles = [{"id": f"x{n}", "s": 30_000 * n, "d": 3000, "m": {"text": f"Day {n}"}} for n in range(count // 10)]
    tracks = [{"id": "v1", "tt": 0, "sg": photos}, {"id": "x1", "tt": 7, "sg": titles}]
    return {"d": 3000 * count, "m": {}, "t": tracks}


def measure() -> dict[str, Pace]:
    """The paces of scrolling, of dragging a photo along, and of drawing out its end."""
    from playwright.sync_api import sync_playwright

    code = (STATIC / "panel.js").read_text("utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1300, "height": 700})
        page.evaluate(SHOW, [code, film(SEGMENTS)])
        found = {"whole film in sight": _scroll(page)}
        for _ in range(11):
            page.get_by_role("button", name="Zoom in").click()
        found["scroll"] = _scroll(page)
        for name, share in (("drag", 0.5), ("retime", 0.97)):
            photos = page.get_by_role("listbox", name="Photos").get_by_role("option").all()
            boxes = [box for photo in photos if (box := photo.bounding_box())]
            box = next(box for box in boxes if 300 < box["x"] < 700)
            page.mouse.move(box["x"] + share * box["width"], box["y"] + 8)
            page.mouse.down()
            page.evaluate(COUNT)
            for n in range(120):
                page.mouse.move(box["x"] + share * box["width"] + 4 * (n % 60), box["y"] + 8)
            found[name] = _pace(page.evaluate(COUNTED))
            page.keyboard.press("Escape")
            page.mouse.up()
        browser.close()
    return found


def _scroll(page: Any) -> Pace:
    page.evaluate(COUNT)
    page.evaluate(SCROLL, SECONDS)
    return _pace(page.evaluate(COUNTED))


def _pace(counted: dict[str, Any]) -> Pace:
    times = counted["times"]
    gaps = [later - before for before, later in itertools.pairwise(times)]
    return Pace(1000 * len(gaps) / (times[-1] - times[0]), max(gaps), counted["nodes"])
