"""The encoder alone, as a process of its own: frames of a file, the film's own settings, nothing else."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from photo2video_widgets.engine.render.encode import PictureEncoder, Writer, blank, canvas
from photo2video_widgets.engine.render.planes import Planes

from .film import FPS, HEIGHT, SECONDS, WIDTH

KEYFRAMES = SECONDS * FPS


def main(frames: str, count: str, quality: str, out: str) -> None:
    stored = np.memmap(frames, np.uint8, "r").reshape(int(count), HEIGHT * 3 // 2, WIDTH)
    encode(stored, quality, Path(out))


def encode(stored: np.ndarray, quality: str, out: Path) -> None:  # type: ignore[type-arg]
    target = blank(WIDTH, HEIGHT)
    encoder = PictureEncoder(WIDTH, HEIGHT, FPS, quality)
    with Writer(out, WIDTH, HEIGHT, FPS, quality) as writer:
        for n, frame in enumerate(stored):
            _copy(frame.reshape(-1), canvas(target))
            writer.pictures(encoder.write(target, n, key=n % KEYFRAMES == 0))
        writer.pictures(encoder.end())


def _copy(flat: np.ndarray, target: Planes) -> None:  # type: ignore[type-arg]
    place = 0
    for plane in target:
        plane[:] = flat[place : place + plane.size].reshape(plane.shape)
        place += plane.size


if __name__ == "__main__":
    main(*sys.argv[1:])
