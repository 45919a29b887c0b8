"""One conversation: photos in, words in, a draft, a film out."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Collection, Iterator, Mapping
from contextlib import aclosing, asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from . import exports, phrases, settings, turns
from .draft import Draft
from .errors import (
    ConnectionLostError,
    NoCreditsError,
    P2VError,
    ServiceError,
    SessionNotFoundError,
    StaleRevisionError,
)
from .events import ErrorEvent, Event, NoticeEvent, TextEvent, TurnReader
from .exports import ExportProgress
from .hosted.handedits import HandEdits
from .phrases import say
from .upload.handover import OnUpload, hand_over, refusal
from .upload.handover import Uploaded as HandedOver
from .upload.keeping import Sent
from .watching import Changed, Exported, ExportStarted, TurnStarted, Uploaded, Watched
from .wire.answers import NotReachedError
from .wire.calls import Calls

if TYPE_CHECKING:
    from .operations import Operation
    from .video import Video


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

    def __init__(self, client: Calls, *, id: str = "", language: str = "") -> None:
        super().__init__()
        self.client = client
        self.id = id
        """Its id at the back end; empty until it is needed there for the first time."""
        self.language = language
        """The language of the conversation, as in "en" or "zh"; empty until the first words or photos."""
        self._task_id = ""
        self._bind = ""
        self._beginning = asyncio.Lock()
        self._turn = asyncio.Lock()
        self._turns = 0
        self._tasks: list[asyncio.Task[Any]] = []
        # Films on their way: their names are taken, though nothing is there yet.
        self._making: list[Path] = []
        self._forget()

    def _forget(self) -> None:
        """Know nothing of a timeline."""
        self._draft = Draft()
        self._revision = 0
        self._can_undo = self._can_redo = False
        self._uploads: list[dict[str, Any]] = []
        # What went to a service from here, so that its drafts can be rendered here too.
        self._sent: list[Sent] = []
        self._produced: dict[str, Any] = {}
        self._by_hand = HandEdits()

    def __repr__(self) -> str:
        return f"<Session with {self.client.label}, revision {self._revision}>"

    # Where it begins

    async def begin(self) -> None:
        """Make the session at the back end, where that has not been done, in the language of the conversation."""
        async with self._beginning:
            self.language = self.language or phrases.of_host()
            phrases.speak(self.language)
            if not self.id:
                self._begun(await self.client.create_session(self.language))

    def _begun(self, made: Mapping[str, Any]) -> None:
        self.id, self._task_id = str(made["session_id"]), str(made.get("task_id") or "")
        self._bind = _bind_id(made) or self.id

    @asynccontextmanager
    async def _alive(self) -> AsyncIterator[None]:
        """Begins where that is still to be done. A session that the back end has lost is replaced, and that is told."""
        await self.begin()
        known = self.id
        try:
            yield
        except SessionNotFoundError:
            if self.id == known:
                self._begun(await self.client.create_session(self.language))
                self._forget()
            raise SessionNotFoundError(say("session-anew")) from None

    @property
    def revision(self) -> int:
        """The revision of the draft as this session last saw it; 0 before the first change."""
        return self._revision

    @property
    def can_undo(self) -> bool:
        """Whether `undo` has something to do, as last seen."""
        return self._by_hand.can_undo or self._can_undo

    @property
    def can_redo(self) -> bool:
        """Whether `redo` has something to do, as last seen."""
        return self._by_hand.can_redo or self._can_redo

    @property
    def uploads(self) -> list[dict[str, Any]]:
        """What was handed over, in order: `name`, `asset`, `kind`, `width`, `height`, `duration` (ms or None), …"""
        return [dict(item) for item in self._uploads]

    # The draft

    async def draft(self) -> Draft:
        """The draft as it is now, with the edits by hand that the service doesn't know of."""
        async with self._alive():
            return await self.look()

    async def look(self) -> Draft:
        state = await self.client.state(self.id)
        data, revision = state.get("draft"), state.get("revision")
        fresh = Draft(data if isinstance(data, Mapping) else {})
        if isinstance(revision, int):
            self._revision = revision
        elif fresh != self._draft:
            self._revision += 1
        self._draft = fresh
        self._can_undo, self._can_redo = state.get("can_undo") is True, state.get("can_redo") is True
        infos = state.get("video_infos")
        if isinstance(infos, list):
            self._uploads = [dict(item) for item in infos if isinstance(item, Mapping)]
        self._produced = {key: state.get(key) for key in ("generated_media", "canvas_config")}
        self._bind = _bind_id(state) or self._bind
        return self._with_hand_edits()

    def _with_hand_edits(self) -> Draft:
        draft, dropped = self._by_hand.on(self._draft)
        if dropped:
            self.client.notify(say("hand-edits-dropped", names=", ".join(dropped)))
        return draft

    async def summary(self) -> str:
        """The tracks of the draft, in words."""
        return (await self.draft()).summary(phrases.language())

    async def edit(self, *operations: Operation, base: int | None = None, by_hand: bool = False) -> Reply:
        """Change the draft: all operations as one change, or none. Raises DraftError, StaleRevisionError.

        `base` is the revision that the operations were made for, by default the last one that this session saw.
        """
        async with self._alive():
            if not self.client.is_engine:
                before = self._with_hand_edits()
                return self._edited(before, self._by_hand.add(before, operations))
            told = [item.to_json() for item in operations]
            base = self._revision if base is None else base
            try:
                return await self._changed(await self.client.edits(self.id, base, told, by_hand=by_hand))
            except StaleRevisionError:
                # What this session knows is old: the next edit is made on what there is.
                await self.look()
                raise

    async def undo(self, *, by_hand: bool = False) -> Reply:
        """Take back the last change. Raises P2VError where there is none."""
        return await self._step(-1, by_hand)

    async def redo(self, *, by_hand: bool = False) -> Reply:
        """Make the change again that was taken back last. Raises P2VError where there is none."""
        return await self._step(1, by_hand)

    async def _step(self, direction: int, by_hand: bool) -> Reply:
        async with self._alive():
            if self.client.is_engine:
                step = self.client.undo if direction < 0 else self.client.redo
                return await self._changed(await step(self.id, by_hand=by_hand))
            if not (self._by_hand.can_undo if direction < 0 else self._by_hand.can_redo):
                raise P2VError(say("no-hand-undo" if direction < 0 else "no-hand-redo"))
            before = self._with_hand_edits()
            if direction < 0:
                self._by_hand.undo()
            else:
                self._by_hand.redo()
            return self._edited(before, self._with_hand_edits())

    def _edited(self, before: Draft, after: Draft) -> Reply:
        changes = before.diff(after, phrases.language())
        self._happened(Changed(tuple(changes)))
        return Reply("\n".join(changes), changes, "edit", after)

    async def restore(self, revision: int) -> Reply:
        """Make an earlier revision the present one; the history keeps what came after it (engines only)."""
        async with self._alive():
            return await self._changed(await self.client.restore(self.id, revision))

    async def revisions(self) -> list[dict[str, Any]]:
        """The history of the draft, oldest first (engines only)."""
        async with self._alive():
            return await self.client.revisions(self.id)

    async def _changed(self, told: Mapping[str, Any]) -> Reply:
        changes = told.get("changes")
        lines = [str(line) for line in changes] if isinstance(changes, list) else []
        await self.look()
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
        with self._at_work():
            try:
                result = await self._hand_over(items, on_progress)
            except SessionNotFoundError as lost:
                # Nothing of the old one is needed for these.
                self.client.notify(lost.message)
                result = await self._hand_over(items, on_progress)
        self._happened(Uploaded())
        if result.rejected:
            problem = refusal(result.rejected, len(result.files))
            if not skip_bad or not result.files:
                raise problem
            self.client.notify(problem.message)
        return result.files

    async def _hand_over(self, items: object, on_progress: OnUpload) -> HandedOver:
        async with self._alive():
            # An engine makes its films itself: only of what goes to a service is it remembered where it came from.
            sent = None if self.client.is_engine else self._sent
            result = await hand_over(self.client, self.id, items, on_progress, sent)
            await self.look()
        return result

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
            raise P2VError(say("empty-message"))
        from .director import language_of

        async with self._turn:
            self._turns += 1
            self.language = language_of(text) or self.language
            async with self._alive(), self._affordable():
                before, produced = await self.look(), self._produced
                reader, lost = TurnReader(self.client.is_engine), False
                try:
                    async with aclosing(turns.read(self.client, self.id, text, reader)) as events:
                        async for event in events:
                            self._tell(event)
                            yield event
                            # Whoever reads on may do so in another task.
                            phrases.speak(self.language)
                except NotReachedError:
                    raise
                except ConnectionLostError:
                    lost = True

                    async def has_changed() -> bool:
                        return await self.look() != before or self._produced != produced

                    async with aclosing(turns.recover(self.client, has_changed)) as notices:
                        async for notice in notices:
                            self._tell(notice)
                            yield notice
                            phrases.speak(self.language)
                after = await self.look()
                changes = before.diff(after, phrases.language())
                spoken = reader.text
                if lost:
                    spoken = "\n".join([f"{spoken} …", *changes] if spoken else changes)
                if not spoken and not reader.failed:
                    # The service often edits without a word: what changed is the answer then.
                    spoken = "\n".join(changes) or say("nothing-changed")
                if spoken != reader.text:
                    self._tell(TextEvent(spoken))
                    yield TextEvent(spoken)
                for shown in await self._shown_instead(reader.wants, after):
                    self._tell(TextEvent(shown))
                    yield TextEvent(shown)
                    spoken = f"{spoken}\n{shown}" if spoken else shown
                if changes:
                    self._happened(Changed(tuple(changes)))
                yield Reply(spoken, changes, "edit", after)

    def _tell(self, event: Event) -> None:
        if isinstance(event, NoticeEvent):
            self.client.notify(event.text)
        self._happened(event)

    async def _shown_instead(self, wants: Collection[str], draft: Draft) -> list[str]:
        """What the agent sent its user to look at in an editor that isn't there."""
        phrases.speak(self.language)
        shown = [draft.summary(phrases.language())] if "status" in wants else []
        if "credits" in wants:
            # A balance that can't be had is not what the user asked for.
            with suppress(P2VError):
                shown.append(balance_in_words(await self.credits()))
        return shown

    @asynccontextmanager
    async def _affordable(self) -> AsyncIterator[None]:
        """Who works without an account is told where to get one when the credits are gone."""
        try:
            yield
        except NoCreditsError:
            if self.client.is_engine or not self.client.is_anonymous:
                raise
            link = f"{settings.web_url()}/?bind={quote(self._bind, safe='')}"
            raise NoCreditsError(say("no-credits-anonymous", link=link)) from None

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
            self.language = director.language_of(text) or self.language
            phrases.speak(self.language or phrases.of_host())
            for action in director.route(text):
                if action == "edit":
                    reply = await self._collect(text, on_event)
                elif action == "export":
                    video = await self.export(path or await self.free_name(), on_progress=on_progress)
                    reply = self._answered(action, say("film-ready", name=video.path.name), reply, video)
                elif action == "credits":
                    reply = self._answered(action, balance_in_words(await self.credits()))
                elif action == "status":
                    reply = self._answered(action, await self.summary())
                elif action == "upload":
                    reply = self._answered(action, say("hand-over-photos"))
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
        raise P2VError(say("say-where"))

    async def later_reports(self, within: float | None = None) -> list[str]:
        """What the service adds by itself after its answer (music, title, effects), one line each.

        Looks every `timing.poll` until something changed and then stays the same for two looks, `within` seconds at
        most (`timing.generation`), or until the next message. An engine adds nothing by itself: the list is empty.
        """
        if self.client.is_engine:
            return []
        timing, turn = self.client.timing, self._turns
        before = last = self._with_hand_edits()
        quiet, waited = 0, 0.0
        while waited < (timing.generation if within is None else within) and quiet < 2:
            await asyncio.sleep(timing.poll)
            waited += timing.poll
            if self._turns != turn:
                break
            now = await self.draft()
            quiet = quiet + 1 if now == last and last != before else 0
            last = now
        changes = before.diff(last, phrases.language())
        if changes:
            self._happened(Changed(tuple(changes)))
        return changes

    # Films and accounts

    async def export(
        self, path: str | Path, on_progress: Callable[[ExportProgress], None] | None = None, *, renderer: str = ""
    ) -> Video:
        """Make the film of the present draft and put it at `path`, which is replaced only once the film is complete.

        `renderer="local"` makes a draft of the hosted service on this machine, of the files that this session handed
        over; what could not be found or shown is a notice each. Cancelling the task that waits cancels the film too.
        Raises RenderError, ExportCancelledError, PlanError.
        """
        if renderer not in ("", "local"):
            raise P2VError(say("renderer-unknown", renderer=f"{renderer!r:.40}"))

        def watched(progress: ExportProgress) -> None:
            self._happened(progress)
            if on_progress:
                on_progress(progress)

        target = Path(path).absolute()
        self._making.append(target)
        try:
            return await self._make_film(path, watched, renderer)
        finally:
            self._making.remove(target)

    async def _make_film(self, path: str | Path, watched: Callable[[ExportProgress], None], renderer: str) -> Video:
        with self._at_work(), self._shown(ExportStarted()):
            draft = await self.draft()
            if renderer == "local" and not self.client.is_engine:
                video = await self._make_here(draft, Path(path), watched)
            else:
                video = await exports.export(self.client, self.id, draft, Path(path), watched)
            self._happened(Exported(video))
            return video

    async def _make_here(self, draft: Draft, path: Path, watched: Callable[[ExportProgress], None]) -> Video:
        from . import localfilm

        canvas = self._produced.get("canvas_config")
        video, notes = await localfilm.render_here(
            draft, self._sent, path, watched,
            data_dir=self.client.data_dir, timing=self.client.timing,
            canvas=canvas if isinstance(canvas, Mapping) else None,
        )  # fmt: skip
        for note in notes:
            self.client.notify(note)
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
        async with self._alive():
            if self.client.is_engine:
                raise P2VError(say("no-account"))
            if not self._task_id:
                raise P2VError(say("no-task"))
            told = await self.client.claim_token(self.id, self._task_id)
        token = told.get("claim_token")
        if not isinstance(token, str) or not token:
            raise ServiceError(say("no-link"))
        return f"{settings.web_url()}/workspace/claim?ct={quote(token, safe='')}"


def balance_in_words(balance: Mapping[str, Any]) -> str:
    """The balance as a sentence."""
    if balance.get("unlimited"):
        return say("balance-free")
    counts = {key: balance.get(key, "?") for key in ("available", "total", "frozen")}
    return say("balance-frozen" if balance.get("frozen") else "balance", **counts)


def _bind_id(answer: Mapping[str, Any]) -> str:
    """The id by which a new account takes over what an anonymous one has; "" where the answer names none."""
    return str(answer.get("bind") or answer.get("bind_id") or "")
