"""What a look at a picture tells the director: the point that matters in it, whether it is sharp, what it resembles.

Faces are found by OpenCV's Haar cascades; where there is none, the spectral residual of the picture's spectrum tells
what stands out (Hou & Zhang, 2007). A difference hash tells near-twins. All of it works on a picture 320 px wide.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from photo2video_widgets.errors import P2VError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Grey = NDArray[np.float32]

WIDTH = 320
# Of the light's variance, what a badly blurred picture has left in its Laplacian; sharp ones have 0.003 to 0.1.
_BLURRED = 0.0006
_FLAT = 8.0
_NEAR = 5
_BACK = 4


@dataclass(frozen=True)
class Look:
    """`focus`: x and y from 0 to 1, None where nothing stands out; `fingerprint`: 64 bits, None for a plain picture."""

    focus: tuple[float, float] | None = None
    blurred: bool = False
    fingerprint: int | None = None


def look(pixels: NDArray[np.uint8]) -> Look:
    """What an upright picture (HxWx3, sRGB) shows; any size, though small ones cost less."""
    import cv2
    import numpy as np

    height, width = pixels.shape[:2]
    scale = WIDTH / max(height, width)
    size = max(8, round(width * scale)), max(8, round(height * scale))
    grey = cv2.cvtColor(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), cv2.COLOR_RGB2GRAY)
    light = grey.astype(np.float32)
    if float(light.std()) < _FLAT:
        return Look()
    return Look(_face(grey) or _outstanding(light), _is_blurred(light), _fingerprint(light))


def facts_of(path: Path, name: str) -> dict[str, Any]:
    """The same of a picture file, as facts that JSON can hold; none where it can't be read to the end."""
    from photo2video_widgets import photos

    try:
        seen = look(photos.decode(path, max_size=(WIDTH, WIDTH), name=name))
    except P2VError:
        return {}
    facts: dict[str, Any] = {}
    if seen.focus is not None:
        facts["focus"] = list(seen.focus)
    if seen.blurred:
        facts["blurred"] = True
    if seen.fingerprint is not None:
        facts["fingerprint"] = f"{seen.fingerprint:016x}"
    return facts


def twins_of(prints: Sequence[tuple[str, str | None]]) -> dict[str, str]:
    """Which picture looks nearly like which one of the few before it; pairs of ids from pairs of id and fingerprint."""
    found: dict[str, str] = {}
    for place, (identity, mark) in enumerate(prints):
        for earlier, other in prints[max(0, place - _BACK) : place]:
            if mark and other and earlier != identity and (int(mark, 16) ^ int(other, 16)).bit_count() <= _NEAR:
                found[identity] = earlier
    return found


@functools.cache
def _cascade() -> Any:
    import cv2

    # Not `cv2.data`: OpenCV adds it last, when another thread that imports it may be using the rest already.
    folder = Path(cv2.__file__).parent / "data"
    return cv2.CascadeClassifier(str(folder / "haarcascade_frontalface_default.xml"))


def _face(grey: Any) -> tuple[float, float] | None:
    """The middle of all faces, by their size."""
    found = _cascade().detectMultiScale(grey, scaleFactor=1.15, minNeighbors=6, minSize=(24, 24))
    weight = sum(int(w) * int(h) for _, _, w, h in found)
    if not weight:
        return None
    height, width = grey.shape
    x = sum((left + w / 2) * w * h for left, _, w, h in found) / weight / width
    y = sum((top + h / 2) * w * h for _, top, w, h in found) / weight / height
    return round(float(x), 3), round(float(y), 3)


def _outstanding(light: Grey) -> tuple[float, float] | None:
    """The middle of what stands out, unless that is everywhere."""
    import cv2
    import numpy as np

    small = cv2.resize(light, (64, 64), interpolation=cv2.INTER_AREA)
    spectrum = np.fft.fft2(small)
    log = np.log(np.abs(spectrum) + 1e-6)
    residual = log - cv2.blur(log, (3, 3))
    saliency = np.abs(np.fft.ifft2(np.exp(residual + 1j * np.angle(spectrum)))) ** 2
    saliency = cv2.GaussianBlur(saliency, (0, 0), 3)
    # Edges of the picture ring in its spectrum.
    saliency[:3] = saliency[-3:] = 0
    saliency[:, :3] = saliency[:, -3:] = 0
    saliency[saliency < np.quantile(saliency, 0.9)] = 0
    total = float(saliency.sum())
    if total <= 0:
        return None
    rows, columns = np.indices(saliency.shape)
    x, y = (float((saliency * axis).sum()) / total for axis in (columns, rows))
    spread = float(np.sqrt((saliency * ((columns - x) ** 2 + (rows - y) ** 2)).sum() / total))
    if spread > 20:
        return None
    return round((x + 0.5) / 64, 3), round((y + 0.5) / 64, 3)


def _is_blurred(light: Grey) -> bool:
    import cv2

    # Smoothed a little, so that the steps of eight bits don't pass for detail.
    smooth = cv2.GaussianBlur(light, (0, 0), 1)
    return float(cv2.Laplacian(smooth, cv2.CV_32F).var()) < _BLURRED * float(light.var())


def _fingerprint(light: Grey) -> int:
    import cv2

    small = cv2.resize(light, (9, 8), interpolation=cv2.INTER_AREA)
    bits = (small[:, 1:] > small[:, :-1]).ravel()
    return int("".join("1" if bit else "0" for bit in bits), 2)
