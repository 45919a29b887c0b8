"""Instruments made of sums of sines and shaped noise. Each gives the samples of one note; nothing here knows of tunes.

A note is a function of its pitch (MIDI number), length (s), strength (0..1) and a random generator, and gives N samples
(mono) or N x 2. Its sound goes on after its length as long as it rings.
"""

from __future__ import annotations

from . import keys, strings, synths
from .waves import Instrument, Wave

__all__ = ["RINGING", "Instrument", "Wave"]

RINGING = frozenset(
    {
        keys.piano,
        keys.electric_piano,
        keys.music_box,
        keys.marimba,
        keys.xylophone,
        keys.vibraphone,
        keys.chime,
        keys.bell_pad,
        strings.guitar,
        strings.harp,
        strings.electric_bass,
        strings.power_chord,
        synths.soft_bass,
        synths.synth_bass,
    }
)
"""Instruments whose notes sound the same however long they are held, until they are damped."""
