"""What lies over or under a tune; the pitch picks nothing."""

from __future__ import annotations

import numpy as np

from ..loudness import RATE
from .waves import Wave, enveloped, filtered_noise, stereo


def swell(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    """A cymbal that grows towards the end of its length."""
    noise = filtered_noise(length + 0.6, 2500, 12000, random)
    time = np.arange(len(noise)) / RATE
    shape = np.where(time < length, (time / length) ** 3, np.exp(-(time - length) / 0.18))
    return enveloped((noise * shape).astype(np.float32), 0.01, length + 0.3, 0.3) * np.float32(strength)


def air(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    """Wind, far away, that comes and goes on either side in its own time."""
    time = np.arange(round(length * RATE)) / RATE
    sides = []
    for _ in range(2):
        gusts = 0.6 + 0.4 * np.sin(2 * np.pi * (random.uniform(0.07, 0.13) * time + random.random()))
        sides.append((filtered_noise(length, 250, 1900, random)[: len(time)] * gusts).astype(np.float32))
    return enveloped(stereo(*sides), min(2.0, length / 2), max(length / 2, length - 2.0), 2.0) * np.float32(strength)


def crackle(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    """The surface of an old record."""
    n = round(length * RATE)
    ticks = np.where(random.random(n) < 9 / RATE, random.uniform(-1, 1, n), 0)
    size = 1 << (n - 1).bit_length()
    hertz = np.fft.rfftfreq(size, 1 / RATE)
    shape = (hertz / 900) ** 2 / (1 + (hertz / 900) ** 2) / (1 + (hertz / 5200) ** 4)
    wave = np.fft.irfft(np.fft.rfft(ticks, size) * shape, size)[:n] * 2.2
    wave += 0.02 * filtered_noise(length, 300, 3000, random)[:n]
    return enveloped(wave.astype(np.float32), 0.3, max(0.3, length - 0.3), 0.3) * np.float32(strength)
