"""Wishes and a draft → operations and a reply: the first message makes the whole film, later ones change it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from .. import edits, vocabulary
from ..draft import Draft
from ..errors import DraftError
from . import acting, beat, lettering, moving, pacing, panning, rhythm, sounding, telling
from .answers import answered
from .corrections import corrected, put_back
from .grammar import Reading, read
from .lexicon import LANGUAGES, fold_all, is_slip, phrases
from .model import Asset, Assets, Past, Turn
from .plan import Plan, Unresolved
from .renaming import take_out
from .replies import say, seconds
from .routing import LONGEST_MESSAGE, route
from .talk import without_reasons
from .texts import set_aside
from .token import Token
from .tokens import Message, language_of, read_tokens, split_quotes
from .wishes import NOBODY, Photos, Wish
from .work import TOPICS, Context

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
    tongue = language_of(words[:LONGEST_MESSAGE], language) or language or "en"
    if len(words) > LONGEST_MESSAGE:
        return Turn("none", say(tongue, "too-long", most=LONGEST_MESSAGE), tongue)
    actions = route(words)
    if "edit" not in actions:
        action = actions[0]
        values = {"summary": str(draft)} if action == "status" else {}
        return Turn(action, say(tongue, action, **values), tongue)
    turn = _edit(words, draft, assets, tongue, past, asked)
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


def understand(
    words: str, assets: Assets, language: str, first: bool, before: str = "", earlier: Photos = NOBODY
) -> tuple[Reading, list[Token]]:
    """What the words ask for, whatever the draft; `before` is the topic of the turn before, `earlier` its photos."""
    names = [(asset.name, asset.id) for asset in assets]
    masked, quoted = split_quotes(words)

    def is_clear(piece: str) -> bool:
        tokens = read_tokens(piece, language, names)
        known = all(not token.has("unknown", "taken") for token in tokens)
        return known and any(
            set(token.kinds) - {"filler", "break", "and", "it", "in", "at", "for", "to"} for token in tokens
        )

    masked, quoted = set_aside(masked, quoted, is_clear)
    masked = without_reasons(masked, language)
    tokens = read_tokens(masked, language, names)
    _mark_parts(tokens, assets)
    context = Context(
        first=first,
        known={asset.id for asset in assets if asset.kind in ("image", "video")},
        songs={asset.id for asset in assets if asset.kind == "audio"},
        clips={asset.id for asset in assets if asset.kind == "video"},
        before=before,
        earlier=earlier,
    )
    return read(Message(masked, tokens, quoted, language), context), tokens


def _mark_parts(tokens: Sequence[Token], assets: Assets) -> None:
    """Words that are a part of some photo's name may be meant as its name: "the dinner pic", "Hotelbild"."""
    parts = {
        part
        for asset in assets
        for part in re.split(r"[\W_\d]+", fold_all(asset.name.rpartition(".")[0]))
        if len(part) > 2
    }
    numbered = _numbers_in_names(assets)
    for token in tokens:
        if token.has("photo", "name"):
            continue
        word = fold_all(token.text)
        if token.has("digits") and len(word) > 2:
            ends = {asset for number, whose in numbered.items() if number.endswith(word) for asset in whose}
            if len(ends) == 1:
                token.kinds = {"name": ends.pop()}
                continue
        if word in parts:
            token.kinds = {**token.kinds, "partial": True}
        elif set(token.kinds) == {"unknown"}:
            meant = {part for part in parts if _is_called(word, part)}
            if len(meant) == 1:
                token.text, token.kinds = meant.pop(), {"unknown": word, "partial": True}


def _numbers_in_names(assets: Assets) -> dict[str, list[str]]:
    """The long numbers in the names of pictures, as typed, and whose they are: "2003" of IMG_2003.jpg."""
    found: dict[str, list[str]] = {}
    for asset in assets:
        for number in set(re.findall(r"\d{3,}", asset.name)) if asset.kind != "audio" else ():
            found.setdefault(number, []).append(asset.id)
    return found


_PICTURES = re.compile("s?(?:bild|foto|aufnahme)(?:er|s)?")


def _is_called(word: str, part: str) -> bool:
    """Whether a word is a part of a name with a slip in it, or is made of it and a word for pictures."""
    if word.startswith(part) and _PICTURES.fullmatch(word[len(part) :]):
        return True
    return len(word) > 3 and word[0] == part[0] and is_slip(word, part)


def _edit(words: str, draft: Draft, assets: Assets, language: str, past: Sequence[Past], asked: str) -> Turn:
    pictures = [asset for asset in assets if asset.kind in ("image", "video")]
    first = not draft.pictures
    topic, photos = _before(past, assets, language)
    words, renamed = take_out(words, (item.text for item in draft.texts), language)
    words, on_beat = rhythm.take_out(words)
    reading, tokens = understand(words, assets, language, first, topic, photos)
    if renamed is not None:
        reading.wishes.append(Wish("text-edit", NOBODY, {"old": renamed[0], "words": renamed[1]}))
    if on_beat:
        reading.wishes.append(Wish("beat"))
    if asked and not first and not reading.wishes:
        before, _ = understand(asked, assets, language_of(asked, language) or language, False)
        answer = answered(before.wishes, tokens, draft.pictures, {asset.id for asset in pictures})
        if answer:
            reading = Reading(answer, [], True, [])
    history = next((wish for wish in reading.wishes if wish.kind == "history"), None)
    if history is not None:
        return _undo_and_edit(history.whole("by"), reading, assets, language, past, topic)
    if first and not pictures:
        return Turn("none", say(language, "no-photos"), language)
    plan = Plan(draft, language, assets, past, first, topic)
    left = list(reading.not_understood)
    # The first message makes a film whatever it says, unless it only greets or asks.
    if first and (not words.strip() or (not reading.is_request and not reading.wishes and _is_talk(tokens))):
        return _nothing(left, language, tokens)
    if not first and not reading.wishes:
        return _nothing(left, language, tokens, reading.asides)
    if [wish.kind for wish in reading.wishes] == ["put-back"] and not put_back(plan, _earlier(plan, assets, language)):
        # Nothing was taken away: what is to come back is what was undone.
        return _stepped(1, language)
    plan.wishes = [found for wish in reading.wishes for found in _meant(wish, plan, assets, language)]
    if first:
        _first_film(plan, pictures, tokens)
    plan.base = plan.draft.pictures
    done = _do_all(plan, left)
    plan.notes += [_aside(aside, language) for aside in reading.asides]
    if first and not any(wish.kind in ("music", "no-music", "music-fade") for wish in plan.wishes):
        sounding.music(plan, Wish("music"))
    if first:
        if not beat.keep_time(plan) and on_beat:
            plan.note("no-beat")
        _mention(plan, pictures)
    reply = _reply(plan, draft, left, done)
    asked_nothing = not plan.operations and (plan.notes or left)
    return Turn(
        "none" if asked_nothing else "edit", reply, language, tuple(plan.operations), not_understood=tuple(left),
        asks=plan.asks,
    )  # fmt: skip


def _undo_and_edit(by: int, reading: Reading, assets: Assets, language: str, past: Sequence[Past], topic: str) -> Turn:
    """A step through the history, and what else was asked for, planned on the draft that the step gives."""
    stepped = _stepped(by, language)
    # What is said of pace or size beside an undo is why it is undone: "undo that, it was too fast".
    wishes = [wish for wish in reading.wishes if wish.kind != "history" and not wish.get("relative")]
    left = list(reading.not_understood)
    if not wishes:
        return stepped
    if by > 0 or len(past) < -by:
        # Where the step leads is not known here, so the rest is told back.
        left += [wish.said for wish in wishes]
        return replace(stepped, reply=_joined(stepped.reply, left, language), not_understood=tuple(left))
    before = past[by].draft
    plan = Plan(before, language, assets, past[:by], False, topic)
    plan.wishes = [found for wish in wishes for found in _meant(wish, plan, assets, language)]
    plan.base = plan.draft.pictures
    done = _do_all(plan, left)
    reply = say(language, "space").join((stepped.reply, _reply(plan, before, left, done)))
    return Turn("edit", reply, language, tuple(plan.operations), by, tuple(left), plan.asks)


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


def _meant(wish: Wish, plan: Plan, assets: Assets, language: str) -> list[Wish]:
    """Wishes that lean on the turn before, as what they stand for: "half that", "more"."""
    if wish.kind == "scale":
        return [_scaled(wish, str(wish.get("topic") or plan.topic))]
    if wish.kind not in ("more", "corrected", "put-back", "likewise"):
        return [wish]
    earlier = _earlier(plan, assets, language)
    if wish.kind == "likewise":
        meant = [one.about(wish.photos) for one in earlier if one.kind in _FOR_PHOTOS]
        if not meant:
            plan.ask("what-more")
        return meant
    if wish.kind != "more":
        leant_on = corrected(wish, earlier) if wish.kind == "corrected" else put_back(plan, earlier)
        if not leant_on:
            plan.ask("what-more")
        return leant_on
    if plan.past:
        again = [
            one for one in earlier if one.get("relative") or isinstance(one.get("delta"), int) or one.get("another")
        ]
        if again:
            turned = [_turned(one) for one in again] if wish.get("less") else again
            return turned
        if earlier and earlier[-1].kind == "motion":
            return [Wish("motion", earlier[-1].photos, {"kinds": (), "ratio": 1 / 1.6 if wish.get("less") else 1.6})]
        if earlier and earlier[-1].kind in ("order",) and not wish.get("less"):
            return earlier
    plan.ask("what-more")
    return []


def _earlier(plan: Plan, assets: Assets, language: str) -> list[Wish]:
    """The wishes of the turn before."""
    return understand(plan.past[-1].words, assets, language, False)[0].wishes if plan.past else []


_FOR_PHOTOS = ("length", "look", "motion", "fit", "transition", "remove", "again", "unlook")


def _turned(wish: Wish) -> Wish:
    ratio = wish.get("ratio")
    return Wish(wish.kind, wish.photos, {**wish.values, "ratio": 1 / float(str(ratio))}) if ratio else wish


def _scaled(wish: Wish, topic: str) -> Wish:
    values = {"ratio": wish.get("ratio"), "relative": True}
    if topic == "music":
        return Wish("music", values=values)
    if topic == "transition":
        return Wish("transition", values=values)
    if topic == "motion":
        return Wish("motion", values={**values, "kinds": ()})
    if topic == "text":
        return Wish("text-style", values=values)
    if wish.photos:
        return Wish("length", wish.photos, values)
    return Wish("whole", values=values)


def _before(past: Sequence[Past], assets: Assets, language: str) -> tuple[str, Photos]:
    """What the turn before was about, and which photos."""
    if not past:
        return "", NOBODY
    earlier = past[-1]
    tongue = language_of(earlier.words, language) or language
    found = understand(earlier.words[:LONGEST_MESSAGE], assets, tongue, not earlier.draft.pictures)[0].wishes
    wishes = [wish for wish in found if wish.kind not in ("refused", "history")]
    if not wishes:
        return "", NOBODY
    named = tuple(item for wish in wishes for item in wish.photos.items if item != ("all",))
    return TOPICS.get(wishes[-1].kind, wishes[-1].kind), Photos(named)


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
        return Turn("none", say(language, "export-how"), language, not_understood=tuple(left))
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


def _first_film(plan: Plan, pictures: list[Asset], tokens: Sequence[Token]) -> None:
    frame = next((wish for wish in plan.wishes if wish.kind == "frame"), None)
    plan.do(edits.set_canvas(1920, 1080, 30))
    if frame is not None:
        try:
            acting.frame(plan, frame)
        except Unresolved:
            plan.notes.clear()
    ratio = plan.draft.width / plan.draft.height
    plan.do(edits.add_photos([_photo(asset, ratio) for asset in pictures], duration=_pace(len(pictures))))
    plan.do(edits.set_transition("crossfade", moving.TRANSITION_MS))
    if any(segment.kind == "image" for segment in plan.draft.pictures):
        panning.wander(plan, list(moving.MOTION_CYCLE), moving.MOTION_AMOUNT)
    # "A romantic film" names no music, but tells which would suit it.
    refused = {wish.get("mood") for wish in plan.wishes if wish.kind == "refused"}
    plan.song_hint = next(
        (
            str(token.kinds["mood"])
            for token in tokens
            if token.has("mood") and not token.has("look") and token.kinds["mood"] not in refused
        ),
        "",
    )


def _photo(asset: Asset, frame: float) -> dict[str, Any]:
    photo: dict[str, Any] = {"name": asset.name, "src": asset.id, "kind": asset.kind}
    if asset.kind == "video" and asset.duration:
        length = max(vocabulary.SHORTEST_SEGMENT_MS, min(asset.duration, 10_000))
        photo |= {"duration": length, "trim": [0, length]}
    elif asset.width < asset.height and frame > 1:
        # An upright photo that filled a wide frame would lose more than half of itself, heads and towers first.
        photo["fit"] = "contain"
    if asset.focus is not None:
        photo["focus"] = panning.steady(asset, photo.get("fit", "cover"), frame)
    return photo


def _pace(count: int) -> int:
    """Milliseconds a photo: few photos may linger, many keep moving."""
    return 4000 if count <= 5 else 3500 if count <= 12 else 3000 if count <= 40 else 2500


def _mention(plan: Plan, pictures: Sequence[Asset]) -> None:
    """Say which photos are nearly the same or out of focus; none is dropped unasked."""
    names = {asset.id: asset.name for asset in pictures}
    for asset in [asset for asset in pictures if asset.twin_of in names][:2]:
        plan.note("twins", names=say(plan.language, "and").join((names[str(asset.twin_of)], asset.name)))
    for asset in [asset for asset in pictures if asset.blurred][:2]:
        plan.note("blurred", names=asset.name)


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
