"""Films of a service's draft, made here: which files it means, what becomes of it, and how the film looks."""

from __future__ import annotations

import contextvars
import re
import unicodedata
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from photo2video_widgets import Draft, Session, edits, phrases
from photo2video_widgets.errors import ExportCancelledError, P2VError
from photo2video_widgets.hosted.adoption import Here, adopt
from photo2video_widgets.hosted.filmsize import size_of
from photo2video_widgets.hosted.handedits import HandEdits
from photo2video_widgets.hosted.lookup import Lookup
from photo2video_widgets.intake import Source
from photo2video_widgets.localfilm import render_here
from photo2video_widgets.upload.handover import hand_over
from photo2video_widgets.upload.keeping import Sent

from .backends import HostedDouble
from .render.films import frames, mean, plain, sound
from .test_client import QUICK, client_of

COLOURS = {"red": (200, 30, 30), "green": (30, 160, 60), "blue": (40, 60, 190)}


def segment(name: str, length: int | None = 1000, **more: Any) -> dict[str, Any]:
    """What a service's segment has for certain: a length and some metadata."""
    meta = {"name": name, **more.pop("m", {})}
    return {"m": meta, **({} if length is None else {"d": length}), **more}


def track(kind: int, *segments: dict[str, Any]) -> dict[str, Any]:
    return {"tt": kind, "sg": list(segments)}


def draft(*tracks: dict[str, Any], **meta: Any) -> Draft:
    return Draft({"d": 3000, "m": meta, "t": list(tracks)})


def here(name: str, kind: str = "image", duration: int | None = None) -> Here:
    return Here(f"asset:{abs(hash(name)):064x}", kind, name, duration)


def adopted(of: Draft, *missing: str, canvas: dict[str, Any] | None = None) -> tuple[Draft, list[str]]:
    """With all files here whose names end like files, but the missing ones."""
    kinds = {"mp3": "audio", "m4a": "audio", "mp4": "video"}
    files = {
        (number, one.place): here(one.name, kinds.get(one.name.rpartition(".")[2], "image"), 1500)
        for number, line in enumerate(of.tracks)
        for one in line.segments
        if "." in one.name and one.name not in missing
    }
    made, notes = adopt(of, files, canvas)
    made.check()
    return made, notes


# Which file is meant


def sent(*names: str | tuple[str, str]) -> Lookup:
    pairs = [(name, name) if isinstance(name, str) else name for name in names]
    return Lookup([Sent(name, Source(original, Path(original))) for name, original in pairs])


def found(lookup: Lookup, data: dict[str, Any]) -> str | None:
    one = lookup.find(Draft({"t": [{"tt": 0, "sg": [data]}]}).tracks[0].segments[0])
    return one.name if one else None


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (segment("beach.jpg"), "beach.jpg"),
        (segment("phone.heic"), "phone.jpg"),
        (segment("phone"), "phone.jpg"),
        (segment("PHONE.JPG"), "phone.jpg"),
        (segment("phone.heic.jpg"), "phone.jpg"),
        (segment("beach (1).jpg"), "beach.jpg"),
        (segment("beach_1a2b3c.jpg"), "beach.jpg"),
        (segment("1712345678901_beach.png"), "beach.jpg"),
        (segment("123e4567-e89b-12d3-a456-426614174000-beach.jpg"), "beach.jpg"),
        (segment("Ünï.jpg"), "Ünï.jpg"),
        (segment(unicodedata.normalize("NFD", "Ünï.jpg")), "Ünï.jpg"),
        ({"m": {"src": "https://cdn.example.org/u/9/beach.jpg?sig=x"}}, "beach.jpg"),
        ({"m": {"deep": [{"path": "C:\\media\\beach.jpg"}]}}, "beach.jpg"),
        ({"url": "https://cdn.example.org/a%20b.jpg", "m": {}}, "a b.jpg"),
        (segment("Clip 1", source={"file": "/tmp/beach.jpg"}), "beach.jpg"),
        (segment("beach_2.jpg"), None),
        (segment("trip_20240101.jpg"), None),
        (segment("twin"), None),
        (segment("twin (1).png"), "twin.png"),
        (segment("other.jpg", m={"fit": "cover"}), None),
        ({"m": {}}, None),
        ({"m": {"name": 7, "src": ["x"] * 500}}, None),
    ],
)
def test_a_segments_file_is_found_by_its_name_where_there_is_no_doubt(data: dict[str, Any], name: str | None) -> None:
    lookup = sent(
        "beach.jpg", ("phone.jpg", "phone.heic"), "Ünï.jpg", "a b.jpg", "trip.jpg", "twin.jpg", "twin.png", "cover.jpg",
    )  # fmt: skip
    assert found(lookup, data) == name


def test_names_are_of_those_that_the_service_got_first_of_all() -> None:
    lookup = sent(("IMG.jpg", "IMG.jpg"), ("IMG-2.jpg", "IMG.jpg"))
    assert found(lookup, segment("IMG.jpg")) == "IMG.jpg"
    assert found(lookup, segment("IMG-2.jpg")) == "IMG-2.jpg"


# What becomes of a draft


def times(of: Draft, kind: int = 0) -> list[tuple[str, int, int]]:
    return [
        (one.text or one.name, one.start, one.duration)
        for line in of.tracks
        if line.type == kind
        for one in line.segments
    ]


def test_a_plain_draft_gets_the_defaults() -> None:
    made, notes = adopted(
        draft(
            track(0, segment("a.jpg"), segment("b.jpg", 2000)),
            track(1, segment("Lo-fi", 3000)),
            track(7, segment("Hello", 1500)),
        )
    )
    assert notes == []
    assert (made.width, made.height, made.fps, made.duration) == (1920, 1080, 30, 3000)
    assert times(made) == [("a.jpg", 0, 1000), ("b.jpg", 1000, 2000)]
    assert [(one.src, one.volume, one.duration) for one in made.sounds] == [("music:lofi", 0.35, 3000)]
    assert times(made, 7) == [("Hello", 0, 1500)]
    assert [one.fit for one in made.pictures] == ["cover", "cover"]


def test_pictures_abut_whatever_the_service_says() -> None:
    made, _ = adopted(
        draft(track(0, segment("c.jpg", 1000, s=5000), segment("a.jpg", 1500, s=200), segment("b.jpg", None, s=1200)))
    )
    # b begins while a is still seen, lasts until c does, and what was empty at the beginning is closed.
    assert times(made) == [("a.jpg", 0, 1000), ("b.jpg", 1000, 3800), ("c.jpg", 4800, 1000)]


def test_pictures_without_any_length_are_seen_for_a_while() -> None:
    made, _ = adopted(draft(track(0, segment("a.jpg", None), segment("b.mp4", None), segment("c.jpg", 7))))
    assert [length for _, _, length in times(made)] == [1500, 1500, 100]


def test_what_lies_over_the_pictures_moves_with_them_where_some_are_missing() -> None:
    of = draft(
        track(0, segment("a.jpg"), segment("b.jpg"), segment("c.jpg")),
        track(7, segment("On a", 800, s=100), segment("On b", 500, s=1200), segment("On c", 5000, s=2250)),
        track(1, segment("calm piano", 3000), segment("x.mp3", 500, s=2500)),
    )
    made, notes = adopted(of, "b.jpg")
    assert times(made) == [("a.jpg", 0, 1000), ("c.jpg", 1000, 1000)]
    assert times(made, 7) == [("On a", 100, 800), ("On c", 1250, 750)]
    assert times(made, 1) == [("calm piano", 0, 2000), ("x.mp3", 1500, 500)]
    assert made.sounds[0].src == "music:calm"
    assert notes == ["Not found here: b.jpg (left out)", "Ignored: On b, for which there is no room left"]


def test_what_means_something_here_is_kept_and_the_rest_is_told() -> None:
    mine = {"fit": "contain", "motion": "zoom-in", "look": {"kind": "sepia"}, "transition": "fade-black"}
    of = draft(
        track(
            0,
            segment("a.jpg", m={**mine, "filter": "moon"}),
            segment("b.jpg", m={"transition": {"kind": "crossfade", "d": 900}, "focus": [3, 4], "effect": {"id": 7}}),
            segment("c.jpg", m={"transition": "dissolve", "look": "moonlight", "effect": {"id": 8}}),
            segment("d.jpg", m={"transition": {"type": "wipe"}}, speed=1),
        ),
        track(7, segment("Hi", m={"position": "top", "style": {"color": "#ff0000"}, "animation": {"in": "explode"}})),
    )
    made, notes = adopted(of)
    a, b, c, d = made.pictures
    assert (a.fit, a.motion.kind, a.look) == ("contain", "zoom-in", "sepia")
    # There is nothing before it that it could come out of.
    assert a.transition is None
    assert b.transition == ("crossfade", 500)
    assert b.focus == (0.5, 0.5)
    assert c.transition == ("dissolve", 500)
    assert d.transition is None
    assert (made.texts[0].position, made.texts[0].style.color, made.texts[0].animation) == (
        "top", "#ff0000", ("fade", "fade"),
    )  # fmt: skip
    assert set(notes) == {
        "Ignored: filter of a.jpg",
        "Ignored: effect of b.jpg, c.jpg",
        "Ignored: focus of b.jpg",
        "Ignored: look of c.jpg",
        "Ignored: transition of d.jpg",
        "Ignored: animation of Hi",
    }


def test_edits_by_hand_on_top_of_a_services_draft_are_kept() -> None:
    of = draft(track(0, {"id": "s1", **segment("a.jpg")}, {"id": "s2", **segment("b.jpg")}))
    of = HandEdits().add(of, [edits.set_motion("pan-left", id="s1"), edits.set_length(3000)])
    made, _ = adopted(of)
    assert made.pictures[0].motion.kind == "pan-left"
    assert made.duration == 3000
    assert [one.id for one in made.pictures] == ["s1", "s2"]


def test_other_tracks_and_unknown_music_are_told_in_a_line_each() -> None:
    _, notes = adopted(
        draft(
            track(0, segment("a.jpg", 4000)),
            track(3, segment("x")),
            track(3, segment("y")),
            track(9),
            track(1, segment("Whale song"), segment("gone.mp3"), segment("happy.mp3")),
            track(0, segment("logo.png", 500, s=100), segment("late.jpg", 500, s=4000)),
            track(7, segment("", 500)),
        ),
        "gone.mp3",
        "happy.mp3",
    )
    assert notes == [
        "Not found here: gone.mp3 (left out)",
        "Not found here: happy.mp3 (left out)",
        "Ignored: logo.png, which lies above other pictures",
        "Ignored: track type 3",
        "Ignored: Whale song, which is neither a file from here nor a mood that is built in",
        "Ignored: a text without words",
    ]


def test_many_missing_files_are_told_in_few_lines() -> None:
    names = [f"{number}.jpg" for number in range(50)]
    _, notes = adopted(draft(track(0, segment("a.jpg"), *map(segment, names))), *names)
    assert len(notes) == 10
    assert notes[-1] == "Not found here: 9.jpg and 40 more (left out)"


def test_texts_at_one_time_stand_in_different_places_and_music_on_different_tracks() -> None:
    made, notes = adopted(
        draft(
            track(0, segment("a.jpg", 4000)),
            track(7, segment("One", 4000, s=0), segment("Two", 4000, s=0), segment("Three", 1000, s=3500)),
            track(1, segment("lofi", 3000, s=0), segment("calm", 2000, s=2000), segment("piano", 500, s=3000)),
        )
    )
    assert notes == []
    assert [(one.text, one.position, one.end) for one in made.texts] == [
        ("One", "center", 3500), ("Two", "bottom", 4000), ("Three", "center", 4000),
    ]  # fmt: skip
    assert [[one.name for one in line.segments] for line in made.tracks if line.type == 1] == [
        ["lofi", "piano"],
        ["calm"],
    ]


def test_a_film_of_which_nothing_is_here_is_refused_by_name() -> None:
    names = [f"{number}.jpg" for number in range(7)]
    with pytest.raises(P2VError, match=r"0\.jpg, 1\.jpg, 2\.jpg, 3\.jpg, 4\.jpg and 2 more\. Upload them"):
        adopted(draft(track(0, *map(segment, names))), *names)
    with pytest.raises(P2VError, match="no picture track"):
        adopted(draft(track(7, segment("Hi"))))
    with pytest.raises(P2VError, match="5 hours"):
        adopted(draft(track(0, segment("a.jpg", 5 * 3_600_000))))
    # A sound is no picture.
    with pytest.raises(P2VError, match=r"song\.mp3"):
        adopted(draft(track(0, segment("song.mp3"))))


@pytest.mark.parametrize(
    ("meta", "canvas", "size"),
    [
        ({"width": 720, "height": 1281}, {"width": 100, "height": 100}, (720, 1280)),
        ({}, {"width": 1080, "height": 1920, "ratio": "1:1"}, (1080, 1920)),
        ({}, {"ratio": "9:16"}, (1080, 1920)),
        ({}, {"aspect": " 4 : 3 "}, (1440, 1080)),
        ({}, {"size": "1920x1080"}, (1920, 1080)),
        ({"width": 3840, "height": 2160}, {}, (1920, 1080)),
        ({"width": True, "height": float("nan")}, {"ratio": "0:0"}, (1920, 1080)),
        ({"width": 1, "height": 50_000}, {}, (64, 1920)),
    ],
)
def test_the_films_size_is_read_where_it_is_told(
    meta: dict[str, Any], canvas: dict[str, Any], size: tuple[int, int]
) -> None:
    width, height = size_of(Draft({"m": meta}), canvas)
    assert (width, height) == pytest.approx(size, abs=2)
    assert width % 2 == height % 2 == 0
    made, _ = adopted(Draft({"m": meta, "t": [track(0, segment("a.jpg"))]}), canvas=canvas)
    assert (made.width, made.height) == (width, height)


def test_notes_are_said_in_the_users_language() -> None:
    def lines() -> list[str]:
        phrases.speak("zh")
        return adopted(draft(track(0, segment("a.jpg"), segment("b.jpg")), track(3, segment("x"))), "b.jpg")[1]

    assert all(re.search("[一-鿿]", line) for line in contextvars.copy_context().run(lines))


odd = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
junk = st.recursive(
    odd, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
)
lengths = st.integers(-100, 20_000) | junk
metas = st.fixed_dictionaries(
    {},
    optional={
        "name": st.sampled_from(["a.jpg", "b.mp4", "c.mp3", "Lo-fi", "\ud800", "", "x\ny"]) | junk,
        "text": st.text(max_size=10) | junk,
        "motion": st.sampled_from(["zoom-in", {"kind": "pan-up", "amount": 0.1}]) | junk,
        "transition": st.sampled_from(["crossfade", {"kind": "fade-black", "d": 900}, {"kind": "dissolve"}]) | junk,
        "position": st.sampled_from(["top", "center"]) | junk,
        "style": junk, "trim": st.lists(lengths, max_size=3), "volume": junk, "fade": junk, "look": junk, "seed": junk,
    },
)  # fmt: skip
segments = st.fixed_dictionaries(
    {}, optional={"id": st.text(max_size=2) | junk, "s": lengths, "d": lengths, "m": metas | junk}
)
tracks = st.fixed_dictionaries(
    {},
    optional={
        "id": junk,
        "tt": st.sampled_from([0, 0, 1, 7, 7, 3]) | junk,
        "sg": st.lists(segments | junk, max_size=6) | junk,
    },
)
tops = st.dictionaries(st.sampled_from(["name", "width", "height", "fps", "background"]), junk)
drafts = st.fixed_dictionaries({}, optional={"d": lengths, "m": tops | junk, "t": st.lists(tracks, max_size=5) | junk})


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(drafts, st.dictionaries(st.sampled_from(["width", "height", "ratio"]), junk), st.randoms(use_true_random=False))
def test_any_draft_becomes_one_that_keeps_the_rules_or_is_refused(data: Any, canvas: Any, dice: Any) -> None:
    of = Draft(data)
    files = {
        (number, one.place): here(f"{number}", dice.choice(["image", "video", "audio"]), dice.choice([None, 0, 1700]))
        for number, line in enumerate(of.tracks)
        for one in line.segments
        if dice.random() < 0.7
    }
    lookup = Lookup([Sent("a.jpg", Source("a.jpg"))])
    for line in of.tracks:
        for one in line.segments:
            lookup.find(one)
    try:
        made, notes = adopt(of, files, canvas)
    except P2VError:
        return
    made.check()
    assert made.pictures
    made.to_json().encode()
    assert all(line and "\n" not in line for line in notes)
    for line in notes:
        line.encode()


# The film


@pytest.fixture
async def session(hosted: HostedDouble) -> AsyncIterator[Session]:
    async with client_of(hosted) as client:
        yield await client.new_session("en")


async def uploaded(session: Session, *items: object) -> list[Sent]:
    sent: list[Sent] = []
    await hand_over(session.client, session.id, list(items), None, sent)
    return sent


async def test_a_services_film_is_made_here_with_the_right_photo_at_the_right_time(
    session: Session, tmp_path: Path
) -> None:
    import pillow_heif

    plain(tmp_path, "red.png", COLOURS["red"])
    pillow_heif.from_pillow(Image.new("RGB", (400, 300), COLOURS["green"])).save(tmp_path / "green.heic")
    blue = np.full((300, 400, 3), COLOURS["blue"], np.uint8)
    sent = await uploaded(session, tmp_path / "red.png", tmp_path / "green.heic", blue)
    of = draft(
        track(
            0, segment("green_1a2b3c.jpg", 500), segment("city.mp4", 700), segment("image-1", 300), segment("red", 400)
        ),
        track(1, segment("Lo-fi", 1900, m={"volume": 1.0})),
        track(3, segment("sparkles")),
        width=320, height=180,
    )  # fmt: skip
    told: list[Any] = []
    video, notes = await render_here(
        of, sent, tmp_path / "film.mp4", told.append, data_dir=tmp_path / "d", timing=QUICK
    )
    assert notes == ["Not found here: city.mp4 (left out)", "Ignored: track type 3"]
    assert (video.width, video.height, video.duration) == (320, 180, 1.2)
    shown = [
        min(COLOURS, key=lambda name: float(np.abs(mean(frame) - COLOURS[name]).sum())) for frame in frames(video.path)
    ]
    assert shown == ["green"] * 15 + ["blue"] * 9 + ["red"] * 12
    assert np.abs(sound(video.path)).max() > 0.05
    assert told[-1].part == 1
    assert sorted(path.name for path in tmp_path.glob("*.mp4")) == ["film.mp4"]


async def test_a_file_that_is_gone_by_then_is_left_out_and_told(session: Session, tmp_path: Path) -> None:
    for name, colour in COLOURS.items():
        plain(tmp_path, f"{name}.png", colour)
    sent = await uploaded(session, *(tmp_path / f"{name}.png" for name in COLOURS))
    (tmp_path / "green.png").unlink()
    of = draft(track(0, *(segment(f"{name}.png", 200) for name in COLOURS)), width=64, height=64)
    video, notes = await render_here(of, sent, tmp_path / "f.mp4", None, data_dir=tmp_path / "d", timing=QUICK)
    assert notes == ["Not found here: green.png (left out)"]
    assert len(frames(video.path)) == 12


async def test_nothing_is_made_where_no_picture_is_here(session: Session, tmp_path: Path) -> None:
    of = draft(track(0, segment("a.jpg"), segment("b.jpg")))
    with pytest.raises(P2VError, match=r"a\.jpg, b\.jpg\. Upload them"):
        await render_here(of, [], tmp_path / "f.mp4", None, data_dir=tmp_path / "d", timing=QUICK)
    with pytest.raises(P2VError, match="nothing to export"):
        await render_here(Draft(), [], tmp_path / "f.mp4", None, data_dir=tmp_path / "d", timing=QUICK)
    with pytest.raises(P2VError, match=r"\.mp4"):
        await render_here(of, [], tmp_path / "f.avi", None, data_dir=tmp_path / "d", timing=QUICK)
    assert list(tmp_path.glob("*.mp4")) == []


async def test_a_session_exports_here_what_the_service_will_not(
    hosted: HostedDouble, session: Session, tmp_path: Path
) -> None:
    hosted.exports_free = False
    photos = [plain(tmp_path, f"{name}.png", colour) for name, colour in COLOURS.items()]
    await session.upload(photos)
    await session.send("make a 3 s slideshow, 320x180")
    with pytest.raises(P2VError, match="renderer"):
        await session.export(tmp_path / "film.mp4")
    video = await session.export(tmp_path / "film.mp4", renderer="local")
    shown = frames(video.path)
    for place, colour in ((10, "red"), (45, "green"), (80, "blue")):
        assert np.abs(mean(shown[place]) - COLOURS[colour]).max() < 12


async def test_stopping_the_film_leaves_nothing(session: Session, tmp_path: Path) -> None:
    sent = await uploaded(session, plain(tmp_path, "red.png", COLOURS["red"]))
    of = draft(track(0, segment("red.png", 600_000)), width=640, height=360)

    class Stop(Exception):
        pass

    def stop(progress: Any) -> None:
        raise Stop

    with pytest.raises((Stop, ExportCancelledError)):
        await render_here(of, sent, tmp_path / "f.mp4", stop, data_dir=tmp_path / "d", timing=QUICK)
    assert not list(tmp_path.glob("*.mp4")) + list(tmp_path.glob(".*part"))
