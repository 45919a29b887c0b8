"""Exports on their way, noted beside the engine's data until the film is on disk: so they outlive the kernel."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import notes


@dataclass(frozen=True, repr=False)
class Pending:
    """An export, and what it takes to ask for it once more. `back_end` says where, as `Caller.place` does."""

    id: str
    session: str
    back_end: str
    draft: dict[str, Any]
    is_second: bool = False

    def __repr__(self) -> str:
        return f"<Pending {self.id}>"


class Notes:
    """The notes of a data folder. One that can't be written costs the picking up, not the film."""

    def __init__(self, data_folder: Path) -> None:
        self._folder = data_folder / "exports"

    def read(self, film: Path) -> Pending | None:
        """What is noted of the film at a path; None where that is nothing, or nothing that can be read."""
        pending = notes.read(self._place(film), Pending)
        return pending if pending and isinstance(pending.draft, dict) else None

    def write(self, film: Path, pending: Pending) -> None:
        """Note an export in place of an earlier one to the same path."""
        notes.write(self._place(film), pending)

    def remove(self, film: Path, pending: Pending) -> None:
        """Forget an export, unless another one to the same path was noted since."""
        noted = self.read(film)
        if noted is None or noted.id == pending.id:
            with contextlib.suppress(OSError):
                self._place(film).unlink(missing_ok=True)

    def _place(self, film: Path) -> Path:
        # However the same file is spelt.
        spelt = film.parent.resolve() / film.name
        return notes.place(self._folder, str(spelt))
