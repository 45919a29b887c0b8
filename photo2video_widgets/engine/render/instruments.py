"""Instruments made of sums of sines and shaped noise. Each gives the samples of one note; nothing here knows of tunes.

A note is a function of its pitch (MIDI number), length (s), strength (0..1) and a random generator, and gives N samples
(mono) or N x 2. Its sound goes on after its length as long as it rings.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

RATE = 48_000
_HIGHEST = 15_000.0

Wave = NDArray[np.float32]
Instrument = Callable[[int, float, float, np.random.Generator], Wave]


def frequency(pitch: float) -> float:
    return float(440.0 * 2 ** ((pitch - 69) / 12))


def _partials(
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
        if hertz > _HIGHEST or abs(level) < 1e-4:
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


def _cycle(levels: NDArray[np.float64], phases: NDArray[np.float64]) -> Wave:
    """One turn of a steady tone, from the levels of its harmonics: to be read at any speed."""
    spectrum = np.zeros(1025, np.complex128)
    spectrum[1 : len(levels) + 1] = levels * np.exp(2j * np.pi * phases) * -0.5j * 2048
    turn = np.fft.irfft(spectrum, 2048)
    return np.append(turn, turn[0]).astype(np.float32)


def _read_cycle(cycle: Wave, turns: NDArray[np.float64]) -> Wave:
    place = (turns - np.floor(turns)) * 2048
    whole = place.astype(np.int32)
    rest = (place - whole).astype(np.float32)
    return cycle[whole] * (1 - rest) + cycle[whole + 1] * rest


def _envelope(wave: Wave, attack: float, hold: float, release: float) -> Wave:
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


def _stereo(left: Wave, right: Wave) -> Wave:
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


# Keys


def piano(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    base = frequency(pitch)
    k = np.arange(1, min(28, int(_HIGHEST / base)) + 1)
    stiffness = 0.00012 * 2 ** ((pitch - 40) / 24)
    stretched = base * k * np.sqrt(1 + stiffness * k**2)
    # The hammer strikes near an eighth of the string; soft strokes have fewer overtones.
    levels = np.abs(np.sin(np.pi * k * 0.121)) / k**0.9 * np.exp(-k * base / 5200 * (1.6 - strength))
    decays = 3.2 * (261 / base) ** 0.45 / (1 + 0.22 * k)
    seconds = min(length + 0.35, 7.0)
    sides = [
        0.55 * _partials(stretched * (1 + detune), levels, decays * 0.35, seconds)
        + 0.45 * _partials(stretched * (1 - detune / 2), levels, decays, seconds)
        for detune in (-0.00035, 0.00035)
    ]
    wave = _stereo(*sides)
    knock = filtered_noise(0.03, 200, 1800 + 2500 * strength, random)
    knock = _envelope(knock, 0.0005, 0.002, 0.025) * np.float32(0.05 * strength)
    wave[: len(knock)] += knock[: len(wave), None]
    return _envelope(wave, 0.002, length, 0.3) * np.float32(0.35 + 0.65 * strength)


def electric_piano(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    base = frequency(pitch)
    seconds = min(length + 0.25, 5.0)
    time = np.arange(round(seconds * RATE)) / RATE
    index = (0.35 + 1.1 * strength) * np.exp(-time / 0.45) * min(1.0, 600 / base)
    bell = 0.12 * strength * np.exp(-time / 0.08) * np.sin(2 * np.pi * base * 7.02 * time)
    wave = np.sin(2 * np.pi * base * time + index * np.sin(2 * np.pi * base * time) + bell)
    wave *= np.exp(-time / (1.9 * (261 / base) ** 0.3))
    return _envelope(wave.astype(np.float32), 0.003, length, 0.2) * np.float32(0.4 + 0.6 * strength)


def music_box(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    base = frequency(pitch)
    wave = _partials(
        [base, base * 2.76, base * 5.4, base * 8.93], [1, 0.28 * strength, 0.1, 0.04], [1.1, 0.4, 0.16, 0.07], 2.6
    )
    return _envelope(wave, 0.0015, 1.6, 1.0) * np.float32(strength)


def marimba(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    base = frequency(pitch)
    wave = _partials([base, base * 3.93, base * 9.6], [1, 0.3 * strength, 0.08], [0.42, 0.12, 0.04], 1.3)
    return _envelope(wave, 0.0015, 0.8, 0.5) * np.float32(strength)


def bell_pad(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    base = frequency(pitch)
    ratios, levels, decays = [1, 2.0, 3.01, 4.2, 5.4], [1, 0.35, 0.16, 0.1, 0.05], [2.8, 1.9, 1.1, 0.7, 0.4]
    sides = [_partials([base * r * (1 + d) for r in ratios], levels, decays, 5.0) for d in (-0.0006, 0.0006)]
    return _envelope(_stereo(*sides), 0.012, 2.5, 2.4) * np.float32(strength)


def xylophone(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    base = frequency(pitch)
    wave = _partials([base, base * 3, base * 6.1], [1, 0.5 * strength, 0.2], [0.16, 0.07, 0.03], 0.6)
    return _envelope(wave, 0.001, 0.3, 0.3) * np.float32(strength)


def vibraphone(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    base = frequency(pitch)
    wave = _partials([base, base * 4, base * 9.9], [1, 0.22 * strength, 0.06], [1.6, 0.5, 0.08], 3.2)
    turning = 0.82 + 0.18 * np.cos(2 * np.pi * 4.8 * np.arange(len(wave)) / RATE)
    return _envelope(wave * turning.astype(np.float32), 0.0015, 2.0, 1.1) * np.float32(strength)


def chime(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    """A tubular bell: its overtones, not its lowest tone, make the pitch that is heard."""
    base = frequency(pitch)
    ratios, levels = [1, 2, 3, 4.17, 5.43, 6.79], [0.35, 1, 0.7, 0.5 * strength, 0.25, 0.12]
    decays = [1.8, 1.6, 1.1, 0.7, 0.45, 0.3]
    sides = [_partials([base * r * (1 + d) for r in ratios], levels, decays, 3.6) for d in (-0.0004, 0.0004)]
    return _envelope(_stereo(*sides), 0.0015, 2.0, 1.5) * np.float32(0.6 * strength)


# Strings


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
    k = np.arange(1, min(36, int(_HIGHEST / base)) + 1)
    place = place * (1 + 0.1 * random.uniform(-1, 1))
    levels = np.sin(np.pi * k * place) / k**1.15 / (1 + (k * base / (bright * (0.6 + 0.7 * strength))) ** 2)
    decays = ring * (220 / base) ** 0.35 / (1 + 0.16 * k + (k * base / 5000) ** 2)
    seconds = min(length + 0.1, 5.0)
    wave = _partials(base * k * np.sqrt(1 + 0.00005 * k**2), levels, decays, seconds)
    pick = filtered_noise(0.012, 900, 2.2 * bright, random) * np.float32(0.07 * strength)
    pick = _envelope(pick, 0.0003, 0.001, 0.01)
    wave[: len(pick)] += pick[: len(wave)]
    return _envelope(wave, 0.0012, length, 0.09) * np.float32(0.3 + 0.7 * strength)


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
        wave = _read_cycle(_cycle(levels, random.random(len(k))), turns)
        pan = (number + 0.5) / players * np.pi / 2
        out += wave[:, None] * np.array([np.cos(pan), np.sin(pan)], np.float32)
    attack = min(attack, 0.6 * seconds)
    return _envelope(out, attack, max(attack, length), release) * np.float32(strength / players**0.5)


# Overdriven guitars


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
        clean = _cycle(levels, random.random(60))[:-1]
        spectrum = np.fft.rfft(np.tanh((1 + 2.5 * strength) * clean / clean.std()))
        hertz = base * np.arange(len(spectrum))
        spectrum *= (hertz / 90) ** 2 / (1 + (hertz / 90) ** 2) / (1 + (hertz / 3600) ** 4) * (hertz < _HIGHEST)
        turn = np.fft.irfft(spectrum)
        sides.append(_read_cycle(np.append(turn, turn[0]).astype(np.float32), base * (1 + detune) * time + bend))
    wave = _stereo(*sides) * np.exp(time / -2.5).astype(np.float32)[:, None]
    return _envelope(wave, 0.003, length, 0.08) * np.float32(0.5 * (0.4 + 0.6 * strength))


# Synthesiser


def pluck_synth(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    """A saw whose overtones fade first, as with a closing filter."""
    base = frequency(pitch)
    k = np.arange(1, min(30, int(_HIGHEST / base)) + 1)
    sides = [
        _partials(base * k * (1 + d), 0.7 / k, 0.5 / (1 + 0.35 * k), 0.9, random.random(len(k)))
        for d in (-0.0012, 0.0012)
    ]
    return _envelope(_stereo(*sides), 0.003, min(length, 0.5), 0.3) * np.float32(strength)


def lead_synth(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    base = frequency(pitch)
    seconds = length + 0.15
    time = np.arange(round(seconds * RATE)) / RATE
    k = np.arange(1, min(16, int(_HIGHEST / base)) + 1)
    levels = np.where(k % 2 == 1, 1.0, 0.35) / k**1.25
    bend = base * 0.0022 / (2 * np.pi * 5.2) * np.clip(time / 0.5 - 0.4, 0, 1) * np.sin(2 * np.pi * 5.2 * time)
    cycle = _cycle(levels, np.zeros(len(k)))
    sides = [_read_cycle(cycle, base * (1 + d) * time + bend) for d in (-0.0009, 0.0009)]
    return _envelope(_stereo(*sides), 0.012, length, 0.14) * np.float32(0.55 * strength)


def synth_bass(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    base = frequency(pitch)
    k = np.arange(1, 15)
    wave = _partials(base * k, 1 / k**1.1, 0.9 / (1 + 0.3 * k), length + 0.08)
    return _envelope(np.tanh(1.6 * wave), 0.004, length, 0.05) * np.float32(0.7 * strength)


def soft_bass(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    base = frequency(pitch)
    wave = _partials([base, 2 * base, 3 * base], [1, 0.22, 0.07], [2.4, 0.8, 0.3], length + 0.1)
    return _envelope(wave, 0.008, length, 0.08) * np.float32(strength)


# Drums: but for the timpani's, the pitch picks nothing and only keeps the shape of a note.


def timpani(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    base = frequency(pitch)
    wave = _partials(base * np.array([1, 1.5, 1.99, 2.44]), [1, 0.7, 0.4, 0.25], [0.7, 0.5, 0.35, 0.2], 2.0)
    skin = filtered_noise(0.12, 80, 900, random)
    wave[: len(skin)] += _envelope(skin, 0.001, 0.01, 0.1) * np.float32(0.5 * strength)
    return _envelope(wave, 0.002, 1.2, 0.8) * np.float32(0.7 * strength)


def kick(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    return _drum(48, 130, 0.035, 0.16, strength) + _click(0.25 * strength, random)


def soft_kick(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    return _drum(50, 60, 0.03, 0.11, strength)


def heavy_kick(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    return np.asarray(np.tanh(1.8 * _drum(46, 110, 0.045, 0.3, strength, 0.9)) * 0.8, np.float32)


def taiko(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    low = _drum(68, 40, 0.05, 0.22, strength, 1.0)
    skin = filtered_noise(0.1, 150, 1600, random)
    low[: len(skin)] += _envelope(skin, 0.0008, 0.008, 0.09) * np.float32(0.6 * strength)
    return low


def conga(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    tone = _drum(205, 60, 0.012, 0.09, strength, 0.4)
    return tone + _click(0.15 * strength, random)[: len(tone)]


def boom(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    """A large drum in a large hall."""
    low = _drum(38, 45, 0.09, 0.55, strength, 2.4)
    skin = filtered_noise(2.4, 50, 240, random) * np.exp(-np.arange(len(low)) / RATE / 0.16).astype(np.float32)
    return _envelope(low + np.float32(0.5 * strength) * skin[: len(low)], 0.004, 1.8, 0.6)


def snare(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    rattle = filtered_noise(0.3, 1100, 9000, random)
    time = np.arange(len(rattle)) / RATE
    skin = 0.5 * np.sin(2 * np.pi * 186 * time) * np.exp(-time / 0.05)
    wave = rattle * np.exp(-time / 0.07) * 0.8 + skin
    return _envelope(wave.astype(np.float32), 0.0008, 0.2, 0.1) * np.float32(strength)


def rim(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    tone = _partials([820, 1710, 2440], [0.6, 0.4, 0.25], [0.02, 0.014, 0.01], 0.15)
    return _envelope(tone, 0.0006, 0.1, 0.05) * np.float32(strength)


def clap(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    noise = filtered_noise(0.3, 900, 5200, random)
    time = np.arange(len(noise)) / RATE
    shape = np.exp(-time / 0.085) * 0.6
    for late in (0.0, 0.011, 0.021):
        shape += np.where(time >= late, np.exp(-(time - late) / 0.004), 0) * 0.6
    return _envelope((noise * shape).astype(np.float32), 0.0008, 0.22, 0.08) * np.float32(strength)


def hat(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    return _hiss(6800, 15000, 0.028, strength, random)


def open_hat(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    return _hiss(6200, 15000, 0.13, strength, random)


def shaker(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    noise = filtered_noise(0.14, 4200, 10500, random)
    return _envelope(noise, 0.03, 0.045, 0.07) * np.float32(strength)


def ride(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    """A cymbal's ping over its wash."""
    wash = _hiss(4500, 14000, 0.12, strength, random)
    tones = np.array([3120, 4410, 5230, 6870, 8150])
    ping = _partials(tones, [0.3, 0.25, 0.25, 0.2, 0.15], [0.09, 0.08, 0.06, 0.05, 0.04], len(wash) / RATE)
    return wash * np.float32(0.5) + _envelope(ping, 0.0008, 0.3, 0.2)[: len(wash)] * np.float32(0.5 * strength)


def crash(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    noise = filtered_noise(2.2, 2600, 13000, random)
    noise *= np.exp(np.arange(len(noise)) / RATE / -0.5).astype(np.float32)
    return _envelope(noise, 0.002, 1.2, 1.0) * np.float32(strength)


def brush(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    """Wires swept over a snare drum."""
    return _envelope(filtered_noise(0.32, 1300, 6500, random), 0.05, 0.07, 0.24) * np.float32(strength)


def sleigh_bells(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    """A dozen small bells, none quite at the same time."""
    wave = np.zeros(round(0.4 * RATE), np.float32)
    for _ in range(12):
        start = round(abs(random.normal(0, 0.014)) * RATE)
        bell = _partials(random.uniform(4200, 9800, 2), [0.2, 0.12], [0.07, 0.05], 0.3)
        part = wave[start : start + len(bell)]
        part += bell[: len(part)]
    return _envelope(wave, 0.004, 0.22, 0.16) * np.float32(strength)


def snap(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    return _hiss(1700, 4200, 0.018, strength, random)


def swell(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    """A cymbal that grows towards the end of its length."""
    noise = filtered_noise(length + 0.6, 2500, 12000, random)
    time = np.arange(len(noise)) / RATE
    shape = np.where(time < length, (time / length) ** 3, np.exp(-(time - length) / 0.18))
    return _envelope((noise * shape).astype(np.float32), 0.01, length + 0.3, 0.3) * np.float32(strength)


def air(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    """Wind, far away, that comes and goes on either side in its own time."""
    time = np.arange(round(length * RATE)) / RATE
    sides = []
    for _ in range(2):
        gusts = 0.6 + 0.4 * np.sin(2 * np.pi * (random.uniform(0.07, 0.13) * time + random.random()))
        sides.append((filtered_noise(length, 250, 1900, random)[: len(time)] * gusts).astype(np.float32))
    return _envelope(_stereo(*sides), min(2.0, length / 2), max(length / 2, length - 2.0), 2.0) * np.float32(strength)


def crackle(pitch: int, length: float, strength: float, random: np.random.Generator) -> Wave:
    """The surface of an old record."""
    n = round(length * RATE)
    ticks = np.where(random.random(n) < 9 / RATE, random.uniform(-1, 1, n), 0)
    size = 1 << (n - 1).bit_length()
    hertz = np.fft.rfftfreq(size, 1 / RATE)
    shape = (hertz / 900) ** 2 / (1 + (hertz / 900) ** 2) / (1 + (hertz / 5200) ** 4)
    wave = np.fft.irfft(np.fft.rfft(ticks, size) * shape, size)[:n] * 2.2
    wave += 0.02 * filtered_noise(length, 300, 3000, random)[:n]
    return _envelope(wave.astype(np.float32), 0.3, max(0.3, length - 0.3), 0.3) * np.float32(strength)


def _drum(low: float, sweep: float, fall: float, ring: float, strength: float, seconds: float = 0.6) -> Wave:
    time = np.arange(round(seconds * RATE)) / RATE
    turns = low * time + sweep * fall * (1 - np.exp(-time / fall))
    wave = np.sin(2 * np.pi * turns) * np.exp(-time / ring)
    return _envelope(wave.astype(np.float32), 0.0015, seconds * 0.7, seconds * 0.3) * np.float32(strength)


def _click(level: float, random: np.random.Generator) -> Wave:
    wave = np.zeros(round(0.6 * RATE), np.float32)
    noise = _envelope(filtered_noise(0.008, 1200, 6000, random), 0.0004, 0.001, 0.006)
    wave[: len(noise)] = noise * np.float32(level)
    return wave


def _hiss(low: float, high: float, ring: float, strength: float, random: np.random.Generator) -> Wave:
    noise = filtered_noise(min(0.5, ring * 7), low, high, random)
    noise = noise * np.exp(-np.arange(len(noise)) / RATE / ring).astype(np.float32)
    return _envelope(noise, 0.0006, 0.8 * len(noise) / RATE, 0.2 * len(noise) / RATE) * np.float32(strength)


RINGING = frozenset(
    {
        piano, electric_piano, music_box, marimba, xylophone, vibraphone, chime, bell_pad, guitar, harp, electric_bass,
        power_chord, soft_bass, synth_bass,
    }
)  # fmt: skip
"""Instruments whose notes sound the same however long they are held, until they are damped."""
