"""What Spanish, German, French and Japanese need of their own: inflection, word order, and how replies read."""

from __future__ import annotations

import pytest

from photo2video_widgets import director, edits
from photo2video_widgets.director import Asset, Past, Turn
from photo2video_widgets.draft import Draft

FIRST = {"es": "vídeo, 4 segundos por foto, música al 50%", "de": "Diashow, 4 Sekunden pro Bild, Musik 50%",
         "fr": "diaporama, 4 secondes par photo, musique à 50%", "ja": "動画を作って、1枚4秒、音楽50%"}  # fmt: skip
ASSETS = [Asset(f"asset:{number:064x}", f"{name}.jpg") for number, name in enumerate(("alp", "see", "huette"), 1)]


def after(language: str, *words: str) -> tuple[Draft, Turn]:
    draft = Draft()
    past: list[Past] = []
    for said in (FIRST[language], *words):
        turn = director.respond(said, draft, ASSETS, None, past)
        if turn.history:
            draft = past.pop().draft
        elif turn.operations:
            past.append(Past(said, draft))
            draft = edits.apply(draft, turn.operations)
    return draft, turn


def lengths(draft: Draft) -> list[int]:
    return [photo.duration for photo in draft.pictures]


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("es", "quítale un segundo a todas", [3000] * 3), ("fr", "enlève une seconde partout", [3000] * 3),
        ("de", "überall ne Sekunde weniger", [3000] * 3), ("es", "un segundo más a todas", [5000] * 3),
        ("es", "las otras un segundo menos", [3000] * 3), ("de", "alle gleich lang, zwei Sekunden", [2000] * 3),
        ("es", "todas iguales de dos segundos", [2000] * 3), ("fr", "la première sept secondes", [7000, 4000, 4000]),
        ("de", "um die Hälfte länger", [6000] * 3), ("fr", "rallonge de moitié", [6000] * 3),
        ("es", "un cuarto de minuto", [5000] * 3), ("fr", "trois quarts de minute", [15000] * 3),
        ("ja", "もうちょい長くてもいい", [4800] * 3), ("es", "acórtalo a 9 segundos", [3000] * 3),
    ],
)  # fmt: skip
def test_times_are_added_and_taken_away_as_each_language_says_it(
    language: str, words: str, expected: list[int]
) -> None:
    assert lengths(after(language, words)[0]) == expected


def test_the_new_first_photo_is_the_one_that_is_first_by_then() -> None:
    draft, _ = after("de", "das erste Bild raus und das neue erste auf 7 Sekunden")
    assert [(photo.name, photo.duration) for photo in draft.pictures] == [("see.jpg", 7000), ("huette.jpg", 4000)]


@pytest.mark.parametrize(
    ("language", "words", "order"),
    [
        ("es", "cambia la primera por la última", ["huette", "see", "alp"]),
        ("ja", "3枚目を1番目に", ["huette", "alp", "see"]),
        ("es", "mándala al final, la see", ["alp", "huette", "see"]),
        ("ja", "seeはブレてるから外して", ["alp", "huette"]),
    ],
)
def test_photos_change_places_in_the_words_of_each_language(language: str, words: str, order: list[str]) -> None:
    assert [photo.name.removesuffix(".jpg") for photo in after(language, words)[0].pictures] == order


@pytest.mark.parametrize(
    ("language", "words", "mood"),
    [("es", "un pianito estaría bien", "piano"), ("es", "pon algo más movidito", "upbeat"),
     ("fr", "un p'tit piano ce serait bien", "piano"), ("de", "was mit mehr Wumms", "upbeat")],
)  # fmt: skip
def test_music_is_asked_for_in_small_words(language: str, words: str, mood: str) -> None:
    assert after(language, words)[0].sounds[0].src == f"music:{mood}"


@pytest.mark.parametrize(
    ("language", "words"),
    [("de", "mach die Musik nicht lauter"), ("fr", "ne monte pas le son"), ("es", "no subas la música"),
     ("ja", "音楽を大きくしないで"), ("ja", "ちょっと長くない？"), ("es", "¿no es un poco largo?"),
     ("fr", "la musique est trop forte ?")],
)  # fmt: skip
def test_what_is_forbidden_or_only_asked_changes_nothing(language: str, words: str) -> None:
    assert after(language, words)[0] == after(language)[0]


@pytest.mark.parametrize(
    ("language", "words"),
    [("de", "statt Crossfade lieber wischen"), ("es", "en vez de fundido usa cortinilla"),
     ("fr", "au lieu du fondu mets un volet"), ("ja", "クロスフェードの代わりにワイプ")],
)  # fmt: skip
def test_what_is_named_after_instead_is_not_what_is_wanted(language: str, words: str) -> None:
    kinds = {photo.transition.kind for photo in after(language, words)[0].pictures if photo.transition}
    assert kinds == {"wipe-left"}


def test_only_before_a_removal_asks_for_nothing_more() -> None:
    assert len(after("es", "déjalo todo igual, solo quita see")[0].pictures) == 2


def test_not_so_loud_asks_for_quieter_where_not_louder_does_not() -> None:
    assert after("de", "nicht so laut")[0].sounds[0].volume < 0.5


@pytest.mark.parametrize(
    ("language", "words"),
    [("fr", "entre 1 et 2, un fondu au blanc"), ("es", "entre la 1 y la 2 que funda a blanco"),
     ("ja", "1枚目と2枚目の間、そこは白フェードで"), ("de", "von 1 zu 2 durch Weiß")],
)  # fmt: skip
def test_a_cut_that_is_named_ahead_is_the_only_one_that_changes(language: str, words: str) -> None:
    kinds = [photo.transition.kind for photo in after(language, words)[0].pictures if photo.transition]
    assert kinds == ["fade-white", "crossfade"]


def test_nothing_is_exported_while_what_comes_before_it_was_not_understood() -> None:
    draft, turn = after("de", "entferne den Fleck am Himmel und dann exportieren")
    assert (turn.action, draft) == ("none", after("de")[0])
    assert after("de", "exportieren, aber vorher den see raus")[1].action == "export"


def test_a_short_message_is_answered_in_the_language_of_the_talk() -> None:
    assert after("de", "im Querformat", "full hd bitte")[1].language == "de"
    assert after("ja", "最大20秒")[1].language == "ja"


@pytest.mark.parametrize(
    ("language", "words", "said"),
    [
        ("fr", "vire see", "Photo, retrait : see.jpg"), ("es", "título «Alpes»", "Título, nuevo: «Alpes»"),
        ("de", "Hintergrund schwarz", "Hintergrund: Unschärfe → Schwarz"),
        ("ja", "seeを最初に", "移動：see.jpg、2番目 → 1番目。"),
        ("de", "alle 2 Sekunden", "3 Fotos: je 4 s → 2 s"),
        ("fr", "mets see au début", "Déplacement : see.jpg, place 2 → 1."),
    ],
)  # fmt: skip
def test_replies_name_what_changed_as_its_speakers_would(language: str, words: str, said: str) -> None:
    assert said in after(language, words)[1].reply
