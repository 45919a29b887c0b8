"""What the engine keeps: one SQLite file beside a folder of files named by their content.

    store.sqlite3     sessions, uploads, revisions, messages, renders
    files/ab/ab12…    what was uploaded, named by its SHA-256
    films/<id>.mp4    what was rendered
    cache/…           thumbnails and waveforms; may be deleted at any time
    incoming/         what is being written; moved into place when complete

Several engines may share one folder: every change is one immediate transaction, every file appears by a rename.
A session's draft is a list of revisions that only grows. Undo and redo add a revision as well: each row names the
row that undo goes back to (`back`) and the one that redo goes on to (`ahead`).
"""

from __future__ import annotations

import json
import os
import secrets
import sqlite3
import threading
import time
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from photo2video_widgets.errors import P2VError, ServiceError, SessionNotFoundError, StaleRevisionError

SCHEMA_VERSION = 2
_SCHEMA = """
CREATE TABLE sessions (
    id TEXT PRIMARY KEY, task_id TEXT NOT NULL, user TEXT NOT NULL, language TEXT NOT NULL,
    created INTEGER NOT NULL, touched INTEGER NOT NULL);
CREATE TABLE uploads (
    number INTEGER PRIMARY KEY, session_id TEXT NOT NULL REFERENCES sessions(id), sha256 TEXT NOT NULL,
    name TEXT NOT NULL, facts TEXT NOT NULL, added INTEGER NOT NULL, UNIQUE (session_id, sha256, name));
CREATE TABLE revisions (
    session_id TEXT NOT NULL REFERENCES sessions(id), revision INTEGER NOT NULL, time INTEGER NOT NULL,
    origin TEXT NOT NULL, words TEXT NOT NULL, changes TEXT NOT NULL, draft TEXT NOT NULL,
    back INTEGER, ahead INTEGER, PRIMARY KEY (session_id, revision)) WITHOUT ROWID;
CREATE TABLE messages (
    number INTEGER PRIMARY KEY, session_id TEXT NOT NULL REFERENCES sessions(id), author TEXT NOT NULL,
    text TEXT NOT NULL, time INTEGER NOT NULL);
CREATE TABLE renders (
    id TEXT PRIMARY KEY, session_id TEXT NOT NULL REFERENCES sessions(id), draft TEXT NOT NULL,
    status TEXT NOT NULL, frame INTEGER NOT NULL, frames INTEGER NOT NULL, stage TEXT NOT NULL,
    error TEXT NOT NULL, film TEXT NOT NULL, cancelled INTEGER NOT NULL,
    owner TEXT NOT NULL, beat REAL NOT NULL, created INTEGER NOT NULL, deaths INTEGER NOT NULL);
CREATE INDEX uploads_by_hash ON uploads (sha256);
CREATE INDEX messages_by_session ON messages (session_id);
"""


@dataclass(frozen=True)
class Revision:
    """One state of a session's draft. `time` is ms since 1970; `origin` is "words", "gesture" or "code"."""

    revision: int
    time: int
    origin: str
    words: str
    changes: list[str]
    draft: dict[str, Any]
    back: int | None
    ahead: int | None


def now() -> int:
    """The time in ms since 1970."""
    return time.time_ns() // 1_000_000


class Store:
    """The engine's memory in `folder`. Its methods block, and may be called from any thread."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        # A folder that somebody chose keeps its permissions: others may have business in it. What is made here is
        # closed to them.
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for name in ("files", "films", "cache", "incoming"):
            (folder / name).mkdir(exist_ok=True, mode=0o700)
        self._sweep()
        self._lock = threading.RLock()
        place = folder / "store.sqlite3"
        fresh = not place.exists()
        self._database = sqlite3.connect(place, timeout=20.0, isolation_level=None, check_same_thread=False)
        try:
            if fresh:
                # SQLite gives the files that it keeps beside it the same permissions.
                place.chmod(0o600)
            self._database.row_factory = sqlite3.Row
            self._database.execute("PRAGMA busy_timeout = 20000")
            self._choose_journal()
            self._database.execute("PRAGMA foreign_keys = ON")
            self._prepare()
        except BaseException:
            self._database.close()
            raise

    def _choose_journal(self) -> None:
        """WAL lets readers and a writer work at once; a file system that can't do it keeps the rollback journal."""
        for _ in range(50):
            try:
                self._database.execute("PRAGMA journal_mode = WAL")
                break
            except sqlite3.OperationalError as problem:
                # SQLite's own waiting doesn't cover this: two engines making one new store at the same moment.
                if "locked" not in str(problem):
                    self._database.execute("PRAGMA journal_mode = DELETE")
                    return
                time.sleep(0.1)
        self._database.execute("PRAGMA synchronous = NORMAL")

    def _sweep(self) -> None:
        """Forget what an engine that was killed left half written; a day is longer than any upload takes."""
        for pattern in ("incoming/*", "films/*.part", "films/.*.part", "cache/*.part"):
            for file in self.folder.glob(pattern):
                with suppress(OSError):
                    if time.time() - file.stat().st_mtime > 86_400:
                        file.unlink()

    def _prepare(self) -> None:
        with self.transaction() as database:
            (present,) = database.execute("PRAGMA user_version").fetchone()
            if present > SCHEMA_VERSION:
                raise ServiceError(
                    "The engine's data folder was written by a newer version of photo2video_widgets. "
                    "Upgrade the package, or set P2V_DATA_DIR to another folder."
                )
            if 0 < present < SCHEMA_VERSION:
                raise ServiceError(
                    "The engine's data folder was written by an earlier version that this one can't read. "
                    "Delete the folder, or set P2V_DATA_DIR to another one."
                )
            if present == 0:
                for statement in _SCHEMA.split(";\n"):
                    database.execute(statement)
                database.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")

    def close(self) -> None:
        """Close the database; the store is of no use afterwards."""
        with self._lock:
            self._database.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All that happens inside is kept together or not at all; no other engine writes meanwhile."""
        with self._lock:
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield self._database
            except BaseException:
                self._database.execute("ROLLBACK")
                raise
            self._database.execute("COMMIT")

    def rows(self, query: str, *values: Any) -> list[sqlite3.Row]:
        """The rows of one reading query."""
        with self._lock:
            return self._database.execute(query, values).fetchall()

    # Sessions and what was said in them

    def create_session(self, language: str, user: str = "me") -> tuple[str, str]:
        """A new session with an empty draft: its task id and its own id."""
        task, session, moment = str(uuid.uuid4()), str(uuid.uuid4()), now()
        with self.transaction() as database:
            database.execute(
                "INSERT INTO sessions VALUES (?, ?, ?, ?, ?, ?)", (session, task, user, language, moment, moment)
            )
            database.execute(
                "INSERT INTO revisions VALUES (?, 0, ?, 'code', '', '[]', '{}', NULL, NULL)", (session, moment)
            )
        return task, session

    def language(self, session: str) -> str:
        """The language that a session was started in, which proves that there is one."""
        found = self.rows("SELECT language FROM sessions WHERE id = ?", session)
        if not found:
            raise SessionNotFoundError("There is no such session here. Start a new one.")
        return str(found[0]["language"])

    def add_message(self, session: str, author: str, text: str) -> None:
        """Keep what somebody said."""
        with self.transaction() as database:
            database.execute(
                "INSERT INTO messages (session_id, author, text, time) VALUES (?, ?, ?, ?)",
                (session, author, text, now()),
            )
            database.execute("UPDATE sessions SET touched = ? WHERE id = ?", (now(), session))

    def messages(self, session: str) -> list[dict[str, Any]]:
        """What was said, oldest first."""
        found = self.rows("SELECT author, text, time FROM messages WHERE session_id = ? ORDER BY number", session)
        return [dict(row) for row in found]

    # Files

    def incoming(self) -> Path:
        """A fresh path to write to, on the same file system as the place where it will stay."""
        return self.folder / "incoming" / secrets.token_hex(8)

    def keep(self, incoming: Path, sha256: str) -> None:
        """Move a complete file to where its content's name says; the same content is kept once."""
        place = self.file(sha256)
        place.parent.mkdir(exist_ok=True, mode=0o700)
        os.replace(incoming, place)

    def file(self, sha256: str) -> Path:
        """Where a file of that content is, or would be."""
        return content_file(self.folder, sha256)

    def film(self, render: str) -> Path:
        """Where the film of that render is, or would be."""
        return self.folder / "films" / f"{render}.mp4"

    def cached(self, name: str) -> Path:
        """Where something that can be made again is kept."""
        return self.folder / "cache" / name

    def write_cached(self, name: str, content: bytes) -> Path:
        """Keep something that can be made again, and say where."""
        place = self.cached(name)
        draft = place.with_name(f"{place.name}.{secrets.token_hex(4)}.part")
        draft.write_bytes(content)
        os.replace(draft, place)
        return place

    def add_upload(self, session: str, facts: Mapping[str, Any]) -> None:
        """Add a file to a session's list; one that is there already, under the same name, keeps its place."""
        with self.transaction() as database:
            database.execute(
                "INSERT OR IGNORE INTO uploads (session_id, sha256, name, facts, added) VALUES (?, ?, ?, ?, ?)",
                (session, facts["sha256"], facts["name"], json.dumps(facts, ensure_ascii=False), now()),
            )
            database.execute("UPDATE sessions SET touched = ? WHERE id = ?", (now(), session))

    def uploads(self, session: str) -> list[dict[str, Any]]:
        """The files of a session in the order they came."""
        found = self.rows("SELECT facts FROM uploads WHERE session_id = ? ORDER BY number", session)
        return [json.loads(row["facts"]) for row in found]

    def facts(self, sha256: str) -> dict[str, Any] | None:
        """What is known of a file, whichever session brought it."""
        found = self.rows("SELECT facts FROM uploads WHERE sha256 = ? LIMIT 1", sha256)
        return json.loads(found[0]["facts"]) if found else None

    # The draft

    def current(self, session: str) -> Revision:
        """The present state of the draft. Raises SessionNotFoundError."""
        return self._read(
            self.rows("SELECT * FROM revisions WHERE session_id = ? ORDER BY revision DESC LIMIT 1", session)
        )

    def revision(self, session: str, number: int) -> Revision:
        """An earlier state of the draft."""
        found = self.rows("SELECT * FROM revisions WHERE session_id = ? AND revision = ?", session, number)
        if not found:
            self.current(session)
            raise P2VError(f"There is no revision {number} in this session.", code=4000)
        return self._read(found)

    def revisions(self, session: str) -> list[Revision]:
        """The whole history, oldest first."""
        found = self.rows("SELECT * FROM revisions WHERE session_id = ? ORDER BY revision", session)
        if not found:
            self._read(found)
        return [self._read([row]) for row in found]

    def history(self, session: str) -> list[dict[str, Any]]:
        """The whole history without its drafts, oldest first."""
        found = self.rows(
            "SELECT revision, time, origin, words, changes FROM revisions WHERE session_id = ? ORDER BY revision",
            session,
        )
        if not found:
            self._read([])
        return [{**dict(row), "changes": json.loads(row["changes"])} for row in found]

    def change(
        self, session: str, base: int, draft: Mapping[str, Any], origin: str, words: str, changes: Sequence[str]
    ) -> Revision:
        """Add a state that follows `base`. Raises StaleRevisionError where `base` is no longer the present."""
        with self.transaction():
            present = self._expect(session, base)
            return self._append(session, present, draft, origin, words, changes, present.revision, None)

    def step(
        self, session: str, direction: int, base: int | None, origin: str, words: str, changes: Sequence[str]
    ) -> Revision | None:
        """Undo (-1) or redo (+1) as a new state; None where there is nothing to go to."""
        with self.transaction():
            present = self._expect(session, base)
            number = present.back if direction < 0 else present.ahead
            if number is None:
                return None
            target = self.revision(session, number)
            ahead = present.revision if direction < 0 else target.ahead
            return self._append(session, present, target.draft, origin, words, changes, target.back, ahead)

    def _expect(self, session: str, base: int | None) -> Revision:
        present = self.current(session)
        if base is not None and base != present.revision:
            raise StaleRevisionError(
                f"The draft has changed meanwhile: it is at revision {present.revision}, the edit was made for "
                f"revision {base}. Fetch the draft and edit again.",
                revision=present.revision,
            )
        return present

    def _append(
        self, session: str, present: Revision, draft: Mapping[str, Any], origin: str, words: str,
        changes: Sequence[str], back: int | None, ahead: int | None,
    ) -> Revision:  # fmt: skip
        fresh = Revision(present.revision + 1, now(), origin, words, list(changes), dict(draft), back, ahead)
        self._database.execute(
            "INSERT INTO revisions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                session, fresh.revision, fresh.time, origin, words, json.dumps(fresh.changes, ensure_ascii=False),
                json.dumps(fresh.draft, ensure_ascii=False), back, ahead,
            ),
        )  # fmt: skip
        self._database.execute("UPDATE sessions SET touched = ? WHERE id = ?", (fresh.time, session))
        return fresh

    @staticmethod
    def _read(found: Sequence[sqlite3.Row]) -> Revision:
        if not found:
            raise SessionNotFoundError("There is no such session here. Start a new one.")
        row = found[0]
        return Revision(
            row["revision"], row["time"], row["origin"], row["words"], json.loads(row["changes"]),
            json.loads(row["draft"]), row["back"], row["ahead"],
        )  # fmt: skip


def content_file(folder: Path, sha256: str) -> Path:
    """Where a file of that content is, or would be, in the data folder of an engine."""
    return folder / "files" / sha256[:2] / sha256
