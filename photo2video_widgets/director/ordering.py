"""What a clause asks for in the photos themselves: which there are, and in what order."""

from __future__ import annotations

import re

from .clauses import Clause
from .lexicon import fold_all
from .token import Token
from .wishes import NOBODY, Photos
from .work import Work


def read_order(work: Work) -> None:
    clause = work.clause
    photos = work.photos
    if any(wish.kind in ("transition", "clip-volume", "no-text") for wish in work.found):
        return
    others = ("quote", "title", "text", "caption", "credit", "music", "volume", "color", "fadeout", "fadein")
    if any(token.has(*others) and not token.has("name") for token in clause.tokens) and not (
        clause.has("sort", "shuffle", "swap")
    ):
        return
    if (
        clause.has("transition", "trans", "cut", "motion") and not clause.has("sort", "by", "swap", "order", "move")
    ) or (clause.has("remove") and clause.has("transition")):
        return
    by = clause.free("by")
    if (by and not clause.has("time") and not clause.has("names")) or (by and clause.has("sort")):
        for token in clause.take_all("by", "sort", "order", "dates", "names"):
            token.used = True
        wanted = str(by[-1].kinds["by"])
        newest = clause.has("reverse") and wanted == "taken"
        work.wish(
            "order",
            NOBODY,
            by="newest" if newest or any(token.kinds["by"] == "newest" for token in by) else wanted,
            back=clause.has("reverse"),
        )
        clause.take_all("reverse", "number")
        return
    if clause.has("sort", "order") and clause.has("dates", "names"):
        by_date = clause.has("dates")
        clause.take_all("sort", "order", "dates", "names", "number")
        work.wish("order", NOBODY, by="taken" if by_date else "name", back=clause.has("reverse"))
        clause.take_all("reverse")
        return
    if (
        (clause.has("swap", "reverse") or _trades(work))
        and len(work.named.items) == 2
        and not clause.has("leftright", "rightleft")
    ):
        clause.take_all("swap", "move", "set", "reverse")
        work.wish("swap")
        return
    if (
        clause.has("swap")
        and len(photos.items) == 1
        and photos.items[0][0] in ("first", "last")
        and photos.items[0][1] == 2
    ):
        clause.take_all("swap")
        work.wish("swap")
        return
    if clause.has("reverse") and work.named and not clause.has("order", "sort", "swap") and len(work.named.items) == 1:
        clause.take_all("reverse", "move")
        work.wish("order", work.named, by="turned", way=True)
        return
    if clause.has("reverse") and not work.named:
        way = any(_DIRECTION.search(token.text.lower()) for token in clause.free("reverse"))
        if way and not clause.has("order", "photo", "sort"):
            clause.take_all("reverse", "move", "all")
            work.wish("order", NOBODY, by="turned", way=True)
            return
        clause.take_all("reverse", "order", "all", "undo", "sort")
        if clause.has("leftright", "rightleft", "trans"):
            return
        work.wish("order", NOBODY, by="turned")
        return
    if clause.has("shuffle") and not clause.has("transition", "vary") and not _is_some(clause):
        clause.take_all("shuffle", "order", "sort", "all")
        work.wish("order", NOBODY, by="shuffle")
        return
    if clause.has("order") and clause.has("undo", "back"):
        clause.take_all("order", "undo", "back")
        work.wish("order", NOBODY, by="given")
        return
    _read_selection(work)


_TRADES = re.compile(r"\b(?:cambi|troca|tausch|wechs|remplac|chang)\w*\b.*\b(?:por|gegen|mit|par|avec)\b")


def _trades(work: Work) -> bool:
    """Whether one photo is to change places with another: "cambia la primera por la última"."""
    return not work.clause.has("text", "title", "music", "time") and bool(_TRADES.search(fold_all(work.clause.said)))


# Of what has a direction; an order has none.
_DIRECTION = re.compile(r"direction|\bway\b|方向|direcci|richtung|\bsens\b|向き")
# What a photo may have that can be taken off it.
_HELD_BY_PHOTOS = (
    "look",
    "motion",
    "caption",
    "title",
    "text",
    "transition",
    "trans",
    "effects",
    "background",
    "sound",
)


def _is_some(clause: Clause) -> bool:
    """Whether "random" is said of the photos and not of their order: "random pictures of my cat"."""
    pairs = zip(clause.tokens, clause.tokens[1:], strict=False)
    return any(token.text.lower() == "random" and after.has("photo") for token, after in pairs)


def _read_selection(work: Work) -> None:
    clause, photos = work.clause, work.named
    if clause.has("swap") and (photos or work.photos) and not work.removes:
        clause.extra["understood"] = True
        work.wish("swap")
        clause.take_all("swap")
        return
    if clause.has("time") and not clause.has("only", "start", "end"):
        return
    if clause.has(
        "look", "motion", "trans", "transition", "louder", "quieter", "fit", "mute", "trim", "crop"
    ) and not clause.has("name", "move", "start", "end"):
        return
    unknown = [token for token in clause.free("unknown") if len(token.text) > 1]
    if work.removes and not photos and not clause.has("music", "title", "look", "effects", "mood") and unknown:
        photos = Photos(tuple(("like", token.text) for token in unknown))
        for token in unknown:
            token.used = True
    if (
        clause.has("only")
        and (photos or unknown)
        and not work.removes
        and not clause.has("look", "motion", "longer", "shorter")
        and not _narrows(work)
        and not (clause.has("rest") and clause.free("number"))
        and not (clause.has("time") and not work.context.first and not clause.has("keep", "use", "each", "film"))
        and not (clause.has("time") and clause.has("show", "for") and not clause.has("each", "film", "make"))
    ):
        clause.take_all("only", "keep", "use", "show", "film")
        work.wish("keep", photos or Photos(tuple(("like", token.text) for token in unknown)))
        return
    if work.removes and clause.has("rest") and not photos.items:
        return
    if clause.has("back") and photos and not clause.has("look", "toend", "tostart"):
        clause.take_all("back", "add", "move", "undo", "set")
        work.wish("restore", photos)
        return
    if clause.has("again") and len(photos.items) == 2 and clause.has("before", "after"):
        clause.take_all("again", "show", "add", "use", "move")
        side = "before" if clause.has("before") and not clause.has("after") else "after"
        clause.take_all("before", "after")
        work.wish("again", Photos(photos.items[:1]), to=side, anchor=photos.items[1])
        return
    twice = any(token.text.lower() == "twice" for token in clause.free("double")) and not clause.has("slower", "faster")
    twice = twice or (clause.has("double") and clause.has("show", "use", "add"))
    twice = twice and not clause.has("longer", "length", "time")
    if (clause.has("again") or twice) and photos:
        clause.take_all("again", "show", "add", "use", "double")
        work.wish("again", photos, to="start" if clause.take("tostart") else "end" if clause.take("toend") else "next")
        return
    if (
        photos
        and clause.has("out")
        and all(token.used or token.has("out", "break", "filler") for token in clause.tokens)
    ):
        clause.take_all("out")
        work.wish("remove", photos)
        return
    if work.removes and photos and not clause.free(*_HELD_BY_PHOTOS):
        clause.take_all("remove", "take", "out", "bad")
        if photos.but:
            work.wish("keep", Photos(photos.but))
        else:
            work.wish("remove", photos)
        return
    if clause.has("not") and photos and _corrects(work):
        clause.extra["understood"] = True
        return
    if (
        clause.has("not")
        and photos
        and not clause.has(
            "time", "move", "longer", "shorter", "look", "motion", "trans", "transition", "music", "text"
        )
        and (clause.has("use", "add", "show", "it", "photo") or len(clause.tokens) <= 3)
        and not clause.has("rest")
        and not clause.has("start", "end")
    ):
        clause.take_all("not", "use", "add", "show")
        work.wish("remove", photos)
        return
    _read_move(work, photos)


def _corrects(work: Work) -> bool:
    """Whether "not" sets right which photo was meant: "no, I meant the group", "not the beach"."""
    wishes = work.context.wishes
    return work.clause.has("nope") or (bool(wishes) and wishes[-1].kind == "corrected")


def _narrows(work: Work) -> bool:
    """Whether "only" narrows what was said before: "zoom in", "and on the boat only"."""
    clause, context = work.clause, work.context
    if context.first or clause.has("use", "keep", "show", "make", "film", "add"):
        return False
    return clause.has("at", "for") and context.current in ("motion", "look", "transition", "length", "text")


def _read_move(work: Work, photos: Photos) -> None:
    clause = work.clause
    if not photos:
        return
    start, end = clause.take("start"), clause.take("end")
    if start or end:
        work.wish(
            "move",
            Photos(photos.items[:1]) if len(photos.items) > 1 and start and end else photos,
            to="start" if start else "end",
        )
        if start and end and len(photos.items) > 1:
            work.wish("move", Photos(photos.items[1:2]), to="end")
        clause.take_all("film")
        return
    step = clause.take("step")
    if step is not None:
        clause.take_all("move", "set", "add", "place")
        work.wish("move", photos, to="step", by=step.whole("step"))
        return
    anchor = clause.free("before", "after", "between")
    if len(photos.items) >= 2 and anchor and clause.has("move", "set", "add", "after", "before"):
        token = anchor[0]
        token.used = True
        if token.has("between") and len(photos.items) >= 3:
            work.wish("move", Photos(photos.items[:1]), to="after", anchor=photos.items[1], other=photos.items[2])
        else:
            moved, goal = _moved_and_goal(clause, photos, token)
            work.wish(
                "move",
                Photos(moved),
                to="before" if token.has("before") and not token.has("after") else "after",
                anchor=goal,
            )
        clause.take_all("move", "add")
        return
    numbers = [item for item in photos.items if item[0] == "nth"]
    if clause.has("tostart"):
        clause.take_all("tostart", "move", "add", "show", "use")
        work.wish("move", photos, to="start")
    elif clause.has("toend"):
        clause.take_all("toend", "move", "add", "show", "use")
        work.wish("move", photos, to="end")
    elif clause.has("ord") and any(token.kinds.get("ord") in (1, "last") for token in clause.free("ord")):
        token = clause.free("ord")[0]
        token.used = True
        clause.take_all("move", "add", "show", "use")
        work.wish("move", photos, to="start" if token.kinds["ord"] == 1 else "end")
    elif (
        len(photos.items) == 2 and numbers and (_gives_a_place(clause) or clause.has("move")) and not clause.has("show")
    ):
        clause.take_all("move")
        work.wish("move", Photos(photos.items[:1]), to="place", place=photos.items[1][1])
    elif clause.has("place") and clause.has("move") and clause.value("place") == "center":
        clause.take_all("place", "move")
        work.wish("move", photos, to="middle")


def _gives_a_place(clause: Clause) -> bool:
    """Whether one photo is to be what another is now: "make the third the second", "la dernière en deuxième"."""
    ords = [place for place, token in enumerate(clause.tokens) if token.has("ord", "name")]
    if not any(clause.tokens[place].has("ord") for place in ords[1:]):
        return False
    others = {
        "ord",
        "name",
        "move",
        "partial",
        "set",
        "make",
        "to",
        "at",
        "in",
        "filler",
        "photo",
        "for",
        "it",
        "nope",
        "break",
    }
    says = len(ords) == 2 and (
        any(token.has("to", "set", "make", "at") for token in clause.tokens[: ords[1]])
        or (len(clause.tokens) > ords[1] + 1 and clause.tokens[ords[1] + 1].text in ("に", "へ"))
    )
    return says and all(token.kinds.keys() & others for token in clause.tokens)


def _moved_and_goal(
    clause: Clause, photos: Photos, anchor: Token
) -> tuple[tuple[tuple[object, ...], ...], tuple[object, ...]]:
    """Which photo is moved beside which: in Chinese the goal stands before the word for "after"."""
    return photos.items[:-1], photos.items[-1]
