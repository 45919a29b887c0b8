"""The activity log: what was said and done, as entries that a trait carries to every view."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from typing import Any

from ..events import ErrorEvent, Event, TextEvent, ThoughtEvent, ToolCallEvent, ToolResultEvent

MOST_ENTRIES = 200
LONGEST_TEXT = 4000
PAUSE = 1 / 15
"""Seconds between two updates: a host drops messages that come too fast, and takes the cell's own prints along."""


class Activity:
    """Entries of the log; `publish` is called with all of them, at most fifteen times a second. Lives on one loop."""

    def __init__(self, publish: Callable[[list[dict[str, Any]]], None]) -> None:
        self._publish = publish
        self._entries: list[dict[str, Any]] = []
        self._next = 1
        self._waiting: asyncio.TimerHandle | None = None
        self._last = 0.0

    def add(self, kind: str, text: str, **more: Any) -> int:
        """Add an entry and give its id; `more` may hold detail, open and progress."""
        entry = {"id": self._next, "kind": kind, "text": text[:LONGEST_TEXT], "time": round(time.time() * 1000), **more}
        self._entries = [*self._entries[1 - MOST_ENTRIES :], entry]
        self._next += 1
        self._later()
        return self._next - 1

    def change(self, number: int, **values: Any) -> None:
        """Change what an entry says; one that has left the log already is nobody's any more."""
        self._entries = [{**entry, **values} if entry["id"] == number else entry for entry in self._entries]
        self._later()

    def close_open(self) -> None:
        """Nothing goes on any more: no entry is shown as running."""
        self._entries = [{**entry, "open": False} if entry.get("open") else entry for entry in self._entries]
        self._later()

    def _later(self) -> None:
        if self._waiting is None:
            wait = max(0.0, self._last + PAUSE - time.monotonic())
            self._waiting = asyncio.get_running_loop().call_later(wait, self._now)

    def _now(self) -> None:
        self._waiting = None
        self._last = time.monotonic()
        self._publish(self._entries)


class TurnLog:
    """Writes the events of one turn into the log: the text as it comes, tools as steps."""

    def __init__(self, activity: Activity) -> None:
        self._activity = activity
        self._text: int | None = None
        self._words = ""
        self._tools: dict[str, int] = {}
        self.has_spoken = False

    def __call__(self, event: Event) -> None:
        if isinstance(event, TextEvent):
            self._say(event)
        elif isinstance(event, ToolCallEvent):
            self._tools[event.id] = self._activity.add("tool", event.name, detail=_lines(event.args), open=True)
        elif isinstance(event, ToolResultEvent) and event.id in self._tools:
            self._activity.change(self._tools.pop(event.id), open=False)
        elif isinstance(event, ThoughtEvent):
            self._activity.add("tool", "thinking", detail=event.text[:LONGEST_TEXT])
        elif isinstance(event, ErrorEvent):
            self._activity.add("error", event.message)

    def _say(self, event: TextEvent) -> None:
        self.has_spoken = True
        self._words = self._words + event.text if event.partial else event.text
        if self._text is None:
            self._text = self._activity.add("agent", self._words, open=event.partial)
        else:
            self._activity.change(self._text, text=self._words[:LONGEST_TEXT], open=event.partial)
        if not event.partial:
            self._text, self._words = None, ""


def _lines(arguments: Mapping[str, Any]) -> str:
    return "\n".join(f"{key}: {value!r:.200}" for key, value in arguments.items())
