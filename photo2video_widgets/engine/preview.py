"""What a preview is made of: pictures of a size, waveforms, texts as bitmaps. All kept, none precious."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from photo2video_widgets import containers, photos
from photo2video_widgets.draft import TEXT, Draft
from photo2video_widgets.errors import P2VError, UnsupportedFileError

from .store import Store

PEAKS = 1000
_RATE = 8000


class Preview:
    """Small forms of what is in the store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def original(self, sha256: str) -> tuple[dict[str, Any], Path]:
        """What is known of a file, and where it is. Raises P2VError."""
        facts = self._store.facts(sha256) if re.fullmatch(r"[0-9a-f]{64}", sha256) else None
        file = self._store.file(sha256)
        if facts is None or not file.exists():
            raise P2VError("There is no such file here (any more).", code=404)
        return facts, file

    def picture(self, sha256: str, width: int) -> Path:
        """A JPEG of a picture or of a clip's first frame, `width` px wide at most."""
        facts, file = self.original(sha256)
        if facts["kind"] == "audio":
            raise UnsupportedFileError(f"{facts['name']}: a sound has no picture")
        name = f"{sha256}-{width}.jpg"
        place = self._store.cached(name)
        return (
            place
            if place.exists()
            else self._store.write_cached(name, photos.thumbnail(file, width, name=facts["name"]))
        )

    def frame(self, sha256: str, width: int, time: int) -> bytes:
        """A JPEG of what a clip shows at a time (ms of the file), `width` px wide at most."""
        facts, file = self.original(sha256)
        if facts["kind"] != "video":
            raise UnsupportedFileError(f"{facts['name']}: this is no clip")
        from PIL import Image

        from .render import planes
        from .render.clips import ClipReader

        clip = ClipReader(file, str(facts["name"]), time, None)
        try:
            clip.shrink(min(1.0, width / clip.size[0]))
            _, shown = clip.at(0)
        finally:
            clip.close()
        out = io.BytesIO()
        Image.fromarray(planes.to_rgb(shown)).save(out, "JPEG", quality=82)
        return out.getvalue()

    def peaks(self, sha256: str) -> dict[str, Any]:
        """The loudest sample (0 to 1) of each of `PEAKS` equal parts of a file's sound."""
        facts, file = self.original(sha256)
        name = f"{sha256}-peaks.json"
        place = self._store.cached(name)
        if not place.exists():
            place = self._store.write_cached(name, json.dumps(_peaks(file, str(facts["name"]))).encode())
        found: dict[str, Any] = json.loads(place.read_bytes())
        return found


def text(segment: Mapping[str, Any], width: int, height: int) -> tuple[bytes, int, int]:
    """A draft's text segment as PNG, and the place of its left upper corner in a frame of that size (px).

    A text without anything to see gives no bytes. Raises DraftError.
    """
    from PIL import Image

    from .render.text import text_bitmap

    # A film of texts alone has no length; the text itself keeps its own.
    track = {"id": f"the track of {segment.get('id')}", "tt": TEXT, "sg": [segment]}
    draft = Draft.parse({"d": 0, "m": {"schema": 1}, "t": [track]})
    pixels, x, y = text_bitmap(draft.texts[0], width, height)
    if not pixels.size:
        return b"", 0, 0
    out = io.BytesIO()
    Image.fromarray(pixels, "RGBA").save(out, "PNG", compress_level=1)
    return out.getvalue(), x, y


def _peaks(file: Path, name: str) -> dict[str, Any]:
    import av
    import numpy as np

    loudest: list[Any] = []
    samples = 0
    step = _RATE // 50
    rest = np.zeros(0, np.float32)
    try:
        with containers.open_stream(file) as container:
            resampler = av.AudioResampler("fltp", "mono", _RATE)
            for frame in container.decode(audio=0):
                for part in resampler.resample(frame):
                    rest = np.concatenate([rest, np.abs(part.to_ndarray()[0])])
                    samples += part.samples
                    whole = len(rest) // step * step
                    loudest.append(rest[:whole].reshape(-1, step).max(axis=1))
                    rest = rest[whole:]
    except (av.FFmpegError, OSError, IndexError, ValueError):
        raise UnsupportedFileError(f"{name}: there is no sound in it that can be read") from None
    fine = np.concatenate([*loudest, rest.max(initial=0.0, keepdims=True)]) if loudest else np.zeros(1, np.float32)
    edges = np.linspace(0, len(fine), min(PEAKS, len(fine)) + 1).astype(int)
    peaks = np.maximum.reduceat(fine, edges[:-1])
    return {
        "peaks": [round(float(peak), 3) for peak in np.clip(peaks, 0, 1)],
        "duration": round(samples * 1000 / _RATE),
    }
