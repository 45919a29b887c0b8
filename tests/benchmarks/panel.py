"""What the panel costs in a real JupyterLab: its first paint, a large upload, Stop while a cell runs.

The browser is driven over its own protocol with nothing enabled: Playwright receives every frame of every socket,
which makes an upload several times slower.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import random
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
from tornado.websocket import WebSocketClientConnection, websocket_connect

from tests import kernels
from tests.browser import chromium
from tests.e2e.conftest import ARGUMENTS, Lab, running_lab
from tests.pictures import photo

SIZE = 200_000_000
FIND = """const panel = () => {
  for (const host of document.querySelectorAll("[data-lm-suppress-shortcuts]"))
    if (host.shadowRoot?.querySelector(".toolbar")) return host.shadowRoot;
  return null;
};
const until = async condition => {
  for (;;) {
    const value = condition();
    if (value) return value;
    await new Promise(resolve => requestAnimationFrame(resolve));
  }
};"""
READY = "window.jupyterapp?.shell?.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'"
RUN = "window.jupyterapp.commands.execute('notebook:run-cell-and-select-next').then(() => true)"
PAINT = f"""(async () => {{
  {FIND}
  let painted = 0;
  const seen = until(panel).then(() => {{ painted = performance.now(); }});
  await window.jupyterapp.commands.execute('notebook:run-cell-and-select-next');
  const ended = performance.now();
  await seen;
  return Math.max(0, painted - ended);
}})()"""
SENT = f"""(async () => {{
  {FIND}
  const begun = performance.now();
  await until(() => panel().querySelector(".upload-row.checking, .upload-row.failed, .upload-row.done"));
  return [performance.now() - begun, panel().querySelector(".upload-row")?.innerText ?? ""];
}})()"""


class Chromium:
    """A page, over the browser's own protocol."""

    def __init__(self, socket: WebSocketClientConnection, profile: Path) -> None:
        self._socket, self._profile = socket, profile
        self._number = 0

    async def ask(self, method: str, **parameters: Any) -> Any:
        self._number += 1
        await self._socket.write_message(json.dumps({"id": self._number, "method": method, "params": parameters}))
        while True:
            answer = json.loads(str(await self._socket.read_message()))
            if answer.get("id") == self._number:
                return answer.get("result", {})

    async def value(self, expression: str) -> Any:
        answer = await self.ask("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        return answer.get("result", {}).get("value")

    def renderer(self) -> int:
        """The process of the page: the largest of the browser's renderers."""
        renderers = []
        for folder in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                command = (folder / "cmdline").read_bytes()
                if b"--type=renderer" in command and str(self._profile).encode() in command:
                    renderers.append((int((folder / "statm").read_text().split()[1]), int(folder.name)))
        return max(renderers)[1]


@contextlib.contextmanager
def browser(profile: Path) -> Iterator[str]:
    """The address of a running Chromium's protocol."""
    command = [str(chromium()), *ARGUMENTS, "--headless=new", "--remote-debugging-port=0", f"--user-data-dir={profile}"]
    process = subprocess.Popen([*command, "about:blank"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        told = profile / "DevToolsActivePort"
        while not told.is_file() or not told.read_text().strip():
            time.sleep(0.05)
        yield f"http://127.0.0.1:{told.read_text().split()[0]}"
    finally:
        process.terminate()
        process.wait(20)


def memory(process: int, name: str) -> float:
    """In MB."""
    status = Path(f"/proc/{process}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith(f"{name}:")).split()[1]) * 1024 / 1e6


async def in_lab(lab: Lab, address: str, profile: Path, clip: Path) -> list[tuple[str, str, str]]:
    pages = (await asyncio.to_thread(httpx.get, f"{address}/json")).json()
    target = next(page for page in pages if page["type"] == "page")
    page = Chromium(await websocket_connect(target["webSocketDebuggerUrl"], max_message_size=64 << 20), profile)
    await page.ask("Page.navigate", url=f"{lab.url}/lab/tree/bench.ipynb?reset&token={lab.token}")
    # The page loads twice: what is asked in between has no answer.
    for _ in range(300):
        if await page.value(READY):
            break
        await asyncio.sleep(0.2)
    await page.value(RUN)
    painted = await page.value(PAINT)
    lines = [("panel: first paint after the cell ran", f"{painted:.0f} ms", "limit: 300 ms")]
    await asyncio.sleep(2)
    process = page.renderer()
    before = memory(process, "VmRSS")
    Path(f"/proc/{process}/clear_refs").write_text("5")
    found = await page.ask(
        "Runtime.evaluate", expression=f"(() => {{ {FIND} return panel().querySelector('input[type=file]'); }})()"
    )
    await page.ask("DOM.setFileInputFiles", files=[str(clip)], objectId=found["result"]["objectId"])
    milliseconds, row = await page.value(SENT)
    rate = SIZE / milliseconds / 1000
    grown = memory(process, "VmHWM") - before
    state = "" if "%" not in row else row.replace("\n", " ")
    lines.append(("panel: a 200 MB file to the kernel's disk", f"{milliseconds / 1000:.2f} s", f"limit: 6 s {state}"))
    lines.append(("panel: the same, a second", f"{rate:.0f} MB", ""))
    lines.append(("panel: page memory meanwhile, peak", f"+{grown:.0f} MB", "limit: +150 MB"))
    return lines


def uploads(folder: Path) -> list[tuple[str, str, str]]:
    folder.mkdir(parents=True)
    clip = folder / "clip.mp4"
    with clip.open("wb") as file:
        # Bytes that no layer on the way could make fewer of.
        generator = random.Random(1)
        for _ in range(SIZE // 1_000_000):
            file.write(generator.randbytes(1_000_000))
    with running_lab(folder) as lab, browser(folder / "browser") as address:
        lab.write("bench.ipynb", "import photo2video_widgets as p2v\np2v.Panel", "panel = p2v.Panel()\npanel")
        return asyncio.run(in_lab(lab, address, folder / "browser", clip))


def stops(folder: Path) -> Iterator[tuple[str, str, str]]:
    """How fast Stop is, in kernels of three versions, while a cell blocks and while it awaits."""
    for version in kernels.VERSIONS:
        home = folder / version
        home.mkdir(parents=True)
        photo(home / "beach.jpg", size=(1600, 1200))
        with kernels.running_kernel(home, kernels.install(version, home / "ipykernel")) as kernel:
            widget = kernel.run(
                "import photo2video_widgets as p2v\npanel = p2v.Panel(language='en')\npanel.add('beach.jpg')\n"
                "panel.say('a film of 200 seconds, no music')\nprint(panel.control)"
            ).strip()
            for name, cell in (("blocks", "panel.export('a.mp4')"), ("awaits", "await panel.session.export('b.mp4')")):
                seconds, _, _ = kernels.stopped(kernel, widget, cell)
                yield f"Stop while a cell {name}, ipykernel {version}", f"{seconds * 1000:.0f} ms", "limit: 1 s"
        shutil.rmtree(home)


def measure(folder: Path) -> Iterator[tuple[str, str, str]]:
    yield from stops(folder / "kernels")
    if chromium():
        yield from uploads(folder / "lab")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        for name, value, beside in measure(Path(place)):
            print(f"{name:<46}{value:>12}   {beside}", flush=True)
