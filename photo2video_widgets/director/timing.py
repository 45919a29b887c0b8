"""What a clause asks for in lengths: of the whole, of each photo, of one."""

from __future__ import annotations

import itertools
import re

from .clauses import Clause
from .lexicon import fold_all
from .token import Token
from .wishes import NOBODY, Photos
from .work import Context, Work

# "not too fast" asks for slower as "too fast" does.
_TOO = re.compile(r"(?:too|trop|zu|demasiado|muy) |太")
_CHANGES = ("短", "再短", "长", "再长", "久", "再久", "缩", "减掉", "砍", "砍掉", "削", "去掉", "缩减")
_SHORTEST_FILM_MS = 1500
LENGTHS = ("length", "whole", "each")


def relative_length(clause: Clause) -> float | None:
    """How many times as long as now."""
    for kind, ratio in (("double", 2.0), ("triple", 3.0), ("halve", 0.5)):
        if clause.take(kind):
            if ratio < 1 and clause.take_all("longer"):
                # "um die Hälfte länger", "la mitad más largo"
                clause.take_all("more")
                return 1 + ratio
            if ratio < 1 and clause.has("slower"):
                return 1 / ratio
            clause.take_all("longer", "shorter", "slower", "faster", "much", "length", "cut", "unchanged")
            return 1 / ratio if clause.has("shorter", "faster") and ratio > 1 else ratio
    factor = clause.take("factor")
    if factor:
        return factor.amount("factor")
    step = 1.6 if clause.has("much") else 1.2 if clause.has("bit") else 1.35
    # "too slow" asks for faster, and stands so in the lexicon; "not so fast" is turned round here.
    slower, faster = clause.take_all("longer", "slower"), clause.take_all("shorter", "faster")
    clause.take_all("bit", "much", "more")
    if not slower and not faster:
        return None
    percent = clause.take("percent")
    if percent is not None:
        share = percent.amount("percent") / 100
        return max(0.05, 1 - share) if faster and not slower else 1 + share
    down = bool(faster) and not slower
    if clause.has("not") and not clause.has("bad"):
        too = any(_TOO.match(one.text.lower()) for one in (*slower, *faster))
        down = down if too else not down
        clause.take_all("not")
    elif any(token.text in ("不要太", "别太") for token in clause.take_all("less")):
        down = not down
    return 1 / step if down else step


def read_lengths(work: Work) -> None:
    clause, context = work.clause, work.context
    if _times_the_music(work):
        return
    times = clause.free("time")
    photos = work.named
    if context.first and clause.has("each") and photos and all(item[0] == "taken" for item in photos.items):
        # When it was is told, not which photos are meant: "6月に結婚しました …1枚3秒で".
        photos = NOBODY
    goes_to = (clause.has("it") and context.topic == "length") or (
        clause.has("to", "at") and clause.has("keep", "shorter", "longer")
    )
    if not times and (clause.has("each", "rest", "length") or goes_to) and not work.found:
        times = _bare_seconds(clause)
    if not times and clause.has("rest") and context.current == "length" and (number := clause.take("number")):
        number.kinds = {"time": round(number.amount("number") * 1000)}
        times = [number]
    if not times and photos and context.current == "length" and not work.found and _only_counts(clause):
        times = _bare_seconds(clause)
    if (
        clause.has("same")
        and not work.found
        and not clause.has("unchanged")
        and (clause.has("length", "each", "all", "photo", "time") or len(clause.tokens) < 8)
    ):
        clause.take_all("same", "length", "each", "all")
        if times and not clause.has("total", "film"):
            times[0].used = True
            work.wish("each", NOBODY, ms=times[0].whole("time"))
        else:
            work.wish("equal", NOBODY)
        return
    if clause.take("middle"):
        work.wish("between", NOBODY, topic=context.topic or context.before)
        return
    if not times:
        _read_relative_length(work, photos)
        return
    for token in times:
        token.used = True
    values = [token.whole("time") for token in times]
    length = values[0]
    change = _sign(clause)
    if change < 0:
        clause.take_all("trim", "out")
    gives_a_length = (
        clause.has("to") and not clause.has("add") and not _takes_time(clause) and not _is_difference(clause)
    )
    exact = not change or clause.has("atmost", "atleast") or gives_a_length
    limit = "atmost" if clause.take("atmost") else "atleast" if clause.take("atleast") else ""
    if limit == "atleast" and clause.take("not"):
        # "not longer than"
        limit = "atmost"
    if limit == "atmost" and clause.has("not") and clause.has("longer"):
        change = 0
    each = (
        _a_photo(clause)
        or (clause.has("each") and not clause.has("total"))
        or (work.photos.are_all and bool(work.photos.items) and not clause.has("total", "film"))
    )
    clause.take_all(
        "each",
        "length",
        "total",
        "show",
        "keep",
        "photo",
        "longer",
        "shorter",
        "all",
        "slower",
        "faster",
        "film",
        "set",
        "pace",
    )
    clause.take_all("more", "less", "bit")
    said = {"limit": limit} if limit else {}
    if change and not (limit or (exact and clause.has("to") and not clause.has("by"))):
        delta = change * length
        if photos:
            work.wish("length", photos, delta=delta)
        elif each:
            work.wish("each", NOBODY, delta=delta)
        elif work.inherited or (context.photos and clause.has("it")):
            work.wish("length", context.photos, delta=delta)
        else:
            work.wish("whole", NOBODY, delta=delta)
    elif photos:
        work.wish("length", photos, ms=length)
    elif each or (_makes_equal(context) and not clause.has("total", "film")):
        work.wish("each", NOBODY, ms=length, **said)
    elif (context.topic == "length" and work.inherited) or (
        context.photos and clause.has("it") and not clause.has("film", "total") and length <= 20_000
    ):
        work.wish("length", context.photos, ms=length)
    elif context.topic == "text" and _styles_text(context) and length <= 10_000 and not clause.has("film", "total"):
        work.wish("text-style", NOBODY, role=str(context.wishes[-1].get("role") or ""), ms=length)
    elif (
        len(values) == 2
        and clause.has("photo", "to")
        and length < 10_000
        and values[1] < 10_000
        and clause.has("photo")
    ):
        work.wish("each", NOBODY, ms=round(sum(values) / 2))
    elif length >= _SHORTEST_FILM_MS or clause.has("film", "total", "it") or context.first:
        work.wish("whole", NOBODY, ms=length, **said)
    else:
        # So short a time is one of something else that was not said.
        for token in times:
            token.used = False


def _times_the_music(work: Work) -> bool:
    """Whether a time that nobody read is one of the music: "the song should swell at 3 seconds"."""
    clause = work.clause
    if work.context.first or not clause.has("music") or not any(wish.kind.startswith("music") for wish in work.found):
        return False
    pairs = zip(clause.tokens, clause.tokens[1:], strict=False)
    return any(token.has("time") and before.has("at", "in", "after", "from", "to") for before, token in pairs)


def _makes_equal(context: Context) -> bool:
    """Whether what was asked for last is the same length for all: "all the same, three seconds"."""
    return bool(context.wishes) and context.wishes[-1].kind == "equal"


def _a_photo(clause: Clause) -> bool:
    """Whether a time is for one photo whichever: "一张四秒", "5 seconds per room"."""
    tokens = clause.tokens
    for before, token, following in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if before.has("time") and token.text.lower() in ("per", "pro"):
            following.used = True
            return set(following.kinds) <= {"unknown", "filler", "partial"}
        if before.has("time") and token.text.lower() in ("la", "l'") and following.has("photo"):
            return True
    pairs = zip(clause.tokens, clause.tokens[1:], strict=False)
    return any(before.kinds.get("count") == 1 and before.has("photo") and after.has("time") for before, after in pairs)


def _styles_text(context: Context) -> bool:
    """Whether what was said before is how a text looks: "title in red, 4 seconds long"."""
    return bool(context.wishes) and context.wishes[-1].kind == "text-style"


def count_seconds(clause: Clause) -> None:
    """Take the one number beside a photo for seconds, where lengths are spoken of: "3 s each, but 6 for the boat"."""
    numbers = [token for token in clause.tokens if token.has("digits")]
    others = clause.has("time", "photo", "remove", "swap", "move", "keep", "only", "between", "into", "after", "before")
    if (
        len(numbers) == 1
        and not others
        and clause.has("name")
        and clause.has("for")
        and numbers[0].amount("number") <= 60
    ):
        numbers[0].kinds = {"time": round(numbers[0].amount("number") * 1000)}


def _only_counts(clause: Clause) -> bool:
    """Whether all that is said of a photo is a number: "the boat 1.5"."""
    return all(token.used or token.has("number", "filler", "only", "about", "to") for token in clause.tokens)


def _bare_seconds(clause: Clause) -> list[Token]:
    """A number that stands for seconds: "the rest 2 each"."""
    for token in clause.free("number"):
        if token.has("digits") and 0 < token.amount("number") <= 60:
            token.kinds = {"time": round(token.amount("number") * 1000)}
            return [token]
    return []


def _sign(clause: Clause) -> int:
    """Whether a time is to be added (1) or taken away (-1), or is the length itself (0)."""
    if clause.has("longer") and not clause.has("show_only"):
        token = clause.free("longer")[0]
        if token.text.lower() in ("make longer", "too short", "太短") and clause.has("to"):
            return 0
        return 1
    if clause.has("shorter"):
        return -1
    before = next((was.text for was, now in zip(clause.tokens, clause.tokens[1:], strict=False) if now.has("time")), "")
    if before in ("加", "再加", "增加", "减", "减少", "减去", "多", "再多", "少", "再少", "延长", "缩短", *_CHANGES):
        return -1 if before[0] in "减缩砍削去短" or before[-1] in "少短" else 1
    if clause.has("add") and any(token.text.lower().startswith("to ") for token in clause.tokens if token.has("each")):
        return 1
    if (
        clause.has("add")
        and clause.has("to")
        and clause.has("ord", "photo", "name", "each", "length", "film")
        and clause.tokens[0].has("add")
    ):
        return 1
    if clause.has("take", "trim", "remove", "cut") and clause.has("out") and not clause.has("clip"):
        return -1
    if _takes_time(clause):
        clause.take_all("remove")
        return -1
    if _adds_time(clause):
        clause.take_all("add")
        return 1
    if clause.tokens[0].text.lower() in ("cut", "shave", "lose") and not clause.has("to"):
        clause.take_all("cut", "remove")
        return -1
    if (
        clause.has("remove", "less")
        and clause.has("from", "less")
        and clause.has("ord", "photo", "name", "film", "each", "less")
    ):
        return -1
    return 1 if clause.has("more") and not clause.has("atmost", "atleast", "total") else 0


def _takes_time(clause: Clause) -> bool:
    """Whether what is taken away is a time: "quítale un segundo a todas", "enlève une seconde partout"."""
    tokens = [token for token in clause.tokens if set(token.kinds) != {"filler"}]
    return any(
        (token.has("remove") and not token.has("use") and after.has("time"))
        or (token.has("time") and fold_all(after.text) in ("weg", "ab", "runter") and clause.has("remove", "take"))
        for token, after in itertools.pairwise(tokens)
    )


def _is_difference(clause: Clause) -> bool:
    """Whether a time is followed by "more" or "less": "un segundo más a todas"."""
    return any(
        token.has("time") and after.has("more", "less", "longer", "shorter")
        for token, after in itertools.pairwise(clause.tokens)
    )


_ADDING = re.compile(r"(?:anad|agreg|sum|ajout|rajout|fug|add)")


def _adds_time(clause: Clause) -> bool:
    """Whether what is added is a time: "súmale un segundo a la última"."""
    tokens = [token for token in clause.tokens if set(token.kinds) != {"filler"}]
    return any(
        token.has("add") and after.has("time") and _ADDING.match(fold_all(token.text))
        for token, after in itertools.pairwise(tokens)
    )


def _read_relative_length(work: Work, photos: Photos) -> None:
    clause, context = work.clause, work.context
    if work.found or clause.has("music", "mood", "title", "caption", "text", "credit", "quote"):
        return
    if not clause.has("longer", "shorter", "slower", "faster", "double", "triple", "halve", "factor"):
        return
    topic = context.topic or context.before
    if (
        clause.has("halve", "double", "triple", "factor")
        and not clause.has("longer", "shorter", "slower", "faster", "length", "film", "pace")
        and not photos
    ):
        ratio = relative_length(clause)
        work.wish("scale", context.photos, ratio=ratio, topic=topic)
        return
    compared = any(token.text.lower().endswith("er") for token in clause.free("longer", "shorter", "slower", "faster"))
    loose = clause.has("film", "make") or len(clause.tokens) > 3
    if context.first and loose and not compared and not clause.has("pace"):
        return
    ratio = relative_length(clause)
    if ratio is None:
        return
    everything = clause.has("all", "film", "each")
    clause.take_all("length", "pace", "film", "show", "total", "photo", "all", "each", "keep")
    if photos:
        work.wish("length", photos, ratio=ratio, relative=True)
    elif work.inherited:
        work.wish("length", work.photos, ratio=ratio, relative=True)
    elif (
        topic == "transition"
        and not context.first
        and not everything
        and (_is_bare(clause) or (clause.has("it") and context.topic))
    ):
        work.wish("transition", NOBODY, ratio=ratio, relative=True)
    else:
        work.wish("whole", NOBODY, ratio=ratio, relative=True)


def _is_bare(clause: Clause) -> bool:
    """Whether all that is said is "slower"."""
    return all(token.used or token.has("filler", "nope", "yes", "bit", "much") for token in clause.tokens)


def _is_too_much(clause: Clause) -> bool:
    """Whether "too" is of something: "the boat looks too dark"."""
    return any(token.text.lower() == "too" for token in clause.tokens[:-1])


def read_again(work: Work) -> None:
    """What is left: "more", "less" and "again" after an earlier wish."""
    clause, context = work.clause, work.context
    if work.found or context.first:
        return
    if clause.has("likewise") and work.named and not _is_too_much(clause):
        clause.take_all("likewise")
        earlier = context.wishes[-1] if context.wishes else None
        if earlier is not None:
            work.wish(earlier.kind, work.named, **earlier.values)
        else:
            work.wish("likewise", work.named)
    elif (
        clause.has("more", "less", "again", "bit")
        and not clause.has("unknown", "photo")
        and context.before
        and len(clause.tokens) <= 5
    ):
        clause.take_all("more", "less", "again", "bit", "much")
        work.wish("more", NOBODY, less=clause.has("less"))
    elif clause.has("vary") and not clause.has("film", "make"):
        clause.take_all("vary", "different", "each")
        work.wish("transition", NOBODY, vary=True)
    elif clause.has("color") and len(clause.tokens) <= 3 and not work.photos:
        clause.extra["understood"] = False
