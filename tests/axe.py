"""Pages by the rules of axe-core, which npm brings for the tests alone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).resolve().parents[1] / "js" / "node_modules" / "axe-core" / "axe.min.js"
# Of the page, which the host makes; a panel is only a part of it.
OF_THE_PAGE = ["document-title", "html-has-lang", "landmark-one-main", "page-has-heading-one", "region", "bypass"]


def findings(page: Page, within: str = "", off: Sequence[str] = OF_THE_PAGE) -> list[str]:
    """What axe finds serious or critical in the page, or in its parts that a selector finds; `off` are rules that it
    is not held to."""
    if not page.evaluate("() => 'axe' in window"):
        # Not as a script tag: a page may allow none.
        page.evaluate(AXE.read_text("utf-8"))
    where = {"include": [within or "html"]}
    options = {"rules": {rule: {"enabled": False} for rule in off}}
    found: dict[str, Any] = page.evaluate("([where, options]) => axe.run(where, options)", [where, options])
    assert len(found["passes"]) > 5
    return [
        f"{problem['id']}: {node['html'][:200]} {node['failureSummary']}"
        for problem in found["violations"]
        if problem["impact"] in ("serious", "critical")
        for node in problem["nodes"]
    ]
