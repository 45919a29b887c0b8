"""Which photos a clause is about, as far as its words tell without looking at the draft."""

from __future__ import annotations

from collections.abc import Container
from typing import cast

from .clauses import Clause
from .lexicon import fold_all
from .token import Token
from .tokens import plain_letters
from .wishes import NOBODY, Photos

Item = tuple[object, ...]
_WEAK = frozenset(("partial", "unknown", "filler"))
_GENERIC = frozenset("photo picture pic image img one this that all each 照片 图片 那张 这张 写真".split())


def photos_of(clause: Clause, known: Container[object]) -> Photos:
    """The photos that the clause names; the tokens that name them are used. `known` are the ids of photos and clips."""
    tokens = clause.tokens
    split = next(
        (place for place, token in enumerate(tokens) if token.has("except") and not _is_less(tokens, place)), None
    )
    if split is None:
        return Photos(tuple(_items(clause.tokens, clause, known)))
    clause.tokens[split].used = True
    tail = next((place for place, token in enumerate(clause.tokens) if place > split and token.has("excepttail")), None)
    if tail is None:
        # "apart from the third all the others"
        after = range(split + 2, len(clause.tokens))
        tail = next((place - 1 for place in after if clause.tokens[place].has("rest", "all")), None)
    inside = clause.tokens[split + 1 : tail if tail is None or clause.tokens[tail].has("excepttail") else tail + 1]
    outside = clause.tokens[:split] + (clause.tokens[tail + 1 :] if tail is not None else [])
    left_out = tuple(item for item in _items(inside, clause, known) if item not in (("all",), ("rest",)))
    if not left_out and split:
        # In some languages the exception stands before its word.
        left_out, outside = tuple(_items(clause.tokens[:split], clause, known)), clause.tokens[split + 1 :]
    named = tuple(item for item in _items(outside, clause, known) if item != ("rest",))
    return Photos(named, left_out) if left_out or named else NOBODY


def _is_less(tokens: list[Token], place: int) -> bool:
    """Whether a word for "except" says how much less: "medio segundo menos"."""
    return tokens[place].used or (tokens[place].has("less") and place > 0 and tokens[place - 1].has("time"))


def _items(tokens: list[Token], clause: Clause, known: Container[object]) -> list[Item]:
    items: list[Item] = []
    # Where something is put somewhere, "first" and "last" are places.
    places = clause.has("again", "move", "add", "quote", "fadeout", "fadein", "start", "end") or len(tokens) <= 4
    places = places and not clause.has("swap", "keep", "only") and not (clause.has("remove") and not clause.has("move"))
    listed = clause.has(
        "swap", "remove", "move", "between", "keep", "only", "into", "before", "after", "again", "back", "look", "undo",
        "start", "end", "time", "motion", "show", "quote", "longer", "shorter", "name", "slower", "faster", "likewise",
        "except", "step",
    ) and not clause.has("rate")  # fmt: skip
    place = 0
    while place < len(tokens):
        if tokens[place].has("ends"):
            items += [("nth", 1), ("nth", -1)]
            tokens[place].used = True
            place += 1
            continue
        if tokens[place].has("places") and listed:
            items += [("nth", number) for number in cast(tuple[int, ...], tokens[place].kinds["places"])]
            tokens[place].used = True
            place += 1
            continue
        size, item = _item_at(
            tokens,
            place,
            listed,
            known,
            bool(items) and items[-1] != ("rest",),
            places,
        )
        if item is not None:
            items.append(item)
            for token in tokens[place : place + size]:
                token.used = True
        place += max(1, size)
    specific = [item for item in items if item[0] not in ("all",)]
    return specific or items[:1]


def _next(tokens: list[Token], place: int, *kinds: str) -> Token | None:
    return tokens[place] if 0 <= place < len(tokens) and tokens[place].has(*kinds) and not tokens[place].used else None


def _number(token: Token | None) -> int | None:
    value = token.kinds.get("number") if token else None
    return int(value) if isinstance(value, float) and value == int(value) and abs(value) < 10_000 else None


def _item_at(
    tokens: list[Token], place: int, listed: bool, known: Container[object], more: bool, places_something: bool
) -> tuple[int, Item | None]:
    token = tokens[place]
    if token.used:
        return 1, None
    if token.has("name") and token.kinds["name"] in known and not _counts(tokens, place):
        return 1 + bool(_next(tokens, place + 1, "photo")), ("name", token.kinds["name"])
    if token.has("taken"):
        return 1, ("taken", token.kinds["taken"])
    if token.has("beside"):
        return _beside_at(tokens, place, known)
    if token.has("lastbut"):
        return 1 + bool(_next(tokens, place + 1, "photo")), ("lastbut",)
    if token.has("odd"):
        return 1, ("odd",)
    if token.has("part"):
        return 1, ("part", token.kinds["part"])
    if token.has("parity"):
        return 1, ("parity", token.kinds["parity"])
    if token.has("ord") and not _names_a_time(tokens, place):
        return _ordinal_at(tokens, place, more, listed, places_something)
    count = token.kinds.get("count")
    if isinstance(count, int) and _next(tokens, place - 1, "before", "after", "ord"):
        first = tokens[place - 1].has("before")
        tokens[place - 1].used = True
        return 1, ("first" if first else "last", count)
    span = token.kinds.get("range")
    if isinstance(span, tuple) and (listed or _next(tokens, place - 1, "photo")):
        return 1, ("range", *span)
    if token.has("partial") and set(token.kinds) <= _WEAK and (many := _counted_after(tokens, place)):
        return many, ("every", plain_letters(token.text))
    if token.has("partial") and listed and not _next(tokens, place + 1, "photo") and set(token.kinds) <= _WEAK:
        return 1, ("like", plain_letters(token.text))
    if listed and token.has("number") and not token.has("digits") and _leads_a_list(tokens, place):
        return 1, ("nth", _number(token) or 1)
    if token.has("photo") and not token.has("count"):
        following = _next(tokens, place + 1, "number")
        number = _number(following) if following is None or not following.has("range") else None
        if number is not None and not (place + 2 < len(tokens) and tokens[place + 2].has("unit")):
            return _range_at(tokens, place + 1, number, 1)
        like = _like(tokens, place)
        if like:
            return 1, ("like", like)
    pointed = (
        token.has("digits")
        and token.amount("number") <= 50
        and (_has_article(tokens, place) or _leads_a_span(tokens, place))
    )
    if (listed or more or pointed) and not _next(tokens, place + 1, "rate", "unit", "percentage", "fps"):
        number = _number(token)
        if (
            number is not None
            and not token.has("photo")
            and (token.has("digits") or more)
            and not _next(tokens, place + 1, "changes", "film", "each")
            and not _counts_something_else(tokens, place + 1)
            and not _is_article(tokens, place)
            and not (number > 50 and _next(tokens, place + 1, "in", "from"))
        ):
            return _range_at(tokens, place, number, 0)
    if token.has("all", "each") and not token.has("unchanged"):
        return 1, ("all",)
    if token.has("rest"):
        if place and tokens[place - 1].text.lower() in ("as", "than", "que", "als", "wie"):
            # "twice as long as the others"
            token.used = True
            return 1, None
        counted = _next(tokens, place + 1, "number")
        return 1 + (counted is not None and not counted.has("digits")), ("rest",)
    return 1, None


def _leads_a_span(tokens: list[Token], place: int) -> bool:
    """Whether a number there is where a span of photos begins: "von 2 zu 3"."""
    follows = bool(_next(tokens, place + 1, "to")) and bool(_next(tokens, place + 2, "number"))
    return follows and place > 0 and tokens[place - 1].has("from")


def _counted_after(tokens: list[Token], place: int) -> int:
    """How many tokens say several of what is called so: "面包那两张"."""
    for ahead in (place + 1, place + 2):
        counted = _next(tokens, ahead, "count")
        if counted is not None and counted.whole("count") > 1:
            return ahead + 1 - place
        if ahead >= len(tokens) or not tokens[ahead].has("filler", "it"):
            break
    return 0


def _leads_a_list(tokens: list[Token], place: int) -> bool:
    """Whether a number in words is the first of several: "all but one, four and eight", "la uno, la tres"."""
    later = [token for token in tokens[place + 1 :] if not token.has("filler", "and", "break") or token.has("number")]
    return bool(later) and all(token.has("number") and not token.has("unit") for token in later)


def _counts(tokens: list[Token], place: int) -> bool:
    """Whether a name that is a number, too, is one: "les deux dernières" where a photo is called deux."""
    ends = (1, "first", "last")
    around = [tokens[beside] for beside in (place - 1, place + 1) if 0 <= beside < len(tokens)]
    return tokens[place].has("number") and any(other.kinds.get("ord") in ends for other in around)


def _beside_at(tokens: list[Token], place: int, known: Container[object]) -> tuple[int, Item]:
    """ "the one before": before the photo that is named next, else before what was named last."""
    side = tokens[place].kinds["beside"]
    ahead = place + 1
    while ahead < len(tokens) and set(tokens[ahead].kinds) == {"filler"}:
        ahead += 1
    if ahead < len(tokens) and tokens[ahead].has("name", "ord"):
        size, anchor = _item_at(tokens, ahead, True, known, True, False)
        if anchor is not None:
            return ahead + size - place, ("beside", side, anchor)
    return 1, ("beside", side)


def _counts_something_else(tokens: list[Token], place: int) -> bool:
    """Whether a word follows that says what is counted, and is none of ours: "80 ans"."""
    return place < len(tokens) and set(tokens[place].kinds) == {"unknown"}


def _is_article(tokens: list[Token], place: int) -> bool:
    """Whether a number there is the article of what follows: "un fondu"."""
    ahead = tokens[place + 1] if place + 1 < len(tokens) else None
    return tokens[place].has("filler") and ahead is not None and not ahead.has("and", "number", "filler")


def _range_at(tokens: list[Token], place: int, number: int, lead: int) -> tuple[int, Item]:
    """ "photos 2 to 4": `place` is where the number stands, `lead` the tokens before it that belong to it."""
    ahead = place + 1
    if _next(tokens, ahead, "to", "throughout") or (ahead < len(tokens) and tokens[ahead].text in ("-", "–", "to")):
        last = _number(_next(tokens, ahead + 1, "number"))
        if last is not None:
            return lead + 3, ("range", number, last)
    last = _number(_next(tokens, ahead, "number"))
    if last is not None and tokens[ahead].text.startswith("-"):
        return lead + 2, ("range", number, abs(last))
    return lead + 1, ("nth", number)


# "la première cinq secondes" is one photo, "les premières secondes" are a time.
_SINGULAR = frozenset("premiere premier derniere dernier primera primero ultima ultimo".split())
_ONE = (1000, 60_000)


def _names_a_time(tokens: list[Token], place: int) -> bool:
    """Whether an ordinal there counts seconds: "the last 3 seconds"."""
    ahead = place + 1
    while ahead < len(tokens) and tokens[ahead].has("filler", "in") and not tokens[ahead].has("time", "photo"):
        ahead += 1
    after = tokens[ahead] if ahead < len(tokens) else None
    return (
        after is not None
        and after.has("time")
        and not (fold_all(tokens[place].text).split(" ")[-1] in _SINGULAR and after.whole("time") not in _ONE)
        and (ahead == place + 1 or tokens[place].has("toend", "tostart"))
        and tokens[place].kinds.get("ord") in (1, "last", "first")
        and not _counts_photos(tokens[place])
        and not any(other.used and other.has("ord", "name") for other in tokens[:place])
    )


def _ordinal_at(
    tokens: list[Token], place: int, more: bool, listed: bool, places_something: bool
) -> tuple[int, Item | None]:
    token = tokens[place]
    which = token.kinds["ord"]
    size = 1
    far = _next(tokens, place + 2, "ord") if _next(tokens, place + 1, "to", "throughout") else None
    if isinstance(which, int) and far is not None and isinstance(far.kinds["ord"], int) and _counts_photos(far):
        return 3 + bool(_next(tokens, place + 3, "photo")), ("range", which, far.kinds["ord"])
    if _is_verb(tokens, place):
        return 1, None
    number = _number(_next(tokens, place + 1, "number")) if not _next(tokens, place + 1, "photo") else None
    count = tokens[place + 1].kinds.get("count") if _next(tokens, place + 1, "count") else None
    many = count if isinstance(count, int) else number
    if many is not None and which in (1, "first", "last"):
        size = 2 + bool(_next(tokens, place + 2, "photo"))
        return size, ("last" if which == "last" else "first", many)
    has_photo = bool(_next(tokens, place + 1, "photo"))
    before = tokens[place - 1] if place else None
    ahead_count = (
        _number(before)
        if before is not None and before.has("number") and not before.used and not before.has("photo")
        else None
    )
    if ahead_count is not None and which in (1, "last") and ahead_count > 1:
        # "las tres últimas", "les trois dernières"
        assert before is not None
        before.used = True
        return size + has_photo, ("last" if which == "last" else "first", ahead_count)
    if token.has("toend", "tostart") and not has_photo and places_something:
        return 1, None
    size += has_photo
    if has_photo and _number(_next(tokens, place + 1, "number")) is None and size == 2:
        pass
    if which == "middle":
        return size, ("middle",)
    if token.has("toend", "tostart") and not has_photo and not _has_article(tokens, place) and more:
        return 1, None
    if (
        which == 1
        and not has_photo
        and not token.has("counted")
        and place == 0
        and (not listed or _next(tokens, place + 1, "set", "make", "use", "remove"))
        and not _next(tokens, place + 1, "time", "number")
    ):
        return 1, None
    if (
        not has_photo
        and not _counts_photos(token)
        and more
        and not _has_article(tokens, place)
        and places_something
        and which in (1, "last")
    ):
        # "put sunset first": where to, not which.
        return 1, None
    if token.has("unit") and not has_photo and not _has_article(tokens, place) and not listed:
        return 1, None
    place_named = -1 if which == "last" else 1 if which == "first" else which
    # "the new first one" counts the photos as they are by then.
    return size, ("nth", place_named, "now") if before is not None and before.has("now") else ("nth", place_named)


def _is_verb(tokens: list[Token], place: int) -> bool:
    """Whether "last" is what a film does: "the film should last 50 seconds"."""
    ahead = place + 1
    while (
        ahead < len(tokens) and tokens[ahead].has("about", "for", "filler") and not tokens[ahead].has("time", "photo")
    ):
        ahead += 1
    timed = ahead < len(tokens) and tokens[ahead].has("time")
    return timed and tokens[place].text.lower() == "last" and not _has_article(tokens, place)


def _counts_photos(token: Token) -> bool:
    """Whether an ordinal says by itself that it counts photos, as in Chinese."""
    return token.has("counted") or any(letter in token.text for letter in "张枚幅写")


def _has_article(tokens: list[Token], place: int) -> bool:
    before = tokens[place - 1] if place else None
    return before is not None and before.text.lower() in {
        "the", "la", "le", "el", "das", "die", "der", "den", "dem", "l'", "las", "los", "les", "my", "our", "and",
        "with", "al", "del", "zum", "beim", "ganz",
    }  # fmt: skip


def _like(tokens: list[Token], place: int) -> str | None:
    """What stands right before "photo" and could be a part of a name: "the dinner pic", "the one with the dog"."""
    before = tokens[place - 1] if place else None
    if before is not None and not before.used and before.has("unknown", "partial"):
        before.used = True
        return plain_letters(before.text)
    return None
