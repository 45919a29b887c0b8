"""Photos, clips and sounds as files: what one is, what it shows, and how it is read.

Photos are read through Pillow and pillow-heif, clips and sounds through PyAV; both are imported at first use, so that
importing this module costs nothing. Messages name a file by its name, never by its folder.
"""

from __future__ import annotations

import contextlib
import io
import math
import struct
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from photo2video_widgets import containers
from photo2video_widgets.errors import FileTooLargeError, UnsupportedFileError
from photo2video_widgets.gate import Gate
from photo2video_widgets.phrases import say

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL import Image

    Pixels = NDArray[np.uint8]
    Conversion = Callable[[Image.Image], Image.Image]

MAX_BYTES = 200 * 2**20
"""The largest file that is taken in."""

accepted: Mapping[str, str] = {
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".gif", ".avif", ".tif", ".tiff"), "image"),
    **dict.fromkeys((".mp4", ".mov", ".m4v", ".avi", ".webm", ".mkv"), "video"),
    **dict.fromkeys((".mp3", ".wav", ".m4a", ".aac", ".flac", ".ogg"), "audio"),
}
"""Suffixes of the files that are taken in, and the kind that each is expected to be."""

ORIENTATION, _DATE_TIME, _EXIF_IFD, _DATE_TIME_ORIGINAL = 0x0112, 0x0132, 0x8769, 0x9003
SIDEWAYS = (5, 6, 7, 8)
# What decoders raise on a file that is damaged.
DAMAGE = (
    OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError, RuntimeError, struct.error,
    ZeroDivisionError, OverflowError, MemoryError,
)  # fmt: skip
_REASONS: Mapping[type[BaseException], str] = {
    FileNotFoundError: "file-gone",
    PermissionError: "file-forbidden",
    IsADirectoryError: "file-is-folder",
    MemoryError: "file-no-memory",
}
# Decoding takes up to 4 bytes a pixel, and many previews are asked for at once.
_decoders = Gate(200_000_000)
_BAND = 1 << 22
# Pixels from which on memory counts for more than the last bit of sharpness.
_LARGE = 50_000_000


@dataclass(frozen=True, slots=True)
class PhotoFacts:
    """What a file says about itself. Width and height (px) are those after orientation, 0 for sounds."""

    kind: str
    format: str
    width: int
    height: int
    duration_ms: int | None
    taken: str | None


@dataclass(frozen=True, slots=True)
class RawPicture:
    """A picture as stored, before orientation and colour conversion, so that both can wait until it is small.

    `pixels` is HxWx3 uint8, at full size or reduced; `size` is the full upright width and height in px. `finish`
    turns an array of such pixels, of whatever size, upright and into sRGB.
    """

    pixels: Pixels
    size: tuple[int, int]
    orientation: int
    finish: Callable[[Pixels], Pixels]

    def part(self, left: int, top: int, right: int, bottom: int) -> Pixels:
        """The stored pixels of a box given in px of the full upright picture: a view, still to be finished."""
        width, height = self.size
        if self.orientation in (3, 4, 7, 8):
            top, bottom = height - bottom, height - top
        if self.orientation in (2, 3, 6, 7):
            left, right = width - right, width - left
        if self.orientation in SIDEWAYS:
            left, top, right, bottom, width, height = top, left, bottom, right, height, width
        down, across = self.pixels.shape[0] / height, self.pixels.shape[1] / width
        return self.pixels[round(top * down) : round(bottom * down), round(left * across) : round(right * across)]


def probe(path: Path, *, name: str | None = None) -> PhotoFacts:
    """Kind, format, size (px), length and date of a file, from its headers.

    `name` stands for the file in messages where its own name would say nothing. Raises UnsupportedFileError for what
    can't be read or isn't accepted, FileTooLargeError for files over `MAX_BYTES`.
    """
    name = name or path.name
    suffix = Path(name).suffix.lower()
    if suffix and suffix not in accepted:
        raise UnsupportedFileError(say("not-taken", name=name, suffix=suffix, formats=_listing()))
    try:
        size = path.stat().st_size
    except OSError as problem:
        raise unreadable(name, problem) from None
    if size == 0:
        raise UnsupportedFileError(say("file-empty", name=name))
    if size > MAX_BYTES:
        raise too_large(name, size, MAX_BYTES)
    if accepted.get(suffix, "image") == "image":
        try:
            return _probe_picture(path, name)
        except UnsupportedFileError:
            if suffix:
                raise
    return _probe_stream(path, name)


def decode(path: Path, *, max_size: tuple[int, int] | None = None, name: str | None = None) -> Pixels:
    """The upright picture as HxWx3 uint8 sRGB; transparent parts lie on white. A clip gives its first frame.

    With `max_size` (width, height in px, upright) the picture may come back smaller than stored, but never smaller
    than that, which is faster and takes less memory. Raises UnsupportedFileError.
    """
    raw = read(path, need=max_size and (lambda width, height: max_size), name=name)
    return raw.finish(raw.pixels)


def thumbnail(path: Path, width: int, *, name: str | None = None) -> bytes:
    """A JPEG of the picture or of the clip's first frame, at most `width` px wide. Raises UnsupportedFileError."""
    import cv2
    import numpy as np
    from PIL import Image

    raw = read(path, need=lambda full, high: (width, max(1, high * width // full)), name=name)
    factor = min(1.0, width / raw.size[0]) * raw.size[0] / raw.pixels.shape[raw.orientation not in SIDEWAYS]
    small = raw.pixels
    if factor < 1:
        high, wide = (max(1, round(side * factor)) for side in small.shape[:2])
        small = np.asarray(cv2.resize(small, (wide, high), interpolation=cv2.INTER_AREA), np.uint8)
    out = io.BytesIO()
    Image.fromarray(raw.finish(small)).save(out, "JPEG", quality=82, optimize=True)
    return out.getvalue()


def read(
    path: Path,
    *,
    need: Callable[[int, int], tuple[int, int]] | None = None,
    name: str | None = None,
    paper: str = "white",
) -> RawPicture:
    """The picture as stored; see RawPicture. Raises UnsupportedFileError.

    `need` is told the full upright width and height (px) and answers how large it has to be at least. Transparent
    parts lie on the colour `paper`.
    """
    name = name or path.name
    if accepted.get(Path(name).suffix.lower()) == "video":
        return _first_frame(path, name, need)
    try:
        image = _open(path, name)
    except UnsupportedFileError:
        if Path(name).suffix:
            raise
        return _first_frame(path, name, need)
    with image:
        return _read_open(image, path, need, name, paper)


# Pictures


@cache
def _register() -> None:
    import pillow_heif
    from PIL import _imaging

    pillow_heif.register_heif_opener()
    # Memory in blocks of this size goes back to the system at once; smaller ones stay with the thread that had them.
    _imaging.set_block_size(64 << 20)


@contextlib.contextmanager
def _decoding(path: Path, name: str) -> Iterator[None]:
    """Whatever decoders make of a damaged picture becomes one error that names it."""
    from PIL import Image, UnidentifiedImageError

    try:
        yield
    except Image.DecompressionBombError:
        raise UnsupportedFileError(say("too-many-pixels", name=name)) from None
    except DAMAGE as problem:
        early = isinstance(problem, EOFError) or str(problem).startswith(("image file is truncated", "truncated"))
        if containers.ends_early(path) or (early and not isinstance(problem, UnidentifiedImageError)):
            raise UnsupportedFileError(say("file-ends-early", name=name)) from None
        if isinstance(problem, UnidentifiedImageError):
            raise UnsupportedFileError(say("not-a-picture", name=name)) from None
        raise unreadable(name, problem) from None


def _open(path: Path, name: str) -> Image.Image:
    from PIL import Image

    _register()
    with _decoding(path, name):
        return Image.open(path)


def _probe_picture(path: Path, name: str) -> PhotoFacts:
    if containers.ends_early(path):
        raise UnsupportedFileError(say("file-ends-early", name=name))
    with _open(path, name) as image, _decoding(path, name):
        orientation, taken = exif(image, path)
        width, height = _turned(image.size, orientation)
        format_ = (image.format or "").lower()
        if format_ == "png":
            # Its check sums tell of damage without decoding.
            image.verify()
    return PhotoFacts("image", format_, width, height, None, taken)


def exif(image: Image.Image, path: Path) -> tuple[int, str | None]:
    """Orientation and date. Broken data count as none: every viewer shows such a photo all the same."""
    from PIL import Image

    orientation, taken = 1, None
    with contextlib.suppress(*DAMAGE):
        if image.format == "PNG":
            # Pillow's own way decodes the whole picture to come by what lies behind it.
            if "exif" not in image.info and (found := containers.png_exif(path)):
                image.info["exif"] = found
            exif = Image.Image.getexif(image)
        else:
            exif = image.getexif()
        if image.format != "TIFF":
            # Those Pillow turns itself, and tells their size accordingly.
            orientation = exif.get(ORIENTATION, 1)
        dates = (exif.get_ifd(_EXIF_IFD).get(_DATE_TIME_ORIGINAL), exif.get(_DATE_TIME))
        taken = next(filter(None, map(_iso, dates)), None)
    return orientation, taken


def _read_open(
    image: Image.Image, path: Path, need: Callable[[int, int], tuple[int, int]] | None, name: str, paper: str
) -> RawPicture:
    import numpy as np
    from PIL import Image, ImageCms

    with _decoding(path, name):
        orientation, _ = exif(image, path)
        size = _turned(image.size, orientation)
        wanted = image.size if need is None else _turned(need(*size), orientation)
        if need is not None and image.format in ("JPEG", "MPO"):
            image.draft(None, wanted)
        with _decoders.passing(image.width * image.height):
            image.load()
            # Twice of what is needed is left, so that the rest of the reduction can't tell the difference; of very
            # large pictures just what is needed, as the memory is.
            spare = 2 if image.width * image.height <= _LARGE else 1
            factor = min(side // max(1, least) for side, least in zip(image.size, wanted, strict=True)) // spare
            to_srgb = _profile(image)
            pixels = _eight_bit_rgb(image, to_srgb, max(1, factor), paper)
            # Otherwise the next one would begin before this one is gone.
            image.close()
    late = to_srgb if image.mode.startswith("RGB") else None

    def finish(array: Pixels) -> Pixels:
        if late is not None:
            with contextlib.suppress(ImageCms.PyCMSError):
                array = np.asarray(late(Image.fromarray(array)))
        return np.ascontiguousarray(upright(array, orientation))

    return RawPicture(pixels, size, orientation, finish)


def _turned(size: tuple[int, int], orientation: int) -> tuple[int, int]:
    return (size[1], size[0]) if orientation in SIDEWAYS else size


def _profile(image: Image.Image) -> Callable[[Image.Image], Image.Image] | None:
    profile = image.info.get("icc_profile")
    return converter(bytes(profile), image.mode) if profile else None


def _eight_bit_rgb(
    image: Image.Image, to_srgb: Callable[[Image.Image], Image.Image] | None, factor: int, paper: str
) -> Pixels:
    """A picture of any mode as HxWx3, reduced by a whole `factor`. What isn't RGB yet goes through `to_srgb`.

    Made in bands: the whole in each mode on the way would take several times its memory.
    """
    import numpy as np
    from PIL import Image

    rows, columns = -(-image.height // factor), -(-image.width // factor)
    pixels = np.empty((rows, columns, 3), np.uint8)
    white = _white(image)
    step = max(1, _BAND // (image.width * factor))
    for top in range(0, rows, step):
        box = (0, top * factor, image.width, min(image.height, (top + step) * factor))
        band = _band(image.crop(box), to_srgb, white, paper)
        pixels[top : top + step] = band if factor == 1 else np.asarray(Image.fromarray(band).reduce(factor))
    return pixels


def flattened(image: Image.Image) -> Pixels:
    """A picture of any mode as HxWx3 sRGB; what is transparent lies on white."""
    return _eight_bit_rgb(image, _profile(image), 1, "white")


def _white(image: Image.Image) -> float | None:
    """The value of white in a picture of more than 8 bits; None in others."""
    if not image.mode.startswith("I") and image.mode != "F":
        return None
    if image.mode.startswith("I;16"):
        return 65535.0
    _, top = image.getextrema()
    assert not isinstance(top, tuple)
    # 32-bit modes carry no range of their own: take the smallest usual one that holds the picture.
    usual = (1.0, 255.0, 65535.0) if image.mode == "F" else (255.0, 65535.0)
    return next((full for full in usual if top <= full), float(top))


def _band(
    image: Image.Image, to_srgb: Callable[[Image.Image], Image.Image] | None, white: float | None, paper: str
) -> Pixels:
    import numpy as np
    from PIL import Image, ImageCms

    if white is not None:
        values = np.asarray(image).astype(np.float64)
        grey = np.clip(values * (255.0 / white) + 0.5, 0, 255).astype(np.uint8)
        return np.repeat(grey[:, :, None], 3, axis=2)
    if to_srgb is not None and image.mode in ("CMYK", "L"):
        with contextlib.suppress(ImageCms.PyCMSError):
            image = to_srgb(image)
    if image.has_transparency_data:
        image = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", image.size, paper), image)
    return np.asarray(image if image.mode == "RGB" else image.convert("RGB"))


def upright(array: Pixels, orientation: int) -> Pixels:
    import numpy as np

    if orientation in SIDEWAYS:
        array = array.swapaxes(0, 1)
    if orientation in (2, 3, 6, 7):
        array = np.flip(array, axis=1)
    if orientation in (3, 4, 7, 8):
        array = np.flip(array, axis=0)
    return array


@lru_cache(maxsize=16)
def converter(profile: bytes, mode: str) -> Callable[[Image.Image], Image.Image] | None:
    """What turns pictures of this profile into sRGB, or None where nothing needs doing or the profile is no good."""
    from PIL import ImageCms

    if mode not in ("RGB", "RGBA", "CMYK", "L"):
        return None
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if mode.startswith("RGB") and "srgb" in ImageCms.getProfileDescription(source).lower():
            return None
        transform = ImageCms.buildTransform(
            source,
            ImageCms.createProfile("sRGB"),
            "RGB" if mode == "RGBA" else mode,
            "RGB",
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None

    def convert(image: Image.Image) -> Image.Image:
        return ImageCms.applyTransform(image, transform) or image

    return convert


def _iso(value: object) -> str | None:
    try:
        return datetime.strptime(str(value).strip("\0 "), "%Y:%m:%d %H:%M:%S").isoformat()
    except ValueError:
        return None


# Clips and sounds


def _probe_stream(path: Path, name: str) -> PhotoFacts:
    import av

    try:
        with containers.open_stream(path) as container:
            duration = None if container.duration is None else round(container.duration / 1000)
            format_ = container.format.name.split(",")[0]
            taken = container.metadata.get("creation_time")
            moving = [stream for stream in container.streams.video if not _is_cover(stream)]
            if moving:
                frame = next(container.decode(moving[0]))
                width, height = frame.width, frame.height
                if frame.rotation % 180:
                    width, height = height, width
                return PhotoFacts("video", format_, width, height, duration, _iso_of_stream(taken))
            if container.streams.audio:
                next(container.decode(container.streams.audio[0]))
                return PhotoFacts("audio", format_, 0, 0, duration, None)
    except (av.FFmpegError, OSError, StopIteration, ValueError) as problem:
        raise unreadable(name, problem) from None
    raise UnsupportedFileError(say("nothing-in-file", name=name))


def _first_frame(path: Path, name: str, need: Callable[[int, int], tuple[int, int]] | None) -> RawPicture:
    import av
    import numpy as np

    from photo2video_widgets.footage import Developer

    try:
        with containers.open_stream(path) as container:
            stream = container.streams.video[0]
            with _decoders.passing(stream.width * stream.height):
                frame = next(container.decode(stream))
                turns = frame.rotation // 90 % 4
                stored = (frame.width, frame.height)
                size = stored[::-1] if turns % 2 else stored
                least = need(*size) if need else size
                scale = min(1.0, max(side / full for side, full in zip(least, size, strict=True)))
                width, height = (max(1, math.ceil(side * scale)) for side in stored)
                shown = Developer(stream)(frame, width, height, "rgb24")
                upright_ = np.ascontiguousarray(np.rot90(shown.to_ndarray(), turns), dtype=np.uint8)
                return RawPicture(upright_, size, 1, lambda array: array)
    except (av.FFmpegError, OSError, StopIteration, IndexError, ValueError) as problem:
        raise unreadable(name, problem) from None


def _is_cover(stream: Any) -> bool:
    import av.stream

    return bool(stream.disposition & av.stream.Disposition.attached_pic)


def _iso_of_stream(taken: str | None) -> str | None:
    try:
        when = datetime.fromisoformat(taken or "")
    except ValueError:
        return None
    # Cameras without a clock write the epochs of QuickTime or Unix.
    return when.replace(tzinfo=None, microsecond=0).isoformat() if when.year > 1970 else None


def _listing() -> str:
    return ", ".join(sorted(suffix[1:] for suffix in accepted))


def unreadable(name: str, problem: BaseException) -> UnsupportedFileError:
    """The error that says why a file can't be read, without its folder, which the text of an OSError has."""
    for kind, key in _REASONS.items():
        if isinstance(problem, kind):
            return UnsupportedFileError(say(key, name=name))
    return UnsupportedFileError(say("file-damaged", name=name))


def too_large(name: str, size: int, most: int) -> FileTooLargeError:
    """The error that says so, of a file of `size` bytes where `most` are taken."""
    # A byte too many must not read as "200 MB; files up to 200 MB".
    return FileTooLargeError(
        say("file-too-large", name=name, size=max(round(size / 2**20), most // 2**20 + 1), most=most // 2**20)
    )
