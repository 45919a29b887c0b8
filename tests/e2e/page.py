"""A panel on a page without a notebook: the built front end and a real panel, joined by what crosses the comm."""

from __future__ import annotations

import base64
import queue
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

import photo2video_widgets as p2v

STATIC = Path(p2v.__file__).parent / "static"
_MODEL = """
const traits = {}, handlers = new Map();
const emit = (event, ...given) => { for (const one of handlers.get(event) ?? []) one(...given); };
const bytes = text => Uint8Array.from(atob(text), character => character.charCodeAt(0)).buffer;
const base64 = async buffer => {
  const url = await new Promise(done => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.readAsDataURL(new Blob([buffer]));
  });
  return url.slice(url.indexOf(",") + 1);
};
window.model = {
  get: name => traits[name],
  on: (event, handler) => handlers.set(event, (handlers.get(event) ?? new Set()).add(handler)),
  off: (event, handler) => handlers.get(event)?.delete(handler),
  send: async (message, _, buffers = []) => toKernel(message, await Promise.all([...buffers].map(base64))),
};
window.deliver = all => {
  for (const [kind, content, buffers] of all)
    if (kind === "trait") { Object.assign(traits, content); for (const name in content) emit(`change:${name}`); }
    else emit("msg:custom", content, buffers.map(bytes));
};
null;
"""
_SHOW = """async ([source, part]) => {
  const module = await import(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
  const widget = module.default(), el = document.createElement("div");
  el.dataset.p2vPart = part;
  document.body.append(el);
  window.life = new AbortController();
  widget.initialize({ model, signal: life.signal });
  widget.render({ model, el, signal: life.signal });
  window.panel = el.firstElementChild.shadowRoot;
}"""


class PanelPage:
    """A page that shows `panel`. Messages only move while `until` waits."""

    def __init__(self, page: Page, panel: p2v.Panel, part: str = "panel") -> None:
        self.page, self.panel = page, panel
        self._waiting: queue.SimpleQueue[tuple[str, Any, list[str]]] = queue.SimpleQueue()
        panel.send = self._send  # type: ignore[method-assign]
        names = [name for name in panel.keys if not name.startswith("_") and name != "layout"]
        panel.observe(lambda change: self._waiting.put(("trait", {change["name"]: change["new"]}, [])), names)
        page.expose_function("toKernel", self._receive)
        page.goto("about:blank")
        page.evaluate(_MODEL)
        page.evaluate("traits => deliver([['trait', traits, []]])", {name: getattr(panel, name) for name in names})
        page.evaluate(_SHOW, [(STATIC / "panel.js").read_text("utf-8"), part])

    def until(self, condition: str, argument: Any = None, seconds: float = 60) -> Any:
        """Let messages through until an expression in the page (a function of `argument`) is true, and give it."""
        deadline = time.monotonic() + seconds
        while True:
            self._deliver()
            if found := self.page.evaluate(condition, argument):
                return found
            assert time.monotonic() < deadline, f"this didn't come true: {condition}"
            self.page.wait_for_timeout(5)

    def settle(self, seconds: float = 0.5) -> None:
        """Let messages through until none came for so long."""
        last = time.monotonic()
        while time.monotonic() - last < seconds:
            if self._deliver():
                last = time.monotonic()
            self.page.wait_for_timeout(5)

    def _deliver(self) -> bool:
        waiting = []
        while not self._waiting.empty():
            waiting.append(list(self._waiting.get()))
        if waiting:
            self.page.evaluate("all => deliver(all)", waiting)
        return bool(waiting)

    def _send(self, content: Any, callbacks: Any = None, buffers: Any = None) -> None:
        self._waiting.put(("message", content, [base64.b64encode(buffer).decode() for buffer in buffers or ()]))

    def _receive(self, message: dict[str, Any], buffers: list[str]) -> None:
        self.panel._handle_custom_msg(message, [memoryview(base64.b64decode(buffer)) for buffer in buffers])
