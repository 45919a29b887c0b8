"""The wire protocol, tried on every back end with bare HTTP."""

from __future__ import annotations

import asyncio
import io
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import av
import httpx
import pytest
from PIL import Image
from starlette.requests import Request
from starlette.responses import Response

from ..hosted.serving import serving
from .conftest import MAKE, Backend

_RENDER_IDS = count(time.time_ns() // 1_000_000)
_MP4 = {"format": "mp4", "quality": "high"}


def spoken(session: str, words: str) -> dict[str, Any]:
    return {
        "app_name": "nemo_agent", "user_id": "me", "session_id": session, "new_message": {"parts": [{"text": words}]},
    }  # fmt: skip


async def say(http: httpx.AsyncClient, session: str, words: str) -> tuple[list[dict[str, Any]], str]:
    """The events of a turn, without its heartbeats, and all that came."""
    answer = await http.post("/run_sse", json=spoken(session, words), headers={"Accept": "text/event-stream"})
    assert answer.headers["content-type"].startswith("text/event-stream")
    blocks = [block for block in answer.text.split("\n\n") if not block.startswith(("event: heartbeat", ":"))]
    data = [block.removeprefix("data:").strip() for block in blocks]
    return [json.loads(text) for text in data if text], answer.text


def parts_of(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [part for event in events for part in event["content"]["parts"]]


async def state_of(http: httpx.AsyncClient, session: str) -> dict[str, Any]:
    state: dict[str, Any] = (await http.get(f"/api/state/nemo_agent/me/{session}/latest")).json()["data"]["state"]
    return state


async def ask_for_film(http: httpx.AsyncClient, session: str, draft: dict[str, Any]) -> tuple[str, int]:
    """The id of a render, and the code of the answer."""
    identity = f"render_{next(_RENDER_IDS)}"
    body = {"id": identity, "sessionId": session, "draft": draft, "output": _MP4}
    return identity, (await http.post("/api/render/proxy/lambda", json=body)).json()["code"]


async def statuses_of(http: httpx.AsyncClient, session: str) -> list[dict[str, Any]]:
    """How a film of the present draft stands, again and again until it is done."""
    identity, code = await ask_for_film(http, session, (await state_of(http, session))["draft"])
    assert code == 0
    seen = []
    while not seen or seen[-1]["status"] not in ("completed", "failed"):
        seen.append({"id": identity, **(await http.get(f"/api/render/proxy/lambda/{identity}")).json()})
        await asyncio.sleep(0.05)
    return seen


# Who is asked


async def test_a_client_gets_a_token_that_opens_the_other_calls(backend: Backend, stranger: httpx.AsyncClient) -> None:
    answer = await stranger.post("/api/auth/anonymous-token", headers={"X-Client-Id": backend.client_id})
    data = answer.json()["data"]
    assert data["credits"] > 0
    bearer = {"Authorization": f"Bearer {data['token']}"}
    opened = await stranger.get("/api/credits/balance/simple", headers=bearer)
    assert opened.json()["code"] == 0


async def test_a_token_request_without_client_id_is_code_400(backend: Backend, stranger: httpx.AsyncClient) -> None:
    backend.expect("client-id")
    assert (await stranger.post("/api/auth/anonymous-token")).json()["code"] == 400


@pytest.mark.parametrize("bearer", [{"Authorization": "Bearer nonsense"}, {}], ids=["wrong", "none"])
async def test_without_the_right_token_everything_is_code_1001(
    backend: Backend, session: str, stranger: httpx.AsyncClient, bearer: dict[str, str]
) -> None:
    if not bearer:
        backend.expect("bearer")
    calls: list[tuple[str, str, dict[str, Any]]] = [
        ("GET", "/api/credits/balance/simple", {}),
        ("GET", f"/api/state/nemo_agent/me/{session}/latest", {}),
        ("POST", "/api/auth/claim-token", {"task_id": "x", "session_id": session}),
        ("POST", "/api/tasks/me/with-session/nemo_agent", {"task_name": "project", "language": "en"}),
        ("POST", "/run_sse", spoken(session, MAKE)),
        ("POST", f"/api/upload-video/nemo_agent/me/{session}", {"urls": ["https://x/a.jpg"], "source_type": "url"}),
        ("POST", "/api/render/proxy/lambda", {"id": "render_1", "sessionId": session, "draft": {}, "output": _MP4}),
        ("GET", "/api/render/proxy/lambda/render_1", {}),
        ("GET", "/api/render/proxy/render_1/download", {}),
    ]
    headers = {"Accept": "text/event-stream", **bearer}
    for method, path, body in calls:
        answer = await stranger.request(method, path, json=body or None, headers=headers)
        assert answer.json()["code"] == 1001, path


async def test_only_an_engine_says_that_it_is_one(backend: Backend, http: httpx.AsyncClient) -> None:
    answer = await http.get("/api/engine")
    if backend.double:
        assert answer.status_code == 404
    else:
        assert {"name", "version", "capabilities", "accepts", "limits"} <= answer.json()["data"].keys()


async def test_a_balance_has_its_three_numbers(http: httpx.AsyncClient) -> None:
    data = (await http.get("/api/credits/balance/simple")).json()["data"]
    assert data["available"] + data["frozen"] == data["total"]


# Sessions


async def test_a_new_session_has_a_task_and_an_empty_draft(http: httpx.AsyncClient) -> None:
    body = {"task_name": "project", "language": "en"}
    made = (await http.post("/api/tasks/me/with-session/nemo_agent", json=body)).json()
    assert made["code"] == 0
    assert made["data"]["task_id"]
    state = await state_of(http, made["data"]["session_id"])
    assert state["draft"].get("t", []) == []
    assert {"video_infos", "generated_media", "canvas_config"} <= state.keys()
    assert state["video_infos"] == []


async def test_what_is_done_in_a_session_stays_there(http: httpx.AsyncClient, filled: str) -> None:
    body = {"task_name": "project", "language": "zh"}
    other = (await http.post("/api/tasks/me/with-session/nemo_agent", json=body)).json()["data"]["session_id"]
    await say(http, filled, MAKE)
    state = await state_of(http, other)
    assert state["draft"].get("t", []) == []
    assert state["video_infos"] == []


async def test_an_unknown_session_is_code_1002(http: httpx.AsyncClient) -> None:
    accept = {"Accept": "text/event-stream"}
    upload = "/api/upload-video/nemo_agent/me/gone"
    codes = [
        (await http.get("/api/state/nemo_agent/me/gone/latest")).json()["code"],
        (await http.post("/run_sse", json=spoken("gone", "x"), headers=accept)).json()["code"],
        (await http.post(upload, files=[("files", ("a.jpg", b"x"))])).json()["code"],
        (await http.post(upload, json={"urls": ["https://x/a.jpg"], "source_type": "url"})).json()["code"],
    ]
    assert codes == [1002] * 4


# Uploads


async def test_uploads_of_one_form_are_in_the_state_in_order(
    http: httpx.AsyncClient, filled: str, photos: list[Path]
) -> None:
    names = [info["name"] for info in (await state_of(http, filled))["video_infos"]]
    assert names == [photo.name for photo in photos]


async def test_uploads_are_added_to_those_before_under_any_name(
    http: httpx.AsyncClient, filled: str, photos: list[Path]
) -> None:
    files = [("files", ("海边 100%.jpg", photos[0].read_bytes()))]
    assert (await http.post(f"/api/upload-video/nemo_agent/me/{filled}", files=files)).json()["code"] == 0
    names = [info["name"] for info in (await state_of(http, filled))["video_infos"]]
    assert names == [*(photo.name for photo in photos), "海边 100%.jpg"]


@contextmanager
def served(content: bytes) -> Iterator[str]:
    """The address of a photo."""

    async def answer(request: Request) -> Response:
        return Response(content, media_type="image/jpeg")

    with serving(answer) as (port,):
        yield f"http://127.0.0.1:{port}/sea/beach.jpg?size=large"


async def test_addresses_are_taken_for_files(http: httpx.AsyncClient, session: str, photos: list[Path]) -> None:
    with served(photos[0].read_bytes()) as url:
        body = {"urls": [url], "source_type": "url"}
        assert (await http.post(f"/api/upload-video/nemo_agent/me/{session}", json=body)).json()["code"] == 0
    assert [info["name"] for info in (await state_of(http, session))["video_infos"]] == ["beach.jpg"]


async def test_a_file_of_a_wrong_kind_alone_is_code_4001(http: httpx.AsyncClient, session: str) -> None:
    answer = await http.post(f"/api/upload-video/nemo_agent/me/{session}", files=[("files", ("notes.txt", b"hello"))])
    assert answer.json()["code"] == 4001


async def test_the_kinds_that_only_an_engine_takes_are_in_what_it_says(
    backend: Backend, http: httpx.AsyncClient, session: str, tmp_path: Path
) -> None:
    import pillow_heif

    pillow_heif.from_pillow(Image.new("RGB", (64, 48), "orange")).save(tmp_path / "phone.heic")
    files = [("files", ("phone.heic", (tmp_path / "phone.heic").read_bytes()))]
    code = (await http.post(f"/api/upload-video/nemo_agent/me/{session}", files=files)).json()["code"]
    accepts = [] if backend.double else (await http.get("/api/engine")).json()["data"]["accepts"]
    assert code == (0 if "heic" in accepts else 4001)
    assert bool(accepts) == (backend.name == "engine")


async def test_files_in_another_field_are_no_upload(backend: Backend, http: httpx.AsyncClient, session: str) -> None:
    backend.expect("body")
    files = [("file", ("a.jpg", b"x"))]
    assert (await http.post(f"/api/upload-video/nemo_agent/me/{session}", files=files)).json()["code"] != 0
    assert (await state_of(http, session))["video_infos"] == []


# Turns


async def test_a_turn_streams_pieces_then_the_whole_text_once(http: httpx.AsyncClient, filled: str) -> None:
    events, _ = await say(http, filled, MAKE)
    texts = [(event, part) for event in events for part in event["content"]["parts"] if not part.get("thought")]
    pieces = [part["text"] for event, part in texts if event.get("partial") and "text" in part]
    whole = [part["text"] for event, part in texts if not event.get("partial") and "text" in part]
    assert len(pieces) > 1
    assert len(whole) == 1
    assert "".join(pieces) == whole[0]
    assert events[-1]["turnComplete"] is True


async def test_events_have_the_shape_of_the_agent_development_kit(http: httpx.AsyncClient, filled: str) -> None:
    events, raw = await say(http, filled, MAKE)
    wanted = {"id", "author", "invocationId", "timestamp", "content", "actions"}
    assert all(wanted <= event.keys() for event in events)
    assert all(event["content"].keys() == {"role", "parts"} for event in events)
    assert len({event["id"] for event in events}) == len(events)
    assert len({event["invocationId"] for event in events}) == 1
    assert {event["author"] for event in events} == {"nemo_agent"}
    assert "invocation_id" not in raw
    assert "function_call" not in raw


async def test_a_part_holds_one_thing(http: httpx.AsyncClient, filled: str) -> None:
    events, _ = await say(http, filled, MAKE)
    kinds = {"text", "functionCall", "functionResponse", "inlineData"}
    assert all(len(kinds & part.keys()) == 1 for part in parts_of(events))


async def test_each_tool_call_is_followed_by_its_result(http: httpx.AsyncClient, filled: str) -> None:
    parts = parts_of((await say(http, filled, MAKE))[0])
    calls = [part["functionCall"] for part in parts if "functionCall" in part]
    results = [part["functionResponse"] for part in parts if "functionResponse" in part]
    assert calls
    assert [(call["id"], call["name"]) for call in calls] == [(result["id"], result["name"]) for result in results]
    assert all(isinstance(call["args"], dict) for call in calls)
    assert all(isinstance(result["response"], dict) for result in results)


async def test_a_turn_leaves_a_draft_that_can_be_exported(http: httpx.AsyncClient, filled: str) -> None:
    await say(http, filled, MAKE)
    draft = (await state_of(http, filled))["draft"]
    (video,) = [track for track in draft["t"] if track["tt"] == 0]
    assert sum(segment["d"] for segment in video["sg"]) == draft["d"] == 2000


async def test_a_later_turn_changes_the_same_draft(http: httpx.AsyncClient, filled: str, photos: list[Path]) -> None:
    await say(http, filled, MAKE)
    await say(http, filled, 'add a title "Paradise Found"')
    draft = (await state_of(http, filled))["draft"]
    kinds = {track["tt"]: track["sg"] for track in draft["t"]}
    assert len(kinds[0]) == len(photos)
    assert "Paradise Found" in json.dumps(kinds[7])


async def test_words_in_any_script_are_understood_and_come_back_whole(http: httpx.AsyncClient, filled: str) -> None:
    await say(http, filled, "用这些照片制作一个2秒的幻灯片")
    await say(http, filled, "添加标题“天堂 🌴”")
    draft = (await state_of(http, filled))["draft"]
    assert "天堂 🌴" in json.dumps([track for track in draft["t"] if track["tt"] == 7], ensure_ascii=False)


async def test_a_message_without_words_is_refused(backend: Backend, http: httpx.AsyncClient, filled: str) -> None:
    backend.expect("body")
    answer = await http.post("/run_sse", json=spoken(filled, " "), headers={"Accept": "text/event-stream"})
    assert answer.json()["code"] != 0


# Films


async def test_a_render_becomes_a_film_that_can_be_fetched(http: httpx.AsyncClient, filled: str) -> None:
    await say(http, filled, MAKE)
    status = (await statuses_of(http, filled))[-1]
    assert status["status"] == "completed", status
    url = status["output"]["url"]
    # What is signed needs no token; what is the back end's own does.
    own = url.startswith(str(http.base_url))
    async with httpx.AsyncClient(headers=http.headers if own else {}, trust_env=False) as whoever:
        film = await whoever.get(url)
        rest = await whoever.get(url, headers={"Range": "bytes=100-"})
    other = await http.get(f"/api/render/proxy/{status['id']}/download")
    assert film.content == other.content
    assert (rest.status_code, rest.content) == (206, film.content[100:])
    with av.open(io.BytesIO(film.content)) as opened:
        assert opened.streams.video[0].codec_context.name == "h264"


async def test_a_render_goes_through_its_states_in_order_and_without_envelopes(
    http: httpx.AsyncClient, filled: str
) -> None:
    await say(http, filled, MAKE)
    statuses = await statuses_of(http, filled)
    order = ["pending", "processing", "completed"]
    places = [order.index(status["status"]) for status in statuses]
    assert places == sorted(places)
    assert not [status for status in statuses if "code" in status or "data" in status]


async def test_a_draft_without_any_segment_is_not_rendered(
    backend: Backend, http: httpx.AsyncClient, filled: str
) -> None:
    backend.expect("render")
    for draft in ({}, {"d": 1000, "t": [{"id": "v1", "tt": 0, "sg": []}]}):
        identity, code = await ask_for_film(http, filled, draft)
        assert code != 0
        assert (await http.get(f"/api/render/proxy/lambda/{identity}")).status_code == 404
