"""How the parts of a draft hang together: what an edit finds by id, and what follows of itself when photos change."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from . import vocabulary
from .draft import SCHEMA, TEXT, VIDEO, Draft
from .errors import DraftError

Data = dict[str, Any]
"""A draft's JSON while an operation changes it in place."""


def complete(data: Data) -> None:
    """Give an empty draft its frame: what every operation may rely on."""
    data.setdefault("d", 0)
    meta = data.setdefault("m", {})
    defaults = {
        "schema": SCHEMA,
        "name": "project",
        "width": 1920,
        "height": 1080,
        "fps": 30,
        "background": "blur",
    }
    for key, value in defaults.items():
        meta.setdefault(key, value)
    data.setdefault("t", [])


def filled(draft: Draft) -> Data:
    """The JSON of a draft with what operations rely on: an id, a start, a length and an `m` wherever one is left out.

    The ids are those that reading the draft gives; every other key stays.
    """
    data = draft.data
    data |= {"d": draft.duration, "m": _object(data.get("m")), "t": _list(data.get("t"))}
    complete(data)
    data["t"] = [
        {
            **_object(raw),
            "id": track.id,
            "tt": track.type,
            "sg": [
                {
                    **_object(piece),
                    "id": segment.id,
                    "s": segment.start,
                    "d": segment.duration,
                    "m": _object(_object(piece).get("m")),
                }
                for piece, segment in zip(_list(_object(raw).get("sg")), track.segments, strict=True)
            ],
        }
        for raw, track in zip(data["t"], draft.tracks, strict=True)
    ]
    return data


def _object(value: Any) -> Data:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def main_track(data: Data) -> Data | None:
    return next((track for track in data["t"] if track["tt"] == VIDEO), None)


def main_segments(data: Data) -> list[Data]:
    """The segments of the main video track, which is made where there is none."""
    track = main_track(data)
    if track is None:
        track = {"id": new_id(data, "v"), "tt": VIDEO, "m": {"name": "Photos"}, "sg": []}
        data["t"].insert(0, track)
    segments: list[Data] = track["sg"]
    return segments


def new_id(data: Data, prefix: str, ahead: int = 0) -> str:
    """An id that nothing in the draft has: the prefix and the number after the highest in use."""
    used = [item["id"] for track in data["t"] for item in (track, *track["sg"])]
    numbers = [int(name[len(prefix) :]) for name in used if name.startswith(prefix) and name[len(prefix) :].isdecimal()]
    return f"{prefix}{max(numbers, default=0) + 1 + ahead}"


def find(data: Data, id: str) -> tuple[Data, int]:
    for track in data["t"]:
        for place, segment in enumerate(track["sg"]):
            if segment["id"] == id:
                return track, place
    raise DraftError("id", f"there is no segment {id!r:.40}")


def chosen(data: Data, id: str | list[str] | None) -> list[Data]:
    if id is None:
        return chosen_photos(data, None)
    places = [find(data, one) for one in ([id] if isinstance(id, str) else id)]
    return [track["sg"][place] for track, place in places]


def chosen_photos(data: Data, id: str | list[str] | None) -> list[Data]:
    photos = main_segments(data)
    if id is None:
        if not photos:
            raise DraftError("id", "there are no photos yet")
        return photos
    wanted = {id} if isinstance(id, str) else set(id)
    missing = wanted - {segment["id"] for segment in photos}
    if missing:
        raise DraftError("id", f"there is no photo {min(missing)!r:.40}")
    return [segment for segment in photos if segment["id"] in wanted]


def reorder(data: Data, order: Sequence[str]) -> None:
    segments = main_segments(data)
    layout = Layout(data)
    # A transition belongs to a cut in the eyes of whoever moves a photo: the cuts stay as they are.
    transitions = [segment["m"].pop("transition", None) for segment in segments]
    places = {identity: place for place, identity in enumerate(order)}
    segments.sort(key=lambda segment: places[segment["id"]])
    for segment, transition in zip(segments, transitions, strict=True):
        if transition is not None:
            segment["m"]["transition"] = transition
    layout.settle()


def clamp_transitions(segments: Sequence[Data]) -> None:
    for place, segment in enumerate(segments):
        transition = segment["m"].get("transition")
        if transition:
            shorter = min(item["d"] for item in segments[max(0, place - 1) : place + 1])
            transition["d"] = min(transition["d"], shorter // 2)


class Layout:
    """Remembers what hangs on the photos before they change, and puts it back in its place afterwards."""

    def __init__(self, data: Data) -> None:
        self.data = data
        self.length: int = data["d"]
        self._starts = [photo["s"] for photo in main_segments(data)]
        self.captions = {
            text["id"]: (photo["id"], text["s"] - photo["s"], text["d"] == photo["d"])
            for track in data["t"]
            if track["tt"] == TEXT
            for text in track["sg"]
            if text["m"].get("role") == "caption"
            for photo in self._under(text)
        }

    def _under(self, text: Data) -> list[Data]:
        """The photo that is shown all the while a text is, if there is one."""
        place = bisect_right(self._starts, text["s"]) - 1
        photos = main_segments(self.data)[max(0, place) : place + 1]
        return [photo for photo in photos if text["s"] + text["d"] <= photo["s"] + photo["d"]]

    def settle(self) -> None:
        self._photos = {photo["id"]: photo for photo in main_segments(self.data)}
        data, segments = self.data, main_segments(self.data)
        end = 0
        for segment in segments:
            segment["s"] = end
            end += segment["d"]
        if segments:
            segments[0]["m"].pop("transition", None)
        clamp_transitions(segments)
        data["d"] = end
        for track in data["t"]:
            if track["tt"] != VIDEO:
                track["sg"] = [segment for segment in track["sg"] if self._keep(segment, track["tt"])]
            if track["tt"] == TEXT:
                _part_texts(track["sg"])
        data["t"] = [track for track in data["t"] if track["tt"] == VIDEO or track["sg"]]

    def _keep(self, segment: Data, kind: int) -> bool:
        end = self.data["d"]
        if segment["id"] in self.captions:
            photo_id, offset, whole = self.captions[segment["id"]]
            photo = self._photos.get(photo_id)
            if photo is None:
                return False
            segment["s"] = photo["s"] + min(offset, photo["d"] - vocabulary.SHORTEST_SEGMENT_MS)
            left = photo["s"] + photo["d"] - segment["s"]
            segment["d"] = left if whole else min(segment["d"], left)
            return True
        at_end = segment["s"] + segment["d"] >= self.length
        if segment["s"] == 0 and at_end:
            segment["d"] = end
        elif at_end and kind == TEXT:
            segment["d"] = min(segment["d"], end)
            segment["s"] = end - segment["d"]
        elif at_end or segment["s"] + segment["d"] > end:
            segment["d"] = end - segment["s"]
        return bool(segment["d"] >= vocabulary.SHORTEST_SEGMENT_MS)


def _part_texts(texts: list[Data]) -> None:
    """In a film that got shorter, words in the same place give way to those that follow them."""
    texts.sort(key=lambda text: text["s"])
    latest: dict[str, Data] = {}
    for text in texts:
        place = text["m"].get("position", "center")
        before = latest.get(place)
        if before and text["s"] < before["s"] + before["d"]:
            cut = max(text["s"], before["s"] + vocabulary.SHORTEST_SEGMENT_MS)
            text["d"] -= cut - text["s"]
            text["s"], before["d"] = cut, cut - before["s"]
        latest[place] = text
