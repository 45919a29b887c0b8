"""What the live preview asks a panel for, and gets."""

from __future__ import annotations

import io
import math
import wave
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import av
import pytest
from PIL import Image

import photo2video_widgets as p2v

from .backends import HostedDouble
from .pictures import photo
from .test_client import QUICK
from .test_panel import tell, until

Sent = list[tuple[dict[str, Any], bytes]]


@pytest.fixture
def panel(tmp_path: Path) -> Iterator[p2v.Panel]:
    panel = p2v.Panel(language="en")
    panel.add(photo(tmp_path / "beach.jpg", size=(1600, 1200)))
    yield panel
    panel.close()


def answers(panel: p2v.Panel, kind: str) -> Callable[[], Sent]:
    """What the panel tells its views from now on, of one kind."""
    sent: Sent = []
    panel.send = lambda content, buffers=None: sent.append((content, bytes((buffers or [b""])[0])))  # type: ignore[method-assign]
    return lambda: [one for one in sent if one[0]["type"] == kind]


def test_a_photo_comes_as_large_as_was_asked_for(panel: p2v.Panel) -> None:
    asset = panel.photos[0]["asset"]
    told = answers(panel, "proxy")
    tell(panel, "proxy", src=asset, name="beach.jpg", width=640)
    until(told)
    content, picture = told()[0]
    assert (content["src"], content["width"]) == (asset, 640)
    assert Image.open(io.BytesIO(picture)).size == (640, 480)


def test_a_clip_is_shown_by_its_frames(panel: p2v.Panel, tmp_path: Path) -> None:
    import av
    import numpy as np

    with av.open(str(tmp_path / "kite.mp4"), "w") as container:
        stream = container.add_stream("libx264", rate=10)
        stream.width, stream.height, stream.pix_fmt = 320, 180, "yuv420p"
        for n in range(20):
            plain = np.full((180, 320, 3), (220, 30, 30) if n < 10 else (30, 30, 220), np.uint8)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(plain, format="rgb24")))
        container.mux(stream.encode(None))
    panel.add(tmp_path / "kite.mp4")
    told = answers(panel, "proxy")
    for time in (500, 1500):
        tell(panel, "proxy", src=panel.photos[1]["asset"], name="kite.mp4", width=160, time=time)
    until(lambda: len(told()) == 2)
    shown = {content["time"]: Image.open(io.BytesIO(picture)) for content, picture in told()}
    assert [shown[time].size for time in (500, 1500)] == [(160, 90)] * 2
    red, blue = (shown[time].resize((1, 1)).getpixel((0, 0)) for time in (500, 1500))
    assert red[0] > 180 > 80 > red[2]
    assert blue[2] > 180 > 80 > blue[0]


def test_a_photo_that_is_gone_is_told_as_nothing(panel: p2v.Panel) -> None:
    told = answers(panel, "proxy")
    tell(panel, "proxy", src=f"asset:{'0' * 64}", name="", width=640)
    until(told)
    assert told()[0][1] == b""


def test_a_text_comes_as_a_bitmap_for_the_frame_with_its_place(panel: p2v.Panel) -> None:
    told = answers(panel, "caption")
    segment = {"id": "x", "s": 0, "d": 3000, "m": {"text": "Low tide", "position": "bottom-right"}}
    tell(panel, "caption", key="k", segment=segment, width=640, height=360)
    until(told)
    content, png = told()[0]
    bitmap = Image.open(io.BytesIO(png))
    assert content["key"] == "k"
    assert bitmap.mode == "RGBA"
    assert 320 < content["x"] + bitmap.width / 2 < 640
    assert 180 < content["y"] + bitmap.height / 2 < 360


def test_a_text_that_breaks_a_rule_is_told_as_nothing(panel: p2v.Panel) -> None:
    told = answers(panel, "caption")
    tell(panel, "caption", key="k", segment={"id": "x", "s": 0, "d": 3000, "m": {"text": 7}}, width=640, height=360)
    tell(panel, "caption", key="l", segment="Low tide", width=640, height=360)
    until(lambda: len(told()) == 2)
    assert [png for _, png in told()] == [b"", b""]


def test_the_sound_comes_once_it_is_mixed_and_silence_at_once(panel: p2v.Panel) -> None:
    panel.say("a slideshow of 4 seconds, no music")
    told = answers(panel, "sound")
    tell(panel, "sound", key="silent", offset=0)
    until(told)
    assert told()[0][0]["total"] == 0
    panel.say("calm music")
    tell(panel, "sound", key="calm", offset=0)
    until(lambda: len(told()) == 2)
    content, mp3 = told()[1]
    assert content["key"] == "calm"
    assert content["total"] == len(mp3) > 10_000
    tell(panel, "sound", key="calm", offset=10_000)
    until(lambda: len(told()) == 3)
    assert told()[2][1] == mp3[10_000:]


def test_photos_of_a_service_come_from_where_they_were_sent_from(hosted: HostedDouble, tmp_path: Path) -> None:
    panel = p2v.Panel("nemo", base_url=hosted.url, token="mine", timing=QUICK)
    try:
        panel.add(photo(tmp_path / "pier.jpg", size=(800, 600)))
        told = answers(panel, "proxy")
        tell(panel, "proxy", src="https://cdn.example/9f/pier.jpg", name="pier.jpg", width=320)
        until(told)
        assert Image.open(io.BytesIO(told()[0][1])).size == (320, 240)
        captions = answers(panel, "caption")
        segment = {"id": "x", "s": 0, "d": 3000, "m": {"text": "Low tide"}}
        tell(panel, "caption", key="k", segment=segment, width=640, height=360)
        until(captions)
        assert captions()[0][1]
    finally:
        panel.close()


def test_a_services_draft_is_heard_as_far_as_its_sounds_came_from_here(hosted: HostedDouble, tmp_path: Path) -> None:
    panel = p2v.Panel("nemo", base_url=hosted.url, token="mine", timing=QUICK)
    try:
        panel.add(photo(tmp_path / "pier.jpg"))
        panel.say("make a slideshow with music")
        told = answers(panel, "sound")
        tell(panel, "sound", key="theirs", offset=0)
        until(told)
        assert (told()[0][0]["total"], told()[0][0]["elsewhere"]) == (0, True)
        panel.add(tone(tmp_path / "our song.wav"))
        draft = p2v.Draft(panel.draft)
        ours = {"s": 0, "d": draft.duration, "m": {"name": "our song", "volume": 0.5}}
        panel.set_trait("draft", {**draft.data, "t": [*draft.data["t"], {"tt": 1, "sg": [ours]}]})
        tell(panel, "sound", key="both", offset=0)
        until(lambda: len(told()) == 2)
        content, mp3 = told()[1]
        assert content["elsewhere"] is True
        assert content["total"] == len(mp3) > 10_000
        with av.open(io.BytesIO(mp3)) as heard:
            level = max(float(abs(frame.to_ndarray()).max()) for frame in heard.decode(audio=0))
        assert level > 0.01
    finally:
        panel.close()


def tone(path: Path) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 44_100, 0, "NONE", ""))
        file.writeframes(
            b"".join(round(9000 * math.sin(n / 16)).to_bytes(2, "little", signed=True) for n in range(88_200))
        )
    return path
