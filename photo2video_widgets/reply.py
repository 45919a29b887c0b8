"""What a message comes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .draft import Draft
from .phrases import say

if TYPE_CHECKING:
    from .video import Video


@dataclass(frozen=True)
class Reply:
    """An answer: `text` for people, `changes` of the draft (one line each), the `action` taken, the `draft` after it.

    `video` is the film where the action made one.
    """

    text: str
    changes: list[str]
    action: str
    draft: Draft
    video: Video | None = None

    def __str__(self) -> str:
        return self.text

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        # As the last value of a cell it reads as what was said.
        printer.text(self.text or repr(self))


def balance_in_words(balance: Mapping[str, Any]) -> str:
    """The balance as a sentence."""
    if balance.get("unlimited"):
        return say("balance-free")
    counts = {key: balance.get(key, "?") for key in ("available", "total", "frozen")}
    return say("balance-frozen" if balance.get("frozen") else "balance", **counts)
