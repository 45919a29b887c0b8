"""The routes of what a preview is made of."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from photo2video_widgets.draft import Draft
from photo2video_widgets.errors import DraftError

from .envelope import File, read_json, wrapped
from .mixes import Mixes
from .preview import Preview, text
from .store import Store
from .waveforms import tune_peaks

_PATIENCE_SECONDS = 10.0


class Assets:
    """Files that were uploaded, in forms that are quick to show."""

    def __init__(self, store: Store, resolve: Callable[[str], Path]) -> None:
        self._store = store
        self.preview = Preview(store)
        self.mixes = Mixes(store, resolve)

    def routes(self) -> list[Route]:
        """Where all of it is found."""
        return [
            Route("/api/assets/text", self.text, methods=["POST"]),
            Route("/api/assets/sound", self.sound, methods=["POST"]),
            Route("/api/assets/music/{mood}/peaks", self.tune_peaks),
            Route("/api/assets/{sha256}", self.asset),
            Route("/api/assets/{sha256}/peaks", self.peaks),
        ]

    async def asset(self, request: Request) -> Response:
        """A file as it came, or a JPEG of it `w` px wide: of a clip at `t` ms."""
        sha256 = request.path_params["sha256"]
        if "w" not in request.query_params:
            facts, file = await run_in_threadpool(self.preview.original, sha256)
            return File(file, filename=facts["name"], content_disposition_type="inline")
        width = request.query_params["w"]
        if not width.isascii() or not width.isdigit() or not 16 <= int(width) <= 4096:
            raise DraftError("w", "must be a width from 16 to 4096 px")
        time = request.query_params.get("t", "0")
        if not (time.isascii() and time.isdigit() and len(time) <= 9):
            raise DraftError("t", "must be a time in ms")
        if int(time):
            frame = await run_in_threadpool(self.preview.frame, sha256, int(width), int(time))
            return Response(frame, media_type="image/jpeg")
        return File(await run_in_threadpool(self.preview.picture, sha256, int(width)), media_type="image/jpeg")

    async def peaks(self, request: Request) -> Response:
        """The waveform of a file's sound."""
        return wrapped(await run_in_threadpool(self.preview.peaks, request.path_params["sha256"]))

    async def tune_peaks(self, request: Request) -> Response:
        """The waveform of a built-in tune of `seconds`."""
        query = request.query_params
        seed, seconds = query.get("seed", "1"), query.get("seconds", "")
        if not (seed.isdecimal() and seconds.isdecimal() and len(seed) < 10 and len(seconds) < 6):
            raise DraftError("seconds", "must be the tune's length in whole seconds, as seed must be a whole number")
        mood = request.path_params["mood"]
        return wrapped(await run_in_threadpool(tune_peaks, self._store, mood, int(seed), int(seconds)))

    async def text(self, request: Request) -> Response:
        """A text segment as a PNG with alpha; the headers say where in a frame of `width` x `height` px it lies."""
        body = await read_json(request)
        segment, width, height = body.get("segment"), body.get("width"), body.get("height")
        if not isinstance(segment, dict):
            raise DraftError("segment", "must be a text segment of a draft")
        if not (isinstance(width, int) and isinstance(height, int) and 16 <= width <= 4096 and 16 <= height <= 4096):
            raise DraftError("width", "must be the frame's size, 16 to 4096 px, as must height")
        png, x, y = await run_in_threadpool(text, segment, width, height)
        return Response(png, media_type="image/png", headers={"X-Left": str(x), "X-Top": str(y)})

    async def sound(self, request: Request) -> Response:
        """The sound of a draft as MP3. One that isn't ready soon is `pending`: ask again."""
        given = (await read_json(request)).get("draft")
        draft = await run_in_threadpool(Draft.parse, given if isinstance(given, dict) else {})
        mix = await self.mixes.get(draft, _PATIENCE_SECONDS)
        return wrapped({"status": "pending"}) if mix is None else File(mix, media_type="audio/mpeg")
