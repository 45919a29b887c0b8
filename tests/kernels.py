"""Kernels of several versions, and a page's side of what is said to them."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from jupyter_client.manager import KernelManager

ROOT = Path(__file__).parents[1]
VERSIONS = ("6.31.0", "7.3.0", "7.4.0")


def install(version: str, folder: Path) -> Path:
    """An ipykernel of this version, in a folder that goes in front of what is installed."""
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(folder)]
    subprocess.run([*command, f"ipykernel=={version}"], check=True, stderr=subprocess.DEVNULL)
    return folder


class Kernel:
    """A running kernel, as a page sees it."""

    def __init__(self, client: Any) -> None:
        self._client = client

    def start(self, code: str) -> str:
        """Begin to run a cell; gives the message's id."""
        cell: str = self._client.execute(code)
        return cell

    def read(self, cell: str, on_message: Callable[[dict[str, Any]], object] = lambda message: None) -> list[str]:
        """Wait for the end of a cell; gives what it printed and the name of its error."""
        told: list[str] = []
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            message = self._client.get_iopub_msg(timeout=60)
            on_message(message)
            if message["parent_header"].get("msg_id") != cell:
                continue
            content = message["content"]
            if message["msg_type"] == "stream":
                told.append(content["text"])
            elif message["msg_type"] == "error":
                told.append(content["ename"])
            elif message["msg_type"] == "status" and content["execution_state"] == "idle":
                return told
        raise AssertionError("the cell didn't end")

    def run(self, code: str) -> str:
        return "".join(self.read(self.start(code)))

    def tell(self, widget: str, channel: str = "control", **content: Any) -> None:
        """Say something to a widget, as a view does."""
        data = {"comm_id": widget, "data": {"method": "custom", "content": content}}
        message = self._client.session.msg("comm_msg", data)
        getattr(self._client, f"{channel}_channel").send(message)


@contextlib.contextmanager
def running_kernel(home: Path, ipykernel: Path | None = None) -> Iterator[Kernel]:
    """A kernel with this package, and with another ipykernel where one is given."""
    path = [str(ROOT)] if ipykernel is None else [str(ipykernel), str(ROOT)]
    manager = KernelManager(transport="tcp")
    manager.kernel_spec.argv[0] = sys.executable
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path), "P2V_DATA_DIR": str(home / "data")}
    manager.start_kernel(env=environment, cwd=str(home), stderr=subprocess.DEVNULL)
    client = manager.client()
    try:
        client.start_channels()
        client.wait_for_ready(timeout=60)
        yield Kernel(client)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
        manager.cleanup_resources()


def stopped(kernel: Kernel, widget: str, code: str) -> tuple[float, list[str], list[int]]:
    """Run a cell that makes a film and press Stop once frames are made.

    Gives the seconds until the page saw that it was cancelled, what the cell told and the frames that the page saw.
    """
    frames: list[int] = []
    pressed = ended = 0.0

    def watch(message: dict[str, Any]) -> None:
        nonlocal pressed, ended
        state = message["content"].get("data", {}).get("state", {}) if message["msg_type"] == "comm_msg" else {}
        if "exporting" not in state:
            return
        frames.append(state["exporting"]["frame"])
        if state["exporting"]["frame"] > 0 and not pressed:
            pressed = time.monotonic()
            kernel.tell(widget, type="stop")
        elif state["exporting"]["status"] == "cancelled":
            ended = time.monotonic()

    told = kernel.read(kernel.start(code), watch)
    assert pressed, "no frame was seen while the cell ran"
    assert ended, "the page did not see that the film was cancelled"
    return ended - pressed, told, frames
