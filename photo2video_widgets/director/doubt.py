"""Whether what a clause seems to ask for is more likely a misreading: then it is told back and nothing is done."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .clauses import Clause
from .lexicon import is_han
from .token import Token
from .wishes import Wish

# Words that ask for something only beside what they are said of: "faster" alone may be said of anything.
_WEAK = frozenset(
    """slower faster longer shorter bigger smaller louder quieter more less bit much color place not own halve double
    factor leftright rightleft bottomtop toptobottom tostart toend mood look it filler set add in to at for out up
    different instead only motion background unknown says ord from keep text""".split()
)
_COMPARED = re.compile(
    r"er(?:e[nrs]?)?$|^(?:too|zu|trop|demasiado|más|plus|moins|menos|mehr|weniger) |[更太些点]|もっと|すぎ|めに?$"
)
_MEASURES = ("slower", "faster", "longer", "shorter", "bigger", "smaller", "louder", "quieter", "mood")
# Words for deeds: one that is left over means that the deed was another than the one that was read.
_DEEDS = ("move", "trim", "swap", "sort", "reverse", "shuffle", "crop", "mute", "undo", "redo", "again")


def is_doubtful(clause: Clause, found: Sequence[Wish]) -> bool:
    """Whether too much of the clause was left unread for what was `found` in it to be trusted."""
    left = [token for token in clause.tokens if not token.used]
    if any(wish.kind in ("history", "more") for wish in found):
        return False
    if any(token.has(*_DEEDS) and not token.has("filler", "add", "show") for token in left):
        return True
    unknown = [token for token in left if set(token.kinds) == {"unknown"} and _says_something(token)]
    if not unknown:
        return False
    read = [token for token in clause.tokens if token.used and not token.has("filler", "set", "add", "unknown")]
    if all(set(token.kinds) <= _WEAK for token in read) and not _compares(clause):
        return True
    return len(unknown) > max(2, len(read))


def _compares(clause: Clause) -> bool:
    """Whether something is said to be more or less so, or too much so: that is meant of the film."""
    if clause.has("more", "less", "bit", "much"):
        return True
    said = [token for token in clause.tokens if token.has(*_MEASURES) or isinstance(token.kinds.get("look"), str)]
    return any(_COMPARED.search(token.text.lower()) for token in said)


def _says_something(token: Token) -> bool:
    return len(token.text) > (1 if is_han(token.text[:1]) else 2)
