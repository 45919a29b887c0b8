"""One method for each call of the protocol."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import IO, TYPE_CHECKING, Any
from urllib.parse import quote

from ..errors import ServiceError
from ..phrases import say
from .answers import code_of, data_of
from .calling import Caller

if TYPE_CHECKING:
    from .http import Answer
    from .parts import Part

AGENT = "nemo_agent"
_ME = f"{AGENT}/me"


class Calls(Caller):
    """What a back end can be asked. Bodies come as they are: unknown keys stay."""

    # Sessions

    async def create_session(self, language: str = "en") -> dict[str, Any]:
        """The ids of a new session: `session_id`, and `task_id` where the back end has one."""
        body = {"task_name": "project", "language": language}
        made = await self._call("POST", f"/api/tasks/me/with-session/{AGENT}", body=body)
        name = made.get("session_id")
        if not isinstance(name, str) or not name.strip():
            raise ServiceError(say("no-session", who=self.label))
        return made

    @asynccontextmanager
    async def run_sse(
        self, session_id: str, text: str
    ) -> AsyncGenerator[AsyncGenerator[dict[str, Any] | None, None], None]:
        """Send the agent a message, once, and read the events of its answer; None stands for a heartbeat."""
        body = {
            "app_name": AGENT,
            "user_id": "me",
            "session_id": session_id,
            "new_message": {"role": "user", "parts": [{"text": text}]},
        }
        async with self._events("POST", "/run_sse", body, self.timing.silence) as events:
            yield events

    async def state(self, session_id: str) -> dict[str, Any]:
        """The state of a session: `draft`, `video_infos`, … and, of an engine, `revision`."""
        data = await self._call("GET", f"/api/state/{_ME}/{_spelt(session_id)}/latest")
        state = data.get("state")
        if not isinstance(state, Mapping):
            raise ServiceError(say("no-state", who=self.label))
        return dict(state)

    async def upload_files(
        self, session_id: str, parts: Sequence[Part], on_bytes: Callable[[int], None] | None = None
    ) -> dict[str, Any]:
        """Send files as one form, read from disk while they go."""
        done: set[int] = set()
        while True:
            wire, token = await self._line()
            answer = await wire.upload(f"/api/upload-video/{_ME}/{_spelt(session_id)}", token, parts, on_bytes)
            code = code_of(answer.status, answer.json)
            if await self._settle(code, done, token):
                continue
            if code and _has_rejected(answer.json):
                return dict(answer.json["data"])
            return data_of(answer.status, answer.json, ours=self.is_engine)

    async def upload_urls(self, session_id: str, urls: Sequence[str]) -> dict[str, Any]:
        """Let the back end fetch files."""
        body = {"urls": list(urls), "source_type": "url"}
        answer = await self._answer("POST", f"/api/upload-video/{_ME}/{_spelt(session_id)}", body=body)
        if _has_rejected(answer.json):
            return dict(answer.json["data"])
        return data_of(answer.status, answer.json, ours=self.is_engine)

    # Accounts

    async def credits(self) -> dict[str, Any]:
        """The balance: `available`, `frozen` (held by running work), `total`; `unlimited` on an engine."""
        return await self._call("GET", "/api/credits/balance/simple")

    async def claim_token(self, session_id: str, task_id: str) -> dict[str, Any]:
        """A token for a link by which a person takes the session over: `claim_token`, `expires_in` (s)."""
        return await self._call("POST", "/api/auth/claim-token", body={"task_id": task_id, "session_id": session_id})

    # Films

    async def render(self, render_id: str, session_id: str, draft: Mapping[str, Any]) -> dict[str, Any]:
        """Ask for a film of a draft."""
        body = {
            "id": render_id, "sessionId": session_id, "draft": draft,
            "output": {"format": "mp4", "quality": "high"},
        }  # fmt: skip
        return await self._call("POST", "/api/render/proxy/lambda", body=body)

    async def render_status(self, render_id: str) -> dict[str, Any]:
        """How a film stands: `status`, `output.url`, `error`. An engine adds `frame`, `frames`, `stage`."""
        answer = await self._answer("GET", f"/api/render/proxy/lambda/{_spelt(render_id)}")
        body = answer.json
        if answer.status < 400 and isinstance(body, Mapping):
            if "status" in body:
                return dict(body)
            inner = body.get("data")
            if not code_of(answer.status, body) and isinstance(inner, Mapping) and "status" in inner:
                return dict(inner)
        data_of(answer.status, body, ours=self.is_engine)
        raise ServiceError(say("no-status", who=self.label))

    @asynccontextmanager
    async def render_events(self, render_id: str) -> AsyncGenerator[AsyncGenerator[dict[str, Any] | None, None], None]:
        """The same, told whenever it changes, until the film is done (engines only)."""
        path = f"/api/render/proxy/lambda/{_spelt(render_id)}/events"
        async with self._events("GET", path, None, self.timing.read) as events:
            yield events

    async def cancel_render(self, render_id: str) -> None:
        """Stop a film (engines only)."""
        await self._call("DELETE", f"/api/render/proxy/lambda/{_spelt(render_id)}")

    async def download(self, url: str, file: IO[bytes], start: int, on_bytes: Callable[[int], None]) -> int:
        """Append what follows `start` of a film to `file`; its whole length in bytes. `url` may be a path."""
        wire, token = await self._line()
        return await wire.download(url, token, file, start, on_bytes)

    def film_path(self, render_id: str) -> str:
        """The other address of a film, for when the first fails."""
        return f"/api/render/proxy/{_spelt(render_id)}/download"

    # What only an engine answers

    async def edits(
        self, session_id: str, base: int, operations: Sequence[Mapping[str, Any]], *, by_hand: bool = False
    ) -> dict[str, Any]:
        """Change the draft: all operations or none. Raises DraftError, StaleRevisionError."""
        body = {"base": base, "operations": list(operations), "origin": "gesture" if by_hand else "code"}
        return await self._call("POST", f"/api/edits/{_ME}/{_spelt(session_id)}", body=body)

    async def undo(self, session_id: str, *, by_hand: bool = False) -> dict[str, Any]:
        """Go back by one change."""
        return await self._step(session_id, "undo", {}, by_hand)

    async def redo(self, session_id: str, *, by_hand: bool = False) -> dict[str, Any]:
        """Go forth again by one change."""
        return await self._step(session_id, "redo", {}, by_hand)

    async def restore(
        self, session_id: str, revision: int, base: int | None = None, *, by_hand: bool = False
    ) -> dict[str, Any]:
        """Make an earlier revision the present one. Raises StaleRevisionError where `base` is given and old."""
        body = {"revision": revision} if base is None else {"revision": revision, "base": base}
        return await self._step(session_id, "restore", body, by_hand)

    async def _step(self, session_id: str, step: str, body: dict[str, Any], by_hand: bool) -> dict[str, Any]:
        body["origin"] = "gesture" if by_hand else "code"
        return await self._call("POST", f"/api/edits/{_ME}/{_spelt(session_id)}/{step}", body=body)

    async def revisions(self, session_id: str) -> list[dict[str, Any]]:
        """The history, oldest first: `revision`, `time` (ms since 1970), `origin`, `words`, `changes`."""
        data = await self._call("GET", f"/api/revisions/{_ME}/{_spelt(session_id)}")
        found = data.get("revisions")
        return [dict(entry) for entry in found if isinstance(entry, Mapping)] if isinstance(found, list) else []

    async def revision(self, session_id: str, revision: int) -> dict[str, Any]:
        """The draft of one revision, as JSON."""
        data = await self._call("GET", f"/api/revisions/{_ME}/{_spelt(session_id)}/{revision}")
        draft = data.get("draft")
        return dict(draft) if isinstance(draft, Mapping) else {}

    async def thumbnail(self, asset: str, width: int, time: int = 0) -> bytes:
        """A JPEG of an upload, of a clip at `time` ms, `width` px wide at most. `asset`: its `asset:<sha256>`."""
        query = {"w": str(width), "t": str(time)}
        return (await self._file(f"/api/assets/{_sha256(asset)}", query=query)).content

    async def peaks(self, asset: str) -> dict[str, Any]:
        """The waveform of an upload: `peaks` (0 to 1, evenly spaced) and `duration` (ms)."""
        return await self._call("GET", f"/api/assets/{_sha256(asset)}/peaks")

    async def tune_peaks(self, mood: str, seed: int, seconds: int) -> dict[str, Any]:
        """The waveform of a built-in tune, as of an upload; no `peaks` where it is too long to be written just so."""
        query = {"seed": str(seed), "seconds": str(seconds)}
        return await self._call("GET", f"/api/assets/music/{_spelt(mood)}/peaks", query=query)

    async def text_bitmap(self, segment: Mapping[str, Any], width: int, height: int) -> tuple[bytes, int, int]:
        """A text segment as PNG with alpha, and where its upper left corner lies in a frame of that size (px)."""
        body = {"segment": segment, "width": width, "height": height}
        answer = await self._file("/api/assets/text", body=body)
        return answer.content, int(answer.headers.get("x-left", 0)), int(answer.headers.get("x-top", 0))

    async def soundtrack(self, draft: Mapping[str, Any]) -> bytes:
        """The sound of a draft as MP3, once it has been mixed."""
        while True:
            answer = await self._answer("POST", "/api/assets/sound", body={"draft": draft})
            if answer.json is None and answer.status == 200:
                return answer.content
            if data_of(answer.status, answer.json, ours=self.is_engine).get("status") != "pending":
                raise ServiceError(say("no-picture", who=self.label))

    async def _file(self, path: str, *, query: Mapping[str, str] | None = None, body: Any = None) -> Answer:
        answer = await self._answer("POST" if body else "GET", path, query=query, body=body)
        if answer.json is not None or answer.status != 200:
            data_of(answer.status, answer.json, ours=self.is_engine)
            raise ServiceError(say("no-picture", who=self.label))
        return answer


def _sha256(asset: str) -> str:
    return _spelt(asset.removeprefix("asset:"))


def _spelt(name: str) -> str:
    """A name as one part of a path, whatever it holds."""
    return quote(name, safe="", errors="replace")


def _has_rejected(body: Any) -> bool:
    return isinstance(body, Mapping) and isinstance(body.get("data"), Mapping) and bool(body["data"].get("rejected"))
