"""A finished film. As the last value of a cell it plays."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote

EMBEDDED_BYTES = 8 * 1000 * 1000
"""Up to this size a film is embedded in a notebook: larger data URIs make notebooks slow to open."""


class HasFacts(Protocol):
    """What a film says of itself, whoever made it: sides in pixels, duration in seconds, size in bytes."""

    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def duration(self) -> float: ...
    @property
    def size(self) -> int: ...


def facts(film: HasFacts) -> str:
    """A film's facts in a line, as in "1920×1080, 18.17 s, 5.2 MB"."""
    return f"{film.width}×{film.height}, {round(film.duration, 2):g} s, {film.size / 1e6:.1f} MB"


@dataclass(frozen=True)
class Video:
    """A film on disk: `path`, `duration` in seconds, `width` and `height` in pixels, `size` in bytes."""

    path: Path
    duration: float
    width: int
    height: int
    size: int

    @classmethod
    def open(cls, path: str | Path) -> Video:
        """Read what an MP4 says of itself; raises `RenderError` where it is no film."""
        from .errors import RenderError

        file = Path(path)
        try:
            import av

            with av.open(str(file)) as container:
                stream = container.streams.video[0]
                duration = float(stream.duration * stream.time_base) if stream.duration and stream.time_base else 0.0
                return cls(file, duration, stream.width, stream.height, file.stat().st_size)
        except (OSError, IndexError, ValueError) as problem:
            # PyAV's own errors are OSError and ValueError too; their text would name the folder.
            raise RenderError(f"{file.name}: not a film that can be read ({type(problem).__name__})") from None

    def __repr__(self) -> str:
        return f"<Video {self.path.name}: {facts(self)}>"

    def poster(self, width: int = 640) -> bytes:
        """A JPEG of the film's middle, `width` pixels wide."""
        import io

        import av
        from PIL import Image

        with av.open(str(self.path)) as container:
            container.seek(int(self.duration * 500_000))
            frame = next(container.decode(video=0))
            height = round(self.height * width / self.width / 2) * 2
            pixels = frame.reformat(width=width, height=height, format="rgb24").to_ndarray()
        out = io.BytesIO()
        Image.fromarray(pixels).save(out, "JPEG", quality=82)
        return out.getvalue()

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        bundle: dict[str, Any] = {"text/plain": repr(self)}
        try:
            poster = base64.b64encode(self.poster()).decode()
            source = self._source()
        except (OSError, ValueError, StopIteration, IndexError):
            # What PyAV and the file system say names the folder, and this is kept in the notebook.
            return {"text/plain": f"{self!r} (the file can't be read any more)"}
        if source is None:
            bundle["image/jpeg"] = poster
        else:
            shape = f"max-width:min(100%,{min(960, self.width)}px);max-height:540px"
            bundle["text/html"] = (
                f'<video controls playsinline preload="metadata" style="{shape}" aria-label="Film" '
                f'poster="data:image/jpeg;base64,{poster}" src="{source}"></video>'
            )
        return bundle

    def _source(self) -> str | None:
        """What a page plays: the film itself where it is small, else its place beside the notebook, if it is there."""
        if self.size <= EMBEDDED_BYTES:
            return "data:video/mp4;base64," + base64.b64encode(self.path.read_bytes()).decode()
        folder, film = Path.cwd().resolve(), self.path.resolve()
        return quote(film.relative_to(folder).as_posix()) if film.is_relative_to(folder) else None
