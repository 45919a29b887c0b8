"""What every request to the hosted service must look like, and which call of the protocol it is."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from photo2video_widgets import __version__

_ME = "nemo_agent/me/(?P<session>[^/]+)"

CALLS: dict[str, tuple[str, re.Pattern[str]]] = {
    "token": ("POST", re.compile("/api/auth/anonymous-token")),
    "claim": ("POST", re.compile("/api/auth/claim-token")),
    "session": ("POST", re.compile("/api/tasks/me/with-session/nemo_agent")),
    "turn": ("POST", re.compile("/run_sse")),
    "upload": ("POST", re.compile(f"/api/upload-video/{_ME}")),
    "credits": ("GET", re.compile("/api/credits/balance/simple")),
    "state": ("GET", re.compile(f"/api/state/{_ME}/latest")),
    "render": ("POST", re.compile("/api/render/proxy/lambda")),
    "status": ("GET", re.compile("/api/render/proxy/lambda/(?P<render>[^/]+)")),
    "download": ("GET", re.compile("/api/render/proxy/(?P<render>[^/]+)/download")),
    # The one question by which a client tells an engine from the hosted service.
    "engine": ("GET", re.compile("/api/engine")),
}


@dataclass
class Seen:
    """A request as it came in. `body` is empty where the answer didn't wait for it."""

    method: str
    path: str
    # Not in the repr, so that a test can look for tokens in all else.
    headers: dict[str, str] = field(repr=False)
    body: bytes
    query: str = ""

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def token(self) -> str:
        """What it brings as bearer token; empty where it brings none."""
        kind, _, token = self.headers.get("authorization", "").partition(" ")
        return token if kind == "Bearer" else ""


def call_of(method: str, path: str) -> tuple[str, dict[str, str]]:
    """The name of a call and what its path holds; empty where the protocol has no such call."""
    for name, (wanted, pattern) in CALLS.items():
        if method == wanted and (found := pattern.fullmatch(path)):
            return name, found.groupdict()
    return "", {}


def has_attribution(headers: Mapping[str, str]) -> bool:
    """Whether a request says which product sent it."""
    return (
        headers.get("x-skill-source") == "free-photo-to-video-ai"
        and headers.get("x-skill-version") == __version__
        and bool(headers.get("x-skill-platform"))
    )


def broken_rules(seen: Seen, has_body: bool) -> Iterator[tuple[str, str]]:
    """The rules that a request breaks, by name, and how."""
    name, _ = call_of(seen.method, seen.path)
    if not seen.path.startswith("/api") and not name:
        return
    if not name:
        yield "call", "is no call of the hosted service"
        return
    if not has_attribution(seen.headers):
        yield "attribution", "lacks an attribution header, or it is wrong"
    if name == "token":
        if "authorization" in seen.headers:
            yield "bearer", "asks for a token with a token"
        if not _is_uuid(seen.headers.get("x-client-id", "")):
            yield "client-id", "names no UUID as X-Client-Id"
    elif not seen.token:
        yield "bearer", "brings no token"
    if seen.token and seen.token in f"{seen.path}?{seen.query}":
        yield "address", "has the token in its address"
    if name == "turn" and seen.headers.get("accept") != "text/event-stream":
        yield "accept", "doesn't ask for an event stream"
    if has_body and name in _BODIES:
        if name == "upload" and seen.headers.get("content-type", "").startswith("multipart/form-data"):
            return
        if not seen.headers.get("content-type", "").startswith("application/json"):
            yield "body", "is not application/json"
        elif not _BODIES[name](_parsed(seen.body)):
            yield "body", "has another body than the protocol's"


def _parsed(body: bytes) -> Any:
    try:
        return json.loads(body)
    except ValueError:
        return None


def _is_uuid(text: str) -> bool:
    try:
        return str(uuid.UUID(text)) == text.lower()
    except ValueError:
        return False


def _has(body: Any, **wanted: Callable[[Any], bool]) -> bool:
    """Whether a body has these keys, no others, and each holds what it should."""
    return isinstance(body, dict) and body.keys() == wanted.keys() and all(wanted[key](body[key]) for key in wanted)


def _text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is(wanted: object) -> Callable[[Any], bool]:
    return lambda value: bool(value == wanted)


def _matches(pattern: str) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and bool(re.fullmatch(pattern, value))


def _all(value: Any, one: Callable[[Any], bool]) -> bool:
    return isinstance(value, list) and bool(value) and all(map(one, value))


def _message(value: Any) -> bool:
    # The Agent Development Kit's own type of a message has a role as well.
    fields = {key: item for key, item in value.items() if key != "role"} if isinstance(value, dict) else {}
    return _has(fields, parts=lambda parts: _all(parts, lambda part: _has(part, text=_text)))


_BODIES: dict[str, Callable[[Any], bool]] = {
    "claim": lambda body: _has(body, task_id=_text, session_id=_text),
    "session": lambda body: _has(body, task_name=_is("project"), language=_matches("[a-z]{2,3}(-[A-Za-z0-9]+)*")),
    "turn": lambda body: _has(
        body, app_name=_is("nemo_agent"), user_id=_is("me"), session_id=_text, new_message=_message
    ),
    "upload": lambda body: _has(body, urls=lambda urls: _all(urls, _matches("https?://.+")), source_type=_is("url")),
    "render": lambda body: _has(
        body,
        id=_matches(r"render_\w+"),
        sessionId=_text,
        draft=lambda draft: isinstance(draft, dict),
        output=_is({"format": "mp4", "quality": "high"}),
    ),
}
