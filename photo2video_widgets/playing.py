"""A film as a page and a notebook show it: a player without a script, and a still where no player survives."""

from __future__ import annotations

import base64
import html
from dataclasses import dataclass
from urllib.parse import quote

from .phrases import say_in
from .storyboard import data_uri, marked

MARK = "photo2video"
"""The title of stills in a notebook, by which the player beside one hides it."""

# Where both are shown the player is enough. Where styles are stripped, the player may have been too.
_HIDES_STILL = (
    f'<style>.jp-OutputArea-child:has(img[title="{MARK}"]):has(+.jp-OutputArea-child .p2v-film){{display:none}}</style>'
)


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
    return "data:video/mp4;base64," + base64.b64encode(film).decode().replace("/", "%2F").replace("+", "%2B")


def player(film: Playable, language: str) -> str:
    """The film as HTML: a player where there is a source, else its poster."""
    poster = data_uri(film.poster)
    shape = f"max-width:min(100%,{min(960, film.width)}px);max-height:540px"
    label = html.escape(say_in(language, "film-called", name=film.name))
    if film.source:
        track = (
            f'<track kind="captions" label="{html.escape(say_in(language, "captions"))}" srclang="{language}" '
            f'src="data:text/vtt;charset=utf-8,{quote(film.captions)}">'
            if film.captions
            else ""
        )
        shown = (
            f'<video class="p2v-film" controls playsinline preload="metadata" aria-label="{label}" style="{shape}" '
            f'poster="{poster}" src="{html.escape(film.source)}">{track}</video>'
        )
    else:
        alt = html.escape(f"{say_in(language, 'film-called', name=film.name)} {film.content}".strip())
        shown = f'<img class="p2v-film" style="{shape}" alt="{alt}" src="{poster}">'
    told = html.escape(" · ".join(filter(None, (film.name, film.facts, film.note))))
    return f'<figure class="p2v-figure" style="margin:0">{shown}<figcaption>{told}</figcaption></figure>'


def beside_still(film: Playable, language: str) -> str:
    """The player as a cell's value, beside its still."""
    return player(film, language) + _HIDES_STILL


def still(film: Playable, language: str, link: str = "") -> str:
    """The film as Markdown: its poster, what is in it and, where it lies beside the notebook, a `link` to it."""
    alt = marked(f"{say_in(language, 'film-called', name=film.name)} {film.content}")
    name = f"**{marked(film.name)}**"
    told = " · ".join([f"[{name}]({link})" if link else name, marked(film.facts), *filter(None, [marked(film.note)])])
    return f'![{alt}]({data_uri(film.poster)} "{MARK}")\n\n{told}'
