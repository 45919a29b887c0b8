"""Server-sent events, from the bytes of an answer to what each event holds. Pure: bytes in, objects out."""

from __future__ import annotations

import json
import re
from typing import Any

LARGEST_EVENT = 1 << 24
"""Bytes. What is larger is skipped while it comes, so that no stream fills the memory."""

_LINE_END = re.compile(rb"\r\n|\r|\n")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class StreamDecoder:
    """Takes a stream piece by piece, however it is cut, and gives the JSON object of each event.

    None stands for a heartbeat: an event of that name, a comment, an event without data. What is no JSON object is
    left out, and `.skipped` counts it. Lines end with CR, LF or both, and with nothing else; the text is UTF-8, with
    U+FFFD for what isn't. Where an event's data is several lines of JSON, each counts for itself.
    """

    def __init__(self) -> None:
        self.skipped = 0
        self._line = bytearray()
        self._data: list[bytes] = []
        self._size = 0
        self._is_heartbeat = False
        self._is_too_large = False
        self._is_first = True
        self._after_cr = False

    def feed(self, piece: bytes) -> list[dict[str, Any] | None]:
        """The events that are complete with this piece."""
        if not piece:
            return []
        # A line ends with its CR: waiting for an LF would hold the event back until the next one comes.
        if self._after_cr and piece.startswith(b"\n"):
            piece = piece[1:]
            self._after_cr = False
            if not piece:
                return []
        self._after_cr = piece.endswith(b"\r")
        *ended, rest = _LINE_END.split(piece)
        found: list[dict[str, Any] | None] = []
        for part in ended:
            self._take(part)
            line = bytes(self._line)
            self._line.clear()
            found += self._read(line)
        self._take(rest)
        return found

    def close(self) -> list[dict[str, Any] | None]:
        """The last event, where the stream ended without the empty line after it."""
        found = self._read(bytes(self._line)) if self._line else []
        self._line.clear()
        return found + self._dispatch()

    def _take(self, part: bytes) -> None:
        if not part:
            return
        if self._is_too_large or self._size + len(self._line) + len(part) > LARGEST_EVENT:
            self._is_too_large = True
            self._data, self._size = [], 0
            # Still a line, and not the empty one at the end of the event; but none that says anything.
            self._line[:] = b"?"
        else:
            self._line += part

    def _read(self, line: bytes) -> list[dict[str, Any] | None]:
        if self._is_first:
            line = line.removeprefix(_BYTE_ORDER_MARK)
            self._is_first = False
        if not line:
            return self._dispatch()
        if line.startswith(b":"):
            return [None]
        name, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if name == b"data":
            self._data.append(value)
            self._size += len(value) + 1
        elif name == b"event":
            self._is_heartbeat = value == b"heartbeat"
        return []

    def _dispatch(self) -> list[dict[str, Any] | None]:
        data, is_heartbeat, is_too_large = self._data, self._is_heartbeat, self._is_too_large
        self._data, self._size, self._is_heartbeat, self._is_too_large = [], 0, False, False
        if is_too_large:
            self.skipped += 1
            return []
        if is_heartbeat:
            return [None]
        if not data:
            return []
        whole = b"\n".join(data)
        if not whole.strip():
            return [None]
        event = _object(whole)
        found = [event] if event is not None else [_object(line) for line in data if line.strip()]
        read: list[dict[str, Any] | None] = [event for event in found if event is not None]
        self.skipped += len(found) - len(read)
        return read


def _object(data: bytes) -> dict[str, Any] | None:
    text = data.decode("utf-8", "replace")
    try:
        event = json.loads(text)
        if isinstance(event, dict) and "\\ud" in text.lower():
            # Half of a character that was escaped in two can be kept, but neither printed nor sent on.
            event = json.loads(json.dumps(event, ensure_ascii=False).encode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None
    return event if isinstance(event, dict) else None
