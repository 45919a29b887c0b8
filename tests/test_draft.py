"""The draft: what is read, what is refused and where, what it says of itself."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photo2video_widgets.draft import Draft
from photo2video_widgets.errors import DraftError

ASSET = "asset:" + "ab" * 32


def film() -> dict[str, Any]:
    return {
        "d": 6500,
        "m": {"schema": 1, "name": "trip", "width": 1920, "height": 1080, "fps": 30, "background": "blur"},
        "t": [
            {
                "id": "v1",
                "tt": 0,
                "m": {"name": "Photos"},
                "sg": [
                    {"id": "s1", "s": 0, "d": 3500, "m": {"name": "beach.jpg", "src": ASSET, "kind": "image"}},
                    {
                        "id": "s2",
                        "s": 3500,
                        "d": 3000,
                        "m": {"name": "koi.jpg", "src": ASSET, "transition": {"kind": "crossfade", "d": 500}},
                    },
                ],
            },
            {
                "id": "a1",
                "tt": 1,
                "m": {"name": "BGM"},
                "sg": [{"id": "s3", "s": 0, "d": 6500, "m": {"name": "Lo-fi", "src": "music:lofi", "volume": 0.35}}],
            },
            {
                "id": "x1",
                "tt": 7,
                "m": {"name": "Titles"},
                "sg": [{"id": "s4", "s": 0, "d": 3000, "m": {"text": "Urban Dreams"}}],
            },
        ],
    }


def changed(path: list[Any], value: Any) -> dict[str, Any]:
    data = film()
    place: Any = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return data


def test_a_whole_draft_is_accepted_and_read_with_its_defaults() -> None:
    draft = Draft.parse(json.dumps(film()))
    first, second = draft.pictures
    assert (draft.width, draft.height, draft.fps, draft.duration, draft.frame_count) == (1920, 1080, 30, 6500, 195)
    assert (first.fit, first.motion.kind, first.look, first.transition) == ("cover", "none", "none", None)
    assert (second.transition and second.transition.kind) == "crossfade"
    assert draft.texts[0].style.size == 0.08
    assert draft.sounds[0].fade == (500, 1500)


def test_the_summary_names_each_track_with_its_times() -> None:
    assert str(Draft(film())) == (
        "Timeline (3 tracks): 1. Video: beach.jpg +1 more (0-6.5s) 2. BGM: Lo-fi (0-6.5s, 35%) "
        '3. Title: "Urban Dreams" (0-3s)'
    )


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (["d"], 7000, "d: must be 6500"),
        (["d"], 6500.0, "d: must be a whole number"),
        (["m", "width"], 1921, "m.width: must be even"),
        (["m", "background"], "pink", "m.background: must be blur or #rrggbb"),
        (["t"], {}, "t: must be a list"),
        (["t", 0, "tt"], 3, "t[0].tt: must be 0 (video)"),
        (["t", 0, "sg", 1, "d"], 50, "t[0].sg[1].d: must be at least 100"),
        (["t", 0, "sg", 1, "s"], 3400, "t[0].sg[1].s: must be 3500"),
        (["t", 0, "sg", 1, "id"], "s1", "t[0].sg[1].id: 's1' is already the id"),
        (["t", 0, "sg", 1, "m", "transition", "d"], 1600, "t[0].sg[1].m.transition.d: must be at most 1500"),
        (["t", 0, "sg", 1, "m", "transition", "kind"], "star", "t[0].sg[1].m.transition.kind: must be one of"),
        (["t", 0, "sg", 0, "m", "src"], "beach.jpg", "t[0].sg[0].m.src: must be asset:<sha256>"),
        (["t", 0, "sg", 0, "m", "crop"], [0.5, 0, 0.6, 1], "t[0].sg[0].m.crop: must lie within the picture"),
        (["t", 0, "sg", 0, "m", "motion"], {"kind": "spin"}, "t[0].sg[0].m.motion.kind: must be one of"),
        (["t", 1, "sg", 0, "m", "src"], "music:polka", "t[1].sg[0].m.src: must be one of"),
        (["t", 1, "sg", 0, "m", "volume"], float("nan"), "t[1].sg[0].m.volume: must be a number"),
        (["t", 2, "sg", 0, "m", "style"], {"color": "red"}, "t[2].sg[0].m.style.color: must be #rrggbb"),
    ],
)
def test_a_broken_rule_is_refused_with_its_path(path: list[Any], value: Any, message: str) -> None:
    with pytest.raises(DraftError) as refused:
        Draft.parse(changed(path, value))
    assert str(refused.value).startswith(message)
    assert refused.value.code == 4000


def test_texts_may_overlap_only_in_different_places() -> None:
    data = film()
    again = copy.deepcopy(data["t"][2]["sg"][0])
    again["id"], again["s"] = "s5", 1000
    data["t"][2]["sg"].append(again)
    with pytest.raises(DraftError, match=r"t\[2\]\.sg\[1\]\.s: overlaps"):
        Draft.parse(data)
    again["m"]["position"] = "bottom"
    Draft.parse(data)


def test_unknown_keys_come_back_unchanged_and_in_order() -> None:
    data = film()
    data = {"zz": {"a": [1, {"b": None}]}, **data}
    data["t"][0]["sg"][0]["m"]["x-service"] = "kept"
    assert json.dumps(Draft(data).data) == json.dumps(data)
    assert json.loads(Draft(data).to_json()) == data


def test_a_segment_without_a_start_lies_where_the_one_before_it_ends() -> None:
    draft = Draft({"t": [{"tt": 0, "sg": [{"d": 2000}, {"d": 1000}]}]})
    assert [(segment.start, segment.end) for segment in draft.pictures] == [(0, 2000), (2000, 3000)]
    assert draft.duration == 3000


odd = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["d", "m", "t", "tt", "sg", "s", "id", "motion"]), inner, max_size=5)
    ),
    max_leaves=25,
)


@given(odd)
def test_reading_never_fails_and_checking_only_refuses(data: Any) -> None:
    draft = Draft(data)
    str(draft)
    repr(draft)
    draft.diff(Draft(film()))
    for segment in (*draft.pictures, *draft.sounds, *draft.texts):
        assert segment.end >= segment.start
        assert segment.motion.kind is not None
    try:
        draft.check()
    except DraftError as refused:
        assert refused.message


@pytest.mark.parametrize(
    "path",
    [
        ["d"],
        ["m", "width"],
        ["t", 0, "tt"],
        ["t", 0, "sg", 0, "d"],
        ["t", 0, "sg", 0, "m", "volume"],
        ["t", 1, "sg", 0, "m", "seed"],
        ["t", 2, "sg", 0, "m", "style"],
    ],
)
@pytest.mark.parametrize("number", [10**400, -(10**400), 10**5000], ids=["huge", "far below zero", "too long to write"])
def test_a_number_of_hundreds_of_digits_is_out_of_range_and_read_as_the_default(path: list[Any], number: int) -> None:
    data = changed(path, {"size": number, "weight": number} if path[-1] == "style" else number)
    with pytest.raises(DraftError, match="beyond all measure"):
        Draft(data).check()
    draft = Draft(data)
    assert draft.frame_count >= 1
    assert repr(draft)
    assert draft.texts[0].style.size == 0.08
    assert draft.sounds[0].seed == 1


def test_json_that_is_nested_without_end_is_no_draft() -> None:
    deep: dict[str, Any] = {}
    for _ in range(100_000):
        deep = {"d": deep}
    for data in ('{"d": 0, "t": [], "x": ' + "[" * 100_000 + "]" * 100_000 + "}", deep):
        with pytest.raises(DraftError, match="nested too deeply"):
            Draft.parse(data)
    with pytest.raises(DraftError, match="nested too deeply"):
        Draft(deep)
    while deep:
        deep = deep.pop("d")
