"""A film as one page: a file that holds all it shows, and plays from disk, offline and without a script."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from . import playing, storyboard
from .errors import P2VError
from .exports import replacing, writable
from .phrases import say, say_in, spoken

if TYPE_CHECKING:
    from .video import Video

MOST_MB = 50.0
"""Up to this size a page holds a film as it is; browsers are slow to open more."""

# Nothing is fetched and nothing runs, whatever the texts are.
_POLICY = "default-src 'none'; img-src data:; media-src data:; style-src 'unsafe-inline'"
_STYLE = """
:root { color-scheme: light dark; --ink: #1c2230; --soft: #59616f; --paper: #fbfbfc; --line: #d9dde4; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8ebf1; --soft: #a8b0bd; --paper: #14181f; --line: #333b48; }
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1rem; overflow-wrap: anywhere; }
h2 { font-size: 1.1rem; margin: 2.25rem 0 .75rem; }
video { display: block; width: 100%; max-width: 100% !important; max-height: 75vh !important; background: #000;
  border-radius: .5rem; }
img { display: block; width: 100%; border-radius: .5rem; }
main > div { margin-top: .75rem; color: var(--soft); overflow-wrap: anywhere; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; margin-top: 1rem; width: 100%; }
th, td { padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
td { overflow-wrap: anywhere; } td:first-child { white-space: nowrap; font-variant-numeric: tabular-nums; }
blockquote { margin: .5rem 0; padding: .1rem 0 .1rem 1rem; border-left: 3px solid var(--line); white-space: pre-wrap;
  overflow-wrap: anywhere; }
"""


def page(
    film: Video,
    prompts: Sequence[str] = (),
    *,
    thumbnails: Mapping[str, bytes] | None = None,
    language: str = "en",
    max_mb: float = MOST_MB,
) -> str:
    """The page: the film in `max_mb` MB (10**6 bytes) at most, its timeline, and the `prompts` that led to it.

    `thumbnails`: small pictures by `src` for the timeline. Raises P2VError where the film can't be that small.
    """
    language = spoken(language)
    playable = film.embed(max_mb).playable(language)
    draft = film.draft
    named = draft.name if draft else "project"
    titles = [text.text for text in draft.texts if text.role == "title"] if draft else []
    # "project" is what every draft is called that nobody has named.
    title = html.escape(" ".join((titles[0] if titles else film.path.stem if named == "project" else named).split()))
    parts = [f"<h1>{title}</h1>", playing.player(playable, language), playing.told(playable)]
    if draft and draft.is_exportable:
        timeline = storyboard.image(draft, language, thumbnails) + storyboard.table(draft, language)
        wide = f'<div class="wide" tabindex="0" role="region" aria-labelledby="timeline">{timeline}</div>'
        parts.append(f'<h2 id="timeline">{say_in(language, "page-timeline")}</h2>{wide}')
    if prompts:
        said = "".join(f"<blockquote>{html.escape(prompt)}</blockquote>" for prompt in prompts)
        parts.append(f"<h2>{say_in(language, 'page-prompts')}</h2>{said}")
    body = "\n".join(parts)
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def checked(path: Path) -> Path:
    """`path` as an absolute one, if a page can be put there. Raises P2VError, which names no folder."""
    if path.suffix.lower() not in (".html", ".htm"):
        raise P2VError(say("not-html", name=path.name))
    return writable(path)


def save(path: Path, content: str) -> Path:
    """Put a page in place at once: what was there stays until all of the new one is written. Raises P2VError."""
    path = checked(path)
    try:
        with replacing(path) as part:
            part.write_text(content, "utf-8", errors="replace")
    except OSError as problem:
        raise P2VError(say("film-not-written", name=path.name, reason=problem.strerror)) from None
    return path
