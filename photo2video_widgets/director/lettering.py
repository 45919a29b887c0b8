"""Wishes for words in the film → operations on the draft as it is."""

from __future__ import annotations

from typing import Any

from .. import edits, vocabulary
from ..draft import Segment
from .plan import Plan
from .wishes import Photos, Wish

TEXT_MS = 3000
TITLE_SIZE = 0.11
_SPARE_PLACES = ("center", "bottom", "top", "bottom-left", "top-right")


def text(plan: Plan, wish: Wish) -> None:
    words, role = str(wish.get("words")), str(wish.get("role") or "")
    role = "" if role == "text" else role
    if wish.photos.items and not (role == "title" and wish.photos.are_all):
        _on_photos(plan, wish, words)
        return
    present = _to_rewrite(plan, wish, role)
    if present is not None:
        changes = _changes(plan, present, wish)
        plan.do(edits.edit_text(present.id, text=words, **changes))
        return
    _add(plan, wish, words, role)


def _on_photos(plan: Plan, wish: Wish, words: str) -> None:
    photos = plan.segments(wish.photos)
    covered = {photo.id: _caption_over(plan, photo) for photo in photos}
    if not wish.get("fresh"):
        for found in covered.values():
            if found is not None:
                plan.do(edits.edit_text(found.id, text=words, **_changes(plan, found, wish)))
    blank = [photo for photo in photos if covered[photo.id] is None or wish.get("fresh")]
    if blank:
        position = str(wish.get("position") or _free_place(plan, blank[0].start, blank[-1].end, "bottom"))
        plan.do(edits.add_captions({photo.id: words for photo in blank}, position, _caption_style(wish)))


def _caption_over(plan: Plan, photo: Segment) -> Segment | None:
    return next(
        (item for item in plan.draft.texts if item.role == "caption" and photo.start <= item.start < photo.end), None
    )


def _caption_style(wish: Wish) -> dict[str, Any] | None:
    style = _style(wish)
    if wish.get("ratio"):
        style["size"] = round(0.045 * wish.amount("ratio"), 4)
    return {**edits.CAPTION_STYLE, **style} if style else None


def _to_rewrite(plan: Plan, wish: Wish, role: str) -> Segment | None:
    """The words that new ones are to take the place of."""
    texts = plan.draft.texts
    if wish.get("fresh"):
        return None
    at_end = wish.get("at") == "end" or role == "credit"
    same_role = [item for item in texts if item.role == ("credit" if at_end else role)]
    if wish.get("edits"):
        return _single(plan, same_role or ([] if role == "credit" else list(texts)), role)
    if role in ("title", "credit") and "start" not in wish.values and wish.get("at") in (None, "start", "end"):
        return same_role[0] if len(same_role) == 1 else None
    return None


def _single(plan: Plan, found: list[Segment], role: str) -> Segment | None:
    if len(found) > 1:
        titles = [item for item in found if item.role == (role or "title")]
        latest = _latest(plan, found)
        return titles[0] if len(titles) == 1 else latest
    return found[0] if found else None


def _latest(plan: Plan, found: list[Segment]) -> Segment | None:
    """Of some texts the one that the last change was about, else the first."""
    if plan.past:
        before = {item.id: item for item in plan.past[-1].draft.texts}
        changed = [item for item in found if before.get(item.id) != item]
        if changed:
            return changed[-1]
    return found[0] if found else None


def _add(plan: Plan, wish: Wish, words: str, role: str) -> None:
    start, length = _span(plan, wish, role)
    at_end = wish.get("at") == "end"
    role = role or ("credit" if at_end else "title" if start == 0 else "caption")
    base = {"title": TITLE_SIZE}.get(role, 0.08)
    style = _style(wish)
    if role == "title":
        style.setdefault("size", base)
    if wish.get("ratio"):
        style["size"] = round(min(0.4, base * wish.amount("ratio")), 4)
    wanted = wish.get("position")
    position = str(wanted or _free_place(plan, start, start + length, "bottom" if role == "caption" else "center"))
    if wanted and _free_place(plan, start, start + length, position) != position:
        _make_room(plan, start, start + length, position)
    animation = wish.get("animation")
    plan.do(
        edits.add_text(
            words, role=role, start=start, duration=length, position=position, style=style or None,
            animation={"in": animation, "out": animation} if animation else None,
        )
    )  # fmt: skip


def _free_place(plan: Plan, start: int, end: int, wanted: str) -> str:
    taken = {item.position for item in plan.draft.texts if item.start < end and start < item.end}
    return next((place for place in (wanted, *_SPARE_PLACES) if place not in taken), wanted)


def _make_room(plan: Plan, start: int, end: int, position: str) -> None:
    for item in plan.draft.texts:
        if item.position == position and item.start < end and start < item.end:
            plan.do(edits.edit_text(item.id, position=_free_place(plan, item.start, item.end, "center")))


def _span(plan: Plan, wish: Wish, role: str) -> tuple[int, int]:
    film = plan.draft.duration
    ms = wish.get("ms")
    length = min(ms if isinstance(ms, int) and ms > 0 else TEXT_MS, film)
    start, stop = wish.get("start"), wish.get("stop")
    if wish.get("at") == "whole":
        return 0, film
    if isinstance(start, int):
        if start >= film:
            raise plan.refuse("after-end")
        end = min(film, stop if isinstance(stop, int) else start + length)
        return start, max(vocabulary.SHORTEST_SEGMENT_MS, end - start)
    if wish.get("at") == "end" or role == "credit":
        return film - length, length
    return 0, length


def _style(wish: Wish) -> dict[str, Any]:
    return {key: wish.values[key] for key in ("color", "weight", "outline", "box") if key in wish.values}


def _changes(plan: Plan, item: Segment, wish: Wish) -> dict[str, Any]:
    """What a wish changes in words that are there, as the arguments of `edit_text`."""
    changes: dict[str, Any] = {}
    style = _style(wish)
    if wish.get("ratio"):
        style["size"] = round(min(0.4, max(0.02, item.style.size * wish.amount("ratio"))), 4)
    if style:
        changes["style"] = style
    if wish.get("position"):
        changes["position"] = wish.get("position")
    if wish.get("animation"):
        changes["animation"] = {"in": wish.get("animation"), "out": wish.get("animation")}
    changes |= _retimed(plan, item, wish)
    return changes


def _retimed(plan: Plan, item: Segment, wish: Wish) -> dict[str, Any]:
    film = plan.draft.duration
    ms, delta, longer = wish.get("ms"), wish.get("delta"), wish.get("longer")
    if wish.get("at") == "whole":
        return {"start": 0, "duration": film}
    if isinstance(wish.get("start"), int):
        start, length = _span(plan, wish, item.role)
        if "stop" not in wish.values and "ms" not in wish.values:
            length = min(item.duration, film - start)
        return {"start": start, "duration": length}
    wanted = item.duration
    if isinstance(ms, int) and ms > 0:
        wanted = ms
    elif isinstance(delta, int):
        wanted += delta
    elif longer:
        wanted = round(wanted * float(str(longer)))
    wanted = max(vocabulary.SHORTEST_SEGMENT_MS, min(wanted, film))
    at_end = wish.get("at") == "end" or (wish.get("at") is None and item.end >= film and item.start > 0)
    if wish.get("at") in ("start", "end"):
        return {"start": film - wanted if at_end else 0, "duration": wanted}
    if wanted == item.duration:
        return {}
    if at_end:
        return {"start": film - wanted, "duration": wanted}
    return {"duration": min(wanted, film - item.start)}


def style(plan: Plan, wish: Wish) -> None:
    for item in _meant(plan, wish):
        plan.do(edits.edit_text(item.id, **_changes(plan, item, wish)))


def _meant(plan: Plan, wish: Wish) -> list[Segment]:
    texts, role = list(plan.draft.texts), str(wish.get("role") or "")
    if not texts:
        raise plan.refuse("no-texts")
    if wish.photos.items:
        found = [
            item for photo in plan.segments(wish.photos) for item in texts if photo.start <= item.start < photo.end
        ]
        if found:
            return found
    if role:
        found = [item for item in texts if item.role == role]
        if role == "credit" and not found:
            found = [item for item in texts if item.end >= plan.draft.duration and item.start]
        if found:
            return found
        if len(texts) > 1:
            raise plan.refuse("no-such-text", role=role)
        return texts
    latest = _latest(plan, texts)
    return texts if len(texts) == 1 or latest is None else [latest]


def remove(plan: Plan, wish: Wish) -> None:
    texts, words = list(plan.draft.texts), wish.get("words")
    role = str(wish.get("role") or "")
    if words is not None:
        wanted = str(words).casefold().strip()
        found = [item for item in texts if item.text.casefold().strip() == wanted] or [
            item for item in texts if wanted in item.text.casefold()
        ]
    elif wish.photos.items:
        found = [
            item for photo in plan.segments(wish.photos) for item in texts if photo.start <= item.start < photo.end
        ]
    elif role:
        found = [item for item in texts if item.role == role]
        if not found and (len(texts) == 1 or role == "credit"):
            found = [item for item in texts if role != "credit" or item.end >= plan.draft.duration]
    else:
        found = texts
    if not found and not plan.first:
        raise plan.refuse("no-texts") if not texts else plan.refuse("no-such-text", role=role or "text")
    if found:
        plan.do(edits.remove([item.id for item in found]))


def captions(plan: Plan, wish: Wish) -> None:
    photos = plan.segments(wish.photos or Photos((("all",),)))
    given = wish.get("words")
    if isinstance(given, list):
        if len(given) > len(photos):
            plan.note("more-captions", count=len(given), photos=len(photos))
        words = {photo.id: str(said) for photo, said in zip(photos, given, strict=False)}
    elif wish.get("source") == "dates":
        taken = {asset.id: asset.taken for asset in plan.assets}
        words = {photo.id: str(taken[photo.src])[:10] for photo in photos if taken.get(photo.src)}
        if not words:
            raise plan.refuse("no-dates")
    else:
        words = {photo.id: photo.name.rpartition(".")[0] or photo.name for photo in photos}
    fresh: dict[str, Any] = {}
    for photo in photos:
        if photo.id not in words:
            continue
        present = _caption_over(plan, photo)
        if present is None:
            fresh[photo.id] = words[photo.id]
        else:
            plan.do(edits.edit_text(present.id, text=words[photo.id], **_changes(plan, present, wish)))
    if fresh:
        position = str(wish.get("position") or _free_place(plan, 0, plan.draft.duration, "bottom"))
        plan.do(edits.add_captions(fresh, position, _caption_style(wish)))


def rewrite(plan: Plan, wish: Wish) -> None:
    old = str(wish.get("old")).casefold().strip()
    found = [item for item in plan.draft.texts if old in item.text.casefold()]
    if not found:
        raise plan.refuse("no-such-words", text=wish.get("old"))
    for item in found:
        whole = item.text.casefold().strip() == old
        words = str(wish.get("words"))
        place = item.text.casefold().find(old)
        said = words if whole else item.text[:place] + words + item.text[place + len(old) :]
        plan.do(edits.edit_text(item.id, text=said, **_changes(plan, item, wish)))


def bring_back(plan: Plan, wish: Wish) -> None:
    role = str(wish.get("role") or "")
    present = {item.text for item in plan.draft.texts}
    for turn in reversed(plan.past):
        gone = [item for item in turn.draft.texts if item.text not in present and role in ("", "text", item.role)]
        for item in gone:
            start = min(item.start, max(0, plan.draft.duration - 100))
            length = min(item.duration, plan.draft.duration - start)
            place = _free_place(plan, start, start + length, item.position)
            plan.do(
                edits.add_text(item.text, item.role, start, length, place, dict(item.meta.get("style") or {}) or None)
            )
        if gone:
            return
    raise plan.refuse("no-texts")


def which(plan: Plan, wish: Wish) -> None:
    raise plan.ask("which-words", role=wish.get("role") or "title")
