"""Strings: plucked, bowed and overdriven; horns too, which are made as bowed ones are."""

from __future__ import annotations

import numpy as np

from ..loudness import RATE
from .waves import HIGHEST, Wave, cycle, enveloped, filtered_noise, frequency, partials, read_cycle, stereo


def guitar(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    """A plucked steel string."""
    return _plucked(pitch, length + 0.12, strength, 0.17, 2.3, 4800, random)


def ukulele(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    return _plucked(pitch, min(length, 0.7) + 0.1, strength, 0.27, 0.75, 3600, random)


def harp(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    return _plucked(pitch, length + 1.2, strength, 0.42, 2.0, 2600, random)


def muted_guitar(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    """The palm lies on the strings: little more than the pick and the tone's beginning."""
    return _plucked(pitch, min(length, 0.35) + 0.05, strength, 0.13, 0.32, 3800, random)


def pizzicato(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    return _plucked(pitch, min(length, 0.4) + 0.1, strength, 0.38, 0.24, 2400, random)


def upright_bass(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    return _plucked(pitch, min(length, 1.4) + 0.06, strength, 0.3, 1.0, 900, random) * np.float32(1.2)


def walking_bass(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    """An upright bass whose every note makes way for the next."""
    return upright_bass(pitch, min(length, 0.38), strength, random)


def electric_bass(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    return _plucked(pitch, length + 0.05, strength, 0.14, 1.5, 1700, random) * np.float32(1.2)


def _plucked(
    pitch: int, length: float, strength: float, place: float, ring: float, bright: float, random: np.random.Generator
) -> Wave:
    """Plucked at a part `place` of its length; the lowest partial rings for `ring` s, overtones reach `bright` Hz."""
    base = frequency(pitch)
    k = np.arange(1, min(36, int(HIGHEST / base)) + 1)
    place = place * (1 + 0.1 * random.uniform(-1, 1))
    levels = np.sin(np.pi * k * place) / k**1.15 / (1 + (k * base / (bright * (0.6 + 0.7 * strength))) ** 2)
    decays = ring * (220 / base) ** 0.35 / (1 + 0.16 * k + (k * base / 5000) ** 2)
    seconds = min(length + 0.1, 5.0)
    wave = partials(base * k * np.sqrt(1 + 0.00005 * k**2), levels, decays, seconds)
    pick = filtered_noise(0.012, 900, 2.2 * bright, random) * np.float32(0.07 * strength)
    pick = enveloped(pick, 0.0003, 0.001, 0.01)
    wave[: len(pick)] += pick[: len(wave)]
    return enveloped(wave, 0.0012, length, 0.09) * np.float32(0.3 + 0.7 * strength)


def strings(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    return _bowed(pitch, length, strength, 0.45, 0.9, 3000, 4, random)


def staccato(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    return _bowed(pitch, min(length, 0.16), strength, 0.02, 0.14, 3600, 3, random)


def solo_strings(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    """One violin, viola or cello, as the pitch has it."""
    return _bowed(pitch, length, strength, 0.11, 0.35, 2600, 1, random)


def horns(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    return _bowed(pitch, length, strength, 0.09, 0.3, 1500, 3, random)


def pad(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    return _bowed(pitch, length, strength, 0.7, 1.4, 1300, 3, random)


def bright_pad(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    return _bowed(pitch, length, strength, 0.04, 0.25, 4200, 4, random)


def _bowed(
    pitch: int,
    length: float,
    strength: float,
    attack: float,
    release: float,
    bright: float,
    players: int,
    random: np.random.Generator,
) -> Wave:
    """Several voices slightly out of tune, spread from left to right, each with a vibrato of its own."""
    base = frequency(pitch)
    seconds = length + release
    time = np.arange(round(seconds * RATE)) / RATE
    k = np.arange(1, max(2, min(18, int(3.2 * bright / base) + 1)))
    levels = 1 / k / (1 + (k * base / (bright * (0.7 + 0.5 * strength))) ** 2)
    out = np.zeros((len(time), 2), np.float32)
    for number in range(players):
        detune = 2 ** (random.uniform(-6, 6) / 1200)
        depth = base * 0.0018 / (2 * np.pi * 5)
        vibrato = np.sin(2 * np.pi * (random.uniform(4.6, 5.6) * time + random.random()))
        turns = base * detune * time + depth * np.minimum(time / 0.8, 1) * vibrato
        wave = read_cycle(cycle(levels, random.random(len(k))), turns)
        pan = (number + 0.5) / players * np.pi / 2
        out += wave[:, None] * np.array([np.cos(pan), np.sin(pan)], np.float32)
    attack = min(attack, 0.6 * seconds)
    return enveloped(out, attack, max(attack, length), release) * np.float32(strength / players**0.5)


def power_chord(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    """Root, fifth and octave; the pitch is the root's."""
    return _overdriven(frequency(pitch) / 2, (2, 3, 4), 0.0, length, strength, random)


def lead_guitar(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    return _overdriven(frequency(pitch), (1,), 0.003, length, strength, random)


def _overdriven(
    base: float,
    voices: tuple[int, ...],
    vibrato: float,
    length: float,
    strength: float,
    random: np.random.Generator,
) -> Wave:
    """Strings at multiples of `base` (Hz) that distort one another, played once for either side.

    A single turn of their sum is distorted and dulled as by a loudspeaker, then repeated: that costs next to nothing,
    and nothing above what can be heard folds back.
    """
    seconds = length + 0.1
    time = np.arange(round(seconds * RATE)) / RATE
    bend = base * vibrato / (2 * np.pi * 5.4) * np.clip(time / 0.4 - 0.6, 0, 1) * np.sin(2 * np.pi * 5.4 * time)
    sides = []
    for detune in (-0.0014, 0.0014):
        levels = np.zeros(60)
        for voice in voices:
            levels[voice - 1 :: voice] += 1 / np.arange(1, 60 // voice + 1) ** 1.1
        clean = cycle(levels, random.random(60))[:-1]
        spectrum = np.fft.rfft(np.tanh((1 + 2.5 * strength) * clean / clean.std()))
        hertz = base * np.arange(len(spectrum))
        spectrum *= (hertz / 90) ** 2 / (1 + (hertz / 90) ** 2) / (1 + (hertz / 3600) ** 4) * (hertz < HIGHEST)
        turn = np.fft.irfft(spectrum)
        sides.append(read_cycle(np.append(turn, turn[0]).astype(np.float32), base * (1 + detune) * time + bend))
    wave = stereo(*sides) * np.exp(time / -2.5).astype(np.float32)[:, None]
    return enveloped(wave, 0.003, length, 0.08) * np.float32(0.5 * (0.4 + 0.6 * strength))
