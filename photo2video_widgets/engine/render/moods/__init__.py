"""The built-in music as data: what each mood is made of."""

from __future__ import annotations

from . import bold, bright, gentle, grooves
from .score import Layer, Mood

__all__ = ["MOODS", "Layer", "Mood"]

MOODS: dict[str, Mood] = gentle.MOODS | bright.MOODS | bold.MOODS | grooves.MOODS
