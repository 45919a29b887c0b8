"""What outlives the kernel: a panel's outputs in the notebook, and the note by which a later panel goes on."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import page, storyboard
from ..client import Client
from ..draft import Draft
from ..errors import P2VError
from ..pending import Notes
from ..phrases import language, say
from ..remembered import Memory, Remembered
from ..session import Session
from ..video import Embedded, Video
from .saved import Kept, Still

if TYPE_CHECKING:
    from .model import PanelModel

PAUSE = 0.5
"""Seconds that changes are collected for: each is a message with pictures in it."""


class Keeping:
    """Belongs to one panel and, but for `show`, to its loop. `wanted`: the session to go on with, or "last"."""

    def __init__(self, panel: PanelModel, client: Client, wanted: str) -> None:
        self._panel, self._client = panel, client
        self._memory = Memory(client.data_dir)
        self._kept = Kept()
        self._thumbnails: dict[str, bytes] = {}
        self._embedded: Embedded | None = None
        self._waiting: asyncio.TimerHandle | None = None
        self._one_at_a_time = asyncio.Lock()
        self._making = ""
        self._is_over = False
        self.film: Video | None = None
        self._note: Remembered | None = None
        if wanted:
            found = self._memory.last(client.place)
            if wanted == "last" and found is None:
                raise P2VError(say("no-last-session"))
            given = Remembered(wanted, client.place)
            self._note = found if found and wanted in ("last", found.session) else given

    # An earlier session

    async def session(self, language: str) -> Session:
        """The session that is gone on with, else a new one. Raises SessionNotFoundError."""
        if self._note is None:
            return await self._client.new_session(language)
        return await self._client.session(self._note.session, language or self._note.language)

    async def bring_back(self, session: Session) -> None:
        """Show what the earlier panel showed, and go on with the film that it was making."""
        note, self._note = self._note, None
        if note is None:
            return
        panel = self._panel
        for entry in note.entries:
            # With its own time; and nothing of it runs any more.
            rest = {key: value for key, value in entry.items() if key not in ("id", "kind", "text")}
            panel._activity.add(str(entry.get("kind")), entry["text"], **{**rest, "open": False})
        panel._show_uploads()
        draft = await session.draft()
        panel._set(draft=draft.data, revision=session.revision, can_undo=session.can_undo, can_redo=session.can_redo)
        panel._suggest()
        if note.film:
            with contextlib.suppress(P2VError):
                panel._show_film(await asyncio.to_thread(Video.open, note.film))
        if note.making and Notes(self._client.data_dir).read(Path(note.making)):
            panel._do(_quietly(session.resume_export(note.making)))

    def note(self, session: Session) -> None:
        """Remember how things are."""
        if session.id:
            film = str(self.film.path.absolute()) if self.film else ""
            entries = list(self._panel.entries)
            note = Remembered(session.id, self._client.place, session.language, entries, film, self._making)
            self._memory.write(note)

    def making(self, path: Path) -> None:
        """A film is on its way to `path`."""
        self._making = str(path)
        if self._panel._session:
            self.note(self._panel._session)

    # The notebook

    def show(self) -> None:
        """Show what is kept beside the view that comes next. Called by the kernel."""
        if self._kept.show():
            self._panel._thread.loop.call_soon_threadsafe(self.later)

    def later(self) -> None:
        """Something has changed: keep it soon."""
        if self._waiting is None and not self._is_over:
            self._waiting = asyncio.get_running_loop().call_later(PAUSE, self._soon)

    def stop(self) -> None:
        """The panel is closed: how it was is remembered, and nothing more is kept."""
        self._is_over = True
        if self._waiting:
            self._waiting.cancel()
        if self._panel._session:
            self.note(self._panel._session)

    def _soon(self) -> None:
        self._waiting = None
        self._panel._do(self.now())

    async def now(self) -> None:
        """Keep how things are."""
        panel, session = self._panel, self._panel._session
        if session is None:
            return
        if panel.exporting["status"] != "running":
            self._making = ""
        self.note(session)
        if not self._kept:
            return
        async with self._one_at_a_time:
            if self._embedded and self._embedded.video != self.film:
                self._embedded = None
            draft = Draft(panel.draft)
            if self._embedded and self._embedded.video.draft:
                # Its bytes would go to the notebook again with each change: it is kept with the draft it was made of.
                draft = self._embedded.video.draft
            await self._fetch_thumbnails(session, draft)
            await asyncio.to_thread(self._kept.change, Still(draft, self._thumbnails, self.film, self._embedded))

    async def embed(self, max_mb: float) -> None:
        """Keep the film's bytes in the notebook. Raises P2VError."""
        if self.film is None:
            raise P2VError(say("no-film-yet"))
        self._embedded = await asyncio.to_thread(self.film.embed, max_mb)
        await self.now()

    async def save_html(self, path: Path, said: Sequence[str], max_mb: float) -> Path:
        """Write the film's page. Raises P2VError."""
        path = page.checked(path)
        if self.film is None or self._panel._session is None:
            raise P2VError(say("no-film-yet"))
        await self._fetch_thumbnails(self._panel._session, self.film.draft or Draft())
        made = partial(page.page, self.film, said, thumbnails=self._thumbnails, language=language(), max_mb=max_mb)
        return await asyncio.to_thread(lambda: page.save(path, made()))

    async def _fetch_thumbnails(self, session: Session, draft: Draft) -> None:
        wanted = storyboard.sources(draft)
        self._thumbnails = {src: self._thumbnails[src] for src in wanted if src in self._thumbnails}
        for src in wanted:
            if src.startswith("asset:") and src not in self._thumbnails and self._client.is_engine:
                # A picture without this one is better than none.
                with contextlib.suppress(P2VError):
                    self._thumbnails[src] = await session.thumbnail(src, storyboard.THUMBNAIL)


async def _quietly(work: Any) -> None:
    with contextlib.suppress(P2VError):
        await work
