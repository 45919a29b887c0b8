"""Words → tokens: what each phrase may mean, by the lexicon of the language it is in, with numbers read as numbers."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from . import lexicon
from .dates import day_at
from .forms import compared, compound, inflected
from .lexicon import HAN, fold
from .numbers import number_at
from .quantities import merge
from .steps import step_at
from .token import Token

_QUOTES = re.compile(
    r'"([^"]{1,300})"|“([^”]{1,300})”|«\s?([^»]{1,300}?)\s?»|「([^」]{1,300})」|『([^』]{1,300})』|《([^》]{1,300})》'
    r"|‘((?:[^’]|’(?=\w)){1,300})’|„([^“”\"]{1,300})[“”\"]|‚([^‘’]{1,300})[‘’]|‹([^›]{1,300})›|”([^”]{1,300})”"
    r"|(?<![\w’'])'((?:[^'\n]|'(?=\w)){1,300})'(?!\w)"
)
_GLOSS = re.compile(r"\s*[(（]\s*$")
# Letters that only Japanese writes this way.
_SHINJITAI = re.compile("[楽縦戻変転込辺浜桜沢帰効広図対発駅読続単仮価検両乗売]")
# Where people type a space in Chinese, they pause.
_PAUSE = re.compile(f"[{HAN}] [{HAN}]|[吧了呢啊呀哦呗啦] [0-9a-z]")
_HAN_RUN = re.compile(f"[{HAN}]")


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
        return "ja" if default == "ja" or _SHINJITAI.search(outside) else "zh"
    if not latin:
        return default
    scores = {language: _score(latin, language) for language in ("en", "es", "de", "fr")}
    if re.search("[áíóú]", outside):
        scores["es"] += 1
    if re.search("[ñ¿¡]", outside):
        scores["es"] += 2
    if re.search("[äöüß]", outside):
        scores["de"] += 1
    if re.search("[çœèêàùûîôë]", outside):
        scores["fr"] += 1
    best = max(scores.values())
    # English words are mixed into every language, so one more of them tells nothing.
    slack = 1.0 if default != "en" and scores["en"] == best else 0.0
    if default in scores and scores[default] >= max(best - slack, 1.0 if slack else 0.0):
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
    folded, origin = folded_with_places(masked)
    # "½" unfolds to a fraction with a stroke of its own.
    folded = folded.replace("⁄", "/")
    tokens: list[Token] = []
    places = _name_places(folded, names)
    spot = 0
    while spot < len(folded):
        end, token = _token_at(folded, spot, language, places, _is_proper(masked, origin[spot], language))
        if token is not None:
            start, stop = origin[spot], origin[end - 1] + 1
            tokens.append(Token(dict(token), start, stop, masked[start:stop]))
        spot = max(end, spot + 1)
    _doubt_splinters(tokens)
    _drop_glosses(tokens, masked)
    return merge(tokens)


def _drop_glosses(tokens: Sequence[Token], text: str) -> None:
    """A word right before a name in brackets is what the photo shows: "合影（group）"."""
    for before, token in itertools.pairwise(tokens):
        if before.has("unknown") and token.has("name") and _GLOSS.fullmatch(text[before.end : token.start]):
            before.kinds = {"filler": True}


def _is_proper(text: str, place: int, language: str) -> bool:
    """Whether a word there has a capital that no sentence and no grammar gives it: it is a name and no slip."""
    before = text[:place].rstrip()
    return language != "de" and text[place].isupper() and before[-1:] not in ("", *".!?:¿¡\n") and not text.isupper()


def _doubt_splinters(tokens: Sequence[Token]) -> None:
    """A lone letter of Chinese right behind one that is unknown is a part of a longer word, and no colour."""
    for before, token in itertools.pairwise(tokens):
        behind = before.has("unknown") and before.end == token.start
        if behind and len(token.text) == 1 and token.has("color") and _HAN_RUN.match(token.text):
            token.kinds = {"unknown": token.text}


def folded_with_places(text: str) -> tuple[str, list[int]]:
    """The text folded, and where each of its letters stands in the text as it was."""
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
            # In Chinese a number follows a name with no space: "船2秒".
            ends = "(?![a-z0-9])" if form[-1].isascii() else "(?![a-z])"
            for match in re.finditer(rf"(?<![a-z0-9]){re.escape(form)}{ends}", folded):
                known = places.get(match.start())
                if known is None or known[0] < match.end():
                    owner = 2 * (re.match(r"'s(?![a-z0-9])", folded[match.end() :]) is not None)
                    places[match.start()] = match.end() + owner, {"name": value}
    return places


def _token_at(
    text: str, spot: int, language: str, places: dict[int, tuple[int, dict[str, object]]], proper: bool
) -> tuple[int, dict[str, object] | None]:
    """The token that begins at a place, if one does, and where to go on."""
    letter = text[spot]
    if letter.isspace():
        if language == "zh" and letter != "\n" and _PAUSE.search(text[max(0, spot - 1) : spot + 2]):
            return spot + 1, {"break": "comma"}
        return spot + 1, {"break": "line"} if letter == "\n" else None
    quote = re.compile(r"⟦(\d+)⟧").match(text, spot)
    if quote:
        return quote.end(), {"quote": int(quote[1])}
    name = places.get(spot)
    if name is None and (dated := day_at(text, spot, language)):
        return dated[0], {"taken": dated[1]}
    if name is None and (step := step_at(text, spot, language)):
        return step[0], {"step": step[1]}
    phrase = _phrase_at(text, spot, language, proper)
    number = number_at(text, spot) if phrase is None or phrase[0] - spot < 8 else None
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
            and not number_at(text, end)
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
    # Chinese has no spaces, and its marks are folded to these.
    return spot + 1 >= len(text) or not (text[spot + 1].isalnum() and text[spot + 1].isascii())


def _phrase_at(text: str, spot: int, language: str, proper: bool = False) -> tuple[int, dict[str, object]] | None:
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
    if words and language == "de" and (made := compound(words[0])):
        return ends[0], made
    if words and language == "es" and (made := inflected(words[0])):
        return ends[0], made
    if (
        words
        and language in ("zh", "ja")
        and (glued := re.match(r"[a-z]+(?=\d)", words[0]))
        and (glued[0],) in tables[0]
    ):
        # "BGM25%"
        return spot + glued.end(), dict(tables[0][(glued[0],)])
    if words and words[0].endswith("'s"):
        owner = next((table[(words[0][:-2],)] for table in tables if (words[0][:-2],) in table), None)
        if owner is not None:
            return ends[0], dict(owner)
    if words and (comparative := compared(words[0], tables)):
        return ends[0], comparative
    if words and not proper:
        for one in _tongues(language):
            meant = lexicon.mistyped(words[0], one)
            if meant:
                return ends[0], dict(lexicon.phrases(one)[0][(meant,)])
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


def plain_letters(text: str) -> str:
    """Letters and digits alone, folded: how names are compared."""
    return re.sub(r"\W+|_", "", lexicon.fold_all(unicodedata.normalize("NFC", text)))
