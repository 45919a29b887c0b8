"""The routes of films: asked for, watched, stopped, fetched."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from .envelope import HEARTBEAT_SECONDS, File, data_line, event_stream, read_json, wrapped
from .jobs import Job, Jobs
from .store import Store

_LOOK_SECONDS = 0.1


class Films:
    """What becomes of drafts."""

    def __init__(self, store: Store, jobs: Jobs) -> None:
        self.store = store
        self.jobs = jobs

    def routes(self) -> list[Route]:
        """Where all of it is found."""
        render = "/api/render/proxy/lambda"
        return [
            Route(render, self.render, methods=["POST"]),
            Route(f"{render}/{{id}}", self.render_status, methods=["GET"]),
            Route(f"{render}/{{id}}", self.render_cancel, methods=["DELETE"]),
            Route(f"{render}/{{id}}/events", self.render_events),
            Route("/api/render/proxy/{id}/download", self.download),
        ]

    async def render(self, request: Request) -> Response:
        """Queue a film."""
        body = await read_json(request)
        output, draft = body.get("output"), body.get("draft")
        job = await run_in_threadpool(
            self.jobs.add,
            str(body.get("id") or ""),
            str(body.get("sessionId") or ""),
            draft if isinstance(draft, dict) else {},
            output if isinstance(output, dict) else {},
        )
        return wrapped({"id": job.id, "status": job.status})

    async def _job(self, request: Request) -> Job:
        job = await run_in_threadpool(self.jobs.look, request.path_params["id"])
        if job is None:
            raise HTTPException(404, "There is no such export here.")
        return job

    async def render_status(self, request: Request) -> Response:
        """How a film stands; this answer has no envelope."""
        return JSONResponse(_status(await self._job(request), request))

    async def render_cancel(self, request: Request) -> Response:
        """Stop a film."""
        job = await self._job(request)
        await run_in_threadpool(self.jobs.cancel, job.id)
        return wrapped({"id": job.id})

    async def render_events(self, request: Request) -> Response:
        """Progress until the film is done."""
        await self._job(request)
        return event_stream(self._progress(request))

    async def _progress(self, request: Request) -> AsyncIterator[str]:
        told: dict[str, Any] = {}
        quiet = 0.0
        while True:
            job = await self._job(request)
            status = _status(job, request)
            if status != told:
                told, quiet = status, 0.0
                yield data_line(status)
            if not job.active:
                return
            await asyncio.sleep(_LOOK_SECONDS)
            quiet += _LOOK_SECONDS
            if quiet >= HEARTBEAT_SECONDS:
                quiet = 0.0
                yield ": heartbeat\n\n"

    async def download(self, request: Request) -> Response:
        """The film; parts of it by Range."""
        job = await self._job(request)
        film = self.store.film(job.id)
        if job.status != "completed" or not film.exists():
            raise HTTPException(404, "This export has no film (yet).")
        return File(film, media_type="video/mp4", filename=f"{job.id}.mp4")


def _status(job: Job, request: Request) -> dict[str, Any]:
    status: dict[str, Any] = {
        "id": job.id, "status": job.status, "frame": job.frame, "frames": job.frames, "stage": job.stage,
    }  # fmt: skip
    if job.status == "completed":
        url = str(request.base_url.replace(path=f"/api/render/proxy/{job.id}/download", query=""))
        status["output"] = {"url": url, **job.film}
    if job.error and not job.active:
        status["error"] = job.error
        status["cancelled"] = job.cancelled
    return status
