"""Words that are made of known ones: "jazzier", "Jazzmusik"."""

from __future__ import annotations

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
