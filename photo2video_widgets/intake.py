"""What people hand in – paths, folders, patterns, addresses, pictures, arrays, figures – as a list of sources.

Messages name a file by its name, never by its folder.
"""

from __future__ import annotations

import contextlib
import glob
import io
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from photo2video_widgets import photos
from photo2video_widgets.errors import UnsupportedFileError
from photo2video_widgets.phrases import say

if TYPE_CHECKING:
    from PIL import Image

    from photo2video_widgets.photos import Pixels

_NATURAL = re.compile(r"(\d+)")
_PNG_MODES = ("1", "L", "LA", "P", "RGB", "RGBA", "I;16")


@dataclass(frozen=True, slots=True)
class Source:
    """One thing to take in: exactly one of `path`, `data` and `url` is set. A `passing` file is soon deleted."""

    name: str
    path: Path | None = field(default=None, repr=False)
    data: bytes | None = field(default=None, repr=False)
    url: str | None = field(default=None, repr=False)
    passing: bool = False


def collect(inputs: object, place: Callable[[str], Path] | None = None) -> list[Source]:
    """Everything that `inputs` stand for, in order.

    Takes one item or an iterable of items: paths of files, folders (their files in natural order, not those of folders
    within), glob patterns, http(s) addresses, Pillow images, arrays (HxW, HxWx3, HxWx4; uint8, uint16, or float from
    0 to 1) and figures (anything that can `savefig`, or show itself as PNG). What is drawn is kept at the path that
    `place` makes of its name, so that many pictures take the memory of one; without `place` it is held. Raises
    UnsupportedFileError.
    """
    if not isinstance(inputs, Iterable) or isinstance(inputs, str | bytes | os.PathLike) or _is_drawable(inputs):
        inputs = [inputs]
    sources: list[Source] = []
    drawn = 0
    for item in inputs:
        if isinstance(item, Source):
            sources.append(item)
        elif isinstance(item, str | os.PathLike):
            sources += _from_words(os.fsdecode(item))
        else:
            drawn += 1
            sources.append(_drawn(item, f"image-{drawn}.png", place))
    return sources


def _drawn(item: Any, name: str, place: Callable[[str], Path] | None) -> Source:
    data = _png(item)
    # Where the disk won't have it, it can be sent all the same.
    with contextlib.suppress(OSError):
        if place:
            path = place(name)
            path.write_bytes(data)
            return Source(name, path=path)
    return Source(name, data=data)


def plain_name(name: str) -> str:
    """The last part of a path-like name, without what can't be printed; "file" where nothing remains."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(letter for letter in last if letter.isprintable()).strip()
    stem, dot, suffix = kept.rpartition(".")
    return f"{stem[:180]}{dot}{suffix[:20]}" if stem else kept[:200] or "file"


def natural_order(name: str) -> list[tuple[int, int | str]]:
    """Sort key by which `2.jpg` comes before `10.jpg`."""
    return [(0, int(part)) if part.isdecimal() else (1, part) for part in _NATURAL.split(name.casefold()) if part]


def name_in(url: str) -> str:
    """The name that the file at an address seems to have; "" where it has none."""
    path = re.split(r"[?#]", re.sub(r"^\w+://[^/?#]*", "", url), maxsplit=1)[0]
    return Path(unquote(path)).name


def _from_words(words: str) -> Iterator[Source]:
    if re.match(r"https?://", words, re.IGNORECASE):
        name = name_in(words) or "download"
        try:
            host = urlsplit(words).hostname
        except ValueError:
            host = None
        if not host:
            raise UnsupportedFileError(say("not-an-address", name=_short(name)))
        yield Source(name, url=words)
        return
    if not words:
        raise UnsupportedFileError(say("empty-path"))
    name = _short(os.path.basename(words) or words)
    try:
        files = _files(words)
    except RuntimeError:
        raise UnsupportedFileError(say("no-user", name=name)) from None
    except (OSError, ValueError) as problem:
        key = "file-forbidden" if isinstance(problem, PermissionError) else "no-such-place"
        raise UnsupportedFileError(say(key, name=name)) from None
    for file in sorted(files, key=lambda file: natural_order(str(file))):
        yield Source(file.name, path=file)


def _files(words: str) -> list[Path]:
    path = Path(words).expanduser()
    if path.is_dir():
        files = [file for file in path.iterdir() if _can_be_taken(file)]
        if not files:
            raise UnsupportedFileError(say("bare-folder", name=path.resolve().name))
        return files
    if path.exists():
        return [path]
    if glob.has_magic(words):
        files = [file for file in map(Path, glob.glob(str(path), recursive=True)) if _can_be_taken(file)]
        if not files:
            raise UnsupportedFileError(say("bare-pattern", name=path.name))
        return files
    raise UnsupportedFileError(say("no-such-place", name=_short(path.name)))


def _short(name: str) -> str:
    return name if len(name) <= 80 else f"{name[:79]}…"


def _can_be_taken(file: Path) -> bool:
    return file.suffix.lower() in photos.accepted and not file.name.startswith(".") and file.is_file()


def _is_drawable(item: object) -> bool:
    return any(hasattr(item, name) for name in ("__array_interface__", "savefig", "to_image", "_repr_png_"))


def _png(item: Any) -> bytes:
    from PIL import Image

    out = io.BytesIO()
    if isinstance(item, Image.Image):
        _save_png(item, out)
    elif hasattr(item, "savefig"):
        item.savefig(out, format="png", dpi=200)
    elif hasattr(item, "__array_interface__") or ("numpy" in sys.modules and hasattr(item, "__array__")):
        Image.fromarray(_array_to_bytes(item)).save(out, "PNG")
    elif hasattr(item, "to_image"):
        out.write(item.to_image(format="png"))
    elif hasattr(item, "_repr_png_"):
        drawn = item._repr_png_()
        drawn = drawn[0] if isinstance(drawn, tuple) else drawn
        if not isinstance(drawn, bytes):
            raise UnsupportedFileError(say("not-drawn", kind=type(item).__name__))
        out.write(drawn)
    else:
        raise UnsupportedFileError(say("not-an-item", kind=type(item).__name__))
    return out.getvalue()


def _save_png(image: Image.Image, out: io.BytesIO) -> None:
    from PIL import Image, ImageOps

    if 0 in image.size:
        raise UnsupportedFileError(say("image-bare"))
    with contextlib.suppress(*photos.DAMAGE):
        if image.getexif().get(photos.ORIENTATION, 1) != 1:
            # A photo that was opened from its file still lies on its side.
            image = ImageOps.exif_transpose(image)
    try:
        if image.mode in _PNG_MODES:
            image.save(out, "PNG", icc_profile=image.info.get("icc_profile"))
        else:
            Image.fromarray(photos.flattened(image)).save(out, "PNG")
    except photos.DAMAGE:
        raise UnsupportedFileError(say("image-mode", mode=image.mode)) from None


def _array_to_bytes(item: Any) -> Pixels:
    import numpy as np

    array = np.asarray(item)
    if array.ndim not in (2, 3) or (array.ndim == 3 and array.shape[2] not in (1, 3, 4)) or 0 in array.shape:
        raise UnsupportedFileError(say("array-shape", shape=array.shape))
    if array.ndim == 3 and array.shape[2] == 1:
        array = array[:, :, 0]
    if array.dtype == np.uint8:
        return array
    if array.dtype == np.bool_:
        return array.astype(np.uint8) * np.uint8(255)
    if array.dtype == np.uint16:
        return (array >> 8).astype(np.uint8)
    if np.issubdtype(array.dtype, np.floating):
        if float(np.nanmin(array)) < 0 or float(np.nanmax(array)) > 1:
            raise UnsupportedFileError(say("array-floats"))
        return np.nan_to_num(array * 255 + 0.5).astype(np.uint8)
    raise UnsupportedFileError(say("array-type", type=array.dtype))
