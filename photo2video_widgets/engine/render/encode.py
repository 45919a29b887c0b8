"""Frames and sound into an MP4: H.264 and AAC, tagged BT.709, with its index in front."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.packet import Packet
from av.video.frame import VideoFrame
from numpy.typing import NDArray

from .clips import view
from .planes import Planes

RATE = 48_000
"""Samples a second of every film's sound."""

SOUND_BIT_RATE = 192_000
_BT709 = 1
_LIMITED = 1

# For stills in motion: the long searches of the presets find nothing that the short ones don't.
X264 = {
    "preset": "veryfast",
    "crf": "20.5",
    "x264-params": (
        "partitions=none:subme=1:me=dia:scenecut=0:b-adapt=0:rc-lookahead=20:open-gop=0"
        ":colorprim=bt709:transfer=bt709:colormatrix=bt709:range=tv:chromaloc=0"
    ),
}


class Encoder:
    """Writes one film. Use it as a context manager; leaving it by an error closes the file as it is."""

    def __init__(self, path: Path, width: int, height: int, fps: int) -> None:
        self._container = av.open(str(path), "w", format="mp4", options={"movflags": "+faststart"})
        self._video = self._container.add_stream("libx264", rate=fps, options=X264)
        context = self._video.codec_context
        context.width, context.height, context.pix_fmt = width, height, "yuv420p"
        context.time_base = Fraction(1, fps)
        context.gop_size = 2 * fps
        context.profile = "High"
        context.thread_type = "FRAME"
        context.color_primaries = context.color_trc = context.colorspace = _BT709
        context.color_range = _LIMITED
        self._audio = self._container.add_stream("aac", rate=RATE, layout="stereo")
        self._audio.codec_context.bit_rate = SOUND_BIT_RATE
        self._size = (width, height)
        self._frames = 0
        self._samples = 0

    def __enter__(self) -> Encoder:
        return self

    def __exit__(self, *_: object) -> None:
        self._container.close()

    def picture(self, paint: Callable[[Planes], None]) -> list[Packet[Any]]:
        """Encode the next frame, which `paint` paints into the encoder's own memory."""
        frame = VideoFrame(*self._size, "yuv420p")
        frame.pts = self._frames
        frame.time_base = Fraction(1, self._video.codec_context.framerate.numerator)
        frame.color_range, frame.colorspace = _LIMITED, _BT709
        frame.color_primaries = frame.color_trc = _BT709
        paint(Planes(*(view(frame, number) for number in range(3))))
        self._frames += 1
        return self._video.encode(frame)

    def sound(self, block: NDArray[np.float32]) -> list[Packet[Any]]:
        """Encode the next samples: N x 2, from -1 to 1."""
        frame = AudioFrame.from_ndarray(np.ascontiguousarray(block.T), format="fltp", layout="stereo")
        frame.sample_rate = RATE
        frame.pts = self._samples
        frame.time_base = Fraction(1, RATE)
        self._samples += len(block)
        return self._audio.encode(frame)

    def end(self) -> tuple[list[Packet[Any]], list[Packet[Any]]]:
        """The packets that were still under way: of the pictures, of the sound."""
        return self._video.encode(None), self._audio.encode(None)

    def write(self, packets: Iterable[Packet[Any]]) -> None:
        self._container.mux(list(packets))
