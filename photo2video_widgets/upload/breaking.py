"""An upload that broke off: what of it was taken all the same, and the error that says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..errors import P2VError
from ..phrases import say
from .acceptance import Item

if TYPE_CHECKING:
    from ..wire.calls import Calls

_NAMED = 8


async def arrived(
    client: Calls, session: str, items: Iterable[Item], before: Iterable[Mapping[str, Any]]
) -> list[Item] | None:
    """Those of `items` that the state names besides the files of `before`; None where there is no telling."""
    try:
        infos = (await client.state(session)).get("video_infos")
    except P2VError:
        return None
    there = _names(infos if isinstance(infos, list) else [])
    # An engine has each file once under each name, however often it is sent.
    sure = _names({(info.get("asset") or id(info), info.get("name")): info for info in before}.values())
    if sure - there:
        # The service has names of its own.
        return None
    there -= sure
    found = []
    for item in items:
        if there[item.name]:
            there[item.name] -= 1
            found.append(item)
    return None if there.total() else found


def broken_off(
    problem: P2VError, taken: int, missing: Sequence[Item], unknown: Sequence[Item], rejected: Iterable[str]
) -> P2VError:
    """`problem` with what became of the files, so that none need be handed over twice."""
    told = [problem.message, say("uploaded-so-far", count=taken, all=taken + len(missing) + len(unknown))]
    if unknown:
        told.append(say("uploaded-perhaps", names=_listed(unknown)))
    if missing:
        told.append(say("uploaded-not", names=_listed(missing)))
    return type(problem)(" ".join([*told, *rejected]), code=problem.code)


def _names(infos: Iterable[Any]) -> Counter[str]:
    return Counter(str(info.get("name")) for info in infos if isinstance(info, Mapping))


def _listed(items: Sequence[Item]) -> str:
    names = ", ".join(item.label for item in items[:_NAMED])
    return names if len(items) <= _NAMED else say("and-more", names=names, count=len(items) - _NAMED)
