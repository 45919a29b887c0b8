"""What a clause asks for in transitions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .clauses import Clause
from .lexicon import fold_all
from .timing import relative_length
from .token import Token, use
from .wishes import NOBODY, Photos
from .work import Work

DIRECTED = ("wipe", "slide", "push", "cover", "reveal")


_THERE = re.compile(r"\b(?:there|that one|alli|ahi|da|dort|la)$|(?:那里|那儿|那处|这里)|(?:そこ|そこだけ)")


_SLIDING = ("slide", "slides", "push", "push in", "pushes in", "move in", "moves in")


def read_transitions(work: Work) -> None:
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
    moving = (
        context.current == "transition"
        and clause.has("leftright", "rightleft", "bottomtop", "toptobottom")
        and not work.photos
    )
    slide_noun = (
        [token for token in clause.tokens if token.text.lower() in _SLIDING and not token.used]
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
        and clause.has("trim", "clip", "time")
        and not clause.has("each", "all", "between", "add")
    ):
        return
    denied = clause.has("not") or (work.removes and not clause.has("vary"))
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
            use(kinds, noun, fades)
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
        relative_length(clause) if time is None and (noun or kinds or inherits) and not values.get("kind") else None
    )
    if relative:
        values |= {"ratio": relative, "relative": True}
    if not values:
        if noun and (work.context.first or clause.has("add", "back", "smooth") or not clause.has("keep")):
            values["kind"] = "any"
        else:
            return
    if time is not None:
        clause.take_all("take")
    if values.get("kind"):
        clause.take_all("same", "all")
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
    use(slide_noun)
    if between and at and clause.take("only") and values.get("kind") not in (None, "cut"):
        work.wish("transition", NOBODY, kind="cut")
    work.wish("transition", at, **values)


def _is_short_time(clause: Clause) -> bool:
    time = clause.value("time")
    return isinstance(time, int) and 0 < time <= 2000


def _cuts(work: Work) -> Photos:
    """The cuts that are meant: those into the photos named here."""
    photos = work.named
    if counted := _counted(work.clause, photos):
        return counted
    if work.clause.has("between") and len(photos.but) == 2:
        return Photos(photos.items, (("cut", *photos.but),))
    before = next((wish for wish in reversed(work.context.wishes) if wish.kind == "transition"), None)
    if not photos and before is not None and _THERE.search(fold_all(work.clause.said)):
        # "crossfades everywhere but between 2 and 3, a plain cut there"
        return Photos(before.photos.but or before.photos.items)
    span = photos.items[0] if len(photos.items) == 1 and not photos.but else ()
    if span and span[0] == "range" and isinstance(span[1], int) and span[2] == span[1] + 1:
        # "from 2 to 3 through black"
        return Photos((("cut", ("nth", span[1]), ("nth", span[2])),))
    if work.clause.has("between") and len(photos.items) == 2:
        return Photos((("cut", photos.items[0], photos.items[1]),), photos.but)
    return photos


def _counted(clause: Clause, photos: Photos) -> Photos:
    """The cut that is counted as one: "the first transition" leads into the second photo."""
    for before, token in zip(clause.tokens, clause.tokens[1:], strict=False):
        if not token.has("transition", "cut", "trans", "fade"):
            continue
        if before.text == "第一个":
            before.used = True
            return Photos((("cut", ("nth", 1), ("nth", 2)),))
        if before.text in ("最后一个", "最后的"):
            before.used = True
            return Photos((("nth", -1),))
        place = photos.items[0][1] if len(photos.items) == 1 and photos.items[0][0] == "nth" else None
        if before.has("ord") and isinstance(place, int) and place > 0 and not photos.but:
            return Photos((("cut", ("nth", place), ("nth", place + 1)),))
    return NOBODY


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
        if len(named) > 1 and named[-1] in DIRECTED:
            kind = named[0] if named[0] not in ("slide",) else named[-1]
        if any(name.startswith("fade-") and name != "fade-any" for name in named):
            kind = next(name for name in named if name.startswith("fade-") and name != "fade-any")
        if kind in DIRECTED:
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
