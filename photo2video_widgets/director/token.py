"""One piece of a message."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass
class Token:
    """A piece of the message: the values that it may have by kind, and where it stands in the words as typed."""

    kinds: dict[str, object]
    start: int
    end: int
    text: str
    used: bool = field(default=False, compare=False)

    def whole(self, kind: str) -> int:
        """The value of a kind that is a whole number, 0 where there is none."""
        return round(self.amount(kind))

    def amount(self, kind: str) -> float:
        """The value of a kind that is a number, 0 where there is none."""
        value = self.kinds.get(kind)
        return float(value) if isinstance(value, int | float) else 0.0

    def has(self, *kinds: str) -> bool:
        return any(kind in self.kinds for kind in kinds)


def use(*groups: Sequence[Token]) -> None:
    """Mark the tokens of every group as used."""
    for group in groups:
        for token in group:
            token.used = True
