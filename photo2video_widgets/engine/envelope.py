"""The form of the engine's answers.

Every JSON answer is an envelope `{"code": 0, "data": {…}}`; what goes wrong is a code ≠ 0 under HTTP 200, as with the
hosted service. Only a wrong token (401), a wrong Host (403) and an unknown address (404) show in the HTTP status too.
"""

from __future__ import annotations

import errno
import json
import math
import sqlite3
from collections.abc import AsyncIterator
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, JSONResponse, Response, StreamingResponse
from starlette.types import ExceptionHandler

from photo2video_widgets.errors import DraftError, P2VError, StaleRevisionError

HEARTBEAT_SECONDS = 5.0
_LARGEST_BODY = 32 << 20
_FULL = (errno.ENOSPC, errno.EDQUOT)
_UNUSABLE = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST)


_DISK_FULL = "The disk that holds the engine's data is full. Make room, or set P2V_DATA_DIR to a folder elsewhere."


def wrapped(data: Any) -> JSONResponse:
    """A good answer."""
    return JSONResponse({"code": 0, "message": "success", "data": data})


def failed(problem: P2VError, status: int = 200) -> JSONResponse:
    """A bad answer, with what a client needs to make the same error of it again."""
    data: dict[str, Any] = {}
    if isinstance(problem, DraftError):
        data = {"path": problem.path, "problem": problem.problem}
    elif isinstance(problem, StaleRevisionError):
        data = {"revision": problem.revision}
    return JSONResponse({"code": problem.code or 5000, "message": problem.message, "data": data}, status)


def reason(problem: Exception) -> str:
    """Why the engine can't start or go on, in words that hold no folder."""
    match problem:
        case P2VError():
            return problem.message
        case OSError() if problem.errno in _FULL:
            return _DISK_FULL
        case OSError() if problem.errno in _UNUSABLE:
            return f"The engine can't use its data folder ({problem.strerror}). Set P2V_DATA_DIR to another one."
        case sqlite3.OperationalError() if getattr(problem, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
            return _DISK_FULL
        case sqlite3.Error():
            return f"The engine's store can't be opened ({problem}). Set P2V_DATA_DIR to another folder."
        case _:
            return "The engine failed unexpectedly. Its engine.log, in the data folder, says more."


async def read_json(request: Request) -> dict[str, Any]:
    """The body as an object; an empty body is an empty one. Raises P2VError."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > _LARGEST_BODY:
            raise P2VError("The request is too large.", code=4002)
    try:
        value = json.loads(body, parse_float=_finite, parse_constant=_finite) if body else {}
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        raise P2VError("The request's body must be a JSON object.", code=4000)
    return value


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError
    return value


def whole(body: dict[str, Any], key: str) -> int:
    """A whole number of a body. Raises DraftError with its path."""
    value = body.get(key)
    if not isinstance(value, int) or isinstance(value, bool):
        raise DraftError(key, "must be the number of a revision")
    return value


def data_line(event: dict[str, Any]) -> str:
    """One event of a stream."""
    return f"data: {json.dumps(event, ensure_ascii=False)}\n\n"


class File(FileResponse):
    """A file, in parts by Range. Larger pieces than Starlette's: each costs a change of threads."""

    chunk_size = 1 << 20


def event_stream(events: AsyncIterator[str]) -> StreamingResponse:
    """A stream that no proxy on the way holds back."""
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(events, media_type="text/event-stream", headers=headers)


async def _on_problem(request: Request, problem: Exception) -> Response:
    assert isinstance(problem, P2VError)
    return failed(problem, 400 if problem.code == 400 else 200)


async def _on_http(request: Request, problem: Exception) -> Response:
    assert isinstance(problem, HTTPException)
    message = problem.detail if problem.status_code == 404 else "This engine doesn't answer that."
    return failed(P2VError(message, code=problem.status_code), problem.status_code)


async def _on_farewell(request: Request, problem: Exception) -> Response:
    # Nobody reads this; without it a client that hangs up would fill the log.
    return Response(status_code=400)


async def _on_surprise(request: Request, problem: Exception) -> Response:
    answer = failed(P2VError(reason(problem), code=500), 500)
    # The server ends this connection, as Starlette raises the problem again; a client that knows uses another one.
    answer.headers["Connection"] = "close"
    return answer


HANDLERS: dict[type[Exception], ExceptionHandler] = {
    P2VError: _on_problem,
    HTTPException: _on_http,
    ClientDisconnect: _on_farewell,
    Exception: _on_surprise,
}
