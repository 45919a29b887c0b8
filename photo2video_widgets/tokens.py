"""Tokens: kept out of sight, and where each of them may go."""

from __future__ import annotations

from ipaddress import ip_address
from typing import NoReturn
from urllib.parse import urlsplit

from . import settings
from .errors import P2VError


class Token:
    """A token that neither a log nor a repr, a pickle nor a traceback with its variables gives away."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def __repr__(self) -> str:
        return "<hidden token>"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Token) and self._text == other._text

    def __hash__(self) -> int:
        return hash(self._text)

    def __reduce__(self) -> NoReturn:
        raise TypeError("A token isn't pickled: whoever reads the pickle would have it.")

    @classmethod
    def of(cls, given: object) -> Token | None:
        """`given` as a token; None where it is none at all."""
        if isinstance(given, Token):
            return given
        return cls(given.strip()) if isinstance(given, str) and given.strip() else None

    @property
    def is_sendable(self) -> bool:
        """Whether a header can hold it."""
        return self._text.isascii() and self._text.isprintable() and " " not in self._text

    def reveal(self) -> str:
        """Its text, to be used on the spot and kept in no variable."""
        return self._text


def origin(url: str) -> tuple[str, str, int | None]:
    """Scheme, host and port: what a token belongs to. Raises ValueError where there is no telling."""
    parts = urlsplit(url)
    return parts.scheme, parts.hostname or "", parts.port or {"http": 80, "https": 443}.get(parts.scheme)


def is_loopback(url: str) -> bool:
    """Whether an address is of this very machine."""
    host = origin(url)[1]
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def checked(address: str) -> str:
    """An address that a token can safely be sent to, without a slash at its end. Raises P2VError."""
    try:
        scheme, host, _ = origin(address)
    except ValueError:
        scheme = host = ""
    if scheme in ("http", "https") and (set("?#@") & set(address)):
        raise P2VError("An address of a back end holds no ?, no # and no user name: it is where its paths begin.")
    if scheme not in ("http", "https") or not host:
        raise P2VError(f"{address[:60]!r} is no address. One begins with http:// or https:// and a host.")
    if scheme == "http" and not is_loopback(address):
        raise P2VError(f"http://{host}: a token would go there for everybody on the way to read. Use https://.")
    return address.rstrip("/")


def of_user(address: str) -> Token | None:
    """NEMO_TOKEN, where it may go: to the service that it is for, and to this very machine."""
    try:
        may = is_loopback(address) or origin(address) == origin(settings.api_url())
    except ValueError:
        may = False
    return Token.of(settings.user_token()) if may else None


def of_own_engine(address: str) -> Token | None:
    """The token of the engine that this user runs with `photo2video serve`, where `address` may be its."""
    return Token.of(settings.kept_engine_token()) if is_loopback(address) else None


def given_earlier(address: str) -> Token | None:
    """The anonymous token that the service at `address` gave this install, while it is valid."""
    return Token.of(settings.anonymous_token(_place(address)))


def keep(address: str, token: Token) -> None:
    """Keep an anonymous token of the service at `address`, so that a restart needs no other."""
    settings.keep_anonymous_token(_place(address), token.reveal())


def forget(address: str, token: Token) -> None:
    """Drop one that the service at `address` refuses."""
    settings.forget_anonymous_token(_place(address), token.reveal())


def _place(address: str) -> str:
    scheme, host, port = origin(address)
    return f"{scheme}://{host}:{port}"
