"""Films of a service's draft, made on this machine: of the files that were sent there from here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import exports
from .client import connect
from .draft import AUDIO, VIDEO, Draft
from .errors import P2VError
from .exports import OnProgress
from .hosted.adoption import Here, Key, adopt
from .hosted.lookup import Lookup
from .phrases import language, say
from .settings import Timing
from .upload.handover import hand_over
from .upload.keeping import Sent

if TYPE_CHECKING:
    from .client import Client
    from .video import Video


async def render_here(
    draft: Draft,
    sent: Sequence[Sent],
    path: Path,
    on_progress: OnProgress,
    *,
    data_dir: str | Path | None,
    timing: Timing,
    canvas: Mapping[str, Any] | None = None,
) -> tuple[Video, list[str]]:
    """Render a service's draft with the engine on this machine, at `path`: the film, and what it lacks, a line each.

    `sent` are the files that the session sent, in which those of the draft are looked for by name. `canvas` is what
    the state says of the film's size, in case the draft doesn't. Raises P2VError where none of its pictures is here.
    """
    if not draft.is_exportable:
        raise P2VError(say("nothing-to-export"))
    path = exports.checked(path)
    found = _found(draft, sent)
    async with connect("local", data_dir=data_dir, timing=timing) as client:
        session = str((await client.create_session(language()))["session_id"])
        here = await _brought(client, session, found.values())
        files = {key: here[one.name] for key, one in found.items() if one.name in here}
        adopted, notes = adopt(draft, files, canvas)
        return await exports.export(client, session, adopted, path, on_progress), notes


def _found(draft: Draft, sent: Sequence[Sent]) -> dict[Key, Sent]:
    lookup = Lookup(sent)
    found: dict[Key, Sent] = {}
    for number, track in enumerate(draft.tracks):
        for segment in track.segments if track.type in (VIDEO, AUDIO) else ():
            if one := lookup.find(segment):
                found[number, segment.place] = one
    return found


async def _brought(client: Client, session: str, found: Iterable[Sent]) -> dict[str, Here]:
    """Hand the files to the engine; by name what it says of each. Those that it can't use are missing."""
    here: dict[str, Here] = {}
    for one in {one.name: one for one in found}.values():
        taken = (await hand_over(client, session, [one.source], None)).files
        if taken:
            facts = taken[0]
            here[one.name] = Here(str(facts["asset"]), str(facts["kind"]), one.source.name, facts.get("duration"))
    return here
