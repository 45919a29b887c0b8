"""How people talk: what stands apart, leans on what was said, is left alone, forbidden, exchanged or told by others."""

from __future__ import annotations

import pytest

from photo2video_widgets import director, edits
from photo2video_widgets.director import Asset, Past, Turn
from photo2video_widgets.draft import Draft

NAMES = ("boat", "dog", "sunset", "dinner", "beach")
ASSETS = [
    Asset(f"asset:{number:064x}", f"{name}.jpg", "image", 800, 600, None, None) for number, name in enumerate(NAMES, 1)
]


def talk(*said: str) -> tuple[Draft, Turn]:
    """The draft after these turns, and the last of the answers."""
    history, past, asked = edits.History(Draft()), list[Past](), ""
    for words in said:
        before = history.draft
        turn = director.respond(words, before, ASSETS, None, past, asked)
        asked = words if turn.asks and not turn.operations else ""
        if turn.history:
            history.step(turn.history)
            del past[turn.history :]
        if turn.operations:
            past.append(Past(words, history.draft))
            history.push(edits.apply(history.draft, turn.operations))
    return history.draft, turn


def names(draft: Draft) -> list[str]:
    return [photo.name.removesuffix(".jpg") for photo in draft.pictures]


def looks(draft: Draft) -> dict[str, str]:
    return {photo.name.removesuffix(".jpg"): photo.look for photo in draft.pictures if photo.look != "none"}


@pytest.mark.parametrize(
    "words",
    ["leave the dog out", "throw the dog out", "the dog, not the boat, has to go", "小狗不要了，dog那张删掉"],
)
def test_verbs_stand_apart_from_their_particles(words: str) -> None:
    assert "dog" not in names(talk("a slideshow", words)[0])


@pytest.mark.parametrize(
    "words",
    [
        "make everything black and white, not the dog", "all in black and white but leave the dog as it is",
        "black and white, but not on the dog", "全部黑白，dog不变",
    ],
)  # fmt: skip
def test_what_is_left_alone_is_no_photo_to_remove(words: str) -> None:
    draft, _ = talk("a slideshow", words)
    assert names(draft) == list(NAMES)
    assert set(looks(draft)) == set(NAMES) - {"dog"}


@pytest.mark.parametrize("words", ["black and white, but not the cathedral", "全部黑白，教堂那张不变"])
def test_an_exception_that_is_not_there_is_told_and_nothing_is_done(words: str) -> None:
    draft, turn = talk("a slideshow", words)
    assert not looks(draft)
    assert turn.not_understood


@pytest.mark.parametrize(
    "words", ["do not make it any longer", "please don't make the music louder", "别再加长了", "don't slow it down"]
)
def test_what_is_forbidden_is_not_done_the_other_way(words: str) -> None:
    assert talk("a slideshow", words)[0] == talk("a slideshow")[0]


def test_a_part_of_a_change_is_undone() -> None:
    made, _ = talk("a slideshow")
    draft, _ = talk("a slideshow", "black and white, jazz and crossfades of 1 second", "undo that but leave the fades")
    assert draft.sounds[0].src == made.sounds[0].src
    assert not looks(draft)
    assert {photo.transition.duration for photo in draft.pictures[1:] if photo.transition} == {1000}
    draft, _ = talk("a slideshow", "sepia and piano music", "undo only the music")
    assert draft.sounds[0].src == made.sounds[0].src
    assert set(looks(draft)) == set(NAMES)


def test_one_photo_gets_back_the_length_that_it_had() -> None:
    made, _ = talk("a slideshow")
    draft, _ = talk("a slideshow", "make the dog 8 seconds", "vintage", "make the dog as long as it was before")
    assert draft.pictures[1].duration == made.pictures[1].duration
    assert set(looks(draft)) == set(NAMES)


def test_the_answer_to_which_photo_is_taken() -> None:
    _, turn = talk("a slideshow", "move it to the front")
    assert turn.asks
    assert names(talk("a slideshow", "move it to the front", "the dog I mean")[0])[0] == "dog"


def test_what_was_done_to_the_wrong_photo_is_taken_back() -> None:
    draft, _ = talk("a slideshow", "drop the beach", "oops i meant the dinner")
    assert names(draft) == ["boat", "dog", "sunset", "beach"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("label them: day 1, day 9, day 20, day 30 and day 41", ["day 1", "day 9", "day 20", "day 30", "day 41"]),
        ("给每张配字：第1天、第7天、第40天、第60天、第80天", ["第1天", "第7天", "第40天", "第60天", "第80天"]),
    ],
)
def test_a_list_after_a_colon_is_one_caption_for_each_photo(words: str, said: list[str]) -> None:
    assert [text.text for text in talk("a slideshow", words)[0].texts] == said


@pytest.mark.parametrize(("hold", "go"), [("don't export yet!", "ok now"), ("先别导出", "好了，可以了")])
def test_an_export_is_put_off_until_it_may_go_ahead(hold: str, go: str) -> None:
    assert talk("a slideshow", hold)[1].action == "none"
    assert talk("a slideshow", hold, go)[1].action == "export"
    assert talk("a slideshow", go)[1].action != "export"


@pytest.mark.parametrize("words", ["my wife says it should be square", "甲方又说要方的"])
def test_what_somebody_wants_is_asked_for(words: str) -> None:
    draft, _ = talk("a slideshow", words)
    assert draft.width == draft.height


def test_one_thing_is_exchanged_for_another() -> None:
    draft, _ = talk("a slideshow", "swap the crossfades for hard cuts")
    assert not any(photo.transition for photo in draft.pictures)


@pytest.mark.parametrize("words", ["the sunset should linger, 6 seconds or so", "日落那张 sunset 要久一点，6秒差不多"])
def test_a_time_is_for_the_photo_that_was_spoken_of(words: str) -> None:
    made, _ = talk("a slideshow")
    draft, _ = talk("a slideshow", words)
    before = [photo.duration for photo in made.pictures]
    assert [photo.duration for photo in draft.pictures] == [*before[:2], 6000, *before[3:]]


def test_not_too_much_of_something_asks_for_less_of_it() -> None:
    made, _ = talk("a slideshow")
    assert talk("a slideshow", "not too fast please")[0].duration > made.duration
    assert talk("a slideshow", "不要太快")[0].duration > made.duration
    assert talk("a slideshow", "add some jazz, not too loud")[0].sounds[0].volume < made.sounds[0].volume


def test_a_word_by_itself_between_commas_takes_nothing_back() -> None:
    draft, _ = talk("a slideshow", 'title "Hey" top left, small, white')
    assert [(text.text, text.position) for text in draft.texts] == [("Hey", "top-left")]


def test_what_is_asked_of_the_music_for_one_photo_alone_is_told_back() -> None:
    draft, turn = talk("a slideshow", "music off during the dog")
    assert draft.sounds
    assert turn.not_understood
