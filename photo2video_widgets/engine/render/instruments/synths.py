"""Synthesisers."""

from __future__ import annotations

import numpy as np

from ..loudness import RATE
from .waves import HIGHEST, Wave, cycle, enveloped, frequency, partials, read_cycle, stereo


def pluck_synth(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    """A saw whose overtones fade first, as with a closing filter."""
    base = frequency(pitch)
    k = np.arange(1, min(30, int(HIGHEST / base)) + 1)
    sides = [
        partials(base * k * (1 + d), 0.7 / k, 0.5 / (1 + 0.35 * k), 0.9, random.random(len(k)))
        for d in (-0.0012, 0.0012)
    ]
    return enveloped(stereo(*sides), 0.003, min(length, 0.5), 0.3) * np.float32(strength)


def lead_synth(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    base = frequency(pitch)
    seconds = length + 0.15
    time = np.arange(round(seconds * RATE)) / RATE
    k = np.arange(1, min(16, int(HIGHEST / base)) + 1)
    levels = np.where(k % 2 == 1, 1.0, 0.35) / k**1.25
    bend = base * 0.0022 / (2 * np.pi * 5.2) * np.clip(time / 0.5 - 0.4, 0, 1) * np.sin(2 * np.pi * 5.2 * time)
    turn = cycle(levels, np.zeros(len(k)))
    sides = [read_cycle(turn, base * (1 + d) * time + bend) for d in (-0.0009, 0.0009)]
    return enveloped(stereo(*sides), 0.012, length, 0.14) * np.float32(0.55 * strength)


def synth_bass(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    base = frequency(pitch)
    k = np.arange(1, 15)
    wave = partials(base * k, 1 / k**1.1, 0.9 / (1 + 0.3 * k), length + 0.08)
    return enveloped(np.tanh(1.6 * wave), 0.004, length, 0.05) * np.float32(0.7 * strength)


def soft_bass(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    base = frequency(pitch)
    wave = partials([base, 2 * base, 3 * base], [1, 0.22, 0.07], [2.4, 0.8, 0.3], length + 0.1)
    return enveloped(wave, 0.008, length, 0.08) * np.float32(strength)
