"""Photos by when they were taken or what they stand beside, and words of the film that are put right unquoted."""

from __future__ import annotations

import pytest

from photo2video_widgets import director, edits
from photo2video_widgets.director import Asset, Past, Turn
from photo2video_widgets.draft import Draft

TAKEN = {
    "lift": "2025-01-12T09:10:00",
    "summit": "2025-01-13T11:30:00",
    "fondue": "2025-01-12T20:00:00",
    "lake": "2024-09-01T10:00:00",
}
ASSETS = [
    Asset(f"asset:{number:064x}", f"{name}.jpg", "image", 800, 600, None, taken)
    for number, (name, taken) in enumerate(TAKEN.items(), 1)
]


def after(first: str, words: str) -> tuple[Draft, Turn]:
    before = edits.apply(Draft(), director.respond(first, Draft(), ASSETS).operations)
    turn = director.respond(words, before, ASSETS, None, [Past(first, Draft())])
    return edits.apply(before, turn.operations) if turn.operations else before, turn


def names(draft: Draft) -> list[str]:
    return [segment.name.removesuffix(".jpg") for segment in draft.pictures]


@pytest.mark.parametrize(
    "words",
    [
        "remove everything from january 12", "drop the pics taken on 12 January", "删掉1月12日拍的",
        "quita las fotos del 12 de enero", "lösch die Bilder vom 12. Januar", "supprime les photos du 12 janvier",
        "1月12日の写真を消して", "delete the ones from 2025-01-12",
    ],
)  # fmt: skip
def test_photos_of_a_day_are_removed_in_six_languages(words: str) -> None:
    draft, _ = after("make a slideshow", words)
    assert names(draft) == ["summit", "lake"]


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("keep only the ones from january", ["lift", "summit", "fondue"]),
        ("9月拍的那张去掉", ["lift", "summit", "fondue"]),
        ("remove the photos from sunday", ["summit"]),
    ],
)
def test_a_month_or_a_weekday_tells_which_photos(words: str, left: list[str]) -> None:
    assert names(after("make a slideshow", words)[0]) == left


def test_a_day_without_photos_changes_nothing_and_is_said() -> None:
    before, _ = after("make a slideshow", "")
    draft, turn = after("make a slideshow", "delete everything from march 3rd")
    assert draft == before
    assert "then" in turn.reply


@pytest.mark.parametrize(
    ("words", "order"),
    [
        ("move the last one up by one", ["lift", "summit", "lake", "fondue"]),
        ("shift the lift back by two", ["summit", "fondue", "lift", "lake"]),
        ("把lake往前移一位", ["lift", "summit", "lake", "fondue"]),
        ("schieb lake um eins nach vorne", ["lift", "summit", "lake", "fondue"]),
        ("mueve lake un puesto hacia adelante", ["lift", "summit", "lake", "fondue"]),
        ("avance lake d'une place", ["lift", "summit", "lake", "fondue"]),
        ("lakeを一つ前に移動して", ["lift", "summit", "lake", "fondue"]),
        ("move the first one up by one", ["lift", "summit", "fondue", "lake"]),
    ],
)
def test_a_photo_moves_by_so_many_places(words: str, order: list[str]) -> None:
    assert names(after("make a slideshow", words)[0]) == order


@pytest.mark.parametrize(
    ("words", "gone"),
    [
        ("remove the fondue and the one before", {"summit", "fondue"}),
        ("remove the one after the summit", {"fondue"}),
        ("delete the lift and the next one", {"lift", "summit"}),
    ],
)
def test_a_photo_is_named_by_its_neighbour(words: str, gone: set[str]) -> None:
    assert set(TAKEN) - set(names(after("make a slideshow", words)[0])) == gone


@pytest.mark.parametrize(
    ("first", "words", "title"),
    [
        ("slideshow with the title “Sumer Trip”", "fix the spelling, Sumer should be Summer", "Summer Trip"),
        ("slideshow with the title “Sumer Trip”", "there's a typo in the title: it's Summer", "Summer Trip"),
        ("slideshow with the title “Sumer Trip”", "replace Sumer with Summer in the title", "Summer Trip"),
        ("vídeo con título “Fiestas 2024”", "cambia Fiestas por Fallas", "Fallas 2024"),
        ("Diashow mit Titel “Somer”", "Tippfehler im Titel, es heißt Sommer, nicht Somer", "Sommer"),
        ("vidéo avec le titre “Ete”", "remplace Ete par Été", "Été"),
        ("做个视频，标题“夏日旅行”", "把夏日改成冬日", "冬日旅行"),
        ("動画にして、タイトルは「夏の旅」", "夏を冬に変えて", "冬の旅"),
    ],
)
def test_words_of_the_film_are_put_right_without_quotation_marks(first: str, words: str, title: str) -> None:
    draft, turn = after(first, words)
    assert [item.text for item in draft.texts] == [title]
    assert not turn.not_understood


def test_a_noun_of_the_trade_is_no_word_of_the_title() -> None:
    draft, _ = after("slideshow with calm music and the title “The music of summer”", "change music to jazz")
    assert draft.sounds[0].src == "music:jazz"
    assert draft.texts[0].text == "The music of summer"


def test_one_cut_is_left_out_of_all_others() -> None:
    draft, _ = after(
        "slideshow with hard cuts", "crossfades everywhere except between summit and fondue, plain cut there"
    )
    assert [bool(segment.transition) for segment in draft.pictures[1:]] == [True, False, True]


def test_the_first_photos_are_no_step_forward() -> None:
    assert names(after("make a slideshow", "只用前三张")[0]) == ["lift", "summit", "fondue"]


QUESTIONED = [Asset(f"asset:{number:064x}", name) for number, name in enumerate(("lake1.jpg", "lake2.jpg", "boat.jpg"))]


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("delete the lake photo", "the second one"),
        ("delete the lake photo", "lake2 I mean"),
        ("delete the lake photo", "sorry, the 2nd of the lake ones"),
    ],
)
def test_an_answer_says_which_photo_was_meant(asked: str, answer: str) -> None:
    draft = edits.apply(Draft(), director.respond("make a slideshow", Draft(), QUESTIONED).operations)
    assert director.respond(asked, draft, QUESTIONED).asks
    turn = director.respond(answer, draft, QUESTIONED, asked=asked)
    assert names(edits.apply(draft, turn.operations)) == ["lake1", "boat"]
    assert not director.respond("thanks", draft, QUESTIONED, asked=asked).operations


@pytest.mark.parametrize(
    "words", ["remove my ex from photo 2", "borra a mi ex de la segunda foto", "enlève mon ex de la photo 2"]
)
def test_what_a_photo_shows_is_not_the_photo(words: str) -> None:
    before, _ = after("make a slideshow", "")
    assert after("make a slideshow", words)[0] == before


def test_a_reason_is_no_wish() -> None:
    draft, turn = after("make a slideshow", "remove the fondue because my uncle yawns there, and make it square")
    assert (names(draft), draft.width == draft.height) == (["lift", "summit", "lake"], True)
    assert not turn.not_understood
