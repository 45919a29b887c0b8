"""Films: asked for, watched while they are made, fetched to disk – also by a later process.

What was asked for is noted beside the engine's data until the film is on disk, so that an export outlives the kernel.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import secrets
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import containers
from .draft import Draft
from .errors import ConnectionLostError, ExportCancelledError, P2VError, RenderError, ServiceError
from .pending import Notes, Pending
from .phrases import say
from .wire.answers import NotReachedError

if TYPE_CHECKING:
    from .video import Video
    from .wire.calls import Calls

_LOOKS = 10
_TRIES = 5
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


OnProgress = Callable[[ExportProgress], None] | None


def new_id() -> str:
    """A fresh id for a film: the time in ms, or the next number where two are made within one."""
    global _last_id
    _last_id = max(_last_id + 1, time.time_ns() // 1_000_000)
    return f"render_{_last_id}"


async def export(client: Calls, session: str, draft: Draft, path: Path, on_progress: OnProgress) -> Video:
    """Make a film of a draft and put it at `path`; what is there already stays until the new one is complete."""
    if not draft.is_exportable:
        raise P2VError(say("nothing-to-export"))
    path = checked(path)
    notes = Notes(client.data_dir)
    earlier = notes.read(path)
    pending = Pending(new_id(), session, client.place, draft.data)
    notes.write(path, pending)
    try:
        await _ask(client, pending)
    except ConnectionLostError:
        # It may be under way: the note stays.
        raise
    except P2VError:
        notes.remove(path, pending)
        if earlier:
            notes.write(path, earlier)
        raise
    except BaseException:
        await _give_up(client, path, pending)
        raise
    if earlier and not client.is_engine:
        client.notify(say("export-superseded", name=path.name))
    return await _finish(client, pending, path, on_progress)


async def resume(client: Calls, path: Path, on_progress: OnProgress) -> Video:
    """Go on with the export to `path` that was left pending. Raises P2VError where there is none."""
    path = checked(path)
    pending = Notes(client.data_dir).read(path)
    if pending is None:
        raise P2VError(say("nothing-pending", name=path.name))
    if pending.back_end != client.place:
        raise P2VError(say("other-back-end", name=path.name, backend=pending.back_end.partition(" ")[0]))
    return await _finish(client, pending, path, on_progress)


async def _finish(client: Calls, pending: Pending, path: Path, on_progress: OnProgress) -> Video:
    """Wait for a film and fetch it. A film that was made stays noted until it is on disk."""
    notes = Notes(client.data_dir)
    try:
        try:
            status = await _made(client, pending, on_progress)
        except ExportCancelledError:
            raise
        except RenderError:
            if client.is_engine or pending.is_second:
                raise
            # The hosted renderer's failures are often passing ones: once more, under a new id.
            pending = replace(pending, id=new_id(), is_second=True)
            notes.write(path, pending)
            await _ask(client, pending)
            status = await _made(client, pending, on_progress)
    except (StillRenderingError, ConnectionLostError):
        raise
    except P2VError as problem:
        if client.is_engine or isinstance(problem, RenderError) or problem.code == 404:
            notes.remove(path, pending)
        raise
    except BaseException:
        await _give_up(client, path, pending)
        raise
    if client.is_engine:
        for line in (status.get("output") or {}).get("lacking", ()):
            client.notify(say("film-lacks", what=str(line)))
    try:
        video = await _fetch(client, pending, status, path)
    except P2VError:
        if client.is_engine:
            notes.remove(path, pending)
        raise
    except BaseException:
        await _give_up(client, path, pending)
        raise
    notes.remove(path, pending)
    return video


def checked(path: Path) -> Path:
    """`path` as an absolute one, if a film can be put there. Raises P2VError, which names no folder."""
    if path.suffix.lower() != ".mp4":
        raise P2VError(say("not-mp4", name=path.name))
    return writable(path)


def writable(path: Path) -> Path:
    """`path` as an absolute one, if a file can be written there. Raises P2VError, which names no folder."""
    path = path.expanduser().absolute()
    if path.is_dir():
        raise P2VError(say("is-folder", name=path.name))
    if not path.parent.is_dir():
        raise P2VError(say("no-folder", name=path.name))
    trial = _part_of(path)
    try:
        # Permissions alone don't tell: the disk may be read-only.
        trial.touch()
        trial.unlink()
    except OSError as problem:
        raise P2VError(say("not-writable", name=path.name, reason=problem.strerror)) from None
    return path


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A file beside `path` to write to: once that is done without an error it is put in place, all of it at once.

    Raises OSError, whatever of `path` there was is still there then.
    """
    part = _part_of(path)
    try:
        yield part
        os.replace(part, path)
    finally:
        # On Windows it can't be removed while another thread still looks at it.
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def _part_of(path: Path) -> Path:
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")


async def _ask(client: Calls, pending: Pending) -> None:
    """Ask for a film, so that it is made once even where the answer gets lost."""
    try:
        await client.render(pending.id, pending.session, pending.draft)
    except NotReachedError:
        raise
    except ServiceError as problem:
        if not _is_open(problem):
            raise
        # It may have been taken on, for all we know.
        try:
            await client.render_status(pending.id)
        except ConnectionLostError:
            raise
        except P2VError:
            if not client.is_engine:
                raise problem from None
            # To an engine the same id is the same film, however often it is asked for.
            await client.render(pending.id, pending.session, pending.draft)


def _is_open(problem: ServiceError) -> bool:
    """Whether a request may have been acted on: its answer was lost, is a gateway's, or says nothing."""
    code = problem.code
    return isinstance(problem, ConnectionLostError) or code is None or 500 <= code < 600


class StillRenderingError(ServiceError):
    """The back end takes longer than we look; `resume_export` picks the film up."""


async def _made(client: Calls, pending: Pending, on_progress: OnProgress) -> dict[str, Any]:
    """Wait until a film is done: its last status."""
    identity = pending.id
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
                raise ExportCancelledError(say("export-stopped"))
            told = status.get("error") if client.is_engine else None
            raise RenderError(str(told or say("render-failed")))
        await asyncio.sleep(client.timing.pause)


async def _watch(client: Calls, identity: str, on_progress: OnProgress) -> dict[str, Any]:
    status: dict[str, Any] = {}
    async with client.render_events(identity) as events:
        async for event in events:
            if event is None:
                continue
            if "code" in event and "status" not in event:
                raise ServiceError(str(event.get("message") or say("export-unknown")), code=404)
            status = event
            _tell(status, on_progress)
    return status


async def _poll(client: Calls, identity: str, on_progress: OnProgress) -> dict[str, Any]:
    unknown: ServiceError | None = None
    for _ in range(_LOOKS):
        try:
            status = await client.render_status(identity)
        except ServiceError as problem:
            # A service may know of a film a while after it has taken it on.
            if problem.code != 404:
                raise
            unknown = problem
        else:
            unknown = None
            _tell(status, on_progress)
            if status.get("status") in ("completed", "failed"):
                return status
        await asyncio.sleep(client.timing.poll)
    raise unknown or StillRenderingError(say("still-rendering"))


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


async def _give_up(client: Calls, path: Path, pending: Pending) -> None:
    """Cancelled, or the callback failed: nobody waits for the film. A service makes it all the same: its note stays."""
    if not client.is_engine:
        return
    with contextlib.suppress(P2VError):
        # The task that asks is being cancelled already; the request itself must get through.
        await asyncio.shield(asyncio.create_task(client.cancel_render(pending.id)))
    Notes(client.data_dir).remove(path, pending)


async def _fetch(client: Calls, pending: Pending, status: dict[str, Any], path: Path) -> Video:
    from .video import Video

    output = status.get("output")
    output = output if isinstance(output, dict) else {}
    urls = [url for url in (output.get("url"), client.film_path(pending.id)) if isinstance(url, str) and url]
    try:
        with replacing(path) as part:
            await _download(client, urls, part)
            film = await asyncio.to_thread(Video.open, part)
    except OSError as problem:
        raise RenderError(say("film-not-written", name=path.name, reason=problem.strerror)) from None
    return replace(film, path=path, draft=Draft(pending.draft))


async def _download(client: Calls, urls: list[str], part: Path) -> None:
    """Fetch the film, from where it broke off if it does; then from its other address."""
    problem: P2VError | None = None
    for url in urls:
        with part.open("wb") as file:
            for attempt in range(_TRIES):
                start = file.tell()
                try:
                    whole = await client.download(url, file, start, lambda count: None)
                    problem = ServiceError(say("film-incomplete"))
                    if file.tell() == whole:
                        file.flush()
                        if await asyncio.to_thread(_is_film, part):
                            return
                        break
                except ConnectionLostError as lost:
                    problem = lost
                except ServiceError as refused:
                    problem = refused
                    break
                if file.tell() == start:
                    await asyncio.sleep(min(client.timing.retry, client.timing.pause * 2**attempt))
    assert problem
    raise problem


def _is_film(part: Path) -> bool:
    """Whether all of an MP4 is there, and not a part of it or a page about it."""
    with part.open("rb") as file:
        return file.read(8)[4:] == b"ftyp" and not containers.ends_early(part)
