"""The client: tokens, headers, repeats, errors, tried against real HTTP."""

from __future__ import annotations

import asyncio
import logging
import os
import stat
import sys
from pathlib import Path
from typing import Any

import pytest
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from photo2video_widgets import __version__, connect, settings
from photo2video_widgets.client import Client
from photo2video_widgets.engine.process import Engine
from photo2video_widgets.errors import (
    AuthError,
    ConnectionLostError,
    DraftError,
    FileTooLargeError,
    NoCreditsError,
    P2VError,
    PlanError,
    RateLimitedError,
    ServiceError,
    SessionNotFoundError,
    StaleRevisionError,
    UnsupportedFileError,
)
from photo2video_widgets.settings import Timing
from photo2video_widgets.wire.http import Part

from . import memory
from .backends import HostedDouble, bad, hosted_double, ok

QUICK = Timing(poll=0.02, recovery=0.02, still_working=0.2, silence=1.0, retry=0.02)


def client_of(double: HostedDouble, token: str | None = "mine") -> Client:
    return connect("nemo", base_url=double.url, token=token, timing=QUICK)


def first(*answers: Response) -> Any:
    """Answers one after the other; the last one stays."""
    left = list(answers)

    async def answer(request: Request) -> Response:
        return left.pop(0) if len(left) > 1 else left[0]

    return answer


async def test_the_local_engine_is_reached_without_any_account() -> None:
    async with connect("local") as client:
        assert client.is_engine
        assert (await client.credits())["available"] > 0


async def test_an_engine_elsewhere_is_reached_with_its_token(engine: Engine) -> None:
    async with connect(engine.base_url, token=engine.token) as client:
        assert client.is_engine
        assert client.backend == "custom"


async def test_every_request_bears_token_and_attribution(hosted: HostedDouble) -> None:
    async with client_of(hosted) as client:
        await client.credits()
        session = await client.new_session()
        await session.send("hello")
        await client.upload_files(session.id, [Part("a.jpg", data=b"x")])
    assert len(hosted.seen) > 4
    for seen in hosted.seen:
        assert seen.headers["authorization"] == "Bearer mine"
        assert seen.headers["x-skill-source"] == "free-photo-to-video-ai"
        assert seen.headers["x-skill-version"] == __version__
        assert seen.headers["x-skill-platform"] == "unknown"


async def test_the_engine_is_asked_for_once_and_a_404_means_there_is_none(hosted: HostedDouble) -> None:
    async with client_of(hosted) as client:
        await client.credits()
        assert not client.is_engine
    assert len(hosted.asked("/api/engine")) == 1


async def test_without_a_token_an_anonymous_one_is_fetched_once(hosted: HostedDouble) -> None:
    async with client_of(hosted, token=None) as client:
        await asyncio.gather(*(client.credits() for _ in range(5)))
    assert hosted.tokens == 1
    request = hosted.asked("/api/auth")[0]
    assert request.headers["x-client-id"] == settings.client_id()
    assert "authorization" not in request.headers
    assert request.headers["x-skill-source"]


async def test_nemo_token_is_used_as_it_is(hosted: HostedDouble, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEMO_TOKEN", "nmv_usr_env")
    monkeypatch.setenv("NEMO_API_URL", hosted.url)
    async with connect(timing=QUICK) as client:
        assert client.backend == "nemo"
    assert hosted.tokens == 0
    assert hosted.seen[0].headers["authorization"] == "Bearer nmv_usr_env"


async def test_an_expired_anonymous_token_is_renewed_once_and_the_call_repeated(hosted: HostedDouble) -> None:
    async with client_of(hosted, token=None) as client:
        hosted.on["GET", "/api/credits"] = first(bad(1001, 401), ok(available=1))
        assert (await client.credits())["available"] == 1
        assert hosted.tokens == 2
        assert hosted.seen[-1].headers["authorization"] == "Bearer nmv_usr_2"
        hosted.on["GET", "/api/credits"] = first(bad(1001, 401))
        with pytest.raises(AuthError):
            await client.credits()
        assert hosted.tokens == 3


async def test_a_users_own_token_is_never_replaced(hosted: HostedDouble) -> None:
    async with client_of(hosted) as client:
        hosted.on["GET", "/api/credits"] = first(bad(1001))
        with pytest.raises(AuthError, match="NEMO_TOKEN"):
            await client.credits()
    assert hosted.tokens == 0


async def test_a_token_that_came_too_early_is_asked_for_once_more(hosted: HostedDouble) -> None:
    hosted.on["POST", "/api/auth"] = first(bad(429, 429))
    with pytest.raises(RateLimitedError, match="NEMO_TOKEN"):
        await client_of(hosted, token=None).open()
    assert len(hosted.asked("/api/auth")) == 2


async def test_reads_are_repeated_when_the_service_fails(hosted: HostedDouble) -> None:
    async with client_of(hosted) as client:
        hosted.on["GET", "/api/credits"] = first(Response("oops", 503), bad(500), ok(available=7))
        assert (await client.credits())["available"] == 7


async def test_reads_are_not_repeated_for_ever(hosted: HostedDouble) -> None:
    async with client_of(hosted) as client:
        hosted.on["GET", "/api/credits"] = first(Response("oops", 503))
        with pytest.raises(ServiceError):
            await client.credits()
    assert len(hosted.asked("/api/credits")) == 4


@pytest.mark.parametrize(
    ("method", "path"), [("POST", "/api/tasks"), ("POST", "/api/render"), ("POST", "/api/upload-video")]
)
async def test_what_may_have_been_acted_on_is_never_repeated(hosted: HostedDouble, method: str, path: str) -> None:
    async with client_of(hosted) as client:
        hosted.on[method, path] = first(Response("oops", 502))
        calls = {
            "/api/tasks": lambda: client.create_session(),
            "/api/render": lambda: client.render("render_1", "s", {}),
            "/api/upload-video": lambda: client.upload_files("s", [Part("a.jpg", data=b"x")]),
        }
        with pytest.raises(ServiceError):
            await calls[path]()
    assert len(hosted.asked(path)) == 1


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (1002, SessionNotFoundError),
        (2001, NoCreditsError),
        (4001, UnsupportedFileError),
        (4002, FileTooLargeError),
        (402, PlanError),
        (429, RateLimitedError),
        (4000, P2VError),
        (31337, ServiceError),
    ],
)
@pytest.mark.parametrize("as_status", [False, True])
async def test_every_code_is_an_error_of_its_own_without_the_raw_answer(
    hosted: HostedDouble, code: int, kind: type[P2VError], as_status: bool
) -> None:
    async with client_of(hosted) as client:
        hosted.on["POST", "/api/tasks"] = first(bad(code, 400 if as_status else 200))
        with pytest.raises(kind) as caught:
            await client.create_session()
    assert caught.value.code == code
    assert "secret" not in str(caught.value)
    assert "mine" not in str(caught.value)


@pytest.mark.parametrize("body", ["", "<html>", "[]", "null", '{"data": 5}', '"x"'])
async def test_an_answer_that_is_no_envelope_is_a_service_error_or_nothing(hosted: HostedDouble, body: str) -> None:
    async with client_of(hosted) as client:
        hosted.on["POST", "/api/tasks"] = first(Response(body))
        with pytest.raises(ServiceError):
            await client.create_session()


async def test_a_render_status_is_read_with_and_without_an_envelope(hosted: HostedDouble) -> None:
    async with client_of(hosted) as client:
        hosted.on["GET", "/api/render"] = first(JSONResponse({"status": "processing"}), ok(status="completed"))
        assert (await client.render_status("render_1"))["status"] == "processing"
        assert (await client.render_status("render_1"))["status"] == "completed"


async def test_a_back_end_that_is_not_there_is_a_clear_error() -> None:
    with pytest.raises(ConnectionLostError, match="could not be reached") as caught:
        await connect("http://127.0.0.1:1", token="mine", timing=QUICK).open()
    assert "mine" not in str(caught.value)
    assert "127.0.0.1" not in str(caught.value)


async def test_the_token_goes_to_no_other_origin(hosted: HostedDouble, tmp_path: Path) -> None:
    with hosted_double() as elsewhere:
        elsewhere.on["GET", "/film"] = first(Response(b"film"))
        async with client_of(hosted) as client:
            with (tmp_path / "film").open("wb") as file:
                await client.download(f"{elsewhere.url}/film", file, 0, lambda count: None)
        headers = elsewhere.seen[0].headers
    assert (tmp_path / "film").read_bytes() == b"film"
    assert "authorization" not in headers
    assert not [name for name in headers if name.startswith("x-skill")]


async def test_no_token_shows_in_a_repr_or_a_log(hosted: HostedDouble, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    async with client_of(hosted, token="nmv_usr_hidden") as client:
        session = await client.new_session()
        await session.send("hello")
        shown = f"{client!r} {client} {session!r} {vars(client)['_wire']!r}"
    assert "nmv_usr_hidden" not in shown
    assert "127.0.0.1" not in shown
    own = [record.getMessage() for record in caplog.records if record.name.startswith(("httpx", "photo2video"))]
    assert not [line for line in own if "nmv_usr_hidden" in line]


async def test_edit_errors_of_the_engine_come_with_path_and_revision(engine: Engine) -> None:
    async with connect(engine.base_url, token=engine.token) as client:
        session = await client.create_session()
        with pytest.raises(DraftError) as wrong:
            await client.edits(session["session_id"], 0, [{"op": "nonsense"}])
        assert wrong.value.path.startswith("operations[0]")
        with pytest.raises(StaleRevisionError) as stale:
            await client.edits(session["session_id"], 7, [])
        assert stale.value.revision == 0


@pytest.mark.skipif(sys.platform != "linux", reason="needs the peak memory")
async def test_a_file_is_sent_without_being_read_whole(engine: Engine, tmp_path: Path) -> None:
    with (tmp_path / "big.mp4").open("wb") as file:
        file.truncate(150 << 20)
    told: list[int] = []
    async with connect(engine.base_url, token=engine.token) as client:
        session = await client.create_session()
        memory.forget()
        before = memory.peak()
        # Zeros are no film, which the engine finds out once all of it is there.
        answer = await client.upload_files(
            session["session_id"], [Part("big.mp4", path=tmp_path / "big.mp4")], told.append
        )
        grown = memory.peak() - before
    assert answer["rejected"][0]["code"] == 4001
    assert sum(told) == 150 << 20
    assert grown < 30


async def test_a_crashed_engine_is_started_again_and_knows_the_session(tmp_path: Path) -> None:
    async with connect("local", data_dir=tmp_path, timing=QUICK) as client:
        session = await client.new_session()
        assert client._engine
        client._engine.stop()
        assert (await session.draft()).tracks == ()
        client._engine.stop()


@pytest.mark.parametrize(
    ("backend", "options", "words"),
    [
        ("nemmo", {}, "local"),
        ("ftp://example.com", {}, "http"),
        ("http://127.0.0.1:1", {"base_url": "http://127.0.0.1:2"}, "both"),
    ],
)
def test_a_wrong_back_end_is_a_clear_error(backend: str, options: dict[str, str], words: str) -> None:
    with pytest.raises(P2VError, match=words):
        connect(backend, **options)  # type: ignore[arg-type]


async def test_the_install_makes_its_id_once_and_keeps_it_to_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NEMO_CLIENT_ID", raising=False)
    monkeypatch.setenv("P2V_CONFIG_DIR", str(tmp_path))
    made = settings.client_id()
    assert settings.client_id() == made
    assert [file.name for file in tmp_path.iterdir()] == ["client_id"]
    if sys.platform != "win32":
        assert stat.S_IMODE((tmp_path / "client_id").stat().st_mode) == 0o600
    (tmp_path / "client_id").write_text("damaged\nfile")
    assert settings.client_id() not in ("", made)


def test_the_platform_is_told_by_setting_or_install_path(monkeypatch: pytest.MonkeyPatch) -> None:
    home = Path.home()
    assert settings.platform(home / ".clawhub/skills/p/settings.py") == "clawhub"
    assert settings.platform(home / ".cursor/skills/p/settings.py") == "cursor"
    assert settings.platform(home / "lib/p/settings.py") == "unknown"
    monkeypatch.setenv("SKILL_SOURCE", "hub")
    assert settings.platform() == "hub"


@pytest.mark.parametrize("value", [0, -1, float("nan")])
def test_a_wait_of_nothing_is_refused(value: float) -> None:
    with pytest.raises(P2VError, match="poll"):
        Timing(poll=value)


@pytest.mark.skipif(sys.platform == "win32" or os.getuid() == 0, reason="needs permissions that hold")
async def test_where_nothing_can_be_kept_a_token_holds_for_the_process(
    hosted: HostedDouble, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("P2V_CONFIG_DIR", str(tmp_path / "closed"))
    (tmp_path / "closed").mkdir(mode=0o500)
    async with client_of(hosted, token=None) as client:
        await client.credits()


async def test_a_config_folder_that_is_a_file_keeps_nobody_from_working(
    hosted: HostedDouble, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "config").write_text("not a folder")
    monkeypatch.setenv("P2V_CONFIG_DIR", str(tmp_path / "config"))
    async with client_of(hosted, token=None) as client:
        await client.credits()
        assert settings.client_id() == settings.client_id()
