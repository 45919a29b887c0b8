"""Which action a message asks for, decided by intent for both back ends: an edit that names an export is an edit."""

from __future__ import annotations

import re
from collections.abc import Iterable

from . import lexicon as lex
from .normalise import normalise

LONGEST_MESSAGE = 4000
"""Characters; nobody says more about a film, and patterns take time with the length of what they search."""


def route(words: str) -> list[str]:
    """The actions that the words ask for, in order: of `export`, `credits`, `status`, `upload` and `edit`.

    `["edit", "export"]` for "make it square and export it". Anything that is no other action is an edit.
    """
    text, _ = normalise(words[:LONGEST_MESSAGE])
    if _has(lex.COMMAND_AS_WORDS, text):
        return ["edit"]
    if _has(lex.EXPORT, text) and not _has(lex.NOT_YET, text):
        then = next((match for pattern in lex.THEN_EXPORT if (match := re.search(pattern, text))), None)
        if then and _has((*lex.EDIT_VERBS, *lex.MAKE), text[: then.start()]):
            return ["edit", "export"]
        if re.match(lex.EXPORT_FIRST, text) or not _has(lex.EDIT_VERBS, text):
            return ["export"]
    if _has(lex.CREDITS, text) and not _has(lex.CLOSING_CREDITS, text):
        return ["credits"]
    for action, patterns in (("status", lex.STATUS), ("upload", lex.UPLOAD)):
        if _has(patterns, text):
            return [action]
    return ["edit"]


def is_greeting(words: str) -> bool:
    """Whether the words greet, thank or ask what can be done here, and ask for no film."""
    return _has(lex.GREETING, normalise(words)[0])


def _has(patterns: Iterable[str], text: str) -> bool:
    return any(re.search(pattern, text) for pattern in patterns)
