"""What a message asks for, before anybody looks at the draft: wishes, and the photos they are about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Photos:
    """The photos that words name. `items` are `("nth", 3)`, `("first", 2)`, `("last", 2)`, `("range", 2, 4)`,
    `("name", asset id)`, `("like", "dinner")`, `("all",)`, `("rest",)`, `("odd",)`,
    `("part", 1)` for the first half; `but` are those left out.
    """

    items: tuple[tuple[object, ...], ...] = ()
    but: tuple[tuple[object, ...], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.items or self.but)

    @property
    def are_all(self) -> bool:
        """Whether they are simply all of the photos."""
        return not self.but and all(item == ("all",) for item in self.items)

    def without(self, others: Photos) -> Photos:
        return Photos(self.items or (("all",),), self.but + others.items)


NOBODY = Photos()


@dataclass(frozen=True)
class Wish:
    """One thing that is asked for: its kind, the photos it is about (none: the whole film), and its values."""

    kind: str
    photos: Photos = NOBODY
    values: Mapping[str, object] = field(default_factory=dict)
    said: str = ""

    def get(self, key: str, default: object = None) -> object:
        return self.values.get(key, default)

    def whole(self, key: str) -> int:
        """A value that is a whole number, 0 where there is none."""
        value = self.values.get(key)
        return int(value) if isinstance(value, int | float) else 0

    def amount(self, key: str) -> float:
        """A value that is a number, 0 where there is none."""
        value = self.values.get(key)
        return float(value) if isinstance(value, int | float) else 0.0

    def about(self, photos: Photos) -> Wish:
        return replace(self, photos=photos)
