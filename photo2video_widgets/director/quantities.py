"""Numbers with what they count: "two and a half seconds" is one time, "20 percent" one share."""

from __future__ import annotations

from . import lexicon
from .lexicon import numerals
from .token import Token


def merge(tokens: list[Token]) -> list[Token]:
    """Numbers with what they count: "two and a half seconds" is one time, "20 percent" one share."""
    merged: list[Token] = []
    place = 0
    tokens = _told_apart(tokens)
    while place < len(tokens):
        size, kinds = _quantity(tokens, place)
        if size:
            first, last = tokens[place], tokens[place + size - 1]
            merged.append(
                Token(kinds, first.start, last.end, " ".join(item.text for item in tokens[place : place + size]))
            )
            place += size
        else:
            merged.append(tokens[place])
            place += 1
    return _add_up(merged)


_NUMBERED = ("number", "numero", "número", "numéro", "nummer", "no", "nr")


def _told_apart(tokens: list[Token]) -> list[Token]:
    """ "the 4 last seconds" as "the last 4 seconds"."""
    for place in range(len(tokens) - 1, 0, -1):
        before, number = tokens[place - 1 : place + 1]
        if before.has("names") and before.text.lower() in _NUMBERED and number.has("number", "range"):
            # "photo number 4", "number 4": which photo, and not what is written on it.
            if place > 1 and tokens[place - 2].has("photo"):
                del tokens[place - 1]
            else:
                before.kinds = {"photo": True}
    for place in range(len(tokens) - 2, 0, -1):
        if tokens[place].text in ("の", "的") and tokens[place - 1].has("ord") and tokens[place + 1].has("count"):
            del tokens[place]
    for place in range(len(tokens) - 2):
        number, which, unit = tokens[place : place + 3]
        if number.has("number") and which.has("more") and unit.has("unit"):
            # "one more second" as "more one second"
            tokens[place], tokens[place + 1] = which, number
            continue
        if (
            number.has("number")
            and which.has("ord")
            and not which.has("number")
            and unit.has("unit")
            and not unit.has("ord")
        ):
            tokens[place], tokens[place + 1] = which, number
    return tokens


def _quantity(tokens: list[Token], place: int) -> tuple[int, dict[str, object]]:
    """How many tokens from there are one quantity, and what it is."""
    size, number = _number_from(tokens, place)
    share = _share_of_unit(tokens, place)
    if share[0]:
        return share
    if number is None:
        return _half_unit(tokens, place)
    halves = _and_a_half(tokens, place + size)
    unit = _unit_at(tokens, place + size + halves)
    if halves and unit:
        return size + halves + 1, {"time": round((number + 0.5) * unit)}
    unit = _unit_at(tokens, place + size)
    if unit:
        halves = _and_a_half(tokens, place + size + 1)
        return size + 1 + halves, {"time": round((number + 0.5 * bool(halves)) * unit)}
    after, second = (_plain_at(tokens, place + size + ahead) for ahead in (0, 1))
    if place + size < len(tokens) and tokens[place + size].has("percentage"):
        return size + 1, {"percent": number}
    if after in ("por", "pour", "per") and second in ("ciento", "cent"):
        return size + 2, {"percent": number}
    return (size, {"number": number}) if size > 1 else (0, {})


def _number_from(tokens: list[Token], place: int) -> tuple[int, float | None]:
    """A number that is written in one or more words there, and how many."""
    token = tokens[place]
    ahead = tokens[place + 1] if place + 1 < len(tokens) else None
    if token.has("number"):
        number, size = token.amount("number"), 1
        if (
            ahead is not None
            and ahead.has("number")
            and not token.has("digits")
            and 20 <= number < 100 > ahead.amount("number") * 10
        ):
            number, size = number + ahead.amount("number"), 2
        if _plain_at(tokens, place + size) in ("of", "de", "d'") and _unit_at(tokens, place + size + 1):
            size += 1
        return size, number
    if lexicon.fold_all(token.text) in numerals.ARTICLES:
        if _unit_at(tokens, place + 1):
            return 1, 1.0
        if _plain_at(tokens, place + 1) == "couple":
            return 2 + (_plain_at(tokens, place + 2) == "of"), 2.0
    return 0, None


def _share_of_unit(tokens: list[Token], place: int) -> tuple[int, dict[str, object]]:
    """ "un cuarto de minuto", "dreiviertel Minute"."""
    if not tokens[place].has("percent") or tokens[place].text[-1:] in "%％":
        return 0, {}
    size = 1 + (_plain_at(tokens, place + 1) in ("of", "de", "d'", "a", "einer"))
    unit = _unit_at(tokens, place + size)
    return (size + 1, {"time": round(tokens[place].amount("percent") / 100 * unit)}) if unit else (0, {})


def _half_unit(tokens: list[Token], place: int) -> tuple[int, dict[str, object]]:
    """ "half a second", "a half minute"."""
    article = _plain_at(tokens, place) in numerals.ARTICLES
    if not _half_at(tokens, place + article):
        return 0, {}
    size = 1 + article
    size += not article and _plain_at(tokens, place + size) in numerals.ARTICLES
    unit = _unit_at(tokens, place + size)
    return (size + 1, {"time": round(0.5 * unit)}) if unit else (0, {})


def _unit_at(tokens: list[Token], place: int) -> float:
    return tokens[place].amount("unit") if place < len(tokens) else 0.0


def _plain_at(tokens: list[Token], place: int) -> str:
    return lexicon.fold_all(tokens[place].text) if place < len(tokens) else ""


def _half_at(tokens: list[Token], place: int) -> bool:
    return place < len(tokens) and tokens[place].has("half")


def _and_a_half(tokens: list[Token], place: int) -> int:
    """How many tokens say "and a half" from there."""
    if _half_at(tokens, place) and _plain_at(tokens, place) not in ("half", "medio", "media", "demi"):
        return 1
    if place >= len(tokens) or not tokens[place].has("and"):
        return 0
    size = 1 + (_plain_at(tokens, place + 1) in numerals.ARTICLES)
    return size + 1 if _half_at(tokens, place + size) else 0


def _add_up(tokens: list[Token]) -> list[Token]:
    """ "1 min 30" and "1 minute 30 seconds" are one time."""
    result: list[Token] = []
    for token in tokens:
        before = result[-1] if result else None
        if before is not None and before.has("time") and before.whole("time") and not before.whole("time") % 60_000:
            rest = token.whole("time") if token.has("time") else 0
            if token.has("digits") and token.amount("number") < 60:
                rest = round(token.amount("number") * 1000)
            if 0 < rest < 60_000:
                before.kinds = {"time": before.whole("time") + rest}
                before.end, before.text = token.end, f"{before.text} {token.text}"
                continue
        result.append(token)
    return result
