"""The bench's film as MoviePy makes it. Runs by an interpreter that has MoviePy and needs nothing of this project.

MoviePy 2.2 wants an older Pillow than ours, so it lives in an environment of its own.
"""

from __future__ import annotations

import json
import sys
from functools import partial
from importlib import import_module
from typing import Any

SETTINGS = ["-crf", "20", "-pix_fmt", "yuv420p", "-movflags", "+faststart"]
COLOUR = ["-vf", "scale=out_color_matrix=bt709:out_range=tv", "-colorspace", "bt709", "-color_range", "tv"]


def zoom(of: dict[str, Any], length: float, t: float) -> float:
    """The factor `t` seconds after the start of a picture that is seen for `length` seconds."""
    u = min(1.0, t / length)
    return float((1 + of["motion"]["amount"]) ** (u if of["motion"]["kind"] == "zoom-in" else 1 - u))


def place(of: dict[str, Any], length: float, frame: tuple[int, int], t: float) -> tuple[float, float]:
    """Where the enlarged picture's corner lies, px."""
    z = zoom(of, length, t)
    left, top = (min(max(focus, 0.5 / z), 1 - 0.5 / z) - 0.5 / z for focus in of["focus"])
    return -left * z * frame[0], -top * z * frame[1]


def main(draft: str, title: str, song: str, out: str) -> None:
    moviepy: Any = import_module("moviepy")
    with open(draft) as stream:
        data = json.load(stream)
    frame = (data["m"]["width"], data["m"]["height"])
    pictures, clips = data["t"][0]["sg"], []
    for segment, after in zip(pictures, [*pictures[1:], None], strict=True):
        of = segment["m"]
        length = (segment["d"] + (after["m"]["transition"]["d"] if after else 0)) / 1000
        photo = moviepy.ImageClip(of["src"].removeprefix("file:"))
        photo = photo.cropped(y_center=photo.h / 2, height=round(photo.w * frame[1] / frame[0] / 2) * 2)
        sized = partial(_scaled, of, length, frame[0] / photo.w)
        clip = photo.with_duration(length).resized(sized).with_position(partial(place, of, length, frame))
        if "transition" in of:
            clip = clip.with_effects([moviepy.vfx.CrossFadeIn(of["transition"]["d"] / 1000)])
        clips.append(clip.with_start(segment["s"] / 1000))
    words = data["t"][2]["sg"][0]
    fades = [moviepy.vfx.CrossFadeIn(0.6), moviepy.vfx.CrossFadeOut(0.6)]
    clips.append(moviepy.ImageClip(title).with_duration(words["d"] / 1000).with_effects(fades))
    film = moviepy.CompositeVideoClip(clips, size=frame).with_duration(data["d"] / 1000)
    film = film.with_audio(moviepy.AudioFileClip(song).with_duration(data["d"] / 1000))
    film.write_videofile(
        out, fps=data["m"]["fps"], codec="libx264", preset="veryfast", ffmpeg_params=[*SETTINGS, *COLOUR],
        audio_codec="aac", audio_bitrate="192k", logger=None,
    )  # fmt: skip


def _scaled(of: dict[str, Any], length: float, least: float, t: float) -> float:
    return least * zoom(of, length, t)


if __name__ == "__main__":
    main(*sys.argv[1:])
