"""Wishes and a draft → operations and a reply: the first message makes the whole film, later ones change it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from ..draft import Draft
from ..errors import DraftError
from . import acting, beat, lettering, moving, pacing, rhythm, sounding, telling
from .answers import answered, named_in
from .corrections import put_back
from .grammar import Reading
from .leaning import meant, turn_before, wishes_before
from .lexicon import LANGUAGES, phrases
from .model import Asset, Assets, Past, Turn
from .opening import first_film, mention
from .plan import Plan, Unresolved
from .recalling import differing, recall
from .renaming import take_out
from .replies import say, seconds
from .routing import LONGEST_MESSAGE, goes_ahead, holds_export, route
from .token import Token
from .tokens import language_of
from .understanding import understand
from .wishes import NOBODY, Photos, Wish

_ACTIONS: Mapping[str, Callable[[Plan, Wish], None]] = {
    "frame": acting.frame, "rate": acting.rate, "background": acting.background, "fit": acting.fit,
    "order": acting.order, "move": acting.move, "swap": acting.swap, "remove": acting.remove, "keep": acting.keep,
    "again": acting.again, "restore": acting.restore, "each": pacing.each, "length": pacing.length,
    "equal": pacing.equal, "whole": pacing.whole, "between": pacing.between, "transition": moving.transition,
    "motion": moving.motion, "look": moving.look, "unlook": moving.unlook, "spare": moving.spare,
    "clip-volume": moving.clip_volume, "trim": moving.trim, "music": sounding.music, "no-music": sounding.silence,
    "music-fade": sounding.fade, "text": lettering.text, "text-style": lettering.style, "no-text": lettering.remove,
    "captions": lettering.captions, "text-edit": lettering.rewrite, "text-back": lettering.bring_back,
    "which-text": lettering.which, "which-photo": acting.which, "beat": beat.cut,
}  # fmt: skip
# Frame and order before lengths, lengths before what hangs on them; what is alike is done as it was said.
_PHASES = (
    ("frame", "rate", "background", "fit"),
    ("order", "move", "swap", "remove", "keep", "again", "restore", "trim"),
    ("equal", "each"), ("length",), ("whole", "between"),
    ("transition", "motion", "look", "unlook", "spare", "clip-volume"),
    ("no-music", "music", "music-fade"),
    ("no-text", "text-edit", "text", "captions", "text-back", "text-style", "which-text"),
)  # fmt: skip


def respond(
    words: str,
    draft: Draft,
    assets: Assets,
    language: str | None = None,
    past: Sequence[Past] = (),
    asked: str = "",
) -> Turn:
    """What the words ask for, given the draft and the files that are there.

    `assets` are all files in the user's order; the first message makes a film of every photo and clip among them.
    `past` are the earlier turns that changed the draft, oldest first: what "even louder" and "put it back" rest on.
    `asked` are the words before these where they were answered with a question and changed nothing.
    The reply is in the language of the words, or in `language` where they don't tell.

    Nothing is applied: `Turn.operations` are for the owner of the draft.
    """
    spoken = language_of(past[-1].words, language) if past else language
    tongue = language_of(words[:LONGEST_MESSAGE], spoken) or spoken or "en"
    if len(words) > LONGEST_MESSAGE:
        return Turn("none", say(tongue, "too-long", most=LONGEST_MESSAGE), tongue)
    actions = ["export"] if holds_export(asked) and goes_ahead(words) else route(words)
    if "edit" not in actions:
        action = actions[0]
        values = {"summary": str(draft)} if action == "status" else {}
        return Turn(action, say(tongue, action, **values), tongue)
    turn = _edit(words, draft, assets, tongue, past, asked)
    if (turn.not_understood or turn.refused) and not turn.operations and len(actions) > 1:
        # What was to be done before it was not done, so the film is not what is to be exported.
        return turn
    if "export" in actions and not turn.asks:
        return Turn("export", turn.reply, tongue, turn.operations, turn.history, turn.not_understood)
    return turn


def get_ready(language: str) -> None:
    """Read the words of a language, "" for none known yet, so that the first turn needn't."""
    respond("a film", Draft(), (Asset(f"asset:{'0' * 64}", "a.jpg"),), language or None)
    for tongue in LANGUAGES if not language else (language,):
        phrases(tongue)


def nothing_to_undo(turn: Turn) -> str:
    """The reply where `turn.history` asks for a step that the history doesn't have."""
    return say(turn.language, "no-undo" if turn.history < 0 else "no-redo")


def told(before: Draft, after: Draft, language: str) -> str:
    """The reply to a change that somebody else made."""
    lines = telling.changes(before, after, language)
    if not lines:
        return say(language, "same")
    return say(language, "done", changes=say(language, "semicolon").join(lines))


def _edit(words: str, draft: Draft, assets: Assets, language: str, past: Sequence[Past], asked: str) -> Turn:
    pictures = [asset for asset in assets if asset.kind in ("image", "video")]
    first = not draft.pictures
    topic, photos = turn_before(past, assets, language)
    words, renamed = take_out(words, (item.text for item in draft.texts), language)
    words, on_beat = rhythm.take_out(words)
    reading, tokens = understand(words, assets, language, first, topic, photos)
    if renamed is not None:
        reading.wishes.append(Wish("text-edit", NOBODY, {"old": renamed[0], "words": renamed[1]}))
    if on_beat:
        reading.wishes.append(Wish("beat"))
    if asked and not first and all(wish.kind == "corrected" for wish in reading.wishes):
        tongue = language_of(asked, language) or language
        before, _ = understand(asked, assets, tongue, False)
        known = {asset.id for asset in pictures}
        answer = answered(before.wishes, tokens, draft.pictures, known)
        if any(wish.kind == "which-photo" for wish in before.wishes) and (named := named_in(tokens, known)):
            again, _ = understand(asked, assets, tongue, False, topic, named)
            answer = [wish for wish in again.wishes if wish.kind != "which-photo"]
        if answer:
            reading = Reading(answer, [], True, [])
    history = next((wish for wish in reading.wishes if wish.kind == "history"), None)
    if history is not None and asked and history.get("cancels"):
        # "rather not" to a question takes nothing back.
        return Turn("none", say(language, "same"), language)
    if history is not None:
        return _undo_and_edit(history, reading, draft, assets, language, past, topic)
    if first and not pictures:
        return Turn("none", say(language, "no-photos"), language)
    plan = Plan(draft, language, assets, past, first, topic)
    if instead := _instead(reading.wishes, wishes_before(plan, assets, language) if past else []):
        redone = Reading(instead, reading.not_understood, True, [])
        return _undo_and_edit(Wish("history", values={"by": -1}), redone, draft, assets, language, past, topic)
    left = list(reading.not_understood)
    # The first message makes a film whatever it says, unless it only greets or asks.
    if first and (not words.strip() or (not reading.is_request and not reading.wishes and _is_talk(tokens))):
        return _nothing(left, language, tokens)
    if not first and not reading.wishes:
        return _nothing(left, language, tokens, reading.asides)
    if [wish.kind for wish in reading.wishes] == ["put-back"] and not put_back(
        plan, wishes_before(plan, assets, language)
    ):
        # Nothing was taken away: what is to come back is what was undone.
        return _stepped(1, language)
    plan.wishes = [found for wish in reading.wishes for found in meant(wish, plan, assets, language)]
    if first:
        first_film(plan, pictures, tokens)
    plan.base = plan.draft.pictures
    done = _do_all(plan, left)
    plan.notes += [_aside(aside, language) for aside in reading.asides]
    if first and not any(wish.kind in ("music", "no-music", "music-fade") for wish in plan.wishes):
        sounding.music(plan, Wish("music"))
    if first:
        if not beat.keep_time(plan) and on_beat:
            plan.note("no-beat")
        mention(plan, pictures)
    reply = _reply(plan, draft, left, done)
    asked_nothing = not plan.operations and (plan.notes or left)
    return Turn(
        "none" if asked_nothing else "edit", reply, language, tuple(plan.operations), not_understood=tuple(left),
        asks=plan.asks, refused=bool(plan.wishes) and not done,
    )  # fmt: skip


def _undo_and_edit(
    history: Wish, reading: Reading, draft: Draft, assets: Assets, language: str, past: Sequence[Past], topic: str
) -> Turn:
    """A step through the history, or a part of one, and what else was asked for, planned on what the step gives."""
    by = history.whole("by")
    # What is said of pace or size beside an undo is why it is undone: "undo that, it was too fast".
    wishes = [wish for wish in reading.wishes if wish.kind != "history" and not wish.get("relative")]
    left = list(reading.not_understood)
    changed = differing(past[-1].draft, draft) if past else set()
    part, kept, names = (_strings(history.get(key)) for key in ("part", "kept", "names"))
    if by == -1 and part and (names or changed - part):
        by, before = 0, draft
    elif not wishes and not kept & changed:
        return _stepped(by, language)
    elif by > 0 or len(past) < -by:
        # Where the step leads is not known here, so the rest is told back.
        left += [wish.said for wish in wishes]
        stepped = _stepped(by, language)
        return replace(stepped, reply=_joined(stepped.reply, left, language), not_understood=tuple(left))
    else:
        before = past[by].draft
    plan = Plan(before, language, assets, past[:by] if by else past, False, topic)
    if part and not by:
        recall(plan, _last_unlike(draft, past, part, names), part, names)
    elif kept & changed:
        recall(plan, draft, kept)
    plan.wishes = [found for wish in wishes for found in meant(wish, plan, assets, language)]
    plan.base = plan.draft.pictures
    done = _do_all(plan, left)
    said = [_stepped(by, language).reply] if by else []
    reply = say(language, "space").join((*said, _reply(plan, before, left, done)))
    return Turn("edit", reply, language, tuple(plan.operations), by, tuple(left), plan.asks)


def _instead(wishes: Sequence[Wish], earlier: Sequence[Wish]) -> list[Wish]:
    """What was done to the wrong photo, to be done to the right one: "oops, I meant the dinner"."""
    photos = wishes[0].get("photos") if len(wishes) == 1 and wishes[0].kind == "corrected" else None
    if not isinstance(photos, Photos) or not all(one.kind in _UNDONE_FIRST and one.photos for one in earlier):
        return []
    return [one.about(photos) for one in earlier]


_UNDONE_FIRST = ("remove", "move", "again")


def _strings(value: object) -> set[str]:
    return {str(one) for one in value} if isinstance(value, tuple) else set()


def _last_unlike(draft: Draft, past: Sequence[Past], part: set[str], names: set[str]) -> Draft:
    """The latest draft that was another in that part; the present one where none was."""
    return next((turn.draft for turn in reversed(past) if differing(turn.draft, draft, names) & part), draft)


def _joined(reply: str, left: Sequence[str], language: str) -> str:
    return say(language, "space").join((reply, _not_understood(left, language)))


def _do_all(plan: Plan, left: list[str]) -> bool:
    """Do every wish that can be done; whether one was."""
    done = False
    phase = {kind: number for number, kinds in enumerate(_PHASES) for kind in kinds}
    for wish in sorted(plan.wishes, key=lambda wish: phase.get(wish.kind, len(_PHASES))):
        action = _ACTIONS.get(wish.kind)
        if action is None:
            left.append(wish.said)
            continue
        try:
            action(plan, wish)
            done = True
        except Unresolved as why:
            if str(why) == "refused":
                left.append(wish.said)
        except DraftError as refused:
            plan.notes.append(refused.problem)
    return done


def _stepped(by: int, language: str) -> Turn:
    key = "redone" if by > 0 else "undone" if by == -1 else "undone-many"
    return Turn("edit", say(language, key, count=abs(by)), language, history=by)


def _is_talk(tokens: Sequence[Token]) -> bool:
    return any(token.has("hello", "thanks", "what", "help") for token in tokens)


def _aside(aside: tuple[str, str], language: str) -> str:
    why, said = aside
    return say(language, why, text=say(language, "quoted", text=said))


def _nothing(left: list[str], language: str, tokens: Sequence[Token], asides: Sequence[tuple[str, str]] = ()) -> Turn:
    if asides:
        told = [_aside(aside, language) for aside in asides] + ([_not_understood(left, language)] if left else [])
        return Turn("none", say(language, "space").join(told), language, not_understood=tuple(left))
    if any(token.has("export") for token in tokens):
        told = ([_not_understood(left, language)] if left else []) + [say(language, "export-how")]
        return Turn("none", say(language, "space").join(told), language, not_understood=tuple(left), asks=True)
    if not left and any(token.has("thanks") for token in tokens):
        return Turn("none", say(language, "welcome"), language)
    reply = say(language, "nothing")
    if left:
        reply = _not_understood(left, language) + say(language, "space") + reply
    return Turn("none", reply, language, not_understood=tuple(left))


def _not_understood(parts: Sequence[str], language: str) -> str:
    shown = [part if len(part) <= 60 else part[:57] + "…" for part in parts]
    quoted = say(language, "and").join(say(language, "quoted", text=part) for part in shown)
    return say(language, "not-understood", parts=quoted)


def _reply(plan: Plan, before: Draft, left: list[str], done: bool) -> str:
    language, draft = plan.language, plan.draft
    parts = list(plan.notes)
    if left:
        parts.append(_not_understood(left, language))
    if plan.first:
        count = len(draft.pictures)
        photos = say(language, "photo") if count == 1 else say(language, "photos", count=count)
        made = say(
            language, "made", photos=photos, length=seconds(draft.duration, language),
            size=f"{draft.width}×{draft.height}", extras=telling.contents(draft, plan.wishes, language),
        )  # fmt: skip
        whole = [made, *parts, say(language, "next")]
    elif plan.operations:
        whole = [told(before, draft, language), *parts]
    else:
        whole = parts or [say(language, "same")]
    return say(language, "space").join(whole)
