"""What a session has seen of its draft, for a service that keeps no history."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..draft import Draft

MOST = 200


@dataclass(frozen=True)
class _State:
    revision: int
    time: int
    origin: str
    words: str
    changes: tuple[str, ...]
    draft: Draft


class Past:
    """The last `MOST` states of a draft, as entries like an engine's. They go with the session."""

    def __init__(self) -> None:
        self._states: list[_State] = []

    def knows(self, revision: int) -> bool:
        """Whether there is a state of that revision."""
        return any(state.revision == revision for state in self._states)

    def add(self, revision: int, origin: str, words: str, changes: Sequence[str], draft: Draft) -> None:
        """Keep a state; one of the same revision gives way to it."""
        self._states = [state for state in self._states if state.revision != revision][1 - MOST :]
        self._states.append(_State(revision, round(time.time() * 1000), origin, words, tuple(changes), draft))

    def entries(self) -> list[dict[str, Any]]:
        """All of them, oldest first: `revision`, `time`, `origin`, `words`, `changes`."""
        return [
            {
                "revision": state.revision, "time": state.time, "origin": state.origin, "words": state.words,
                "changes": list(state.changes),
            }
            for state in self._states
        ]  # fmt: skip

    def draft(self, revision: int) -> Draft | None:
        """The draft of a revision, where it is still known."""
        return next((state.draft for state in self._states if state.revision == revision), None)
