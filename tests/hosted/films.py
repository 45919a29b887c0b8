"""Renders, and the place where their films lie: another origin than the service, which knows nothing of tokens."""

from __future__ import annotations

import asyncio
import io
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response, StreamingResponse

from .rules import Seen

# How the address of a film goes wrong. `truncated`: every answer breaks off halfway. `no-range`: the first one
# does, and later ones begin anew. `wrong-length`: parts lie about the whole length. `half`: half a film, as if it were
# whole. `page`: a page instead of a film.
FilmTrouble = Literal["", "forbidden", "missing", "truncated", "no-range", "wrong-length", "half", "page"]

_PRIVATE = ("authorization", "x-client-id", "x-skill-source", "x-skill-version", "x-skill-platform", "cookie")
_SIGNATURE = "signature=of-the-film"


@cache
def tiny_film() -> bytes:
    """An MP4 of 1 s, 320 × 240."""
    import av
    import numpy as np

    out = io.BytesIO()
    with av.open(out, "w", format="mp4") as container:
        video = container.add_stream("libx264", rate=10)
        video.width, video.height, video.pix_fmt = 320, 240, "yuv420p"
        for number in range(10):
            picture = np.random.default_rng(number).integers(0, 255, (240, 320, 3), np.uint8)
            container.mux(video.encode(av.VideoFrame.from_ndarray(picture, "rgb24")))
        container.mux(video.encode())
    return out.getvalue()


@dataclass
class Films:
    """The renders of a service. What a test sets holds from then on.

    `looks`: how often a render is looked at before it is done. `failures`: how many of the next renders fail.
    `never_done`: none of them ends. `trouble`: how the films' own address goes wrong. `redirects`: films are reached
    through the service, which sends the client on to their address.
    """

    url: str = ""
    looks: int = 2
    failures: float = 0
    never_done: bool = False
    trouble: FilmTrouble = ""
    redirects: bool = False
    seen: list[Seen] = field(default_factory=list)
    asked_for: dict[str, dict[str, Any]] = field(default_factory=dict)
    _looks: dict[str, int] = field(default_factory=dict)
    _failed: set[str] = field(default_factory=set)

    def add(self, body: dict[str, Any]) -> None:
        """Begin a render."""
        self.asked_for[body["id"]] = body
        if self.failures > 0:
            self.failures -= 1
            self._failed.add(body["id"])

    def status(self, render: str, service: str) -> Response:
        """How a render stands; without an envelope."""
        if render not in self.asked_for:
            return JSONResponse({"detail": "Not Found"}, 404)
        seen = self._looks[render] = self._looks.get(render, 0) + 1
        if seen <= self.looks or self.never_done:
            return JSONResponse({"status": "pending" if seen == 1 else "processing"})
        if render in self._failed:
            return JSONResponse({"status": "failed", "error": "raw: secret"})
        url = f"{service}/api/render/proxy/{render}/download" if self.redirects else self._address(render)
        return JSONResponse({"status": "completed", "output": {"url": url}})

    def download(self, render: str, request: Request) -> Response:
        """The film by way of the service."""
        if render not in self.asked_for or render in self._failed or self._looks.get(render, 0) <= self.looks:
            return JSONResponse({"detail": "Not Found"}, 404)
        return RedirectResponse(self._address(render)) if self.redirects else _part(request, tiny_film())

    def _address(self, render: str) -> str:
        return f"{self.url}/films/{render}.mp4?{_SIGNATURE}"

    def leaks(self) -> set[str]:
        """The headers that came here and should not have."""
        return {name for seen in self.seen for name in _PRIVATE if name in seen.headers}

    async def answer(self, request: Request) -> Response:
        """A film from its own address, which whoever knows it may fetch."""
        headers = dict(request.headers)
        self.seen.append(Seen(request.method, request.url.path, headers, b"", request.url.query))
        render = request.url.path.removeprefix("/films/").removesuffix(".mp4")
        if self.trouble == "forbidden" or request.url.query != _SIGNATURE:
            return Response("<Error><Code>AccessDenied</Code></Error>", 403, media_type="application/xml")
        if self.trouble == "missing" or render not in self.asked_for:
            return Response("<Error><Code>NoSuchKey</Code></Error>", 404, media_type="application/xml")
        film = tiny_film()
        match self.trouble:
            case "page":
                return HTMLResponse("<html>Please log in</html>")
            case "half":
                return Response(film[: len(film) // 2], media_type="video/mp4")
            case "truncated":
                return _broken_off(_part(request, film))
            case "no-range":
                whole = Response(film, media_type="video/mp4")
                return whole if len(self.seen) > 1 else _broken_off(whole)
            case "wrong-length":
                return _lying(request, film)
        return _part(request, film)


def _part(request: Request, film: bytes, whole: int | None = None) -> Response:
    """A film, or the part of it that is asked for."""
    headers = {"accept-ranges": "bytes", "content-type": "video/mp4"}
    asked = re.fullmatch(r"bytes=(\d+)-(\d*)", request.headers.get("range", ""))
    if not asked:
        return Response(film, headers=headers)
    start, end = int(asked[1]), min(int(asked[2] or len(film)), len(film) - 1)
    if start > end:
        return Response(status_code=416, headers={"content-range": f"bytes */{len(film)}"})
    headers["content-range"] = f"bytes {start}-{end}/{whole or len(film)}"
    return Response(film[start : end + 1], 206, headers)


def _broken_off(whole: Response) -> Response:
    content = bytes(whole.body)

    async def half() -> AsyncIterator[bytes]:
        yield content[: len(content) // 2 + 1]
        await asyncio.sleep(0.02)
        raise ConnectionError("dropped on purpose")

    return StreamingResponse(half(), whole.status_code, dict(whole.headers))


def _lying(request: Request, film: bytes) -> Response:
    part = _part(request, film, len(film) + 1000)
    return part if part.status_code == 206 else _broken_off(part)
