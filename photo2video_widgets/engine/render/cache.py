"""What was encoded before, kept as files of packets named by what they show. May be deleted at any moment.

Several processes may share it: a file appears by a rename and is never changed; one that is gone or damaged counts as
never made.
"""

from __future__ import annotations

import os
import secrets
import struct
import time
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from .coded import Coded

MOST_BYTES = 4 << 30
MOST_DAYS = 30
_HEAD = b"P2VP1\n"
_PACKET = struct.Struct("<qIBI")
# Number of packets, check sum of all before.
_END = struct.Struct("<II")
_PIECE = 1 << 20


class Cache:
    """Packets in `folder`, which is made when something is kept; `None` keeps nothing."""

    def __init__(self, folder: Path | None, *, most_bytes: int = MOST_BYTES, most_days: float = MOST_DAYS) -> None:
        self._folder = folder
        self._most_bytes, self._most_seconds = most_bytes, most_days * 86_400

    def read(self, name: str) -> Iterator[Coded] | None:
        """The packets of that name, one by one; None where they aren't there whole."""
        if self._folder is None:
            return None
        try:
            stream = (self._folder / name).open("rb")
        except OSError:
            return None
        count = _checked(stream)
        if count is None:
            stream.close()
            return None
        with suppress(OSError):
            os.utime(self._folder / name)
        return _packets(stream, count)

    def has(self, name: str) -> bool:
        """Whether there seems to be something of that name."""
        return self._folder is not None and (self._folder / name).exists()

    def keep(self, name: str, packets: Iterable[Coded]) -> Iterator[Coded]:
        """Pass the packets on and keep them once all have passed. A disk that is full only costs the keeping."""
        part = None
        try:
            stream, part = self._begin(name)
        except OSError:
            stream = None
        try:
            count, check = 0, zlib.crc32(_HEAD)
            for one in packets:
                if stream is not None:
                    head = _PACKET.pack(one.pts, one.duration, one.key, len(one.data))
                    check = zlib.crc32(one.data, zlib.crc32(head, check))
                    try:
                        stream.write(head)
                        stream.write(one.data)
                    except OSError:
                        _abandon(stream)
                        stream = None
                count += 1
                yield one
            if stream is not None and part is not None:
                with suppress(OSError):
                    stream.write(_END.pack(count, check))
                    stream.close()
                    os.replace(part, part.with_name(name))
        finally:
            if stream is not None:
                with suppress(OSError):
                    stream.close()
            if part is not None:
                with suppress(OSError):
                    part.unlink(missing_ok=True)

    def _begin(self, name: str) -> tuple[BinaryIO | None, Path | None]:
        if self._folder is None:
            return None, None
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        part = self._folder / f"{name[:16]}.{secrets.token_hex(4)}.part"
        stream = part.open("wb")
        stream.write(_HEAD)
        return stream, part

    def tidy(self) -> None:
        """Delete what is too old or, oldest use first, too much; and what was never finished."""
        if self._folder is None:
            return
        found = []
        with suppress(OSError):
            for entry in os.scandir(self._folder):
                with suppress(OSError):
                    facts = entry.stat()
                    found.append((facts.st_mtime, facts.st_size, entry))
        now, total = time.time(), 0
        for used, size, entry in sorted(found, key=lambda one: -one[0]):
            unfinished = entry.name.endswith(".part")
            total += size
            if now - used > (86_400 if unfinished else self._most_seconds) or total > self._most_bytes:
                with suppress(OSError):
                    os.unlink(entry.path)


def _abandon(stream: BinaryIO) -> None:
    with suppress(OSError):
        stream.close()


def _checked(stream: BinaryIO) -> int | None:
    """How many packets there are, if all of them are what was written; the stream stands at the first one then."""
    try:
        length = stream.seek(0, 2) - _END.size
        stream.seek(0)
        check = 0
        if stream.read(len(_HEAD)) != _HEAD:
            return None
        stream.seek(0)
        left = length
        while left > 0:
            piece = stream.read(min(left, _PIECE))
            if not piece:
                return None
            check = zlib.crc32(piece, check)
            left -= len(piece)
        count, wanted = _END.unpack(stream.read(_END.size))
        stream.seek(len(_HEAD))
    except (OSError, struct.error, ValueError):
        return None
    return int(count) if check == wanted else None


def _packets(stream: BinaryIO, count: int) -> Iterator[Coded]:
    with stream:
        for _ in range(count):
            pts, duration, key, size = _PACKET.unpack(stream.read(_PACKET.size))
            yield Coded(pts, duration, bool(key), stream.read(size))
