"""The agent's stream: from the events of the Agent Development Kit to what a user is shown.

Everything here is pure: an event goes in, what it means comes out. Unknown keys and parts are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class TextEvent:
    """Words of the agent. Those with `partial` are pieces; one without follows and repeats the whole text."""

    text: str
    partial: bool = False


@dataclass(frozen=True)
class ThoughtEvent:
    """What the agent thinks aloud; for a log's detail view."""

    text: str


@dataclass(frozen=True)
class ToolCallEvent:
    """The agent uses a tool; the result bears the same id."""

    id: str
    name: str
    args: dict[str, Any]


@dataclass(frozen=True)
class ToolResultEvent:
    """What a tool answered."""

    id: str
    name: str
    response: dict[str, Any]


@dataclass(frozen=True)
class NoticeEvent:
    """What the client itself has to say meanwhile."""

    text: str


@dataclass(frozen=True)
class ErrorEvent:
    """The turn failed, for a reason fit for people."""

    message: str


Event = TextEvent | ThoughtEvent | ToolCallEvent | ToolResultEvent | NoticeEvent | ErrorEvent

_TROUBLE = re.compile(
    r"\s*(?:I(?:'ve|’ve| have)? encountered|I ran into) a temporary issue.*\Z", re.IGNORECASE | re.DOTALL
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|(?<=[。！？])|\n+")


@dataclass
class TurnReader:
    """Reads one turn. `ours`: the stream is the engine's, which talks of no buttons; its errors are for people.

    `.text` is the whole answer so far; `.failed` says that the back end told of an error.
    """

    ours: bool
    failed: bool = False
    _whole: list[str] = field(default_factory=list)
    _pieces: str = ""
    _shown: int = 0

    @property
    def text(self) -> str:
        """All that was said: whole texts, and pieces whose whole text never came."""
        rest = self._reworded(self._pieces) if self._pieces else ""
        return "\n".join(part for part in (*self._whole, rest) if part)

    def read(self, event: Mapping[str, Any]) -> Iterator[Event]:
        """What one event means."""
        if error := event.get("error") or event.get("errorCode"):
            yield from self._error(event, error)
            return
        content = event.get("content")
        parts = content.get("parts") if isinstance(content, Mapping) else None
        spoken = ""
        for part in parts if isinstance(parts, list) else ():
            if not isinstance(part, Mapping):
                continue
            text = part.get("text")
            if isinstance(text, str) and text:
                if part.get("thought"):
                    yield ThoughtEvent(text)
                else:
                    spoken += text
            elif isinstance(call := part.get("functionCall"), Mapping):
                yield ToolCallEvent(_word(call, "id"), _word(call, "name"), _fields(call, "args"))
            elif isinstance(result := part.get("functionResponse"), Mapping):
                yield ToolResultEvent(_word(result, "id"), _word(result, "name"), _fields(result, "response"))
        if not spoken:
            return
        if event.get("partial"):
            yield from self._piece(spoken)
        else:
            yield from self._text(spoken)

    def finish(self) -> Iterator[Event]:
        """What is still to be shown once the stream has ended."""
        if self._pieces:
            yield from self._text(self._pieces)

    def _piece(self, text: str) -> Iterator[Event]:
        self._pieces += text
        if self.ours:
            yield TextEvent(text, partial=True)
            return
        # Only a whole sentence shows whether it talks of a button.
        ends = [match.end() for match in _SENTENCE_END.finditer(self._pieces)]
        if ends and ends[-1] > self._shown:
            ready, self._shown = self._pieces[self._shown : ends[-1]], ends[-1]
            if shown := self._reworded(ready):
                yield TextEvent(shown, partial=True)

    def _text(self, text: str) -> Iterator[Event]:
        self._pieces, self._shown = "", 0
        shown = self._reworded(text)
        if shown and shown not in self._whole:
            self._whole.append(shown)
            yield TextEvent(shown)

    def _reworded(self, text: str) -> str:
        if self.ours:
            return text
        kept = _TROUBLE.sub("", text)
        # Where it is all there is, it is the answer.
        if not kept and not self._whole and not self._pieces[: self._shown]:
            kept = text
        return reword(kept)

    def _error(self, event: Mapping[str, Any], error: Any) -> Iterator[Event]:
        if self._whole and _TROUBLE.match(str(event.get("errorMessage") or error)):
            return
        self.failed = True
        yield ErrorEvent(
            str(error) if self.ours else "The agent failed on this message. Try again, or say it differently."
        )


def _word(part: Mapping[str, Any], key: str) -> str:
    value = part.get(key)
    return value if isinstance(value, str) else ""


def _fields(part: Mapping[str, Any], key: str) -> dict[str, Any]:
    value = part.get(key)
    return dict(value) if isinstance(value, Mapping) else {}


# The hosted agent believes that its user sees an editor. What it says of buttons and panels is said as words do it.
_EXPORT = "Say “export” to get the film."
_GUI_TALK: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), words)
    for pattern, words in (
        (r"\bexport\b[^.!?]*\bbutton\b|\b(?:click|tap|press|hit)\b[^.!?]*\bexport\b", _EXPORT),
        (r"点击[^。！？]*导出|导出[^。！？]*按钮", "说“导出”就能得到影片。"),
        (r"\b(?:preview|check|see|view)\b[^.!?]*\bin (?:the|your) timeline\b", "Say “status” to see the tracks."),
        (r"\b(?:check|go to|open|visit)\b[^.!?]*\b(?:account|billing)\b", "Say “credits” to see your balance."),
        (r"(?:查看|前往|打开)[^。！？]*(?:账户|账单)", "说“积分”就能看到余额。"),
        (r"\bopen\b[^.!?]*\bpanel\b", "Say “status” to see the tracks."),
        (r"打开[^。！？]*面板", "说“状态”就能看到各轨道。"),
        (r"\bdrag\b[^.!?]*", "Say in words what should go where."),
        (r"(?:拖拽|拖动)[^。！？]*", "用文字说明要放到哪里即可。"),
        (r"\b(?:click|tap|press|hit)\b[^.!?]*\b(?:button|icon|menu|tab|on)\b", "Say in words what you want changed."),
        (r"点击[^。！？]*", "用文字说明要怎么改即可。"),
    )
)


def reword(text: str) -> str:
    """A text without talk of an editor: what tells the user to click is said as words would do it."""
    pieces = re.split(r"((?<=[.!?])\s+|(?<=[。！？])|\n+)", text)
    told: set[str] = set()
    out = []
    for piece in pieces:
        words = next((words for pattern, words in _GUI_TALK if piece and pattern.search(piece)), None)
        if words is None:
            out.append(piece or "")
        elif words not in told:
            told.add(words)
            out.append(words)
    return "".join(out).strip()
