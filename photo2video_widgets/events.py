"""The agent's stream: from the events of the Agent Development Kit to what a user is shown.

Everything here is pure: an event goes in, what it means comes out. Unknown keys and parts are passed over.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from .hosted.rewording import Rewording, is_trouble
from .phrases import say
from .wire.answers import code_of, problem_of


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

# What only an error of the protocol has, and what only an event has.
_OF_EVENTS = {"content", "author", "invocationId", "actions", "partial", "turnComplete", "errorCode", "errorMessage"}
# Older kits call the usual end of an empty answer an error.
_NO_ERRORS = ("", "STOP", "FINISH_REASON_UNSPECIFIED")


@dataclass
class _Speech:
    """What one speaker has said in pieces whose whole text has not come yet."""

    rewording: Rewording | None
    pieces: list[str] = field(default_factory=list)
    thoughts: list[str] = field(default_factory=list)
    unseen: str = ""
    is_shown: bool = False


@dataclass
class TurnReader:
    """Reads one turn. `ours`: the stream is the engine's, which talks of no buttons; its errors are for people.

    `.text` is the whole answer so far; `.failed` says that the back end told of an error, `.is_complete` that
    the agent has ended its turn. `.wants` is what the agent
    sent the user to look for in an editor: "status" (the tracks), "credits" (the balance), "export" (the film). Of the
    first two nothing is left in the text: whoever reads the turn shows them.
    """

    ours: bool
    failed: bool = False
    is_complete: bool = False
    wants: set[str] = field(default_factory=set)
    _whole: list[str] = field(default_factory=list)
    _speeches: dict[str, _Speech] = field(default_factory=dict)
    _calls: set[str] = field(default_factory=set)

    @property
    def has_answered(self) -> bool:
        """Whether something was said to its end."""
        return bool(self._whole)

    @property
    def text(self) -> str:
        """All that was said: whole texts, and pieces whose whole text never came."""
        open_ends = (self._reworded("".join(speech.pieces))[0] for speech in self._speeches.values())
        return "\n".join(part for part in (*self._whole, *open_ends) if part)

    def read(self, event: Mapping[str, Any]) -> Iterator[Event]:
        """What one event means. Raises the error of the protocol that comes in an event's place."""
        code = code_of(200, event) if not _OF_EVENTS & event.keys() else 0
        if code:
            self.failed = True
            raise problem_of(code, event, ours=self.ours)
        has_spoken = yield from self._content(event)
        error = event.get("error") or event.get("errorCode")
        if error and error not in _NO_ERRORS:
            yield from self._error(event, error, has_spoken)
        if event.get("turnComplete"):
            self.is_complete = True
            yield from self.finish()

    def finish(self) -> Iterator[Event]:
        """What is still to be shown once the stream has ended."""
        for speaker in list(self._speeches):
            yield from self._end(speaker)

    def _content(self, event: Mapping[str, Any]) -> Generator[Event, None, bool]:
        """The parts of an event; whether the agent speaks in it."""
        content = event.get("content")
        content = content if isinstance(content, Mapping) else {}
        parts = content.get("parts")
        parts = [part for part in parts if isinstance(part, Mapping)] if isinstance(parts, list) else []
        speaker = _word(event, "author")
        # Some services repeat the message that they are answering; results of tools are in the user's name as well.
        is_agent = speaker != "user" and _word(content, "role") != "user"
        texts = [part for part in parts if _word(part, "text")] if is_agent else []
        spoken = "".join(part["text"] for part in texts if not part.get("thought"))
        thought = "".join(part["text"] for part in texts if part.get("thought"))
        if event.get("partial"):
            # The whole event repeats a call, with all that it is called with.
            yield from self._piece(speaker, spoken, thought)
            return bool(spoken)
        if thought:
            self._speech(speaker).thoughts = [thought]
        if spoken:
            yield from self._text(speaker, spoken)
        elif parts and is_agent:
            yield from self._end(speaker)
        for part in parts:
            if isinstance(call := part.get("functionCall"), Mapping):
                yield from self._call(call)
            elif isinstance(result := part.get("functionResponse"), Mapping):
                yield ToolResultEvent(_word(result, "id"), _word(result, "name"), _fields(result, "response"))
        return bool(spoken)

    def _call(self, call: Mapping[str, Any]) -> Iterator[Event]:
        identity = _word(call, "id")
        if identity not in self._calls:
            self._calls |= {identity} - {""}
            yield ToolCallEvent(identity, _word(call, "name"), _fields(call, "args"))

    def _speech(self, speaker: str) -> _Speech:
        if speaker not in self._speeches:
            self._speeches[speaker] = _Speech(None if self.ours else Rewording(bool(self._whole)))
        return self._speeches[speaker]

    def _piece(self, speaker: str, text: str, thought: str) -> Iterator[Event]:
        speech = self._speech(speaker)
        if thought:
            speech.thoughts.append(thought)
        if not text:
            return
        speech.pieces.append(text)
        # Only a whole sentence shows whether it talks of a button.
        speech.unseen += speech.rewording.feed(text) if speech.rewording else text
        # Two that speak at once are heard one after the other.
        is_first = next(other for other in self._speeches.values() if other.pieces) is speech
        if speech.unseen and is_first:
            shown, speech.unseen, speech.is_shown = speech.unseen, "", True
            yield TextEvent(shown, partial=True)

    def _end(self, speaker: str) -> Iterator[Event]:
        """What a speaker has said is said: no whole text of it follows."""
        speech = self._speeches.get(speaker)
        if speech:
            yield from self._text(speaker, "".join(speech.pieces))

    def _text(self, speaker: str, text: str) -> Iterator[Event]:
        speech = self._speeches.pop(speaker, None) or _Speech(None)
        if speech.thoughts:
            yield ThoughtEvent("".join(speech.thoughts))
        shown, wants = self._reworded(text)
        if not shown and speech.is_shown:
            # Nothing takes back what was shown.
            shown, wants = self._reworded("".join(speech.pieces))
        self.wants |= wants
        is_new = shown not in self._whole
        if shown and is_new:
            self._whole.append(shown)
        if shown and (is_new or speech.is_shown):
            yield TextEvent(shown)

    def _reworded(self, text: str) -> tuple[str, set[str]]:
        if self.ours:
            return text, set()
        rewording = Rewording(bool(self._whole))
        return (rewording.feed(text) + rewording.close()).strip(), rewording.wants

    def _error(self, event: Mapping[str, Any], error: Any, has_spoken: bool) -> Iterator[Event]:
        if has_spoken:
            yield NoticeEvent(say("answer-cut"))
            return
        if self._whole and is_trouble(str(event.get("errorMessage") or error)):
            return
        self.failed = True
        yield ErrorEvent(error if self.ours and isinstance(error, str) else say("agent-failed"))


def _word(part: Mapping[str, Any], key: str) -> str:
    value = part.get(key)
    return value if isinstance(value, str) else ""


def _fields(part: Mapping[str, Any], key: str) -> dict[str, Any]:
    value = part.get(key)
    return dict(value) if isinstance(value, Mapping) else {}
