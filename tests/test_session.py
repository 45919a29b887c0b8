"""A conversation from photos to film, and what happens when things go wrong on the way."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from photo2video_widgets import Client, Draft, Reply, Session, Video, connect, edits
from photo2video_widgets.engine.process import Engine
from photo2video_widgets.errors import (
    ExportCancelledError,
    P2VError,
    StaleRevisionError,
    UnsupportedFileError,
)
from photo2video_widgets.events import TextEvent, ToolCallEvent
from photo2video_widgets.exports import ExportProgress
from photo2video_widgets.upload.handover import UploadProgress

from .test_client import QUICK

MAKE = "make a 2 second slideshow, 320x240, no music"


@pytest.fixture
async def client(engine: Engine) -> AsyncIterator[Client]:
    async with connect(engine.base_url, token=engine.token, timing=QUICK) as opened:
        yield opened


@pytest.fixture
async def session(client: Client, photos: list[Path]) -> Session:
    """A session with three photos and a film of 2 s."""
    made = await client.new_session("en")
    await made.upload(photos)
    await made.send(MAKE)
    return made


# On the engine


async def test_from_photos_to_a_film(client: Client, photos: list[Path], tmp_path: Path) -> None:
    session = await client.new_session("en")
    told: list[UploadProgress] = []
    files = await session.upload([str(photos[0].parent)], on_progress=told.append)
    assert [file["name"] for file in files] == [photo.name for photo in photos]
    assert told[-1].sent == told[-1].total == sum(photo.stat().st_size for photo in photos)
    reply = await session.send(MAKE)
    assert reply.text
    assert reply.changes
    assert reply.draft.duration == 2000
    shown: list[ExportProgress] = []
    video = await session.export(tmp_path / "trip.mp4", on_progress=shown.append)
    assert isinstance(video, Video)
    assert (video.width, video.height, video.duration) == (320, 240, 2.0)
    assert video.path.stat().st_size == video.size
    assert shown[-1].frame == shown[-1].frames == 60
    assert [file.name for file in tmp_path.iterdir()] == ["trip.mp4"]


async def test_pictures_arrays_and_files_are_taken_in_the_order_given(client: Client, photos: list[Path]) -> None:
    session = await client.new_session()
    picture = Image.new("RGB", (64, 48), "navy")
    array = np.full((48, 64, 3), 200, np.uint8)
    files = await session.upload([photos[1], picture, photos[0], array])
    assert [file["name"] for file in session.uploads] == [
        photos[1].name,
        files[1]["name"],
        photos[0].name,
        files[3]["name"],
    ]
    assert (files[1]["width"], files[1]["height"]) == (64, 48)


async def test_a_bad_file_is_told_and_the_others_are_there(client: Client, photos: list[Path], tmp_path: Path) -> None:
    (tmp_path / "bad.jpg").write_bytes(b"no picture")
    session = await client.new_session()
    with pytest.raises(UnsupportedFileError, match=r"bad\.jpg") as caught:
        await session.upload([photos[0], tmp_path / "bad.jpg", photos[1]])
    assert str(tmp_path) not in str(caught.value)
    assert len(session.uploads) == 2
    notices: list[str] = []
    client.on_notice(notices.append)
    assert len(await session.upload([tmp_path / "bad.jpg", photos[2]], skip_bad=True)) == 1
    assert "bad.jpg" in notices[0]


async def test_a_stream_gives_tool_calls_then_words(session: Session) -> None:
    events = [event async for event in session.stream("make it 3 seconds")]
    assert isinstance(events[0], ToolCallEvent)
    assert isinstance(events[-1], TextEvent)
    assert not events[-1].partial
    assert (await session.draft()).duration == 3000


async def test_messages_are_answered_in_the_order_they_were_sent(session: Session) -> None:
    replies = await asyncio.gather(*(session.send(f"make it {seconds} seconds") for seconds in (3, 4, 5)))
    assert [reply.draft.duration for reply in replies] == [3000, 4000, 5000]


async def test_a_stream_that_is_left_lets_the_next_message_through(session: Session) -> None:
    events = session.stream("make it 3 seconds")
    await anext(events)
    await events.aclose()
    async with asyncio.timeout(10):
        reply = await session.send("make it 4 seconds")
    assert reply.draft.duration == 4000


async def test_letters_that_no_font_has_are_told_when_the_film_is_made(
    client: Client, session: Session, tmp_path: Path
) -> None:
    await session.edit(edits.add_text("Ada \u1230", duration=1000))
    notices: list[str] = []
    client.on_notice(notices.append)
    await session.export(tmp_path / "film.mp4")
    assert ["\u1230" in notice and "Ada" in notice for notice in notices] == [True]


async def test_edits_undo_and_redo(session: Session) -> None:
    revision = session.revision
    reply = await session.edit(edits.set_length(3000), edits.set_canvas(240, 320))
    assert (reply.draft.duration, reply.draft.height) == (3000, 320)
    assert session.revision == revision + 1
    assert (await session.undo()).draft.duration == 2000
    assert session.can_redo
    assert (await session.redo()).draft.duration == 3000
    assert [entry["revision"] for entry in await session.revisions()] == list(range(session.revision + 1))
    assert (await session.at(revision + 1)).height == 320
    with pytest.raises(P2VError, match="no revision 99"):
        await session.at(99)
    with pytest.raises(StaleRevisionError):
        await session.restore(revision, base=revision)
    assert (await session.restore(revision)).draft.duration == 2000


async def test_the_waveform_of_a_built_in_tune_is_drawn_from_what_it_plays(session: Session) -> None:
    peaks = await session.peaks("music:lofi", 1, 4)
    assert len(peaks) == 1000
    assert 0.1 < max(peaks) <= 1
    assert peaks != await session.peaks("music:epic", 1, 4)
    assert await session.peaks("music:lofi", 1, 3600) == []
    with pytest.raises(P2VError, match="mood"):
        await session.peaks("music:polka", 1, 4)


async def test_an_edit_made_for_an_old_draft_is_refused_and_the_next_one_is_not(
    client: Client, session: Session
) -> None:
    other = await client.session(session.id)
    await other.edit(edits.set_length(3000))
    with pytest.raises(StaleRevisionError):
        await session.edit(edits.set_length(4000))
    assert (await session.edit(edits.set_length(4000))).draft.duration == 4000


async def test_words_go_where_they_belong(session: Session, tmp_path: Path) -> None:
    assert (await session.say("how many credits do I have?")).action == "credits"
    assert "Timeline" in (await session.say("show tracks")).text
    assert (await session.say("make it 3 seconds")).draft.duration == 3000
    reply = await session.say("make it 1 second and export", path=tmp_path / "film.mp4")
    assert reply.action == "export"
    assert reply.video
    assert reply.video.duration == 1.0


async def test_an_export_waits_for_the_edit_that_was_to_come_before_it(session: Session, tmp_path: Path) -> None:
    reply = await session.say("make the unicorn 2 seconds and export", path=tmp_path / "film.mp4")
    assert (reply.action, reply.video) == ("none", None)
    assert "unicorn" in reply.text
    assert reply.text.endswith("Say “export” to have it as it is.")
    assert not (tmp_path / "film.mp4").exists()


async def test_a_film_goes_to_a_free_name_when_none_is_given(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    names = [(await session.free_name()).name]
    (tmp_path / names[0]).touch()
    names.append((await session.free_name()).name)
    assert names[0] != names[1]


async def test_thumbnails_come_as_jpeg(session: Session) -> None:
    content = await session.thumbnail(session.uploads[0]["asset"], 64)
    assert Image.open(io.BytesIO(content)).size == (64, 48)


async def test_an_export_with_nothing_in_it_is_refused(client: Client, tmp_path: Path) -> None:
    session = await client.new_session()
    with pytest.raises(P2VError, match="nothing to export"):
        await session.export(tmp_path / "film.mp4")
    assert list(tmp_path.iterdir()) == []


async def test_cancelling_the_wait_cancels_the_film_and_keeps_the_old_one(session: Session, tmp_path: Path) -> None:
    (old := tmp_path / "film.mp4").write_bytes(b"old film")
    await session.edit(edits.set_length(200_000), edits.set_canvas(1280, 720))
    begun = asyncio.Event()
    task = asyncio.create_task(session.export(old, on_progress=lambda progress: progress.frame and begun.set()))
    async with asyncio.timeout(30):
        await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert old.read_bytes() == b"old film"
    assert [file.name for file in tmp_path.iterdir()] == ["film.mp4"]
    with pytest.raises(P2VError, match="no export"):
        await session.resume_export(old)


async def test_cancel_stops_what_the_session_is_doing(session: Session, tmp_path: Path) -> None:
    await session.edit(edits.set_length(200_000))
    begun = asyncio.Event()
    task = asyncio.create_task(session.export(tmp_path / "film.mp4", on_progress=lambda progress: begun.set()))
    await begun.wait()
    await session.cancel()
    assert task.cancelled()
    assert list(tmp_path.iterdir()) == []
    await session.cancel()


async def test_a_callback_that_fails_ends_the_export_and_the_render(
    client: Client, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("photo2video_widgets.exports.new_id", lambda: f"render_y{session.id}")
    await session.edit(edits.set_length(200_000))

    def fail(progress: ExportProgress) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await session.export(tmp_path / "film.mp4", on_progress=fail)
    async with asyncio.timeout(20):
        while (status := await client.render_status(f"render_y{session.id}"))["status"] != "failed":
            await asyncio.sleep(0.05)
    assert status["cancelled"] is True


async def test_a_film_stopped_elsewhere_is_a_cancelled_export(
    client: Client, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await session.edit(edits.set_length(200_000), edits.set_canvas(1280, 720))
    ids: list[str] = []
    monkeypatch.setattr("photo2video_widgets.exports.new_id", lambda: ids.append(f"render_x{session.id}") or ids[-1])
    task = asyncio.create_task(session.export(tmp_path / "film.mp4"))
    async with asyncio.timeout(30):
        while not ids or not [item async for item in _status(client, ids[0])]:
            await asyncio.sleep(0.05)
    await client.cancel_render(ids[0])
    with pytest.raises(ExportCancelledError):
        await task


async def _status(client: Client, identity: str) -> AsyncIterator[dict[str, Any]]:
    try:
        yield await client.render_status(identity)
    except P2VError:
        return


async def test_an_export_is_picked_up_by_a_later_process(tmp_path: Path, photos: list[Path]) -> None:
    data, film = tmp_path / "data", tmp_path / "film.mp4"
    async with connect("local", data_dir=data, timing=QUICK) as client:
        session = await client.new_session()
        await session.upload(photos)
        await session.send("make a 6 second slideshow, 320x240, no music")
        draft = await session.draft()
        from photo2video_widgets import exports
        from photo2video_widgets.pending import Notes, Pending

        pending = Pending(exports.new_id(), session.id, client.place, draft.data)
        Notes(client.data_dir).write(film, pending)
        await client.render(pending.id, session.id, draft.data)
        assert client._engine
        client._engine.stop()
    async with connect("local", data_dir=data, timing=QUICK) as client:
        video = await client.resume_export(film)
        assert (video.duration, video.size) == (6.0, film.stat().st_size)
        assert client._engine
        client._engine.stop()


async def test_an_empty_message_is_refused(session: Session) -> None:
    with pytest.raises(P2VError, match="empty"):
        await session.send("  ")


def test_a_reply_prints_as_its_text() -> None:
    assert str(Reply("Done.", [], "edit", Draft())) == "Done."
