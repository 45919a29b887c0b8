"""The film as it should be: every frame a Lanczos step in floats from the full photo, by the draft's own formulas."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import av
import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from photo2video_widgets.draft import Draft

Luma = NDArray[np.float32]
# Frames that are looked at: not under the title, of every kind, few enough.
_EVERY = 13
_LUMA = np.array([0.2126, 0.7152, 0.0722], np.float32)


@dataclass(frozen=True, slots=True)
class Mark:
    """Mean SSIM to the ideal film, and how far pictures lie from where they should (px, root mean square)."""

    ssim: float
    motion: float


class Ideal:
    """Frames of a film of photos with zooms and crossfades, as luma from 0 to 255."""

    def __init__(self, draft: Draft, photos: Sequence[Path]) -> None:
        self._draft = draft
        self._photos = photos
        self._titles = max((text.end for text in draft.texts), default=0)
        self.numbers = [n for n in range(draft.frame_count) if n % _EVERY == 5 and n * 1000 / draft.fps > self._titles]

    def frame(self, n: int) -> tuple[Luma, bool]:
        """The frame, and whether one picture alone is seen on it."""
        time = n * 1000 / self._draft.fps
        place = next(number for number, one in enumerate(self._draft.pictures) if one.start <= time < one.end)
        shown = self._picture(place, time)
        into = self._draft.pictures[place].transition
        passed = time - self._draft.pictures[place].start
        if into is None or passed >= into.duration:
            return shown, True
        p = np.float32(passed / into.duration)
        return self._picture(place - 1, time) * (1 - p) + shown * p, False

    def _picture(self, place: int, time: float) -> Luma:
        draft, segment = self._draft, self._draft.pictures[place]
        after = draft.pictures[place + 1].transition if place + 1 < len(draft.pictures) else None
        u = (time - segment.start) / (segment.duration + (after.duration if after else 0))
        z = (1 + segment.motion.amount) ** (u if segment.motion.kind == "zoom-in" else 1 - u)
        full = _full(self._photos[place])
        shape = (draft.width / draft.height) / (full.width / full.height)
        wide, high = min(1.0, shape) / z, min(1.0, 1 / shape) / z
        left = min(max(segment.focus[0], wide / 2), 1 - wide / 2) - wide / 2
        top = min(max(segment.focus[1], high / 2), 1 - high / 2) - high / 2
        box = (left * full.width, top * full.height, (left + wide) * full.width, (top + high) * full.height)
        small = full.resize((draft.width, draft.height), Image.Resampling.LANCZOS, box=box)
        return np.asarray(small, np.float32)

    def compare(self, film: Path) -> Mark:
        """A film that was encoded."""
        wanted = set(self.numbers)
        found: dict[int, Luma] = {}
        with av.open(str(film)) as container:
            for n, frame in enumerate(container.decode(video=0)):
                if n in wanted:
                    grey = frame.to_ndarray(format="yuv420p")[: self._draft.height].astype(np.float32)
                    found[n] = (grey - 16) * np.float32(255 / 219)
        return self._compare(found.__getitem__)

    def compare_frames(self, file: Path) -> Mark:
        """Frames that were not encoded."""
        height, width = self._draft.height, self._draft.width
        stored = np.memmap(file, np.uint8, "r").reshape(-1, height * 3 // 2, width)
        return self._compare(lambda n: (stored[n, :height].astype(np.float32) - 16) * np.float32(255 / 219))

    def _compare(self, found: Callable[[int], Luma]) -> Mark:
        likeness, distances = [], []
        for n in self.numbers:
            wanted, alone = self.frame(n)
            likeness.append(ssim(found(n), wanted))
            if alone:
                distances.append(shift(found(n), wanted))
        return Mark(float(np.mean(likeness)), float(np.sqrt(np.mean(np.square(distances)))))


def ssim(one: Luma, other: Luma) -> float:
    """Structural similarity of luma (0..255): Gaussian windows of sigma 1.5, the usual constants."""

    def mean(values: Luma) -> Luma:
        return np.asarray(cv2.GaussianBlur(values, (11, 11), 1.5), np.float32)

    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    a, b = mean(one), mean(other)
    aa, bb, ab = mean(one * one) - a * a, mean(other * other) - b * b, mean(one * other) - a * b
    return float(np.mean((2 * a * b + c1) * (2 * ab + c2) / ((a * a + b * b + c1) * (aa + bb + c2))))


def shift(found: Luma, wanted: Luma) -> NDArray[np.float64]:
    """How far a frame lies from where it should, px across and down: least squares on gradients."""
    smooth = [np.asarray(cv2.GaussianBlur(frame, (0, 0), 1.5), np.float64) for frame in (found, wanted)]
    down, across = np.gradient(smooth[1])
    inner = (slice(20, -20), slice(20, -20))
    matrix = np.stack([across[inner].ravel(), down[inner].ravel()], axis=1)
    difference = (smooth[0] - smooth[1])[inner].ravel()
    return np.asarray(-np.linalg.solve(matrix.T @ matrix, matrix.T @ difference))


@lru_cache(maxsize=3)
def _full(photo: Path) -> Image.Image:
    rgb = np.asarray(Image.open(photo).convert("RGB"))
    return Image.fromarray(np.asarray(rgb @ _LUMA, np.float32))
