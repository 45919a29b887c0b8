"""Wishes for music → operations on the draft as it is."""

from __future__ import annotations

from .. import edits
from .plan import Plan
from .wishes import Wish

DEFAULT_MOOD = "calm"
DEFAULT_VOLUME = 0.6
# Where another tune is wanted, one of a near mood.
_NEAR = {
    "calm": "acoustic", "acoustic": "calm", "ambient": "calm", "lofi": "calm", "jazz": "lofi", "piano": "classical",
    "classical": "piano", "romantic": "piano", "happy": "upbeat", "upbeat": "happy", "summer": "happy",
    "playful": "happy", "epic": "cinematic", "cinematic": "epic", "electronic": "upbeat", "hiphop": "lofi",
    "rock": "upbeat", "sad": "piano", "holiday": "happy", "corporate": "upbeat",
}  # fmt: skip
_NAMES = {"lofi": "Lo-fi", "hiphop": "Hip-hop"}


def music(plan: Plan, wish: Wish) -> None:
    present = plan.draft.sounds
    songs = [asset for asset in plan.assets if asset.kind == "audio"]
    volume = _volume(plan, wish)
    mood = wish.get("mood")
    if wish.get("own") and not songs:
        plan.note("no-song")
    song = next((asset for asset in songs if asset.id == wish.get("song")), None)
    if song is None and songs and (wish.get("own") or (not mood and not present and not wish.get("back"))):
        song = songs[0]
    if wish.get("back") and not present and _bring_back(plan):
        return
    if song is not None:
        plan.do(edits.set_music(song.id, song.name, volume=_start_volume(present, volume)))
    elif mood:
        _play(plan, str(mood), _start_volume(present, volume))
    elif wish.get("another") and present:
        _play_another(plan)
    elif not present:
        if wish.get("ratio"):
            raise plan.refuse("no-music")
        _play(plan, plan.song_hint or DEFAULT_MOOD, volume if volume is not None else DEFAULT_VOLUME)
    if volume is not None and plan.draft.sounds:
        plan.do(edits.set_volume(volume))
    ratio = wish.get("ratio")
    if ratio and plan.draft.sounds:
        before = plan.draft.sounds[0].volume
        if before <= 0 and float(str(ratio)) > 1:
            plan.do(edits.set_volume(0.2))
        else:
            plan.do(edits.set_volume(min(4.0, round(before * float(str(ratio)), 4))))
    _timed(plan, wish)


def _timed(plan: Plan, wish: Wish) -> None:
    offset, start, loop = wish.get("offset"), wish.get("start"), wish.get("loop")
    if isinstance(offset, int) and plan.draft.sounds:
        sound = plan.draft.sounds[0]
        plan.do(edits.set_music(sound.src, sound.name, offset=offset))
    if isinstance(start, int) and plan.draft.sounds:
        if start >= plan.draft.duration:
            raise plan.refuse("after-end")
        plan.do(edits.start_music(start))
    if isinstance(loop, bool) and plan.draft.sounds:
        sound = plan.draft.sounds[0]
        plan.do(edits.set_music(sound.src, sound.name, loop=loop))


def _volume(plan: Plan, wish: Wish) -> float | None:
    volume = wish.get("volume")
    return None if volume is None else min(4.0, float(str(volume)))


def _start_volume(present: object, volume: float | None) -> float | None:
    return volume if volume is not None else None if present else DEFAULT_VOLUME


def _play(plan: Plan, mood: str, volume: float | None, seed: int | None = None) -> None:
    plan.do(edits.set_music(f"music:{mood}", _NAMES.get(mood, mood.capitalize()), volume=volume, seed=seed))


def _play_another(plan: Plan) -> None:
    sound = plan.draft.sounds[0]
    mood = sound.src.removeprefix("music:")
    other = next((asset for asset in plan.assets if asset.kind == "audio" and asset.id != sound.src), None)
    if mood == sound.src and other is not None:
        plan.do(edits.set_music(other.id, other.name))
    else:
        _play(plan, _NEAR.get(mood, DEFAULT_MOOD), None)


def _bring_back(plan: Plan) -> bool:
    earlier = next((turn.draft.sounds[0] for turn in reversed(plan.past) if turn.draft.sounds), None)
    if earlier is None:
        return False
    loop = None if earlier.loop else False
    offset, seed = earlier.meta.get("offset"), earlier.meta.get("seed")
    plan.do(edits.set_music(earlier.src, earlier.name, seed, earlier.volume, list(earlier.fade), offset, loop))
    return True


def silence(plan: Plan, wish: Wish) -> None:
    if plan.draft.sounds:
        plan.do(edits.remove_music())


def fade(plan: Plan, wish: Wish) -> None:
    if not plan.draft.sounds:
        if not plan.first:
            raise plan.refuse("no-music")
        music(plan, Wish("music"))
    fade_in, fade_out = wish.get("fade_in"), wish.get("fade_out")
    plan.do(
        edits.set_fade(fade_in if isinstance(fade_in, int) else None, fade_out if isinstance(fade_out, int) else None)
    )
