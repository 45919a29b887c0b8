"""What a film will lack: sources that can't be read, and letters that no font has."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ... import edits
from ...draft import AUDIO, TEXT, VIDEO, Draft, Segment
from ...errors import P2VError, RenderError
from ...phrases import say
from . import fonts

# Enough to run through all of a file's data, and no more.
_SMALL = (64, 64)


def without_broken(draft: Draft, resolve: Callable[[str], Path], tell: Callable[[str], None]) -> Draft:
    """The draft without what can't be read; each such file is told once. Raises RenderError where nothing is left."""
    told: dict[str, str | None] = {}
    leave: list[str] = []
    for track in draft.tracks:
        for segment in track.segments:
            if track.type not in (VIDEO, AUDIO) or segment.src.startswith("music:"):
                continue
            if segment.src not in told:
                told[segment.src] = _fault(segment, track.type, resolve)
            if told[segment.src] is not None:
                leave.append(segment.id)
    faults = [fault for fault in told.values() if fault is not None]
    left = edits.apply(draft, [edits.remove(identity) for identity in leave]) if leave else draft
    if leave and not left.pictures:
        raise RenderError(f"nothing is left to show: {'; '.join(faults)}")
    for fault in faults:
        tell(fault)
    return left


def missing_letters(draft: Draft) -> list[str]:
    """A line for each text with characters that no packaged font has: the film goes without them."""
    texts = {segment.text: None for track in draft.tracks if track.type == TEXT for segment in track.segments}
    lacking = ((text, fonts.missing(text)) for text in texts)
    return [say("no-glyphs", text=_short(text), letters=" ".join(letters[:20])) for text, letters in lacking if letters]


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"


def _fault(segment: Segment, kind: int, resolve: Callable[[str], Path]) -> str | None:
    # The large libraries: a film that is looked at for its letters alone needs none of them.
    from ... import photos
    from .clips import ClipReader
    from .loudness import RATE
    from .sound import FileSound

    try:
        path = resolve(segment.src)
        name = segment.name or path.name
        if kind == AUDIO:
            sound = FileSound(path, name, 0, None, loop=False)
            sound.read(0, RATE)
            sound.close()
        elif segment.kind == "video":
            ClipReader(path, name, 0, None).close()
        else:
            photos.read(path, need=lambda width, height: _SMALL, name=name)
    except P2VError as problem:
        return problem.message
    return None
