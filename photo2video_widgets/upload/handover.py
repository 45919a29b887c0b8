"""Photos on their way to a back end: gathered, made readable for it, sent in the order they were named.

Whatever can't be used is told before a byte of it is sent, as far as its name, its size and its first bytes tell.
Conversions are made on disk and only for the request that comes next, so that an upload of any size takes little
memory.
"""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableSequence, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import intake, photos
from ..errors import FileTooLargeError, P2VError, ServiceError, SessionNotFoundError, UnsupportedFileError
from ..intake import Source
from ..phrases import say
from ..wire.answers import NotReachedError, problem_of
from ..wire.parts import Part, UnreadablePartError
from . import conversion
from .acceptance import JPEG, Acceptance, Item
from .breaking import arrived, broken_off
from .keeping import Folder, Sent, lasting

if TYPE_CHECKING:
    from ..wire.calls import Calls

_FORM_FILES = 20
_FORM_BYTES = 64 << 20
_LOOK_SECONDS = 0.1


@dataclass(frozen=True)
class UploadProgress:
    """How far an upload is: bytes of the files handed over that are dealt with, of how many in all.

    `stage` is "sending", or "converting" while the file `name` is made into what the service takes, `part` of which
    (0 to 1) is done.
    """

    sent: int
    total: int
    stage: str = "sending"
    name: str = ""
    part: float = 0.0


OnUpload = Callable[[UploadProgress], None] | None


@dataclass(frozen=True)
class Uploaded:
    """What came of it: the facts of the files that were taken, and `name`, `code`, `message` of the others."""

    files: list[dict[str, Any]]
    rejected: list[dict[str, Any]]


@dataclass(frozen=True)
class Gathered:
    """What is to be handed over. Pictures that were drawn for it lie in a folder that goes with it."""

    sources: list[Source]
    folder: Folder


async def gather(items: object) -> Gathered:
    """Everything that `items` stand for. Raises UnsupportedFileError, also where that is nothing."""
    if isinstance(items, Gathered):
        return items
    folder = Folder()
    sources = await asyncio.to_thread(intake.collect, items, folder.place)
    if not sources:
        raise UnsupportedFileError(say("nothing-handed-over"))
    return Gathered(sources, folder)


async def hand_over(
    client: Calls,
    session: str,
    items: object,
    on_progress: OnUpload,
    sent: MutableSequence[Sent] | None = None,
    known: Sequence[Mapping[str, Any]] = (),
) -> Uploaded:
    """Send everything that `items` stand for. Files that can't be used don't keep the others from being sent.

    To a service that is no engine, every file goes under a name of its own. `sent`, the session's list of what it
    was sent so far, gets what is sent now, so that a film of it can be made from the files that are here. `known` is
    what the session's state said of earlier files: where an upload breaks off, what is there besides was taken, and
    the error says so.
    """
    gathered = await gather(items)
    sending = _Sending(client, session, on_progress, [] if sent is None else sent, known, gathered.folder)
    await sending.run(gathered.sources)
    if client.is_engine:
        gathered.folder.remove()
    return sending.result


def refusal(rejected: list[dict[str, Any]], taken: int) -> P2VError:
    """The error that tells of files which could not be used."""
    kind = FileTooLargeError if all(item.get("code") == 4002 for item in rejected) else UnsupportedFileError
    told = "; ".join(str(item.get("message") or item.get("name")) for item in rejected)
    return kind(say("others-uploaded", told=told.rstrip(".。"), count=taken) if taken else told)


@dataclass
class _Load:
    """What goes in one request: files or addresses."""

    items: list[Item]

    @property
    def is_urls(self) -> bool:
        return self.items[0].source.url is not None

    @property
    def size(self) -> int:
        return sum(item.size for item in self.items)

    def takes(self, item: Item) -> bool:
        """Whether another one can go along: of the same sort, and not too many."""
        return (
            self.is_urls == (item.source.url is not None)
            and len(self.items) < _FORM_FILES
            and self.size + item.size <= _FORM_BYTES
        )


class _Sending:
    """One upload."""

    def __init__(
        self,
        client: Calls,
        session: str,
        on_progress: OnUpload,
        sent: MutableSequence[Sent],
        known: Sequence[Mapping[str, Any]],
        kept: Folder,
    ) -> None:
        self.result = Uploaded([], [])
        self._client = client
        self._session = session
        self._on_progress = on_progress
        self._sent = sent
        self._known = known
        self._acceptance = Acceptance.of(client)
        self._kept = kept
        self._total = self._settled = 0
        self._under_way: list[tuple[Item, Part]] = []
        # Those of the same request of which it isn't known yet what becomes of them.
        self._waiting: list[Item] = []

    async def run(self, sources: list[Source]) -> None:
        items = await asyncio.to_thread(self._items, sources)
        self._total = sum(item.size for item in items)
        # The order of the photos is the order of the film: neighbours of one sort go together, and no others.
        loads = list(_loads(items))
        for number, load in enumerate(loads):
            self._waiting = list(load.items)
            try:
                await (self._send_urls(load.items) if load.is_urls else self._send_files(load.items))
            except SessionNotFoundError:
                raise
            except P2VError as problem:
                later = [item for load in loads[number + 1 :] for item in load.items]
                raise await self._broken_off(problem, later) from None
            self._settled += load.size
            self._under_way = []
            self._tell()

    async def _broken_off(self, problem: P2VError, later: list[Item]) -> P2VError:
        """The error to raise where the service takes no more."""
        found: list[Item] | None = []
        if isinstance(problem, ServiceError) and not isinstance(problem, NotReachedError):
            found = await arrived(self._client, self._session, self._waiting, [*self._known, *self.result.files])
        unknown = self._waiting if found is None else []
        missing = [item for item in self._waiting if found is not None and item not in found]
        self._forget(missing)
        taken = len(self.result.files) + len(found or ())
        if not taken and not unknown:
            return problem
        told = [str(entry["message"]) for entry in self.result.rejected]
        return broken_off(problem, taken, [*missing, *later], unknown, told)

    def _items(self, sources: Iterable[Source]) -> list[Item]:
        items: list[Item] = []
        taken = {sent.name.casefold() for sent in self._sent}
        for source in sources:
            try:
                item = self._acceptance.item(source)
            except P2VError as problem:
                self._reject(intake.plain_name(source.name), problem)
                continue
            if not self._client.is_engine and source.url is None:
                item = replace(item, name=_unique(item.name, taken))
            items.append(item)
        return items

    # Sending

    async def _send_urls(self, items: list[Item]) -> None:
        try:
            self._remember([(item, item.source) for item in items])
            answer = await self._client.upload_urls(self._session, [str(item.source.url) for item in items])
        except (UnsupportedFileError, FileTooLargeError) as problem:
            self._forget(items)
            if len(items) == 1:
                self._refuse(items[0], problem)
            else:
                for item in items:
                    await self._send_urls([item])
        else:
            self._gather(answer, items)

    async def _send_files(self, items: list[Item]) -> None:
        folder = Folder()
        try:
            pairs = []
            for item in items:
                try:
                    pairs.append((item, await self._part(item, folder)))
                except P2VError as problem:
                    self._refuse(item, problem)
            self._under_way = pairs
            if pairs:
                await self._send_form(pairs)
        finally:
            folder.remove()

    async def _send_form(self, pairs: list[tuple[Item, Part]]) -> None:
        items = [item for item, _ in pairs]
        await self._keep(items)
        try:
            parts = [part for _, part in pairs]
            answer = await self._client.upload_files(self._session, parts, lambda more: self._tell())
        except UnreadablePartError as problem:
            # The form broke off, so nothing of it was taken: the others go without the one.
            self._forget(items)
            bad = next(item for item, part in pairs if part is problem.part)
            self._refuse(bad, problem)
            if others := [pair for pair in pairs if pair[0] is not bad]:
                await self._send_form(others)
        except (UnsupportedFileError, FileTooLargeError) as problem:
            self._forget(items)
            if len(pairs) == 1:
                self._refuse(items[0], problem)
            else:
                # It says of the whole form that it won't have it: which file was meant shows when each goes alone.
                for pair in pairs:
                    await self._send_form([pair])
        else:
            self._gather(answer, items)

    async def _part(self, item: Item, folder: Folder) -> Part:
        path = item.source.path
        if path is None:
            return Part(item.name, data=item.source.data)
        if item.into:
            path = await self._converted(item, path, folder)
        try:
            return Part(item.name, path=path)
        except OSError as problem:
            raise photos.unreadable(item.label, problem) from None

    async def _converted(self, item: Item, path: Path, folder: Folder) -> Path:
        """Convert in a thread. Whoever stops waiting for it makes it end first, for it writes to a folder that goes."""
        try:
            out = folder.place(item.name)
        except OSError as problem:
            raise conversion.not_converted(item.label, problem) from None
        stop = threading.Event()
        done = 0.0

        def hear(part: float) -> None:
            nonlocal done
            done = part

        def work() -> None:
            if item.into == JPEG:
                conversion.to_jpeg(path, out, item.label)
            else:
                conversion.to_m4a(path, out, item.label, hear, stop.is_set)

        task = asyncio.create_task(asyncio.to_thread(work))
        try:
            while not task.done():
                self._tell("converting", item.name, done)
                await asyncio.wait([task], timeout=_LOOK_SECONDS)
        finally:
            stop.set()
            if not task.done():
                await asyncio.wait([task])
            failure = task.exception()
        if failure:
            raise failure
        self._tell("converting", item.name, 1.0)
        return out

    # What is remembered

    async def _keep(self, items: list[Item]) -> None:
        """Remember what goes to a service, which may be asked for nothing but its draft later."""
        if self._client.is_engine:
            return
        self._remember([(item, await asyncio.to_thread(lasting, item.source, self._kept)) for item in items])

    def _remember(self, pairs: list[tuple[Item, Source]]) -> None:
        if not self._client.is_engine:
            self._sent.extend(Sent(item.name, source, self._kept) for item, source in pairs)

    def _forget(self, items: list[Item]) -> None:
        for item in items:
            last = next((place for place, sent in reversed([*enumerate(self._sent)]) if sent.name == item.name), None)
            if last is not None:
                del self._sent[last]

    # What is told

    def _tell(self, stage: str = "sending", name: str = "", part: float = 0.0) -> None:
        if self._on_progress:
            # Of what was converted another number of bytes is sent than was handed over.
            sent = sum(item.size * part.told // max(1, part.size) for item, part in self._under_way)
            self._on_progress(UploadProgress(self._settled + sent, self._total, stage, name, part))

    def _refuse(self, item: Item, problem: P2VError) -> None:
        self._waiting.remove(item)
        self._reject(item.label, problem)

    def _reject(self, name: str, problem: P2VError) -> None:
        message = problem.message if name in problem.message else say("of-file", name=name, told=problem.message)
        self.result.rejected.append({"name": name, "code": problem.code, "message": message})

    def _gather(self, answer: Mapping[str, Any], items: list[Item]) -> None:
        self._waiting = [item for item in self._waiting if item not in items]
        refused = _entries(answer, "rejected")
        if self._client.is_engine:
            self.result.files.extend(_entries(answer, "files"))
            self.result.rejected.extend(refused)
            return
        # What else a service says of its files nobody has specified, and its words are for nobody to read.
        codes = {str(entry.get("name")): entry.get("code") for entry in refused}
        for item in items:
            if item.name in codes:
                code = codes[item.name]
                self._reject(item.label, problem_of(code if isinstance(code, int) else 4001, None, ours=False))
                self._forget([item])
            else:
                self.result.files.append({"name": item.name, "kind": item.kind, "size": item.size})


def _entries(answer: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    found = answer.get(key)
    return [dict(entry) for entry in found if isinstance(entry, Mapping)] if isinstance(found, list) else []


def _loads(items: Iterable[Item]) -> Iterator[_Load]:
    load: _Load | None = None
    for item in items:
        if load and load.takes(item):
            load.items.append(item)
        else:
            if load:
                yield load
            load = _Load([item])
    if load:
        yield load


def _unique(name: str, taken: set[str]) -> str:
    """A name that no other file has; it is added to those that are taken."""
    (stem, suffix), number = os.path.splitext(name), 1
    while name.casefold() in taken:
        number += 1
        name = f"{stem}-{number}{suffix}"
    taken.add(name.casefold())
    return name
