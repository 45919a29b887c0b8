"""What a clause asks for in the history: "undo the last two"."""

from __future__ import annotations

from .clauses import Clause
from .wishes import Wish


def read_history(clause: Clause, found: list[Wish]) -> bool:
    token = next((item for item in clause.tokens if item.has("undo", "redo")), None)
    if token is None or (clause.has("by", "order", "sort") and not token.has("redo")):
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
    if token.has("redo") and (clause.has("title", "caption", "music") or content) and not token.has("undo"):
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
    found.append(Wish("history", values={"by": max(1, count) * (-1 if token.has("undo") else 1)}))
    for item in clause.tokens:
        item.used = True
    return True
