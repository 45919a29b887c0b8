"""Frames to H.264, samples to AAC, both into an MP4 that is tagged BT.709 and has its index in front.

Encoding and writing are apart, because what was encoded once is written again from the cache.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import av
from av.audio.codeccontext import AudioCodecContext
from av.packet import Packet
from av.video.codeccontext import VideoCodecContext
from av.video.frame import PictureType, VideoFrame

from .coded import Coded
from .quality import x264_options

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from .planes import Planes

RATE = 48_000
"""Samples a second of every film's sound."""

SOUND_BIT_RATE = 192_000
_BT709 = 1
_LIMITED = 1
# So many frames without a keyframe are the encoder's own business; the film sets them far more often.
_GOP = 1 << 20


def _coded(packet: Packet[Any]) -> Coded:
    return Coded(packet.pts or 0, packet.duration or 1, packet.is_keyframe, bytes(packet))


def _set_up(context: VideoCodecContext, width: int, height: int, fps: int, threads: int) -> None:
    context.width, context.height, context.pix_fmt = width, height, "yuv420p"
    context.time_base, context.framerate = Fraction(1, fps), Fraction(fps)
    context.gop_size = _GOP
    context.profile = "High"
    context.thread_type = "FRAME"
    context.thread_count = threads
    context.color_primaries = context.color_trc = context.colorspace = _BT709
    context.color_range = _LIMITED


class PictureEncoder:
    """Encodes frames in order. What comes out between two keyframes needs nothing beyond them."""

    def __init__(self, width: int, height: int, fps: int, quality: str) -> None:
        context = av.CodecContext.create("libx264", "w")
        assert isinstance(context, VideoCodecContext)
        context.options = x264_options(quality)
        context.flags |= av.codec.context.Flags.global_header
        _set_up(context, width, height, fps, 0)
        self._context = context
        self._last: VideoFrame | None = None

    def write(self, frame: VideoFrame, n: int, *, key: bool) -> Iterator[Coded]:
        """Encode frame `n`, which may be painted over afterwards; `key` begins what stands alone."""
        frame.pts, frame.time_base = n, self._context.time_base
        frame.pict_type = PictureType.I if key else PictureType.NONE
        self._last = frame
        return map(_coded, self._context.encode(frame))

    def end(self) -> Iterator[Coded]:
        """What was still under way. Nothing can be written afterwards."""
        # The encoder is thrifty with frames that seem to be the last; so that a part's end looks the same wherever
        # the encoder stops, it is shown one more keyframe, which is then left out.
        last = -1
        if self._last is not None:
            last = self._last.pts or 0
            for n in (1, 2):
                yield from (one for one in self.write(self._last, last + n, key=True) if one.pts <= last)
        yield from (one for one in map(_coded, self._context.encode(None)) if one.pts <= last)


def blank(width: int, height: int) -> VideoFrame:
    """A frame to paint on."""
    return VideoFrame(width, height, "yuv420p")


def canvas(frame: VideoFrame) -> Planes:
    """The frame's own memory."""
    from .clips import view
    from .planes import Planes

    return Planes(*(view(frame, number) for number in range(3)))


class SoundEncoder:
    """Encodes blocks of samples in order."""

    def __init__(self) -> None:
        context = av.CodecContext.create("aac", "w")
        # At this rate neither the long search for the best coding of a spectrum nor the one for what both channels
        # share is ever heard.
        context.options = {"aac_coder": "fast", "aac_ms": "0", "aac_is": "0"}
        assert isinstance(context, AudioCodecContext)
        _set_up_sound(context)
        context.flags |= av.codec.context.Flags.global_header
        self._context = context
        self._samples = 0

    def write(self, block: NDArray[np.float32]) -> Iterator[Coded]:
        """Encode the next samples: N x 2, from -1 to 1."""
        import numpy as np
        from av.audio.frame import AudioFrame

        frame = AudioFrame.from_ndarray(np.ascontiguousarray(block.T), format="fltp", layout="stereo")
        frame.sample_rate = RATE
        frame.pts = self._samples
        frame.time_base = Fraction(1, RATE)
        self._samples += len(block)
        return map(_coded, self._context.encode(frame))

    def end(self) -> Iterator[Coded]:
        return map(_coded, self._context.encode(None))


def _set_up_sound(context: AudioCodecContext) -> None:
    context.sample_rate = RATE
    context.layout = "stereo"
    context.format = "fltp"
    context.bit_rate = SOUND_BIT_RATE
    context.time_base = Fraction(1, RATE)


class Writer:
    """Writes one film. Use it as a context manager; leaving it by an error closes the file as it is."""

    def __init__(self, path: Path, width: int, height: int, fps: int, quality: str) -> None:
        self._container = av.open(str(path), "w", format="mp4", options={"movflags": "+faststart"})
        # These two contexts encode nothing: they say in the file's head what the packets will be.
        self._video = self._container.add_stream("libx264", rate=fps, options=x264_options(quality))
        _set_up(self._video.codec_context, width, height, fps, 1)
        self._audio = self._container.add_stream("aac", rate=RATE, layout="stereo")
        self._audio.codec_context.bit_rate = SOUND_BIT_RATE
        self._container.start_encoding()
        # Of B frames in a pyramid, two may have to wait for one behind them.
        self._delay = 2 if self._video.codec_context.has_b_frames else 0
        self._times = (Fraction(1, fps), Fraction(1, RATE))
        self._pictures = 0

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, *_: object) -> None:
        self._container.close()

    def pictures(self, coded: Iterable[Coded]) -> None:
        """Add the next frames, in the order of decoding."""
        for one in coded:
            # Counted here, so that a film joined from pieces has the very times of one made at once.
            self._mux(one, self._pictures - self._delay, 0)
            self._pictures += 1

    def sounds(self, coded: Iterable[Coded]) -> None:
        """Add the next samples."""
        for one in coded:
            self._mux(one, one.pts, 1)

    def _mux(self, one: Coded, dts: int, kind: int) -> None:
        packet = Packet(one.data)
        packet.stream = (self._video, self._audio)[kind]
        packet.time_base = self._times[kind]
        packet.pts, packet.dts, packet.duration = one.pts, dts, one.duration
        packet.is_keyframe = one.key
        self._container.mux_one(packet)
