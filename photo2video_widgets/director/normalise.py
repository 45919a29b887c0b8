"""Words as people type them → words that patterns can match. What stands in quotation marks is set aside, untouched."""

from __future__ import annotations

import re
import unicodedata

_QUOTES = re.compile(
    r'"([^"]{1,200})"|“([^”]{1,200})”|«\s?([^»]{1,200}?)\s?»|「([^」]{1,200})」|『([^』]{1,200})』|《([^》]{1,200})》|‘([^’]{1,200})’'
    r"|„([^“”]{1,200})[“”]|(?<![\w])'([^']{1,200})'(?![\w])"
)
# A time of day's shape, but for the shapes of frames.
_CLOCK = re.compile(r"\b(?!9:16\b|1:85\b|2:35\b|2:39\b)(\d{1,2}):([0-5]\d)\b")
_SMALL = {
    **dict(
        zip(
            ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
            range(1, 13),
            strict=True,
        )
    ),
    **{"fifteen": 15, "twenty": 20, "twenty-five": 25, "thirty": 30, "forty": 40, "forty-five": 45, "fifty": 50},
    **{"sixty": 60, "ninety": 90},
}
_COUNTED = r"(?=[\s-]*(?:milliseconds?|ms|seconds?|secs?|s|minutes?|mins?|percent|%|photos?|fps)\b)"
_ZH_DIGITS = {"零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_ZH_NUMBER = re.compile(r"[零一二两三四五六七八九十百]+(?=\s*(?:秒|分|张|个百分|%|帧|毫秒))")


def language_of(words: str) -> str | None:
    """`zh` where the words are mostly Chinese, `en` where they are Latin, None where there are no letters to tell by.

    These are the languages that replies are written in.
    """
    outside = _QUOTES.sub(" ", words)
    han = sum("\u4e00" <= letter <= "\u9fff" for letter in outside)
    latin = len(re.findall(r"[A-Za-z]{2,}", outside))
    if not han and not latin:
        return None
    return "zh" if han and han >= latin else "en"


def normalise(words: str) -> tuple[str, list[str]]:
    """Lower-case words with quotations replaced by ⟦0⟧, ⟦1⟧ …, and the quotations as they were typed."""
    quoted: list[str] = []

    def aside(match: re.Match[str]) -> str:
        quoted.append(next(group for group in match.groups() if group is not None))
        return f" ⟦{len(quoted) - 1}⟧ "

    text = _QUOTES.sub(aside, words)
    text = unicodedata.normalize("NFKC", text).lower().replace("’", "'")
    text = re.sub(r"(?<!\d)1⁄2 (?=minute|second)", "0.5 ", text)
    text = _CLOCK.sub(lambda match: f"{int(match[1]) * 60 + int(match[2])} seconds", text)
    text = re.sub(r"\bhalf a minute\b|半分钟", "30 seconds ", text)
    text = re.sub(r"\b(?:a|one) minute and a half\b|一分半钟?", "90 seconds ", text)
    text = re.sub(r"\b(?:a|one) minute\b", "60 seconds", text)
    text = re.sub(r"\bhalf a second\b|半秒", "0.5 seconds ", text)
    text = re.sub(r"\ba (?:second|sec)\b", "1 second", text)
    for word in sorted(_SMALL, key=len, reverse=True):
        text = re.sub(rf"\b{word}\b{_COUNTED}", str(_SMALL[word]), text)
    text = _ZH_NUMBER.sub(lambda match: str(_chinese_number(match[0])), text)
    text = re.sub(r"第([一二两三四五六七八九十]+)", lambda match: f"第{_chinese_number(match[1])}", text)
    return re.sub(r"\s+", " ", text).strip(), quoted


def _chinese_number(text: str) -> int:
    """ "二十五" → 25; up to 999."""
    total = digit = 0
    for letter in text:
        if letter in _ZH_DIGITS:
            digit = _ZH_DIGITS[letter]
        else:
            total += (digit or 1) * (10 if letter == "十" else 100)
            digit = 0
    return total + digit
