"""Edits by hand and the history, as a panel's views ask for them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import photo2video_widgets as p2v
from photo2video_widgets import edits
from photo2video_widgets.errors import DraftError
from photo2video_widgets.hosted.wording import in_words

from .pictures import photo
from .test_edits import draft, photos
from .test_panel import panel, tell, until

__all__ = ["draft", "panel"]


@pytest.fixture
def told(panel: p2v.Panel, tmp_path: Path) -> list[dict[str, Any]]:
    """What a panel with a film of two photos tells its views."""
    panel.add([photo(tmp_path / "a.jpg"), photo(tmp_path / "b.jpg")])
    panel.say("a slideshow, 2 seconds each, no music")
    until(lambda: panel.phase == "ready" and panel.draft)
    messages: list[dict[str, Any]] = []
    panel.send = lambda content, buffers=None: messages.append(content)  # type: ignore[method-assign]
    return messages


def answers(told: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [message for message in told if message["type"] == kind]


def test_an_outdated_gesture_is_refused_to_the_views_and_changes_nothing(
    panel: p2v.Panel, told: list[dict[str, Any]]
) -> None:
    before = panel.draft
    tell(panel, "edit", base=panel.revision - 1, operations=[{"op": "set_length", "duration": 9000}])
    until(lambda: answers(told, "refused"))
    assert answers(told, "refused")[0]["stale"] is True
    tell(panel, "edit", base=panel.revision, operations=[{"op": "split", "id": "s1", "at": 20}])
    until(lambda: len(answers(told, "refused")) == 2)
    assert answers(told, "refused")[1]["message"].startswith("That can't be done: must be at least 100 ms")
    assert answers(told, "refused")[1]["stale"] is False
    assert panel.draft == before


def test_the_history_is_told_looked_at_and_restored(panel: p2v.Panel, told: list[dict[str, Any]]) -> None:
    first = panel.revision
    tell(panel, "edit", base=first, operations=[{"op": "set_duration", "duration": 3000, "id": "s1"}])
    until(lambda: panel.revision == first + 1)
    tell(panel, "history")
    until(lambda: answers(told, "history"))
    history = answers(told, "history")[0]
    assert history["revision"] == first + 1
    assert [entry["origin"] for entry in history["entries"]] == ["code", "words", "gesture"]
    assert history["entries"][1]["words"] == "a slideshow, 2 seconds each, no music"
    assert history["entries"][2]["changes"]
    assert "draft" not in history["entries"][2]
    tell(panel, "revision", revision=first)
    until(lambda: answers(told, "revision"))
    assert p2v.Draft(answers(told, "revision")[0]["draft"]).duration == 4000
    assert p2v.Draft(panel.draft).duration == 5000
    tell(panel, "restore", revision=first, base=panel.revision)
    until(lambda: panel.revision == first + 2)
    assert p2v.Draft(panel.draft).duration == 4000
    tell(panel, "undo")
    until(lambda: panel.revision == first + 3)
    assert p2v.Draft(panel.draft).duration == 5000


def test_waveforms_come_by_message(panel: p2v.Panel, told: list[dict[str, Any]]) -> None:
    tell(panel, "peaks", src="music:calm", seed=2, seconds=3)
    until(lambda: answers(told, "peaks"))
    answer = answers(told, "peaks")[0]
    assert (answer["src"], answer["seed"], answer["seconds"], len(answer["peaks"])) == ("music:calm", 2, 3, 1000)


# As words for a service that takes nothing else


@pytest.mark.parametrize(
    ("operation", "english", "chinese"),
    [
        (
            edits.move("s1", 2),
            "Move photo 1 (p1.jpg) to place 3 among the photos.",
            "把第 1 张（p1.jpg）移到照片中的第 3 位。",
        ),
        (
            edits.set_transition("wipe-left", 700, "s2"),
            "Set the transition into photo 2 (p2.jpg) to wipe left, duration 0.7 s.",
            "把进入第 2 张（p2.jpg）的转场设为向左擦除，时长 0.7 秒。",
        ),
        (edits.set_duration(2500), "Let every photo last 2.5 s.", "让每张照片持续 2.5 秒。"),
        (
            edits.set_focus("s3", 0.25, 0.5),
            "Keep the point 25 % from the left and 50 % from the top of photo 3 (p3.jpg) in view.",
            "让第 3 张（p3.jpg）中距左 25 %、距上 50 % 的点保持在画面内。",
        ),
        (
            edits.split("s2", 4000),
            "Cut photo 2 (p2.jpg) in two at 4 s of the film.",
            "在影片的 4 秒 处把第 2 张（p2.jpg）切成两段。",
        ),
        (
            edits.remove(["s1", "s4"]),
            "Remove photo 1 (p1.jpg), photo 4 (p4.jpg).",
            "删除第 1 张（p1.jpg）、第 4 张（p4.jpg）。",
        ),
    ],
)
def test_every_gesture_becomes_a_sentence_that_names_and_measures(
    draft: p2v.Draft, operation: edits.Operation, english: str, chinese: str
) -> None:
    assert in_words(draft, [operation], "en") == english
    assert in_words(draft, [operation], "zh") == chinese


def test_no_operation_lacks_words(draft: p2v.Draft) -> None:
    made = {
        "add_captions": edits.add_captions({"s1": "One"}),
        "add_photos": edits.add_photos(photos(1)),
        "add_text": edits.add_text("Hello", start=5000),
        "alternate_motion": edits.alternate_motion(["zoom-in", "zoom-out"]),
        "duplicate": edits.duplicate("s1"),
        "edit_text": edits.edit_text(draft.texts[0].id, text="Sea", style={"color": "#ff0000", "box": None}),
        "move": edits.move("s1", 1),
        "remove": edits.remove("s1"),
        "remove_music": edits.remove_music(),
        "reorder": edits.reorder(["s4", "s3", "s2", "s1"]),
        "scale_motion": edits.scale_motion(2),
        "set_background": edits.set_background("#102030"),
        "set_canvas": edits.set_canvas(1080, 1920),
        "set_duration": edits.set_duration(2000, "s1"),
        "set_durations": edits.set_durations({"s1": 2000, "s3": 1500}),
        "set_fade": edits.set_fade(fade_out=900),
        "set_fit": edits.set_fit("contain", "s1"),
        "set_focus": edits.set_focus("s1", 0.1, 0.2),
        "set_length": edits.set_length(9000),
        "set_look": edits.set_look("mono", "s1"),
        "set_motion": edits.set_motion("pan-left", "s1", 0.2),
        "set_music": edits.set_music("music:calm", "Calm"),
        "set_span": edits.set_span(draft.sounds[0].id, 1000, 2000),
        "set_transition": edits.set_transition("cut"),
        "set_volume": edits.set_volume(0.5),
        "split": edits.split("s1", 1000),
        "start_music": edits.start_music(2000),
        "swap": edits.swap("s1", "s2"),
        "vary_transitions": edits.vary_transitions(["blur"]),
    }
    clips = {"set_trim"}
    assert set(made) | clips == set(edits.__all__) - {"History", "Operation", "apply", "from_json"}
    for operation in made.values():
        for language in ("en", "zh"):
            words = in_words(draft, [operation], language)
            assert len(words) > 4
            assert "{" not in words
    with pytest.raises(DraftError):
        in_words(draft, [edits.move("nobody", 1)], "en")
