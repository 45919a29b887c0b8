"""`make`: photos and words in, a film out, in one blocking call."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .blocking import loop_thread
from .client import connect
from .errors import P2VError
from .progress import Reporter, reporter

if TYPE_CHECKING:
    from .video import Video


def make(
    photos: object,
    prompt: str,
    out: str | Path,
    *,
    backend: str | None = None,
    draft: str | Path | None = None,
    quiet: bool = False,
) -> Video:
    """Make a film of `photos` as `prompt` says, at `out`; works in a script and in a running cell alike.

    `photos`: paths, folders, patterns, addresses, PIL pictures, arrays or figures, one or a list of them. `backend`:
    "local" (the default), "nemo" or the URL of an engine. `draft`: where the draft is written as JSON, too. Progress
    is shown on standard error or under the cell, unless `quiet`.

    Raises `P2VError` and its children: `UnsupportedFileError` for a photo that can't be used, `RenderError` where the
    film could not be made. What was at `out` before stays until the new film is complete.
    """
    target = Path(out)
    if target.suffix.lower() != ".mp4":
        raise P2VError(f"{target.name}: films are MP4, so the name must end in .mp4")
    if not target.absolute().parent.is_dir():
        raise P2VError(f"{target.name}: the folder it should go to isn't there; make it first")
    return loop_thread().run(_make(photos, prompt, target, backend, draft, reporter(quiet=quiet)))


async def _make(
    photos: object, prompt: str, out: Path, backend: str | None, draft: str | Path | None, report: Reporter
) -> Video:
    from .director import language_of

    async with connect(backend) as client:
        client.on_notice(report.say)
        session = await client.new_session(language_of(prompt) or "en")
        await session.upload(photos, skip_bad=True)
        reply = await session.send(prompt)
        if not reply.draft.is_exportable:
            raise P2VError(reply.text or "That made no film; say in other words what it should be like.")
        report.say(reply.text)
        if draft is not None:
            Path(draft).write_text(reply.draft.to_json(indent=2), "utf-8")
        return await session.export(out, on_progress=report.progress)
