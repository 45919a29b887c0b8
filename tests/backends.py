"""Back ends that tests make: a double of the hosted service, strict about what it is asked and able to go wrong.

    with hosted_double() as hosted:                                # real HTTP on two ports of loopback
        hosted.on["POST", "/run_sse"] = cut(hosted.usual)           # from now on
        hosted.once("GET", "/api/state", failing(503), times=3)     # for a while, then as usual
        hosted.credits = 0; hosted.expire(); hosted.films.trouble = "forbidden"; …

A request that the protocol doesn't allow makes the test fail at its end, unless the test says `hosted.expect(rule)`.
"""

from __future__ import annotations

import hashlib
import json
import re
import uuid
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any
from urllib.parse import unquote, urlsplit

from starlette.datastructures import UploadFile
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from .hosted import agent, rules
from .hosted.agent import Upload
from .hosted.answers import (
    Answer,
    bad,
    before_the_body,
    break_off,
    cut,
    error_page,
    failing,
    garbled,
    hang,
    hang_up,
    heartbeats,
    ok,
    redirecting,
    refuse_midway,
    refusing,
    reset,
    stream,
    trickled,
)
from .hosted.films import Films, tiny_film
from .hosted.rules import Seen
from .hosted.serving import serving

__all__ = [
    "Answer", "HostedDouble", "Seen", "bad", "before_the_body", "break_off", "cut", "error_page", "failing", "garbled",
    "hang", "hang_up", "heartbeats", "hosted_double", "ok", "redirecting", "refuse_midway", "refusing", "reset",
    "stream", "tiny_film", "trickled",
]  # fmt: skip

ACCEPTED = "mp4 mov avi webm mkv jpg png gif webp mp3 wav m4a aac".split()


@dataclass
class HostedSession:
    """One conversation."""

    id: str
    task: str
    draft: dict[str, Any] = field(default_factory=dict)
    uploads: list[Upload] = field(default_factory=list)
    canvas: dict[str, Any] = field(default_factory=dict)
    # How many looks at the state it takes until the service goes on by itself.
    stage_in: int | None = None


@dataclass
class HostedDouble:
    """Speaks the hosted part of the protocol. `on[(method, path prefix)]` replaces an answer.

    What a test sets: `credits` and what a turn costs (`cost`); `exports_free`, False for a plan without export;
    `users`, the tokens of registered users; `refusal_status`, the HTTP status of code 1001; `most_bytes` of a file;
    `stage_after`, how many looks at the state it takes until music and title come by themselves (None: they don't);
    `full_drafts`, True for drafts with ids, starts and sources.
    """

    url: str = ""
    seen: list[Seen] = field(default_factory=list)
    on: dict[tuple[str, str], Answer] = field(default_factory=dict)
    # Not in the repr either.
    users: set[str] = field(default_factory=lambda: {"mine", "nmv_usr_env", "nmv_usr_hidden"}, repr=False)
    credits: int = 100
    cost: int = 5
    frozen: int = 0
    exports_free: bool = True
    refusal_status: int = 401
    most_bytes: int = 200 << 20
    stage_after: int | None = None
    full_drafts: bool = False
    films: Films = field(default_factory=Films)
    sessions: dict[str, HostedSession] = field(default_factory=dict)
    tokens: int = 0
    violations: list[tuple[str, str]] = field(default_factory=list)
    _given: dict[str, str] = field(default_factory=dict, repr=False)
    _once: list[tuple[str, str, Answer]] = field(default_factory=list)
    _expected: set[str] = field(default_factory=set)
    _first_draft: dict[str, Any] = field(default_factory=dict)

    # What tests do with it

    @property
    def draft(self) -> dict[str, Any]:
        """The draft of the newest session; setting it changes that of every session, and of those to come."""
        return [*self.sessions.values()][-1].draft if self.sessions else self._first_draft

    @draft.setter
    def draft(self, draft: dict[str, Any]) -> None:
        self._first_draft = draft
        for session in self.sessions.values():
            session.draft = draft

    def once(self, method: str, prefix: str, answer: Answer, *, times: int = 1) -> None:
        """Replace the next answer, or the next few; they are used in the order they were given."""
        self._once += [(method, prefix, answer)] * times

    def asked(self, path: str) -> list[Seen]:
        """The requests to paths that begin so."""
        return [seen for seen in self.seen if seen.path.startswith(path)]

    def expire(self, *tokens: str) -> None:
        """Let tokens expire, by default all that were given away: their clients may ask for new ones."""
        for token in tokens or [*self._given]:
            self._given.pop(token, None)
            self.users.discard(token)

    def forget_sessions(self) -> None:
        """Know no session any more."""
        self.sessions.clear()

    def expect(self, *names: str) -> None:
        """Say that requests of this test break a rule of `hosted.rules`; it fails where none does."""
        self._expected.update(names)

    def check(self) -> None:
        """Raise AssertionError where requests broke a rule that they were not expected to, or the other way round.

        What was broken and expected so far is forgotten by that.
        """
        if leaks := self.films.leaks():
            self.violations.append(("origin", f"The address of a film was told {', '.join(sorted(leaks))}."))
        odd = [text for rule, text in self.violations if rule not in self._expected]
        missing = self._expected - {rule for rule, _ in self.violations}
        self.violations.clear()
        self._expected.clear()
        self.films.seen.clear()
        assert not odd, "Requests that the hosted service doesn't allow:\n" + "\n".join(odd)
        assert not missing, f"Expected, but all requests kept to it: {', '.join(missing)}"

    # How a request is answered

    async def answer(self, request: Request) -> Response:
        """The answer to any request."""
        if str(request.base_url).rstrip("/") == self.films.url:
            return await self.films.answer(request)
        own = self._own_answer(request.method, request.url.path)
        waits = not getattr(own, "reads_body", False)
        try:
            body = await request.body() if waits else b""
        except ClientDisconnect:
            return Response()
        seen = Seen(request.method, request.url.path, dict(request.headers), body, request.url.query)
        self.seen.append(seen)
        for rule, text in rules.broken_rules(seen, waits):
            self._violation(rule, f"{seen.method} {seen.path} {text}")
        response = await (own or self.usual)(request)
        if b'"code":1001' in getattr(response, "body", b""):
            # Also where a test wrote the answer: a token that was refused is none any more.
            self.expire(seen.token)
        return response

    def _own_answer(self, method: str, path: str) -> Answer | None:
        for place, (wanted, prefix, own) in enumerate(self._once):
            if method == wanted and path.startswith(prefix):
                del self._once[place]
                return own
        return next(
            (own for (wanted, prefix), own in self.on.items() if method == wanted and path.startswith(prefix)), None
        )

    def _violation(self, rule: str, text: str) -> None:
        self.violations.append((rule, f"{rule}: {text}"))

    async def usual(self, request: Request) -> Response:
        """What the service answers where nothing goes wrong."""
        name, found = rules.call_of(request.method, request.url.path)
        seen = Seen(request.method, request.url.path, dict(request.headers), await request.body())
        if not name and not seen.path.startswith("/api"):
            return JSONResponse({"detail": "Not Found"}, 404)
        if name == "token":
            return self._token(seen.headers.get("x-client-id", ""))
        if seen.token not in self.users and seen.token not in self._given:
            return bad(1001, self.refusal_status)
        if any(rule == "body" for rule, _ in rules.broken_rules(seen, has_body=True)):
            return bad(4000)
        match name:
            case "credits":
                return ok(available=self.credits, frozen=self.frozen, total=self.credits + self.frozen)
            case "status":
                return self.films.status(found["render"], self.url)
            case "download":
                return self.films.download(found["render"], request)
            case "session":
                return ok(**await self._session())
            case "render":
                return self._render(seen)
            case "" | "engine":
                return JSONResponse({"detail": "Not Found"}, 404)
        session = self.sessions.get(unquote(found.get("session", "")) or _field(seen.body, "session_id"))
        if session is None:
            return bad(1002)
        match name:
            case "claim":
                return bad(1002) if _field(seen.body, "task_id") != session.task else ok(**_claim())
            case "state":
                return ok(state=await self._state(session))
            case "upload":
                return await self._upload(session, request)
            case _:
                return await self._turn(session, request)

    def _token(self, client: str) -> Response:
        if not client:
            return bad(400, 400)
        if client in self._given.values():
            return bad(429, 429)
        self.tokens += 1
        token = f"nmv_usr_{self.tokens}"
        self._given[token] = client
        return ok(token=token, credits=100)

    async def _session(self) -> dict[str, Any]:
        session = HostedSession(f"session-{uuid.uuid4()}", f"task-{uuid.uuid4()}", self._first_draft)
        self.sessions[session.id] = session
        return {"task_id": session.task, "session_id": session.id, "bind_id": f"bind-{session.task[5:]}"}

    async def _state(self, session: HostedSession) -> dict[str, Any]:
        if session.stage_in is not None:
            session.stage_in -= 1
            if session.stage_in < 0:
                session.stage_in = None
                session.draft = agent.second_stage(session.draft, session.uploads, full=self.full_drafts)
        return {
            "draft": session.draft,
            "video_infos": [upload.info for upload in session.uploads],
            "generated_media": [],
            "canvas_config": session.canvas,
            "bind_id": f"bind-{session.task[5:]}",
        }

    async def _upload(self, session: HostedSession, request: Request) -> Response:
        if request.headers.get("content-type", "").startswith("application/json"):
            urls = (await request.json()).get("urls") or []
            found = [(PurePath(unquote(urlsplit(url).path)).name or "file", url.encode()) for url in urls]
        else:
            async with request.form() as form:
                fields = form.multi_items()
                if not fields or any(key != "files" or not isinstance(file, UploadFile) for key, file in fields):
                    self._violation("body", "an upload has other fields than files")
                    return bad(4000)
                found = [(str(file.filename), await file.read()) for _, file in fields if isinstance(file, UploadFile)]
        if any(PurePath(name).suffix.lower().lstrip(".") not in ACCEPTED for name, _ in found):
            return bad(4001)
        if any(len(content) > self.most_bytes for _, content in found):
            return bad(4002)
        added = [Upload(name, f"asset:{hashlib.sha256(content).hexdigest()}") for name, content in found]
        session.uploads += added
        await self._uploaded(session)
        return ok(items=[upload.info for upload in added])

    async def _uploaded(self, session: HostedSession) -> None:
        """Files have come in."""

    async def _turn(self, session: HostedSession, request: Request) -> Response:
        if self.credits < self.cost:
            return bad(2001)
        self.credits, self.frozen = self.credits - self.cost, self.frozen + self.cost
        return await self._spoken(session, request)

    async def _spoken(self, session: HostedSession, request: Request) -> Response:
        words = " ".join(part["text"] for part in (await request.json())["new_message"]["parts"])
        turn = agent.take_turn(words, session.draft, session.uploads, full=self.full_drafts)
        session.draft = turn.draft
        if turn.size:
            session.canvas = dict(zip(("width", "height"), turn.size, strict=True))
        if turn.made:
            session.stage_in = self.stage_after
        return StreamingResponse(self._paid(stream(*agent.events_of(turn))), media_type="text/event-stream")

    async def _paid(self, told: Response) -> AsyncIterator[str]:
        """The events of a turn; what it costs is held until its end."""
        assert isinstance(told, StreamingResponse)
        try:
            async for piece in told.body_iterator:
                yield str(piece)
        finally:
            self.frozen -= self.cost

    def _render(self, seen: Seen) -> Response:
        if not rules.has_attribution(seen.headers) or not self.exports_free:
            return bad(402)
        body = seen.json
        if body.get("sessionId") not in self.sessions:
            return bad(1002)
        if not re.fullmatch(r"render_\d{13}", body["id"]):
            self._violation("render", f"{body['id']} is no render_<ms>")
            return bad(4000)
        if body["id"] in self.films.asked_for:
            self._violation("render", "the same id a second time")
            return bad(4000)
        if not any(track.get("sg") for track in body["draft"].get("t") or []):
            self._violation("render", "a draft without any segment")
            return bad(4000)
        self.films.add(body)
        return ok()


def _field(body: bytes, key: str) -> str:
    try:
        return str(json.loads(body)[key])
    except (ValueError, KeyError, TypeError):
        return ""


def _claim() -> dict[str, Any]:
    return {"claim_token": "clm_1/2", "expires_in": 600}


@contextmanager
def hosted_double() -> Iterator[HostedDouble]:
    """A running double of the hosted service. Raises AssertionError at its end where requests broke its rules."""
    double = HostedDouble()
    with serving(double.answer, ports=2) as (service, films):
        double.url, double.films.url = f"http://127.0.0.1:{service}", f"http://127.0.0.1:{films}"
        yield double
    double.check()
