"""Who may speak to the engine: the right Host, and the right secret."""

from __future__ import annotations

import hmac
import json
from collections.abc import Awaitable, Callable, Collection, MutableMapping
from dataclasses import dataclass
from typing import Any

_Scope = MutableMapping[str, Any]
_Message = MutableMapping[str, Any]
_Receive = Callable[[], Awaitable[_Message]]
_Send = Callable[[_Message], Awaitable[None]]
_App = Callable[[_Scope, _Receive, _Send], Awaitable[None]]

LOOPBACK_NAMES = frozenset({"127.0.0.1", "localhost", "[::1]"})
TOKEN_PATH = "/api/auth/anonymous-token"


def same(given: str, expected: str) -> bool:
    """Compare two secrets in a time that doesn't tell how much of them agrees."""
    return hmac.compare_digest(given.encode(), expected.encode())


def host_name(header: str) -> str:
    """A Host header without its port, in small letters; an IPv6 address keeps its brackets."""
    header = header.strip().lower()
    if header.startswith("["):
        return header.partition("]")[0] + "]"
    return header.partition(":")[0]


@dataclass(frozen=True, repr=False)
class Access:
    """The secret of one engine, who may ask for it, and the names the engine goes by.

    The secret is given to whoever names `client_id`, so that must be a secret itself; None: nobody is given it.

    A page that a browser opened can reach a loopback port under a name of its own (DNS rebinding), so the Host
    header must be one of `names`. No CORS headers are ever sent: no page has business here.
    """

    secret: str
    client_id: str | None = None
    names: Collection[str] = LOOPBACK_NAMES


class Guard:
    """ASGI middleware that lets only the owner of the secret in."""

    def __init__(self, app: _App, access: Access) -> None:
        self._app = app
        self._access = access

    async def __call__(self, scope: _Scope, receive: _Receive, send: _Send) -> None:
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        headers: dict[bytes, bytes] = dict(scope["headers"])
        if host_name(headers.get(b"host", b"").decode("latin-1")) not in self._access.names:
            return await _refuse(send, 403, 403, "This engine answers only to its own address on this machine.")
        if scope["path"] != TOKEN_PATH:
            scheme, _, token = headers.get(b"authorization", b"").decode("latin-1").partition(" ")
            if scheme.lower() != "bearer" or not same(token.strip(), self._access.secret):
                return await _refuse(send, 401, 1001, "The token is missing, wrong or expired.")
        await self._app(scope, receive, send)


async def _refuse(send: _Send, status: int, code: int, message: str) -> None:
    body = json.dumps({"code": code, "message": message, "data": {}}).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
