"""What a clause asks for in words that are to be read: titles, captions and closing words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .clauses import Clause
from .lexicon import fold_all
from .spans import NOUNS, span_of
from .wishes import NOBODY, Photos

if TYPE_CHECKING:
    from .work import Work

_LISTED = re.compile(r"\s+/\s+|\s*\|\s*|\s*;\s*|\n+|／")
_AND = re.compile(r"\s+(?:and|und|y|et|&)\s+|(?<=[\u4e00-\u9fff])(?:和|以及)(?=第)")
_BIGGER, _SMALLER = 1.3, 1 / 1.3


def read_texts(work: Work) -> None:
    clause, context = work.clause, work.context
    quotes = clause.free("quote")
    nouns = [kind for kind in NOUNS if clause.has(kind)]
    inherits = (
        context.current == "text"
        and not _has_other_topic(clause)
        and (
            bool(context.topic)
            or clause.has("color", "place", "bigger", "smaller", "bold")
            or (clause.has("it") and clause.has("show"))
            or (clause.has("it") and clause.has("keep") and clause.has("time"))
        )
    )
    if context.current == "text" and work.removes and work.named and _means_words(clause):
        clause.take_all("remove", "take", "out", "it", "at")
        work.wish("no-text", work.named, role="caption", many=True)
        return
    loose = not nouns and not quotes and not inherits and not _labels(clause, nouns)
    styles = _is_style_alone(clause) and context.current not in ("background", "fit")
    # "再大一点" after the volume was spoken of
    styles = styles and not (context.current in ("music", "volume") and not clause.has("color", "bold", "place"))
    if loose and not (styles and not context.first and not work.photos):
        return
    if not quotes and nouns and clause.has("motion", "photo") and clause.has("back"):
        return
    role = next((kind for kind in ("credit", "caption", "title", "text") if kind in nouns), "")
    if not role and inherits and not quotes:
        role = next((str(wish.get("role") or "") for wish in reversed(context.wishes) if "role" in wish.values), "")
    if clause.has("end") and quotes and not role:
        role = "credit"
    style = _style(clause, bool(nouns))
    span = span_of(clause, work)
    if quotes:
        _written(work, role, quotes, style, span)
    elif _labels(clause, nouns):
        clause.take_all("names", "dates", "all", "each", "not", "says", "by")
        work.wish("captions", work.named, source="dates" if clause.has("dates") else "names", **style)
    elif (work.removes or clause.has("not")) and nouns:
        clause.take_all("remove", "not", *NOUNS)
        work.wish("no-text", work.named, role="" if role == "text" else role, many=_is_many(clause, role), **style)
    elif style or span:
        work.wish(
            "text-style",
            work.named if not work.inherited else NOBODY,
            role="" if role == "text" else role,
            **style,
            **span,
        )
    elif nouns and clause.has("back", "undo"):
        clause.take_all("back", "add", "undo")
        work.wish("text-back", NOBODY, role=role)
    elif (
        (nouns and clause.has("duck", "loop"))
        or (nouns and not clause.has("add", "says"))
        or (nouns and clause.has("caption") and (clause.has("names", "dates")))
    ):
        return
    else:
        if nouns and context.topic != "text":
            work.wish("which-text", NOBODY, role=role)
        return
    clause.take_all(*NOUNS, "says", "set", "quote", "literal", "in")
    if clause.has("add"):
        clause.take_all("add")


def _means_words(clause: Clause) -> bool:
    """Whether "the one on …" is what was written there: "lose the one on the third"."""
    pairs = zip(clause.tokens, clause.tokens[1:], strict=False)
    return any(one.text.lower() in ("the one", "the ones") and on.text.lower() == "on" for one, on in pairs)


def _labels(clause: Clause, nouns: list[str]) -> bool:
    """Whether photos are to be labelled with their own names or dates."""
    labelled = clause.has("add") and clause.has("each", "all")
    if not clause.has("names", "dates") or clause.has("remove", "sort", "order") or (clause.has("by") and not labelled):
        return False
    return bool(nouns) or (clause.has("add", "show", "says", "use", "set") and clause.has("photo", "each", "all"))


def _has_other_topic(clause: Clause) -> bool:
    return clause.has(
        "trans", "transition", "motion", "music", "mood", "volume", "look", "shape", "size", "side", "fps",
        "background", "bars", "fit", "name", "ord", "sort", "by", "reverse", "shuffle", "swap", "each", "total",
        "remove", "contain", "crop", "louder", "film", "cut",
        "photo", "length", "longer", "shorter", "slower", "faster",
    )  # fmt: skip


def _is_style_alone(clause: Clause) -> bool:
    return (
        (
            clause.has("color", "bigger", "smaller", "bold", "thin", "outline")
            or (clause.has("place") and clause.has("it"))
        )
        and not _has_other_topic(clause)
        and not clause.has("time", "percent", "blur", "pace")
    )


def _style(clause: Clause, has_noun: bool) -> dict[str, object]:
    style: dict[str, object] = {}
    if clause.has("background", "bars"):
        pass
    elif colour := clause.take("color"):
        style["color"] = colour.kinds["color"]
    place = clause.free("place")
    if place:
        style["position"] = _place([str(token.kinds["place"]) for token in place])
        clause.take_all("place", "toptobottom", "bottomtop", "move", "leftright", "rightleft")
    elif has_noun:
        ways = (("bottomtop", "top"), ("toptobottom", "bottom"), ("leftright", "right"), ("rightleft", "left"))
        for way, where in ways:
            if clause.take(way):
                style["position"] = where
    for kind, ratio in (("bigger", _BIGGER), ("smaller", _SMALLER)):
        if clause.take(kind):
            clause.take_all("bit", "too")
            much = clause.take("much") or clause.take("double")
            style["ratio"] = ratio**2 if much else ratio
    if (
        "ratio" not in style
        and has_noun
        and (clause.has("double", "halve") and not clause.has("longer", "length", "time"))
    ):
        style["ratio"] = 2.0 if clause.take("double") else 0.5
        clause.take_all("halve")
    if clause.take("bold"):
        style["weight"] = 700
    if clause.take("thin"):
        style["weight"] = 400
    if clause.take("outline"):
        style["outline"] = 0.0 if clause.has("not", "remove") else 0.08
    if clause.take("box"):
        style["box"] = "#000000a0"
    animate = clause.take("animate")
    if animate:
        style["animation"] = animate.kinds["animate"]
    elif clause.has("fadein", "fadeout", "trans", "fade") and has_noun:
        moves = next((str(token.kinds["trans"]) for token in clause.free("trans")), "")
        clause.take_all("fadein", "fadeout", "fade", "trans")
        style["animation"] = "slide" if moves.startswith("slide") else "fade"
    return style


def _place(places: list[str]) -> str:
    """ "top" and "left" said one after the other are one corner."""
    rows = [place for place in places if place in ("top", "bottom")]
    sides = [place for place in places if place in ("left", "right")]
    return f"{rows[0]}-{sides[0]}" if rows and sides else places[-1]


def _is_many(clause: Clause, role: str) -> bool:
    nouns = [token for token in clause.tokens if token.has(*NOUNS)]
    plural = any(fold_all(token.text).endswith(("s", "words")) for token in nouns)
    return plural or clause.has("all") or role in ("text", "caption")


def _written(work: Work, role: str, quotes: list, style: dict[str, object], span: dict[str, object]) -> None:  # type: ignore[type-arg]
    clause = work.clause
    quoted: list[str] = clause.extra["quoted"]  # type: ignore[assignment]
    words = [quoted[token.whole("quote")] for token in quotes]
    for token in quotes:
        token.used = True
    if len(words) == 1 and _is_list(clause, role, words[0], work):
        work.wish("captions", NOBODY, words=_split(words[0]), **style)
        return
    if (work.removes or (clause.has("not") and not clause.has("add"))) and not clause.has("replace"):
        clause.take_all("remove", "not")
        for text in words:
            work.wish("no-text", NOBODY, words=text)
        return
    if (
        len(words) == 2
        and clause.has("set", "replace", "to", "says", "instead", "use")
        and not clause.has("add", "and")
        and not work.named
        and _swaps_words(clause)
    ):
        work.wish("text-edit", NOBODY, old=words[0], words=words[1], **style, **span)
        return
    if len(words) > 1 and not work.named and (role == "caption" or clause.has("each")):
        work.wish("captions", NOBODY, words=words, **style)
        return
    items = work.named.items
    spoken_of = _spoken_of(work) if role == "caption" and len(words) == 1 and not work.photos else NOBODY
    for number, text in enumerate(words):
        photos = work.named if len(words) == 1 or len(items) != len(words) else Photos((items[number],))
        photos = photos or spoken_of
        everywhere = work.photos.are_all and bool(work.photos.items) and (clause.has("each") or role == "caption")
        if everywhere:
            photos = Photos((("all",),))
        edits = clause.has("set", "replace", "says") and not clause.has("add") and not photos
        work.wish(
            "text",
            photos,
            words=text,
            role=role,
            edits=edits and _renames(clause),
            fresh=clause.has("add"),
            **style,
            **span,
        )
    clause.take_all("add", "replace", "set", "show", "use", "says", "move", "names")


def _spoken_of(work: Work) -> Photos:
    """The photos that the wish before was about: "put the cake last and caption it …"."""
    wishes = work.context.wishes
    if not wishes or not work.context.photos or wishes[-1].photos.are_all:
        return NOBODY
    return wishes[-1].photos


def _renames(clause: Clause) -> bool:
    return any(
        fold_all(token.text).startswith(
            ("change", "rename", "chang", "cambi", "ander", "aender", "renomm", "replace", "改", "换", "变", "変")
        )
        for token in clause.tokens
        if token.has("set", "replace", "says", "use")
    )


def _swaps_words(clause: Clause) -> bool:
    return any(
        fold_all(token.text)
        in (
            "change",
            "replace",
            "to",
            "with",
            "rename",
            "cambia",
            "andere",
            "ersetze",
            "remplace",
            "par",
            "por",
            "durch",
            "zu",
            "直して",
            "変えて",
            "変更して",
            "改成",
            "改为",
            "换成",
            "en",
            "a",
            "auf",
            "into",
        )
        for token in clause.tokens
    )


def _is_list(clause: Clause, role: str, words: str, work: Work) -> bool:
    several = len(_split(words)) > 1
    return (
        several
        and role == "caption"
        and (
            clause.has("all", "photo", "each", "it")
            or any(fold_all(token.text).endswith("s") for token in clause.tokens if token.has("caption"))
        )
        and not work.named
    )


def _split(words: str) -> list[str]:
    for pattern in (_LISTED, re.compile(r"\s*[,，、]\s*")):
        found = [part.strip() for part in pattern.split(words) if part.strip()]
        if len(found) > 1:
            return [*found[:-1], *_AND.split(found[-1], maxsplit=1)]
    return [words]
