"""Sentences of English and Chinese prose, cut where they end and nowhere within what is quoted."""

from __future__ import annotations

import re

LONGEST = 2000
"""Letters. What goes on longer is cut here, so that endless words cost no endless time."""

_QUOTED = (
    r"“[^”\n]*”|「[^」\n]*」|『[^』\n]*』|《[^》\n]*》|«[^»\n]*»|`[^`\n]*`|\"[^\"\n]*\""
    r"|(?<![\w’])‘[^’\n]*’(?!\w)|(?<![\w'])'(?=\S)[^'\n]*'(?!\w)"
)
_STOP = re.compile(
    rf"(?P<quoted>{_QUOTED})"
    r"|(?P<unclosed>[“「『《«`\"]|(?<![\w’])‘|(?<![\w'])'(?=\S|$))"
    r"|(?P<line>\s*\n\s*)"
    r"|(?P<full>[.!?…]+[)\]*_]*\s+)"
    r"|(?P<wide>[。！？]+[）)”’」』*]*\s*)"
)
_MAY_STOP = re.compile(r"[\s.!?…。！？“”「」『』《》«»`\"‘’']")
# Never the end of a sentence, and the end of one only where a capital follows.
_TITLE = re.compile(r"(?:^|[\s(])(?:e\.g|i\.e|vs|cf|mr|mrs|ms|dr|st)\.$", re.IGNORECASE)
_SHORT = re.compile(r"(?:^|[\s(])(?:approx|ca|nos?|vol|fig|secs?|mins?|max|incl|etc|al)\.$", re.IGNORECASE)
_NUMBERED = re.compile(r"\s*(?:[-*•]\s*)?\d+\.\s*")

_WHOLE_QUOTE = re.compile(_QUOTED)
_APOSTROPHE = re.compile(r"(?<=\w)’(?=\w)")


def mask(text: str) -> str:
    """The same text with all that is quoted made unreadable, and plain apostrophes; it keeps its length."""
    text = _APOSTROPHE.sub("'", text)
    return _WHOLE_QUOTE.sub(lambda found: found[0][0] + "□" * (len(found[0]) - 2) + found[0][-1], text)


class Splitter:
    """Cuts a text that comes in pieces: the same sentences come, however it was cut before."""

    def __init__(self) -> None:
        self._pending = ""

    def feed(self, piece: str) -> list[str]:
        """The sentences that are complete, each with the white space after it."""
        self._pending += piece
        if not _MAY_STOP.search(piece):
            return []
        found, self._pending = _split(self._pending, is_all=False)
        return found

    def close(self) -> list[str]:
        """What is left."""
        found, rest = _split(self._pending, is_all=True)
        self._pending = ""
        return [*found, rest] if rest else found


def _split(text: str, *, is_all: bool) -> tuple[list[str], str]:
    found, start = [], 0
    while start < len(text):
        window = text[start : start + LONGEST]
        is_full = len(window) == LONGEST
        end = _end(window, is_known=is_all or is_full) or (LONGEST if is_full else 0)
        if not end:
            break
        found.append(window[:end])
        start += end
    return found, text[start:]


def _end(text: str, *, is_known: bool) -> int:
    """Where the first sentence ends; 0 where it doesn't, or where that can't be told before `text` goes on."""
    for stop in _STOP.finditer(text):
        kind, end = stop.lastgroup, stop.end()
        if kind == "unclosed":
            # It may still be closed, on this line.
            if not is_known and "\n" not in text[end:]:
                return 0
            continue
        if end == len(text) and not is_known:
            return 0
        if kind == "quoted":
            # “Like this.” A sentence that ends with the quotation.
            after = re.match(r"\s+(?=[A-Z])", text[end:]) if stop[0][-2] in ".!?" else None
            if after is None:
                continue
            end += after.end()
        elif kind == "full" and _goes_on(text[: stop.start() + 1], text[:end], text[end : end + 1]):
            continue
        return end
    return 0


def _goes_on(before: str, whole: str, after: str) -> bool:
    if _NUMBERED.fullmatch(whole):
        return True
    return bool(_TITLE.search(before) or (_SHORT.search(before) and not after.isupper()))
