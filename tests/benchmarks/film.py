"""What a film costs, beside ffmpeg's command line and beside the encoder alone, all in one run.

Ten photos of twelve megapixels become 30 s of 1080p30: Ken Burns from 1.0 to 1.2 with a pan, crossfades of half a
second, a title, AAC. Each is a whole process with nothing cached. They run in turn, round by round, and the best round
of each counts, because other work on the machine only ever adds.

Painting and encoding share one process: two processes with half of the film each, one encoder thread in either, took
24.3 to 27.9 CPU seconds together in three rounds where one process took 22.6 to 25.2, and 430 and 460 MB where it took
550. Wall seconds, 24 to 40 for both on a busy machine, don't decide it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import wave
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

from photo2video_widgets.draft import Draft
from photo2video_widgets.vocabulary import QUALITIES

from . import drawn, ideal

SECONDS, FPS, WIDTH, HEIGHT = 3, 30, 1920, 1080
FADE_MS, TITLE_MS, AMOUNT = 500, 3000, 0.2
PYTHON = sys.executable
METER = Path(__file__).with_name("meter.py")
PEERS = "veryfast crf 20"
"""What ffmpeg and MoviePy encode at here."""


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU and wall in seconds, peak memory and size in MB."""

    cpu: float
    wall: float
    memory: float
    size: float


def run(command: Sequence[str], out: Path) -> Cost:
    """What a process costs that writes `out`."""
    out.unlink(missing_ok=True)
    # What starts it is small: a process begins with the peak of whoever started it.
    meter = subprocess.run([PYTHON, "-S", str(METER), *command], capture_output=True, check=False)
    if meter.returncode:
        raise RuntimeError(meter.stderr.decode(errors="replace")[-2000:])
    return Cost(*json.loads(meter.stdout), out.stat().st_size / 1e6)


def spec(photos: Sequence[Path], song: Path) -> Draft:
    """The film as a draft."""
    pictures = []
    for place, photo in enumerate(photos):
        meta = {
            "name": photo.name,
            "src": f"file:{photo.resolve()}",
            "focus": [focus(place), 0.5],
            "motion": {"kind": "zoom-out" if place % 2 else "zoom-in", "amount": AMOUNT},
        }
        if place:
            meta["transition"] = {"kind": "crossfade", "d": FADE_MS}
        pictures.append({"id": f"p{place}", "s": place * SECONDS * 1000, "d": SECONDS * 1000, "m": meta})
    length = len(photos) * SECONDS * 1000
    sound = {"id": "m", "s": 0, "d": length, "m": {"src": f"file:{song.resolve()}", "volume": 0.8}}
    title = {"id": "t", "s": 0, "d": TITLE_MS, "m": {"text": "Ten days by the sea", "style": {"size": 0.1}}}
    tracks = [("v", 0, pictures), ("a", 1, [sound]), ("x", 7, [title])]
    return Draft.parse(
        {
            "d": length,
            "m": {"schema": 1, "width": WIDTH, "height": HEIGHT, "fps": FPS},
            "t": [{"id": identity, "tt": kind, "sg": segments} for identity, kind, segments in tracks],
        }
    )


def focus(place: int) -> float:
    """Towards which side the view travels while it zooms."""
    return (0.3, 0.65, 0.55, 0.4)[place % 4]


def ours(draft: Path, quality: str, out: Path) -> list[str]:
    return [
        PYTHON, "-m", "photo2video_widgets", "render", str(draft), "--out", str(out), "--quiet", "--quality", quality,
    ]  # fmt: skip


def ffmpeg(photos: Sequence[Path], song: Path, title: Path, out: Path) -> list[str]:
    """The same film as ffmpeg's command line makes it: zoompan and xfade."""
    command, graph = ["ffmpeg", "-y", "-v", "error"], []
    frames, fade = SECONDS * FPS, FADE_MS * FPS // 1000
    for place, photo in enumerate(photos):
        command += ["-i", str(photo)]
        count = frames + (fade if place + 1 < len(photos) else 0)
        u = f"on/{count}"
        zoom = f"pow({1 + AMOUNT},{f'1-{u}' if place % 2 else u})"
        side = f"max(0,min(iw-iw/zoom,iw*{focus(place)}-iw/zoom/2))"
        graph.append(
            f"[{place}:v]crop=iw:trunc(iw*9/32)*2,zoompan=z='{zoom}':x='{side}':y='(ih-ih/zoom)/2':d={count}"
            f":s={WIDTH}x{HEIGHT}:fps={FPS},scale=out_range=tv:out_color_matrix=bt709,format=yuv420p,settb=1/{FPS}[p{place}]"
        )
    shown = "p0"
    for place in range(1, len(photos)):
        offset = place * SECONDS
        graph.append(f"[{shown}][p{place}]xfade=fade:duration={FADE_MS / 1000}:offset={offset}[x{place}]")
        shown = f"x{place}"
    many = len(photos)
    command += ["-loop", "1", "-framerate", str(FPS), "-t", str(TITLE_MS / 1000), "-i", str(title), "-i", str(song)]
    graph.append(
        f"[{many}:v]fade=in:d=0.6:alpha=1,fade=out:st=2.4:d=0.6:alpha=1[title];[{shown}][title]overlay=eof_action=pass,"
        "format=yuv420p[film]"
    )
    settings = "-c:v libx264 -preset veryfast -crf 20 -pix_fmt yuv420p -c:a aac -b:a 192k -movflags +faststart"
    tags = "-color_primaries bt709 -color_trc bt709 -colorspace bt709 -color_range tv"
    length = str(len(photos) * SECONDS)
    graph_ = ";".join(graph)
    maps = ["-filter_complex", graph_, "-map", "[film]", "-map", f"{many + 1}:a", "-t", length]
    return [*command, *maps, *settings.split(), *tags.split(), str(out)]


def at_peers_settings(command: list[str]) -> list[str]:
    """One of our own commands, its default quality encoded as ffmpeg's and MoviePy's films are."""
    return [PYTHON, "-m", "tests.benchmarks.same", *command[2:]]


def encode_alone(frames: Path, count: int, quality: str, out: Path) -> list[str]:
    """The limit: the same settings on frames that are there already."""
    return [PYTHON, "-m", "tests.benchmarks.limit", str(frames), str(count), quality, str(out)]


def moviepy(python: str, draft: Path, song: Path, title: Path, out: Path) -> list[str]:
    """The same film by MoviePy, where an interpreter that has it was named."""
    script = Path(__file__).with_name("peer.py")
    return [python, "-W", "ignore", str(script), str(draft), str(title), str(song), str(out)]


def store_frames(draft: Draft, file: Path) -> None:
    """All frames of a draft as planar YUV 4:2:0, one after the other."""
    from photo2video_widgets.engine.render import planes
    from photo2video_widgets.engine.render.compose import Composer

    with file.open("wb") as stream, Composer(draft, lambda src: Path(src.removeprefix("file:"))) as composer:
        target = planes.empty(WIDTH, HEIGHT)
        for n in range(draft.frame_count):
            composer.paint(n, target)
            for plane in target:
                stream.write(plane.tobytes())


def write_song(file: Path, seconds: int) -> Path:
    """A few chords as a WAV file."""
    time_ = np.arange(seconds * 48_000) / 48_000
    tones = sum(np.sin(2 * np.pi * pitch * time_ * (1 + (time_ // 2 % 4) / 8)) for pitch in (220, 277.2, 329.6))
    with wave.open(str(file), "wb") as out:
        out.setnchannels(2)
        out.setsampwidth(2)
        out.setframerate(48_000)
        out.writeframes(np.repeat((tones * 4000).astype("<i2"), 2).tobytes())
    return file


def write_title(draft: Draft, file: Path) -> Path:
    """Our own title as a picture with transparency: ffmpeg gets it ready made."""
    from PIL import Image

    from photo2video_widgets.engine.render.text import text_bitmap

    bitmap, x, y = text_bitmap(draft.texts[0], WIDTH, HEIGHT)
    frame = Image.new("RGBA", (WIDTH, HEIGHT))
    frame.paste(Image.fromarray(bitmap, "RGBA"), (x, y))
    frame.save(file)
    return file


def measure(folder: Path, photos: Sequence[Path], *, rounds: int = 3, with_moviepy: str | None = None) -> None:
    """Run all of them in turn, print the table, draw the chart."""
    song = write_song(folder / "song.wav", len(photos) * SECONDS)
    draft = spec(photos, song)
    file = folder / "draft.json"
    file.write_text(draft.to_json())
    title = write_title(draft, folder / "title.png")
    raw = folder / "frames.yuv"
    store_frames(draft, raw)
    count = draft.frame_count

    racers: dict[str, Callable[[Path], list[str]]] = {}
    for quality in QUALITIES:
        racers[f"x264 alone, {quality}"] = partial(encode_alone, raw, count, quality)
        racers[f"photo2video, {quality}"] = partial(ours, file, quality)
    racers[f"x264 alone, {PEERS}"] = lambda out: at_peers_settings(encode_alone(raw, count, "default", out))
    racers[f"photo2video, {PEERS}"] = lambda out: at_peers_settings(ours(file, "default", out))
    if shutil.which("ffmpeg"):
        racers["ffmpeg zoompan + xfade"] = partial(ffmpeg, photos, song, title)
    if with_moviepy:
        racers["MoviePy"] = partial(moviepy, with_moviepy, file, song, title)
    films = {name: folder / f"film-{number}.mp4" for number, name in enumerate(racers)}
    costs: dict[str, list[Cost]] = {name: [] for name in racers}
    for number in range(rounds):
        for name, command in racers.items():
            if number and name == "MoviePy":
                # It takes minutes, and nobody needs to know them to a second.
                continue
            with tempfile.TemporaryDirectory() as data:
                os.environ["P2V_DATA_DIR"] = data
                costs[name].append(run(command(films[name]), films[name]))
    best = {
        name: Cost(min(c.cpu for c in all_), min(c.wall for c in all_), max(c.memory for c in all_), all_[0].size)
        for name, all_ in costs.items()
    }
    wanted = ideal.Ideal(draft, photos)
    marks = {name: wanted.compare(film) for name, film in films.items()}
    bare = wanted.compare_frames(raw)
    print(f"\n{len(photos)} photos, {count / FPS:g} s of 1080p30; the best of {rounds} rounds in turn\n")
    print(f"| {'who':<24} | CPU s | wall s | peak MB | file MB | SSIM | motion error, px RMS |")
    print("|---|---|---|---|---|---|---|")
    for name, cost in best.items():
        mark = marks[name]
        print(
            f"| {name:<24} | {cost.cpu:.1f} | {cost.wall:.1f} | {cost.memory:.0f} | {cost.size:.1f} | "
            f"{mark.ssim:.4f} | {mark.motion:.3f} |"
        )
    print(f"\nbefore encoding: SSIM {bare.ssim:.4f}, motion error {bare.motion:.3f} px RMS")
    for quality in (*QUALITIES, PEERS):
        ratio = best[f"photo2video, {quality}"].wall / best[f"x264 alone, {quality}"].wall
        cpu = best[f"photo2video, {quality}"].cpu / best[f"x264 alone, {quality}"].cpu
        print(f"wall, {quality}: {ratio:.2f} x x264 alone (limit: 1.10), CPU {cpu:.2f} x")
    own, peer = best["photo2video, default"], best.get("ffmpeg zoompan + xfade")
    if peer:
        print(f"wall: {own.wall / peer.wall:.2f} x ffmpeg (limit: 0.45)")
        print(f"size: {own.size / peer.size:.2f} x ffmpeg (limit: 1.12)")
    chart = Path("out") / "bench-film.svg"
    chart.parent.mkdir(exist_ok=True)
    chart.write_text(drawn.chart({name: (cost.cpu, marks[name].ssim) for name, cost in best.items()}))
    print(f"chart: {chart}")
    print(json.dumps({name: [cost.cpu, cost.wall, cost.size] for name, cost in best.items()}))
    again(file, folder)


def again(file: Path, folder: Path) -> None:
    """What a second export of nearly the same film costs."""
    out = folder / "again.mp4"
    changed = folder / "changed.json"
    data = json.loads(file.read_text())
    caption = {"id": "c", "s": 13_000, "d": 3000, "m": {"text": "Low tide", "position": "bottom"}}
    data["t"][2]["sg"].append(caption)
    with_caption = folder / "captioned.json"
    with_caption.write_text(json.dumps(data))
    caption["m"] = {"text": "High tide", "position": "bottom"}
    changed.write_text(json.dumps(data))
    with tempfile.TemporaryDirectory() as data_dir:
        os.environ["P2V_DATA_DIR"] = data_dir
        first = run(ours(with_caption, "default", out), out)
        unchanged = min(run(ours(with_caption, "default", out), out).wall for _ in range(3))
        other = run(ours(changed, "default", out), out)
    print(f"first frame told: {first_frame(file):.2f} s after the start of the process (limit: 1 s)")
    print(f"unchanged, again: {unchanged / first.wall:.3f} x the whole (limit: 0.03)")
    print(f"a caption of 3 s changed: {other.wall / first.wall:.3f} x the whole (limit: 0.20)")
    print(f"the same in a warm engine: {warm(with_caption, changed, folder):.3f} x the whole (limit: 0.15)")


def first_frame(file: Path) -> float:
    """Seconds from the start of a process with nothing cached until it tells of a frame."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["P2V_DATA_DIR"] = folder
        command = [PYTHON, "-m", "tests.benchmarks.first", str(file), str(Path(folder) / "film.mp4")]
        start = time.perf_counter()
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            seconds = time.perf_counter() - start
    return seconds


def warm(before: Path, after: Path, folder: Path) -> float:
    """What a change costs a process that made the film before: a share of the whole."""
    from photo2video_widgets.engine.render import render

    seconds = []
    for place, file in enumerate((before, after)):
        start = time.perf_counter()
        film = Draft.parse(file.read_text())
        out = folder / f"warm-{place}.mp4"
        render(film, out, lambda src: Path(src.removeprefix("file:")), cache=folder / "warm")
        seconds.append(time.perf_counter() - start)
    return seconds[1] / seconds[0]
