"""Words → tokens: what each phrase may mean, by the lexicon of the language it is in, with numbers read as numbers."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from . import lexicon
from .lexicon import HAN, fold, numerals

_QUOTES = re.compile(
    r'"([^"]{1,300})"|“([^”]{1,300})”|«\s?([^»]{1,300}?)\s?»|「([^」]{1,300})」|『([^』]{1,300})』|《([^》]{1,300})》'
    r"|‘((?:[^’]|’(?=\w)){1,300})’|„([^“”\"]{1,300})[“”\"]|‚([^‘’]{1,300})[‘’]|‹([^›]{1,300})›|”([^”]{1,300})”"
    r"|(?<![\w’'])'((?:[^'\n]|'(?=\w)){1,300})'(?!\w)"
)
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
    + r")|(?:\d{1,3}(?:[.,]\d+)?)\s?[%％]|[一二三四五六七八九\d]成(?!品|片|为|了))"
    r"|(?P<fps>\d{1,3}\s?(?:fps|帧(?:每秒)?))"
    r"|(?P<handuration>(?:半个?(?:"
    + _UNIT
    + r")|(?:\d+(?:\.\d+)?|"
    + _HAN_NUMBER
    + r")\s*(?:个半)?(?:"
    + _UNIT
    + r")半?(?:钟)?"
    r"(?:(?:\d+|" + _HAN_NUMBER + r")\s*秒)?)(?!目))"
    r"|(?P<count>(?:\d{1,4}|" + _HAN_NUMBER + r")\s*(?:张|枚|幅)(?:照片|图片|图|写真)?)"
    r"|(?P<hannumber>" + _HAN_NUMBER + r"(?=次|步|处|个修改|个改动|回|つ))"
    r"|(?P<range>(?<![\d.:-])\d{1,3}\s?[-–~～]\s?\d{1,3}(?![\d:.-]))"
    r"|(?P<number>(?:(?<=\s)-|(?<=^)-)?\d+(?:[.,]\d+)?(?:/\d+)?)"
)
_HAN_RUN = re.compile(f"[{HAN}]")


@dataclass
class Token:
    """A piece of the message: the values that it may have by kind, and where it stands in the words as typed."""

    kinds: dict[str, object]
    start: int
    end: int
    text: str
    used: bool = field(default=False, compare=False)

    def whole(self, kind: str) -> int:
        """The value of a kind that is a whole number, 0 where there is none."""
        return round(self.amount(kind))

    def amount(self, kind: str) -> float:
        """The value of a kind that is a number, 0 where there is none."""
        value = self.kinds.get(kind)
        return float(value) if isinstance(value, int | float) else 0.0

    def has(self, *kinds: str) -> bool:
        return any(kind in self.kinds for kind in kinds)


@dataclass(frozen=True)
class Message:
    """The words as typed, their tokens, and what stood in quotation marks or was set aside as text, untouched."""

    typed: str
    tokens: list[Token]
    quoted: list[str]
    language: str


def split_quotes(words: str) -> tuple[str, list[str]]:
    """The words with quotations replaced by ⟦0⟧, ⟦1⟧ …, and the quotations as they were typed."""
    quoted: list[str] = []
    pieces: list[str] = []
    end = 0
    for match in _QUOTES.finditer(words):
        pieces += [_without_marks(words[end : match.start()]), f" ⟦{len(quoted)}⟧ "]
        quoted.append(next(group for group in match.groups() if group is not None))
        end = match.end()
    return "".join([*pieces, _without_marks(words[end:])]), quoted


def _without_marks(words: str) -> str:
    """The marks of quotations are ours alone."""
    return words.replace("⟦", "[").replace("⟧", "]")


def language_of(words: str, default: str | None = None) -> str | None:
    """The language of the words, one of `lexicon.LANGUAGES`; `default` where there is nothing to tell by."""
    outside = re.sub(r"⟦\d+⟧", " ", split_quotes(words)[0])
    outside = re.sub(r"\b[\w-]+\.(?:jpe?g|png|webp|hei[cf]|mp3|wav|m4a|mp4|mov|flac|ogg)\b", " ", outside, flags=re.I)
    kana = len(re.findall("[\u3040-\u30ff]", outside))
    han = len(re.findall("[\u3400-\u9fff]", outside))
    found = lexicon.words_of(lexicon.fold_all(outside))
    latin = [word for word in found if len(word) > 1 and not word[0].isdigit()]
    if kana and kana + han >= len(latin):
        return "ja"
    if han and han >= len(latin):
        return "zh"
    if not latin:
        return default
    scores = {language: _score(latin, language) for language in ("en", "es", "de", "fr")}
    if re.search("[ñ¿¡]", outside):
        scores["es"] += 2
    if re.search("[äöüß]", outside):
        scores["de"] += 1
    if re.search("[çœèêàùûîôë]", outside):
        scores["fr"] += 1
    best = max(scores.values())
    if default in scores and scores[default] == best:
        return default
    return next(language for language in scores if scores[language] == best)


def _score(found: Sequence[str], language: str) -> float:
    table = lexicon.phrases(language)[0]
    score = float(sum((word,) in table for word in found))
    for size in (2, 3):
        score += sum(tuple(found[place : place + size]) in table for place in range(len(found) - size + 1))
    return score


def tokenise(words: str, names: Iterable[tuple[str, object]] = (), language: str | None = None) -> Message:
    """The message's tokens; `names` are file names and what each stands for."""
    masked, quoted = split_quotes(words)
    tongue = language_of(words, language) or language or "en"
    return Message(words, read_tokens(masked, tongue, list(names)), quoted, tongue)


def read_tokens(masked: str, language: str, names: Sequence[tuple[str, object]] = ()) -> list[Token]:
    folded, origin = _folded(masked)
    # "½" unfolds to a fraction with a stroke of its own.
    folded = folded.replace("⁄", "/")
    tokens: list[Token] = []
    places = _name_places(folded, names)
    spot = 0
    while spot < len(folded):
        end, token = _token_at(folded, spot, language, places)
        if token is not None:
            start, stop = origin[spot], origin[end - 1] + 1
            tokens.append(Token(dict(token), start, stop, masked[start:stop]))
        spot = max(end, spot + 1)
    _doubt_splinters(tokens)
    return _merge(tokens)


def _doubt_splinters(tokens: Sequence[Token]) -> None:
    """A lone letter of Chinese right behind one that is unknown is a part of a longer word, and no colour."""
    for before, token in itertools.pairwise(tokens):
        behind = before.has("unknown") and before.end == token.start
        if behind and len(token.text) == 1 and token.has("color") and _HAN_RUN.match(token.text):
            token.kinds = {"unknown": token.text}


def _folded(text: str) -> tuple[str, list[int]]:
    letters: list[str] = []
    origin: list[int] = []
    for place, letter in enumerate(text):
        for plain in fold(letter):
            letters.append(plain)
            origin.append(place)
    return "".join(letters), origin


def _name_places(folded: str, names: Sequence[tuple[str, object]]) -> dict[int, tuple[int, dict[str, object]]]:
    """Where file names stand: the place they begin → where they end and what they may be."""
    places: dict[int, tuple[int, dict[str, object]]] = {}
    for name, value in names:
        plain = lexicon.fold_all(name)
        stem, dot, _ = plain.rpartition(".")
        for form in (plain, stem if dot else plain):
            if not form or (form.isdecimal() and len(form) < 3) or form not in folded:
                continue
            for match in re.finditer(rf"(?<![a-z0-9]){re.escape(form)}(?![a-z0-9])", folded):
                known = places.get(match.start())
                if known is None or known[0] < match.end():
                    places[match.start()] = match.end(), {"name": value}
    return places


def _token_at(
    text: str, spot: int, language: str, places: dict[int, tuple[int, dict[str, object]]]
) -> tuple[int, dict[str, object] | None]:
    """The token that begins at a place, if one does, and where to go on."""
    letter = text[spot]
    if letter.isspace():
        return spot + 1, {"break": "line"} if letter == "\n" else None
    quote = re.compile(r"⟦(\d+)⟧").match(text, spot)
    if quote:
        return quote.end(), {"quote": int(quote[1])}
    name = places.get(spot)
    phrase = _phrase_at(text, spot, language)
    number = _number_at(text, spot) if phrase is None or phrase[0] - spot < 8 else None
    if name and (phrase is None or name[0] >= phrase[0]):
        # A photo may be called what also is a word of the trade; the grammar sees both.
        same = phrase[1] if phrase and phrase[0] == name[0] else {}
        return name[0], {**same, **name[1]}
    if number and (phrase is None or number[0] > phrase[0]):
        return number
    if phrase:
        return phrase
    if letter in ",;:，；：、/|":
        return spot + 1, {
            "break": "comma"
            if letter in ",，、"
            else "colon"
            if letter in ":："
            else "semicolon"
            if letter in ";；"
            else "slash"
        }
    if letter in ".!?。！？…" or letter in "-–—":
        return spot + 1, {"break": "stop" if letter not in "-–—" else "comma"} if _ends(text, spot) else None
    if letter in "+＋":
        return spot + 1, {"and": True}
    if _HAN_RUN.match(letter):
        end = spot + 1
        while (
            end < len(text)
            and _HAN_RUN.match(text[end])
            and end not in places
            and not _phrase_at(text, end, language)
            and not _number_at(text, end)
        ):
            end += 1
        return end, {"unknown": text[spot:end]}
    word = re.compile(r"[^\W_]+(?:['’][^\W_]+)*").match(text, spot)
    if word:
        return word.end(), {"unknown": word[0]}
    return spot + 1, None


def _ends(text: str, spot: int) -> bool:
    """Whether a stop or dash there ends something: in file names and numbers it does not."""
    if text[spot] in "。！？…":
        return True
    if text[spot] in "-–—":
        return 0 < spot < len(text) - 1 and text[spot - 1].isspace() and text[spot + 1].isspace()
    return spot + 1 >= len(text) or not text[spot + 1].isalnum()


def _phrase_at(text: str, spot: int, language: str) -> tuple[int, dict[str, object]] | None:
    if _HAN_RUN.match(text[spot]):
        return _han_phrase_at(text, spot, language)
    if language in ("zh", "ja") and text[spot].isdecimal() and (found := _han_phrase_at(text, spot, language)):
        return found
    if spot and text[spot - 1].isascii() and text[spot - 1].isalpha() and text[spot].isalnum():
        return None
    tables = [lexicon.phrases(one)[0] for one in _tongues(language)]
    words: list[str] = []
    ends: list[int] = []
    at = spot
    for _ in range(6):
        match = lexicon._WORD.match(text, at)
        if match is None:
            break
        words.append(match[0].rstrip("'") if match[0].endswith("'") and len(match[0]) > 5 else match[0])
        ends.append(match.end())
        at = match.end()
        while at < len(text) and text[at] in " -'&" and at - match.end() < 3:
            at += 1
    for size in range(len(words), 0, -1):
        for table in tables:
            readings = table.get(tuple(words[:size]))
            if readings is not None:
                return ends[size - 1], dict(readings)
    if words and language == "de" and (compound := _compound(words[0])):
        return ends[0], compound
    if words and words[0].endswith("'s"):
        owner = next((table[(words[0][:-2],)] for table in tables if (words[0][:-2],) in table), None)
        if owner is not None:
            return ends[0], dict(owner)
    if words and (compared := _compared(words[0], tables)):
        return ends[0], compared
    if words:
        for one in _tongues(language):
            meant = lexicon.mistyped(words[0], one)
            if meant:
                return ends[0], dict(lexicon.phrases(one)[0][(meant,)])
    return None


def _compared(word: str, tables: Sequence[dict[tuple[str, ...], dict[str, object]]]) -> dict[str, object] | None:
    """A comparative by its plain form: "sadder", "jazzier"."""
    if not word.endswith("er") or len(word) < 6:
        return None
    forms = (word[:-2], word[:-3], word[:-1], word[:-3] + "y")
    found = next((table[(form,)] for form in forms for table in tables if (form,) in table), None)
    return {**found, "more": True} if found is not None and found.keys() & {"mood", "look"} else None


_COMPOUND_ENDS = (
    "musik",
    "bilder",
    "bild",
    "fotos",
    "foto",
    "video",
    "film",
    "titel",
    "text",
    "farbe",
    "filter",
    "blende",
    "effekt",
)


def _compound(word: str) -> dict[str, object] | None:
    """What a German word is made of: "Jazzmusik", "Anfangstitel"."""
    table = lexicon.phrases("de")[0]
    for end in _COMPOUND_ENDS:
        stem = word.removesuffix(end)
        if stem and stem != word:
            found = next(
                (
                    table[(form,)]
                    for form in (stem, stem.removesuffix("s"), stem + "e", stem + "en")
                    if (form,) in table
                ),
                None,
            )
            if found is not None:
                return {**table[(end,)], **found}
    return None


def _tongues(language: str) -> tuple[str, ...]:
    # People mix English names of effects into every language.
    return ("en",) if language in ("en", "zh", "ja") else (language, "en")


def _han_phrase_at(text: str, spot: int, language: str) -> tuple[int, dict[str, object]] | None:
    tongue = "ja" if language == "ja" else "zh"
    table = lexicon.phrases(tongue)[1]
    for size in range(min(lexicon.longest(tongue), len(text) - spot), 0, -1):
        found = table.get(text[spot : spot + size])
        if found is not None:
            return spot + size, dict(found)
    return None


def _number_at(text: str, spot: int) -> tuple[int, dict[str, object]] | None:
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
    if kind == "hannumber":
        return end, {"number": float(han_number(found))}
    if kind == "nth":
        return end, {"ord": _whole(found), "counted": True}
    if kind == "times":
        return end, {"factor": float(re.findall(r"[\d.]+", found)[0])}
    if kind == "percent":
        share = _whole(found.replace("百分之", "")) if "百" in found else _whole(found) * 10 if "成" in found else None
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


def _han_duration(text: str) -> int:
    """ "两秒半" → 2500, "一分三十秒" → 90000, "半分钟" → 30000."""
    total = 0.0
    for part in re.finditer(rf"(半|\d+(?:\.\d+)?|{_HAN_NUMBER})个?(半?)({_UNIT})(半?)", text):
        unit = dict(numerals.HAN_UNITS)[part[3]]
        amount = 0.5 if part[1] == "半" else float(part[1]) if part[1][0].isdecimal() else han_number(part[1])
        total += (amount + 0.5 * bool(part[2] or part[4])) * unit
    return round(total)


def _merge(tokens: list[Token]) -> list[Token]:
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


def plain_letters(text: str) -> str:
    """Letters and digits alone, folded: how names are compared."""
    return re.sub(r"\W+|_", "", lexicon.fold_all(unicodedata.normalize("NFC", text)))
