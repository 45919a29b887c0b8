"""The hall that a tune sounds in, and what is done to the whole of it in the end."""

from __future__ import annotations

from functools import cache

import numpy as np

from .instruments import Wave
from .loudness import RATE, Samples

TAIL = 5.0
"""Seconds: no hall goes on sounding for longer."""

_LOWEST_CUT = 32.0


def reverb(sent: Samples, seconds: float) -> Samples:
    """The hall's answer to what is sent into it, without the direct sound."""
    hall = _hall(seconds)
    return np.stack([_convolved(sent[:, side], hall[:, side]) for side in (0, 1)], axis=1)


@cache
def _hall(seconds: float) -> Samples:
    """The answer to a single click: it takes `seconds` to fall by 60 dB; highs die first."""
    random = np.random.default_rng(7)
    length = round(min(seconds, TAIL) * RATE)
    time = np.arange(length) / RATE
    size = 1 << (length - 1).bit_length()
    hertz = np.fft.rfftfreq(size, 1 / RATE)
    hall = np.zeros((length, 2))
    for low, high, part in ((120, 700, 1.0), (700, 3000, 0.85), (3000, 9000, 0.5)):
        band = (hertz / low) ** 2 / (1 + (hertz / low) ** 2) / (1 + (hertz / high) ** 4)
        noise = np.fft.irfft(np.fft.rfft(random.standard_normal((size, 2)), axis=0) * band[:, None], size, axis=0)
        hall += noise[:length] * np.exp(-6.9 * time / (seconds * part))[:, None]
    delay, rise = round(0.018 * RATE), round(0.012 * RATE)
    hall[:rise] *= np.linspace(0, 1, rise)[:, None]
    hall[-rise:] *= np.linspace(1, 0, rise)[:, None]
    hall /= np.sqrt((hall**2).sum(axis=0))
    return np.pad(hall, ((delay, 0), (0, 0))).astype(np.float32)


def cleaned(mixed: Samples, warmth: float, shine: float) -> Samples:
    """Without rumble, highs lifted by `shine` dB, slightly saturated, and surely silent at its end."""
    curve = _curve(warmth > 1, shine)
    # What the curve makes late by half its length is taken back, so that beats are heard where they are written.
    late = len(curve) // 2
    ahead = np.pad(mixed, ((0, late), (0, 0)))
    out = np.stack([_convolved(ahead[:, side], curve)[late:] for side in (0, 1)], axis=1)
    out = np.asarray(np.tanh(out * np.float32(warmth)) / np.float32(warmth), np.float32)
    fade = round(0.4 * RATE)
    out[-fade:] *= (0.5 + 0.5 * np.cos(np.pi * np.arange(fade) / fade)).astype(np.float32)[:, None]
    return out


@cache
def _curve(dull: bool, shine: float) -> Wave:
    """What `cleaned` does to the frequencies, as the answer to a single click."""
    size = 1 << 13
    hertz = np.fft.rfftfreq(size, 1 / RATE)
    shape = (hertz / _LOWEST_CUT) ** 4 / (1 + (hertz / _LOWEST_CUT) ** 4)
    shape *= 1 + (10 ** (shine / 20) - 1) * (hertz / 2200) ** 2 / (1 + (hertz / 2200) ** 2)
    if dull:
        shape /= 1 + (hertz / 7500) ** 4
    # Symmetrical about a middle that is half the answer's length late, cut to what matters.
    answer = np.roll(np.fft.irfft(shape, size), size // 2)[size // 4 : -size // 4]
    return np.asarray(answer * np.hanning(len(answer)), np.float32)


def _convolved(wave: Wave, answer: Wave) -> Wave:
    """As long as the wave: piece by piece, because one large transform is slower than many small ones."""
    size = 1 << (2 * len(answer)).bit_length()
    step = size - len(answer)
    spectrum = np.fft.rfft(answer, size)
    out = np.zeros(len(wave) + size, np.float32)
    for start in range(0, len(wave), step):
        out[start : start + size] += np.fft.irfft(np.fft.rfft(wave[start : start + step], size) * spectrum, size)
    return out[: len(wave)]
