"""`make bench`: what things cost here, each beside its limit or its peer, in one run.

make bench                       all of it
make bench PHOTOS=folder         the film of a folder's photos in place of drawn ones
make bench PROMPTS=folder        the scorer of a folder of spoken cases besides
"""

from __future__ import annotations

import argparse
import asyncio
import compileall
import functools
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import photo2video_widgets

from . import drawn, film, panel, preview, timeline


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def best(work: Callable[[], object], rounds: int = 5) -> float:
    return min(timed(work) for _ in range(rounds))


def line(name: str, value: str, beside: str = "") -> None:
    print(f"{name:<46}{value:>12}   {beside}", flush=True)


def as_installed() -> None:
    """Have bytecode for every process that is measured, as whoever installs a package has it."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    compileall.compile_dir(Path(photo2video_widgets.__file__).parent, quiet=1)


def imports() -> None:
    def python(code: str) -> float:
        return best(lambda: subprocess.run([sys.executable, "-c", code], check=True))

    bare = python("pass")
    ours = python("import photo2video_widgets as p; p.connect, p.Draft")
    peer = python("import anywidget")
    line(
        "import photo2video_widgets",
        f"{(ours - bare) * 1000:.0f} ms",
        f"limit: 250 ms; import anywidget: {(peer - bare) * 1000:.0f} ms",
    )


def engine(folder: Path) -> None:
    from photo2video_widgets.client import connect

    async def start() -> None:
        async with connect("local", data_dir=folder) as client:
            await client.new_session()

    line("engine: start to first session", f"{timed(lambda: asyncio.run(start())):.2f} s", "limit: 2 s")


def first_words(folder: Path) -> None:
    """From sending words to the first of the reply, over HTTP: the first turn of a new engine, and a later one."""
    from photo2video_widgets.client import connect

    photos = drawn.photos(folder, 2, (1600, 1200))
    waits: list[float] = []

    async def talk(where: str) -> None:
        waits.clear()
        async with connect("local", data_dir=folder / where) as client:
            session = await client.new_session()
            await session.upload(photos)
            # Nobody writes a sentence sooner than this.
            await asyncio.sleep(2)
            for words in ("make a slideshow with calm music", "three seconds each"):
                start = time.perf_counter()
                heard = 0.0
                async for event in session.stream(words):
                    if not heard and getattr(event, "text", ""):
                        heard = time.perf_counter() - start
                waits.append(heard)

    # The first engine warms this process, the client; the second is the one that is told of.
    for where in ("talk-before", "talk"):
        asyncio.run(talk(where))
    for which, wait in zip(("first turn", "later turn"), waits, strict=True):
        line(f"engine: first words of the {which}", f"{wait * 1000:.0f} ms", "limit: 100 ms")


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


def hands() -> None:
    for name, pace in timeline.measure().items():
        line(
            f"timeline of {timeline.SEGMENTS} photos: {name}",
            f"{pace.frames:.0f} fps",
            f"limit: 30; longest frame {pace.longest:.0f} ms, {pace.elements} elements",
        )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--photos", type=Path, help="a folder of photos to make the film of")
    parser.add_argument("--prompts", type=Path, help="a folder with score.py and cases.jsonl")
    parser.add_argument("--rounds", type=int, default=3, help="how often each way to make the film is run")
    parser.add_argument("--moviepy", help="an interpreter that has MoviePy")
    parser.add_argument("--only", choices=["film"], help="this part alone")
    options = parser.parse_args()
    as_installed()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if not options.only:
            imports()
            engine(folder / "engine")
            first_words(folder)
            director()
            hands()
            preview.measure(folder, line)
            for row in panel.measure(folder / "panel"):
                line(*row)
        given = sorted(options.photos.glob("*.[jJ][pP]*[gG]"))[:10] if options.photos else None
        film.measure(folder, given or drawn.photos(folder), rounds=options.rounds, with_moviepy=options.moviepy)
    if options.prompts:
        plan = f'"{sys.executable}" -m photo2video_widgets plan'
        cases = options.prompts / "cases.jsonl"
        scorer = [sys.executable, str(options.prompts / "score.py"), str(cases), "--cmd", plan, "--jobs", "2"]
        subprocess.run(scorer, check=True)


if __name__ == "__main__":
    main()
