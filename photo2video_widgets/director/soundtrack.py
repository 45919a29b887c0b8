"""What a clause asks for in music: a mood or a file, its volume, its fades, or none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .clauses import Clause
from .token import Token
from .wishes import NOBODY

if TYPE_CHECKING:
    from .work import Work

_COMES_IN = re.compile(r"\b(?:comes?|kicks?|sets?|fades?) in\b|\b(?:enters?|begins?|starts?)\b|进来|才响|响起")
_STRONG = frozenset("lofi jazz piano electronic hiphop rock acoustic classical ambient epic".split())
_LOOKS_TOO = frozenset(("calm", "upbeat", "romantic", "happy", "sad"))

# Words for more or less of anything: of sound only where sound is spoken of.
_VAGUE = frozenset(
    (
        "lower|reduce|raise|softer|subtler|more subtle|decrease|boost|up a notch|down a notch|tone down|bring down|"
        "bring it down|take it down|bring that down|dial it back|dial it down|knock it down|"
        "quiet|too soft|too strong|大きく|小さく|上げて|下げて|降|降低|提高|加大|增大|减小|控えめ|小さすぎ|大きすぎ|"
        "大きめ|小さめ|上げ|下げ|轻一点|轻些|弱一点|sube|baja|reduce|aumenta|disminuye|más alto|más bajo|más alta|"
        "más baja|más suave|subir|bajar|baisse|monte|augmente|diminue|réduis|plus bas|plus basse|plus doucement|"
        "augmenter|baisser|hausse|senke|reduziere|verringere|höher|runter|dezenter"
    ).split("|")
)


def read_music(work: Work) -> None:
    clause, context = work.clause, work.context
    if clause.has("quote") and not clause.has("music", "mood", "volume"):
        return
    nouns = [token for token in clause.free("music", "volume") if not (token.has("photo"))]
    if not context.clips and not context.first and (work.removes or clause.has("not")):
        # Where no clip has a sound of its own, the sound is the music.
        nouns += [token for token in clause.free("sound") if not token.has("music", "volume")]
    # A file that is called what all music is called is meant only where its name is written out.
    songs = [token for token in clause.free("name") if token.kinds["name"] in context.songs and not token.has("music")]
    if nouns or context.current in ("music", "volume", "music-fade", "no-music"):
        songs += clause.free("song")
    moods = _moods(work, nouns)
    inherits = context.topic in ("music", "volume", "no-music", "music-fade") and not work.found
    follows = context.before in ("music", "volume", "no-music", "music-fade") and not context.topic and not work.found
    if (
        clause.has("volume")
        or (follows and _is_bare(clause))
        or (clause.has("music", "sound") and not clause.has("title", "caption", "text", "photo"))
    ):
        # Of sound, "bigger" is louder, in Chinese and Japanese above all.
        for token in clause.free("bigger", "smaller"):
            token.kinds = {**token.kinds, ("louder" if token.has("bigger") else "quieter"): True}
    louder, quieter = clause.free("louder"), clause.free("quieter")
    relative = [token for token in (*louder, *quieter) if _is_loudness(token, work, bool(nouns) or inherits or follows)]
    fades = clause.free("fadeout", "fadein")
    generic_fade = [
        token for token in clause.free("fade") if nouns or ((inherits or follows) and clause.has("it", "toend", "time"))
    ]
    fading = bool(fades or generic_fade) and not clause.has(
        "transition", "trans", "title", "text", "caption", "each", "between", "photo"
    )
    own = clause.free("own") if clause.has("own") and (nouns or not clause.has("photo", "film")) else []
    own_song = [token for token in own if len(token.text) > 5]
    if work.named and not work.inherited and not nouns and not songs and not moods and not relative:
        return
    if not (
        nouns
        or moods
        or songs
        or relative
        or fading
        or _is_lone_volume(work, inherits, follows)
        or _is_another(work, inherits, follows)
        or clause.has("loop")
        or own_song
        or ((inherits or follows) and clause.has("it") and clause.has("time") and _starts(clause))
        or (clause.has("mute") and not clause.has("clip"))
    ):
        return
    if (
        clause.has("title", "caption", "credit")
        and not (moods or relative or songs or clause.has("volume"))
        and not nouns
    ):
        return
    for token in (*nouns, *own):
        token.used = True
    if fading and (nouns or fades or inherits or follows):
        _read_fades(work, [*fades, *generic_fade])
        if not moods and not songs:
            return
    if moods and not nouns and clause.has("not") and not work.removes and not relative:
        work.wish("refused", NOBODY, mood=moods[0].kinds["mood"])
        moods[0].used = True
        clause.take_all("not")
        return
    if _refuses(work, nouns, moods, relative):
        clause.take_all("not", "remove", "mute", "sound", "background", "all")
        work.wish("no-music", NOBODY)
        return
    values: dict[str, object] = {}
    if songs:
        songs[0].used = True
        values["song"] = songs[0].kinds.get("name") or songs[0].kinds["song"]
    elif moods:
        for token in moods:
            token.used = True
        values["mood"] = _best([str(token.kinds["mood"]) for token in moods])
        if clause.has("different", "more", "instead", "replace"):
            clause.take_all("different", "more", "replace")
    elif own and (nouns or own_song or clause.has("use", "add")):
        values["own"] = True
    elif _is_another(work, inherits, follows) or (nouns and clause.has("different", "replace") and not relative):
        clause.take_all("different", "replace", "music")
        values["another"] = True
    volume = _volume(work, nouns, inherits, follows)
    values |= volume
    ratio = _ratio(work, relative, inherits or bool(nouns), follows)
    if ratio and "volume" not in values and "ratio" not in values:
        values |= {"ratio": ratio, "relative": True}
    if clause.take("loop"):
        values["loop"] = not clause.has("not")
    _read_start(work, nouns or (clause.free("it") if inherits or follows else []), songs, values)
    if clause.has("back", "undo") and nouns and not values:
        clause.take_all("back", "add", "undo")
        values["back"] = True
    clause.take_all(
        "background",
        "use",
        "add",
        "volume",
        "music",
        "set",
        "slower",
        "instead",
        "quieter",
    )
    if values or any(token.has("music") for token in nouns):
        if (
            not values
            and not clause.has("add", "use", "make", "film", "set")
            and not context.first
            and clause.has("longer", "shorter", "what", "unknown")
        ):
            return
        work.wish("music", NOBODY, **values)


def _starts(clause: Clause) -> bool:
    return clause.has("start") or _COMES_IN.search(clause.said.lower()) is not None


def _is_bare(clause: Clause) -> bool:
    """Whether all it says is more or less of what was spoken of: "再大一点"."""
    return all(
        token.has("bigger", "smaller", "bit", "filler", "more", "less", "too", "break") for token in clause.tokens
    )


def _moods(work: Work, nouns: list[Token]) -> list[Token]:
    clause, context = work.clause, work.context
    tokens = [token for token in clause.free("mood") if not token.has("name")]
    if not tokens:
        return []
    if clause.has("motion", "trans", "transition") and not nouns:
        tokens = [token for token in tokens if token.kinds["mood"] in _STRONG]
    if clause.has("reverse", "by", "order", "sort", "shuffle", "rate", "thanks") and not nouns:
        # "backwards is more fun"
        return []
    if clause.has("remove", "not") and not nouns:
        return tokens if any(token.kinds["mood"] in _STRONG for token in tokens) else []
    if nouns:
        return tokens
    strong = [
        token
        for token in tokens
        if token.kinds["mood"] in _STRONG or (len(token.text.split()) > 1 and "music" in token.text)
    ]
    if strong and not clause.has("look", "color", "photo"):
        return tokens
    if clause.has("look", "color", "film", "photo", "quote", "title", "text", "make") and not strong:
        return tokens if context.topic == "music" and not clause.has("film", "photo", "look") else []
    about_music = context.topic in ("music", "volume") or (
        not context.topic and context.before in ("music", "volume", "no-music", "music-fade")
    )
    chosen = clause.has("add", "use", "set", "different", "more", "instead")
    short = sum(not token.has("filler") or token.has("mood") for token in clause.tokens) <= 3
    # "cute" by itself praises
    short = short and any(token.kinds["mood"] != "playful" or token.has("more") for token in tokens)
    return tokens if about_music or chosen or short else []


def _best(moods: list[str]) -> str:
    """Where several are named, the one that says most: "romantic piano" is a piano."""
    named = [mood for mood in moods if mood in _STRONG]
    return named[-1] if named else moods[-1]


def _is_loudness(token: Token, work: Work, about_music: bool) -> bool:
    """Some words for volume are words for more or less of anything: those need the music named."""
    clause = work.clause
    if clause.has(
        "time", "motion", "trans", "transition", "title", "caption", "text", "look", "color", "side", "size", "shape"
    ):
        return about_music and not clause.has("title", "caption", "text", "motion", "transition", "look")
    vague = token.text.lower() in _VAGUE
    follower = clause.extra.get("next")
    if vague and not about_music and isinstance(follower, Clause) and follower.has("look", "motion", "trans", "color"):
        return False
    return (
        about_music or not vague or (len(clause.tokens) <= 4 and not token.has("bigger", "smaller") and not work.photos)
    )


def _is_lone_volume(work: Work, inherits: bool, follows: bool) -> bool:
    clause = work.clause
    if clause.has("percent") and not clause.has("slower", "faster", "longer", "shorter"):
        return (
            inherits
            or follows
            or not clause.has("title", "text", "photo", "motion", "length", "look", "transition", "film")
        )
    return False


def _is_another(work: Work, inherits: bool, follows: bool) -> bool:
    clause = work.clause
    if not clause.has("different") or clause.has("transition", "photo", "title", "look", "order", "each", "caption"):
        return False
    return (
        clause.has("music")
        or inherits
        or follows
        or any("曲" in token.text or "首" in token.text for token in clause.free("different"))
    )


def _refuses(work: Work, nouns: list[Token], moods: list[Token], relative: list[Token]) -> bool:
    clause = work.clause
    if clause.has("loop"):
        return False
    if nouns and clause.has("out") and not clause.has("use", "fade"):
        return True
    if relative or clause.has("percent", "volume", "fadeout", "fadein"):
        return clause.has("mute") and not clause.has("percent")
    if clause.has("mute"):
        return True
    if not clause.has("not") and not work.removes:
        return False
    if moods and not any(token.has("music") for token in nouns):
        return not clause.has("not") or (len(moods) == 1 and work.removes)
    return bool(nouns)


def _volume(work: Work, nouns: list[Token], inherits: bool, follows: bool) -> dict[str, object]:
    clause = work.clause
    percent = clause.take("percent")
    if percent is not None:
        share = percent.amount("percent") / 100
        before = clause.tokens[: clause.tokens.index(percent)]
        after = clause.tokens[len(before) + 1 : len(before) + 2]
        by = any(token.text.lower() in ("by", "um") for token in before[-2:]) or any(
            token.has("louder", "quieter") for token in after
        )
        louder, quieter = clause.take_all("louder"), clause.take_all("quieter")
        clause.take_all("to", "volume", "less", "more")
        if by and (louder or quieter):
            return {"ratio": 1 + share if louder else max(0.0, 1 - share), "relative": True}
        return {"volume": min(4.0, share)}
    if clause.has("volume") and (number := clause.take("number")) is not None:
        value = number.amount("number")
        if 0 <= value <= 100:
            return {"volume": value / 100 if value > 1 or "." not in number.text else value}
    return {}


def _ratio(work: Work, relative: list[Token], inherits: bool, follows: bool) -> float | None:
    clause = work.clause
    up = any(token.has("louder") for token in relative)
    down = any(token.has("quieter") for token in relative)
    if clause.has("halve") and (relative or inherits or follows or clause.has("volume")) and not clause.has("time"):
        clause.take_all("halve", "louder", "quieter")
        return 0.5
    if clause.has("double") and (relative or clause.has("volume")):
        clause.take_all("double", "louder", "quieter")
        return 2.0
    if not up and not down:
        return None
    if up and down:
        # "turn it up, it is too quiet": whatever a word says besides, one of them is meant for the music alone.
        up = any(token.has("louder") and not token.has("quieter") for token in relative)
        down = not up
    # "not too loud" asks for quieter as "too loud" does.
    too = any(token.text.lower().startswith(("too ", "太")) for token in relative)
    if clause.has("not") and not too and not any("hear" in token.text or "听" in token.text for token in relative):
        up, down = down, up
    step = 2.0 if clause.take("much") else 1.25 if clause.take("bit") else 1.5
    clause.take_all("louder", "quieter", "more", "less", "bigger", "smaller", "not")
    return step if up else 1 / step


def _read_fades(work: Work, fades: list[Token]) -> None:
    clause = work.clause
    times = [token.whole("time") for token in clause.take_all("time")]
    if not times:
        times = [round(token.amount("number") * 1000) for token in clause.take_all("number") if token.has("digits")]
    out = any(token.has("fadeout") for token in fades)
    into = any(token.has("fadein") for token in fades)
    if not out and not into:
        inwards = any(token.text.lower() == "in" for token in clause.tokens) and not clause.has("out", "ord")
        into = (clause.has("tostart") or inwards) and not clause.has("toend")
        out = not into or (
            any(token.text.lower() in ("in",) for token in clause.tokens)
            and any(token.has("out") for token in clause.tokens)
        )
        if any(token.text.lower() == "in" for token in clause.tokens) and any(
            token.has("out") for token in clause.tokens
        ):
            into = out = True
    for token in fades:
        token.used = True
    clause.take_all("toend", "tostart", "ord", "for", "out", "slower", "bit")
    if clause.has("not", "remove"):
        clause.take_all("not", "remove")
        times = [0]
    values: dict[str, object] = {}
    if into:
        values["fade_in"] = times[0] if times else 2000
    if out:
        values["fade_out"] = times[-1] if times else 3000
    work.wish("music-fade", NOBODY, **values)


def _read_start(work: Work, nouns: list[Token], songs: list[Token], values: dict[str, object]) -> None:
    clause = work.clause
    if (
        not clause.has("time")
        or not (clause.has("from", "start", "after", "tostart") or _starts(clause))
        or clause.has("each", "total", "shape")
    ):
        return
    if not (nouns or songs) or clause.has("make", "film"):
        return
    time = clause.take("time")
    assert time is not None
    into_song = any(
        token.text.lower() in ("from", "从", "desde", "ab", "à partir de", "から", "starting from", "a partir de")
        for token in clause.tokens
    )
    values["offset" if into_song or songs else "start"] = time.whole("time")
    clause.take_all("from", "start", "after", "tostart", "at", "move")
