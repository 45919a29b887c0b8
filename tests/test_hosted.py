"""A conversation with the hosted service: what it does without a word and by itself, what it refuses, edits on top."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from starlette.requests import Request
from starlette.responses import Response

from photo2video_widgets import Client, Draft, Session, connect, edits
from photo2video_widgets.errors import DraftError, NoCreditsError, P2VError, ServiceError, StaleRevisionError
from photo2video_widgets.events import ErrorEvent
from photo2video_widgets.watching import Changed, Happening

from .backends import HostedDouble, ok, refusing, stream
from .test_client import QUICK, client_of, first


@pytest.fixture
async def client(hosted: HostedDouble) -> AsyncIterator[Client]:
    async with client_of(hosted) as client:
        yield client


@pytest.fixture
async def session(client: Client, photos: list[Path]) -> Session:
    """A conversation with a draft of three photos, 3 s each."""
    session = await client.new_session("en")
    await session.upload(photos)
    await session.send("make a slideshow of 9 seconds")
    return session


def timeline(*names: str, ids: bool = True) -> dict[str, Any]:
    segments: list[dict[str, Any]] = [{"d": 1000, "m": {"name": name}, "x": {"kept": name}} for name in names]
    for number, segment in enumerate(segments):
        if ids:
            segment |= {"id": f"s-{names[number]}", "s": number * 1000}
    return {"d": 1000 * len(names), "t": [{"tt": 0, "sg": segments}]}


# What it does without a word


async def test_a_silent_edit_is_told_by_what_changed(session: Session) -> None:
    reply = await session.send("add title 'Paradise Found'")
    assert reply.text == "Title added: 'Paradise Found', 0–3 s"
    assert reply.changes == [reply.text]


async def test_several_silent_changes_are_a_line_each(hosted: HostedDouble, session: Session) -> None:
    hosted.full_drafts = True
    await session.send("make a slideshow")

    async def edit(request: Request) -> Response:
        draft = (await session.draft()).data
        pictures = draft["t"][0]["sg"]
        pictures[0]["d"], pictures[2]["m"]["look"] = 5000, {"kind": "mono"}
        draft["t"][0]["sg"] = [pictures[0], pictures[2], pictures[1]]
        for number, picture in enumerate(draft["t"][0]["sg"]):
            picture["s"] = sum(other["d"] for other in draft["t"][0]["sg"][:number])
        draft["d"] += 2000
        music = {"id": "m1", "d": 11000, "m": {"name": "Lo-fi", "volume": 0.35}}
        draft["t"].append({"tt": 1, "id": "m", "sg": [music]})
        hosted.draft = draft
        return stream({"content": {"parts": [{"functionCall": {"name": "edit", "args": {}}}]}})

    hosted.once("POST", "/run_sse", edit)
    reply = await session.send("longer first photo, last one second and grey, music")
    told = "\n".join(reply.changes)
    for words in ("5 s", "mono", "Music added: Lo-fi", "11 s", "3-blue.jpg"):
        assert words in told
    assert reply.text == told


async def test_a_message_that_changes_nothing_and_says_nothing_is_answered(
    hosted: HostedDouble, session: Session
) -> None:
    hosted.once("POST", "/run_sse", first(stream(": beat\n\n")))
    reply = await session.send("do nothing, please")
    assert (reply.text, reply.changes) == ("Nothing was changed.", [])


async def test_an_error_in_the_stream_is_an_error_without_its_raw_words(hosted: HostedDouble, session: Session) -> None:
    hosted.once("POST", "/run_sse", first(stream({"error": "Traceback: secret"})))
    with pytest.raises(ServiceError) as caught:
        await session.send("make a film")
    assert "secret" not in str(caught.value)
    hosted.once("POST", "/run_sse", first(stream({"error": "Traceback: secret"})))
    events = [event async for event in session.stream("make a film")]
    assert isinstance(events[-1], ErrorEvent)


# What it does by itself


async def test_what_the_service_adds_after_its_answer_is_reported(
    hosted: HostedDouble, client: Client, photos: list[Path]
) -> None:
    hosted.stage_after = 3
    session = await client.new_session("en")
    await session.upload(photos)
    happenings: list[Happening] = []
    await session.send("make a slideshow")
    session.watch(happenings.append)
    later = await session.later_reports()
    assert [line for line in later if line.startswith("Music added")]
    assert [line for line in later if line.startswith("Title added")]
    assert [happening for happening in happenings if isinstance(happening, Changed)] == [Changed(tuple(later))]


async def test_a_service_that_adds_nothing_is_waited_for_no_longer_than_is_said(session: Session) -> None:
    assert await session.later_reports(within=0.1) == []


async def test_reports_end_where_the_next_message_begins(hosted: HostedDouble, session: Session) -> None:
    later = asyncio.create_task(session.later_reports())
    await asyncio.sleep(0.05)
    reply = await session.send("add title 'Mine'")
    assert reply.changes
    assert await later == []


async def test_reports_leave_out_what_was_done_by_hand(session: Session) -> None:
    later = asyncio.create_task(session.later_reports(within=0.3))
    await asyncio.sleep(0.05)
    await session.edit(edits.set_length(12_000))
    assert await later == []


async def test_what_the_service_did_between_two_messages_is_told(hosted: HostedDouble, session: Session) -> None:
    notices: list[str] = []
    session.client.on_notice(notices.append)
    draft = (await session.draft()).data
    draft["t"].append({"tt": 7, "sg": [{"d": 3000, "m": {"text": "By itself"}}]})
    hosted.draft = draft
    await session.send("add music")
    assert notices == ["Meanwhile the service has changed: Title added: 'By itself', 0–3 s"]


async def test_an_engine_adds_nothing_by_itself() -> None:
    async with connect("local", timing=QUICK) as client:
        session = await client.new_session("en")
        assert await session.later_reports() == []


# Edits by hand on top


async def test_edits_by_hand_are_shown_exported_and_undone_first(
    hosted: HostedDouble, session: Session, tmp_path: Path
) -> None:
    reply = await session.edit(edits.set_length(6000), edits.set_look("warm"))
    assert reply.draft.duration == 6000
    assert reply.changes
    assert (await session.draft()).duration == 6000
    await session.export(tmp_path / "film.mp4")
    asked = next(seen.json for seen in hosted.asked("/api/render") if seen.method == "POST")
    assert asked["draft"]["d"] == 6000
    # What the service put there stays there.
    assert asked["draft"]["zz"] == hosted.draft["zz"]
    assert asked["draft"]["t"][0]["sg"][0]["vz"] == hosted.draft["t"][0]["sg"][0]["vz"]
    assert session.can_undo
    assert (await session.undo()).draft.duration == 9000
    assert session.can_redo
    assert (await session.redo()).draft.duration == 6000
    await session.undo()
    with pytest.raises(P2VError, match="in words"):
        await session.undo()


async def test_edits_by_hand_are_made_again_on_what_the_service_changes(hosted: HostedDouble, session: Session) -> None:
    await session.edit(edits.set_length(6000))
    reply = await session.send("add title 'Mine'")
    assert (reply.draft.duration, reply.draft.texts[0].text) == (6000, "Mine")
    assert [line for line in reply.changes if "6 s" in line] == []


@pytest.mark.parametrize("ids", [True, False])
async def test_an_edit_whose_photo_is_gone_or_another_is_dropped_and_said(
    hosted: HostedDouble, session: Session, ids: bool
) -> None:
    notices: list[str] = []
    session.client.on_notice(notices.append)
    hosted.draft = timeline("a.jpg", "b.jpg", ids=ids)
    second = (await session.draft()).pictures[1].id
    await session.edit(edits.set_look("mono", id=second))
    # The service puts another photo in front: without ids the second one is another than it was.
    hosted.draft = timeline("new.jpg", "a.jpg", ids=ids)
    draft = await session.draft()
    assert [picture.look for picture in draft.pictures] == ["none", "none"]
    assert "set_look" in notices[0]
    assert not session.can_undo


async def test_a_state_without_a_draft_keeps_the_edits_by_hand(hosted: HostedDouble, session: Session) -> None:
    await session.edit(edits.set_length(6000))
    hosted.once("GET", "/api/state", first(ok(state={"draft": None})))
    await session.draft()
    hosted.once("GET", "/api/state", first(ok()))
    with pytest.raises(ServiceError, match="how the draft stands"):
        await session.draft()
    assert (await session.draft()).duration == 6000


async def test_an_edit_that_changes_nothing_says_so(session: Session) -> None:
    assert (await session.edit(edits.set_length(9000))).text == "Nothing was changed."


async def test_a_draft_without_ids_can_be_edited_by_hand(hosted: HostedDouble, session: Session) -> None:
    hosted.draft = timeline("a.jpg", "b.jpg", ids=False)
    first_one = (await session.draft()).pictures[0].id
    draft = (await session.edit(edits.remove(first_one))).draft
    assert [picture.name for picture in draft.pictures] == ["b.jpg"]
    assert draft.data["t"][0]["sg"][0]["x"] == {"kept": "b.jpg"}


@pytest.mark.parametrize("odd", [{"t": 5}, {"t": [5, {"sg": 7}]}, {"m": [1]}, {"t": [{"tt": "x", "sg": [{"d": "a"}]}]}])
async def test_a_draft_of_an_odd_shape_is_edited_or_refused(
    hosted: HostedDouble, session: Session, odd: dict[str, Any]
) -> None:
    hosted.draft = odd
    for operation in (edits.set_length(8000), edits.set_look("warm"), edits.remove("t0s0"), edits.add_text("Hi")):
        try:
            await session.edit(operation)
        except DraftError as refused:
            assert "operations[0]" in str(refused)
    assert str(await session.draft())


# Where a user's words go


async def test_words_go_where_they_belong(hosted: HostedDouble, session: Session, tmp_path: Path) -> None:
    said = len(hosted.asked("/run_sse"))
    assert (await session.say("how many credits do I have?")).action == "credits"
    assert "Timeline" in (await session.say("show tracks")).text
    assert (await session.say("导出", path=tmp_path / "film.mp4")).video
    assert (await session.say("上传")).action == "upload"
    assert len(hosted.asked("/run_sse")) == said
    reply = await session.say("add title 'Export' and export it", path=tmp_path / "other.mp4")
    assert reply.video
    assert "Title added: 'Export'" in reply.text
    assert len(hosted.asked("/run_sse")) == said + 1
    assert (await session.say("add title 'my credits'")).action == "edit"
    assert len(hosted.asked("/run_sse")) == said + 2


async def test_what_is_sent_goes_to_the_agent_whatever_it_says(hosted: HostedDouble, session: Session) -> None:
    for words in ("export", "credits", "导出"):
        said = len(hosted.asked("/run_sse"))
        await session.send(words)
        assert hosted.asked("/run_sse")[said].json["new_message"]["parts"] == [{"text": words}]


# Accounts


async def test_a_claim_link_holds_the_claim_token_and_no_other(
    hosted: HostedDouble, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert await session.claim_link() == "https://nemovideo.com/workspace/claim?ct=clm_1%2F2"
    monkeypatch.setenv("NEMO_WEB_URL", "https://web.example/")
    assert await session.claim_link() == "https://web.example/workspace/claim?ct=clm_1%2F2"
    asked = hosted.asked("/api/auth/claim-token")[0].json
    assert asked == {"task_id": hosted.sessions[session.id].task, "session_id": session.id}
    assert not [seen for seen in hosted.seen if "mine" in f"{seen.path}?{seen.query}"]


async def test_a_session_of_another_process_has_no_claim_link(client: Client, session: Session) -> None:
    with pytest.raises(P2VError, match="process that started"):
        await (await client.session(session.id)).claim_link()


async def test_a_session_on_an_engine_has_no_claim_link() -> None:
    async with connect("local", timing=QUICK) as client:
        with pytest.raises(P2VError, match="account"):
            await (await client.new_session("en")).claim_link()


async def test_who_has_no_account_is_told_where_to_get_one_when_the_credits_are_gone(
    hosted: HostedDouble, photos: list[Path]
) -> None:
    async with connect("nemo", base_url=hosted.url, timing=QUICK) as client:
        session = await client.new_session("en")
        await session.upload(photos)
        hosted.credits = 0
        with pytest.raises(NoCreditsError) as caught:
            await session.send("make a slideshow")
    bind = f"bind-{hosted.sessions[session.id].task[5:]}"
    assert f"https://nemovideo.com/?bind={bind}" in str(caught.value)
    assert caught.value.code == 2001


async def test_whoever_goes_on_with_a_session_is_given_its_link(hosted: HostedDouble, session: Session) -> None:
    hosted.credits = 0
    hosted.once("GET", "/api/state", first(ok(state={})), times=3)
    async with connect("nemo", base_url=hosted.url, timing=QUICK) as client:
        with pytest.raises(NoCreditsError, match=f"bind={session.id}"):
            await (await client.session(session.id)).send("make a slideshow")


async def test_where_no_answer_names_an_id_the_link_names_the_session(hosted: HostedDouble) -> None:
    async def plain(request: Request) -> Response:
        answer = await hosted.usual(request)
        content = bytes(answer.body).replace(b'"bind_id"', b'"other"')
        return Response(content, media_type="application/json")

    hosted.on["POST", "/api/tasks"] = hosted.on["GET", "/api/state"] = plain
    hosted.credits = 0
    async with connect("nemo", base_url=hosted.url, timing=QUICK) as client:
        session = await client.new_session("en")
        with pytest.raises(NoCreditsError, match=f"bind={session.id}"):
            await session.send("make a slideshow")


async def test_who_has_an_account_is_told_to_top_up(hosted: HostedDouble, session: Session) -> None:
    hosted.credits = 0
    with pytest.raises(NoCreditsError, match="Top up credits in your account"):
        await session.send("make a slideshow")


@pytest.mark.parametrize("code", [1001, 1002, 2001, 4000, 4001, 4002, 400, 402, 404, 429, 500, 31337])
async def test_whatever_refuses_a_message_leaves_a_session_that_goes_on(
    hosted: HostedDouble, session: Session, photos: list[Path], code: int
) -> None:
    hosted.once("POST", "/run_sse", refusing(code), times=2 if code == 429 else 1)
    with pytest.raises(P2VError) as caught:
        await session.send("add title 'Mine'")
    assert "secret" not in str(caught.value)
    hosted.users.add("mine")
    if code == 1002:
        await session.upload(photos)
        await session.send("make a slideshow")
    assert (await session.send("add title 'Mine'")).changes


async def test_a_draft_that_is_null_is_an_empty_one(hosted: HostedDouble, session: Session) -> None:
    hosted.once("GET", "/api/state", first(Response('{"code": 0, "data": {"state": {"draft": null}}}')))
    assert await session.draft() == Draft()


async def test_edits_by_hand_on_a_service_are_revisions_too(session: Session) -> None:
    begun = session.revision
    await session.edit(edits.set_length(6000), base=begun, by_hand=True)
    with pytest.raises(StaleRevisionError):
        await session.edit(edits.set_length(7000), base=begun, by_hand=True)
    assert session.revision == begun + 1
    history = await session.revisions()
    assert [entry["origin"] for entry in history] == ["words", "gesture"]
    assert history[0]["words"]
    assert (await session.at(begun)).duration != 6000
    assert (await session.at(begun + 1)).duration == 6000
    with pytest.raises(P2VError, match="Say in words"):
        await session.restore(begun)
    with pytest.raises(P2VError, match="Revision 99"):
        await session.at(99)


async def test_an_edit_by_hand_can_become_words_and_is_taken_back_then(session: Session) -> None:
    before = await session.draft()
    first = before.pictures[0]
    await session.edit(edits.set_look("warm", first.id))
    assert await session.as_words() == f"Set the look of photo 1 ({first.name}) to warm."
    assert await session.draft() == before
    with pytest.raises(P2VError, match="no edit by hand"):
        await session.as_words()
