"""What goes into a turn of the conversation and what comes out of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..draft import Draft
from ..operations import Operation

ACTIONS = ("edit", "export", "credits", "status", "upload", "none")


@dataclass(frozen=True)
class Asset:
    """A file that a film can be made of: `id` is `asset:<sha256>` (or `file:<path>`), `kind` image, video or audio.

    `width` and `height` in pixels as seen upright; `duration` in ms of a clip or a sound; `taken` ISO 8601 or None.
    `focus` is the point that matters in a picture, x and y from 0 to 1; `twin_of` the id of an earlier picture that is
    nearly the same; `blurred` whether it is badly out of focus.
    """

    id: str
    name: str
    kind: str = "image"
    width: int = 0
    height: int = 0
    duration: int | None = None
    taken: str | None = None
    focus: tuple[float, float] | None = None
    twin_of: str | None = None
    blurred: bool = False


Assets = Sequence[Asset]


@dataclass(frozen=True)
class Past:
    """An earlier turn: what was said, and the draft that it was said of."""

    words: str
    draft: Draft


@dataclass(frozen=True)
class Turn:
    """The answer to one message. Nothing has been done yet: whoever owns the draft applies it.

    `action` is one of `ACTIONS`; `operations` are the edits, as one undoable change; `history` is how many changes to
    undo (negative) or redo before them. `reply` is for the user, in `language`. `asks` tells that it
    is a question back, `refused` that nothing of what was asked for could be done.
    """

    action: str
    reply: str
    language: str = "en"
    operations: tuple[Operation, ...] = ()
    history: int = 0
    not_understood: tuple[str, ...] = ()
    asks: bool = False
    refused: bool = False
