"""The wire protocol, tried on every back end with bare HTTP."""

from __future__ import annotations

import asyncio
import json
import time
from itertools import count
from pathlib import Path
from typing import Any

import httpx

from .conftest import Backend

_RENDER_IDS = count(time.time_ns() // 1_000_000)
MAKE = "make a 2 second slideshow, 320x240, no music"


async def say(http: httpx.AsyncClient, session: str, words: str) -> tuple[list[dict[str, Any]], str]:
    body = {
        "app_name": "nemo_agent",
        "user_id": "me",
        "session_id": session,
        "new_message": {"parts": [{"text": words}]},
    }
    answer = await http.post("/run_sse", json=body, headers={"Accept": "text/event-stream"})
    assert answer.headers["content-type"].startswith("text/event-stream")
    lines = [line.removeprefix("data:").strip() for line in answer.text.splitlines() if line.startswith("data:")]
    return [json.loads(line) for line in lines if line], answer.text


async def state_of(http: httpx.AsyncClient, session: str) -> dict[str, Any]:
    state: dict[str, Any] = (await http.get(f"/api/state/nemo_agent/me/{session}/latest")).json()["data"]["state"]
    return state


async def rendered(http: httpx.AsyncClient, session: str) -> dict[str, Any]:
    identity = f"render_{next(_RENDER_IDS)}"
    body = {
        "id": identity,
        "sessionId": session,
        "draft": (await state_of(http, session))["draft"],
        "output": {"format": "mp4", "quality": "high"},
    }
    assert (await http.post("/api/render/proxy/lambda", json=body)).json()["code"] == 0
    while True:
        status: dict[str, Any] = (await http.get(f"/api/render/proxy/lambda/{identity}")).json()
        if status["status"] in ("completed", "failed"):
            return status
        await asyncio.sleep(0.1)


async def test_a_client_gets_a_token_that_opens_the_other_calls(backend: Backend) -> None:
    async with httpx.AsyncClient(base_url=backend.base_url, trust_env=False) as stranger:
        answer = await stranger.post("/api/auth/anonymous-token", headers={"X-Client-Id": backend.client_id})
        token = answer.json()["data"]["token"]
        opened = await stranger.get("/api/credits/balance/simple", headers={"Authorization": f"Bearer {token}"})
    assert opened.json()["code"] == 0


async def test_a_token_request_without_client_id_is_code_400(backend: Backend) -> None:
    async with httpx.AsyncClient(base_url=backend.base_url, trust_env=False) as stranger:
        assert (await stranger.post("/api/auth/anonymous-token")).json()["code"] == 400


async def test_a_wrong_token_is_code_1001_everywhere(backend: Backend, session: str) -> None:
    wrong = {"Authorization": "Bearer nonsense"}
    calls = [
        ("GET", "/api/credits/balance/simple"),
        ("GET", f"/api/state/nemo_agent/me/{session}/latest"),
        ("POST", "/api/tasks/me/with-session/nemo_agent"),
        ("POST", "/run_sse"),
        ("POST", f"/api/upload-video/nemo_agent/me/{session}"),
        ("POST", "/api/render/proxy/lambda"),
        ("GET", "/api/render/proxy/lambda/render_1"),
        ("GET", "/api/render/proxy/render_1/download"),
    ]
    async with httpx.AsyncClient(base_url=backend.base_url, trust_env=False) as stranger:
        codes = {(await stranger.request(method, path, headers=wrong)).json()["code"] for method, path in calls}
        codes |= {(await stranger.request(method, path)).json()["code"] for method, path in calls}
    assert codes == {1001}


async def test_a_new_session_has_a_task_and_an_empty_draft(http: httpx.AsyncClient) -> None:
    body = {"task_name": "project", "language": "en"}
    made = (await http.post("/api/tasks/me/with-session/nemo_agent", json=body)).json()
    assert made["code"] == 0
    assert made["data"]["task_id"]
    state = await state_of(http, made["data"]["session_id"])
    assert state["draft"].get("t", []) == []
    assert state["video_infos"] == []


async def test_an_unknown_session_is_code_1002(http: httpx.AsyncClient) -> None:
    body = {"app_name": "nemo_agent", "user_id": "me", "session_id": "gone", "new_message": {"parts": [{"text": "x"}]}}
    codes = [
        (await http.get("/api/state/nemo_agent/me/gone/latest")).json()["code"],
        (await http.post("/run_sse", json=body)).json()["code"],
        (await http.post("/api/upload-video/nemo_agent/me/gone", files=[("files", ("a.jpg", b"x"))])).json()["code"],
    ]
    assert codes == [1002, 1002, 1002]


async def test_uploads_of_one_form_are_in_the_state_in_order(
    http: httpx.AsyncClient, filled: str, photos: list[Path]
) -> None:
    names = [info["name"] for info in (await state_of(http, filled))["video_infos"]]
    assert names == [photo.name for photo in photos]


async def test_a_turn_streams_pieces_then_the_whole_text_once(http: httpx.AsyncClient, filled: str) -> None:
    events, _ = await say(http, filled, MAKE)
    texts = [(event, part["text"]) for event in events for part in event["content"]["parts"] if part.get("text")]
    pieces = [text for event, text in texts if event.get("partial")]
    whole = [text for event, text in texts if not event.get("partial")]
    assert len(whole) == 1
    assert "".join(pieces) == whole[0]
    assert events[-1]["turnComplete"] is True


async def test_events_have_the_shape_of_the_agent_development_kit(http: httpx.AsyncClient, filled: str) -> None:
    events, raw = await say(http, filled, MAKE)
    assert all({"id", "author", "invocationId", "timestamp", "content", "actions"} <= event.keys() for event in events)
    assert len({event["invocationId"] for event in events}) == 1
    assert "invocation_id" not in raw
    assert "function_call" not in raw


async def test_each_tool_call_is_followed_by_its_result(http: httpx.AsyncClient, filled: str) -> None:
    events, _ = await say(http, filled, MAKE)
    parts = [part for event in events for part in event["content"]["parts"]]
    calls = [part["functionCall"] for part in parts if "functionCall" in part]
    results = [part["functionResponse"] for part in parts if "functionResponse" in part]
    assert calls
    assert [(call["id"], call["name"]) for call in calls] == [(result["id"], result["name"]) for result in results]
    assert all(isinstance(call["args"], dict) for call in calls)


async def test_a_turn_leaves_a_draft_that_can_be_exported(http: httpx.AsyncClient, filled: str) -> None:
    await say(http, filled, MAKE)
    draft = (await state_of(http, filled))["draft"]
    assert any(track["sg"] for track in draft["t"])
    assert draft["d"] == 2000


async def test_a_render_becomes_a_film_that_can_be_fetched(http: httpx.AsyncClient, filled: str) -> None:
    await say(http, filled, MAKE)
    status = await rendered(http, filled)
    assert status["status"] == "completed", status
    assert "code" not in status
    film = await http.get(status["output"]["url"])
    other = await http.get(f"/api/render/proxy/{status['id']}/download")
    assert film.content == other.content
    assert film.content[4:8] == b"ftyp"


async def test_a_balance_has_its_three_numbers(http: httpx.AsyncClient) -> None:
    data = (await http.get("/api/credits/balance/simple")).json()["data"]
    assert data["available"] + data["frozen"] == data["total"]


async def test_a_file_of_a_wrong_kind_alone_is_code_4001(http: httpx.AsyncClient, session: str) -> None:
    answer = await http.post(f"/api/upload-video/nemo_agent/me/{session}", files=[("files", ("notes.txt", b"hello"))])
    assert answer.json()["code"] == 4001
