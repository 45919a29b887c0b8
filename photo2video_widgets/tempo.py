"""The tempo of the built-in music: where the beats of a tune lie, known from its mood, seed and length alone."""

from __future__ import annotations

import math
from dataclasses import dataclass

# Of each mood the slowest and fastest pace (beats a minute), and how long (s) its last chord is given to ring.
PACES: dict[str, tuple[float, float, float]] = {
    "lofi": (72, 84, 3.2), "upbeat": (116, 126, 2.2), "cinematic": (66, 76, 3.2), "calm": (58, 66, 3.2),
    "ambient": (50, 56, 3.2), "acoustic": (86, 98, 2.8), "corporate": (110, 120, 2.6), "romantic": (60, 70, 3.2),
    "happy": (104, 116, 1.8), "epic": (88, 100, 3.2), "jazz": (60, 70, 2.8), "electronic": (112, 122, 2.6),
    "piano": (64, 76, 3.2), "classical": (88, 102, 3.2), "hiphop": (86, 94, 2.4), "rock": (124, 138, 2.8),
    "sad": (54, 62, 3.2), "holiday": (106, 118, 3.0), "playful": (118, 130, 1.4), "summer": (100, 114, 2.0),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tempo:
    """So many `bars` of four beats, each `bar` s long; the last chord sounds after them and rings for `ring` s."""

    bars: int
    bar: float
    ring: float

    @property
    def beat(self) -> float:
        """Seconds from one beat to the next."""
        return self.bar / 4


def tempo_of(mood: str, seed: int, seconds: float) -> Tempo:
    """The tempo of the tune that fills so many seconds: its own pace, stretched until whole bars fit.

    Raises KeyError for a mood that is not built in.
    """
    ring = min(PACES[mood][2], 0.45 * seconds)
    # Very short films get their one bar at whatever pace fits.
    bars = max(1, round((seconds - ring) / bar_of(mood, seed)))
    return Tempo(bars, (seconds - ring) / bars, ring)


def bar_of(mood: str, seed: int) -> float:
    """How long (s) a bar of a tune is at its own pace."""
    from random import Random

    return 240 / Random(f"{mood} {seed}").uniform(*PACES[mood][:2])


def easy_length(mood: str, seed: int, least: float) -> float:
    """The shortest length (s), from `least` on, to which a tune needs no stretching."""
    bar, ring = bar_of(mood, seed), PACES[mood][2]
    return max(1, math.ceil((least - ring) / bar)) * bar + ring
