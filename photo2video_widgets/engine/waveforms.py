"""Waveforms of built-in tunes, which exist nowhere until somebody plays them."""

from __future__ import annotations

import json
from typing import Any

from photo2video_widgets.errors import DraftError
from photo2video_widgets.vocabulary import MOODS

from .store import Store

PARTS = 1000
LONGEST_SECONDS = 180
"""Longer tunes aren't written for a picture of them: it would take longer than anybody waits."""


def tune_peaks(store: Store, mood: str, seed: int, seconds: int) -> dict[str, Any]:
    """The loudest sample (0 to 1) of each of `PARTS` equal parts of a tune; no `peaks` of one that is too long."""
    if mood not in MOODS:
        raise DraftError("mood", f"must be one of {', '.join(MOODS)}")
    if not 1 <= seconds <= LONGEST_SECONDS:
        return {"peaks": [], "duration": seconds * 1000}
    name = f"{mood}-{seed}-{seconds}-peaks.json"
    place = store.cached(name)
    if not place.exists():
        place = store.write_cached(name, json.dumps(_peaks(mood, seed, seconds)).encode())
    found: dict[str, Any] = json.loads(place.read_bytes())
    return found


def _peaks(mood: str, seed: int, seconds: int) -> dict[str, Any]:
    import numpy as np

    from .render.loudness import RATE
    from .render.music import Tune

    tune = Tune(mood, seed, seconds)
    edges = np.linspace(0, seconds * RATE, PARTS + 1).astype(int)
    heard = np.concatenate([np.abs(tune.read(start * RATE, RATE)).max(axis=1) for start in range(seconds)])
    peaks = np.maximum.reduceat(heard, edges[:-1])
    return {"peaks": [round(float(peak), 3) for peak in np.clip(peaks, 0, 1)], "duration": seconds * 1000}
