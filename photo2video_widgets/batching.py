"""Many films in one go: one for each album, or one for each row of a table.

Every film is a session of its own, from nothing but its own files. A film that is there already is left alone, unless
what it is made of has changed, so that a batch which was stopped goes on where it was; a bad album is told and the
rest goes on.
"""

from __future__ import annotations

import asyncio
import contextlib
import csv
import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import intake
from .blocking import loop_thread
from .client import connect
from .errors import ConnectionLostError, P2VError
from .exports import checked
from .making import film_of, refuse_other_wishes
from .phrases import say
from .progress import Reporter, reporter
from .results import DONE, FAILED, KEPT, Result, Results
from .settings import keep

_COLUMNS = ("files", "instruction", "output")
_NOTES = ".photo2video-batch.json"
# Between files in one cell of a table.
_BETWEEN = ";"


@dataclass(frozen=True)
class Wish:
    """A film to be made: of which `files`, by which `instruction`, at which `output`."""

    files: tuple[Any, ...]
    instruction: str
    output: Path

    def mark(self) -> str:
        """What changes where the film would be another one: its words, its files, their sizes and times."""
        facts: list[Any] = [self.instruction]
        for file in self._found():
            with contextlib.suppress(OSError):
                seen = os.stat(file)
                facts.append((str(file), seen.st_size, seen.st_mtime_ns))
        return hashlib.sha256(json.dumps(facts).encode()).hexdigest()

    def _found(self) -> Iterator[Any]:
        with contextlib.suppress(P2VError):
            for source in intake.collect(list(self.files)):
                yield source.path or source.name


def batch(
    albums: object,
    prompt: str | None = None,
    out: str | Path = "films",
    *,
    backend: str | None = None,
    again: bool = False,
    quiet: bool = False,
) -> Results:
    """Make many films: one for each album, or one for each row of a table; works in a script and in a running cell.

    `albums`: a folder of folders, each an album; or a table: a CSV file, a DataFrame or a list of mappings with the
    columns `files` (paths, patterns or folders, in one cell with ";" between them), `instruction` (else `prompt`) and
    `output` (else the first file's name). Paths in a CSV file are relative to it. `out`: the folder of the films, made
    where there is none. A film that is there is kept as long as neither its files nor its words have changed, unless
    `again`. `backend` as for `connect`.

    A film that fails is told in the results, and the rest goes on. Raises P2VError where there is nothing to do, where
    two films would be one file, or where the back end can't be reached.
    """
    if prompt is not None:
        refuse_other_wishes(prompt)
    folder = Path(out).expanduser()
    wishes = list(_of_table(albums, prompt, folder) if _is_table(albums) else _of_albums(albums, prompt, folder))
    if not wishes:
        raise P2VError(say("batch-nothing"))
    _refuse_twins(wishes)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise P2VError(say("not-writable", name=folder.name, reason=problem.strerror)) from None
    return loop_thread().run(_make(wishes, _Notes(folder), backend, again, reporter(quiet=quiet)))


def _is_table(albums: object) -> bool:
    if isinstance(albums, str | Path):
        return Path(albums).suffix.lower() in (".csv", ".tsv")
    # A DataFrame is known by what it can do: pandas, polars and others are nobody's duty to install.
    if hasattr(albums, "columns"):
        return True
    return isinstance(albums, Sequence) and all(isinstance(row, Mapping) for row in albums)


def _of_albums(albums: object, prompt: str | None, out: Path) -> Iterator[Wish]:
    if prompt is None:
        raise P2VError(say("batch-no-words"))
    if isinstance(albums, str | Path):
        top = Path(albums).expanduser()
        try:
            folders = sorted(
                (entry for entry in top.iterdir() if entry.is_dir() and entry.name[0] != "."),
                key=lambda entry: entry.name.casefold(),
            )
        except OSError as problem:
            raise P2VError(say("batch-no-albums", name=top.name, reason=problem.strerror)) from None
        # A folder may be its own results' home.
        folders = [entry for entry in folders if entry.resolve() != out.resolve()]
    elif isinstance(albums, Iterable):
        folders = [Path(entry).expanduser() for entry in albums]
    else:
        raise P2VError(say("batch-odd", kind=type(albums).__name__))
    for entry in folders:
        yield Wish((entry,), prompt, out / f"{entry.name}.mp4")


def _of_table(albums: Any, prompt: str | None, out: Path) -> Iterator[Wish]:
    beside = Path()
    if isinstance(albums, str | Path):
        file = Path(albums).expanduser()
        beside, rows = file.parent, _read(file)
    else:
        rows = _records(albums)
    for number, row in enumerate(rows, 1):
        files = _files(row.get("files"), beside)
        instruction = _text(row.get("instruction")) or prompt
        if not files or not instruction:
            raise P2VError(say("batch-row", number=number, column="files" if not files else "instruction"))
        refuse_other_wishes(instruction)
        name = _text(row.get("output")) or f"{_stem(files[0])}.mp4"
        yield Wish(files, instruction, out / (name if name.lower().endswith(".mp4") else f"{name}.mp4"))


def _read(file: Path) -> list[Mapping[str, Any]]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            return list(csv.DictReader(stream, delimiter="\t" if file.suffix.lower() == ".tsv" else ","))
    except (OSError, ValueError, csv.Error) as problem:
        reason = getattr(problem, "strerror", None) or type(problem).__name__
        raise P2VError(say("batch-unreadable", name=file.name, reason=reason)) from None


def _records(table: Any) -> list[Mapping[str, Any]]:
    if isinstance(table, Sequence):
        return list(table)
    rows = table.to_dicts() if hasattr(table, "to_dicts") else table.to_dict("records")
    return list(rows)


def _text(value: object) -> str:
    # An empty cell of a DataFrame is a number that isn't one.
    return str(value).strip() if value is not None and value == value else ""


def _files(value: object, beside: Path) -> tuple[Any, ...]:
    if isinstance(value, str):
        parts = [part.strip() for part in value.split(_BETWEEN)]
        return tuple(part if "://" in part else str(beside / Path(part).expanduser()) for part in parts if part)
    if isinstance(value, Iterable):
        return tuple(value)
    return () if not _text(value) else (value,)


def _stem(file: Any) -> str:
    path = Path(str(file)) if isinstance(file, str | Path) else None
    stem = intake.plain_name(path.stem if path else "").strip("*?. ")
    return stem or "film"


def _refuse_twins(wishes: Sequence[Wish]) -> None:
    seen: set[str] = set()
    for wish in wishes:
        # Two names that differ in case are one file on many disks.
        place = str(wish.output.absolute()).casefold()
        if place in seen:
            raise P2VError(say("batch-twins", name=wish.output.name))
        seen.add(place)


class _Notes:
    """What each film in a folder was made of."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / _NOTES
        try:
            read = json.loads(self._file.read_bytes())
        except (OSError, ValueError):
            read = {}
        self._marks = {str(name): mark for name, mark in read.items()} if isinstance(read, dict) else {}

    def has(self, wish: Wish, mark: str) -> bool:
        return wish.output.is_file() and self._marks.get(wish.output.name) == mark

    def add(self, wish: Wish, mark: str) -> None:
        self._marks[wish.output.name] = mark
        # Without the note the film is made again next time, no more.
        keep(self._file, json.dumps(self._marks, indent=0))


async def _make(wishes: Sequence[Wish], notes: _Notes, backend: str | None, again: bool, report: Reporter) -> Results:
    results = []
    async with connect(backend) as client:
        for number, wish in enumerate(wishes, 1):
            album = wish.output.stem
            mark = await asyncio.to_thread(wish.mark)
            report.say(say("batch-at", number=number, count=len(wishes), name=album))
            if not again and notes.has(wish, mark):
                results.append(await _kept(album, wish))
                continue
            try:
                target = checked(wish.output)
                video = await film_of(client, list(wish.files), wish.instruction, target, report)
            except ConnectionLostError:
                raise
            except P2VError as problem:
                report.say(problem.message)
                results.append(Result(album, FAILED, wish.output, problem=problem.message))
            else:
                notes.add(wish, mark)
                results.append(Result(album, DONE, wish.output, video.duration, video.size))
    return Results(tuple(results))


async def _kept(album: str, wish: Wish) -> Result:
    from .video import Video

    try:
        video = await asyncio.to_thread(Video.open, wish.output)
    except P2VError as problem:
        return Result(album, FAILED, wish.output, problem=problem.message)
    return Result(album, KEPT, wish.output, video.duration, video.size)
