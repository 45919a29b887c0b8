"""Where tokens and photos may go, and where a token may show: tried with real back ends that write down who asks."""

from __future__ import annotations

import asyncio
import io
import logging
import os
import pickle
import signal
import stat
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

import httpx
import pytest
from IPython.core.ultratb import VerboseTB
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from photo2video_widgets import connect, settings
from photo2video_widgets.client import Client
from photo2video_widgets.engine import process
from photo2video_widgets.engine.process import Engine
from photo2video_widgets.errors import AuthError, ConnectionLostError, P2VError, ServiceError
from photo2video_widgets.settings import Timing
from photo2video_widgets.tokens import Token, is_loopback
from photo2video_widgets.wire.calling import Caller

from .backends import HostedDouble, bad

QUICK = Timing(poll=0.02, recovery=0.02, still_working=0.2, silence=1.0, retry=0.02)
SECRET = "nmv_usr_hidden"
ROOT = Path(__file__).parents[1]


# A local client and the hosted service


async def close_and_go_on(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    await client.open()
    await client.aclose()
    await client.credits()


async def open_twice(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    async with client:
        pass
    await client.open()


async def go_on_after_a_failed_start(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fail(self: Caller) -> None:
        await self._ready()
        raise ConnectionLostError("The engine is busy.")

    with monkeypatch.context() as patch:
        patch.setattr(Caller, "_ask_for_facts", fail)
        with pytest.raises(ConnectionLostError):
            await client.open()
    await client.credits()


@pytest.mark.parametrize("way", [close_and_go_on, open_twice, go_on_after_a_failed_start])
async def test_a_local_client_never_turns_to_the_hosted_service(
    way: Any, hosted: HostedDouble, photos: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEMO_API_URL", hosted.url)
    client = connect("local", timing=QUICK)
    await way(client, monkeypatch)
    session = await client.new_session()
    await session.upload(photos[0])
    await session.send("make a 2 second slideshow")
    assert (await session.draft()).pictures
    assert client.facts
    await client.aclose()
    assert hosted.seen == []


@pytest.mark.parametrize("answer", [ServiceError("Not found.", code=404), {}])
async def test_a_local_engine_that_does_not_say_what_it_is_is_not_taken_for_the_hosted_service(
    answer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def call(self: Caller, *request: Any, **more: Any) -> Any:
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(Caller, "_call", call)
    client = connect("local", timing=QUICK)
    with pytest.raises(ServiceError):
        await client.open()
    assert client.is_engine


async def test_a_local_client_follows_no_address_away_from_its_engine(hosted: HostedDouble, tmp_path: Path) -> None:
    async with connect("local", timing=QUICK) as client:
        with (tmp_path / "film").open("wb") as file, pytest.raises(ServiceError, match="another address"):
            await client.download(f"{hosted.url}/film", file, 0, lambda count: None)
    assert hosted.seen == []


# Whom an engine gives its token to


async def ask_for_token(url: str, client_id: str) -> httpx.Response:
    async with httpx.AsyncClient(trust_env=False) as stranger:
        return await stranger.post(f"{url}/api/auth/anonymous-token", headers={"X-Client-Id": client_id})


async def test_an_engine_gives_its_token_to_nobody_who_knows_only_the_id_of_the_install(engine: Engine) -> None:
    answer = await ask_for_token(engine.base_url, settings.client_id())
    assert (answer.status_code, answer.json()["code"]) == (401, 1001)
    assert engine.token not in answer.text
    assert engine.client_id != engine.token
    assert engine.client_id not in repr(engine)


@asynccontextmanager
async def serving(folder: Path) -> AsyncIterator[str]:
    """The address of `photo2video serve` in a process of its own."""
    command = [sys.executable, "-m", "photo2video_widgets", "serve", "--port", "0", "--data", str(folder)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=ROOT) as server:  # noqa: ASYNC220
        assert server.stderr
        try:
            yield (await asyncio.to_thread(server.stderr.readline)).split()[-1]
        finally:
            server.send_signal(signal.SIGINT)


async def test_who_runs_serve_reaches_it_by_a_file_that_only_they_can_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("P2V_CONFIG_DIR", str(tmp_path / "config"))
    async with serving(tmp_path / "data") as url:
        file = tmp_path / "config" / "engine_token"
        if os.name == "posix":
            assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert (await ask_for_token(url, settings.client_id())).json()["code"] == 1001
        async with connect(url, timing=QUICK) as client:
            assert client.is_engine
        kept = file.read_text()
        monkeypatch.setenv("P2V_CONFIG_DIR", str(tmp_path / "somebody-else"))
        with pytest.raises(AuthError, match="token="):
            await connect(url, timing=QUICK).open()
    monkeypatch.setenv("P2V_CONFIG_DIR", str(tmp_path / "config"))
    assert settings.engine_token() == kept


async def test_serve_runs_with_nemo_token_where_it_is_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("P2V_CONFIG_DIR", str(tmp_path / "config"))
    monkeypatch.setenv("NEMO_TOKEN", SECRET)
    async with serving(tmp_path / "data") as url:
        async with connect(url, timing=QUICK) as client:
            assert client.is_engine
        monkeypatch.delenv("NEMO_TOKEN")
        with pytest.raises(AuthError):
            await connect(url, timing=QUICK).open()
    assert not (tmp_path / "config" / "engine_token").exists()


async def test_the_token_of_serve_is_not_sent_to_the_hosted_service_and_only_once_to_who_refuses_it(
    hosted: HostedDouble, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("P2V_CONFIG_DIR", str(tmp_path))
    kept = f"Bearer {settings.engine_token()}"
    async with connect("nemo", base_url=hosted.url, timing=QUICK):
        pass
    assert [seen for seen in hosted.seen if seen.headers.get("authorization") == kept] == []

    async def refuse(request: Request) -> Response:
        return bad(1001, 401) if request.headers["authorization"] == kept else bad(404, 404)

    hosted.on["GET", "/api/engine"] = refuse
    async with connect(hosted.url, timing=QUICK) as client:
        await client.credits()
    assert len([seen for seen in hosted.seen if seen.headers.get("authorization") == kept]) == 1
    assert hosted.seen[-1].headers["authorization"] == "Bearer nmv_usr_1"


# Where NEMO_TOKEN goes


@pytest.mark.parametrize(
    ("address", "is_sent"),
    [
        ("https://service.example", True),
        ("https://SERVICE.example:443/", True),
        ("http://127.0.0.1:9", True),
        ("http://localhost:9", True),
        ("http://[::1]:9", True),
        ("https://service.example:8443", False),
        ("https://service.example.evil.example", False),
        ("https://evil.example/service.example", False),
        (settings.HOSTED_API, False),
    ],
)
@pytest.mark.parametrize("named", ["backend", "base_url"])
def test_nemo_token_is_for_the_service_that_is_set_and_this_machine(
    address: str, is_sent: bool, named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEMO_TOKEN", SECRET)
    monkeypatch.setenv("NEMO_API_URL", "https://service.example/")
    options: dict[str, Any] = {named: address}
    assert connect(**options)._token == (Token(SECRET) if is_sent else None)
    assert connect(**options, token="given")._token == Token("given")


def test_nemo_token_is_for_the_hosted_service_where_none_other_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEMO_TOKEN", SECRET)
    assert connect()._token == connect(settings.HOSTED_API)._token == Token(SECRET)
    assert connect("https://elsewhere.example")._token is None


@pytest.mark.parametrize("address", ["http://elsewhere.example", "http://10.0.0.1:8765", "HTTP://0.0.0.0:1"])
@pytest.mark.parametrize("token", ["given", None])
def test_no_token_goes_in_clear_beyond_this_machine(
    address: str, token: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(P2VError, match="https://"):
        connect(address, token=token)
    with pytest.raises(P2VError, match="https://"):
        connect("nemo", base_url=address, token=token)
    monkeypatch.setenv("NEMO_API_URL", address)
    with pytest.raises(P2VError, match="https://"):
        connect("nemo", token=token)
    assert connect("local").backend == "local"


@pytest.mark.parametrize("address", ["http://", "https://:443", "http://[bad", "https://a:99999", "nonsense"])
def test_what_is_no_address_is_a_clear_error(address: str) -> None:
    with pytest.raises(P2VError, match="no address"):
        connect(base_url=address)


@pytest.mark.parametrize("address", ["https://me:secret@a.example", "https://a.example?x=1", "https://a.example/#f"])
def test_an_address_with_more_than_a_place_in_it_is_refused_without_being_shown(address: str) -> None:
    with pytest.raises(P2VError, match="no user name") as caught:
        connect(address, token=SECRET)
    assert "a.example" not in str(caught.value)


def test_loopback_is_this_machine_and_nothing_that_looks_like_it() -> None:
    assert is_loopback("http://127.8.9.1:1")
    assert not is_loopback("http://localhost.evil.example")
    assert not is_loopback("http://127.0.0.1@evil.example")


# Logs and tracebacks


async def test_our_requests_are_not_logged_and_those_of_the_user_are(
    hosted: HostedDouble, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    async def redirect(request: Request) -> Response:
        return RedirectResponse(f"{hosted.url}/film?signature=1")

    async def film(request: Request) -> Response:
        return Response(b"film")

    hosted.on["GET", "/download"] = redirect
    hosted.on["GET", "/film"] = film
    caplog.set_level(logging.DEBUG)
    async with connect("nemo", base_url=hosted.url, token=SECRET, timing=QUICK) as client:
        session = await client.new_session()
        await session.send("hello")
        with (tmp_path / "film").open("wb") as file:
            await client.download("/download", file, 0, lambda count: None)
    told = "\n".join(record.getMessage() for record in caplog.records if "uvicorn" not in record.name)
    assert (tmp_path / "film").read_bytes() == b"film"
    assert "HTTP Request" not in told
    assert hosted.url not in told
    assert session.id not in told
    assert "signature" not in told
    async with httpx.AsyncClient(trust_env=False) as own:
        await own.get(f"{hosted.url}/of-the-user")
    assert "/of-the-user" in caplog.text


def variables(problem: BaseException) -> str:
    """All that a traceback with variables can show, of what led to the problem as well."""
    shown = []
    pending: list[BaseException | None] = [problem]
    while pending:
        if (next_one := pending.pop()) is None:
            continue
        pending += [next_one.__cause__, next_one.__context__]
        trace: TracebackType | None = next_one.__traceback__
        while trace:
            shown += [repr(value) for value in trace.tb_frame.f_locals.values()]
            trace = trace.tb_next
    verbose = VerboseTB(theme_name="nocolor")
    return "\n".join(shown + verbose.structured_traceback(type(problem), problem, problem.__traceback__))


async def answer_nothing(request: Request) -> Response:
    await asyncio.sleep(5)
    return Response()


async def refuse_token(request: Request) -> Response:
    return bad(1001, 401)


async def leave_out(request: Request) -> Response:
    return Response("no envelope")


@pytest.mark.parametrize("answer", [answer_nothing, refuse_token, leave_out, None])
@pytest.mark.parametrize("call", ["json", "upload", "stream", "download"])
async def test_no_variable_of_a_failed_call_shows_the_token(
    answer: Any, call: str, hosted: HostedDouble, photos: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEMO_TOKEN", SECRET)
    monkeypatch.setenv("NEMO_API_URL", hosted.url)
    async with connect(timing=QUICK) as client:
        session = await client.new_session()
        if answer:
            hosted.on.update({(method, "/"): answer for method in ("GET", "POST")})
        else:
            assert client._wire
            client._wire.base_url = "http://127.0.0.1:1"

        async def download() -> None:
            await client.download("/film", io.BytesIO(), 0, lambda count: None)
            raise ServiceError("The film is no film.")

        calls = {
            "json": client.create_session,
            "upload": lambda: session.upload(photos[0]),
            "stream": lambda: session.send("hello"),
            "download": download,
        }
        with pytest.raises((P2VError, TimeoutError)) as caught:
            async with asyncio.timeout(0.3):
                await calls[call]()
    assert SECRET not in variables(caught.value)


def test_no_variable_of_a_refused_connection_shows_the_token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEMO_TOKEN", f"{SECRET}\n{SECRET}é")
    with pytest.raises(AuthError, match="characters") as caught:
        connect("nemo")
    assert SECRET not in variables(caught.value)
    monkeypatch.setenv("NEMO_TOKEN", SECRET)
    with pytest.raises(P2VError, match="https://") as refused:
        connect("http://elsewhere.example", token=settings.user_token())
    assert SECRET not in variables(refused.value)


def test_no_variable_of_a_failed_start_shows_the_secret_of_the_engine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "_BOOT", "raise SystemExit")
    monkeypatch.setattr("secrets.token_urlsafe", lambda size: SECRET)
    with pytest.raises(ServiceError) as caught:
        process.start(tmp_path)
    assert SECRET not in variables(caught.value)


def test_a_token_shows_neither_in_a_repr_nor_in_a_text() -> None:
    token = Token(SECRET)
    assert SECRET not in f"{token} {token!r} {[token]}"
    with pytest.raises(TypeError):
        pickle.dumps(token)
    assert token.reveal() == SECRET
