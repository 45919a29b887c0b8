"""A service whose agent runs on Google's Agent Development Kit: its app, its runner, its sessions, its stream.

The agent asks no model; what it does and says is that of `hosted.agent`. The calls beside the agent are the double's.
"""

from __future__ import annotations

import tempfile
import uuid
import warnings
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import httpx
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .backends import HostedDouble, HostedSession
from .hosted import agent
from .hosted.serving import serving

if TYPE_CHECKING:
    from google.adk.events import Event

_APP = "nemo_agent"


@dataclass
class AdkService(HostedDouble):
    """Sessions, with their drafts and uploads, are the kit's; they are asked for over its own calls."""

    app: ASGIApp | None = None

    async def _kit(self, method: str, session: str = "", body: Any = None) -> Any:
        transport = httpx.ASGITransport(self.app)  # type: ignore[arg-type]
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as kit:
            answer = await kit.request(method, f"/apps/{_APP}/users/me/sessions{session and '/'}{session}", json=body)
        return answer.raise_for_status().json()

    async def _session(self) -> dict[str, Any]:
        made = await super()._session()
        await self._kit("POST", body={"session_id": made["session_id"], "state": {"draft": {}, "uploads": []}})
        return made

    async def _uploaded(self, session: HostedSession) -> None:
        uploads = [asdict(upload) for upload in session.uploads]
        await self._kit("PATCH", session.id, {"state_delta": {"uploads": uploads}})

    async def _state(self, session: HostedSession) -> dict[str, Any]:
        session.draft = (await self._kit("GET", session.id))["state"]["draft"]
        return await super()._state(session)

    async def _spoken(self, session: HostedSession, request: Request) -> Response:
        return _Passed(self, await request.body())


class _Passed(Response):
    """A request that the kit's own app answers."""

    def __init__(self, service: AdkService, body: bytes) -> None:
        super().__init__()
        self._service = service
        self._asked = body

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        asked: list[Message] = [{"type": "http.request", "body": self._asked, "more_body": False}]

        async def again() -> Message:
            return asked.pop() if asked else await receive()

        assert self._service.app
        try:
            await self._service.app(scope, again, send)
        finally:
            self._service.frozen -= self._service.cost


@contextmanager
def adk_service() -> Iterator[AdkService]:
    """A running service. Raises AssertionError at its end where requests broke the protocol's rules."""
    with tempfile.TemporaryDirectory() as folder:
        service = AdkService(app=_app(folder))
        with serving(service.answer, ports=2) as (own, films):
            service.url, service.films.url = f"http://127.0.0.1:{own}", f"http://127.0.0.1:{films}"
            yield service
        service.check()


def _app(folder: str) -> ASGIApp:
    with warnings.catch_warnings():
        # The kit warns of its own experimental parts.
        warnings.simplefilter("ignore")
        from google.adk.agents import BaseAgent
        from google.adk.agents.invocation_context import InvocationContext
        from google.adk.cli.fast_api import get_fast_api_app
        from google.adk.cli.utils.base_agent_loader import BaseAgentLoader

        class Editor(BaseAgent):
            """Edits the draft in the state of its session."""

            async def _run_async_impl(self, ctx: InvocationContext) -> AsyncIterator[Event]:
                content = ctx.user_content
                words = " ".join(part.text or "" for part in (content.parts if content else None) or ())
                uploads = [agent.Upload(**fields) for fields in ctx.session.state["uploads"]]
                for event in _events(agent.take_turn(words, ctx.session.state["draft"], uploads)):
                    event.invocation_id = ctx.invocation_id
                    yield event

        class Loader(BaseAgentLoader):
            def load_agent(self, agent_name: str) -> BaseAgent:
                if agent_name != _APP:
                    raise ValueError(agent_name)
                return Editor(name=_APP)

            def list_agents(self) -> list[str]:
                return [_APP]

        memory = "memory://"
        return get_fast_api_app(
            agents_dir=folder, agent_loader=Loader(), session_service_uri=memory, artifact_service_uri=memory,
            memory_service_uri=memory, use_local_storage=False, web=False,
        )  # fmt: skip


def _events(turn: agent.Turn) -> Iterator[Event]:
    from google.adk.events import Event, EventActions
    from google.genai.types import Content, FunctionCall, FunctionResponse, Part

    def event(part: Part, role: str = "model", **more: Any) -> Event:
        return Event(author=_APP, content=Content(role=role, parts=[part]), **more)

    if turn.thought:
        yield event(Part(text=turn.thought, thought=True))
    for name, args in turn.tools:
        identity = f"adk-{uuid.uuid4()}"
        yield event(Part(function_call=FunctionCall(id=identity, name=name, args=args)))
        told = FunctionResponse(id=identity, name=name, response={"status": "success"})
        changed = EventActions(state_delta={"draft": turn.draft})
        yield event(Part(function_response=told), "user", actions=changed)
    for piece in agent.pieces_of(turn.text):
        yield event(Part(text=piece), partial=True)
    if turn.text:
        yield event(Part(text=turn.text), turn_complete=True)
