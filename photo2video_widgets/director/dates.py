"""Days on which photos were taken: "january 12", "9月", "12. Januar", "2024-05-03", "saturday"."""

from __future__ import annotations

import datetime
import functools
import re

_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "de": "januar februar marz april mai juni juli august september oktober november dezember",
    "fr": "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
}
_SHORT = {"en": "jan feb mar apr may jun jul aug sep oct nov dec"}
# Months that are other words as well count only beside a day, a year or one of these.
_OTHER_WORDS = ("march", "may", "mar", "mars", "jan", "dec")
_LEADS = r"(?:in|from|of|on|taken|en|de|im|vom|von|aus|du|since)"
_WEEKDAYS = {
    "en": "monday tuesday wednesday thursday friday saturday sunday",
    "es": "lunes martes miercoles jueves viernes sabado domingo",
    "de": "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
}
_HAN_DAYS = "一二三四五六日"
_JAPANESE_DAYS = "月火水木金土日"
_ISO = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)(?:-(?P<day>[0-3]\d))?(?![\d-])")
_HAN_DATE = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d)年)?(?<![\d第])(?P<month>1[0-2]|[1-9])月(?:份)?(?:(?P<day>[1-3]?\d)(?:日|号)(?!照片|图))?"
)

Day = tuple[int, int, int, int]
"""Year, month, day and weekday (1 is Monday), each 0 where it isn't said."""


def day_at(text: str, spot: int, language: str) -> tuple[int, Day] | None:
    """The date that begins at a place of folded text, and where it ends."""
    if spot and text[spot - 1].isalnum() and text[spot - 1].isascii():
        return None
    for pattern in (_ISO, *((_HAN_DATE,) if language in ("zh", "ja") else ())):
        match = pattern.match(text, spot)
        if match:
            year, month, day = (int(match[part] or 0) for part in ("year", "month", "day"))
            return (match.end(), (year, month, day, 0)) if 1 <= month <= 12 and day <= 31 else None
    if language in ("zh", "ja"):
        match = re.compile(rf"(?:周|星期|礼拜)([{_HAN_DAYS}天])|([{_JAPANESE_DAYS}])曜日?").match(text, spot)
        if not match:
            return None
        named = match[1] or match[2]
        days = _HAN_DAYS if match[1] else _JAPANESE_DAYS
        return match.end(), (0, 0, 0, days.index(named.replace("天", "日")) + 1)
    return _written_at(text, spot, language)


def _written_at(text: str, spot: int, language: str) -> tuple[int, Day] | None:
    pattern, months, weekdays = _patterns(language if language in _MONTHS else "en")
    match = pattern.match(text, spot)
    if match is None:
        return None
    if match["weekday"]:
        return match.end(), (0, 0, 0, weekdays.index(match["weekday"]) + 1)
    month = match["after"] or match["before"]
    day, year = int(match["first"] or match["last"] or 0), int(match["year"] or 0)
    led = re.search(rf"\b{_LEADS} (?:the )?$", text[:spot]) is not None
    if day > 31 or (month in _OTHER_WORDS and not (day or year or led)):
        return None
    return match.end(), (year, months[month], day, 0)


@functools.cache
def _patterns(language: str) -> tuple[re.Pattern[str], dict[str, int], list[str]]:
    names = _MONTHS[language].split()
    months = {name: number for number, name in enumerate(names, 1)}
    months |= {name: number for number, name in enumerate(_SHORT.get(language, "").split(), 1)}
    weekdays = _WEEKDAYS[language].split()
    month = "|".join(sorted(months, key=len, reverse=True))
    pattern = (
        rf"(?:(?P<first>[0-3]?\d)(?:st|nd|rd|th|er|\.)? (?:of |de )?(?P<after>{month})"
        rf"|(?P<before>{month})\.?(?: (?:the )?(?P<last>[0-3]?\d)(?:st|nd|rd|th)?(?![\d.:%]| ?s(?:ec\w*)?\b))?)"
        rf"(?:,? (?:de )?(?P<year>(?:19|20)\d\d))?(?![a-z0-9])|(?P<weekday>{'|'.join(weekdays)})s?(?![a-z0-9])"
    )
    return re.compile(pattern), months, weekdays


def was_on(taken: str | None, day: Day) -> bool:
    """Whether a photo's time, ISO 8601, lies on that day."""
    try:
        when = datetime.date.fromisoformat((taken or "")[:10])
    except ValueError:
        return False
    asked = zip(day, (when.year, when.month, when.day, when.isoweekday()), strict=True)
    return all(not wanted or wanted == is_so for wanted, is_so in asked)
