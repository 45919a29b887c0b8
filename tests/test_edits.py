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


def test_a_photo_can_be_shown_again(draft: Draft) -> None:
    again = edits.duplicate(draft.pictures[0].id, 4)(draft)
    assert names(again) == ["p1.jpg", "p2.jpg", "p3.jpg", "p4.jpg", "p1.jpg"]
    assert again.duration == draft.duration + draft.pictures[0].duration
    assert again.pictures[4].transition == draft.pictures[1].transition
    assert len({segment.id for segment in again.pictures}) == 5


def test_two_photos_change_places_and_cuts_stay(draft: Draft) -> None:
    swapped = edits.swap(draft.pictures[0].id, draft.pictures[2].id)(draft)
    assert names(swapped) == ["p3.jpg", "p2.jpg", "p1.jpg", "p4.jpg"]
    assert [bool(segment.transition) for segment in swapped.pictures] == [False, True, True, True]


def test_several_photos_are_changed_or_go_at_once(draft: Draft) -> None:
    some = [draft.pictures[1].id, draft.pictures[3].id]
    assert [item.look for item in edits.set_look("mono", some)(draft).pictures] == ["none", "mono", "none", "mono"]
    assert names(edits.remove(some)(draft)) == ["p1.jpg", "p3.jpg"]
    with pytest.raises(DraftError, match="there is no photo 'nobody'"):
        edits.set_look("mono", [*some, "nobody"])(draft)


def test_transitions_can_vary(draft: Draft) -> None:
    varied = edits.vary_transitions(["zoom", "blur"], 400)(draft)
    kinds = [segment.transition and segment.transition.kind for segment in varied.pictures]
    assert kinds == [None, "zoom", "blur", "zoom"]
    with pytest.raises(DraftError, match="at least one transition"):
        edits.vary_transitions([])(draft)


def test_motion_gets_stronger_where_there_is_one(draft: Draft) -> None:
    moving = edits.set_motion("zoom-in", draft.pictures[0].id, 0.1)(draft)
    stronger = edits.scale_motion(2)(moving)
    assert [segment.motion.amount for segment in stronger.pictures[:2]] == [0.2, 0.15]
    assert stronger.pictures[1].motion.kind == "none"


def test_a_clip_is_as_long_as_its_part(draft: Draft) -> None:
    clip = {"name": "c.mp4", "src": ASSET, "kind": "video", "duration": 6000, "trim": [0, 6000]}
    with_clip = edits.add_photos([clip])(draft)
    trimmed = edits.set_trim(with_clip.pictures[4].id, 2000, 5000)(with_clip)
    assert (trimmed.pictures[4].duration, trimmed.pictures[4].trim) == (3000, (2000, 5000))
    with pytest.raises(DraftError, match="only clips can be trimmed"):
        edits.set_trim(draft.pictures[0].id, 0, 1000)(draft)


def test_music_fades_and_begins_when_it_is_told_to(draft: Draft) -> None:
    faded = edits.set_fade(fade_out=4000)(draft)
    assert faded.sounds[0].fade == (500, 4000)
    late = edits.start_music(5000)(faded)
    assert (late.sounds[0].start, late.sounds[0].end) == (5000, late.duration)
    with pytest.raises(DraftError, match="no music"):
        edits.set_fade(1000)(edits.remove_music()(draft))


def test_captions_stand_on_their_photos(draft: Draft) -> None:
    first, last = draft.pictures[0], draft.pictures[3]
    written = edits.add_captions({first.id: "One", last.id: "Two"}, "top")(draft)
    found = {text.text: (text.start, text.end, text.role) for text in written.texts if text.position == "top"}
    assert found == {"One": (0, 3000, "caption"), "Two": (9000, 12_000, "caption")}
    with pytest.raises(DraftError, match="words by the id of a photo"):
        edits.add_captions({"nobody": "?"})(draft)
