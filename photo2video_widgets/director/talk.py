"""What in a message is talk that asks for nothing: questions, what is weighed up, what others did, what is to stay."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .clauses import Clause
from .lexicon import fold_all, talk
from .token import Token
from .tokens import Message, folded_with_places

_END = re.compile(r"[?？!！。\n]+|\.(?=\s|$)")
_DEEDS = ("remove", "shuffle", "reverse", "swap", "sort", "trim", "mute", "move")
_COMPARED = ("longer", "shorter", "slower", "faster", "louder", "quieter", "bigger", "smaller")
_VERBS = ("slow down", "speed up", "turn up", "turn down", "shorten", "lengthen", "slow it down", "speed it up")
_TOO = re.compile(r"(?:too|so|that|太|那么|这么|trop|zu|so|demasiado|muy|tan)\b|太|那么|这么")
_PRAISED = frozenset("filler it music film title caption photo transition motion look text much all in and yes".split())
_BETWEEN = frozenset("filler name photo ord number count it all each partial bad rest lastbut set one".split())


def talk_in(clause: Clause, message: Message) -> str:
    """Why a clause asks for nothing: "question", "others", "praise", "left-alone"; "" where it may ask."""
    if _forbids_a_deed(clause):
        return "left-alone"
    language = message.language
    no_more = talk.NO_MORE.get(language)
    if no_more is not None and no_more.search(fold_all(clause.said)):
        return "left-alone"
    if _praises(clause):
        return "praise"
    sentence = sentence_of(clause, message)
    if talk.SUPPOSED[language].search(sentence):
        return "question"
    if talk.OTHERS[language].search(sentence) and not clause.has("title", "caption", "credit", "text"):
        return "others"
    if talk.ABOUT_OTHERS[language].search(sentence):
        return "others"
    asks = talk.ASKING.match(sentence) is not None or sentence.endswith(("?", "？")) or language in ("zh", "ja")
    if asks and talk.QUESTIONS[language].search(sentence) and not talk.REQUESTS[language].search(sentence):
        return "question"
    return ""


def _praises(clause: Clause) -> bool:
    """Whether it only says how nice something is: "this music is lovely"."""
    return clause.has("thanks") and all(
        token.has("thanks") or (token.kinds.keys() & _PRAISED and not isinstance(token.kinds.get("look"), str))
        for token in clause.tokens
    )


def without_reasons(masked: str, language: str) -> str:
    """The words with what gives reasons blanked out, as long as they were; whole where nothing else is said."""
    folded, places = folded_with_places(masked)
    letters = list(masked)
    for match in talk.REASONS[language].finditer(folded):
        end = re.compile(r"[,;.!?，；。！？\n⟦]|\b(?:and|und|y|et) (?:then|also|dann|luego|ensuite)\b|$").search(
            folded, match.end()
        )
        stop = places[end.start()] if end is not None and end.start() < len(places) else len(masked)
        letters[places[match.start()] : stop] = " " * (stop - places[match.start()])
    ahead = talk.REASONS_AHEAD.get(language)
    for match in ahead.finditer(folded) if ahead else ():
        letters[places[match.start()] : places[match.end() - 1] + 1] = " " * (
            places[match.end() - 1] + 1 - places[match.start()]
        )
    rest = "".join(letters)
    return rest if re.search(r"\w", rest) else masked


def takes_back(clauses: Sequence[Clause]) -> bool:
    """Whether the last of these clauses takes back what was said before it: "…, no wait, …"."""
    now, before = clauses[-1], clauses[-2] if len(clauses) > 1 else None
    if now.tokens[0].has("nope"):
        return before is not None
    said = before.tokens if before is not None and len(clauses) > 2 else []
    return any(token.has("nope") for token in said) and all(token.has("nope", "filler") for token in said)


def is_content(clause: Clause, message: Message) -> bool:
    """Whether it says that all is well as it is, which takes back a complaint before it."""
    return bool(talk.CONTENT[message.language].search(fold_all(clause.said)))


def sentence_of(clause: Clause, message: Message) -> str:
    """The whole sentence that a clause is of, folded, with the mark that ends it."""
    words = message.typed
    start = max((match.end() for match in _END.finditer(words, 0, clause.tokens[0].start)), default=0)
    end = _END.search(words, clause.tokens[-1].end)
    return fold_all(words[start : end.end() if end else len(words)]).strip()


def _forbids_a_deed(clause: Clause) -> bool:
    """Whether a deed is forbidden: "don't delete the bathroom"."""
    tokens = clause.tokens
    for place, token in enumerate(tokens):
        if not (token.has("not") and _forbids(token)) or token.has(*_DEEDS):
            continue
        ahead = next((other for other in tokens[place + 1 :] if not _is_between(other)), None)
        behind = tokens[place - 1] if place else None
        after_verbs = token.text.lower() in ("nicht", "しないで", "ないで", "pas")
        if _forbids_a_change(tokens[place + 1 :]):
            return True
        if ahead is not None and ahead.has(*_DEEDS) and not ahead.has("filler", "motion"):
            return True
        if after_verbs and behind is not None and any(other.has("remove") for other in tokens[:place]):
            return True
    return False


def _forbids_a_change(tokens: Sequence[Token]) -> bool:
    """Whether more or less of something is forbidden: "don't make it any longer", but not "don't make it too long"."""
    compared = next((place for place, token in enumerate(tokens) if token.has(*_COMPARED)), None)
    if compared is None or any(token.has("time", "percent") or _TOO.match(token.text.lower()) for token in tokens):
        return False
    verb = tokens[compared].text.lower()
    return any(token.has("set") for token in tokens[:compared]) or verb[0] in "加延缩调放增减" or verb in _VERBS


def _forbids(token: Token) -> bool:
    return fold_all(token.text).strip() in talk.FORBIDDING


def _is_between(token: Token) -> bool:
    return not token.has(*_DEEDS) and (token.has(*_BETWEEN) or set(token.kinds) == {"unknown"})
