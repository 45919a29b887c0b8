"""Every change to a draft, one pure function each, and the history of them.

A call builds an operation, which is data: `edits.set_length(20_000)` is JSON-able, can be sent, logged and replayed,
and gives a new draft when it is called on one. `apply(draft, operations)` does several as one change: all or none.

    operations = [edits.set_length(20_000), edits.set_canvas(1080, 1920)]
    draft = edits.apply(draft, operations)

What follows of itself is part of an operation: segments abut again, transitions get shorter where a photo becomes too
short for them, music and closing words follow the new end, a caption goes along with its photo.

Durations and places in time are ms. An `id` of None means every photo. Errors are `DraftError`; its path begins with
the operation, as in `operations[1].id`.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from . import vocabulary
from .draft import AUDIO, TEXT, VIDEO
from .errors import DraftError
from .layout import Data, Layout, chosen, chosen_photos, clamp_transitions, find, main_segments, new_id
from .layout import reorder as put_in_order
from .operations import History, Operation, apply, fits, from_json, operation

__all__ = [
    "History", "Operation", "add_captions", "add_photos", "add_text", "alternate_motion", "apply", "duplicate",
    "edit_text", "from_json", "move", "remove", "remove_music", "reorder", "scale_motion", "set_background",
    "set_canvas", "set_duration", "set_durations", "set_fade", "set_fit", "set_focus", "set_length", "set_look",
    "set_motion", "set_music", "set_span", "set_transition", "set_trim", "set_volume", "split", "start_music", "swap",
    "vary_transitions",
]  # fmt: skip


def __dir__() -> list[str]:
    return __all__


DEFAULT_TRANSITION_MS = 500
CAPTION_STYLE: dict[str, Any] = {"size": 0.045, "weight": 400}


@operation
def set_canvas(data: Data, width: int | None = None, height: int | None = None, fps: int | None = None) -> None:
    """Set the frame's size in pixels and the frame rate; what is None stays."""
    for key, value in (("width", width), ("height", height), ("fps", fps)):
        if value is not None:
            data["m"][key] = value


@operation
def set_background(data: Data, background: str) -> None:
    """Set what lies behind pictures that don't fill the frame: "blur" or "#rrggbb"."""
    data["m"]["background"] = background


@operation
def add_photos(data: Data, photos: list[dict[str, Any]], index: int | None = None, duration: int = 3000) -> None:
    """Add photos and clips at `index` of the main track, or at its end.

    A photo is what a segment's `m` holds, `src` and `name` at least, and may bring a "duration" of its own (ms).
    """
    segments = main_segments(data)
    layout = Layout(data)
    place = len(segments) if index is None else index
    if not 0 <= place <= len(segments):
        raise DraftError("index", f"must be from 0 to {len(segments)}")
    fresh: list[Data] = []
    for number, photo in enumerate(photos):
        meta = {key: value for key, value in photo.items() if key != "duration"}
        length = photo.get("duration", duration)
        if not fits(length, int):
            raise DraftError(f"photos[{number}].duration", "must be a whole number of ms")
        fresh.append({"id": new_id(data, "s", len(fresh)), "s": 0, "d": length, "m": meta})
    segments[place:place] = fresh
    layout.settle()


@operation
def remove(data: Data, id: str | list[str]) -> None:
    """Remove one segment of any track, or several; a photo takes its caption along."""
    layout = Layout(data)
    for one in [id] if isinstance(id, str) else id:
        track, place = find(data, one)
        del track["sg"][place]
    layout.settle()


@operation
def duplicate(data: Data, id: str | list[str], index: int | None = None) -> None:
    """Show photos once more, at `index` of the main track or right after the last of them; or say words once more.

    Copies have ids of their own. Words follow themselves, in the next gap of their place that is long enough.
    """
    found = chosen(data, id)
    words = [segment for segment in found if _is_text(data, segment)]
    if words:
        if len(words) < len(found):
            raise DraftError("id", "names photos and texts: duplicate them one kind at a time")
        for segment in words:
            _repeat(data, segment)
        return
    if not found:
        raise DraftError("id", "must name at least one photo or text")
    segments = main_segments(data)
    photos = chosen_photos(data, id)
    place = segments.index(photos[-1]) + 1 if index is None else index
    if not 0 <= place <= len(segments):
        raise DraftError("index", f"must be from 0 to {len(segments)}")
    layout = Layout(data)
    copies: list[Data] = []
    for photo in photos:
        copy = {"id": new_id(data, "s", len(copies)), "s": 0, "d": photo["d"], "m": deepcopy(photo["m"])}
        if "transition" not in copy["m"] and len(segments) > 1 and "transition" in segments[1]["m"]:
            copy["m"]["transition"] = dict(segments[1]["m"]["transition"])
        copies.append(copy)
    segments[place:place] = copies
    layout.settle()


def _is_text(data: Data, segment: Data) -> bool:
    return any(segment is item for track in data["t"] if track["tt"] == TEXT for item in track["sg"])


def _repeat(data: Data, segment: Data) -> None:
    track, _ = find(data, segment["id"])
    place = segment["m"].get("position", "center")
    start = segment["s"] + segment["d"]
    for other in sorted(track["sg"], key=lambda item: item["s"]):
        if other["m"].get("position", "center") == place and other["s"] < start + segment["d"]:
            start = max(start, other["s"] + other["d"])
    if start + segment["d"] > data["d"]:
        raise DraftError("id", "there is no room for these words once more before the film ends")
    track["sg"].append({**segment, "id": new_id(data, "s"), "s": start, "m": deepcopy(segment["m"])})
    track["sg"].sort(key=lambda item: item["s"])


@operation
def split(data: Data, id: str, at: int) -> None:
    """Cut a photo, a clip, words or a sound in two, `at` ms into the film; both halves together show what it did.

    The halves of a clip, or of a file's sound, go on in the source where the cut is. The second half of a photo that
    moves begins its motion anew, and comes in by a plain cut.
    """
    track, place = find(data, id)
    first = track["sg"][place]
    into = at - first["s"]
    least = vocabulary.SHORTEST_SEGMENT_MS
    if not least <= into <= first["d"] - least:
        raise DraftError("at", f"must be at least {least} ms from both ends of {id!r:.40}")
    meta = first["m"]
    second: Data = {**first, "id": new_id(data, "s"), "s": at, "d": first["d"] - into, "m": deepcopy(meta)}
    second["m"].pop("transition", None)
    if track["tt"] == AUDIO:
        fade = list(meta.get("fade") or (500, 1500))
        meta["fade"], second["m"]["fade"] = [fade[0], 0], [0, fade[1]]
        if str(meta.get("src", "")).startswith("asset:"):
            second["m"]["offset"] = meta.get("offset", 0) + into
    elif meta.get("kind") == "video":
        start, end = meta.get("trim") or (0, first["d"])
        cut = start + into
        meta["trim"], second["m"]["trim"] = [start, cut], [cut, max(end, cut + 1)]
    elif track["tt"] == TEXT:
        # Words that stay don't leave and come again at the cut.
        kept = meta.get("animation") or {}
        meta["animation"], second["m"]["animation"] = {**kept, "out": "none"}, {**kept, "in": "none"}
    first["d"] = into
    track["sg"].insert(place + 1, second)
    if track["tt"] == VIDEO:
        clamp_transitions(track["sg"])


@operation
def set_span(data: Data, id: str, start: int, duration: int | None = None) -> None:
    """Set when words or a sound begin in the film and, with `duration`, how long they last; the rest stays put.

    What begins later than it did in a file of music is heard from the same place in the file.
    """
    track, place = find(data, id)
    if track["tt"] == VIDEO:
        raise DraftError("id", "is a photo: photos follow one another; move it or set its duration")
    segment = track["sg"][place]
    length = segment["d"] if duration is None else duration
    if start < 0 or start + length > data["d"]:
        raise DraftError("start", f"must leave {length} ms before the film ends at {data['d']}")
    keeps_end = start + length == segment["s"] + segment["d"]
    if track["tt"] == AUDIO and keeps_end and str(segment["m"].get("src", "")).startswith("asset:"):
        segment["m"]["offset"] = max(0, segment["m"].get("offset", 0) + start - segment["s"])
    segment["s"], segment["d"] = start, length
    track["sg"].sort(key=lambda item: item["s"])


@operation
def move(data: Data, id: str | list[str], index: int) -> None:
    """Move a photo, or several one after the other, to `index` of the main track, counted from 0 without them.

    Cuts keep their transitions.
    """
    order = [segment["id"] for segment in main_segments(data)]
    moved = [id] if isinstance(id, str) else id
    for one in moved:
        if one not in order:
            raise DraftError("id", f"there is no photo {one!r:.40}")
    group = [one for one in order if one in set(moved)]
    rest = [one for one in order if one not in set(moved)]
    if not 0 <= index <= len(rest):
        raise DraftError("index", f"must be from 0 to {len(rest)}")
    put_in_order(data, [*rest[:index], *group, *rest[index:]])


@operation
def swap(data: Data, id: str, other: str) -> None:
    """Let two photos change places; cuts keep their transitions."""
    order = [segment["id"] for segment in main_segments(data)]
    for key, one in (("id", id), ("other", other)):
        if one not in order:
            raise DraftError(key, f"there is no photo {one!r:.40}")
    here, there = order.index(id), order.index(other)
    order[here], order[there] = other, id
    put_in_order(data, order)


@operation
def reorder(data: Data, ids: list[str]) -> None:
    """Put the photos into the order of `ids`, which names each exactly once; cuts keep their transitions."""
    if sorted(ids) != sorted(segment["id"] for segment in main_segments(data)):
        raise DraftError("ids", "must name every photo exactly once")
    put_in_order(data, ids)


@operation
def set_length(data: Data, duration: int) -> None:
    """Make the whole film `duration` ms long; every photo's part of it stays the same."""
    segments = main_segments(data)
    if not segments:
        raise DraftError("duration", "there are no photos yet whose length could be set")
    least = len(segments) * vocabulary.SHORTEST_SEGMENT_MS
    if duration < least:
        raise DraftError("duration", f"must be at least {least} ms for {len(segments)} photos")
    layout = Layout(data)
    spare = duration - least
    total = sum(segment["d"] for segment in segments)
    # Cutting at rounded places, not adding rounded lengths, makes the sum exact.
    done = before = 0
    for place, segment in enumerate(segments, 1):
        done += segment["d"]
        cut = place * vocabulary.SHORTEST_SEGMENT_MS + round(spare * done / total)
        segment["d"], before = cut - before, cut
    layout.settle()


@operation
def set_duration(data: Data, duration: int, id: str | list[str] | None = None) -> None:
    """Set how long one photo, or each, is shown; of a text or sound, how long it lasts."""
    layout = Layout(data)
    for segment in chosen(data, id):
        segment["d"] = duration
    layout.settle()


@operation
def set_durations(data: Data, durations: dict[str, Any]) -> None:
    """Set how long each of several photos is shown: ms by the photo's id."""
    layout = Layout(data)
    photos = {segment["id"]: segment for segment in main_segments(data)}
    for id, duration in durations.items():
        if id not in photos or not fits(duration, int):
            raise DraftError("durations", f"must be whole numbers of ms by the id of a photo, not {id!r:.40}")
        photos[id]["d"] = duration
    layout.settle()


@operation
def set_motion(
    data: Data, kind: str, id: str | list[str] | None = None, amount: float | None = None, ease: str | None = None
) -> None:
    """Set how the view moves over one photo or all: `kind` of `vocabulary.MOTIONS`."""
    for segment in chosen_photos(data, id):
        _move_view(segment, kind, amount, ease)


@operation
def alternate_motion(data: Data, kinds: list[str], amount: float | None = None) -> None:
    """Let the view move over every photo, in turn as `kinds` says; clips move by themselves and are left alone."""
    if not kinds:
        raise DraftError("kinds", "must name at least one motion")
    photos = [segment for segment in chosen_photos(data, None) if segment["m"].get("kind", "image") == "image"]
    for place, segment in enumerate(photos):
        _move_view(segment, kinds[place % len(kinds)], amount, None)


def _move_view(segment: Data, kind: str, amount: float | None, ease: str | None) -> None:
    motion: Data = {"kind": kind}
    for key, value in (("amount", amount), ("ease", ease)):
        kept = (segment["m"].get("motion") or {}).get(key) if value is None else value
        if kept is not None:
            motion[key] = kept
    segment["m"]["motion"] = motion


@operation
def set_transition(data: Data, kind: str, duration: int | None = None, id: str | list[str] | None = None) -> None:
    """Set the transition into one photo, or into each but the first; "cut" for none.

    It's made no longer than half of the shorter of its two photos. Without a `duration` the present one stays.
    """
    for segment in main_segments(data)[1:] if id is None else chosen_photos(data, id):
        if kind == "cut":
            segment["m"].pop("transition", None)
        else:
            present = (segment["m"].get("transition") or {}).get("d", DEFAULT_TRANSITION_MS)
            segment["m"]["transition"] = {"kind": kind, "d": present if duration is None else duration}
    clamp_transitions(main_segments(data))


@operation
def vary_transitions(data: Data, kinds: list[str], duration: int | None = None) -> None:
    """Set the transitions into each photo but the first, in turn as `kinds` says."""
    if not kinds:
        raise DraftError("kinds", "must name at least one transition")
    for place, segment in enumerate(main_segments(data)[1:]):
        present = (segment["m"].get("transition") or {}).get("d", DEFAULT_TRANSITION_MS)
        kind = kinds[place % len(kinds)]
        segment["m"]["transition"] = {"kind": kind, "d": present if duration is None else duration}
    clamp_transitions(main_segments(data))


@operation
def scale_motion(data: Data, factor: float, id: str | list[str] | None = None) -> None:
    """Let the view move `factor` times as much, over one photo or all that have a motion; 0.01 to 1 in the end."""
    if factor <= 0:
        raise DraftError("factor", "must be more than 0")
    for segment in chosen_photos(data, id):
        motion = segment["m"].get("motion") or {}
        if motion.get("kind", "none") != "none":
            amount = min(1.0, max(0.01, motion.get("amount", 0.15) * factor))
            segment["m"]["motion"] = {**motion, "amount": round(amount, 4)}


@operation
def set_trim(data: Data, id: str, start: int, end: int) -> None:
    """Show the part of a clip from `start` to `end` of its source (ms), as long as it lasts."""
    clip = chosen_photos(data, id)[0]
    if clip["m"].get("kind") != "video":
        raise DraftError("id", "is a photo; only clips can be trimmed")
    if end <= start:
        raise DraftError("end", "must come after the start")
    layout = Layout(data)
    clip["m"]["trim"], clip["d"] = [start, end], end - start
    layout.settle()


@operation
def set_look(data: Data, kind: str, id: str | list[str] | None = None) -> None:
    """Set the look of one photo or all: `kind` of `vocabulary.LOOKS`."""
    for segment in chosen_photos(data, id):
        if kind != (segment["m"].get("look") or {}).get("kind", "none"):
            segment["m"]["look"] = {"kind": kind}


@operation
def set_fit(data: Data, fit: str, id: str | list[str] | None = None) -> None:
    """Let one photo, or all, fill the frame ("cover") or be seen whole ("contain")."""
    for segment in chosen_photos(data, id):
        if fit != segment["m"].get("fit", "cover"):
            segment["m"]["fit"] = fit


@operation
def set_focus(data: Data, id: str, x: float, y: float) -> None:
    """Set the point of a photo that framing keeps in view, from 0 to 1 from its left and top."""
    for segment in chosen_photos(data, id):
        segment["m"]["focus"] = [x, y]


@operation
def set_music(
    data: Data,
    src: str,
    name: str,
    seed: int | None = None,
    volume: float | None = None,
    fade: list[int] | None = None,
    offset: int | None = None,
    loop: bool | None = None,
) -> None:
    """Set the music of the whole film, in place of what there was; what is None stays as it was or at its default.

    `src` is `music:<mood>` or `asset:<sha256>`, `fade` the lengths of fading in and out, `offset` where a file starts,
    `loop` whether it repeats to fill the film.
    """
    tracks = [track for track in data["t"] if track["tt"] == AUDIO]
    present = [segment for track in tracks for segment in track["sg"]]
    segment = present[0] if present else {"id": new_id(data, "s"), "s": 0, "d": data["d"], "m": {}}
    same_source = segment["m"].get("src") == src
    kept = {key: value for key, value in segment["m"].items() if same_source or key in ("volume", "fade", "duck")}
    given = {"seed": seed, "volume": volume, "fade": fade, "offset": offset, "loop": loop}
    segment["m"] = {
        **kept,
        "name": name,
        "src": src,
        **{key: value for key, value in given.items() if value is not None},
    }
    segment["s"], segment["d"] = 0, data["d"]
    if not data["d"]:
        raise DraftError("src", "there are no photos yet that music could go with")
    if not tracks:
        tracks = [{"id": new_id(data, "a"), "tt": AUDIO, "m": {"name": "BGM"}, "sg": []}]
        place = max((place for place, track in enumerate(data["t"]) if track["tt"] == VIDEO), default=-1) + 1
        data["t"].insert(place, tracks[0])
    tracks[0]["sg"] = [segment]
    data["t"] = [track for track in data["t"] if track["tt"] != AUDIO or track is tracks[0]]


@operation
def set_fade(data: Data, fade_in: int | None = None, fade_out: int | None = None, id: str | None = None) -> None:
    """Set how long (ms) the music, or one sound, takes to fade in and out; what is None stays."""
    sounds = _music(data, "fade_in" if fade_out is None else "fade_out")
    if id is not None and id not in [segment["id"] for segment in sounds]:
        raise DraftError("id", f"there is no sound {id!r:.40}")
    for segment in sounds if id is None else [segment for segment in sounds if segment["id"] == id]:
        before = list(segment["m"].get("fade") or (500, 1500))
        segment["m"]["fade"] = [before[0] if fade_in is None else fade_in, before[1] if fade_out is None else fade_out]


@operation
def start_music(data: Data, start: int) -> None:
    """Let the music begin `start` ms into the film and play to its end."""
    if not 0 <= start < data["d"]:
        raise DraftError("start", f"must be from 0 to {data['d'] - 1}")
    for segment in _music(data, "start"):
        segment["s"], segment["d"] = start, data["d"] - start


def _music(data: Data, asked: str) -> list[Data]:
    segments = [segment for track in data["t"] if track["tt"] == AUDIO for segment in track["sg"]]
    if not segments:
        raise DraftError(asked, "there is no music to set it for")
    return segments


@operation
def remove_music(data: Data) -> None:
    """Remove all music."""
    data["t"] = [track for track in data["t"] if track["tt"] != AUDIO]


@operation
def set_volume(data: Data, volume: float, id: str | list[str] | None = None) -> None:
    """Set the volume of sounds or clips, or of all music: 1.0 is the source at -14 LUFS."""
    segments = _music(data, "volume") if id is None else chosen(data, id)
    for segment in segments:
        segment["m"]["volume"] = volume


@operation
def add_text(
    data: Data,
    text: str,
    role: str = "title",
    start: int = 0,
    duration: int = 3000,
    position: str | None = None,
    style: dict[str, Any] | None = None,
    animation: dict[str, Any] | None = None,
) -> None:
    """Add words: a "title", a "caption" or a "credit", from `start` for `duration` ms."""
    meta: Data = {"text": text, "role": role}
    meta["position"] = position or {"caption": "bottom"}.get(role, "center")
    if style is None and role == "caption":
        style = dict(CAPTION_STYLE)
    for key, value in (("style", style), ("animation", animation)):
        if value is not None:
            meta[key] = value
    track = _text_track(data)
    track["sg"].append({"id": new_id(data, "s"), "s": start, "d": duration, "m": meta})
    track["sg"].sort(key=lambda segment: segment["s"])


@operation
def add_captions(
    data: Data, texts: dict[str, Any], position: str | None = None, style: dict[str, Any] | None = None
) -> None:
    """Write on photos, each as long as it is shown: `texts` are the words by the photo's id."""
    photos = {segment["id"]: segment for segment in main_segments(data)}
    for id, words in texts.items():
        if id not in photos or not isinstance(words, str):
            raise DraftError("texts", f"must be words by the id of a photo, not {id!r:.40}")
    track = _text_track(data)
    meta: Data = {"role": "caption", "position": position or "bottom", "style": style or dict(CAPTION_STYLE)}
    first = int(new_id(data, "s")[1:])
    for ahead, (id, words) in enumerate(texts.items()):
        photo = photos[id]
        own = {"text": words, **meta, "style": dict(meta["style"])}
        track["sg"].append({"id": f"s{first + ahead}", "s": photo["s"], "d": photo["d"], "m": own})
    track["sg"].sort(key=lambda segment: segment["s"])


def _text_track(data: Data) -> Data:
    track = next((track for track in data["t"] if track["tt"] == TEXT), None)
    if track is None:
        track = {"id": new_id(data, "x"), "tt": TEXT, "m": {"name": "Titles"}, "sg": []}
        data["t"].append(track)
    return track


@operation
def edit_text(
    data: Data,
    id: str | list[str],
    text: str | None = None,
    role: str | None = None,
    start: int | None = None,
    duration: int | None = None,
    position: str | None = None,
    style: dict[str, Any] | None = None,
    animation: dict[str, Any] | None = None,
) -> None:
    """Change words that are there; what is None stays, and so does what `style` or `animation` don't name."""
    for one in [id] if isinstance(id, str) else id:
        track, place = find(data, one)
        if track["tt"] != TEXT:
            raise DraftError("id", f"{one!r:.40} is not a text")
        segment = track["sg"][place]
        for key, value in (("s", start), ("d", duration)):
            if value is not None:
                segment[key] = value
        for key, given in (("text", text), ("role", role), ("position", position)):
            if given is not None:
                segment["m"][key] = given
        for key, part in (("style", style), ("animation", animation)):
            if part is not None:
                segment["m"][key] = {**(segment["m"].get(key) or {}), **part}
        track["sg"].sort(key=lambda segment: segment["s"])
