"""What the codes of the protocol mean: one table from an answer to an error of ours.

The words are our own. Only the engine's messages are passed on, for they are ours as well; a hosted service's raw
answer is never shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..errors import (
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
from ..phrases import say


class NotReachedError(ConnectionLostError):
    """There was no connection at all, so nothing can have been acted on."""


HOSTED_FORMATS = ("mp4", "mov", "avi", "webm", "mkv", "jpg", "png", "gif", "webp", "mp3", "wav", "m4a", "aac")

_TABLE: dict[int, tuple[type[P2VError], str]] = {
    1001: (AuthError, "token-refused"),
    1002: (SessionNotFoundError, "session-gone"),
    2001: (NoCreditsError, "no-credits"),
    4000: (P2VError, "request-refused"),
    4001: (UnsupportedFileError, "kind-refused"),
    4002: (FileTooLargeError, "too-large"),
    400: (P2VError, "request-refused"),
    402: (PlanError, "plan"),
    403: (ServiceError, "forbidden"),
    404: (ServiceError, "not-known"),
    429: (RateLimitedError, "too-many-requests"),
}
_REFUSALS = {400, 401, 402, 403, 404, 405, 406, 410, 413, 415, 422, 429}
_BY_STATUS = {401: 1001, 413: 4002, 415: 4001}


def code_of(status: int, body: Any) -> int:
    """The protocol's code of an answer; 0 where all is well."""
    if isinstance(body, Mapping):
        code = body.get("code")
        if isinstance(code, str) and code.lstrip("-").isdecimal():
            code = int(code)
        if isinstance(code, int) and not isinstance(code, bool) and (code != 0 or status < 400):
            return code
    return 0 if status < 400 else _BY_STATUS.get(status, status)


def is_refusal(status: int, body: Any) -> bool:
    """Whether an answer says that nothing was done. All others may come from somebody on the way."""
    code = code_of(status, body)
    if isinstance(body, Mapping) and code and code != status:
        return not 500 <= code < 600
    return status in _REFUSALS


def problem_of(code: int, body: Any, *, ours: bool) -> P2VError:
    """The error that a code ≠ 0 stands for. `ours`: the answer is the engine's, whose messages are for people."""
    fields = body if isinstance(body, Mapping) else {}
    data = fields.get("data")
    data = data if isinstance(data, Mapping) else {}
    message = fields.get("message")
    told = message if ours and isinstance(message, str) and message else None
    if code == 4000 and isinstance(data.get("path"), str):
        return DraftError(data["path"], str(data.get("problem") or told or say("request-refused")))
    if code == 4090:
        revision = data.get("revision")
        return StaleRevisionError(told or say("stale"), revision=revision if isinstance(revision, int) else -1)
    kind, key = _TABLE.get(code, (ServiceError, "service-failed"))
    return kind(told or say(key, formats=", ".join(HOSTED_FORMATS)), code=code)


def data_of(status: int, body: Any, *, ours: bool) -> dict[str, Any]:
    """What an envelope holds. Raises the error that its code stands for, ServiceError where it is no envelope."""
    code = code_of(status, body)
    if code:
        raise problem_of(code, body, ours=ours)
    if not isinstance(body, Mapping):
        raise ServiceError(say("no-envelope"))
    data = body.get("data", {})
    return dict(data) if isinstance(data, Mapping) else {}
