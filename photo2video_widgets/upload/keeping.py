"""What a service was sent, and the files of it that nobody else keeps."""

from __future__ import annotations

import os
import shutil
import tempfile
import weakref
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from ..intake import Source


class Folder:
    """A private folder on disk, made at first use, gone with this object or at the end of the process."""

    def __init__(self) -> None:
        self._path: Path | None = None
        self._count = 0

    def place(self, name: str) -> Path:
        """A fresh path with the suffix of a name, if it is a usual one. Raises OSError."""
        if self._path is None:
            self._path = Path(tempfile.mkdtemp(prefix="photo2video-"))
            self._end = weakref.finalize(self, _remove, self._path, os.getpid())
        self._count += 1
        # To Windows a colon in a name is the end of it.
        suffix = PurePath(name).suffix
        return self._path / f"{self._count}{suffix if suffix[1:].isalnum() else ''}"

    def remove(self) -> None:
        """Delete it with all that is in it."""
        if self._path:
            self._end()


@dataclass(frozen=True)
class Sent:
    """A file as a service got it: under which `name`, and what it was made of, which stays here for as long as this."""

    name: str
    source: Source
    _folder: Folder | None = field(default=None, repr=False)


def lasting(source: Source, folder: Folder) -> Source:
    """A source that will still be there when a film is made of it: itself, or what is put in `folder`."""
    if source.path is not None and not source.passing:
        return source
    try:
        place = folder.place(source.name)
        if source.path is None:
            place.write_bytes(source.data or b"")
        else:
            _copy(source.path, place)
    except OSError:
        # It is sent all the same; only a film can't be made of it here.
        return source
    return Source(source.name, path=place)


def _copy(path: Path, place: Path) -> None:
    try:
        os.link(path, place)
    except OSError:
        shutil.copyfile(path, place)


def _remove(folder: Path, owner: int) -> None:
    # A forked worker ends too, and the folder isn't its own.
    if os.getpid() == owner:
        shutil.rmtree(folder, ignore_errors=True)
