"""The command line: `photo2video make | batch | plan | render | serve`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import __version__
from .draft import Draft
from .errors import P2VError
from .vocabulary import QUALITIES

if TYPE_CHECKING:
    from .director import Asset
    from .engine.render import Film
    from .video import Video


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; 0 where it did what was asked, 1 with one clear line on standard error where it could not."""
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        command: Callable[[argparse.Namespace], int] = options.command
        return command(options)
    except P2VError as problem:
        print(f"photo2video: {problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nphoto2video: stopped", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="photo2video", description="Photos in, a film out.")
    parser.add_argument("--version", action="version", version=f"photo2video {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    make = commands.add_parser("make", help="make a film of photos, as you say in plain words")
    make.add_argument(
        "photos", nargs="+", metavar="PHOTO", help="a photo, clip or song, a folder, or an https:// address"
    )
    make.add_argument("--prompt", required=True, help="what the film should be like, in plain words")
    make.add_argument("--out", required=True, type=Path, metavar="FILE", help="the MP4 to write")
    make.add_argument("--backend", help="local (the default), nemo, or the address of an engine")
    make.add_argument("--draft", type=Path, metavar="FILE", help="write the draft as JSON too")
    make.add_argument("--html", type=Path, metavar="FILE", help="write a page with the film in it too, for sharing")
    make.add_argument("--quiet", action="store_true", help="print nothing but errors")
    make.set_defaults(command=_make)

    batch = commands.add_parser(
        "batch",
        help="make a film of each album in a folder, or of each row of a table",
        description="Make a film of each album in a folder, or of each row of a table. Films that are there already "
        "are kept as long as neither their photos nor their words change. A bad album doesn't stop the rest.",
    )
    batch.add_argument("albums", nargs="?", type=Path, metavar="ALBUMS", help="a folder of folders with photos")
    batch.add_argument("--table", type=Path, metavar="FILE.csv", help="instead: columns files, instruction, output")
    batch.add_argument("--prompt", help="what the films should be like, in plain words")
    batch.add_argument("--out", required=True, type=Path, metavar="FILMS", help="the folder of the films")
    batch.add_argument("--backend", help="local (the default), nemo, or the address of an engine")
    batch.add_argument("--again", action="store_true", help="make films anew that are there already")
    batch.add_argument("--quiet", action="store_true", help="print nothing but the table of results")
    batch.set_defaults(command=_batch)

    plan = commands.add_parser("plan", help="print the draft that words lead to, without making a film")
    plan.add_argument("photos", nargs="+", metavar="PHOTO", help="a photo, clip or song, or a folder")
    plan.add_argument("--turn", action="append", required=True, metavar="TEXT", help="what is said; may be repeated")
    plan.add_argument("--json", action="store_true", help="one JSON object a turn: action, reply, draft")
    plan.set_defaults(command=_plan)

    render = commands.add_parser("render", help="make a film of a draft file")
    sources = "as `make --draft` writes it: sources as file:<path relative to this file>"
    render.add_argument("draft", type=Path, metavar="DRAFT.json", help=sources)
    render.add_argument("--out", required=True, type=Path, metavar="FILE", help="the MP4 to write")
    render.add_argument("--skip-broken", action="store_true", help="go on without files that can't be read, and say so")
    render.add_argument("--quality", choices=QUALITIES, default="default", help="how much time and space it may take")
    render.add_argument("--quiet", action="store_true", help="print nothing but errors")
    render.set_defaults(command=_render)

    serve = commands.add_parser(
        "serve",
        help="run the engine, for programs that speak its protocol",
        description="Run the engine, for programs that speak its protocol. They send `Authorization: Bearer TOKEN`, "
        "where TOKEN is the NEMO_TOKEN that this was started with. Started without one it makes its own and keeps it "
        "in the file engine_token in the config folder, which only you can read; p2v.connect(ADDRESS) finds it there.",
    )
    serve.add_argument("--host", default="127.0.0.1", help="a loopback address")
    serve.add_argument("--port", type=int, default=8765, help="8765 by default; 0 for any that is free")
    serve.add_argument("--data", type=Path, metavar="DIR", help="where sessions, photos and films are kept")
    serve.set_defaults(command=_serve)
    return parser


def _make(options: argparse.Namespace) -> int:
    from .making import make

    video = make(
        options.photos, options.prompt, options.out, backend=options.backend, draft=options.draft, html=options.html,
        quiet=options.quiet,
    )  # fmt: skip
    _told(options, video)
    return 0


def _batch(options: argparse.Namespace) -> int:
    from .batching import batch

    if (options.albums is None) == (options.table is None):
        raise P2VError("batch: give a folder of albums, or a table with --table")
    results = batch(
        options.table or options.albums, options.prompt, options.out, backend=options.backend, again=options.again,
        quiet=options.quiet,
    )  # fmt: skip
    print(results)
    return 1 if results.failed else 0


def _told(options: argparse.Namespace, film: Film | Video) -> None:
    if not options.quiet:
        from .video import facts

        print(f"{options.out}: {facts(film)}")


def _plan(options: argparse.Namespace) -> int:
    from . import director, edits

    assets = _assets(options.photos)
    history = edits.History(Draft())
    past: list[director.Past] = []
    language: str | None = None
    asked = ""
    for words in options.turn:
        turn = director.respond(words, history.draft, assets, language, past, asked)
        asked = words if turn.asks and not turn.operations else ""
        reply, before, language = turn.reply, history.draft, turn.language
        if turn.history and not history.step(turn.history):
            reply = director.nothing_to_undo(turn)
        stepped = history.draft
        if turn.history < 0:
            del past[turn.history :]
        elif stepped != before:
            past.append(director.Past(words, before))
        history.push(edits.apply(stepped, turn.operations) if turn.operations else stepped)
        draft = history.draft
        if draft != stepped:
            past.append(director.Past(words, stepped))
        if options.json:
            data = draft.data if draft.pictures else None
            print(json.dumps({"action": turn.action, "reply": reply, "draft": data}, ensure_ascii=False))
        else:
            print(f"> {words}\n{reply}\n{draft}\n")
    return 0


def _assets(photos: Sequence[str]) -> list[Asset]:
    """The facts of files on this machine, named by their content as the engine names them. The bad ones are told."""
    from .draftfile import asset_of
    from .engine.agent import assets_of
    from .engine.attention import facts_of
    from .intake import collect
    from .photos import probe

    uploads: list[dict[str, Any]] = []
    bad: list[str] = []
    for source in collect(photos):
        if source.path is None:
            raise P2VError(f"{source.name}: only files on this machine can be planned with")
        try:
            facts = probe(source.path)
        except P2VError as problem:
            bad.append(problem.message)
            continue
        uploads.append(
            {
                "asset": asset_of(source.path), "name": source.name, "kind": facts.kind, "width": facts.width,
                "height": facts.height, "duration": facts.duration_ms, "taken": facts.taken,
                **(facts_of(source.path, source.name) if facts.kind == "image" else {}),
            }
        )  # fmt: skip
    if bad and not uploads:
        raise P2VError("; ".join(bad))
    if bad:
        print(f"photo2video: left out: {'; '.join(bad)}", file=sys.stderr)
    return assets_of(uploads)


def _render(options: argparse.Namespace) -> int:
    from . import draftfile, settings
    from .engine.render import render
    from .exports import checked
    from .progress import reporter

    out = checked(options.out)
    draft = draftfile.read(options.draft)
    sources = draftfile.find(draft, options.draft, may_be_gone=options.skip_broken)
    film = render(
        draft,
        out,
        sources.__getitem__,
        skipped=_left_out if options.skip_broken else None,
        lacking=_left_out,
        quality=options.quality,
        cache=settings.data_folder() / "cache" / "film",
        progress=reporter(quiet=options.quiet).progress,
    )
    _told(options, film)
    return 0


def _left_out(fault: str) -> None:
    print(f"photo2video: left out: {fault}", file=sys.stderr)


def _serve(options: argparse.Namespace) -> int:
    from .engine.server import serve

    serve(options.host, options.port, options.data)
    return 0
