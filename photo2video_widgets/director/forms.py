"""Words that are made of known ones: "jazzier", "Jazzmusik", "aceléralos"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from . import lexicon


def compared(word: str, tables: Sequence[dict[tuple[str, ...], dict[str, object]]]) -> dict[str, object] | None:
    """A comparative by its plain form: "sadder", "jazzier"."""
    if not word.endswith("er") or len(word) < 6:
        return None
    forms = (word[:-2], word[:-3], word[:-1], word[:-3] + "y")
    found = next((table[(form,)] for form in forms for table in tables if (form,) in table), None)
    return {**found, "more": True} if found is not None and found.keys() & {"mood", "look"} else None


_ENDS = (
    "musik",
    "bilder",
    "bild",
    "fotos",
    "foto",
    "video",
    "film",
    "titel",
    "text",
    "farbe",
    "filter",
    "blende",
    "effekt",
)


def compound(word: str) -> dict[str, object] | None:
    """What a German word is made of: "Jazzmusik", "Anfangstitel"."""
    table = lexicon.phrases("de")[0]
    for end in _ENDS:
        stem = word.removesuffix(end)
        if stem and stem != word:
            found = next(
                (
                    table[(form,)]
                    for form in (stem, stem.removesuffix("s"), stem + "e", stem + "en")
                    if (form,) in table
                ),
                None,
            )
            if found is not None and set(found) != {"filler"}:
                return {**table[(end,)], **found}
    return None


_CLITICS = re.compile(r"(?P<verb>.{3,}?[aeirn])(?P<who>me|te|nos|se)?(?P<to>les?)?(?P<it>l[oa]s?)?")
_DIMINUTIVES = (("quit", "c"), ("guit", "g"), ("cit", ""), ("it", ""), ("ill", ""))
_VERBS = frozenset(
    "add remove set use keep show move swap louder quieter slower faster longer shorter back shuffle sort reverse "
    "again undo mute trim bigger smaller".split()
)


def inflected(word: str) -> dict[str, object] | None:
    """What a Spanish word is made of: a verb and its pronouns ("aceléralos"), or a diminutive ("pianito")."""
    table = lexicon.phrases("es")[0]
    parts = _CLITICS.fullmatch(word)
    verb = parts and table.get((parts["verb"],))
    if parts and verb and verb.keys() & _VERBS:
        return {**verb, "it": True} if parts["it"] else dict(verb)
    ending = re.search(r"[oa]s?$", word)
    stem = word[: ending.start()] if ending else ""
    for small, plain in _DIMINUTIVES if ending else ():
        found = stem.endswith(small) and table.get((stem.removesuffix(small) + plain + word[len(stem) :],))
        if found:
            return dict(found)
    return None
