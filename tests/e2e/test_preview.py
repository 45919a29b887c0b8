"""The preview against the renderer: the same draft at the same moments, at the same size."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import Page

import photo2video_widgets as p2v
from photo2video_widgets.engine.render import planes
from photo2video_widgets.engine.render.animations import ANIMATIONS
from photo2video_widgets.engine.render.compose import Composer
from photo2video_widgets.vocabulary import LOOKS, MOTIONS, POSITIONS, TRANSITIONS
from tests.benchmarks.drawn import photos
from tests.benchmarks.ideal import ssim

from .page import PanelPage

pytestmark = pytest.mark.browser

WIDTH, HEIGHT, FPS = 640, 360, 30
LUMA = np.array([0.2126, 0.7152, 0.0722], np.float32)
Pixels = NDArray[np.uint8]


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[p2v.Panel, dict[str, Path]]]:
    """A panel with photos, and where each asset's file is."""
    folder = tmp_path_factory.mktemp("photos")
    files = photos(folder, 3, (1500, 1000)) + photos(folder / "..", 1, (900, 1300))
    panel = p2v.Panel(language="en", data_dir=folder / "engine")
    panel.add(files)
    yield panel, {item["asset"]: file for item, file in zip(panel.photos, files, strict=True)}
    panel.close()


def film(assets: dict[str, Path], metas: list[dict[str, Any]], **frame: Any) -> p2v.Draft:
    """One picture a second, each with the given properties."""
    sources = list(assets)
    segments = [
        {"id": f"s{n}", "s": 1000 * n, "d": 1000, "m": {"src": sources[n % len(sources)], "kind": "image", **meta}}
        for n, meta in enumerate(metas)
    ]
    draft = {"d": 1000 * len(metas), "m": {"schema": 1, "width": WIDTH, "height": HEIGHT, "fps": FPS, **frame}}
    return p2v.Draft.parse({**draft, "t": [{"id": "v", "tt": 0, "sg": segments}]})


def compare(page: Page, stage: tuple[p2v.Panel, dict[str, Path]], draft: p2v.Draft, numbers: list[int]) -> list[float]:
    """How like the renderer's the preview's frames of these numbers are, and that their colours are near."""
    panel, assets = stage
    shown = PanelPage(page, panel, "player")
    panel.set_trait("draft", draft.data)
    panel.set_trait("revision", panel.revision + 1)
    likeness = []
    with Composer(draft, lambda src: assets[src]) as composer:
        target = planes.empty(draft.width, draft.height)
        for n in numbers:
            composer.paint(n, target)
            wanted = planes.to_rgb(target)
            found = previewed(shown, n)
            assert found.shape == wanted.shape
            likeness.append(ssim(luma(found), luma(wanted)))
            off = np.abs(found.astype(float).mean(axis=(0, 1)) - wanted.astype(float).mean(axis=(0, 1)))
            assert off.max() < 3, f"frame {n}: colours are off by {off}"
    return likeness


def previewed(shown: PanelPage, n: int) -> Pixels:
    shown.until(
        """n => {
          const canvas = panel.querySelector("canvas"), slider = panel.querySelector("input[type=range]");
          if (!canvas || !slider) return false;
          if (canvas.dataset.frame === String(n) && canvas.dataset.ready === "true") return true;
          if (slider.value !== String(n)) {
            slider.value = n;
            slider.dispatchEvent(new Event("input", { bubbles: true }));
          }
          return false;
        }""",
        n,
    )
    url = shown.page.evaluate("panel.querySelector('canvas').toDataURL('image/png')")
    return np.asarray(Image.open(io.BytesIO(base64.b64decode(url.partition(",")[2]))).convert("RGB"))


def luma(rgb: Pixels) -> NDArray[np.float32]:
    return np.asarray(rgb @ LUMA, np.float32)


def told(likeness: dict[str, float]) -> None:
    worst = min(likeness, key=lambda name: likeness[name])
    print(f"\nmean SSIM {np.mean(list(likeness.values())):.4f}, worst {likeness[worst]:.4f} ({worst})")
    for name, value in sorted(likeness.items(), key=lambda item: item[1])[:8]:
        print(f"  {name}: {value:.4f}")
    assert np.mean(list(likeness.values())) >= 0.95
    assert likeness[worst] >= 0.90, worst


def test_every_transition_looks_like_the_films(page: Page, stage: tuple[p2v.Panel, dict[str, Path]]) -> None:
    metas = [{"motion": {"kind": "zoom-in"}}]
    metas += [{"motion": {"kind": "zoom-in"}, "transition": {"kind": kind, "d": 500}} for kind in TRANSITIONS]
    moments = [(kind, FPS * (n + 1) + part) for n, kind in enumerate(TRANSITIONS) for part in (4, 10)]
    likeness = compare(page, stage, film(stage[1], metas), [number for _, number in moments])
    told({f"{kind} at frame {n % FPS}": value for (kind, n), value in zip(moments, likeness, strict=True)})


@pytest.mark.parametrize(("fit", "background"), [("cover", "blur"), ("contain", "blur"), ("contain", "#204060")])
def test_every_motion_looks_like_the_films(
    page: Page, stage: tuple[p2v.Panel, dict[str, Path]], fit: str, background: str
) -> None:
    metas = [
        {"fit": fit, "focus": [0.3, 0.7], "crop": [0.05, 0.1, 0.9, 0.8], "motion": {"kind": kind, "ease": "in-out"}}
        for kind in MOTIONS
    ]
    moments = [(kind, FPS * n + part) for n, kind in enumerate(MOTIONS) for part in (0, 9, 29)]
    likeness = compare(page, stage, film(stage[1], metas, background=background), [number for _, number in moments])
    told({f"{kind} at frame {n % FPS}": value for (kind, n), value in zip(moments, likeness, strict=True)})


def test_every_look_is_the_films(page: Page, stage: tuple[p2v.Panel, dict[str, Path]]) -> None:
    metas = [{"look": {"kind": kind}} for kind in LOOKS]
    likeness = compare(page, stage, film(stage[1], metas), [FPS * n + 5 for n in range(len(LOOKS))])
    told(dict(zip(LOOKS, likeness, strict=True)))


def test_texts_come_stand_and_go_as_in_the_film(page: Page, stage: tuple[p2v.Panel, dict[str, Path]]) -> None:
    kinds = list(ANIMATIONS)
    draft = film(stage[1], [{} for _ in range(len(kinds))]).data
    texts = [
        {
            "id": f"x{n}", "s": 1000 * n, "d": 1000,
            "m": {"text": f"Low tide, {kind}", "position": POSITIONS[n], "animation": {"in": kind, "out": kind}},
        }
        for n, kind in enumerate(kinds)
    ]  # fmt: skip
    draft["t"].append({"id": "x", "tt": 7, "sg": texts})
    moments = [(kind, FPS * n + part) for n, kind in enumerate(kinds) for part in (3, 15, 26)]
    likeness = compare(page, stage, p2v.Draft.parse(draft), [number for _, number in moments])
    told({f"{kind} at frame {n % FPS}": value for (kind, n), value in zip(moments, likeness, strict=True)})


def test_without_webgl_it_is_painted_with_a_plain_canvas(page: Page, stage: tuple[p2v.Panel, dict[str, Path]]) -> None:
    page.add_init_script(
        "const get = HTMLCanvasElement.prototype.getContext;"
        "HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {"
        "  return kind === 'webgl2' ? null : get.call(this, kind, ...rest);"
        "};"
    )
    kinds = ("crossfade", "wipe-left", "push-up", "reveal-left", "circle", "fade-white", "blur", "pixelate")
    metas = [
        {"fit": "contain"},
        *({"look": {"kind": "vintage"}, "transition": {"kind": kind, "d": 500}} for kind in kinds),
    ]
    moments = [("contain", 5), *((kind, FPS * (n + 1) + part) for n, kind in enumerate(kinds) for part in (4, 20))]
    likeness = compare(page, stage, film(stage[1], metas), [number for _, number in moments])
    told({f"{kind} at frame {n % FPS}": value for (kind, n), value in zip(moments, likeness, strict=True)})
    assert page.evaluate("panel.querySelector('canvas').getContext('2d') !== null")


def test_the_sound_plays_along_with_the_pictures(page: Page, stage: tuple[p2v.Panel, dict[str, Path]]) -> None:
    page.add_init_script("const own = Audio; window.Audio = function () { return (window.heard = new own()); };")
    panel, assets = stage
    draft = film(assets, [{}] * 8).data
    music = {"id": "m", "s": 0, "d": 8000, "m": {"src": "music:calm", "name": "Calm", "volume": 0.6}}
    draft["t"].append({"id": "a", "tt": 1, "sg": [music]})
    shown = PanelPage(page, panel, "player")
    panel.set_trait("draft", draft)
    shown.until("panel.querySelector('[aria-label^=\"Sound off\"]')")
    page.evaluate("panel.querySelector('[aria-label=Play]').click()")
    position = "Number(panel.querySelector('input[type=range]').value)"
    shown.until(f"{position} > 45")
    # Both are read at once, so however busy this machine is they must agree.
    apart = page.evaluate(f"Math.abs(heard.currentTime - {position} / {FPS})")
    assert not page.evaluate("heard.paused")
    assert apart < 0.5
    page.evaluate("panel.querySelector('[aria-label=Pause]').click()")
    assert page.evaluate("heard.paused")
