"""Photos on their way to a back end: gathered, made readable for it, sent in the order they were named."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from . import photos
from .answers import HOSTED_FORMATS
from .errors import FileTooLargeError, P2VError, UnsupportedFileError

if TYPE_CHECKING:
    from .calls import Calls
    from .photos import Source
    from .wire import Part

_FORM_FILES = 20
_FORM_BYTES = 64 << 20


@dataclass(frozen=True)
class UploadProgress:
    """How far an upload is: bytes sent, of how many in all."""

    sent: int
    total: int


OnUpload = Callable[[UploadProgress], None] | None


@dataclass(frozen=True)
class Uploaded:
    """What came of it: the facts of the files that were taken, and `name`, `code`, `message` of the others."""

    files: list[dict[str, Any]]
    rejected: list[dict[str, Any]]


async def hand_over(client: Calls, session: str, items: object, on_progress: OnUpload) -> Uploaded:
    """Send everything that `items` stand for. Files that can't be used don't keep the others from being sent."""
    result = Uploaded([], [])
    # The order of the photos is the order of the film: neighbours of one sort go together, and no others.
    batches: list[_Batch] = []
    for source in await asyncio.to_thread(photos.collect, items):
        if source.url is not None:
            _add_url(batches, source.url)
            continue
        try:
            part = await asyncio.to_thread(_part, source, client.is_engine)
        except P2VError as problem:
            result.rejected.append({"name": source.name, "code": problem.code, "message": problem.message})
        else:
            _add_part(batches, part)
    total = sum(part.size for batch in batches for part in batch.parts)
    sent = 0

    def count(more: int) -> None:
        nonlocal sent
        sent = min(total, sent + more)
        if on_progress:
            on_progress(UploadProgress(sent, total))

    for batch in batches:
        try:
            if batch.urls:
                answer = await client.upload_urls(session, batch.urls)
            else:
                answer = await client.upload_files(session, batch.parts, count)
        except (UnsupportedFileError, FileTooLargeError) as problem:
            names = ", ".join(batch.urls or [part.name for part in batch.parts])
            result.rejected.append({"name": names, "code": problem.code, "message": problem.message})
            continue
        _gather(answer, result)
    return result


def refusal(rejected: list[dict[str, Any]], taken: int) -> P2VError:
    """The error that tells of files which could not be used."""
    kind = FileTooLargeError if all(item.get("code") == 4002 for item in rejected) else UnsupportedFileError
    told = "; ".join(str(item.get("message") or item.get("name")) for item in rejected)
    if not taken:
        return kind(told)
    return kind(f"{told}. The other {'file is' if taken == 1 else f'{taken} files are'} uploaded.")


@dataclass
class _Batch:
    """What goes in one request: files or addresses."""

    parts: list[Part] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)


def _add_url(batches: list[_Batch], url: str) -> None:
    if not batches or batches[-1].parts:
        batches.append(_Batch())
    batches[-1].urls.append(url)


def _add_part(batches: list[_Batch], part: Part) -> None:
    last = batches[-1] if batches else None
    if (
        last is None
        or last.urls
        or len(last.parts) >= _FORM_FILES
        or sum(each.size for each in last.parts) + part.size > _FORM_BYTES
    ):
        last = _Batch()
        batches.append(last)
    last.parts.append(part)


def _gather(answer: Mapping[str, Any], result: Uploaded) -> None:
    for key, place in (("files", result.files), ("rejected", result.rejected)):
        found = answer.get(key)
        place += [dict(item) for item in found if isinstance(item, Mapping)] if isinstance(found, list) else []


def _part(source: Source, takes_all: bool) -> Part:
    """What to send for a source. A service that doesn't know a picture's format gets a full-size JPEG of it."""
    from .wire import Part

    suffix = PurePath(source.name).suffix.lower()
    if source.path is None:
        return Part(source.name, data=source.data)
    try:
        size = source.path.stat().st_size
    except OSError as problem:
        raise UnsupportedFileError(f"{source.name}: it can't be read ({problem.strerror})") from None
    if size > photos.MAX_BYTES:
        raise FileTooLargeError(
            f"{source.name}: {size / 2**20:.0f} MB; files up to {photos.MAX_BYTES // 2**20} MB can be used. "
            "Compress or trim it."
        )
    known = suffix.lstrip(".") in (*HOSTED_FORMATS, "jpeg")
    if takes_all or known or photos.accepted.get(suffix) != "image":
        return Part(source.name, path=source.path)
    from PIL import Image

    out = io.BytesIO()
    Image.fromarray(photos.decode(source.path)).save(out, "JPEG", quality=95, subsampling=0)
    return Part(f"{PurePath(source.name).stem}.jpg", data=out.getvalue())
