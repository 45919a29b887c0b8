"""One turn with the agent over a connection that may be slow, silent or lost. The message goes out once."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing
from typing import TYPE_CHECKING, Any

from .errors import AuthError, ConnectionLostError, P2VError, SessionNotFoundError
from .events import Event, NoticeEvent, TurnReader
from .phrases import say

if TYPE_CHECKING:
    from .wire.calls import Calls

_LOOKS_AFTER_LOSS = 5


async def read(client: Calls, session: str, text: str, reader: TurnReader) -> AsyncGenerator[Event, None]:
    """Send a message and read its answer. Raises ConnectionLostError, also where only heartbeats come for too long."""
    timing = client.timing
    begun = heard = told = time.monotonic()
    async with aclosing(_stream(client, session, text)) as stream:
        waiting: asyncio.Task[dict[str, Any] | None] | None = None
        try:
            while True:
                waiting = waiting or asyncio.ensure_future(anext(stream))
                due = min(told + timing.still_working, heard + timing.silence, begun + timing.turn)
                await asyncio.wait({waiting}, timeout=max(0.01, due - time.monotonic()))
                now = time.monotonic()
                if waiting.done():
                    try:
                        event = waiting.result()
                    except StopAsyncIteration:
                        break
                    except ConnectionLostError:
                        if reader.is_complete:
                            # All was said; only the end of the stream is missing.
                            break
                        raise
                    waiting = None
                    if event is not None:
                        heard = told = now
                        for meant in reader.read(event):
                            yield meant
                if now - heard > timing.silence or now - begun > timing.turn:
                    raise ConnectionLostError(say("gone-silent", who=client.label))
                if now - told >= timing.still_working:
                    told = now
                    yield _notice("still-working", minutes=f"{(now - begun) / 60:.0f}")
        finally:
            if waiting and not waiting.done():
                waiting.cancel()
                await asyncio.wait({waiting})
    for meant in reader.finish():
        yield meant


async def _stream(client: Calls, session: str, text: str) -> AsyncGenerator[dict[str, Any] | None, None]:
    # So that the wait for the first byte is watched like every other.
    async with client.run_sse(session, text) as events:
        async for event in events:
            yield event


async def recover(
    client: Calls, has_changed: Callable[[], Awaitable[bool]], *, said: bool = False
) -> AsyncGenerator[Event, None]:
    """After a lost connection: look whether the message was acted on. It is never sent again.

    Raises ConnectionLostError where nothing has changed after five looks, unless an answer was `said` in part.
    """
    # An engine on this machine is as fast as it is near.
    pause = min(client.timing.recovery, client.timing.pause) if client.is_engine else client.timing.recovery
    yield _notice("lost")
    for number in range(1, _LOOKS_AFTER_LOSS + 1):
        await asyncio.sleep(pause if number == 1 else 2 * pause)
        try:
            if await has_changed():
                yield _notice("lost-found")
                return
        except (AuthError, SessionNotFoundError):
            raise
        except P2VError:
            # Whatever broke the answer may keep the state from being read as well.
            pass
        if number < _LOOKS_AFTER_LOSS:
            yield _notice("lost-looking", number=number, most=_LOOKS_AFTER_LOSS)
    if not said:
        raise ConnectionLostError(say("lost-for-good"))
    yield _notice("answer-cut")


def _notice(key: str, **values: object) -> NoticeEvent:
    return NoticeEvent(say(key, **values))
