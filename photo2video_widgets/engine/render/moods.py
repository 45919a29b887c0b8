"""The built-in music as data: for each mood its pace, harmonies, and what is played by which instrument.

Chords are written as a degree of the scale (1..7) and, where they aren't the plain triad, an ending: 7 adds the
seventh, 9 both seventh and ninth, + adds the ninth alone, s is a suspended fourth. Steps of rhythms are sixteenths:
x plays, o plays softly, . rests.
"""

from __future__ import annotations

from dataclasses import dataclass

from . import instruments as play
from .instruments import Instrument

MAJOR = (0, 2, 4, 5, 7, 9, 11)
MINOR = (0, 2, 3, 5, 7, 8, 10)


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
    """`pace` in beats a minute (slowest, fastest); `keys` are MIDI roots; `verses` and `choruses` are harmonies.

    `swing` is how late every other sixteenth comes (part of a sixteenth), `hall` seconds of reverb, `loose` how far
    players stray from the beat (s), `pumping` how far all give way to the kick, `warmth` how much is saturated (1 and
    more), `shine` what highs gain over lows (dB), `ring` how long (s) the last
    chord is given.
    """

    pace: tuple[float, float]
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
    ring: float = 3.2


_BALLAD = ("x.......x...x...", "x.....x.x.......", "....x...x...x.x.", "x...x...x.......", "x...........x.x.")
_POP = ("x..x..x.x...x...", "..x.x.x.x..x....", "x...x..x..x.x...", "x.x.x...x.x.....", "x..x..x.........")

MOODS: dict[str, Mood] = {
    "lofi": Mood(
        pace=(72, 84),
        scale=MAJOR,
        keys=(50, 51, 53, 55, 48),
        verses=("29 57 19 67", "19 67 29 57", "49 37 27 17", "17 37 47 57"),
        choruses=("49 57 37 67", "67 27 57 19", "49 47 37 67"),
        rhythms=("..x...x...x.....", "x.....x..x......", "....x.x.x.......", "x..x....x.......", "......x.x.x....."),
        swing=0.17,
        hall=1.1,
        loose=0.011,
        warmth=1.4,
        shine=9.0,
        layers=(
            Layer("texture", play.crackle, ("xxxxxxxx",), -27, room=0),
            Layer("chords", play.electric_piano, ("x.....o...x.....", "x.........x..o.."), -11, -0.15, 0.25),
            Layer("bass", play.upright_bass, ("x.........x.....", "x.......o.x...o."), -8, 0, 0.03, least=2),
            Layer("drum", play.soft_kick, ("x.........x.....", "x......o..x....."), -7, 0, 0.02, least=2),
            Layer("drum", play.snare, ("....x.......x...",), -16, 0.05, 0.15, least=3),
            Layer("drum", play.rim, ("....x.......x..o",), -19, 0.1, 0.2, least=2, most=2),
            Layer("drum", play.hat, ("x.o.x.o.x.o.x.oo",), -25, 0.3, 0.05, least=2),
            Layer("melody", play.electric_piano, level=-13, pan=0.25, room=0.35, least=2, octave=1),
            Layer("broken", play.music_box, ("..2...3.....4...", "....3.....2....."), -25, -0.4, 0.6, 4, octave=2),
        ),
    ),
    "upbeat": Mood(
        pace=(116, 126),
        scale=MAJOR,
        keys=(48, 50, 52, 53, 55),
        verses=("1 5 6 4", "6 4 1 5", "1 4 6 5"),
        choruses=("4 5 6 1", "4 1 5 6", "1 5 4 4"),
        rhythms=_POP,
        hall=1.3,
        loose=0.003,
        pumping=0.35,
        ring=2.2,
        layers=(
            Layer("chords", play.bright_pad, ("x..x..x...x.x...",), -20, 0, 0.2, least=2),
            Layer("chords", play.piano, ("x..x..x.x..x..x.",), -15, -0.25, 0.2),
            Layer("bass", play.synth_bass, ("x.x.x.x.x.x.x.x.",), -12, 0, 0, least=2, octave=0),
            Layer("drum", play.kick, ("x...x...x...x...",), -6, 0, 0.02, least=2),
            Layer("drum", play.clap, ("....x.......x...",), -13, 0, 0.2, least=3),
            Layer("drum", play.hat, ("..x...x...x...x.",), -20, 0.2, 0.03, least=2, most=3),
            Layer("drum", play.open_hat, ("..x...x...x...x.",), -22, 0.2, 0.05, least=4),
            Layer("drum", play.shaker, ("xoxoxoxoxoxoxoxo",), -27, -0.3, 0.05, least=3),
            Layer("melody", play.pluck_synth, level=-13, pan=0.15, room=0.3, least=2, octave=1, doubled=True),
            Layer("broken", play.marimba, ("1.3.2.4.3.2.1.2.",), -21, -0.4, 0.25, least=4, octave=1),
        ),
    ),
    "cinematic": Mood(
        pace=(66, 76),
        scale=MINOR,
        keys=(45, 48, 50, 43, 47),
        verses=("1 6 3 7", "1 4 6 7", "1 3 7 4"),
        choruses=("6 7 1 3", "4 6 1 7", "6 3 7 1"),
        rhythms=_BALLAD,
        hall=3.2,
        loose=0.008,
        layers=(
            Layer("chords", play.strings, level=-14, room=0.5),
            Layer("bass", play.strings, level=-13, room=0.35, least=2),
            Layer("broken", play.piano, ("1.2.3.2.4.3.2.3.",), -15, -0.1, 0.45, least=1, octave=1),
            Layer("broken", play.staccato, ("1.1.2.1.1.3.2.1.",), -15, 0.3, 0.35, 3),
            Layer("melody", play.strings, level=-14, pan=0.15, room=0.55, least=3, octave=1),
            Layer("melody", play.piano, level=-13, pan=-0.1, room=0.45, least=2, most=2, octave=1),
            Layer("drum", play.boom, ("x...............", "x.........x....."), -7, 0, 0.4, least=3),
            Layer("drum", play.soft_kick, ("x.....x...x.x...",), -11, 0.2, 0.4, least=4),
            Layer("texture", play.swell, (".......x",), -27, room=0.5, least=3),
        ),
    ),
    "calm": Mood(
        pace=(58, 66),
        scale=MAJOR,
        keys=(48, 50, 53, 55, 52),
        verses=("1+ 47 67 4+", "1+ 37 4+ 57", "6 4+ 1+ 5s"),
        choruses=("4+ 67 1+ 5s", "27 67 4+ 1+", "4+ 1+ 27 5s"),
        rhythms=("x...........x...", "....x.......x...", "x.......x.......", "........x...x...", "x..............."),
        hall=4.0,
        loose=0.014,
        layers=(
            Layer("chords", play.pad, level=-13, room=0.5),
            Layer("bass", play.soft_bass, ("x.......x.......",), -15, 0, 0.1),
            Layer("broken", play.harp, ("1..2..3...4..3..", "..1.2...3...2..."), -17, -0.3, 0.5, least=2, octave=1),
            Layer("melody", play.bell_pad, level=-17, pan=0.3, room=0.6, least=2, octave=2),
            Layer("melody", play.piano, level=-17, pan=0.0, room=0.5, least=3, octave=1),
            Layer("chords", play.strings, level=-22, room=0.6, least=4, octave=1),
        ),
    ),
    "happy": Mood(
        pace=(104, 116),
        scale=MAJOR,
        keys=(48, 50, 53, 55, 52),
        verses=("1 4 1 5", "1 6 4 5", "1 5 4 1"),
        choruses=("4 1 5 1", "4 5 1 6", "6 4 1 5"),
        rhythms=("x.x.x...x.x.....", "x...x.x.x.......", "x.x...x.x.x.....", "..x.x.x.x...x...", "x..x..x.x......."),
        swing=0.09,
        hall=1.0,
        loose=0.007,
        ring=1.8,
        layers=(
            Layer("chords", play.ukulele, ("x.x.x.xox.xox.xo", "x..ox.x.x..ox.xo"), -12, -0.2, 0.12, octave=1),
            Layer("bass", play.upright_bass, ("x.......x.......", "x.......x...x..."), -7, 0, 0.03, least=2),
            Layer("drum", play.soft_kick, ("x.......x.......",), -8, 0, 0.03, least=2),
            Layer("drum", play.snap, ("....x.......x...",), -15, 0.15, 0.3, least=2, most=2),
            Layer("drum", play.clap, ("....x.......x...",), -15, 0.1, 0.3, least=3),
            Layer("drum", play.shaker, ("x.x.x.x.x.x.x.x.",), -25, 0.35, 0.05, least=3),
            Layer("melody", play.music_box, level=-14, pan=0.2, room=0.3, least=2, octave=2),
            Layer("melody", play.marimba, level=-14, pan=-0.15, room=0.2, least=4, octave=1),
            Layer("broken", play.piano, ("..3...4...3...4.",), -19, 0.3, 0.2, least=4, octave=1),
        ),
    ),
    "piano": Mood(
        pace=(64, 76),
        scale=MAJOR,
        keys=(48, 50, 53, 46, 51),
        verses=("6 4 1 5", "1 5 6 4", "1 3 4 5s"),
        choruses=("4 5 6 1", "4 1 27 5", "6 3 4 1"),
        rhythms=_BALLAD,
        hall=2.2,
        loose=0.016,
        layers=(
            Layer("bass", play.piano, ("x...............", "x.......o......."), -11, -0.15, 0.3),
            Layer("broken", play.piano, ("..2.3.4.3.2.3.4.", "..2.3.2.4.3.2.3."), -14, -0.1, 0.3),
            Layer("broken", play.piano, ("..2...3...4...3.",), -20, -0.1, 0.3, least=4, octave=1),
            Layer("melody", play.piano, level=-9, pan=0.12, room=0.35, least=2, octave=1),
            Layer("melody", play.piano, level=-19, pan=0.12, room=0.35, least=4, octave=2),
        ),
    ),
    "electronic": Mood(
        pace=(112, 122),
        scale=MINOR,
        keys=(45, 43, 48, 50, 41),
        verses=("1 6 3 7", "1 7 6 7", "6 7 1 1"),
        choruses=("6 3 7 1", "4 6 1 7", "6 7 1 3"),
        rhythms=_POP,
        hall=2.0,
        loose=0.0,
        pumping=0.6,
        ring=2.6,
        layers=(
            Layer("chords", play.bright_pad, level=-15, room=0.3, least=2),
            Layer("chords", play.pad, level=-15, room=0.4, most=2),
            Layer("bass", play.synth_bass, ("..xx..xx..xx..xx", "..x.x.xx..x.x.xx"), -9, 0, 0, least=2),
            Layer("broken", play.pluck_synth, ("1231423112314234", "1324132413241342"), -16, -0.25, 0.35, 1, octave=1),
            Layer("drum", play.kick, ("x...x...x...x...",), -4, 0, 0.01, least=2),
            Layer("drum", play.clap, ("....x.......x...",), -13, 0, 0.25, least=3),
            Layer("drum", play.open_hat, ("..x...x...x...x.",), -20, 0.1, 0.05, least=3),
            Layer("drum", play.hat, ("xooxxooxxooxxoox",), -25, -0.2, 0.03, least=2),
            Layer("melody", play.lead_synth, level=-15, pan=0.1, room=0.4, least=3, octave=1),
            Layer("texture", play.swell, (".......x",), -28, room=0.3, least=3),
        ),
    ),
    "acoustic": Mood(
        pace=(86, 98),
        scale=MAJOR,
        keys=(43, 45, 48, 50, 52),
        verses=("1 5 6 4", "1 4 1 5", "1 3 4 5"),
        choruses=("4 5 1 6", "6 4 1 5", "4 1 5 5s"),
        rhythms=(*_BALLAD, "x.x.x...x......."),
        hall=1.2,
        loose=0.008,
        ring=2.8,
        layers=(
            Layer("broken", play.guitar, ("1.3.2.4.1.3.2.4.", "1.3.2.431.3.2.3."), -11, -0.3, 0.15),
            Layer("chords", play.guitar, ("x.....o.x.o...o.",), -16, 0.4, 0.15, least=3),
            Layer("bass", play.upright_bass, ("x.......x.......", "x.....o.x......."), -10, 0, 0.03, least=2),
            Layer("melody", play.guitar, level=-9, pan=0.2, room=0.25, least=2, octave=1),
            Layer("drum", play.soft_kick, ("x.......x.o.....",), -11, 0, 0.05, least=3),
            Layer("drum", play.shaker, ("x.oox.oox.oox.oo",), -25, 0.3, 0.06, least=2),
            Layer("drum", play.rim, ("....x.......x...",), -21, 0.1, 0.2, least=4),
            Layer("chords", play.pad, level=-24, room=0.4, least=4),
        ),
    ),
}
