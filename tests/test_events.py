"""What the events of a turn mean."""

from __future__ import annotations

from typing import Any

import pytest

from photo2video_widgets.events import (
    ErrorEvent,
    Event,
    TextEvent,
    ThoughtEvent,
    ToolCallEvent,
    ToolResultEvent,
    TurnReader,
    reword,
)


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
        {"unknown": 1},
    ],
)
def test_what_is_not_known_is_passed_over(event: dict[str, Any]) -> None:
    assert read(event) == ([], "")


def test_an_error_of_the_engine_is_passed_on() -> None:
    assert read({"error": "t[0]: too short"})[0] == [ErrorEvent("t[0]: too short")]


@pytest.mark.parametrize("event", [{"error": "Traceback: secret"}, {"errorCode": "500", "errorMessage": "secret"}])
def test_a_hosted_services_raw_error_is_never_shown(event: dict[str, Any]) -> None:
    (error,) = read(event, ours=False)[0]
    assert isinstance(error, ErrorEvent)
    assert "secret" not in error.message


def test_a_trailing_temporary_issue_after_an_answer_is_dropped() -> None:
    trouble = "I encountered a temporary issue. Please try again."
    assert read(said("Your film is ready."), said(trouble), ours=False)[1] == "Your film is ready."
    assert read(said(f"Your film is ready. {trouble}"), ours=False)[1] == "Your film is ready."


def test_a_temporary_issue_that_is_all_there_is_stays() -> None:
    assert "temporary issue" in read(said("I encountered a temporary issue."), ours=False)[1]


def test_pieces_of_a_hosted_service_are_shown_in_whole_sentences() -> None:
    events, text = read(
        said("Music added. Click the ", True),
        said("Export button. Enjoy", True),
        said("!", True),
        said("Music added. Click the Export button. Enjoy!", False),
        ours=False,
    )
    shown = [event.text for event in events if isinstance(event, TextEvent)]
    assert not [piece for piece in shown if "lick" in piece]
    assert text == "Music added. Say “export” to get the film. Enjoy!"


@pytest.mark.parametrize(
    ("talk", "words"),
    [
        ("Click the Export button to save.", "Say “export” to get the film."),
        ("点击“导出”按钮即可。", "说“导出”就能得到影片。"),
        ("Open the music panel to see more.", "Say “status” to see the tracks."),
        ("Drag the clip to the end.", "Say in words what should go where."),
        ("You can preview it in the timeline.", "Say “status” to see the tracks."),
        ("Check your account for details.", "Say “credits” to see your balance."),
        ("Click on the title.", "Say in words what you want changed."),
    ],
)
def test_talk_of_an_editor_becomes_talk_of_words(talk: str, words: str) -> None:
    assert reword(talk).startswith(words)


@pytest.mark.parametrize(
    "content",
    [
        "The title now reads “Open Water”.",
        "I added a panel of photos from the beach.",
        "音乐已添加，时长 20 秒。",
        "Your film has 12 photos.",
    ],
)
def test_what_describes_content_stays(content: str) -> None:
    assert reword(content) == content
