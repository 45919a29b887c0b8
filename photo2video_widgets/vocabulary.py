"""The names a draft may use: what the renderer can show and the synthesiser can play.

One table for the validator, the edits, the director and the renderer, so that none promises what another lacks.
"""

from __future__ import annotations

TRANSITIONS = (
    "crossfade", "dissolve", "fade-black", "fade-white", "wipe-left", "wipe-right", "wipe-up", "wipe-down",
    "slide-left", "slide-right", "slide-up", "slide-down", "push-left", "push-right", "push-up", "push-down",
    "zoom", "circle", "blur", "cover-left", "cover-right", "cover-up", "cover-down",
    "reveal-left", "reveal-right", "reveal-up", "reveal-down", "clock", "blinds", "pixelate", "clouds",
)  # fmt: skip
MOTIONS = ("none", "zoom-in", "zoom-out", "pan-left", "pan-right", "pan-up", "pan-down")
EASES = ("linear", "in-out")
FITS = ("cover", "contain")
LOOKS = ("none", "mono", "sepia", "warm", "cool", "vivid", "vintage", "faded", "soft")
MOODS = (
    "lofi", "upbeat", "cinematic", "calm", "ambient", "acoustic", "corporate", "romantic", "happy", "epic", "jazz",
    "electronic", "piano", "classical", "hiphop", "rock", "sad", "holiday", "playful", "summer",
)  # fmt: skip
ROLES = ("title", "caption", "credit")
POSITIONS = (
    "center", "top", "bottom", "left", "right", "top-left", "top-right", "bottom-left", "bottom-right",
)  # fmt: skip
ANIMATIONS = ("none", "fade", "slide", "drop", "from-left", "from-right")
FONTS = ("sans",)
QUALITIES = ("draft", "default", "best")

LANGUAGES = ("en", "zh", "es", "de", "fr", "ja")
LONGEST_FILM_MS = 4 * 60 * 60 * 1000
SHORTEST_SEGMENT_MS = 100
LARGEST_SIDE = 4096
SMALLEST_SIDE = 64
FRAME_RATES = (1, 120)
