"""What notes are made of: sines that die away, steady tones, shaped noise, and the shape of a note in time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..loudness import RATE

HIGHEST = 15_000.0

Wave = NDArray[np.float32]
Instrument = Callable[[int, float, float, np.random.Generator], Wave]


def frequency(pitch: float) -> float:
    return float(440.0 * 2 ** ((pitch - 69) / 12))


def partials(
    frequencies: Sequence[float] | NDArray[Any],
    levels: Sequence[float] | NDArray[Any],
    decays: Sequence[float] | NDArray[Any],
    seconds: float,
    phases: NDArray[np.float64] | None = None,
) -> Wave:
    """Sines that die away; `decays` are the seconds to 1/e, `phases` are in turns."""
    count = round(seconds * RATE)
    steps = np.arange(count, dtype=np.uint32)
    time = steps.astype(np.float32) / np.float32(RATE)
    out = np.zeros(count, np.float32)
    for number, (hertz, level, decay) in enumerate(zip(frequencies, levels, decays, strict=True)):
        if hertz > HIGHEST or abs(level) < 1e-4:
            continue
        heard = min(count, round(8 * decay * RATE))
        # Whole turns overflow and are gone, which keeps the phase exact at single precision's speed.
        turn = np.uint32(round(hertz / RATE * 2**32))
        start = 0.0 if phases is None else float(phases[number])
        phase = (steps[:heard] * turn).astype(np.float32) * np.float32(2 * np.pi / 2**32)
        wave = np.sin(phase + np.float32(2 * np.pi * start))
        wave *= np.exp(time[:heard] * np.float32(-1 / decay))
        wave *= np.float32(level)
        out[:heard] += wave
    return out


def cycle(levels: NDArray[np.float64], phases: NDArray[np.float64]) -> Wave:
    """One turn of a steady tone, from the levels of its harmonics: to be read at any speed."""
    spectrum = np.zeros(1025, np.complex128)
    spectrum[1 : len(levels) + 1] = levels * np.exp(2j * np.pi * phases) * -0.5j * 2048
    turn = np.fft.irfft(spectrum, 2048)
    return np.append(turn, turn[0]).astype(np.float32)


def read_cycle(cycle: Wave, turns: NDArray[np.float64]) -> Wave:
    place = (turns - np.floor(turns)) * 2048
    whole = place.astype(np.int32)
    rest = (place - whole).astype(np.float32)
    return cycle[whole] * (1 - rest) + cycle[whole + 1] * rest


def enveloped(wave: Wave, attack: float, hold: float, release: float) -> Wave:
    """Rises over `attack`, stays until `hold`, is gone `release` later (s), all in half cosines: nothing clicks."""
    n = len(wave)
    shape = np.ones(n, np.float32)
    rise = min(n, max(1, round(attack * RATE)))
    shape[:rise] = 0.5 - 0.5 * np.cos(np.pi * np.arange(rise) / rise)
    start = min(n, round(hold * RATE))
    fall = min(n - start, max(1, round(release * RATE)))
    shape[start : start + fall] *= 0.5 + 0.5 * np.cos(np.pi * np.arange(fall) / max(1, fall))
    shape[start + fall :] = 0
    return wave * shape if wave.ndim == 1 else wave * shape[:, None]


def stereo(left: Wave, right: Wave) -> Wave:
    return np.stack([left, right], axis=1)


def filtered_noise(seconds: float, low: float, high: float, random: np.random.Generator) -> Wave:
    """Noise between two frequencies (Hz) with soft edges, peak about 1."""
    n = max(64, round(seconds * RATE))
    size = 1 << (n - 1).bit_length()
    spectrum = np.fft.rfft(random.standard_normal(size))
    hertz = np.fft.rfftfreq(size, 1 / RATE)
    spectrum *= (hertz / low) ** 2 / (1 + (hertz / low) ** 2) / (1 + (hertz / high) ** 4)
    wave = np.fft.irfft(spectrum, size)[:n]
    return np.asarray(wave / (3.5 * wave.std() + 1e-9), np.float32)
