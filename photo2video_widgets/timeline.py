"""The draft of a session: where the session begins, what it looks like now, edits by hand, undo and history."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from . import phrases, settings
from .draft import Draft
from .errors import AuthError, NoCreditsError, P2VError, SessionNotFoundError, StaleRevisionError
from .hosted.handedits import HandEdits
from .hosted.past import Past
from .hosted.wording import in_words
from .layout import filled
from .phrases import say
from .reply import Reply
from .upload.keeping import Sent
from .watching import Changed, Ended, Happening, TurnStarted, Watched
from .wire.calls import Calls

if TYPE_CHECKING:
    from .operations import Operation


class Timeline(Watched):
    """What a back end keeps of a session, as last seen, and every way to change it but words."""

    def __init__(self, client: Calls, *, id: str = "", language: str = "") -> None:
        super().__init__()
        self.client = client
        self.id = id
        """Its id at the back end; empty until it is needed there for the first time."""
        self.language = language
        """The language of the conversation, as in "en" or "zh"; empty until the first words or photos."""
        self._task_id = ""
        self._bind = id
        self._beginning = asyncio.Lock()
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
        self._past = Past()
        self._told = ""

    def __repr__(self) -> str:
        return f"<{type(self).__name__} with {self.client.label}, revision {self._revision}>"

    # Where it begins

    def _speak(self) -> None:
        """Go on in the language of the conversation."""
        phrases.speak(self.language or phrases.of_host())

    async def begin(self) -> None:
        """Make the session at the back end, where that has not been done, in the language of the conversation."""
        async with self._beginning:
            self.language = self.language or phrases.of_host()
            self._speak()
            if not self.id:
                await self._make()

    async def _make(self) -> None:
        made = await self.client.create_session(self.language)
        self.id, self._task_id = str(made["session_id"]), str(made.get("task_id") or "")
        self._bind = _bind_id(made) or self.id

    @asynccontextmanager
    async def _alive(self) -> AsyncIterator[None]:
        """Begins where that is still to be done, and gives refusals the words that fit who is refused.

        A session that the back end has lost is replaced, once, and that is told.
        """
        await self.begin()
        known = self.id
        try:
            yield
        except SessionNotFoundError:
            async with self._beginning:
                if self.id == known:
                    await self._make()
                    self._forget()
            raise SessionNotFoundError(say("session-anew")) from None
        except NoCreditsError:
            if self.client.is_engine or not self.client.is_anonymous:
                raise
            link = f"{settings.web_url()}/?bind={quote(self._bind, safe='')}"
            raise NoCreditsError(say("no-credits-anonymous", link=link)) from None
        except AuthError:
            if self.client.is_engine or not self.client.is_anonymous:
                raise
            await self.client.drop_token()
            raise AuthError(say("token-anonymous-refused")) from None

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
        """The draft as it is now, of a session that has begun. Raises SessionNotFoundError."""
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
                if base is not None and base != self._revision:
                    raise StaleRevisionError(say("stale"), revision=self._revision)
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
        changes = self._changes(before, after)
        self._revision += 1
        self._past.add(self._revision, "gesture", "", changes, after)
        self._happened(Changed(tuple(changes)))
        return Reply("\n".join(changes) or say("nothing-changed"), changes, "edit", after)

    def _changes(self, before: Draft, after: Draft) -> list[str]:
        if not self.client.is_engine:
            # What an edit by hand fills in of a service's draft is no change of it.
            before, after = (Draft.owning(filled(draft)) for draft in (before, after))
        return before.diff(after, phrases.language())

    async def as_words(self) -> str:
        """Take back the last edit by hand and give the sentence that asks the service for it; nothing is sent.

        Raises P2VError where there is none, as on an engine, which needs no words for edits by hand.
        """
        async with self._alive():
            if not self._by_hand.can_undo:
                raise P2VError(say("no-hand-undo"))
            before = self._with_hand_edits()
            operations = self._by_hand.undo()
            after = self._with_hand_edits()
            words = in_words(after, operations, phrases.language())
            self._edited(before, after)
            return words

    async def restore(self, revision: int, *, base: int | None = None, by_hand: bool = False) -> Reply:
        """Make an earlier revision the present one; the history keeps what came after it (engines only).

        Raises P2VError where there is no such revision, StaleRevisionError where `base` is given and old.
        """
        async with self._alive():
            if not self.client.is_engine:
                raise P2VError(say("restore-in-words"))
            return await self._changed(await self.client.restore(self.id, revision, base, by_hand=by_hand))

    async def revisions(self) -> list[dict[str, Any]]:
        """The history of the draft, oldest first; of a service, which keeps none, what this session has seen."""
        async with self._alive():
            return await self.client.revisions(self.id) if self.client.is_engine else self._past.entries()

    async def at(self, revision: int) -> Draft:
        """The draft as it was at a revision of the history. Raises P2VError where that isn't known."""
        async with self._alive():
            if self.client.is_engine:
                return Draft(await self.client.revision(self.id, revision))
            found = self._past.draft(revision)
            if found is None:
                raise P2VError(say("no-revision", number=revision))
            return found

    def _happened(self, happening: Happening) -> None:
        if isinstance(happening, TurnStarted):
            self._told = happening.text
        elif isinstance(happening, Ended) and happening.of == "turn":
            self._told = ""
        elif isinstance(happening, Changed) and not self.client.is_engine and not self._past.knows(self._revision):
            changes = list(happening.changes)
            self._past.add(self._revision, "words", self._told, changes, self._with_hand_edits())
        super()._happened(happening)

    async def _changed(self, told: Mapping[str, Any]) -> Reply:
        changes = told.get("changes")
        lines = [str(line) for line in changes] if isinstance(changes, list) else []
        await self.look()
        self._happened(Changed(tuple(lines)))
        return Reply("\n".join(lines) or say("nothing-changed"), lines, "edit", self._draft)


def _bind_id(answer: Mapping[str, Any]) -> str:
    """The id by which a new account takes over what an anonymous one has; "" where the answer names none."""
    return str(answer.get("bind") or answer.get("bind_id") or "")
