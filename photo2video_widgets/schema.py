"""The shape of a draft on the wire. The TypeScript types of the front end are generated from these."""

# No `from __future__ import annotations`: what is required could not be told from strings.
from typing import Required, TypedDict


class TransitionData(TypedDict, total=False):
    kind: str
    d: int


class MotionData(TypedDict, total=False):
    kind: str
    amount: float
    ease: str


class LookData(TypedDict, total=False):
    kind: str


class StyleData(TypedDict, total=False):
    color: str
    size: float
    font: str
    weight: int
    outline: float
    shadow: float
    box: str | None


# "in" is no name that a class body can hold
AnimationData = TypedDict("AnimationData", {"in": str, "out": str}, total=False)


class SegmentMeta(TypedDict, total=False):
    name: str
    src: str
    kind: str
    fit: str
    crop: list[float]
    focus: list[float]
    motion: MotionData
    transition: TransitionData
    look: LookData
    trim: list[int]
    volume: float
    seed: int
    offset: int
    loop: bool
    fade: list[int]
    duck: float
    text: str
    role: str
    position: str
    style: StyleData
    animation: AnimationData


class SegmentData(TypedDict, total=False):
    id: Required[str]
    s: Required[int]
    d: Required[int]
    m: Required[SegmentMeta]


class TrackMeta(TypedDict, total=False):
    name: str


class TrackData(TypedDict, total=False):
    id: Required[str]
    tt: Required[int]
    m: TrackMeta
    sg: Required[list[SegmentData]]


class DraftMeta(TypedDict, total=False):
    schema: int
    name: str
    width: int
    height: int
    fps: int
    background: str


class DraftData(TypedDict, total=False):
    d: Required[int]
    m: Required[DraftMeta]
    t: Required[list[TrackData]]
