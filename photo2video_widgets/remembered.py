"""The panel that a notebook last had: noted beside the engine's data, so that it outlives the kernel."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from . import notes

MOST_ENTRIES = 200


@dataclass(frozen=True, repr=False)
class Remembered:
    """A session as a panel left it. `back_end` says where, as `Caller.place` does; `film` and `making` are paths."""

    session: str
    back_end: str
    language: str = ""
    entries: list[dict[str, Any]] = field(default_factory=list)
    film: str = ""
    making: str = ""

    def __repr__(self) -> str:
        return f"<Remembered {self.session}>"


class Memory:
    """The notes of a data folder: one for each notebook. One that can't be written costs the remembering alone."""

    def __init__(self, data_folder: Path) -> None:
        self._folder = data_folder / "panels"

    def last(self, back_end: str) -> Remembered | None:
        """What this notebook's last panel at a back end was, else the last of any notebook; None where none is."""
        here = self._read(self._place(back_end))
        if here:
            return here
        try:
            found = sorted(self._folder.glob("*.json"), key=lambda file: file.stat().st_mtime, reverse=True)
        except OSError:
            return None
        return next((note for note in map(self._read, found) if note and note.back_end == back_end), None)

    def write(self, note: Remembered) -> None:
        """Remember this in place of what this notebook had."""
        notes.write(self._place(note.back_end), replace(note, entries=note.entries[-MOST_ENTRIES:]))

    def _read(self, file: Path) -> Remembered | None:
        note = notes.read(file, Remembered)
        if note is None or not note.session:
            return None
        return note if isinstance(note.entries, list) and all(map(_is_entry, note.entries)) else None

    def _place(self, back_end: str) -> Path:
        # Servers tell a kernel which notebook it is of; others at least which folder.
        notebook = os.environ.get("JPY_SESSION_NAME") or str(Path.cwd())
        return notes.place(self._folder, f"{notebook} {back_end}")


def _is_entry(entry: object) -> bool:
    return isinstance(entry, dict) and isinstance(entry.get("id"), int) and isinstance(entry.get("text"), str)
