"""Bytes between the browser and the kernel: files in, thumbnails and the film out, in acknowledged pieces.

A piece is 4 MiB at most: hosts lose messages over 10 MiB without a word.
"""

from __future__ import annotations

import asyncio
import atexit
import base64
import contextlib
import secrets
import time
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from ..errors import FileTooLargeError, P2VError, RenderError, UnsupportedFileError
from ..intake import Source, plain_name
from ..photos import MAX_BYTES, accepted
from ..video import Video

PIECE = 4 * 2**20


IDLE_SECONDS = 30
"""After this long without a byte, a file is taken to be abandoned: its page was closed."""


@dataclass
class _Incoming:
    name: str
    path: Path
    file: IO[bytes]
    size: int
    heard: float = field(default_factory=time.monotonic)
    gone: asyncio.Event = field(default_factory=asyncio.Event)
    finished: bool = False


@dataclass(frozen=True)
class Piece:
    """A piece of a file as it came: its place in bytes, what arrived of it and its CRC-32 as the browser counted."""

    offset: int
    data: bytes
    crc: int

    @classmethod
    def of(cls, message: Mapping[str, Any], buffers: Sequence[bytes]) -> Piece:
        """Raises ValueError or TypeError for a message that makes no sense."""
        text = message.get("base64")
        data = base64.b64decode(text, validate=True) if text else buffers[0] if buffers else b""
        return cls(int(message.get("offset", 0)), data, int(message.get("crc", 0)))

    @property
    def problem(self) -> str:
        """Why it can't be kept: "no-bytes" where the host lost them, "damaged" where they are not what was sent."""
        return "no-bytes" if not self.data else "" if zlib.crc32(self.data) == self.crc else "damaged"


class Inbox:
    """Files on their way from a browser, straight to disk in `folder`; each goes when it has been handed on.

    What a kernel that was killed leaves there is swept by the engine, whose folder it is.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, _Incoming] = {}
        atexit.register(self.clear)

    def start(self, identity: str, name: str, size: int) -> int:
        """Make room for a file and give how much of it is there, from an attempt that broke off.

        Raises UnsupportedFileError or FileTooLargeError before a byte has come.
        """
        name = plain_name(name)
        if Path(name).suffix.lower() not in accepted:
            raise UnsupportedFileError(f"{name}: no film can be made of this kind of file; JPG, PNG, WEBP, HEIC can")
        if size > MAX_BYTES:
            most = MAX_BYTES // 2**20
            raise FileTooLargeError(f"{name}: {size / 2**20:.0f} MB, the most is {most} MB; compress or trim it")
        known = self._files.get(identity)
        if known and (known.name, known.size) == (name, size):
            known.heard = time.monotonic()
            return size if known.finished else known.file.tell()
        self.drop(identity)
        # The name is the user's and may be too long or odd for this file system: it is kept beside the file.
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = self._folder / f"{secrets.token_hex(16)}{Path(name).suffix.lower()}"
        self._files[identity] = _Incoming(name, path, path.open("xb"), size)
        return 0

    def write(self, identity: str, piece: Piece) -> int | None:
        """Write a piece and give how much is safely there; None for a file that nobody announced."""
        incoming = self._files.get(identity)
        if incoming is None:
            return None
        incoming.heard = time.monotonic()
        if incoming.finished:
            return incoming.size
        # Pieces come in order; one that was sent again, or comes too early, is not written twice.
        end = piece.offset + len(piece.data)
        if piece.offset == incoming.file.tell() and end <= incoming.size and not piece.problem:
            incoming.file.write(piece.data)
        return incoming.file.tell()

    def finish(self, identity: str) -> Source | None:
        """The whole file, to be given back by `drop`; None where that has been asked for already.

        Raises P2VError where bytes are missing.
        """
        incoming = self._files.get(identity)
        if incoming is None:
            raise P2VError("The upload was not announced; choose the file again.")
        if incoming.finished:
            return None
        there = incoming.file.tell()
        incoming.file.close()
        incoming.finished = True
        if there != incoming.size:
            raise P2VError(f"{incoming.name}: {there} of {incoming.size} bytes came; choose the file again.")
        return Source(incoming.name, incoming.path, passing=True)

    async def first(self, identity: str) -> None:
        """Wait until every file that was started before this one has been handed on or given up.

        Several come at once, and a small one is there before a large one: the order of the film is that of the start.
        """
        while (earliest := next(iter(self._files), identity)) != identity:
            waiting = self._files[earliest]
            if not waiting.finished and time.monotonic() - waiting.heard > IDLE_SECONDS:
                self.drop(earliest)
                continue
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(waiting.gone.wait(), 1)

    def drop(self, identity: str) -> None:
        """Forget a file and delete what is there of it."""
        incoming = self._files.pop(identity, None)
        if incoming:
            incoming.gone.set()
            with contextlib.suppress(OSError):
                incoming.file.close()
                incoming.path.unlink(missing_ok=True)

    def clear(self) -> None:
        """Delete all that is there."""
        for identity in list(self._files):
            self.drop(identity)


def read_piece(path: Path, request: Mapping[str, Any]) -> tuple[bytes, int]:
    """The piece of a film that a browser asks for by `offset` and `length`, and the film's whole size in bytes."""
    offset, length = int(request.get("offset", 0)), int(request.get("length", PIECE))
    with path.open("rb") as file:
        total = file.seek(0, 2)
        file.seek(max(0, offset))
        return file.read(max(0, min(length, PIECE))), total


def poster(film: Path | None, width: int) -> bytes:
    """A JPEG of a film's middle, `width` pixels wide; nothing where the film is gone."""
    if film is None:
        return b""
    try:
        return Video.open(film).poster(width)
    except (RenderError, OSError, ValueError, StopIteration):
        return b""


def beside(film: Path, folder: Path) -> str:
    """A film's place from a folder on, as a server's addresses have it; empty where it doesn't lie below it."""
    place, root = film.absolute(), folder.absolute()
    return place.relative_to(root).as_posix() if place.is_relative_to(root) else ""
