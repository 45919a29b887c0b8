"""Our renderer, or the encoder alone, with the default quality set to what the peers encode at."""

from __future__ import annotations

import runpy
import sys

from photo2video_widgets.engine.render.quality import PRESETS, Quality

if __name__ == "__main__":
    # The look-ahead is the preset's own.
    PRESETS["default"] = Quality("veryfast", 20.0, "rc-lookahead=10")
    sys.argv = sys.argv[1:]
    runpy.run_module(sys.argv[0], run_name="__main__")
