"""What a clause asks for in motions and looks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .clauses import Clause
from .token import Token, use
from .wishes import NOBODY
from .work import Context, Work

STRONG_LOOKS = frozenset("mono sepia vintage".split())


def read_motions(work: Work) -> None:
    clause, context = work.clause, work.context
    tokens = clause.free("motion")
    inherits = (
        context.current == "motion"
        and not tokens
        and not work.found
        and clause.has("more", "less", "slower", "faster", "alternate", "halve", "double")
        and not clause.has("time", "total", "film", "pace")
        and not (clause.has("all") and clause.has("faster"))
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
    if work.found and work.found[-1].kind == "transition" and "-" in str(work.found[-1].get("kind")):
        # "从右边推进来": how the next photo comes in
        use([token for token in tokens if isinstance(token.kinds["motion"], str)])
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
    use(tokens, directions)
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
    if any(wish.kind == "rate" for wish in work.found):
        # "24 frames a second for that film look"
        use(tokens)
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
    use(tokens)
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
