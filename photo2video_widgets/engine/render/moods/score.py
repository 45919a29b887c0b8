"""How moods are written down: their harmonies, and what is played by which instrument.

Chords are written as a degree of the scale (1..7) and, where they aren't the plain triad, an ending: 7 adds the
seventh, 9 both seventh and ninth, + adds the ninth alone, s is a suspended fourth. Steps of rhythms are sixteenths:
x plays, o plays softly, . rests.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..instruments import Instrument

MAJOR = (0, 2, 4, 5, 7, 9, 11)
MINOR = (0, 2, 3, 5, 7, 8, 10)
LYDIAN = (0, 2, 4, 6, 7, 9, 11)

# Rhythms of melodies that several moods share.
BALLAD = ("x.......x...x...", "x.....x.x.......", "....x...x...x.x.", "x...x...x.......", "x...........x.x.")
POP = ("x..x..x.x...x...", "..x.x.x.x..x....", "x...x..x..x.x...", "x.x.x...x.x.....", "x..x..x.........")


@dataclass(frozen=True, slots=True)
class Layer:
    """One player. `part` names how it plays: chords, broken, bass, melody, drum, texture.

    `steps` is its rhythm of a bar (or two); for a broken chord, digits name its notes from below instead; a texture has
    a step for each of eight bars. `level` in dB, `pan` -1..1, `room` its share of reverb. It plays while the energy of
    a bar (1..4) lies from `least` to `most`. `octave` moves it, `doubled` adds the octave above.
    """

    part: str
    instrument: Instrument
    steps: tuple[str, ...] = ("x...............",)
    level: float = -12.0
    pan: float = 0.0
    room: float = 0.2
    least: int = 1
    most: int = 4
    octave: int = 0
    doubled: bool = False


@dataclass(frozen=True, slots=True)
class Mood:
    """`keys` are MIDI roots; `verses` and `choruses` are harmonies. The pace stands in `tempo`.

    `swing` is how late every other sixteenth comes (part of a sixteenth), `hall` seconds of reverb, `loose` how far
    players stray from the beat (s), `pumping` how far all give way to the kick, `warmth` how much is saturated (1 and
    more), `shine` what highs gain over lows (dB).
    """

    scale: tuple[int, ...]
    keys: tuple[int, ...]
    verses: tuple[str, ...]
    choruses: tuple[str, ...]
    layers: tuple[Layer, ...]
    rhythms: tuple[str, ...]
    swing: float = 0.0
    hall: float = 1.6
    loose: float = 0.006
    pumping: float = 0.0
    warmth: float = 1.0
    shine: float = 5.0
