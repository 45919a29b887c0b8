"""Figures → numbers: sizes, shapes, times, shares, ordinals and counts, in digits or in Chinese."""

from __future__ import annotations

import re

from .lexicon import numerals

_RATIOS = {"16:9", "9:16", "4:5", "5:4", "1:1", "4:3", "3:4", "3:2", "2:3", "21:9", "18:9", "9:18", "2:1", "1:2"}
_HAN_NUMBER = r"[零〇一二两三四五六七八九十百千]+"
_UNIT = "|".join(unit for unit, _ in numerals.HAN_UNITS)
# Everything with digits in it, the longest shapes first.
_DIGITS = re.compile(
    r"(?P<size>\d{3,4}\s*(?:x|×|\*|by|乘以?|かける)\s*\d{3,4})(?!\d)"
    r"|(?P<ratio>(?<![\d.])\d{1,2}\s?(?:[:/x]|比|対|by|to)\s?\d{1,2}(?![\d:]))"
    r"|(?P<clock>(?<![\d.])\d{1,2}:[0-5]\d(?::[0-5]\d)?(?!\d))"
    r"|(?P<side>(?:480|720|1080|1440|2160)\s?p)(?![a-z])"
    r"|(?P<hex>#[0-9a-f]{6})(?![0-9a-z])"
    r"|(?P<moment>第\s*(?:\d{1,4}|" + _HAN_NUMBER + r")\s*秒)"
    r"|(?P<nth>(?:第\s*(?:\d{1,4}|" + _HAN_NUMBER + r")\s*(?:张|个|幅|段|页|番目|枚目|枚)?"
    r"|(?:\d{1,4}|" + _HAN_NUMBER + r")\s*(?:枚目|番目)の?|\d{1,3}(?:号|番)(?:照片|图片|写真)?)"
    r"|(?:#|no\. ?|nr\. ?|n° ?)\d{1,4}(?![\d]))"
    r"|(?P<times>(?:x\d(?![\da-z])|\d(?:\.\d)?x(?![\da-z])|\d(?:\.\d)?倍))"
    r"|(?P<percent>百分之(?:\d+|"
    + _HAN_NUMBER
    + r")|(?:\d{1,3}(?:[.,]\d+)?)\s?[%％]|[一二三四五六七八九\d](?:成(?!品|片|为|了)|割))"
    r"|(?P<fps>\d{1,3}\s?(?:fps|帧(?:每秒)?))"
    r"|(?P<handuration>(?:半个?(?:"
    + _UNIT
    + r")|(?:\d+(?:\.\d+)?|"
    + _HAN_NUMBER
    + "点"
    + _HAN_NUMBER
    + "|"
    + _HAN_NUMBER
    + r")\s*(?:个半)?(?:"
    + _UNIT
    + r")半?(?:钟)?"
    r"(?:(?:\d+|" + _HAN_NUMBER + r")\s*秒)?)(?!目))"
    r"|(?P<count>(?:\d{1,4}|" + _HAN_NUMBER + r")\s*(?:张|枚|幅)(?:照片|图片|图|写真)?)"
    r"|(?P<places>(?<![十百千万])[一二三四五六七八九]{3,9}(?![十百千万点个张枚幅\u3040-\u30ff]))"
    r"|(?P<hannumber>" + _HAN_NUMBER + r"(?=次|步|处|个修改|个改动|回|つ))"
    r"|(?P<range>(?<![\d.:-])\d{1,3}\s?[-–~～]\s?\d{1,3}(?![\d:.-]))"
    r"|(?P<number>(?:(?<=\s)-|(?<=^)-)?\d+(?:[.,]\d+)?(?:/\d+)?)"
)


def number_at(text: str, spot: int) -> tuple[int, dict[str, object]] | None:
    match = _DIGITS.match(text, spot)
    if match is None:
        return None
    odd = re.compile(r"\d+e\d+").match(text, spot)
    if odd:
        return odd.end(), {"unknown": odd[0]}
    kind, found = str(match.lastgroup), match[0]
    if spot and text[spot - 1].isascii() and text[spot - 1].isalnum() and kind in ("number", "ratio", "count"):
        return None
    end = match.end()
    if kind == "size":
        width, height = (int(part) for part in re.findall(r"\d+", found))
        return end, {"size": (width // 2 * 2, height // 2 * 2)}
    if kind == "ratio":
        fraction = re.compile(r"\d/\d{1,2}(?= (?:min|sec|s\b))").match(text, spot)
        if fraction:
            return fraction.end(), {"number": _float(fraction[0])}
        ratio = ":".join(re.findall(r"\d+", found))
        if ratio in _RATIOS:
            return end, {"shape": ratio}
        again = re.compile(r"\d{1,2}:[0-5]\d(?!\d)").match(text, spot)
        if again:
            return again.end(), {"time": _clock(again[0])}
        number = re.compile(r"\d+(?:[.,]\d+)?(?:/\d+)?").match(text, spot)
        return (number.end(), {"number": _float(number[0])}) if number else None
    if kind == "clock":
        return end, {"time": _clock(found)}
    if kind == "side":
        return end, {"side": int(re.findall(r"\d+", found)[0])}
    if kind == "hex":
        return end, {"color": found}
    if kind == "moment":
        return end, {"time": _whole(found) * 1000}
    if kind == "places":
        places = tuple(numerals.HAN_DIGITS[digit] for digit in found)
        return (end, {"places": places}) if list(places) == sorted(set(places)) else None
    if kind == "hannumber":
        return end, {"number": float(han_number(found))}
    if kind == "nth":
        return end, {"ord": _whole(found), "counted": True}
    if kind == "times":
        return end, {"factor": float(re.findall(r"[\d.]+", found)[0])}
    if kind == "percent":
        share = (
            _whole(found.replace("百分之", ""))
            if "百" in found
            else _whole(found) * 10
            if found[-1] in "成割"
            else None
        )
        return end, {"percent": share if share is not None else _float(re.findall(r"[\d.,]+", found)[0])}
    if kind == "fps":
        return end, {"fps": int(re.findall(r"\d+", found)[0])}
    if kind == "handuration":
        return end, {"time": _han_duration(found)}
    if kind == "range":
        first, last = (int(part) for part in re.findall(r"\d+", found))
        return end, {"range": (first, last), "number": (first + last) / 2}
    if kind == "count":
        return end, {"count": _whole(found), "photo": True}
    return end, {"number": _float(found), "digits": True}


def _float(text: str) -> float:
    text = text.replace(",", ".")
    if "/" in text:
        above, below = text.split("/")
        return float(above) / (float(below) or 1.0)
    return float(text)


def _clock(text: str) -> int:
    seconds = 0
    for part in text.split(":"):
        seconds = seconds * 60 + int(part)
    return seconds * 1000


def _whole(text: str) -> int:
    digits = re.search(r"\d+", text)
    return int(digits[0]) if digits else han_number("".join(re.findall(_HAN_NUMBER, text)))


def han_number(text: str) -> int:
    """ "二十五" → 25."""
    total = digit = 0
    for letter in text:
        if letter in numerals.HAN_DIGITS:
            digit = digit * 10 + numerals.HAN_DIGITS[letter] if digit else numerals.HAN_DIGITS[letter]
        else:
            total += (digit or 1) * numerals.HAN_PLACES[letter]
            digit = 0
    return total + digit


def _han_decimal(text: str) -> float:
    """ "零点五" → 0.5."""
    whole, _, rest = text.partition("点")
    digits = "".join(str(numerals.HAN_DIGITS.get(letter, 0)) for letter in rest)
    return han_number(whole) + (float(f"0.{digits}") if digits else 0)


def _han_duration(text: str) -> int:
    """ "两秒半" → 2500, "一分三十秒" → 90000, "半分钟" → 30000."""
    total = 0.0
    for part in re.finditer(
        rf"(半|\d+(?:\.\d+)?|{_HAN_NUMBER}点{_HAN_NUMBER}|{_HAN_NUMBER})个?(半?)({_UNIT})(半?)", text
    ):
        unit = dict(numerals.HAN_UNITS)[part[3]]
        amount = 0.5 if part[1] == "半" else float(part[1]) if part[1][0].isdecimal() else _han_decimal(part[1])
        total += (amount + 0.5 * bool(part[2] or part[4])) * unit
    return round(total)
