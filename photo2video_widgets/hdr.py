"""Clips of more light or more colour than the film has: HLG and PQ, BT.2020 and Display P3, brought to BT.709.

What a pixel becomes is looked up in a table of 33 x 33 x 33 colours: light is linearised, mixed from the clip's
primaries to the film's, and bent by one curve. Up to half of the diffuse white (203 cd/m2, ITU-R BT.2408) it changes
nothing; from there to 1000 cd/m2 it flattens by and by, so that white paper stays below the sun on it. The curve acts
on the strongest of red, green and blue and the others follow, so that hues stay.
"""

from __future__ import annotations

import tempfile
from functools import lru_cache
from pathlib import Path

import numpy as np
from av.filter import Graph
from av.video.frame import VideoFrame
from av.video.reformatter import ColorRange, Colorspace, Interpolation
from numpy.typing import NDArray

Light = NDArray[np.float64]

_PQ, _HLG = 16, 18
_WHITE, _PEAK = 203.0, 1000.0
_KNEE = 0.5
_SIDE = 33
# To the primaries of BT.709, both with the white of D65.
_TO_709 = {
    9: ((1.660491, -0.587641, -0.072850), (-0.124550, 1.132900, -0.008349), (-0.018151, -0.100579, 1.118730)),
    12: ((1.224940, -0.224940, 0.0), (-0.042057, 1.042057, 0.0), (-0.019638, -0.078636, 1.098274)),
}
_SAME = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
_LUMA_2020 = np.array([0.2627, 0.6780, 0.0593])


class ToneMap:
    """Brings frames of one clip to BT.709; `trc` and `primaries` are the clip's, by their numbers in H.273."""

    def __init__(self, trc: int, primaries: int) -> None:
        self._table = _cube(trc, primaries)
        self._graph: Graph | None = None

    def __call__(
        self, frame: VideoFrame, width: int, height: int, source: Colorspace | int, interpolation: Interpolation
    ) -> VideoFrame:
        """The frame at that size (px) as RGB of 16 bits a channel."""
        rgb = frame.reformat(
            width, height, format="gbrp16le", src_colorspace=source, interpolation=interpolation,
            dst_color_range=ColorRange.JPEG,
        )  # fmt: skip
        if self._graph is None:
            self._graph = _graph(rgb, self._table)
        self._graph.push(rgb)
        found = self._graph.pull()
        assert isinstance(found, VideoFrame)
        return found


def tone_map(trc: int, primaries: int) -> ToneMap | None:
    """None for clips that are of the film's light and colours already."""
    needed = trc in (_PQ, _HLG) or primaries in _TO_709
    return ToneMap(trc, primaries) if needed else None


def mapped(codes: Light, trc: int, primaries: int) -> Light:
    """...x3 RGB codes (0..1) of a clip as those of the film."""
    light = _linear(codes, trc)
    light = np.clip(light @ np.array(_TO_709.get(primaries, _SAME)).T, 0, None)
    if trc in (_PQ, _HLG):
        strongest = light.max(axis=-1, keepdims=True)
        light = light * _bent(strongest) / np.maximum(strongest, 1e-9)
    light = np.clip(light, 0, 1)
    return np.asarray(np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055))


def _linear(codes: Light, trc: int) -> Light:
    """Light of the display, 1.0 at the diffuse white."""
    if trc == _PQ:
        power = codes ** (1 / 78.84375)
        return np.asarray(
            10000
            / _WHITE
            * (np.maximum(power - 0.8359375, 0) / (18.8515625 - 18.6875 * power)) ** (1 / 0.1593017578125)
        )
    if trc == _HLG:
        a, b, c = 0.17883277, 0.28466892, 0.55991073
        scene = np.where(codes <= 0.5, codes**2 / 3, (np.exp((codes - c) / a) + b) / 12)
        # The display's own gamma at its peak of 1000 cd/m2, on the brightness of the scene.
        brightness = np.asarray(scene @ _LUMA_2020, np.float64)[..., None]
        return np.asarray(_PEAK / _WHITE * scene * np.maximum(brightness, 1e-9) ** 0.2)
    # What was made for a usual display is seen as sRGB is.
    return np.where(codes <= 0.04045, codes / 12.92, ((codes + 0.055) / 1.055) ** 2.4)


def _bent(light: Light) -> Light:
    peak = _PEAK / _WHITE
    far = np.clip((light - _KNEE) / (peak - _KNEE), 0, 1)
    # The slope at the knee is 1, so that nobody sees where it begins.
    steep = (peak - _KNEE) / (1 - _KNEE)
    return np.where(light <= _KNEE, light, _KNEE + (1 - _KNEE) * steep * far / (1 + (steep - 1) * far))


@lru_cache(maxsize=4)
def _cube(trc: int, primaries: int) -> str:
    """The table as a .cube file: red changes fastest."""
    steps = np.linspace(0, 1, _SIDE)
    blue, green, red = np.meshgrid(steps, steps, steps, indexing="ij")
    found = mapped(np.stack([red, green, blue], axis=-1), trc, primaries).reshape(-1, 3)
    return f"LUT_3D_SIZE {_SIDE}\n" + "\n".join(" ".join(f"{one:.6f}" for one in row) for row in found) + "\n"


def _graph(rgb: VideoFrame, table: str) -> Graph:
    graph = Graph()
    with tempfile.TemporaryDirectory(prefix="photo2video-") as folder:
        file = Path(folder) / "table.cube"
        file.write_text(table, "ascii")
        # It is read while the filter is made.
        steps = (
            graph.add_buffer(width=rgb.width, height=rgb.height, format=rgb.format, time_base=rgb.time_base),
            graph.add("lut3d", file=str(file), interp="tetrahedral"),
            graph.add("buffersink"),
        )
        graph.link_nodes(*steps).configure()
    return graph
