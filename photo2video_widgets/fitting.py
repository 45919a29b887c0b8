"""A film encoded again so that it fits into so many bytes: smaller, not shorter."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .errors import P2VError, RenderError
from .phrases import say

if TYPE_CHECKING:
    from av.container import InputContainer, OutputContainer

_RATE = 48_000
# Short sides that players scale well, px.
_SIDES = (1080, 720, 540, 360, 240)
# Below this many bits for each pixel of each frame a smaller picture looks better than a coarser one.
_BITS_A_PIXEL = 0.07
_LEAST_BITS = 60_000
_MOST_TRIES = 5
_CONTAINER_SHARE = 0.96


def fitted(film: Path, width: int, height: int, duration: float, most: int) -> tuple[bytes, int, int]:
    """The film as an MP4 of at most `most` bytes, and its width and height in pixels.

    `width`, `height` and `duration` (s) are those of the film. Raises P2VError where so few bytes are too few for it,
    RenderError where it can't be read.
    """
    bits = most * 8 / max(duration, 0.1) * _CONTAINER_SHARE
    sound = 128_000 if bits > 1_000_000 else 96_000 if bits > 500_000 else 48_000
    pictures = bits - sound
    for _ in range(_MOST_TRIES):
        if pictures < _LEAST_BITS:
            break
        side = _side(min(width, height), width / height, pictures)
        wide, high = _even(width * side / min(width, height)), _even(height * side / min(width, height))
        try:
            made = _encoded(film, wide, high, int(pictures), sound)
        except (OSError, ValueError, IndexError) as problem:
            raise RenderError(say("film-unreadable", name=film.name, reason=type(problem).__name__)) from None
        if len(made) <= most:
            return made, wide, high
        # What the encoder took beyond its rate it will take again.
        pictures *= 0.95 * most / len(made)
    raise P2VError(say("film-wont-fit", name=film.name, least=_least(duration)))


def _least(duration: float) -> str:
    return f"{(_LEAST_BITS + 48_000) * duration / 8e6 / _CONTAINER_SHARE * 1.5:.1f}"


def _side(side: int, shape: float, bits: float) -> int:
    for one in _SIDES:
        if one <= side and one * one * max(shape, 1 / shape) * 30 * _BITS_A_PIXEL <= bits:
            return one
    return min(side, _SIDES[-1])


def _even(pixels: float) -> int:
    return max(2, round(pixels / 2) * 2)


def _encoded(film: Path, width: int, height: int, pictures: int, sound: int) -> bytes:
    import av

    # The index goes to the front in a second pass, which needs a file.
    with tempfile.TemporaryDirectory(prefix="photo2video-") as folder:
        made = Path(folder) / "small.mp4"
        options = {"movflags": "+faststart"}
        with av.open(str(film)) as source, av.open(str(made), "w", format="mp4", options=options) as target:
            _copy(source, target, width, height, pictures, sound)
        return made.read_bytes()


def _copy(source: InputContainer, target: OutputContainer, width: int, height: int, pictures: int, sound: int) -> None:
    import av

    rate = source.streams.video[0].average_rate or Fraction(30)
    limits = {"preset": "veryfast", "maxrate": str(int(pictures * 1.5)), "bufsize": str(pictures * 2)}
    video = target.add_stream("libx264", rate=rate, options=limits)
    video.width, video.height, video.pix_fmt = width, height, "yuv420p"
    video.bit_rate = pictures
    video.codec_context.thread_type = "FRAME"
    heard = target.add_stream("aac", rate=_RATE, layout="stereo") if source.streams.audio else None
    if heard:
        heard.bit_rate = sound
    resampler = av.AudioResampler("fltp", "stereo", _RATE)
    for frame in _frames(source):
        if isinstance(frame, av.VideoFrame):
            target.mux(video.encode(frame.reformat(width=width, height=height, interpolation="AREA")))
        elif heard:
            for part in resampler.resample(frame):
                target.mux(heard.encode(part))
    target.mux(video.encode(None))
    if heard:
        target.mux(heard.encode(None))


def _frames(source: InputContainer) -> Iterator[Any]:
    # Only the first of each kind is what players show.
    yield from source.decode(*(streams[0] for streams in (source.streams.video, source.streams.audio) if streams))
