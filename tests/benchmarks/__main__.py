"""`make bench`: what things cost here, each beside its limit or its peer, in one run.

make bench                       all of it
make bench PHOTOS=folder         the film of a folder's photos in place of drawn ones
make bench PROMPTS=folder        the scorer of a folder of spoken cases besides
"""

from __future__ import annotations

import argparse
import asyncio
import functools
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np


def photos(folder: Path, count: int = 6, size: tuple[int, int] = (4000, 3000)) -> list[Path]:
    """Photo-like pictures of twelve megapixels: smooth areas, edges and grain."""
    from PIL import Image

    made = []
    for number in range(count):
        random = np.random.default_rng(number)
        small = random.random((12, 16, 3)) * 255
        big = np.asarray(Image.fromarray(small.astype(np.uint8)).resize(size, Image.Resampling.BICUBIC), dtype=np.int16)
        grain = random.normal(0, 5, (size[1] // 2, size[0] // 2)).repeat(2, 0).repeat(2, 1)[..., None]
        edges = (np.indices((size[1], size[0])).sum(0) // 180 % 2 * 24)[..., None]
        file = folder / f"photo-{number}.jpg"
        Image.fromarray(np.clip(big + grain + edges, 0, 255).astype(np.uint8)).save(file, quality=92)
        made.append(file)
    return made


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def best(work: Callable[[], object], rounds: int = 5) -> float:
    return min(timed(work) for _ in range(rounds))


def line(name: str, value: str, beside: str = "") -> None:
    print(f"{name:<46}{value:>12}   {beside}", flush=True)


def imports() -> None:
    def python(code: str) -> float:
        return best(lambda: subprocess.run([sys.executable, "-c", code], check=True))

    bare = python("pass")
    ours = python("import photo2video_widgets as p; p.connect, p.Draft")
    peer = python("import anywidget")
    line(
        "import photo2video_widgets",
        f"{(ours - bare) * 1000:.0f} ms",
        f"import anywidget: {(peer - bare) * 1000:.0f} ms",
    )


def engine(folder: Path) -> None:
    from photo2video_widgets.client import connect

    async def start() -> None:
        async with connect("local", data_dir=folder) as client:
            await client.new_session()

    line("engine: start to first session", f"{timed(lambda: asyncio.run(start())):.2f} s", "limit: 2 s")


def director() -> None:
    from photo2video_widgets import director as room
    from photo2video_widgets import edits
    from photo2video_widgets.director import Asset
    from photo2video_widgets.draft import Draft

    words = "turn these photos into a 60 second vertical video with calm music, transitions and the title “Trip”"
    for count, limit in ((100, "50 ms"), (2000, "500 ms")):
        assets = [Asset(f"asset:{number:064x}", f"{number}.jpg", width=4000, height=3000) for number in range(count)]
        cost = best(lambda assets=assets: room.respond(words, Draft(), assets), 3)  # type: ignore[misc]
        line(f"director: first film of {count} photos", f"{cost * 1000:.0f} ms", f"limit: {limit}")
        draft = edits.apply(Draft(), room.respond(words, Draft(), assets).operations)
        later = "black and white but not the first, label every photo with its file name, and music quieter"
        past = [room.Past(words, Draft())]
        cost = best(functools.partial(room.respond, later, draft, assets, None, past), 3)
        line(f"director: three edits of {count} photos", f"{cost * 1000:.0f} ms", f"limit: {limit}")


def renderer(files: list[Path], folder: Path) -> None:
    """A film by the command line, and the limit: x264 alone with the same settings on the same frames."""
    import json

    from photo2video_widgets import edits
    from photo2video_widgets.draft import Draft
    from photo2video_widgets.engine.render.compose import Composer
    from photo2video_widgets.engine.render.encode import Encoder
    from photo2video_widgets.engine.render.planes import Planes

    # An absolute path does as a file source too, so that nothing is written into a folder that was given.
    named = [{"name": file.name, "src": f"file:{file.resolve()}", "kind": "image"} for file in files]
    draft = edits.apply(
        Draft(),
        [edits.add_photos(named, duration=2000), edits.set_transition("crossfade", 500), edits.add_text("Trip")],
    )
    for place, segment in enumerate(draft.pictures):
        draft = edits.set_motion(("zoom-in", "pan-right", "zoom-out")[place % 3], segment.id)(draft)
    draft = edits.set_music("music:calm", "Calm")(draft)
    spec = folder / "draft.json"
    spec.write_text(json.dumps(draft.data))
    command = [sys.executable, "-m", "photo2video_widgets", "render", str(spec), "--quiet", "--out"]
    command.append(str(folder / "film.mp4"))
    ours = timed(lambda: subprocess.run(command, check=True))
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024

    shape = (draft.height, draft.width)
    half = (shape[0] // 2, shape[1] // 2)
    frames: list[Planes] = []
    with Composer(draft, lambda src: Path(src.removeprefix("file:"))) as composer:
        for n in range(draft.frame_count):
            planes = Planes(*(np.empty(size, np.uint8) for size in (shape, half, half)))
            composer.paint(n, planes)
            frames.append(planes)

    def encode() -> None:
        with Encoder(folder / "limit.mp4", draft.width, draft.height, draft.fps) as encoder:
            for frame in frames:

                def copy(target: Planes, frame: Planes = frame) -> None:
                    for plane, source in zip(target, frame, strict=True):
                        plane[:] = source

                encoder.write(encoder.picture(copy))
            for packets in encoder.end():
                encoder.write(packets)

    limit = timed(encode)
    seconds = draft.duration / 1000
    line(f"film: {len(files)} photos, {seconds:g} s of 1080p30, whole", f"{ours:.1f} s", f"x264 alone: {limit:.1f} s")
    line("  ratio to x264 alone", f"{ours / limit:.2f}", f"memory at most: {memory:.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--photos", type=Path, help="a folder of photos to make the film of")
    parser.add_argument("--prompts", type=Path, help="a folder with score.py and cases.jsonl")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        imports()
        engine(folder / "engine")
        director()
        given = sorted(options.photos.glob("*.[jJ][pP]*[gG]"))[:6] if options.photos else None
        renderer(given or photos(folder), folder)
    if options.prompts:
        plan = f'"{sys.executable}" -m photo2video_widgets plan'
        cases = options.prompts / "cases.jsonl"
        scorer = [sys.executable, str(options.prompts / "score.py"), str(cases), "--cmd", plan, "--jobs", "2"]
        subprocess.run(scorer, check=True)


if __name__ == "__main__":
    main()
