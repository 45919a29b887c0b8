"""Frames of clips, brought to the film's light and colours: for the film, its previews and its posters alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from av.video.frame import VideoFrame
from av.video.reformatter import ColorRange, Colorspace, Interpolation

from .hdr import tone_map

if TYPE_CHECKING:
    from av.video.stream import VideoStream

_UNSPECIFIED = 2
_RANGES = {"yuv420p": ColorRange.MPEG, "rgb24": ColorRange.JPEG}


class Developer:
    """Brings frames of one clip to BT.709, at any size; a first frame of it has to have been decoded."""

    def __init__(self, stream: VideoStream) -> None:
        coder = stream.codec_context
        self._tone_map = tone_map(int(coder.color_trc), int(coder.color_primaries))

    def __call__(self, frame: VideoFrame, width: int, height: int, format: str) -> VideoFrame:
        """The frame at that size (px, not turned upright) as "yuv420p" of limited range or as "rgb24"."""
        source = frame.colorspace
        if source == _UNSPECIFIED:
            source = Colorspace.ITU709 if frame.height >= 720 else Colorspace.ITU601
        interpolation = Interpolation.AREA if width < frame.width else Interpolation.BICUBIC
        if self._tone_map is not None:
            frame = self._tone_map(frame, width, height, source, interpolation)
        return frame.reformat(
            width,
            height,
            format=format,
            src_colorspace=None if self._tone_map else source,
            dst_colorspace=Colorspace.ITU709,
            dst_color_range=_RANGES[format],
            interpolation=interpolation,
        )
