"""A model of the user's own: it may only edit, it is told no pixels, and where it fails the grammar answers."""

from __future__ import annotations

import contextlib
import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from photo2video_widgets import Panel, edits, settings
from photo2video_widgets.draft import Draft
from photo2video_widgets.engine import agent, language_model
from photo2video_widgets.engine.store import Store

PHOTOS = [{"name": f"p{number}.jpg", "src": f"asset:{number:064x}", "kind": "image"} for number in (1, 2)]


class Server(ThreadingHTTPServer):
    """Speaks the protocol of chat completions; `says` is the content of its answers, `asked` what it was sent."""

    says: str = ""
    status: int = 200
    at_once: int = 2**30
    pause: float = 0.0

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.keys: list[str | None] = []
        super().__init__(("127.0.0.1", 0), Answering)


class Answering(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.asked.append(json.loads(body))
        self.server.keys.append(self.headers["Authorization"])
        content = json.dumps({"choices": [{"message": {"role": "assistant", "content": self.server.says}}]}).encode()
        self.send_response(self.server.status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            for start in range(0, len(content), self.server.at_once):
                self.wfile.write(content[start : start + self.server.at_once])
                time.sleep(self.server.pause)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    server = Server()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv("P2V_LLM_URL", f"http://127.0.0.1:{server.server_port}/v1")
    monkeypatch.setenv("P2V_LLM_MODEL", "small")
    monkeypatch.setenv("P2V_LLM_KEY", "sk-hidden")
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def session(tmp_path: Path) -> Iterator[tuple[Store, str]]:
    store = Store(tmp_path)
    _, session = store.create_session("en")
    draft = edits.add_photos(PHOTOS)(Draft())
    store.change(session, 0, draft.data, "code", "", [])
    yield store, session
    store.close()


def test_its_operations_are_done_and_told(server: Server, session: tuple[Store, str]) -> None:
    server.says = json.dumps({"operations": [{"op": "set_length", "duration": 9000}]})
    answer = agent.take_turn(*session, "nine, as in the nine muses")
    assert Draft(session[0].current(session[1]).draft).duration == 9000
    assert "6 s → 9 s" in answer.reply
    told = json.loads(server.asked[0]["messages"][1]["content"])
    assert set(told) == {"words", "draft", "files"}
    assert server.keys == ["Bearer sk-hidden"]


@pytest.mark.parametrize(
    "says",
    [
        "", "no JSON", "[]", '{"operations": 3}', '{"operations": [{"op": "send_mail"}]}',
        '{"operations": [{"op": "remove", "id": "nobody"}]}', '{"operations": []}',
        # The first could be done, the second can't: then neither is.
        '{"operations": [{"op": "set_length", "duration": 3000}, {"op": "remove", "id": "nobody"}]}',
        f'{{"operations": [{{"op": "set_motion", "kind": "zoom-in"}}, {{"op": "scale_motion", "factor": {10**400}}}]}}',
        '{"operations": [{"op": "set_volume", "volume": NaN}]}', " " * 2**21,
    ],
)  # fmt: skip
def test_where_it_answers_nonsense_the_grammar_answers(server: Server, session: tuple[Store, str], says: str) -> None:
    server.says = says
    answer = agent.take_turn(*session, "make it 8 seconds")
    assert Draft(session[0].current(session[1]).draft).duration == 8000
    assert "8 s" in answer.reply


def test_where_it_fails_the_grammar_answers_and_no_secret_is_told(server: Server, session: tuple[Store, str]) -> None:
    server.status = 500
    answer = agent.take_turn(*session, "make it 8 seconds")
    assert Draft(session[0].current(session[1]).draft).duration == 8000
    assert "sk-hidden" not in answer.reply + repr(settings.language_model())


def test_it_is_off_unless_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("P2V_LLM_URL", raising=False)
    assert settings.language_model() is None


def test_an_answer_that_drips_without_end_is_not_waited_for(
    server: Server, session: tuple[Store, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language_model, "SECONDS", 0.3)
    server.says = json.dumps({"operations": [{"op": "set_length", "duration": 9000}]})
    server.at_once, server.pause = 1, 0.05
    agent.take_turn(*session, "make it 8 seconds")
    assert Draft(session[0].current(session[1]).draft).duration == 8000


def test_no_path_of_a_file_is_sent(server: Server, session: tuple[Store, str]) -> None:
    store, identity = session
    draft = edits.add_photos([{"name": "x.jpg", "src": "file:/home/ana/secret/x.jpg"}])(Draft())
    store.change(identity, 1, draft.data, "code", "", [])
    server.says = json.dumps({"operations": [{"op": "set_length", "duration": 9000}]})
    agent.take_turn(*session, "make it nine")
    assert len(server.asked) == 1
    assert "secret" not in json.dumps(server.asked)
    assert Draft(store.current(identity).draft).pictures[0].src == "file:/home/ana/secret/x.jpg"


def test_the_panel_says_who_is_asked(server: Server) -> None:
    panel = Panel(language="en")
    try:
        panel._connecting.result(60)
        told = [entry["text"] for entry in panel._activity.entries if entry["kind"] == "notice"]
    finally:
        panel.close()
    assert told == [
        "small is asked what your words mean: it is sent your words, the draft and the names and times of your files, "
        "never a picture."
    ]
