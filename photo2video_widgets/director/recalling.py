"""What a draft was like in one respect, and giving another draft that back: what undoes a part of a change."""

from __future__ import annotations

from collections.abc import Callable, Collection

from .. import edits
from ..draft import Draft, Segment
from .plan import Plan

_OF_PHOTOS: dict[str, Callable[[Segment], object]] = {
    "length": lambda photo: photo.duration,
    "look": lambda photo: photo.look,
    "motion": lambda photo: (photo.motion.kind, photo.motion.amount),
    "fit": lambda photo: photo.fit,
    "transition": lambda photo: photo.transition and (photo.transition.kind, photo.transition.duration),
}
_OF_FILMS: dict[str, Callable[[Draft], object]] = {
    "order": lambda draft: [photo.src for photo in draft.pictures],
    "frame": lambda draft: (draft.width, draft.height, draft.fps),
    "background": lambda draft: draft.background,
    "music": lambda draft: [(sound.src, sound.volume, sound.fade, sound.meta.get("offset")) for sound in draft.sounds],
    "text": lambda draft: [(item.text, item.role, item.position, item.style) for item in draft.texts],
}
ASPECTS = frozenset((*_OF_PHOTOS, *_OF_FILMS))
OF_ONE_PHOTO = ("length", "look", "motion", "fit")


def differing(before: Draft, now: Draft, names: Collection[str] = ()) -> set[str]:
    """The respects in which two drafts differ; of the photos of those `names` alone where there are any."""
    found = {aspect for aspect, of in _OF_FILMS.items() if not names and of(before) != of(now)}
    was = {photo.src: photo for photo in before.pictures}
    same = [(was[photo.src], photo) for photo in now.pictures if photo.src in was and (not names or photo.src in names)]
    return found | {aspect for aspect, of in _OF_PHOTOS.items() if any(of(old) != of(new) for old, new in same)}


def recall(plan: Plan, source: Draft, aspects: Collection[str], names: Collection[str] = ()) -> None:
    """Make the plan's draft in those `aspects` what `source` is; of the photos of those `names` alone, if any."""
    if "frame" in aspects and not names:
        plan.do(edits.set_canvas(source.width, source.height, source.fps))
    if "background" in aspects and not names:
        plan.do(edits.set_background(source.background))
    if "order" in aspects and not names:
        _order(plan, source)
    _photos(plan, source, aspects, names)
    if "music" in aspects and not names:
        _music(plan, source)
    if "text" in aspects and not names:
        _texts(plan, source)


def _order(plan: Plan, source: Draft) -> None:
    places = {photo.src: place for place, photo in enumerate(source.pictures)}
    if len(places) == len(plan.draft.pictures):
        known = sorted(plan.draft.pictures, key=lambda photo: places.get(photo.src, len(places)))
        plan.do(edits.reorder([photo.id for photo in known]))


def _photos(plan: Plan, source: Draft, aspects: Collection[str], names: Collection[str]) -> None:
    was = {photo.src: photo for photo in source.pictures}
    for photo in plan.draft.pictures:
        old = was.get(photo.src)
        if old is None or (names and photo.src not in names):
            continue
        if "length" in aspects and old.duration != photo.duration:
            plan.do(edits.set_duration(old.duration, photo.id))
        if "look" in aspects and old.look != photo.look:
            plan.do(edits.set_look(old.look, photo.id))
        if "motion" in aspects and _OF_PHOTOS["motion"](old) != _OF_PHOTOS["motion"](photo):
            plan.do(edits.set_motion(old.motion.kind, photo.id, old.motion.amount))
        if "fit" in aspects and old.fit != photo.fit:
            plan.do(edits.set_fit(old.fit, photo.id))
        if "transition" in aspects and photo.id != plan.draft.pictures[0].id:
            cut = old.transition
            plan.do(edits.set_transition(cut.kind if cut else "cut", cut.duration if cut else None, photo.id))


def _music(plan: Plan, source: Draft) -> None:
    if not source.sounds:
        if plan.draft.sounds:
            plan.do(edits.remove_music())
        return
    old = source.sounds[0]
    offset, seed = old.meta.get("offset"), old.meta.get("seed")
    plan.do(edits.set_music(old.src, old.name, seed, old.volume, list(old.fade), offset, None if old.loop else False))


def _texts(plan: Plan, source: Draft) -> None:
    known = {item.id for item in source.texts}
    gone = [item.id for item in plan.draft.texts if item.id not in known]
    if gone:
        plan.do(edits.remove(gone))
    present = {item.id: item for item in plan.draft.texts}
    for old in source.texts:
        style, animation = dict(old.meta.get("style") or {}) or None, old.meta.get("animation")
        start = min(old.start, max(0, plan.draft.duration - 100))
        length = min(old.duration, plan.draft.duration - start)
        if old.id in present:
            plan.do(edits.edit_text(old.id, old.text, old.role, start, length, old.position, style, animation))
        else:
            plan.do(edits.add_text(old.text, old.role, start, length, old.position, style, animation))
