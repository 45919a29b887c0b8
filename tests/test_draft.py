"""The draft: what is read, what is refused and where, what it says of itself."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
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


def test_a_draft_of_another_service_has_the_summary_that_the_protocol_shows() -> None:
    draft = Draft(
        {
            "d": 10000,
            "m": {},
            "t": [
                {"tt": 0, "sg": [{"d": 10000, "m": {"name": "city timelapse"}}]},
                {"tt": 1, "sg": [{"d": 10000, "m": {"name": "Lo-fi", "volume": 0.35}}]},
                {"tt": 7, "sg": [{"d": 3000, "m": {"text": "Urban Dreams"}}]},
            ],
        }
    )
    assert str(draft) == (
        "Timeline (3 tracks): 1. Video: city timelapse (0-10s) 2. BGM: Lo-fi (0-10s, 35%) "
        '3. Title: "Urban Dreams" (0-3s)'
    )
    assert draft.summary("zh-CN") == (
        "时间线（3 条轨道）：1. 视频：city timelapse（0-10 秒） 2. 背景音乐：Lo-fi（0-10 秒，35%） "
        "3. 标题：“Urban Dreams”（0-3 秒）"
    )


@pytest.mark.parametrize(
    ("tracks", "shown"),
    [
        ([], "Timeline (0 tracks): empty"),
        ([{"tt": 0, "sg": []}, {"sg": None}, None], "Timeline (0 tracks): empty"),
        ([{"tt": 0, "sg": [{"d": 2000}]}], "Timeline (1 track): 1. Video: Video 1 (0-2s)"),
        ([{"tt": 0, "sg": [{"id": "9f3c", "d": 2000, "title": "Sea"}]}], "Timeline (1 track): 1. Video: Sea (0-2s)"),
        (
            [{"tt": 0, "sg": [{"d": 1, "m": {"src": "https://x.test/a/my%20dog.jpg?key=s3cret"}}]}],
            "Timeline (1 track): 1. Video: my dog.jpg (0-0s)",
        ),
        (
            [{"tt": 0, "sg": [{"d": 1000, "m": {"src": "https://x.test/0123456789abcdef0123.jpg"}}]}],
            "Timeline (1 track): 1. Video: Video 1 (0-1s)",
        ),
        (
            [{"tt": 0, "sg": [{"s": 1000, "d": 500, "m": {"name": "a"}}, {"s": 4000, "d": 500}, {"s": 0, "d": 100}]}],
            "Timeline (1 track): 1. Video: a +2 more (0-4.5s)",
        ),
        (
            [{"tt": 1, "sg": [{"d": 1000, "m": {"volume": 0.5}}, {"d": 1000, "m": {"volume": 0.2}}]}],
            "Timeline (1 track): 1. BGM: Music 1 +1 more (0-2s, 20-50%)",
        ),
        (
            [{"tt": 7, "sg": [{"d": 1000, "m": {"text": "x", "role": "caption"}}, *[{"d": 500}] * 4]}],
            'Timeline (1 track): 1. Caption: "x" (0-1s), Title 2 (1-1.5s), Title 3 (1.5-2s) +2 more',
        ),
        (
            [{"tt": 4, "sg": [{"d": 1000}]}, {"tt": 5, "m": {"name": "Stickers"}, "sg": [{}]}, {"sg": [None]}],
            "Timeline (3 tracks): 1. Track 4: Item 1 (0-1s) 2. Stickers: Item 1 (0-0s) 3. Track: Item 1 (0-0s)",
        ),
        (
            [{"tt": 7, "sg": [{"d": 1000, "m": {"text": " two\nlines\u2028and\tmore\x1b[0m "}}]}],
            'Timeline (1 track): 1. Title: "two lines and more [0m" (0-1s)',
        ),
        (
            [{"tt": 7, "sg": [{"d": 1000, "m": {"text": "word " * 1000}}]}],
            'Timeline (1 track): 1. Title: "word word word word word word word word word wo…" (0-1s)',
        ),
    ],
)
def test_the_summary_is_one_readable_line_whatever_the_tracks_are(tracks: list[Any], shown: str) -> None:
    assert str(Draft({"t": tracks})) == shown


def test_the_summary_of_very_many_tracks_stays_short() -> None:
    draft = Draft({"t": [{"tt": 0, "sg": [{"d": 1000, "m": {"name": "x" * 100}}]}] * 5000})
    assert str(draft).startswith("Timeline (5000 tracks): 1. Video: xxx")
    assert str(draft).endswith("+4980 more")
    assert len(str(draft)) < 2000


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


@pytest.mark.parametrize(
    "value",
    [
        "9007199254740993", "-123456789012345678901234567890", "-0.0", "1e308", "1.7976931348623157e308", "5e-324",
        "0.1", "0.12345678901234567890123456789", "1.0", "true", "null", "[]", "{}", '""', '"\\u2028\\u2029"',
        '"\\ud83d"', '"\\ude00 \\ud83d"', '"\\ud83d\\ude00"', '"\\u0000"', '"\\u00e9 e\\u0301"',
        '{"\\u00e9": 1, "e\\u0301": 2, "": 3, "__proto__": 4, "\\ud800": 5}',
        '"0.10000000000000000000000000000000000001"',
    ],
)  # fmt: skip
def test_every_value_of_json_comes_back_as_it_was_read(value: str) -> None:
    text = f'{{"x": {value}, "t": [{{"y": {value}, "sg": [{{"z": {value}, "m": {{"name": {value}}}}}]}}]}}'
    read = json.loads(text)
    written = Draft(read).to_json()
    # As text, so that 1 is not 1.0, 0.0 is not -0.0, and the order of keys counts.
    assert json.dumps(json.loads(written.encode())) == json.dumps(read)
    assert json.dumps(Draft(read).data) == json.dumps(read)


@pytest.mark.parametrize("data", [None, {}, {"t": None}, {"t": [{"sg": None}]}, {"t": {}}, {"t": [3]}, [], "x", 7])
def test_a_draft_of_nothing_is_an_empty_film(data: Any) -> None:
    draft = Draft(data)
    assert (draft.duration, draft.pictures, draft.sounds, draft.texts, draft.is_exportable) == (0, (), (), (), False)
    assert (draft.width, draft.height, draft.fps) == (1920, 1080, 30)
    assert str(draft) == "Timeline (0 tracks): empty"


@pytest.mark.parametrize(
    ("segments", "places"),
    [
        ([{"d": 2000}, {"d": 1000}], [(0, 2000), (2000, 3000)]),
        ([{"s": 500, "d": 2000}, {"d": 1000}], [(500, 2500), (2500, 3500)]),
        ([{"s": 5000, "d": 2000}, {"s": 1000, "d": 1000}, {"d": 300}], [(5000, 7000), (1000, 2000), (2000, 2300)]),
        ([{"s": 0, "d": 2000}, {"s": 1000, "d": 2000}, {}], [(0, 2000), (1000, 3000), (3000, 3000)]),
        ([{"s": -500, "d": 2000}, {"d": -300}, {"d": 100}], [(0, 2000), (2000, 2000), (2000, 2100)]),
        ([{"s": "7", "d": [1]}, None, 3, {"s": True, "d": 10.4}], [(0, 0), (0, 0), (0, 0), (0, 10)]),
        ([{"s": float("nan"), "d": float("inf")}, {"d": 10**400}], [(0, 0), (0, 0)]),
    ],
)
def test_a_segment_lies_where_it_says_or_where_the_one_before_it_ends(
    segments: list[Any], places: list[tuple[int, int]]
) -> None:
    draft = Draft({"t": [{"tt": 0, "sg": segments}]})
    assert [(segment.start, segment.end) for segment in draft.pictures] == places
    assert draft.duration == max(end for _, end in places)


@pytest.mark.parametrize("length", [None, 0, -5, "6500", [6500], True, float("nan"), 10**400])
def test_a_draft_without_a_usable_length_ends_with_its_last_segment(length: Any) -> None:
    assert Draft(changed(["d"], length)).duration == 6500
    assert Draft(changed(["d"], 8000.2)).duration == 8000


def test_a_segment_is_found_by_its_id_and_one_without_by_its_place() -> None:
    draft = Draft(
        {"t": [{"tt": 5, "sg": [{"id": "a"}, {}, {"id": 17}, {"id": "a", "d": 9}, {"id": ""}, {"id": True}]}]}
    )
    assert [segment.id for segment in draft.tracks[0].segments] == ["a", "t0s1", "17", "a", "t0s4", "t0s5"]
    assert draft.segment("17").place == 2
    assert draft.segment("a").duration == 0
    with pytest.raises(KeyError):
        draft.segment("b")


def test_a_segment_shows_its_own_json() -> None:
    draft = Draft({"t": [{"tt": 0, "effect": 1, "sg": [{"d": 5, "effect": {"glow": 2}}]}]})
    assert (draft.tracks[0].data["effect"], draft.pictures[0].data["effect"]) == (1, {"glow": 2})


def test_every_segment_of_thousands_is_found_without_a_search() -> None:
    class Counted(str):
        """Counts how often an id is compared."""

        __slots__ = ()
        compared = 0

        def __eq__(self, other: object) -> bool:
            Counted.compared += 1
            return str.__eq__(self, other)

        __hash__ = str.__hash__

    draft = Draft({"t": [{"tt": 0, "sg": [{"id": Counted(f"s{number}"), "d": 100} for number in range(5000)]}]})
    assert [draft.segment(f"s{number}").start for number in (0, 4999, 2500)] == [0, 499_900, 250_000]
    assert [segment.id for segment in map(draft.segment, [f"s{n}" for n in range(5000)])][-1] == "s4999"
    assert Counted.compared < 20_000


characters = st.text(max_size=5) | st.sampled_from(["\ud800", "\u2028", "a\nb", "\x00", "é", "e\u0301"])
odd = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | characters,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["d", "m", "t", "tt", "sg", "s", "id", "name", "text", "src", "motion"]) | characters,
            inner,
            max_size=5,
        )
    ),
    max_leaves=25,
)
shaped = st.fixed_dictionaries(
    {
        "t": st.lists(
            st.fixed_dictionaries({"tt": st.sampled_from([0, 1, 7, 3]), "sg": st.lists(odd, max_size=4)}), max_size=3
        )
    },
    optional={"d": odd, "m": odd},
)


@settings(deadline=None)
@given(odd | shaped, odd | shaped)
def test_reading_never_fails_and_checking_only_refuses(data: Any, other: Any) -> None:
    draft = Draft(data)
    assert len(str(draft).splitlines()) == 1
    assert repr(draft)
    str(draft).encode()
    draft.diff(Draft(other))
    for segment in (*draft.pictures, *draft.sounds, *draft.texts):
        assert segment.end >= segment.start >= 0
        assert segment.motion.kind is not None
    try:
        draft.check()
    except DraftError as refused:
        assert refused.message


@settings(deadline=None)
@given(odd | shaped)
def test_what_was_read_is_written_back(data: Any) -> None:
    draft = Draft(data)
    kept = data if isinstance(data, dict) else {}
    assert json.dumps(json.loads(draft.to_json().encode())) == json.dumps(kept)
    assert Draft(json.loads(draft.to_json(indent=2))) == draft


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


def test_json_that_is_read_is_shallow_enough_for_all_else() -> None:
    nested: Any = 1
    for _ in range(60):
        nested = [{"x": nested}]
    draft, other = Draft({"t": [{"tt": 0, "sg": [{"m": nested}]}], "x": nested}), Draft({"x": nested, "t": nested})
    assert json.loads(draft.to_json()) == draft.data
    assert draft.diff(other)
    assert draft != other
    assert str(draft)
