"""Files made into what a service takes: pictures into full-size JPEGs, sounds into AAC, from disk to disk."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import containers, photos
from ..errors import FileTooLargeError, P2VError, UnsupportedFileError
from ..phrases import say

if TYPE_CHECKING:
    from av.audio.frame import AudioFrame
    from av.audio.resampler import AudioResampler

OnPart = Callable[[float], object]

_QUALITIES = (95, 88, 75)
# As far as libjpeg goes.
_LONGEST_SIDE = 65_500
_EXIF_IFD, _DATE_TIME, _DATE_TIME_ORIGINAL = 0x8769, 0x0132, 0x9003
_RATES = (8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000)
_BITS_A_CHANNEL, _LEAST_BITS_A_CHANNEL = 96_000, 24_000


class StoppedError(Exception):
    """Nobody waits for the conversion any more."""


def to_jpeg(path: Path, out: Path, name: str, most: int = photos.MAX_BYTES) -> None:
    """Write a picture as an upright sRGB JPEG of its full size and at most `most` bytes.

    The moment it was taken goes along, nothing else of what the camera noted: not where that was either. Raises
    UnsupportedFileError, FileTooLargeError.
    """
    from PIL import Image

    # A picture that is called a clip is read as one.
    known = name if photos.accepted.get(Path(name).suffix.lower()) == "image" else Path(name).stem
    facts = photos.probe(path, name=known)
    image = Image.fromarray(photos.decode(path, name=known))
    if max(image.size) > _LONGEST_SIDE:
        raise FileTooLargeError(say("sides-too-long", name=name, most=_LONGEST_SIDE))
    exif = Image.Exif()
    if facts.taken:
        written = facts.taken.replace("-", ":").replace("T", " ")
        exif[_DATE_TIME] = written
        exif.get_ifd(_EXIF_IFD)[_DATE_TIME_ORIGINAL] = written
    with _writing(name):
        for quality in _QUALITIES:
            image.save(out, "JPEG", quality=quality, subsampling=0, exif=exif)
            if out.stat().st_size <= most:
                return
    raise FileTooLargeError(say("converted-too-large", name=name, most=most // 2**20))


def to_m4a(
    path: Path,
    out: Path,
    name: str,
    on_part: OnPart = lambda part: None,
    stopped: Callable[[], bool] = lambda: False,
    most: int = photos.MAX_BYTES,
) -> None:
    """Write a sound as AAC of the same length: mono or stereo, 48 kHz at most; `on_part` hears how much is done, 0..1.

    Raises UnsupportedFileError, FileTooLargeError, and StoppedError once `stopped` says so.
    """
    import av

    try:
        with containers.open_stream(path) as source, _writing(name):
            if not source.streams.audio:
                raise UnsupportedFileError(say("no-sound", name=name))
            with av.open(str(out), "w", format="ipod") as target:
                _transcode(source, target, name, on_part, stopped, most)
    except (av.FFmpegError, ValueError) as problem:
        if isinstance(problem, OSError) and problem.errno == errno.ENOSPC:
            raise not_converted(name, problem) from None
        raise UnsupportedFileError(say("file-damaged", name=name)) from None
    if out.stat().st_size > most:
        raise FileTooLargeError(say("converted-too-large", name=name, most=most // 2**20))


def _transcode(source: Any, target: Any, name: str, on_part: OnPart, stopped: Callable[[], bool], most: int) -> None:
    from av.audio.resampler import AudioResampler

    stream = source.streams.audio[0]
    rate = next((rate for rate in _RATES if rate == stream.rate), _RATES[-1])
    layout = "mono" if stream.channels == 1 else "stereo"
    seconds = (source.duration or 0) / 1e6
    coded = target.add_stream("aac", rate=rate, layout=layout)
    coded.codec_context.bit_rate = _bit_rate(1 if layout == "mono" else 2, seconds, most)
    coded.codec_context.time_base = Fraction(1, rate)
    samples = 0
    for frame in _resampled(source, AudioResampler("fltp", layout, rate)):
        if stopped():
            raise StoppedError
        frame.pts, frame.time_base = samples, Fraction(1, rate)
        samples += frame.samples
        target.mux(coded.encode(frame))
        if seconds:
            on_part(min(1.0, samples / rate / seconds))
    if not samples:
        raise UnsupportedFileError(say("no-sound", name=name))
    target.mux(coded.encode(None))


def _bit_rate(channels: int, seconds: float, most: int) -> int:
    """That of good music, or less where the file would get too large."""
    fitting = int(most * 8 * 0.95 / seconds) if seconds else _BITS_A_CHANNEL * channels
    return max(_LEAST_BITS_A_CHANNEL * channels, min(_BITS_A_CHANNEL * channels, fitting))


def _resampled(source: Any, resampler: AudioResampler) -> Iterator[AudioFrame]:
    for frame in source.decode(source.streams.audio[0]):
        yield from resampler.resample(frame)
    yield from resampler.resample(None)


@contextlib.contextmanager
def _writing(name: str) -> Iterator[None]:
    """What the disk has against it becomes one error that names the file."""
    import av

    try:
        yield
    except av.FFmpegError:
        raise
    except MemoryError:
        raise UnsupportedFileError(say("file-no-memory", name=name)) from None
    except OSError as problem:
        raise not_converted(name, problem) from None


def not_converted(name: str, problem: OSError) -> P2VError:
    """The error that says what the disk had against it."""
    reason = os.strerror(problem.errno) if problem.errno else type(problem).__name__
    return P2VError(say("not-converted", name=name, reason=reason))
