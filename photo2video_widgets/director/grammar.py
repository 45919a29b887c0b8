"""Normalised words → wishes. Each reader takes what it understands out of the text; what is left was not understood.

Refusals come first: those that can be done are, and a clause that still refuses something then is set aside whole, so
that "not vertical" is never read as "vertical".
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from . import lexicon as lex
from .model import Assets, Wishes
from .normalise import normalise


class Text:
    """Words that readers take parts out of: `left` is what nobody took yet, `quoted` the quotations as typed."""

    def __init__(self, words: str) -> None:
        self.typed = words
        self.left, self.quoted = normalise(words)

    def take(self, *patterns: str) -> re.Match[str] | None:
        """The match of the first pattern that has one, which is blanked out of what is left; else None."""
        for pattern in patterns:
            match = re.search(pattern, self.left)
            if match:
                self.left = self.left[: match.start()] + " | " + self.left[match.end() :]
                return match
        return None

    def take_named(self, table: Iterable[tuple[str, str]], after: str = "") -> str | None:
        """The name of the first entry whose pattern matches, with what may follow it."""
        return next((name for name, pattern in table if self.take(f"(?:{pattern}){after}")), None)

    def set_aside(self, pattern: str) -> list[str]:
        """Take out every clause in which the pattern is found."""
        parts = re.split(r"([|,.;:!?，。；：！？、]|\bbut\b|但是?)", self.left)
        aside = [part.strip() for part in parts if re.search(pattern, part)]
        self.left = "".join(" | " if re.search(pattern, part) else part for part in parts)
        return aside


def read(words: str, assets: Assets, photo_count: int) -> tuple[Wishes, list[str]]:
    """What the words ask for, and the parts that were not understood, as they were typed where that can be told."""
    text, wishes = Text(words), Wishes()
    _texts(text, wishes)
    _history(text, wishes)
    _removals(text, wishes, photo_count)
    _refusals(text, wishes)
    # "No longer than" is no refusal.
    most = text.take(*lex.AT_MOST)
    if most:
        wishes.longest = _ms(most)
    text.take(*lex.NOT_YET)
    aside = text.set_aside(lex.NEGATION)
    _photo_lengths(text, wishes, photo_count)
    _transitions(text, wishes)
    _times(text, wishes)
    _music(text, wishes, assets)
    _frame(text, wishes)
    _motions(text, wishes)
    wishes.look = wishes.look or text.take_named(_both(lex.LOOKS, lex.ZH_LOOKS))
    wishes.order = text.take_named([(name, _word(pattern)) for name, pattern in lex.ORDERS.items()])
    wishes.make = any(re.search(pattern, text.left) for pattern in lex.MAKE)
    left = _left_over(text)
    return wishes, [_as_typed(part, words) for part in aside + left]


def _word(pattern: str) -> str:
    """Whole words where letters are Latin; Chinese has no borders to look for."""
    return rf"(?<![a-z])(?:{pattern})(?![a-z])"


def _both(english: dict[str, str], chinese: dict[str, str]) -> list[tuple[str, str]]:
    return [*((name, _word(pattern)) for name, pattern in english.items()), *chinese.items()]


def _ms(match: re.Match[str]) -> int:
    number, unit = match["n"], match["unit"]
    if unit in ("ms", "毫秒") or unit.startswith("milli"):
        factor = 1
    elif unit.startswith("h"):
        factor = 3_600_000
    elif unit.startswith(("m", "分")):
        factor = 60_000
    else:
        factor = 1000
    return round(float(number) * factor)


def _texts(text: Text, wishes: Wishes) -> None:
    for role, noun in (("credit", lex.NOUN_CREDIT), ("title", lex.NOUN_TITLE)):
        quoted = text.take(*(pattern.replace("{noun}", noun) for pattern in lex.QUOTED_TEXT))
        if quoted:
            wishes.texts.append((role, text.quoted[int(quoted["quote"])]))
        elif not _bare_text(text, wishes, role, lex.BARE_TEXT.format(noun=noun)) and role == "title":
            _bare_text(text, wishes, role, lex.CAPITAL_TEXT)
    for role, patterns in (("credit", lex.CLOSING_TEXT), ("title", lex.OTHER_TEXT)):
        quoted = text.take(*patterns)
        if quoted:
            wishes.texts.append((role, text.quoted[int(quoted["quote"])]))


def _bare_text(text: Text, wishes: Wishes, role: str, pattern: str) -> bool:
    bare = re.search(pattern, text.typed)
    if bare is None:
        return False
    said = re.split(lex.BARE_TEXT_END, bare["words"].strip())[0].strip(" .!")
    lead = normalise(text.typed[bare.start() : bare.start("words")])[0]
    if said and text.take(re.escape(lead) + r"\s*" + re.escape(normalise(said)[0])):
        wishes.texts.append((role, said))
        return True
    return False


def _refusals(text: Text, wishes: Wishes) -> None:
    wishes.no_texts = text.take(*lex.NO_TEXT) is not None
    if text.take(*lex.NO_TRANSITIONS):
        wishes.transition = "cut"
    if text.take(*lex.NO_MUSIC):
        wishes.music = False
    if text.take(*lex.NO_MOTION):
        wishes.motion = ("none",)
    if text.take(*lex.NO_LOOK):
        wishes.look = "none"
    if text.take(*lex.CONTAIN):
        wishes.fit = "contain"


def _history(text: Text, wishes: Wishes) -> None:
    if text.take(_word(lex.UNDO)):
        wishes.history = -1
    elif text.take(_word(lex.REDO)):
        wishes.history = 1


def _number(word: str, photo_count: int) -> int:
    number = lex.ORDINALS[word] if word in lex.ORDINALS else int(word)
    return photo_count if number == -1 else number


def _removals(text: Text, wishes: Wishes, photo_count: int) -> None:
    while match := text.take(*lex.NUMBERED_PHOTO):
        found = match.groupdict()
        named = [found["ordinal"]] if found.get("ordinal") else re.findall(r"\d+", found["numbers"])
        wishes.remove += [_number(word, photo_count) for word in named]
    named_photo = re.search(lex.NAMED_PHOTO, text.left)
    if named_photo and not re.search(lex.NO_PHOTO_NAME, named_photo["name"]):
        text.take(lex.NAMED_PHOTO)
        wishes.removed_names.append(named_photo["name"].strip())


def _photo_lengths(text: Text, wishes: Wishes, photo_count: int) -> None:
    while match := text.take(*lex.ONE_PHOTO_MS):
        found = match.groupdict()
        number = found.get("ordinal") or found.get("number")
        photo = _number(number, photo_count) if number else str(found["name"])
        wishes.photo_lengths.append((photo, _ms(match)))


def _transitions(text: Text, wishes: Wishes) -> None:
    if wishes.transition:
        return
    kinds = _both(lex.TRANSITIONS, lex.ZH_TRANSITIONS)
    every = "|".join(pattern for _, pattern in kinds)
    kind = next((name for name, pattern in kinds if re.search(pattern, text.left)), None)
    timed = text.take(*(pattern.replace("{kinds}", every) for pattern in lex.TRANSITION_MS))
    if timed:
        wishes.transition_ms = _ms(timed)
    text.take_named(kinds, after=lex.AFTER_TRANSITION)
    wishes.transition = kind
    if kind is None and not timed and text.take(*lex.SOME_TRANSITIONS):
        wishes.transition = "any"


def _times(text: Text, wishes: Wishes) -> None:
    for name, patterns in (("each", lex.EACH), ("length", lex.WHOLE)):
        match = text.take(*patterns)
        if match:
            setattr(wishes, name, _ms(match))


def _music(text: Text, wishes: Wishes, assets: Assets) -> None:
    if wishes.music is False:
        return
    volume = text.take(*lex.VOLUME)
    if volume:
        wishes.volume = min(100, int(volume["n"])) / 100
    _song(text, wishes, assets)
    for name, (near, pattern) in lex.NEAR_MOODS.items():
        if text.take(_word(pattern)):
            wishes.mood = wishes.mood or near
            wishes.missing_moods.append(name)
    wishes.mood = wishes.mood or text.take_named(_both(lex.MOODS, lex.ZH_MOODS), after=lex.AFTER_MOOD)
    asked = text.take(*lex.SOME_MUSIC) or wishes.mood or wishes.song or wishes.own_song or wishes.volume is not None
    wishes.music = True if asked else None


def _song(text: Text, wishes: Wishes, assets: Assets) -> None:
    songs = [asset for asset in assets if asset.kind == "audio"]
    for song in songs:
        stem = song.name.rpartition(".")[0] or song.name
        names = "|".join(re.escape(normalise(name)[0]) for name in (song.name, stem) if len(name) > 2)
        if names and text.take(rf"(?:use |with |play |add )?(?<!\w)(?:{names})(?!\w){lex.AS_MUSIC}"):
            wishes.song = song.id
            return
    wishes.own_song = text.take(*lex.OWN_SONG) is not None


def _frame(text: Text, wishes: Wishes) -> None:
    exact = text.take(lex.EXACT_SIZE)
    if exact:
        wishes.size = int(exact["w"]) // 2 * 2, int(exact["h"]) // 2 * 2
    shapes = [(size, rf"(?<![\w:])(?:{pattern})(?![a-z\d:])") for size, pattern in lex.SHAPES.items()]
    for size, pattern in (*shapes, *lex.ZH_SHAPES.items()):
        if text.take(rf"(?:for |in |as an? )?(?:{pattern})"):
            wishes.size = wishes.size or size
    side = text.take(lex.SHORT_SIDE)
    if side:
        wishes.short_side = int(side["p"])
    rate = text.take(*lex.FRAME_RATE)
    if rate:
        wishes.fps = int(rate["n"])
    if text.take(*lex.BLUR):
        wishes.background = "blur"
    for colour, pattern in lex.COLOURS.items():
        if text.take(*(phrase.replace("{colour}", pattern) for phrase in lex.BACKGROUND)):
            # A coloured background can only be seen beside pictures that are shown whole.
            wishes.background, wishes.fit = colour, "contain"
    if text.take(*lex.COVER):
        wishes.fit = "cover"


def _motions(text: Text, wishes: Wishes) -> None:
    if wishes.motion:
        return
    kinds = _both(lex.MOTIONS, lex.ZH_MOTIONS)
    found = tuple(name for name, pattern in kinds if text.take(pattern + lex.AFTER_MOTION))
    if found:
        wishes.motion = found
    elif text.take(*(pattern + lex.AFTER_MOTION for pattern in lex.SOME_MOTION)):
        wishes.motion = ("any",)


def _left_over(text: Text) -> list[str]:
    """What nobody took, without the words that only make a sentence of it."""
    left = re.sub(r"⟦(\d+)⟧", lambda match: f'"{text.quoted[int(match[1])]}"', text.left)
    parts = []
    for clause in re.split(r"[|,.;:!?，。；：！？、\n]+", left):
        latin = [word.strip("'\"-") for word in re.findall(r"[a-z0-9'\-\"%]+", clause.lower())]
        han = re.sub(lex.ZH_FILLERS, "", "".join(re.findall(r"[\u4e00-\u9fff]+", clause)))
        if han or any(len(word) > 1 and word not in lex.FILLERS for word in latin):
            parts.append(clause.strip())
    return parts


def _as_typed(part: str, words: str) -> str:
    place = words.lower().find(part)
    return words[place : place + len(part)] if place >= 0 else part
