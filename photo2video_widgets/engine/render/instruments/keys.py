"""Keys, and bars and bells that are struck."""

from __future__ import annotations

import numpy as np

from ..loudness import RATE
from .waves import HIGHEST, Wave, enveloped, filtered_noise, frequency, partials, stereo


def piano(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    base = frequency(pitch)
    k = np.arange(1, min(28, int(HIGHEST / base)) + 1)
    stiffness = 0.00012 * 2 ** ((pitch - 40) / 24)
    stretched = base * k * np.sqrt(1 + stiffness * k**2)
    # The hammer strikes near an eighth of the string; soft strokes have fewer overtones.
    levels = np.abs(np.sin(np.pi * k * 0.121)) / k**0.9 * np.exp(-k * base / 5200 * (1.6 - strength))
    decays = 3.2 * (261 / base) ** 0.45 / (1 + 0.22 * k)
    seconds = min(length + 0.35, 7.0)
    sides = [
        0.55 * partials(stretched * (1 + detune), levels, decays * 0.35, seconds)
        + 0.45 * partials(stretched * (1 - detune / 2), levels, decays, seconds)
        for detune in (-0.00035, 0.00035)
    ]
    wave = stereo(*sides)
    knock = filtered_noise(0.03, 200, 1800 + 2500 * strength, random)
    knock = enveloped(knock, 0.0005, 0.002, 0.025) * np.float32(0.05 * strength)
    wave[: len(knock)] += knock[: len(wave), None]
    return enveloped(wave, 0.002, length, 0.3) * np.float32(0.35 + 0.65 * strength)


def electric_piano(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    base = frequency(pitch)
    seconds = min(length + 0.25, 5.0)
    time = np.arange(round(seconds * RATE)) / RATE
    index = (0.35 + 1.1 * strength) * np.exp(-time / 0.45) * min(1.0, 600 / base)
    bell = 0.12 * strength * np.exp(-time / 0.08) * np.sin(2 * np.pi * base * 7.02 * time)
    wave = np.sin(2 * np.pi * base * time + index * np.sin(2 * np.pi * base * time) + bell)
    wave *= np.exp(-time / (1.9 * (261 / base) ** 0.3))
    return enveloped(wave.astype(np.float32), 0.003, length, 0.2) * np.float32(0.4 + 0.6 * strength)


def music_box(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    base = frequency(pitch)
    wave = partials(
        [base, base * 2.76, base * 5.4, base * 8.93], [1, 0.28 * strength, 0.1, 0.04], [1.1, 0.4, 0.16, 0.07], 2.6
    )
    return enveloped(wave, 0.0015, 1.6, 1.0) * np.float32(strength)


def marimba(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    base = frequency(pitch)
    wave = partials([base, base * 3.93, base * 9.6], [1, 0.3 * strength, 0.08], [0.42, 0.12, 0.04], 1.3)
    return enveloped(wave, 0.0015, 0.8, 0.5) * np.float32(strength)


def bell_pad(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    base = frequency(pitch)
    ratios, levels, decays = [1, 2.0, 3.01, 4.2, 5.4], [1, 0.35, 0.16, 0.1, 0.05], [2.8, 1.9, 1.1, 0.7, 0.4]
    sides = [partials([base * r * (1 + d) for r in ratios], levels, decays, 5.0) for d in (-0.0006, 0.0006)]
    return enveloped(stereo(*sides), 0.012, 2.5, 2.4) * np.float32(strength)


def xylophone(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    base = frequency(pitch)
    wave = partials([base, base * 3, base * 6.1], [1, 0.5 * strength, 0.2], [0.16, 0.07, 0.03], 0.6)
    return enveloped(wave, 0.001, 0.3, 0.3) * np.float32(strength)


def vibraphone(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    base = frequency(pitch)
    wave = partials([base, base * 4, base * 9.9], [1, 0.22 * strength, 0.06], [1.6, 0.5, 0.08], 3.2)
    turning = 0.82 + 0.18 * np.cos(2 * np.pi * 4.8 * np.arange(len(wave)) / RATE)
    return enveloped(wave * turning.astype(np.float32), 0.0015, 2.0, 1.1) * np.float32(strength)


def chime(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    """A tubular bell: its overtones, not its lowest tone, make the pitch that is heard."""
    base = frequency(pitch)
    ratios, levels = [1, 2, 3, 4.17, 5.43, 6.79], [0.35, 1, 0.7, 0.5 * strength, 0.25, 0.12]
    decays = [1.8, 1.6, 1.1, 0.7, 0.45, 0.3]
    sides = [partials([base * r * (1 + d) for r in ratios], levels, decays, 3.6) for d in (-0.0004, 0.0004)]
    return enveloped(stereo(*sides), 0.0015, 2.0, 1.5) * np.float32(0.6 * strength)
