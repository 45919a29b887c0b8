"""What the events of a turn mean."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photo2video_widgets.errors import AuthError, NoCreditsError, ServiceError, SessionNotFoundError
from photo2video_widgets.events import (
    ErrorEvent,
    Event,
    NoticeEvent,
    TextEvent,
    ThoughtEvent,
    ToolCallEvent,
    ToolResultEvent,
    TurnReader,
)
from photo2video_widgets.phrases import say


def said(text: str, partial: bool | None = None, **extra: Any) -> dict[str, Any]:
    event: dict[str, Any] = {"content": {"role": "model", "parts": [{"text": text, **extra}]}}
    return event if partial is None else {**event, "partial": partial}


def read(*events: dict[str, Any], ours: bool = True) -> tuple[list[Event], str]:
    reader = TurnReader(ours)
    found = [meant for event in events for meant in reader.read(event)] + list(reader.finish())
    return found, reader.text


def test_pieces_come_as_they_are_and_the_whole_text_counts_once() -> None:
    events, text = read(said("Hel", True), said("lo.", True), said("Hello.", False))
    assert events == [TextEvent("Hel", True), TextEvent("lo.", True), TextEvent("Hello.")]
    assert text == "Hello."


def test_pieces_without_a_whole_text_are_the_answer() -> None:
    events, text = read(said("Hel", True), said("lo.", True))
    assert events[-1] == TextEvent("Hello.")
    assert text == "Hello."


def test_a_text_that_is_repeated_counts_once() -> None:
    assert read(said("Done."), said("Done."))[1] == "Done."


def test_two_texts_around_a_tool_call_are_both_kept() -> None:
    call = {"content": {"parts": [{"functionCall": {"id": "1", "name": "cut", "args": {"ms": 5}}}]}}
    result = {"content": {"parts": [{"functionResponse": {"id": "1", "name": "cut", "response": {"ok": True}}}]}}
    events, text = read(said("Let me see."), call, result, said("Done."))
    assert ToolCallEvent("1", "cut", {"ms": 5}) in events
    assert ToolResultEvent("1", "cut", {"ok": True}) in events
    assert text == "Let me see.\nDone."


def test_thoughts_are_no_part_of_the_answer() -> None:
    events, text = read(said("Hmm.", thought=True), said("Done."))
    assert events[0] == ThoughtEvent("Hmm.")
    assert text == "Done."


@pytest.mark.parametrize(
    "event",
    [
        {},
        {"content": None},
        {"content": {"parts": None}},
        {"content": {"parts": [None, 5, {"inlineData": {}}, {"text": None}, {"functionCall": "x"}]}},
        {
            "content": {
                "parts": [{"inlineData": {"mimeType": "image/png", "data": "AAAA"}}, {"fileData": {"fileUri": "x"}}]
            }
        },
        {"content": {"parts": [{"function_call": {"id": "1", "name": "cut", "args": {}}}]}},
        {"content": 5, "partial": True},
        {"author": "user", "content": {"parts": [{"text": "Make a film."}]}},
        {"author": "nemo_agent", "content": {"role": "user", "parts": [{"text": "Make a film."}]}},
        {"author": "nemo_agent", "code": 2001, "content": {"parts": []}},
        {"turnComplete": True},
        {"error": None, "errorCode": ""},
        {"code": 0, "data": {}},
        {"code": True},
        {"unknown": 1},
    ],
)
def test_what_is_not_known_is_passed_over(event: dict[str, Any]) -> None:
    assert read(event) == ([], "")


def test_an_error_of_the_engine_is_passed_on() -> None:
    assert read({"error": "t[0]: too short"})[0] == [ErrorEvent("t[0]: too short")]


def by(author: str, text: str, partial: bool | None = None) -> dict[str, Any]:
    return {**said(text, partial), "author": author}


def call(identity: str, partial: bool = False, **args: Any) -> dict[str, Any]:
    part = {"functionCall": {"id": identity, "name": "cut", "args": args}}
    return {"author": "nemo_agent", "partial": partial, "content": {"role": "model", "parts": [part]}}


def result(identity: str) -> dict[str, Any]:
    part = {"functionResponse": {"id": identity, "name": "cut", "response": {"ok": True}}}
    return {"author": "nemo_agent", "content": {"role": "user", "parts": [part]}}


def test_a_whole_text_that_differs_from_its_pieces_wins() -> None:
    events, text = read(said("Helo", True), said("Hello.", False))
    assert events[-1] == TextEvent("Hello.")
    assert text == "Hello."


def test_several_parts_of_an_event_are_one_text() -> None:
    parts = [{"text": "Hmm.", "thought": True}, {"text": "One, "}, {"inlineData": {}}, {"text": "two."}]
    events, text = read({"content": {"role": "model", "parts": parts}})
    assert events == [ThoughtEvent("Hmm."), TextEvent("One, two.")]
    assert text == "One, two."


@pytest.mark.parametrize("ours", [True, False])
def test_rounds_with_tools_between_them_are_all_kept(ours: bool) -> None:
    events, text = read(
        *(by("nemo_agent", "Let me see. ", True), by("nemo_agent", "A moment.", True)),
        *(by("nemo_agent", "Let me see. A moment.", False), call("1"), result("1")),
        *(by("nemo_agent", "One more.", True), call("2"), result("2")),
        *(by("nemo_agent", "Done.", True), by("nemo_agent", "Done.", False)),
        ours=ours,
    )
    assert text == "Let me see. A moment.\nOne more.\nDone."
    wholes = [event.text for event in events if isinstance(event, TextEvent) and not event.partial]
    assert wholes == ["Let me see. A moment.", "One more.", "Done."]
    kinds = [type(event) for event in events]
    assert kinds.index(ToolCallEvent) > events.index(TextEvent("Let me see. A moment."))
    assert [event.id for event in events if isinstance(event, ToolCallEvent)] == ["1", "2"]


def test_a_text_that_repeats_an_earlier_one_ends_its_own_pieces_and_counts_once() -> None:
    events, text = read(said("Done.", False), call("1"), said("Done.", True), said("Done.", False))
    assert events[-2:] == [TextEvent("Done.", True), TextEvent("Done.")]
    assert text == "Done."


def test_a_call_that_comes_in_pieces_and_whole_is_one_call() -> None:
    events, _ = read(call("1", True), call("1", True, ms=5), call("1", False, ms=5), call("1", False, ms=5))
    assert events == [ToolCallEvent("1", "cut", {"ms": 5})]


def test_calls_without_an_id_are_calls_of_their_own() -> None:
    assert len(read(call(""), call(""))[0]) == 2


def test_thoughts_in_pieces_are_one_thought() -> None:
    pieces = [said("Hm", True, thought=True), said("m.", True, thought=True)]
    whole = {"content": {"parts": [{"text": "Hmm.", "thought": True}, {"text": "Done."}]}}
    assert read(*pieces, whole) == ([ThoughtEvent("Hmm."), TextEvent("Done.")], "Done.")
    assert read(*pieces, said("Done.")) == ([ThoughtEvent("Hmm."), TextEvent("Done.")], "Done.")
    assert read(*pieces) == ([ThoughtEvent("Hmm.")], "")


def test_the_message_that_is_answered_is_not_the_answer() -> None:
    events, text = read(by("user", "Make a film."), by("nemo_agent", "Done."), ours=False)
    assert (events, text) == ([TextEvent("Done.")], "Done.")


@pytest.mark.parametrize("ours", [True, False])
def test_agents_that_speak_at_once_are_heard_one_after_the_other(ours: bool) -> None:
    events, text = read(
        by("music", "I add a ", True),
        by("title", "I write “Sea”. ", True),
        by("music", "song. ", True),
        by("music", "I add a song.", False),
        by("title", "Blue.", True),
        by("title", "I write “Sea”. Blue.", False),
        ours=ours,
    )
    assert text == "I add a song.\nI write “Sea”. Blue."
    shown = ""
    for event in events:
        assert isinstance(event, TextEvent)
        shown = shown + event.text if event.partial else ""
        assert "I add a song. ".startswith(shown) or "I write “Sea”. Blue.".startswith(shown)


def test_a_turn_that_is_complete_needs_no_whole_text() -> None:
    reader = TurnReader(True)
    list(reader.read(said("Hello.", True)))
    assert list(reader.read({"turnComplete": True})) == [TextEvent("Hello.")]
    assert list(reader.finish()) == []


@pytest.mark.parametrize("event", [{"error": "Traceback: secret"}, {"errorCode": "500", "errorMessage": "secret"}])
def test_a_hosted_services_raw_error_is_never_shown(event: dict[str, Any]) -> None:
    (error,) = read(event, ours=False)[0]
    assert isinstance(error, ErrorEvent)
    assert "secret" not in error.message


@pytest.mark.parametrize("ours", [True, False])
def test_an_error_that_is_no_text_is_told_in_words(ours: bool) -> None:
    (error,) = read({"error": {"secret": 5}}, ours=ours)[0]
    assert isinstance(error, ErrorEvent)
    assert "secret" not in error.message


def test_the_usual_end_of_an_empty_answer_is_no_error() -> None:
    reader = TurnReader(False)
    assert list(reader.read({"author": "nemo_agent", "errorCode": "STOP"})) == []
    assert not reader.failed


def test_a_text_that_was_cut_short_is_the_answer_and_said_to_be_cut() -> None:
    reader = TurnReader(False)
    events = list(reader.read({**said("The film is"), "errorCode": "MAX_TOKENS", "errorMessage": "secret"}))
    assert events == [TextEvent("The film is"), NoticeEvent(say("answer-cut"))]
    assert (reader.text, reader.failed) == ("The film is", False)


@pytest.mark.parametrize(
    ("code", "kind"), [(1001, AuthError), (1002, SessionNotFoundError), (2001, NoCreditsError), (500, ServiceError)]
)
@pytest.mark.parametrize("more", [{}, {"message": "secret"}, {"error": "secret", "data": None}])
def test_an_error_of_the_protocol_in_an_events_place_is_that_error(
    code: int, kind: type[Exception], more: dict[str, Any]
) -> None:
    reader = TurnReader(False)
    with pytest.raises(kind) as caught:
        list(reader.read({"code": code, **more}))
    assert "secret" not in str(caught.value)
    assert reader.failed


@pytest.mark.parametrize("trouble", ["I encountered a temporary issue. Please try again.", "抱歉，我遇到了临时问题。"])
def test_a_trailing_temporary_issue_after_an_answer_is_dropped(trouble: str) -> None:
    assert read(said("Your film is ready."), said(trouble), ours=False) == (
        [TextEvent("Your film is ready.")],
        "Your film is ready.",
    )
    assert read(said(f"Your film is ready. {trouble}"), ours=False)[1] == "Your film is ready."
    pieces = [said(f"Your film is ready. {trouble}"[start : start + 3], True) for start in range(0, 80, 3)]
    events, text = read(*pieces, ours=False)
    assert text == "Your film is ready."
    assert not [event for event in events if isinstance(event, TextEvent) and trouble[:8] in event.text]
    reader = TurnReader(False)
    told = [*reader.read(said("Done.")), *reader.read({"errorCode": "UNAVAILABLE", "errorMessage": trouble})]
    assert (told, reader.failed) == ([TextEvent("Done.")], False)


@pytest.mark.parametrize("trouble", ["I encountered a temporary issue.", "抱歉，我遇到了临时问题。"])
def test_a_temporary_issue_that_is_all_there_is_stays(trouble: str) -> None:
    assert read(said(trouble), ours=False) == ([TextEvent(trouble)], trouble)
    assert read(said(trouble[:9], True), said(trouble[9:], True), ours=False) == ([TextEvent(trouble)], trouble)


def test_pieces_of_a_hosted_service_are_shown_in_whole_sentences() -> None:
    events, text = read(
        said("Music added at 3.", True),
        said("5 s. Click the ", True),
        said("Export button. Enjoy", True),
        said("!", True),
        said("Music added at 3.5 s. Click the Export button. Enjoy!", False),
        ours=False,
    )
    assert events == [
        TextEvent("Music added at 3.5 s. ", True),
        TextEvent("Say “export” to get the film. ", True),
        TextEvent("Music added at 3.5 s. Say “export” to get the film. Enjoy!"),
    ]
    assert text == "Music added at 3.5 s. Say “export” to get the film. Enjoy!"


def test_chinese_sentences_are_shown_as_they_end() -> None:
    events, _ = read(said("音乐已添加。标", True), said("题已添加。", True), said("点击导出按钮。好", True), ours=False)
    assert [event.text for event in events if isinstance(event, TextEvent) and event.partial] == [
        "音乐已添加。",
        "标题已添加。说“导出”就能得到影片。",
    ]


def test_what_the_agent_sends_the_user_to_look_for_is_told() -> None:
    reader = TurnReader(False)
    list(reader.read(said("Title added. Preview it in the timeline. Check your account for credits.")))
    assert reader.text == "Title added."
    assert reader.wants == {"status", "credits"}
    list(reader.read(said("Click the Export button.")))
    assert reader.wants == {"status", "credits", "export"}
    assert reader.text == "Title added.\nSay “export” to get the film."


def test_the_engines_words_are_never_reworded() -> None:
    reader = TurnReader(True)
    assert list(reader.read(said("Click the Export button."))) == [TextEvent("Click the Export button.")]
    assert reader.wants == set()


def test_a_whole_text_of_which_nothing_is_left_takes_nothing_back() -> None:
    whole = said("Preview it in the timeline.", False)
    events, text = read(said("Music added. ", True), said("Wait ", True), whole, ours=False)
    assert events == [TextEvent("Music added. ", True), TextEvent("Music added. Wait")]
    assert text == "Music added. Wait"


def run(events: list[dict[str, Any]], ours: bool) -> tuple[str, set[str], list[Event]]:
    reader = TurnReader(ours)
    found = [meant for event in events for meant in reader.read(event)] + list(reader.finish())
    return reader.text, reader.wants, found


WORDS = [
    "Music added. ",
    "Click the Export button. ",
    "It lasts 3.5 s. ",
    "Preview it in the timeline. ",
    "音乐已添加。",
]


@given(
    st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map("".join), max_size=4),
    st.lists(st.integers(1, 9), min_size=1),
    st.booleans(),
)
def test_pieces_add_nothing_to_what_the_whole_texts_say(rounds: list[str], sizes: list[int], ours: bool) -> None:
    events: list[dict[str, Any]] = []
    for number, whole in enumerate(rounds):
        start = 0
        while start < len(whole):
            end = start + sizes[(number + start) % len(sizes)]
            events.append(by("nemo_agent", whole[start:end], True))
            start = end
        events += [by("nemo_agent", whole, False), call(str(number)), result(str(number))]
    text, wants, found = run(events, ours)
    plain = [event for event in events if not event.get("partial")]
    assert (text, wants) == run(plain, ours)[:2]
    assert [event for event in found if not (isinstance(event, TextEvent) and event.partial)][-1:] == found[-1:]


KEYS = ["content", "parts", "text", "thought", "partial", "functionCall", "id", "author", "error", "role"]
SCALARS = st.none() | st.booleans() | st.integers() | st.text()
ODD = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(KEYS), inner))


@given(ODD, st.booleans())
def test_no_event_is_too_odd(odd: Any, ours: bool) -> None:
    event = odd if isinstance(odd, dict) else {"content": odd}
    run([event, {**event, "partial": True}, event], ours)
