"""Which action a message asks for, decided by intent for both back ends: an edit that names an export is an edit."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from . import intents
from .tokens import split_quotes

LONGEST_MESSAGE = 4000
"""Characters; nobody says more about a film, and patterns take time with the length of what they search."""


def route(words: str) -> list[str]:
    """The actions that the words ask for, in order: of `export`, `credits`, `status`, `upload` and `edit`.

    `["edit", "export"]` for "make it square and export it". Anything that is no other action is an edit, which is for
    the agent: questions and small talk too.
    """
    text = _unsaid(_plain(words[:LONGEST_MESSAGE]))
    clauses = [part.strip() for part in re.split(intents.CLAUSE_END, text) if part and part.strip()]
    # Export may ask for itself only as a whole clause, so that "render the title in red" stays an edit.
    exports = [clause for clause in clauses if _has(intents.EXPORT, clause) and not _has(intents.NO_EXPORT, clause)]
    rest = [clause for clause in clauses if clause not in exports]
    if exports:
        return ["edit", "export"] if any(_has(intents.EDITING, clause) for clause in rest) else ["export"]
    for action, asked, denied in (
        ("credits", intents.CREDITS, intents.NO_CREDITS),
        ("status", intents.STATUS, ()),
        ("upload", intents.UPLOAD, ()),
    ):
        if any(_has(asked, clause) for clause in clauses) and not _has(denied, text):
            return [action]
    return ["edit"]


def holds_export(words: str) -> bool:
    """Whether the words put an export off: "don't export yet"."""
    return _has(intents.EXPORTING, text := _plain(words)) and _has(intents.NO_EXPORT, text)


def goes_ahead(words: str) -> bool:
    """Whether the words say no more than that what was put off may be done now."""
    said = re.findall(r"[\w']+", _plain(words))
    return bool(said) and set(said) <= intents.GO_AHEAD


def _plain(words: str) -> str:
    """Small letters, with marks in place of quotations."""
    text = unicodedata.normalize("NFKC", split_quotes(words)[0]).lower().replace("’", "'")
    return re.sub(r"[ \t]+", " ", text).strip()


def _unsaid(text: str) -> str:
    """The text without what is to be read in the film: that is never a command."""
    for pattern in intents.TEXT_SAYS:
        text = "\n".join(_without(pattern, line) for line in text.split("\n"))
    return text


def _without(pattern: str, line: str) -> str:
    match = re.search(pattern, line)
    if match is None:
        return line
    # A quotation ends what is said; without one, the next clause that could be a command does.
    kept = re.search(r"⟦|[,;，；。]|\.\s|\b(?:and|then)\b|然后|并|再", match["said"])
    said = match.start("said") + (kept.start() if kept else len(match["said"]))
    return f"{line[: match.start('said')]} ⟦⟧ {line[said:]}"


def _has(patterns: Iterable[str], text: str) -> bool:
    return any(re.search(pattern, text) for pattern in patterns)
