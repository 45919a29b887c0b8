"""A limit on how much is decoded at once."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Gate:
    """Lets work in as long as all that is inside weighs no more than `most`; what weighs more than that goes alone."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._free = most
        self._changed = threading.Condition()

    @contextmanager
    def passing(self, weight: int) -> Iterator[None]:
        """Wait for room, and take it until the end of the block. Not to be nested."""
        weight = min(weight, self._most)
        with self._changed:
            self._changed.wait_for(lambda: self._free >= weight)
            self._free -= weight
        try:
            yield
        finally:
            with self._changed:
                self._free += weight
                self._changed.notify_all()
