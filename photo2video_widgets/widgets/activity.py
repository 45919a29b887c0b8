"""The activity log: what was said and done, as entries. Views are told what changes, and all of it when they ask."""

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


Publish = Callable[[list[dict[str, Any]], list[dict[str, Any]]], None]


class Activity:
    """Entries of the log. Lives on one loop.

    `publish` is called with all entries and with those that are new or have changed, at most fifteen times a second.
    """

    def __init__(self, publish: Publish) -> None:
        self._publish = publish
        self._entries: dict[int, dict[str, Any]] = {}
        self._changed: set[int] = set()
        self._next = 1
        self._waiting: asyncio.TimerHandle | None = None
        self._last = 0.0

    @property
    def entries(self) -> list[dict[str, Any]]:
        """All that is in the log, the oldest first."""
        return list(self._entries.values())

    def add(self, kind: str, text: str, **more: Any) -> int:
        """Add an entry and give its id; `more` may hold detail, open and progress."""
        number = self._next
        self._next += 1
        entry = {"id": number, "kind": kind, "text": text[:LONGEST_TEXT], "time": round(time.time() * 1000), **more}
        self._entries[number] = entry
        while len(self._entries) > MOST_ENTRIES:
            del self._entries[next(iter(self._entries))]
        self._later(number)
        return number

    def restore(self, entries: list[dict[str, Any]]) -> None:
        """Go on with the log of an earlier panel, in which nothing runs any more."""
        kept = entries[-MOST_ENTRIES:]
        self._entries = {entry["id"]: {**entry, "open": False} if entry.get("open") else dict(entry) for entry in kept}
        self._next = max(self._entries, default=0) + 1
        for number in self._entries:
            self._later(number)

    def change(self, number: int, **values: Any) -> None:
        """Change what an entry says; one that has left the log already is nobody's any more."""
        entry = self._entries.get(number)
        if entry is None:
            return
        if entry.get("open") and values.get("open") is False:
            values["took"] = round(time.time() * 1000) - entry["time"]
        self._entries[number] = {**entry, **values}
        self._later(number)

    def close_open(self) -> None:
        """Nothing goes on any more: no entry is shown as running."""
        for number, entry in list(self._entries.items()):
            if entry.get("open"):
                self.change(number, open=False)

    def _later(self, number: int) -> None:
        self._changed.add(number)
        if self._waiting is None:
            wait = max(0.0, self._last + PAUSE - time.monotonic())
            self._waiting = asyncio.get_running_loop().call_later(wait, self._now)

    def _now(self) -> None:
        self._waiting = None
        self._last = time.monotonic()
        changed = [self._entries[number] for number in sorted(self._changed) if number in self._entries]
        self._changed.clear()
        self._publish(self.entries, changed)


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
