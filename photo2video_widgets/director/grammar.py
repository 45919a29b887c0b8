"""Clauses → wishes: one grammar for every language, over what the lexicon says that words may mean.

Each reader looks for one kind of wish in a clause and uses up the tokens that it understood; word order counts only
where it carries meaning. What no reader used is told back as not understood.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, field

from . import clauses as parts
from .clauses import Clause
from .naming import photos_of
from .soundtrack import read_music
from .titles import read_texts
from .tokens import Message, Token
from .wishes import NOBODY, Photos, Wish

HARMLESS = frozenset(
    """filler make film set add use it at to for in from and then yes nope thanks hello yet about photo that literal bad
    too much bit both frame total each all show keep break only own number count times half out take what motion_ at
    again_ export upload_ sound_ unit changes in unchanged color_ before_ length pace start_ percentage partial""".split()
)
TOPICS = {
    "text-style": "text", "captions": "text", "no-text": "text", "text-edit": "text", "text-back": "text",
    "whole": "length", "each": "length", "equal": "length", "between": "length", "swap": "order", "move": "order",
    "remove": "order", "keep": "order", "again": "order", "restore": "order",
}  # fmt: skip
STRONG_LOOKS = frozenset("mono sepia vintage".split())


@dataclass
class Context:
    """What earlier clauses were about: their topic, their photos, and what was asked for."""

    first: bool
    known: Container[object]
    songs: Container[object]
    clips: Container[object]
    topic: str = ""
    photos: Photos = NOBODY
    mentioned: Photos = NOBODY
    wishes: list[Wish] = field(default_factory=list)
    excepted: bool = False
    before: str = ""

    @property
    def current(self) -> str:
        """The topic of this message, or of the one before."""
        return self.topic or self.before


@dataclass(frozen=True)
class Reading:
    """What a message asks for, and the clauses that were not understood."""

    wishes: list[Wish]
    not_understood: list[str]
    is_request: bool


def read(message: Message, context: Context) -> Reading:
    """The wishes of a message, in order."""
    not_understood: list[str] = []
    is_request = False
    pieces = parts.split(message.tokens)
    for place, clause in enumerate(pieces):
        clause.said = _said(message, clause)
        clause.extra["quoted"] = message.quoted
        clause.extra["last"] = place == len(pieces) - 1
        clause.extra["next"] = pieces[place + 1] if place + 1 < len(pieces) else None
        found = _read_clause(clause, context)
        is_request = is_request or bool(found) or clause.has("make", "film", "set", "add", "use", "photo")
        context.wishes += found
        left = [token for token in clause.tokens if not token.used and not _is_harmless(token)]
        unknown = [token for token in left if token.has("unknown") and len(token.text) > 2]
        if (
            not found
            and not clause.extra.get("understood")
            and (left or _asks(clause))
            and (unknown or not _is_talk(clause))
        ):
            not_understood.append(clause.said)
        elif found and unknown and any(token.text[:1].isupper() for token in unknown[:1]) and not context.first:
            pass
    return Reading(_settled(context.wishes), not_understood, is_request)


def _said(message: Message, clause: Clause) -> str:
    masked = clause.tokens[0].start, clause.tokens[-1].end
    said = str(message.typed)[masked[0] : masked[1]]
    return re.sub(r"\s*⟦(\d+)⟧\s*", lambda match: f" “{message.quoted[int(match[1])]}” ", said).strip()


def _is_harmless(token: Token) -> bool:
    return any(kind in HARMLESS for kind in token.kinds)


def _is_talk(clause: Clause) -> bool:
    """Whether a clause only thanks, greets or comments."""
    return all(_is_harmless(token) or token.has("thanks", "hello", "slower", "look") for token in clause.tokens)


def _asks(clause: Clause) -> bool:
    return clause.has("what", "remove", "add", "set") and clause.has("unknown")


def _settled(wishes: list[Wish]) -> list[Wish]:
    """Where a complaint is followed by its remedy, the remedy alone: "too slow, make them 300 ms"."""
    kept: list[Wish] = []
    for place, wish in enumerate(wishes):
        later = wishes[place + 1 : place + 3]
        same = [other for other in later if other.kind == wish.kind and other.photos == wish.photos]
        if wish.get("relative") and any(not other.get("relative") or other.values == wish.values for other in same):
            continue
        kept.append(wish)
    return kept


def _read_clause(clause: Clause, context: Context) -> list[Wish]:
    _drop_alternatives(clause)
    found: list[Wish] = []
    if _read_history(clause, found):
        return found
    if _only_keeps(clause, context):
        clause.extra["understood"] = True
        return found
    _places(clause)
    photos = photos_of(clause, context.known)
    rest = Photos((("rest",),))
    if rest.items[0] in photos.items:
        photos = Photos((("all",),), photos.but + context.mentioned.items)
    inherited = False
    if not photos and context.photos and _means_the_same(clause, context):
        photos, inherited = context.photos, True
    if (
        photos.but
        and clause.has("except")
        and photos.items in ((), (("all",),))
        and not clause.has(*(parts.CORE - {"move", "remove", "swap", "keep", "show", "only", "color"}))
    ):
        if clause.has("remove", "use", "make", "film", "keep", "only", "add", "with_"):
            return [
                Wish(
                    "keep",
                    Photos((("all",),), photos.but) if not clause.has("remove", "keep", "only") else Photos(photos.but),
                    {},
                    clause.said,
                )
            ]
        return _read_exception(clause, photos, context)
    work = Work(clause, context, photos, inherited, found)
    for reader in READERS:
        reader(work)
    if found:
        context.topic = TOPICS.get(found[-1].kind, found[-1].kind)
    if photos and not inherited:
        context.mentioned = Photos(context.mentioned.items + tuple(item for item in photos.items if item != ("all",)))
    named = Photos(tuple(item for item in photos.items if item != ("all",)), photos.but)
    if named and not inherited:
        context.photos = named
    elif found and not named:
        context.photos = NOBODY
    return found


def _means_the_same(clause: Clause, context: Context) -> bool:
    """Whether a clause that names no photos goes on about those of the clause before."""
    if clause.has("all", "film", "total", "shape"):
        return False
    if clause.has("look", "motion", "trans") and context.topic == "order":
        return False
    return clause.has("it", "remove", "show", "move", "swap", "trim", "mute")


@dataclass
class Work:
    """A clause while it is read."""

    clause: Clause
    context: Context
    photos: Photos
    inherited: bool
    found: list[Wish]

    def wish(self, name: str, photos: Photos | None = None, /, **values: object) -> None:
        about = self.photos if photos is None else photos
        self.found.append(Wish(name, about, values, self.clause.said))

    @property
    def denies(self) -> bool:
        return self.clause.has("not") or self.removes

    @property
    def removes(self) -> bool:
        return self.clause.has("remove") or (self.clause.has("take") and self.clause.has("out"))

    @property
    def named(self) -> Photos:
        """The photos that were named, where that is not simply all of them."""
        return NOBODY if self.photos.are_all else self.photos


def _drop_alternatives(clause: Clause) -> None:
    """What stands after "instead of" is what is not wanted."""
    for place, token in enumerate(clause.tokens):
        if token.has("instead") and not token.has("color"):
            token.used = True
            ahead = any(not item.has("filler", "it", "set", "use", "nope") for item in clause.tokens[:place])
            behind = clause.tokens[place + 1 :]
            if ahead and behind and not token.text.startswith(("代", "替", "取", "わり")):
                for item in behind:
                    item.used = True
                clause.tokens = clause.tokens[:place] + [token]
            elif behind:
                clause.tokens = behind if token.text.startswith(("代", "替", "取")) and not ahead else clause.tokens
            return


def _read_history(clause: Clause, found: list[Wish]) -> bool:
    token = next((item for item in clause.tokens if item.has("undo", "redo")), None)
    if token is None or (clause.has("by", "order", "sort") and not token.has("redo")):
        return False
    content = [
        item
        for item in clause.tokens
        if item.has("trans", "mood", "look", "shape", "quote", "name", "time", "percent", "back")
    ]
    if token.has("redo") and (clause.has("title", "caption", "music") or content) and not token.has("undo"):
        return False
    if [item for item in content if item is not token and not item.has("back") and not item.has("undo")] and clause.has(
        "add", "music"
    ):
        return False
    if clause.has("music", "title", "photo") and clause.has("add") and clause.has("back"):
        return False
    number = next(
        (
            item.kinds.get("number", item.kinds.get("count"))
            for item in clause.tokens
            if item.has("number", "count") and not item.has("photo")
        ),
        1,
    )
    count = int(number) if isinstance(number, (int, float)) else 1
    if any(item.has("both") for item in clause.tokens):
        count = 2
    found.append(Wish("history", values={"by": max(1, count) * (-1 if token.has("undo") else 1)}))
    for item in clause.tokens:
        item.used = True
    return True


def _only_keeps(clause: Clause, context: Context) -> bool:
    """Whether a clause asks that something stays as it is."""
    if clause.has(
        "time",
        "percent",
        "only",
        "show_",
        "look",
        "color",
        "contain",
        "quote",
        "size",
        "shape",
        "undo",
        "back",
        "quieter",
        "louder",
    ):
        return False
    if clause.has("motion") and clause.value("motion") == "none":
        return False
    if clause.has("unchanged") and not clause.has("sort", "reverse", "order_"):
        return not clause.has("shuffle", "longer", "shorter", "remove")
    if clause.has("except") and clause.has("keep"):
        return False
    keeps = (clause.has("keep") and not clause.has("show")) or (clause.has("keep") and clause.has("rest"))
    return keeps and not clause.has("longer", "shorter", "tostart", "toend", "trans", "same", "mood", "fill", "remove")


def _read_exception(clause: Clause, photos: Photos, context: Context) -> list[Wish]:
    left_out = Photos(photos.but)
    clause.extra["understood"] = True
    for token in clause.tokens:
        token.used = True
    follower = clause.extra.get("next")
    if isinstance(follower, Clause) and follower.has("it", "keep", "look", "show"):
        context.photos = left_out
        return []
    for place in range(len(context.wishes) - 1, -1, -1):
        wish = context.wishes[place]
        if wish.kind in ("look", "motion", "length", "fit", "transition"):
            context.wishes[place] = wish.about(wish.photos.without(left_out))
            return []
    return [Wish("spare", left_out, {}, clause.said)]


def _places(clause: Clause) -> None:
    """ "the last one" names a photo, "put it last" a place: where a place is meant, `toend` is all that is left."""
    for place, token in enumerate(clause.tokens):
        if token.has("ord") and token.has("toend", "tostart", "place"):
            after = clause.tokens[place + 1] if place + 1 < len(clause.tokens) else None
            if after is not None and (after.has("photo", "number", "count") or after.has("time")):
                token.kinds = {"ord": token.kinds["ord"]}


# Readers, in the order in which they look


def _read_frame(work: Work) -> None:
    clause = work.clause
    if clause.has("size"):
        for token in clause.take_all("size", "shape", "frame"):
            if token.has("size"):
                work.wish("frame", NOBODY, size=token.kinds["size"])
        clause.take_all("side")
        return
    shapes = [token for token in clause.free("shape") if not _is_a_place(clause, token)]
    if shapes and not (len(shapes) == 1 and shapes[0].has("name")):
        token = shapes[-1]
        for other in clause.take_all("shape", "frame"):
            other.used = True
        if clause.has("not") and not work.removes:
            work.wish("refused", NOBODY, shape=token.kinds["shape"])
        else:
            work.wish("frame", NOBODY, shape=token.kinds["shape"])
    side = clause.take("side")
    if side:
        if work.found and work.found[-1].kind == "frame":
            work.found[-1] = Wish("frame", NOBODY, {**work.found[-1].values, "side": side.kinds["side"]}, clause.said)
        else:
            work.wish("frame", NOBODY, side=side.kinds["side"])
    fps = clause.take("fps")
    if fps:
        work.wish("rate", NOBODY, fps=fps.kinds["fps"])
    elif clause.has("rate"):
        number = clause.take("number")
        clause.take_all("rate")
        if number:
            work.wish("rate", NOBODY, fps=round(number.amount("number")))


def _is_a_place(clause: Clause, shape: Token) -> bool:
    """Whether "square" is one that people stand in."""
    place = clause.tokens.index(shape)
    return (
        place > 1 and clause.tokens[place - 1].text.lower() == "the" and clause.tokens[place - 2].has("in", "at", "to_")
    )


def _read_background(work: Work) -> None:
    clause = work.clause
    if clause.has("transition", "quote", "title", "text", "caption") or (
        clause.has("music") and clause.has("background")
    ):
        return
    behind = clause.free("background", "bars")
    colour = clause.free("color")
    blur = clause.free("blur")
    if not behind and not (work.context.current in ("background", "fit") and (colour or blur) and not work.photos):
        return
    if (clause.has("bars") and work.denies and not colour and not blur) or (blur and not clause.has("not")):
        work.wish("background", NOBODY, background="blur")
    elif colour and not work.removes:
        work.wish("background", NOBODY, background=colour[0].kinds["color"])
    elif clause.has("bars") or blur:
        work.wish("background", NOBODY, background="#000000")
    else:
        return
    for token in (*behind, *colour, *blur, *clause.free("fill", "trans")):
        token.used = True


def _read_fit(work: Work) -> None:
    clause = work.clause
    crop = clause.free("crop")
    if crop and clause.has("trim") and clause.has("clip"):
        return
    if crop and work.clause.has("not", "except"):
        work.wish("fit", work.named, fit="contain")
        clause.take_all("all", "contain", "not", "crop", "cut")
    elif clause.take("contain"):
        clause.take_all("show", "all", "crop", "contain", "fill")
        work.wish("fit", work.named, fit="cover" if clause.has("not") else "contain")
    elif clause.has("fill") and not clause.has("time"):
        clause.take_all("fill", "frame", "crop", "total", "all")
        work.wish("fit", work.named, fit="contain" if clause.has("not") else "cover")
    elif crop and clause.has("fill", "frame"):
        clause.take_all("crop", "fill", "frame")
        work.wish("fit", work.named, fit="cover")


def _read_clip(work: Work) -> None:
    """What is asked for a clip's own sound or its part."""
    clause, context = work.clause, work.context
    about_clip = clause.has("clip") or any(item[0] == "name" and item[1] in context.clips for item in work.photos.items)
    if not about_clip:
        return
    if (
        clause.has("mute")
        or (clause.has("sound", "volume") and work.denies)
        or (clause.has("quieter", "louder", "percent") and clause.has("sound", "volume"))
    ):
        clause.take_all("mute", "sound", "volume", "clip", "remove", "not", "own", "louder_")
        percent = clause.take("percent")
        if percent:
            work.wish("clip-volume", volume=percent.amount("percent") / 100)
        elif clause.has("quieter", "louder"):
            work.wish("clip-volume", ratio=1.5 if clause.take("louder") else 0.6)
            clause.take_all("quieter")
        else:
            work.wish("clip-volume", volume=0.0)
        return
    if clause.take("unmute"):
        work.wish("clip-volume", volume=1.0)
        return
    times = clause.free("time")
    wants_part = clause.has("trim", "only", "shorter", "from") or any(_is_edge(clause, token) for token in times)
    if times and wants_part and not clause.has("move", "toend_"):
        for token in times:
            token.used = True
        lengths = [token.whole("time") for token in times]
        clause.take_all("trim", "only", "clip", "use", "from", "to", "ord", "tostart", "shorter", "remove")
        if work.removes and len(lengths) == 1:
            work.wish("trim", drop=lengths[0], end=_is_last(clause))
        elif len(lengths) > 1:
            work.wish("trim", start=lengths[0], stop=lengths[1])
        else:
            work.wish("trim", length=lengths[0], end=_is_last(clause))


def _is_edge(clause: Clause, time: Token) -> bool:
    place = clause.tokens.index(time)
    return place > 0 and clause.tokens[place - 1].has("ord", "tostart", "toend")


def _is_last(clause: Clause) -> bool:
    return any(token.kinds.get("ord") == "last" or token.has("toend") for token in clause.tokens)


def _read_order(work: Work) -> None:
    clause = work.clause
    photos = work.photos
    if any(wish.kind == "transition" for wish in work.found):
        return
    if clause.has(
        "quote", "title", "text", "caption", "credit", "music", "volume", "color", "fadeout", "fadein"
    ) and not (clause.has("sort", "shuffle", "swap")):
        return
    if (
        clause.has("transition", "trans", "cut", "motion") and not clause.has("sort", "by", "swap", "order", "move")
    ) or (clause.has("remove") and clause.has("transition")):
        return
    by = clause.free("by")
    if (by and not clause.has("time") and not clause.has("names")) or (by and clause.has("sort")):
        for token in clause.take_all("by", "sort", "order", "dates", "names", "reverse_"):
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
    if clause.has("swap") and len(photos.items) == 2:
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
    if clause.has("reverse") and not work.named:
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
    if (
        work.removes
        and not photos
        and not clause.has("music", "title", "look", "effects", "mood")
        and (unknown or work.photos)
    ):
        if unknown:
            photos = Photos(tuple(("like", token.text) for token in unknown))
            for token in unknown:
                token.used = True
    if (
        clause.has("only")
        and (photos or unknown)
        and not work.removes
        and not clause.has("look", "motion", "longer", "shorter")
        and not (clause.has("time") and clause.has("show", "for") and not clause.has("each", "film", "make"))
    ):
        clause.take_all("only", "keep", "use", "show", "film")
        work.wish("keep", photos or Photos(tuple(("like", token.text) for token in unknown)))
        return
    if work.removes and clause.has("rest") and not photos.items:
        return
    if clause.has("back", "add") and clause.has("back") and photos and not clause.has("toend", "tostart", "move_"):
        clause.take_all("back", "add", "move", "undo", "set")
        work.wish("restore", photos)
        return
    if clause.has("again") and len(photos.items) == 2 and clause.has("before", "after"):
        clause.take_all("again", "show", "add", "use", "move")
        side = "before" if clause.has("before") and not clause.has("after") else "after"
        clause.take_all("before", "after")
        work.wish("again", Photos(photos.items[:1]), to=side, anchor=photos.items[1])
        return
    if clause.has("again") and photos:
        clause.take_all("again", "show", "add", "use")
        work.wish("again", photos, to="start" if clause.take("tostart") else "end" if clause.take("toend") else "next")
        return
    if work.removes and photos:
        clause.take_all("remove", "take", "out", "bad")
        if photos.but:
            work.wish("keep", Photos(photos.but))
        else:
            work.wish("remove", photos)
        return
    if (
        clause.has("not")
        and photos
        and not clause.has("time", "move", "longer", "shorter")
        and (clause.has("use", "add", "show", "it", "photo") or len(clause.tokens) <= 3)
        and not clause.has("start", "end")
    ):
        clause.take_all("not", "use", "add", "show")
        work.wish("remove", photos)
        return
    _read_move(work, photos)


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
    elif clause.has("move") and len(photos.items) == 2 and numbers and not clause.has("show"):
        clause.take_all("move")
        work.wish("move", Photos(photos.items[:1]), to="place", place=photos.items[1][1])
    elif clause.has("place") and clause.has("move") and clause.value("place") == "center":
        clause.take_all("place", "move")
        work.wish("move", photos, to="middle")


def _moved_and_goal(
    clause: Clause, photos: Photos, anchor: Token
) -> tuple[tuple[tuple[object, ...], ...], tuple[object, ...]]:
    """Which photo is moved beside which: in Chinese the goal stands before the word for "after"."""
    return photos.items[:-1], photos.items[-1]


def _read_transitions(work: Work) -> None:
    clause, context = work.clause, work.context
    kinds = clause.free("trans", "cut")
    noun = clause.free("transition")
    fades = clause.free("fade")
    if clause.has("quote", "title", "text", "caption") and not noun and not kinds:
        return
    if clause.has("fadeout", "fadein") and not noun and not kinds:
        return
    if clause.has("music", "mood", "volume") and fades and not noun and not kinds and clause.has("time", "toend", "it"):
        return
    between = clause.has("between")
    inherits = not work.found and (
        (between and len(work.named.items) == 2 and work.denies)
        or (
            context.current == "transition"
            and (
                (between and bool(work.named))
                or clause.has("vary")
                or (
                    _is_short_time(clause)
                    and not clause.has("each", "total", "length", "make", "film")
                    and not work.named
                    and bool(context.topic or clause.has("it"))
                )
            )
        )
    )
    moving = clause.has("slide_") or (
        context.current == "transition"
        and clause.has("leftright", "rightleft", "bottomtop", "toptobottom")
        and not work.photos
    )
    slide_noun = (
        [token for token in clause.tokens if token.text.lower() in ("slide", "slides", "push") and not token.used]
        if clause.has("leftright", "rightleft", "bottomtop", "toptobottom") or (noun and clause.has("photo"))
        else []
    )
    if not (
        kinds or noun or fades or inherits or moving or slide_noun or (between and work.named and clause.has("vary"))
    ):
        return
    if (
        kinds
        and all(token.has("cut") for token in kinds)
        and not noun
        and clause.has("length", "halve", "shorter", "film", "total")
    ):
        return
    if (
        kinds
        and all(token.has("cut") for token in kinds)
        and not noun
        and clause.has("length_", "trim", "clip", "time")
        and not clause.has("each", "all", "between", "add")
    ):
        return
    denied = (clause.has("not") or (work.removes and not clause.has("vary"))) and not clause.has("use_")
    at = _cuts(work)
    time = _time_for(clause, (*kinds, *noun, *fades)) if not clause.has("each") or _is_short_time(clause) else None
    kind = _transition_kind(clause, kinds, fades, slide_noun)
    values: dict[str, object] = {}
    if (
        clause.has("vary")
        or (clause.has("shuffle") and noun)
        or (clause.has("different") and clause.has("each", "all") and noun)
    ):
        clause.take_all("vary", "different", "shuffle", "each", "all", "times")
        values["vary"] = True
    elif denied and (kind is None or kind not in ("cut", None)):
        if kind and kind not in ("crossfade", "any") and context.first:
            work.wish("refused", NOBODY, transition=kind)
            _use(kinds, noun, fades)
            return
        values["kind"] = "cut"
    elif kind:
        values["kind"] = kind
    if time is not None:
        values["ms"] = time
    compared = clause.has("longer", "shorter", "slower", "faster", "double", "halve") and not clause.has("add", "use")
    if compared and not denied and time is None and kind not in ("cut", None) and not context.first:
        values.pop("kind", None)
    relative = (
        _relative_length(clause) if time is None and (noun or kinds or inherits) and not values.get("kind") else None
    )
    if relative:
        values |= {"ratio": relative, "relative": True}
    if not values:
        if noun and (work.context.first or clause.has("add", "back", "smooth") or not clause.has("keep")):
            values["kind"] = "any"
        else:
            return
    clause.take_all(
        "transition",
        "trans",
        "cut",
        "fade",
        "not",
        "remove",
        "between",
        "into",
        "leftright",
        "rightleft",
        "bottomtop",
        "toptobottom",
        "use",
    )
    _use(slide_noun)
    if between and at and clause.take("only") and values.get("kind") not in (None, "cut"):
        work.wish("transition", NOBODY, kind="cut")
    work.wish("transition", at, **values)


def _use(*groups: Sequence[Token]) -> None:
    for group in groups:
        for token in group:
            token.used = True


def _is_short_time(clause: Clause) -> bool:
    time = clause.value("time")
    return isinstance(time, int) and 0 < time <= 2000


def _cuts(work: Work) -> Photos:
    """The cuts that are meant: those into the photos named here."""
    photos = work.named
    if work.clause.has("between") and len(photos.items) == 2:
        return Photos((("cut", photos.items[0], photos.items[1]),), photos.but)
    return photos


def _transition_kind(clause: Clause, kinds: list[Token], fades: list[Token], slides: list[Token]) -> str | None:
    direction = None
    for name, way in (("leftright", "right"), ("rightleft", "left"), ("bottomtop", "up"), ("toptobottom", "down")):
        if clause.has(name):
            direction = way
    for token in kinds:
        if token.has("place") and clause.has("place"):
            continue
    side = clause.value("place")
    named = [str(token.kinds["trans"]) for token in kinds if token.has("trans")]
    if slides:
        named = ["push" if slides[0].text.lower().startswith("push") else "slide"]
    if named:
        kind = named[-1] if named[-1] != "fade-any" else "crossfade"
        if len(named) > 1 and named[-1] in ("wipe", "slide", "push"):
            kind = named[0] if named[0] not in ("slide",) else named[-1]
        if any(name.startswith("fade-") and name != "fade-any" for name in named):
            kind = next(name for name in named if name.startswith("fade-") and name != "fade-any")
        if kind in ("wipe", "slide", "push"):
            if direction is None and side in ("left", "right", "top", "bottom"):
                direction = {"top": "up", "bottom": "down"}.get(str(side), str(side))
                clause.take_all("place")
            return f"{kind}-{direction or 'left'}"
        return kind
    if any(token.has("cut") for token in kinds):
        return "cut"
    if fades:
        colour = str(clause.value("color") or "")
        if colour in ("#000000", "#ffffff"):
            clause.take_all("color")
            return "fade-black" if colour == "#000000" else "fade-white"
        return "crossfade"
    return f"turn-{direction}" if direction else None


def _time_for(clause: Clause, nouns: Sequence[Token]) -> int | None:
    times = [token for token in clause.free("time") if token.whole("time") > 0]
    if not times:
        return None
    if clause.has("each") and len(times) == 1:
        # "4 seconds each" belongs to the photos, unless it stands right beside the transition.
        return None
    places = [clause.tokens.index(noun) for noun in nouns] or [0]
    time = min(times, key=lambda token: min(abs(clause.tokens.index(token) - place) for place in places))
    if clause.has("each", "total", "film", "length") and time.whole("time") > 2000:
        return None
    if time.whole("time") > 2000 and clause.has("shape", "make"):
        return None
    time.used = True
    return time.whole("time")


def _relative_length(clause: Clause) -> float | None:
    """How many times as long as now."""
    for kind, ratio in (("double", 2.0), ("triple", 3.0), ("halve", 0.5)):
        if clause.take(kind):
            if ratio < 1 and clause.has("slower"):
                return 1 / ratio
            clause.take_all("longer", "shorter", "slower", "faster", "much", "length")
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
        down = not down
        clause.take_all("not")
    return 1 / step if down else step


def _read_motions(work: Work) -> None:
    clause, context = work.clause, work.context
    tokens = clause.free("motion")
    inherits = (
        context.current == "motion"
        and not tokens
        and not work.found
        and clause.has("more", "less", "slower", "faster", "alternate", "halve", "double")
        and not clause.has("time")
    )
    directions = clause.free("leftright", "rightleft", "bottomtop", "toptobottom")
    turned = context.current == "motion" and directions and not work.found
    if not tokens and not inherits and not turned:
        if clause.has("effects") and clause.has("not", "remove"):
            clause.take_all("effects")
            work.wish("motion", NOBODY, kinds=("none",))
            work.wish("look", NOBODY, look="none", quiet=True)
        return
    if tokens and tokens[0].text.lower() == "still" and re.search(r"\b(?:i|we|you) still\b", clause.said.lower()):
        return
    if clause.has("trans") and not clause.has("each", "all") and all(token.kinds["motion"] is True for token in tokens):
        return
    named = [str(token.kinds["motion"]) for token in tokens if isinstance(token.kinds["motion"], str)]
    pan = any(name.startswith("pan") for name in named) or any(
        "pan" in token.text.lower() or "tilt" in token.text.lower() for token in tokens
    )
    if (directions and (pan or not named)) or turned:
        way = {"leftright": "right", "rightleft": "left", "bottomtop": "up", "toptobottom": "down"}
        named = [f"pan-{way[next(kind for kind in way if token.has(kind))]}" for token in directions]
    elif "pan" in named:
        named = ["pan-right" if name == "pan" else name for name in named]
    _use(tokens, directions)
    if clause.has("not", "remove") and "none" not in named:
        clause.take_all("not", "remove")
        work.wish("motion", work.named, kinds=("none",))
        return
    strength = _strength(clause, bool(named))
    if any(name not in ("any",) for name in named):
        kinds = tuple(name for name in named if name != "any")
    elif inherits or (strength and _compares(clause) and not context.first and not clause.has("add")):
        kinds = ()
    elif any("zoom" in token.text.lower() or "缩放" in token.text or "ズーム" in token.text for token in tokens):
        kinds = ("zoom",)
    else:
        kinds = ("any",)
    clause.take_all("slower", "less", "alternate", "quieter", "mood", "bit", "each", "more", "faster")
    values: dict[str, object] = {"kinds": kinds}
    if strength and not kinds:
        values |= {"ratio": strength, "relative": True}
    if only_these(clause):
        values["only"] = True
    before = context.wishes[-1] if context.wishes else None
    if (
        before is not None
        and before.kind == "motion"
        and not before.photos
        and not work.named
        and "and" in clause.joined
    ):
        # "alternate zoom in and zoom out" is one wish.
        context.wishes.pop()
        values["kinds"] = (*before.get("kinds", ()), *kinds)  # type: ignore[misc]
    work.wish("motion", work.named, **values)


def _compares(clause: Clause) -> bool:
    """Whether a strength is said beside another: "slower", where "slow" names only a manner."""
    return any(
        token.has("more", "less", "much", "double", "halve")
        or (
            token.has("slower", "faster", "bigger", "smaller")
            and re.search(r"er\b|更|再|más|plus|もっと|一点|些", token.text)
        )
        for token in clause.tokens
    )


def only_these(clause: Clause) -> bool:
    return clause.take("only") is not None


def _strength(clause: Clause, named: bool) -> float | None:
    step = 2.0 if clause.has("much") else 1.3 if clause.has("bit") else 1.6
    if clause.has("double"):
        return 2.0
    if clause.has("halve"):
        return 0.5
    if clause.has("more", "faster", "bigger", "louder"):
        return step
    if clause.has("less", "slower", "smaller", "quieter"):
        return 1 / step
    return None


def _read_looks(work: Work) -> None:
    clause, context = work.clause, work.context
    tokens = clause.free("look")
    if not tokens:
        return
    named = [str(token.kinds["look"]) for token in tokens if isinstance(token.kinds["look"], str)]
    named = [name for name in named if name != "none"] or named
    if clause.has("mood") and clause.has("music") and not any(name in STRONG_LOOKS for name in named):
        return
    noun = any(token.kinds["look"] is True for token in tokens)
    if (
        clause.has("motion", "trans", "transition")
        and not noun
        and not any(name in STRONG_LOOKS | {"none"} for name in named)
    ):
        return
    if not noun and named and named[-1] not in STRONG_LOOKS and not _means_look(clause, tokens, context):
        return
    if clause.has("quote", "title", "text") and not noun and not any(name in STRONG_LOOKS for name in named):
        return
    denied = clause.has("not", "remove")
    _use(tokens)
    clause.take_all("color", "quieter", "more", "bigger", "less", "bit", "louder")
    if named and not denied:
        work.wish("look", work.named or (work.photos if work.inherited else NOBODY), look=named[-1])
    elif denied and named and named[-1] != "none" and not noun:
        work.wish("unlook", work.named, look=named[-1])
        clause.take_all("not", "remove")
    elif denied:
        clause.take_all("not", "remove")
        work.wish("look", work.named, look="none")


def _means_look(clause: Clause, tokens: Sequence[Token], context: Context) -> bool:
    """Whether an everyday word such as "warm" is said of the pictures and not of the day."""
    phrase = any(" " in token.text or token.text.lower().endswith(("er", "e色", "色", "调")) for token in tokens)
    meant = [token for token in clause.tokens if not token.has("filler") or token.has("look")]
    told = clause.has("set", "color", "all", "each", "more", "keep", "bit", "bigger", "louder") and not clause.has(
        "make", "film"
    )
    return (
        phrase
        or told
        or (len(meant) <= 3 and not context.first and not clause.has("film", "make"))
        or bool(clause.has("ord", "name", "photo") and not context.first)
    )


def _read_lengths(work: Work) -> None:
    clause, context = work.clause, work.context
    times = clause.free("time")
    photos = work.named
    if not times and clause.has("each", "rest", "length") and not work.found:
        times = _bare_seconds(clause)
    if (
        clause.has("same")
        and not clause.has("unchanged")
        and (clause.has("length", "each", "all", "photo", "time") or len(clause.tokens) < 8)
    ):
        clause.take_all("same", "length", "each", "all")
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
    exact = not change or clause.has("atmost", "atleast") or (clause.has("to") and not clause.has("add"))
    limit = "atmost" if clause.take("atmost") else "atleast" if clause.take("atleast") else ""
    if limit == "atmost" and clause.has("not") and clause.has("longer"):
        change = 0
    each = (clause.has("each") and not clause.has("total")) or (
        work.photos.are_all and bool(work.photos.items) and not clause.has("total", "film")
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
    elif each:
        work.wish("each", NOBODY, ms=length, **said)
    elif (context.topic == "length" and work.inherited) or (
        context.photos and clause.has("it") and not clause.has("film", "total") and length <= 20_000
    ):
        work.wish("length", context.photos, ms=length)
    elif (
        len(values) == 2
        and clause.has("photo", "to")
        and length < 10_000
        and values[1] < 10_000
        and clause.has("photo")
    ):
        work.wish("each", NOBODY, ms=round(sum(values) / 2))
    else:
        work.wish("whole", NOBODY, ms=length, **said)


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
    if (
        clause.has("add")
        and clause.has("to")
        and clause.has("ord", "photo", "name", "each", "length", "film")
        and clause.tokens[0].has("add")
    ):
        return 1
    if clause.has("take") and clause.has("out"):
        return -1
    if (
        clause.has("remove", "less")
        and clause.has("from", "less")
        and clause.has("ord", "photo", "name", "film", "each", "less")
    ):
        return -1
    return 1 if clause.has("more") and not clause.has("atmost", "atleast", "total") else 0


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
        ratio = _relative_length(clause)
        work.wish("scale", context.photos, ratio=ratio, topic=topic)
        return
    if context.first and not clause.has("pace") and (clause.has("film", "make") or len(clause.tokens) > 3):
        if not any(token.text.lower().endswith("er") for token in clause.free("longer", "shorter", "slower", "faster")):
            return
    ratio = _relative_length(clause)
    if ratio is None:
        return
    clause.take_all("length", "pace", "film", "show", "total", "photo", "all", "each", "keep")
    if photos:
        work.wish("length", photos, ratio=ratio, relative=True)
    elif work.inherited:
        work.wish("length", work.photos, ratio=ratio, relative=True)
    elif topic == "transition" and clause.has("it") and not context.first and context.topic:
        work.wish("transition", NOBODY, ratio=ratio, relative=True)
    else:
        work.wish("whole", NOBODY, ratio=ratio, relative=True)


def _read_again(work: Work) -> None:
    """What is left: "more", "less" and "again" after an earlier wish."""
    clause, context = work.clause, work.context
    if work.found or context.first:
        return
    if (
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


READERS: tuple[Callable[[Work], None], ...] = (
    read_texts,
    _read_fit,
    _read_background,
    _read_clip,
    _read_frame,
    read_music,
    _read_transitions,
    _read_order,
    _read_motions,
    _read_looks,
    _read_lengths,
    _read_again,
)
