"""Connections that listen while they speak: a back end may refuse an upload long before it has all of it.

Without that, an answer that comes early is lost: the back end closes the connection, or no longer reads from it, and
what is left of the upload fails before anybody looks for an answer.
"""

# ruff: noqa: ASYNC109  (httpcore hands each timeout to its streams)

from __future__ import annotations

import asyncio
import re
import ssl
from typing import Any

import httpcore
import httpx

_PIECE = 1 << 16
_TO_COME = re.compile(rb"HTTP/1\.\d 1\d\d ")


class ListeningTransport(httpx.AsyncHTTPTransport):
    """httpx's own transport, on connections that listen: to the back end itself, or through an HTTP proxy to it."""

    def __init__(self, *, verify: ssl.SSLContext, proxy: httpx.Proxy | None = None) -> None:
        super().__init__(verify=verify, trust_env=False, proxy=proxy)
        # What a SOCKS proxy is told in two steps is no request that could be answered early.
        if not isinstance(self._pool, httpcore.AsyncSOCKSProxy):
            # httpx has no way to say which network its pool is on.
            self._pool._network_backend = _ListeningBackend()


class _ListeningBackend(httpcore.AnyIOBackend):
    async def connect_tcp(self, *args: Any, **kwargs: Any) -> httpcore.AsyncNetworkStream:
        return _ListeningStream(await super().connect_tcp(*args, **kwargs))


class _ListeningStream(httpcore.AsyncNetworkStream):
    """Reads ahead from the first byte it writes. What is heard before all is written ends the writing.

    httpcore takes the WriteError as what it is, and goes on to read the answer.
    """

    def __init__(self, stream: httpcore.AsyncNetworkStream) -> None:
        self._stream = stream
        self._hearing: asyncio.Task[bytes] | None = None
        self._writing: asyncio.Task[None] | None = None

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        if not buffer:
            return
        hearing = self._hearing = self._hearing or asyncio.ensure_future(self._stream.read(_PIECE))
        if _is_answer(hearing):
            raise httpcore.WriteError("answered before all was sent")
        writing = self._writing = asyncio.ensure_future(self._stream.write(buffer, timeout))
        while not writing.done():
            await asyncio.wait({writing} if hearing.done() else {writing, hearing}, return_when="FIRST_COMPLETED")
            if not writing.done() and _is_answer(hearing):
                # It goes on until the connection is closed: to cut it short would break the reading under TLS as well.
                raise httpcore.WriteError("answered before all was sent")
        if writing.cancelled():
            raise httpcore.WriteError("closed meanwhile")
        writing.result()

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        if self._hearing is None:
            return await self._stream.read(max_bytes, timeout)
        await asyncio.wait({self._hearing}, timeout=timeout)
        if not self._hearing.done():
            raise httpcore.ReadTimeout
        hearing, self._hearing = self._hearing, None
        if hearing.cancelled():
            # By closing the connection: nobody has cancelled whoever waits here.
            raise httpcore.ReadError("closed meanwhile")
        return hearing.result()

    async def aclose(self) -> None:
        tasks = {task for task in (self._hearing, self._writing) if task and not task.done()}
        for task in tasks:
            task.cancel()
        await self._stream.aclose()
        if tasks:
            await asyncio.wait(tasks)

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.AsyncNetworkStream:
        return _ListeningStream(await self._stream.start_tls(ssl_context, server_hostname, timeout))

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _is_answer(hearing: asyncio.Task[bytes]) -> bool:
    """Whether what was heard, be it the end of the connection, is more than a word that the answer is to come."""
    if not hearing.done():
        return False
    return hearing.cancelled() or hearing.exception() is not None or not _TO_COME.match(hearing.result())
