"""What only the engine answers, who may ask it, and its life as a process."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import functools
import http.server
import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import AsyncIterator, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import httpx
import pytest
from PIL import Image
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from photo2video_widgets import connect, settings
from photo2video_widgets import photos as intake
from photo2video_widgets.draft import Draft
from photo2video_widgets.engine import envelope, mixes, process, uploads
from photo2video_widgets.engine.jobs import Jobs
from photo2video_widgets.engine.process import Engine
from photo2video_widgets.engine.server import serve
from photo2video_widgets.engine.store import Store
from photo2video_widgets.engine.uploads import fetch
from photo2video_widgets.errors import P2VError, ServiceError

_RENDER_IDS = count(time.time_ns() // 1_000_000 + 1_000_000)
MAKE = "make a 2 second slideshow, 320x240, no music"


def speak(engine: Engine) -> httpx.AsyncClient:
    headers = {"Authorization": f"Bearer {engine.token}", **settings.attribution()}
    return httpx.AsyncClient(base_url=engine.base_url, headers=headers, timeout=60, trust_env=False)


@pytest.fixture
async def wire(engine: Engine) -> AsyncIterator[httpx.AsyncClient]:
    async with speak(engine) as client:
        yield client


async def new_session(wire: httpx.AsyncClient) -> str:
    body = {"task_name": "project", "language": "en"}
    made = await wire.post("/api/tasks/me/with-session/nemo_agent", json=body)
    return str(made.json()["data"]["session_id"])


async def upload(wire: httpx.AsyncClient, session: str, *files: Path) -> dict[str, Any]:
    parts = [("files", (file.name, file.read_bytes())) for file in files]
    answer: dict[str, Any] = (await wire.post(f"/api/upload-video/nemo_agent/me/{session}", files=parts)).json()
    return answer


async def say(wire: httpx.AsyncClient, session: str, words: str) -> str:
    body = {"session_id": session, "new_message": {"parts": [{"text": words}]}}
    return (await wire.post("/run_sse", json=body)).text


async def state_of(wire: httpx.AsyncClient, session: str) -> dict[str, Any]:
    state: dict[str, Any] = (await wire.get(f"/api/state/nemo_agent/me/{session}/latest")).json()["data"]["state"]
    return state


async def edit(wire: httpx.AsyncClient, session: str, base: int, *operations: dict[str, Any]) -> dict[str, Any]:
    body = {"base": base, "operations": operations}
    answer: dict[str, Any] = (await wire.post(f"/api/edits/nemo_agent/me/{session}", json=body)).json()
    return answer


async def step(wire: httpx.AsyncClient, session: str, kind: str, **body: Any) -> dict[str, Any]:
    answer: dict[str, Any] = (await wire.post(f"/api/edits/nemo_agent/me/{session}/{kind}", json=body)).json()
    return answer


async def start_render(wire: httpx.AsyncClient, session: str, draft: dict[str, Any]) -> str:
    identity = f"render_{next(_RENDER_IDS)}"
    body = {"id": identity, "sessionId": session, "draft": draft, "output": {"format": "mp4", "quality": "high"}}
    assert (await wire.post("/api/render/proxy/lambda", json=body)).json()["code"] == 0
    return identity


async def status_of(wire: httpx.AsyncClient, identity: str) -> dict[str, Any]:
    status: dict[str, Any] = (await wire.get(f"/api/render/proxy/lambda/{identity}")).json()
    return status


async def until(wire: httpx.AsyncClient, identity: str, *wanted: str, frames: int = 0) -> dict[str, Any]:
    async with asyncio.timeout(60):
        while True:
            status = await status_of(wire, identity)
            if status["status"] in wanted and status["frame"] >= frames:
                return status
            await asyncio.sleep(0.05)


def long_film(asset: str, frames: int = 6000, side: tuple[int, int] = (1280, 720)) -> dict[str, Any]:
    """A draft that takes far longer to render than any test waits."""
    length = frames * 100 // 3
    meta = {"src": asset, "kind": "image", "motion": {"kind": "zoom-in", "amount": 0.2}}
    track = {"id": "v1", "tt": 0, "sg": [{"id": "s1", "s": 0, "d": length, "m": meta}]}
    return {"d": length, "m": {"schema": 1, "width": side[0], "height": side[1], "fps": 30}, "t": [track]}


@pytest.fixture
async def session(wire: httpx.AsyncClient, photos: list[Path]) -> str:
    """A session with three photos and a film of 2 s at revision 1."""
    identity = await new_session(wire)
    await upload(wire, identity, *photos)
    await say(wire, identity, MAKE)
    return identity


# Who may ask


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "evil.example:80", "", "[::2]"])
async def test_a_foreign_host_header_is_refused(wire: httpx.AsyncClient, host: str) -> None:
    answer = await wire.get("/api/engine", headers={"Host": host})
    assert answer.status_code == 403


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "127.0.0.1:9999", "[::1]", "[::1]:80"])
async def test_the_names_of_this_machine_are_answered(wire: httpx.AsyncClient, host: str) -> None:
    assert (await wire.get("/api/engine", headers={"Host": host})).status_code == 200


async def test_the_token_request_is_refused_under_a_foreign_host_and_to_a_foreign_client(engine: Engine) -> None:
    async with httpx.AsyncClient(base_url=engine.base_url, trust_env=False) as stranger:
        path = "/api/auth/anonymous-token"
        foreign = await stranger.post(path, headers={"X-Client-Id": "someone-else"})
        rebound = await stranger.post(path, headers={"X-Client-Id": settings.client_id(), "Host": "evil.example"})
    assert (foreign.status_code, foreign.json()["code"]) == (401, 1001)
    assert rebound.status_code == 403
    assert engine.token not in foreign.text + rebound.text


async def test_no_page_is_ever_let_in(wire: httpx.AsyncClient) -> None:
    answers = [
        await wire.get("/api/engine", headers={"Origin": "https://evil.example"}),
        await wire.options("/api/engine", headers={"Origin": "https://evil.example"}),
    ]
    assert not [name for answer in answers for name in answer.headers if name.startswith("access-control")]


async def test_an_unknown_path_is_404(wire: httpx.AsyncClient) -> None:
    answer = await wire.get("/api/nonsense")
    assert (answer.status_code, answer.json()["code"]) == (404, 404)


async def test_the_engine_says_what_it_can_do(wire: httpx.AsyncClient) -> None:
    data = (await wire.get("/api/engine")).json()["data"]
    assert {"name", "version", "capabilities", "accepts", "limits"} <= data.keys()
    assert "heic" in data["accepts"]


async def test_there_is_nothing_to_claim_on_this_machine(wire: httpx.AsyncClient) -> None:
    answer = (await wire.post("/api/auth/claim-token", json={})).json()
    assert answer["code"] != 0
    assert "no account" in answer["message"]


@pytest.mark.parametrize(
    "body",
    [
        b"[1]", b"{", b'"x"', b"\xff", b'{"x": NaN}', b'{"x": -Infinity}', b'{"x": 1e999}',
        b'{"x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    ],
    ids=range(8),
)  # fmt: skip
async def test_a_body_that_is_no_object_is_a_clear_error(wire: httpx.AsyncClient, body: bytes) -> None:
    answer = (await wire.post("/api/tasks/me/with-session/nemo_agent", content=body)).json()
    assert answer["code"] == 4000


# Uploads


async def test_a_bad_file_among_good_ones_is_told_and_the_good_ones_are_kept(
    wire: httpx.AsyncClient, photos: list[Path], tmp_path: Path
) -> None:
    session = await new_session(wire)
    (broken := tmp_path / "broken.jpg").write_bytes(photos[0].read_bytes()[:300])
    (notes := tmp_path / "notes.txt").write_text("hello")
    answer = await upload(wire, session, photos[0], broken, notes, photos[1])
    assert answer["code"] == 0
    assert [file["name"] for file in answer["data"]["files"]] == [photos[0].name, photos[1].name]
    assert [(item["name"], item["code"]) for item in answer["data"]["rejected"]] == [
        ("broken.jpg", 4001),
        ("notes.txt", 4001),
    ]
    assert "jpg" in answer["data"]["rejected"][1]["message"]


async def test_a_damaged_picture_costs_neither_its_neighbours_nor_the_connection(
    wire: httpx.AsyncClient, photos: list[Path], tmp_path: Path
) -> None:
    session = await new_session(wire)
    Image.effect_noise((90, 90), 80).convert("RGB").save(tmp_path / "broken.png")
    data = bytearray((tmp_path / "broken.png").read_bytes())
    data[len(data) // 2] ^= 0xFF
    (tmp_path / "broken.png").write_bytes(data)
    for _ in range(2):
        answer = await upload(wire, session, photos[0], tmp_path / "broken.png", photos[1])
        assert [file["name"] for file in answer["data"]["files"]] == [photos[0].name, photos[1].name]
        assert [(item["name"], item["code"]) for item in answer["data"]["rejected"]] == [("broken.png", 4001)]


def test_whatever_a_decoder_raises_is_a_rejection_of_that_one_file(
    tmp_path: Path, photos: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    probe = intake.probe

    def surprising(path: Path, *, name: str | None = None) -> intake.PhotoFacts:
        if name == "odd.jpg":
            raise AssertionError("a decoder's own")
        if name == "full.jpg":
            raise OSError(errno.ENOSPC, "no space")
        return probe(path, name=name)

    monkeypatch.setattr(intake, "probe", surprising)
    store = Store(tmp_path)
    session = store.create_session("en")[1]
    arrivals = []
    for name in ("a.jpg", "odd.jpg", "full.jpg", "b.jpg"):
        arrivals.append(uploads.Arrival(name, store.incoming()))
        arrivals[-1].write(photos[0].read_bytes() + name.encode())
        arrivals[-1].finish()
    answer = uploads.admit(store, session, arrivals)
    store.close()
    assert [file["name"] for file in answer["files"]] == ["a.jpg", "b.jpg"]
    assert [item["code"] for item in answer["rejected"]] == [4001, 5000]
    assert "damaged" in answer["rejected"][0]["message"]
    assert "is full" in answer["rejected"][1]["message"]
    assert list((tmp_path / "incoming").iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
@pytest.mark.parametrize("size", [10, 1 << 20])
def test_a_disk_that_fills_up_during_an_upload_is_told_as_that(tmp_path: Path, size: int) -> None:
    arrival = uploads.Arrival("a.jpg", tmp_path / "a")
    arrival._stream = open("/dev/full", "wb")  # noqa: SIM115  (closing it is what is tried)

    def take() -> None:
        arrival.write(bytes(size))
        arrival.finish()

    with pytest.raises(P2VError, match="is full"):
        take()
    arrival.discard()


def test_only_what_the_data_folder_is_to_blame_for_is_put_down_to_it(tmp_path: Path) -> None:
    for number in (errno.ENOSPC, errno.EDQUOT):
        assert "is full" in envelope.reason(OSError(number, "x"))
    for number in (errno.EACCES, errno.EROFS, errno.ENOTDIR):
        assert "can't use its data folder" in envelope.reason(OSError(number, "x"))
    for number in (None, errno.EMFILE, errno.ECONNRESET):
        assert "failed unexpectedly" in envelope.reason(OSError(number, "x"))
    with contextlib.closing(sqlite3.connect(tmp_path / "small.sqlite3")) as database:
        database.execute("PRAGMA max_page_count = 2")
        with pytest.raises(sqlite3.OperationalError) as caught:
            database.executescript("CREATE TABLE a (b); CREATE TABLE c (d); CREATE TABLE e (f);")
    assert "is full" in envelope.reason(caught.value)


async def test_after_an_unexpected_failure_the_same_client_is_answered(tmp_path: Path) -> None:
    import socket

    import uvicorn

    async def fail(request: Request) -> Response:
        raise LookupError("never foreseen")

    app = Starlette(routes=[Route("/fail", fail), Route("/well", lambda request: envelope.wrapped({}))])
    for kind, handler in envelope.HANDLERS.items():
        app.add_exception_handler(kind, handler)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(uvicorn.Config(app, http="h11", ws="none", lifespan="off", log_config=None))
        running = asyncio.create_task(server.serve([listening]))
        url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        async with httpx.AsyncClient(base_url=url, trust_env=False) as client:
            for _ in range(20):
                failed = await client.get("/fail")
                assert (failed.status_code, failed.json()["code"]) == (500, 500)
                assert failed.headers["connection"] == "close"
                assert (await client.get("/well")).json()["code"] == 0
        server.should_exit = True
        await running


async def test_an_upload_says_what_it_found(wire: httpx.AsyncClient, photos: list[Path]) -> None:
    answer = await upload(wire, await new_session(wire), photos[0])
    facts = answer["data"]["files"][0]
    assert facts["asset"] == f"asset:{facts['sha256']}"
    assert (facts["kind"], facts["width"], facts["height"], facts["duration"]) == ("image", 640, 480, None)
    assert facts["size"] == photos[0].stat().st_size


async def test_names_of_uploads_lose_their_folders_and_keep_their_letters(
    wire: httpx.AsyncClient, photos: list[Path]
) -> None:
    session = await new_session(wire)
    files = [("files", (name, photos[0].read_bytes())) for name in ("../../海滩.jpg",)]
    await wire.post(f"/api/upload-video/nemo_agent/me/{session}", files=files)
    assert (await state_of(wire, session))["video_infos"][0]["name"] == "海滩.jpg"


async def test_a_file_over_the_limit_is_4002_and_leaves_nothing_behind(tmp_path: Path) -> None:
    engine = process.start(tmp_path)
    try:
        async with speak(engine) as wire:
            session = await new_session(wire)

            async def form() -> AsyncIterator[bytes]:
                yield b'--x\r\nContent-Disposition: form-data; name="files"; filename="big.jpg"\r\n\r\n'
                for _ in range(201):
                    yield bytes(1 << 20)
                yield b"\r\n--x--\r\n"

            answer = await wire.post(
                f"/api/upload-video/nemo_agent/me/{session}",
                content=form(),
                headers={"Content-Type": "multipart/form-data; boundary=x"},
            )
            assert answer.json()["code"] == 4002
            assert "big.jpg" in answer.json()["message"]
    finally:
        engine.stop()
    assert list((tmp_path / "incoming").iterdir()) == []
    assert [file for file in (tmp_path / "files").rglob("*") if file.is_file()] == []


async def test_an_upload_that_breaks_off_leaves_nothing_behind(tmp_path: Path) -> None:
    engine = process.start(tmp_path)
    try:
        async with speak(engine) as wire:
            session = await new_session(wire)
            head = (
                f"POST /api/upload-video/nemo_agent/me/{session} HTTP/1.1\r\nHost: localhost\r\n"
                f"Authorization: Bearer {engine.token}\r\nContent-Length: 1000000\r\n"
                "Content-Type: multipart/form-data; boundary=x\r\n\r\n"
                '--x\r\nContent-Disposition: form-data; name="files"; filename="a.jpg"\r\n\r\n'
            )
            _, writer = await asyncio.open_connection("127.0.0.1", int(engine.base_url.rpartition(":")[2]))
            writer.write(head.encode() + bytes(100_000))
            await writer.drain()
            async with asyncio.timeout(10):
                while not list((tmp_path / "incoming").iterdir()):
                    await asyncio.sleep(0.02)
                writer.close()
                while list((tmp_path / "incoming").iterdir()):
                    await asyncio.sleep(0.02)
            assert (await state_of(wire, session))["video_infos"] == []
    finally:
        engine.stop()


@contextlib.contextmanager
def web_server(folder: Path) -> Iterator[str]:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: Any) -> None:
            return

        def do_GET(self) -> None:
            if self.path.startswith("/slow-"):
                # Neither of these ever ends: headers, or what follows them, a letter at a time.
                self.wfile.write(b"HTTP/1.1 200 OK\r\n" + (b"\r\n" if self.path == "/slow-body.jpg" else b"X: "))
                with contextlib.suppress(OSError):
                    while True:
                        self.wfile.write(b"x")
                        time.sleep(0.1)
            if self.path.startswith("/to/"):
                self.send_response(302)
                self.send_header("Location", self.path.removeprefix("/to/"))
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            super().do_GET()

    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


async def test_photos_are_fetched_from_addresses(wire: httpx.AsyncClient, photos: list[Path]) -> None:
    session = await new_session(wire)
    with web_server(photos[0].parent) as server:
        urls = [f"{server}/{photos[0].name}", f"{server}/missing.jpg", f"{server}/to/{server}/{photos[1].name}"]
        body = {"urls": urls, "source_type": "url"}
        answer = (await wire.post(f"/api/upload-video/nemo_agent/me/{session}", json=body)).json()
    assert next(file["name"] for file in answer["data"]["files"]) == photos[0].name
    assert len(answer["data"]["files"]) == 2
    assert "404" in answer["data"]["rejected"][0]["message"]


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:1/a.jpg",
        "http://localhost:1/a.jpg",
        "http://[::1]:1/a.jpg",
        "http://[::ffff:127.0.0.1]:1/a.jpg",
        "http://169.254.169.254/latest/meta-data",
        "http://10.0.0.1/a.jpg",
        "http://192.168.1.1/a.jpg",
        "http://[fe80::1]/a.jpg",
        "http://[fd00::1]/a.jpg",
        "http://0.0.0.0/a.jpg",
        "http://100.64.0.1/a.jpg",
        "http://2130706433/a.jpg",
    ],
)
def test_addresses_within_a_private_network_are_not_fetched(tmp_path: Path, url: str) -> None:
    store = Store(tmp_path)
    problem = fetch(store, url, allow_loopback=False).problem
    store.close()
    assert problem is not None
    assert "private network" in problem.message


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://example.com/a.jpg", "http://u:p@example.com/a.jpg", "x"])
def test_only_plain_web_addresses_are_fetched(tmp_path: Path, url: str) -> None:
    store = Store(tmp_path)
    problem = fetch(store, url, allow_loopback=True).problem
    store.close()
    assert problem is not None
    assert "http" in problem.message


def test_a_redirect_into_a_private_network_is_not_followed(tmp_path: Path) -> None:
    store = Store(tmp_path / "data")
    with web_server(tmp_path) as server:
        problem = fetch(store, f"{server}/to/http://169.254.169.254/a.jpg", allow_loopback=True).problem
    store.close()
    assert problem is not None
    assert "private network" in problem.message


@pytest.mark.parametrize("name", ["slow-body.jpg", "slow-headers.jpg"])
def test_an_address_that_answers_a_letter_at_a_time_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(uploads, "_FETCH_SECONDS_IN_ALL", 1.0)
    store = Store(tmp_path)
    begun = time.monotonic()
    with web_server(tmp_path) as server:
        problem = fetch(store, f"{server}/{name}", allow_loopback=True).problem
        assert time.monotonic() - begun < 5
    store.close()
    assert problem is not None
    assert "too slow" in problem.message
    assert list((tmp_path / "incoming").iterdir()) == []


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("фото 1.jpg", "фото 1.jpg"),
        ("%D1%84%D0%BE%D1%82%D0%BE%201.jpg?größe=1", "фото 1.jpg"),
        ("to/%s/фото%%201.jpg", "фото%201.jpg"),
    ],
)
def test_addresses_may_hold_spaces_and_letters_of_any_language(
    tmp_path: Path, photos: list[Path], path: str, name: str
) -> None:
    (tmp_path / "фото 1.jpg").write_bytes(photos[0].read_bytes())
    store = Store(tmp_path / "data")
    with web_server(tmp_path) as server:
        arrival = fetch(store, f"{server}/{path.replace('%s', server).replace('%%', '%')}", allow_loopback=True)
    store.close()
    assert arrival.problem is None
    assert arrival.size == photos[0].stat().st_size
    assert arrival.name == name.replace("%20", " ")


async def test_an_address_that_is_none_is_a_rejection(wire: httpx.AsyncClient) -> None:
    session = await new_session(wire)
    for url in ("http://[bad/x.jpg", "http://exa mple.com:port/x.jpg"):
        answer = await wire.post(f"/api/upload-video/nemo_agent/me/{session}", json={"urls": [url]})
        assert (answer.status_code, answer.json()["code"]) == (200, 4001)
        assert answer.json()["message"].startswith("x.jpg: ")


# The draft


async def test_an_edit_is_one_change_and_answers_what_changed(wire: httpx.AsyncClient, session: str) -> None:
    operations = [{"op": "set_length", "duration": 3000}, {"op": "set_canvas", "width": 240, "height": 320}]
    answer = await edit(wire, session, 1, *operations)
    assert answer["code"] == 0
    assert answer["data"]["revision"] == 2
    assert answer["data"]["draft"]["d"] == 3000
    assert len(answer["data"]["changes"]) >= 2


async def test_an_edit_on_an_old_revision_is_4090_with_the_present_one(wire: httpx.AsyncClient, session: str) -> None:
    await edit(wire, session, 1, {"op": "set_length", "duration": 3000})
    answer = await edit(wire, session, 1, {"op": "set_length", "duration": 4000})
    assert (answer["code"], answer["data"]["revision"]) == (4090, 2)
    assert (await state_of(wire, session))["draft"]["d"] == 3000


async def test_a_wrong_operation_is_4000_with_its_path_and_nothing_is_changed(
    wire: httpx.AsyncClient, session: str
) -> None:
    answer = await edit(
        wire, session, 1, {"op": "set_length", "duration": 3000}, {"op": "set_length", "duration": "long"}
    )
    assert answer["code"] == 4000
    assert answer["data"]["path"] == "operations[1].duration"
    assert (await state_of(wire, session))["revision"] == 1


@pytest.mark.parametrize("body", [{}, {"base": "1"}, {"base": True, "operations": []}, {"base": 1, "operations": 5}])
async def test_an_edit_without_base_or_operations_says_what_is_missing(
    wire: httpx.AsyncClient, session: str, body: dict[str, Any]
) -> None:
    answer = (await wire.post(f"/api/edits/nemo_agent/me/{session}", json=body)).json()
    assert answer["code"] == 4000
    assert answer["data"]["path"] in ("base", "operations")


async def test_undo_redo_and_restore_answer_like_an_edit(wire: httpx.AsyncClient, session: str) -> None:
    await edit(wire, session, 1, {"op": "set_length", "duration": 3000})
    undone = (await step(wire, session, "undo"))["data"]
    redone = (await step(wire, session, "redo"))["data"]
    restored = (await step(wire, session, "restore", revision=1))["data"]
    assert [told["draft"]["d"] for told in (undone, redone, restored)] == [2000, 3000, 2000]
    assert [told["revision"] for told in (undone, redone, restored)] == [3, 4, 5]
    assert all(told["changes"] for told in (undone, redone, restored))


async def test_undo_with_nothing_to_undo_says_so(wire: httpx.AsyncClient) -> None:
    session = await new_session(wire)
    answer = await step(wire, session, "undo")
    assert answer["code"] == 4000
    assert "nothing to undo" in answer["message"]


async def test_the_history_tells_who_changed_what_and_with_which_words(wire: httpx.AsyncClient, session: str) -> None:
    body = {"base": 1, "operations": [{"op": "set_length", "duration": 3000}], "origin": "gesture"}
    await wire.post(f"/api/edits/nemo_agent/me/{session}", json=body)
    await edit(wire, session, 2, {"op": "set_length", "duration": 4000})
    data = (await wire.get(f"/api/revisions/nemo_agent/me/{session}")).json()["data"]
    assert [entry["origin"] for entry in data["revisions"]] == ["code", "words", "gesture", "code"]
    assert data["revisions"][1]["words"] == MAKE
    assert data["revisions"][2]["changes"]
    assert abs(data["revisions"][1]["time"] - time.time() * 1000) < 60_000


async def test_a_turn_is_one_revision_and_undone_by_words(wire: httpx.AsyncClient, session: str) -> None:
    await say(wire, session, "make it 5 seconds")
    assert (await state_of(wire, session))["revision"] == 2
    await say(wire, session, "undo that")
    state = await state_of(wire, session)
    assert (state["revision"], state["draft"]["d"]) == (3, 2000)
    assert state["can_redo"] is True


async def test_one_message_undoes_and_edits(wire: httpx.AsyncClient, session: str) -> None:
    await say(wire, session, "make it 5 seconds")
    await say(wire, session, "undo that and make it square")
    state = await state_of(wire, session)
    assert (state["draft"]["d"], state["draft"]["m"]["width"]) == (2000, state["draft"]["m"]["height"])


async def test_a_message_whose_reader_hangs_up_is_acted_on_exactly_once(engine: Engine, photos: list[Path]) -> None:
    async with speak(engine) as wire:
        session = await new_session(wire)
        await upload(wire, session, *photos)
        body = json.dumps({"session_id": session, "new_message": {"parts": [{"text": MAKE}]}})
        head = (
            f"POST /run_sse HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {engine.token}\r\n"
            f"Content-Length: {len(body)}\r\n\r\n{body}"
        )
        _, writer = await asyncio.open_connection("127.0.0.1", int(engine.base_url.rpartition(":")[2]))
        writer.write(head.encode())
        await writer.drain()
        writer.close()
        async with asyncio.timeout(10):
            while (state := await state_of(wire, session))["revision"] == 0:
                await asyncio.sleep(0.02)
        await asyncio.sleep(0.2)
        assert (await state_of(wire, session))["revision"] == 1
        assert len([segment for track in state["draft"]["t"] if track["tt"] == 0 for segment in track["sg"]]) == 3


async def test_a_message_without_words_says_what_is_missing(wire: httpx.AsyncClient, session: str) -> None:
    answer = (await wire.post("/run_sse", json={"session_id": session, "new_message": {"parts": []}})).json()
    assert (answer["code"], answer["data"]["path"]) == (4000, "new_message.parts[0].text")


# Previews


async def test_a_thumbnail_is_a_jpeg_of_the_width_asked_for(wire: httpx.AsyncClient, photos: list[Path]) -> None:
    sha256 = (await upload(wire, await new_session(wire), photos[0]))["data"]["files"][0]["sha256"]
    for _ in range(2):
        answer = await wire.get(f"/api/assets/{sha256}", params={"w": "64"})
        assert answer.headers["content-type"] == "image/jpeg"
        assert Image.open(io.BytesIO(answer.content)).size == (64, 48)
    assert (await wire.get(f"/api/assets/{sha256}")).content == photos[0].read_bytes()


@pytest.mark.parametrize("width", ["0", "-5", "99999", "x", ""])
async def test_a_width_that_makes_no_sense_is_refused(wire: httpx.AsyncClient, photos: list[Path], width: str) -> None:
    sha256 = (await upload(wire, await new_session(wire), photos[0]))["data"]["files"][0]["sha256"]
    assert (await wire.get(f"/api/assets/{sha256}", params={"w": width})).json()["code"] == 4000


@pytest.mark.parametrize("name", ["0" * 64, "..%2F..%2Fstore.sqlite3", "x"])
async def test_what_is_no_upload_is_not_given_out(wire: httpx.AsyncClient, name: str) -> None:
    for path in (f"/api/assets/{name}", f"/api/assets/{name}?w=64", f"/api/assets/{name}/peaks"):
        assert (await wire.get(path)).json()["code"] == 404


async def test_a_sound_has_peaks(wire: httpx.AsyncClient, tmp_path: Path) -> None:
    import wave

    import numpy as np

    with wave.open(str(tmp_path / "beep.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16000)
        tone = np.sin(np.arange(32000) / 16000 * 2 * np.pi * 440) * np.repeat([0.0, 0.5], 16000)
        file.writeframes((tone * 32767).astype("<i2").tobytes())
    sha256 = (await upload(wire, await new_session(wire), tmp_path / "beep.wav"))["data"]["files"][0]["sha256"]
    data = (await wire.get(f"/api/assets/{sha256}/peaks")).json()["data"]
    quarter = len(data["peaks"]) // 4
    assert max(data["peaks"][:quarter]) < 0.02
    assert 0.45 < max(data["peaks"][-quarter:]) < 0.56
    assert abs(data["duration"] - 2000) < 20


async def test_a_text_segment_comes_as_a_bitmap_with_alpha_and_a_place(wire: httpx.AsyncClient, session: str) -> None:
    await edit(wire, session, 1, {"op": "add_text", "text": "Hello"})
    draft = (await state_of(wire, session))["draft"]
    segment = next(track for track in draft["t"] if track["tt"] == 7)["sg"][0]
    answer = await wire.post("/api/assets/text", json={"segment": segment, "width": 640, "height": 360})
    bitmap = Image.open(io.BytesIO(answer.content))
    assert bitmap.mode == "RGBA"
    assert int(answer.headers["x-left"]) + bitmap.width <= 640
    assert bitmap.getchannel("A").getextrema()[1] > 200
    wrong = {**segment, "m": {**segment["m"], "style": {"color": "loud"}}}
    refused = await wire.post("/api/assets/text", json={"segment": wrong, "width": 640, "height": 360})
    assert refused.json()["code"] != 0
    assert "color" in refused.json()["message"]


async def test_a_draft_can_be_heard_before_it_is_a_film(wire: httpx.AsyncClient, session: str) -> None:
    import av

    await edit(wire, session, 1, {"op": "set_music", "src": "music:calm", "name": "Calm"})
    draft = (await state_of(wire, session))["draft"]
    while (
        (answer := await wire.post("/api/assets/sound", json={"draft": draft}, timeout=60))
        .headers["content-type"]
        .startswith("application/json")
    ):
        assert answer.json()["data"] == {"status": "pending"}
    with av.open(io.BytesIO(answer.content)) as container:
        blocks = [frame.to_ndarray() for frame in container.decode(audio=0)]
        rate = container.streams.audio[0].rate
    assert sum(block.shape[1] for block in blocks) / rate == pytest.approx(draft["d"] / 1000, abs=0.1)
    assert max(abs(block).max() for block in blocks) > 0.05


async def test_a_mix_that_was_given_up_is_made_when_it_is_asked_for_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    music = {"id": "m", "s": 0, "d": 2000, "m": {"src": "music:calm"}}
    photo = {"id": "s", "s": 0, "d": 2000, "m": {"src": "asset:0", "kind": "image"}}
    tracks = [{"id": "v", "tt": 0, "sg": [photo]}, {"id": "a", "tt": 1, "sg": [music]}]
    draft = Draft({"d": 2000, "m": {}, "t": tracks})
    store = Store(tmp_path)
    made = mixes.Mixes(store, lambda src: tmp_path / src)
    monkeypatch.setattr(mixes, "_FORGOTTEN", -1.0)
    assert await made.get(draft, 60) is None
    assert not list(store.cached("").glob("*.part"))
    monkeypatch.setattr(mixes, "_FORGOTTEN", 60.0)
    mix = await made.get(draft, 60)
    assert mix is not None
    assert mix.stat().st_size > 1000
    store.close()


# Films


async def test_progress_is_told_as_events_until_the_film_is_done(wire: httpx.AsyncClient, session: str) -> None:
    identity = await start_render(wire, session, (await state_of(wire, session))["draft"])
    answer = await wire.get(f"/api/render/proxy/lambda/{identity}/events")
    told = [json.loads(line[5:]) for line in answer.text.splitlines() if line.startswith("data:")]
    assert told[-1]["status"] == "completed"
    assert told[-1]["frame"] == told[-1]["frames"] == 60
    assert [event["frame"] for event in told] == sorted(event["frame"] for event in told)


async def test_a_film_is_served_in_parts(wire: httpx.AsyncClient, session: str) -> None:
    identity = await start_render(wire, session, (await state_of(wire, session))["draft"])
    output = (await until(wire, identity, "completed", "failed"))["output"]
    whole = (await wire.get(output["url"])).content
    part = await wire.get(output["url"], headers={"Range": "bytes=100-199"})
    assert part.status_code == 206
    assert part.content == whole[100:200]
    assert part.headers["content-range"] == f"bytes 100-199/{len(whole)}"
    assert (output["size"], output["width"], output["height"]) == (len(whole), 320, 240)


async def test_the_same_id_twice_is_one_render(wire: httpx.AsyncClient, session: str) -> None:
    draft = (await state_of(wire, session))["draft"]
    identity = await start_render(wire, session, draft)
    body = {"id": identity, "sessionId": session, "draft": draft, "output": {}}
    assert (await wire.post("/api/render/proxy/lambda", json=body)).json()["code"] == 0
    other = {**body, "sessionId": await new_session(wire)}
    assert (await wire.post("/api/render/proxy/lambda", json=other)).json()["code"] == 4000
    assert (await until(wire, identity, "completed", "failed"))["status"] == "completed"


async def test_a_render_is_cancelled_while_it_runs_and_while_it_waits(
    wire: httpx.AsyncClient, session: str, photos: list[Path]
) -> None:
    asset = (await state_of(wire, session))["video_infos"][0]["asset"]
    running, waiting = [await start_render(wire, session, long_film(asset)) for _ in range(2)]
    await until(wire, running, "processing", frames=1)
    for identity in (waiting, running):
        assert (await wire.delete(f"/api/render/proxy/lambda/{identity}")).json()["code"] == 0
        assert (await until(wire, identity, "failed"))["cancelled"] is True
    assert (await wire.get(f"/api/render/proxy/{running}/download")).status_code == 404


@pytest.mark.parametrize(
    ("draft", "path"),
    [({}, "draft"), ({"d": 100, "t": [{"id": "v", "tt": 0, "sg": [{"id": "s", "s": 0, "d": 5, "m": {}}]}]}, "t[0]")],
)
async def test_a_draft_that_cannot_be_rendered_is_refused_with_its_path(
    wire: httpx.AsyncClient, draft: dict[str, Any], path: str
) -> None:
    body = {"id": f"render_{next(_RENDER_IDS)}", "sessionId": await new_session(wire), "draft": draft, "output": {}}
    answer = (await wire.post("/api/render/proxy/lambda", json=body)).json()
    assert answer["code"] == 4000
    assert answer["data"]["path"].startswith(path)


async def test_a_film_whose_photo_is_gone_fails_with_a_clear_reason(wire: httpx.AsyncClient, session: str) -> None:
    identity = await start_render(wire, session, long_film(f"asset:{'0' * 64}", 10))
    status = await until(wire, identity, "failed")
    assert "isn't here" in status["error"]


def _abandon(store: Store, identity: str) -> None:
    """What an engine leaves behind that was killed at work."""
    with store.transaction() as database:
        database.execute("UPDATE renders SET status = 'processing', owner = 'gone', beat = 0 WHERE id = ?", (identity,))


def test_a_film_that_engines_die_of_is_given_up(tmp_path: Path) -> None:
    store = Store(tmp_path)
    session = store.create_session("en")[1]
    jobs = Jobs(store)
    jobs.close()
    assert jobs.add("render_1", session, long_film(f"asset:{'0' * 64}"), {}).status == "pending"
    told = []
    for _ in range(3):
        _abandon(store, "render_1")
        job = jobs.look("render_1")
        assert job
        told.append((job.status, job.error))
    store.close()
    assert told == [
        ("pending", ""),
        ("pending", ""),
        ("failed", "The engine stopped each time it worked on this film."),
    ]


def test_a_film_that_engines_gave_back_or_never_began_is_taken_over_any_number_of_times(tmp_path: Path) -> None:
    store = Store(tmp_path)
    session = store.create_session("en")[1]
    first = Jobs(store)
    first.close()
    first.add("render_1", session, long_film(f"asset:{'0' * 64}"), {})
    for number in range(10):
        jobs = Jobs(store)
        jobs.close()
        with store.transaction() as database:
            database.execute("UPDATE renders SET beat = 0")
        job = jobs.look("render_1")
        assert job
        assert job.status == "pending"
        if number % 2:
            with store.transaction() as database:
                database.execute("UPDATE renders SET status = 'processing'")
            jobs.close()
    store.close()


async def test_a_film_that_kills_its_engine_fails_in_the_end(tmp_path: Path, photos: list[Path]) -> None:
    identity = ""
    for _ in range(3):
        engine = process.start(tmp_path, dead_after=0.5)
        async with speak(engine) as wire:
            if not identity:
                session = await new_session(wire)
                facts = (await upload(wire, session, photos[0]))["data"]["files"][0]
                identity = await start_render(wire, session, long_film(facts["asset"]))
            await until(wire, identity, "processing", frames=1)
        os.kill(engine.pid, signal.SIGKILL)
        engine.stop()
        await asyncio.sleep(0.6)
    engine = process.start(tmp_path, dead_after=0.5)
    async with speak(engine) as wire:
        status = await until(wire, identity, "failed", "processing")
    engine.stop()
    assert (status["status"], status["cancelled"]) == ("failed", False)
    assert status["error"] == "The engine stopped each time it worked on this film."


# The process


def test_an_engine_starts_and_stops_quickly(tmp_path: Path) -> None:
    begun = time.perf_counter()
    engine = process.start(tmp_path)
    started = time.perf_counter() - begun
    assert engine.alive
    begun = time.perf_counter()
    engine.stop()
    print(f"\nengine: started in {started:.2f} s, stopped in {time.perf_counter() - begun:.2f} s")
    assert not engine.alive
    assert started < 15


def test_the_secret_is_in_no_argument_no_environment_and_no_file(engine: Engine, tmp_path: Path) -> None:
    assert engine.token not in repr(engine)
    if not Path("/proc").exists():
        pytest.skip("needs /proc")
    for name in ("cmdline", "environ"):
        assert engine.token.encode() not in Path(f"/proc/{engine.pid}/{name}").read_bytes()
    own = process.start(tmp_path)
    own.stop()
    assert not [file for file in tmp_path.rglob("*") if file.is_file() and own.token.encode() in file.read_bytes()]


def test_a_folder_that_cannot_be_used_is_a_clear_error_without_the_path(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ServiceError) as caught:
        process.start(tmp_path / "file")
    assert str(tmp_path) not in str(caught.value)
    assert "P2V_DATA_DIR" in str(caught.value)


def test_modules_in_the_working_folder_do_not_disturb_the_engine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("random", "starlette", "secrets", "queue"):
        (tmp_path / f"{name}.py").write_text("raise RuntimeError('not this one')")
    monkeypatch.chdir(tmp_path)
    engine = process.start(tmp_path / "data")
    assert engine.alive
    engine.stop()


async def test_everything_survives_a_restart(tmp_path: Path, photos: list[Path]) -> None:
    first = process.start(tmp_path)
    async with speak(first) as wire:
        session = await new_session(wire)
        await upload(wire, session, *photos)
        await say(wire, session, MAKE)
        before = await state_of(wire, session)
        identity = await start_render(wire, session, before["draft"])
        await until(wire, identity, "completed")
    first.stop()
    second = process.start(tmp_path)
    async with speak(second) as wire:
        assert await state_of(wire, session) == before
        film = (await status_of(wire, identity))["output"]["url"]
        assert (await wire.get(film)).status_code == 200
        await say(wire, session, "undo")
        assert (await state_of(wire, session))["revision"] == before["revision"] + 1
    second.stop()


async def test_two_engines_share_one_store(tmp_path: Path, photos: list[Path]) -> None:
    engines = [process.start(tmp_path) for _ in range(2)]
    async with speak(engines[0]) as one, speak(engines[1]) as two:
        session = await new_session(one)
        await upload(one, session, *photos)
        await say(two, session, MAKE)
        answers = await asyncio.gather(
            *(edit(wire, session, 1, {"op": "set_length", "duration": 3000 + n}) for n, wire in enumerate((one, two)))
        )
        assert sorted(answer["code"] for answer in answers) == [0, 4090]
        assert await state_of(one, session) == await state_of(two, session)
    for engine in engines:
        engine.stop()


@pytest.mark.parametrize("killed", [True, False])
async def test_a_render_whose_engine_is_gone_goes_on_in_another(
    tmp_path: Path, photos: list[Path], killed: bool
) -> None:
    first = process.start(tmp_path, dead_after=1.0)
    async with speak(first) as wire:
        session = await new_session(wire)
        await upload(wire, session, *photos)
        asset = (await state_of(wire, session))["video_infos"][0]["asset"]
        identity = await start_render(wire, session, long_film(asset, 300, (640, 360)))
        await until(wire, identity, "processing", frames=1)
    if killed:
        os.kill(first.pid, signal.SIGKILL)
    first.stop()
    second = process.start(tmp_path, dead_after=1.0)
    async with speak(second) as wire:
        assert (await until(wire, identity, "completed", "failed"))["status"] == "completed"
    second.stop()
    assert [file.name for file in (tmp_path / "films").iterdir() if file.suffix == ".mp4"] == [f"{identity}.mp4"]


async def test_two_engines_never_render_the_same_film_at_once(tmp_path: Path, photos: list[Path]) -> None:
    engines = [process.start(tmp_path, dead_after=1.0) for _ in range(2)]
    async with speak(engines[0]) as one, speak(engines[1]) as two:
        session = await new_session(one)
        await upload(one, session, *photos)
        asset = (await state_of(one, session))["video_infos"][0]["asset"]
        identity = await start_render(one, session, long_film(asset))
        await until(two, identity, "processing", frames=1)
        for _ in range(15):
            await asyncio.sleep(0.1)
            await status_of(two, identity)
        assert len(list((tmp_path / "films").iterdir())) == 1
        await two.delete(f"/api/render/proxy/lambda/{identity}")
        assert (await until(one, identity, "failed"))["cancelled"] is True
    for engine in engines:
        engine.stop()


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
@pytest.mark.parametrize("with_fork", [False, True])
def test_the_engine_goes_when_its_parent_is_killed(tmp_path: Path, with_fork: bool) -> None:
    # A forked worker of the parent keeps the pipe open; the engine must go all the same.
    script = f"""
        import os, time
        from photo2video_widgets.engine import process
        engine = process.start({str(tmp_path)!r})
        if {with_fork} and os.fork() == 0:
            os.write(1, f"worker {{os.getpid()}}\\n".encode())
            time.sleep(60)
            os._exit(0)
        # In one piece: the other process writes at the same time.
        os.write(1, f"engine {{engine.pid}}\\n".encode())
        time.sleep(60)
    """
    command = [sys.executable, "-W", "ignore", "-c", textwrap.dedent(script)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1]) as parent:
        assert parent.stdout
        lines = [parent.stdout.readline().split() for _ in range(2 if with_fork else 1)]
        pids = {line[0]: int(line[1]) for line in lines}
        os.kill(parent.pid, signal.SIGKILL)
        try:
            deadline = time.monotonic() + 8
            while time.monotonic() < deadline and _runs(pids["engine"]):
                time.sleep(0.05)
            assert not _runs(pids["engine"])
        finally:
            if with_fork:
                os.kill(pids["worker"], signal.SIGKILL)


def test_the_engine_serves_in_the_foreground_for_its_own_user(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "photo2video_widgets", "serve", "--port", "0", "--data", str(tmp_path)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1]) as server:
        assert server.stderr
        try:
            url = server.stderr.readline().split()[-1]

            async def visit() -> None:
                async with connect(url) as client:
                    session = await client.new_session()
                    assert (await session.draft()).tracks == ()

            asyncio.run(visit())
        finally:
            server.send_signal(signal.SIGINT)
        assert server.wait(10) in (0, 130)


def test_serving_beyond_this_machine_is_refused(tmp_path: Path) -> None:
    with pytest.raises(P2VError, match="this machine only"):
        serve("0.0.0.0", 0, tmp_path)


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # A process nobody waited for yet is still listed, but no longer runs.
    stat = Path(f"/proc/{pid}/stat")
    return not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] != "Z"


def test_the_shared_engine_is_one_a_process_and_comes_back_after_a_crash(tmp_path: Path) -> None:
    first = process.shared(tmp_path)
    assert process.shared(tmp_path) is first
    first.stop()
    second = process.shared(tmp_path)
    assert second is not first
    assert second.alive
    second.stop()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_forked_process_leaves_its_parents_engine_alone(engine: Engine) -> None:
    import multiprocessing

    # A fork of a process with threads is warned about; that is what is tried here.
    context = multiprocessing.get_context("fork")
    queue = context.SimpleQueue()

    def child() -> None:
        engine.stop()
        queue.put(engine.alive)

    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        worker = context.Process(target=child)
        worker.start()
        assert queue.get() is False
        worker.join()
    assert engine.alive
