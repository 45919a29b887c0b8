"""How far a film is, told where the user is: on a terminal, in a cell, or in a file that a script's output goes to."""

from __future__ import annotations

import sys
import time
from typing import Protocol, TextIO

from .cells import Shown, in_notebook, show


class HasProgress(Protocol):
    """What a renderer or an export tells: `frame` of `frames` in a `stage`."""

    @property
    def frame(self) -> int: ...
    @property
    def frames(self) -> int: ...
    @property
    def stage(self) -> str: ...


class Reporter:
    """Tells nobody anything: the base of the others, and what `quiet` means."""

    def say(self, text: str) -> None:
        """Show a line of words."""

    def progress(self, progress: HasProgress) -> None:
        """Show how far the film is."""


class TextReporter(Reporter):
    """One line that moves on a terminal; a line each quarter where the output is a file."""

    def __init__(self, out: TextIO | None = None) -> None:
        self._out = out or sys.stderr
        self._moves = self._out.isatty()
        self._last = -1

    def say(self, text: str) -> None:
        self._out.write(text + "\n")
        self._out.flush()

    def progress(self, progress: HasProgress) -> None:
        if not progress.frames:
            return
        percent = min(100, progress.frame * 100 // progress.frames)
        step = percent if self._moves else percent // 25 * 25
        if step == self._last:
            return
        self._last = step
        words = f"{percent:3d} %, frame {progress.frame} of {progress.frames}"
        if self._moves:
            bar = "█" * (percent // 4) + "·" * (25 - percent // 4)
            self._out.write(f"\r{bar} {words}" + ("\n" if percent == 100 else ""))
        else:
            self._out.write(words + "\n")
        self._out.flush()


class CellReporter(Reporter):
    """A progress bar under the cell that is running; it can be updated from another thread while the cell blocks."""

    def __init__(self) -> None:
        self._handle: Shown | None = None
        self._last = 0.0

    def say(self, text: str) -> None:
        print(text)

    def progress(self, progress: HasProgress) -> None:
        whole = progress.frame >= progress.frames
        if not progress.frames or (not whole and time.monotonic() - self._last < 0.2):
            return
        self._last = time.monotonic()
        words = f"{progress.frame} of {progress.frames} frames"
        bar = f'<progress max="{progress.frames}" value="{progress.frame}" aria-label="Film"></progress> {words}'
        bundle = {"text/html": bar, "text/plain": words}
        if self._handle is None:
            self._handle = show(bundle)
        else:
            self._handle.update(bundle, raw=True)


def reporter(*, quiet: bool = False) -> Reporter:
    """The reporter that suits where this runs."""
    if quiet:
        return Reporter()
    return CellReporter() if in_notebook() else TextReporter()
