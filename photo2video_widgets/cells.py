"""The cell that is running: whether there is one, outputs beside its value that can change later, and HTML that
stays sensible in all that hosts make of it."""

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


_INSTEAD, _SAME, _HIDDEN, _CHILD = "p2v-instead", "p2v-same", "lm-Widget lm-mod-hidden", ".jp-OutputArea-child"
# Where both are shown the HTML is enough. Where styles are stripped, what is in it may have been too.
_NO_STILL = (
    f"<style>{_CHILD}:has(.jp-RenderedImage,.jp-OutputArea-output>img):has(+{_CHILD} .{_INSTEAD}){{display:none}}"
    f".{_SAME}{{display:block!important}}</style>"
)


def kept(content: str) -> str:
    """HTML as notebooks keep it: in what is text, dollars begin no formula."""
    return f'<div class="p2v-kept tex2jax_ignore mathjax_ignore">{content}</div>'


def unless_sanitised(content: str) -> str:
    """HTML that goes unseen where a sanitiser makes text of it: then the inline style is gone, and the host's class
    for hidden things holds."""
    return f'<div class="{_HIDDEN}" style="display:block !important">{content}</div>'


def instead_of_still(content: str, *, is_same: bool) -> str:
    """HTML that stands in for the picture in the output before it. Hosts give that one no alternative text; so even
    the same picture is better here, where styles hold. Where they don't it would be there twice."""
    classes, style = (f"{_INSTEAD} {_SAME}", ' style="display:none"') if is_same else (_INSTEAD, "")
    return f'{_NO_STILL}<div class="{classes}"{style}>{content}</div>'
