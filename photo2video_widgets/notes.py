"""Notes beside the engine's data, a small file each, by which a later process goes on where this one was."""

from __future__ import annotations

import contextlib
import hashlib
import json
from dataclasses import asdict, fields
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from .settings import keep

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    Note = TypeVar("Note", bound=DataclassInstance)


def place(folder: Path, what: str) -> Path:
    """The file of the note on something, whatever characters that is called by."""
    return folder / f"{hashlib.sha256(what.encode()).hexdigest()[:32]}.json"


def read(file: Path, kind: type[Note]) -> Note | None:
    """What is noted; None where that is nothing, or nothing of this kind: its texts are texts."""
    try:
        note = kind(**json.loads(file.read_bytes()))
    except (OSError, ValueError, TypeError, RecursionError):
        return None
    texts = (getattr(note, field.name) for field in fields(note) if field.type == "str")
    return note if all(isinstance(text, str) for text in texts) else None


def write(file: Path, note: DataclassInstance) -> None:
    """Note this in place of what was there, for nobody else to read. Where that can't be, only the note is missing."""
    with contextlib.suppress(ValueError, RecursionError):
        keep(file, json.dumps(asdict(note)))
