"""How far music steps back while clips are heard: before they are, and for a breath after, so that it never pumps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from .loudness import RATE, Samples

_STEP = RATE // 100
# The mean square of what counts as heard, -50 dB: below it are the rooms that clips were filmed in.
_HEARD = 1e-5
# Steps: how long before a sound the music is back, how long after it, and how long the way takes.
_BEFORE, _AFTER, _WAY = 20, 60, 40
# Steps that are looked at on either side of a block: no fewer than the three together, and no more than a block has.
_REACH = 100


def followed(blocks: Iterable[Samples]) -> Iterator[tuple[Samples, Samples]]:
    """Each block of the clips' sound with how far (0..1) music steps back in it, sample by sample.

    All blocks but the last have to be a second long.
    """
    past = np.zeros(_REACH, np.bool_)
    block: Samples | None = None
    now = past
    for after in blocks:
        coming = _heard(after)
        if block is not None:
            yield block, _back(past, now, coming, len(block))
            past = now
        block, now = after, coming
    if block is not None:
        yield block, _back(past, now, np.zeros(_REACH, np.bool_), len(block))


def _heard(block: Samples) -> NDArray[np.bool_]:
    """Whether each step of a block is heard."""
    whole = np.pad(block, ((0, -len(block) % _STEP), (0, 0)))
    return np.asarray((whole.reshape(-1, 2 * _STEP) ** 2).mean(axis=1) > _HEARD)


def _back(past: NDArray[np.bool_], now: NDArray[np.bool_], coming: NDArray[np.bool_], samples: int) -> Samples:
    heard = np.concatenate([past, now, coming, np.zeros(_REACH - len(coming), np.bool_)])
    if not heard.any():
        return np.zeros(samples, np.float32)
    away = np.convolve(heard, np.ones(_BEFORE + _AFTER + 1))[_BEFORE:][: len(heard)] > 0.5
    share = np.convolve(away, np.full(_WAY + 1, 1 / (_WAY + 1)), "same")
    # Each step's share belongs to its middle.
    places = (np.arange(samples) + 0.5) / _STEP - 0.5
    around = np.arange(-1, len(now) + 1)
    return np.interp(places, around, share[_REACH + around]).astype(np.float32)
