"""Tokens → clauses: the smallest parts that ask for something by themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from .token import Token

# What makes a clause one that asks for something; without any of them it belongs to its neighbour.
CORE = frozenset(
    """trans cut fade fadeout fadein transition motion mood music volume look shape size side fps rate background bars
    color blur place title caption credit text quote crop contain fill sort by reverse shuffle swap undo redo longer
    shorter slower faster louder quieter bigger smaller double triple halve middle percent time remove move start end
    again mute unmute trim same vary order pace length keep only tostart toend different loop names effects alternate
    leftright rightleft likewise someone show own bold thin outline throughout back film make thanks hello help what
    unchanged factor step replace animate sound duck export upload more less lastbut_ box""".split()
)
_POINTING = ("that one", "this one", "it", "ésa", "esa", "das", "celle-là")
PLACEHOLDERS = frozenset(
    "name names ord count photo number all rest odd parity lastbut taken beside places part".split()
)


@dataclass
class Clause:
    """Some tokens, and what stood before them: a stop, a comma, "and" or "then"."""

    tokens: list[Token]
    joined: frozenset[str] = frozenset()
    said: str = ""
    extra: dict[str, object] = field(default_factory=dict)

    def has(self, *kinds: str) -> bool:
        return any(token.has(*kinds) for token in self.tokens)

    def free(self, *kinds: str) -> list[Token]:
        """The tokens of those kinds that nobody has used yet."""
        return [token for token in self.tokens if not token.used and token.has(*kinds)]

    def take(self, *kinds: str) -> Token | None:
        """The first free token of those kinds, which is used from now on."""
        found = next(iter(self.free(*kinds)), None)
        if found is not None:
            found.used = True
        return found

    def take_all(self, *kinds: str) -> list[Token]:
        found = self.free(*kinds)
        for token in found:
            token.used = True
        return found

    def value(self, kind: str) -> object:
        """The value of the first token of that kind, used or not."""
        return next((token.kinds[kind] for token in self.tokens if token.has(kind)), None)


def split(tokens: Sequence[Token], first: bool = False) -> list[Clause]:
    """The clauses of a message. A clause that only names photos is joined to the one that says what about them.

    `first` tells that the message makes the film: "all but the box, black and white" then leaves the box out.
    """
    pieces = _without_contrasts(_divided(_paired(_pieces(tokens))))
    return _joined(pieces if first else _excepted(pieces))


def _paired(clauses: list[Clause]) -> list[Clause]:
    """The two photos between which there is a cut in one clause, with what is wanted: "entre 2 et 3, un fondu"."""
    result: list[Clause] = []
    for clause in clauses:
        before = result[-1] if result else None
        if before is not None and (
            ("and" in clause.joined and _names_cuts(before, 1) and clause.has("name", "ord", "number"))
            or ("and" in clause.joined and _names_cuts(clause, 1) and _names_one(before))
            or (clause.joined == {"comma"} and _names_cuts(before, 2) and clause.has("trans", "cut"))
        ):
            before.tokens.extend(clause.tokens)
        else:
            result.append(clause)
    return result


def _names_cuts(clause: Clause, count: int) -> bool:
    """Whether a clause only says "between" and so many photos."""
    meant = [token for token in clause.tokens if set(token.kinds) - {"filler", "it"}]
    named = all(token.has("between", "name", "ord", "number", "photo") for token in meant)
    return named and clause.has("between") and _photo_count(clause) == count


def _names_one(clause: Clause) -> bool:
    """Whether one photo is all that it names."""
    meant = [token for token in clause.tokens if set(token.kinds) - {"filler", "it"}]
    return _photo_count(clause) == 1 and all(token.has("name", "ord", "number", "photo") for token in meant)


def _without_contrasts(clauses: list[Clause]) -> list[Clause]:
    """The clauses without those that only say which photo is not meant: "the dog, not the boat, should be …"."""
    kept: list[Clause] = []
    for clause in clauses:
        named = bool(kept) and kept[-1].has("name", "ord")
        if not (named and clause.joined == {"comma"} and _names_others(clause)):
            kept.append(clause)
    return kept


def _names_others(clause: Clause) -> bool:
    rest = clause.tokens[1:]
    begins = clause.tokens[0].has("not") or clause.tokens[0].text == "不是"
    denies = begins and any(token.has("name", "ord") for token in rest)
    return denies and all(token.has("name", "ord", "photo") or set(token.kinds) == {"filler"} for token in rest)


def _excepted(clauses: list[Clause]) -> list[Clause]:
    """An exception at the beginning of a sentence with the clause that it is made from: "apart from the dog, …"."""
    result: list[Clause] = []
    for clause in clauses:
        if result and _only_excepts(result[-1]) and _is_excepted_from(clause, result):
            result[-1].tokens.extend(clause.tokens)
        else:
            result.append(clause)
    return result


def _is_excepted_from(clause: Clause, before: Sequence[Clause]) -> bool:
    """Whether the exception that was said last is one from this clause, and not from what was said before it."""
    if clause.has("rest") and clause.joined == {"comma"}:
        return True
    begins = len(before) == 1 or bool(before[-1].joined & {"stop", "line"})
    return begins and not clause.has("it", "keep") and "stop" not in clause.joined


def _only_excepts(clause: Clause) -> bool:
    kinds = PLACEHOLDERS | {"except", "excepttail", "filler", "photo", "partial", "each", "at", "in", "and", "it"}
    return clause.has("except") and all(token.kinds.keys() & kinds for token in clause.tokens)


def _pieces(tokens: Sequence[Token]) -> list[Clause]:
    clauses: list[Clause] = []
    now: list[Token] = []
    joined: set[str] = set()
    for place, token in enumerate(tokens):
        if _means_except(tokens, place):
            token.kinds = {"except": True}
        kind = next((name for name in ("break", "then", "and") if token.has(name)), None)
        if kind == "then" and place and tokens[place - 1].has("not"):
            # "not so fast"
            kind = None
        if kind == "then" and (token.has("shape", "order") or (not now and not clauses)):
            kind = None if token.has("shape", "order") else kind
        if token.kinds.get("break") == "colon" and place + 1 < len(tokens) and tokens[place + 1].has("quote"):
            kind = None
        if kind == "and" and _is_between_two(now):
            kind = None
        if (
            kind == "and"
            and place + 1 < len(tokens)
            and tokens[place + 1].has("half")
            and tokens[place + 1].has("unit")
        ):
            kind = None
        if kind is None:
            now.append(token)
            continue
        if now:
            clauses.append(Clause(now, frozenset(joined)))
            now, joined = [], set()
        joined.add(str(token.kinds["break"]) if kind == "break" else kind)
    if now:
        clauses.append(Clause(now, frozenset(joined)))
    return clauses


def _is_between_two(tokens: Sequence[Token]) -> bool:
    """Whether the second of the two photos that something is between is yet to come."""
    start = next((place for place, token in enumerate(tokens) if token.has("between")), None)
    if start is None:
        return False
    after = tokens[start + 1 :]
    named = [token for token in after if token.has("name", "ord", "partial")]
    return len(named) == 1 and all(token in named or token.has("filler", "photo", "number") for token in after)


_BUT = ("but", "pero", "mais", "aber")


def _means_except(tokens: Sequence[Token], place: int) -> bool:
    """Whether "but" leaves photos out: "everything in black and white but the sunset"."""
    if tokens[place].text.lower() not in _BUT or not any(token.has("all") for token in tokens[:place]):
        return False
    after = []
    for token in tokens[place + 1 :]:
        if token.has("break", "then"):
            break
        after.append(token)
    names = [token for token in after if token.has("name", "ord", "partial")]
    return bool(names) and all(token.has("name", "ord", "partial", "filler", "photo", "and") for token in after)


def _divided(clauses: list[Clause]) -> list[Clause]:
    """Clauses that give several photos a time each are taken apart where the next photo begins."""
    result: list[Clause] = []
    for clause in clauses:
        start, timed = 0, False
        for place, token in enumerate(clause.tokens):
            if token.has("time"):
                timed = True
            elif (
                timed and token.has("ord", "name", "rest") and any(later.has("time") for later in clause.tokens[place:])
            ):
                cut = place - 1 if place > start + 1 and clause.tokens[place - 1].has("filler", "photo") else place
                result.append(Clause(clause.tokens[start:cut], clause.joined if not start else frozenset({"comma"})))
                start, timed = cut, False
        result.append(Clause(clause.tokens[start:], clause.joined if not start else frozenset({"comma"})))
    return result


def _joined(clauses: list[Clause]) -> list[Clause]:
    result: list[Clause] = []
    waiting: Clause | None = None
    for place, clause in enumerate(clauses):
        if waiting is not None:
            clause = Clause(waiting.tokens + clause.tokens, waiting.joined)
            waiting = None
        follower = clauses[place + 1] if place + 1 < len(clauses) else None
        if result and "and" in clause.joined and _ends_a_pair(result[-1], clause):
            result[-1].tokens.extend(clause.tokens)
            continue
        if result and _quotes_only(clause) and clause.joined == {"comma"} and _awaits_words(result[-1]):
            result[-1].tokens.extend(clause.tokens)
            continue
        if (
            result
            and _quotes_only(clause)
            and result[-1].has("quote")
            and result[-1].has("caption")
            and "comma" in clause.joined | {"and"}
            and "stop" not in clause.joined
        ):
            result[-1].tokens.extend(clause.tokens)
            continue
        if (
            follower is not None
            and "stop" not in follower.joined
            and _names_an_end_only(clause)
            and follower.has("quote")
        ):
            waiting = clause
            continue
        if names_photos_only(clause):
            before = result[-1] if result else None
            to_next = (
                follower is not None
                and "stop" not in follower.joined
                and _begins_with_photo(follower)
                and not (names_photos_only(follower) and before is not None and _ends_with_photo(before))
            )
            wants = before is not None and before.has("swap", "between") and _photo_count(before) < 2
            if before is not None and (
                wants
                or (
                    _ends_with_photo(before)
                    and not (before.has("all", "each") and "and" not in clause.joined)
                    and not (to_next and "comma" in clause.joined)
                    and not clause.joined & {"stop", "then"}
                )
            ):
                before.tokens.extend(clause.tokens)
                continue
            if (
                follower is not None
                and "stop" not in follower.joined
                and not (before is None and clause.joined & {"stop"})
            ):
                waiting = clause
                continue
            if before is not None and not clause.joined & {"stop"}:
                before.tokens.extend(clause.tokens)
                continue
        result.append(clause)
    if waiting is not None:
        result.append(waiting)
    return result


def names_photos_only(clause: Clause) -> bool:
    if _puts_first_or_last(clause):
        return False
    begins = _begins_with_photo(clause)
    return (
        clause.has(*PLACEHOLDERS)
        and not any(
            token.has(*CORE)
            and not token.has("names", "name", "ord")
            and not (token is clause.tokens[-1] and token.has("only"))
            and not (begins and token.has("make", "film"))
            for token in clause.tokens
        )
        and not clause.has("except", "unknown", "between", "into", "not")
        and not (clause.has("each", "rest") and clause.has("number"))
        and not (clause.tokens[0].text.lower() in _POINTING and clause.has("number") and not clause.has("name", "ord"))
    )


def _puts_first_or_last(clause: Clause) -> bool:
    """Whether all a clause says is where a photo goes: "bear last"."""
    meant = [token for token in clause.tokens if token.has("name", "partial") or not token.has("filler")]
    if len(meant) < 2:
        return False
    before, last = meant[-2:]
    bare = last.kinds.get("ord") in (1, "last") and not last.has("counted") and "张" not in last.text
    return bare and before.has("name", "photo", "partial", "move", "counted")


def _ends_a_pair(before: Clause, clause: Clause) -> bool:
    """Whether a clause names the second of two photos between which something is put: "放到长城和烤鸭中间"."""
    return clause.tokens[-1].has("between") and _begins_with_photo(clause) and before.tokens[-1].has("name", "ord")


def _names_an_end_only(clause: Clause) -> bool:
    """Whether a clause says only when: "at the end, write …"."""
    meant = [token for token in clause.tokens if not token.has("filler", "at", "in", "to")]
    return bool(meant) and all(token.has("toend", "tostart") for token in meant)


def _awaits_words(clause: Clause) -> bool:
    """Whether a clause asks for words on a photo and doesn't say which: "add our names on the first"."""
    nouns = clause.has("names", "text", "caption", "title", "credit")
    return nouns and clause.has("add", "says") and not clause.has("quote", "remove", "not")


def _quotes_only(clause: Clause) -> bool:
    return clause.has("quote") and all(token.has("quote") or set(token.kinds) == {"filler"} for token in clause.tokens)


def _ends_with_photo(clause: Clause) -> bool:
    meant = [token for token in clause.tokens if not (token.has("filler") and len(token.kinds) == 1)]
    return bool(meant) and meant[-1].has("name", "ord", "photo", "number", "count", "all", "unknown")


def _begins_with_photo(clause: Clause) -> bool:
    meant = [token for token in clause.tokens if not (token.has("filler") and len(token.kinds) == 1)]
    return bool(meant) and meant[0].has("name", "ord", "photo", "count", "rest") and not meant[0].has("time")


def _photo_count(clause: Clause) -> int:
    return sum(token.has("name", "ord", "number") for token in clause.tokens)


Reader = Callable[[Clause], None]
