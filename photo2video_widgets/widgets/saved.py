"""What a notebook keeps of a panel: a picture and words, in outputs beside each of its views.

A saved notebook has the view's address and no panel behind it, and a host shows that as an error or as nothing. So
the words say what the panel last showed; where a panel answers it hides them, and else they hide the dead view.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from .. import playing, storyboard
from ..cells import Shown, instead_of_still, kept, show, unless_sanitised
from ..draft import Draft
from ..phrases import language, say
from ..video import Embedded, Video

# So many views of one panel stay up to date in the notebook; more are of cells that were run over and over.
_MOST_VIEWS = 8
_KEPT, _LIVE, _CHILD = "p2v-panel", ".p2v-live", ".jp-OutputArea-child"
# What comes next is the view: still loading, dead, or alive.
_STYLE = (
    f"<style>{_CHILD}:has(.{_KEPT}):has(+{_CHILD} {_LIVE}),"
    f"{_CHILD}:has(+{_CHILD} .{_KEPT}):has(+{_CHILD}+{_CHILD} {_LIVE}),"
    f"{_CHILD}:has(.{_KEPT})+{_CHILD}:not(:has({_LIVE}))"
    "{display:none}</style>"
)
Bundle = dict[str, str]


@dataclass(frozen=True)
class Still:
    """What there is to keep: the draft with small pictures by `src`, and the film, with its bytes where embedded."""

    draft: Draft
    thumbnails: Mapping[str, bytes]
    film: Video | None = None
    embedded: Embedded | None = None

    def bundles(self) -> tuple[Bundle, Bundle]:
        """The picture and the words. Works for some tens of ms; raises nothing for a film that is gone."""
        spoken = language()
        playable = self._playable(spoken)
        picture = playable.poster if playable else b""
        parts, seen = [], ""
        if playable:
            parts.append(playing.told(playable, self.film.link if self.film else ""))
            seen = playing.instead_of_poster(playable, spoken)
        if self.draft.is_exportable:
            timeline = storyboard.image(self.draft, spoken, self.thumbnails)
            if picture:
                seen += timeline
            else:
                picture = storyboard.picture(self.draft, self.thumbnails)
                seen = instead_of_still(timeline, is_same=True)
        if seen:
            parts.append(unless_sanitised(seen))
        if self.draft.is_exportable:
            parts.append(storyboard.listing(self.draft, spoken))
        plain = storyboard.alternative(self.draft, spoken) if self.draft.is_exportable else say("panel-empty")
        return _picture(picture, plain), _words("".join(parts))

    def _playable(self, spoken: str) -> playing.Playable | None:
        try:
            if self.embedded:
                return self.embedded.playable(spoken)
            return self.film.playable(spoken) if self.film else None
        except (OSError, ValueError, StopIteration, IndexError):
            return None


def _picture(picture: bytes, plain: str) -> Bundle:
    return {"image/jpeg": storyboard.encoded(picture), "text/plain": plain} if picture else {"text/plain": plain}


def _words(parts: str) -> Bundle:
    hint = f"<div><em>{escape(say('panel-kept'))}</em></div>"
    words = f'<div class="{_KEPT}">{parts}{hint}</div>{unless_sanitised(_STYLE)}'
    return {"text/html": kept(words), "text/plain": say("panel-kept")}


EMPTY = Still(Draft(), {})


class _Output:
    """An output that is sent again only where there is something new in it."""

    def __init__(self, shown: Shown, bundle: Bundle) -> None:
        self._shown, self._bundle = shown, bundle

    def change(self, bundle: Bundle) -> None:
        if bundle != self._bundle:
            self._bundle = bundle
            self._shown.update(bundle, raw=True)


class Kept:
    """The outputs beside the views of one panel. `show` belongs to the cell's thread, the rest to the loop's."""

    def __init__(self) -> None:
        self._shown: deque[list[_Output]] = deque(maxlen=_MOST_VIEWS)

    def __bool__(self) -> bool:
        return bool(self._shown)

    def show(self) -> bool:
        """Show what is kept beside the view that comes next; False outside of a notebook."""
        bundles = EMPTY.bundles()
        outputs = [_Output(shown, bundle) for bundle in bundles if (shown := show(bundle))]
        if outputs:
            self._shown.append(outputs)
        return bool(outputs)

    def change(self, still: Still) -> None:
        """Keep this from now on."""
        bundles = still.bundles()
        for outputs in list(self._shown):
            for output, bundle in zip(outputs, bundles, strict=True):
                output.change(bundle)


def show_hint() -> None:
    """Beside the view of a part: what it was, for readers without a kernel."""
    show(_words(""))
