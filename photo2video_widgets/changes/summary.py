"""The track summary: a draft in one line."""

from __future__ import annotations

from ..draft import AUDIO, TEXT, VIDEO, Draft, Segment, Track
from ..phrases import spoken
from .words import figure, in_one_line, name_of

_LONGEST_NAME = 48
_MOST_TEXTS = 3
_MOST_TRACKS = 20

PHRASES: dict[str, tuple[str, str]] = {
    "one": ("Timeline (1 track): {tracks}", "时间线（1 条轨道）：{tracks}"),
    "several": ("Timeline ({count} tracks): {tracks}", "时间线（{count} 条轨道）：{tracks}"),
    "empty": ("Timeline (0 tracks): empty", "时间线（0 条轨道）：空"),
    "track": ("{number}. {label}: {content}", "{number}. {label}：{content}"),
    "content": ("{name} ({span})", "{name}（{span}）"),
    "sound": ("{name} ({span}, {volume}%)", "{name}（{span}，{volume}%）"),
    "text": ('"{name}" ({span})', "“{name}”（{span}）"),
    "span": ("{start}-{end}s", "{start}-{end} 秒"),
    "more": (" +{count} more", " 等 {total} 个"),
    "more-tracks": (" +{count} more", " 另有 {count} 条"),
    "comma": (", ", "，"),
    "video": ("Video", "视频"),
    "audio": ("BGM", "背景音乐"),
    "title": ("Title", "标题"),
    "caption": ("Caption", "字幕"),
    "credit": ("Credit", "片尾字幕"),
    "other": ("Track {type}", "轨道 {type}"),
    "unknown": ("Track", "轨道"),
}


def summarise(draft: Draft, language: str = "en") -> str:
    """The track summary: `Timeline (2 tracks): 1. Video: beach.jpg +4 more (0-15s) 2. BGM: Lo-fi (0-15s, 35%)`.

    `language` is "en" or "zh". Only tracks with something on them count.
    """
    language = spoken(language)
    tracks = [track for track in draft.tracks if track.segments]
    if not tracks:
        return _say(language, "empty")
    lines = [
        _say(language, "track", number=number, label=_label(track, language), content=_content(track, language))
        for number, track in enumerate(tracks[:_MOST_TRACKS], 1)
    ]
    more = len(tracks) - len(lines)
    shown = " ".join(lines) + (_say(language, "more-tracks", count=more) if more else "")
    return _say(language, "one" if len(tracks) == 1 else "several", count=len(tracks), tracks=shown)


def _say(language: str, key: str, **values: object) -> str:
    return PHRASES[key][language == "zh"].format(**values)


def _label(track: Track, language: str) -> str:
    if track.type == VIDEO:
        return _say(language, "video")
    if track.type == AUDIO:
        return _say(language, "audio")
    if track.type == TEXT:
        role = track.segments[0].role
        own = in_one_line(role, _LONGEST_NAME).capitalize()
        return _say(language, role) if role in ("title", "caption", "credit") else own or _say(language, "title")
    own = in_one_line(track.name, _LONGEST_NAME)
    return own or _say(language, "other" if track.type >= 0 else "unknown", type=track.type)


def _content(track: Track, language: str) -> str:
    segments = track.segments
    if track.type == TEXT:
        texts = [_text(segment, language) for segment in segments[:_MOST_TEXTS]]
        return _say(language, "comma").join(texts) + _more(len(texts), len(segments), language)
    name = _called(track, segments[0], language) + _more(1, len(segments), language)
    span = _span(min(item.start for item in segments), max(item.end for item in segments), language)
    if track.type != AUDIO:
        return _say(language, "content", name=name, span=span)
    volumes = sorted({round(item.volume * 100) for item in segments})
    volume = "-".join(map(str, dict.fromkeys((volumes[0], volumes[-1]))))
    return _say(language, "sound", name=name, span=span, volume=volume)


def _called(track: Track, segment: Segment, language: str) -> str:
    own = in_one_line(segment.name, _LONGEST_NAME)
    if not own and track.type == VIDEO:
        return f"{_say(language, 'video')} {segment.place + 1}"
    return own or name_of(segment, language)


def _text(segment: Segment, language: str) -> str:
    span = _span(segment.start, segment.end, language)
    own = in_one_line(segment.text, _LONGEST_NAME) or in_one_line(segment.name, _LONGEST_NAME)
    if not own:
        return _say(language, "content", name=name_of(segment, language), span=span)
    return _say(language, "text", name=own, span=span)


def _more(shown: int, total: int, language: str) -> str:
    return _say(language, "more", count=total - shown, total=total) if total > shown else ""


def _span(start: int, end: int, language: str) -> str:
    return _say(language, "span", start=figure(start / 1000), end=figure(end / 1000))
