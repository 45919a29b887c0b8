"""A tune as it is written: which notes each layer of a mood plays, bar by bar."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from photo2video_widgets.tempo import tempo_of

from .moods import MOODS, Layer, Mood

RING = 3.2
"""Seconds: no mood lets its last chord ring for longer."""

# How strongly is played at each energy.
_TOUCH = {1: 0.72, 2: 0.8, 3: 0.9, 4: 1.0}

Origin = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Note:
    """Seconds since the start of its block, and seconds; a MIDI number, 0 for drums; 0 to 1."""

    start: float
    length: float
    pitch: int
    strength: float


@dataclass(frozen=True, slots=True)
class _Chord:
    """`degrees` of the scale, 0-based, root first."""

    degrees: tuple[int, ...]


class Score:
    """A tune of a mood, `seconds` long: `bars` of `bar` seconds each."""

    def __init__(self, mood: str, seed: int, seconds: float) -> None:
        self._mood: Mood = MOODS[mood]
        self._origin = origin(mood, seed)
        random = random_of(self._origin, 0)
        tempo = tempo_of(mood, seed, seconds)
        self.bars, self.bar = tempo.bars, tempo.bar
        self._key = int(random.choice(self._mood.keys))
        self._verse = str(random.choice(self._mood.verses))
        self._chorus = str(random.choice(self._mood.choruses))
        self._motifs = {kind: self._motif(random) for kind in ("verse", "chorus")}

    def _motif(self, random: np.random.Generator) -> tuple[list[tuple[float, float, int]], ...]:
        """Two bars of melody, twice: (beat, length in beats, steps of the scale away from the chord's note)."""
        motifs = []
        for _ in range(2):
            rhythms = random.choice(len(self._mood.rhythms), 2, replace=False)
            beats = [
                bar * 4 + step / 4
                for bar, rhythm in enumerate(rhythms)
                for step, played in enumerate(self._mood.rhythms[rhythm])
                if played == "x"
            ]
            offsets = [0]
            # Small steps, now and then a leap, and always drawn back to the middle.
            for _ in beats[1:]:
                step = int(random.choice([-2, -1, -1, 0, 1, 1, 2, 3]))
                offsets.append(int(np.clip(offsets[-1] + step, -3, 4)))
            lengths = np.diff([*beats, 8.0])
            motifs.append(list(zip(beats, lengths.tolist(), offsets, strict=True)))
        return tuple(motifs)

    def _chords(self, kind: str, number: int) -> list[_Chord]:
        written = (self._verse if kind == "verse" else self._chorus).split()
        chords = [_parse(name) for name in written] * 2
        if number % 4 == 3 and kind == "chorus":
            chords[-1] = _parse("5")
        return chords

    def energies(self, number: int, bars: int, last: bool) -> list[int]:
        """How lively each bar of a block is, 1 to 4."""
        if self.bars <= 4:
            return [2, 3, 3, 3][:bars]
        if number == 0:
            return ([1, 2, 3, 3, 3, 3, 3, 3] if self.bars <= 12 else [1, 1, 2, 2, 3, 3, 3, 3])[:bars]
        if last:
            return [4] * bars
        # Every fourth block takes a breath.
        return {1: [4] * 8, 2: [3] * 8, 3: [2, 2, 2, 2, 3, 3, 4, 4], 0: [4] * 8}[number % 4][:bars]

    def notes(self, layer: Layer, number: int, bars: int, last: bool, random: np.random.Generator) -> list[Note]:
        """What a layer plays in a block of so many bars; the last block ends on one chord more."""
        energies = self.energies(number, bars, last)
        notes = [
            replace(note, strength=note.strength * _TOUCH[energies[min(bars - 1, int(note.start / self.bar))]])
            for note in self._written(layer, number, energies, random)
        ]
        return [*notes, *self._farewell(layer, bars)] if last else notes

    def _written(self, layer: Layer, number: int, energies: list[int], random: np.random.Generator) -> Iterator[Note]:
        kind = "verse" if number % 2 == 0 else "chorus"
        chords = self._chords(kind, number)
        active = [layer.least <= energy <= layer.most for energy in energies]
        if layer.part == "melody":
            yield from self._melody(layer, kind, number, chords, active)
        elif layer.part == "texture":
            yield from self._texture(layer, active)
        else:
            for bar, plays in enumerate(active):
                if plays:
                    steps = layer.steps[bar % len(layer.steps)]
                    yield from self._bar(layer, steps, bar, chords[bar], random)

    def _bar(self, layer: Layer, steps: str, bar: int, chord: _Chord, random: np.random.Generator) -> Iterator[Note]:
        struck = [step for step, sign in enumerate(steps) if sign != "."]
        for place, step in enumerate(struck):
            sign = steps[step]
            until = struck[place + 1] if place + 1 < len(struck) else 16
            start, length = self._time(bar, step), (until - step) * self.bar / 16
            strength = (0.55 if sign == "o" else 0.85) + (0.1 if step % 4 == 0 else 0.0)
            if layer.part == "drum":
                yield Note(start, length, 0, strength)
            elif layer.part == "bass":
                fifth = sign == "o" or (step == struck[-1] and len(struck) > 1 and random.random() < 0.3)
                pitch = _near(self._pitch(chord.degrees[2 if fifth else 0]), 36 + 12 * layer.octave)
                yield Note(start, length * 0.92, pitch, strength)
            elif layer.part == "broken":
                voicing = self._voicing(chord, layer)
                index = int(sign) - 1
                pitch = voicing[index % len(voicing)] + 12 * (index // len(voicing))
                # Strings and keys go on ringing until the chord changes.
                ringing = (16 - step) * self.bar / 16 if self.bar > 1.8 else length * 1.6
                yield Note(start, ringing, pitch, strength * (0.8 if step % 4 else 0.95))
            else:
                for count, pitch in enumerate(self._voicing(chord, layer)):
                    strummed = count * (0.011 if length < self.bar / 2 or sign == "o" else 0.0)
                    yield Note(start + strummed, length * 0.97, pitch, strength * 0.85)

    def _melody(self, layer: Layer, kind: str, number: int, chords: list[_Chord], active: list[bool]) -> Iterator[Note]:
        # Question, its echo, another thought, and the question answered.
        first, second = self._motifs[kind]
        home = 60 + 12 * layer.octave - (5 if kind == "verse" else 0)
        echo = random_of(self._origin, 2, number)
        for pair, motif in enumerate((first, first, second, first)):
            for beat, length, offset in motif:
                bar = pair * 2 + int(beat // 4)
                if bar >= len(active) or not active[bar]:
                    continue
                chord = chords[bar]
                if pair == 1 and beat >= 4 and echo.random() < 0.35:
                    offset += int(echo.choice([-1, 1]))
                strong = beat % 2 == 0 or length >= 1.5
                answer = pair == 3 and beat >= 4 and length >= 1
                degree = self._degree_near(chord, home) + (0 if answer else offset)
                if strong and not answer:
                    degree = min(
                        (chord_degree + octave * 7 for chord_degree in chord.degrees[:4] for octave in range(-2, 9)),
                        key=partial(_apart, degree),
                    )
                start = self._time(bar, beat % 4 * 4)
                sounding = min(length, 3.0) * self.bar / 4
                strength = 0.82 + 0.13 * (beat % 4 == 0) - 0.12 * (beat % 1 != 0)
                yield Note(start, sounding * 0.95, self._pitch(degree), strength)
                if layer.doubled:
                    yield Note(start, sounding * 0.95, self._pitch(degree) + 12, strength * 0.4)

    def _texture(self, layer: Layer, active: list[bool]) -> Iterator[Note]:
        start = None
        for bar in range(len(active) + 1):
            heard = bar < len(active) and active[bar] and layer.steps[0][bar] == "x"
            if heard and start is None:
                start = bar
            elif not heard and start is not None:
                yield Note(start * self.bar, (bar - start) * self.bar, 0, 1.0)
                start = None

    def _farewell(self, layer: Layer, bars: int) -> Iterator[Note]:
        """The last chord, on the first beat after the last bar."""
        start, tonic = bars * self.bar, _parse("1")
        if layer.part in ("chords", "broken"):
            for count, pitch in enumerate(self._voicing(tonic, layer)):
                yield Note(start + 0.035 * count, RING, pitch, 0.75)
        elif layer.part == "bass":
            yield Note(start, RING, _near(self._pitch(0), 36 + 12 * layer.octave), 0.85)
        elif layer.part == "melody":
            yield Note(start, RING, _near(self._pitch(0), 60 + 12 * layer.octave), 0.8)
        elif layer.part == "drum" and layer.steps[0][0] == "x" and layer.least <= 2:
            yield Note(start, 0.5, 0, 0.8)

    def _time(self, bar: int, step: float) -> float:
        # Swing delays every other eighth or, where it is slow enough to hear them, sixteenth.
        late = self._mood.swing * self.bar / 16 if int(step) % 2 else 0.0
        return bar * self.bar + step * self.bar / 16 + late

    def _pitch(self, degree: int) -> int:
        octave, step = divmod(degree, 7)
        return self._key + 12 * octave + self._mood.scale[step]

    def _degree_near(self, chord: _Chord, pitch: int) -> int:
        candidates = [degree + 7 * octave for degree in chord.degrees[:3] for octave in range(-2, 6)]
        return min(candidates, key=lambda degree: abs(self._pitch(degree) - pitch))

    def _voicing(self, chord: _Chord, layer: Layer) -> list[int]:
        """The chord's notes close together around a fixed height, so that chords lead into one another."""
        centre = 57 + 12 * layer.octave - (5 if layer.octave > 0 else 0)
        return sorted({_near(self._pitch(degree), centre) for degree in chord.degrees})


def origin(mood: str, seed: int) -> Origin:
    """Where all chance in a tune comes from."""
    # Python's own hash of a string differs from run to run.
    return zlib.crc32(mood.encode()), seed


def random_of(origin: Origin, *place: int) -> np.random.Generator:
    """Chance of its own for each place in a tune."""
    return np.random.default_rng([*origin, *place])


def _parse(name: str) -> _Chord:
    root = int(name[0]) - 1
    degrees = [root, root + 2, root + 4]
    if "s" in name:
        degrees[1] = root + 3
    if "7" in name[1:] or "9" in name[1:]:
        degrees.append(root + 6)
    if "9" in name[1:] or "+" in name:
        degrees.append(root + 8)
    return _Chord(tuple(degrees))


def _apart(wanted: int, candidate: int) -> tuple[int, int]:
    """Order of preference: near first, and of two as near the lower one."""
    return abs(candidate - wanted), candidate


def _near(pitch: int, centre: int) -> int:
    """The pitch moved by octaves to within half an octave of the centre."""
    return pitch + 12 * round((centre - pitch) / 12)
