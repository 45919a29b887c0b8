"""What sets an earlier wish right: "no, 4", "sorry, to the end", "put it back"."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import Clause
from .plan import Plan
from .sparing import SPARABLE, leave_alone
from .timing import LENGTHS
from .token import Token, use
from .wishes import Photos, Wish
from .work import Context, Work

_OF_PHOTOS = ("look", "motion", "length", "fit", "transition")
_BESIDE_NAMES = frozenset("not at for in filler photo then yet and partial".split())
_AROUND = frozenset("nope not filler yes for to it set add move and yet".split())


def read_corrections(work: Work) -> None:
    """Clauses that hold nothing but another value for what was said before."""
    clause, context = work.clause, work.context
    if work.found or context.first:
        return
    if _names_two(work) and not context.wishes and context.before:
        # "not the dog, the boat"
        work.wish("corrected", photos=Photos(work.named.items[1:]))
        use(clause.tokens)
        return
    said = [token for token in clause.tokens if not set(token.kinds) <= _AROUND]
    places = [item[1] for item in work.photos.items if item[0] == "nth"]
    if len(places) == len(work.photos.items) == 2 and _moved_before(context) and context.wishes[-1].get("place"):
        context.wishes.pop()
        work.wish("move", Photos(work.photos.items[:1]), to="place", place=places[1])
        return
    numbers = [token for token in said if token.has("number")]
    if len(said) == len(numbers) == 1 and clause.has("nope", "not"):
        seconds = round(numbers[0].amount("number") * 1000)
        earlier = context.wishes[-1] if context.wishes else None
        if earlier is not None and earlier.kind in LENGTHS and isinstance(earlier.get("ms"), int):
            context.wishes.pop()
            work.wish(earlier.kind, earlier.photos, **{**earlier.values, "ms": seconds})
        elif earlier is None and context.before == "length":
            work.wish("corrected", ms=seconds)
    elif work.photos and context.wishes and clause.has("nope", "not") and _names_others(work, said):
        earlier = context.wishes.pop()
        work.wish(earlier.kind, work.photos, **earlier.values)
    elif work.named and clause.has("nope") and not context.wishes and context.before and _only_names(said):
        work.wish("corrected", photos=work.named)
    elif said and all(token.has("toend", "tostart") for token in said) and _moved_before(context):
        earlier = context.wishes.pop()
        work.wish("move", earlier.photos, to="end" if said[-1].has("toend") else "start")
    elif said and all(token.has("toend", "tostart") for token in said) and context.current == "order":
        work.wish("corrected", to="end" if said[-1].has("toend") else "start")
    elif said and all(token.has("back") for token in said) and _means_it(clause) and not context.wishes:
        work.wish("put-back")
    if work.found:
        for token in clause.tokens:
            token.used = True


def read_spares(work: Work) -> bool:
    """Whether all a clause says is on which photos something is not to be: "not on the tent"; it is left off them."""
    clause, context = work.clause, work.context
    says = all(token.used or token.kinds.keys() & _BESIDE_NAMES for token in clause.tokens)
    if context.first or not work.named.items or not clause.has("not") or clause.has("nope") or not says:
        return False
    if context.wishes and context.wishes[-1].kind in (*SPARABLE, "whole") and context.wishes[-1].photos.are_all:
        leave_alone(work.named, context.wishes)
    elif not context.wishes and context.before in SPARABLE and clause.has("at", "for", "in"):
        work.wish("spare", work.named)
    else:
        return False
    clause.extra["understood"] = True
    use(clause.tokens)
    return True


def _names_two(work: Work) -> bool:
    """Whether one photo is set against another: "not the dog, the boat"."""
    kinds = ("name", "ord", "not", "photo", "nope", "then", "filler")
    two = len(work.named.items) == 2 and work.clause.has("not")
    return two and all(token.has(*kinds) for token in work.clause.tokens)


def _only_names(said: Sequence[Token]) -> bool:
    return all(token.used or token.has("photo", "filler") for token in said)


def _names_others(work: Work, said: Sequence[Token]) -> bool:
    """Whether all that is said is which photos were meant: "no, the fourth"."""
    earlier = work.context.wishes[-1]
    return _only_names(said) and bool(work.named.items) and len(work.named.items) == len(earlier.photos.items)


def _moved_before(context: Context) -> bool:
    return bool(context.wishes) and context.wishes[-1].kind == "move"


def _means_it(clause: Clause) -> bool:
    """Whether "back" is said of something: "put it back", "wieder rein"."""
    return clause.has("it") or any(
        token.has("back") and (" " in token.text or "戻" in token.text) for token in clause.tokens
    )


def corrected(wish: Wish, earlier: Sequence[Wish]) -> list[Wish]:
    """The wishes of the turn before with the new value in the place of the old; none where nothing fits."""
    photos = wish.get("photos")
    if isinstance(photos, Photos):
        leant_on = [one for one in earlier if one.kind in _OF_PHOTOS and len(one.photos.items) == len(photos.items)]
        return [new for one in leant_on for new in (Wish("spare", one.photos), one.about(photos))]
    if wish.get("to"):
        return [Wish("move", one.photos, {"to": wish.get("to")}) for one in earlier if one.kind == "move"]
    return [
        Wish(one.kind, one.photos, {**one.values, "ms": wish.get("ms")})
        for one in earlier
        if one.kind in LENGTHS and isinstance(one.get("ms"), int)
    ]


def put_back(plan: Plan, earlier: Sequence[Wish]) -> list[Wish]:
    """What brings back whatever the turn before took away."""
    kinds = {one.kind for one in earlier}
    wishes: list[Wish] = []
    if kinds & {"remove", "keep"}:
        present = {segment.src for segment in plan.draft.pictures}
        gone = [segment.src for segment in plan.past[-1].draft.pictures if segment.src not in present]
        wishes += [Wish("restore", Photos((("name", src),))) for src in dict.fromkeys(gone)]
    if "no-text" in kinds:
        wishes.append(Wish("text-back"))
    if "no-music" in kinds:
        wishes.append(Wish("music", values={"back": True}))
    return wishes
