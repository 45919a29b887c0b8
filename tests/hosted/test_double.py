"""The double of the hosted service: it keeps to the protocol, goes wrong when told to, and tells who doesn't."""

from __future__ import annotations

import asyncio
import io
import json
import uuid
from collections.abc import AsyncIterator
from itertools import count
from typing import Any

import av
import httpx
import pytest

from photo2video_widgets import settings

from ..backends import (
    HostedDouble,
    break_off,
    cut,
    error_page,
    failing,
    garbled,
    hang,
    hang_up,
    heartbeats,
    hosted_double,
    redirecting,
    refuse_midway,
    refusing,
    reset,
    tiny_film,
    trickled,
)

_RENDER_IDS = count(1_700_000_000_000)


@pytest.fixture
async def http(hosted: HostedDouble) -> AsyncIterator[httpx.AsyncClient]:
    headers = {"Authorization": "Bearer mine", **settings.attribution()}
    async with httpx.AsyncClient(base_url=hosted.url, headers=headers, timeout=20, trust_env=False) as client:
        yield client


@pytest.fixture
async def session(http: httpx.AsyncClient) -> str:
    body = {"task_name": "project", "language": "en"}
    made = (await http.post("/api/tasks/me/with-session/nemo_agent", json=body)).json()["data"]
    await http.post(f"/api/upload-video/nemo_agent/me/{made['session_id']}", files=[("files", ("a.jpg", b"x"))])
    return str(made["session_id"])


def spoken(session: str, words: str = "make a slideshow") -> dict[str, Any]:
    return {
        "url": "/run_sse",
        "json": {
            "app_name": "nemo_agent", "user_id": "me", "session_id": session,
            "new_message": {"parts": [{"text": words}]},
        },
        "headers": {"Accept": "text/event-stream"},
    }  # fmt: skip


async def draft_of(http: httpx.AsyncClient, session: str) -> dict[str, Any]:
    draft: dict[str, Any] = (await http.get(f"/api/state/nemo_agent/me/{session}/latest")).json()["data"]["state"][
        "draft"
    ]
    return draft


async def render(http: httpx.AsyncClient, session: str, **other: Any) -> tuple[int, str]:
    body = {
        "id": f"render_{next(_RENDER_IDS)}", "sessionId": session, "draft": await draft_of(http, session),
        "output": {"format": "mp4", "quality": "high"}, **other,
    }  # fmt: skip
    return (await http.post("/api/render/proxy/lambda", json=body)).json()["code"], str(body["id"])


async def looked_at(http: httpx.AsyncClient, identity: str, looks: int = 3) -> list[dict[str, Any]]:
    return [(await http.get(f"/api/render/proxy/lambda/{identity}")).json() for _ in range(looks)]


# Who is asked


async def test_one_token_is_given_to_a_client_until_it_expires(hosted: HostedDouble) -> None:
    async with httpx.AsyncClient(base_url=hosted.url, headers=settings.attribution(), trust_env=False) as stranger:

        async def ask(client: str) -> Any:
            return (await stranger.post("/api/auth/anonymous-token", headers={"X-Client-Id": client})).json()

        me, other = str(uuid.uuid4()), str(uuid.uuid4())
        token = (await ask(me))["data"]["token"]
        assert (await ask(me))["code"] == 429
        assert (await ask(other))["code"] == 0
        bearer = {"Authorization": f"Bearer {token}"}
        assert (await stranger.get("/api/credits/balance/simple", headers=bearer)).json()["code"] == 0
        hosted.expire()
        assert (await stranger.get("/api/credits/balance/simple", headers=bearer)).json()["code"] == 1001
        assert (await ask(me))["data"]["token"] != token


async def test_a_turn_costs_credits_and_holds_them_while_it_runs(
    hosted: HostedDouble, http: httpx.AsyncClient, session: str
) -> None:
    hosted.on["POST", "/run_sse"] = trickled(hosted.usual, 0.001)
    async with http.stream("POST", **spoken(session)) as answer:
        await anext(answer.aiter_raw())
        held = (await http.get("/api/credits/balance/simple")).json()["data"]
        await answer.aclose()
    assert held == {"available": 95, "frozen": 5, "total": 100}
    hosted.credits = 4
    assert (await http.post(**spoken(session))).json()["code"] == 2001


async def test_music_and_title_come_some_looks_after_the_film(
    hosted: HostedDouble, http: httpx.AsyncClient, session: str
) -> None:
    hosted.stage_after = 1
    await http.post(**spoken(session))
    counts = [len((await draft_of(http, session))["t"]) for _ in range(3)]
    assert counts == [1, 3, 3]


async def test_a_title_is_added_without_a_word(http: httpx.AsyncClient, session: str) -> None:
    await http.post(**spoken(session))
    told = (await http.post(**spoken(session, 'add title "Paradise Found"'))).text
    assert '"text"' in json.dumps(await draft_of(http, session))
    assert '{"text"' not in told.replace('"args": {"text"', "")
    assert "functionResponse" in told


async def test_a_full_draft_can_be_edited_by_hand(hosted: HostedDouble, http: httpx.AsyncClient, session: str) -> None:
    from photo2video_widgets import Draft, edits

    hosted.full_drafts = True
    await http.post(**spoken(session))
    draft = Draft(await draft_of(http, session))
    assert edits.apply(draft, [edits.set_length(5000)]).duration == 5000


# What breaks its rules


@pytest.mark.parametrize(
    ("rule", "method", "path", "more"),
    [
        ("call", "GET", "/api/revisions/nemo_agent/me/x", {}),
        ("bearer", "GET", "/api/engine", {"headers": {"Authorization": ""}}),
        ("bearer", "POST", "/api/auth/anonymous-token", {"headers": {"X-Client-Id": str(uuid.uuid4())}}),
        ("attribution", "GET", "/api/credits/balance/simple", {"headers": {"X-Skill-Version": "0"}}),
        ("address", "GET", "/api/credits/balance/simple?token=mine", {}),
        ("client-id", "POST", "/api/auth/anonymous-token", {"headers": {"X-Client-Id": "me", "Authorization": ""}}),
        ("accept", "POST", "/run_sse", {**spoken("x"), "headers": {}}),
        ("body", "POST", "/run_sse", {**spoken("x"), "json": {**spoken("x")["json"], "streaming": True}}),
        ("body", "POST", "/api/tasks/me/with-session/nemo_agent", {"json": {"task_name": "p", "language": "en"}}),
        ("body", "POST", "/api/tasks/me/with-session/nemo_agent", {"content": b"{"}),
        ("body", "POST", "/api/auth/claim-token", {"json": {"task_id": "x"}}),
        ("body", "POST", "/api/upload-video/nemo_agent/me/x", {"json": {"urls": ["ftp://x"], "source_type": "url"}}),
        ("body", "POST", "/api/render/proxy/lambda", {"json": {"id": "render_1", "session_id": "x"}}),
    ],
)
async def test_a_request_that_breaks_a_rule_makes_its_test_fail(
    rule: str, method: str, path: str, more: dict[str, Any]
) -> None:
    more.pop("url", None)
    headers = {"Authorization": "Bearer mine", **settings.attribution()} | more.pop("headers", {})
    headers = {name: value for name, value in headers.items() if value}
    with hosted_double() as hosted:
        async with httpx.AsyncClient(base_url=hosted.url, headers=headers, trust_env=False) as http:
            for _ in range(2):
                await http.request(method, path, **more)
                hosted.expect(rule)
                hosted.check()
            await http.request(method, path, **more)
        with pytest.raises(AssertionError, match=f"{rule}: {method} "):
            hosted.check()


async def test_a_rule_that_was_expected_to_be_broken_must_be(hosted: HostedDouble) -> None:
    hosted.expect("body")
    with pytest.raises(AssertionError, match="kept to it"):
        hosted.check()


async def test_a_render_is_asked_for_once_and_of_something(
    hosted: HostedDouble, http: httpx.AsyncClient, session: str
) -> None:
    hosted.expect("render")
    assert (await render(http, session))[0] != 0
    await http.post(**spoken(session))
    code, identity = await render(http, session)
    assert code == 0
    assert (await render(http, session, id=identity))[0] != 0
    assert (await render(http, session, id="render_1"))[0] != 0
    hosted.exports_free = False
    assert (await render(http, session))[0] == 402


async def test_an_export_without_attribution_is_402(hosted: HostedDouble, session: str) -> None:
    hosted.expect("attribution")
    async with httpx.AsyncClient(
        base_url=hosted.url, headers={"Authorization": "Bearer mine"}, trust_env=False
    ) as plain:
        await plain.post(**spoken(session))
        assert (await render(plain, session))[0] == 402


async def test_a_token_that_reaches_the_address_of_a_film_makes_its_test_fail(hosted: HostedDouble) -> None:
    async with httpx.AsyncClient(trust_env=False) as stranger:
        await stranger.get(f"{hosted.films.url}/films/x.mp4", headers={"Authorization": "Bearer mine"})
    hosted.expect("origin")


@pytest.mark.parametrize(
    ("name", "code"), [("a.jpg", 0), ("a.M4A", 0), ("a.heic", 4001), ("a.flac", 4001), ("a.ogg", 4001), ("a", 4001)]
)
async def test_files_are_taken_by_their_suffix(http: httpx.AsyncClient, session: str, name: str, code: int) -> None:
    path = f"/api/upload-video/nemo_agent/me/{session}"
    assert (await http.post(path, files=[("files", (name, b"x"))])).json()["code"] == code
    body = {"urls": [f"https://elsewhere.example/{name}?x=1"], "source_type": "url"}
    assert (await http.post(path, json=body)).json()["code"] == code


async def test_a_file_over_the_limit_is_4002(hosted: HostedDouble, http: httpx.AsyncClient, session: str) -> None:
    hosted.most_bytes = 9
    path = f"/api/upload-video/nemo_agent/me/{session}"
    assert (await http.post(path, files=[("files", ("a.jpg", b"x" * 10))])).json()["code"] == 4002


# How it goes wrong


@pytest.mark.parametrize("trouble", [hang_up, reset])
async def test_a_connection_ends_without_an_answer(hosted: HostedDouble, http: httpx.AsyncClient, trouble: Any) -> None:
    hosted.once("GET", "/api/credits", trouble, times=2)
    for _ in range(2):
        with pytest.raises(httpx.TransportError):
            await http.get("/api/credits/balance/simple")
    assert (await http.get("/api/credits/balance/simple")).json()["code"] == 0


async def test_a_request_is_taken_and_never_answered(hosted: HostedDouble, http: httpx.AsyncClient) -> None:
    hosted.on["GET", "/api/credits"] = hang
    with pytest.raises(httpx.ReadTimeout):
        await http.get("/api/credits/balance/simple", timeout=0.1)


async def test_an_answer_is_cut_after_it_was_acted_on(
    hosted: HostedDouble, http: httpx.AsyncClient, session: str
) -> None:
    hosted.on["POST", "/run_sse"] = cut(hosted.usual)
    hosted.on["GET", "/api/credits"] = cut(hosted.usual)
    came = b""
    try:
        async with http.stream("POST", **spoken(session)) as answer:
            async for piece in answer.aiter_raw():
                came += piece
    except httpx.TransportError:
        pass
    assert b"turnComplete" not in came
    assert came.count(b'"partial": true') == 1
    assert (await draft_of(http, session))["t"]
    with pytest.raises(httpx.TransportError):
        await http.get("/api/credits/balance/simple")


async def test_an_answer_breaks_off_and_nothing_was_done(
    hosted: HostedDouble, http: httpx.AsyncClient, session: str
) -> None:
    hosted.on["POST", "/run_sse"] = break_off
    with pytest.raises(httpx.TransportError):
        await http.post(**spoken(session))
    assert await draft_of(http, session) == {}


async def test_heartbeats_come_for_as_long_as_anybody_listens(
    hosted: HostedDouble, http: httpx.AsyncClient, session: str
) -> None:
    hosted.on["POST", "/run_sse"] = heartbeats
    came = b""
    async with asyncio.timeout(20), http.stream("POST", **spoken(session)) as answer:
        async for piece in answer.aiter_raw():
            came += piece
            if all(beat in came for beat in (b": beat", b"event: heartbeat", b"data:\n")):
                break
    assert b"text" not in came


async def test_a_stream_trickles_and_has_noise_in_it(
    hosted: HostedDouble, http: httpx.AsyncClient, session: str
) -> None:
    hosted.on["POST", "/run_sse"] = trickled(garbled(hosted.usual))
    pieces = []
    async with http.stream("POST", **spoken(session)) as answer:
        async for piece in answer.aiter_raw():
            pieces.append(piece)
    lines = [line[5:].strip() for line in b"".join(pieces).decode().splitlines() if line.startswith("data:")]
    assert len(pieces) > len(lines)
    broken = [line for line in lines if line and not line.endswith("}")]
    assert broken
    assert any('"turnComplete": true' in line for line in lines)


@pytest.mark.parametrize(
    ("answer", "status"), [(error_page, 502), (failing(503), 503), (refusing(1001, 401), 401), (refusing(429), 200)]
)
async def test_an_answer_is_another_one_for_a_while(
    hosted: HostedDouble, http: httpx.AsyncClient, answer: Any, status: int
) -> None:
    hosted.users.add("other")
    hosted.once("GET", "/api/credits", answer, times=2)
    bearers = [{"Authorization": "Bearer mine"}, {"Authorization": "Bearer mine"}, {"Authorization": "Bearer other"}]
    statuses = [(await http.get("/api/credits/balance/simple", headers=bearer)).status_code for bearer in bearers]
    assert statuses == [status, status, 200]


async def test_a_token_expires_while_a_file_is_on_its_way(
    hosted: HostedDouble, http: httpx.AsyncClient, session: str
) -> None:
    hosted.once("POST", "/api/upload-video", refuse_midway)
    path = f"/api/upload-video/nemo_agent/me/{session}"
    try:
        answer = await http.post(path, files=[("files", ("a.jpg", bytes(5 << 20)))])
    except httpx.TransportError:
        # The connection ends while the client still writes.
        pass
    else:
        assert answer.status_code == 401
    assert hosted.seen[-1].body == b""
    assert (await http.get("/api/credits/balance/simple")).json()["code"] == 1001


async def test_a_session_is_forgotten(hosted: HostedDouble, http: httpx.AsyncClient, session: str) -> None:
    hosted.forget_sessions()
    assert (await http.post(**spoken(session))).json()["code"] == 1002


async def test_a_call_leads_to_another_origin(hosted: HostedDouble, http: httpx.AsyncClient) -> None:
    hosted.on["GET", "/api/credits"] = redirecting(f"{hosted.films.url}/x")
    answer = await http.get("/api/credits/balance/simple")
    assert answer.headers["location"].startswith(hosted.films.url)


# Films


def test_the_film_is_one() -> None:
    with av.open(io.BytesIO(tiny_film())) as film:
        assert film.streams.video[0].codec_context.name == "h264"
        assert len(list(film.decode(video=0))) == 10


@pytest.fixture
async def film(http: httpx.AsyncClient, session: str) -> str:
    """The id of a render that was asked for."""
    await http.post(**spoken(session))
    return (await render(http, session))[1]


async def test_a_render_is_pending_then_processing_then_completed(http: httpx.AsyncClient, film: str) -> None:
    statuses = await looked_at(http, film)
    assert [status["status"] for status in statuses] == ["pending", "processing", "completed"]
    assert "code" not in statuses[-1]


async def test_renders_fail_or_never_end(hosted: HostedDouble, http: httpx.AsyncClient, session: str) -> None:
    await http.post(**spoken(session))
    hosted.films.failures = 1
    ids = [(await render(http, session))[1] for _ in range(2)]
    assert [(await looked_at(http, each))[-1]["status"] for each in ids] == ["failed", "completed"]
    assert (await http.get(f"/api/render/proxy/{ids[0]}/download")).status_code == 404
    hosted.films.never_done = True
    _, endless = await render(http, session)
    assert (await looked_at(http, endless, 20))[-1]["status"] == "processing"


async def test_a_film_lies_at_another_origin_in_parts_as_wanted(
    hosted: HostedDouble, http: httpx.AsyncClient, film: str
) -> None:
    url = (await looked_at(http, film))[-1]["output"]["url"]
    assert url.startswith(hosted.films.url)
    async with httpx.AsyncClient(trust_env=False) as stranger:
        whole = await stranger.get(url)
        rest = await stranger.get(url, headers={"Range": "bytes=100-"})
        none = await stranger.get(url, headers={"Range": "bytes=99999999-"})
        unsigned = await stranger.get(url.partition("?")[0])
    assert whole.content == tiny_film()
    assert (rest.status_code, rest.content) == (206, tiny_film()[100:])
    assert rest.headers["content-range"] == f"bytes 100-{len(tiny_film()) - 1}/{len(tiny_film())}"
    assert (none.status_code, unsigned.status_code) == (416, 403)
    assert (await http.get(f"/api/render/proxy/{film}/download")).content == tiny_film()


@pytest.mark.parametrize(
    ("trouble", "status"),
    [("forbidden", 403), ("missing", 404), ("page", 200), ("half", 200), ("truncated", 200), ("no-range", 200),
     ("wrong-length", 200)],
)  # fmt: skip
async def test_the_address_of_a_film_goes_wrong(
    hosted: HostedDouble, http: httpx.AsyncClient, film: str, trouble: Any, status: int
) -> None:
    url = (await looked_at(http, film))[-1]["output"]["url"]
    hosted.films.trouble = trouble
    came = b""
    try:
        async with httpx.AsyncClient(trust_env=False) as stranger, stranger.stream("GET", url) as answer:
            assert answer.status_code == status
            async for piece in answer.aiter_raw():
                came += piece
    except httpx.RemoteProtocolError:
        assert trouble in ("truncated", "no-range", "wrong-length")
        assert tiny_film().startswith(came)
    assert came != tiny_film()


async def test_a_film_without_parts_begins_anew(hosted: HostedDouble, http: httpx.AsyncClient, film: str) -> None:
    url = (await looked_at(http, film))[-1]["output"]["url"]
    hosted.films.trouble = "no-range"
    async with httpx.AsyncClient(trust_env=False) as stranger:
        with pytest.raises(httpx.RemoteProtocolError):
            await stranger.get(url)
        again = await stranger.get(url, headers={"Range": "bytes=100-"})
    assert (again.status_code, again.content) == (200, tiny_film())


async def test_parts_of_a_film_lie_about_the_whole(hosted: HostedDouble, http: httpx.AsyncClient, film: str) -> None:
    url = (await looked_at(http, film))[-1]["output"]["url"]
    hosted.films.trouble = "wrong-length"
    async with httpx.AsyncClient(trust_env=False) as stranger:
        part = await stranger.get(url, headers={"Range": "bytes=100-"})
    assert int(part.headers["content-range"].rpartition("/")[2]) != len(tiny_film())


async def test_a_film_is_reached_by_a_redirect(hosted: HostedDouble, http: httpx.AsyncClient, film: str) -> None:
    hosted.films.redirects = True
    url = (await looked_at(http, film))[-1]["output"]["url"]
    assert url.startswith(hosted.url)
    assert (await http.get(url)).headers["location"].startswith(hosted.films.url)
