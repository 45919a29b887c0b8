"""How a request is made: the back end found or started, tokens, headers, repeats, errors.

A read that fails is repeated, with growing pauses. What may have been acted on is sent once and never again: an
answer that gets lost is a `ConnectionLostError`, and the session looks at the state instead.
"""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import aclosing, asynccontextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from . import settings, tokens
from .answers import code_of, data_of, problem_of
from .errors import AuthError, ConnectionLostError, P2VError, RateLimitedError, ServiceError
from .settings import Timing
from .tokens import Token

if TYPE_CHECKING:
    from .engine.process import Engine
    from .wire import Answer, Wire

_READS = 4


class Caller:
    """Requests to one back end: with the right headers, and repeated where that does no harm."""

    # Also one whose making failed has a repr: tracebacks with variables ask for it.
    backend: str = ""
    _wire: Wire | None = None

    def __init__(
        self,
        backend: str | None = None,
        *,
        base_url: str | None = None,
        token: str | Token | None = None,
        timing: Timing = Timing(),  # noqa: B008  (frozen)
        data_dir: str | Path | None = None,
        allow_private_urls: bool = False,
    ) -> None:
        token = Token.of(token)
        if backend is None:
            backend = "nemo" if settings.user_token() or base_url else "local"
        is_url = backend.lower().startswith(("http://", "https://"))
        if backend not in ("local", "nemo") and not is_url:
            raise P2VError(f'backend={backend[:60]!r}: say "local", "nemo" or an address that begins with http(s)://.')
        if is_url and base_url:
            raise P2VError("Give the address as backend or as base_url, not as both.")
        self.backend = "custom" if is_url else backend
        self.timing = timing
        # A local client knows no address but its engine's.
        self._base_url: str | None = None
        self._token: Token | None = None
        if backend != "local":
            self._base_url = tokens.checked(backend if is_url else base_url or settings.api_url())
            self._token = token or tokens.of_user(self._base_url)
            if self._token and not self._token.is_sendable:
                raise AuthError("The token holds characters that no token has. Set NEMO_TOKEN to a valid one.")
        self._is_users_token = self._token is not None
        self._refused: Token | None = None
        self._data_dir = data_dir
        self._allow_private_urls = allow_private_urls
        self._engine: Engine | None = None
        self._facts: dict[str, Any] | None = None
        self._asked_for_facts = False
        self._listeners: list[Callable[[str], object]] = []
        self._renewing = asyncio.Lock()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self.label}, {'open' if self._wire else 'closed'}>"

    @property
    def label(self) -> str:
        """The back end's name for people."""
        return {"local": "the local engine", "nemo": "NemoVideo"}.get(self.backend, "the back end")

    @property
    def data_dir(self) -> Path:
        """Where the local engine, and what is remembered of unfinished exports, are kept."""
        return settings.data_folder(self._data_dir)

    async def open(self) -> Self:
        """Start or reach the back end and learn what it can do. Raises P2VError."""
        if self._wire is None or not self._asked_for_facts:
            try:
                self._facts = await self._ask_for_facts()
                self._asked_for_facts = True
            except BaseException:
                await self.aclose()
                raise
        return self

    async def aclose(self) -> None:
        """Close the connections. The local engine stays until its process ends: others may use it.

        A later call opens one again, to the same back end.
        """
        wire, self._wire = self._wire, None
        if wire:
            await wire.close()

    async def __aenter__(self) -> Self:
        return await self.open()

    async def __aexit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    def on_notice(self, callback: Callable[[str], object]) -> Callable[[], None]:
        """Let `callback` hear what a user should know meanwhile; what is returned ends that."""
        self._listeners.append(callback)
        return lambda: self._listeners.remove(callback) if callback in self._listeners else None

    def notify(self, text: str) -> None:
        """Tell every listener."""
        for callback in list(self._listeners):
            callback(text)

    # What the back end is

    @property
    def facts(self) -> Mapping[str, Any] | None:
        """What the engine said of itself: name, version, capabilities, accepts, limits. None at the hosted service."""
        return self._facts

    @property
    def is_engine(self) -> bool:
        """Whether the back end is an engine of this package, with edits by hand, undo, previews and progress."""
        return self.backend == "local" or self._facts is not None

    async def _ask_for_facts(self) -> dict[str, Any] | None:
        try:
            facts = await self._call("GET", "/api/engine")
        except (AuthError, RateLimitedError, ConnectionLostError):
            raise
        except P2VError:
            if self.backend == "local":
                raise
            return None
        if isinstance(facts.get("capabilities"), list):
            return facts
        if self.backend == "local":
            raise ServiceError("The local engine doesn't say what it can do. Restart the kernel.")
        return None

    # How a request is made

    async def _ready(self) -> Wire:
        """The connection, with an engine at its other end where that is ours to start."""
        from .wire import Wire

        if self.backend == "local" and (self._engine is None or not self._engine.alive):
            from .engine.process import shared

            engine = await asyncio.to_thread(shared, self._data_dir, allow_private_urls=self._allow_private_urls)
            # Two calls may have waited for the same engine.
            if engine is not self._engine:
                self._engine, self._token, self._is_users_token = engine, Token(engine.token), True
                await self.aclose()
        if self._wire is None:
            address = self._engine.base_url if self._engine else self._base_url
            assert address is not None
            self._wire = Wire(address, self.label, confined=self.backend == "local")
        return self._wire

    async def _line(self) -> tuple[Wire, Token]:
        """The connection and the token for it."""
        wire = await self._ready()
        if self._token is None:
            async with self._renewing:
                if self._token is None:
                    self._token = await self._find_token(wire)
        return wire, self._token

    async def _find_token(self, wire: Wire) -> Token:
        kept = tokens.of_own_engine(wire.base_url) if self.backend == "custom" else None
        return kept if kept and kept != self._refused else await self._ask_for_token(wire)

    async def _ask_for_token(self, wire: Wire) -> Token:
        headers = {"X-Client-Id": settings.client_id()}
        for attempt in range(2):
            answer = await wire.request("POST", "/api/auth/anonymous-token", None, headers=headers)
            code = code_of(answer.status, answer.json)
            if attempt == 0 and code in (400, 429):
                # 400: the id was not accepted as sent; 429: too early.
                await asyncio.sleep(self.timing.retry if code == 429 else 0)
                continue
            break
        if code == 429:
            raise RateLimitedError(
                "The service gives one free token a week to each install, and this one has had its own. "
                "Set NEMO_TOKEN to a token of your account."
            )
        if code == 1001:
            raise AuthError(f"{self.label} asks for a token. Give it as token=…, or set NEMO_TOKEN.")
        token = Token.of(data_of(answer.status, answer.json, ours=False).get("token"))
        if token is None or not token.is_sendable:
            raise AuthError("The service gave no token. Set NEMO_TOKEN to a token of your account.")
        return token

    async def _settle(self, code: int, done: set[int]) -> bool:
        """Whether a refused request is to be made once more, after what its code asks for. It was not acted on."""
        if code in done:
            return False
        done.add(code)
        if code == 1001 and not self._is_users_token:
            self._refused, self._token = self._token, None
            return True
        if code == 429:
            self.notify(f"{self.label} asks for patience: trying again in {self.timing.retry:.0f} s.")
            await asyncio.sleep(self.timing.retry)
            return True
        return False

    async def _answer(
        self, method: str, path: str, *, body: Any = None, query: Mapping[str, str] | None = None
    ) -> Answer:
        """One request, repeated where that does no harm."""
        done: set[int] = set()
        failures = 0
        while True:
            problem: P2VError
            try:
                wire, token = await self._line()
                answer = await wire.request(method, path, token, body=body, query=query)
                code = code_of(answer.status, answer.json)
                if await self._settle(code, done):
                    continue
                if not 500 <= code < 600:
                    return answer
                problem = problem_of(code, answer.json, ours=self.is_engine)
            except ConnectionLostError as lost:
                problem = lost
            failures += 1
            if method != "GET" or failures >= _READS:
                raise problem
            await asyncio.sleep(min(self.timing.retry, 0.25 * 2**failures) * random.uniform(0.5, 1.0))

    async def _call(
        self, method: str, path: str, *, body: Any = None, query: Mapping[str, str] | None = None
    ) -> dict[str, Any]:
        answer = await self._answer(method, path, body=body, query=query)
        return data_of(answer.status, answer.json, ours=self.is_engine)

    @asynccontextmanager
    async def _events(
        self, method: str, path: str, body: Any, silence: float
    ) -> AsyncGenerator[AsyncGenerator[dict[str, Any] | None, None], None]:
        """The events of a stream; None stands for a heartbeat."""
        done: set[int] = set()
        while True:
            wire, token = await self._line()
            async with wire.stream(method, path, token, body=body, silence=silence) as found:
                if hasattr(found, "__aiter__"):
                    async with aclosing(_read_events(found)) as events:
                        yield events
                    return
                code = code_of(found.status, found.json)
                if not await self._settle(code, done):
                    data_of(found.status, found.json, ours=self.is_engine)
                    raise ServiceError(f"{self.label} answered with something else than a stream of events.")


async def _read_events(lines: Any) -> AsyncGenerator[dict[str, Any] | None, None]:
    async for line in lines:
        try:
            event = json.loads(line) if line else None
        except ValueError:
            event = None
        yield event if isinstance(event, dict) else None
