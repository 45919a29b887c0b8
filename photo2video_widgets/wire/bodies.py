"""JSON as it is sent."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Any

from ..errors import DraftError
from ..phrases import say


def encoded(body: Any) -> bytes:
    """A body as ASCII, in which half a character can travel as well. Raises DraftError for a number without an end."""
    try:
        return json.dumps(body, separators=(",", ":"), allow_nan=False).encode("ascii")
    except ValueError:
        place = _endless(body, "")
        if place is None:
            raise
        raise DraftError(place.removeprefix("draft."), say("number-endless")) from None


def _endless(value: Any, path: str) -> str | None:
    """Where the first number is that JSON has no word for."""
    if isinstance(value, float) and not math.isfinite(value):
        return path
    places: list[tuple[str, Any]] = []
    if isinstance(value, Mapping):
        places = [(f"{path}.{key}" if path else str(key), item) for key, item in value.items()]
    elif isinstance(value, list | tuple):
        places = [(f"{path}[{number}]", item) for number, item in enumerate(value)]
    found = (_endless(item, place) for place, item in places)
    return next((place for place in found if place is not None), None)
