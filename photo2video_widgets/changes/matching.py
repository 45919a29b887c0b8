"""Which thing of one draft is which of another, and which of them changed places. Near-linear in their number."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Sequence
from typing import Any, TypeVar

Thing = TypeVar("Thing")
Key = Callable[[Thing], Hashable | None]


def pair_up(before: Sequence[Thing], after: Sequence[Thing], keys: Sequence[Key[Thing]]) -> list[int | None]:
    """For each thing of `after` its place in `before`, None where it is new.

    Things belong together when they have a key in common; the first key of `keys` by which they do decides. Things
    without one (None) wait for the next. Where several have the same key, those at either end go first, then the
    first of the one goes with the first of the other.
    """
    partners: list[int | None] = [None] * len(after)
    left = list(range(len(before)))
    for key in keys:
        old = [(place, name) for place in left if (name := key(before[place])) is not None]
        new = [
            (place, name)
            for place, partner in enumerate(partners)
            if partner is None and (name := key(after[place])) is not None
        ]
        for was, now in _same_names(old, new):
            partners[now] = was
        taken = set(partners)
        left = [place for place in left if place not in taken]
        if not left:
            break
    return partners


Named = list[tuple[int, Hashable]]


def _same_names(old: Named, new: Named) -> list[tuple[int, int]]:
    start, most = 0, min(len(old), len(new))
    while start < most and old[start][1] == new[start][1]:
        start += 1
    end = 0
    while end < most - start and old[-1 - end][1] == new[-1 - end][1]:
        end += 1
    ends = [*range(start), *range(-end, 0)]
    pairs = [(old[place][0], new[place][0]) for place in ends]
    waiting: defaultdict[Hashable, deque[int]] = defaultdict(deque)
    for place, name in old[start : len(old) - end]:
        waiting[name].append(place)
    for place, name in new[start : len(new) - end]:
        if waiting[name]:
            pairs.append((waiting[name].popleft(), place))
    return pairs


def fill_gaps(
    before: Sequence[Thing], after: Sequence[Thing], partners: list[int | None], alike: Callable[[Thing, Thing], bool]
) -> None:
    """Pair what is left between the same neighbours, where there is as much of it on either side and all is alike."""
    taken = set(partners)
    place = 0
    while place < len(after):
        if partners[place] is not None:
            place += 1
            continue
        end = place
        while end < len(after) and partners[end] is None:
            end += 1
        neighbour = partners[place - 1] if place else -1
        start = stop = (-1 if neighbour is None else neighbour) + 1
        while stop < len(before) and stop not in taken:
            stop += 1
        same = stop - start == end - place
        if same and all(alike(*pair) for pair in zip(before[start:stop], after[place:end], strict=True)):
            partners[place:end] = range(start, stop)
        place = end


def moved(places: Sequence[int]) -> list[int]:
    """The fewest indices of `places` without which the others rise: what must have moved."""
    tails: list[int] = []
    ends: list[int] = []
    links: list[int] = []
    for index, place in enumerate(places):
        length = bisect_left(tails, place)
        tails[length : length + 1] = [place]
        ends[length : length + 1] = [index]
        links.append(ends[length - 1] if length else -1)
    stayed = set()
    index = ends[-1] if ends else -1
    while index >= 0:
        stayed.add(index)
        index = links[index]
    return [index for index in range(len(places)) if index not in stayed]


def frozen(value: Any) -> Hashable:
    """JSON as something that can be a key; equal where the JSON is."""
    if isinstance(value, dict):
        return frozenset((key, frozen(item)) for key, item in value.items())
    if isinstance(value, list | tuple):
        return tuple(frozen(item) for item in value)
    return value if isinstance(value, Hashable) else repr(value)
