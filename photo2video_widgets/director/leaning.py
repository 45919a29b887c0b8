"""Wishes that lean on the turn before: "more", "half that", "that one", "the same for the boat"."""

from __future__ import annotations

from collections.abc import Sequence

from .corrections import corrected, put_back
from .model import Assets, Past
from .plan import Plan
from .routing import LONGEST_MESSAGE
from .tokens import language_of
from .understanding import understand
from .wishes import NOBODY, Photos, Wish
from .work import TOPICS


def meant(wish: Wish, plan: Plan, assets: Assets, language: str) -> list[Wish]:
    """Wishes that lean on the turn before, as what they stand for: "half that", "more"."""
    if wish.kind == "scale":
        return [_scaled(wish, str(wish.get("topic") or plan.topic))]
    if wish.kind not in ("more", "corrected", "put-back", "likewise"):
        return [wish]
    earlier = wishes_before(plan, assets, language)
    if wish.kind == "likewise":
        found = [one.about(wish.photos) for one in earlier if one.kind in _FOR_PHOTOS]
        if not found:
            plan.ask("what-more")
        return found
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


def wishes_before(plan: Plan, assets: Assets, language: str) -> list[Wish]:
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


_FAR_BACK = 3


def turn_before(past: Sequence[Past], assets: Assets, language: str) -> tuple[str, Photos]:
    """What the turn before was about, and which photos."""
    for earlier in reversed(past[-_FAR_BACK:]):
        topic, photos = _about(earlier, assets, language)
        if topic != "spare":
            return topic, photos
    return "", NOBODY


def _about(earlier: Past, assets: Assets, language: str) -> tuple[str, Photos]:
    tongue = language_of(earlier.words, language) or language
    found = understand(earlier.words[:LONGEST_MESSAGE], assets, tongue, not earlier.draft.pictures)[0].wishes
    wishes = [wish for wish in found if wish.kind not in ("refused", "history")]
    if not wishes:
        return "", NOBODY
    named = tuple(item for wish in wishes for item in wish.photos.items if item != ("all",))
    return TOPICS.get(wishes[-1].kind, wishes[-1].kind), Photos(named)
