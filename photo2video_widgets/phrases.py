"""What the client itself says, in the user's language: one table, a line a language.

The language is that of the conversation: a session says `speak(language)` when it begins to work, and all that happens
in the same task, or is started from it, follows. Until then it is the host's.
"""

from __future__ import annotations

import locale
import os
from contextvars import ContextVar

LANGUAGES = ("en", "zh")

_language: ContextVar[str] = ContextVar("photo2video_widgets_language", default="")

PHRASES: dict[str, dict[str, str]] = {
    "nothing-changed": {
        "en": "Nothing was changed.",
        "zh": "没有改动。",
    },
}


def speak(language: str) -> None:
    """Go on in `language`, as in "en" or "zh-CN": in this task, and in those it starts from now on."""
    _language.set(spoken(language))


def language() -> str:
    """The language that is spoken here: one of LANGUAGES."""
    return _language.get() or of_host()


def say(key: str, **values: object) -> str:
    """One phrase, in the language that is spoken here."""
    return PHRASES[key][language()].format(**values)


def spoken(tag: str) -> str:
    """The one of LANGUAGES that comes nearest to a language tag such as "zh_CN.UTF-8"; "en" where none does."""
    start = tag.lower().replace("_", "-").partition("-")[0]
    return "zh" if start in ("zh", "chinese") else "en"


def of_host() -> str:
    """The language of whoever runs this machine, as its locale tells."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if named := os.environ.get(name, ""):
            return spoken(named)
    return spoken(locale.getlocale()[0] or "en")
