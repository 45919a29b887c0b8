"""The sound of drafts for the preview: mixed as the film's is, as MP3, which every browser plays."""

from __future__ import annotations

import asyncio
import os
import secrets
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path

from photo2video_widgets.draft import Draft

from .store import Store

_BIT_RATE = 128_000
_FORGOTTEN = 20.0
"""Seconds: a mix that nobody has asked for so long is given up, as its draft has changed."""


class Mixes:
    """Mixes of drafts, one made after the other. `resolve` gives the file of a source."""

    def __init__(self, store: Store, resolve: Callable[[str], Path]) -> None:
        self._store, self._resolve = store, resolve
        self._turn = threading.Lock()
        self._making: dict[str, Future[Path]] = {}
        self._asked: dict[str, float] = {}

    async def get(self, draft: Draft, wait: float) -> Path | None:
        """The mix of a draft; None where it isn't ready within `wait` seconds: ask again. Raises RenderError."""
        from .render.parts import Names

        name = Names(draft, "default", lambda segment: segment.src).sound()
        place = self._store.cached(f"{name}.mp3")
        if place.exists():
            return place
        self._asked[name] = time.monotonic()
        if name not in self._making or self._making[name].done():
            self._making[name] = self._start(draft, name, place)
        making = self._making[name]
        done, _ = await asyncio.wait([asyncio.wrap_future(making)], timeout=wait)
        self._asked[name] = time.monotonic()
        if not done:
            return None
        self._making.pop(name, None)
        made = making.result()
        return made if made.exists() else None

    def _start(self, draft: Draft, name: str, place: Path) -> Future[Path]:
        made: Future[Path] = Future()

        def make() -> None:
            try:
                with self._turn:
                    made.set_result(self._make(draft, name, place))
            except BaseException as problem:
                made.set_exception(problem)

        # A daemon: no engine waits at its end for a sound that nobody will hear.
        threading.Thread(target=make, name="p2v-mix", daemon=True).start()
        return made

    def _make(self, draft: Draft, name: str, place: Path) -> Path:
        part = place.with_name(f"{place.name}.{secrets.token_hex(4)}.part")
        try:
            if write_mp3(draft, part, self._resolve, lambda: time.monotonic() - self._asked[name] > _FORGOTTEN):
                os.replace(part, place)
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        return place


def write_mp3(draft: Draft, place: Path, resolve: Callable[[str], Path], forgotten: Callable[[], bool]) -> bool:
    """Mix a draft's sound into a file; whether it came to its end before it was `forgotten`. Raises RenderError."""
    import av
    import numpy as np

    from .render.loudness import RATE
    from .render.sound import mixed

    samples = round(draft.frame_count / draft.fps * RATE)
    with av.open(str(place), "w", format="mp3") as container:
        stream = container.add_stream("libmp3lame", rate=RATE, layout="stereo")
        stream.bit_rate = _BIT_RATE
        for block in mixed(draft, samples, resolve):
            if forgotten():
                return False
            frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(block.T), format="fltp", layout="stereo")
            frame.sample_rate = RATE
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return True
