"""Exports on their way, noted beside the engine's data until the film is on disk: so they outlive the kernel."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any


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
        try:
            pending = Pending(**json.loads(self._place(film).read_bytes()))
        except (OSError, ValueError, TypeError, RecursionError):
            return None
        texts = (pending.id, pending.session, pending.back_end)
        is_sound = all(isinstance(text, str) for text in texts) and isinstance(pending.draft, dict)
        return pending if is_sound else None

    def write(self, film: Path, pending: Pending) -> None:
        """Note an export in place of an earlier one to the same path."""
        place = self._place(film)
        draft = place.with_name(f"{place.name}.{secrets.token_hex(4)}")
        try:
            place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            # It holds the film's words.
            descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                json.dump(asdict(pending), file)
            draft.replace(place)
        except (OSError, ValueError, RecursionError):
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)

    def remove(self, film: Path, pending: Pending) -> None:
        """Forget an export, unless another one to the same path was noted since."""
        noted = self.read(film)
        if noted is None or noted.id == pending.id:
            with contextlib.suppress(OSError):
                self._place(film).unlink(missing_ok=True)

    def _place(self, film: Path) -> Path:
        # However the same file is spelt.
        spelt = film.parent.resolve() / film.name
        return self._folder / f"{hashlib.sha256(str(spelt).encode()).hexdigest()[:32]}.json"
