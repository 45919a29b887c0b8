"""Clips of phones: more light, more colours and more bits than the film has."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np
import pytest
from av.video.reformatter import ColorRange

from photo2video_widgets import Video, photos

from .films import draft, frames, made, picture

HLG, PQ, GAMMA = 18, 16, 1
REC2020, P3, REC709 = 9, 12, 1
_MATRIX = {REC2020: 9, P3: 1, REC709: 1}
SIDE = 64


def clip(path: Path, patches: list[tuple[float, float, float]], trc: int, primaries: int) -> None:
    """A row of patches, given as RGB codes from 0 to 1, as a clip of 10 bits."""
    codes = np.rint(np.array(patches) * 65535).astype(np.uint16)
    row = np.kron(codes[None], np.ones((SIDE, SIDE, 1), np.uint16))
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=25, options={"crf": "4"})
        stream.width, stream.height, stream.pix_fmt = row.shape[1], SIDE, "yuv420p10le"
        coder: Any = stream.codec_context
        coder.time_base = Fraction(1, 25)
        coder.color_trc, coder.color_primaries, coder.colorspace = trc, primaries, _MATRIX[primaries]
        coder.color_range = ColorRange.MPEG
        for place in range(10):
            frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(row), format="rgb48le").reformat(
                format="yuv420p10le", dst_colorspace=_MATRIX[primaries], dst_color_range=ColorRange.MPEG
            )
            frame.pts, frame.time_base = place, Fraction(1, 25)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def seen(folder: Path, patches: list[tuple[float, float, float]], trc: int, primaries: int) -> np.ndarray[Any, Any]:
    clip(folder / "clip.mp4", patches, trc, primaries)
    row = picture("clip.mp4", 0, 300, kind="video")
    shown = frames(made(folder, draft(row, width=SIDE * len(patches), height=SIDE), quality="best"))[4]
    return np.asarray(shown.reshape(SIDE, len(patches), SIDE, 3)[16:-16, :, 16:-16].mean(axis=(0, 2)))


@pytest.mark.parametrize(
    ("trc", "levels"),
    # Codes of black, of 26 (18 % grey), about 100, 203 (white paper) and 1000 cd/m2 (the sun on water).
    [(HLG, (0.0, 0.38, 0.61, 0.75, 1.0)), (PQ, (0.0, 0.374, 0.508, 0.5807, 0.7518))],
)
def test_light_of_hdr_clips_is_brought_to_the_films(tmp_path: Path, trc: int, levels: tuple[float, ...]):
    grey = seen(tmp_path, [(level,) * 3 for level in levels], trc, REC2020)
    assert np.ptp(grey, axis=1).max() < 3, "grey stays grey"
    black, dark, middle, white, peak = grey.mean(axis=1)
    assert black < 2
    assert 90 < dark < 110
    assert 172 < middle < 198
    assert 215 < white < 235
    assert peak > 252


@pytest.mark.parametrize("primaries", [REC2020, P3])
def test_colours_of_wider_primaries_are_those_that_were_meant(tmp_path: Path, primaries: int):
    # Red, green, blue and a skin of BT.709 at display light, in codes of the wider primaries.
    to_709 = {
        REC2020: ((1.660491, -0.587641, -0.072850), (-0.124550, 1.132900, -0.008349), (-0.018151, -0.100579, 1.118730)),
        P3: ((1.224940, -0.224940, 0), (-0.042057, 1.042057, 0), (-0.019638, -0.078636, 1.098274)),
    }
    meant = np.array([(180, 30, 30), (40, 170, 60), (50, 60, 190), (200, 150, 125)], float)
    linear = np.where(meant / 255 <= 0.04045, meant / 255 / 12.92, ((meant / 255 + 0.055) / 1.055) ** 2.4)
    wide = linear @ np.linalg.inv(np.array(to_709[primaries])).T
    codes = np.where(wide <= 0.0031308, 12.92 * wide, 1.055 * np.abs(wide) ** (1 / 2.4) - 0.055)
    shown = seen(tmp_path, [tuple(one) for one in codes], GAMMA, primaries)
    assert np.abs(shown - meant).max() < 5


def test_ten_bits_of_the_films_own_colours_stay_as_they_are(tmp_path: Path):
    meant = [(0.8, 0.1, 0.1), (0.2, 0.7, 0.3), (0.5, 0.5, 0.5)]
    shown = seen(tmp_path, meant, GAMMA, REC709)
    assert np.abs(shown - np.array(meant) * 255).max() < 4


@pytest.mark.parametrize(("trc", "primaries"), [(HLG, REC2020), (PQ, REC2020), (GAMMA, P3), (GAMMA, REC709)])
def test_small_pictures_of_a_clip_show_what_the_film_shows(tmp_path: Path, trc: int, primaries: int):
    patches = [(0.2, 0.4, 0.3), (0.5, 0.4, 0.3), (0.6, 0.6, 0.7), (0.3, 0.6, 0.35)]
    film = seen(tmp_path, patches, trc, primaries)
    width = SIDE * len(patches)
    small = {
        "thumbnail": photos.thumbnail(tmp_path / "clip.mp4", width),
        "poster": Video.open(tmp_path / "clip.mp4").poster(width),
    }
    for kind, content in small.items():
        shown = cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_COLOR)[:, :, ::-1]
        found = shown.reshape(SIDE, len(patches), SIDE, 3)[16:-16, :, 16:-16].mean(axis=(0, 2))
        assert np.abs(found - film).max() < 4, kind
