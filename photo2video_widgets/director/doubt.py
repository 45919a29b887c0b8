"""Whether a clause was read whole: what is left of it unread may mean another deed than the one that was found.

A clause is done only where every word of it is accounted for, used by a reader or known to say nothing by itself.
Else nothing of it is done and it is told back.
"""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import Clause
from .lexicon import is_han
from .token import Token
from .wishes import Wish

# Kinds that say nothing by themselves: an edit is the same without them.
_SILENT = frozenset(
    """filler break and then it in at for to from set make use add photo film total each all show length yes nope
    thanks hello yet about bit much too out move says literal export upload count unit what pace own instead after
    before start more less half by frame text title caption music sound keep order between leftright rightleft
    bottomtop toptobottom place clip help degree""".split()
)
# In the first message more goes without saying: it tells of the photos, too.
_TELLING_FIRST = frozenset("not except".split())
_NAMES_AND_NUMBERS = frozenset("name ord number time percent range count quote".split())


def unread(clause: Clause) -> list[Token]:
    """The tokens that nobody used and that mean something."""
    return [token for token in clause.tokens if not token.used and _means_something(token)]


def is_doubtful(clause: Clause, found: Sequence[Wish], first: bool) -> bool:
    """Whether too much of the clause was left unread for what was `found` in it to be done."""
    if any(wish.kind in ("history", "more") for wish in found):
        return False
    left = [token for token in unread(clause) if not (token.has("again") and _may_come_again(found))]
    if first:
        return any(token.has(*_TELLING_FIRST) for token in left)
    return bool(left)


def _may_come_again(found: Sequence[Wish]) -> bool:
    """Whether "again" says nothing new: "black and white again"."""
    return all(wish.kind in ("look", "transition", "music", "frame", "motion", "text", "background") for wish in found)


def _means_something(token: Token) -> bool:
    if set(token.kinds) <= {"unknown", "partial"}:
        return len(token.text) > (1 if is_han(token.text[:1]) else 2)
    return not token.kinds.keys() & _SILENT
