"""What a clause names only because something else is to take its place: "swap the fades for hard cuts"."""

from __future__ import annotations

from .clauses import Clause

_EXCHANGED = ("trans", "cut", "mood", "look", "motion", "shape", "color")


def drop_exchanged(clause: Clause) -> None:
    """What is given away for something else of its kind: "swap the crossfades for hard cuts"."""
    verb = next((place for place, token in enumerate(clause.tokens) if token.has("swap", "replace")), None)
    if verb is None:
        _drop_former(clause)
        return
    goal = next((place for place, token in enumerate(clause.tokens) if place > verb and token.has("for", "add")), None)
    if goal is None:
        return
    given, got = clause.tokens[verb + 1 : goal], clause.tokens[goal + 1 :]
    if any(token.has(*_EXCHANGED, "music") for token in given) and any(token.has(*_EXCHANGED) for token in got):
        clause.tokens[:] = [*clause.tokens[:verb], *got]


_BECOMES = ("换成", "改成", "变成", "改为", "换为", "into", "to")


def _drop_former(clause: Clause) -> None:
    """What a value was before it becomes another: "金色换成红色", "turn the red into blue"."""
    goal = next((place for place, token in enumerate(clause.tokens) if token.text.lower() in _BECOMES), None)
    if not goal:
        return
    for kind in ("color", "mood", "trans", "look"):
        was = [token for token in clause.tokens[:goal] if isinstance(token.kinds.get(kind), str)]
        if was and any(isinstance(token.kinds.get(kind), str) for token in clause.tokens[goal + 1 :]):
            clause.tokens[:] = [token for token in clause.tokens if token not in was]


def drop_alternatives(clause: Clause) -> None:
    """What stands after "instead of" is what is not wanted."""
    for place, token in enumerate(clause.tokens):
        if token.has("instead") and not token.has("color"):
            token.used = True
            ahead = any(not item.has("filler", "it", "set", "use", "nope") for item in clause.tokens[:place])
            behind = clause.tokens[place + 1 :]
            if ahead and behind and not token.text.startswith(("代", "替", "取", "わり")):
                for item in behind:
                    item.used = True
                clause.tokens = [*clause.tokens[:place], token]
            elif behind and _drops_the_old(clause, place):
                pass
            elif behind:
                clause.tokens = behind if token.text.startswith(("代", "替", "取")) and not ahead else clause.tokens
            return


def _drops_the_old(clause: Clause, place: int) -> bool:
    """Leave out what is not wanted where the new stands behind it: "statt Crossfade lieber Wischen", "AのかわりにB"."""
    before, behind = clause.tokens[:place], clause.tokens[place + 1 :]
    for kind in ("trans", "mood", "look"):
        old = [token for token in before if token.has(kind)][-1:]
        named = [token for token in behind if token.has(kind)]
        if not old and len(named) > 1:
            old = named[:1]
        if old and named:
            clause.tokens = [token for token in clause.tokens if token is not old[0]]
            return True
    return False
