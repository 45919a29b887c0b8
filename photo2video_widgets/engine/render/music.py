"""Music made on the spot: a mood's data and a seed become a tune of just the length that a film has.

A tune is written in blocks of eight bars, verse and chorus by turns. Its pace is stretched a little so that a bar ends
shortly before the film does; there the last chord sounds and rings out. Only eight blocks are ever made: longer films
hear the later ones again.
"""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from photo2video_widgets.tempo import PACES

from .composition import RING, Note, Score, origin, random_of
from .hall import TAIL, cleaned, reverb
from .instruments import RINGING, Instrument, Wave
from .loudness import RATE, TARGET, Samples, gain_to, measure
from .moods import MOODS, Layer

BARS = 8
_BLOCKS = 8
# Lengths (s) in which notes that ring are made, and how long a damper takes.
_LENGTHS = (0.4, 1.0, 2.2, 4.0)
_DAMP = 0.12
# Notes that are kept because they may come again.
_KEPT_BYTES = 48 * 2**20


class Tune:
    """A tune of a mood, `seconds` long, at -14 LUFS. The same arguments give the same samples."""

    def __init__(self, mood: str, seed: int, seconds: float) -> None:
        self._name, self._mood = mood, MOODS[mood]
        self._origin = origin(mood, seed)
        self._score = Score(mood, seed, seconds)
        self.samples = round(seconds * RATE)
        self.bars, self.bar = self._score.bars, self._score.bar
        self._made: dict[tuple[int, int, bool], Samples] = {}
        self._notes: dict[tuple[Instrument, int, int, int, int], Wave] = {}

    def read(self, start: int, count: int) -> Samples:
        """`count` samples from `start` on, N x 2."""
        fade = round(min(0.7 * PACES[self._name][2], 0.3 * self.samples / RATE) * RATE)
        left = np.clip((self.samples - start - np.arange(count)) / max(1, fade), 0, 1)
        gain = (self._gain * (0.5 - 0.5 * np.cos(np.pi * left))).astype(np.float32)
        return self._raw(start, count) * gain[:, None]

    @cached_property
    def _gain(self) -> float:
        length = min(self.samples, round((_BLOCKS * BARS + 1) * self.bar * RATE))
        return gain_to(TARGET, measure(self._raw(0, length)))

    def _raw(self, start: int, count: int) -> Samples:
        out = np.zeros((count, 2), np.float32)
        for number in range(-(-self.bars // BARS)):
            first = round(number * BARS * self.bar * RATE)
            if first >= start + count:
                break
            if first + (BARS * self.bar + self.bar + TAIL + RING) * RATE < start:
                continue
            block = self._block(number)
            left, right = max(start, first), min(start + count, first + len(block))
            if left < right:
                out[left - start : right - start] += block[left - first : right - first]
        return out

    def _block(self, number: int) -> Samples:
        bars = min(BARS, self.bars - number * BARS)
        last = (number + 1) * BARS >= self.bars
        same = number if number < _BLOCKS or last else 2 + (number - 2) % (_BLOCKS - 2)
        key = (same, bars, last)
        if key not in self._made:
            self._made[key] = self._played(same, bars, last)
            if last:
                self._notes.clear()
        return self._made[key]

    def _played(self, number: int, bars: int, last: bool) -> Samples:
        seconds = bars * self.bar + TAIL + (RING if last else 0)
        dry = np.zeros((round(seconds * RATE), 2), np.float32)
        wet = np.zeros_like(dry)
        pump = self._pump(self._score.energies(number, bars, last), len(dry)) if self._mood.pumping else None
        for place, layer in enumerate(self._mood.layers):
            random = random_of(self._origin, 1, number, place)
            notes = self._score.notes(layer, number, bars, last, random)
            if not notes:
                continue
            played = self._perform(layer, notes, len(dry), random)
            if pump is not None and layer.part != "drum":
                played *= pump[:, None]
            dry += played
            if layer.room:
                wet += np.float32(layer.room) * played
        mixed = dry + reverb(wet, self._mood.hall)
        return cleaned(mixed, self._mood.warmth, self._mood.shine)

    def _perform(self, layer: Layer, notes: list[Note], count: int, random: np.random.Generator) -> Samples:
        out = np.zeros((count, 2), np.float32)
        angle = (layer.pan + 1) * np.pi / 4
        gains = np.array([np.cos(angle), np.sin(angle)], np.float32) * np.float32(10 ** (layer.level / 20) * 2**0.5)
        for note in notes:
            wave = self._note(layer.instrument, note, int(random.integers(3)))
            loudness = np.float32(1 + 0.08 * random.uniform(-1, 1))
            at = max(0, round((note.start + self._mood.loose * random.standard_normal()) * RATE))
            part = out[at : at + len(wave)]
            part += loudness * gains * (wave if wave.ndim == 2 else wave[:, None])[: len(part)]
        return out

    def _note(self, instrument: Instrument, note: Note, take: int) -> Wave:
        """Drums have three takes, so that repeats aren't machine-like; notes that ring are made once and damped."""
        strength = round(note.strength * 8)
        take = take if note.pitch == 0 else 0
        length = max(0.06, round(note.length * 50) / 50)
        made = next((size for size in _LENGTHS if length <= size), length) if instrument in RINGING else length
        key = (instrument, note.pitch, round(made * 50), strength, take)
        if key not in self._notes:
            if sum(wave.nbytes for wave in self._notes.values()) > _KEPT_BYTES:
                self._notes.clear()
            self._notes[key] = instrument(note.pitch, made, strength / 8, random_of(self._origin, 3, take, note.pitch))
        wave = self._notes[key]
        if made == length:
            return wave
        cut, damp = round(length * RATE), round(_DAMP * RATE)
        wave = wave[: cut + damp].copy()
        fall = (0.5 + 0.5 * np.cos(np.pi * np.arange(damp) / damp)).astype(np.float32)[: max(0, len(wave) - cut)]
        wave[cut:] *= fall if wave.ndim == 1 else fall[:, None]
        return wave

    def _pump(self, energies: list[int], count: int) -> NDArray[np.float32]:
        """All but the drums step back on every beat that the kick plays."""
        gain = np.ones(count, np.float32)
        beat = round(self.bar / 4 * RATE)
        dip = 1 - self._mood.pumping * np.exp(-np.arange(beat) / (0.11 * RATE)) * np.minimum(
            1, np.arange(beat)[::-1] / (0.01 * RATE)
        )
        for bar, energy in enumerate(energies):
            for number in range(4 if energy >= 2 else 0):
                start = round((bar + number / 4) * self.bar * RATE)
                part = gain[start : start + beat]
                part *= dip[: len(part)].astype(np.float32)
        return gain
