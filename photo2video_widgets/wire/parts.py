"""Files as parts of a form: read from disk while they are sent, and counted once however often that is."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from ..errors import UnsupportedFileError
from ..phrases import say

OnBytes = Callable[[int], None] | None


class UnreadablePartError(UnsupportedFileError):
    """A file that vanished, changed its size or could not be read while it was sent. `.part` is which.

    The form broke off with it, so nothing of it was taken.
    """

    def __init__(self, part: Part, message: str) -> None:
        super().__init__(message)
        self.part = part


@dataclass
class Part:
    """A file to send: its name and either where it is or what it holds. `size` (bytes) is that of when it was made."""

    name: str
    path: Path | None = field(default=None, repr=False)
    data: bytes | None = field(default=None, repr=False)
    size: int = field(init=False)
    # How far it was ever read: a form that is sent twice tells of each byte once.
    told: int = field(init=False, default=0, repr=False)

    def __post_init__(self) -> None:
        self.size = len(self.data or b"") if self.path is None else self.path.stat().st_size

    def open(self, on_bytes: OnBytes = None) -> OpenPart:
        """The part, to be read. Raises UnreadablePartError, which names it."""
        try:
            file = io.BytesIO(self.data or b"") if self.path is None else self.path.open("rb")
        except OSError as problem:
            gone = isinstance(problem, FileNotFoundError)
            raise UnreadablePartError(self, say("file-gone" if gone else "file-damaged", name=self.name)) from None
        return OpenPart(self, file, on_bytes)


class OpenPart:
    """Exactly as many bytes as the part had when it was made; `on_bytes` hears how many more of them were taken."""

    def __init__(self, part: Part, file: IO[bytes], on_bytes: OnBytes) -> None:
        self._part = part
        self._file = file
        self._on_bytes = on_bytes
        self._place = 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes, b"" after the last. Raises UnreadablePartError."""
        part, left = self._part, self._part.size - self._place
        try:
            piece = self._file.read(left if size < 0 else min(size, left))
            # A file that grows is still being written: its first bytes alone would be a broken picture.
            changed = bool(left and not piece) or (len(piece) == left and bool(self._file.read(1)))
        except OSError:
            raise UnreadablePartError(part, say("file-damaged", name=part.name)) from None
        if changed:
            raise UnreadablePartError(part, say("file-changed", name=part.name))
        self._place += len(piece)
        more, part.told = self._place - part.told, max(part.told, self._place)
        if more > 0 and self._on_bytes:
            self._on_bytes(more)
        return piece

    def seek(self, place: int, whence: int = os.SEEK_SET) -> int:
        """Go to a place, counted as files count it."""
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._place, os.SEEK_END: self._part.size}[whence]
        self._place = self._file.seek(start + place)
        return self._place

    def tell(self) -> int:
        """The present place."""
        return self._place

    def close(self) -> None:
        """Close the file."""
        self._file.close()
