"""A draft as a file of its own: it names its sources by where they are, so that a later `render` finds them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from . import settings
from .draft import Draft
from .engine.store import content_file
from .errors import DraftError, P2VError, RenderError
from .intake import Source


def asset_of(path: Path) -> str:
    """The name that the engine gives to a file's content: "asset:<sha256>"."""
    with path.open("rb") as file:
        return f"asset:{hashlib.file_digest(file, 'sha256').hexdigest()}"


def write(draft: Draft, file: Path, sources: Iterable[Source]) -> None:
    """Write a draft as JSON, with those of `sources` that are files as `file:<path relative to the draft's folder>`.

    What came as a picture or an address stays an `asset:`, which is kept where the engine keeps things. Raises
    P2VError.
    """
    folder = file.resolve().parent
    places: dict[str, str] = {}
    for source in sources:
        if source.path:
            with suppress(OSError):  # what can't be read isn't in the film either
                places[asset_of(source.path)] = f"file:{_beside(folder, source.path)}"
    try:
        file.write_text(Draft(_renamed(draft.data, places)).to_json(indent=2), "utf-8")
    except OSError as problem:
        raise P2VError(f"{file.name}: the draft can't be written ({problem.strerror})") from None


def _beside(folder: Path, path: Path) -> str:
    # The file's own name stays, also where it is a link: its suffix says what it is.
    place = path.absolute().parent.resolve() / path.name
    try:
        return Path(os.path.relpath(place, folder)).as_posix()
    except ValueError:  # another drive
        return place.as_posix()


def _renamed(value: Any, places: dict[str, str]) -> Any:
    if isinstance(value, list):
        return [_renamed(item, places) for item in value]
    if isinstance(value, dict):
        renamed = {key: _renamed(item, places) for key, item in value.items()}
        source = renamed.get("src")
        return {**renamed, "src": places.get(source, source)} if isinstance(source, str) else renamed
    return value


def read(file: Path) -> Draft:
    """Read and check a draft file. Raises P2VError, which names the file and what in it is wrong."""
    try:
        return Draft.parse(file.read_bytes())
    except OSError as problem:
        raise P2VError(f"{file.name}: can't be read ({problem.strerror})") from None
    except DraftError as problem:
        raise P2VError(f"{file.name}: {problem}") from None


def find(draft: Draft, file: Path, *, may_be_gone: bool = False) -> dict[str, Path]:
    """The file behind each `src` of the draft that was read from `file`.

    Raises RenderError that names what is gone, unless that `may_be_gone`.
    """
    folder = file.resolve().parent
    found: dict[str, Path] = {}
    gone: list[str] = []
    for segment in (segment for track in draft.tracks for segment in track.segments):
        scheme, _, place = segment.src.partition(":")
        if scheme not in ("file", "asset"):
            continue
        path = Path(folder, place) if scheme == "file" else content_file(settings.data_folder(), place)
        found[segment.src] = path
        if not os.path.isfile(path):
            gone.append(path.name if scheme == "file" else f"{segment.name or segment.id} ({segment.src[:14]}…)")
    if gone and not may_be_gone:
        raise RenderError(
            f"{', '.join(dict.fromkeys(gone))}: no such file here. "
            "A draft names a source as file:<path relative to the draft>."
        )
    return found
