"""Back ends that misbehave on purpose: real HTTP on loopback, with answers that a test writes."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from photo2video_widgets.engine.server import listen

Answer = Callable[[Request], Awaitable[Response]]


@dataclass
class Seen:
    """A request as it came in."""

    method: str
    path: str
    # Not in the repr, so that a test can look for tokens in all else.
    headers: dict[str, str] = field(repr=False)
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class HostedDouble:
    """Speaks the hosted part of the protocol; `on[(method, path prefix)]` replaces an answer."""

    url: str = ""
    seen: list[Seen] = field(default_factory=list)
    on: dict[tuple[str, str], Answer] = field(default_factory=dict)
    draft: dict[str, Any] = field(default_factory=dict)
    tokens: int = 0

    def asked(self, path: str) -> list[Seen]:
        """The requests to paths that begin so."""
        return [seen for seen in self.seen if seen.path.startswith(path)]

    async def answer(self, request: Request) -> Response:
        path = request.url.path
        self.seen.append(Seen(request.method, path, dict(request.headers), await request.body()))
        for (method, prefix), own in self.on.items():
            if request.method == method and path.startswith(prefix):
                return await own(request)
        if path == "/api/auth/anonymous-token":
            self.tokens += 1
            return ok(token=f"nmv_usr_{self.tokens}", credits=100)
        if path.startswith("/api/tasks/me/with-session"):
            return ok(task_id="task-1", session_id=f"session-{len(self.asked('/api/tasks'))}")
        if path.startswith("/api/state"):
            return ok(state={"draft": self.draft, "video_infos": [], "generated_media": [], "canvas_config": {}})
        if path == "/api/credits/balance/simple":
            return ok(available=88, frozen=12, total=100)
        if path == "/api/auth/claim-token":
            return ok(claim_token="clm_1/2", expires_in=600)
        if path.startswith("/api/upload-video"):
            return ok(anything="goes")
        if path == "/run_sse":
            return stream({"content": {"parts": [{"text": "Done."}]}})
        return JSONResponse({"detail": "Not Found"}, 404)


def ok(**data: Any) -> Response:
    return JSONResponse({"code": 0, "data": data})


def bad(code: int, status: int = 200, message: str = "raw: secret") -> Response:
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


@contextmanager
def hosted_double() -> Iterator[HostedDouble]:
    """A running double of the hosted service."""
    double = HostedDouble()
    methods = ["GET", "POST", "DELETE"]
    app = Starlette(routes=[Route("/{path:path}", double.answer, methods=methods)])
    with listen("127.0.0.1", 0) as listening:
        double.url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        config = uvicorn.Config(app, log_config=None, lifespan="off", ws="none", timeout_graceful_shutdown=1)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        try:
            yield double
        finally:
            server.should_exit = True
            thread.join()
