"""`python -m photo2video_widgets`, the same as `photo2video`."""

import sys

from .cli import main

sys.exit(main())
