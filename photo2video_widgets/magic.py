"""The cell magic: `%%photo2video trip/ --out trip.mp4`, with the prompt as the cell's body."""

from __future__ import annotations

import argparse
import shlex
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

    from .video import Video

HELP = """A cell of its own: the photos and the film's file in its first line, what the film should be like below.

    %%photo2video trip/ --out trip.mp4
    a 20 second film with calm music

    %%photo2video PHOTO [PHOTO ...] --out FILE.mp4 [--backend local|nemo|URL] [--quiet]"""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        # argparse would end the process, and a cell's process is the kernel.
        raise ValueError(message)


def _parser() -> _Parser:
    parser = _Parser(add_help=False, exit_on_error=False)
    parser.add_argument("photos", nargs="+", metavar="PHOTO")
    parser.add_argument("--out", required=True, metavar="FILE.mp4")
    parser.add_argument("--backend", default=None)
    parser.add_argument("--quiet", action="store_true")
    return parser


def photo2video(line: str, cell: str | None = None) -> Video | None:
    """%%photo2video PHOTO… --out FILE.mp4 [--backend local|nemo|URL] [--quiet], the prompt as the cell's body."""
    from IPython.core.error import UsageError

    from .making import make

    if cell is None or {"-h", "--help"} & set(line.split()):
        print(HELP)
        return None
    try:
        if not cell.strip():
            raise ValueError("the cell's body is empty")
        options = _parser().parse_args(shlex.split(line))
    except (ValueError, argparse.ArgumentError) as problem:
        raise UsageError(f"{problem}\n\n{HELP}") from None
    return make(options.photos, cell.strip(), options.out, backend=options.backend, quiet=options.quiet)


def load(shell: InteractiveShell) -> None:
    """Register the magic. Also as `%photo2video`, which tells how it is used: IPython refuses a cell without a body."""
    shell.register_magic_function(photo2video, "line_cell", "photo2video")  # type: ignore[arg-type]
