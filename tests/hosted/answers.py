"""Answers of a service, good ones and bad ones, and every way of giving none.

Each is an `Answer`, or makes one, for `hosted.on[...]` and `hosted.once(...)`. Those that spoil the usual answer take
it: `hosted.on["POST", "/run_sse"] = cut(hosted.usual)`.
"""

from __future__ import annotations

import asyncio
import json
import socket
import struct
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response, StreamingResponse

Answer = Callable[[Request], Awaitable[Response]]

BEATS = (": beat\n\n", "event: heartbeat\ndata: {}\n\n", "data:\n\n")
_LOOK_SECONDS = 0.02
_UPLOAD_PIECE = 1 << 14


def ok(**data: Any) -> Response:
    """An envelope around `data`."""
    return JSONResponse({"code": 0, "data": data})


def bad(code: int, status: int = 200, message: str = "raw: secret") -> Response:
    """A code that isn't 0, with a message that nobody may be shown."""
    return JSONResponse({"code": code, "message": message}, status)


def stream(*events: dict[str, Any] | str | float, drop: bool = False) -> Response:
    """A stream of events. A string is sent as it is, a number is a pause (s); `drop` breaks the connection."""

    async def body() -> AsyncIterator[str]:
        for event in events:
            if isinstance(event, int | float):
                await asyncio.sleep(event)
            elif isinstance(event, str):
                yield event
            else:
                yield f"data: {json.dumps(event)}\n\n"
        if drop:
            raise ConnectionError("dropped on purpose")

    return StreamingResponse(body(), media_type="text/event-stream")


# No answer


async def hang_up(request: Request) -> Response:
    """Close the connection without an answer."""
    request.scope["transport"].close()
    return await _nothing()


async def reset(request: Request) -> Response:
    """Reset the connection without an answer."""
    _reset(request)
    return await _nothing()


async def hang(request: Request) -> Response:
    """Take the request and never say anything."""
    while not await request.is_disconnected():
        await asyncio.sleep(_LOOK_SECONDS)
    return await _nothing()


async def heartbeats(request: Request) -> Response:
    """Heartbeats of all three sorts, and nothing else, for as long as anybody listens."""

    async def beat() -> AsyncIterator[str]:
        while True:
            for text in BEATS:
                yield text
            await asyncio.sleep(_LOOK_SECONDS)

    return StreamingResponse(beat(), media_type="text/event-stream")


# Other answers


def refusing(code: int, status: int = 200) -> Answer:
    """An envelope with a code that isn't 0."""

    async def refuse(request: Request) -> Response:
        return bad(code, status)

    return refuse


def failing(status: int = 503) -> Answer:
    """A status, and words that are no JSON."""

    async def fail(request: Request) -> Response:
        return Response("raw: secret", status)

    return fail


async def error_page(request: Request) -> Response:
    """What a proxy says whose service is down."""
    return HTMLResponse("<html><h1>502 Bad Gateway</h1><script>raw = 'secret'</script></html>", 502)


def redirecting(url: str) -> Answer:
    """Send the client somewhere else."""

    async def redirect(request: Request) -> Response:
        return RedirectResponse(url)

    return redirect


def before_the_body(answer: Answer) -> Answer:
    """Mark an answer as one that reads the request's body itself, or doesn't."""
    answer.reads_body = True  # type: ignore[attr-defined]
    return answer


@before_the_body
async def refuse_midway(request: Request) -> Response:
    """Say that the token has expired while the body is still coming."""
    came = 0
    async for piece in request.stream():
        came += len(piece)
        if came >= _UPLOAD_PIECE:
            break
    return bad(1001, 401)


async def break_off(request: Request) -> Response:
    """Begin to speak, do nothing, and reset the connection."""
    return await _cut(request, stream({"content": {"role": "model", "parts": [{"text": "I'll"}]}, "partial": True}))


# Spoilt answers


def cut(usual: Answer) -> Answer:
    """Do what was asked for, then reset the connection in the middle of the answer (of a stream: of its text)."""

    async def begin(request: Request) -> Response:
        return await _cut(request, await usual(request))

    return begin


def trickled(usual: Answer, pause: float = 0.0) -> Answer:
    """The answer byte by byte, each followed by a pause (s)."""

    async def trickle(request: Request) -> Response:
        response = await usual(request)

        async def bytewise() -> AsyncIterator[bytes]:
            async for piece in _pieces(response):
                for place in range(len(piece)):
                    yield piece[place : place + 1]
                    await asyncio.sleep(pause)

        return StreamingResponse(bytewise(), response.status_code, _kind(response))

    return trickle


def garbled(usual: Answer) -> Answer:
    """The stream with a line between its events that is no JSON."""

    async def garble(request: Request) -> Response:
        response = await usual(request)

        async def with_noise() -> AsyncIterator[bytes]:
            async for piece in _pieces(response):
                yield piece
                yield b'data: {"content": {"parts": [{"te\n\n'

        return StreamingResponse(with_noise(), response.status_code, _kind(response))

    return garble


async def _cut(request: Request, response: Response) -> Response:
    async def half() -> AsyncIterator[bytes]:
        async for piece in _pieces(response):
            if b'"partial": true' in piece or b'"partial":true' in piece:
                yield piece
                break
            if b"event-stream" in _kind(response)["content-type"].encode():
                yield piece
            else:
                yield piece[: len(piece) // 2]
                break
        # What was sent must be out before the reset throws away what is not.
        await asyncio.sleep(_LOOK_SECONDS)
        _reset(request)
        await asyncio.sleep(_LOOK_SECONDS)

    return StreamingResponse(half(), response.status_code, _kind(response))


async def _pieces(response: Response) -> AsyncIterator[bytes]:
    if not isinstance(response, StreamingResponse):
        yield bytes(response.body)
        return
    async for piece in response.body_iterator:
        yield piece.encode() if isinstance(piece, str) else bytes(piece)


def _kind(response: Response) -> dict[str, str]:
    return {"content-type": response.headers.get("content-type", "application/json")}


def _reset(request: Request) -> None:
    transport = request.scope["transport"]
    transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    transport.abort()


async def _nothing() -> Response:
    # The server learns of the end of a connection in the next round of its loop; what is sent after that goes nowhere.
    await asyncio.sleep(_LOOK_SECONDS)
    return Response()
