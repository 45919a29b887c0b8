"""The error tree. Everything this package raises on purpose is one of these.

    P2VError
    ├── DraftError             a draft or an edit breaks a rule; `.path` says where      4000
    ├── StaleRevisionError     the draft changed meanwhile; `.revision` is the present   4090
    ├── UnsupportedFileError   a file that can't be read or isn't accepted               4001
    ├── FileTooLargeError      a file over the limit                                     4002
    ├── AuthError              token missing, wrong or expired                           1001
    ├── SessionNotFoundError   the back end doesn't know the session                     1002
    ├── NoCreditsError         the account is out of credits                             2001
    ├── PlanError              the plan doesn't allow it                                  402
    ├── RateLimitedError       too many requests                                          429
    ├── StoppedError           somebody stopped what a cell waited for
    ├── RenderError            a film could not be made
    │   └── ExportCancelledError   because somebody stopped it
    └── ServiceError           the back end failed or answered oddly
        └── ConnectionLostError    it could not be reached, or the connection broke

`.code` is the code of the wire protocol where it has one, else None. Messages are for people: they say what is
wrong, where, and what to do; they hold no token, no folder and no raw answer.
"""

from __future__ import annotations

from typing import ClassVar


class P2VError(Exception):
    """The root of the tree. `message` is a sentence for people; `.code` the protocol's code, or None."""

    default_code: ClassVar[int | None] = None

    def __init__(self, message: str, *, code: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.code = self.default_code if code is None else code


class DraftError(P2VError):
    """A draft or an operation breaks a rule. `.path` is where, as in `t[0].sg[3].d`; the message begins with it."""

    default_code = 4000

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(f"{path}: {problem}" if path else problem)
        self.path = path
        self.problem = problem

    def __reduce__(self) -> tuple[type[DraftError], tuple[str, str]]:
        return type(self), (self.path, self.problem)


class StaleRevisionError(P2VError):
    """An edit named an old revision. `.revision` is the present one: fetch the draft and edit that."""

    default_code = 4090

    def __init__(self, message: str, *, revision: int) -> None:
        super().__init__(message)
        self.revision = revision

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild_stale, (self.message, self.revision)


def _rebuild_stale(message: str, revision: int) -> StaleRevisionError:
    return StaleRevisionError(message, revision=revision)


class UnsupportedFileError(P2VError):
    """A file that can't be read, or of a kind that isn't accepted. The message names the file, never its folder."""

    default_code = 4001


class FileTooLargeError(P2VError):
    """A file over the limit of 200 MB."""

    default_code = 4002


class AuthError(P2VError):
    """The token is missing, wrong or expired."""

    default_code = 1001


class SessionNotFoundError(P2VError):
    """The back end doesn't know the session (any more)."""

    default_code = 1002


class NoCreditsError(P2VError):
    """The account is out of credits."""

    default_code = 2001


class PlanError(P2VError):
    """The account's plan doesn't allow this."""

    default_code = 402


class RateLimitedError(P2VError):
    """Too many requests; try again later."""

    default_code = 429


class StoppedError(P2VError):
    """What a cell waited for was stopped from elsewhere: by the panel's button, or by the session's `cancel`."""

    def _render_traceback_(self) -> list[str]:
        # Nothing went wrong anywhere: IPython shows the sentence and no way to it.
        return [f"{type(self).__name__}: {self.message}"]


class RenderError(P2VError):
    """A film could not be made: a source can't be read, the disk is full, the encoder failed."""


class ExportCancelledError(RenderError):
    """The film was stopped before it was complete. An earlier film at the same path is untouched."""


class ServiceError(P2VError):
    """The back end failed or answered in a way that can't be understood."""


class ConnectionLostError(ServiceError):
    """The back end could not be reached, or the connection broke."""
