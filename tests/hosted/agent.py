"""A small agent that understands plain words, and believes that its user sees an editor.

Its drafts have what the protocol says of drafts (`t`, `tt`, `sg`, `d`, `m`) and keys that nobody knows. `full` drafts
have ids, starts and sources besides.
"""

from __future__ import annotations

import copy
import re
import time
import uuid
from dataclasses import dataclass, field
from typing import Any

from .answers import BEATS

Draft = dict[str, Any]

_MAKE = re.compile(
    r"\b(make|create|turn)\b.*\b(film|video|slideshow|movie)\b|\bslideshow\b|制作|生成|做一|幻灯片", re.I
)
_TITLE = re.compile(r"""(?:title|标题)\W*?["'“”‘’「](.+?)["'”’」]""", re.I)
_MUSIC = re.compile(r"(?<!no )\bmusic\b|(?<!不要)(?<!无)音乐", re.I)
_REMOVE = re.compile(r"\b(remove|delete|drop)\b|删除|去掉", re.I)
_SECONDS = re.compile(r"(\d+)[\s-]*(?:s\b|sec|秒)", re.I)
_SIZE = re.compile(r"\b(\d{3,4})\s*[x×]\s*(\d{3,4})\b", re.I)
_PHOTO_MS = 3000


@dataclass
class Upload:
    """A file as the service keeps it."""

    name: str
    source: str

    @property
    def info(self) -> dict[str, Any]:
        """What the state says of it."""
        return {"name": self.name, "vid": self.source[-12:], "status": "ready"}


@dataclass
class Turn:
    """What came of a message: the draft after it, the tools used, the words said. An edit may come without a word."""

    draft: Draft
    text: str = ""
    thought: str = ""
    tools: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    made: bool = False
    size: tuple[int, int] | None = None


def take_turn(words: str, draft: Draft, uploads: list[Upload], *, full: bool = False) -> Turn:
    """Do what the words ask for."""
    turn = Turn(copy.deepcopy(draft))
    title, seconds = _TITLE.search(words), _SECONDS.search(words)
    removes = bool(_REMOVE.search(words))
    if _MAKE.search(words):
        if not uploads:
            turn.text = "There is no media yet. Open the Media panel and drag your photos into it."
            return turn
        length = int(seconds[1]) * 1000 if seconds else _PHOTO_MS * len(uploads)
        _make(turn, uploads, length)
        turn.made = True
        turn.thought = "The user wants a slideshow of the uploads."
        turn.text = (
            f"Your slideshow of {len(uploads)} photos is ready. It runs {length // 1000} seconds. "
            "Click the Export button in the top right corner to download it."
        )
        if found := _SIZE.search(words):
            turn.size = int(found[1]), int(found[2])
    elif not turn.draft.get("t"):
        turn.text = "Hello! Upload some photos and tell me what film you would like."
        return turn
    if removes:
        _remove(turn, 7 if "title" in words.lower() else 1)
        turn.text = "Done. Preview it in the timeline."
    else:
        if title:
            # About a third of all edits come without a word.
            add_title(turn, title[1])
        if _MUSIC.search(words):
            add_music(turn)
            turn.text = turn.text or "I added lo-fi music. It plays at 35% of its volume. Preview it in the timeline."
    if not turn.tools:
        turn.text = "I can make a slideshow, add a title or add music. Check your account for your credits."
    _number(turn.draft, uploads, full)
    return turn


def add_title(turn: Turn, text: str) -> None:
    """Put words over the first 3 s."""
    length = min(3000, turn.draft["d"])
    _replace(turn, 7, {"d": length, "m": {"text": text, "name": text}, "fx": {"in": 12}})
    turn.tools.append(("add_text", {"text": text}))


def add_music(turn: Turn) -> None:
    """Put music under all of it."""
    _replace(turn, 1, {"d": turn.draft["d"], "m": {"name": "Lo-fi", "volume": 0.35}, "gain_db": -9.1})
    turn.tools.append(("add_music", {"mood": "lofi"}))


def _make(turn: Turn, uploads: list[Upload], length: int) -> None:
    each = length // len(uploads)
    segments: list[Draft] = [{"d": each, "m": {"name": upload.name}, "vz": [1, 0]} for upload in uploads]
    segments[-1]["d"] += length - each * len(uploads)
    turn.draft = {
        "d": length, "m": {"name": "project", "app": "editor"}, "zz": {"kept": True},
        "t": [{"tt": 0, "sg": segments, "lk": False}],
    }  # fmt: skip
    turn.tools.append(("create_timeline", {"count": len(uploads)}))


def _replace(turn: Turn, kind: int, segment: Draft) -> None:
    tracks = [track for track in turn.draft["t"] if track["tt"] != kind]
    turn.draft["t"] = [*tracks, {"tt": kind, "sg": [segment], "lk": False}]


def _remove(turn: Turn, kind: int) -> None:
    turn.draft["t"] = [track for track in turn.draft["t"] if track["tt"] != kind]
    turn.tools.append(("remove_track", {"type": kind}))


def _number(draft: Draft, uploads: list[Upload], full: bool) -> None:
    if not full:
        return
    sources = {upload.name: upload.source for upload in uploads}
    for track in draft["t"]:
        track["id"], start = f"k{track['tt']}", 0
        for number, segment in enumerate(track["sg"]):
            segment |= {"id": f"k{track['tt']}-{number}", "s": start}
            start += segment["d"]
            if track["tt"] == 0:
                segment["m"] |= {"src": sources[segment["m"]["name"]], "kind": "image"}
            elif track["tt"] == 1:
                segment["m"]["src"] = "music:lofi"


def second_stage(draft: Draft, uploads: list[Upload], *, full: bool) -> Draft:
    """What the service adds by itself to a raw cut: music and a title."""
    turn = Turn(copy.deepcopy(draft))
    add_music(turn)
    add_title(turn, "A Day to Remember")
    _number(turn.draft, uploads, full)
    return turn.draft


def events_of(turn: Turn) -> list[dict[str, Any] | str]:
    """The turn as the Agent Development Kit streams it, with heartbeats of every sort between the events."""
    invocation = f"e-{uuid.uuid4()}"
    events: list[dict[str, Any] | str] = [BEATS[0]]
    if turn.thought:
        events.append(event(invocation, {"text": turn.thought, "thought": True}))
    for name, args in turn.tools:
        identity = f"adk-{uuid.uuid4()}"
        events.append(event(invocation, {"functionCall": {"id": identity, "name": name, "args": args}}))
        events.append(BEATS[1])
        told = {"functionResponse": {"id": identity, "name": name, "response": {"status": "success"}}}
        events.append(event(invocation, told, role="user"))
    for piece in pieces_of(turn.text):
        events += [event(invocation, {"text": piece}, partial=True), BEATS[2]]
    if turn.text:
        events.append(event(invocation, {"text": turn.text}, turnComplete=True))
    return events


def pieces_of(text: str) -> list[str]:
    """A text in pieces of some words, as a model gives them."""
    return re.findall(r"(?:\S+\s*){1,4}", text)


def event(invocation: str, part: dict[str, Any], role: str = "model", **flags: bool) -> dict[str, Any]:
    """One event."""
    return {
        "id": uuid.uuid4().hex[:8], "author": "nemo_agent", "invocationId": invocation, "timestamp": time.time(),
        "content": {"role": role, "parts": [part]},
        "actions": {"stateDelta": {}, "artifactDelta": {}, "requestedAuthConfigs": {}},
        **flags,
    }  # fmt: skip
