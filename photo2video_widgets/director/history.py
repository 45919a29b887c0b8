"""What a clause asks for in the history: "undo the last two"."""

from __future__ import annotations

from collections.abc import Container, Sequence

from .clauses import Clause
from .recalling import OF_ONE_PHOTO
from .token import Token
from .wishes import Wish
from .work import Context

# What a part of a change is called.
_CALLED = {
    "transition": ("transition", "trans", "cut", "fade"), "music": ("music", "mood", "volume"),
    "text": ("title", "caption", "credit", "text", "quote"), "look": ("look",), "motion": ("motion",),
    "frame": ("frame", "shape", "size", "side", "rate"), "length": ("length", "pace"), "order": ("order",),
    "background": ("background", "bars"),
}  # fmt: skip


def aspects_in(tokens: Sequence[Token]) -> tuple[str, ...]:
    """What of a film the tokens name, as `recalling` calls it."""
    return tuple(aspect for aspect, kinds in _CALLED.items() if any(token.has(*kinds) for token in tokens))


def read_history(clause: Clause, context: Context, found: list[Wish]) -> bool:
    token = next((item for item in clause.tokens if item.has("undo", "redo")), None)
    if token is None or (clause.has("by", "order", "sort") and not token.has("redo")):
        return False
    if token.has("cancel") and any(not item.has("nope", "undo", "filler", "not", "yes") for item in clause.tokens):
        # "finalement non" beside other words takes nothing back.
        return False
    content = [
        item
        for item in clause.tokens
        if item.has("trans", "cut", "mood", "look", "shape", "quote", "name", "time", "percent", "back")
    ]
    if token.text.lower() in ("go back", "back to") and clause.has("cut", "trans", "mood", "shape", "time"):
        token.used = True
        return False
    if token.text.lower() in ("go back", "back to") and clause.has("music", "title", "caption", "order"):
        token.kinds = {"back": True}
        return False
    others = [item for item in content if item is not token]
    if token.has("redo") and (clause.has("title", "caption", "music") or others) and not token.has("undo"):
        token.used = True
        return False
    if [item for item in content if item is not token and not item.has("back") and not item.has("undo")] and clause.has(
        "add", "music"
    ):
        return False
    if clause.has("music", "title", "photo") and clause.has("add") and clause.has("back"):
        return False
    number = next(
        (
            item.kinds.get("number", item.kinds.get("count"))
            for item in clause.tokens
            if item.has("number", "count") and not item.has("photo")
        ),
        1,
    )
    count = int(number) if isinstance(number, (int, float)) else 1
    if clause.has("double", "triple"):
        count = 2 if clause.has("double") else 3
    if any(item.has("both") for item in clause.tokens):
        count = 2
    by = max(1, count) * (-1 if token.has("undo") else 1)
    values: dict[str, object] = {"by": by, "cancels": token.has("cancel")}
    if by == -1:
        values |= _parts(clause, token, context)
    found.append(Wish("history", values=values, said=clause.said))
    for item in clause.tokens:
        item.used = True
    return True


def _parts(clause: Clause, undo: Token, context: Context) -> dict[str, object]:
    """What alone is to be undone ("part", of the photos "names"), or what is not to be ("kept")."""
    tokens = [token for token in clause.tokens if token is not undo]
    split = next((place for place, token in enumerate(tokens) if token.has("except", "not")), None)
    if split is not None:
        return {"kept": aspects_in(tokens[split:])} if aspects_in(tokens[split:]) else {}
    names = _names(tokens, context.known)
    part = aspects_in(tokens) or (OF_ONE_PHOTO if names else ())
    return {"part": part, "names": names} if part else {}


def _names(tokens: Sequence[Token], known: Container[object]) -> tuple[str, ...]:
    return tuple(str(token.kinds["name"]) for token in tokens if token.has("name") and token.kinds["name"] in known)
