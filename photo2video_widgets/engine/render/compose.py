"""A frame of the film: a function of the draft and the frame's number."""

from __future__ import annotations

import cv2

from ...draft import Draft
from . import planes
from .captions import Captions
from .mixing import mix
from .pictures import Pictures, Resolve
from .plan import Layer, Plan, Scene, Shown
from .planes import Planes


class Composer:
    """Paints frames of a draft. Frames may be asked for in any order, but photos are held for a run onwards.

    It owns a thread, so use it as a context manager, or close it. Raises RenderError that names a file which can't be
    read.
    """

    until: int
    """Frames from this one on won't be asked for soon, so that nothing is made ready for them."""

    def __init__(self, draft: Draft, resolve: Resolve) -> None:
        # Frames are many: the encoder keeps all cores busy, and threads within a step would only wait for one another.
        cv2.setNumThreads(1)
        # Where there is a faster way that rounds a little differently, take it: three times, for linear resizing.
        cv2.ipp.setUseIPP_NotExact(True)
        self.plan = Plan(draft)
        self.until = draft.frame_count
        width, height = draft.width, draft.height
        self._pictures = Pictures(resolve, (width, height), draft.background)
        self._captions = Captions(width, height)
        self._empty = "#000000" if draft.background == "blur" else draft.background
        self._outgoing, self._incoming = planes.empty(width, height), planes.empty(width, height)

    def __enter__(self) -> Composer:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._pictures.close()

    def get_ready(self, n: int) -> Scene:
        """Begin with what frame `n` and those behind it need; texts are made here while pictures are elsewhere."""
        scene = self.plan.scene(n)
        shown = [one for layer in scene.layers for one in (layer.outgoing, layer.incoming) if one is not None]
        coming = (segment for segment in self.plan.coming(n) if segment.start < self.plan.time(self.until))
        self._pictures.keep((one.segment for one in shown), coming)
        self._captions.keep(scene.captions)
        return scene

    def paint(self, n: int, target: Planes) -> None:
        """Paint frame `n` onto planes of the draft's size."""
        scene = self.get_ready(n)
        # Whatever lies below the topmost layer that fills the frame by itself is never seen.
        whole = [number for number, layer in enumerate(scene.layers) if layer.kind is None or layer.outgoing]
        first = whole[-1] if whole else 0
        if not whole:
            planes.fill(target, self._empty)
        for layer in scene.layers[first:]:
            self._paint_layer(layer, target)
        self._captions.paint(scene.captions, target)

    def _paint_layer(self, layer: Layer, target: Planes) -> None:
        if layer.kind is None:
            self._paint_picture(layer.incoming, target)
            return
        if layer.outgoing is None:
            planes.copy(target, self._outgoing)
        else:
            self._paint_picture(layer.outgoing, self._outgoing)
        self._paint_picture(layer.incoming, self._incoming)
        mix(layer.kind, layer.p, self._outgoing, self._incoming, target)

    def _paint_picture(self, shown: Shown, target: Planes) -> None:
        self._pictures.get(shown.segment).paint(shown.u, shown.time, target)
