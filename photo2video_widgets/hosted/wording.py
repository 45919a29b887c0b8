"""Edits by hand as sentences for a service that takes words only: one for each operation, that names and measures."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ..changes import known, names_of, percent, seconds
from ..draft import Draft, Segment
from ..operations import Operation, apply
from ..phrases import spoken

_SENTENCES: dict[str, tuple[str, str]] = {
    "add_text": (
        "Add the {role} “{text}” at {start}, for {duration}.",
        "在 {start} 处添加{role}“{text}”，持续 {duration}。",
    ),
    "alternate_motion": ("Give the photos these motions in turn: {kinds}.", "让照片依次使用这些运镜：{kinds}。"),
    "duplicate": ("Show {names} once more, right afterwards.", "在其后再放一次{names}。"),
    "edit_text": ("Change {names}: {details}.", "修改{names}：{details}。"),
    "move": ("Move {names} to place {place} among the photos.", "把{names}移到照片中的第 {place} 位。"),
    "remove": ("Remove {names}.", "删除{names}。"),
    "remove_music": ("Remove the music.", "去掉音乐。"),
    "set_background": ("Set the background to {background}.", "把背景设为 {background}。"),
    "set_canvas": ("Set the frame: {details}.", "设置画面：{details}。"),
    "set_duration": ("Let {names} last {duration}.", "让{names}持续 {duration}。"),
    "set_fade": ("Set how the music fades: {details}.", "设置音乐的淡入淡出：{details}。"),
    "set_fit": ("Frame {names} like this: {fit}.", "{names}的构图设为：{fit}。"),
    "set_focus": (
        "Keep the point {x} from the left and {y} from the top of {names} in view.",
        "让{names}中距左 {x}、距上 {y} 的点保持在画面内。",
    ),
    "set_length": ("Make the whole film {duration} long.", "把整部影片的时长设为 {duration}。"),
    "set_look": ("Set the look of {names} to {kind}.", "把{names}的滤镜设为{kind}。"),
    "set_motion": ("Set the motion of {names} to {kind}{details}.", "把{names}的运镜设为{kind}{details}。"),
    "set_music": ("Set the music to {name}{details}.", "把音乐换成 {name}{details}。"),
    "set_span": ("Let {names} begin at {start} of the film{details}.", "让{names}从影片的 {start} 开始{details}。"),
    "set_transition": (
        "Set the transition into {names} to {kind}{details}.",
        "把进入{names}的转场设为{kind}{details}。",
    ),
    "set_trim": ("Of {names}, show the part from {start} to {end}.", "{names}只显示 {start} 到 {end} 的部分。"),
    "set_volume": ("Set the volume of {names} to {volume}.", "把{names}的音量设为 {volume}。"),
    "split": ("Cut {names} in two at {at} of the film.", "在影片的 {at} 处把{names}切成两段。"),
    "start_music": ("Let the music begin at {start} of the film.", "让音乐从影片的 {start} 开始。"),
}  # fmt: skip
_EVERY = {"set_volume": ("the music", "音乐"), "": ("every photo", "每张照片")}
_OTHER = ("Make this change: {changes}.", "请作如下修改：{changes}。")
_PLACED = ("photo {place} ({name})", "第 {place} 张（{name}）")
_CHINESE = {
    "title": "标题", "caption": "字幕", "credit": "片尾字幕", "cover": "填满画面", "contain": "完整显示", "none": "无",
    "cut": "直接切换", "blur": "模糊", "text": "文字", "role": "类型", "start": "开始", "duration": "时长",
    "position": "位置", "style": "样式", "animation": "动画", "amount": "幅度", "ease": "缓动", "width": "宽",
    "height": "高", "fps": "帧率", "fade in": "淡入", "fade out": "淡出", "volume": "音量", "seed": "曲号",
    "color": "颜色", "size": "大小", "box": "底色", "weight": "粗细", "outline": "描边", "shadow": "阴影",
}  # fmt: skip
_MEASURES: dict[str, Callable[[Any, str], str]] = {
    **dict.fromkeys(("start", "end", "duration", "at", "fade_in", "fade_out"), seconds),
    **dict.fromkeys(("x", "y", "volume", "amount"), lambda value, _: percent(value)),
}


def in_words(draft: Draft, operations: Sequence[Operation], language: str = "en") -> str:
    """What these operations, made on `draft`, ask for. Raises DraftError where they can't be made on it."""
    told = []
    for operation in operations:
        after = apply(draft, [operation], foreign=True)
        told.append(_sentence(draft, after, operation, spoken(language)))
        draft = after
    return ("" if language == "zh" else " ").join(told)


def _sentence(before: Draft, after: Draft, operation: Operation, language: str) -> str:
    column = 1 if language == "zh" else 0
    template = _SENTENCES.get(operation.name)
    if template is None:
        return _OTHER[column].format(changes="; ".join(before.diff(after, language)))
    values = {key: _told(key, value, language) for key, value in operation.arguments.items()}
    values |= {"names": _names(before, operation, language, column)}
    values["place"] = str(int(operation.arguments.get("index") or 0) + 1)
    defaults = {"start": 0, "duration": 3000, "role": "title"} if operation.name == "add_text" else {}
    values = {key: _told(key, value, language) for key, value in defaults.items()} | values
    if operation.name in ("edit_text", "set_canvas", "set_fade"):
        values["details"] = _details(values, {"id", "names", "place"}, ": ", "", language)
    else:
        values["details"] = _details(values, {*_named(template[0]), "id", "names", "place", "src"}, " ", ", ", language)
    return template[column].format(**values)


def _named(template: str) -> set[str]:
    return {part.split("}")[0] for part in template.split("{")[1:]}


def _details(values: Mapping[str, str], but: set[str], between: str, before: str, language: str) -> str:
    kept = [(_told("", key.replace("_", " "), language), value) for key, value in values.items() if key not in but]
    found = [f"{key}{between}{value}" for key, value in kept]
    if language == "zh":
        before = "，" if before else ""
    return before + ("，" if language == "zh" else ", ").join(found) if found else ""


def _told(key: str, value: Any, language: str) -> str:
    if key in _MEASURES:
        return _MEASURES[key](value, language)
    if key == "text":
        return " ".join(str(value).split())
    if isinstance(value, Mapping):
        return ", ".join(f"{_told('', name, language)} {_told(name, item, language)}" for name, item in value.items())
    if isinstance(value, list):
        return ", ".join(_told("", item, language) for item in value)
    if value is None:
        value = "none"
    word = str(value)
    if language == "zh":
        return known("zh", word) or _CHINESE.get(word, word)
    return word if word.startswith("#") else word.replace("-", " ")


def _names(draft: Draft, operation: Operation, language: str, column: int) -> str:
    given = operation.arguments.get("id")
    if given is None:
        return _EVERY.get(operation.name, _EVERY[""])[column]
    ids = [given] if isinstance(given, str) else list(given)
    return ("、" if column else ", ").join(_name(draft, draft.segment(one), language, column) for one in ids)


def _name(draft: Draft, segment: Segment, language: str, column: int) -> str:
    name = names_of([segment], language=language)
    pictures = [item.id for item in draft.pictures]
    # Two photos may have one name: the place tells them apart.
    return _PLACED[column].format(place=pictures.index(segment.id) + 1, name=name) if segment.id in pictures else name
