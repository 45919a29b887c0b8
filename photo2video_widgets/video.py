"""A finished film. As the last value of a cell it plays."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote

from .draft import Draft
from .errors import P2VError
from .phrases import language, say
from .playing import Playable, bundle, embedded
from .storyboard import captions

EMBEDDED_BYTES = 10 * 1000 * 1000
"""Up to this size a film is embedded in a notebook: larger data URIs make notebooks slow to open."""

_UNREADABLE = (OSError, ValueError, StopIteration, IndexError)


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
    """A film on disk: `path`, `duration` in seconds, `width` and `height` in pixels, `size` in bytes.

    `draft` is what it was made of, where that is known: its texts are the film's captions. As a cell's value a film of
    up to 10 MB is kept in the notebook and plays there; of a larger one its poster is, unless you `embed` it.
    """

    path: Path
    duration: float
    width: int
    height: int
    size: int
    draft: Draft | None = field(default=None, compare=False, repr=False)

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

        from .footage import Developer

        with av.open(str(self.path)) as container:
            stream = container.streams.video[0]
            container.seek(int(self.duration * 500_000))
            frame = next(container.decode(stream))
            height = round(self.height * width / self.width / 2) * 2
            pixels = Developer(stream)(frame, width, height, "rgb24").to_ndarray()
        out = io.BytesIO()
        Image.fromarray(pixels).save(out, "JPEG", quality=82)
        return out.getvalue()

    def embed(self, max_mb: float = EMBEDDED_BYTES / 1e6) -> Embedded:
        """The film as a notebook keeps it: in at most `max_mb` MB (10**6 bytes), so that it plays wherever that goes.

        What is larger is encoded again, smaller, and says so under the player. In the notebook it takes a third more:
        text holds less than bytes do. Raises P2VError where so little is too little for the film.
        """
        if not 0 < max_mb < 1e6:
            raise P2VError(say("budget-odd", value=f"{max_mb!r:.20}"))
        most = int(max_mb * 1e6)
        if self.size <= most:
            return Embedded(self, self.path.read_bytes(), self.width, self.height)
        from .fitting import fitted

        return Embedded(self, *fitted(self.path, self.width, self.height, self.duration, most))

    def playable(self, language: str, source: str = "", note: str = "") -> Playable:
        """What a player needs to show this film from `source`. Raises what PyAV raises for a film that is gone."""
        content = self.draft.summary(language) if self.draft else ""
        told = captions(self.draft, language) if self.draft else ""
        return Playable(
            self.path.name, facts(self), source, self._poster, self.width, content=content, captions=told, note=note
        )

    @property
    def link(self) -> str:
        """The film's address for a notebook in the working folder; "" where it lies elsewhere: no path is told."""
        folder, film = Path.cwd().resolve(), self.path.resolve()
        return quote(film.relative_to(folder).as_posix()) if film.is_relative_to(folder) else ""

    @cached_property
    def _poster(self) -> bytes:
        return self.poster()

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        small = self.size <= EMBEDDED_BYTES
        note = "" if small else say("film-beside" if self.link else "film-elsewhere")
        try:
            source = embedded(self.path.read_bytes()) if small else self.link
            return bundle(self.playable(language(), source, note), repr(self), self.link, language())
        except _UNREADABLE:
            # What PyAV and the file system say names the folder, and this is kept in the notebook.
            return {"text/plain": f"{self!r} (the file can't be read any more)"}


@dataclass(frozen=True, repr=False)
class Embedded:
    """A film with its bytes, for a notebook or a page to keep: `data` is an MP4 of `width` x `height` pixels."""

    video: Video
    data: bytes
    width: int
    height: int

    def __repr__(self) -> str:
        return f"<Embedded {self.video.path.name}: {self.width}×{self.height}, {len(self.data) / 1e6:.1f} MB>"

    @property
    def note(self) -> str:
        """That the film is larger than this copy; "" where it isn't one."""
        if len(self.data) == self.video.size:
            return ""
        return say("smaller-copy", width=self.width, height=self.height, size=f"{len(self.data) / 1e6:.1f}")

    def playable(self, language: str) -> Playable:
        """What a player needs to show this copy."""
        return self.video.playable(language, embedded(self.data), self.note)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        try:
            playable = self.playable(language())
        except _UNREADABLE:
            return {"text/plain": f"{self!r} (the file can't be read any more)"}
        return bundle(playable, repr(self), self.video.link, language())
