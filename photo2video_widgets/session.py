"""One conversation: photos in, words in, a draft, a film out."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator, Mapping
from contextlib import aclosing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from . import exports, settings, turns
from .answers import NotReachedError
from .calls import Calls
from .draft import Draft
from .errors import (
    ConnectionLostError,
    DraftError,
    P2VError,
    ServiceError,
    SessionNotFoundError,
    StaleRevisionError,
)
from .events import ErrorEvent, Event, TextEvent, TurnReader
from .exports import ExportProgress
from .handover import OnUpload, hand_over, refusal
from .watching import Changed, Exported, ExportStarted, TurnStarted, Uploaded, Watched

if TYPE_CHECKING:
    from .operations import Operation
    from .video import Video

_GENERATION_SECONDS = 300.0


@dataclass(frozen=True)
class Reply:
    """An answer: `text` for people, `changes` of the draft (one line each), the `action` taken, the `draft` after it.

    `video` is the film where the action made one.
    """

    text: str
    changes: list[str]
    action: str
    draft: Draft
    video: Video | None = None

    def __str__(self) -> str:
        return self.text

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        # As the last value of a cell it reads as what was said.
        printer.text(self.text or repr(self))


class Session(Watched):
    """A conversation with a back end; made by `client.new_session()`.

    Messages are answered one at a time: a second `send` waits for the first. The methods belong to the client's loop.
    """

    def __init__(self, client: Calls, made: Mapping[str, Any], language: str) -> None:
        super().__init__()
        self.client = client
        self.language = language
        self.id = str(made["session_id"])
        self._task_id = str(made.get("task_id") or "")
        self._bind = str(made.get("bind") or made.get("bind_id") or "")
        self._turn = asyncio.Lock()
        self._tasks: list[asyncio.Task[Any]] = []
        # Films on their way: their names are taken, though nothing is there yet.
        self._making: list[Path] = []
        self._draft = Draft()
        self._revision = 0
        self._can_undo = self._can_redo = False
        self._uploads: list[dict[str, Any]] = []
        # Edits by hand that a service which takes words only doesn't know of, on top of its own last draft.
        self._by_hand: list[Operation] = []
        self._undone: list[Operation] = []

    def __repr__(self) -> str:
        return f"<Session with {self.client.label}, revision {self._revision}>"

    @property
    def revision(self) -> int:
        """The revision of the draft as this session last saw it; 0 before the first change."""
        return self._revision

    @property
    def can_undo(self) -> bool:
        """Whether `undo` has something to do, as last seen."""
        return bool(self._by_hand) or self._can_undo

    @property
    def can_redo(self) -> bool:
        """Whether `redo` has something to do, as last seen."""
        return bool(self._undone) or self._can_redo

    @property
    def uploads(self) -> list[dict[str, Any]]:
        """What was handed over, in order: `name`, `asset`, `kind`, `width`, `height`, `duration` (ms or None), …"""
        return [dict(item) for item in self._uploads]

    # The draft

    async def draft(self) -> Draft:
        """The draft as it is now."""
        state = await self.client.state(self.id)
        data = state.get("draft")
        self._see(data if isinstance(data, Mapping) else {}, state.get("revision"))
        self._can_undo, self._can_redo = state.get("can_undo") is True, state.get("can_redo") is True
        infos = state.get("video_infos")
        if isinstance(infos, list):
            self._uploads = [dict(item) for item in infos if isinstance(item, Mapping)]
        self._bind = str(state.get("bind") or state.get("bind_id") or self._bind)
        return self._with_hand_edits()

    def _see(self, data: Mapping[str, Any], revision: Any) -> None:
        fresh = Draft(data)
        if isinstance(revision, int):
            self._revision = revision
        elif fresh != self._draft:
            self._revision += 1
        self._draft = fresh

    def _with_hand_edits(self) -> Draft:
        draft = self._draft
        lost = []
        for operation in self._by_hand:
            try:
                draft = operation(draft)
            except DraftError:
                lost.append(operation)
        if lost:
            self._by_hand = [operation for operation in self._by_hand if operation not in lost]
            names = ", ".join(str(operation.to_json()["op"]) for operation in lost)
            self.client.notify(f"These edits by hand no longer fit the draft and were dropped: {names}.")
        return draft

    async def summary(self) -> str:
        """The tracks of the draft, in words."""
        return str(await self.draft())

    async def edit(self, *operations: Operation, base: int | None = None, by_hand: bool = False) -> Reply:
        """Change the draft: all operations as one change, or none. Raises DraftError, StaleRevisionError.

        `base` is the revision that the operations were made for, by default the last one that this session saw.
        """
        if not self.client.is_engine:
            from . import edits

            before = self._with_hand_edits()
            after = edits.apply(before, operations)
            self._by_hand += operations
            self._undone.clear()
            return self._edited(before, after)
        try:
            told = await self.client.edits(
                self.id,
                self._revision if base is None else base,
                [item.to_json() for item in operations],
                by_hand=by_hand,
            )
        except StaleRevisionError:
            # What this session knows is old: the next edit is made on what there is.
            await self.draft()
            raise
        return await self._changed(told)

    async def undo(self, *, by_hand: bool = False) -> Reply:
        """Take back the last change. Raises P2VError where there is none."""
        return await self._step(-1, by_hand)

    async def redo(self, *, by_hand: bool = False) -> Reply:
        """Make the change again that was taken back last. Raises P2VError where there is none."""
        return await self._step(1, by_hand)

    async def _step(self, direction: int, by_hand: bool) -> Reply:
        if self.client.is_engine:
            step = self.client.undo if direction < 0 else self.client.redo
            return await self._changed(await step(self.id, by_hand=by_hand))
        source, target = (self._by_hand, self._undone) if direction < 0 else (self._undone, self._by_hand)
        if not source:
            raise P2VError(
                f"There is no edit by hand to {'undo' if direction < 0 else 'redo'}. What the service did itself "
                "can only be taken back in words: say so in a message."
            )
        before = self._with_hand_edits()
        target.append(source.pop())
        return self._edited(before, self._with_hand_edits())

    def _edited(self, before: Draft, after: Draft) -> Reply:
        changes = before.diff(after, self.language)
        self._happened(Changed(tuple(changes)))
        return Reply("", changes, "edit", after)

    async def restore(self, revision: int) -> Reply:
        """Make an earlier revision the present one; the history keeps what came after it (engines only)."""
        return await self._changed(await self.client.restore(self.id, revision))

    async def revisions(self) -> list[dict[str, Any]]:
        """The history of the draft, oldest first (engines only)."""
        return await self.client.revisions(self.id)

    async def _changed(self, told: Mapping[str, Any]) -> Reply:
        changes = told.get("changes")
        lines = [str(line) for line in changes] if isinstance(changes, list) else []
        await self.draft()
        self._happened(Changed(tuple(lines)))
        return Reply("\n".join(lines), lines, "edit", self._draft)

    # Photos

    async def upload(
        self, items: object, on_progress: OnUpload = None, *, skip_bad: bool = False
    ) -> list[dict[str, Any]]:
        """Hand over photos, clips and sounds: paths, folders, patterns, addresses, pictures, arrays, figures.

        The order is kept. Returns the facts of the files that were taken. Raises UnsupportedFileError or
        FileTooLargeError for the files that can't be used, after all others have been sent; with `skip_bad` that is
        a notice instead, unless nothing at all could be used.
        """
        result = await hand_over(self.client, self.id, items, on_progress)
        await self.draft()
        self._happened(Uploaded())
        if result.rejected:
            problem = refusal(result.rejected, len(result.files))
            if not skip_bad or not result.files:
                raise problem
            self.client.notify(problem.message)
        return result.files

    async def thumbnail(self, asset: str, width: int) -> bytes:
        """A JPEG of an upload, `width` px wide at most (engines only)."""
        return await self.client.thumbnail(asset, width)

    # Words

    async def send(self, text: str, on_event: Callable[[Event], None] | None = None) -> Reply:
        """Send a message to the agent and wait for the whole answer. `on_event` hears each event of it.

        Raises ServiceError where the agent failed, ConnectionLostError where the answer was lost for good.
        """
        with self._at_work(), self._shown(TurnStarted(text)):
            return await self._collect(text, on_event)

    async def _collect(self, text: str, on_event: Callable[[Event], object] | None) -> Reply:
        reply, failure = Reply("", [], "edit", self._draft), ""
        async with aclosing(self._answer_to(text)) as events:
            async for event in events:
                if isinstance(event, Reply):
                    reply = event
                    continue
                if isinstance(event, ErrorEvent):
                    failure = event.message
                if on_event:
                    on_event(event)
        if failure:
            raise ServiceError(failure)
        return reply

    @contextmanager
    def _at_work(self) -> Iterator[None]:
        task = asyncio.current_task()
        assert task
        self._tasks.append(task)
        try:
            yield
        finally:
            self._tasks.remove(task)

    async def cancel(self) -> None:
        """Stop what this session is doing: the message that is being answered, the film that is being made.

        Whoever waits for it gets a CancelledError. What the agent has already done stays; `undo` takes it back.
        """
        tasks = [task for task in self._tasks if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)

    async def stream(self, text: str) -> AsyncGenerator[Event, None]:
        """Send a message to the agent and read its answer event by event. The message is sent once, always."""
        with self._shown(TurnStarted(text)):
            async with aclosing(self._answer_to(text)) as events:
                async for event in events:
                    if not isinstance(event, Reply):
                        yield event

    async def _answer_to(self, text: str) -> AsyncGenerator[Event | Reply, None]:
        """The events of one turn and, last, the reply. Turns are taken in the order they were asked for."""
        if not text.strip():
            raise P2VError("The message is empty: say what to do with the photos.")
        from .director import language_of

        async with self._turn:
            self.language = language_of(text) or self.language
            before = await self.draft()
            reader = TurnReader(self.client.is_engine)
            try:
                async with aclosing(turns.read(self.client, self.id, text, reader)) as events:
                    async for event in events:
                        self._happened(event)
                        yield event
            except SessionNotFoundError:
                await self._start_anew()
                raise SessionNotFoundError(
                    "The session is gone, and its timeline with it. A new one is started: upload the photos again."
                ) from None
            except NotReachedError:
                raise
            except ConnectionLostError:
                async with aclosing(turns.recover(self.client, self.draft, before)) as notices:
                    async for notice in notices:
                        self._happened(notice)
                        yield notice
            after = await self.draft()
            changes = before.diff(after, self.language)
            spoken = reader.text
            if not spoken and not reader.failed:
                # The service often edits without a word: what changed is the answer then.
                spoken = "\n".join(changes) or (
                    "没有改动。" if self.language.startswith("zh") else "Nothing was changed."
                )
                self._happened(TextEvent(spoken))
                yield TextEvent(spoken)
            if changes:
                self._happened(Changed(tuple(changes)))
            yield Reply(spoken, changes, "edit", after)

    async def _start_anew(self) -> None:
        made = await self.client.create_session(self.language)
        self.id, self._task_id = str(made["session_id"]), str(made.get("task_id") or "")
        self._draft, self._revision, self._uploads = Draft(), 0, []
        self._by_hand, self._undone = [], []

    async def say(
        self, text: str, *, path: str | Path | None = None, on_event: Callable[[Event], None] | None = None,
        on_progress: Callable[[ExportProgress], None] | None = None,
    ) -> Reply:  # fmt: skip
        """Do what a user's words ask for: export, balance, tracks or upload need no agent, all else is sent to it.

        An export goes to `path`, else to a new file in the working folder.
        """
        from . import director

        reply: Reply | None = None
        with self._at_work(), self._shown(TurnStarted(text)):
            for action in director.route(text):
                if action == "edit":
                    reply = await self._collect(text, on_event)
                elif action == "export":
                    video = await self.export(path or await self.free_name(), on_progress=on_progress)
                    reply = self._answered(action, f"The film is ready: {video.path.name}.", reply, video)
                elif action == "credits":
                    reply = self._answered(action, balance_in_words(await self.credits()))
                elif action == "status":
                    reply = self._answered(action, await self.summary())
                elif action == "upload":
                    words = "Hand over photos with session.upload([…]), or drop them on the panel."
                    reply = self._answered(action, words)
        return reply or Reply("", [], "none", self._draft)

    def _answered(self, action: str, text: str, before: Reply | None = None, video: Video | None = None) -> Reply:
        self._happened(TextEvent(text))
        whole = "\n".join([before.text, text]) if before and before.text else text
        return Reply(whole, before.changes if before else [], action, self._draft, video)

    async def free_name(self) -> Path:
        """A name for a film, in the working folder, that is still free."""
        name = (await self.draft()).name
        # "project" is what every draft is called that nobody has named.
        stem = "" if name == "project" else "".join(letter for letter in name if letter.isalnum() or letter in " -_")
        for number in range(1, 10_000):
            path = Path(f"{stem.strip() or 'film'}{f'-{number}' if number > 1 else ''}.mp4")
            if not path.exists() and path.absolute() not in self._making:
                return path
        raise P2VError("Say where the film should go: export(path).")

    async def later_reports(self, within: float = _GENERATION_SECONDS) -> list[str]:
        """What the service adds by itself after its answer (music, title, effects), one line each.

        Looks until something changed and then stays the same for two looks, `within` seconds at most. An engine adds
        nothing by itself: the list is empty at once.
        """
        if self.client.is_engine:
            return []
        before = last = self._draft
        quiet, waited = 0, 0.0
        while waited < within and quiet < 2:
            await asyncio.sleep(self.client.timing.poll)
            waited += self.client.timing.poll
            await self.draft()
            quiet = quiet + 1 if self._draft == last and last != before else 0
            last = self._draft
        return before.diff(last, self.language)

    # Films and accounts

    async def export(self, path: str | Path, on_progress: Callable[[ExportProgress], None] | None = None) -> Video:
        """Make the film of the present draft and put it at `path`, which is replaced only once the film is complete.

        Cancelling the task that waits cancels the film too. Raises RenderError, ExportCancelledError, PlanError.
        """

        def watched(progress: ExportProgress) -> None:
            self._happened(progress)
            if on_progress:
                on_progress(progress)

        target = Path(path).absolute()
        self._making.append(target)
        try:
            return await self._make_film(path, watched)
        finally:
            self._making.remove(target)

    async def _make_film(self, path: str | Path, watched: Callable[[ExportProgress], None]) -> Video:
        with self._at_work(), self._shown(ExportStarted()):
            video = await exports.export(self.client, self.id, await self.draft(), Path(path), watched)
            self._happened(Exported(video))
            return video

    async def resume_export(
        self, path: str | Path, on_progress: Callable[[ExportProgress], None] | None = None
    ) -> Video:
        """Go on with an export to `path` that was left pending."""
        return await exports.resume(self.client, Path(path), on_progress)

    async def credits(self) -> dict[str, Any]:
        """The balance: `available`, `frozen`, `total`."""
        return await self.client.credits()

    async def claim_link(self) -> str:
        """A link by which a person takes this session over into an account. It holds no token with rights."""
        told = await self.client.claim_token(self.id, self._task_id)
        token = told.get("claim_token")
        if not isinstance(token, str) or not token:
            raise ServiceError("The service gave no link. Try again later.")
        return f"{settings.web_url()}/workspace/claim?ct={quote(token, safe='')}"


def balance_in_words(balance: Mapping[str, Any]) -> str:
    """The balance as a sentence."""
    if balance.get("unlimited"):
        return "Films made on this machine are free: no credits are needed."
    frozen = f", {balance['frozen']} held by running work" if balance.get("frozen") else ""
    return f"{balance.get('available', '?')} of {balance.get('total', '?')} credits are available{frozen}."
