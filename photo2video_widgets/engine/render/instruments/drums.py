"""Drums and cymbals: but for the timpani's, the pitch picks nothing and only keeps the shape of a note."""

from __future__ import annotations

import numpy as np

from ..loudness import RATE
from .waves import Wave, enveloped, filtered_noise, frequency, partials


def timpani(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    base = frequency(pitch)
    wave = partials(base * np.array([1, 1.5, 1.99, 2.44]), [1, 0.7, 0.4, 0.25], [0.7, 0.5, 0.35, 0.2], 2.0)
    skin = filtered_noise(0.12, 80, 900, random)
    wave[: len(skin)] += enveloped(skin, 0.001, 0.01, 0.1) * np.float32(0.5 * strength)
    return enveloped(wave, 0.002, 1.2, 0.8) * np.float32(0.7 * strength)


def kick(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    return _drum(48, 130, 0.035, 0.16, strength) + _click(0.25 * strength, random)


def soft_kick(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    return _drum(50, 60, 0.03, 0.11, strength)


def heavy_kick(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    return np.asarray(np.tanh(1.8 * _drum(46, 110, 0.045, 0.3, strength, 0.9)) * 0.8, np.float32)


def taiko(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    low = _drum(68, 40, 0.05, 0.22, strength, 1.0)
    skin = filtered_noise(0.1, 150, 1600, random)
    low[: len(skin)] += enveloped(skin, 0.0008, 0.008, 0.09) * np.float32(0.6 * strength)
    return low


def conga(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    tone = _drum(205, 60, 0.012, 0.09, strength, 0.4)
    return tone + _click(0.15 * strength, random)[: len(tone)]


def boom(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    """A large drum in a large hall."""
    low = _drum(38, 45, 0.09, 0.55, strength, 2.4)
    skin = filtered_noise(2.4, 50, 240, random) * np.exp(-np.arange(len(low)) / RATE / 0.16).astype(np.float32)
    return enveloped(low + np.float32(0.5 * strength) * skin[: len(low)], 0.004, 1.8, 0.6)


def snare(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    rattle = filtered_noise(0.3, 1100, 9000, random)
    time = np.arange(len(rattle)) / RATE
    skin = 0.5 * np.sin(2 * np.pi * 186 * time) * np.exp(-time / 0.05)
    wave = rattle * np.exp(-time / 0.07) * 0.8 + skin
    return enveloped(wave.astype(np.float32), 0.0008, 0.2, 0.1) * np.float32(strength)


def rim(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    tone = partials([820, 1710, 2440], [0.6, 0.4, 0.25], [0.02, 0.014, 0.01], 0.15)
    return enveloped(tone, 0.0006, 0.1, 0.05) * np.float32(strength)


def clap(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    noise = filtered_noise(0.3, 900, 5200, random)
    time = np.arange(len(noise)) / RATE
    shape = np.exp(-time / 0.085) * 0.6
    for late in (0.0, 0.011, 0.021):
        shape += np.where(time >= late, np.exp(-(time - late) / 0.004), 0) * 0.6
    return enveloped((noise * shape).astype(np.float32), 0.0008, 0.22, 0.08) * np.float32(strength)


def hat(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    return _hiss(6800, 15000, 0.028, strength, random)


def open_hat(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    return _hiss(6200, 15000, 0.13, strength, random)


def shaker(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    noise = filtered_noise(0.14, 4200, 10500, random)
    return enveloped(noise, 0.03, 0.045, 0.07) * np.float32(strength)


def ride(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    """A cymbal's ping over its wash."""
    wash = _hiss(4500, 14000, 0.12, strength, random)
    tones = np.array([3120, 4410, 5230, 6870, 8150])
    ping = partials(tones, [0.3, 0.25, 0.25, 0.2, 0.15], [0.09, 0.08, 0.06, 0.05, 0.04], len(wash) / RATE)
    return wash * np.float32(0.5) + enveloped(ping, 0.0008, 0.3, 0.2)[: len(wash)] * np.float32(0.5 * strength)


def crash(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    noise = filtered_noise(2.2, 2600, 13000, random)
    noise *= np.exp(np.arange(len(noise)) / RATE / -0.5).astype(np.float32)
    return enveloped(noise, 0.002, 1.2, 1.0) * np.float32(strength)


def brush(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    """Wires swept over a snare drum."""
    return enveloped(filtered_noise(0.32, 1300, 6500, random), 0.05, 0.07, 0.24) * np.float32(strength)


def sleigh_bells(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    """A dozen small bells, none quite at the same time."""
    wave = np.zeros(round(0.4 * RATE), np.float32)
    for _ in range(12):
        start = round(abs(random.normal(0, 0.014)) * RATE)
        bell = partials(random.uniform(4200, 9800, 2), [0.2, 0.12], [0.07, 0.05], 0.3)
        part = wave[start : start + len(bell)]
        part += bell[: len(part)]
    return enveloped(wave, 0.004, 0.22, 0.16) * np.float32(strength)


def snap(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    return _hiss(1700, 4200, 0.018, strength, random)


def _drum(low: float, sweep: float, fall: float, ring: float, strength: float, seconds: float = 0.6) -> Wave:
    time = np.arange(round(seconds * RATE)) / RATE
    turns = low * time + sweep * fall * (1 - np.exp(-time / fall))
    wave = np.sin(2 * np.pi * turns) * np.exp(-time / ring)
    return enveloped(wave.astype(np.float32), 0.0015, seconds * 0.7, seconds * 0.3) * np.float32(strength)


def _click(level: float, random: np.random.Generator) -> Wave:
    wave = np.zeros(round(0.6 * RATE), np.float32)
    noise = enveloped(filtered_noise(0.008, 1200, 6000, random), 0.0004, 0.001, 0.006)
    wave[: len(noise)] = noise * np.float32(level)
    return wave


def _hiss(low: float, high: float, ring: float, strength: float, random: np.random.Generator) -> Wave:
    noise = filtered_noise(min(0.5, ring * 7), low, high, random)
    noise = noise * np.exp(-np.arange(len(noise)) / RATE / ring).astype(np.float32)
    return enveloped(noise, 0.0006, 0.8 * len(noise) / RATE, 0.2 * len(noise) / RATE) * np.float32(strength)
