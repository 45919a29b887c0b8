"""What the engine keeps, and how it keeps it when several write."""

from __future__ import annotations

import sqlite3
import stat
import sys
import threading
from pathlib import Path

import pytest

from photo2video_widgets.engine.store import SCHEMA_VERSION, Store
from photo2video_widgets.errors import P2VError, ServiceError, SessionNotFoundError, StaleRevisionError
from photo2video_widgets.intake import plain_name


@pytest.fixture
def store(tmp_path: Path):
    opened = Store(tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture
def session(store: Store) -> str:
    return store.create_session("en")[1]


def change(store: Store, session: str, name: str) -> int:
    present = store.current(session)
    return store.change(session, present.revision, {"m": {"name": name}}, "code", "", [name]).revision


def name_of(store: Store, session: str) -> str | None:
    return store.current(session).draft.get("m", {}).get("name")


def test_revisions_grow_by_one_with_every_change(store: Store, session: str) -> None:
    assert [change(store, session, name) for name in "abc"] == [1, 2, 3]


def test_undo_and_redo_add_revisions_and_bring_the_exact_drafts_back(store: Store, session: str) -> None:
    for name in "abc":
        change(store, session, name)
    seen = []
    for direction in (-1, -1, 1, 1):
        store.step(session, direction, None, "code", "", [])
        seen.append(name_of(store, session))
    assert seen == ["b", "a", "b", "c"]
    assert store.current(session).revision == 7


def test_undo_goes_back_to_the_empty_draft_and_no_further(store: Store, session: str) -> None:
    change(store, session, "a")
    assert store.step(session, -1, None, "code", "", []) is not None
    assert store.current(session).draft == {}
    assert store.step(session, -1, None, "code", "", []) is None


def test_a_new_change_forgets_what_was_undone(store: Store, session: str) -> None:
    for name in "ab":
        change(store, session, name)
    store.step(session, -1, None, "code", "", [])
    change(store, session, "c")
    assert store.step(session, 1, None, "code", "", []) is None
    store.step(session, -1, None, "code", "", [])
    assert name_of(store, session) == "a"


def test_undo_after_redo_and_undo_still_walks_the_same_line(store: Store, session: str) -> None:
    for name in "abc":
        change(store, session, name)
    for direction in (-1, 1, -1, -1):
        store.step(session, direction, None, "code", "", [])
    assert name_of(store, session) == "a"


def test_a_change_on_an_old_revision_is_refused_and_tells_the_present_one(store: Store, session: str) -> None:
    change(store, session, "a")
    with pytest.raises(StaleRevisionError) as caught:
        store.change(session, 0, {}, "code", "", [])
    assert caught.value.revision == 1
    assert name_of(store, session) == "a"


def test_an_unknown_session_or_revision_is_a_clear_error(store: Store, session: str) -> None:
    with pytest.raises(SessionNotFoundError):
        store.current("gone")
    with pytest.raises(SessionNotFoundError):
        store.revisions("gone")
    with pytest.raises(P2VError, match="no revision 9"):
        store.revision(session, 9)


def test_all_is_there_after_reopening(tmp_path: Path) -> None:
    first = Store(tmp_path)
    _, session = first.create_session("zh")
    change(first, session, "a")
    first.add_message(session, "user", "你好")
    first.add_upload(session, {"sha256": "ab" * 32, "name": "a.jpg"})
    first.close()
    second = Store(tmp_path)
    assert second.language(session) == "zh"
    assert name_of(second, session) == "a"
    assert [message["text"] for message in second.messages(session)] == ["你好"]
    assert [item["name"] for item in second.uploads(session)] == ["a.jpg"]
    second.close()


def test_two_stores_on_one_folder_never_both_win_the_same_revision(tmp_path: Path) -> None:
    stores = [Store(tmp_path), Store(tmp_path)]
    _, session = stores[0].create_session("en")
    won: list[int] = []

    def work(mine: Store) -> None:
        for _ in range(20):
            try:
                won.append(change(mine, session, "x"))
            except StaleRevisionError:
                continue

    threads = [threading.Thread(target=work, args=(mine,)) for mine in stores]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(won) == list(range(1, len(won) + 1))
    assert stores[0].current(session).revision == len(won)
    for opened in stores:
        opened.close()


def test_many_stores_can_be_made_at_the_same_moment(tmp_path: Path) -> None:
    opened: list[Store] = []
    threads = [threading.Thread(target=lambda: opened.append(Store(tmp_path / "new"))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(opened) == 6
    for one in opened:
        one.close()


def test_the_same_content_is_kept_once(store: Store) -> None:
    for _ in range(2):
        arrived = store.incoming()
        arrived.write_bytes(b"photo")
        store.keep(arrived, "cd" * 32)
    kept = [file for file in (store.folder / "files").rglob("*") if file.is_file()]
    assert [file.read_bytes() for file in kept] == [b"photo"]
    assert list((store.folder / "incoming").iterdir()) == []


def test_a_file_handed_over_twice_keeps_its_place(store: Store, session: str) -> None:
    for letter in "aba":
        store.add_upload(session, {"sha256": letter * 64, "name": letter})
    assert [item["name"] for item in store.uploads(session)] == ["a", "b"]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_what_the_store_makes_is_its_owners_alone_and_a_folder_that_was_there_stays_open(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o775)
    for folder in (shared, tmp_path / "new"):
        store = Store(folder)
        assert {entry.name: stat.S_IMODE(entry.stat().st_mode) for entry in folder.iterdir()} == {
            **dict.fromkeys(("files", "films", "cache", "incoming"), 0o700),
            **dict.fromkeys(("store.sqlite3", "store.sqlite3-wal", "store.sqlite3-shm"), 0o600),
        }
        store.close()
    assert stat.S_IMODE(shared.stat().st_mode) == 0o775
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700


@pytest.mark.parametrize(("step", "words"), [(1, "newer version"), (-1, "earlier version")])
def test_a_store_of_another_version_is_refused(tmp_path: Path, step: int, words: str) -> None:
    Store(tmp_path).close()
    with sqlite3.connect(tmp_path / "store.sqlite3") as database:
        database.execute(f"PRAGMA user_version = {SCHEMA_VERSION + step}")
    database.close()
    with pytest.raises(ServiceError, match=words):
        Store(tmp_path)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\a.jpg", "a.jpg"),
        ("a\x00b\n.jpg", "ab.jpg"),
        ("", "file"),
        ("海滩 2.jpg", "海滩 2.jpg"),
        ("x" * 400 + ".jpg", "x" * 180 + ".jpg"),
    ],
)
def test_names_are_kept_without_folders_and_control_characters(given: str, kept: str) -> None:
    assert plain_name(given) == kept
