"""HTTP: requests to a back end, and what comes back. Nobody imports it before something goes over the wire.

Its errors name the back end, never an address, a header or a body.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Generator, Mapping, Sequence
from contextlib import aclosing, asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import IO, Any, cast
from urllib.parse import urljoin

import httpx

from .. import settings
from ..errors import ConnectionLostError, ServiceError
from ..phrases import say
from ..settings import Timing
from ..tokens import Token, is_loopback, origin
from . import environment
from .answers import NotReachedError
from .bodies import encoded
from .connections import ListeningTransport
from .parts import OpenPart, Part

LARGEST_ANSWER = 1 << 26
"""Bytes. No answer that is read whole, as all but streams and films are, comes near."""

_REDIRECTS = 5
# How many times the longest wait for the next bytes of an answer all of it may take: it may come byte by byte.
_WAITS = 4


@dataclass(frozen=True, repr=False)
class Answer:
    """An HTTP answer: its status, its JSON (None where it isn't any), its bytes and its headers."""

    status: int
    json: Any
    content: bytes
    headers: Mapping[str, str]


_ours: ContextVar[bool] = ContextVar("photo2video_widgets_request", default=False)


def _is_not_ours(record: logging.LogRecord) -> bool:
    return not _ours.get()


# All log addresses, of sessions and of films that need no token. Other requests of this process are logged as ever.
for _name in ("httpx", "httpcore.connection", "httpcore.http11", "httpcore.proxy"):
    logging.getLogger(_name).addFilter(_is_not_ours)


class _Http(httpx.AsyncClient):
    """httpx without a word in the log, on connections that listen."""

    def _init_transport(self, *args: Any, **options: Any) -> httpx.AsyncBaseTransport:
        return ListeningTransport(verify=options["verify"])

    def _init_proxy_transport(self, proxy: httpx.Proxy, *args: Any, **options: Any) -> httpx.AsyncBaseTransport:
        if (proxy.url.port or 0) > 65535:
            raise ValueError
        return ListeningTransport(verify=options["verify"], proxy=proxy)

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

    def __init__(self, base_url: str, label: str, *, timing: Timing, confined: bool = False) -> None:
        self.base_url = base_url.rstrip("/")
        self._label = label
        self._timing = timing
        self._confined = confined
        with self._told():
            # Read as httpx reads it, which is where requests go.
            self._origin = origin(str(httpx.URL(base_url)))
        # A proxy in the environment must not be asked for what is on this very machine.
        trust_env = not is_loopback(base_url)
        with environment.certificates():
            verify = httpx.create_ssl_context(trust_env=trust_env)
        with environment.proxies():
            self._http = _Http(
                timeout=self._timeout(timing.read),
                verify=verify,
                trust_env=trust_env,
                event_hooks={"request": [self._check]},
            )

    def __repr__(self) -> str:
        return f"<Wire to {self._label}>"

    async def close(self) -> None:
        """Close all connections."""
        await self._http.aclose()

    def url(self, path: str) -> str:
        """The whole address of a path of the back end; a whole address stays what it is. Raises ValueError."""
        if path.startswith("/") and not path.startswith("//"):
            return f"{self.base_url}{path}"
        return urljoin(f"{self.base_url}/", path)

    def _timeout(self, wait: float) -> httpx.Timeout:
        return httpx.Timeout(wait, connect=self._timing.connect, pool=None)

    async def _check(self, request: httpx.Request) -> None:
        # Called for redirects as well.
        if self._confined and not self._is_own(str(request.url)):
            raise ServiceError(say("leads-elsewhere", who=self._label))

    def _is_own(self, url: str) -> bool:
        return origin(url) == self._origin

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
        """One request with a JSON body, or none. Raises ConnectionLostError, ServiceError, DraftError."""
        return await self._answer(self._request(method, path, body, headers, params=query), token)

    def _request(
        self, method: str, path: str, body: Any, headers: Mapping[str, str] | None, **options: Any
    ) -> httpx.Request:
        if body is not None:
            options["content"] = encoded(body)
            headers = {"Content-Type": "application/json", **(headers or {})}
        return self._http.build_request(method, self.url(path), headers=headers, **options)

    async def upload(
        self, path: str, token: Token | None, parts: Sequence[Part], on_bytes: Callable[[int], None] | None
    ) -> Answer:
        """One form with files, read from disk piece by piece. `on_bytes` hears how many more bytes were taken."""
        opened: list[OpenPart] = []
        try:
            for part in parts:
                opened.append(part.open(on_bytes))
            files = [("files", (part.name, cast(IO[bytes], file))) for part, file in zip(parts, opened, strict=True)]
            timeout = self._timeout(self._timing.upload)
            return await self._answer(
                self._http.build_request("POST", self.url(path), files=files, timeout=timeout), token
            )
        finally:
            for file in opened:
                file.close()

    @asynccontextmanager
    async def stream(
        self, method: str, path: str, token: Token | None, *, body: Any = None, silence: float
    ) -> AsyncIterator[Answer | AsyncIterator[bytes]]:
        """The bytes of a stream of events, as they come, or an Answer where the back end answers with something else.

        `silence`: how long nothing at all may come (s).
        """
        asked = {"Accept": "text/event-stream", "Cache-Control": "no-store"}
        request = self._request(method, path, body, asked, timeout=self._timeout(silence))
        async with self._open(request, token) as response, aclosing(self._pieces(response)) as pieces:
            kind = response.headers.get("content-type", "").lower()
            is_stream = kind.startswith("text/event-stream")
            first = b""
            if response.is_success and not is_stream and not kind.startswith(("application/json", "text/html")):
                # On its way a stream may lose its name. What begins as JSON or as a page is none, nor is nothing.
                while not first.strip() and (piece := await anext(pieces, b"")):
                    first += piece
                is_stream = first.lstrip()[:1] not in (b"", b"{", b"[", b"<")
            async with aclosing(_joined(first, pieces)) as whole:
                if response.is_success and is_stream:
                    yield whole
                else:
                    yield await self._read(response, whole)

    async def _pieces(self, response: httpx.Response) -> AsyncGenerator[bytes, None]:
        with self._told():
            async for piece in response.aiter_bytes():
                yield piece

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
        async with self._followed(url, asked, token) as response:
            if response.status_code not in (200, 206):
                raise ServiceError(say("film-not-fetched", who=self._label, status=response.status_code))
            if response.status_code == 206 and not _begins_at(response.headers, start):
                raise ServiceError(say("film-incomplete"))
            if response.status_code == 200:
                start = 0
                file.seek(0)
                file.truncate()
            total = _whole_length(response.headers, start)
            with self._told():
                async for piece in response.aiter_bytes():
                    file.write(piece)
                    on_bytes(len(piece))
        return total if total is not None else file.tell()

    @asynccontextmanager
    async def _followed(
        self, url: str, headers: Mapping[str, str], token: Token | None
    ) -> AsyncIterator[httpx.Response]:
        """What is found at an address, wherever that leads. Whoever is led away from home arrives as a stranger."""
        is_home, is_private = True, False
        for _ in range(_REDIRECTS):
            request = self._request_of_film(url, headers)
            url = str(request.url)
            if is_private and request.url.scheme == "http" and not is_loopback(url):
                raise ServiceError(say("leads-into-the-open", who=self._label))
            is_home, is_private = is_home and self._is_own(url), request.url.scheme == "https"
            async with self._open(request, token if is_home else None, introduced=is_home) as response:
                if response.next_request is None:
                    yield response
                    return
                # Only the address of it: the request that httpx has made holds what is meant for home.
                url = str(response.next_request.url)
        raise ServiceError(say("leads-nowhere", who=self._label))

    def _request_of_film(self, url: str, headers: Mapping[str, str]) -> httpx.Request:
        """A request for a film. Raises ServiceError where the address is none that a film can be at."""
        try:
            request = self._http.build_request("GET", self.url(url), headers=headers)
            scheme, host, _ = origin(str(request.url))
        except (ValueError, httpx.InvalidURL):
            scheme = host = ""
        if scheme not in ("http", "https") or not host:
            raise ServiceError(say("film-nowhere", who=self._label))
        return request

    @asynccontextmanager
    async def _open(
        self, request: httpx.Request, token: Token | None, *, introduced: bool = True
    ) -> AsyncIterator[httpx.Response]:
        auth = self._introduction(token) if introduced else None
        with self._told():
            response = await self._http.send(request, stream=True, auth=auth)
        try:
            yield response
        finally:
            await response.aclose()

    async def _answer(self, request: httpx.Request, token: Token | None) -> Answer:
        async with self._open(request, token) as response, aclosing(self._pieces(response)) as pieces:
            return await self._read(response, pieces)

    async def _read(self, response: httpx.Response, pieces: AsyncIterator[bytes]) -> Answer:
        content = bytearray()
        try:
            async with asyncio.timeout(_WAITS * self._timing.read):
                async for piece in pieces:
                    content += piece
                    if len(content) > LARGEST_ANSWER:
                        raise ServiceError(say("too-much", who=self._label))
        except TimeoutError:
            raise ConnectionLostError(say("took-too-long", who=self._label)) from None
        body = None
        # Whatever a back end calls its JSON; only a picture of some MB is not worth the look.
        if not response.headers.get("content-type", "").startswith(("image/", "video/", "audio/")):
            try:
                body = json.loads(content)
            except (ValueError, RecursionError):
                body = None
        return Answer(response.status_code, body, bytes(content), response.headers)

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
            raise NotReachedError(say("not-reached", who=self._label)) from None
        if isinstance(problem, httpx.TimeoutException):
            raise ConnectionLostError(say("took-too-long", who=self._label)) from None
        if isinstance(problem, httpx.HTTPError | httpx.InvalidURL | httpx.StreamError):
            raise ConnectionLostError(say("connection-broke", who=self._label)) from None


async def _joined(first: bytes, rest: AsyncIterator[bytes]) -> AsyncGenerator[bytes, None]:
    if first:
        yield first
    async for piece in rest:
        yield piece


def _begins_at(headers: Mapping[str, str], start: int) -> bool:
    return headers.get("content-range", "").strip().startswith(f"bytes {start}-")


def _whole_length(headers: Mapping[str, str], start: int) -> int | None:
    if total := headers.get("content-range", "").rpartition("/")[2]:
        return int(total) if total.isdecimal() else None
    length = headers.get("content-length", "")
    return start + int(length) if length.isdecimal() else None
