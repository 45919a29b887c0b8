"""Files on their way in: parts of a form, or addresses to fetch. All of it goes straight to disk."""

from __future__ import annotations

import hashlib
import http.client
import ipaddress
import re
import socket
import sqlite3
import ssl
import string
import threading
import time
import traceback
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import quote, urljoin, urlsplit

from photo2video_widgets import intake, photos
from photo2video_widgets.errors import FileTooLargeError, P2VError, UnsupportedFileError

from . import attention
from .envelope import reason
from .store import Store

_CHUNK = 1 << 18
_MOST_FILES = 1000
_REDIRECTS = 5
_FETCH_SECONDS = 20.0
_FETCH_SECONDS_IN_ALL = 600.0
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


@dataclass
class Arrival:
    """One file as it comes in. `problem` is set where it can't be taken, and nothing of it is kept then."""

    name: str
    path: Path
    size: int = 0
    problem: P2VError | None = None
    _digest: Any = field(default_factory=hashlib.sha256, repr=False)
    _stream: BinaryIO | None = field(default=None, repr=False)

    def write(self, data: bytes | memoryview) -> None:
        """Take the next piece; a file over the limit gets a problem instead of more bytes."""
        if self.problem:
            return
        self.size += len(data)
        if self.size > photos.MAX_BYTES:
            self.fail(too_large(self.name))
            return
        with _on_disk():
            if self._stream is None:
                self._stream = self.path.open("xb")
            self._stream.write(data)
        self._digest.update(data)

    def finish(self) -> None:
        """No more bytes will come."""
        stream, self._stream = self._stream, None
        if stream:
            with _on_disk():
                stream.close()

    def fail(self, problem: P2VError) -> None:
        """Keep the reason and none of the bytes."""
        self.problem = self.problem or problem
        self.discard()

    def discard(self) -> None:
        """Forget the bytes."""
        with suppress(P2VError):
            self.finish()
        self.path.unlink(missing_ok=True)

    @property
    def sha256(self) -> str:
        """The content's name, as hexadecimal digits."""
        return str(self._digest.hexdigest())


@contextmanager
def _on_disk() -> Iterator[None]:
    try:
        yield
    except OSError as problem:
        traceback.print_exception(problem)
        raise P2VError(reason(problem), code=5000) from None


def too_large(name: str) -> FileTooLargeError:
    """What is said of a file over the limit."""
    return FileTooLargeError(
        f"{name}: over {photos.MAX_BYTES // 2**20} MB, which is the most that is taken. Compress or trim it."
    )


async def receive(body: AsyncIterator[bytes], content_type: str, store: Store) -> list[Arrival]:
    """The files of a multipart form, written to disk as they come. Raises P2VError where it is no such form."""
    from python_multipart.exceptions import FormParserError
    from python_multipart.multipart import MultipartParser, parse_options_header

    kind, options = parse_options_header(content_type)
    if kind != b"multipart/form-data" or not options.get(b"boundary"):
        raise P2VError("Send files as multipart/form-data, in a field named files.", code=4000)
    arrivals: list[Arrival] = []
    header: list[bytes] = [b"", b""]
    current: Arrival | None = None
    disposition = b""

    def part_begin() -> None:
        nonlocal disposition, current
        disposition, current = b"", None

    def header_field(data: bytes, start: int, end: int) -> None:
        header[0] += data[start:end]

    def header_value(data: bytes, start: int, end: int) -> None:
        header[1] += data[start:end]

    def header_end() -> None:
        nonlocal disposition
        if header[0].lower() == b"content-disposition":
            disposition = header[1]
        header[:] = [b"", b""]

    def headers_finished() -> None:
        nonlocal current
        _, parts = parse_options_header(disposition)
        if parts.get(b"name") != b"files":
            return
        if len(arrivals) >= _MOST_FILES:
            raise P2VError(f"Send at most {_MOST_FILES} files at once.", code=4000)
        name = parts.get(b"filename", b"").decode("utf-8", errors="replace").replace("%22", '"')
        current = Arrival(intake.plain_name(name), store.incoming())
        arrivals.append(current)

    def part_data(data: bytes, start: int, end: int) -> None:
        if current:
            current.write(memoryview(data)[start:end])

    def part_end() -> None:
        if current:
            current.finish()

    parser = MultipartParser(
        options[b"boundary"],
        {
            "on_part_begin": part_begin, "on_header_field": header_field, "on_header_value": header_value,
            "on_header_end": header_end, "on_headers_finished": headers_finished, "on_part_data": part_data,
            "on_part_end": part_end,
        },
    )  # fmt: skip
    complete = False
    try:
        async for chunk in body:
            if chunk:
                parser.write(chunk)
        parser.finalize()
        complete = True
    except FormParserError:
        raise P2VError("The form with the files is broken. Send it again.", code=4000) from None
    finally:
        if not complete:
            discard(arrivals)
    return arrivals


def discard(arrivals: list[Arrival]) -> None:
    """Forget files that came in but are not wanted."""
    for arrival in arrivals:
        arrival.discard()


def admit(store: Store, session: str, arrivals: list[Arrival]) -> dict[str, Any]:
    """Keep what can be used, say why the rest can't: the body of an upload's answer."""
    files: list[dict[str, Any]] = []
    rejected: list[dict[str, Any]] = []
    for arrival in arrivals:
        try:
            files.append(_admit_one(store, session, arrival))
        except Exception as surprise:
            problem = _told(arrival.name, surprise)
            arrival.discard()
            rejected.append({"name": arrival.name, "code": problem.code, "message": problem.message})
    answer: dict[str, Any] = {"files": files}
    if rejected:
        answer["rejected"] = rejected
    return answer


def _told(name: str, surprise: Exception) -> P2VError:
    if isinstance(surprise, P2VError):
        return surprise
    traceback.print_exception(surprise)
    if isinstance(surprise, OSError | sqlite3.Error):
        return P2VError(f"{name}: {reason(surprise)}", code=5000)
    return UnsupportedFileError(f"{name}: the file is damaged or of a kind that can't be read")


def _admit_one(store: Store, session: str, arrival: Arrival) -> dict[str, Any]:
    if arrival.problem:
        raise arrival.problem
    if arrival.size == 0:
        raise UnsupportedFileError(f"{arrival.name}: the file is empty")
    facts = photos.probe(arrival.path, name=arrival.name)
    described = {
        "name": arrival.name, "asset": f"asset:{arrival.sha256}", "sha256": arrival.sha256, "kind": facts.kind,
        "format": facts.format, "width": facts.width, "height": facts.height, "duration": facts.duration_ms,
        "taken": facts.taken, "size": arrival.size,
    }  # fmt: skip
    if facts.kind == "image":
        described |= attention.facts_of(arrival.path, arrival.name)
    store.keep(arrival.path, arrival.sha256)
    store.add_upload(session, described)
    return described


# Addresses


def fetch(store: Store, url: str, *, allow_loopback: bool) -> Arrival:
    """The file at an http(s) address. Never raises: what goes wrong is the arrival's `problem`.

    An address may lead to somebody's inner network, to a router or to a cloud's metadata service: it is looked up
    once, only a public address is taken, and the connection goes to the very address that was looked at. A redirect
    is looked at in the same way. `allow_loopback` lets this machine's own servers pass.
    """
    arrival = Arrival(intake.plain_name(intake.name_in(url)), store.incoming())
    deadline = time.monotonic() + _FETCH_SECONDS_IN_ALL
    try:
        _fetch(arrival, url, allow_loopback, deadline)
    except P2VError as problem:
        arrival.fail(problem)
    except (OSError, http.client.HTTPException, ValueError):
        arrival.fail(
            _too_slow(arrival.name)
            if time.monotonic() > deadline
            else UnsupportedFileError(f"{arrival.name}: the address can't be fetched. Check it, or upload the file.")
        )
    return arrival


def _too_slow(name: str) -> UnsupportedFileError:
    return UnsupportedFileError(f"{name}: the address is too slow. Upload the file instead.")


def _fetch(arrival: Arrival, url: str, allow_loopback: bool, deadline: float) -> None:
    for _ in range(_REDIRECTS + 1):
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
            raise UnsupportedFileError(f"{arrival.name}: only plain http:// and https:// addresses can be fetched")
        port = parts.port or (443 if parts.scheme == "https" else 80)
        connection = _connect(
            parts.scheme, parts.hostname, port, _address(arrival.name, parts.hostname, port, allow_loopback)
        )
        with ExitStack() as opened:
            opened.enter_context(closing(connection))
            opened.enter_context(_cut_at(deadline, connection.sock))
            if isinstance(connection.sock, ssl.SSLSocket):
                connection.sock.do_handshake()
            path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            path = quote(path, safe=string.punctuation, errors="surrogateescape")
            connection.request("GET", path, headers={"User-Agent": "photo2video_widgets", "Accept": "*/*"})
            answer = opened.enter_context(closing(connection.getresponse()))
            if answer.status in (301, 302, 303, 307, 308) and (target := answer.getheader("Location")):
                url = urljoin(url, target.encode("latin-1").decode("utf-8", "surrogateescape"))
                continue
            if answer.status != 200:
                raise UnsupportedFileError(f"{arrival.name}: the address answers {answer.status}. Check it.")
            if named := re.search(r'filename="?([^";]+)', answer.getheader("Content-Disposition", "")):
                arrival.name = intake.plain_name(named[1])
            if int(answer.getheader("Content-Length") or 0) > photos.MAX_BYTES:
                raise too_large(arrival.name)
            while chunk := answer.read1(_CHUNK):
                arrival.write(chunk)
                if arrival.problem:
                    return
            if time.monotonic() > deadline:
                raise _too_slow(arrival.name)
            # http.client ends a read early without a word where the other side hangs up.
            if answer.length:
                raise UnsupportedFileError(f"{arrival.name}: the connection broke. Try again, or upload the file.")
            arrival.finish()
            return
    raise UnsupportedFileError(f"{arrival.name}: the address redirects too often")


@contextmanager
def _cut_at(deadline: float, sock: socket.socket) -> Iterator[None]:
    """End the connection at the deadline, however little comes at a time and in which part of the answer."""

    def cut() -> None:
        with suppress(OSError):
            sock.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(max(0.0, deadline - time.monotonic()), cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _address(name: str, host: str, port: int, allow_loopback: bool) -> str:
    """An address of `host` that may be visited; every address that it has must be one."""
    found = [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    for text in found:
        if not _public(text, allow_loopback):
            raise UnsupportedFileError(
                f"{name}: the address leads into a private network, which is not fetched. Upload the file instead."
            )
    return found[0]


def _public(text: str, allow_loopback: bool) -> bool:
    address = ipaddress.ip_address(text.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if inner is None and address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        address = inner or address
    if address.is_loopback:
        return allow_loopback
    return address.is_global and not address.is_multicast


def _connect(scheme: str, host: str, port: int, address: str) -> http.client.HTTPConnection:
    """A connection that speaks to `host` and goes to `address`, whatever the name means by then."""
    connection = http.client.HTTPConnection(host, port, timeout=_FETCH_SECONDS)
    plain = socket.create_connection((address, port), timeout=_FETCH_SECONDS)
    try:
        secure = scheme == "https"
        connection.sock = (
            ssl.create_default_context().wrap_socket(plain, server_hostname=host, do_handshake_on_connect=False)
            if secure
            else plain
        )
    except BaseException:
        plain.close()
        raise
    if secure:
        connection.default_port = 443
    return connection
