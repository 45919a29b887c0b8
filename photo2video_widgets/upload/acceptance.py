"""What a back end takes: under which name a file goes there, and whether it has to be converted first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from .. import intake, kinds, photos
from ..errors import UnsupportedFileError
from ..intake import Source
from ..phrases import say
from ..wire.answers import HOSTED_FORMATS

if TYPE_CHECKING:
    from ..wire.calls import Calls

JPEG, M4A = "jpg", "m4a"
_USUAL = {"jpeg": "jpg", "m4v": "mp4"}


@dataclass(frozen=True)
class Item:
    """One thing to hand over: `name` is the one it gets, `size` its length in bytes as it is now, 0 for an address.

    `into` is the format to convert it to, "" where it goes as it is.
    """

    source: Source
    name: str
    size: int
    kind: str
    into: str = ""

    @property
    def label(self) -> str:
        """The name that people know it by."""
        return intake.plain_name(self.source.name)


@dataclass(frozen=True)
class Acceptance:
    """The formats that are taken, the most bytes of a file, and whether what is in a file must fit its name's suffix.

    An engine of ours looks into files. What others do with a PNG that is called .jpg is anybody's guess.
    """

    formats: tuple[str, ...] = HOSTED_FORMATS
    most: int = photos.MAX_BYTES
    by_suffix: bool = True

    @classmethod
    def of(cls, client: Calls) -> Acceptance:
        """That of a client's back end."""
        if not client.is_engine:
            return cls()
        facts = client.facts or {}
        formats, limits = facts.get("accepts"), facts.get("limits")
        most = limits.get("max_bytes") if isinstance(limits, Mapping) else None
        return cls(
            tuple(map(str, formats)) if isinstance(formats, list) else tuple(suffix[1:] for suffix in photos.accepted),
            most if isinstance(most, int) else photos.MAX_BYTES,
            by_suffix=False,
        )

    def item(self, source: Source) -> Item:
        """How to hand a source over, as its first bytes tell. Raises UnsupportedFileError, FileTooLargeError."""
        name = intake.plain_name(source.name)
        if source.url is not None:
            return Item(source, name, 0, _kind(name))
        size, head = _look(source, name)
        if size == 0:
            raise UnsupportedFileError(say("file-empty", name=name))
        suffix = PurePath(name).suffix.lower().lstrip(".")
        fitting = self._fitting(suffix, kinds.suffixes(head), name)
        into = self._into(fitting, name)
        # What becomes of a file by conversion is another size.
        if size > (photos.MAX_BYTES if into else self.most):
            raise photos.too_large(name, size, self.most)
        stem = name[: -len(suffix) - 1] if suffix else name
        given = into or fitting
        return Item(source, name if given == suffix else f"{stem}.{given}", size, _kind(f".{given}"), into)

    def _fitting(self, suffix: str, found: tuple[str, ...], name: str) -> str:
        """The suffix that a file should have."""
        if not found:
            return self._trusted(suffix, name)
        kind = _kind(f".{suffix}")
        if suffix in found:
            return suffix if suffix in self.formats else _USUAL.get(suffix, suffix)
        # Raw photos begin as TIFFs do.
        if suffix and not kind and found[0] == "tif":
            return suffix
        if not self.by_suffix and (not suffix or (suffix in self.formats and kind == _kind(f".{found[0]}"))):
            return suffix
        return found[0]

    def _trusted(self, suffix: str, name: str) -> str:
        # Every picture begins with what tells its format; clips and sounds may have anything in front.
        if suffix and _kind(f".{suffix}") == "image" and self.by_suffix:
            raise UnsupportedFileError(say("not-a-picture", name=name))
        if not suffix and self.by_suffix:
            raise UnsupportedFileError(say("kind-unclear", name=name, formats=self._listing()))
        return suffix

    def _into(self, suffix: str, name: str) -> str:
        if suffix in self.formats or (not suffix and not self.by_suffix):
            return ""
        kind = _kind(f".{suffix}")
        for made, of in ((JPEG, "image"), (M4A, "audio")):
            if kind == of and made in self.formats:
                return made
        raise UnsupportedFileError(say("not-taken", name=name, suffix=f".{suffix}", formats=self._listing()))

    def _listing(self) -> str:
        return ", ".join(self.formats)


def _kind(name: str) -> str:
    """ "image", "video" or "audio", as a name's suffix says; "" for others."""
    return photos.accepted.get(PurePath(f"x{name}").suffix.lower(), "")


def _look(source: Source, name: str) -> tuple[int, bytes]:
    """Length and first bytes."""
    if source.path is None:
        data = source.data or b""
        return len(data), data[: kinds.HEAD_BYTES]
    try:
        if source.path.is_dir():
            raise IsADirectoryError
        # Neither a pipe nor a device has an end that could be waited for.
        if source.path.exists() and not source.path.is_file():
            raise ValueError
        with source.path.open("rb") as file:
            return source.path.stat().st_size, file.read(kinds.HEAD_BYTES)
    except (OSError, ValueError) as problem:
        raise photos.unreadable(name, problem) from None
