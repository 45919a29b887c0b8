"""What a draft holds and what changed between two drafts, in lines for people (English and Chinese).

Two drafts → `matching` (which segment is which) → `aspects` (what of it differs) → `describing` (the lines, few and
short), in the phrases of `words`. `summary` tells of one draft alone.
"""

from __future__ import annotations

from .describing import describe_changes
from .summary import summarise
from .words import NAMES, names_of, percent, seconds, span

__all__ = ["NAMES", "describe_changes", "names_of", "percent", "seconds", "span", "summarise"]
