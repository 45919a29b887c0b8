"""Wishes and a draft → operations and a reply: the first message makes the whole film, later ones change it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from .. import edits, vocabulary
from ..draft import Draft, Segment
from ..errors import DraftError
from ..operations import Operation
from ..photos import natural_order
from . import lexicon as lex
from .grammar import read
from .model import Asset, Assets, Turn, Wishes
from .normalise import language_of, normalise
from .replies import name_of, say
from .routing import LONGEST_MESSAGE, route

DEFAULT_MOOD = "calm"
DEFAULT_VOLUME = 0.6
DEFAULT_TRANSITION_MS = 600
MOTION_AMOUNT = 0.12
TITLE_MS = 3000
TITLE_SIZE = 0.11

# Neighbours differ and each direction comes back after its opposite, so that the eye is led and not shaken.
_MOTION_CYCLE = ("zoom-in", "pan-right", "zoom-out", "pan-left")


def respond(words: str, draft: Draft, assets: Assets, language: str | None = None) -> Turn:
    """What the words ask for, given the draft and the files that are there.

    `assets` are all files in the user's order; the first message makes a film of every photo and clip among them.
    The reply is in the language of the words, or in `language` where they don't tell.

    Nothing is applied: `Turn.operations` are for the owner of the draft.
    """
    tongue = language_of(words[:LONGEST_MESSAGE]) or language or "en"
    if len(words) > LONGEST_MESSAGE:
        return Turn("none", say(tongue, "too-long", most=LONGEST_MESSAGE), tongue)
    actions = route(words)
    if "edit" not in actions:
        action = actions[0]
        values = {"summary": str(draft)} if action == "status" else {}
        return Turn(action, say(tongue, action, **values), tongue)
    turn = _edit(words, draft, assets, tongue)
    if "export" in actions:
        return Turn("export", turn.reply, tongue, turn.operations, turn.history, turn.not_understood)
    return turn


def nothing_to_undo(turn: Turn) -> str:
    """The reply where `turn.history` asks for a step that the history doesn't have."""
    return say(turn.language, "no-undo" if turn.history < 0 else "no-redo")


@dataclass
class _Plan:
    """Operations as they gather, tried at once, so that each is planned against the draft as it will be then."""

    draft: Draft
    language: str
    operations: list[Operation] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def do(self, operation: Operation) -> None:
        changed = operation(self.draft)
        if changed != self.draft:
            self.draft = changed
            self.operations.append(operation)

    def note(self, key: str, **values: object) -> None:
        self.notes.append(say(self.language, key, **values))


def _edit(words: str, draft: Draft, assets: Assets, language: str) -> Turn:
    pictures = [asset for asset in assets if asset.kind in ("image", "video")]
    wishes, left_over = read(words, assets, len(draft.pictures) or len(pictures))
    if wishes.history:
        key = "undone" if wishes.history < 0 else "redone"
        return Turn("edit", say(language, key), language, history=wishes.history)
    first = not draft.pictures
    if first and not pictures:
        return Turn("none", say(language, "no-photos"), language)
    # The first message makes a film whatever it says, unless it's a greeting or a question.
    asks_for_nothing = wishes in (Wishes(), Wishes(make=True))
    if asks_for_nothing and (not first or not words.strip() or _is_greeting(words)):
        return _nothing(left_over, language)
    plan = _Plan(draft, language)
    try:
        if first:
            _first_film(plan, pictures, wishes)
        _change(plan, wishes, assets)
    except DraftError as refused:
        return Turn("none", refused.problem, language, not_understood=tuple(left_over))
    reply = _reply(plan, draft, wishes, first, left_over)
    action = "edit" if plan.operations or not plan.notes else "none"
    return Turn(action, reply, language, tuple(plan.operations), not_understood=tuple(left_over))


def _is_greeting(words: str) -> bool:
    text = normalise(words)[0]
    return any(re.search(pattern, text) for pattern in lex.GREETING)


def _nothing(left_over: list[str], language: str) -> Turn:
    reply = say(language, "nothing")
    if left_over:
        reply = _not_understood(left_over, language) + say(language, "space") + reply
    return Turn("none", reply, language, not_understood=tuple(left_over))


def _not_understood(parts: list[str], language: str) -> str:
    quoted = say(language, "and").join(f"“{part}”" for part in parts)
    return say(language, "not-understood", parts=quoted)


def _first_film(plan: _Plan, pictures: list[Asset], wishes: Wishes) -> None:
    width, height = wishes.size or (1920, 1080)
    plan.do(edits.set_canvas(width, height, 30))
    plan.do(edits.add_photos([_photo(asset, width / height) for asset in pictures], duration=_pace(len(pictures))))
    if wishes.transition is None:
        plan.do(edits.set_transition("crossfade", DEFAULT_TRANSITION_MS))
    if wishes.motion is None:
        plan.do(edits.alternate_motion(list(_MOTION_CYCLE), MOTION_AMOUNT))
    if wishes.music is None:
        wishes.music = True


def _photo(asset: Asset, frame: float) -> dict[str, Any]:
    photo: dict[str, Any] = {"name": asset.name, "src": asset.id, "kind": asset.kind}
    if asset.kind == "video" and asset.duration:
        length = max(vocabulary.SHORTEST_SEGMENT_MS, min(asset.duration, 10_000))
        photo |= {"duration": length, "trim": [0, length]}
    elif asset.width < asset.height and frame > 1:
        # An upright photo that filled a wide frame would lose more than half of itself, heads and towers first.
        photo["fit"] = "contain"
    return photo


def _pace(count: int) -> int:
    """Milliseconds a photo: few photos may linger, many keep moving."""
    return 4000 if count <= 5 else 3500 if count <= 12 else 3000 if count <= 40 else 2500


def _change(plan: _Plan, wishes: Wishes, assets: Assets) -> None:
    _removals(plan, wishes)
    _frame(plan, wishes)
    _order(plan, wishes, assets)
    _times(plan, wishes)
    if wishes.transition or wishes.transition_ms:
        present = next((segment.transition for segment in plan.draft.pictures if segment.transition), None)
        wanted = wishes.transition or "any"
        kind = (present.kind if present else "crossfade") if wanted == "any" else wanted
        length = wishes.transition_ms or (None if present else DEFAULT_TRANSITION_MS)
        plan.do(edits.set_transition(kind, length))
    if wishes.motion == ("any",):
        plan.do(edits.alternate_motion(list(_MOTION_CYCLE), MOTION_AMOUNT))
    elif wishes.motion:
        plan.do(edits.alternate_motion(list(wishes.motion), MOTION_AMOUNT))
    if wishes.look:
        plan.do(edits.set_look(wishes.look))
    _music(plan, wishes, assets)
    if wishes.no_texts:
        for text in plan.draft.texts:
            plan.do(edits.remove(text.id))
    for role, words in wishes.texts:
        _text(plan, role, words)


def _frame(plan: _Plan, wishes: Wishes) -> None:
    size = wishes.size
    if wishes.short_side:
        width, height = size or (plan.draft.width, plan.draft.height)
        scale = wishes.short_side / min(width, height)
        size = round(width * scale / 2) * 2, round(height * scale / 2) * 2
    if size or wishes.fps:
        plan.do(edits.set_canvas(size[0] if size else None, size[1] if size else None, wishes.fps))
    if wishes.background:
        plan.do(edits.set_background(wishes.background))
    if wishes.fit:
        plan.do(edits.set_fit(wishes.fit))


def _times(plan: _Plan, wishes: Wishes) -> None:
    asked = [wishes.each, wishes.length, *(length for _, length in wishes.photo_lengths)]
    if max(length or 0 for length in asked) > vocabulary.LONGEST_FILM_MS:
        plan.note("too-long-film", hours=vocabulary.LONGEST_FILM_MS // 3_600_000)
        return
    if wishes.each is not None:
        plan.do(edits.set_duration(max(wishes.each, vocabulary.SHORTEST_SEGMENT_MS)))
    for photo, duration in wishes.photo_lengths:
        segment = _find(plan, photo)
        if segment:
            plan.do(edits.set_duration(max(duration, vocabulary.SHORTEST_SEGMENT_MS), segment.id))
    length = wishes.length
    if wishes.longest is not None and (length or plan.draft.duration) > wishes.longest:
        length = wishes.longest
    if length is not None:
        if wishes.each and length != plan.draft.duration:
            plan.note("both-lengths", whole=_seconds(length, plan.language), each=_seconds(wishes.each, plan.language))
        count = len(plan.draft.pictures)
        least = count * vocabulary.SHORTEST_SEGMENT_MS
        if length < least:
            plan.note("too-short", count=count, least=_seconds(least, plan.language))
        plan.do(edits.set_length(max(length, least)))


def _find(plan: _Plan, photo: int | str) -> Segment | None:
    """The photo of that number or name as the draft is now; None, and a note, where there is no such one."""
    pictures = plan.draft.pictures
    if isinstance(photo, int):
        if 1 <= photo <= len(pictures):
            return pictures[photo - 1]
        plan.note("no-such-number", number=photo, count=len(pictures))
        return None
    wanted = re.sub(r"\W+", "", photo.lower())
    found = [item for item in pictures if wanted and wanted in re.sub(r"\W+", "", item.name.lower())]
    if len(found) == 1:
        return found[0]
    if found:
        plan.note("ambiguous-name", name=photo, names=", ".join(item.name for item in found))
    else:
        plan.note("no-such-name", name=photo)
    return None


def _removals(plan: _Plan, wishes: Wishes) -> None:
    pictures = plan.draft.pictures
    named: list[int | str] = [*wishes.remove, *wishes.removed_names]
    gone = [found for photo in named if (found := _find(plan, photo))]
    if gone and len({item.id for item in gone}) == len(pictures):
        plan.note("removed-all")
        return
    for identity in dict.fromkeys(item.id for item in gone):
        plan.do(edits.remove(identity))


def _order(plan: _Plan, wishes: Wishes, assets: Assets) -> None:
    pictures = list(plan.draft.pictures)
    if wishes.order is None or len(pictures) < 2:
        return
    taken = {asset.id: asset.taken for asset in assets}
    if wishes.order == "taken":
        undated = sum(1 for item in pictures if not taken.get(item.src))
        if undated == len(pictures):
            plan.note("no-dates")
            return
        if undated:
            plan.note("some-dates", count=undated)
    keys: dict[str, Callable[[Segment], Any]] = {
        "taken": lambda item: (not taken.get(item.src), taken.get(item.src) or ""),
        "name": lambda item: natural_order(item.name),
    }
    if wishes.order == "reverse":
        pictures.reverse()
    elif wishes.order == "shuffle":
        _shuffle(pictures)
    else:
        pictures.sort(key=keys[wishes.order])
    plan.do(edits.reorder([item.id for item in pictures]))


def _shuffle(pictures: list[Segment]) -> None:
    import random

    # Seeded by what is shuffled: the same words on the same draft give the same film.
    random.Random("".join(item.id for item in pictures)).shuffle(pictures)


def _music(plan: _Plan, wishes: Wishes, assets: Assets) -> None:
    if wishes.music is False:
        plan.do(edits.remove_music())
        return
    if not wishes.music:
        return
    present = plan.draft.sounds
    if wishes.missing_moods:
        plan.note("missing-mood", name=", ".join(wishes.missing_moods), near=wishes.mood)
    songs = {asset.id: asset for asset in assets if asset.kind == "audio"}
    song = songs.get(wishes.song or "")
    if song is None and songs and (wishes.own_song or not (wishes.mood or present)):
        song = next(iter(songs.values()))
    if wishes.own_song and not songs:
        plan.note("no-song")
    volume = wishes.volume if wishes.volume is not None else None if present else DEFAULT_VOLUME
    if song:
        plan.do(edits.set_music(song.id, song.name, volume=volume))
    elif wishes.mood or not present:
        mood = wishes.mood or DEFAULT_MOOD
        name = {"lofi": "Lo-fi"}.get(mood, mood.capitalize())
        plan.do(edits.set_music(f"music:{mood}", name, volume=volume))
    elif wishes.volume is not None:
        plan.do(edits.set_volume(wishes.volume))


def _text(plan: _Plan, role: str, words: str) -> None:
    present = next((text for text in plan.draft.texts if text.role == role), None)
    if present:
        plan.do(edits.edit_text(present.id, text=words))
        return
    length = min(TITLE_MS, plan.draft.duration)
    start = plan.draft.duration - length if role == "credit" else 0
    style = {"size": TITLE_SIZE} if role == "title" else None
    plan.do(edits.add_text(words, role=role, start=start, duration=length, style=style))


def _seconds(ms: int, language: str) -> str:
    return say(language, "seconds", count=f"{round(ms / 1000, 2):g}")


def _reply(plan: _Plan, before: Draft, wishes: Wishes, first: bool, left_over: list[str]) -> str:
    language, draft = plan.language, plan.draft
    parts = list(plan.notes)
    if left_over:
        parts.append(_not_understood(left_over, language))
    if first:
        values = {"count": len(draft.pictures), "length": _seconds(draft.duration, language)}
        values |= {"size": f"{draft.width}×{draft.height}", "extras": "".join(_extras(draft, wishes, language))}
        made = say(language, "one" if len(draft.pictures) == 1 else "made", **values)
        whole = [made, *parts, say(language, "next")]
    elif plan.operations:
        changes = say(language, "semicolon").join(before.diff(draft, language))
        whole = [say(language, "done", changes=changes), *parts]
    else:
        whole = parts or [say(language, "same")]
    return say(language, "space").join(whole)


def _extras(draft: Draft, wishes: Wishes, language: str) -> Iterator[str]:
    """What the first film has, each with the comma before it."""

    def part(key: str, **values: object) -> str:
        return say(language, "comma") + say(language, key, **values)

    if wishes.order:
        yield part("order-" + wishes.order)
    for looks in {segment.look for segment in draft.pictures} - {"none"}:
        yield part("look", kind=name_of(language, looks))
    kinds = sorted({segment.transition.kind for segment in draft.pictures if segment.transition})
    if kinds:
        yield part("transitions", kind=" / ".join(name_of(language, kind) for kind in kinds))
    if any(segment.motion.kind != "none" for segment in draft.pictures):
        yield part("motion")
    if wishes.fit == "contain":
        yield part("whole")
    for sound in draft.sounds:
        mood = sound.src.removeprefix("music:")
        name = name_of(language, mood) if mood != sound.src else sound.name
        yield part("music", mood=name, volume=round(sound.volume * 100))
    for text in draft.texts:
        yield part(text.role, text=text.text)
