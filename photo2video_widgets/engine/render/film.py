"""The film put together: parts from the cache, the others painted and encoded, the sound beside them."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ...draft import Draft, Segment
from ...errors import ExportCancelledError
from .cache import Cache
from .coded import Coded
from .encode import RATE, PictureEncoder, Writer, blank, canvas
from .parts import Names, Part, parts

if TYPE_CHECKING:
    from av.video.frame import VideoFrame

    from .compose import Composer
    from .sound import Sound

# Frames that are painted while others are encoded.
_AHEAD = 3

Resolve = Callable[[str], Path]


class Making:
    """One film under way. `painted` is told after every frame, `cancelled` asked before."""

    def __init__(
        self,
        draft: Draft,
        resolve: Resolve,
        quality: str,
        cache: Cache,
        painted: Callable[[int], None],
        cancelled: Callable[[], bool],
    ) -> None:
        self._draft, self._resolve, self._quality, self._cache = draft, resolve, quality, cache
        self._painted, self._cancelled = painted, cancelled
        self._contents: dict[str, str] = {}
        self._names = Names(draft, quality, self._content)
        self._composer: Composer | None = None
        self._painter = ThreadPoolExecutor(1, thread_name_prefix="photo2video-painter")
        self._canvases = [blank(draft.width, draft.height) for _ in range(_AHEAD)]

    def write(self, path: Path) -> None:
        """Write the film. Raises RenderError, ExportCancelledError, av.FFmpegError, OSError."""
        draft = self._draft
        try:
            self._begin()
            with (
                _Sounds(self._sound()) as sounds,
                Writer(path, draft.width, draft.height, draft.fps, self._quality) as writer,
            ):
                for part, coded in self._pictures():
                    writer.pictures(_moved(coded, part.start))
                    writer.sounds(sounds.until(part.end * RATE // draft.fps))
                writer.sounds(self._asking(sounds.until(None)))
        finally:
            self._painter.shutdown()
            if self._composer is not None:
                self._composer.close()

    def _asking(self, coded: Iterable[Coded]) -> Iterator[Coded]:
        for one in coded:
            self._ask()
            yield one

    def _ask(self) -> None:
        if self._cancelled():
            raise ExportCancelledError("the export was stopped")

    # Pictures

    def _begin(self) -> None:
        """Have the first pictures decoded while the rest of the film is set up."""
        missing = next((part for part in parts(self._draft) if not self._cache.has(self._names.pictures(part))), None)
        if missing is not None:
            self._painter.submit(self._paints_until(missing.end).get_ready, missing.start)

    def _pictures(self) -> Iterator[tuple[Part, Iterable[Coded]]]:
        """Each part's packets in turn, their times counted from the start of the part."""
        draft = self._draft
        encoding: _Encoding | None = None
        all_ = parts(draft)
        for place, part in enumerate(all_):
            self._ask()
            stored = self._cache.read(self._names.pictures(part))
            if stored is not None:
                if encoding:
                    yield from encoding.end()
                encoding = None
                yield part, stored
                self._painted(part.end)
                continue
            encoding = encoding or _Encoding(
                PictureEncoder(draft.width, draft.height, draft.fps, self._quality), self._cache
            )
            encoding.expect(part, self._names.pictures(part))
            follows = all_[place + 1 : place + 2]
            more = any(not self._cache.has(self._names.pictures(after)) for after in follows)
            composer = self._paints_until(follows[0].end if more else part.end)
            for n, frame in self._frames(part, composer):
                self._ask()
                yield from encoding.write(frame, n, key=n == part.start)
                self._painted(n + 1)
        if encoding:
            yield from encoding.end()

    def _frames(self, part: Part, composer: Composer) -> Iterator[tuple[int, VideoFrame]]:
        """The frames of a part, painted by another thread while the ones before are encoded."""
        free = deque(self._canvases)
        under_way: deque[tuple[int, VideoFrame, Future[None]]] = deque()
        try:
            for n in range(part.start, part.end):
                if not free:
                    yield from _first(under_way, free)
                frame = free.popleft()
                under_way.append((n, frame, self._painter.submit(composer.paint, n, canvas(frame))))
            while under_way:
                yield from _first(under_way, free)
        finally:
            for _, _, done in under_way:
                done.cancel()

    def _paints_until(self, end: int) -> Composer:
        if self._composer is None:
            # It brings the large libraries, which a film that is all there needs none of.
            from .compose import Composer

            self._composer = Composer(self._draft, self._resolve)
        self._composer.until = end
        return self._composer

    # Sound

    def _sound(self) -> Sound | Iterator[Coded]:
        name = self._names.sound()
        stored = self._cache.read(name)
        if stored is not None:
            return stored
        from .sound import Sound

        samples = round(self._draft.frame_count * RATE / self._draft.fps)
        return Sound(self._draft, samples, self._resolve, partial(self._cache.keep, name))

    def _content(self, segment: Segment) -> str:
        """A name for the bytes behind a source."""
        src = segment.src
        if not src.startswith("file:"):
            return src
        if src not in self._contents:
            try:
                with self._resolve(src).open("rb") as file:
                    self._contents[src] = f"asset:{hashlib.file_digest(file, 'sha256').hexdigest()}"
            except OSError:
                # Whoever decodes it will say what is wrong with it.
                self._contents[src] = src
        return self._contents[src]


def _first(
    under_way: deque[tuple[int, VideoFrame, Future[None]]], free: deque[VideoFrame]
) -> Iterator[tuple[int, VideoFrame]]:
    n, frame, done = under_way.popleft()
    done.result()
    yield n, frame
    free.append(frame)


class _Encoding:
    """A run of parts through one encoder: its packets are told apart and kept part by part."""

    def __init__(self, encoder: PictureEncoder, cache: Cache) -> None:
        self._encoder, self._cache = encoder, cache
        self._expected: deque[tuple[Part, str]] = deque()
        self._got: list[Coded] = []

    def expect(self, part: Part, name: str) -> None:
        self._expected.append((part, name))

    def write(self, frame: VideoFrame, n: int, *, key: bool) -> Iterator[tuple[Part, list[Coded]]]:
        """Encode a frame; gives the parts that are whole by then."""
        return self._sorted(self._encoder.write(frame, n, key=key))

    def end(self) -> Iterator[tuple[Part, list[Coded]]]:
        return self._sorted(self._encoder.end())

    def _sorted(self, packets: Iterable[Coded]) -> Iterator[tuple[Part, list[Coded]]]:
        for one in packets:
            part, name = self._expected[0]
            self._got.append(one._replace(pts=one.pts - part.start))
            if len(self._got) == part.end - part.start:
                whole = list(self._cache.keep(name, self._got))
                self._expected.popleft()
                self._got = []
                yield part, whole


class _Sounds:
    """The packets of the sound, taken as far as the pictures are."""

    def __init__(self, coded: Sound | Iterator[Coded]) -> None:
        self._source = coded
        self._coded = iter(coded)
        self._next: Coded | None = None

    def __enter__(self) -> _Sounds:
        return self

    def __exit__(self, *_: object) -> None:
        close = getattr(self._source, "close", None)
        if close:
            close()

    def until(self, sample: int | None) -> Iterator[Coded]:
        """All that begin before `sample`; None: all that are left."""
        while True:
            if self._next is None:
                self._next = next(self._coded, None)
            if self._next is None or (sample is not None and self._next.pts >= sample):
                return
            yield self._next
            self._next = None


def _moved(coded: Iterable[Coded], start: int) -> Iterator[Coded]:
    return (one._replace(pts=one.pts + start) for one in coded)
