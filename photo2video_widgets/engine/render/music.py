"""Music made on the spot: a mood's data and a seed become a tune of just the length that a film has.

A tune is written in blocks of eight bars, verse and chorus by turns. Its pace is stretched a little so that a bar ends
shortly before the film does; there the last chord sounds and rings out. Only eight blocks are ever made: longer films
hear the later ones again.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial

import numpy as np
from numpy.typing import NDArray

from photo2video_widgets.tempo import PACES, tempo_of

from .instruments import RINGING, Instrument, Wave
from .loudness import RATE, TARGET, Samples, gain_to, measure
from .moods import MOODS, Layer, Mood

BARS = 8
_BLOCKS = 8
_TAIL = 5.0
# No mood lets its last chord ring for longer (s).
_RING = 3.2
_LOWEST_CUT = 32.0
# Lengths (s) in which notes that ring are made, and how long a damper takes.
_LENGTHS = (0.4, 1.0, 2.2, 4.0)
_DAMP = 0.12
# Notes that are kept because they may come again.
_KEPT_BYTES = 48 * 2**20
# How strongly is played at each energy.
_TOUCH = {1: 0.72, 2: 0.8, 3: 0.9, 4: 1.0}


@dataclass(frozen=True, slots=True)
class _Note:
    start: float
    length: float
    pitch: int
    strength: float


@dataclass(frozen=True, slots=True)
class _Chord:
    """`degrees` of the scale, 0-based, root first."""

    degrees: tuple[int, ...]


class Tune:
    """A tune of a mood, `seconds` long, at -14 LUFS. The same arguments give the same samples."""

    def __init__(self, mood: str, seed: int, seconds: float) -> None:
        self._mood: Mood = MOODS[mood]
        # Python's own hash of a string differs from run to run.
        self._origin = (zlib.crc32(mood.encode()), seed)
        random = self._random(0)
        self.samples = round(seconds * RATE)
        tempo = tempo_of(mood, seed, seconds)
        self.bars, self.bar, self._ring = tempo.bars, tempo.bar, PACES[mood][2]
        self._key = int(random.choice(self._mood.keys))
        self._verse = str(random.choice(self._mood.verses))
        self._chorus = str(random.choice(self._mood.choruses))
        self._motifs = {kind: self._motif(random) for kind in ("verse", "chorus")}
        self._made: dict[tuple[int, int, bool], Samples] = {}
        self._notes: dict[tuple[Instrument, int, int, int, int], Wave] = {}

    def read(self, start: int, count: int) -> Samples:
        """`count` samples from `start` on, N x 2."""
        fade = round(min(0.7 * self._ring, 0.3 * self.samples / RATE) * RATE)
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
            if first + (BARS * self.bar + self.bar + _TAIL + _RING) * RATE < start:
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

    # Writing

    def _random(self, *place: int) -> np.random.Generator:
        return np.random.default_rng([*self._origin, *place])

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

    def _energies(self, number: int, bars: int, last: bool) -> list[int]:
        if self.bars <= 4:
            return [2, 3, 3, 3][:bars]
        if number == 0:
            return ([1, 2, 3, 3, 3, 3, 3, 3] if self.bars <= 12 else [1, 1, 2, 2, 3, 3, 3, 3])[:bars]
        if last:
            return [4] * bars
        # Every fourth block takes a breath.
        return {1: [4] * 8, 2: [3] * 8, 3: [2, 2, 2, 2, 3, 3, 4, 4], 0: [4] * 8}[number % 4][:bars]

    def _played(self, number: int, bars: int, last: bool) -> Samples:
        kind = "verse" if number % 2 == 0 else "chorus"
        chords, energies = self._chords(kind, number), self._energies(number, bars, last)
        seconds = bars * self.bar + _TAIL + (_RING if last else 0)
        dry = np.zeros((round(seconds * RATE), 2), np.float32)
        wet = np.zeros_like(dry)
        pump = self._pump(energies, len(dry)) if self._mood.pumping else None
        for place, layer in enumerate(self._mood.layers):
            random = self._random(1, number, place)
            notes = [
                replace(note, strength=note.strength * _TOUCH[energies[min(bars - 1, int(note.start / self.bar))]])
                for note in self._written(layer, kind, number, bars, chords, energies, random)
            ]
            if last:
                notes += self._farewell(layer, bars)
            if not notes:
                continue
            played = self._perform(layer, notes, len(dry), random)
            if pump is not None and layer.part != "drum":
                played *= pump[:, None]
            dry += played
            if layer.room:
                wet += np.float32(layer.room) * played
        mixed = dry + _reverb(wet, self._mood.hall)
        return _clean(mixed, self._mood.warmth, self._mood.shine)

    def _written(
        self,
        layer: Layer,
        kind: str,
        number: int,
        bars: int,
        chords: list[_Chord],
        energies: list[int],
        random: np.random.Generator,
    ) -> Iterator[_Note]:
        active = [layer.least <= energies[bar] <= layer.most for bar in range(bars)]
        if layer.part == "melody":
            yield from self._melody(layer, kind, number, bars, chords, active)
        elif layer.part == "texture":
            yield from self._texture(layer, active)
        else:
            for bar in range(bars):
                if active[bar]:
                    steps = layer.steps[bar % len(layer.steps)]
                    yield from self._bar(layer, steps, bar, chords[bar], random)

    def _bar(self, layer: Layer, steps: str, bar: int, chord: _Chord, random: np.random.Generator) -> Iterator[_Note]:
        struck = [step for step, sign in enumerate(steps) if sign != "."]
        for place, step in enumerate(struck):
            sign = steps[step]
            until = struck[place + 1] if place + 1 < len(struck) else 16
            start, length = self._time(bar, step), (until - step) * self.bar / 16
            strength = (0.55 if sign == "o" else 0.85) + (0.1 if step % 4 == 0 else 0.0)
            if layer.part == "drum":
                yield _Note(start, length, 0, strength)
            elif layer.part == "bass":
                fifth = sign == "o" or (step == struck[-1] and len(struck) > 1 and random.random() < 0.3)
                pitch = _near(self._pitch(chord.degrees[2 if fifth else 0]), 36 + 12 * layer.octave)
                yield _Note(start, length * 0.92, pitch, strength)
            elif layer.part == "broken":
                voicing = self._voicing(chord, layer)
                index = int(sign) - 1
                pitch = voicing[index % len(voicing)] + 12 * (index // len(voicing))
                # Strings and keys go on ringing until the chord changes.
                ringing = (16 - step) * self.bar / 16 if self.bar > 1.8 else length * 1.6
                yield _Note(start, ringing, pitch, strength * (0.8 if step % 4 else 0.95))
            else:
                for count, pitch in enumerate(self._voicing(chord, layer)):
                    strummed = count * (0.011 if length < self.bar / 2 or sign == "o" else 0.0)
                    yield _Note(start + strummed, length * 0.97, pitch, strength * 0.85)

    def _melody(
        self, layer: Layer, kind: str, number: int, bars: int, chords: list[_Chord], active: list[bool]
    ) -> Iterator[_Note]:
        # Question, its echo, another thought, and the question answered.
        first, second = self._motifs[kind]
        home = 60 + 12 * layer.octave - (5 if kind == "verse" else 0)
        echo = self._random(2, number)
        for pair, motif in enumerate((first, first, second, first)):
            for beat, length, offset in motif:
                bar = pair * 2 + int(beat // 4)
                if bar >= bars or not active[bar]:
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
                yield _Note(start, sounding * 0.95, self._pitch(degree), strength)
                if layer.doubled:
                    yield _Note(start, sounding * 0.95, self._pitch(degree) + 12, strength * 0.4)

    def _texture(self, layer: Layer, active: list[bool]) -> Iterator[_Note]:
        start = None
        for bar in range(len(active) + 1):
            heard = bar < len(active) and active[bar] and layer.steps[0][bar] == "x"
            if heard and start is None:
                start = bar
            elif not heard and start is not None:
                yield _Note(start * self.bar, (bar - start) * self.bar, 0, 1.0)
                start = None

    def _farewell(self, layer: Layer, bars: int) -> Iterator[_Note]:
        """The last chord, on the first beat after the last bar."""
        start, tonic = bars * self.bar, _parse("1")
        if layer.part in ("chords", "broken"):
            for count, pitch in enumerate(self._voicing(tonic, layer)):
                yield _Note(start + 0.035 * count, _RING, pitch, 0.75)
        elif layer.part == "bass":
            yield _Note(start, _RING, _near(self._pitch(0), 36 + 12 * layer.octave), 0.85)
        elif layer.part == "melody":
            yield _Note(start, _RING, _near(self._pitch(0), 60 + 12 * layer.octave), 0.8)
        elif layer.part == "drum" and layer.steps[0][0] == "x" and layer.least <= 2:
            yield _Note(start, 0.5, 0, 0.8)

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

    # Playing

    def _perform(self, layer: Layer, notes: list[_Note], count: int, random: np.random.Generator) -> Samples:
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

    def _note(self, instrument: Instrument, note: _Note, take: int) -> Wave:
        """Drums have three takes, so that repeats aren't machine-like; notes that ring are made once and damped."""
        strength = round(note.strength * 8)
        take = take if note.pitch == 0 else 0
        length = max(0.06, round(note.length * 50) / 50)
        made = next((size for size in _LENGTHS if length <= size), length) if instrument in RINGING else length
        key = (instrument, note.pitch, round(made * 50), strength, take)
        if key not in self._notes:
            if sum(wave.nbytes for wave in self._notes.values()) > _KEPT_BYTES:
                self._notes.clear()
            self._notes[key] = instrument(note.pitch, made, strength / 8, self._random(3, take, note.pitch))
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


def _reverb(sent: Samples, seconds: float) -> Samples:
    """The hall's answer to what is sent into it, without the direct sound."""
    hall = _hall(seconds)
    return np.stack([_convolved(sent[:, side], hall[:, side]) for side in (0, 1)], axis=1)


@cache
def _hall(seconds: float) -> Samples:
    """The answer to a single click: it takes `seconds` to fall by 60 dB; highs die first."""
    random = np.random.default_rng(7)
    length = round(min(seconds, _TAIL) * RATE)
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


def _clean(mixed: Samples, warmth: float, shine: float) -> Samples:
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
    """What `_clean` does to the frequencies, as the answer to a single click."""
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
