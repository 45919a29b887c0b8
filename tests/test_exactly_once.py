"""A message is sent once, whatever breaks: the state tells whether it was acted on, and the user what is going on."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.responses import Response

from photo2video_widgets import P2VError, Session, connect
from photo2video_widgets.errors import ConnectionLostError, SessionNotFoundError
from photo2video_widgets.events import NoticeEvent, TextEvent
from photo2video_widgets.settings import Timing

from .backends import (
    Answer,
    HostedDouble,
    break_off,
    cut,
    error_page,
    failing,
    hang,
    hang_up,
    heartbeats,
    hosted_double,
    ok,
    refusing,
    reset,
    stream,
    trickled,
)
from .test_client import client_of, first

# `silence` ends what says nothing at all, and what says nothing but that it lives.
IMPATIENT = Timing(poll=0.02, recovery=0.02, still_working=0.05, silence=0.3, retry=0.02, pause=0.02)
TROUBLES: dict[str, Answer] = {
    "no answer": hang_up,
    "reset": reset,
    "a gateway's page": error_page,
    "503": failing(503),
    "a hang": hang,
    "heartbeats only": heartbeats,
    "a broken beginning": break_off,
}


def after(first: Callable[[Request], object], then: Answer) -> Answer:
    """Do what was asked for, and then answer otherwise."""

    async def answer(request: Request) -> Response:
        await first(request)  # type: ignore[misc]
        return await then(request)

    return answer


@pytest.fixture
async def session(hosted: HostedDouble, photos: list[Path]) -> AsyncIterator[Session]:
    """A conversation in English with three photos."""
    async with connect("nemo", base_url=hosted.url, token="mine", timing=IMPATIENT) as client:
        session = await client.new_session("en")
        await session.upload(photos)
        yield session


@pytest.mark.parametrize("trouble", TROUBLES.values(), ids=TROUBLES)
async def test_a_lost_message_that_was_acted_on_is_told_from_the_state(
    hosted: HostedDouble, session: Session, trouble: Answer
) -> None:
    notices: list[str] = []
    session.client.on_notice(notices.append)
    hosted.once("POST", "/run_sse", after(hosted.usual, trouble))
    reply = await session.send("make a slideshow")
    assert len(hosted.asked("/run_sse")) == 1
    assert len(reply.draft.pictures) == 3
    assert [line for line in reply.changes if "3 photos added" in line]
    assert "3 photos added" in reply.text
    assert any("not sent again" in text for text in notices)
    assert notices[-1] == "The message was acted on."


@pytest.mark.parametrize("trouble", TROUBLES.values(), ids=TROUBLES)
async def test_a_lost_message_that_was_not_acted_on_can_be_sent_again_by_the_user(
    hosted: HostedDouble, session: Session, trouble: Answer
) -> None:
    hosted.once("POST", "/run_sse", trouble)
    before = len(hosted.asked("/api/state"))
    with pytest.raises(ConnectionLostError, match="Send it again"):
        await session.send("make a slideshow")
    assert len(hosted.asked("/run_sse")) == 1
    assert len(hosted.asked("/api/state")) - before == 6
    assert len((await session.send("make a slideshow")).draft.pictures) == 3


async def test_an_answer_that_breaks_off_in_mid_text_is_kept_and_what_changed_added(
    hosted: HostedDouble, session: Session
) -> None:
    hosted.once("POST", "/run_sse", cut(hosted.usual))
    events = [event async for event in session.stream("make a slideshow")]
    last = events[-1]
    assert isinstance(last, TextEvent)
    assert "3 photos added" in last.text
    assert not last.partial
    assert [event for event in events if isinstance(event, NoticeEvent)]
    assert len(hosted.asked("/run_sse")) == 1


async def test_an_answer_that_was_said_to_its_end_counts_though_the_connection_broke(
    hosted: HostedDouble, session: Session
) -> None:
    hosted.once("POST", "/run_sse", first(stream({"content": {"parts": [{"text": "Hello, you."}]}}, drop=True)))
    assert (await session.send("hello")).text == "Hello, you. …"
    done = {"content": {"parts": [{"text": "Hello, you."}]}, "turnComplete": True}
    hosted.once("POST", "/run_sse", first(stream(done, drop=True)))
    looks = len(hosted.asked("/api/state"))
    assert (await session.send("hello")).text == "Hello, you."
    assert len(hosted.asked("/api/state")) - looks == 2


async def test_an_answer_whose_draft_cannot_be_read_is_an_answer(hosted: HostedDouble, session: Session) -> None:
    notices: list[str] = []
    session.client.on_notice(notices.append)
    hosted.once("GET", "/api/state", hosted.usual)
    hosted.once("GET", "/api/state", failing(503), times=4)
    reply = await session.send("make a slideshow")
    assert "3 photos" in reply.text
    assert any("can't be read now" in notice for notice in notices)
    assert len((await session.draft()).pictures) == 3


async def test_a_refusal_that_no_table_knows_is_not_sent_again(hosted: HostedDouble, photos: list[Path]) -> None:
    async with connect("nemo", base_url=hosted.url, timing=IMPATIENT) as client:
        session = await client.new_session("en")
        await session.upload(photos)
        hosted.once("POST", "/run_sse", after(hosted.usual, failing(403)))
        with contextlib.suppress(P2VError):
            await session.send("make a slideshow")
        assert len(hosted.asked("/run_sse")) == 1
        assert hosted.tokens == 1
        assert (await client.credits())["available"] == 95


async def test_a_state_that_says_nothing_is_no_sign_of_work(hosted: HostedDouble, session: Session) -> None:
    await session.send("make a slideshow")
    hosted.once("POST", "/run_sse", hang_up)
    hosted.once("GET", "/api/state", hosted.usual)
    hosted.once("GET", "/api/state", first(ok(state={"draft": None})), times=2)
    with pytest.raises(ConnectionLostError, match="Send it again"):
        await session.send("make it longer")


async def test_a_change_that_shows_only_after_some_looks_is_waited_for(hosted: HostedDouble, session: Session) -> None:
    looks = 0

    async def act_at_last(request: Request) -> Response:
        nonlocal looks
        looks += 1
        if looks == 4:
            hosted.draft = {"t": [{"tt": 0, "sg": [{"d": 1000, "m": {"name": "late.jpg"}}]}]}
        return await hosted.usual(request)

    hosted.once("POST", "/run_sse", hang_up)
    hosted.on["GET", "/api/state"] = act_at_last
    notices: list[str] = []
    session.client.on_notice(notices.append)
    reply = await session.send("make a slideshow")
    assert "late.jpg" in reply.text
    assert [text for text in notices if text.startswith("Nothing has changed so far")]


async def test_looks_that_fail_are_looks_all_the_same(hosted: HostedDouble, session: Session) -> None:
    hosted.once("GET", "/api/state", hosted.usual)
    hosted.once("GET", "/api/state", failing(503), times=6)
    hosted.once("POST", "/run_sse", after(hosted.usual, reset))
    assert len((await session.send("make a slideshow")).draft.pictures) == 3
    assert len(hosted.asked("/run_sse")) == 1


async def test_a_slow_stream_is_no_broken_one(hosted: HostedDouble, session: Session) -> None:
    hosted.once("POST", "/run_sse", trickled(hosted.usual))
    reply = await session.send("make a slideshow")
    assert "3 photos" in reply.text
    assert len(reply.draft.pictures) == 3


async def test_whoever_waits_is_told_that_work_goes_on(hosted: HostedDouble, session: Session) -> None:
    async def think(request: Request) -> Response:
        done = await hosted.usual(request)
        return stream(*(0.06, "event: heartbeat\ndata: {}\n\n") * 3, {"content": {"parts": [{"text": str(done)}]}})

    hosted.once("POST", "/run_sse", think)
    notices: list[str] = []
    session.client.on_notice(notices.append)
    await session.send("make a slideshow")
    assert [text for text in notices if text.startswith("Still working")]


async def test_an_answer_that_never_ends_is_given_up_after_the_longest_time(hosted: HostedDouble) -> None:
    words = ({"content": {"parts": [{"text": f"Word {number}."}]}} for number in range(1000))
    endless = [item for word in words for item in (word, 0.02)]

    async def talk(request: Request) -> Response:
        return stream(*endless)

    hosted.once("POST", "/run_sse", talk)
    timing = Timing(poll=0.02, recovery=0.02, silence=5, retry=0.02, pause=0.02, turn=0.3)
    async with connect("nemo", base_url=hosted.url, token="mine", timing=timing) as client:
        session = await client.new_session("en")
        notices: list[str] = []
        client.on_notice(notices.append)
        reply = await session.send("talk to me")
    assert reply.text.startswith("Word 0.\nWord 1.")
    assert "Word 900" not in reply.text
    assert notices[-1] == "The agent's answer broke off."
    assert len(hosted.asked("/run_sse")) == 1


async def test_a_message_that_reached_nobody_is_an_error_at_once() -> None:
    notices: list[str] = []
    with hosted_double() as gone:
        client = client_of(gone)
        session = await client.new_session("en")
    client.on_notice(notices.append)
    with pytest.raises(ConnectionLostError, match="could not be reached"):
        await session.send("make a slideshow")
    assert notices == []
    await client.aclose()


@pytest.mark.parametrize("code", [1002, 2001, 4000, 402])
async def test_a_message_that_is_refused_is_not_sent_again(hosted: HostedDouble, session: Session, code: int) -> None:
    hosted.once("POST", "/run_sse", refusing(code))
    with pytest.raises(P2VError) as caught:
        await session.send("make a slideshow")
    assert caught.value.code == code
    assert len(hosted.asked("/run_sse")) == 1


async def test_a_message_that_came_too_early_goes_once_more_after_the_pause(
    hosted: HostedDouble, session: Session
) -> None:
    hosted.once("POST", "/run_sse", refusing(429, 429))
    assert len((await session.send("make a slideshow")).draft.pictures) == 3
    assert len(hosted.asked("/run_sse")) == 2


# Cancelled by the user, wherever it stands

PLACES = {
    "before the first look": ("GET", "/api/state", 0),
    "before the answer": ("POST", "/run_sse", 0),
    "at the last look": ("GET", "/api/state", 1),
}


@pytest.mark.parametrize(("method", "path", "skip"), PLACES.values(), ids=PLACES)
async def test_a_turn_that_is_cancelled_leaves_a_session_that_goes_on(
    hosted: HostedDouble, session: Session, method: str, path: str, skip: int
) -> None:
    reached = asyncio.Event()
    here = asyncio.get_running_loop()

    async def stop_there(request: Request) -> Response:
        here.call_soon_threadsafe(reached.set)
        return await hang(request)

    if skip:
        hosted.once(method, path, hosted.usual, times=skip)
    hosted.once(method, path, stop_there)
    await _cancelled(session, reached)
    assert len((await session.send("make a slideshow")).draft.pictures) == 3
    assert len(hosted.asked("/run_sse")) <= 2


async def test_a_turn_that_is_cancelled_in_mid_stream_leaves_a_session_that_goes_on(
    hosted: HostedDouble, session: Session
) -> None:
    async def begin(request: Request) -> Response:
        return stream({"partial": True, "content": {"parts": [{"text": "Let me see. Now I "}]}}, 5.0)

    reached = asyncio.Event()
    session.watch(lambda happening: isinstance(happening, TextEvent) and reached.set())
    hosted.once("POST", "/run_sse", begin)
    await _cancelled(session, reached)
    assert len((await session.send("make a slideshow")).draft.pictures) == 3


async def test_a_stream_that_nobody_reads_on_is_ended_by_cancel(hosted: HostedDouble, session: Session) -> None:
    events = session.stream("make a slideshow")
    await anext(events)
    waiting = asyncio.create_task(session.send("add title 'Hi'"))
    await asyncio.sleep(0.05)
    assert not waiting.done()
    await session.cancel()
    assert waiting.cancelled()
    assert [event async for event in events] == []
    async with asyncio.timeout(10):
        assert len((await session.send("make a slideshow")).draft.pictures) == 3


async def test_whoever_waits_for_another_message_is_told(hosted: HostedDouble, session: Session) -> None:
    notices: list[str] = []
    session.client.on_notice(notices.append)
    await asyncio.gather(session.send("make a slideshow"), session.send("add title 'Hi'"))
    assert notices == ["Another message is still being answered; yours follows."]


async def test_a_listener_that_fails_breaks_no_turn(
    hosted: HostedDouble, session: Session, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(text: str) -> None:
        raise ZeroDivisionError

    session.client.on_notice(fail)
    hosted.once("POST", "/run_sse", after(hosted.usual, hang_up))
    assert len((await session.send("make a slideshow")).draft.pictures) == 3
    assert "ZeroDivisionError" in caplog.text


async def test_a_turn_that_is_cancelled_during_recovery_leaves_a_session_that_goes_on(
    hosted: HostedDouble, session: Session
) -> None:
    reached = asyncio.Event()
    session.client.on_notice(lambda text: reached.set())
    hosted.once("POST", "/run_sse", hang_up)
    await _cancelled(session, reached)
    assert len((await session.send("make a slideshow")).draft.pictures) == 3


@pytest.mark.parametrize("steps", [0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89])
async def test_a_turn_that_is_cancelled_after_any_number_of_steps_leaves_a_session_that_goes_on(
    hosted: HostedDouble, session: Session, steps: int
) -> None:
    task = asyncio.create_task(session.send("make a slideshow"))
    for _ in range(steps):
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait({task})
    assert len((await session.send("make a slideshow")).draft.pictures) == 3


async def _cancelled(session: Session, reached: asyncio.Event) -> None:
    task = asyncio.create_task(session.send("make a slideshow"))
    async with asyncio.timeout(10):
        await reached.wait()
        await session.cancel()
    assert task.cancelled()


# A session that the service has lost


async def test_a_lost_session_is_replaced_and_told_whatever_was_asked(
    hosted: HostedDouble, session: Session, tmp_path: Path
) -> None:
    works = (session.draft, lambda: session.send("make it"), lambda: session.export(tmp_path / "film.mp4"))
    for work in works:
        hosted.forget_sessions()
        known = session.id
        with pytest.raises(SessionNotFoundError, match="A new one is started"):
            await work()
        assert session.id != known
        assert (await session.draft()).tracks == ()


async def test_photos_for_a_session_that_was_lost_go_into_a_new_one(
    hosted: HostedDouble, session: Session, photos: list[Path]
) -> None:
    notices: list[str] = []
    session.client.on_notice(notices.append)
    hosted.forget_sessions()
    await session.upload(photos[:2])
    assert [item["name"] for item in session.uploads] == [photo.name for photo in photos[:2]]
    assert any("timeline" in text for text in notices)


async def test_calls_that_meet_a_lost_session_together_make_one_new_one(
    hosted: HostedDouble, session: Session, photos: list[Path]
) -> None:
    hosted.forget_sessions()
    made = len(hosted.asked("/api/tasks"))
    await asyncio.gather(
        session.upload(photos[:1]), session.draft(), session.send("hello"), session.draft(), return_exceptions=True
    )
    assert len(hosted.asked("/api/tasks")) == made + 1
    assert len(hosted.sessions) == 1


async def test_two_services_do_not_share_what_is_lost(hosted: HostedDouble, session: Session) -> None:
    async with client_of(hosted) as client:
        other = await client.new_session("en")
        await other.draft()
        hosted.sessions.pop(session.id)
        assert (await other.draft()).tracks == ()
