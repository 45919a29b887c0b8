"""HTTP: the one module that knows httpx and httpx-sse. Nobody imports it before something goes over the wire.

Its errors name the back end, never an address, a header or a body.
"""

from __future__ import annotations

import io
import json
import logging
import os
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Generator, Mapping, Sequence
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

import httpx
from httpx_sse import EventSource, SSEError

from . import settings
from .answers import NotReachedError
from .errors import ConnectionLostError, ServiceError
from .tokens import Token, is_loopback, origin

_CONNECT_SECONDS = 10.0
_READ_SECONDS = 60.0
_UPLOAD_SECONDS = 600.0
_PIECE = 1 << 18


@dataclass(frozen=True, repr=False)
class Answer:
    """An HTTP answer: its status, its JSON (None where it isn't any), its bytes and its headers."""

    status: int
    json: Any
    content: bytes
    headers: Mapping[str, str]


@dataclass(frozen=True)
class Part:
    """A file to send: its name and either where it is or what it holds."""

    name: str
    path: Path | None = None
    data: bytes | None = None

    @property
    def size(self) -> int:
        """Its length in bytes."""
        return len(self.data or b"") if self.path is None else self.path.stat().st_size


_ours: ContextVar[bool] = ContextVar("photo2video_widgets_request", default=False)


def _is_not_ours(record: logging.LogRecord) -> bool:
    return not _ours.get()


# Both log addresses, of sessions and of films that need no token. Other requests of this process are logged as ever.
for _name in ("httpx", "httpcore.http11"):
    logging.getLogger(_name).addFilter(_is_not_ours)


class _Http(httpx.AsyncClient):
    async def send(self, *args: Any, **kwargs: Any) -> httpx.Response:
        before = _ours.set(True)
        try:
            return await super().send(*args, **kwargs)
        finally:
            _ours.reset(before)


class _Introduction(httpx.Auth):
    """What goes with each request to the back end itself, and with none to anybody else: who asks, and the token."""

    def __init__(self, own: tuple[str, str, int | None], token: Token | None) -> None:
        self._origin = own
        self._token = token

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        if origin(str(request.url)) == self._origin:
            request.headers.update(settings.attribution())
            if self._token:
                request.headers["Authorization"] = f"Bearer {self._token.reveal()}"
        yield request


class Wire:
    """Connections to one back end. Tokens go to it, and to nowhere else. `confined`: nothing at all goes elsewhere."""

    def __init__(self, base_url: str, label: str, *, confined: bool = False) -> None:
        self.base_url = base_url.rstrip("/")
        self._label = label
        self._confined = confined
        with self._told():
            # Read as httpx reads it, which is where requests go.
            self._origin = origin(str(httpx.URL(base_url)))
        timeout = httpx.Timeout(_READ_SECONDS, connect=_CONNECT_SECONDS, pool=None)
        # A proxy in the environment must not be asked for what is on this very machine.
        self._http = _Http(timeout=timeout, trust_env=not is_loopback(base_url), event_hooks={"request": [self._check]})

    def __repr__(self) -> str:
        return f"<Wire to {self._label}>"

    async def close(self) -> None:
        """Close all connections."""
        await self._http.aclose()

    def url(self, path: str) -> str:
        """The whole address of a path of the back end; a whole address stays what it is."""
        return path if "://" in path else f"{self.base_url}{path}"

    async def _check(self, request: httpx.Request) -> None:
        # Called for redirects as well.
        if self._confined and origin(str(request.url)) != self._origin:
            raise ServiceError(f"{self._label} leads to another address, where nothing of yours may go.")

    def _introduction(self, token: Token | None) -> _Introduction:
        return _Introduction(self._origin, token)

    async def request(
        self,
        method: str,
        path: str,
        token: Token | None,
        *,
        headers: Mapping[str, str] | None = None,
        body: Any = None,
        query: Mapping[str, str] | None = None,
    ) -> Answer:
        """One request with a JSON body, or none. Raises ConnectionLostError."""
        auth = self._introduction(token)
        with self._told():
            response = await self._http.request(
                method, self.url(path), headers=headers, json=body, params=query, auth=auth
            )
        return self._answer(response)

    async def upload(
        self, path: str, token: Token | None, parts: Sequence[Part], on_bytes: Callable[[int], None] | None
    ) -> Answer:
        """One form with files, read from disk piece by piece. `on_bytes` hears how many more bytes were taken."""
        opened: list[_Counted] = []
        try:
            for part in parts:
                opened.append(_Counted(part, on_bytes))
            files = [("files", (part.name, cast(IO[bytes], file))) for part, file in zip(parts, opened, strict=True)]
            timeout = httpx.Timeout(_UPLOAD_SECONDS, connect=_CONNECT_SECONDS, pool=None)
            with self._told():
                response = await self._http.post(
                    self.url(path), files=files, timeout=timeout, auth=self._introduction(token)
                )
            return self._answer(response)
        finally:
            for file in opened:
                file.close()

    @asynccontextmanager
    async def stream(
        self, method: str, path: str, token: Token | None, *, body: Any = None, silence: float = _READ_SECONDS
    ) -> AsyncIterator[Answer | AsyncIterator[str]]:
        """The `data` of each event of a stream, or an Answer where the back end answers with something else.

        Heartbeats that are events come as empty strings; those that are comment lines don't come at all.
        """
        timeout = httpx.Timeout(silence, connect=_CONNECT_SECONDS, write=_READ_SECONDS, pool=None)
        asked = {"Accept": "text/event-stream", "Cache-Control": "no-store"}
        request = self._http.build_request(method, self.url(path), headers=asked, json=body, timeout=timeout)
        with self._told():
            response = await self._http.send(request, stream=True, auth=self._introduction(token))
        try:
            if response.headers.get("content-type", "").startswith("text/event-stream"):
                events = self._events(EventSource(response))
                try:
                    yield events
                finally:
                    await events.aclose()
            else:
                with self._told():
                    await response.aread()
                yield self._answer(response)
        finally:
            await response.aclose()

    async def _events(self, source: EventSource) -> AsyncGenerator[str, None]:
        with self._told():
            async for event in source.aiter_sse():
                yield "" if event.event == "heartbeat" else event.data.strip()

    async def download(
        self, url: str, token: Token | None, file: IO[bytes], start: int, on_bytes: Callable[[int], None]
    ) -> int:
        """Append what follows `start` to `file`; the whole length. Raises ConnectionLostError, ServiceError.

        Where the back end can't give a part, `file` is emptied and gets the whole. On a broken connection it keeps
        what came, so that the next call goes on from there.
        """
        asked = {"Accept-Encoding": "identity"}
        if start:
            asked["Range"] = f"bytes={start}-"
        with self._told():
            async with self._http.stream(
                "GET", self.url(url), headers=asked, follow_redirects=True, auth=self._introduction(token)
            ) as response:
                if response.status_code not in (200, 206):
                    raise ServiceError(f"The film can't be fetched: {self._label} answers {response.status_code}.")
                if response.status_code == 200:
                    start = 0
                    file.seek(0)
                    file.truncate()
                total = _whole_length(response.headers, start)
                async for piece in response.aiter_bytes(_PIECE):
                    file.write(piece)
                    on_bytes(len(piece))
        return total if total is not None else file.tell()

    def _answer(self, response: httpx.Response) -> Answer:
        body = None
        # Whatever a back end calls its JSON; only a picture of some MB is not worth the look.
        if not response.headers.get("content-type", "").startswith(("image/", "video/", "audio/")):
            try:
                body = json.loads(response.content)
            except ValueError:
                body = None
        return Answer(response.status_code, body, response.content, response.headers)

    def _told(self) -> _Told:
        return _Told(self._label)


class _Told:
    """Turns httpx's errors into ours. They may hold addresses, so nothing of them is kept."""

    def __init__(self, label: str) -> None:
        self._label = label

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: Any, problem: BaseException | None, trace: Any) -> None:
        if isinstance(problem, httpx.ConnectError | httpx.ConnectTimeout):
            raise NotReachedError(f"{self._label} could not be reached.") from None
        if isinstance(problem, httpx.TimeoutException):
            raise ConnectionLostError(f"{self._label} took too long to answer.") from None
        if isinstance(problem, httpx.HTTPError | httpx.InvalidURL | httpx.StreamError | SSEError):
            raise ConnectionLostError(f"The connection to {self._label} broke.") from None


class _Counted:
    """A file that tells how much of it was read."""

    def __init__(self, part: Part, on_bytes: Callable[[int], None] | None) -> None:
        self._file: IO[bytes] = io.BytesIO(part.data or b"") if part.path is None else part.path.open("rb")
        self._on_bytes = on_bytes

    def read(self, size: int = -1) -> bytes:
        piece = self._file.read(size)
        if piece and self._on_bytes:
            self._on_bytes(len(piece))
        return piece

    def seek(self, place: int, whence: int = os.SEEK_SET) -> int:
        return self._file.seek(place, whence)

    def tell(self) -> int:
        return self._file.tell()

    def close(self) -> None:
        self._file.close()


def _whole_length(headers: Mapping[str, str], start: int) -> int | None:
    if total := headers.get("content-range", "").rpartition("/")[2]:
        return int(total) if total.isdigit() else None
    length = headers.get("content-length", "")
    return start + int(length) if length.isdigit() else None
