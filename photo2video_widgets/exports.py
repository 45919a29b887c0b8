"""Films: asked for, watched while they are made, fetched to disk – also by a later process.

What was asked for is noted beside the engine's data until the film is on disk, so that an export outlives the kernel.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import secrets
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .answers import NotReachedError
from .draft import Draft
from .errors import ConnectionLostError, ExportCancelledError, P2VError, RenderError, ServiceError

if TYPE_CHECKING:
    from .calls import Calls
    from .video import Video

_LOOKS = 10
_TRIES = 5
_FIRST_PAUSE = 0.2
_last_id = 0


@dataclass(frozen=True)
class ExportProgress:
    """How far a film is: `frame` of `frames` (0 of 0 where the back end doesn't say) in a stage such as "pictures"."""

    frame: int
    frames: int
    stage: str

    @property
    def part(self) -> float:
        """How much of it is done, 0 to 1."""
        return self.frame / self.frames if self.frames else 0.0


@dataclass(frozen=True)
class _Pending:
    """An export on its way, as it is noted on disk."""

    id: str
    session: str
    backend: str
    duration: int
    width: int
    height: int


OnProgress = Callable[[ExportProgress], None] | None


def new_id() -> str:
    """A fresh id for a film: the time in ms, or the next number where two are made within one."""
    global _last_id
    _last_id = max(_last_id + 1, time.time_ns() // 1_000_000)
    return f"render_{_last_id}"


async def export(client: Calls, session: str, draft: Draft, path: Path, on_progress: OnProgress) -> Video:
    """Make a film of a draft and put it at `path`; what is there already stays until the new one is complete."""
    if not draft.is_exportable:
        raise P2VError("There is nothing to export yet: add photos and ask for a film first.")
    path = checked(path)
    pending = _Pending(new_id(), session, client.backend, draft.duration, draft.width, draft.height)
    _note(client, path, pending)
    try:
        await _ask(client, pending, draft)
        try:
            status = await _follow(client, pending.id, on_progress)
        except RenderError:
            if client.is_engine:
                raise
            # The hosted renderer's failures are often passing ones: once more, under a new id.
            pending = _Pending(new_id(), session, client.backend, draft.duration, draft.width, draft.height)
            _note(client, path, pending)
            await _ask(client, pending, draft)
            status = await _follow(client, pending.id, on_progress)
        return await _fetch(client, pending, status, path)
    except (_StillRendering, ConnectionLostError):
        raise
    except P2VError:
        _forget(client, path)
        raise
    except BaseException:
        # Cancelled, or the callback failed: nobody waits for this film any more.
        await _cancel(client, pending.id)
        _forget(client, path)
        raise


async def resume(client: Calls, path: Path, on_progress: OnProgress) -> Video:
    """Go on with the export to `path` that was left pending. Raises P2VError where there is none."""
    path = checked(path)
    try:
        pending = _Pending(**json.loads(_place(client, path).read_bytes()))
    except (OSError, ValueError, TypeError):
        raise P2VError(f"{path.name}: no export to this file is pending. Export again.") from None
    try:
        return await _fetch(client, pending, await _follow(client, pending.id, on_progress), path)
    except RenderError:
        _forget(client, path)
        raise


def checked(path: Path) -> Path:
    """`path` as an absolute one, if a film can be put there. Raises P2VError, which names no folder."""
    if path.suffix.lower() != ".mp4":
        raise P2VError(f"{path.name}: films are MP4, so the name must end in .mp4")
    return writable(path)


def writable(path: Path) -> Path:
    """`path` as an absolute one, if a file can be written there. Raises P2VError, which names no folder."""
    path = path.expanduser().absolute()
    if path.is_dir():
        raise P2VError(f"{path.name}: there is a folder of this name already; choose another name")
    if not path.parent.is_dir():
        raise P2VError(f"{path.name}: the folder it should go to doesn't exist; make it first")
    trial = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        # Permissions alone don't tell: the disk may be read-only.
        trial.touch()
        trial.unlink()
    except OSError as problem:
        raise P2VError(f"{path.name}: the folder it should go to can't be written ({problem.strerror})") from None
    return path


async def _ask(client: Calls, pending: _Pending, draft: Draft) -> None:
    """Ask for a film, so that it is made once even where the answer gets lost."""
    try:
        await client.render(pending.id, pending.session, draft.data)
    except NotReachedError:
        raise
    except ConnectionLostError:
        try:
            await client.render_status(pending.id)
        except ConnectionLostError:
            raise
        except P2VError:
            if not client.is_engine:
                raise
            # To an engine the same id is the same film, however often it is asked for.
            await client.render(pending.id, pending.session, draft.data)


class _StillRendering(ServiceError):
    """The back end takes longer than we look."""


async def _follow(client: Calls, identity: str, on_progress: OnProgress) -> dict[str, Any]:
    """Wait until a film is done: its last status."""
    while True:
        try:
            status = await (_watch if client.is_engine else _poll)(client, identity, on_progress)
        except ConnectionLostError:
            # An engine that died is started again by the next read, and goes on with the film.
            status = await client.render_status(identity)
        if status.get("status") == "completed":
            return status
        if status.get("status") == "failed":
            if status.get("cancelled"):
                raise ExportCancelledError("The export was stopped.")
            told = status.get("error") if client.is_engine else None
            raise RenderError(str(told or "The film could not be made. Export again."))
        await asyncio.sleep(_FIRST_PAUSE)


async def _watch(client: Calls, identity: str, on_progress: OnProgress) -> dict[str, Any]:
    status: dict[str, Any] = {}
    async with client.render_events(identity) as events:
        async for event in events:
            if event is None:
                continue
            if "code" in event and "status" not in event:
                raise ServiceError(str(event.get("message") or "The engine doesn't know this export."))
            status = event
            _tell(status, on_progress)
    return status


async def _poll(client: Calls, identity: str, on_progress: OnProgress) -> dict[str, Any]:
    for _ in range(_LOOKS):
        status = await client.render_status(identity)
        _tell(status, on_progress)
        if status.get("status") in ("completed", "failed"):
            return status
        await asyncio.sleep(client.timing.poll)
    raise _StillRendering("The film is still being made. Fetch it later with resume_export and the same path.")


def _tell(status: dict[str, Any], on_progress: OnProgress) -> None:
    if on_progress:
        frame, frames, stage = status.get("frame"), status.get("frames"), status.get("stage")
        on_progress(
            ExportProgress(
                frame if isinstance(frame, int) else 0,
                frames if isinstance(frames, int) else 0,
                stage if isinstance(stage, str) and stage else str(status.get("status") or "pending"),
            )
        )


async def _cancel(client: Calls, identity: str) -> None:
    if not client.is_engine:
        return
    try:
        # The task that asks is being cancelled already; the request itself must get through.
        await asyncio.shield(asyncio.create_task(client.cancel_render(identity)))
    except P2VError:
        pass


async def _fetch(client: Calls, pending: _Pending, status: dict[str, Any], path: Path) -> Video:
    from .video import Video

    output = status.get("output")
    output = output if isinstance(output, dict) else {}
    urls = [url for url in (output.get("url"), client.film_path(pending.id)) if isinstance(url, str) and url]
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        size = await _download(client, urls, draft)
        os.replace(draft, path)
    except OSError as problem:
        raise RenderError(f"{path.name}: the film can't be written ({problem.strerror}).") from None
    finally:
        draft.unlink(missing_ok=True)
    _forget(client, path)
    duration = output.get("duration")
    return Video(
        path,
        float(duration) if isinstance(duration, int | float) else pending.duration / 1000,
        _whole(output.get("width"), pending.width),
        _whole(output.get("height"), pending.height),
        size,
    )


async def _download(client: Calls, urls: list[str], draft: Path) -> int:
    """Fetch the film, from where it broke off if it does; then from its other address. Its length in bytes."""
    problem: P2VError | None = None
    for url in urls:
        with draft.open("wb") as file:
            for attempt in range(_TRIES):
                start = file.tell()
                try:
                    whole = await client.download(url, file, start, lambda count: None)
                    if file.tell() == whole and whole:
                        return whole
                    problem = ServiceError("The film came incomplete. Export again.")
                except ConnectionLostError as lost:
                    problem = lost
                except ServiceError as refused:
                    problem = refused
                    break
                if file.tell() == start:
                    await asyncio.sleep(min(client.timing.retry, _FIRST_PAUSE * 2**attempt))
    assert problem
    raise problem


def _whole(value: Any, default: int) -> int:
    return value if isinstance(value, int) else default


def _place(client: Calls, path: Path) -> Path:
    name = hashlib.sha256(str(path).encode()).hexdigest()[:32]
    return client.data_dir / "exports" / f"{name}.json"


def _note(client: Calls, path: Path, pending: _Pending) -> None:
    place = _place(client, path)
    try:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        place.write_text(json.dumps(asdict(pending)), "utf-8")
    except OSError:
        # A read-only home costs the resuming, not the film.
        return


def _forget(client: Calls, path: Path) -> None:
    try:
        _place(client, path).unlink(missing_ok=True)
    except OSError:
        return
