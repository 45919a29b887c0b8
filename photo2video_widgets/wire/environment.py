"""What the environment says of proxies and certificates, where it can't be used: told by name, never by value."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from ..errors import P2VError
from ..phrases import say

_PROXIES = ("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "NO_PROXY")
_CERTIFICATES = ("SSL_CERT_FILE", "SSL_CERT_DIR")


@contextmanager
def proxies() -> Iterator[None]:
    """Raises P2VError where the proxies are no addresses of proxies."""
    try:
        yield
    except (ValueError, ImportError, httpx.InvalidURL):
        raise P2VError(say("proxies-odd", names=_set_of(_PROXIES))) from None


@contextmanager
def certificates() -> Iterator[None]:
    """Raises P2VError where the certificates can't be read."""
    try:
        yield
    except OSError:
        raise P2VError(say("certificates-odd", names=_set_of(_CERTIFICATES))) from None


def _set_of(names: tuple[str, ...]) -> str:
    """Those of the names that are set; all of them where none is, for some systems keep such settings elsewhere."""
    return ", ".join(sorted(name for name in os.environ if name.upper() in names and os.environ[name]) or names)
