"""The routes of what a preview is made of."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from photo2video_widgets.draft import Draft
from photo2video_widgets.errors import DraftError

from .envelope import File, wrapped
from .preview import Preview
from .store import Store
from .waveforms import tune_peaks


class Assets:
    """Files that were uploaded, in forms that are quick to show."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.preview = Preview(store)

    def routes(self) -> list[Route]:
        """Where all of it is found."""
        return [
            Route("/api/assets/text/{segment}", self.text),
            Route("/api/assets/music/{mood}/peaks", self.tune_peaks),
            Route("/api/assets/{sha256}", self.asset),
            Route("/api/assets/{sha256}/peaks", self.peaks),
        ]

    async def asset(self, request: Request) -> Response:
        """A file as it came, or a JPEG of it `w` px wide."""
        sha256 = request.path_params["sha256"]
        if "w" not in request.query_params:
            facts, file = await run_in_threadpool(self.preview.original, sha256)
            return File(file, filename=facts["name"], content_disposition_type="inline")
        width = request.query_params["w"]
        if not width.isascii() or not width.isdigit() or not 16 <= int(width) <= 4096:
            raise DraftError("w", "must be a width from 16 to 4096 px")
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
        return wrapped(await run_in_threadpool(tune_peaks, self.store, mood, int(seed), int(seconds)))

    async def text(self, request: Request) -> Response:
        """A text segment of a session's draft as a PNG with alpha; the headers say where in the frame it lies."""
        query = request.query_params
        present = await run_in_threadpool(self.store.current, query.get("session", ""))
        draft = Draft(present.draft)
        width, height = query.get("width", str(draft.width)), query.get("height", str(draft.height))
        if not (width.isdigit() and height.isdigit() and 16 <= int(width) <= 4096 and 16 <= int(height) <= 4096):
            raise DraftError("width", "must be the frame's size, 16 to 4096 px, as must height")
        png, x, y = await run_in_threadpool(
            self.preview.text, draft, request.path_params["segment"], int(width), int(height)
        )
        return Response(png, media_type="image/png", headers={"X-Left": str(x), "X-Top": str(y)})
