"""The director: what people say becomes the edits they mean, and nothing is dropped in silence."""

from __future__ import annotations

import itertools

import pytest

from photo2video_widgets import director, edits, vocabulary
from photo2video_widgets.changes import name_of
from photo2video_widgets.director import Asset, Past, Turn
from photo2video_widgets.draft import Draft


def assets(count: int = 5) -> list[Asset]:
    return [
        Asset(
            f"asset:{number:064x}", f"IMG_{number}.jpg", "image", 4000, 3000, taken=f"2024-05-{20 - number:02}T10:00:00"
        )
        for number in range(1, count + 1)
    ]


def say(*turns: str, count: int = 5) -> tuple[Draft, Turn]:
    """The draft after the turns, and the last one's answer."""
    draft = Draft()
    past: list[Past] = []
    for words in turns:
        turn = director.respond(words, draft, assets(count), past=past)
        changed = edits.apply(draft, turn.operations) if turn.operations else draft
        if changed != draft:
            past.append(Past(words, draft))
        draft = changed
    return draft, turn


def test_the_first_message_makes_a_film_of_all_photos_in_order() -> None:
    draft, turn = say("turn these photos into a slideshow video with music and transitions")
    assert turn.action == "edit"
    assert turn.not_understood == ()
    assert [segment.name for segment in draft.pictures] == [asset.name for asset in assets()]
    assert all(2000 <= segment.duration <= 6000 for segment in draft.pictures)
    assert [bool(segment.transition) for segment in draft.pictures] == [False, True, True, True, True]
    motions = [segment.motion.kind for segment in draft.pictures]
    assert "none" not in motions
    assert all(one != two for one, two in itertools.pairwise(motions))
    assert [(sound.start, sound.end, sound.src) for sound in draft.sounds] == [(0, draft.duration, "music:calm")]
    assert "5 photos" in turn.reply


@pytest.mark.parametrize(
    ("words", "size"),
    [
        ("a vertical video", (1080, 1920)),
        ("make a reel", (1080, 1920)),
        ("this is for TikTok", (1080, 1920)),
        ("square slideshow please", (1080, 1080)),
        ("做个竖屏视频", (1080, 1920)),
        ("a widescreen film", (1920, 1080)),
        ("slideshow, 1080x1350", (1080, 1350)),
        ("a square film in 720p", (720, 720)),
    ],
)
def test_shapes_are_named_in_many_ways(words: str, size: tuple[int, int]) -> None:
    draft, turn = say(words)
    assert (draft.width, draft.height) == size
    assert turn.not_understood == ()


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("a 20 second film", 20_000),
        ("a film of half a minute", 30_000),
        ("make a video, 0:45 long", 45_000),
        ("make it twenty seconds", 20_000),
        ("做个20秒的视频", 20_000),
        ("做个一分半的视频", 90_000),
        ("a slideshow, 3 seconds each", 15_000),
        ("每张两秒的幻灯片", 10_000),
    ],
)
def test_lengths_are_exact(words: str, length: int) -> None:
    draft, _ = say(words)
    assert draft.duration == length


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ('slideshow with the title "Export Quality 2024"', "Export Quality 2024"),
        ("a film, title: Summer by the sea", "Summer by the sea"),
        ("做个视频，标题“海边的夏天”", "海边的夏天"),
        ("a film titled «Été à Nice»", "Été à Nice"),
        ("make a video called 'It <b>is</b> fine'", "It <b>is</b> fine"),
    ],
)
def test_a_title_is_taken_as_it_was_typed(words: str, text: str) -> None:
    draft, turn = say(words)
    assert [item.text for item in draft.texts] == [text]
    assert turn.action == "edit"


def test_later_messages_change_what_they_name_and_nothing_else() -> None:
    before, _ = say("a slideshow with music")
    after, turn = say("a slideshow with music", "make it 25 seconds and vertical")
    assert (after.width, after.height, after.duration) == (1080, 1920, 25_000)
    assert [item.id for item in after.pictures] == [item.id for item in before.pictures]
    assert [item.motion for item in after.pictures] == [item.motion for item in before.pictures]
    assert after.sounds[0].src == before.sounds[0].src
    assert "25 s" in turn.reply


@pytest.mark.parametrize("words", ["no music", "不要音乐", "a silent film", "slideshow without music please"])
def test_music_can_be_declined(words: str) -> None:
    draft, _ = say(words)
    assert draft.sounds == ()


def test_what_was_not_understood_is_said() -> None:
    draft, turn = say("a slideshow with music, sprinkle glitter everywhere")
    assert len(draft.pictures) == 5
    assert any("glitter" in part for part in turn.not_understood)
    assert "glitter" in turn.reply


def test_words_that_ask_for_nothing_change_nothing_and_get_an_answer() -> None:
    before, _ = say("a slideshow")
    after, turn = say("a slideshow", "the weather is lovely")
    assert (turn.action, after) == ("none", before)
    assert turn.reply


def test_a_photo_that_is_not_there_is_said_and_nothing_else_goes() -> None:
    draft, turn = say("a slideshow", "delete photo 9")
    assert len(draft.pictures) == 5
    assert "9" in turn.reply
    draft, turn = say("a slideshow", "remove IMG_2")
    assert [item.name for item in draft.pictures] == ["IMG_1.jpg", "IMG_3.jpg", "IMG_4.jpg", "IMG_5.jpg"]


def test_the_order_can_be_by_date_by_name_and_reversed() -> None:
    names = [asset.name for asset in assets()]
    by_date, _ = say("a slideshow in the order they were taken")
    assert [item.name for item in by_date.pictures] == names[::-1]
    by_name, _ = say("a slideshow in the order they were taken", "sort by name")
    assert [item.name for item in by_name.pictures] == names


def test_without_photos_it_says_what_to_do() -> None:
    turn = director.respond("make a film", Draft(), [])
    assert (turn.action, turn.operations) == ("none", ())
    assert "Add some photos" in turn.reply


def test_chinese_gets_a_chinese_answer() -> None:
    _, turn = say("把这些照片做成一个带音乐和转场的视频")
    assert turn.language == "zh"
    assert "5 张照片" in turn.reply
    assert turn.not_understood == ()


@pytest.mark.parametrize(
    ("words", "actions"),
    [
        ("export", ["export"]),
        ("looks great, send me the video!", ["export"]),
        ("导出", ["export"]),
        ("how many credits do I have?", ["credits"]),
        ("积分", ["credits"]),
        ("show tracks", ["status"]),
        ("状态", ["status"]),
        ("I want to upload two more photos", ["upload"]),
        ("export the chart as a title", ["edit"]),
        ('title "Export Quality 2024"', ["edit"]),
        ("add a title that says export", ["edit"]),
        ('add end credits "Ana"', ["edit"]),
        ("make it square and then export it", ["edit", "export"]),
        ("don't export yet, first make it 2s per photo", ["edit"]),
        ("make a slideshow", ["edit"]),
    ],
)
def test_messages_are_routed_by_intent(words: str, actions: list[str]) -> None:
    assert director.route(words) == actions


def test_undo_is_for_the_owner_of_the_history() -> None:
    _, turn = say("a slideshow", "undo that")
    assert (turn.action, turn.history, turn.operations) == ("edit", -1, ())


@pytest.mark.parametrize(
    "words",
    ["not vertical please", "I don't want black and white", "no fade to black", "不要竖屏", "不要黑白", "no piano"],
)
def test_what_is_refused_is_never_done(words: str) -> None:
    draft, turn = say(words)
    plain, _ = say("a film")
    assert (draft.width, draft.height) == (plain.width, plain.height)
    assert {item.look for item in draft.pictures} == {"none"}
    assert {item.transition.kind for item in draft.pictures if item.transition} == {"crossfade"}
    assert draft.sounds[0].src == plain.sounds[0].src
    assert turn.not_understood


@pytest.mark.parametrize("words", ["make a video, do not add music", "a film, don't use any music", "a film, no music"])
def test_music_is_left_out_however_it_is_refused(words: str) -> None:
    draft, turn = say(words)
    assert draft.sounds == ()
    assert turn.not_understood == ()


@pytest.mark.parametrize("words", ["please don't zoom", "keep them still", "hold everything still", "不要放大"])
def test_motion_is_left_out_however_it_is_refused(words: str) -> None:
    draft, turn = say(words)
    still = {item.motion.kind for item in draft.pictures} == {"none"}
    assert still or turn.not_understood


@pytest.mark.parametrize(
    "words",
    [
        "tell the story of our trip",
        "a warm video of our date night",
        "random pictures of my cat",
        "our weekend in the house by the sea",
        "a film of the square in Rome",
        "I still love these",
        "温暖的回忆",
    ],
)
def test_everyday_words_are_no_commands(words: str) -> None:
    draft, _ = say(words)
    plain, _ = say("a film")
    assert draft == plain


@pytest.mark.parametrize(
    ("words", "length"),
    [("the first photo for 6 seconds", 6000), ("第一张照片显示5秒", 5000), ("show IMG_1 for 6 seconds", 6000)],
)
def test_a_length_for_one_photo_is_for_that_photo(words: str, length: int) -> None:
    draft, _ = say("a slideshow, 2 seconds each", words)
    assert [item.duration for item in draft.pictures] == [length, 2000, 2000, 2000, 2000]


@pytest.mark.parametrize(
    "words", ["at most 1:30", "max 90 seconds", "最长1分钟", "控制在1分钟以内", "no longer than a minute"]
)
def test_a_limit_never_makes_a_film_longer(words: str) -> None:
    draft, turn = say(f"a film, {words}")
    plain, _ = say("a film")
    assert draft.duration == plain.duration
    assert turn.not_understood == ()


def test_several_photos_go_at_once() -> None:
    for words in ("remove photos 3 and 5", "删除第3张和第5张"):
        draft, turn = say("a slideshow", words)
        assert [item.name for item in draft.pictures] == ["IMG_1.jpg", "IMG_2.jpg", "IMG_4.jpg"]
        assert turn.not_understood == ()


def test_a_song_of_the_users_is_the_music() -> None:
    song = Asset("asset:" + "f" * 64, "our song.mp3", "audio", duration=200_000)
    for words in ("a slideshow", "a slideshow with my song", "a slideshow, use our song as the music"):
        turn = director.respond(words, Draft(), [*assets(), song])
        draft = edits.apply(Draft(), turn.operations)
        assert [(sound.name, sound.src) for sound in draft.sounds] == [(song.name, song.id)]
        assert "our song.mp3" in turn.reply
    turn = director.respond("a slideshow with piano music", Draft(), [*assets(), song])
    assert edits.apply(Draft(), turn.operations).sounds[0].src == "music:piano"


def test_a_title_needs_no_colon_where_it_begins_with_a_capital() -> None:
    draft, _ = say("a slideshow with the title Our Trip")
    assert [text.text for text in draft.texts] == ["Our Trip"]


@pytest.mark.parametrize("words", ["hi", "Hello!", "what can you do?", "你好", "你能做什么", "thanks!"])
def test_a_greeting_makes_no_film(words: str) -> None:
    _, turn = say(words)
    assert (turn.action, turn.operations) == ("none", ())
    assert turn.reply


def test_the_first_reply_says_all_that_was_asked_for() -> None:
    _, turn = say('a black and white film, oldest first, don\'t crop, piano, end credits "Photos by Ana"')
    for part in ("mono", "in the order they were taken", "whole", "piano", "the closing words “Photos by Ana”"):
        assert part in turn.reply


def test_what_was_not_understood_is_quoted_as_it_was_typed() -> None:
    _, turn = say("Birthday video for my daughter Emma")
    assert any("Emma" in part for part in turn.not_understood)


@pytest.mark.parametrize(
    "words", ["a " * 50_000, "9" * 5000 + " seconds each", "make " * 700, "the and put add " * 240]
)
def test_endless_words_are_answered_soon(words: str) -> None:
    # Patterns whose cost grows with the square of the length would take minutes here.
    _, turn = say(words)
    assert turn.reply
    assert director.route(words)


@pytest.mark.parametrize("words", ["a film of 99999999 seconds", "1e9 seconds long", "9999999 hours"])
def test_an_impossible_length_changes_nothing_and_is_said(words: str) -> None:
    draft, turn = say(words)
    plain, _ = say("a film")
    assert draft.duration == plain.duration
    assert "hours" in turn.reply or turn.not_understood


def test_half_a_minute_can_be_a_fraction() -> None:
    draft, _ = say("a film of ½ minute")
    assert draft.duration == 30_000


@pytest.mark.parametrize(
    ("words", "language", "part"),
    [
        ("quita la música", "es", "música"),
        ("die Musik weg", "de", "Musik"),
        ("enlève la musique", "fr", "musique"),
        ("音楽を消して", "ja", "音楽"),
        ("去掉音乐", "zh", "音乐"),
        ("no music", "en", "music removed"),
    ],
)
def test_the_reply_is_in_the_language_of_the_words(words: str, language: str, part: str) -> None:
    draft, turn = say("a slideshow with music", words)
    assert draft.sounds == ()
    assert turn.language == language
    assert part.casefold() in turn.reply.casefold()


def test_a_reply_tells_what_it_was_and_what_it_is_now() -> None:
    _, turn = say("3 seconds each", "make it 20 seconds and square")
    assert "15 s → 20 s" in turn.reply
    assert "1920×1080 → 1080×1080" in turn.reply


def test_half_that_is_half_of_what_was_spoken_of() -> None:
    quieter, _ = say("a slideshow, music at 40%", "now half that")
    assert quieter.sounds[0].volume == pytest.approx(0.2)
    shorter, _ = say("a slideshow, music at 40%", "make it 30 seconds", "now half that")
    assert (shorter.duration, shorter.sounds[0].volume) == (15_000, 0.4)


def test_somewhere_in_between_lies_between_the_last_two() -> None:
    draft, _ = say("2 seconds each", "make it 30 seconds", "too slow, somewhere in between")
    assert draft.duration == 20_000


def test_a_photo_comes_back_as_it_was_and_where_it_was() -> None:
    before, _ = say("a slideshow", "photo 2 for 6 seconds")
    after, turn = say("a slideshow", "photo 2 for 6 seconds", "remove IMG_2", "put IMG_2 back in")
    assert [item.name for item in after.pictures] == [item.name for item in before.pictures]
    assert after.pictures[1].duration == 6000
    assert turn.not_understood == ()


def test_music_that_was_taken_away_comes_back_as_it_was() -> None:
    draft, _ = say("a slideshow with jazz at 25%", "no music", "bring the music back")
    assert [(sound.src, sound.volume) for sound in draft.sounds] == [("music:jazz", 0.25)]


def test_several_steps_are_undone_at_once() -> None:
    assert say("a slideshow", "undo the last two changes")[1].history == -2
    assert say("a slideshow", "撤销最近两次修改")[1].history == -2


def test_what_could_be_two_photos_is_asked_and_nothing_is_done() -> None:
    pets = [Asset(f"asset:{number:064x}", f"dog {number}.jpg") for number in (1, 2)]
    draft = edits.apply(Draft(), director.respond("a film", Draft(), pets).operations)
    turn = director.respond("remove the dog photo", draft, pets)
    assert (turn.asks, turn.operations) == (True, ())
    assert "dog 1.jpg, dog 2.jpg" in turn.reply


def test_an_exception_spares_what_it_names() -> None:
    draft, _ = say("a slideshow", "make everything black and white", "except the last one, keep that in color")
    assert [item.look for item in draft.pictures] == ["mono"] * 4 + ["none"]
    draft, _ = say("a slideshow", "sepia on all but the first two")
    assert [item.look for item in draft.pictures] == ["none"] * 2 + ["sepia"] * 3


def test_a_typing_slip_in_the_trades_words_does_not_matter_and_names_are_left_alone() -> None:
    draft, _ = say("slidshow", "chnage the transitons to croosfade n teh titel to 'Rmoe'")
    assert [text.text for text in draft.texts] == ["Rmoe"]
    draft, turn = say("a slideshow", "remove the flower photo")
    assert len(draft.pictures) == 5
    assert "flower" in turn.reply


def test_how_to_export_is_answered_and_nothing_is_made() -> None:
    _, turn = say("a slideshow", "how do I export?")
    assert (turn.action, turn.operations) == ("none", ())
    assert "export" in turn.reply


def test_what_matters_in_a_photo_is_kept_in_view_and_twins_are_only_mentioned() -> None:
    photos = [
        Asset("asset:" + "1" * 64, "a.jpg", focus=(0.7, 0.3)),
        Asset("asset:" + "2" * 64, "b.jpg", twin_of="asset:" + "1" * 64),
        Asset("asset:" + "3" * 64, "c.jpg", blurred=True),
    ]
    turn = director.respond("a slideshow", Draft(), photos)
    draft = edits.apply(Draft(), turn.operations)
    assert [item.focus for item in draft.pictures] == [(0.7, 0.3), (0.5, 0.5), (0.5, 0.5)]
    assert "a.jpg and b.jpg look nearly alike" in turn.reply
    assert "c.jpg is out of focus" in turn.reply


@pytest.mark.parametrize("words", ["a title ⟦0⟧", "⟦9⟧ and ⟦⟧", "[⟦1⟧]"])
def test_marks_that_look_like_our_own_are_only_letters(words: str) -> None:
    assert say("a slideshow", words)[1].reply


def test_an_undo_and_an_edit_in_one_message_are_both_done_in_that_order() -> None:
    first, _ = say("a slideshow with music")
    upright = edits.apply(first, [edits.set_canvas(1080, 1920)])
    past = [Past("a slideshow with music", Draft()), Past("make it vertical", first)]
    turn = director.respond("undo that and make it square instead", upright, assets(), past=past)
    assert turn.history == -1
    after = edits.apply(first, turn.operations)
    assert (after.width, after.height) == (1080, 1080)
    assert [item.id for item in after.pictures] == [item.id for item in first.pictures]


def test_why_something_is_undone_is_no_edit_of_its_own() -> None:
    first, _ = say("a slideshow with music")
    past = [Past("a slideshow with music", Draft()), Past("make it 5 seconds", first)]
    turn = director.respond(
        "undo that, it was too fast", edits.apply(first, [edits.set_length(5000)]), assets(), past=past
    )
    assert (turn.history, turn.operations) == (-1, ())


@pytest.mark.parametrize(
    "words",
    [
        "the gizmo looks quick to my uncle",
        "what happens if I remove the last photo?",
        "加个旁白",
        "Honestly I'm not a filter person",
    ],
)
def test_what_was_likely_misread_is_told_back_and_not_done(words: str) -> None:
    before, _ = say("a slideshow with music")
    after, turn = say("a slideshow with music", words)
    assert after == before
    assert (turn.action, turn.operations) == ("none", ())
    assert words.rstrip("?") in turn.reply


@pytest.mark.parametrize(
    "words",
    [
        "make it vertical with a voiceover",
        "black and white except for the skateboard",
        "zoom into the skateboard on the second photo",
        "pon Despacito",
        "Musik lauter beim Skateboard",
    ],
)
def test_nothing_is_done_of_a_clause_with_a_word_unaccounted_for(words: str) -> None:
    before, _ = say("a slideshow with music")
    after, turn = say("a slideshow with music", words)
    assert after == before
    assert words in turn.reply


@pytest.mark.parametrize(
    "words",
    [
        "don't delete the second photo",
        "is it vertical or square?",
        "should I remove the last one?",
        'my friend captioned hers "cat nap"',
        "my wife said it's too long, but I think it's fine",
        "this music is lovely",
        "no borres la primera foto",
        "was wäre, wenn ich das zweite Foto lösche?",
        "第二张先别删",
        "现在是横的还是竖的？",
        "もし最後の写真を消したら変かな？",
        "能做成黑白的吗？先别改",
    ],
)
def test_talk_changes_nothing(words: str) -> None:
    before, _ = say("a slideshow with music")
    after, turn = say("a slideshow with music", words)
    assert (after, turn.action) == (before, "none")
    assert turn.reply


@pytest.mark.parametrize(
    "words", ["make one of the photos longer", "alarga una de las fotos", "有一张时间改长点", "make that one longer"]
)
def test_which_photo_is_asked_where_nothing_says_it(words: str) -> None:
    before, _ = say("a slideshow")
    after, turn = say("a slideshow", words)
    assert after == before
    assert turn.asks


def test_what_was_undone_can_be_brought_back() -> None:
    draft, _ = say("a slideshow")
    turn = director.respond("actually bring it back", draft, assets(), past=[])
    assert (turn.action, turn.history, turn.operations) == ("edit", 1, ())


def test_what_was_taken_out_comes_back_where_it_was() -> None:
    before, _ = say("a slideshow")
    after, _ = say("a slideshow", "remove the second photo", "actually bring it back")
    assert [item.name for item in after.pictures] == [item.name for item in before.pictures]


@pytest.mark.parametrize("language", ["zh", "es", "de", "fr", "ja"])
def test_every_transition_is_called_by_a_name_of_the_language(language: str) -> None:
    same = {"zoom"}
    for name in set(vocabulary.TRANSITIONS) - same:
        assert name_of(language, name) != name.replace("-", " ")
