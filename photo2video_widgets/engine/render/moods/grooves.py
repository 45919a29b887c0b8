"""Moods that swing."""

from __future__ import annotations

from ..instruments import drums, keys, strings, synths, textures
from .score import MAJOR, MINOR, Layer, Mood

MOODS: dict[str, Mood] = {
    "lofi": Mood(
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
            Layer("texture", textures.crackle, ("xxxxxxxx",), -27, room=0),
            Layer("chords", keys.electric_piano, ("x.....o...x.....", "x.........x..o.."), -11, -0.15, 0.25),
            Layer("bass", strings.upright_bass, ("x.........x.....", "x.......o.x...o."), -8, 0, 0.03, least=2),
            Layer("drum", drums.soft_kick, ("x.........x.....", "x......o..x....."), -7, 0, 0.02, least=2),
            Layer("drum", drums.snare, ("....x.......x...",), -16, 0.05, 0.15, least=3),
            Layer("drum", drums.rim, ("....x.......x..o",), -19, 0.1, 0.2, least=2, most=2),
            Layer("drum", drums.hat, ("x.o.x.o.x.o.x.oo",), -25, 0.3, 0.05, least=2),
            Layer("melody", keys.electric_piano, level=-13, pan=0.25, room=0.35, least=2, octave=1),
            Layer("broken", keys.music_box, ("..2...3.....4...", "....3.....2....."), -25, -0.4, 0.6, 4, octave=2),
        ),
    ),
    "hiphop": Mood(
        scale=MINOR,
        keys=(45, 48, 50, 43, 41),
        verses=("17 67 17 47", "17 17 67 57", "49 17 67 57"),
        choruses=("67 57 17 17", "47 67 17 57", "17 37 67 47"),
        rhythms=("....x.....x.....", "x.....x.........", "..x...x.....x...", "x..x..x........."),
        swing=0.2,
        hall=1.0,
        loose=0.008,
        warmth=1.3,
        shine=6.0,
        layers=(
            Layer("texture", textures.crackle, ("xxxxxxxx",), -28, room=0),
            Layer("chords", keys.electric_piano, ("x.........o.....", "x.....o........."), -14, -0.2, 0.25),
            Layer("drum", drums.heavy_kick, ("x......x..x.....", "x..x......x..o.."), -4, 0, 0.01, least=2),
            Layer("bass", synths.soft_bass, ("x......x..x.....", "x..x......x....."), -9, 0, 0, least=2),
            Layer("drum", drums.snare, ("....x.......x...",), -7, 0.05, 0.1, least=2),
            Layer("drum", drums.clap, ("....x.......x...",), -13, -0.1, 0.2, least=3),
            Layer("drum", drums.hat, ("x.x.x.xxx.x.x.x.", "x.x.xxx.x.x.xoxo"), -17, 0.25, 0.03, least=2),
            Layer("drum", drums.hat, ("x...x...x...x...",), -18, 0.25, 0.03, most=1),
            Layer("melody", keys.piano, level=-14, pan=0.25, room=0.3, least=2, octave=1),
            Layer("broken", strings.pizzicato, ("..3...2....3..2.",), -15, -0.4, 0.25, least=4, octave=1),
        ),
    ),
    "jazz": Mood(
        # Only sixteenths swing: a bar here is two of the tune as it is counted, and a step an eighth.
        scale=MAJOR,
        keys=(46, 51, 53, 48, 50),
        verses=("29 59 19 69", "17 69 29 59", "19 47 37 69 29 59 19 57"),
        choruses=("47 37 29 59", "69 29 59 19", "37 69 29 59 47 37 29 59"),
        rhythms=("..xx.x..x.......", "x..x....x.xx....", "...x.x.x..x.....", ".x.x..x.........", "x.xx.x.x..x....."),
        swing=0.33,
        hall=1.2,
        loose=0.009,
        layers=(
            Layer("bass", strings.walking_bass, ("x.......x.......",), -6, 0, 0.05),
            Layer("broken", strings.walking_bass, ("..2.3.4...3.2.1.", "..3.2.3...4.5.4."), -7, 0, 0.05, octave=-1),
            Layer("chords", keys.piano, ("x..o......x..o..", "...x..o....x....", "x..x........o..."), -15, -0.3, 0.2),
            Layer("drum", drums.ride, ("x.xxx.xxx.xxx.xx",), -14, 0.3, 0.1, least=2),
            Layer("drum", drums.brush, ("..x...x...x...x.", "..x...x...x..ox."), -12, -0.15, 0.15),
            Layer("drum", drums.hat, ("..x...x...x...x.",), -21, 0.35, 0.05, least=3),
            Layer("drum", drums.soft_kick, ("x...o...x...o...", "x...o..ox...o..."), -14, 0, 0.05, least=3),
            Layer("melody", keys.vibraphone, level=-12, pan=0.2, room=0.3, least=2, octave=1),
            Layer("melody", keys.piano, level=-14, pan=-0.2, room=0.25, least=4, octave=1, doubled=True),
        ),
    ),
}
