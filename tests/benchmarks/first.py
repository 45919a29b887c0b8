"""Renders a draft until the first frame is told, says so in a line, and stops."""

from __future__ import annotations

import sys
from pathlib import Path

from photo2video_widgets import draftfile
from photo2video_widgets.engine.render import Progress, render
from photo2video_widgets.errors import ExportCancelledError


def main(draft: str, out: str) -> None:
    told: list[Progress] = []

    def tell(progress: Progress) -> None:
        if progress.frame and not told:
            told.append(progress)
            print(progress.frame, flush=True)

    read = draftfile.read(Path(draft))
    sources = draftfile.find(read, Path(draft))
    try:
        render(read, Path(out), sources.__getitem__, progress=tell, cancelled=lambda: bool(told))
    except ExportCancelledError:
        return


if __name__ == "__main__":
    main(*sys.argv[1:])
