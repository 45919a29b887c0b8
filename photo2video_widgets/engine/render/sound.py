"""The sound of a film: music and the clips' own sound, mixed block by block in a thread of its own.

Nothing is ever held whole, so that hours of film cost no more memory than minutes.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, suppress
from itertools import chain, islice
from pathlib import Path
from typing import Protocol

import av
import numpy as np
from av.audio.resampler import AudioResampler

from ... import containers
from ...draft import AUDIO, VIDEO, Draft, Segment
from ...errors import RenderError
from .coded import Coded
from .ducking import followed
from .encode import SoundEncoder
from .loudness import RATE, TARGET, Limiter, Meter, Samples, gain_to
from .music import Tune
from .pictures import Resolve
from .plan import overhang

_BLOCK = RATE
# Packets that travel together, and batches that may wait to be written.
_BATCH = 50
_WAITING = 16
# Even where nothing fades, an edge in mid-wave would click.
_SHORTEST_FADE = 5


class Source(Protocol):
    """Samples of one segment, forwards only."""

    def read(self, start: int, count: int) -> Samples:
        """`count` samples from `start` on, which is where the last call ended."""

    def close(self) -> None: ...


class FileSound:
    """The sound of any file from `offset` to `end` (ms), again and again where `loop` says so; silence after that.

    Raises RenderError that names the file where there is no sound that can be read.
    """

    def __init__(self, path: Path, name: str, offset: int, end: int | None, *, loop: bool) -> None:
        self._path, self._name, self._loop = path, name, loop
        self._offset, self._end = offset * RATE // 1000, None if end is None else end * RATE // 1000
        self._blocks = self._decode()
        self._rest = np.zeros((0, 2), np.float32)

    def loudness(self) -> float:
        """LUFS of all that is ever heard of the file."""
        meter = Meter()
        for block in _of_length(self._decode(once=True), 10 * RATE):
            meter.add(block)
        return meter.integrated()

    def read(self, start: int, count: int) -> Samples:
        parts, got = [self._rest], len(self._rest)
        while got < count and (block := next(self._blocks, None)) is not None:
            parts.append(block)
            got += len(block)
        joined = np.concatenate([*parts, np.zeros((max(0, count - got), 2), np.float32)])
        self._rest = joined[count:]
        return joined[:count]

    def close(self) -> None:
        self._blocks.close()

    def _decode(self, *, once: bool = False) -> Generator[Samples, None, None]:
        skip = self._offset
        while True:
            heard = 0
            for block in self._pass(skip):
                heard += len(block)
                yield block
            if once or not self._loop:
                return
            if not heard and skip == 0:
                raise RenderError(f"{self._name}: there is no sound in this file")
            # Only the first time begins in the middle.
            skip = 0

    def _pass(self, skip: int) -> Iterator[Samples]:
        """Once through the file."""
        place = 0
        try:
            with containers.open_stream(self._path) as container:
                if not container.streams.audio:
                    raise RenderError(f"{self._name}: there is no sound in this file")
                resampler = AudioResampler("flt", "stereo", RATE)
                for frame in chain(_frames(container), (None,)):
                    for piece in resampler.resample(frame):
                        block = np.asarray(piece.to_ndarray(), np.float32).reshape(-1, 2)
                        first, place = place, place + len(block)
                        stop = len(block) if self._end is None else min(len(block), self._end - first)
                        if stop <= 0:
                            return
                        if (begin := max(0, skip - first)) < stop:
                            yield block[begin:stop]
        except (av.FFmpegError, OSError) as problem:
            raise RenderError(f"{self._name}: this sound can't be read") from problem


class _Voice:
    """A segment's source, its place in the film, its volume and fades."""

    def __init__(
        self, source: Source, start: int, end: int, gain: float, fade_in: float, fade_out: float, duck: float = 0.0
    ) -> None:
        self.source, self.gain, self._duck = source, gain, duck
        self.start, self.end = _samples(start), _samples(end)
        self._in, self._out = max(1, _samples(fade_in)), max(1, _samples(fade_out))

    def add(self, mix: Samples, place: int, back: Samples | None = None) -> None:
        """Add what lies within the block of the film that starts at `place`; `back`: how far to step back in it."""
        first, last = max(place, self.start), min(place + len(mix), self.end)
        if first >= last:
            return
        heard = self.source.read(first - self.start, last - first)
        part = mix[first - place : last - place]
        if self._duck and back is not None:
            heard = heard * (10 ** (-self._duck / 20 * back[first - place : last - place, None]))
        if first >= self.start + self._in and last <= self.end - self._out:
            part += heard * np.float32(self.gain)
            return
        at = np.arange(first, last)
        gain = self.gain * np.clip((at - self.start) / self._in, 0, 1) * np.clip((self.end - at) / self._out, 0, 1)
        part += heard * gain.astype(np.float32)[:, None]


class Sound:
    """Mixes and encodes in the background; iterating gives the packets in order. Close it in any case.

    `keep` is what all packets pass through on their way.
    """

    def __init__(
        self, draft: Draft, samples: int, resolve: Resolve, keep: Callable[[Iterator[Coded]], Iterator[Coded]]
    ):
        self._draft, self._samples, self._resolve, self._keep = draft, samples, resolve, keep
        self._queue: queue.Queue[list[Coded] | BaseException | None] = queue.Queue(_WAITING)
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="photo2video-sound", daemon=True)
        self._thread.start()

    def __iter__(self) -> Iterator[Coded]:
        while (item := self._queue.get()) is not None:
            if isinstance(item, BaseException):
                raise item
            yield from item

    def close(self) -> None:
        """Stop, whether all is taken or not."""
        self._stopped.set()
        self._thread.join()

    def _run(self) -> None:
        end: BaseException | None = None
        try:
            with closing(self._keep(self._coded())) as kept:  # type: ignore[type-var]
                while batch := list(islice(kept, _BATCH)):
                    if not self._put(batch):
                        return
        except BaseException as problem:
            # Whatever it is, it belongs to the one who waits for the sound.
            end = problem
        self._put(end)

    def _coded(self) -> Iterator[Coded]:
        encoder = SoundEncoder()
        for block in mixed(self._draft, self._samples, self._resolve):
            yield from encoder.write(block)
        yield from encoder.end()

    def _put(self, item: list[Coded] | BaseException | None) -> bool:
        while not self._stopped.is_set():
            with suppress(queue.Full):
                self._queue.put(item, timeout=0.1)
                return True
        return False


def mixed(draft: Draft, samples: int, resolve: Resolve) -> Iterator[Samples]:
    """Blocks of the film's whole sound: N x 2 at 48 kHz, `samples` in all, peaks below -1 dB."""
    clips, music = _voices(draft, resolve)
    limiter = Limiter()
    try:
        for number, (block, back) in enumerate(followed(_blocks(clips, samples))):
            for voice in music:
                voice.add(block, number * _BLOCK, back)
            certain = limiter.push(block)
            if len(certain):
                yield certain
        yield limiter.flush()
    finally:
        for voice in (*clips, *music):
            voice.source.close()


def _blocks(voices: list[_Voice], samples: int) -> Iterator[Samples]:
    for place in range(0, samples, _BLOCK):
        block = np.zeros((min(_BLOCK, samples - place), 2), np.float32)
        for voice in voices:
            voice.add(block, place)
        yield block


def _voices(draft: Draft, resolve: Resolve) -> tuple[list[_Voice], list[_Voice]]:
    """Those of clips and those of music."""
    clips: list[_Voice] = []
    music: list[_Voice] = []
    for track in draft.tracks:
        for place, segment in enumerate(track.segments):
            if segment.volume <= 0:
                continue
            if track.type == AUDIO:
                music.append(_music(segment, min(segment.end, draft.duration), resolve))
            elif track.type == VIDEO and segment.kind == "video":
                voice = _clip(segment, overhang(track.segments, place), resolve)
                clips += [voice] if voice else []
    return clips, music


def _music(segment: Segment, end: int, resolve: Resolve) -> _Voice:
    fade_in, fade_out = (max(_SHORTEST_FADE, fade) for fade in segment.fade)
    source: Source
    if segment.src.startswith("music:"):
        source, level = _Lazy(segment, end - segment.start), 1.0
    else:
        path = resolve(segment.src)
        file = FileSound(path, segment.name or path.name, segment.offset, None, loop=segment.loop)
        source, level = file, gain_to(TARGET, file.loudness())
    return _Voice(source, segment.start, end, level * segment.volume, fade_in, fade_out, segment.duck)


class _Lazy:
    """A built-in tune, written when it's first heard and forgotten when its segment is over."""

    def __init__(self, segment: Segment, duration: int) -> None:
        self._mood, self._seed, self._duration = segment.src.removeprefix("music:"), segment.seed, duration
        self._tune: Tune | None = None

    def read(self, start: int, count: int) -> Samples:
        if self._tune is None:
            self._tune = Tune(self._mood, self._seed, self._duration / 1000)
        heard = self._tune.read(start, count)
        if start + count >= _samples(self._duration):
            self._tune = None
        return heard

    def close(self) -> None:
        self._tune = None


def _clip(segment: Segment, beneath: int, resolve: Resolve) -> _Voice | None:
    """A clip's own sound, as loud as it was recorded; across a transition one fades into the other."""
    path = resolve(segment.src)
    name = segment.name or path.name
    try:
        with containers.open_stream(path) as container:
            if not container.streams.audio:
                return None
    except (av.FFmpegError, OSError) as problem:
        raise RenderError(f"{name}: this clip can't be read") from problem
    start, end = segment.trim or (0, None)
    sound = FileSound(path, name, start, end, loop=False)
    arriving = segment.transition.duration if segment.transition else _SHORTEST_FADE
    leaving = beneath or _SHORTEST_FADE
    return _Voice(sound, segment.start, segment.end + beneath, segment.volume, arriving, leaving)


def _samples(milliseconds: float) -> int:
    return round(milliseconds * RATE / 1000)


def _frames(container: av.container.InputContainer) -> Iterator[av.AudioFrame]:
    for packet in container.demux(container.streams.audio[0]):
        # A damaged packet costs its own few milliseconds only.
        with suppress(av.InvalidDataError):
            yield from packet.decode()


def _of_length(blocks: Iterator[Samples], length: int) -> Iterator[Samples]:
    kept: list[Samples] = []
    for block in blocks:
        kept.append(block)
        if sum(map(len, kept)) >= length:
            yield np.concatenate(kept)
            kept = []
    if kept:
        yield np.concatenate(kept)
