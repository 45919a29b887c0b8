"""A draft for readers without a kernel: its timeline as a picture, and the same in words.

The picture is a bitmap, because hosts take drawings apart, and an output of its own, because sanitisers of notebooks
take `<img>` apart. The words are a list of nothing but what the strictest of them lets through: `<ul>`, `<li>`,
`<div>`, `<b>`, links and classes. Even of a table they leave ruins.
"""

from __future__ import annotations

import base64
import html
import io
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from .cells import instead_of_still, kept, show, unless_sanitised
from .changes.words import in_one_line, kind_of, name_of, percent, seconds, word
from .changes.words import say as term
from .draft import AUDIO, TEXT, Draft, Segment
from .phrases import say_in

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

MOST_ROWS = 60
MOST_PICTURES = 40
"""So many photos of a draft are worth fetching for its picture: beyond that they are too narrow to be seen."""
THUMBNAIL = 240
"""The width of those, px."""

_WIDE, _PHOTOS, _LANE, _RULER, _GAP = 1200, 120, 26, 28, 4
_CARD, _INK, _PHOTO, _TEXT, _SOUND = "#1f2530", "#c5ccd8", ("#4d6a94", "#3f5a82"), "#b8863b", "#3f8a66"
_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600)
_MOST_LANES = 6


class Row(NamedTuple):
    """One thing in the film: when, what, and how it is shown."""

    time: str
    what: str
    how: str


def clock(ms: int) -> str:
    """3500 → "0:03.5"."""
    tenths = max(0, round(ms / 100))
    whole, tenth = divmod(tenths, 10)
    minutes, second = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    start = f"{hours}:{minutes:02}" if hours else f"{minutes}"
    return f"{start}:{second:02}" + (f".{tenth}" if tenth else "")


def encoded(content: bytes) -> str:
    """Bytes as MIME bundles hold them."""
    return base64.b64encode(content).decode()


def data_uri(content: bytes, kind: str = "image/jpeg") -> str:
    """Bytes as an address that holds them."""
    return f"data:{kind};base64,{encoded(content)}"


def rows(draft: Draft, language: str = "en") -> list[Row]:
    """What is in the film, a row each: photos and clips, then texts, then music; `MOST_ROWS` at most."""
    segments = [*draft.pictures, *draft.texts, *draft.sounds]
    shown = segments if len(segments) <= MOST_ROWS else segments[: MOST_ROWS - 1]
    told = [_row(segment, language) for segment in shown]
    more = len(segments) - len(shown)
    return [*told, Row("", say_in(language, "and-more-rows", count=more), "")] if more else told


def _row(segment: Segment, language: str) -> Row:
    what = name_of(segment, language)
    if segment.track_type == TEXT:
        what = say_in(language, "of-file", name=term(language, kind_of(segment)), told=what)
        how = [word(language, segment.position)]
    elif segment.track_type == AUDIO:
        what = say_in(language, "of-file", name=term(language, "sound"), told=what)
        how = [percent(segment.volume)]
    else:
        how = _how(segment, language)
    return Row(f"{clock(segment.start)}–{clock(segment.end)}", what, ", ".join(how))


def _how(segment: Segment, language: str) -> list[str]:
    how = []
    if segment.transition:
        how.append(f"{word(language, segment.transition.kind)} {seconds(segment.transition.duration, language)}")
    how += [word(language, name) for name in (segment.motion.kind, segment.look) if name != "none"]
    return how


# As a picture


def sources(draft: Draft) -> list[str]:
    """The `src` of the photos that the picture has room for."""
    return list(dict.fromkeys(segment.src for segment in draft.pictures if segment.src))[:MOST_PICTURES]


def picture(draft: Draft, thumbnails: Mapping[str, bytes] | None = None) -> bytes:
    """The timeline as a JPEG, 1200 px wide: photos on top, texts, music and the time below.

    `thumbnails`: small pictures by `src`; what has none is a block with its number.
    """
    from PIL import Image, ImageDraw

    lanes = [*_lanes(draft.texts, _TEXT), *_lanes(draft.sounds, _SOUND)][:_MOST_LANES]
    height = _GAP + _PHOTOS + _GAP + len(lanes) * _LANE + _RULER
    card = Image.new("RGB", (_WIDE, height), _CARD)
    draw = ImageDraw.Draw(card)
    length = max([draft.duration, 1, *(segment.end for lane, _ in lanes for segment in lane)])

    def at(ms: int) -> int:
        return _GAP + round(ms * (_WIDE - 2 * _GAP) / length)

    opened = _opened(thumbnails or {})
    for number, segment in enumerate(draft.pictures, 1):
        left, right = at(segment.start), max(at(segment.start) + 1, at(segment.end) - 2)
        _block(card, draw, (left, _GAP, right, _GAP + _PHOTOS), number, opened.get(segment.src))
    for lane, (segments, colour) in enumerate(lanes):
        top = 2 * _GAP + _PHOTOS + lane * _LANE
        for segment in segments:
            box = (at(segment.start), top, max(at(segment.start) + 2, at(segment.end) - 2), top + _LANE - 6)
            draw.rounded_rectangle(box, radius=4, fill=colour)
    _ruler(draw, at, length, height)
    out = io.BytesIO()
    card.save(out, "JPEG", quality=82)
    return out.getvalue()


def _lanes(segments: Iterable[Segment], colour: str) -> list[tuple[list[Segment], str]]:
    """As few lanes as it takes for nothing to lie on anything else."""
    lanes: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda segment: segment.start):
        free = next((lane for lane in lanes if lane[-1].end <= segment.start), None)
        if free is None:
            lanes.append(free := [])
        free.append(segment)
    return [(lane, colour) for lane in lanes]


def _opened(thumbnails: Mapping[str, bytes]) -> dict[str, Image]:
    from PIL import Image

    opened = {}
    for src, content in thumbnails.items():
        try:
            opened[src] = Image.open(io.BytesIO(content)).convert("RGB")
        except (OSError, ValueError):
            # One that can't be read is a block like those that were never fetched.
            continue
    return opened


def _block(card: Image, draw: ImageDraw, box: tuple[int, int, int, int], number: int, thumbnail: Image | None) -> None:
    from PIL import ImageFont, ImageOps

    left, top, right, bottom = box
    wide = right - left
    if thumbnail is not None and wide >= 8:
        card.paste(ImageOps.fit(thumbnail, (wide, bottom - top)), (left, top))
        return
    draw.rectangle((left, top, right - 1, bottom - 1), fill=_PHOTO[number % 2])
    if wide >= 14 + 14 * len(str(number)):
        font = ImageFont.load_default(24)
        draw.text(((left + right) / 2, (top + bottom) / 2), str(number), fill="#ffffff", font=font, anchor="mm")


def _ruler(draw: ImageDraw, at: Callable[[int], int], length: int, height: int) -> None:
    from PIL import ImageFont

    font = ImageFont.load_default(17)
    step = 1000 * next((step for step in _STEPS if length / 1000 / step <= 12), 7200)
    for ms in range(0, length + 1, step):
        last = at(ms) > _WIDE - 60
        draw.text((at(ms), height - 6), clock(ms), fill=_INK, font=font, anchor="rs" if last else "ls")


# As text


def alternative(draft: Draft, language: str = "en") -> str:
    """What the picture shows, in one line, for whoever doesn't see it."""
    return draft.summary(language)


def listing(draft: Draft, language: str = "en") -> str:
    """What is in the film as an HTML list, for notebooks."""
    lines = (" · ".join(html.escape(cell) for cell in row if cell) for row in rows(draft, language))
    return f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>"


def table(draft: Draft, language: str = "en") -> str:
    """The same as an HTML table, for pages."""
    head = "".join(f'<th scope="col">{say_in(language, key)}</th>' for key in ("when", "what", "how"))
    body = (f"<td>{'</td><td>'.join(map(html.escape, row))}</td>" for row in rows(draft, language))
    return (
        f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(f'<tr>{cells}</tr>' for cells in body)}</tbody></table>"
    )


def image(draft: Draft, language: str = "en", thumbnails: Mapping[str, bytes] | None = None) -> str:
    """The picture as HTML."""
    alt = html.escape(alternative(draft, language))
    return f'<img style="max-width:100%" alt="{alt}" src="{data_uri(picture(draft, thumbnails))}">'


# As captions


def captions(draft: Draft, language: str = "en") -> str:
    """What is to be read and heard in the film, as WebVTT."""
    cues = [(text.start, text.end, in_one_line(text.text, 200)) for text in draft.texts]
    for sound in draft.sounds:
        cues.append((sound.start, min(sound.end, sound.start + 5000), f"♪ {name_of(sound, language)}"))
    lines = ["WEBVTT", ""]
    for start, end, text in sorted(cues):
        if text and end > start:
            lines += [f"{_stamp(start)} --> {_stamp(end)}", html.escape(text, quote=False), ""]
    return "\n".join(lines)


def _stamp(ms: int) -> str:
    return f"{ms // 3_600_000:02}:{ms // 60_000 % 60:02}:{ms // 1000 % 60:02}.{ms % 1000:03}"


def bundle(draft: Draft, language: str = "en") -> dict[str, str]:
    """A draft as the value of a cell, which shows its picture beside itself: sanitisers leave pictures alone."""
    plain = alternative(draft, language)
    if not draft.is_exportable:
        return {"text/plain": plain}
    seen = image(draft, language)
    if show({"image/jpeg": encoded(picture(draft)), "text/plain": plain}):
        seen = unless_sanitised(instead_of_still(seen, is_same=True))
    return {"text/plain": plain, "text/html": kept(seen + listing(draft, language))}
