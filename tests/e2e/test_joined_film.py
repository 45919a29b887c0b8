"""A film that was joined from parts, as a browser plays it."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.render.films import draft, made, picture, plain

pytestmark = pytest.mark.browser

COLOURS = {"red.png": (200, 30, 30), "green.png": (30, 160, 60), "blue.png": (40, 60, 190)}
LOAD = """async data => {
  const bytes = Uint8Array.from(atob(data), character => character.charCodeAt(0));
  const film = document.createElement("video");
  film.muted = true;
  film.src = URL.createObjectURL(new Blob([bytes], { type: "video/mp4" }));
  document.body.append(film);
  await new Promise((resolve, reject) => {
    film.oncanplaythrough = resolve;
    film.onerror = () => reject(new Error(film.error.message));
  });
  return film.duration;
}"""
SEEK = """async time => {
  const film = document.querySelector("video");
  const shown = new Promise(resolve => film.requestVideoFrameCallback((_, facts) => resolve(facts.mediaTime)));
  film.currentTime = time;
  await new Promise(resolve => { film.onseeked = resolve; });
  const canvas = new OffscreenCanvas(1, 1).getContext("2d");
  const mediaTime = await shown;
  canvas.drawImage(film, 0, 0, 1, 1);
  return { mediaTime, currentTime: film.currentTime, colour: [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3) };
}"""


def test_a_film_joined_from_parts_plays_and_seeks(page: Page, tmp_path: Path) -> None:
    for name, colour in COLOURS.items():
        plain(tmp_path, name, colour)

    def film(words: str) -> bytes:
        pictures = [picture(name, 2000 * n, 2000) for n, name in enumerate(COLOURS)]
        text = {"id": "t", "s": 2500, "d": 1000, "m": {"text": words, "position": "bottom", "style": {"size": 0.04}}}
        return made(tmp_path, draft(*pictures, texts=(text,)), cache=tmp_path / "cache").path.read_bytes()

    film("Low tide")
    joined = base64.b64encode(film("High tide")).decode()
    assert page.evaluate(LOAD, joined) == pytest.approx(6.0, abs=0.05)
    colours = list(COLOURS.values())
    # Into the middle of parts, onto their borders and one frame before those; forwards and back.
    for n in (100, 20, 60, 59, 75, 105, 104, 150, 120, 119, 0, 179):
        seen = page.evaluate(SEEK, (n + 0.5) / 30)
        assert seen["mediaTime"] == pytest.approx(n / 30, abs=0.002), n
        assert seen["currentTime"] == pytest.approx((n + 0.5) / 30, abs=0.01), n
        assert seen["colour"] == pytest.approx(colours[n // 60], abs=14), n
    # Playing across the border of two parts misses nothing.
    page.evaluate("() => { const film = document.querySelector('video'); film.currentTime = 1.6; return film.play(); }")
    page.wait_for_function("() => document.querySelector('video').currentTime > 3.8", timeout=30_000)
    assert page.evaluate("() => document.querySelector('video').error") is None
