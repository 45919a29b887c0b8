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
    st.builds(edits.set_durations, st.dictionaries(ids, st.integers(0, 9000), max_size=3)),
    st.builds(edits.remove, ids),
    st.builds(edits.move, ids, st.integers(-1, 5)),
    st.builds(edits.add_photos, st.just(photos(2)), st.none() | st.integers(0, 3), st.integers(100, 5000)),
    st.builds(edits.set_transition, st.sampled_from(["cut", *vocabulary.TRANSITIONS]), st.integers(1, 5000)),
    st.builds(edits.set_music, st.just("music:calm"), st.just("Calm")),
    st.builds(edits.remove_music),
    st.builds(edits.add_text, st.just("x"), st.sampled_from(vocabulary.ROLES), st.integers(0, 9000)),
    st.builds(edits.edit_text, ids, start=st.integers(0, 20_000)),
    st.builds(edits.split, ids, st.integers(0, 12_000)),
    st.builds(edits.duplicate, st.lists(ids, max_size=2)),
    st.builds(edits.set_span, ids, st.integers(-1, 9000), st.none() | st.integers(0, 9000)),
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


def test_a_photo_is_split_and_nothing_else_moves(draft: Draft) -> None:
    moving = edits.set_duration(4000, draft.pictures[1].id)(draft)
    halves = edits.split(moving.pictures[1].id, 4000)(moving)
    assert [(item.name, item.start, item.duration) for item in halves.pictures[1:4]] == [
        ("p2.jpg", 3000, 1000), ("p2.jpg", 4000, 3000), ("p3.jpg", 7000, 3000),
    ]  # fmt: skip
    assert [bool(item.transition) for item in halves.pictures] == [False, True, False, True, True]
    assert halves.duration == moving.duration
    assert halves.texts == moving.texts
    for at in (3050, 6950, 9000):
        with pytest.raises(DraftError, match="at least 100 ms from both ends"):
            edits.split(moving.pictures[1].id, at)(moving)


def test_a_transition_gets_shorter_where_a_split_leaves_too_little_room_for_it(draft: Draft) -> None:
    halves = edits.split(draft.pictures[1].id, 3600)(draft)
    assert halves.pictures[1].transition
    assert halves.pictures[1].transition.duration == 300


def test_the_halves_of_clips_sounds_and_words_go_on_where_they_were_cut(draft: Draft) -> None:
    clip = {"name": "c.mp4", "src": ASSET, "kind": "video", "duration": 6000, "trim": [1000, 7000]}
    draft = edits.add_photos([clip])(draft)
    clips = edits.split(draft.pictures[4].id, 14_000)(draft).pictures[4:]
    assert [(item.trim, item.duration) for item in clips] == [((1000, 3000), 2000), ((3000, 7000), 4000)]
    draft = edits.set_music(ASSET, "song.mp3", offset=500)(draft)
    sounds = edits.split(draft.sounds[0].id, 5000)(draft).sounds
    assert [(item.start, item.duration, item.offset, item.fade) for item in sounds] == [
        (0, 5000, 500, (500, 0)), (5000, 13_000, 5500, (0, 1500)),
    ]  # fmt: skip
    draft = edits.edit_text(draft.texts[0].id, animation={"in": "slide", "out": "fade"})(draft)
    words = edits.split(draft.texts[0].id, 1000)(draft).texts[:2]
    assert [(item.text, item.start, item.duration) for item in words] == [("Trip", 0, 1000), ("Trip", 1000, 2000)]
    assert [item.animation for item in words] == [("slide", "none"), ("none", "fade")]


def test_words_and_sounds_have_their_own_time_photos_follow_one_another(draft: Draft) -> None:
    title = next(text for text in draft.texts if text.text == "Trip")
    moved = edits.set_span(title.id, 500)(draft)
    assert [(text.start, text.end) for text in moved.texts if text.id == title.id] == [(500, 3500)]
    music = edits.set_music(ASSET, "song.mp3")(draft)
    late = edits.set_span(music.sounds[0].id, 2000, 10_000)(music).sounds[0]
    assert (late.start, late.end, late.offset) == (2000, 12_000, 2000)
    with pytest.raises(DraftError, match="before the film ends at 12000"):
        edits.set_span(title.id, 10_000)(draft)
    with pytest.raises(DraftError, match="photos follow one another"):
        edits.set_span(draft.pictures[0].id, 0)(draft)


def test_several_photos_move_together_and_are_repeated_together(draft: Draft) -> None:
    some = [draft.pictures[3].id, draft.pictures[1].id]
    assert names(edits.move(some, 0)(draft)) == ["p2.jpg", "p4.jpg", "p1.jpg", "p3.jpg"]
    assert names(edits.move(some, 2)(draft)) == ["p1.jpg", "p3.jpg", "p2.jpg", "p4.jpg"]
    again = edits.duplicate(some)(draft)
    assert names(again) == ["p1.jpg", "p2.jpg", "p3.jpg", "p4.jpg", "p2.jpg", "p4.jpg"]
    assert len({segment.id for segment in again.pictures}) == 6
    with pytest.raises(DraftError, match="from 0 to 2"):
        edits.move(some, 3)(draft)


def test_words_are_repeated_in_the_next_gap_of_their_place(draft: Draft) -> None:
    title = next(text for text in draft.texts if text.text == "Trip")
    twice = edits.duplicate(title.id)(draft)
    assert [(text.start, text.end) for text in twice.texts if text.text == "Trip"] == [(0, 3000), (3000, 6000)]
    with pytest.raises(DraftError, match="no room"):
        edits.duplicate(next(text.id for text in draft.texts if text.role == "credit"))(draft)
    with pytest.raises(DraftError, match="one kind at a time"):
        edits.duplicate([title.id, draft.pictures[0].id])(draft)


def test_several_texts_are_styled_at_once(draft: Draft) -> None:
    styled = edits.edit_text([text.id for text in draft.texts], style={"color": "#ff0000"})(draft)
    assert {text.style.color for text in styled.texts} == {"#ff0000"}
    assert [text.style.size for text in styled.texts] == [text.style.size for text in draft.texts]


def test_one_sound_of_several_fades(draft: Draft) -> None:
    draft = edits.split(draft.sounds[0].id, 5000)(draft)
    first, second = draft.sounds
    faded = edits.set_fade(fade_in=800, id=second.id)(draft)
    assert [sound.fade for sound in faded.sounds] == [first.fade, (800, 1500)]
    with pytest.raises(DraftError, match="there is no sound 'nobody'"):
        edits.set_fade(1, id="nobody")(draft)


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
