"""What goes into a turn of the conversation and what comes out of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..operations import Operation

ACTIONS = ("edit", "export", "credits", "status", "upload", "none")


@dataclass(frozen=True)
class Asset:
    """A file that a film can be made of: `id` is `asset:<sha256>` (or `file:<path>`), `kind` image, video or audio.

    `width` and `height` in pixels as seen upright; `duration` in ms of a clip or a sound; `taken` ISO 8601 or None.
    """

    id: str
    name: str
    kind: str = "image"
    width: int = 0
    height: int = 0
    duration: int | None = None
    taken: str | None = None


@dataclass(frozen=True)
class Turn:
    """The answer to one message. Nothing has been done yet: whoever owns the draft applies it.

    `action` is one of `ACTIONS`; `operations` are the edits, as one undoable change; `history` is -1 for an undo,
    1 for a redo, else 0. `reply` is for the user, in `language`.
    """

    action: str
    reply: str
    language: str = "en"
    operations: tuple[Operation, ...] = ()
    history: int = 0
    not_understood: tuple[str, ...] = ()


@dataclass
class Wishes:
    """What a message asks for, as far as it was understood; None or empty where it says nothing of it."""

    size: tuple[int, int] | None = None
    short_side: int | None = None
    fps: int | None = None
    length: int | None = None
    longest: int | None = None
    each: int | None = None
    photo_lengths: list[tuple[int | str, int]] = field(default_factory=list)
    transition: str | None = None
    transition_ms: int | None = None
    motion: tuple[str, ...] | None = None
    music: bool | None = None
    mood: str | None = None
    missing_moods: list[str] = field(default_factory=list)
    own_song: bool = False
    song: str | None = None
    volume: float | None = None
    look: str | None = None
    background: str | None = None
    fit: str | None = None
    order: str | None = None
    texts: list[tuple[str, str]] = field(default_factory=list)
    no_texts: bool = False
    remove: list[int] = field(default_factory=list)
    removed_names: list[str] = field(default_factory=list)
    history: int = 0
    make: bool = False


Assets = Sequence[Asset]
