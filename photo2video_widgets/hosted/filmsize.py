"""How large the film of a service's draft is: its draft may say it, or its state, in one way or another."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

from .. import vocabulary
from ..draft import Draft

_SIZE = (1920, 1080)
_RATIO = re.compile(r"(\d{1,5}(?:\.\d+)?)\s*[:/x×_]\s*(\d{1,5}(?:\.\d+)?)")


def size_of(draft: Draft, canvas: Mapping[str, Any]) -> tuple[int, int]:
    """Width and height (px, even) of the film of a service's draft: as the draft says, else as `canvas` does.

    `canvas` may name a width and a height or hold a ratio such as "9:16". No side is longer than 1920 px.
    """
    meta = draft.data.get("m")
    for given in (meta if isinstance(meta, Mapping) else {}, canvas):
        width, height = _side(given.get("width")), _side(given.get("height"))
        if width and height:
            # The largest that films are made here, and no side odd.
            return _even(width, height, min(1.0, _SIZE[0] / max(width, height)))
    for text in _texts_in(canvas):
        if found := _RATIO.fullmatch(text.strip()):
            width, height = _side(float(found[1])), _side(float(found[2]))
            if width and height:
                longer, shorter = max(width, height), min(width, height)
                return _even(width, height, min(_SIZE[0] / longer, _SIZE[1] / shorter))
    return _SIZE


def _texts_in(canvas: Mapping[str, Any]) -> Iterator[str]:
    for value in canvas.values():
        if isinstance(value, str):
            yield value


def _side(value: object) -> float:
    usable = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    return float(value) if usable and 0 < value <= 100_000 else 0.0  # type: ignore[arg-type, operator]


def _even(width: float, height: float, scale: float) -> tuple[int, int]:
    least = vocabulary.SMALLEST_SIDE
    width, height = (max(least, 2 * round(side * scale / 2)) for side in (width, height))
    return int(width), int(height)
