"""What changed between two drafts, in lines for people."""

from __future__ import annotations

import copy
import itertools
import json
import re
from collections.abc import Callable
from string import Formatter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from photo2video_widgets import edits, vocabulary
from photo2video_widgets.changes import describe_changes, names_of, seconds, span
from photo2video_widgets.changes.matching import moved, pair_up
from photo2video_widgets.changes.phrases import PHRASES
from photo2video_widgets.draft import Draft

from .test_draft import odd

Data = dict[str, Any]
Change = Callable[[Data], object]


def photo(name: str, length: int = 2000, **meta: Any) -> Data:
    return {"d": length, "m": {"name": name, "src": f"https://cdn.test/{name}", "kind": "image", **meta}}


def words(text: str, start: int = 0, length: int = 3000, **meta: Any) -> Data:
    return {"s": start, "d": length, "m": {"text": text, **meta}}


def film(*pictures: Data, music: list[Data] | None = None, texts: list[Data] | None = None) -> Data:
    """A draft without a single id, as another service may send it."""
    tracks = [(0, list(pictures)), (1, music or []), (7, texts or [])]
    return {"m": {}, "t": [{"tt": kind, "sg": segments} for kind, segments in tracks if segments]}


def trip(*names: str) -> Data:
    song = {"s": 0, "d": 2000 * len(names), "m": {"name": "Lo-fi", "src": "music:lofi", "volume": 0.35}}
    return film(*map(photo, names), music=[song], texts=[words("Trip")])


def five() -> Data:
    return trip("a.jpg", "b.jpg", "c.jpg", "d.jpg", "e.jpg")


def with_ids(data: Data) -> Data:
    data = copy.deepcopy(data)
    for number, track in enumerate(data["t"]):
        track["id"] = f"t{number}"
        for place, segment in enumerate(track["sg"]):
            segment["id"] = f"{number}-{place}"
    return data


def pictures(data: Data) -> list[Data]:
    found: list[Data] = data["t"][0]["sg"]
    return found


def meta(data: Data, track: int, place: int) -> Data:
    found: Data = data["t"][track]["sg"][place]["m"]
    return found


def captions(data: Data) -> None:
    for place, segment in enumerate(pictures(data)[:4]):
        start = place * 2000
        data["t"][2]["sg"].append(words(f"Day {place}", start, segment["d"], role="caption", position="bottom"))


def in_all(key: str, value: Any) -> Change:
    return lambda data: [segment["m"].update({key: value}) for segment in pictures(data)]


def swapped(data: Data) -> None:
    pictures(data)[1:3] = reversed(pictures(data)[1:3])


def reversed_all(data: Data) -> None:
    pictures(data).reverse()


def everything(data: Data) -> None:
    for number, key in enumerate(("look", "motion", "transition")):
        in_all(key, {"kind": f"odd-{number}", "d": 500})(data)
    in_all("fit", "contain")(data)
    in_all("speed", 2)(data)
    in_all("volume", 0)(data)
    in_all("trim", [0, 1000])(data)
    in_all("crop", [0, 0, 0.5, 0.5])(data)
    in_all("x", 1)(data)
    data["m"] |= {"name": "n", "width": 640, "fps": 25, "background": "#000000", "zz": 1}
    data["t"].append({"tt": 9, "m": {"name": "Stickers"}})


CASES: list[tuple[str, Change, list[str], list[str]]] = [
    (
        "photo added in front",
        lambda data: pictures(data).insert(0, photo("new.jpg")),
        ["Photo added: new.jpg, 0–2 s", "Length: 10 s → 12 s"],
        ["已添加照片：new.jpg，0–2 秒", "时长：10 秒 → 12 秒"],
    ),
    (
        "photos added in the middle",
        lambda data: pictures(data).__setitem__(slice(2, 2), [photo("x.jpg", 1000), photo("y.jpg", 1000)]),
        ["2 photos added: x.jpg, y.jpg", "Length: 10 s → 12 s"],
        ["已添加 2 张照片：x.jpg、y.jpg", "时长：10 秒 → 12 秒"],
    ),
    (
        "clip added",
        lambda data: pictures(data).append(photo("pan.mov", 1000, kind="video")),
        ["Clip added: pan.mov, 10–11 s", "Length: 10 s → 11 s"],
        ["已添加片段：pan.mov，10–11 秒", "时长：10 秒 → 11 秒"],
    ),
    (
        "photo removed while the music goes on",
        lambda data: pictures(data).pop(0),
        ["Photo removed: a.jpg"],
        ["已移除照片：a.jpg"],
    ),
    (
        "photos removed",
        lambda data: (pictures(data).__delitem__(slice(1, 3)), data["t"][1]["sg"][0].update(d=6000)),
        ["2 photos removed: b.jpg, c.jpg", "Length: 10 s → 6 s"],
        ["已移除 2 张照片：b.jpg、c.jpg", "时长：10 秒 → 6 秒"],
    ),
    (
        "photo moved",
        lambda data: pictures(data).insert(1, pictures(data).pop()),
        ["Moved: e.jpg, place 5 → 2"],
        ["已移动：e.jpg，第 5 位 → 第 2 位"],
    ),
    ("neighbours swapped", swapped, ["Moved: c.jpg, place 3 → 2"], ["已移动：c.jpg，第 3 位 → 第 2 位"]),
    (
        "order reversed",
        reversed_all,
        ["Order: e.jpg, d.jpg, c.jpg, b.jpg, a.jpg"],
        ["顺序：e.jpg、d.jpg、c.jpg、b.jpg、a.jpg"],
    ),
    (
        "photo longer",
        lambda data: pictures(data)[0].update(d=3500),
        ["a.jpg: 2 s → 3.5 s", "Length: 10 s → 11.5 s"],
        ["a.jpg：2 秒 → 3.5 秒", "时长：10 秒 → 11.5 秒"],
    ),
    (
        "photo longer by a hair",
        lambda data: pictures(data)[0].update(d=2001),
        ["a.jpg: 2 s → 2.001 s", "Length: 10 s → 10.001 s"],
        ["a.jpg：2 秒 → 2.001 秒", "时长：10 秒 → 10.001 秒"],
    ),
    (
        "all photos longer",
        lambda data: [segment.update(d=3000) for segment in pictures(data)],
        ["5 photos: 2 s → 3 s each", "Length: 10 s → 15 s"],
        ["5 张照片：每个 2 秒 → 3 秒", "时长：10 秒 → 15 秒"],
    ),
    (
        "gap before a photo",
        lambda data: pictures(data)[3].update(s=7000),
        ["d.jpg: now 7–9 s", "Length: 10 s → 11 s"],
        ["d.jpg：现为 7–9 秒", "时长：10 秒 → 11 秒"],
    ),
    (
        "photo replaced",
        lambda data: pictures(data).__setitem__(2, photo("new.jpg")),
        ["Replaced: c.jpg → new.jpg"],
        ["已替换：c.jpg → new.jpg"],
    ),
    (
        "file replaced",
        lambda data: meta(data, 0, 2).update(src="https://elsewhere.test/c.jpg"),
        ["c.jpg: another file of that name"],
        ["c.jpg：换成同名的另一个文件"],
    ),
    (
        "photo renamed",
        lambda data: meta(data, 0, 2).update(name="Crete"),
        ["Renamed: c.jpg → Crete"],
        ["已重命名：c.jpg → Crete"],
    ),
    (
        "transition",
        lambda data: meta(data, 0, 2).update(transition={"kind": "crossfade", "d": 500}),
        ["Transition into c.jpg: cut → crossfade 0.5 s"],
        ["c.jpg 的转场：硬切 → 交叉淡化 0.5 秒"],
    ),
    (
        "transitions",
        lambda data: [meta(data, 0, place).update(transition={"kind": "dissolve", "d": 800}) for place in (1, 2, 3, 4)],
        ["Transitions into 4 photos: cut → dissolve 0.8 s"],
        ["4 张照片的转场：硬切 → 叠化 0.8 秒"],
    ),
    (
        "motion",
        lambda data: meta(data, 0, 0).update(motion={"kind": "zoom-in"}),
        ["Motion of a.jpg: none → zoom-in"],
        ["a.jpg 的运镜：无 → 推近"],
    ),
    (
        "motions alternate",
        lambda data: [
            meta(data, 0, place).update(motion={"kind": ("zoom-in", "pan-left")[place % 2]}) for place in range(5)
        ],
        ["Motion of 5 photos: none → mixed"],
        ["5 张照片的运镜：无 → 多种"],
    ),
    ("looks", in_all("look", {"kind": "mono"}), ["Look of 5 photos: none → mono"], ["5 张照片的滤镜：无 → 黑白"]),
    (
        "framing",
        in_all("fit", "contain"),
        ["Framing of 5 photos: cover → contain"],
        ["5 张照片的构图：填满画面 → 完整显示"],
    ),
    (
        "crop",
        lambda data: meta(data, 0, 1).update(crop=[0, 0, 0.5, 0.5]),
        ["b.jpg: another part is shown"],
        ["b.jpg：显示的部分已更改"],
    ),
    (
        "trim and sound of a clip",
        lambda data: meta(data, 0, 1).update(kind="video", trim=[1000, 3000], volume=0),
        ["Trim of b.jpg: whole → 1–3 s", "Sound of b.jpg: 100 % → off"],
        ["b.jpg 的截取：全部 → 1–3 秒", "b.jpg 的声音：100 % → 静音"],
    ),
    ("muted", lambda data: meta(data, 0, 1).update(muted=True), ["Sound of b.jpg: 100 % → off"], [
        "b.jpg 的声音：100 % → 静音"
    ]),
    ("speed", lambda data: meta(data, 0, 1).update(speed=1.5), ["Speed of b.jpg: 1× → 1.5×"], [
        "b.jpg 的速度：1× → 1.5×"
    ]),
    (
        "canvas",
        lambda data: data.update(m={"width": 1080, "height": 1920, "fps": 25, "background": "#112233"}),
        ["Frame: 1920×1080 → 1080×1920", "Frame rate: 30 → 25 fps", "Background: blur → #112233"],
        ["画面：1920×1080 → 1080×1920", "帧率：30 → 25 fps", "背景：模糊 → #112233"],
    ),
    (
        "name of the film",
        lambda data: data.update(m={"name": "Summer"}),
        ["Name of the film: project → Summer"],
        ["影片名称：project → Summer"],
    ),
    (
        "music added",
        lambda data: data["t"][1]["sg"].append({"s": 4000, "d": 2000, "m": {"name": "Bell", "src": "b", "volume": 1}}),
        ["Music added: Bell, 4–6 s, 100 %"],
        ["已添加音乐：Bell，4–6 秒，100 %"],
    ),
    (
        "music replaced",
        lambda data: meta(data, 1, 0).update(name="Calm", src="music:calm"),
        ["Music: Lo-fi → Calm"],
        ["音乐：Lo-fi → 轻柔"],
    ),
    ("another tune", lambda data: meta(data, 1, 0).update(seed=2), ["Music Lo-fi: another tune"], [
        "音乐 Lo-fi：换了一首"
    ]),
    ("volume", lambda data: meta(data, 1, 0).update(volume=0.2), ["Music volume: 35 % → 20 %"], ["音量：35 % → 20 %"]),
    (
        "fades, start in the file, repeats, ducking",
        lambda data: meta(data, 1, 0).update(fade=[0, 2000], offset=5000, loop=False, duck=6),
        [
            "Music fades: 0.5 s / 1.5 s → 0 s / 2 s",
            "Music Lo-fi: from 5 s of the file",
            "Music repeats: yes → no",
            "Music steps back for speech: 0 dB → 6 dB",
        ],
        [
            "音乐淡入淡出：0.5 秒 / 1.5 秒 → 0 秒 / 2 秒",
            "音乐 Lo-fi：从文件的 5 秒开始",
            "音乐循环：是 → 否",
            "有人声时音乐降低：0 dB → 6 dB",
        ],
    ),
    (
        "music shorter",
        lambda data: data["t"][1]["sg"][0].update(d=6000),
        ["Music Lo-fi: now 0–6 s"],
        ["音乐 Lo-fi：现为 0–6 秒"],
    ),
    ("music removed", lambda data: data["t"].pop(1), ["Music removed: Lo-fi"], ["已移除音乐：Lo-fi"]),
    (
        "title added",
        lambda data: data["t"][2]["sg"].append(words("Paradise Found")),
        ["Title added: 'Paradise Found', 0–3 s"],
        ["已添加标题：“Paradise Found”，0–3 秒"],
    ),
    (
        "title reworded",
        lambda data: meta(data, 2, 0).update(text="Crete"),
        ["Title: 'Trip' → 'Crete'"],
        ["标题：“Trip” → “Crete”"],
    ),
    (
        "title later",
        lambda data: data["t"][2]["sg"][0].update(s=1000),
        ["Title 'Trip': now 1–4 s"],
        ["标题“Trip”：现为 1–4 秒"],
    ),
    (
        "title becomes a credit",
        lambda data: meta(data, 2, 0).update(role="credit"),
        ["'Trip': Title → Credit"],
        ["“Trip”：标题 → 片尾字幕"],
    ),
    (
        "style",
        lambda data: meta(data, 2, 0).update(
            style={"color": "#ff0000", "size": 0.12}, position="top", animation={"in": "slide"}
        ),
        ["Title 'Trip': colour #ffffff → #ff0000, size 8 % → 12 %, place center → top, animation fade → slide/fade"],
        ["标题“Trip”：颜色 #ffffff → #ff0000，大小 8 % → 12 %，位置 居中 → 顶部，动画 淡入淡出 → 滑动/淡入淡出"],
    ),
    ("title removed", lambda data: data["t"].pop(2), ["Title removed: 'Trip'"], ["已移除标题：“Trip”"]),
    ("captions", captions, ["Captions added to 4 photos"], ["已为 4 张照片添加字幕"]),
    (
        "captions that lie on one photo",
        lambda data: data["t"][2]["sg"].extend(words(f"{n}", n, 100, role="caption") for n in range(3)),
        ["3 captions added: '0', '1', '2'"],
        ["已添加 3 条字幕：“0”、“1”、“2”"],
    ),
    (
        "track of another type",
        lambda data: data["t"].append({"tt": 9, "m": {"name": "Stickers"}, "sg": [{"d": 100}]}),
        ["Track 4 added: Stickers"],
        ["已添加第 4 条轨道：Stickers"],
    ),
    (
        "track of another type without a name",
        lambda data: data["t"].insert(0, {"tt": 9, "sg": [{"m": {"name": "star"}}, {}]}),
        ["Track 1 added: star, Item 2"],
        ["已添加第 1 条轨道：star、项目 2"],
    ),
    (
        "picture in picture",
        lambda data: data["t"].append({"tt": 0, "sg": [{**photo("logo.png"), "s": 1000}]}),
        ["Overlay added: logo.png, 1–3 s"],
        ["已添加叠加画面：logo.png，1–3 秒"],
    ),
    ("details of a photo", lambda data: meta(data, 0, 1).update(x={"y": 1}), ["Details of b.jpg changed"], [
        "b.jpg 的细节已更改"
    ]),
    ("details within", lambda data: meta(data, 0, 1).update(motion={"x": 1}), ["Details of b.jpg changed"], [
        "b.jpg 的细节已更改"
    ]),
    ("details of photos", in_all("x", 1), ["Details of 5 photos changed"], ["5 张照片的细节已更改"]),
    ("details of a title", lambda data: meta(data, 2, 0).update(x=1), ["Details of 'Trip' changed"], [
        "“Trip” 的细节已更改"
    ]),
    ("details of a track", lambda data: data["t"][1].update(locked=True), ["Details of track 2 changed"], [
        "第 2 条轨道的细节已更改"
    ]),
    ("details of the film", lambda data: data.update(extra=[1]), ["Details of the film changed"], [
        "影片的细节已更改"
    ]),
    ("a default spelt out", lambda data: meta(data, 0, 1).update(fit="cover"), ["Details of b.jpg changed"], [
        "b.jpg 的细节已更改"
    ]),
    (
        "a detail beside other things",
        lambda data: (meta(data, 0, 1).update(x=1), data["t"][2]["sg"].append(words("Hi", 5000))),
        ["Title added: 'Hi', 5–8 s", "Details of b.jpg changed"],
        ["已添加标题：“Hi”，5–8 秒", "b.jpg 的细节已更改"],
    ),
    (
        "more than fits",
        everything,
        [
            "Name of the film: project → n", "Frame: 1920×1080 → 640×1080", "Frame rate: 30 → 25 fps",
            "Background: blur → #000000", "Details of the film changed", "Motion of 5 photos: none → odd-1",
            "Look of 5 photos: none → odd-0", "Framing of 5 photos: cover → contain", "5 photos: other parts are shown",
            "Transitions into 5 photos: cut → odd-2 0.5 s", "Trim of 5 photos: whole → 0–1 s", "… and 4 more changes",
        ],
        [
            "影片名称：project → n", "画面：1920×1080 → 640×1080", "帧率：30 → 25 fps", "背景：模糊 → #000000",
            "影片的细节已更改", "5 张照片的运镜：无 → odd-1", "5 张照片的滤镜：无 → odd-0",
            "5 张照片的构图：填满画面 → 完整显示",
            "5 张照片：显示的部分已更改", "5 张照片的转场：硬切 → odd-2 0.5 秒", "5 张照片的截取：全部 → 0–1 秒",
            "……另有 4 处更改",
        ],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "change", "english", "chinese"), CASES, ids=[case[0] for case in CASES])
def test_each_change_has_its_lines_with_ids_and_without(
    name: str, change: Change, english: list[str], chinese: list[str]
) -> None:
    for before in (five(), with_ids(five())):
        after = copy.deepcopy(before)
        change(after)
        assert Draft(before).diff(Draft(after)) == english
        assert Draft(before).diff(Draft(after), "zh-CN") == chinese
        assert Draft(after).diff(Draft(copy.deepcopy(after))) == []


def test_a_first_film_is_told_as_what_was_added() -> None:
    assert Draft().diff(Draft(trip("a.jpg", "b.jpg"))) == [
        "2 photos added: a.jpg, b.jpg",
        "Music added: Lo-fi, 0–4 s, 35 %",
        "Title added: 'Trip', 0–3 s",
    ]


def test_new_ids_for_the_same_film_name_no_part_of_it_as_added_or_moved() -> None:
    before, after = with_ids(five()), with_ids(five())
    for track in after["t"]:
        for segment in track["sg"]:
            segment["id"] += "-again"
    assert Draft(before).diff(Draft(after)) == [
        "Details of 5 photos changed",
        "Details of Lo-fi changed",
        "Details of 'Trip' changed",
    ]


def test_ids_that_are_places_do_not_hide_what_was_inserted() -> None:
    def numbered(*names: str) -> Data:
        return with_ids(film(*map(photo, names)))

    assert Draft(numbered("a.jpg", "b.jpg")).diff(Draft(numbered("new.jpg", "a.jpg", "b.jpg"))) == [
        "Photo added: new.jpg, 0–2 s",
        "Length: 4 s → 6 s",
    ]


def test_of_the_same_photo_twice_the_ids_tell_which_one_went() -> None:
    before = with_ids(film(photo("a.jpg"), photo("a.jpg", look={"kind": "mono"}), photo("b.jpg")))
    after = copy.deepcopy(before)
    del pictures(after)[0]
    assert Draft(before).diff(Draft(after)) == ["Photo removed: a.jpg", "Length: 6 s → 4 s"]


def test_one_of_two_like_photos_is_removed_and_nothing_moves() -> None:
    before = film(*map(photo, ("x.jpg", "a.jpg", "y.jpg", "a.jpg")))
    after = film(*map(photo, ("x.jpg", "y.jpg", "a.jpg")))
    assert Draft(before).diff(Draft(after)) == ["Photo removed: a.jpg", "Length: 8 s → 6 s"]


def test_an_address_signed_anew_is_the_same_file() -> None:
    before, after = film(photo("a.jpg")), film(photo("a.jpg"))
    meta(before, 0, 0)["src"] += "?signature=1"
    meta(after, 0, 0)["src"] += "?signature=2"
    assert Draft(before).diff(Draft(after)) == ["Details of a.jpg changed"]


def test_what_follows_of_itself_is_not_told_for_photos() -> None:
    photos = [{"name": f"{name}.jpg", "src": f"asset:{name * 64}", "kind": "image"} for name in "abcd"]
    draft = edits.apply(
        Draft(),
        [edits.add_photos(photos), edits.set_transition("crossfade", 500), edits.set_music("music:calm", "Calm")],
    )
    first = draft.pictures[0].id
    assert draft.diff(edits.move(first, 3)(draft)) == ["Moved: a.jpg, place 1 → 4"]
    assert draft.diff(edits.remove(first)(draft)) == ["Photo removed: a.jpg", "Length: 12 s → 9 s"]
    assert draft.diff(edits.set_duration(5000, first)(draft)) == ["a.jpg: 3 s → 5 s", "Length: 12 s → 14 s"]


def test_texts_that_shift_with_their_photos_are_told_together() -> None:
    before = five()
    captions(before)
    after = copy.deepcopy(before)
    for segment in after["t"][2]["sg"][1:]:
        segment["s"] += 500
    assert Draft(before).diff(Draft(after)) == ["4 captions: new times"]


def test_a_film_made_anew_with_other_photos_is_told_in_two_lines() -> None:
    lines = Draft(film(*map(photo, "abcde"))).diff(Draft(film(*map(photo, "vwxyz"))))
    assert lines == ["5 photos replaced: v, w, x, y +1"]
    fewer = Draft(film(*map(photo, "abcde"))).diff(Draft(film(*map(photo, "xyz"))))
    assert fewer == ["3 photos added: x, y, z", "5 photos removed: a, b, c, d +1", "Length: 10 s → 6 s"]


def test_things_without_names_are_called_by_what_and_where_they_are() -> None:
    before = {"t": [{"tt": 0, "sg": [{"d": 1000}]}, {"tt": 1}]}
    after = {"t": [{"tt": 0, "sg": [{"d": 1000}, {"d": 500}]}, {"tt": 1, "sg": [{"d": 1500}]}, {"tt": 7, "sg": [{}]}]}
    assert Draft(before).diff(Draft(after)) == [
        "Video added: Video 2, 1–1.5 s",
        "Length: 1 s → 1.5 s",
        "Music added: Music 1, 0–1.5 s, 35 %",
        "Title added: Title 1, 0–0 s",
    ]


@pytest.mark.parametrize(
    "name",
    ["two\nlines.jpg", "tab\there", "\u2028", "\x1b[31mred", "\u202egpj.exe", "\ud800", "<b>x</b>" * 40, "长" * 500],
)
def test_a_hostile_name_stays_in_one_short_line_of_plain_text(name: str) -> None:
    data = trip("a.jpg")
    pictures(data).append(photo(name))
    data["t"][2]["sg"].append(words(name, 5000))
    data["t"].append({"tt": 3, "m": {"name": name}})
    for language in ("en", "zh"):
        lines = Draft(trip("a.jpg")).diff(Draft(data), language)
        assert len(lines) == 4
        for line in lines:
            assert len(line.splitlines()) == 1
            assert len(line) <= 120
            assert not re.search("[\x00-\x1f\u202a-\u202e\ud800-\udfff]", line)


def test_a_long_file_name_keeps_its_end() -> None:
    lines = Draft(trip("a.jpg")).diff(Draft(trip("a.jpg", "a-very-long-name-of-a-photo-from-the-sea-0042.jpg")))
    assert lines[0] == "Photo added: a-very-long-name-of-a…a-0042.jpg, 2–4 s"


values = odd | st.sampled_from(["a.jpg", "b.jpg", 1000, 0.5, True, None, {"kind": "mono"}, [0, 1000]])
META = ("name", "src", "text", "kind", "look", "motion", "volume", "trim", "style", "role", "y")
segments = st.fixed_dictionaries(
    {"m": st.dictionaries(st.sampled_from(META), values)},
    optional={key: st.sampled_from([0, 500, 1000, "a", "b", None]) for key in ("id", "s", "d", "x")},
)
tracks = st.fixed_dictionaries(
    {"tt": st.sampled_from([0, 0, 1, 7, 7, 3, None]), "sg": st.lists(segments | odd, max_size=4)},
    optional={"id": st.sampled_from(["v", "w", 1]), "m": values},
)
drafts = st.fixed_dictionaries({"t": st.lists(tracks | odd, max_size=4)}, optional={"d": values, "m": values, "z": odd})


@settings(max_examples=300, deadline=None)
@given(drafts, drafts, st.sampled_from(["en", "zh"]))
def test_any_difference_has_a_line_and_none_has_none(one: Any, other: Any, language: str) -> None:
    before, after = Draft(one), Draft(other)
    for old, new in itertools.product((before, after), repeat=2):
        lines = old.diff(new, language)
        assert bool(lines) == (old != new)
        assert len(lines) <= 12
        assert all(0 < len(line) <= 120 and len(line.splitlines()) == 1 for line in lines)


@settings(max_examples=200, deadline=None)
@given(drafts, st.data())
def test_a_single_new_value_anywhere_has_a_line(one: Any, data: st.DataObject) -> None:
    other = copy.deepcopy(one)
    place = other
    while isinstance(place, dict | list) and place:
        key = data.draw(st.sampled_from(sorted(place)) if isinstance(place, dict) else st.integers(0, len(place) - 1))
        if not isinstance(place[key], dict | list) or not place[key]:
            place[key] = "something else"
            break
        place = place[key]
    assert bool(describe_changes(Draft(one), Draft(other))) == (one != other)


def test_thousands_of_segments_are_compared_in_near_linear_work() -> None:
    looked = 0

    class Name(str):
        """Counts how often it is compared or hashed, which is what matching costs."""

        __slots__ = ()

        def __eq__(self, other: object) -> bool:
            nonlocal looked
            looked += 1
            return str.__eq__(self, other)

        def __hash__(self) -> int:
            nonlocal looked
            looked += 1
            return str.__hash__(self)

    def work(count: int) -> int:
        nonlocal looked
        one = [Name(f"{number}.jpg") for number in range(count)]
        two = [Name(f"{number}.jpg") for number in reversed(range(1, count, 2))] + [Name("new.jpg")] * (count // 2)
        looked = 0
        partners = pair_up(one, two, [lambda name: name])
        moved([place for place in partners if place is not None])
        return looked

    assert work(5000) < 12 * work(500)


def test_a_film_of_thousands_of_segments_turned_round_is_told() -> None:
    names = [f"{number}.jpg" for number in range(5000)]
    lines = Draft(trip(*names)).diff(Draft(trip(*reversed(names))))
    assert lines == ["Order: 4999.jpg, 4998.jpg, 4997.jpg, 4996.jpg, 4995.jpg, 4994.jpg, 4993.jpg, 4992.jpg +4992"]


@settings(deadline=None)
@given(st.permutations(range(7)))
def test_what_moved_is_the_least_that_can_have(places: list[int]) -> None:
    gone = moved(places)
    stayed = [place for index, place in enumerate(places) if index not in gone]
    assert stayed == sorted(stayed)
    subsets = (some for size in range(8) for some in itertools.combinations(places, size))
    assert len(stayed) == max(len(some) for some in subsets if sorted(some) == list(some))


def test_what_no_words_can_tell_apart_is_a_detail_told_once() -> None:
    before, after = five(), five()
    meta(before, 0, 1).update(look={"kind": "x" * 40 + "1"})
    meta(after, 0, 1).update(look={"kind": "x" * 40 + "2"})
    after["t"][2]["sg"].append(words("Hi", 5000))
    lines = ["Title added: 'Hi', 5–8 s", "Details of b.jpg changed"]
    assert sorted(Draft(before).diff(Draft(after))) == sorted(lines)
    meta(after, 0, 1).update(y=1)
    assert sorted(Draft(before).diff(Draft(after))) == sorted(lines)


def test_unknown_keys_within_known_ones_are_told_beside_other_changes() -> None:
    before, after = five(), five()
    meta(after, 0, 1).update(motion={"kind": "none", "path": [1]})
    meta(after, 2, 0).update(text="Crete")
    assert Draft(before).diff(Draft(after)) == ["Title: 'Trip' → 'Crete'", "Details of b.jpg changed"]


def test_how_far_a_photo_at_rest_would_move_is_a_detail() -> None:
    before, after = five(), five()
    meta(before, 0, 1).update(motion={"kind": "none", "amount": 0.1})
    meta(after, 0, 1).update(motion={"kind": "none", "amount": 0.2})
    assert Draft(before).diff(Draft(after)) == ["Details of b.jpg changed"]
    meta(before, 0, 1).update(motion={"kind": "zoom-in", "amount": 0.1})
    meta(after, 0, 1).update(motion={"kind": "zoom-in", "amount": 0.2})
    assert Draft(before).diff(Draft(after)) == ["Motion of b.jpg: zoom-in 10 % → zoom-in 20 %"]
    meta(after, 0, 1).update(motion={"kind": "zoom-in", "amount": 0.1, "ease": "in-out"})
    assert Draft(before).diff(Draft(after)) == ["Motion of b.jpg: zoom-in linear → zoom-in in-out"]


def test_a_name_outside_of_m_is_a_name_and_no_detail() -> None:
    one, other = ({"t": [{"tt": 0, "sg": [{"title": name, "d": 1, "m": {"src": "x"}}]}]} for name in ("A", "B"))
    assert Draft(one).diff(Draft(other)) == ["Renamed: A → B"]


def test_without_a_source_the_id_tells_whether_a_new_name_is_another_photo() -> None:
    def named(name: str, **segment: Any) -> Draft:
        return Draft({"t": [{"tt": 0, "sg": [{"d": 1000, "m": {"name": name}, **segment}]}]})

    assert named("a").diff(named("b")) == ["Replaced: a → b"]
    assert named("a", id="s1").diff(named("b", id="s1")) == ["Renamed: a → b"]


def test_cuts_that_stay_as_they_were_are_not_told_when_a_photo_moves() -> None:
    kinds = ("dissolve", "crossfade", "fade-black", "fade-white")
    before = five()
    for place, kind in enumerate(kinds, 1):
        meta(before, 0, place)["transition"] = {"kind": kind, "d": 500}
    after = five()
    swapped(after)
    for place, kind in enumerate(kinds, 1):
        meta(after, 0, place)["transition"] = {"kind": kind, "d": 500}
    assert Draft(before).diff(Draft(after)) == ["Moved: c.jpg, place 3 → 2"]


def test_a_photo_that_moved_to_the_place_it_had_is_told_by_the_order() -> None:
    before, after = film(*map(photo, "pqm")), film(*map(photo, "xympq"))
    assert Draft(before).diff(Draft(after)) == ["2 photos added: x, y", "Order: x, y, m, p, q", "Length: 6 s → 10 s"]


def test_a_list_of_long_names_ends_with_a_whole_name() -> None:
    lines = Draft(film(photo("a"))).diff(Draft(film(photo("a"), *(photo(str(number) * 32) for number in range(5)))))
    assert lines[0] == f"5 photos added: {'0' * 32}, {'1' * 32} +3"


def test_a_change_of_every_part_of_a_style_stays_one_short_line() -> None:
    before, after = five(), five()
    style = {"color": "#ff0000", "size": 0.2, "weight": 300, "outline": 0.5, "shadow": 0, "box": "#000000"}
    meta(before, 2, 0).update(text="A title of thirty-two characters")
    meta(after, 2, 0).update(text="A title of thirty-two characters", style=style, position="bottom-right")
    (line,) = Draft(before).diff(Draft(after))
    assert line.startswith("Title 'A title of thirty-two characters': colour #ffffff → #ff0000, size 8 % → 20 %")
    assert len(line) == 120
    assert line.endswith("…")


def test_figures_and_names_are_written_for_people() -> None:
    draft = Draft(trip("a.jpg", "b.jpg", "c.jpg", "d.jpg", "e.jpg"))
    assert (seconds(3500), seconds(8571), seconds(100_000), span(0, 3000)) == ("3.5 s", "8.57 s", "100 s", "0–3 s")
    assert names_of(draft.pictures, 2) == "a.jpg, b.jpg +3"


def test_lines_are_plain_data() -> None:
    assert json.loads(json.dumps(Draft().diff(Draft(five())))) == Draft().diff(Draft(five()))


def test_every_phrase_takes_the_same_values_in_every_language() -> None:
    for key, columns in PHRASES.items():
        fields = [sorted(field for _, field, _, _ in Formatter().parse(text) if field) for text in columns]
        assert len(columns) == len(vocabulary.LANGUAGES)
        assert fields == fields[:1] * len(fields), key
        assert all(columns), key


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("es", ["Duración: 10 s → 20 s", "Música, nuevo: tranquila, 0–20 s, 100 %"]),
        ("de-AT", ["Länge: 10 s → 20 s", "Musik neu: ruhig, 0–20 s, 100 %"]),
        ("fr_CA", ["Durée : 10 s → 20 s", "Musique, ajout : calme, 0–20 s, 100 %"]),
        ("ja", ["長さ：10秒 → 20秒", "音楽を追加：穏やか、0–20秒、100 %"]),
        ("it", ["Length: 10 s → 20 s", "Music added: Calm, 0–20 s, 100 %"]),
    ],
)
def test_changes_are_told_in_six_languages(language: str, lines: list[str]) -> None:
    photos = [{"name": f"{name}.jpg", "src": f"asset:{name * 64}", "kind": "image"} for name in "abcde"]
    before = edits.add_photos(photos, duration=2000)(Draft())
    after = edits.apply(before, [edits.set_length(20_000), edits.set_music("music:calm", "Calm", volume=1.0)])
    assert before.diff(after, language)[1:] == lines
