"""A message → its wishes, by the grammar and the names of the files that are there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from .grammar import Reading, read
from .lexicon import fold_all, is_han, is_slip
from .model import Asset, Assets
from .talk import without_reasons
from .texts import set_aside
from .token import Token
from .tokens import Message, read_tokens, split_quotes
from .wishes import NOBODY, Photos
from .work import Context


def understand(
    words: str, assets: Assets, language: str, first: bool, before: str = "", earlier: Photos = NOBODY
) -> tuple[Reading, list[Token]]:
    """What the words ask for, whatever the draft; `before` is the topic of the turn before, `earlier` its photos."""
    names = [(asset.name, asset.id) for asset in assets]
    masked, quoted = split_quotes(words)

    def is_clear(piece: str) -> bool:
        tokens = read_tokens(piece, language, names)
        known = all(not token.has("unknown", "taken") for token in tokens)
        return known and any(
            set(token.kinds) - {"filler", "break", "and", "it", "in", "at", "for", "to"} for token in tokens
        )

    masked, quoted = set_aside(masked, quoted, is_clear)
    masked = without_reasons(masked, language)
    tokens = read_tokens(masked, language, names)
    _mark_parts(tokens, assets)
    context = Context(
        first=first,
        known={asset.id for asset in assets if asset.kind in ("image", "video")},
        songs={asset.id for asset in assets if asset.kind == "audio"},
        clips={asset.id for asset in assets if asset.kind == "video"},
        before=before,
        earlier=earlier,
    )
    return read(Message(masked, tokens, quoted, language), context), tokens


def _mark_parts(tokens: Sequence[Token], assets: Assets) -> None:
    """Words that are a part of some photo's name may be meant as its name: "the dinner pic", "Hotelbild"."""
    parts = Counter(part for asset in assets for part in _words_of(asset))
    numbered = _numbers_in_names(assets)
    songs = _songs_by_word(assets, parts)
    for token in tokens:
        if token.has("photo", "name"):
            continue
        word = fold_all(token.text)
        if token.has("digits") and len(word) > 2:
            ends = {asset for number, whose in numbered.items() if number.endswith(word) for asset in whose}
            if len(ends) == 1:
                token.kinds = {"name": ends.pop()}
                continue
        if word in parts:
            token.kinds = {**token.kinds, "partial": True}
            if word in songs:
                token.kinds["song"] = songs[word]
        elif set(token.kinds) == {"unknown"}:
            meant = {part for part in parts if _is_called(word, part)}
            if len(meant) == 1:
                token.text, token.kinds = meant.pop(), {"unknown": word, "partial": True}
                if re.search("(?:video|clip)s?$", word):
                    token.kinds["clip"] = True


def _songs_by_word(assets: Assets, parts: Mapping[str, int]) -> dict[str, str]:
    """The words of which one file of music alone is called, and which that is: "rain" of rain.wav."""
    songs = [(word, asset.id) for asset in assets if asset.kind == "audio" for word in _words_of(asset)]
    return {word: song for word, song in songs if parts[word] == 1}


def _words_of(asset: Asset) -> set[str]:
    parts = re.split(r"[\W_\d]+", fold_all(asset.name.rpartition(".")[0]))
    return {part for part in parts if len(part) > 2 or (part and is_han(part[0]))}


def _numbers_in_names(assets: Assets) -> dict[str, list[str]]:
    """The long numbers in the names of pictures, as typed, and whose they are: "2003" of IMG_2003.jpg."""
    found: dict[str, list[str]] = {}
    for asset in assets:
        for number in set(re.findall(r"\d{3,}", asset.name)) if asset.kind != "audio" else ():
            found.setdefault(number, []).append(asset.id)
    return found


_PICTURES = re.compile("(?:s|n|en)?(?:bild|foto|aufnahme|video|clip)(?:er|s)?")


def _is_called(word: str, part: str) -> bool:
    """Whether a word is a part of a name with a slip in it, or is made of it and a word for pictures."""
    if word.startswith(part) and _PICTURES.fullmatch(word[len(part) :]):
        return True
    return len(word) > 3 and word[0] == part[0] and is_slip(word, part)
