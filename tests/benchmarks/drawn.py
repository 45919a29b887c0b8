"""What the benchmarks draw: photo-like pictures to work on, and a chart of what came out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image


def photos(folder: Path, count: int = 10, size: tuple[int, int] = (4032, 3024)) -> list[Path]:
    """Photo-like pictures of twelve megapixels: detail at every scale, hard edges, soft light and grain."""
    return [_photo(folder / f"photo-{number}.jpg", number, size) for number in range(count)]


def _photo(file: Path, seed: int, size: tuple[int, int]) -> Path:
    random = np.random.default_rng(seed)
    width, height = size
    grey, tint = _clouds(random, size, 9, 0.7), [_clouds(random, size, 4, 0.5) for _ in range(2)]
    light = np.linspace(0.75, 1.15, height, dtype=np.float32)[:, None]
    level = 110 + 40 * grey
    for _ in range(40):
        # Things with outlines: what the eye follows when a picture moves.
        centre = random.random(2) * size
        corners = random.integers(3, 9)
        angles = np.sort(random.random(corners)) * 2 * np.pi
        radius = random.uniform(0.02, 0.16) * width
        outline = centre + radius * np.stack([np.cos(angles), np.sin(angles)], axis=1)
        shape = np.zeros((height, width), np.uint8)
        cv2.fillPoly(shape, [np.rint(outline * 16).astype(np.int32)], 255, cv2.LINE_AA, 4)
        share = np.float32(random.uniform(0.25, 0.8) / 255) * shape
        level = level * (1 - share) + share * (np.float32(random.uniform(30, 220)) + 14 * grey)
    level = level * light
    colour = np.dstack([level + 22 * tint[0], level + 6 * tint[1], level - 20 * tint[0] + 10 * tint[1]])
    colour += random.normal(0, 2.5, (height, width, 1)).astype(np.float32)
    Image.fromarray(np.clip(colour, 0, 255).astype(np.uint8)).save(file, quality=92)
    return file


def _clouds(random: np.random.Generator, size: tuple[int, int], octaves: int, fall: float) -> NDArray[np.float32]:
    """Noise whose amplitude falls by `fall` from one octave to the next; about -2 to 2."""
    total = np.zeros((size[1], size[0]), np.float32)
    for octave in range(octaves):
        cells = (4 * 2**octave, 3 * 2**octave)
        small = random.normal(0, 1, cells[::-1]).astype(np.float32)
        total += np.float32(fall**octave) * np.asarray(cv2.resize(small, size, interpolation=cv2.INTER_CUBIC))
    return total


def chart(rows: Mapping[str, tuple[float, float]]) -> str:
    """Bars of CPU seconds, which other work hardly stretches, as SVG that reads on light and on dark."""
    longest = max(seconds for seconds, _ in rows.values())
    step, left, wide = 30, 190, 380
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 {step * len(rows) + 40}" width="720" '
        'font-family="system-ui, sans-serif" font-size="13" fill="#808890">'
    ]
    for number, (name, (seconds, likeness)) in enumerate(rows.items()):
        y, length = 10 + step * number, wide * seconds / longest
        colour = "#2f81f7" if name.startswith("photo2video") else "#8c959f"
        lines.append(f'<text x="{left - 8}" y="{y + 15}" text-anchor="end">{name}</text>')
        lines.append(f'<rect x="{left}" y="{y}" width="{length:.1f}" height="20" rx="3" fill="{colour}"/>')
        lines.append(f'<text x="{left + length + 8:.1f}" y="{y + 15}">{seconds:.1f} s, SSIM {likeness:.3f}</text>')
    lines.append(f'<text x="{left}" y="{step * len(rows) + 28}">CPU seconds; shorter is better</text></svg>')
    return "\n".join(lines) + "\n"
