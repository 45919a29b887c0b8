"""The token that the hosted service gives an install: kept for its week, renewed when refused, asked for once."""

from __future__ import annotations

import stat
import sys
import time
import uuid
from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.responses import Response

from photo2video_widgets import connect, settings
from photo2video_widgets.errors import AuthError
from photo2video_widgets.upload.handover import UploadProgress

from .backends import HostedDouble, bad, hosted_double, refuse_midway, refusing, stream
from .test_client import QUICK


async def test_a_restart_asks_for_no_second_token(hosted: HostedDouble) -> None:
    for _ in range(3):
        async with connect("nemo", base_url=hosted.url, timing=QUICK) as client:
            await client.credits()
    assert len(hosted.asked("/api/auth")) == 1


async def test_the_kept_token_can_be_read_by_its_owner_alone(hosted: HostedDouble) -> None:
    async with connect("nemo", base_url=hosted.url, timing=QUICK) as client:
        await client.credits()
    (kept,) = [file for file in settings.config_folder().iterdir() if b"nmv_usr_1" in file.read_bytes()]
    if sys.platform != "win32":
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600


async def test_a_kept_token_is_none_after_seven_days(hosted: HostedDouble, monkeypatch: pytest.MonkeyPatch) -> None:
    async with connect("nemo", base_url=hosted.url, timing=QUICK) as client:
        await client.credits()
    now, week = time.time(), 7 * 24 * 3600
    origin = hosted.url
    monkeypatch.setattr(time, "time", lambda: now + week - 60)
    assert settings.anonymous_token(origin) == "nmv_usr_1"
    monkeypatch.setattr(time, "time", lambda: now + week + 60)
    assert settings.anonymous_token(origin) is None


async def test_a_clock_that_is_set_back_keeps_the_token(hosted: HostedDouble, monkeypatch: pytest.MonkeyPatch) -> None:
    async with connect("nemo", base_url=hosted.url, timing=QUICK) as client:
        await client.credits()
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now - 3600)
    assert settings.anonymous_token(hosted.url) == "nmv_usr_1"


async def test_a_token_that_is_refused_in_the_middle_of_an_answer_is_replaced_with_the_next_message(
    hosted: HostedDouble, photos: list[Path]
) -> None:
    async def refuse(request: Request) -> Response:
        hosted.expire()
        return stream({"code": 1001, "message": "raw: secret"})

    async with connect("nemo", base_url=hosted.url, timing=QUICK) as client:
        session = await client.new_session("en")
        await session.upload(photos)
        hosted.once("POST", "/run_sse", refuse)
        with pytest.raises(AuthError, match="send it again"):
            await session.send("make a slideshow")
        assert len((await session.send("make a slideshow")).draft.pictures) == 3
    assert hosted.tokens == 2


async def test_a_kept_token_is_for_one_service_and_one_install(
    hosted: HostedDouble, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with connect("nemo", base_url=hosted.url, timing=QUICK) as client:
        await client.credits()
    with hosted_double() as other:
        async with connect("nemo", base_url=other.url, timing=QUICK) as client:
            await client.credits()
        assert other.tokens == 1
    monkeypatch.setenv("NEMO_CLIENT_ID", str(uuid.uuid4()))
    async with connect("nemo", base_url=hosted.url, timing=QUICK) as client:
        await client.credits()
    assert hosted.tokens == 2


async def test_a_kept_token_that_is_refused_is_forgotten(hosted: HostedDouble) -> None:
    async with connect("nemo", base_url=hosted.url, timing=QUICK) as client:
        await client.credits()
    hosted.expire()
    async with connect("nemo", base_url=hosted.url, timing=QUICK) as client:
        await client.credits()
    assert settings.anonymous_token(hosted.url) == "nmv_usr_2"


async def test_a_process_that_comes_second_uses_the_token_of_the_first(hosted: HostedDouble) -> None:
    first, second = (connect("nemo", base_url=hosted.url, timing=QUICK) for _ in range(2))

    async def be_late(request: Request) -> Response:
        # While this one asks, another process has got the week's token and kept it.
        async with first:
            await first.credits()
        return bad(429, 429)

    hosted.once("POST", "/api/auth", be_late)
    async with second:
        assert (await second.credits())["total"] == 100
    assert hosted.tokens == 1


async def test_an_id_that_the_service_does_not_take_is_made_anew_once(hosted: HostedDouble) -> None:
    before = settings.client_id()
    hosted.once("POST", "/api/auth", refusing(400, 400))
    async with connect("nemo", base_url=hosted.url, timing=QUICK) as client:
        await client.credits()
    asked = [seen.headers["x-client-id"] for seen in hosted.asked("/api/auth")]
    assert asked == [before, settings.client_id()]
    assert before != settings.client_id()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"x": 5}', '{"x": {"token": 5, "until": "y"}}'])
async def test_a_damaged_file_of_tokens_costs_one_request(hosted: HostedDouble, content: str) -> None:
    (settings.config_folder() / "anonymous_tokens").write_text(content)
    async with connect("nemo", base_url=hosted.url, timing=QUICK) as client:
        await client.credits()
    assert settings.anonymous_token(hosted.url) == "nmv_usr_1"


@pytest.mark.parametrize("status", [200, 401])
async def test_a_token_that_expires_before_a_message_is_renewed_and_the_message_said_once(
    hosted: HostedDouble, status: int
) -> None:
    hosted.refusal_status = status
    async with connect("nemo", base_url=hosted.url, timing=QUICK) as client:
        session = await client.new_session("en")
        hosted.once("POST", "/run_sse", refusing(1001, status))
        assert (await session.send("make a slideshow")).text
    taken = [seen for seen in hosted.asked("/run_sse") if seen.token == "nmv_usr_2"]
    assert (hosted.tokens, len(taken)) == (2, 1)


async def test_a_token_that_expires_during_a_message_keeps_its_answer(hosted: HostedDouble) -> None:
    async def expire_meanwhile(request: Request) -> Response:
        answer = await hosted.usual(request)
        hosted.expire()
        return answer

    hosted.once("POST", "/run_sse", expire_meanwhile)
    async with connect("nemo", base_url=hosted.url, timing=QUICK) as client:
        session = await client.new_session("en")
        assert (await session.send("make a slideshow")).text
        assert (await client.credits())["available"] < 100
    assert len(hosted.asked("/run_sse")) == 1


async def test_a_token_that_expires_in_the_middle_of_an_upload_is_renewed_and_all_of_it_sent_again(
    hosted: HostedDouble, tmp_path: Path
) -> None:
    (tmp_path / "clip.mp4").write_bytes(bytes(20 << 20))
    told: list[UploadProgress] = []
    hosted.once("POST", "/api/upload-video", refuse_midway)
    async with connect("nemo", base_url=hosted.url, timing=QUICK) as client:
        session = await client.new_session("en")
        await session.upload(tmp_path / "clip.mp4", on_progress=told.append)
        assert [item["name"] for item in session.uploads] == ["clip.mp4"]
    assert hosted.tokens == 2
    assert [step.sent for step in told] == sorted(step.sent for step in told)
    assert told[-1].sent == told[-1].total == 20 << 20


async def test_a_users_own_expired_token_is_a_clear_error_wherever_it_shows(
    hosted: HostedDouble, photos: list[Path]
) -> None:
    async with connect("nemo", base_url=hosted.url, token="mine", timing=QUICK) as client:
        session = await client.new_session("en")
        hosted.expire("mine")
        for work in (client.credits, session.draft, lambda: session.send("make it"), lambda: session.upload(photos)):
            with pytest.raises(AuthError, match="NEMO_TOKEN"):
                await work()
    assert hosted.tokens == 0
