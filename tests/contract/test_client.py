"""Our own client, tried on every back end: what its users see is the same wherever the film is made."""

from __future__ import annotations

import asyncio
from pathlib import Path

import av
import numpy as np
import pytest

from photo2video_widgets import Client, Session, connect, edits
from photo2video_widgets.errors import AuthError, P2VError, SessionNotFoundError, UnsupportedFileError
from photo2video_widgets.events import TextEvent, ThoughtEvent, ToolCallEvent, ToolResultEvent
from photo2video_widgets.exports import ExportProgress

from .conftest import MAKE, QUICK, Backend


@pytest.fixture
async def conversation(client: Client, photos: list[Path]) -> Session:
    """A session with three photos and a film of 2 s."""
    made = await client.new_session("en")
    await made.upload(photos)
    await made.send(MAKE)
    return made


async def test_from_photos_to_a_film(client: Client, photos: list[Path], tmp_path: Path) -> None:
    session = await client.new_session("en")
    await session.upload(photos)
    assert [item["name"] for item in session.uploads] == [photo.name for photo in photos]
    reply = await session.send(MAKE)
    assert [segment.name for segment in reply.draft.pictures] == [photo.name for photo in photos]
    assert reply.draft.duration == 2000
    assert reply.draft == await session.draft()
    stages: list[ExportProgress] = []
    video = await session.export(tmp_path / "trip.mp4", on_progress=stages.append)
    assert stages
    assert video.path.read_bytes()[4:8] == b"ftyp"
    assert video.size == video.path.stat().st_size
    assert (video.width, video.height) == (320, 240)
    assert [file.name for file in tmp_path.iterdir()] == ["trip.mp4"]


async def test_an_engine_is_told_from_a_service(backend: Backend, client: Client) -> None:
    assert client.is_engine == (backend.double is None)


async def test_without_a_token_one_is_asked_for(backend: Backend, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEMO_CLIENT_ID", backend.client_id)
    async with connect(backend.base_url, timing=QUICK) as client:
        assert (await client.credits())["available"] > 0


async def test_a_wrong_token_is_a_clear_error(backend: Backend) -> None:
    with pytest.raises(AuthError) as caught:
        await connect(backend.base_url, token="nonsense", timing=QUICK).open()
    assert "nonsense" not in caught.value.message


async def test_a_stream_gives_tools_and_words_and_the_whole_answer_once(conversation: Session) -> None:
    events = [event async for event in conversation.stream(MAKE.replace("2", "3"))]
    calls = [event.id for event in events if isinstance(event, ToolCallEvent)]
    assert calls
    assert calls == [event.id for event in events if isinstance(event, ToolResultEvent)]
    texts = [event for event in events if isinstance(event, TextEvent)]
    assert [event.partial for event in texts] == [True] * (len(texts) - 1) + [False]
    assert len(texts) > 1
    thoughts = [event.text for event in events if isinstance(event, ThoughtEvent)]
    assert not [thought for thought in thoughts if thought in texts[-1].text]


async def test_nobody_is_sent_to_a_button(client: Client, photos: list[Path]) -> None:
    session = await client.new_session("en")
    await session.upload(photos)
    assert "button" not in (await session.send(MAKE)).text.lower()
    assert "preview" not in (await session.send("add music")).text.lower()


async def test_an_edit_is_told_also_where_the_agent_says_nothing(conversation: Session) -> None:
    reply = await conversation.send('add a title "Paradise Found"')
    assert "Paradise Found" in reply.text
    assert [line for line in reply.changes if "Paradise Found" in line]
    assert [segment.text for segment in reply.draft.texts] == ["Paradise Found"]


async def test_a_service_keeps_the_keys_that_nobody_knows(
    backend: Backend, client: Client, conversation: Session
) -> None:
    known = (await client.state(conversation.id))["draft"]
    assert (await conversation.draft()).data == known
    if backend.double:
        assert known["zz"] == {"kept": True}


async def test_a_later_process_goes_on_with_a_session(client: Client, conversation: Session) -> None:
    again = await client.session(conversation.id)
    assert await again.draft() == await conversation.draft()
    assert [item["name"] for item in again.uploads] == [item["name"] for item in conversation.uploads]


async def test_an_unknown_session_is_a_clear_error(client: Client) -> None:
    with pytest.raises(SessionNotFoundError):
        await client.session("gone")


async def test_a_wrong_file_is_named_and_the_others_are_there(
    client: Client, photos: list[Path], tmp_path: Path
) -> None:
    (tmp_path / "notes.txt").write_text("hello")
    session = await client.new_session("en")
    with pytest.raises(UnsupportedFileError, match=r"notes\.txt") as caught:
        await session.upload([photos[0], tmp_path / "notes.txt", photos[1]])
    assert str(tmp_path) not in caught.value.message
    assert [item["name"] for item in session.uploads] == [photos[0].name, photos[1].name]


async def test_edits_by_hand_can_be_taken_back_and_made_again(conversation: Session) -> None:
    before = await conversation.draft()
    assert (await conversation.edit(edits.set_length(1500), by_hand=True)).draft.duration == 1500
    assert (await conversation.draft()).duration == 1500
    assert (await conversation.undo()).draft == before
    assert (await conversation.redo()).draft.duration == 1500


async def test_edits_by_hand_outlive_what_the_agent_does_next(conversation: Session) -> None:
    await conversation.edit(edits.set_look("mono"), by_hand=True)
    reply = await conversation.send('add a title "Paradise Found"')
    assert {segment.look for segment in reply.draft.pictures} == {"mono"}
    assert len(reply.draft.texts) == 1


async def test_edits_by_hand_are_exported_along(backend: Backend, conversation: Session, tmp_path: Path) -> None:
    await conversation.edit(edits.set_look("mono"), by_hand=True)
    video = await conversation.export(tmp_path / "film.mp4")
    if backend.double:
        (asked,) = [body for body in backend.double.films.asked_for.values() if body["sessionId"] == conversation.id]
        assert {segment["m"]["look"]["kind"] for segment in asked["draft"]["t"][0]["sg"]} == {"mono"}
        return
    with av.open(str(video.path)) as film:
        middle = next(film.decode(video=0)).to_ndarray(format="rgb24")[110:130, 150:170].astype(int)
    assert np.ptp(middle, axis=2).max() < 12


async def test_words_go_where_they_belong(conversation: Session, tmp_path: Path) -> None:
    assert (await conversation.say("how many credits do I have?")).action == "credits"
    assert "Timeline (1 track)" in (await conversation.say("show tracks")).text
    reply = await conversation.say("export", path=tmp_path / "film.mp4")
    assert reply.video
    assert reply.video.path.exists()


async def test_a_balance_has_its_three_numbers(client: Client) -> None:
    balance = await client.credits()
    assert balance["available"] + balance["frozen"] == balance["total"]


async def test_nothing_is_exported_where_there_is_nothing(client: Client, tmp_path: Path) -> None:
    session = await client.new_session("en")
    with pytest.raises(P2VError, match="nothing to export"):
        await session.export(tmp_path / "film.mp4")
    assert list(tmp_path.iterdir()) == []


async def test_messages_are_answered_in_the_order_they_were_sent(conversation: Session) -> None:
    words = [MAKE.replace("2 second", f"{seconds} second") for seconds in (3, 4, 5)]
    replies = await asyncio.gather(*(conversation.send(text) for text in words))
    assert [reply.draft.duration for reply in replies] == [3000, 4000, 5000]
