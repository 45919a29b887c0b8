"""What a draft holds and what changed between two drafts, in lines for people (English and Chinese)."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from .draft import AUDIO, TEXT, VIDEO, Draft, Segment, Track

PHRASES: dict[str, dict[str, str]] = {
    "en": {
        "size": "Frame: {before} → {after}",
        "fps": "Frame rate: {before} → {after} fps",
        "background": "Background: {before} → {after}",
        "length": "Length: {before} → {after}",
        "photo-added": "Photo added: {name}, {span}",
        "photos-added": "{count} photos added: {names}",
        "photo-removed": "Photo removed: {name}",
        "photos-removed": "{count} photos removed: {names}",
        "order": "Order: {names}",
        "photo-length": "{name}: {before} → {after}",
        "photos-length": "{count} photos: {after} each",
        "motion": "Motion of {name}: {before} → {after}",
        "motions": "Motion of {count} photos: {after}",
        "look": "Look of {name}: {before} → {after}",
        "looks": "Look of {count} photos: {after}",
        "fit": "Framing of {name}: {before} → {after}",
        "fits": "Framing of {count} photos: {after}",
        "transition": "Transition into {name}: {before} → {after}",
        "transitions": "Transitions into {count} photos: {after}",
        "music-added": "Music added: {name}, {span}, {volume}",
        "music-removed": "Music removed: {name}",
        "music-changed": "Music: {before} → {after}",
        "music-volume": "Music volume: {before} → {after}",
        "music-span": "Music {name}: now {span}",
        "music-fade": "Music fades: {before} → {after}",
        "title": "Title",
        "caption": "Caption",
        "credit": "Credit",
        "text-added": "{role} added: '{text}', {span}",
        "text-removed": "{role} removed: '{text}'",
        "text-changed": "{role}: '{before}' → '{after}'",
        "text-span": "{role} '{text}': now {span}",
        "text-style": "{role} '{text}': style changed",
        "none": "none",
        "cut": "cut",
        "mixed": "mixed",
        "other": "Details changed",
    },
    "zh": {
        "size": "画面：{before} → {after}",
        "fps": "帧率：{before} → {after} fps",
        "background": "背景：{before} → {after}",
        "length": "时长：{before} → {after}",
        "photo-added": "已添加照片：{name}，{span}",
        "photos-added": "已添加 {count} 张照片：{names}",
        "photo-removed": "已移除照片：{name}",
        "photos-removed": "已移除 {count} 张照片：{names}",
        "order": "顺序：{names}",
        "photo-length": "{name}：{before} → {after}",
        "photos-length": "{count} 张照片：每张 {after}",
        "motion": "{name} 的运镜：{before} → {after}",
        "motions": "{count} 张照片的运镜：{after}",
        "look": "{name} 的滤镜：{before} → {after}",
        "looks": "{count} 张照片的滤镜：{after}",
        "fit": "{name} 的构图：{before} → {after}",
        "fits": "{count} 张照片的构图：{after}",
        "transition": "{name} 的转场：{before} → {after}",
        "transitions": "{count} 张照片的转场：{after}",
        "music-added": "已添加音乐：{name}，{span}，{volume}",
        "music-removed": "已移除音乐：{name}",
        "music-changed": "音乐：{before} → {after}",
        "music-volume": "音量：{before} → {after}",
        "music-span": "音乐 {name}：现为 {span}",
        "music-fade": "音乐淡入淡出：{before} → {after}",
        "title": "标题",
        "caption": "字幕",
        "credit": "片尾字幕",
        "text-added": "已添加{role}：“{text}”，{span}",
        "text-removed": "已移除{role}：“{text}”",
        "text-changed": "{role}：“{before}” → “{after}”",
        "text-span": "{role}“{text}”：现为 {span}",
        "text-style": "{role}“{text}”：样式已更改",
        "none": "无",
        "cut": "硬切",
        "mixed": "多种",
        "other": "细节已更改",
    },
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
    }
}
"""The vocabulary's names in languages other than English, which they are in."""


def seconds(ms: int) -> str:
    """3500 → '3.5 s'."""
    return f"{round(ms / 1000, 2):g} s"


def span(start: int, end: int) -> str:
    """0, 3000 → '0–3 s'."""
    return f"{round(start / 1000, 2):g}–{round(end / 1000, 2):g} s"


def percent(volume: float) -> str:
    return f"{round(volume * 100)} %"


def names_of(segments: Iterable[Segment], most: int = 4) -> str:
    names = [segment.name or segment.id for segment in segments]
    return ", ".join(names[:most]) + (f" +{len(names) - most}" if len(names) > most else "")


def summarise(draft: Draft) -> str:
    """The track summary: `Timeline (2 tracks): 1. Video: beach.jpg +4 (0-15s) 2. BGM: Lo-fi (0-15s, 35%)`."""
    tracks = [track for track in draft.tracks if track.segments]
    lines = [f"{number}. {_summary_line(track)}" for number, track in enumerate(tracks, 1)]
    plural = "" if len(tracks) == 1 else "s"
    return f"Timeline ({len(tracks)} track{plural})" + (": " + " ".join(lines) if lines else ": empty")


def _summary_line(track: Track) -> str:
    first = track.segments[0]
    start, end = first.start, max(segment.end for segment in track.segments)
    where = f"{start / 1000:g}-{end / 1000:g}s"
    if track.type == TEXT:
        texts = [f'"{item.text}" ({item.start / 1000:g}-{item.end / 1000:g}s)' for item in track.segments[:3]]
        more = f" +{len(track.segments) - 3} more" if len(track.segments) > 3 else ""
        return f"{first.role.capitalize()}: " + ", ".join(texts) + more
    rest = f" +{len(track.segments) - 1} more" if len(track.segments) > 1 else ""
    name = (first.name or first.id) + rest
    if track.type == AUDIO:
        return f"BGM: {name} ({where}, {round(first.volume * 100)}%)"
    label = "Video" if track.type == VIDEO else track.name or f"Track {track.type}"
    return f"{label}: {name} ({where})"


class _Lines:
    """Collects lines in one language, each phrase filled from its own table."""

    def __init__(self, language: str) -> None:
        self.phrases = PHRASES.get(language, PHRASES["en"])
        self.names = NAMES.get(language, {})
        self.lines: list[str] = []

    def word(self, key: str) -> str:
        return self.names.get(key) or self.phrases.get(key, key)

    def say(self, key: str, **values: object) -> None:
        self.lines.append(self.phrases[key].format(**values))


def describe_changes(before: Draft, after: Draft, language: str = "en") -> list[str]:
    """What changed from `before` to `after`, a line each, in "en" or "zh"; empty where the drafts are equal."""
    if before == after:
        return []
    lines = _Lines(language)
    fresh = not before.is_exportable
    if not fresh or (after.width, after.height) != (before.width, before.height):
        _say_if(lines, "size", f"{before.width}×{before.height}", f"{after.width}×{after.height}")
    _say_if(lines, "fps", before.fps, after.fps)
    _say_if(lines, "background", before.background, after.background)
    _pictures(lines, before, after)
    if not fresh:
        _say_if(lines, "length", seconds(before.duration), seconds(after.duration))
    _music(lines, before, after)
    _texts(lines, before, after)
    if not lines.lines:
        lines.say("other")
    return lines.lines


def _say_if(lines: _Lines, key: str, before: object, after: object) -> None:
    if before != after:
        lines.say(key, before=before, after=after)


def _by_id(segments: Iterable[Segment]) -> dict[str, Segment]:
    return {segment.id: segment for segment in segments}


def _pictures(lines: _Lines, before: Draft, after: Draft) -> None:
    old, new = _by_id(before.pictures), _by_id(after.pictures)
    added = [segment for segment in after.pictures if segment.id not in old]
    removed = [segment for segment in before.pictures if segment.id not in new]
    if len(added) == 1:
        lines.say("photo-added", name=names_of(added), span=span(added[0].start, added[0].end))
    elif added:
        lines.say("photos-added", count=len(added), names=names_of(added))
    if removed:
        key = "photo-removed" if len(removed) == 1 else "photos-removed"
        lines.say(key, count=len(removed), name=names_of(removed), names=names_of(removed))
    if [item.id for item in before.pictures if item.id in new] != [
        item.id for item in after.pictures if item.id in old
    ]:
        lines.say("order", names=names_of(after.pictures, most=8))
    kept = [(old[segment.id], segment) for segment in after.pictures if segment.id in old]
    for one, many, value in _PICTURE_ASPECTS:
        changed = [(was, now) for was, now in kept if value(was) != value(now)]
        if not changed:
            continue
        values = {value(now) for _, now in changed}
        common = lines.word(values.pop()) if len(values) == 1 else lines.word("mixed")
        if len(changed) == 1:
            was, now = changed[0]
            lines.say(one, name=names_of([now]), before=lines.word(value(was)), after=common)
        else:
            lines.say(many, count=len(changed), after=common)


def _transition_words(segment: Segment) -> str:
    transition = segment.transition
    return f"{transition.kind} {seconds(transition.duration)}" if transition else "cut"


_PICTURE_ASPECTS: tuple[tuple[str, str, Callable[[Segment], str]], ...] = (
    ("photo-length", "photos-length", lambda segment: seconds(segment.duration)),
    ("motion", "motions", lambda segment: segment.motion.kind),
    ("look", "looks", lambda segment: segment.look),
    ("fit", "fits", lambda segment: segment.fit),
    ("transition", "transitions", _transition_words),
)


def _music(lines: _Lines, before: Draft, after: Draft) -> None:
    old, new = _by_id(before.sounds), _by_id(after.sounds)
    for segment in after.sounds:
        if segment.id not in old:
            where = span(segment.start, segment.end)
            lines.say("music-added", name=segment.name, span=where, volume=percent(segment.volume))
            continue
        was = old[segment.id]
        if (was.src, was.seed) != (segment.src, segment.seed):
            lines.say("music-changed", before=was.name, after=segment.name)
        _say_if(lines, "music-volume", percent(was.volume), percent(segment.volume))
        _say_if(
            lines,
            "music-fade",
            " / ".join(seconds(value) for value in was.fade),
            " / ".join(seconds(value) for value in segment.fade),
        )
        if (was.start, was.end) != (segment.start, segment.end) and before.duration == after.duration:
            lines.say("music-span", name=segment.name, span=span(segment.start, segment.end))
    for segment in before.sounds:
        if segment.id not in new:
            lines.say("music-removed", name=segment.name)


def _texts(lines: _Lines, before: Draft, after: Draft) -> None:
    old, new = _by_id(before.texts), _by_id(after.texts)
    for segment in after.texts:
        role = lines.word(segment.role)
        where = span(segment.start, segment.end)
        was = old.get(segment.id)
        if was is None:
            lines.say("text-added", role=role, text=segment.text, span=where)
            continue
        if was.text != segment.text:
            lines.say("text-changed", role=role, before=was.text, after=segment.text)
        if (was.start, was.end) != (segment.start, segment.end):
            lines.say("text-span", role=role, text=segment.text, span=where)
        if (was.style, was.position, was.animation) != (segment.style, segment.position, segment.animation):
            lines.say("text-style", role=role, text=segment.text)
    for segment in before.texts:
        if segment.id not in new:
            lines.say("text-removed", role=lines.word(segment.role), text=segment.text)
