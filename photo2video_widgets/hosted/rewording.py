"""The hosted agent's words, said anew where they talk of an editor: as words do it, or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..phrases import PHRASES
from .sentences import Splitter

SHOWN = ("status", "credits")
"""What the client can show at once, instead of telling how to get at it."""

_TROUBLE = re.compile(
    r"^\W*(?:(?:oh|oops|sorry|apologies|unfortunately|however|but|i apologi[sz]e|it seems(?: that)?|it looks like)\W+)*"
    r"(?:i|we)(?:['’]ve| have)?(?: just)?\s+(?:encountered|ran into|run into|hit|experienced|had|faced)\s+"
    r"(?:an?|some)\s+(?:temporary|brief|transient|momentary)\s+(?:\w+\s+)?(?:issue|problem|error|glitch|hiccup|difficulty|trouble)"
    r"|^\W*(?:(?:抱歉|对不起|不好意思|很遗憾|但是?|不过|似乎|好像)\W*)*(?:我|系统|这边|目前)?(?:这边)?(?:刚才|刚刚|暂时)?"
    r"(?:遇到|出现|发生|碰到)了?(?:一个|一些|点|些)?(?:临时|暂时|短暂)性?的?\w{0,2}(?:问题|故障|错误|异常)",
    re.IGNORECASE,
)
_REMEDY = re.compile(
    r"\b(?:so i|but i|instead|therefore|i (?:re)?used|i replaced|i made)\b|所以|因此|改用|改为|已经?为您", re.IGNORECASE
)
_TRY_AGAIN = re.compile(
    r"\b(?:try|retry|send|ask|come back|check back|contact|wait|repeat)\b.*"
    r"\b(?:again|later|moment|minute|support|back)\b"
    r"|^\W*(?:sorry|i apologi[sz]e|(?:my )?apologies|thank(?:s| you) for your patience|please retry)\b"
    r"|稍后|再试|重试|重新发送|抱歉|对不起|耐心|联系客服",
    re.IGNORECASE,
)


class Rewording:
    """Rewords a text that comes in pieces, sentence by sentence; the same comes out however it was cut.

    `.wants` is what the talk led to that the client can do itself: "status", "credits", "export". The first two are
    left out of the text, since the client can show them at once. `has_answer`: something was said before, so that a
    temporary issue at the end is no answer.
    """

    def __init__(self, has_answer: bool = False) -> None:
        self.wants: set[str] = set()
        self._has_answer = has_answer
        self._splitter = Splitter()
        self._told: set[str] = set()
        self._held: list[str] = []

    def feed(self, piece: str) -> str:
        """What can be shown of the text by now, without what was shown before."""
        return "".join(self._say(self._splitter.feed(piece)))

    def close(self) -> str:
        """What is left of it."""
        rest = "".join(self._say(self._splitter.close()))
        held, self._held = self._held, []
        return rest if self._has_answer else rest + "".join(held)

    def _say(self, sentences: list[str]) -> Iterator[str]:
        for sentence in sentences:
            if is_trouble(sentence) or (self._held and (not sentence.strip() or _TRY_AGAIN.search(sentence))):
                self._held.append(sentence)
                continue
            yield from self._held
            self._held.clear()
            self._has_answer = self._has_answer or bool(sentence.strip())
            yield self._reworded(sentence)

    def _reworded(self, sentence: str) -> str:
        # Its patterns take longer to read than all else that is imported here.
        from .guitalk import language_of, sort_out

        kept, kinds = sort_out(sentence)
        if not kinds:
            return sentence
        # In the language of the sentence that is said anew, whatever the client's own is.
        language = language_of(sentence)
        self.wants |= {kind for kind in kinds if kind in ("export", *SHOWN)}
        words = [kept] if kept else []
        for kind in kinds:
            if kind not in SHOWN and kind not in self._told:
                self._told.add(kind)
                words.append(PHRASES[f"say-{kind}"][language])
        if not words:
            return ""
        end = sentence[len(sentence.rstrip()) :]
        return (" " if language == "en" else "").join(words) + end


def reword(text: str) -> str:
    """A whole text without talk of an editor."""
    rewording = Rewording()
    return (rewording.feed(text) + rewording.close()).strip()


def is_trouble(sentence: str) -> bool:
    """Whether a sentence tells of a temporary issue, and of nothing that was done about it."""
    return bool(_TROUBLE.search(sentence)) and not _REMEDY.search(sentence)
