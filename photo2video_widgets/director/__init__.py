"""The director: plain words and a draft → an action, edits and a reply.

Pure: no network, no clock, no files. The engine asks it for edits; the session asks it, for either back end, what a
message is meant to do. Words → `normalise` → `routing` (which action) and `grammar` (which wishes) → `planning`
(operations on this draft) → `replies` (said in the user's language).
"""

from __future__ import annotations

from .model import ACTIONS, Asset, Turn, Wishes
from .normalise import language_of
from .planning import nothing_to_undo, respond
from .routing import route

__all__ = ["ACTIONS", "Asset", "Turn", "Wishes", "language_of", "nothing_to_undo", "respond", "route"]
