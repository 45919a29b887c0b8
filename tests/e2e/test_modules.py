"""What comes after the panel's first paint."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

import photo2video_widgets as p2v

from .page import PanelPage

pytestmark = pytest.mark.browser

ENGLISH = """() => {
  window.seen = [];
  const look = () => { seen.push(panel.querySelector('.p2v').innerText); requestAnimationFrame(look); };
  look();
}"""


def test_who_reads_chinese_never_sees_the_panel_in_english(tmp_path: Path, page: Page) -> None:
    panel = p2v.Panel(language="zh", data_dir=tmp_path / "engine")
    shown = PanelPage(page, panel)
    page.evaluate(ENGLISH)
    shown.until("panel.querySelector('.p2v').innerText.includes('导出')")
    assert not page.evaluate("seen.some(text => text.includes('Export'))")
    panel.close()


def test_where_chinese_does_not_come_the_panel_speaks_english(tmp_path: Path, page: Page) -> None:
    panel = p2v.Panel(language="zh", data_dir=tmp_path / "engine")
    # Messages only move while somebody waits by `until`.
    PanelPage(page, panel)
    page.wait_for_function("panel.querySelector('.p2v').innerText.includes('Export')")
    panel.close()
