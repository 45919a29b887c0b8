"""A server on loopback, on as many ports as are asked for, whose answers can reach the connection itself."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Route
from uvicorn.protocols.http.h11_impl import H11Protocol

from photo2video_widgets.engine.server import listen

from .answers import Answer


class _Protocol(H11Protocol):
    """Puts the connection in the scope of each request, for answers that break it."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        inner = self.app

        async def with_transport(scope: Any, receive: Any, send: Any) -> None:
            await inner({**scope, "transport": transport}, receive, send)

        self.app = with_transport


@contextmanager
def serving(answer: Answer, ports: int = 1) -> Iterator[list[int]]:
    """Let `answer` answer all requests to some free ports: their numbers."""
    app = Starlette(routes=[Route("/{path:path}", answer, methods=["GET", "POST", "PUT", "PATCH", "DELETE"])])
    with ExitStack() as opened:
        sockets = [opened.enter_context(listen("127.0.0.1", 0)) for _ in range(ports)]
        config = uvicorn.Config(
            app, http=_Protocol, log_config=None, lifespan="off", ws="none", timeout_graceful_shutdown=1
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=(sockets,))
        thread.start()
        try:
            yield [each.getsockname()[1] for each in sockets]
        finally:
            server.should_exit = True
            thread.join()
