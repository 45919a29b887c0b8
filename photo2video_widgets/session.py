"""One conversation: photos in, words in, a draft, a film out."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Callable, Collection, Iterator, Mapping
from contextlib import aclosing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from . import exports, photos, phrases, settings, turns
from .draft import Draft, Segment
from .errors import AuthError, ConnectionLostError, P2VError, ServiceError, SessionNotFoundError
from .events import ErrorEvent, Event, NoticeEvent, TextEvent, TurnReader
from .exports import ExportProgress
from .hosted.lookup import Lookup
from .phrases import say
from .reply import Reply, balance_in_words
from .timeline import Timeline
from .upload.handover import OnUpload, gather, hand_over, refusal
from .upload.handover import Uploaded as HandedOver
from .watching import Changed, Exported, ExportStarted, TurnStarted, Uploaded
from .wire.answers import NotReachedError
from .wire.calls import Calls

if TYPE_CHECKING:
    from .video import Video


class Session(Timeline):
    """A conversation with a back end; made by `client.new_session()`.

    Messages are answered one at a time: a second `send` waits for the first. The methods belong to the client's loop.
    """

    def __init__(self, client: Calls, *, id: str = "", language: str = "") -> None:
        super().__init__(client, id=id, language=language)
        self._turn = asyncio.Lock()
        self._turns = 0
        # The order in which files come is the order of the film, and two of them never get one name.
        self._uploading = asyncio.Lock()
        self._tasks: list[asyncio.Task[Any]] = []
        self._streams: list[AsyncGenerator[Event | Reply, None]] = []
        # Films on their way: their names are taken, though nothing is there yet.
        self._making: list[Path] = []

    # Photos

    async def upload(
        self, items: object, on_progress: OnUpload = None, *, skip_bad: bool = False
    ) -> list[dict[str, Any]]:
        """Hand over photos, clips and sounds: paths, folders, patterns, addresses, pictures, arrays, figures.

        The order is kept. Returns the facts of the files that were taken. Raises UnsupportedFileError or
        FileTooLargeError for the files that can't be used, after all others have been sent; with `skip_bad` that is
        a notice instead, unless nothing at all could be used.
        """
        self._speak()
        with self._at_work():
            # What can be read only once is needed again where the session turns out to be gone.
            items = await gather(items)
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
        async with self._uploading, self._alive():
            # An engine makes its films itself: only of what goes to a service is it remembered where it came from.
            sent = None if self.client.is_engine else self._sent
            try:
                result = await hand_over(self.client, self.id, items, on_progress, sent, self._uploads)
            except SessionNotFoundError:
                raise
            except P2VError:
                # Some of it may be there all the same.
                with suppress(P2VError):
                    await self.look()
                self._happened(Uploaded())
                raise
            await self.look()
        return result

    async def thumbnail(self, asset: str, width: int) -> bytes:
        """A JPEG of an upload, `width` px wide at most (engines only)."""
        return await self.client.thumbnail(asset, width)

    async def peaks(self, src: str, seed: int = 1, seconds: int = 0) -> list[float]:
        """The waveform of a sound: the loudest sample (0 to 1) of each of its equal parts.

        `src` is "asset:<sha256>", or "music:<mood>" with the tune's `seed` and length. Empty where it can't be had:
        from a service, which doesn't tell, and of very long tunes.
        """
        if not self.client.is_engine:
            return []
        if src.startswith("music:"):
            told = await self.client.tune_peaks(src.removeprefix("music:"), seed, seconds)
        else:
            told = await self.client.peaks(src)
        found = told.get("peaks")
        return [float(peak) for peak in found] if isinstance(found, list) else []

    async def proxy(self, segment: Segment, width: int, time: int = 0) -> bytes:
        """A JPEG of the photo that a segment shows, or of its clip at `time` (ms of the file), `width` px wide at most.

        What a service shows is looked for, by name, among the files that were sent there from here; of its clips there
        is the first frame. Raises P2VError.
        """
        if self.client.is_engine:
            return await self.client.thumbnail(segment.src, width, time)
        sent = Lookup(self._sent).find(segment)
        if sent is None or sent.source.path is None:
            raise P2VError(say("no-picture", who=self.client.label))
        return await asyncio.to_thread(photos.thumbnail, sent.source.path, width, name=sent.source.name)

    async def soundtrack(self, draft: Draft) -> tuple[bytes, bool]:
        """A draft's sound as MP3, and whether some of it is missing: what a service has and nobody sent from here.

        Raises P2VError.
        """
        if self.client.is_engine:
            return await self.client.soundtrack(draft.data), False
        from . import localsound

        return await asyncio.to_thread(localsound.mix, draft, self._sent)

    # Words

    async def send(self, text: str, on_event: Callable[[Event], None] | None = None) -> Reply:
        """Send a message to the agent and wait for the whole answer. `on_event` hears each event of it.

        Raises ServiceError where the agent failed, ConnectionLostError where the answer was lost for good.
        """
        self._speak()
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

        Whoever waits for it gets a CancelledError, a cell that waits a StoppedError. What the agent has already done
        stays; `undo` takes it back.
        """
        tasks = [task for task in self._tasks if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)
        for events in list(self._streams):
            # Nobody reads on; without this the next message would wait for ever.
            with suppress(RuntimeError):
                await events.aclose()

    async def stream(self, text: str) -> AsyncGenerator[Event, None]:
        """Send a message to the agent and read its answer event by event. The message is sent once, always."""
        self._speak()
        with self._shown(TurnStarted(text)):
            async with aclosing(self._answer_to(text)) as events:
                self._streams.append(events)
                try:
                    while True:
                        with self._at_work():
                            event = await anext(events, None)
                        if event is None:
                            return
                        if not isinstance(event, Reply):
                            yield event
                finally:
                    self._streams.remove(events)

    async def _answer_to(self, text: str) -> AsyncGenerator[Event | Reply, None]:
        """The events of one turn and, last, the reply. Turns are taken in the order they were asked for."""
        if not text.strip():
            raise P2VError(say("empty-message"))
        from .director import language_of

        if self._turn.locked():
            self.client.notify(say("waits-its-turn"))
        async with self._turn:
            self._turns += 1
            self.language = language_of(text) or self.language
            async with self._alive():
                known = self._draft
                before, produced = await self.look(), self._produced
                if meanwhile := self._meanwhile(known):
                    self._tell(meanwhile)
                    yield meanwhile
                reader, lost = TurnReader(self.client.is_engine), False
                try:
                    async with aclosing(turns.read(self.client, self.id, text, reader)) as events:
                        async for event in events:
                            self._tell(event)
                            yield event
                            # Whoever reads on may do so in another task.
                            self._speak()
                except NotReachedError:
                    raise
                except ConnectionLostError:
                    lost = True

                    async def has_changed() -> bool:
                        now = await self.look()
                        # What is gone is no sign of work, but of trouble.
                        made = any(value and value != produced[key] for key, value in self._produced.items())
                        return made or (now != before and bool(now.tracks))

                    async with aclosing(turns.recover(self.client, has_changed, said=reader.has_answered)) as notices:
                        async for notice in notices:
                            self._tell(notice)
                            yield notice
                            self._speak()
                async for told in self._outcome(before, reader, lost):
                    yield told

    def _meanwhile(self, known: Draft) -> NoticeEvent | None:
        """What a service did to its draft since it was last seen, while nobody looked."""
        if self.client.is_engine or not known.is_exportable or known == self._draft:
            return None
        changes = self._changes(known, self._draft)
        return NoticeEvent(say("meanwhile", changes="; ".join(changes)))

    async def _outcome(self, before: Draft, reader: TurnReader, lost: bool) -> AsyncGenerator[Event | Reply, None]:
        """What a turn came to: the words that were not said in it, and the reply."""
        self._speak()
        try:
            after = await self.look()
        except (AuthError, SessionNotFoundError):
            raise
        except P2VError:
            # The message was answered, and paid for: that must not read as if it had failed.
            unread = NoticeEvent(say("draft-unread"))
            self._tell(unread)
            yield unread
            yield Reply(reader.text or unread.text, [], "edit", before)
            return
        changes = self._changes(before, after)
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
        shown = [draft.summary(phrases.language())] if "status" in wants else []
        if "credits" in wants:
            # A balance that can't be had is not what the user asked for.
            with suppress(P2VError):
                shown.append(balance_in_words(await self.credits()))
        return shown

    async def say(
        self, text: str, *, path: str | Path | None = None, on_event: Callable[[Event], None] | None = None,
        on_progress: Callable[[ExportProgress], None] | None = None,
    ) -> Reply:  # fmt: skip
        """Do what a user's words ask for: export, balance, tracks or upload need no agent, all else is sent to it.

        An export goes to `path`, else to a new file in the working folder; it waits where an edit that was to come
        before it changed nothing.
        """
        from . import director

        reply: Reply | None = None
        with self._at_work(), self._shown(TurnStarted(text)):
            self.language = director.language_of(text) or self.language
            self._speak()
            for action in director.route(text):
                if action == "edit":
                    reply = await self._collect(text, on_event)
                elif action == "export" and reply is not None and not reply.changes:
                    # What was to be done before it was not done: this isn't the film that is meant.
                    reply = self._answered("none", say("export-held"), reply)
                elif action == "export":
                    video = await self.export(path or await self.free_name(), on_progress=on_progress)
                    reply = self._answered(action, say("film-ready", name=video.path.name), reply, video)
                elif action == "credits":
                    reply = self._answered(action, balance_in_words(await self.credits()))
                elif action == "status":
                    reply = self._answered(action, await self.summary())
                elif action == "upload":
                    reply = self._answered(action, say("hand-over-photos"))
        return reply or Reply(say("nothing-changed"), [], "none", self._draft)

    def _answered(self, action: str, text: str, before: Reply | None = None, video: Video | None = None) -> Reply:
        self._happened(TextEvent(text))
        whole = "\n".join([before.text, text]) if before and before.text else text
        return Reply(whole, before.changes if before else [], action, self._draft, video)

    async def free_name(self) -> Path:
        """A name for a film, in the working folder, that is still free."""
        name = (await self.draft()).name
        # "project" is what every draft is called that nobody has named.
        stem = "" if name == "project" else "".join(letter for letter in name if letter.isalnum() or letter in " -_")
        stem = stem[:60].strip()
        for number in range(1, 10_000):
            # Windows has devices called CON and NUL.
            path = Path(f"{stem if len(stem) > 4 else f'film {stem}'.strip()}{f'-{number}' if number > 1 else ''}.mp4")
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
        self._speak()
        timing, turn, begun = self.client.timing, self._turns, time.monotonic()
        before = last = self._draft
        quiet = 0
        while time.monotonic() - begun < (timing.generation if within is None else within) and quiet < 2:
            await asyncio.sleep(timing.poll)
            if self._turns != turn:
                break
            try:
                await self.draft()
            except P2VError:
                if last == before:
                    raise
                # What was seen so far is told all the same.
                break
            now = self._draft
            quiet = quiet + 1 if now == last and last != before else 0
            last = now
        changes = self._changes(before, last)
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
        self._speak()
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
        with self._at_work(), self._shown(ExportStarted(Path(path).absolute())):
            draft = await self.draft()
            if renderer == "local" and not self.client.is_engine:
                video = await self._make_here(draft, Path(path), watched)
            else:
                async with self._alive():
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

        def watched(progress: ExportProgress) -> None:
            self._happened(progress)
            if on_progress:
                on_progress(progress)

        self._speak()
        with self._at_work(), self._shown(ExportStarted(Path(path).absolute())):
            video = await exports.resume(self.client, Path(path), watched)
            self._happened(Exported(video))
            return video

    async def credits(self) -> dict[str, Any]:
        """The balance: `available`, `frozen`, `total`."""
        self._speak()
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
