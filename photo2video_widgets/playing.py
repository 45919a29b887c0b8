"""A film as a page and a notebook show it: a player without a script, and a still where no player survives."""

from __future__ import annotations

import html
from dataclasses import dataclass
from urllib.parse import quote

from .cells import instead_of_still, kept, show, unless_sanitised
from .phrases import say_in
from .storyboard import data_uri
from .storyboard import encoded as in_base64

_PLAYER = "p2v-player"


@dataclass(frozen=True)
class Playable:
    """What a player needs: the film's `name` and `facts` for people, its `source` (an address, or "" where none can
    be given), a `poster` (JPEG), the `width` it is shown at most (px), what is in it in words, `captions` (WebVTT)."""

    name: str
    facts: str
    source: str
    poster: bytes
    width: int
    content: str = ""
    captions: str = ""
    note: str = ""


def embedded(film: bytes) -> str:
    """A film's bytes as an address that holds them."""
    # A page that shows the address as text, because it takes players apart, keeps it in one line this way.
    return "data:video/mp4;base64," + in_base64(film).replace("/", "%2F").replace("+", "%2B")


def player(film: Playable, language: str) -> str:
    """The film as HTML: a player where there is a source, else its poster."""
    poster = data_uri(film.poster)
    shape = f"max-width:min(100%,{min(960, film.width)}px);max-height:540px"
    label = html.escape(say_in(language, "film-called", name=film.name))
    if not film.source:
        return f'<img style="{shape}" alt="{html.escape(described(film, language))}" src="{poster}">'
    track = (
        f'<track kind="captions" label="{html.escape(say_in(language, "captions"))}" srclang="{language}" '
        f'src="data:text/vtt;charset=utf-8,{quote(film.captions)}">'
        if film.captions
        else ""
    )
    return (
        f'<video class="{_PLAYER}" controls playsinline preload="metadata" aria-label="{label}" style="{shape}" '
        f'poster="{poster}" src="{html.escape(film.source)}">{track}</video>'
    )


def told(film: Playable, link: str = "") -> str:
    """What there is to say of a film, as HTML; `link` is where it lies beside the page, or ""."""
    name = f"<b>{html.escape(film.name)}</b>"
    linked = f'<a href="{html.escape(link)}">{name}</a>' if link else name
    return f"<div>{' · '.join([linked, *(html.escape(text) for text in (film.facts, film.note) if text)])}</div>"


def described(film: Playable, language: str) -> str:
    """The film in words, for whoever doesn't see it."""
    return f"{say_in(language, 'film-called', name=film.name)} {film.content}".strip()


def instead_of_poster(film: Playable, language: str) -> str:
    """The film as HTML that follows its poster."""
    return instead_of_still(player(film, language), is_same=not film.source)


def bundle(film: Playable, plain: str, link: str, language: str) -> dict[str, str]:
    """The film as the value of a cell, which shows its poster beside itself for readers that will have no player."""
    poster = {"image/jpeg": in_base64(film.poster), "text/plain": f"{plain} {film.content}".strip()}
    seen = instead_of_poster(film, language) if show(poster) else player(film, language)
    return {"text/plain": plain, "text/html": kept(told(film, link) + unless_sanitised(seen))}
