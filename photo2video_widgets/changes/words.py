"""The words of a list of changes: phrases in English and Chinese, and how figures and names are written.

What a back end calls its things may be anything: it is shown in one line, shortened, and always as plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from ..draft import AUDIO, TEXT, VIDEO, Segment
from ..phrases import spoken

LONGEST_LINE = 120
MOST_LINES = 12
_NAME, _TEXT, _WORD, _NAMES = 32, 32, 24, 72

# What is one, its English and its Chinese phrase.
PHRASES: dict[str, tuple[str, str]] = {
    "name": ("Name of the film: {before} → {after}", "影片名称：{before} → {after}"),
    "size": ("Frame: {before} → {after}", "画面：{before} → {after}"),
    "fps": ("Frame rate: {before} → {after} fps", "帧率：{before} → {after} fps"),
    "background": ("Background: {before} → {after}", "背景：{before} → {after}"),
    "length": ("Length: {before} → {after}", "时长：{before} → {after}"),
    "added": ("{thing} added: {name}, {span}", "已添加{thing}：{name}，{span}"),
    "added-many": ("{things} added: {names}", "已添加 {things}：{names}"),
    "added-music": ("{thing} added: {name}, {span}, {volume}", "已添加{thing}：{name}，{span}，{volume}"),
    "added-captions": ("Captions added to {count} photos", "已为 {count} 张照片添加字幕"),
    "removed": ("{thing} removed: {name}", "已移除{thing}：{name}"),
    "removed-many": ("{things} removed: {names}", "已移除 {things}：{names}"),
    "moved": ("Moved: {name}, place {before} → {after}", "已移动：{name}，第 {before} 位 → 第 {after} 位"),
    "order": ("Order: {names}", "顺序：{names}"),
    "replaced": ("Replaced: {before} → {after}", "已替换：{before} → {after}"),
    "replaced-many": ("{things} replaced: {names}", "已替换 {things}：{names}"),
    "renamed": ("Renamed: {before} → {after}", "已重命名：{before} → {after}"),
    "renamed-many": ("{things} renamed: {names}", "已重命名 {things}：{names}"),
    "file": ("{name}: another file of that name", "{name}：换成同名的另一个文件"),
    "file-many": ("{things}: other files of the same names", "{things}：换成同名的其他文件"),
    "duration": ("{name}: {before} → {after}", "{name}：{before} → {after}"),
    "duration-many": ("{things}: {after} each", "{things}：每个 {after}"),
    "duration-mixed": ("{things}: new lengths", "{things}：时长已更改"),
    "span": ("{name}: now {after}", "{name}：现为 {after}"),
    "span-many": ("{things}: now {after}", "{things}：现为 {after}"),
    "span-mixed": ("{things}: new times", "{things}：时间已更改"),
    "motion": ("Motion of {name}: {before} → {after}", "{name} 的运镜：{before} → {after}"),
    "motion-many": ("Motion of {things}: {after}", "{things}的运镜：{after}"),
    "look": ("Look of {name}: {before} → {after}", "{name} 的滤镜：{before} → {after}"),
    "look-many": ("Look of {things}: {after}", "{things}的滤镜：{after}"),
    "fit": ("Framing of {name}: {before} → {after}", "{name} 的构图：{before} → {after}"),
    "fit-many": ("Framing of {things}: {after}", "{things}的构图：{after}"),
    "part": ("{name}: another part is shown", "{name}：显示的部分已更改"),
    "part-many": ("{things}: other parts are shown", "{things}：显示的部分已更改"),
    "transition": ("Transition into {name}: {before} → {after}", "{name} 的转场：{before} → {after}"),
    "transition-many": ("Transitions into {things}: {after}", "{things}的转场：{after}"),
    "trim": ("Trim of {name}: {before} → {after}", "{name} 的截取：{before} → {after}"),
    "trim-many": ("Trim of {things}: {after}", "{things}的截取：{after}"),
    "speed": ("Speed of {name}: {before} → {after}", "{name} 的速度：{before} → {after}"),
    "speed-many": ("Speed of {things}: {after}", "{things}的速度：{after}"),
    "volume": ("Sound of {name}: {before} → {after}", "{name} 的声音：{before} → {after}"),
    "volume-many": ("Sound of {things}: {after}", "{things}的声音：{after}"),
    "music": ("Music: {before} → {after}", "音乐：{before} → {after}"),
    "tune": ("Music {name}: another tune", "音乐 {name}：换了一首"),
    "tune-many": ("{things}: other tunes", "{things}：换了曲子"),
    "music-many": ("{things} replaced: {names}", "已替换 {things}：{names}"),
    "music-span": ("Music {name}: now {after}", "音乐 {name}：现为 {after}"),
    "music-span-many": ("{things}: now {after}", "{things}：现为 {after}"),
    "music-span-mixed": ("{things}: new times", "{things}：时间已更改"),
    "music-volume": ("Music volume: {before} → {after}", "音量：{before} → {after}"),
    "music-volume-many": ("Volume of {things}: {after}", "{things}的音量：{after}"),
    "music-fade": ("Music fades: {before} → {after}", "音乐淡入淡出：{before} → {after}"),
    "music-fade-many": ("Fades of {things}: {after}", "{things}的淡入淡出：{after}"),
    "music-offset": ("Music {name}: from {after} of the file", "音乐 {name}：从文件的 {after}开始"),
    "music-offset-many": ("{things}: from {after} of the file", "{things}：从文件的 {after}开始"),
    "music-loop": ("Music repeats: {before} → {after}", "音乐循环：{before} → {after}"),
    "music-loop-many": ("Repeats of {things}: {after}", "{things}的循环：{after}"),
    "music-duck": ("Music steps back for speech: {before} → {after}", "有人声时音乐降低：{before} → {after}"),
    "music-duck-many": ("{things} step back for speech: {after}", "有人声时{things}降低：{after}"),
    "text": ("{thing}: {before} → {after}", "{thing}：{before} → {after}"),
    "text-many": ("{things} reworded: {names}", "已改写 {things}：{names}"),
    "role": ("{name}: {before} → {after}", "{name}：{before} → {after}"),
    "role-many": ("{things}: now {after}", "{things}：现为{after}"),
    "text-span": ("{thing} {name}: now {after}", "{thing}{name}：现为 {after}"),
    "text-span-many": ("{things}: now {after}", "{things}：现为 {after}"),
    "text-span-mixed": ("{things}: new times", "{things}：时间已更改"),
    "style": ("{thing} {name}: {after}", "{thing}{name}：{after}"),
    "style-many": ("{things}: {after}", "{things}：{after}"),
    "style-mixed": ("{things}: style changed", "{things}：样式已更改"),
    "details": ("Details of {name} changed", "{name} 的细节已更改"),
    "details-many": ("Details of {things} changed", "{things}的细节已更改"),
    "details-film": ("Details of the film changed", "影片的细节已更改"),
    "details-track": ("Details of track {number} changed", "第 {number} 条轨道的细节已更改"),
    "track-added": ("Track {number} added: {names}", "已添加第 {number} 条轨道：{names}"),
    "track-removed": ("Track {number} removed: {names}", "已移除第 {number} 条轨道：{names}"),
    "track-changed": ("Track {number} changed: {names}", "第 {number} 条轨道已更改：{names}"),
    "track-empty": ("empty", "空"),
    "more": ("… and {count} more changes", "……另有 {count} 处更改"),
    # What there is in a draft, one of it and several.
    "photo": ("Photo", "照片"),
    "photo-count": ("{count} photos", "{count} 张照片"),
    "clip": ("Clip", "片段"),
    "clip-count": ("{count} clips", "{count} 个片段"),
    "video": ("Video", "视频"),
    "video-count": ("{count} videos", "{count} 个视频"),
    "picture": ("Picture", "素材"),
    "picture-count": ("{count} photos and clips", "{count} 个素材"),
    "overlay": ("Overlay", "叠加画面"),
    "overlay-count": ("{count} overlays", "{count} 个叠加画面"),
    "sound": ("Music", "音乐"),
    "sound-count": ("{count} sounds", "{count} 段声音"),
    "title": ("Title", "标题"),
    "title-count": ("{count} titles", "{count} 个标题"),
    "caption": ("Caption", "字幕"),
    "caption-count": ("{count} captions", "{count} 条字幕"),
    "credit": ("Credit", "片尾字幕"),
    "credit-count": ("{count} credits", "{count} 条片尾字幕"),
    "text-any": ("Text", "文字"),
    "text-any-count": ("{count} texts", "{count} 条文字"),
    "item": ("Item", "项目"),
    # Single words, and how figures and quotations are put.
    "none": ("none", "无"),
    "cut": ("cut", "硬切"),
    "mixed": ("mixed", "多种"),
    "whole": ("whole", "全部"),
    "off": ("off", "静音"),
    "yes": ("yes", "是"),
    "no": ("no", "否"),
    "seconds": ("{value} s", "{value} 秒"),
    "quoted": ("'{text}'", "“{text}”"),
    "comma": (", ", "，"),
    "in-list": (", ", "、"),
    "style-color": ("colour", "颜色"),
    "style-size": ("size", "大小"),
    "style-font": ("font", "字体"),
    "style-weight": ("weight", "粗细"),
    "style-outline": ("outline", "描边"),
    "style-shadow": ("shadow", "阴影"),
    "style-box": ("box", "底框"),
    "style-place": ("place", "位置"),
    "style-animation": ("animation", "动画"),
}

NAMES: dict[str, dict[str, str]] = {
    "zh": {
        "crossfade": "交叉淡化",
        "dissolve": "叠化",
        "fade-black": "黑场过渡",
        "fade-white": "白场过渡",
        "wipe-left": "向左擦除",
        "wipe-right": "向右擦除",
        "wipe-up": "向上擦除",
        "wipe-down": "向下擦除",
        "slide-left": "向左滑入",
        "slide-right": "向右滑入",
        "slide-up": "向上滑入",
        "slide-down": "向下滑入",
        "push-left": "向左推移",
        "push-right": "向右推移",
        "push-up": "向上推移",
        "push-down": "向下推移",
        "zoom": "缩放",
        "circle": "圆形展开",
        "blur": "模糊",
        "cover-left": "向左覆盖",
        "cover-right": "向右覆盖",
        "cover-up": "向上覆盖",
        "cover-down": "向下覆盖",
        "reveal-left": "向左揭开",
        "reveal-right": "向右揭开",
        "reveal-up": "向上揭开",
        "reveal-down": "向下揭开",
        "clock": "时钟擦除",
        "blinds": "百叶窗",
        "pixelate": "像素化",
        "clouds": "云状擦除",
        "zoom-in": "推近",
        "zoom-out": "拉远",
        "pan-left": "左移",
        "pan-right": "右移",
        "pan-up": "上移",
        "pan-down": "下移",
        "mono": "黑白",
        "sepia": "棕褐",
        "warm": "暖色",
        "cool": "冷色",
        "vivid": "鲜艳",
        "vintage": "复古",
        "faded": "褪色",
        "soft": "柔焦",
        "lofi": "Lo-fi ",
        "upbeat": "动感",
        "cinematic": "电影感",
        "calm": "轻柔",
        "happy": "欢快",
        "piano": "钢琴",
        "electronic": "电子",
        "acoustic": "吉他",
        "contain": "完整显示",
        "cover": "填满画面",
        "center": "居中",
        "top": "顶部",
        "bottom": "底部",
        "left": "左侧",
        "right": "右侧",
        "top-left": "左上",
        "top-right": "右上",
        "bottom-left": "左下",
        "bottom-right": "右下",
        "fade": "淡入淡出",
        "slide": "滑动",
    }
}
"""The vocabulary's names in languages other than English, which they are in."""


def say(language: str, key: str, **values: object) -> str:
    """One phrase of the table."""
    return PHRASES[key][language == "zh"].format(**values)


def word(language: str, name: str) -> str:
    """A name of the vocabulary in that language; any other as it is."""
    if name in ("", "none", "cut", "mixed"):
        return say(language, name or "none")
    return NAMES.get(language, {}).get(name, "").strip() or in_one_line(name, _WORD)


def figure(value: float, digits: int = 2) -> str:
    return f"{value:.{digits}f}".rstrip("0").rstrip(".") if digits else f"{value:.0f}"


def seconds(ms: int, language: str = "en", digits: int = 2) -> str:
    """3500 → '3.5 s'."""
    return say(spoken(language), "seconds", value=figure(ms / 1000, digits))


def span(start: int, end: int, language: str = "en", digits: int = 2) -> str:
    """0, 3000 → '0–3 s'."""
    value = f"{figure(start / 1000, digits)}–{figure(end / 1000, digits)}"
    return say(spoken(language), "seconds", value=value)


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
    if line := _name_in_one_line(segment.name):
        return line
    kind = "sound" if segment.track_type == AUDIO else kind_of(segment)
    return f"{say(language, kind)} {segment.place + 1}"


def names_of(segments: Iterable[Segment], most: int = 4, language: str = "en") -> str:
    """The first names of several, as many as go into a line, and how many more there are."""
    segments = list(segments)
    language = spoken(language)
    shown: list[str] = []
    for segment in segments[:most]:
        name = name_of(segment, language)
        if shown and sum(map(len, shown)) + len(name) > _NAMES:
            break
        shown.append(name)
    more = len(segments) - len(shown)
    return say(language, "in-list").join(shown) + (f" +{more}" if more else "")
