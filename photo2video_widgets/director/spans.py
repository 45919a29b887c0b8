"""When words in the film are to be seen, as far as a clause says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .clauses import Clause

if TYPE_CHECKING:
    from .work import Work

NOUNS = ("title", "caption", "credit", "text")


def span_of(clause: Clause, work: Work) -> dict[str, object]:
    """When the words are to be seen: `start`, `stop`, `ms`, `at` ("start", "end", "whole"), or a change of length."""
    times = [token.whole("time") for token in clause.free("time")]
    span: dict[str, object] = {}
    if clause.take("throughout") or (clause.has("total") and clause.has("film") and not times):
        span["at"] = "whole"
        clause.take_all("total", "film")
        return span
    if times and (clause.has("each") or (clause.has("film", "make", "length", "total", "shape") and max(times) > 8000)):
        # Beside a title these are lengths of the photos or the film.
        return span
    last = _counts_time(clause, "last")
    if len(times) == 1 and clause.has("to") and clause.has("longer", "shorter"):
        clause.take_all("time", "to", "longer", "shorter", "show", "length")
        span["ms"] = times[0]
        return span
    if len(times) >= 2 and _for_so_long(clause):
        span |= {"start": times[0], "ms": times[1]}
        clause.take_all("time", "from", "to", "show", "for", "at", "length", "start", "tostart")
    elif len(times) == 1 and _until(clause):
        span |= {"start": 0, "stop": times[0]}
        clause.take_all("time", "to", "show", "length")
    elif len(times) >= 2 and clause.has("from", "to", "at", "between", "show"):
        span |= {"start": min(times[:2]), "stop": max(times[:2])}
        clause.take_all("time", "from", "to", "show", "for", "between", "length", "start", "tostart")
    elif times:
        clause.take_all("time")
        if clause.has("longer", "shorter"):
            span["delta"] = times[0] * (1 if clause.take("longer") else -1)
            clause.take_all("shorter")
        elif last or clause.has("toend"):
            span |= {"at": "end", "ms": times[0]}
        elif (
            _comes_after(clause, "at", "from", "after")
            and not _counts_time(clause, "first")
            and not clause.has("for", "length")
        ):
            span["start"] = times[0]
        else:
            span["ms"] = times[0]
        clause.take_all("show", "only", "for", "from", "length", "set")
    elif clause.has("longer", "shorter", "double", "halve") and clause.has(*NOUNS, "it") and not clause.has("film"):
        ratio = (
            2.0 if clause.take("double") else 0.5 if clause.take("halve") else 1.5 if clause.has("longer") else 1 / 1.5
        )
        clause.take_all("longer", "shorter", "bit", "much", "show")
        span["longer"] = ratio
    if "at" not in span and "start" not in span:
        if clause.has("toend") or clause.has("end"):
            span["at"] = "end"
        elif clause.has("tostart") and not work.named:
            span["at"] = "start"
    clause.take_all("toend", "tostart", "end", "start")
    for token in clause.free("ord"):
        token.used = True
    return span


def _for_so_long(clause: Clause) -> bool:
    """Whether the second of two times says how long: "at 0:05 for 3 seconds"."""
    places = [place for place, token in enumerate(clause.tokens) if token.has("time")]
    return any(token.has("for") for token in clause.tokens[places[0] : places[1]])


_ENDING = re.compile("disappear|vanish|go away|\\bgone\\b|消失|verschwind|desapare|dispara[iî]|消え")


def _until(clause: Clause) -> bool:
    """Whether a time says when words go: "until 6 s", "should disappear after 2 seconds"."""
    until = ("until", "till", "bis", "jusqu'à", "hasta", "到", "直到")
    pairs = zip(clause.tokens, clause.tokens[1:], strict=False)
    return bool(_ENDING.search(clause.said.lower())) or any(
        before.text.lower() in until and after.has("time") for before, after in pairs
    )


def _counts_time(clause: Clause, which: object) -> bool:
    """Whether seconds are counted from an end: "the last 3 seconds"."""
    for before, after in zip(clause.tokens, clause.tokens[1:], strict=False):
        if after.has("time") and (
            (before.kinds.get("ord") in (which, 1 if which == "first" else which) and before.has("ord"))
            or (which == "last" and before.has("toend"))
        ):
            return True
    return False


def _comes_after(clause: Clause, *kinds: str) -> bool:
    return any(
        before.has(*kinds) and after.has("time")
        for before, after in zip(clause.tokens, clause.tokens[1:], strict=False)
    ) or any(
        before.has(*kinds) and between.has("filler") and after.has("time")
        for before, between, after in zip(clause.tokens, clause.tokens[1:], clause.tokens[2:], strict=False)
    )
