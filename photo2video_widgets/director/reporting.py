# ruff: noqa: E501
"""Who wants what is asked for: "my wife says it should be square" asks for a square film."""

from __future__ import annotations

import re

from .clauses import CORE, Clause
from .lexicon import fold_all

_WHO = r"(?:[\w'’.-]+ ){1,3}?"
_SAYS = {
    "en": rf"(?:(?:my|the|our|his|her|their|a|one|some|and|so|well|but|ok|hey) )?{_WHO}(?:also |now |just |really |still )?"
    r"(?:says?|said|thinks?|thought|wants?|wanted|would like|would love|would prefer|asks?|asked|suggests?|suggested|insists?|"
    r"insisted|feels?|felt|prefers?|reckons?|finds?|complains?|complained|demands?|requests?|requested|needs|wishes)"
    r"(?: that| for| on| to have| to| us to| me to| if)?\b",
    "zh": r"[^，,：:]{1,6}?(?:又|也|还|都|就|一直|老|刚)?(?:说|觉得|认为|希望|要求|建议|嫌|提议|想要|让我|让你|叫我)(?:要|得|应该|最好|把)?",
}
_SELVES = re.compile(r"^(?:i|we|you|it|they|this|that|what|who)\b|^(?:我|你|咱)")
_READ = ("title", "caption", "credit", "text", "quote", "says")


def drop_reporter(clause: Clause) -> None:
    """Let the words by which somebody's wish is told say nothing, where a wish follows them."""
    pattern = _SAYS.get(str(clause.extra["language"]))
    said = fold_all(clause.said)
    match = re.match(pattern, said) if pattern else None
    if match is None or _SELVES.match(said):
        return
    end = clause.tokens[0].start + match.end()
    who = [token for token in clause.tokens if token.end <= end]
    rest = clause.tokens[len(who) :]
    told = any(token.has("unknown") for token in who[:4]) or (
        who[:1] and who[0].text.lower() in ("my", "mom", "mum", "dad", "mein")
    )
    if (
        not told
        or any(token.has(*_READ) and not token.has("says") for token in who)
        or any(token.has("name") for token in who)
    ):
        return
    if any(token.has(*(CORE | {"it"})) for token in rest):
        for token in who:
            token.kinds = {"filler": True}
