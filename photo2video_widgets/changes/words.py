"""The words of a list of changes: how phrases, figures and names are written.

What a back end calls its things may be anything: it is shown in one line, shortened, and always as plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from ..draft import AUDIO, TEXT, VIDEO, Segment
from ..vocabulary import LANGUAGES
from .names import known
from .phrases import PHRASES

LONGEST_LINE = 120
MOST_LINES = 12
_NAME, _TEXT, _WORD, _NAMES = 32, 32, 24, 72


def say(language: str, key: str, **values: object) -> str:
    """One phrase of the table, in one of LANGUAGES."""
    return PHRASES[key][LANGUAGES.index(language)].format(**values)


def tongue(tag: str) -> str:
    """The one of LANGUAGES that comes nearest to a language tag such as "zh_CN"; "en" where none does."""
    start = re.split(r"[^a-z]", tag.lower())[0]
    return start if start in LANGUAGES else "en"


def word(language: str, name: str) -> str:
    """A name of the vocabulary in that language; any other as it is."""
    if name in ("", "none", "cut", "mixed"):
        return say(language, name or "none")
    return known(language, name) or in_one_line(name, _WORD)


def figure(value: float, digits: int = 2) -> str:
    return f"{value:.{digits}f}".rstrip("0").rstrip(".") if digits else f"{value:.0f}"


def seconds(ms: int, language: str = "en", digits: int = 2) -> str:
    """3500 → '3.5 s'."""
    return say(tongue(language), "seconds", value=figure(ms / 1000, digits))


def span(start: int, end: int, language: str = "en", digits: int = 2) -> str:
    """0, 3000 → '0–3 s'."""
    value = f"{figure(start / 1000, digits)}–{figure(end / 1000, digits)}"
    return say(tongue(language), "seconds", value=value)


def percent(volume: float, digits: int = 0) -> str:
    return f"{figure(volume * 100, digits)} %"


_INVISIBLE = re.compile("[\u200b\u200e\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_HALF = re.compile("[\ud800-\udfff]")
# Spaces of all kinds are for `split`; these are what it leaves.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")


def in_one_line(text: str, most: int) -> str:
    """At most that many characters of a text, none of which breaks the line or turns its direction."""
    begin = text.strip()[: 4 * most]
    plain = _HALF.sub("\ufffd", _CONTROL.sub(" ", _INVISIBLE.sub("", begin)))
    line = " ".join(plain.split())
    if len(line) <= most and len(text.strip()) <= 4 * most:
        return line
    return line[: most - 1].rstrip() + "…"


def _name_in_one_line(name: str) -> str:
    # The end of a file's name tells it from its neighbours.
    line = in_one_line(name, 1000)
    return line if len(line) <= _NAME else f"{line[: _NAME - 11].rstrip()}…{line[-10:].lstrip()}"


_CLIP_SUFFIXES = frozenset({".mp4", ".mov", ".avi", ".webm", ".mkv"})
_PHOTO_SUFFIXES = frozenset(
    {".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".heif", ".avif", ".tif", ".tiff", ".bmp"}
)


def kind_of(segment: Segment) -> str:
    """What a segment is, as the table of phrases has it: "photo", "sound", "caption", …"""
    if segment.track_type == TEXT:
        return segment.role if segment.role in ("title", "caption", "credit") else "text-any"
    if segment.track_type == AUDIO:
        return "sound"
    if segment.track_type != VIDEO:
        return "item"
    if isinstance(segment.meta.get("kind"), str):
        return "clip" if segment.kind == "video" else "photo"
    suffix = PurePosixPath(in_one_line(segment.name, 1000)).suffix.lower()
    return "clip" if suffix in _CLIP_SUFFIXES else "photo" if suffix in _PHOTO_SUFFIXES else "video"


def name_of(segment: Segment, language: str = "en") -> str:
    """What a segment is called among people: its name or, where it has none, what it is and its place."""
    own = segment.text if segment.track_type == TEXT else ""
    if line := in_one_line(own, _TEXT):
        return say(language, "quoted", text=line)
    mood = segment.src.removeprefix("music:")
    if mood != segment.src and segment.name.lower().replace("-", "") == mood and known(language, mood):
        return known(language, mood)
    if line := _name_in_one_line(segment.name):
        return line
    kind = "sound" if segment.track_type == AUDIO else kind_of(segment)
    return f"{say(language, kind)} {segment.place + 1}"


def names_of(segments: Iterable[Segment], most: int = 4, language: str = "en") -> str:
    """The first names of several, as many as go into a line, and how many more there are."""
    segments = list(segments)
    language = tongue(language)
    shown: list[str] = []
    for segment in segments[:most]:
        name = name_of(segment, language)
        if shown and sum(map(len, shown)) + len(name) > _NAMES:
            break
        shown.append(name)
    more = len(segments) - len(shown)
    return say(language, "in-list").join(shown) + (f" +{more}" if more else "")
