"""The panel and its parts, as Jupyter widgets on one session."""

from __future__ import annotations

from .panel import Panel, Part

__all__ = ["Panel", "Part"]
