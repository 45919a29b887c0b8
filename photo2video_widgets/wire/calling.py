"""How a request is made: the back end found or started, tokens, headers, repeats, errors.

A read that fails is repeated, with growing pauses. What may have been acted on is sent once and never again: an
answer that gets lost is a `ConnectionLostError`, and the session looks at the state instead.
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping
from contextlib import aclosing, asynccontextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from .. import settings, tokens
from ..errors import AuthError, ConnectionLostError, P2VError, RateLimitedError, ServiceError
from ..phrases import say
from ..settings import Timing
from ..tokens import Token
from .answers import code_of, data_of, is_refusal, problem_of
from .stream import StreamDecoder

if TYPE_CHECKING:
    from ..engine.process import Engine
    from .http import Answer, Wire

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
                raise AuthError(say("token-odd"))
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
        return say(self.backend)

    @property
    def place(self) -> str:
        """Which back end this is, as a note on disk says it: another process that is given the same finds the same."""
        return self.backend if self._base_url is None else f"{self.backend} {self._base_url}"

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
            try:
                callback(text)
            except Exception:
                # What is going on here must not end because somebody could not be told of it.
                logging.getLogger(__name__).exception("A listener of notices failed.")

    # What the back end is

    @property
    def is_anonymous(self) -> bool:
        """Whether the back end knows this client by a token of its own giving, and not by an account."""
        return not self._is_users_token

    @property
    def facts(self) -> Mapping[str, Any] | None:
        """What the engine said of itself: name, version, capabilities, accepts, limits. None at the hosted service."""
        return self._facts

    @property
    def is_engine(self) -> bool:
        """Whether the back end is an engine of this package, with edits by hand, undo, previews and progress."""
        return self.backend == "local" or self._facts is not None

    async def _ask_for_facts(self) -> dict[str, Any] | None:
        # What keeps this machine from connecting says nothing of the back end.
        await self._ready()
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
            raise ServiceError(say("no-facts"))
        return None

    # How a request is made

    async def _ready(self) -> Wire:
        """The connection, with an engine at its other end where that is ours to start."""
        from .http import Wire

        if self.backend == "local" and (self._engine is None or not self._engine.alive):
            from ..engine.process import shared

            engine = await asyncio.to_thread(shared, self._data_dir, allow_private_urls=self._allow_private_urls)
            # Two calls may have waited for the same engine.
            if engine is not self._engine:
                self._engine, self._token, self._is_users_token = engine, Token(engine.token), True
                await self.aclose()
        if self._wire is None:
            address = self._engine.base_url if self._engine else self._base_url
            assert address is not None
            self._wire = Wire(address, self.label, timing=self.timing, confined=self.backend == "local")
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
        """A token that this user's engine keeps, that was given to this install earlier, or that is asked for now."""
        own = tokens.of_own_engine(wire.base_url) if self.backend == "custom" else None
        for kept in (own, tokens.given_earlier(wire.base_url)):
            if kept and kept != self._refused:
                return kept
        token = await self._ask_for_token(wire)
        tokens.keep(wire.base_url, token)
        return token

    async def _ask_for_token(self, wire: Wire) -> Token:
        client = settings.client_id()
        for attempt in range(2):
            answer = await wire.request("POST", "/api/auth/anonymous-token", None, headers={"X-Client-Id": client})
            code = code_of(answer.status, answer.json)
            if attempt or code not in (400, 429):
                break
            if code == 400:
                client = settings.new_client_id()
            else:
                # Too early, or another process of this install was first.
                await self._be_patient()
                kept = tokens.given_earlier(wire.base_url)
                if kept and kept != self._refused:
                    return kept
        if code == 429:
            raise RateLimitedError(say("token-weekly"))
        if code == 1001:
            raise AuthError(say("token-wanted", who=self.label))
        token = Token.of(data_of(answer.status, answer.json, ours=False).get("token"))
        if token is None or not token.is_sendable:
            raise AuthError(say("token-missing"))
        return token

    async def _settle(self, code: int, done: set[int], used: Token) -> bool:
        """Whether a refused request is to be made once more, after what its code asks for. It was not acted on.

        `used` is the token that it was made with: by the time it is refused another call may have got a new one.
        """
        if code in done:
            return False
        done.add(code)
        if code == 1001 and not self._is_users_token:
            if used is self._token:
                await self.drop_token()
            return True
        if code == 429:
            await self._be_patient()
            return True
        return False

    async def drop_token(self) -> None:
        """Ask for another anonymous token at the next call: the one there is turned out to be none any more."""
        if self.is_anonymous and self._token:
            self._refused, self._token = self._token, None
            tokens.forget((await self._ready()).base_url, self._refused)

    async def _be_patient(self) -> None:
        self.notify(say("patience", who=self.label, seconds=f"{self.timing.retry:.0f}"))
        await asyncio.sleep(self.timing.retry)

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
                if await self._settle(code, done, token):
                    continue
                if not 500 <= code < 600:
                    return answer
                problem = problem_of(code, answer.json, ours=self.is_engine)
            except ConnectionLostError as lost:
                problem = lost
            failures += 1
            if method != "GET" or failures >= _READS:
                raise problem
            pause = min(self.timing.retry, self.timing.pause * 2 ** (failures - 1))
            await asyncio.sleep(pause * random.uniform(0.5, 1.0))

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
                if isinstance(found, AsyncIterator):
                    async with aclosing(self._read_events(found)) as events:
                        yield events
                    return
                if not is_refusal(found.status, found.json):
                    # A gateway's answer, or a cut one: what stands behind it may have begun to work all the same.
                    raise ConnectionLostError(say("connection-broke", who=self.label))
                code = code_of(found.status, found.json)
                if not await self._settle(code, done, token):
                    raise problem_of(code, found.json, ours=self.is_engine)

    async def _read_events(self, pieces: AsyncIterator[bytes]) -> AsyncGenerator[dict[str, Any] | None, None]:
        decoder = StreamDecoder()
        async for piece in pieces:
            for event in decoder.feed(piece):
                yield event
        for event in decoder.close():
            yield event
        if decoder.skipped:
            self.notify(say("events-skipped", count=decoder.skipped))
