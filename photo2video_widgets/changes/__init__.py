"""What a draft holds and what changed between two drafts, in lines for people.

Two drafts → `matching` (which segment is which) → `aspects` (what of it differs) → `describing` (the lines, few and
short), in the phrases of `words` and the names of `names`. `summary` tells of one draft alone.
"""

from __future__ import annotations

from .describing import describe_changes
from .names import known, name_of
from .summary import summarise
from .words import names_of, percent, seconds, span

__all__ = ["describe_changes", "known", "name_of", "names_of", "percent", "seconds", "span", "summarise"]
