"""What goes over the wire, to whom, and what is read of what comes back: real HTTP, byte by byte where it matters."""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import json
import math
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import IO

import httpx
import pytest
from starlette.responses import Response

from photo2video_widgets import connect
from photo2video_widgets.errors import ConnectionLostError, DraftError, P2VError, ServiceError
from photo2video_widgets.settings import Timing
from photo2video_widgets.tokens import Token
from photo2video_widgets.wire import http as wires
from photo2video_widgets.wire.bodies import encoded
from photo2video_widgets.wire.http import Answer, Wire
from photo2video_widgets.wire.parts import Part

from .backends import HostedDouble, ok

Serve = Callable[[str, asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]

TIMING = Timing(connect=5.0, read=5.0, upload=5.0)
TOKEN = Token.of("secret-of-mine")
LARGE = Part("large.jpg", data=b"x" * (1 << 24))


@asynccontextmanager
async def server(serve: Serve, tls: ssl.SSLContext | None = None) -> AsyncIterator[str]:
    """A server that does to each connection what a test says; gives its address. It hears the head of the request."""
    tasks: set[asyncio.Task[None]] = set()

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
                head = (await reader.readuntil(b"\r\n\r\n")).decode()
                await serve(head, reader, writer)
            writer.close()
        except asyncio.CancelledError:
            writer.transport.abort()

    def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        tasks.add(asyncio.ensure_future(talk(reader, writer)))

    listening = await asyncio.start_server(connected, "127.0.0.1", 0, ssl=tls)
    try:
        yield f"http{'s' if tls else ''}://127.0.0.1:{listening.sockets[0].getsockname()[1]}"
    finally:
        listening.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks)
        # A transport that is done with is closed by its loop in the next round.
        await asyncio.sleep(0)


def answer(status: int, body: bytes = b"", *headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status} Whatever", f"Content-Length: {len(body)}", "Connection: close", *headers]
    return "\r\n".join([*lines, "", ""]).encode() + body


@asynccontextmanager
async def wired(url: str, timing: Timing = TIMING) -> AsyncIterator[Wire]:
    wire = Wire(url, "the double", timing=timing)
    try:
        yield wire
    finally:
        await wire.close()


async def send_large(url: str) -> Answer:
    async with wired(url) as wire:
        return await wire.upload("/upload", TOKEN, [LARGE], None)


# An answer that comes before all is sent


async def refuse_and_close(head: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(answer(413, b'{"code":4002}'))
    await writer.drain()


async def refuse_and_read_no_more(head: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.transport.pause_reading()
    writer.write(answer(401, b'{"code":1001}'))
    await asyncio.Event().wait()


async def refuse_bit_by_bit(head: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.transport.pause_reading()
    for byte in answer(413, b'{"code":4002}'):
        writer.write(bytes([byte]))
        await writer.drain()
        await asyncio.sleep(0)
    await asyncio.Event().wait()


async def read_all(head: str, reader: asyncio.StreamReader) -> int:
    length = next(int(line[15:]) for line in head.splitlines() if line.lower().startswith("content-length:"))
    left = length
    while left:
        left -= len(await reader.read(min(left, 1 << 16)))
    return length


async def take_it_all(head: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    length = await read_all(head, reader)
    writer.write(answer(200, b'{"code":0,"data":{"length":%d}}' % length))
    await writer.drain()


async def have_patience_asked_for(head: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 102 Processing\r\n\r\n")
    await writer.drain()
    await take_it_all(head, reader, writer)


@pytest.mark.parametrize(
    ("serve", "status", "code"),
    [(refuse_and_close, 413, 4002), (refuse_and_read_no_more, 401, 1001), (refuse_bit_by_bit, 413, 4002)],
)
async def test_an_answer_that_comes_while_an_upload_is_sent_counts(serve: Serve, status: int, code: int) -> None:
    async with server(serve) as url:
        for _ in range(5):
            found = await send_large(url)
            assert (found.status, found.json) == (status, {"code": code})


@pytest.mark.parametrize("serve", [take_it_all, have_patience_asked_for])
async def test_an_upload_that_is_taken_is_sent_whole(serve: Serve) -> None:
    async with server(serve) as url:
        found = await send_large(url)
    assert found.json["data"]["length"] > LARGE.size


async def test_an_upload_that_is_cut_off_without_a_word_is_a_lost_connection() -> None:
    async def hang_up(head: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.transport.abort()

    async with server(hang_up) as url:
        with pytest.raises(ConnectionLostError):
            await send_large(url)


async def test_an_upload_that_nobody_takes_is_given_up() -> None:
    async def do_nothing(head: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.transport.pause_reading()
        await asyncio.Event().wait()

    async with server(do_nothing) as url, wired(url, Timing(upload=0.2)) as wire:
        with pytest.raises(ConnectionLostError, match="too long"):
            await wire.upload("/upload", TOKEN, [LARGE], None)


async def test_a_cancelled_upload_leaves_nothing_behind() -> None:
    async with server(refuse_nothing) as url, wired(url) as wire:
        sending = asyncio.ensure_future(wire.upload("/upload", TOKEN, [LARGE], None))
        await asyncio.sleep(0.05)
        sending.cancel()
        with pytest.raises(asyncio.CancelledError):
            await sending
        assert [task for task in asyncio.all_tasks() if "ListeningStream" in repr(task)] == []


async def refuse_nothing(head: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.transport.pause_reading()
    await asyncio.Event().wait()


async def wait_for_ever(head: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await asyncio.Event().wait()


CALLS: dict[str, Callable[[Wire], Awaitable[object]]] = {
    "request": lambda wire: wire.request("POST", "/", TOKEN, body={}),
    "upload": lambda wire: wire.upload("/upload", TOKEN, [LARGE], None),
}


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("serve", [wait_for_ever, refuse_nothing])
async def test_closing_during_a_call_is_a_lost_connection_and_cancels_nobody(call: str, serve: Serve) -> None:
    async with server(serve) as url, wired(url) as wire:
        calling = asyncio.ensure_future(CALLS[call](wire))
        await asyncio.sleep(0.1)
        await wire.close()
        with pytest.raises(ConnectionLostError):
            await calling


@pytest.mark.parametrize("call", CALLS)
async def test_a_cancelled_call_is_cancelled(call: str) -> None:
    async with server(wait_for_ever) as url, wired(url) as wire:
        calling = asyncio.ensure_future(CALLS[call](wire))
        await asyncio.sleep(0.1)
        calling.cancel()
        with pytest.raises(asyncio.CancelledError):
            await calling


async def test_one_connection_serves_many_requests() -> None:
    connections = 0

    async def keep(head: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal connections
        connections += 1
        while True:
            await read_all(head, reader)
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n" + b'{"code":0}')
            head = (await reader.readuntil(b"\r\n\r\n")).decode()

    async with server(keep) as url, wired(url) as wire:
        for number in range(20):
            assert (await wire.request("POST", "/", TOKEN, body={"number": number})).json == {"code": 0}
        await wire.upload("/upload", TOKEN, [LARGE], None)
    assert connections == 1


EARLY_AND_LATE: list[tuple[Serve, int]] = [(refuse_and_close, 413), (refuse_and_read_no_more, 401), (take_it_all, 200)]


async def test_early_answers_are_heard_under_tls_too(
    certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    context = trusted(certificate, monkeypatch)
    for serve, status in EARLY_AND_LATE:
        async with server(serve, context) as url:
            assert (await send_large(url)).status == status


def trusted(certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """What a server with that certificate needs; from now on every client trusts it."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    trusting = ssl.create_default_context(cafile=str(certificate[0]))
    monkeypatch.setattr(httpx, "create_ssl_context", lambda **options: trusting)
    return context


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for 127.0.0.1 and its key, made by openssl."""
    import shutil
    import subprocess

    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("needs openssl")
    folder = tmp_path_factory.mktemp("certificate")
    paths = folder / "certificate.pem", folder / "key.pem"
    subprocess.run(
        [
            *(openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"),
            *("-addext", "subjectAltName=IP:127.0.0.1,DNS:films.test"),
            *("-out", str(paths[0]), "-keyout", str(paths[1])),
        ],
        check=True,
        capture_output=True,
    )
    return paths


# Answers without end


@pytest.mark.parametrize("packed", [False, True])
async def test_an_answer_without_end_is_not_read_whole(packed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wires, "LARGEST_ANSWER", 1 << 20)
    sent = 0

    async def go_on(head: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal sent
        kind = "application/json\r\nContent-Encoding: gzip" if packed else "application/json"
        writer.write(f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nConnection: close\r\n\r\n".encode())
        piece = gzip.compress(bytes(1 << 24)) if packed else b"[" * (1 << 16)
        while sent < 1 << 30:
            writer.write(piece)
            await writer.drain()
            sent += len(piece)

    async with server(go_on) as url, wired(url) as wire:
        with pytest.raises(ServiceError, match="more than can be read"):
            await wire.request("GET", "/api/state", TOKEN)
        with pytest.raises(ServiceError, match="more than can be read"):
            async with wire.stream("POST", "/run_sse", TOKEN, body={}, silence=5.0):
                pass
    assert sent < 1 << 26


async def test_an_answer_nested_without_end_is_no_json() -> None:
    async def nest(head: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(answer(200, b"[" * 1_000_000))
        await writer.drain()

    async with server(nest) as url, wired(url) as wire:
        assert (await wire.request("GET", "/api/state", TOKEN)).json is None


@pytest.mark.parametrize("half", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n[1"])
async def test_every_wait_is_the_one_that_is_set(half: bytes) -> None:
    async def stall(head: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(half)
        await asyncio.Event().wait()

    async with server(stall) as url, wired(url, Timing(read=0.1)) as wire:
        with pytest.raises(ConnectionLostError, match="too long"):
            await wire.request("GET", "/api/state", TOKEN)
    async with server(stall) as url, wired(url, Timing(upload=0.1)) as wire:
        with pytest.raises(ConnectionLostError, match="too long"):
            await wire.upload("/upload", TOKEN, [Part("a.jpg", data=b"x")], None)
    async with server(stall) as url, wired(url) as wire:
        with pytest.raises(ConnectionLostError, match="too long"):
            async with wire.stream("POST", "/run_sse", TOKEN, body={}, silence=0.1):
                pass


async def test_an_answer_that_comes_drop_by_drop_is_given_up() -> None:
    async def drip(head: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n")
        for _ in range(500):
            writer.write(b" ")
            await writer.drain()
            await asyncio.sleep(0.01)

    async with server(drip) as url, wired(url, Timing(read=0.1, upload=0.1)) as wire:
        with pytest.raises(ConnectionLostError, match="too long"):
            await wire.request("GET", "/api/state", TOKEN)
        with pytest.raises(ConnectionLostError, match="too long"):
            await wire.upload("/upload", TOKEN, [Part("a.jpg", data=b"x")], None)


# What a stream is


EVENT = b'data: {"n":1}\n\n'


async def streamed(status: int, body: bytes, *headers: str) -> Answer | bytes:
    """What is made of an answer to a message: all bytes of a stream, or an Answer."""

    async def serve(head: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        whole = answer(status, body, *headers)
        for piece in (whole[: len(whole) - len(body) + 1], whole[len(whole) - len(body) + 1 :]):
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(0.01)

    async with (
        server(serve) as url,
        wired(url) as wire,
        wire.stream("POST", "/run_sse", TOKEN, body={}, silence=5.0) as found,
    ):
        return found if isinstance(found, Answer) else b"".join([piece async for piece in found])


@pytest.mark.parametrize("kind", ["", "text/plain; charset=utf-8", "application/octet-stream", "application/x-ndjson"])
async def test_a_stream_is_one_whatever_it_is_called(kind: str) -> None:
    for body in (EVENT, b": beat\n\n" + EVENT, b"\n\n" + EVENT):
        assert await streamed(200, body, *([f"Content-Type: {kind}"] if kind else [])) == body


async def test_a_stream_that_says_so_may_be_empty() -> None:
    assert await streamed(200, b"", "Content-Type: text/event-stream") == b""


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (200, b'{"code":1001}', "text/plain"),
        (200, b' \n {"code":1001}', ""),
        (200, b"<!doctype html>", ""),
        (200, EVENT, "text/html"),
        (200, b"", ""),
        (302, EVENT, "text/event-stream"),
        (503, EVENT, "text/event-stream"),
    ],
)
async def test_what_is_no_stream_is_read_whole(status: int, body: bytes, kind: str) -> None:
    found = await streamed(status, body, *([f"Content-Type: {kind}"] if kind else []))
    assert isinstance(found, Answer)
    assert (found.status, found.content) == (status, body)


async def test_a_refusal_that_calls_itself_a_stream_is_an_answer() -> None:
    async def refuse(head: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(answer(401, b'{"code":1001}', "Content-Type: text/event-stream"))
        await writer.drain()

    async with (
        server(refuse) as url,
        wired(url) as wire,
        wire.stream("POST", "/run_sse", TOKEN, body={}, silence=5.0) as found,
    ):
        assert isinstance(found, Answer)
        assert found.json == {"code": 1001}


# Where a token goes


class Road:
    """Servers that lead from one to the next; `heads` is what each of them was asked."""

    def __init__(self) -> None:
        self.heads: list[tuple[str, str]] = []
        self.leads: dict[str, str] = {}

    def at(self, name: str) -> Serve:
        async def serve(head: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            self.heads.append((name, head.lower()))
            target = self.leads.get(head.split()[1])
            writer.write(answer(302, b"", f"Location: {target}") if target else answer(200, b"film"))
            await writer.drain()

        return serve


async def fetch(wire: Wire, url: str, file: IO[bytes], start: int = 0) -> int:
    return await wire.download(url, TOKEN, file, start, lambda count: None)


def is_introduced(head: str) -> bool:
    return "secret-of-mine" in head or "x-skill" in head or "authorization" in head


async def test_a_film_is_fetched_where_it_is_and_nobody_on_the_way_is_told_who_asks(tmp_path: Path) -> None:
    road = Road()
    async with server(road.at("home")) as home, server(road.at("away")) as away, wired(home) as wire:
        road.leads = {"/film": "/other", "/other": f"{away}/there", "/there": f"{home}/back"}
        with (tmp_path / "film").open("wb") as file:
            file.write(b"##")
            assert await fetch(wire, "/film", file, 2) == 4
    assert (tmp_path / "film").read_bytes() == b"film"
    assert [(name, is_introduced(head)) for name, head in road.heads] == [
        ("home", True),
        ("home", True),
        ("away", False),
        ("home", False),
    ]
    assert all("range: bytes=2-" in head and "accept-encoding: identity" in head for _, head in road.heads)


async def test_a_road_without_end_is_left(tmp_path: Path) -> None:
    road = Road()
    async with server(road.at("home")) as home, wired(home) as wire:
        road.leads = {"/film": "/film"}
        with (tmp_path / "film").open("wb") as file, pytest.raises(ServiceError, match="without end"):
            await fetch(wire, "/film", file)
    assert len(road.heads) < 10


@pytest.mark.parametrize("target", ["ftp://127.0.0.1/film", "file:///etc/passwd", "http://[", "javascript:alert(1)"])
async def test_a_road_to_nowhere_is_a_clear_error(target: str, tmp_path: Path) -> None:
    road = Road()
    async with server(road.at("home")) as home, wired(home) as wire:
        road.leads = {"/film": target}
        with (tmp_path / "film").open("wb") as file, pytest.raises(ServiceError) as caught:
            await fetch(wire, "/film", file)
    assert target not in str(caught.value)


@pytest.mark.parametrize(
    "place",
    [
        "data:video/mp4;base64,AAAA", "mailto:a", "file:///etc/passwd", "ftp://films.test/x",
        "https://films.test:99999/x", "http://[::1/x", "http://a]/x", "http://\ud83d/x",
    ],
)  # fmt: skip
async def test_what_is_no_address_of_a_film_is_a_clear_error(place: str, tmp_path: Path) -> None:
    road = Road()
    async with server(road.at("home")) as home, wired(home) as wire:
        with (tmp_path / "film").open("wb") as file, pytest.raises(ServiceError, match="no address") as caught:
            await fetch(wire, place, file)
        # Another address may do: this is no connection that broke.
        assert not isinstance(caught.value, ConnectionLostError)
    assert road.heads == []


async def test_a_film_may_be_named_by_a_path(tmp_path: Path) -> None:
    road = Road()
    async with server(road.at("home")) as home, wired(f"{home}/base/") as wire:
        for place in ("films/x.mp4", "/films/x.mp4", f"//{home[7:]}/x.mp4", f"{home}/y.mp4"):
            with (tmp_path / "film").open("wb") as file:
                assert await fetch(wire, place, file) == 4
    assert [head.split()[1] for _, head in road.heads] == [
        "/base/films/x.mp4",
        "/base/films/x.mp4",
        "/x.mp4",
        "/y.mp4",
    ]


async def test_a_film_is_not_led_out_into_the_open(
    certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    road = Road()
    context = trusted(certificate, monkeypatch)
    async with server(road.at("home"), context) as home, server(road.at("away")) as away, wired(home) as wire:
        road.leads = {"/film": "http://films.test/film", "/near": f"{away}/there"}
        with (tmp_path / "film").open("wb") as file:
            with pytest.raises(ServiceError, match="http://, where everybody"):
                await fetch(wire, "/film", file)
            assert await fetch(wire, "/near", file) == 4
    assert [name for name, _ in road.heads] == ["home", "home", "away"]


async def test_only_films_are_looked_for_elsewhere() -> None:
    road = Road()
    async with server(road.at("home")) as home, server(road.at("away")) as away, wired(home) as wire:
        road.leads = {"/": f"{away}/"}
        assert (await wire.request("GET", "/", TOKEN)).status == 302
        assert (await wire.upload("/", TOKEN, [Part("a.jpg", data=b"x")], None)).status == 302
        async with wire.stream("POST", "/", TOKEN, body={}, silence=5.0) as found:
            assert isinstance(found, Answer)
    assert {name for name, _ in road.heads} == {"home"}


# Paths and bodies


async def test_half_a_character_travels_and_a_body_is_ascii() -> None:
    bodies: list[bytes] = []

    async def note(head: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        assert "content-type: application/json\r\n" in head.lower()
        length = next(int(line[15:]) for line in head.splitlines() if line.lower().startswith("content-length:"))
        bodies.append(await reader.readexactly(length))
        writer.write(answer(200, EVENT if "/run_sse" in head else b"{}"))
        await writer.drain()

    sent = {"text": "\ud83d 海边 🌊", "list": [1, 2]}
    async with server(note) as url, wired(url) as wire:
        await wire.request("POST", "/", TOKEN, body=sent)
        async with wire.stream("POST", "/run_sse", TOKEN, body=sent, silence=5.0):
            pass
    assert [json.loads(body) for body in bodies] == [sent, sent]
    assert all(body.isascii() and b" " not in body.replace(b" \\u", b"") for body in bodies)


@pytest.mark.parametrize("number", [math.inf, -math.inf, math.nan])
def test_a_number_that_json_has_no_word_for_is_told_by_its_place(number: float) -> None:
    with pytest.raises(DraftError, match="no number that a draft can hold") as caught:
        encoded({"id": "render_1", "draft": {"t": [{"tt": 0}, {"sg": [{"d": number}]}]}})
    assert caught.value.path == "t[1].sg[0].d"


async def test_a_name_is_one_part_of_a_path_whatever_it_holds() -> None:
    paths: list[str] = []

    async def note(head: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        paths.append(head.split()[1])
        writer.write(answer(200, b'{"code":0,"data":{"state":{}}}'))
        await writer.drain()

    async with server(note) as url:
        client = connect(url, token="mine", timing=TIMING)
        for name in ("a/../b?c#d", "\ud83d"):
            await client.state(name)
        await client.aclose()
    assert paths == ["/api/state/nemo_agent/me/a%2F..%2Fb%3Fc%23d/latest", "/api/state/nemo_agent/me/%3F/latest"]


async def test_a_session_without_a_name_is_none(hosted: HostedDouble) -> None:
    hosted.on["POST", "/api/tasks"] = lambda request: _later(ok(session_id=" "))
    async with connect("nemo", base_url=hosted.url, token="mine", timing=TIMING) as client:
        with pytest.raises(ServiceError, match="made no session"):
            await client.create_session()


async def _later(response: Response) -> Response:
    return response


# What the environment says


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may have some."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


async def test_a_proxy_of_the_environment_is_asked_for_all_but_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    heads: list[str] = []

    async def note(head: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heads.append(head.split("\r")[0])
        writer.write(answer(200, b'{"code":0}'))
        await writer.drain()

    async with server(note) as url:
        for name in ("HTTP_PROXY", "http_proxy"):
            monkeypatch.setenv(name, url)
        for target in ("http://films.test", url):
            async with wired(target) as wire:
                assert (await wire.request("GET", "/api/state", TOKEN)).json == {"code": 0}
    assert heads == ["GET http://films.test/api/state HTTP/1.1", "GET /api/state HTTP/1.1"]


async def test_early_answers_are_heard_through_a_proxy_too(monkeypatch: pytest.MonkeyPatch) -> None:
    for serve, status in EARLY_AND_LATE:
        async with server(serve) as url:
            monkeypatch.setenv("http_proxy", url)
            assert (await send_large("http://films.test")).status == status


async def test_early_answers_are_heard_through_a_tunnel_too(
    certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    context = trusted(certificate, monkeypatch)
    for serve, status in EARLY_AND_LATE:
        async with server(serve, context) as url:

            async def dig(
                head: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, url: str = url
            ) -> None:
                assert head.startswith("CONNECT films.test:443")
                writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
                await join(url, reader, writer)

            async with server(dig) as proxy:
                monkeypatch.setenv("https_proxy", proxy)
                assert (await send_large("https://films.test")).status == status


async def test_a_socks_proxy_is_a_way_too(monkeypatch: pytest.MonkeyPatch) -> None:
    hosts: list[bytes] = []

    async def socks(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readexactly(3)
        writer.write(b"\x05\x00")
        asked = await reader.readexactly(5)
        hosts.append(await reader.readexactly(asked[4]))
        await reader.readexactly(2)
        writer.write(b"\x05\x00\x00\x01" + bytes(6))
        await join(url, reader, writer)
        writer.close()

    async with server(take_it_all) as url:
        listening = await asyncio.start_server(socks, "127.0.0.1", 0)
        monkeypatch.setenv("all_proxy", f"socks5://127.0.0.1:{listening.sockets[0].getsockname()[1]}")
        assert (await send_large("http://films.test")).status == 200
        listening.close()
        await asyncio.sleep(0)
    assert hosts == [b"films.test"]


async def join(url: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Carry bytes to and fro until either side has said all."""
    far_reader, far_writer = await asyncio.open_connection("127.0.0.1", int(url.rpartition(":")[2]))

    async def carry(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError):
            while piece := await source.read(1 << 16):
                target.write(piece)
                await target.drain()

    ways = [asyncio.ensure_future(carry(reader, far_writer)), asyncio.ensure_future(carry(far_reader, writer))]
    try:
        await asyncio.wait(ways, return_when="FIRST_COMPLETED")
    finally:
        far_writer.transport.abort()
        for way in ways:
            way.cancel()
        await asyncio.wait(ways)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HTTPS_PROXY", "socks4://user:secret@films.test:1080"),
        ("all_proxy", "secret://films.test"),
        ("HTTP_PROXY", "http://user:secret@films.test:99999"),
        ("NO_PROXY", "[::1,secret"),
        ("SSL_CERT_FILE", "/secret/certificates.pem"),
    ],
)
async def test_settings_that_cannot_be_used_are_told_by_name_and_not_by_value(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(P2VError, match=rf"Look at (SSL_CERT_DIR, )?{name}\.$") as caught:
        await connect("nemo", base_url="https://films.test", token="mine", timing=TIMING).open()
    assert "secret" not in str(caught.value)
    assert caught.value.__suppress_context__
