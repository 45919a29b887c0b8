"""The panel in every state, by the rules of axe-core."""

from __future__ import annotations

import functools
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.axe import findings

pytestmark = pytest.mark.browser

JS = Path(__file__).resolve().parents[2] / "js"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def states_page() -> Iterator[str]:
    """The development page, which shows the panel in every state without a kernel; its address."""
    subprocess.run([sys.executable, str(JS / "npm.py"), "run", "dev", "--", "--once"], check=True, capture_output=True)
    handler = functools.partial(Quiet, directory=str(JS / "dev"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_any_state(
    states_page: str, browser: Browser, theme: str, request: pytest.FixtureRequest
) -> None:
    if theme == "dark" and not request.config.getoption("--torture"):
        pytest.skip("long: --torture runs it")
    # Colours that are half way from one to the other are nobody's.
    context = browser.new_context(viewport={"width": 1200, "height": 1000}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(states_page)
    states = page.evaluate("() => window.states")
    assert len(states) > 5
    found = {}
    for state in states:
        page.goto(f"{states_page}?state={state}&theme={theme}&lang=en")
        expect(page.get_by_role("textbox", name="Prompt")).to_be_visible()
        found[state] = findings(page)
    page.evaluate("() => document.querySelector('div > div').shadowRoot.append(document.createElement('button'))")
    assert "button-name: <button></button>" in findings(page)[0]
    context.close()
    assert {state: problems for state, problems in found.items() if problems} == {}
