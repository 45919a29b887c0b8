"""The sound of a service's draft, as far as it is here: songs and clips that were sent there from this machine."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .draft import AUDIO, VIDEO, Draft, Segment
from .errors import P2VError
from .hosted.lookup import Lookup
from .photos import accepted
from .upload.keeping import Sent


def mix(draft: Draft, sent: Sequence[Sent]) -> tuple[bytes, bool]:
    """The sound as MP3, empty where none of it is here, and whether some of it is the service's alone.

    `sent` are the files that the session sent, in which those of the draft are looked for by name.
    """
    lookup, files, elsewhere = Lookup(sent), list[Path](), False
    tracks: list[dict[str, Any]] = []
    for track in draft.tracks:
        segments = []
        for segment in track.segments if track.type in (AUDIO, VIDEO) else ():
            one = lookup.find(segment)
            path = one.source.path if one else None
            kind = accepted.get(path.suffix.lower(), "image") if path else "image"
            if path and kind != "image":
                segments.append(_heard(segment, kind, len(files)))
                files.append(path)
            elif track.type == AUDIO and segment.volume > 0:
                elsewhere = True
        tracks.append({"tt": track.type, "sg": segments})
    if not files:
        return b"", elsewhere
    return _written(Draft({"d": draft.duration, "m": {"fps": draft.fps}, "t": tracks}), files), elsewhere


def _heard(segment: Segment, kind: str, number: int) -> dict[str, Any]:
    kept = {key: segment.meta[key] for key in ("volume", "fade", "offset", "loop", "trim") if key in segment.meta}
    return {"s": segment.start, "d": segment.duration, "m": {**kept, "src": str(number), "kind": kind}}


def _written(draft: Draft, files: Sequence[Path]) -> bytes:
    from .engine.mixes import write_mp3

    with tempfile.TemporaryDirectory(prefix="photo2video-") as folder:
        place = Path(folder) / "sound.mp3"
        try:
            write_mp3(draft, place, lambda src: files[int(src)], lambda: False)
        except OSError as problem:
            raise P2VError(problem.strerror or type(problem).__name__) from None
        return place.read_bytes()
