"""What the live preview draws and plays, brought to the views: pictures, texts as bitmaps, the sound.

Each is asked for by what it is made of, so that an answer is good for as long as a view cares to keep it; empty bytes
say that there is none.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from ..draft import AUDIO, TEXT, VIDEO, Draft, Segment
from ..errors import P2VError
from ..session import Session
from .transfer import PIECE

NARROWEST, WIDEST = 16, 4096


class Preview:
    """Answers views by `send(kind, buffers, **content)`; `ready` gives the session once there is one."""

    def __init__(self, send: Callable[..., None], ready: Callable[[], Awaitable[Session]]) -> None:
        self._send, self._ready = send, ready
        self._sound: tuple[str, bytes, bool] = ("", b"", False)

    async def proxy(self, message: Mapping[str, Any]) -> None:
        """A photo, or a clip at `time` (ms of the file), as a JPEG of the `width` that was asked for (px), or less."""
        src, width, time = str(message.get("src")), _size(message.get("width")), message.get("time")
        # Looked for by both: services have names of their own for files.
        meta = {"src": src, "name": str(message.get("name", ""))}
        at = max(0, time) if isinstance(time, int) else 0
        picture = b""
        try:
            picture = await (await self._ready()).proxy(Segment("", 0, 0, VIDEO, meta, {"m": meta}), width, at)
        finally:
            self._send("proxy", [picture], src=src, width=message.get("width"), time=time)

    async def caption(self, message: Mapping[str, Any]) -> None:
        """A text as PNG with alpha for a frame of `width` by `height` px, with its place in it."""
        segment, width, height = message.get("segment"), _size(message.get("width")), _size(message.get("height"))
        bitmap, x, y = b"", 0, 0
        try:
            session = await self._ready()
            if isinstance(segment, dict) and session.client.is_engine:
                bitmap, x, y = await session.client.text_bitmap(segment, width, height)
            elif isinstance(segment, dict):
                from ..engine.preview import text

                bitmap, x, y = await asyncio.to_thread(text, segment, width, height)
        finally:
            self._send("caption", [bitmap], key=message.get("key"), x=x, y=y)

    async def sound(self, message: Mapping[str, Any], draft: Draft) -> None:
        """A piece of the draft's sound as MP3, from `offset` on; `total` is all of it, 0 where there is none.

        `elsewhere`: a service has more of it, which is heard in the film only.
        """
        key, offset = str(message.get("key")), int(message.get("offset", 0))
        # What is heard is all that the mix depends on: a changed photo doesn't mix it anew.
        heard = json.dumps([draft.duration, [track.data for track in draft.tracks if track.type != TEXT]])
        try:
            session = await self._ready()
            if self._sound[0] != heard:
                self._sound = (heard, *(await session.soundtrack(draft) if _has_sound(draft) else (b"", False)))
        except P2VError:
            # The film tells what is wrong with it when it is made; a preview goes on without.
            self._sound = (heard, b"", False)
        finally:
            _, mix, elsewhere = self._sound if self._sound[0] == heard else ("", b"", False)
            piece = mix[offset : offset + PIECE]
            self._send("sound", [piece], key=key, offset=offset, total=len(mix), elsewhere=elsewhere)


def _size(value: object) -> int:
    return max(NARROWEST, min(WIDEST, value)) if isinstance(value, int) else NARROWEST


def _has_sound(draft: Draft) -> bool:
    return any(
        segment.volume > 0 and (track.type == AUDIO or (track.type == VIDEO and segment.kind == "video"))
        for track in draft.tracks
        for segment in track.segments
    )
