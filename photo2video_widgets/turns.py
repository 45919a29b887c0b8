"""One turn with the agent over a connection that may be slow, silent or lost. The message goes out once."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from typing import TYPE_CHECKING, Any

from .draft import Draft
from .errors import ConnectionLostError
from .events import Event, NoticeEvent, TurnReader

if TYPE_CHECKING:
    from .calls import Calls

TURN_SECONDS = 15 * 60
_LOOKS_AFTER_LOSS = 5
_ENGINE_RECOVERY = 0.2


async def read(client: Calls, session: str, text: str, reader: TurnReader) -> AsyncGenerator[Event, None]:
    """Send a message and read its answer. Raises ConnectionLostError, also where only heartbeats come for too long."""
    timing = client.timing
    begun = heard = told = time.monotonic()
    async with client.run_sse(session, text) as stream:
        waiting: asyncio.Task[dict[str, Any] | None] | None = None
        try:
            while True:
                waiting = waiting or asyncio.ensure_future(anext(stream))
                await asyncio.wait({waiting}, timeout=max(0.01, told + timing.still_working - time.monotonic()))
                now = time.monotonic()
                if now - heard > timing.silence or now - begun > TURN_SECONDS:
                    raise ConnectionLostError(f"{client.label} has gone silent.")
                if now - told >= timing.still_working:
                    told = now
                    yield _notice(client, f"Still working ({(now - begun) / 60:.0f} min) …")
                if not waiting.done():
                    continue
                try:
                    event = waiting.result()
                except StopAsyncIteration:
                    break
                waiting = None
                if event is not None:
                    heard = told = now
                    for meant in reader.read(event):
                        yield meant
        finally:
            if waiting and not waiting.done():
                waiting.cancel()
                await asyncio.wait({waiting})
    for meant in reader.finish():
        yield meant


async def recover(client: Calls, look: Callable[[], Awaitable[Draft]], before: Draft) -> AsyncGenerator[Event, None]:
    """After a lost connection: look whether the message was acted on. It is never sent again."""
    pause = min(client.timing.recovery, _ENGINE_RECOVERY) if client.is_engine else client.timing.recovery
    yield _notice(client, "The connection was lost. The message is not sent again; looking whether it was acted on.")
    for number in range(_LOOKS_AFTER_LOSS):
        await asyncio.sleep(pause if number == 0 else 2 * pause)
        try:
            if await look() != before:
                return
        except ConnectionLostError:
            continue
    raise ConnectionLostError(
        "The connection was lost and the draft has not changed since, so the message seems not to have been acted "
        "on. Send it again if you like."
    )


def _notice(client: Calls, text: str) -> NoticeEvent:
    client.notify(text)
    return NoticeEvent(text)
