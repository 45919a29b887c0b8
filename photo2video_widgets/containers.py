"""How files are put together: whether they end too early, and which of them are opened as clips and sounds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from av.container.input import InputContainer

STREAMS = ("mov", "matroska", "webm", "avi", "mp3", "wav", "aac", "flac", "ogg")
"""The container formats of clips and sounds, by FFmpeg's names; MP4 and M4A are of the family of MOV."""

_PIECE = 1 << 20


def open_stream(path: Path) -> InputContainer:
    """A clip or sound, for reading. Raises av.FFmpegError or OSError, also for every format not in `STREAMS`.

    FFmpeg takes playlists for clips as well: those would lead to other files and to addresses.
    """
    import av

    return av.open(str(path), options={"format_whitelist": ",".join(STREAMS), "protocol_whitelist": "file"})


def ends_early(path: Path) -> bool:
    """Whether the container says that more was to come. Cheap: nothing is decoded."""
    try:
        with path.open("rb") as stream:
            start = stream.read(12)
            length = stream.seek(0, 2)
            if start[:2] == b"\xff\xd8":
                return _jpeg_ends_early(stream)
            if start[:8] == b"\x89PNG\r\n\x1a\n":
                return all(kind != b"IEND" for kind, _ in _png_chunks(stream))
            if start[:4] == b"GIF8":
                return _gif_ends_early(stream)
            if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
                return int.from_bytes(start[4:8], "little") + 8 > length + 1
            return start[4:8] == b"ftyp" and _boxes_end_early(stream, length)
    except OSError:
        return False


def png_exif(path: Path) -> bytes | None:
    """The EXIF data of a PNG, which may lie before or behind its pixels; None where there is none. Raises OSError."""
    with path.open("rb") as stream:
        return next((stream.read(length) for kind, length in _png_chunks(stream) if kind == b"eXIf"), None)


def _jpeg_ends_early(stream: BinaryIO) -> bool:
    stream.seek(2)
    while (byte := stream.read(1)) == b"\xff":
        # Any number of such bytes may fill the space before a marker.
        while byte == b"\xff":
            byte = stream.read(1)
        if byte == b"\xda":
            # Within coded data FF D9 can only be the end marker; one before it may be the thumbnail's.
            return not _holds(stream, b"\xff\xd9")
        length = stream.read(2)
        if len(length) < 2:
            return True
        stream.seek(int.from_bytes(length, "big") - 2, 1)
    return not byte


def _holds(stream: BinaryIO, wanted: bytes) -> bool:
    """Whether the rest of the stream holds these bytes."""
    rest = b""
    while piece := stream.read(_PIECE):
        if wanted in rest + piece:
            return True
        rest = piece[1 - len(wanted) :]
    return False


def _png_chunks(stream: BinaryIO) -> Iterator[tuple[bytes, int]]:
    """Kind and length of each chunk; the stream stands at what it holds."""
    place = 8
    while True:
        stream.seek(place)
        head = stream.read(8)
        if len(head) < 8:
            return
        length = int.from_bytes(head[:4], "big")
        yield head[4:], length
        place += length + 12


def _gif_ends_early(stream: BinaryIO) -> bool:
    def skip_colours(flags: int) -> None:
        stream.seek(3 << (flags & 7) + 1 if flags & 0x80 else 0, 1)

    stream.seek(0)
    head = stream.read(13)
    if len(head) < 13:
        return True
    skip_colours(head[10])
    whole = False
    while (kind := stream.read(1)) in (b"!", b","):
        if kind == b",":
            head = stream.read(9)
            if len(head) < 9:
                return True
            skip_colours(head[8])
        # The label of an extension, or the code size of an image; then pieces with their lengths, the last one 0.
        stream.seek(1, 1)
        while (length := stream.read(1)) != b"\0":
            if not length:
                return True
            stream.seek(length[0], 1)
        whole = whole or kind == b","
    # Some programs leave out the mark at the end.
    return not kind and not whole


def _boxes_end_early(stream: BinaryIO, length: int) -> bool:
    """For HEIF, AVIF, MP4 and MOV, whose top level is a row of boxes that say how long they are."""
    place = 0
    while place + 8 <= length:
        stream.seek(place)
        head = stream.read(16)
        size = int.from_bytes(head[:4], "big")
        if size == 1:
            size = int.from_bytes(head[8:16], "big")
        if size == 0:
            return False
        place += max(size, 8)
    return place > length
