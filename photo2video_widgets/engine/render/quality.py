"""How much time and space a film may take for how it looks: presets, as data."""

from __future__ import annotations

from typing import NamedTuple

from ...vocabulary import QUALITIES


class Quality(NamedTuple):
    """Settings of x264: its `preset`, the constant rate factor `crf` (lower is better and larger), and others."""

    preset: str
    crf: float
    others: str


# For stills in motion the long searches of the presets find nothing that the short ones don't: cheaper by half at the
# same likeness, and larger by a tenth.
_SHORT = "partitions=none:subme=1:me=dia:b-adapt=0:rc-lookahead=15"

PRESETS: dict[str, Quality] = {
    "draft": Quality("ultrafast", 23.0, "me=dia"),
    "default": Quality("veryfast", 20.7, _SHORT),
    "best": Quality("veryfast", 18.0, "rc-lookahead=15"),
}
assert tuple(PRESETS) == QUALITIES

# A keyframe that is hardly better than what surrounds it isn't seen as a pulse, and costs no likeness for its size.
_EVEN = "ipratio=1.1"
_TAGS = "colorprim=bt709:transfer=bt709:colormatrix=bt709:range=tv:chromaloc=0"


def x264_options(quality: str) -> dict[str, str]:
    """The options of a preset for libx264. Keyframes are set by the film, never found by the encoder."""
    preset = PRESETS[quality]
    return {
        "preset": preset.preset,
        "crf": f"{preset.crf:g}",
        "forced-idr": "1",
        "x264-params": f"{preset.others}:{_EVEN}:scenecut=0:open-gop=0:{_TAGS}",
    }
