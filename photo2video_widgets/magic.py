"""The cell magic: `%%photo2video trip/ --out trip.mp4`, with the prompt as the cell's body."""

from __future__ import annotations

import argparse
import shlex
from typing import TYPE_CHECKING, NoReturn

from .errors import P2VError

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

    from .video import Video


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        # argparse would end the process, and a cell's process is the kernel.
        raise P2VError(f"{message}\n{self.format_usage().strip()}")


def _parser() -> _Parser:
    parser = _Parser(prog="%%photo2video", add_help=False, exit_on_error=False)
    parser.add_argument("photos", nargs="+", metavar="PHOTOS")
    parser.add_argument("--out", required=True, metavar="FILE.mp4")
    parser.add_argument("--backend", default=None)
    parser.add_argument("--quiet", action="store_true")
    return parser


def photo2video(line: str, cell: str) -> Video:
    """%%photo2video PHOTOS… --out FILE.mp4 [--backend local|nemo|URL] [--quiet], the prompt as the cell's body."""
    from .making import make

    options = _parser().parse_args(shlex.split(line))
    if not cell.strip():
        raise P2VError("Say in the cell's body what the film should be like.")
    return make(options.photos, cell.strip(), options.out, backend=options.backend, quiet=options.quiet)


def load(shell: InteractiveShell) -> None:
    """Register the magic."""
    shell.register_magic_function(photo2video, "cell", "photo2video")  # type: ignore[arg-type]
