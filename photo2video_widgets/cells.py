"""The cell that is running: whether there is one, and outputs beside its value that can change later."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any, Protocol


class Shown(Protocol):
    """An output on the page."""

    def update(self, bundle: Mapping[str, Any], *, raw: bool) -> None: ...


def in_notebook() -> bool:
    """Whether this code runs in a Jupyter kernel."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    return shell is not None and hasattr(shell, "kernel")


def show(bundle: Mapping[str, Any]) -> Shown | None:
    """Show a MIME bundle under the cell; None outside of a notebook. What is given back can be updated later, from
    any thread, also when the cell has ended."""
    if not in_notebook():
        return None
    from IPython.display import display

    shown: Shown | None = display(dict(bundle), raw=True, display_id=True)  # type: ignore[no-untyped-call]
    return shown
