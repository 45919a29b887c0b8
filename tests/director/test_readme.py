"""The README's table of what can be said: the director does what every example asks for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from photo2video_widgets import director, edits
from photo2video_widgets.director import Asset, Past, Turn
from photo2video_widgets.draft import Draft

README = Path(__file__).parents[2] / "README.md"
NAMES = "beach dinner boat market sunset group dog cake lake IMG_0112".split()
ASSETS = [
    Asset(f"asset:{number:064x}", f"{name}.jpg", "image", 4000, 3000, taken=f"2024-01-{18 - number:02}T10:00:00")
    for number, name in enumerate(NAMES)
] + [
    Asset(f"asset:{'c' * 64}", "pier.mp4", "video", 1920, 1080, 8000),
    Asset(f"asset:{'d' * 64}", "song.mp3", "audio", duration=90_000),
]
FIRST = "a slideshow with a title: Sumer by the sea, and a caption on the first photo: Hello"
# What has to have been said before an example makes sense.
BEFORE = {
    "put dinner back in": ["remove dinner"],
    "remove the filter": ["black and white"],
    "now half that": ["make it 40 seconds"],
    "even quieter": ["music at 80 %"],
    "somewhere in between": ["make it 40 seconds"],
    "no, the other way round": ["slide from right to left"],
    "undo": ["make it 40 seconds"],
    "undo the last two changes": ["make it 40 seconds", "black and white"],
    "撤销": ["make it 40 seconds"],
    "fill the frame": ["don't crop"],
    "blurred background": ["white background"],
    "redo": ["make it 40 seconds"],
    "in gold, at the top, a bit bigger": ["title: Sumer by the sea"],
    "cut to the beat": ["3 seconds each", "calm music"],
    "crossfades": ["plain cuts"],
    "Ken Burns": ["keep them still"],
    "use song.mp3": ["jazz"],
}
TALK = {"export": "export", "导出": "export", "show tracks": "status"}


def examples() -> list[str]:
    table = README.read_text("utf-8").partition("| you say | what happens |")[2].partition("\n\n")[0]
    rows = re.findall(r"^\| (.+?) \| .+ \|$", table, flags=re.MULTILINE)
    return [example for row in rows for example in row.split(" · ")]


def talk(*turns: str) -> tuple[Draft, Draft, Turn]:
    """The draft before the last turn and after it, and its answer."""
    draft, before, past = Draft(), Draft(), list[Past]()
    for words in turns:
        before, turn = draft, director.respond(words, draft, ASSETS, past=past)
        draft = edits.apply(draft, turn.operations) if turn.operations else draft
        if draft != before:
            past.append(Past(words, before))
    return before, draft, turn


def test_the_table_is_found() -> None:
    assert len(examples()) > 60


@pytest.mark.parametrize("words", examples())
def test_every_example_of_the_readme_is_understood_and_done(words: str) -> None:
    before, draft, turn = talk(*([] if words.startswith("turn these") else [FIRST, *BEFORE.get(words, [])]), words)
    assert turn.action == TALK.get(words, "edit"), turn.reply
    assert turn.not_understood == (), turn.reply
    assert not turn.asks, turn.reply
    assert draft != before or turn.history or words in TALK, turn.reply
