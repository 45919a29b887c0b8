"""The panel in every state: by the rules of axe-core, and within the cell that it is given."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.axe import findings

from .states import serving_states, show, states_of

pytestmark = pytest.mark.browser

# What sticks out of the panel, or lies under what comes after it.
MISPLACED = """() => {
  const root = document.querySelector("[data-p2v-part] > div").shadowRoot;
  const panel = root.querySelector(".panel").getBoundingClientRect();
  const name = element => element.getAttribute("aria-label") || element.textContent.trim() || element.className;
  const wide = [...root.querySelectorAll("button, textarea, select, .empty, .stage, .callout, .bar > *")]
    .filter(element => !element.closest(".photos, .suggestions, .track-view, .upload-rows, .log, .revisions"))
    .filter(element => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.right > panel.right + 1 || box.left < panel.left - 1);
    });
  const places = [...root.querySelectorAll(".toolbar, .account, .callout, .columns, .prompt, .player, .timeline")];
  const covered = places.filter(element => {
    const end = element.getBoundingClientRect().bottom;
    const next = (element.closest(".columns") ?? element).nextElementSibling;
    return next && !element.closest(".timeline") && end > next.getBoundingClientRect().top + 1;
  });
  return [...wide.map(element => `out: ${name(element)}`), ...covered.map(element => `covered: ${element.className}`)];
}"""


@pytest.fixture(scope="module")
def states_page() -> Iterator[str]:
    with serving_states() as url:
        yield url


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_any_state(
    states_page: str, browser: Browser, theme: str, request: pytest.FixtureRequest
) -> None:
    if theme == "dark" and not request.config.getoption("--torture"):
        pytest.skip("long: --torture runs it")
    # Colours that are half way from one to the other are nobody's.
    context = browser.new_context(viewport={"width": 1200, "height": 1000}, reduced_motion="reduce")
    page = context.new_page()
    states = states_of(page, states_page)
    assert len(states) > 5
    found = {}
    for state in states:
        show(page, states_page, state, theme)
        expect(page.get_by_role("textbox", name="Prompt")).to_be_visible()
        found[state] = findings(page)
    page.evaluate("() => document.querySelector('div > div').shadowRoot.append(document.createElement('button'))")
    assert "button-name: <button></button>" in findings(page)[0]
    context.close()
    assert {state: problems for state, problems in found.items() if problems} == {}


def test_nothing_is_cut_off_in_any_state(states_page: str, browser: Browser) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    found = {}
    for state in states_of(page, states_page):
        for language in ("en", "zh"):
            show(page, states_page, state, language=language)
            for width in (320, 420, 800, 1300):
                page.set_viewport_size({"width": width, "height": 1000})
                found[state, language, width] = page.evaluate(MISPLACED)
    context.close()
    assert {state: problems for state, problems in found.items() if problems} == {}
