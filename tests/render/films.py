"""Small photos, drafts and films for the renderer's tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from photo2video_widgets.draft import Draft
from photo2video_widgets.engine.render import Film, render

RED, GREEN, BLUE = (200, 30, 30), (30, 160, 60), (40, 60, 190)


def plain(folder: Path, name: str, colour: tuple[int, int, int], size: tuple[int, int] = (400, 300)) -> Path:
    path = folder / name
    Image.new("RGB", size, colour).save(path)
    return path


def picture(name: str, start: int, duration: int, **meta: Any) -> dict[str, Any]:
    return {
        "id": f"{name}-{start}",
        "s": start,
        "d": duration,
        "m": {"name": name, "src": f"file:{name}", "kind": "image", **meta},
    }


def draft(
    *pictures: dict[str, Any],
    width: int = 320,
    height: int = 180,
    fps: int = 30,
    background: str = "blur",
    sounds: tuple[dict[str, Any], ...] = (),
    texts: tuple[dict[str, Any], ...] = (),
    over: tuple[dict[str, Any], ...] = (),
) -> Draft:
    tracks: list[dict[str, Any]] = [{"id": "v", "tt": 0, "sg": list(pictures)}]
    tracks += [{"id": "o", "tt": 0, "sg": list(over)}] if over else []
    tracks += [{"id": f"a{place}", "tt": 1, "sg": [sound]} for place, sound in enumerate(sounds)]
    tracks += [{"id": "x", "tt": 7, "sg": list(texts)}] if texts else []
    return Draft.parse(
        {
            "d": sum(segment["d"] for segment in pictures),
            "m": {"schema": 1, "width": width, "height": height, "fps": fps, "background": background},
            "t": tracks,
        }
    )


def within(folder: Path) -> Callable[[str], Path]:
    return lambda source: folder / source.removeprefix("file:")


def made(folder: Path, of: Draft, name: str = "film.mp4", **options: Any) -> Film:
    return render(of, folder / name, within(folder), **options)


def frames(film: Film | Path) -> list[NDArray[np.uint8]]:
    """All frames as HxWx3."""
    path = film.path if isinstance(film, Film) else film
    with av.open(str(path)) as container:
        return [np.asarray(frame.to_ndarray(format="rgb24")) for frame in container.decode(video=0)]


def sound(film: Film | Path) -> NDArray[np.float32]:
    """All samples, N x 2."""
    path = film.path if isinstance(film, Film) else film
    with av.open(str(path)) as container:
        blocks = [frame.to_ndarray() for frame in container.decode(audio=0)]
    return np.concatenate(blocks, axis=1).T


def mean(frame: NDArray[np.uint8]) -> NDArray[np.float64]:
    return np.asarray(frame.reshape(-1, 3).mean(axis=0))
