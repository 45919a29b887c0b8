"""Loudness as ITU-R BS.1770-4 defines it, and a limiter. Stereo samples at 48 kHz, N x 2, float32."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]

RATE = 48_000
TARGET = -14.0
"""LUFS that every source of music is brought to before its volume is applied."""

_STEP = RATE // 10
_ABSOLUTE_GATE, _RELATIVE_GATE = -70.0, -10.0
_OFFSET = -0.691
# The K-weighting's impulse response has died away below 24 bits by then.
_TAPS = 1 << 12
_TRANSFORM = 1 << 15
_PIECE = _TRANSFORM - _TAPS + 1

# Two biquads at 48 kHz, from the recommendation's tables 1 and 2: a shelf for the head, a high-pass.
_SHELF = ((1.53512485958697, -2.69169618940638, 1.19839281085285), (1.0, -1.69065929318241, 0.73248077421585))
_HIGH_PASS = ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621))


class Meter:
    """Measures a stream block by block; `integrated()` is the gated loudness so far."""

    def __init__(self) -> None:
        # One row a channel.
        self._history = np.zeros((2, _TAPS - 1), np.float32)
        self._rest = np.zeros((2, 0), np.float32)
        self._powers: list[NDArray[np.float64]] = []

    def add(self, block: Samples) -> None:
        weighted = np.concatenate([self._rest, self._weighted(block.T)], axis=1)
        whole = weighted.shape[1] // _STEP * _STEP
        self._rest = weighted[:, whole:]
        if whole:
            squares = (weighted[:, :whole] ** 2).reshape(2, -1, _STEP)
            self._powers.append(squares.mean(axis=2, dtype=np.float64).sum(axis=0))

    def integrated(self) -> float:
        """LUFS; minus infinity for silence or less than 0.4 s."""
        steps = np.concatenate(self._powers) if self._powers else np.zeros(0)
        if len(steps) < 4:
            return -np.inf
        # Gating blocks of 400 ms that overlap by three quarters.
        blocks = np.convolve(steps, np.full(4, 0.25), "valid")
        loud = blocks[blocks > 10 ** ((_ABSOLUTE_GATE - _OFFSET) / 10)]
        if not len(loud):
            return -np.inf
        loud = loud[loud > loud.mean() * 10 ** (_RELATIVE_GATE / 10)]
        return float(_OFFSET + 10 * np.log10(loud.mean()))

    def _weighted(self, block: Samples) -> Samples:
        joined = np.concatenate([self._history, block], axis=1)
        count = block.shape[1]
        self._history = joined[:, count:]
        spectrum = _spectrum()
        weighted = np.empty((2, count), np.float32)
        # In pieces that stay within the processor's cache, each of which begins with what came before it.
        for start in range(0, count, _PIECE):
            piece = np.fft.rfft(joined[:, start : start + _TRANSFORM], _TRANSFORM) * spectrum
            heard = np.fft.irfft(piece, _TRANSFORM)[:, _TAPS - 1 :]
            weighted[:, start : start + _PIECE] = heard[:, : count - start]
        return weighted


def measure(samples: Samples) -> float:
    """Gated loudness (LUFS) of samples that are all at hand."""
    meter = Meter()
    for start in range(0, len(samples), 10 * RATE):
        meter.add(samples[start : start + 10 * RATE])
    return meter.integrated()


def gain_to(target: float, loudness: float) -> float:
    """The factor that brings a loudness to the target; 1 for silence; never more than 24 dB up."""
    if not np.isfinite(loudness):
        return 1.0
    return float(10 ** (min(target - loudness, 24.0) / 20))


class Limiter:
    """Keeps peaks below a ceiling. Looks ahead, so that gain is down before a peak comes; delays nothing.

    `push` takes samples and gives those that are certain by now; `flush` gives the rest.
    """

    def __init__(self, ceiling_db: float = -1.0) -> None:
        self._ceiling = 10 ** (ceiling_db / 20)
        self._ahead = 5 * RATE // 1000
        self._hold = 50 * RATE // 1000
        # Samples before the first pending one are history: their peaks still hold the gain down.
        self._before = self._hold + self._ahead
        self._pending = np.zeros((self._before, 2), np.float32)

    def push(self, block: Samples) -> Samples:
        self._pending = np.concatenate([self._pending, block])
        return self._take(len(self._pending) - self._before - self._ahead)

    def flush(self) -> Samples:
        self._pending = np.concatenate([self._pending, np.zeros((self._ahead, 2), np.float32)])
        return self._take(len(self._pending) - self._before - self._ahead)

    def _take(self, count: int) -> Samples:
        if count <= 0:
            return np.zeros((0, 2), np.float32)
        seen = self._pending[: self._before + count + self._ahead]
        loud = np.abs(seen)
        peaks = np.maximum(loud[:, 0], loud[:, 1])
        out = seen[self._before : self._before + count]
        if peaks.max() > self._ceiling:
            needed = np.minimum(1.0, self._ceiling / np.maximum(peaks, 1e-9))
            # The least gain from `hold` before to `ahead` after, averaged over `ahead`: smooth, and low enough in time.
            least = _running_least(needed, self._hold + self._ahead + 1)
            sums = np.cumsum(np.concatenate([[0.0], least]))
            smooth = (sums[self._ahead + 1 :] - sums[: -self._ahead - 1]) / (self._ahead + 1)
            out = out * smooth[-count:, None].astype(np.float32)
        self._pending = self._pending[count:]
        return np.clip(out, -self._ceiling, self._ceiling).astype(np.float32)


def _running_least(values: NDArray[np.float64], length: int) -> NDArray[np.float64]:
    """The least of every `length` neighbours, by doubling: `len(values) - length + 1` of them."""
    step = 1
    while step * 2 <= length:
        values = np.minimum(values[:-step], values[step:])
        step *= 2
    if length > step:
        values = np.minimum(values[: len(values) - (length - step)], values[length - step :])
    return values


@cache
def _response() -> NDArray[np.float64]:
    """The first `_TAPS` samples of the K-weighting's impulse response."""
    # Long enough that what the discrete transform folds back onto the start is far below audibility.
    size = 1 << 16
    z = np.exp(-2j * np.pi * np.arange(size // 2 + 1) / size)
    whole = np.ones_like(z)
    for above, below in (_SHELF, _HIGH_PASS):
        whole *= sum(a * z**n for n, a in enumerate(above)) / sum(b * z**n for n, b in enumerate(below))
    return np.asarray(np.fft.irfft(whole, size)[:_TAPS])


@cache
def _spectrum() -> NDArray[np.complex64]:
    return np.fft.rfft(_response(), _TRANSFORM).astype(np.complex64)
