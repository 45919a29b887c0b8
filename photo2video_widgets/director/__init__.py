"""The director: plain words and a draft → an action, edits and a reply.

Pure: no network, no clock, no files. The engine asks it for edits; the session asks it, for either back end, what a
message is meant to do. Words → `routing` (which action); `tokens` by the `lexicon` → `clauses` → `grammar` (wishes) →
`planning` (operations on this draft) → `telling` and `replies` (said in the user's language).
"""

from __future__ import annotations

from .model import ACTIONS, Asset, Past, Turn
from .planning import get_ready, nothing_to_undo, respond, told
from .routing import route
from .tokens import language_of

__all__ = [
    "ACTIONS",
    "Asset",
    "Past",
    "Turn",
    "get_ready",
    "language_of",
    "nothing_to_undo",
    "respond",
    "route",
    "told",
]
