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
    bottomtop toptobottom place help degree
    likewise original someone""".split()
)
# In the first message more goes without saying: it tells of the photos, too.
_TELLING_FIRST = frozenset("not except".split())
# Letters of Chinese that belong to a word before or after them, or say nothing.
_LOOSE = frozenset(
    "点感会儿翻就咯呗噢喔哟嘞呐哪么嗷呵度性式款调格程整体处边间头面子家种样条块片番老阿可而之即便则且若既皆均亦乃其每各任何"
)
_VALUES = frozenset(
    "unknown partial not except name ord number time percent range count quote digits taken beside parity step".split()
)
_OF_VALUES = ("music", "transition", "frame", "text-style", "background")
_REQUESTS = ("set", "make", "use", "add", "instead", "replace", "swap")
_COPULAS = ("is", "are", "with", "have", "go", "s")
_MAY_COME_AGAIN = (
    "no-music",
    "no-text",
    "remove",
    "look",
    "transition",
    "music",
    "frame",
    "motion",
    "text",
    "background",
)


def unread(clause: Clause) -> list[Token]:
    """The tokens that nobody used and that mean something."""
    return [
        token for token in clause.tokens if not token.used and _means_something(token, clause.extra.get("language"))
    ]


def is_doubtful(clause: Clause, found: Sequence[Wish], first: bool) -> bool:
    """Whether too much of the clause was left unread for what was `found` in it to be done."""
    if any(wish.kind in ("history", "more") for wish in found):
        return False
    left = [token for token in unread(clause) if not _goes_without(token, clause, found)]
    if not first and _asks_for_a_value(clause, found):
        left = [token for token in left if not set(token.kinds) <= {"unknown", "partial"} or _comes_with(clause, token)]
    if not first and any(wish.kind in ("remove", "keep") for wish in found):
        # "take my ex out of the second photo" takes no photo out.
        left += [token for token in clause.tokens if not token.used and set(token.kinds) == {"unknown"}]
    if first:
        return any(token.has(*_TELLING_FIRST) for token in left)
    return bool(left)


def _asks_for_a_value(clause: Clause, found: Sequence[Wish]) -> bool:
    """Whether a clause asks for one of the values that films know, beside which other words tell only more of it.

    "Could it be a piano piece instead", "an iris effect like in old cartoons".
    """
    asked = any(token.has(*_REQUESTS) and token.text.lower() not in _COPULAS for token in clause.tokens)
    return asked and bool(found) and all(wish.kind in _OF_VALUES and wish.values and not wish.photos for wish in found)


def _comes_with(clause: Clause, unknown: Token) -> bool:
    """Whether the word is one more thing that is asked for: "make it vertical with a voiceover"."""
    ahead = clause.tokens[: clause.tokens.index(unknown)]
    joins = [place for place, token in enumerate(ahead) if token.has("add")]
    return bool(joins) and any(token.used and not token.has("filler") for token in ahead[: joins[-1]])


def _goes_without(token: Token, clause: Clause, found: Sequence[Wish]) -> bool:
    """Whether a word says nothing new beside what was found: "first make it …", "black and white again"."""
    if token.kinds.get("ord") == 1 and token is clause.tokens[0]:
        return True
    if token.kinds.get("look") in (True, "none") and any(other.used and other.has("color") for other in clause.tokens):
        # "in yellow colour"
        return True
    if token.has("only") and all(
        wish.kind == "remove" or (wish.kind == "music" and wish.get("relative")) for wish in found
    ):
        # "solo quita el bosque" asks for no more than "quita el bosque".
        return True
    if token.has("again"):
        return all(wish.kind in _MAY_COME_AGAIN for wish in found)
    kinds = {kind for kind, value in token.kinds.items() if value is True} - _VALUES
    return any(other.used and kinds & other.kinds.keys() for other in clause.tokens)


def _is_word(text: str, language: object) -> bool:
    if is_han(text[:1]):
        return len(text) > 1 or (language == "zh" and text not in _LOOSE)
    return len(text) > 2


def _means_something(token: Token, language: object) -> bool:
    if set(token.kinds) <= {"unknown", "partial"}:
        return _is_word(token.text, language)
    return not token.kinds.keys() & _SILENT
