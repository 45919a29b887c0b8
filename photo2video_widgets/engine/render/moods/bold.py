"""Moods that are large or loud, in minor."""

from __future__ import annotations

from ..instruments import drums, keys, strings, synths, textures
from .score import BALLAD, MINOR, POP, Layer, Mood

MOODS: dict[str, Mood] = {
    "cinematic": Mood(
        scale=MINOR,
        keys=(45, 48, 50, 43, 47),
        verses=("1 6 3 7", "1 4 6 7", "1 3 7 4"),
        choruses=("6 7 1 3", "4 6 1 7", "6 3 7 1"),
        rhythms=BALLAD,
        hall=3.2,
        loose=0.008,
        layers=(
            Layer("chords", strings.strings, level=-14, room=0.5),
            Layer("bass", strings.strings, level=-13, room=0.35, least=2),
            Layer("broken", keys.piano, ("1.2.3.2.4.3.2.3.",), -15, -0.1, 0.45, least=1, octave=1),
            Layer("broken", strings.staccato, ("1.1.2.1.1.3.2.1.",), -15, 0.3, 0.35, 3),
            Layer("melody", strings.strings, level=-14, pan=0.15, room=0.55, least=3, octave=1),
            Layer("melody", keys.piano, level=-13, pan=-0.1, room=0.45, least=2, most=2, octave=1),
            Layer("drum", drums.boom, ("x...............", "x.........x....."), -7, 0, 0.4, least=3),
            Layer("drum", drums.soft_kick, ("x.....x...x.x...",), -11, 0.2, 0.4, least=4),
            Layer("texture", textures.swell, (".......x",), -27, room=0.5, least=3),
        ),
    ),
    "epic": Mood(
        scale=MINOR,
        keys=(45, 48, 50, 43, 40),
        verses=("1 6 3 7", "1 1 6 7", "1 4 6 7"),
        choruses=("6 7 1 1", "6 3 7 1", "4 6 7 1"),
        rhythms=("x.......x.......", "x...........x...", "x.....x.x.......", "x.......x...x..."),
        hall=3.4,
        loose=0.006,
        layers=(
            Layer("broken", strings.staccato, ("1.1211.21.1311.2", "1.1211.21.3123.2"), -6, 0.25, 0.25),
            Layer("bass", strings.strings, level=-12, room=0.35),
            Layer("bass", strings.staccato, ("x.xx..x.x.xx..x.",), -7, -0.3, 0.3, least=2, octave=1),
            Layer("chords", strings.strings, level=-20, room=0.5, least=2),
            Layer("chords", strings.horns, level=-20, room=0.45, least=3),
            Layer("melody", strings.horns, level=-14, pan=-0.1, room=0.5, least=3),
            Layer("melody", strings.strings, level=-17, pan=0.1, room=0.55, least=4, octave=1),
            Layer("bass", drums.timpani, ("x...............", "x.......x...x.xx"), -9, 0.2, 0.4, least=2, octave=1),
            Layer("drum", drums.taiko, ("x..x..x.x..x..x.", "x..x..x.x.xxx.xx"), -5, -0.15, 0.3, least=3),
            Layer("drum", drums.boom, ("x...............",), -6, 0, 0.4, least=3),
            Layer("drum", drums.crash, ("x...............", *["................"] * 3), -19, 0.15, 0.4, least=4),
            Layer("texture", textures.swell, ("...x...x",), -25, room=0.5, least=2),
        ),
    ),
    "electronic": Mood(
        scale=MINOR,
        keys=(45, 43, 48, 50, 41),
        verses=("1 6 3 7", "1 7 6 7", "6 7 1 1"),
        choruses=("6 3 7 1", "4 6 1 7", "6 7 1 3"),
        rhythms=POP,
        hall=2.0,
        loose=0.0,
        pumping=0.6,
        layers=(
            Layer("chords", strings.bright_pad, level=-15, room=0.3, least=2),
            Layer("chords", strings.pad, level=-15, room=0.4, most=2),
            Layer("bass", synths.synth_bass, ("..xx..xx..xx..xx", "..x.x.xx..x.x.xx"), -9, 0, 0, least=2),
            Layer(
                "broken", synths.pluck_synth, ("1231423112314234", "1324132413241342"), -16, -0.25, 0.35, 1, octave=1
            ),
            Layer("drum", drums.kick, ("x...x...x...x...",), -4, 0, 0.01, least=2),
            Layer("drum", drums.clap, ("....x.......x...",), -13, 0, 0.25, least=3),
            Layer("drum", drums.open_hat, ("..x...x...x...x.",), -20, 0.1, 0.05, least=3),
            Layer("drum", drums.hat, ("xooxxooxxooxxoox",), -25, -0.2, 0.03, least=2),
            Layer("melody", synths.lead_synth, level=-15, pan=0.1, room=0.4, least=3, octave=1),
            Layer("texture", textures.swell, (".......x",), -28, room=0.3, least=3),
        ),
    ),
    "rock": Mood(
        scale=MINOR,
        keys=(40, 45, 43, 50),
        verses=("1 6 3 7", "1 7 6 7", "1 3 7 4"),
        choruses=("6 7 1 3", "6 3 7 1", "3 7 4 6"),
        rhythms=("x..x..x.x...x...", "x.x.x...x.x.....", "x.....x.x.x.x...", "..x.x.x.x.......", "x...x...x.x.x.x."),
        hall=1.1,
        loose=0.005,
        warmth=1.2,
        shine=3.0,
        layers=(
            Layer("bass", strings.power_chord, ("x.x.x.x.x.x.x.x.",), -10, -0.35, 0.08, most=3, octave=1),
            Layer("bass", strings.power_chord, ("x.....x.....x...", "x.....x...x.x..."), -10, 0.4, 0.1, octave=1),
            Layer("bass", strings.power_chord, ("x..x..x.x..x..x.",), -9, -0.4, 0.1, least=4, octave=1),
            Layer("bass", strings.electric_bass, ("x.x.x.x.x.x.x.x.",), -11, 0, 0, least=2),
            Layer("drum", drums.kick, ("x.......x.x.....", "x.....x.x.x....."), -4, 0, 0.03, least=2),
            Layer("drum", drums.snare, ("....x.......x...", "....x.......x..o"), -5, 0, 0.2, least=2),
            Layer("drum", drums.hat, ("x.o.x.o.x.o.x.o.",), -15, 0.25, 0.05, most=3),
            Layer("drum", drums.open_hat, ("x.x.x.x.x.x.x.x.",), -18, 0.25, 0.05, least=4),
            Layer("drum", drums.crash, ("x...............", *["................"] * 3), -17, -0.2, 0.2, least=3),
            Layer("melody", strings.lead_guitar, level=-12, pan=0.1, room=0.35, least=3, octave=1),
        ),
    ),
}
