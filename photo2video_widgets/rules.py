"""The rules of a draft. One walk over the JSON; the first broken rule is raised with its path, nothing is repaired."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from . import vocabulary as words
from .draft import AUDIO, LARGEST, SCHEMA, TEXT, VIDEO
from .errors import DraftError

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}\Z")
_BOX = re.compile(r"#[0-9a-fA-F]{6}([0-9a-fA-F]{2})?\Z")
_SOURCE = re.compile(r"(asset:[0-9a-f]{64}|file:.+)\Z", re.DOTALL)
_MUSIC = re.compile(r"music:(.+)\Z")
_BACKGROUND = re.compile(r"blur\Z|#[0-9a-fA-F]{6}\Z")

Check = Callable[[Any, str], None]


def _whole(least: int, most: int = LARGEST) -> Check:
    def check(value: Any, path: str) -> None:
        if not isinstance(value, int) or isinstance(value, bool):
            raise DraftError(path, f"must be a whole number, not {_shown(value)}")
        if value < least:
            raise DraftError(path, f"must be at least {least}, not {_shown(value)}")
        if value > most:
            raise DraftError(path, f"must be at most {most}, not {_shown(value)}")

    return check


def _number(least: float, most: float) -> Check:
    def check(value: Any, path: str) -> None:
        if not isinstance(value, int | float) or isinstance(value, bool) or value != value:
            raise DraftError(path, f"must be a number, not {_shown(value)}")
        if not least <= value <= most:
            raise DraftError(path, f"must be from {least:g} to {most:g}, not {_shown(value)}")

    return check


def _one_of(names: Sequence[str]) -> Check:
    def check(value: Any, path: str) -> None:
        if value not in names:
            raise DraftError(path, f"must be one of {', '.join(names)}, not {_shown(value)}")

    return check


def _text(value: Any, path: str) -> None:
    if not isinstance(value, str):
        raise DraftError(path, f"must be text, not {_shown(value)}")


def _flag(value: Any, path: str) -> None:
    if not isinstance(value, bool):
        raise DraftError(path, f"must be true or false, not {_shown(value)}")


def _pattern(pattern: re.Pattern[str], wanted: str) -> Check:
    def check(value: Any, path: str) -> None:
        if not isinstance(value, str) or not pattern.match(value):
            raise DraftError(path, f"must be {wanted}, not {_shown(value)}")

    return check


def _list(*checks: Check) -> Check:
    def check(value: Any, path: str) -> None:
        if not isinstance(value, list | tuple) or len(value) != len(checks):
            raise DraftError(path, f"must be a list of {len(checks)}, not {_shown(value)}")
        for place, (item, inner) in enumerate(zip(value, checks, strict=True)):
            inner(item, f"{path}[{place}]")

    return check


def _object(keys: Mapping[str, Check], required: Sequence[str] = ()) -> Check:
    def check(value: Any, path: str) -> None:
        if not isinstance(value, Mapping):
            raise DraftError(path, f"must be an object, not {_shown(value)}")
        for key in required:
            if key not in value:
                raise DraftError(f"{path}.{key}", "is missing")
        for key, inner in keys.items():
            if key in value:
                inner(value[key], f"{path}.{key}")

    return check


def _nullable(inner: Check) -> Check:
    def check(value: Any, path: str) -> None:
        if value is not None:
            inner(value, path)

    return check


def _shown(value: Any) -> str:
    if isinstance(value, Mapping):
        return "an object"
    if isinstance(value, list | tuple):
        return f"a list of {len(value)}"
    if isinstance(value, int) and abs(value) > LARGEST:
        # Python refuses to write the longest ones out.
        return "a number beyond all measure"
    shown = f"{value:g}" if isinstance(value, float) else repr(value)
    return shown if len(shown) <= 40 else shown[:37] + "…"


_share = _number(0, 1)
_milliseconds = _whole(0, words.LONGEST_FILM_MS)


def _even_side(value: Any, path: str) -> None:
    _whole(words.SMALLEST_SIDE, words.LARGEST_SIDE)(value, path)
    if value % 2:
        raise DraftError(path, f"must be even, as H.264 halves the colour planes, not {value}")


def _crop(value: Any, path: str) -> None:
    _list(_share, _share, _number(0.01, 1), _number(0.01, 1))(value, path)
    left, top, width, height = value
    if left + width > 1 + 1e-6 or top + height > 1 + 1e-6:
        raise DraftError(path, "must lie within the picture: left + width and top + height at most 1")


def _music_source(value: Any, path: str) -> None:
    named = _MUSIC.match(value) if isinstance(value, str) else None
    if named:
        _one_of(words.MOODS)(named[1], path)
    else:
        _pattern(_SOURCE, "music:<mood>, asset:<sha256> or file:<path>")(value, path)


def _trim(value: Any, path: str) -> None:
    _list(_milliseconds, _milliseconds)(value, path)
    if value[0] >= value[1]:
        raise DraftError(path, f"must end after it starts, not {value[0]} to {value[1]}")


_DRAFT_META: dict[str, Check] = {
    "schema": _whole(SCHEMA, SCHEMA),
    "name": _text,
    "width": _even_side,
    "height": _even_side,
    "fps": _whole(*words.FRAME_RATES),
    "background": _pattern(_BACKGROUND, "blur or #rrggbb"),
}

_META: dict[int, Check] = {
    VIDEO: _object(
        {
            "name": _text,
            "src": _pattern(_SOURCE, "asset:<sha256> or file:<path>"),
            "kind": _one_of(("image", "video")),
            "fit": _one_of(words.FITS),
            "crop": _crop,
            "focus": _list(_share, _share),
            "motion": _object(
                {"kind": _one_of(words.MOTIONS), "amount": _number(0, 2), "ease": _one_of(words.EASES)},
                ["kind"],
            ),
            "transition": _object(
                {"kind": _one_of(words.TRANSITIONS), "d": _whole(1, words.LONGEST_FILM_MS)}, ["kind", "d"]
            ),
            "look": _object({"kind": _one_of(words.LOOKS)}, ["kind"]),
            "trim": _trim,
            "volume": _number(0, 4),
        },
        ["src"],
    ),
    AUDIO: _object(
        {
            "name": _text,
            "src": _music_source,
            "seed": _whole(0),
            "offset": _milliseconds,
            "loop": _flag,
            "volume": _number(0, 4),
            "fade": _list(_milliseconds, _milliseconds),
            "duck": _number(0, 60),
        },
        ["src"],
    ),
    TEXT: _object(
        {
            "name": _text,
            "text": _text,
            "role": _one_of(words.ROLES),
            "position": _one_of(words.POSITIONS),
            "style": _object(
                {
                    "color": _pattern(_COLOUR, "#rrggbb"),
                    "size": _number(0.01, 0.5),
                    "font": _one_of(words.FONTS),
                    "weight": _whole(100, 900),
                    "outline": _share,
                    "shadow": _share,
                    "box": _nullable(_pattern(_BOX, "#rrggbb, #rrggbbaa or null")),
                }
            ),
            "animation": _object({"in": _one_of(words.ANIMATIONS), "out": _one_of(words.ANIMATIONS)}),
        },
        ["text"],
    ),
}

_SEGMENT = _object(
    {"id": _text, "s": _milliseconds, "d": _whole(words.SHORTEST_SEGMENT_MS, words.LONGEST_FILM_MS)},
    ["id", "s", "d", "m"],
)


def check(data: Mapping[str, Any]) -> None:
    """Raise `DraftError` for the first rule that the draft's JSON breaks."""
    for key in ("d", "t"):
        if key not in data:
            raise DraftError(key, "is missing, so this is not a draft")
    _whole(0, words.LONGEST_FILM_MS)(data["d"], "d")
    _object(_DRAFT_META)(data.get("m", {}), "m")
    tracks = data["t"]
    if not isinstance(tracks, list):
        raise DraftError("t", f"must be a list of tracks, not {_shown(tracks)}")
    seen: dict[str, str] = {}
    main: str | None = None
    for number, track in enumerate(tracks):
        path = f"t[{number}]"
        _object({"id": _text, "tt": _whole(0)}, ["id", "tt", "sg"])(track, path)
        kind = track["tt"]
        if kind not in _META:
            raise DraftError(f"{path}.tt", f"must be 0 (video), 1 (audio) or 7 (text), not {kind}")
        _object({"name": _text})(track.get("m", {}), f"{path}.m")
        _unique(track["id"], f"{path}.id", seen)
        segments = track["sg"]
        if not isinstance(segments, list):
            raise DraftError(f"{path}.sg", f"must be a list of segments, not {_shown(segments)}")
        for place, segment in enumerate(segments):
            where = f"{path}.sg[{place}]"
            _SEGMENT(segment, where)
            _unique(segment["id"], f"{where}.id", seen)
            _META[kind](segment["m"], f"{where}.m")
        if kind == VIDEO and main is None:
            main = path
            _check_main(segments, path, data["d"])
        else:
            _check_overlaps(segments, path, kind)
    if main is None and data["d"]:
        raise DraftError("d", "must be 0 where there is no video track")


def _unique(identity: str, path: str, seen: dict[str, str]) -> None:
    if identity in seen:
        raise DraftError(path, f"{_shown(identity)} is already the id at {seen[identity]}; every id is used once")
    seen[identity] = path


def _check_main(segments: Sequence[Mapping[str, Any]], path: str, length: int) -> None:
    end = 0
    for place, segment in enumerate(segments):
        where = f"{path}.sg[{place}]"
        if segment["s"] != end:
            raise DraftError(f"{where}.s", f"must be {end}, where the segment before it ends, not {segment['s']}")
        end += segment["d"]
        transition = segment["m"].get("transition")
        if transition:
            shorter = min(item["d"] for item in segments[max(0, place - 1) : place + 1])
            if transition["d"] * 2 > shorter:
                most = shorter // 2
                raise DraftError(f"{where}.m.transition.d", f"must be at most {most}, half of the shorter segment")
    if end != length:
        raise DraftError("d", f"must be {end}, the end of the last segment of {path}, not {length}")


def _check_overlaps(segments: Sequence[Mapping[str, Any]], path: str, kind: int) -> None:
    # Texts share a track as long as they stand in different places, so each place is a lane of its own.
    ends: dict[str, tuple[int, str]] = {}
    for place, segment in sorted(enumerate(segments), key=lambda item: item[1]["s"]):
        where = f"{path}.sg[{place}]"
        lane = segment["m"].get("position", "center") if kind == TEXT else ""
        end, other = ends.get(lane, (0, ""))
        if segment["s"] < end:
            raise DraftError(f"{where}.s", f"overlaps {other}, which ends at {end}")
        ends[lane] = (segment["s"] + segment["d"], where)
