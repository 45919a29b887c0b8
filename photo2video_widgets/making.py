"""`make`: photos and words in, a film out, in one blocking call."""

from __future__ import annotations

import asyncio
import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from . import page, storyboard
from .blocking import loop_thread
from .client import connect
from .draft import Draft
from .errors import P2VError
from .exports import checked, writable
from .progress import Reporter, reporter

if TYPE_CHECKING:
    from .client import Client
    from .session import Session
    from .video import Video


def make(
    photos: object,
    prompt: str,
    out: str | Path,
    *,
    backend: str | None = None,
    draft: str | Path | None = None,
    html: str | Path | None = None,
    quiet: bool = False,
) -> Video:
    """Make a film of `photos` as `prompt` says, at `out`; works in a script and in a running cell alike.

    `photos`: paths, folders, patterns, addresses, PIL pictures, arrays or figures, one or a list of them. `backend`:
    "local" (the default), "nemo" or the URL of an engine. `draft`: where the draft is written too, as JSON that
    `photo2video render` makes the same film of. `html`: where a page is written that holds the film, its timeline and
    the prompt, and plays offline. Progress is shown on standard error or under the cell, unless `quiet`.

    Raises `P2VError` and its children: `UnsupportedFileError` for a photo that can't be used, `RenderError` where the
    film could not be made. What was at `out` before stays until the new film is complete.
    """
    refuse_other_wishes(prompt)
    target = checked(Path(out))
    notes = None if draft is None else writable(Path(draft))
    shown = None if html is None else page.checked(Path(html))
    return loop_thread().run(_make(photos, prompt, target, backend, notes, shown, reporter(quiet=quiet)))


def refuse_other_wishes(prompt: object) -> None:
    """Raise P2VError where a prompt asks for no film."""
    if not isinstance(prompt, str) or not _asks_for_a_film(prompt):
        raise P2VError(f'prompt: say what film to make, as in "a 20 s film with calm music", not {prompt!r:.60}')


def _asks_for_a_film(prompt: str) -> bool:
    from .director import route

    return bool(prompt.strip()) and "edit" in route(prompt)


async def _make(
    photos: object, prompt: str, out: Path, backend: str | None, draft: Path | None, html: Path | None,
    report: Reporter,
) -> Video:  # fmt: skip
    async with connect(backend) as client:
        return await film_of(client, photos, prompt, out, report, draft=draft, html=html)


async def film_of(
    client: Client, photos: object, prompt: str, out: Path, report: Reporter, *,
    draft: Path | None = None, html: Path | None = None,
) -> Video:  # fmt: skip
    """A film of `photos` as `prompt` says, at `out`, in a session of its own. Raises P2VError."""
    from . import draftfile
    from .director import language_of
    from .intake import collect

    sources = await asyncio.to_thread(collect, photos)
    unheard = client.on_notice(report.say)
    try:
        session = await client.new_session(language_of(prompt) or "en")
        await session.upload(sources, skip_bad=True)
        reply = await session.send(prompt)
        if not reply.draft.is_exportable:
            raise P2VError(f"That made no film. {reply.text}")
        report.say(reply.text)
        if draft is not None:
            await asyncio.to_thread(draftfile.write, reply.draft, draft, sources)
        video = await session.export(out, on_progress=report.progress)
        if html is not None:
            await _show(session, video, prompt, html)
        return video
    finally:
        unheard()


async def _show(session: Session, video: Video, prompt: str, html: Path) -> None:
    draft = video.draft or Draft()
    thumbnails = {}
    for src in storyboard.sources(draft) if session.client.is_engine else ():
        # A picture without this one is better than none.
        with contextlib.suppress(P2VError):
            thumbnails[src] = await session.thumbnail(src, storyboard.THUMBNAIL)
    language = session.language or "en"
    await asyncio.to_thread(
        lambda: page.save(html, page.page(video, [prompt], thumbnails=thumbnails, language=language))
    )
