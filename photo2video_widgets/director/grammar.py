"""Clauses → wishes: one grammar for every language, over what the lexicon says that words may mean.

Each reader looks for one kind of wish in a clause and uses up the tokens that it understood; word order counts only
where it carries meaning. What no reader used is told back as not understood.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from . import clauses as parts
from .clauses import Clause
from .corrections import read_corrections, read_spares
from .cutting import read_transitions
from .doubt import is_doubtful
from .effects import read_looks, read_motions
from .exchanges import drop_alternatives, drop_exchanged
from .framing import read_background, read_clip, read_fit, read_frame
from .history import aspects_in, read_history
from .lexicon import fold_all, talk
from .naming import photos_of
from .ordering import read_order
from .pointing import (
    anchored,
    goes_on,
    goes_on_about,
    is_relative,
    leaves_open,
    means_the_same,
    pointed,
    points,
    says_how_long,
)
from .reporting import drop_reporter
from .separable import join_verbs
from .soundtrack import read_music
from .sparing import SPARABLE, leave_alone, only_keeps, read_exception, says_more
from .talk import is_content, takes_back, talk_in
from .timing import count_seconds, read_again, read_lengths
from .titles import read_texts
from .token import Token, use
from .tokens import Message
from .wishes import NOBODY, Photos, Wish
from .work import TOPICS, Context, Work

_NO = ("no", "non", "nein", "不", "いいえ")
HARMLESS = frozenset(
    (
        "filler make film set add use it at to for in from and then yes nope thanks hello yet about photo literal bad "
        "too much bit frame total each all show keep break only own number count times half out take what unit "
        "changes unchanged length pace percentage partial"
    ).split()
)


@dataclass(frozen=True)
class Reading:
    """What a message asks for, the clauses that were not understood, and those that are talk (`talk.talk_in`)."""

    wishes: list[Wish]
    not_understood: list[str]
    is_request: bool
    asides: list[tuple[str, str]]


def read(message: Message, context: Context) -> Reading:
    """The wishes of a message, in order."""
    not_understood: list[str] = []
    asides: list[tuple[str, str]] = []
    is_request = False
    pieces = parts.split(message.tokens, context.first)
    for place, clause in enumerate(pieces):
        clause.said = _said(message, clause)
        clause.extra["quoted"] = message.quoted
        clause.extra["last"] = place == len(pieces) - 1
        clause.extra["before"] = pieces[place - 1] if place else None
        clause.extra["next"] = pieces[place + 1] if place + 1 < len(pieces) else None
        join_verbs(clause.tokens, message.language)
        clause.extra["language"] = message.language
        if not context.first:
            drop_reporter(clause)
        if not context.first and (aside := talk_in(clause, message)):
            clause.extra["understood"] = True
            if aside != "praise":
                asides.append((aside, clause.said))
            else:
                context.kept += aspects_in(clause.tokens)
            continue
        if is_content(clause, message):
            context.wishes[:] = [wish for wish in context.wishes if not wish.get("relative")]
        found = _read_clause(clause, context)
        clause.extra["found"] = bool(found)
        if clause.has("someone") and not context.first and leaves_open(clause, found):
            found = [Wish("which-photo", NOBODY, {}, clause.said)]
        if found and not context.first and points(clause, context):
            found = [pointed(wish, context.earlier) for wish in found]
        if takes_back(pieces[: place + 1]):
            topics = {TOPICS.get(wish.kind, wish.kind) for wish in found}
            context.wishes[:] = [one for one in context.wishes if TOPICS.get(one.kind, one.kind) not in topics]
        astray = clause.extra.get("astray") and not context.first
        if found and (astray or is_doubtful(clause, found, context.first)):
            clause.extra |= {"found": False, "understood": False}
            not_understood.append(clause.said)
            continue
        is_request = is_request or bool(found) or clause.has("make", "film", "set", "add", "use", "photo")
        context.wishes += found
        # What is said of exporting is for `routing`.
        if place < len(pieces) - 1 and all(token.has("not") and token.text.lower() in _NO for token in clause.tokens):
            clause.extra["understood"] = True
        if clause.has("nope") and all(token.has("nope", "not") or _is_harmless(token) for token in clause.tokens):
            clause.extra["understood"] = all(not token.has("number", "time") for token in clause.tokens)
        clause.extra.setdefault("understood", clause.has("export") and not clause.has("what"))
        left = [token for token in clause.tokens if not (found and token.used) and not _is_harmless(token)]
        unknown = [token for token in left if token.has("unknown") and len(token.text) > 2]
        if (
            not found
            and not clause.extra.get("understood")
            and (left or _asks(clause))
            and (unknown or not _is_talk(clause))
        ):
            if _limits(clause) and (held := _withhold(context.wishes)):
                # What is excepted is not known: better ask than do it to all.
                not_understood += [wish.said for wish in held if wish.said not in not_understood]
            not_understood.append(clause.said)
    if any(talk.HOLD[message.language].search(fold_all(clause.said)) for clause in pieces) and not context.first:
        context.wishes.clear()
    if len(context.wishes) > 1:
        # "sepia, rather not, black and white": what was said before it in the same message is all it takes back.
        context.wishes[:] = [wish for wish in context.wishes if not wish.get("cancels")]
    if context.kept:
        context.wishes[:] = [_sparing(wish, context.kept) for wish in context.wishes]
    return Reading(_settled(context.wishes), not_understood, is_request, asides)


def _limits(clause: Clause) -> bool:
    """Whether a clause that was not understood narrows what stands before it: "but not the cathedral"."""
    return clause.has("not", "except", "keep", "unchanged") and "stop" not in clause.joined and not clause.has("export")


def _withhold(wishes: list[Wish]) -> list[Wish]:
    """Take back what was wished for all photos just before."""
    held = [wish for wish in wishes[-1:] if wish.kind in SPARABLE and wish.photos.are_all]
    wishes[:] = [wish for wish in wishes if wish not in held]
    return held


def _sparing(wish: Wish, kept: list[str]) -> Wish:
    """An undoing that leaves what is to be kept: "undo that but leave the fades"."""
    return replace(wish, values={"kept": tuple(kept), **wish.values}) if wish.kind == "history" else wish


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
        if any(_undoes(wish, other) for other in kept):
            # "quieter, I can hardly hear myself": the reason is no wish.
            continue
        if wish.get("relative") and wish.kind == "whole" and any(other.kind in _REMEDIES for other in later):
            continue
        if wish.get("relative") and any(not other.get("relative") or other.values == wish.values for other in same):
            rest = {key: value for key, value in wish.values.items() if key not in ("relative", "ratio")}
            if rest and not any(other.values == wish.values for other in same):
                kept.append(replace(wish, values=rest))
            continue
        kept.append(wish)
    return kept


_REMEDIES = ("between", "scale", "each", "equal")


def _undoes(wish: Wish, before: Wish) -> bool:
    """Whether it asks for the opposite of what was asked for before it in the same message."""
    same = wish.kind == before.kind and wish.photos == before.photos and wish.get("relative") and before.get("relative")
    return bool(same) and (wish.amount("ratio") - 1) * (before.amount("ratio") - 1) < 0


def _read_clause(clause: Clause, context: Context) -> list[Wish]:
    drop_alternatives(clause)
    drop_exchanged(clause)
    found: list[Wish] = []
    if read_history(clause, context, found):
        return found
    if only_keeps(clause, context):
        kept = photos_of(clause, context.known)
        unknown = any(token.has("unknown") and not token.used and len(token.text) > 1 for token in clause.tokens)
        clause.extra["understood"] = bool(kept) or not unknown
        leave_alone(kept, context.wishes)
        context.kept += aspects_in(clause.tokens)
        context.mentioned = Photos(context.mentioned.items + tuple(i for i in kept.items if i not in _EVERYTHING))
        return found
    _places(clause)
    if context.topic == "length":
        count_seconds(clause)
    photos = anchored(photos_of(clause, context.known), context)
    if clause.has("all"):
        photos = replace(
            photos, items=tuple(("every", item[1]) if item[0] == "like" else item for item in photos.items)
        )
    rest = Photos((("rest",),))
    if rest.items[0] in photos.items:
        photos = Photos((("all",),), photos.but + (context.mentioned or context.earlier).items)
    inherited = False
    if not photos and not context.photos and not context.wishes and goes_on(clause):
        photos = context.earlier
        if not photos:
            clause.extra["understood"] = True
            use(clause.tokens)
            return [Wish("which-photo", NOBODY, {}, clause.said)]
    if (
        not photos
        and context.photos
        and (means_the_same(clause, context) or says_how_long(clause, context) or goes_on_about(clause))
    ):
        photos, inherited = context.photos, True
        if is_relative(clause):
            photos = Photos((*photos.items, *photos.but)[-1:])
        elif goes_on_about(clause) and not photos.items:
            photos = Photos(photos.but)
    if (
        photos.but
        and clause.has("except")
        and photos.items in ((), (("all",),))
        and not says_more(clause, context.first)
    ):
        starts = context.first and not any(wish.kind in SPARABLE for wish in context.wishes)
        if starts or clause.has("remove", "use", "make", "film", "keep", "only", "add"):
            clause.take_all("remove", "keep", "only", "move", "show")
            return [
                Wish(
                    "keep",
                    Photos(photos.but) if clause.has("remove", "only") else Photos((("all",),), photos.but),
                    {},
                    clause.said,
                )
            ]
        return read_exception(clause, photos, context)
    work = Work(clause, context, photos, inherited, found)
    if read_spares(work):
        return found
    for reader in READERS:
        reader(work)
    clause.extra["astray"] = bool(work.named.items) and not inherited and all(one.kind in _OF_FILMS for one in found)
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


_EVERYTHING = (("all",), ("rest",))


def _places(clause: Clause) -> None:
    """ "the last one" names a photo, "put it last" a place: where a place is meant, `toend` is all that is left."""
    for place, token in enumerate(clause.tokens):
        goes_somewhere = clause.has("tostart", "toend", "before", "after", "between", "place", "to")
        if goes_somewhere and token.has("remove") and token.text.lower().endswith(" go"):
            # "the boat can go" leaves the film, "the boat can go first" does not.
            token.kinds = {"move": True}
        if token.has("ord") and token.has("toend", "tostart") and clause.has("swap"):
            token.kinds = {"ord": token.kinds["ord"], "counted": True}
        elif token.has("ord") and token.has("toend", "tostart", "place"):
            after = clause.tokens[place + 1] if place + 1 < len(clause.tokens) else None
            if after is not None and (after.has("photo", "number", "count") or after.has("time")):
                token.kinds = {"ord": token.kinds["ord"]}


# What is of the film as a whole: beside a photo that was named it is half read.
_OF_FILMS = ("music", "no-music", "music-fade", "frame", "rate", "background")
READERS: tuple[Callable[[Work], None], ...] = (
    read_texts,
    read_fit,
    read_background,
    read_clip,
    read_frame,
    read_music,
    read_transitions,
    read_order,
    read_motions,
    read_looks,
    read_lengths,
    read_corrections,
    read_again,
)
