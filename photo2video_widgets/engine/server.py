"""The engine as a server: accounts that aren't any, the routes of the other modules, one port."""

from __future__ import annotations

import errno
import socket
import sqlite3
import sys
import threading
from collections.abc import Callable, Collection
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from photo2video_widgets import __version__, photos, settings
from photo2video_widgets.errors import P2VError

from .access import LOOPBACK_NAMES, TOKEN_PATH, Access, Guard, same
from .assets import Assets
from .conversation import Conversation
from .envelope import HANDLERS, failed, reason, wrapped
from .films import Films
from .jobs import Jobs
from .store import Store

FREE_CREDITS = 1_000_000
CAPABILITIES = (
    "edits",
    "undo",
    "revisions",
    "assets",
    "peaks",
    "text",
    "sound",
    "render-events",
    "render-cancel",
    "range",
)
_SEVEN_DAYS = 7 * 86_400


def application(store: Store, jobs: Jobs, access: Access, allow_private_urls: bool) -> Starlette:
    """The ASGI application."""
    return Starlette(
        routes=[
            *Accounts(access).routes(),
            *Conversation(store, allow_private_urls).routes(),
            *Assets(store, jobs.resolve).routes(),
            *Films(store, jobs).routes(),
        ],
        middleware=[Middleware(Guard, access=access)],
        exception_handlers=HANDLERS,
    )


class Accounts:
    """Whose engine this is and what it can do."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def routes(self) -> list[Route]:
        """Where all of it is found."""
        return [
            Route(TOKEN_PATH, self.anonymous_token, methods=["POST"]),
            Route("/api/auth/claim-token", self.claim_token, methods=["POST"]),
            Route("/api/credits/balance/simple", self.credits),
            Route("/api/engine", self.engine),
        ]

    async def anonymous_token(self, request: Request) -> Response:
        """The secret, for whoever knows the id that the engine's parent made for the purpose."""
        given = request.headers.get("x-client-id", "").strip()
        if not given:
            raise P2VError("The X-Client-Id header is missing.", code=400)
        if self._access.client_id is None or not same(given, self._access.client_id):
            return failed(P2VError("This engine gives you no token: send the one that it runs with.", code=1001), 401)
        return wrapped({"token": self._access.secret, "credits": FREE_CREDITS, "expires_in": _SEVEN_DAYS})

    async def claim_token(self, request: Request) -> Response:
        """There is nothing to claim where there is no account."""
        raise P2VError("Films made on this machine belong to no account: there is nothing to claim.", code=404)

    async def credits(self, request: Request) -> Response:
        """A balance that never ends."""
        return wrapped({"available": FREE_CREDITS, "frozen": 0, "total": FREE_CREDITS, "unlimited": True})

    async def engine(self, request: Request) -> Response:
        """What this engine is and can do."""
        return wrapped(
            {
                "name": "photo2video_widgets",
                "version": __version__,
                "capabilities": list(CAPABILITIES),
                "accepts": [suffix.lstrip(".") for suffix in photos.accepted],
                "limits": {"max_bytes": photos.MAX_BYTES, "max_width": 1920, "max_height": 1920},
            }
        )


class EngineServer:
    """The engine as a running server: the store, the renders and the routes on one port."""

    def __init__(
        self,
        data_dir: Path,
        *,
        secret: str,
        client_id: str | None = None,
        host: str = "127.0.0.1",
        port: int = 0,
        names: Collection[str] = LOOPBACK_NAMES,
        allow_private_urls: bool = False,
        dead_after: float = 5.0,
    ) -> None:
        self._socket = listen(host, port)
        try:
            self._store = Store(data_dir)
        except BaseException:
            self._socket.close()
            raise
        self._jobs = Jobs(self._store, dead_after)
        app = application(self._store, self._jobs, Access(secret, client_id, names), allow_private_urls)
        config = uvicorn.Config(
            app, loop="asyncio", http="h11", ws="none", lifespan="off", log_config=None, access_log=False,
            # Longer than any client keeps a connection, so that none is closed under a request.
            timeout_keep_alive=75, timeout_graceful_shutdown=1, server_header=False,
        )  # fmt: skip
        self._server = _Server(config)

    def stop(self) -> None:
        """Ask the server to end; may be called from any thread."""
        self._server.should_exit = True

    def run(self, on_ready: Callable[[int], None]) -> None:
        """Serve until told to stop. `on_ready` gets the port once requests are answered."""

        def ready() -> None:
            on_ready(self._socket.getsockname()[1])
            threading.Thread(target=_warm_up, name="p2v-warm-up", daemon=True).start()

        self._server.on_ready = ready
        try:
            self._server.run([self._socket])
        finally:
            self._jobs.close()
            self._store.close()


def _warm_up() -> None:
    """Load what the first message and the first title need, its fonts too, while nobody waits for it."""
    from photo2video_widgets import director  # noqa: F401

    from .preview import text

    text({"id": "", "s": 0, "d": 1, "m": {"text": "A film"}}, 640, 360)


def listen(host: str, port: int) -> socket.socket:
    """A socket that takes connections; port 0 is a free one. Raises P2VError."""
    # asyncio turns Nagle's algorithm off only where the protocol is named, which `socket.create_server` doesn't do;
    # with it on, every answer takes 40 ms.
    listening = socket.socket(
        socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP
    )
    try:
        if sys.platform != "win32":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(128)
    except (OSError, OverflowError) as problem:
        listening.close()
        taken = isinstance(problem, OSError) and problem.errno == errno.EADDRINUSE
        why = "is taken" if taken else f"can't be used ({getattr(problem, 'strerror', problem)})"
        raise P2VError(f"Port {port} {why}. Use --port with another one, or with 0 for any free one.") from None
    return listening


class _Server(uvicorn.Server):
    on_ready: Callable[[], None] | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.on_ready:
            self.on_ready()


def serve(host: str, port: int, data_dir: Path | None = None, token: str | None = None) -> None:
    """Serve in the foreground until interrupted, on a loopback address.

    `token` is what clients must bring, by default NEMO_TOKEN, else a random one. That is made once and kept in the file
    `engine_token` in the config folder (P2V_CONFIG_DIR, else the user's), readable by its owner only: there a client of
    the same user on the same machine finds it when it is given a loopback address. Nobody is given it over the wire.
    Raises P2VError, also where the port is taken.
    """
    if host not in ("127.0.0.1", "localhost", "::1"):
        raise P2VError(f"{host}: the engine answers on this machine only. Use 127.0.0.1, localhost or ::1.")
    try:
        engine = EngineServer(
            settings.data_folder(data_dir),
            secret=token or settings.user_token() or settings.engine_token(),
            host=host,
            port=port,
        )
    except (OSError, sqlite3.Error) as problem:
        raise P2VError(reason(problem)) from None
    shown = f"[{host}]" if ":" in host else host
    engine.run(lambda bound: print(f"photo2video engine on http://{shown}:{bound}", file=sys.stderr, flush=True))
