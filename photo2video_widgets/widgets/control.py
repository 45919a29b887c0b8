"""What views say, heard also while a cell runs.

A kernel hands a widget's messages to the thread that runs the cells: in ipykernel 6 they wait until a cell has ended,
in 7.4 until it no longer blocks. Its control channel has a thread of its own, so that a view that can reach the
channel uses it for all it says. Elsewhere messages come as those of any widget do.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Any, Protocol
from weakref import WeakValueDictionary


class Listener(Protocol):
    """Takes what a view says, on any thread."""

    def hear(self, content: Mapping[str, Any], buffers: Sequence[Any]) -> None: ...


_listeners: WeakValueDictionary[str, Listener] = WeakValueDictionary()


def listen(identity: str, listener: Listener) -> bool:
    """Hear what comes for the widget `identity` on the control channel; whether this kernel has one of its own."""
    module = sys.modules.get("ipykernel.kernelbase")
    if module is None or not module.Kernel.initialized():
        return False
    kernel = module.Kernel.instance()
    handlers = getattr(kernel, "control_handlers", None)
    # Without its thread the channel is no faster than the other; a kernel that is built otherwise is left alone.
    if not isinstance(handlers, dict) or not getattr(kernel, "control_thread", None):
        return False
    handlers["comm_msg"] = _receive
    _listeners[identity] = listener
    return True


def _receive(_stream: object, _identity: object, message: Mapping[str, Any]) -> None:
    content = message["content"]
    listener = _listeners.get(content.get("comm_id", ""))
    said = content.get("data", {}).get("content")
    if listener is not None and isinstance(said, dict):
        listener.hear(said, message.get("buffers") or ())
