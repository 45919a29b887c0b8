"""What a clause asks for in transitions, motions and looks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .clauses import Clause
from .lexicon import fold_all
from .timing import relative_length
from .token import Token
from .wishes import NOBODY, Photos
from .work import Context, Work

DIRECTED = ("wipe", "slide", "push", "cover", "reveal")
_THERE = re.compile(r"\b(?:there|that one|alli|ahi|da|dort|la)$|(?:那里|那儿|那处|这里)|(?:そこ|そこだけ)")
_SLIDING = ("slide", "slides", "push", "push in", "pushes in", "move in", "moves in")
STRONG_LOOKS = frozenset("mono sepia vintage".split())


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
        relative_length(clause) if time is None and (noun or kinds or inherits) and not values.get("kind") else None
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


def read_motions(work: Work) -> None:
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
            if context.first:
                work.wish("transition", NOBODY, kind="cut")
            work.wish("look", NOBODY, look="none", quiet=True)
        return
    if tokens and context.topic == "text" and all(token.has("bigger", "smaller") for token in tokens):
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
    if "none" in named and len(tokens) > 1:
        # "no zooming, let them stand still" says it twice.
        clause.take_all("not")
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


def read_looks(work: Work) -> None:
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
    if named and named[-1] == "none":
        clause.take_all("back")
    if named and not denied:
        only = {"only": True} if work.named and clause.take("only") else {}
        work.wish("look", work.named or (work.photos if work.inherited else NOBODY), look=named[-1], **only)
    elif denied and named and named[-1] != "none" and not noun:
        work.wish("unlook", work.named, look=named[-1])
        clause.take_all("not", "remove")
    elif denied:
        clause.take_all("not", "remove")
        work.wish("look", work.named, look="none")


def _means_look(clause: Clause, tokens: Sequence[Token], context: Context) -> bool:
    """Whether an everyday word such as "warm" is said of the pictures and not of the day."""
    if len({token.kinds["look"] for token in tokens}) > 1:
        # "punchy colours"
        return True
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
