"""The panel without a browser: what messages do, what traits say, what never gets into them."""

from __future__ import annotations

import asyncio
import base64
import json
import os
import re
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import photo2video_widgets as p2v
from photo2video_widgets import director
from photo2video_widgets.director import Asset
from photo2video_widgets.errors import FileTooLargeError, P2VError, UnsupportedFileError
from photo2video_widgets.widgets.activity import LONGEST_TEXT, MOST_ENTRIES, Activity
from photo2video_widgets.widgets.suggestions import suggestions
from photo2video_widgets.widgets.transfer import Inbox, Piece

from .backends import HostedDouble
from .pictures import photo
from .test_client import QUICK


@pytest.fixture
def panel() -> Iterator[p2v.Panel]:
    panel = p2v.Panel(language="en")
    yield panel
    panel.close()


def until(condition: Callable[[], Any], seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "this didn't come true"
        time.sleep(0.02)


def tell(panel: p2v.Panel, kind: str, *buffers: bytes, **content: Any) -> None:
    """What a view would send."""
    panel._handle_custom_msg({"type": kind, **content}, [memoryview(buffer) for buffer in buffers])


def send_file(panel: p2v.Panel, path: Path) -> None:
    data = path.read_bytes()
    tell(panel, "upload_start", id=path.name, name=path.name, size=len(data))
    for offset in range(0, len(data), 1000):
        piece = data[offset : offset + 1000]
        tell(panel, "upload_chunk", piece, id=path.name, offset=offset, crc=zlib.crc32(piece))
    tell(panel, "upload_end", id=path.name)


def test_a_panel_connects_by_itself_and_does_what_a_view_asks_for(panel: p2v.Panel, tmp_path: Path) -> None:
    until(lambda: panel.phase == "ready")
    for name in ("beach.jpg", "koi.png"):
        send_file(panel, photo(tmp_path / name))
    until(lambda: len(panel.photos) == 2)
    assert [(item["name"], item["width"], item["height"]) for item in panel.photos] == [
        ("beach.jpg", 640, 480),
        ("koi.png", 640, 480),
    ]
    tell(panel, "send", text="a slideshow, 2 seconds each, no music")
    until(lambda: panel.revision and panel.phase == "ready")
    assert p2v.Draft(panel.draft).duration == 4000
    assert panel.can_undo
    tell(panel, "undo")
    until(lambda: panel.can_redo)
    assert not p2v.Draft(panel.draft).pictures
    tell(panel, "redo")
    until(lambda: p2v.Draft(panel.draft).pictures)
    first = p2v.Draft(panel.draft).pictures[0]
    tell(panel, "edit", base=panel.revision, operations=[{"op": "remove", "id": first.id}])
    until(lambda: len(p2v.Draft(panel.draft).pictures) == 1)


def test_files_keep_the_order_in_which_they_were_started(panel: p2v.Panel, tmp_path: Path) -> None:
    first, second = photo(tmp_path / "first.jpg", "teal"), photo(tmp_path / "second.jpg", "crimson")
    data = first.read_bytes()
    tell(panel, "upload_start", id="1", name=first.name, size=len(data))
    send_file(panel, second)
    tell(panel, "upload_chunk", data, id="1", offset=0, crc=zlib.crc32(data))
    tell(panel, "upload_end", id="1")
    until(lambda: len(panel.photos) == 2)
    assert [item["name"] for item in panel.photos] == ["first.jpg", "second.jpg"]


def test_what_the_file_browser_names_is_found_from_the_notebook(
    panel: p2v.Panel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "films").mkdir()
    photo(tmp_path / "beach [1].jpg")
    monkeypatch.setenv("JPY_SESSION_NAME", str(tmp_path / "films" / "film.ipynb"))
    tell(panel, "upload_path", id="1", path="../beach [1].jpg", beside=True)
    until(lambda: panel.photos)
    assert panel.photos[0]["name"] == "beach [1].jpg"
    sent: list[dict[str, Any]] = []
    panel.send = lambda content, buffers=None: sent.append(content)  # type: ignore[method-assign]
    tell(panel, "upload_path", id="2", path="../koi.jpg", beside=True)
    until(lambda: [message for message in sent if message["type"] == "upload_failed"])
    failed = next(message for message in sent if message["type"] == "upload_failed")
    assert failed["message"].startswith("koi.jpg: the kernel has no such file.")
    assert str(tmp_path) not in failed["message"]


def test_a_cancelled_file_holds_up_nobody(panel: p2v.Panel, tmp_path: Path) -> None:
    tell(panel, "upload_start", id="1", name="first.jpg", size=1000)
    send_file(panel, photo(tmp_path / "second.jpg"))
    tell(panel, "upload_cancel", id="1")
    until(lambda: panel.photos)
    assert [item["name"] for item in panel.photos] == ["second.jpg"]


def test_an_edit_on_an_old_draft_is_refused_and_said(panel: p2v.Panel, tmp_path: Path) -> None:
    panel.add(photo(tmp_path / "a.jpg"))
    panel.say("a slideshow, 2 seconds each")
    before = panel.draft
    tell(panel, "edit", base=panel.revision - 1, operations=[{"op": "set_length", "duration": 9000}])
    until(lambda: any(entry["kind"] == "error" for entry in panel.entries))
    assert panel.draft == before


def test_a_bad_file_is_named_and_the_rest_goes_on(panel: p2v.Panel, tmp_path: Path) -> None:
    bad = tmp_path / "broken.jpg"
    bad.write_bytes(b"\xff\xd8\xff not a photo")
    sent: list[dict[str, Any]] = []
    panel.send = lambda content, buffers=None: sent.append(content)  # type: ignore[method-assign]
    send_file(panel, bad)
    send_file(panel, photo(tmp_path / "good.jpg"))
    until(lambda: panel.photos)
    failed = next(message for message in sent if message["type"] == "upload_failed")
    assert "broken.jpg" in failed["message"]
    assert [item["name"] for item in panel.photos] == ["good.jpg"]


def test_code_that_adds_a_bad_file_among_good_ones_is_told_in_the_log(panel: p2v.Panel, tmp_path: Path) -> None:
    photo(tmp_path / "good.jpg")
    (tmp_path / "broken.jpg").write_bytes(b"\xff\xd8\xff not a photo")
    panel.add(tmp_path)
    assert [item["name"] for item in panel.photos] == ["good.jpg"]
    until(lambda: any(entry["kind"] == "notice" and "broken.jpg" in entry["text"] for entry in panel.entries))
    with pytest.raises(UnsupportedFileError, match=r"broken\.jpg"):
        panel.add(tmp_path / "broken.jpg")


def test_an_impossible_film_is_refused_before_it_is_made(panel: p2v.Panel, tmp_path: Path) -> None:
    panel.add(photo(tmp_path / "a.jpg"))
    panel.say("a film of 60 seconds, no music")
    for target in ("film.mov", "nowhere/film.mp4"):
        with pytest.raises(P2VError):
            panel.export(tmp_path / target)
        assert (panel.exporting["status"], panel.exporting["frames"]) == ("failed", 0)


def test_completion_offers_the_names_for_people(panel: p2v.Panel) -> None:
    names = dir(panel)
    assert {"add", "say", "export", "session", "timeline", "draft", "revision", "close"} <= set(names)
    assert {"send_state", "comm", "hold_sync", "_client"}.isdisjoint(names)
    assert all(hasattr(panel, name) for name in names)
    assert {"send", "undo", "uploads"} <= set(dir(panel.session))


def test_the_film_goes_to_the_browser_in_pieces(panel: p2v.Panel, tmp_path: Path) -> None:
    panel.add(photo(tmp_path / "a.jpg"))
    panel.say("320x180, 1 second, no music")
    video = panel.export(tmp_path / "film.mp4")
    assert panel.film
    assert (panel.film["name"], panel.film["size"]) == ("film.mp4", video.size)
    got: dict[int, bytes] = {}

    def receive(content: dict[str, Any], buffers: Any = None) -> None:
        if content["type"] == "film":
            assert content["total"] == video.size
            got[content["offset"]] = buffers[0]

    panel.send = receive  # type: ignore[method-assign]
    for offset in range(0, video.size, 10_000):
        tell(panel, "film", id=panel.film["id"], offset=offset, length=10_000)
    until(lambda: sum(map(len, got.values())) == video.size)
    assert b"".join(got[offset] for offset in sorted(got)) == video.path.read_bytes()


def test_stop_ends_an_export_and_the_panel_goes_on(panel: p2v.Panel, tmp_path: Path) -> None:
    panel.add(photo(tmp_path / "a.jpg", size=(2000, 1500)))
    panel.say("a film of 60 seconds, no music")
    tell(panel, "export")
    until(lambda: panel.exporting["frame"] > 0)
    tell(panel, "stop")
    until(lambda: panel.exporting["status"] == "cancelled")
    assert panel.phase == "ready"
    assert not list(Path.cwd().glob("project*.mp4"))
    assert panel.say("undo").action == "edit"


def test_traits_hold_no_path_no_token_and_no_media(panel: p2v.Panel, tmp_path: Path) -> None:
    panel.add(photo(tmp_path / "a.jpg"))
    panel.say("320x180, 1 second")
    panel.export(tmp_path / "film.mp4")
    state = panel.get_state()
    del state["_esm"]
    saved = json.dumps(state, default=repr)
    assert str(tmp_path) not in saved
    assert str(Path.home()) not in saved
    assert "base64" not in saved
    assert len(saved) < 20_000
    token = panel._client._token.reveal()
    assert token
    assert token not in saved + repr(panel) + repr(panel.session)


def test_misspelt_arguments_are_refused() -> None:
    with pytest.raises(TypeError, match=r"^Panel\..*bckend"):
        p2v.Panel(bckend="nemo")  # type: ignore[call-arg]
    with pytest.raises(P2VError, match="language"):
        p2v.Panel(language="klingon")


def test_parts_share_the_panels_front_end_and_state(panel: p2v.Panel) -> None:
    part = panel.timeline
    assert part is panel.timeline
    assert part.panel is panel
    assert len(part._esm) < 3000
    assert set(part.keys) >= {"panel", "part"}


def piece(offset: int, data: bytes) -> Piece:
    return Piece(offset, data, zlib.crc32(data))


def test_an_inbox_takes_pieces_once_and_in_order(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path / "incoming")
    inbox.start("1", "../../etc/a.jpg", 6)
    assert inbox.write("1", piece(0, b"abc")) == 3
    assert inbox.write("1", piece(0, b"abc")) == 3
    assert inbox.write("1", piece(4, b"zz")) == 3
    assert inbox.write("2", piece(0, b"abc")) is None
    with pytest.raises(P2VError, match=r"a\.jpg: 3 of 6 bytes came"):
        inbox.finish("1")
    inbox.drop("1")
    inbox.start("1", "../../etc/a.jpg", 6)
    inbox.write("1", piece(0, b"abcdef"))
    source = inbox.finish("1")
    assert source
    assert source.path
    assert (source.name, source.path.read_bytes()) == ("a.jpg", b"abcdef")
    assert inbox.finish("1") is None
    inbox.drop("1")
    assert list((tmp_path / "incoming").iterdir()) == []


def test_an_upload_that_broke_off_goes_on_where_it_was(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path)
    assert inbox.start("1", "a.jpg", 6) == 0
    inbox.write("1", piece(0, b"abc"))
    assert inbox.start("1", "a.jpg", 6) == 3
    inbox.write("1", piece(3, b"def"))
    source = inbox.finish("1")
    assert source
    assert source.path
    assert source.path.read_bytes() == b"abcdef"
    # Another file under the same name of the transfer is not a continuation.
    assert inbox.start("1", "a.jpg", 7) == 0


def test_damaged_and_empty_pieces_are_not_written_but_told(panel: p2v.Panel, tmp_path: Path) -> None:
    data = photo(tmp_path / "a.jpg").read_bytes()
    sent: list[dict[str, Any]] = []
    panel.send = lambda content, buffers=None: sent.append(content)  # type: ignore[method-assign]
    tell(panel, "upload_start", id="1", name="a.jpg", size=len(data), attempt=0)
    tell(panel, "upload_chunk", data[:-1] + b"x", id="1", offset=0, crc=zlib.crc32(data))
    tell(panel, "upload_chunk", id="1", offset=0, crc=zlib.crc32(data))
    text = base64.b64encode(data).decode()
    tell(panel, "upload_chunk", id="1", offset=0, crc=zlib.crc32(data), base64=text)
    tell(panel, "upload_end", id="1")
    until(lambda: panel.photos)
    acks = [message for message in sent if message["type"] == "upload_ack"]
    assert [(ack["offset"], ack.get("problem")) for ack in acks] == [
        (0, None),
        (0, "damaged"),
        (0, "no-bytes"),
        (len(data), ""),
    ]


def test_a_path_on_the_kernels_machine_is_taken_and_kept_nowhere(panel: p2v.Panel, tmp_path: Path) -> None:
    (tmp_path / "secret-folder").mkdir()
    photo(tmp_path / "secret-folder" / "2.jpg", "teal")
    photo(tmp_path / "secret-folder" / "10.jpg", "crimson")
    sent: list[dict[str, Any]] = []
    panel.send = lambda content, buffers=None: sent.append(content)  # type: ignore[method-assign]
    tell(panel, "upload_path", id="1", path=f"{tmp_path}/secret-folder")
    until(lambda: [message for message in sent if message["type"] == "upload_done"])
    assert [item["name"] for item in panel.photos] == ["2.jpg", "10.jpg"]
    tell(panel, "upload_path", id="2", path=f"{tmp_path}/nowhere/at-all.jpg")
    until(lambda: [message for message in sent if message["type"] == "upload_failed"])
    assert "at-all.jpg" in next(message["message"] for message in sent if message["type"] == "upload_failed")
    state = panel.get_state()
    del state["_esm"]
    assert str(tmp_path) not in json.dumps(state, default=repr) + json.dumps(sent, default=repr)


def test_a_host_that_loses_bytes_gets_them_as_text(panel: p2v.Panel, tmp_path: Path) -> None:
    panel.add(photo(tmp_path / "a.jpg"))
    sent: list[tuple[dict[str, Any], Any]] = []
    panel.send = lambda content, buffers=None: sent.append((content, buffers))  # type: ignore[method-assign]
    tell(panel, "hello", text=True)
    tell(panel, "thumbnail", asset=panel.photos[0]["asset"], width=120)
    until(lambda: [content for content, _ in sent if content["type"] == "thumbnail"])
    content, buffers = next(item for item in sent if item[0]["type"] == "thumbnail")
    assert not buffers
    assert base64.b64decode(content["base64"])[:2] == b"\xff\xd8"


def test_the_log_is_told_as_what_changes_and_whole_to_whoever_asks(panel: p2v.Panel, tmp_path: Path) -> None:
    panel.add(photo(tmp_path / "a.jpg"))
    panel.say("320x180, 1 second, no music")
    until(lambda: panel.entries and not panel.entries[-1].get("open"))
    sent: list[dict[str, Any]] = []
    panel.send = lambda content, buffers=None: sent.append(content)  # type: ignore[method-assign]
    tell(panel, "hello", language="en")
    until(lambda: [message for message in sent if message["type"] == "log"])
    assert sent[0]["entries"] == panel.entries
    panel.export(tmp_path / "film.mp4")
    until(lambda: any(entry["text"].startswith("film.mp4") for entry in panel.entries))
    first = panel.entries[0]["id"]
    later = [message for message in sent if message["type"] == "log"][1:]
    assert all(entry["id"] != first for message in later for entry in message["entries"])
    made = next(entry for entry in panel.entries if entry["text"] == "export")
    assert made["took"] > 0
    assert "entries" not in panel.get_state()


async def test_the_log_keeps_its_latest_entries_and_at_most_so_many() -> None:
    told: list[list[dict[str, Any]]] = []
    activity = Activity(lambda entries, changed: told.append(changed))
    for number in range(MOST_ENTRIES + 50):
        activity.add("agent", f"{number} " + "x" * 2 * LONGEST_TEXT)
        if number % 50 == 0:
            await asyncio.sleep(0.001)
    await asyncio.sleep(0.1)
    assert [entry["text"].split()[0] for entry in activity.entries] == [str(n) for n in range(50, MOST_ENTRIES + 50)]
    assert max(len(entry["text"]) for entry in activity.entries) == LONGEST_TEXT
    assert len(told) <= 4


async def test_a_log_that_was_kept_goes_on_with_nothing_running() -> None:
    told: list[list[dict[str, Any]]] = []
    activity = Activity(lambda entries, changed: told.append(changed))
    activity.restore([{"id": 7, "kind": "tool", "text": "export", "time": 0, "open": True}])
    assert activity.add("user", "go on") == 8
    await asyncio.sleep(0.1)
    assert [(entry["id"], entry.get("open")) for entry in told[-1]] == [(7, False), (8, None)]


def test_a_film_has_a_poster_and_its_place_where_that_is_beside_the_notebook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    panel = p2v.Panel(language="en")
    panel.add(photo(tmp_path / "a.jpg"))
    panel.say("320x180, 1 second, no music")
    (tmp_path / "films").mkdir()
    panel.export("films/film.mp4")
    assert panel.film
    assert panel.film["beside"] == "films/film.mp4"
    pictures: list[bytes] = []

    def receive(content: dict[str, Any], buffers: Any = None) -> None:
        if content["type"] == "thumbnail":
            pictures.append(buffers[0])

    panel.send = receive  # type: ignore[method-assign]
    tell(panel, "thumbnail", asset=f"film:{panel.film['id']}", width=160)
    until(lambda: pictures)
    assert pictures[0][:2] == b"\xff\xd8"
    panel.close()


@pytest.mark.parametrize(
    ("name", "size", "error"), [("a.txt", 10, UnsupportedFileError), ("a.jpg", 201 * 2**20, FileTooLargeError)]
)
def test_an_inbox_refuses_before_a_byte_has_come(tmp_path: Path, name: str, size: int, error: type[P2VError]) -> None:
    with pytest.raises(error, match=name):
        Inbox(tmp_path).start("1", name, size)
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_the_file_system_would_refuse_is_taken(panel: p2v.Panel, tmp_path: Path) -> None:
    data = photo(tmp_path / "a.jpg").read_bytes()
    name = "海" * 120 + ".jpg"
    tell(panel, "upload_start", id="1", name=f"C:\\Users\\me\\{name}\0", size=len(data))
    tell(panel, "upload_chunk", data, id="1", offset=0, crc=zlib.crc32(data))
    tell(panel, "upload_end", id="1")
    until(lambda: panel.photos)
    assert str(panel.photos[0]["name"]).startswith("海海海")


def test_an_interrupt_while_the_panel_connects_leaves_it_usable(panel: p2v.Panel, tmp_path: Path) -> None:
    waiting = panel._thread.submit(panel._say("a film"))
    waiting.cancel()
    assert waiting.ended.wait(10)
    panel.add(photo(tmp_path / "a.jpg"))
    assert panel.phase == "ready"


def test_a_closed_panel_says_so(panel: p2v.Panel, tmp_path: Path) -> None:
    panel.add(photo(tmp_path / "a.jpg"))
    panel.close()
    with pytest.raises(P2VError, match="closed"):
        panel.add(photo(tmp_path / "b.jpg"))


def test_two_exports_at_once_never_share_a_name(
    panel: p2v.Panel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    panel.add(photo(tmp_path / "a.jpg"))
    panel.say("320x180, 3 seconds, no music")
    tell(panel, "export")
    until(lambda: panel.exporting["status"] == "running")
    panel.export()
    until(lambda: len(list(tmp_path.glob("film*.mp4"))) == 2)
    until(lambda: panel.phase == "ready")


# With the hosted service


@pytest.fixture
def hosted_panel(hosted: HostedDouble) -> Iterator[p2v.Panel]:
    panel = p2v.Panel("nemo", base_url=hosted.url, token="mine", timing=QUICK)
    yield panel
    panel.close()


def test_what_the_service_adds_later_is_shown_by_itself(
    hosted: HostedDouble, hosted_panel: p2v.Panel, tmp_path: Path
) -> None:
    hosted.stage_after = 3
    hosted_panel.add([photo(tmp_path / "beach.jpg")])
    hosted_panel.say("make a slideshow")
    until(lambda: [entry for entry in hosted_panel.entries if entry["text"].startswith("Music added")])
    until(lambda: p2v.Draft(hosted_panel.draft).sounds)


def test_a_film_that_the_plan_forbids_is_offered_to_be_made_here(
    hosted: HostedDouble, hosted_panel: p2v.Panel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    hosted.exports_free = False
    until(lambda: hosted_panel.phase == "ready")
    # Through the browser, where the file that came in is soon gone.
    send_file(hosted_panel, photo(tmp_path / "beach.jpg"))
    until(lambda: hosted_panel.photos)
    hosted_panel.say("make a slideshow of 1 second, 320x240")
    tell(hosted_panel, "export")
    until(lambda: hosted_panel.exporting["status"] == "failed")
    assert hosted_panel.exporting["offer"] == "local"
    tell(hosted_panel, "export", renderer="local")
    until(lambda: hosted_panel.exporting["status"] == "done", 60)
    assert hosted_panel.exporting["offer"] == ""
    assert p2v.Video.open(tmp_path / hosted_panel.film["name"]).duration == pytest.approx(1.0, abs=0.1)


def test_the_pages_language_is_that_of_the_session_where_photos_come_first(
    hosted: HostedDouble, hosted_panel: p2v.Panel, tmp_path: Path
) -> None:
    tell(hosted_panel, "hello", language="zh")
    until(lambda: hosted_panel.suggestions[0] == "做成带音乐和转场的视频")
    assert hosted_panel.backend.get("credits") is None
    hosted_panel.add([photo(tmp_path / "beach.jpg")])
    assert [seen.json["language"] for seen in hosted.asked("/api/tasks")] == ["zh"]


def test_views_get_what_comes_after_their_first_paint_and_no_other_file(panel: p2v.Panel) -> None:
    sent: list[dict[str, Any]] = []
    panel.send = lambda content, buffers=None: sent.append(content)  # type: ignore[method-assign]
    for name in ("../widgets/model", "part", None, "painting", "chinese"):
        tell(panel, "module", name=name)
    until(lambda: len(sent) == 2)
    assert {message["name"] for message in sent} == {"painting", "chinese"}
    assert all("export" in message["text"] for message in sent)


def test_thoughts_and_tools_are_in_the_logs_detail(hosted_panel: p2v.Panel, tmp_path: Path) -> None:
    hosted_panel.add([photo(tmp_path / "beach.jpg")])
    hosted_panel.say("make a slideshow")
    until(lambda: [entry for entry in hosted_panel.entries if entry["kind"] == "agent"])
    steps = {entry["text"]: entry.get("detail", "") for entry in hosted_panel.entries if entry["kind"] == "tool"}
    assert "slideshow" in steps["thinking"]
    assert "count: 1" in steps["create_timeline"]
    assert len([entry for entry in hosted_panel.entries if entry["kind"] == "notice"]) == 0


def test_credits_and_the_project_are_at_hand_once_there_is_a_project(
    hosted: HostedDouble, hosted_panel: p2v.Panel, tmp_path: Path
) -> None:
    hosted_panel.add([photo(tmp_path / "beach.jpg")])
    hosted_panel.say("make a slideshow")
    until(lambda: isinstance(hosted_panel.backend.get("credits"), int | float))
    until(lambda: hosted_panel.backend["held"] == 0)
    assert hosted_panel.backend["anonymous"] is False
    sent: list[dict[str, Any]] = []
    hosted_panel.send = lambda content, buffers=None: sent.append(content)  # type: ignore[method-assign]
    tell(hosted_panel, "link")
    until(lambda: [message for message in sent if message["type"] == "link"])
    link = next(message for message in sent if message["type"] == "link")
    assert link["url"].startswith("https://")
    assert link["url"] not in json.dumps(hosted_panel.get_state(), default=repr)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("kinds", [["image"], ["image"] * 7, ["image", "image", "video", "audio"]])
def test_every_suggestion_that_is_made_is_understood(language: str, kinds: list[str]) -> None:
    files = [{"kind": kind, "width": 3000, "height": 4000} for kind in kinds]
    assets = [
        Asset(f"asset:{number:064x}", f"{number}.jpg", kind=kind, width=3000, height=4000, duration=4000)
        for number, kind in enumerate(kinds)
    ]
    for words in suggestions(files, {}, language):
        reply = director.respond(words, p2v.Draft(), assets)
        draft = p2v.edits.apply(p2v.Draft(), reply.operations)
        assert draft.pictures, words
        for later in suggestions(files, draft.data, language):
            assert director.respond(later, draft, assets).operations, (words, later)


# What outlives the kernel


def test_a_later_panel_goes_on_with_photos_draft_history_log_and_film(tmp_path: Path) -> None:
    panel = p2v.Panel(language="en")
    panel.add(photo(tmp_path / "a.jpg"))
    panel.say("320x180, 1 second, no music")
    panel.export(tmp_path / "film.mp4")
    panel.say("add title: Hello")
    before, told = panel.get_state(), list(panel.entries)
    panel.close()
    later = p2v.Panel(language="en", session="last")
    try:
        assert later.session.revision == 2
        until(lambda: later.film)
        for name in ("draft", "photos", "can_undo", "can_redo"):
            assert getattr(later, name) == before[name]
        until(lambda: len(later.entries) == len(told))
        assert later.film["name"] == "film.mp4"
        assert later.say("undo").changes == ["Title removed: 'Hello'"]
    finally:
        later.close()


def test_an_export_that_the_kernel_left_is_picked_up_by_the_next_panel(tmp_path: Path) -> None:
    photo(tmp_path / "a.jpg", size=(2000, 1500))
    code = (
        "import photo2video_widgets as p2v, os, signal, time\n"
        "panel = p2v.Panel(language='en')\npanel.add('a.jpg')\npanel.say('a film of 30 seconds, 1280x720, no music')\n"
        "panel._handle_custom_msg({'type': 'export'}, [])\n"
        "while not panel.exporting['frame']: time.sleep(0.02)\n"
        "os.kill(os.getpid(), signal.SIGKILL if os.name != 'nt' else signal.SIGTERM)\n"
    )
    environment = {**os.environ, "JPY_SESSION_NAME": "left.ipynb"}
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment, check=False)
    assert not list(tmp_path.glob("*.mp4"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JPY_SESSION_NAME", "left.ipynb")
        panel = p2v.Panel(language="en", session="last")
    try:
        until(lambda: panel.film, 60)
        assert [p2v.Video.open(film).duration for film in tmp_path.glob("*.mp4")] == [30.0]
    finally:
        panel.close()


def test_no_earlier_panel_and_a_session_that_is_gone_are_told(tmp_path: Path) -> None:
    with pytest.raises(P2VError, match="no earlier panel"):
        p2v.Panel(session="last", data_dir=tmp_path)
    panel = p2v.Panel(session="gone", data_dir=tmp_path)
    with pytest.raises(p2v.SessionNotFoundError):
        _ = panel.session
    panel.close()


def test_a_page_holds_film_timeline_and_words_and_nothing_of_elsewhere(panel: p2v.Panel, tmp_path: Path) -> None:
    with pytest.raises(P2VError, match="no film yet"):
        panel.save_html(tmp_path / "film.html")
    panel.add(photo(tmp_path / "a.jpg"))
    panel.say("320x180, 1 second, calm music, title: Sea & <b>sky</b>")
    panel.export(tmp_path / "film.mp4")
    page = panel.save_html(tmp_path / "film.html").read_text("utf-8")
    assert "<h1>Sea &amp; &lt;b&gt;sky&lt;/b&gt;</h1>" in page
    assert "<blockquote>320x180, 1 second, calm music, title: Sea &amp; &lt;b&gt;sky&lt;/b&gt;</blockquote>" in page
    assert "<td>a.jpg</td>" in page
    assert str(tmp_path) not in page
    assert "<script" not in page
    assert not re.search(r'(?:src|href)="(?!data:)', page)
    (tmp_path / "folder.html").mkdir()
    for name, wrong in (("film.txt", "must end in .html"), ("folder.html", "a folder of this name")):
        with pytest.raises(P2VError, match=wrong):
            panel.save_html(tmp_path / name)
    assert not list(tmp_path.glob(".*"))
