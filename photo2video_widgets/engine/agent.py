"""One turn with the agent: the director's answer, kept as one revision, told as events of the Agent Development Kit.

The change is kept before the first event goes out, so a stream that breaks loses words, never an edit, and no edit
is made twice.
"""

from __future__ import annotations

import re
import secrets
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from photo2video_widgets import settings
from photo2video_widgets.draft import Draft
from photo2video_widgets.errors import StaleRevisionError

from . import language_model
from .attention import twins_of
from .store import Revision, Store

if TYPE_CHECKING:
    from photo2video_widgets.director import Asset, Past

APP_NAME = "nemo_agent"
_ATTEMPTS = 5
_REMEMBERED = 6
_PIECE = re.compile(r"\s*(?:[^\W\d_⺀-鿿＀-￯]+|\d+|.){1,6}", re.DOTALL)


@dataclass(frozen=True)
class Call:
    """One thing that the agent did: an operation of `edits`, or "undo" or "redo"."""

    name: str
    args: dict[str, Any]
    response: dict[str, Any]


@dataclass(frozen=True)
class Answer:
    """What came of a turn."""

    reply: str
    revision: int
    calls: list[Call] = field(default_factory=list)


def assets_of(uploads: list[dict[str, Any]]) -> list[Asset]:
    """The uploads of a session as the director wants them."""
    from photo2video_widgets.director import Asset

    twins = twins_of([(facts["asset"], facts.get("fingerprint")) for facts in uploads])
    return [
        Asset(
            id=facts["asset"], name=facts["name"], kind=facts["kind"], width=facts["width"], height=facts["height"],
            duration=facts["duration"], taken=facts.get("taken"), focus=_point(facts.get("focus")),
            twin_of=twins.get(facts["asset"]), blurred=bool(facts.get("blurred")),
        )
        for facts in uploads
    ]  # fmt: skip


def _point(given: object) -> tuple[float, float] | None:
    return (float(given[0]), float(given[1])) if isinstance(given, list) and len(given) == 2 else None


def get_ready(language: str) -> None:
    """What the first turn of all would take its time for, done while photos are still on their way."""
    from photo2video_widgets import director, edits  # noqa: F401

    director.get_ready(language)


def take_turn(store: Store, session: str, words: str) -> Answer:
    """Do what the words ask for, as one change or none at all, and say what was done.

    Raises DraftError where the operations don't fit the draft, StaleRevisionError where somebody else kept changing it.
    """
    language = store.language(session)
    asked = _asked(store, session)
    store.add_message(session, "user", words)
    for attempt in range(_ATTEMPTS):
        try:
            answer = _attempt(store, session, words, language, asked)
            break
        except StaleRevisionError:
            # A hand was quicker: think again on what there is now.
            if attempt == _ATTEMPTS - 1:
                raise
    store.add_message(session, "agent", answer.reply)
    return answer


def _asked(store: Store, session: str) -> str:
    """What the user said last, where that changed nothing: it may have been answered with a question."""
    said = next((message["text"] for message in reversed(store.messages(session)) if message["author"] == "user"), "")
    return "" if said == store.current(session).words else str(said)


def _attempt(store: Store, session: str, words: str, language: str, asked: str) -> Answer:
    from photo2video_widgets import director, edits

    present = store.current(session)
    before = Draft(present.draft)
    assets = assets_of(store.uploads(session))
    turn = director.respond(words, before, assets, language or None, _past(store, session, present), asked)
    model = settings.language_model()
    if model is not None and before.pictures and turn.action in ("edit", "none") and not turn.history:
        operations = language_model.suggest(model, words, before, assets)
        if operations:
            after = edits.apply(before, operations)
            turn = replace(turn, reply=director.told(before, after, turn.language), operations=tuple(operations))
    calls: list[Call] = []
    if turn.history:
        name = "undo" if turn.history < 0 else "redo"
        stepped = _step(store, session, turn.history, present, words)
        if stepped is None:
            return Answer(director.nothing_to_undo(turn), present.revision)
        changes = before.diff(Draft(stepped.draft), turn.language)
        calls.append(_call(name, {}, stepped.revision, changes))
        present, before = stepped, Draft(stepped.draft)
    after = edits.apply(before, turn.operations) if turn.operations else before
    if after == before:
        return Answer(turn.reply, present.revision, calls)
    changes = before.diff(after, turn.language)
    changed = store.change(session, present.revision, after.data, "words", words, changes)
    for operation in turn.operations:
        args = operation.to_json()
        calls.append(_call(args.pop("op"), args, changed.revision, []))
    if changes:
        calls[-1].response["changes"] = changes
    return Answer(turn.reply, changed.revision, calls)


def _past(store: Store, session: str, present: Revision) -> list[Past]:
    """The turns that led to the present draft, oldest first, as many as words can mean: of steps undone, none."""
    from photo2video_widgets.director import Past

    found: list[Past] = []
    back = present.back
    now = present
    while back is not None and len(found) < _REMEMBERED:
        earlier = store.revision(session, back)
        found.append(Past(now.words, Draft(earlier.draft)))
        now, back = earlier, earlier.back
    return found[::-1]


def _step(store: Store, session: str, by: int, present: Revision, words: str) -> Revision | None:
    """Undo or redo as many changes as are there, `by` at most; None where there is none."""
    stepped, base = None, present.revision
    for _ in range(abs(by)):
        found = store.step(session, -1 if by < 0 else 1, base, "words", words, [])
        if found is None:
            break
        stepped, base = found, found.revision
    return stepped


def _call(name: str, args: dict[str, Any], revision: int, changes: list[str]) -> Call:
    response: dict[str, Any] = {"status": "success", "revision": revision}
    if changes:
        response["changes"] = changes
    return Call(name, args, response)


def events(answer: Answer) -> Iterator[dict[str, Any]]:
    """The turn as the events of a stream: what was done, the reply in pieces, the whole reply."""
    invocation = f"e-{uuid.uuid4()}"
    for call in answer.calls:
        identity = f"adk-{uuid.uuid4()}"
        asked = {"functionCall": {"id": identity, "name": call.name, "args": call.args}}
        told = {"functionResponse": {"id": identity, "name": call.name, "response": call.response}}
        yield _event(invocation, "model", asked)
        yield _event(invocation, "user", told)
    pieces = _PIECE.findall(answer.reply)
    for piece in pieces if len(pieces) > 1 else ():
        yield _event(invocation, "model", {"text": piece}, partial=True)
    if answer.reply:
        yield _event(invocation, "model", {"text": answer.reply}, partial=False, turnComplete=True)
    else:
        yield _event(invocation, "model", None, turnComplete=True)


def _event(invocation: str, role: str, part: dict[str, Any] | None, **flags: bool) -> dict[str, Any]:
    return {
        "id": secrets.token_urlsafe(6),
        "author": APP_NAME,
        "invocationId": invocation,
        "timestamp": time.time(),
        "content": {"role": role, "parts": [part] if part else []},
        "actions": {"stateDelta": {}, "artifactDelta": {}, "requestedAuthConfigs": {}},
        **flags,
    }
