"""Wishes for cuts on the beat, which are read as whole phrases: "cut to the beat", "卡点"."""

from __future__ import annotations

import re

_ASKED = re.compile(
    r"\b(?:cut|change|switch|sync\w*|match|time|align)\s+(?:(?:the|all|my)\s+)*"
    r"(?:(?:photos?|pictures?|images?|cuts?|transitions?|it|them|film|video|slideshow)\s+)?(?:up\s+)?(?:to|on|with)\s+the\s+"
    r"(?:music'?s\s+)?(?:beats?|rhythm)(?:\s+of\s+the\s+(?:music|song|track))?\b"
    r"|(?:(?:让|把)?(?:所有)?(?:照片|图片|画面))?(?:卡点|踩点|(?:跟着|跟随|按照?|配合|对齐|跟上)(?:音乐的?|歌曲的?)?节[拍奏]来?)"
    r"(?:切换|换图|剪辑|变化|切|换)?(?:照片|图片|画面)?"
    r"|\b(?:corta|cambia|sincroniza)\w*\s+(?:(?:las\s+)?(?:fotos|imágenes)\s+)?(?:al|con el)\s+ritmo"
    r"(?:\s+de\s+la\s+música)?\b"
    r"|\b(?:schneid|wechs|wechsel)\w*\s+(?:(?:die\s+)?(?:fotos|bilder|es)\s+)?(?:im|zum|auf den)\s+(?:takt|beat)"
    r"(?:\s+der\s+musik)?\b"
    r"|\b(?:coupe|change|synchronise|cale)\w*\s+(?:(?:les\s+)?(?:photos|images)\s+)?(?:sur le|en|au)\s+rythme"
    r"(?:\s+de\s+la\s+musique)?\b"
    r"|(?:写真を?)?(?:音楽の|曲の)?(?:ビート|拍|リズム)に合わせて(?:写真を)?(?:切り替え(?:て)?)?(?:ください)?",
    re.IGNORECASE,
)
# What stands after these may be words for the film, or what is not to be.
_HELD = re.compile(
    r"""["“”«»„「」『』:：]|\b(?:not|don'?t|never|no|nicht|kein\w*|pas|sans|sin|without|why|does|did|is)\b|不|别|？|\?""",
    re.IGNORECASE,
)


def take_out(words: str) -> tuple[str, bool]:
    """The words without a wish for cuts on the beat, and whether there was one."""
    found = _ASKED.search(words)
    if found is None or _HELD.search(words[: found.start()]) or re.match(r"\s*[?？吗か]", words[found.end() :]):
        return words, False
    return f"{words[: found.start()]} {words[found.end() :]}".strip(), True
