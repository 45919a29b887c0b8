"""The routes of a session: photos in, words in, the draft and its changes."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import AsyncIterator, Awaitable
from typing import Any, TypeVar

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from photo2video_widgets.draft import Draft
from photo2video_widgets.errors import DraftError, P2VError

from . import agent, uploads
from .envelope import HEARTBEAT_SECONDS, data_line, event_stream, read_json, whole, wrapped
from .store import Revision, Store

T = TypeVar("T")


class Conversation:
    """What is said and done in sessions."""

    def __init__(self, store: Store, allow_private_urls: bool) -> None:
        self.store = store
        self._allow_private_urls = allow_private_urls
        # The loop holds tasks weakly only; a turn whose client went away must still end.
        self._tasks: set[asyncio.Task[Any]] = set()

    def routes(self) -> list[Route]:
        """Where all of it is found."""
        me = f"{agent.APP_NAME}/me/{{session}}"
        return [
            Route(f"/api/tasks/me/with-session/{agent.APP_NAME}", self.new_session, methods=["POST"]),
            Route("/run_sse", self.run_sse, methods=["POST"]),
            Route(f"/api/upload-video/{me}", self.upload, methods=["POST"]),
            Route(f"/api/state/{me}/latest", self.state),
            Route(f"/api/edits/{me}", self.edits, methods=["POST"]),
            Route(f"/api/edits/{me}/{{step}}", self.step, methods=["POST"]),
            Route(f"/api/revisions/{me}", self.revisions),
            Route(f"/api/revisions/{me}/{{revision:int}}", self.revision),
        ]

    async def new_session(self, request: Request) -> Response:
        """A session with an empty draft."""
        body = await read_json(request)
        language = str(body.get("language") or "")
        task, session = await run_in_threadpool(self.store.create_session, language)
        self._task(run_in_threadpool(agent.get_ready, language))
        return wrapped({"task_id": task, "session_id": session})

    async def upload(self, request: Request) -> Response:
        """Files of a form, or a list of addresses."""
        session = request.path_params["session"]
        await run_in_threadpool(self.store.language, session)
        if request.headers.get("content-type", "").startswith("application/json"):
            body = await read_json(request)
            urls = body.get("urls")
            if not isinstance(urls, list) or not urls or not all(isinstance(url, str) for url in urls):
                raise DraftError("urls", "must be a list of addresses")
            arrivals = [
                await run_in_threadpool(uploads.fetch, self.store, url, allow_loopback=self._allow_private_urls)
                for url in urls
            ]
        else:
            arrivals = await uploads.receive(request.stream(), request.headers.get("content-type", ""), self.store)
            if not arrivals:
                raise P2VError("There is no file in the field named files.", code=4000)
        answer = await run_in_threadpool(uploads.admit, self.store, session, arrivals)
        if not answer["files"]:
            first = answer["rejected"][0]
            return JSONResponse({"code": first["code"], "message": first["message"], "data": answer})
        return wrapped(answer)

    async def state(self, request: Request) -> Response:
        """The draft and all that belongs to it."""
        return wrapped(await run_in_threadpool(self._state, request.path_params["session"]))

    def _state(self, session: str) -> dict[str, Any]:
        present = self.store.current(session)
        draft = Draft(present.draft)
        canvas = {"width": draft.width, "height": draft.height, "fps": draft.fps}
        return {
            "state": {
                "draft": present.draft,
                "revision": present.revision,
                "video_infos": self.store.uploads(session),
                "generated_media": [],
                "canvas_config": canvas,
                "can_undo": present.back is not None,
                "can_redo": present.ahead is not None,
            }
        }

    async def run_sse(self, request: Request) -> Response:
        """One turn with the agent."""
        body = await read_json(request)
        session = str(body.get("session_id") or "")
        message = body.get("new_message")
        parts = message.get("parts") if isinstance(message, dict) else None
        words = " ".join(
            part["text"] for part in parts or () if isinstance(part, dict) and isinstance(part.get("text"), str)
        ).strip()
        if not words:
            raise DraftError("new_message.parts[0].text", "must hold the words for the agent")
        await run_in_threadpool(self.store.language, session)
        turn = self._task(run_in_threadpool(agent.take_turn, self.store, session, words))
        return event_stream(self._turn_events(turn))

    async def _turn_events(self, turn: asyncio.Task[agent.Answer]) -> AsyncIterator[str]:
        yield ": working\n\n"
        while not turn.done():
            await asyncio.wait({turn}, timeout=HEARTBEAT_SECONDS)
            if not turn.done():
                yield ": heartbeat\n\n"
        problem = turn.exception()
        if problem is not None:
            if not isinstance(problem, P2VError):
                traceback.print_exception(problem)
            told = (
                problem.message if isinstance(problem, P2VError) else "The agent failed unexpectedly; nothing changed."
            )
            yield data_line({"error": told})
            return
        for event in agent.events(turn.result()):
            yield data_line(event)

    def _task(self, work: Awaitable[T]) -> asyncio.Task[T]:
        task = asyncio.ensure_future(work)
        assert isinstance(task, asyncio.Task)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    # The draft

    async def edits(self, request: Request) -> Response:
        """A change by hand or by code."""
        body = await read_json(request)
        base = whole(body, "base")
        return wrapped(await run_in_threadpool(self._edit, request.path_params["session"], base, body))

    def _edit(self, session: str, base: int, body: dict[str, Any]) -> dict[str, Any]:
        from photo2video_widgets import edits

        present = self.store.current(session)
        before = Draft(present.draft)
        after, changes = before, []
        if base == present.revision:
            after = edits.apply(before, edits.from_json(body.get("operations")))
            if after == before:
                return {"revision": present.revision, "draft": present.draft, "changes": []}
            changes = before.diff(after, self.store.language(session) or "en")
        fresh = self.store.change(session, base, after.data, _origin(body), "", changes)
        return _changed(fresh)

    async def step(self, request: Request) -> Response:
        """Undo, redo, or go back to an earlier state."""
        kind = request.path_params["step"]
        if kind not in ("undo", "redo", "restore"):
            raise HTTPException(404)
        body = await read_json(request)
        return wrapped(await run_in_threadpool(self._step, request.path_params["session"], kind, body))

    def _step(self, session: str, kind: str, body: dict[str, Any]) -> dict[str, Any]:
        base = whole(body, "base") if "base" in body else None
        present = self.store.current(session)
        before = Draft(present.draft)
        language = self.store.language(session) or "en"
        if kind == "restore":
            target = Draft(self.store.revision(session, whole(body, "revision")).draft)
            fresh = self.store.change(
                session,
                present.revision if base is None else base,
                target.data,
                _origin(body),
                "",
                before.diff(target, language),
            )
            return _changed(fresh)
        direction = -1 if kind == "undo" else 1
        goal = present.back if direction < 0 else present.ahead
        changes = [] if goal is None else before.diff(Draft(self.store.revision(session, goal).draft), language)
        stepped = self.store.step(
            session, direction, present.revision if base is None else base, _origin(body), "", changes
        )
        if stepped is None:
            raise P2VError(f"There is nothing to {kind}.", code=4000)
        return _changed(stepped)

    async def revisions(self, request: Request) -> Response:
        """The history of the draft."""
        found = await run_in_threadpool(self.store.history, request.path_params["session"])
        return wrapped({"revisions": found, "revision": found[-1]["revision"]})

    async def revision(self, request: Request) -> Response:
        """The draft as it was at one revision."""
        session, number = request.path_params["session"], request.path_params["revision"]
        entry = await run_in_threadpool(self.store.revision, session, number)
        return wrapped({"revision": entry.revision, "draft": entry.draft})


def _origin(body: dict[str, Any]) -> str:
    return "gesture" if body.get("origin") == "gesture" else "code"


def _changed(revision: Revision) -> dict[str, Any]:
    return {"revision": revision.revision, "draft": revision.draft, "changes": revision.changes}
