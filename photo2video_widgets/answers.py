"""What the codes of the protocol mean: one table from an answer to an error of ours.

The words are our own. Only the engine's messages are passed on, for they are ours as well; a hosted service's raw
answer is never shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .errors import (
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


class NotReachedError(ConnectionLostError):
    """There was no connection at all, so nothing can have been acted on."""


HOSTED_FORMATS = ("mp4", "mov", "avi", "webm", "mkv", "jpg", "png", "gif", "webp", "mp3", "wav", "m4a", "aac")

_TABLE: dict[int, tuple[type[P2VError], str]] = {
    1001: (AuthError, "The token is wrong or has expired. Set NEMO_TOKEN to a valid one, or unset it."),
    1002: (SessionNotFoundError, "The session is gone, and its timeline with it."),
    2001: (NoCreditsError, "There are no credits left. Top up credits in your account."),
    4000: (P2VError, "The back end could not use the request."),
    4001: (UnsupportedFileError, f"This kind of file isn't accepted. Accepted are {', '.join(HOSTED_FORMATS)}."),
    4002: (FileTooLargeError, "The file is larger than 200 MB. Compress or trim it."),
    400: (P2VError, "The back end could not use the request."),
    402: (PlanError, "Register or upgrade your plan to unlock export."),
    404: (ServiceError, "The back end doesn't know what was asked for."),
    429: (RateLimitedError, "Too many requests. Wait a while and try again."),
}
_BY_STATUS = {401: 1001, 403: 1001, 413: 4002, 415: 4001}


def code_of(status: int, body: Any) -> int:
    """The protocol's code of an answer; 0 where all is well."""
    if isinstance(body, Mapping):
        code = body.get("code")
        if isinstance(code, str) and code.lstrip("-").isdigit():
            code = int(code)
        if isinstance(code, int) and not isinstance(code, bool) and (code != 0 or status < 400):
            return code
    return 0 if status < 400 else _BY_STATUS.get(status, status)


def problem_of(code: int, body: Any, *, ours: bool) -> P2VError:
    """The error that a code ≠ 0 stands for. `ours`: the answer is the engine's, whose messages are for people."""
    fields = body if isinstance(body, Mapping) else {}
    data = fields.get("data")
    data = data if isinstance(data, Mapping) else {}
    message = fields.get("message")
    told = message if ours and isinstance(message, str) and message else None
    if code == 4000 and isinstance(data.get("path"), str):
        return DraftError(data["path"], str(data.get("problem") or told or _TABLE[4000][1]))
    if code == 4090:
        revision = data.get("revision")
        return StaleRevisionError(
            told or "The draft has changed meanwhile. Fetch it and edit again.",
            revision=revision if isinstance(revision, int) else -1,
        )
    kind, words = _TABLE.get(code, (ServiceError, "The back end failed. Try again later."))
    return kind(told or words, code=code)


def data_of(status: int, body: Any, *, ours: bool) -> dict[str, Any]:
    """What an envelope holds. Raises the error that its code stands for, ServiceError where it is no envelope."""
    code = code_of(status, body)
    if code:
        raise problem_of(code, body, ours=ours)
    if not isinstance(body, Mapping):
        raise ServiceError("The back end answered with something that can't be understood. Try again later.")
    data = body.get("data", {})
    return dict(data) if isinstance(data, Mapping) else {}
