"""The draft: the one data structure of this project, as the wire carries it.

`Draft(data)` reads leniently: whatever a back end sends becomes a draft, and what isn't of the expected kind counts as
absent. Unknown keys are kept and written back unchanged and in order. A segment that names no start lies where the one
before it ends, and a draft that names no length ends with its last segment. `Draft.parse(data)` reads and then checks
every rule, and raises `DraftError` with the path of what is wrong. A draft never changes: an edit gives a new one.

Times are whole milliseconds. Pictures are measured from 0 to 1 from their left and top.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple
from urllib.parse import unquote

from .errors import DraftError

VIDEO, AUDIO, TEXT = 0, 1, 7

SCHEMA = 1
# Beyond it the numbers of JSON are no longer exact; nothing in a draft comes anywhere near.
LARGEST = 2**53
# Deeper than any draft, and shallow enough for every walk over one to end well.
DEEPEST = 200

# Where back ends write what a segment is called, in its `m` or beside it.
_NAMES = ("name", "title", "label", "filename")
_SUFFIX = re.compile(r"\.\w{2,4}\Z")
_SERIAL = re.compile(r"[0-9a-fA-F-]{16,}\.")
_SURROGATE = re.compile("[\ud800-\udfff]")


class Motion(NamedTuple):
    """How the view moves: `kind` of `vocabulary.MOTIONS`, `amount` of zoom (0.15 = 15 %), `ease`."""

    kind: str = "none"
    amount: float = 0.15
    ease: str = "linear"


class Transition(NamedTuple):
    """The way into a segment: `kind` of `vocabulary.TRANSITIONS`, `duration` in ms."""

    kind: str
    duration: int


class TextStyle(NamedTuple):
    """`size` is a part of the frame's height, `outline` a part of the size, `shadow` 0..1, `box` a colour or None."""

    color: str = "#ffffff"
    size: float = 0.08
    font: str = "sans"
    weight: int = 700
    outline: float = 0.0
    shadow: float = 0.6
    box: str | None = None


_TOO_DEEP = "not a draft: it is nested too deeply"


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _number(value: object, default: float) -> float:
    usable = isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= LARGEST
    return value if usable else default  # type: ignore[return-value]


def _whole(value: object, default: int) -> int:
    return round(_number(value, default))


def _numbers(value: object, default: tuple[float, ...]) -> tuple[float, ...]:
    if isinstance(value, list | tuple) and len(value) == len(default):
        return tuple(_number(item, fallback) for item, fallback in zip(value, default, strict=True))
    return default


def _string(value: object, default: str) -> str:
    return value if isinstance(value, str) else default


def _copied(value: Any, deepest: int = DEEPEST) -> Any:
    # JSON holds nothing that deepcopy's bookkeeping is for, and it is several times slower.
    if not isinstance(value, dict | list):
        return value
    if not deepest:
        raise DraftError("", _TOO_DEEP)
    if isinstance(value, list):
        return [_copied(item, deepest - 1) for item in value]
    return {key: _copied(item, deepest - 1) for key, item in value.items()}


def _identity(value: object, otherwise: str) -> str:
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) <= LARGEST:
        return str(value)
    return _string(value, "") or otherwise


def _file_name(src: str) -> str:
    # Of an address or a path; names that only a machine gives are none.
    name = unquote(re.split("[?#]", src)[0].rpartition("/")[2].removeprefix("file:"))
    return name if _SUFFIX.search(name) and not _SERIAL.match(name) else ""


@dataclass(frozen=True)
class Segment:
    """One segment with the draft's defaults filled in. `start`, `duration` and `end` are ms; `meta` is `m`.

    `data` is the segment's own JSON with every key, `place` counts from 0 on its track. Where the back end gave no id,
    `id` is made of the places of track and segment and lasts only as long as they do.
    """

    id: str
    start: int
    duration: int
    track_type: int
    meta: Mapping[str, Any]
    data: Mapping[str, Any] = field(default_factory=dict, repr=False)
    place: int = 0

    @property
    def end(self) -> int:
        return self.start + self.duration

    @property
    def name(self) -> str:
        """What it is called, wherever the back end wrote that, else its file's name; "" where it has none."""
        given = (_string(where.get(key), "") for where in (self.meta, self.data) for key in _NAMES)
        return next((name for name in given if name.strip()), "") or _file_name(self.src)

    @property
    def src(self) -> str:
        return _string(self.meta.get("src"), "")

    @property
    def kind(self) -> str:
        return _string(self.meta.get("kind"), "image")

    @property
    def fit(self) -> str:
        return _string(self.meta.get("fit"), "cover")

    @property
    def crop(self) -> tuple[float, float, float, float]:
        left, top, width, height = _numbers(self.meta.get("crop"), (0.0, 0.0, 1.0, 1.0))
        return left, top, width, height

    @property
    def focus(self) -> tuple[float, float]:
        x, y = _numbers(self.meta.get("focus"), (0.5, 0.5))
        return x, y

    @property
    def motion(self) -> Motion:
        given = _mapping(self.meta.get("motion"))
        plain = Motion()
        return Motion(
            _string(given.get("kind"), plain.kind),
            _number(given.get("amount"), plain.amount),
            _string(given.get("ease"), plain.ease),
        )

    @property
    def transition(self) -> Transition | None:
        given = _mapping(self.meta.get("transition"))
        kind, duration = _string(given.get("kind"), ""), _whole(given.get("d"), 500)
        return Transition(kind, duration) if kind not in ("", "none", "cut") and duration > 0 else None

    @property
    def look(self) -> str:
        return _string(_mapping(self.meta.get("look")).get("kind"), "none")

    @property
    def trim(self) -> tuple[int, int] | None:
        given = self.meta.get("trim")
        if not isinstance(given, list | tuple) or len(given) != 2:
            return None
        return _whole(given[0], 0), _whole(given[1], self.duration)

    @property
    def volume(self) -> float:
        return _number(self.meta.get("volume"), 1.0 if self.track_type == VIDEO else 0.35)

    @property
    def seed(self) -> int:
        return _whole(self.meta.get("seed"), 1)

    @property
    def offset(self) -> int:
        return _whole(self.meta.get("offset"), 0)

    @property
    def loop(self) -> bool:
        return self.meta.get("loop") is not False

    @property
    def fade(self) -> tuple[int, int]:
        fade_in, fade_out = _numbers(self.meta.get("fade"), (500, 1500))
        return round(fade_in), round(fade_out)

    @property
    def duck(self) -> float:
        return _number(self.meta.get("duck"), 0.0)

    @property
    def text(self) -> str:
        return _string(self.meta.get("text"), "")

    @property
    def role(self) -> str:
        return _string(self.meta.get("role"), "title")

    @property
    def position(self) -> str:
        return _string(self.meta.get("position"), "center")

    @property
    def style(self) -> TextStyle:
        given = _mapping(self.meta.get("style"))
        plain = TextStyle()
        box = given.get("box")
        return TextStyle(
            _string(given.get("color"), plain.color),
            _number(given.get("size"), plain.size),
            _string(given.get("font"), plain.font),
            _whole(given.get("weight"), plain.weight),
            _number(given.get("outline"), plain.outline),
            _number(given.get("shadow"), plain.shadow),
            box if isinstance(box, str) else None,
        )

    @property
    def animation(self) -> tuple[str, str]:
        given = _mapping(self.meta.get("animation"))
        return _string(given.get("in"), "fade"), _string(given.get("out"), "fade")


@dataclass(frozen=True)
class Track:
    """One track: `type` is 0 for video, 1 for audio, 7 for text; a hosted draft may hold others, -1 stands for none.

    `data` is the track's own JSON with every key.
    """

    id: str
    type: int
    name: str
    segments: tuple[Segment, ...]
    data: Mapping[str, Any] = field(default_factory=dict, repr=False)


class Draft:
    """A draft that never changes. `data` is its JSON, as a copy that may be edited freely.

    `Draft()` is the empty draft, and so is that of anything but an object. Reading fails on no odd shape but nesting
    deeper than `DEEPEST` (`DraftError`); `check()` is where rules are enforced.
    """

    __slots__ = ("__dict__", "_data")

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        self._data: dict[str, Any] = _copied(dict(data)) if isinstance(data, Mapping) else {}

    @classmethod
    def parse(cls, data: str | bytes | Mapping[str, Any]) -> Draft:
        """Read JSON text or a mapping and check every rule of the draft.

        Raises `DraftError`, whose `.path` is where the first broken rule is.
        """
        if not isinstance(data, Mapping):
            try:
                data = json.loads(data)
            except RecursionError:
                raise DraftError("", _TOO_DEEP) from None
            except ValueError as broken:
                raise DraftError("", f"not a draft: the JSON can't be read ({broken})") from None
            if not isinstance(data, Mapping):
                raise DraftError("", "not a draft: the JSON must be an object with d, m and t")
        draft = cls(data)
        draft.check()
        return draft

    @classmethod
    def owning(cls, data: dict[str, Any]) -> Draft:
        """A draft of JSON that nobody else will change, so that it needs no copy."""
        draft = cls()
        draft._data = data
        return draft

    def check(self) -> None:
        """Raise `DraftError` with the path of the first rule that this draft breaks."""
        from .rules import check

        check(self._data)

    @property
    def data(self) -> dict[str, Any]:
        """The draft as plain data: a copy, to do with as you like."""
        copied: dict[str, Any] = _copied(self._data)
        return copied

    def to_json(self, *, indent: int | None = None) -> str:
        """The draft as JSON text, with every key and value it came with. It can always be encoded as UTF-8."""
        text = json.dumps(self._data, ensure_ascii=False, indent=indent)
        return _SURROGATE.sub(lambda half: f"\\u{ord(half[0]):04x}", text)

    @property
    def _meta(self) -> Mapping[str, Any]:
        return _mapping(self._data.get("m"))

    @property
    def name(self) -> str:
        """What it is called; "project" where nobody has named it."""
        return _string(self._meta.get("name"), "project")

    @property
    def width(self) -> int:
        """The film's width in pixels."""
        return _whole(self._meta.get("width"), 1920)

    @property
    def height(self) -> int:
        """The film's height in pixels."""
        return _whole(self._meta.get("height"), 1080)

    @property
    def fps(self) -> int:
        """Frames a second."""
        return _whole(self._meta.get("fps"), 30)

    @property
    def background(self) -> str:
        """What is behind photos that don't fill the frame: "blur" (their own picture) or a colour."""
        return _string(self._meta.get("background"), "blur")

    @cached_property
    def duration(self) -> int:
        """The whole length in ms: what the draft says, or the end of its last segment where it says nothing usable."""
        given = _whole(self._data.get("d"), 0)
        ends = (segment.end for track in self.tracks for segment in track.segments)
        return given if given > 0 else max(ends, default=0)

    @property
    def frame_count(self) -> int:
        """How many frames the film has: frame n shows the time n * 1000 / fps."""
        return max(1, round(self.duration * self.fps / 1000))

    @cached_property
    def tracks(self) -> tuple[Track, ...]:
        """All tracks that can be read, in the draft's order."""
        return tuple(self._read_tracks())

    def _read_tracks(self) -> Iterator[Track]:
        tracks = self._data.get("t")
        for number, track in enumerate(tracks if isinstance(tracks, list) else ()):
            track = _mapping(track)
            kind = _whole(track.get("tt"), -1)
            given = track.get("sg")
            segments: list[Segment] = []
            for place, segment in enumerate(given if isinstance(given, list) else ()):
                segment = _mapping(segment)
                start = max(0, _whole(segment.get("s"), segments[-1].end if segments else 0))
                name = _identity(segment.get("id"), f"t{number}s{place}")
                length = max(0, _whole(segment.get("d"), 0))
                meta = _mapping(segment.get("m"))
                segments.append(Segment(name, start, length, kind, meta, segment, place))
            title = _string(_mapping(track.get("m")).get("name"), "") or _string(track.get("name"), "")
            yield Track(_identity(track.get("id"), f"t{number}"), kind, title, tuple(segments), track)

    @property
    def main(self) -> Track | None:
        """The main video track: the first one."""
        return next((track for track in self.tracks if track.type == VIDEO), None)

    @property
    def pictures(self) -> tuple[Segment, ...]:
        """The photos and clips of the main track, in order."""
        return self.main.segments if self.main else ()

    def _segments(self, kind: int) -> tuple[Segment, ...]:
        return tuple(segment for track in self.tracks if track.type == kind for segment in track.segments)

    @property
    def sounds(self) -> tuple[Segment, ...]:
        """The music and sounds."""
        return self._segments(AUDIO)

    @property
    def texts(self) -> tuple[Segment, ...]:
        """The titles, captions and other texts."""
        return self._segments(TEXT)

    @property
    def is_exportable(self) -> bool:
        """Whether some track has a segment; an empty draft can't be exported."""
        return any(track.segments for track in self.tracks)

    def segment(self, identity: str) -> Segment:
        """The segment with that id, the first one where several have it; KeyError where there is none."""
        return self._by_id[identity]

    @cached_property
    def _by_id(self) -> dict[str, Segment]:
        return {segment.id: segment for track in reversed(self.tracks) for segment in reversed(track.segments)}

    def summary(self, language: str = "en") -> str:
        """The tracks and what is on them, in one line, in "en" or "zh"."""
        from .changes import summarise

        return summarise(self, language)

    def diff(self, other: Draft, language: str = "en") -> list[str]:
        """What changed from this draft to `other`, a line for people each; empty where nothing did.

        `language`: "en", "zh", "es", "de", "fr" or "ja"; for others the lines are in English.
        """
        from .changes import describe_changes

        return describe_changes(self, other, language)

    def __eq__(self, other: object) -> bool:
        return self._data == other._data if isinstance(other, Draft) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __str__(self) -> str:
        return self.summary()

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        # As the last value of a cell: the timeline as a picture and as a table.
        from .phrases import language
        from .storyboard import bundle

        return bundle(self, language())

    def __repr__(self) -> str:
        return f"<Draft {self.width}x{self.height}, {self.duration / 1000:g} s, {len(self.pictures)} photos>"
