"""What encoders give."""

from __future__ import annotations

from typing import NamedTuple


class Coded(NamedTuple):
    """A packet: `pts` and `duration` in frames or samples; `key`: it needs none before it."""

    pts: int
    duration: int
    key: bool
    data: bytes
