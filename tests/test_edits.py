"""Edits: each does what it says, what follows of itself follows, and nothing else moves."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photo2video_widgets import edits, vocabulary
from photo2video_widgets.draft import Draft
from photo2video_widgets.errors import DraftError

ASSET = "asset:" + "ab" * 32


def photos(count: int) -> list[dict[str, Any]]:
    return [{"name": f"p{number}.jpg", "src": ASSET, "kind": "image"} for number in range(1, count + 1)]


@pytest.fixture
def draft() -> Draft:
    return edits.apply(
        Draft(),
        [
            edits.add_photos(photos(4), duration=3000),
            edits.set_transition("crossfade", 500),
            edits.set_music("music:lofi", "Lo-fi"),
            edits.add_text("Trip"),
            edits.add_text("by the sea", role="caption", start=3000, duration=3000),
            edits.add_text("The end", role="credit", start=10_000, duration=2000),
        ],
    )


def names(draft: Draft) -> list[str]:
    return [segment.name for segment in draft.pictures]


def test_a_new_length_is_exact_and_everything_at_the_end_follows(draft: Draft) -> None:
    longer = edits.set_length(20_001)(draft)
    assert longer.duration == 20_001
    assert max(item.duration for item in longer.pictures) - min(item.duration for item in longer.pictures) <= 1
    assert [(sound.start, sound.end) for sound in longer.sounds] == [(0, 20_001)]
    assert [(text.start, text.end) for text in longer.texts if text.text == "The end"] == [(18_001, 20_001)]
    assert [(text.start, text.end) for text in longer.texts if text.text == "Trip"] == [(0, 3000)]


def test_a_caption_moves_with_its_photo_and_goes_with_it(draft: Draft) -> None:
    second = draft.pictures[1]
    moved = edits.move(second.id, 3)(draft)
    caption = next(text for text in moved.texts if text.role == "caption")
    assert (caption.start, caption.end) == (9000, 12_000)
    gone = edits.remove(second.id)(draft)
    assert [text.role for text in gone.texts] == ["title", "credit"]


def test_moving_keeps_ids_lengths_and_the_cuts_transitions(draft: Draft) -> None:
    draft = edits.apply(draft, [edits.set_duration(5000, draft.pictures[0].id)])
    moved = edits.move(draft.pictures[0].id, 3)(draft)
    assert names(moved) == ["p2.jpg", "p3.jpg", "p4.jpg", "p1.jpg"]
    assert moved.pictures[3].id == draft.pictures[0].id
    assert moved.pictures[3].duration == 5000
    assert [bool(segment.transition) for segment in moved.pictures] == [False, True, True, True]


def test_transitions_get_shorter_where_a_photo_becomes_too_short_for_them(draft: Draft) -> None:
    quick = edits.set_duration(600)(draft)
    assert [segment.transition and segment.transition.duration for segment in quick.pictures] == [None, 300, 300, 300]
    assert [(text.text, text.start, text.end) for text in quick.texts] == [
        ("Trip", 0, 400),
        ("The end", 400, 2400),
        ("by the sea", 600, 1200),
    ]


def test_several_operations_are_all_applied_or_none(draft: Draft) -> None:
    before = draft.data
    with pytest.raises(DraftError, match=r"operations\[1\]\.id: there is no segment 'nobody'"):
        edits.apply(draft, [edits.set_length(9000), edits.remove("nobody")])
    assert draft.data == before


def test_operations_survive_the_wire_and_do_the_same_there(draft: Draft) -> None:
    operations = [edits.set_canvas(1080, 1920), edits.set_motion("pan-left", amount=0.2), edits.set_volume(0.5)]
    wire = json.loads(json.dumps([operation.to_json() for operation in operations]))
    assert edits.apply(draft, edits.from_json(wire)) == edits.apply(draft, operations)


@pytest.mark.parametrize(
    ("wire", "message"),
    [
        ("set_length", "operations: must be a list"),
        ([{"op": "fly"}], "operations[0].op: must be one of"),
        ([{"op": "set_length"}], "operations[0].duration: is missing"),
        ([{"op": "set_length", "duration": "9"}], "operations[0].duration: must be int, not '9'"),
        ([{"op": "set_length", "duration": 9, "speed": 2}], "operations[0].speed: set_length takes duration"),
    ],
)
def test_a_misspelt_operation_is_refused_with_its_path(wire: object, message: str) -> None:
    with pytest.raises(DraftError) as refused:
        edits.from_json(wire)
    assert str(refused.value).startswith(message)


def test_undo_gives_the_earlier_draft_exactly(draft: Draft) -> None:
    history = edits.History(draft)
    history.push(edits.remove(draft.pictures[0].id)(draft))
    history.push(edits.set_look("mono")(history.draft))
    assert history.step(-2)
    assert history.draft == draft
    assert not history.step(-1)
    assert history.step(2)
    assert len(history.draft.pictures) == 3


ids = st.sampled_from(["s1", "s2", "s3", "s5", "s9", "nobody"])
operations = st.one_of(
    st.builds(edits.set_length, st.integers(0, 60_000)),
    st.builds(edits.set_duration, st.integers(0, 9000), st.none() | ids),
    st.builds(edits.remove, ids),
    st.builds(edits.move, ids, st.integers(-1, 5)),
    st.builds(edits.add_photos, st.just(photos(2)), st.none() | st.integers(0, 3), st.integers(100, 5000)),
    st.builds(edits.set_transition, st.sampled_from(["cut", *vocabulary.TRANSITIONS]), st.integers(1, 5000)),
    st.builds(edits.set_music, st.just("music:calm"), st.just("Calm")),
    st.builds(edits.remove_music),
    st.builds(edits.add_text, st.just("x"), st.sampled_from(vocabulary.ROLES), st.integers(0, 9000)),
    st.builds(edits.edit_text, ids, start=st.integers(0, 20_000)),
)


@given(st.lists(operations, max_size=12))
def test_any_edits_give_a_draft_that_keeps_the_rules_or_say_why_not(sequence: list[edits.Operation]) -> None:
    draft = edits.add_photos(photos(3))(Draft())
    for operation in sequence:
        try:
            draft = operation(draft)
        except DraftError as refused:
            assert refused.path
        draft.check()


def test_the_module_offers_every_operation_and_nothing_else() -> None:
    with pytest.raises(DraftError) as told:
        edits.from_json([{"op": "?"}])
    known = told.value.problem.removeprefix("must be one of ").split(", ")
    assert set(dir(edits)) == {*known, "History", "Operation", "apply", "from_json"}
