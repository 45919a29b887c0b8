"""What one might say next, as far as the files that are there and the draft tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

LANGUAGES = ("en", "zh")
_SECONDS_A_PHOTO = 3
_LONGEST = 120

_FIRST = {
    "en": {
        "nothing": "A slideshow video with music and transitions",
        "photos": "A {seconds} second film with calm music and gentle motion",
        "one": "A 6 second film with a slow zoom and calm music",
        "upright": "A vertical {seconds} second film for a phone, upbeat music",
        "clips": "A {seconds} second film of photos and clips, with crossfades",
        "song": "A slideshow with my song",
        "titled": "A {seconds} second film with calm music, title: “Our trip”",
    },
    "zh": {
        "nothing": "做成带音乐和转场的视频",
        "photos": "{seconds}秒的视频，轻柔的音乐，缓慢运镜",
        "one": "6秒的视频，缓慢放大，轻柔的音乐",
        "upright": "{seconds}秒的竖屏视频，欢快的音乐",
        "clips": "{seconds}秒的视频，照片和片段交叉淡化",
        "song": "用我的歌做成幻灯片视频",
        "titled": "{seconds}秒的视频，轻柔的音乐，标题：我们的旅行",
    },
}
_NEXT = {
    "en": {
        "shorter": "Make it {seconds} seconds",
        "upright": "Vertical, for a phone",
        "across": "Wide, for a television",
        "music": "Upbeat music at 40 %",
        "quieter": "Make the music quieter",
        "look": "Black and white",
        "title": "Title: “Our trip”",
    },
    "zh": {
        "shorter": "改成{seconds}秒",
        "upright": "改成竖屏",
        "across": "改成横屏",
        "music": "欢快的音乐，音量40%",
        "quieter": "音乐小声一点",
        "look": "黑白",
        "title": "标题：我们的旅行",
    },
}


def suggestions(photos: Sequence[Mapping[str, Any]], draft: Mapping[str, Any], language: str) -> list[str]:
    """Four at most, in "en" or "zh"; `draft` as JSON, empty while there is none."""
    return _next(draft, _NEXT[language]) if draft.get("t") else _first(photos, _FIRST[language])


def _first(photos: Sequence[Mapping[str, Any]], words: Mapping[str, str]) -> list[str]:
    kinds = [photo.get("kind") for photo in photos]
    pictures = [photo for photo in photos if photo.get("kind") == "image"]
    seconds = min(_LONGEST, max(6, _SECONDS_A_PHOTO * (len(kinds) - kinds.count("audio"))))
    upright = [photo for photo in pictures if (photo.get("height") or 0) > (photo.get("width") or 0)]
    fitting = ["nothing"] if not photos else ["one"] if kinds == ["image"] else ["photos"]
    if "audio" in kinds:
        fitting.insert(0, "song")
    if "video" in kinds:
        fitting.append("clips")
    if 2 * len(upright) > len(pictures) or not photos:
        fitting.append("upright")
    fitting.append("titled")
    return [words[name].format(seconds=20 if not photos else seconds) for name in fitting[:4]]


def _next(draft: Mapping[str, Any], words: Mapping[str, str]) -> list[str]:
    tracks: Sequence[Mapping[str, Any]] = draft.get("t") or []
    has = {track.get("tt") for track in tracks if track.get("sg")}
    canvas: Mapping[str, Any] = draft.get("m") or {}
    seconds = round((draft.get("d") or 0) / 1000)
    upright = (canvas.get("height") or 0) > (canvas.get("width") or 0)
    fitting = [
        "shorter",
        "across" if upright else "upright",
        "quieter" if 1 in has else "music",
        "look" if 7 in has else "title",
    ]
    shorter = 15 if seconds > 20 else max(3, seconds // 2)
    return [words[name].format(seconds=shorter) for name in fitting]
