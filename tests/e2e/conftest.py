"""A real JupyterLab and a real Chromium, as notebook users have them."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import nbformat
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import chromium

LABEXTENSION = Path(__file__).resolve().parents[2] / "js" / "labextension"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--autoplay-policy=no-user-gesture-required",
]


class Lab:
    """A running JupyterLab: its address, its token and the folder that it shows."""

    def __init__(self, url: str, token: str, folder: Path) -> None:
        self.url, self.token, self.folder = url, token, folder

    def write(self, name: str, *cells: str) -> None:
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
        notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
        nbformat.write(notebook, self.folder / name)

    def open(self, page: Page, name: str) -> None:
        """Open a notebook and run all of it."""
        page.goto(f"{self.url}/lab/tree/{name}?reset&token={self.token}")
        kernel = "window.jupyterapp?.shell?.currentWidget?.sessionContext?.session?.kernel"
        page.wait_for_function(f"() => ['idle', 'busy'].includes({kernel}?.status)", timeout=60_000)
        page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-all-cells')")


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@contextlib.contextmanager
def running_lab(home: Path) -> Iterator[Lab]:
    """A JupyterLab whose settings, data and engine live in `home`."""
    folder = home / "notebooks"
    folder.mkdir()
    token, port = secrets.token_hex(16), free_port()
    # As built, whatever an earlier installation left in the environment.
    shutil.copytree(LABEXTENSION, home / "data" / "labextensions" / "photo2video-widgets")
    private = {f"JUPYTER_{name}_DIR": str(home / name.lower()) for name in ("CONFIG", "DATA", "RUNTIME")}
    # What JupyterLab and the widgets need lies in the environment's own share/jupyter, which stays on the path.
    environment = {**os.environ, **private, "P2V_DATA_DIR": str(home / "engine"), "HOME": str(home)}
    environment.pop("NEMO_TOKEN", None)
    # JupyterLab asks whether it may fetch news, in a notification that lies over the page.
    settings = home / "settings" / "@jupyterlab" / "apputils-extension"
    settings.mkdir(parents=True)
    (settings / "notification.jupyterlab-settings").write_text('{"fetchNews": "false", "checkForUpdates": false}')
    environment["JUPYTERLAB_SETTINGS_DIR"] = str(home / "settings")
    url = f"http://127.0.0.1:{port}"
    command = [
        sys.executable,
        "-m",
        "jupyterlab",
        "--no-browser",
        "--allow-root",
        "--ip=127.0.0.1",
        f"--port={port}",
        f"--IdentityProvider.token={token}",
        f"--ServerApp.root_dir={folder}",
        "--LabApp.expose_app_in_browser=True",
    ]
    with running_server(command, environment, home, f"{url}/api"):
        yield Lab(url, token, folder)


@contextlib.contextmanager
def running_server(command: list[str], environment: dict[str, str], home: Path, ready: str) -> Iterator[None]:
    """A server that runs in `home` until it is no longer needed; it is there once the address `ready` answers."""
    log = home / "server.log"
    with log.open("wb") as told:
        server = subprocess.Popen(command, cwd=home, env=environment, stdout=told, stderr=subprocess.STDOUT)
    try:
        deadline = time.monotonic() + 60
        while not answers(ready):
            if server.poll() is not None or time.monotonic() > deadline:
                pytest.fail(f"{command[2]} did not start: {log.read_text()[-2000:]}")
            time.sleep(0.2)
        yield
    finally:
        server.terminate()
        server.wait(20)


def answers(url: str) -> bool:
    try:
        return httpx.get(url, timeout=2).status_code == 200
    except httpx.HTTPError:
        return False


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    # Each module begins with an empty folder, whichever ran before it.
    with running_lab(tmp_path_factory.mktemp("lab")) as lab:
        yield lab


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    # No longer than a module: Playwright's own loop would be in the way of the asynchronous tests.
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1400, "height": 1000}, locale="en-US")
    yield context.new_page()
    context.close()
