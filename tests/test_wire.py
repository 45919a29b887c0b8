"""What goes over the wire, to whom, and what is read of what comes back: real HTTP, byte by byte where it matters."""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import IO

import httpx
import pytest

from photo2video_widgets.errors import ConnectionLostError, ServiceError
from photo2video_widgets.settings import Timing
from photo2video_widgets.tokens import Token
from photo2video_widgets.wire import http as wires
from photo2video_widgets.wire.http import Answer, Wire
from photo2video_widgets.wire.parts import Part

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


async def test_early_answers_are_heard_under_tls_too(
    certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    trusted = ssl.create_default_context(cafile=str(certificate[0]))
    monkeypatch.setattr(httpx, "create_ssl_context", lambda **options: trusted)
    for serve, status in ((refuse_and_close, 413), (refuse_and_read_no_more, 401), (take_it_all, 200)):
        async with server(serve, context) as url:
            assert (await send_large(url)).status == status


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
            *("-addext", "subjectAltName=IP:127.0.0.1", "-out", str(paths[0]), "-keyout", str(paths[1])),
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


async def test_only_films_are_looked_for_elsewhere() -> None:
    road = Road()
    async with server(road.at("home")) as home, server(road.at("away")) as away, wired(home) as wire:
        road.leads = {"/": f"{away}/"}
        assert (await wire.request("GET", "/", TOKEN)).status == 302
        assert (await wire.upload("/", TOKEN, [Part("a.jpg", data=b"x")], None)).status == 302
        async with wire.stream("POST", "/", TOKEN, body={}, silence=5.0) as found:
            assert isinstance(found, Answer)
    assert {name for name, _ in road.heads} == {"home"}


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
