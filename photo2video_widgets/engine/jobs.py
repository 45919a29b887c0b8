"""Renders: one at a time in this engine, kept in the store so that another engine can take an abandoned one over.

An engine that works on a render renews its `beat` every second or so. A render whose beat is old, or that was given
back, belongs to whoever asks for it next: the claim is one UPDATE, so two engines never both win it. A film that
engines die of is given up after a few of them.
"""

from __future__ import annotations

import json
import queue
import re
import secrets
import sqlite3
import threading
import time
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from photo2video_widgets.draft import Draft
from photo2video_widgets.errors import DraftError, ExportCancelledError, P2VError, RenderError
from photo2video_widgets.phrases import speak

from .store import Store, now

if TYPE_CHECKING:
    from .render import Progress

ACTIVE = ("pending", "processing")
_IS_ACTIVE = "status IN ('pending', 'processing')"
STOPPED = "The export was stopped."
_TELL_SECONDS = 0.25
_MOST_DEATHS = 3
_DEADLY = "The engine stopped each time it worked on this film."


@dataclass(frozen=True)
class Job:
    """A render as it stands: `frame` of `frames`, the `film`'s facts when completed, `error` when failed."""

    id: str
    session: str
    status: str
    frame: int
    frames: int
    stage: str
    error: str
    film: dict[str, Any]
    cancelled: bool

    @property
    def active(self) -> bool:
        """Whether there is more to come."""
        return self.status in ACTIVE


class Jobs:
    """The renders of one engine. `dead_after`: seconds without a beat after which another engine's render is free."""

    def __init__(self, store: Store, dead_after: float = 5.0) -> None:
        self._store = store
        self._dead_after = dead_after
        self._me = secrets.token_hex(8)
        self._queue: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._stops: dict[str, threading.Event] = {}
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._threads: list[threading.Thread] = []

    def add(self, identity: str, session: str, draft: Mapping[str, Any], output: Mapping[str, Any]) -> Job:
        """Queue a render. The same id again is the same render. Raises DraftError for what can't be rendered."""
        if not re.fullmatch(r"[A-Za-z0-9_-]{1,80}", identity):
            raise DraftError("id", "must be made of letters, digits, _ and -, as in render_1700000000000")
        if str(output.get("format", "mp4")) != "mp4":
            raise DraftError("output.format", 'must be "mp4"')
        self._store.language(session)
        if not Draft(draft).is_exportable:
            raise DraftError("draft", "there is nothing to export yet: add photos and ask for a film first")
        read = Draft.parse(draft)
        row = (
            identity,
            session,
            json.dumps(read.data, ensure_ascii=False),
            read.frame_count,
            self._me,
            time.time(),
            now(),
        )
        with self._store.transaction() as database:
            made = database.execute(
                "INSERT OR IGNORE INTO renders VALUES (?, ?, ?, 'pending', 0, ?, '', '', '{}', 0, ?, ?, ?, 0)", row
            ).rowcount
        if made:
            self._enqueue(identity)
        job = self.look(identity)
        if job is None or job.session != session:
            raise DraftError("id", "another export has this id already")
        return job

    def look(self, identity: str) -> Job | None:
        """How a render stands. One that its engine abandoned goes on here."""
        row = self._row(identity)
        if row is None:
            return None
        if row["status"] in ACTIVE and row["owner"] != self._me and self._claim(identity):
            row = self._row(identity) or row
            if row["status"] in ACTIVE:
                self._enqueue(identity)
        return Job(
            row["id"], row["session_id"], row["status"], row["frame"], row["frames"], row["stage"], row["error"],
            json.loads(row["film"]), bool(row["cancelled"]),
        )  # fmt: skip

    def _row(self, identity: str) -> sqlite3.Row | None:
        return next(iter(self._store.rows("SELECT * FROM renders WHERE id = ?", identity)), None)

    def cancel(self, identity: str) -> None:
        """Stop a render; one that is done stays done."""
        with self._store.transaction() as database:
            database.execute(
                "UPDATE renders SET cancelled = 1, error = ?, status = iif(status = 'pending', 'failed', status) "
                f"WHERE id = ? AND {_IS_ACTIVE}",
                (STOPPED, identity),
            )
        with self._lock:
            stop = self._stops.get(identity)
        if stop:
            stop.set()

    def close(self) -> None:
        """Stop working and give back what isn't done, for another engine or the next one."""
        self._closing.set()
        self._queue.put(None)
        with self._lock:
            threads, stops = list(self._threads), list(self._stops.values())
        for stop in stops:
            stop.set()
        # First of all: this process may be ended before the threads are.
        with self._store.transaction() as database:
            database.execute(
                f"UPDATE renders SET owner = '', status = 'pending' WHERE owner = ? AND {_IS_ACTIVE}",
                (self._me,),
            )
        for thread in threads:
            thread.join(2.0)

    def _claim(self, identity: str) -> bool:
        """Take an abandoned render over, or give it up: one that was at work when its engine died may be the cause."""
        with self._store.transaction() as database:
            claimed = database.execute(
                "UPDATE renders SET owner = ?, beat = ?, deaths = deaths + (status = 'processing'), status = 'pending' "
                f"WHERE id = ? AND {_IS_ACTIVE} AND (owner = '' OR beat < ?)",
                (self._me, time.time(), identity, time.time() - self._dead_after),
            ).rowcount
            database.execute(
                "UPDATE renders SET status = 'failed', error = ? WHERE id = ? AND owner = ? AND deaths >= ? "
                f"AND {_IS_ACTIVE}",
                (_DEADLY, identity, self._me, _MOST_DEATHS),
            )
        return claimed == 1

    def _enqueue(self, identity: str) -> None:
        with self._lock:
            if self._closing.is_set():
                return
            self._stops[identity] = threading.Event()
            if not self._threads:
                for work in (self._work, self._beat):
                    thread = threading.Thread(target=work, daemon=True, name=f"p2v{work.__name__}")
                    self._threads.append(thread)
                    thread.start()
        self._queue.put(identity)

    def _beat(self) -> None:
        while not self._closing.wait(min(1.0, self._dead_after / 4)):
            with self._lock:
                mine = dict(self._stops)
            if not mine:
                continue
            with self._store.transaction() as database:
                database.execute(
                    f"UPDATE renders SET beat = ? WHERE owner = ? AND {_IS_ACTIVE}",
                    (time.time(), self._me),
                )
            # Another engine may have been asked to stop it, or have taken it over while this machine slept.
            for identity, stop in mine.items():
                if self._store.rows(
                    "SELECT 1 FROM renders WHERE id = ? AND (cancelled OR owner != ?)", identity, self._me
                ):
                    stop.set()

    def _work(self) -> None:
        while identity := self._queue.get():
            with self._lock:
                stop = self._stops[identity]
            try:
                if not self._closing.is_set():
                    self._render(identity, stop)
            except Exception:
                # The store itself failed: the render stays what it is and is free once its beat is old.
                traceback.print_exc()
            finally:
                with self._lock:
                    self._stops.pop(identity, None)

    def _render(self, identity: str, stop: threading.Event) -> None:
        row = self._store.rows("SELECT draft, status, session_id FROM renders WHERE id = ?", identity)[0]
        if row["status"] not in ACTIVE:
            return
        self._update(identity, status="processing")
        told = 0.0
        lacking: list[str] = []

        def tell(progress: Progress) -> None:
            nonlocal told
            if progress.frame >= progress.frames or time.monotonic() - told > _TELL_SECONDS:
                told = time.monotonic()
                self._update(identity, frame=progress.frame, frames=progress.frames, stage=progress.stage)

        try:
            if stop.is_set():
                raise ExportCancelledError(STOPPED)
            from .render import render

            speak(self._store.language(row["session_id"]))
            film = render(
                Draft(json.loads(row["draft"])), self._store.film(identity), self.resolve,
                cache=self._store.folder / "cache" / "film", lacking=lacking.append, progress=tell,
                cancelled=stop.is_set,
            )  # fmt: skip
        except ExportCancelledError:
            if not self._closing.is_set():
                self._update(identity, status="failed", error=STOPPED, cancelled=1)
        except P2VError as problem:
            self._update(identity, status="failed", error=problem.message)
        except Exception:
            traceback.print_exc()
            self._update(
                identity, status="failed", error="The film could not be made: the renderer failed unexpectedly."
            )
        else:
            facts = {
                "width": film.width, "height": film.height, "duration": film.duration, "frames": film.frames,
                "size": film.size, "lacking": lacking,
            }  # fmt: skip
            self._update(identity, status="completed", frame=film.frames, frames=film.frames, film=json.dumps(facts))

    def _update(self, identity: str, **values: Any) -> None:
        columns = ", ".join(f"{name} = ?" for name in values)
        with self._store.transaction() as database:
            database.execute(
                f"UPDATE renders SET {columns}, beat = ? WHERE id = ? AND owner = ?",
                (*values.values(), time.time(), identity, self._me),
            )

    def resolve(self, src: str) -> Path:
        """The file behind a segment's `src`. Raises RenderError."""
        scheme, _, name = src.partition(":")
        file = self._store.file(name)
        if scheme != "asset" or not re.fullmatch(r"[0-9a-f]{64}", name) or not file.exists():
            raise RenderError(f"{src[:80]}: this file isn't here (any more). Upload it again.")
        return file
