"""Which of the files that were sent a service's segment is about: told by names, for there is nothing else to go by."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any

from ..draft import Segment
from ..intake import name_in, plain_name
from ..upload.keeping import Sent

_MOST_STRINGS = 200
_LONGEST_STRING = 2000
_FILE = re.compile(r".\.\w{2,5}\Z")
# What services add to names, so that each is there once: "(1)", a part of a hash, a time in ms, a UUID.
_SERIAL = r"(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[0-9]*[a-f])(?=[a-f]*[0-9])[0-9a-f]{6,}|[0-9]{10,})"
_ADDED = re.compile(rf"\s*\([0-9]{{1,3}}\)\Z|[ _-]{_SERIAL}\Z|\A{_SERIAL}[ _-]", re.IGNORECASE)


class Lookup:
    """The files that were sent, by their names."""

    def __init__(self, sent: Sequence[Sent]) -> None:
        self._sent = sent
        self._exact: dict[str, list[int]] = defaultdict(list)
        self._tables: tuple[dict[str, set[int]], ...] = tuple(defaultdict(set) for _ in range(3))
        for number, one in enumerate(sent):
            self._exact[one.name].append(number)
            original = plain_name(one.source.name)
            # A name that got longer on its way, as in beach.heic.jpg, has the whole of the first one as its stem.
            stems = {_stem(one.name), _stem(original), original}
            for table, names in zip(
                self._tables, ({original}, stems, {*map(_folded, (one.name, original, *stems))}), strict=True
            ):
                for name in names:
                    table[name].add(number)

    def find(self, segment: Segment) -> Sent | None:
        """The file of a segment: the one of its name, else the only one of nearly that name; None where there is none.

        Nearly: with another suffix, in other case, with what services add to names.
        """
        names = list(dict.fromkeys(names_of(segment)))
        for name in names:
            if found := self._exact.get(name):
                return self._sent[found[0]]
        originals, stems, folded = self._tables
        ways = (
            (originals, lambda name: name),
            (stems, _stem),
            (folded, _folded),
            (folded, lambda name: _folded(_stem(name))),
            (folded, lambda name: _folded(_bare(name))),
            (folded, lambda name: _folded(_stem(_bare(name)))),
        )
        for table, key in ways:
            for name in names:
                if len(numbers := table.get(key(name), ())) == 1:
                    return self._sent[next(iter(numbers))]
        return None


def names_of(segment: Segment) -> Iterator[str]:
    """What may be the name of the segment's file, the most likely first."""
    if segment.name:
        yield plain_name(segment.name)
    for text in _strings(segment.data):
        name = plain_name(name_in(text) or text)
        if _FILE.search(name):
            yield name


def _strings(data: Mapping[str, Any]) -> Iterator[str]:
    waiting: list[Any] = [data]
    count = 0
    while waiting and count < _MOST_STRINGS:
        value = waiting.pop()
        if isinstance(value, str) and value.strip() and len(value) <= _LONGEST_STRING:
            count += 1
            yield value
        elif isinstance(value, Mapping):
            waiting.extend(reversed(list(value.values())[:_MOST_STRINGS]))
        elif isinstance(value, list):
            waiting.extend(reversed(value[:_MOST_STRINGS]))


def _stem(name: str) -> str:
    return PurePath(name).stem if _FILE.search(name) else name


def _folded(name: str) -> str:
    # A Mac takes names apart that others keep composed.
    return unicodedata.normalize("NFC", name).casefold()


def _bare(name: str) -> str:
    """The name without what a service may have added to it."""
    stem = _stem(name)
    return _ADDED.sub("", stem) + name[len(stem) :]
