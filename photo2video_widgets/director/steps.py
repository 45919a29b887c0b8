# ruff: noqa: E501
"""How far something is to be moved: "up by one", "two places later", "往前移一位"."""

from __future__ import annotations

import re

_NUMBERS = {
    "one": 1, "a": 1, "1": 1, "two": 2, "2": 2, "three": 3, "3": 3, "4": 4, "un": 1, "una": 1, "uno": 1, "dos": 2,
    "tres": 3, "ein": 1, "eins": 1, "einen": 1, "eine": 1, "zwei": 2, "drei": 3, "une": 1, "deux": 2, "trois": 3,
    "一": 1, "两": 2, "二": 2, "三": 3, "ひと": 1, "ふた": 2,
}  # fmt: skip
_COUNT = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_MOVES = {
    "en": r"\b(?:move|put|shift|bring|push|nudge|slide|place|send|goes|go|bump)\b(?!.*\b(?:undo|go back)\b)",
    "es": r"\b(?:mueve|mover|pon|pasa|adelanta|retrasa|desplaza|sube|baja|atrasa)\w*",
    "de": r"\b(?:schieb|verschieb|ruck|setz|stell|pack|beweg|zieh)\w*",
    "fr": r"\b(?:deplace|bouge|avance|recule|mets|decale|remonte|descends?)\w*",
}
_STEPS = {
    "en": (
        r"(?:(?P<up>up|forwards?|earlier|sooner)|(?P<down>down|back|backwards?|later))(?: by)? (?P<n>@)"
        r"(?: (?:more )?(?:place|spot|slot|position|step|photo)s?)?(?! ?(?:sec|s\b|%|percent|min|frame))\b",
        r"(?:by )?(?P<n>@) (?:place|spot|slot|position|step)s? (?:(?P<up>up|forwards?|earlier|sooner)|"
        r"(?P<down>down|back|backwards?|later))\b",
        r"(?P<n>one) (?:(?P<up>up|earlier|sooner)|(?P<down>down|later))\b",
    ),
    "es": (
        r"(?P<n>@) (?:posicion(?:es)?|puestos?|lugar(?:es)?|sitios?)(?: mas)? (?:(?P<up>antes|(?:hacia |para )?(?:adelante|"
        r"delante|arriba))|(?P<down>despues|(?:hacia |para )?(?:atras|abajo)))",
    ),
    "de": (
        r"(?:um )?(?P<n>@)(?: (?:platze?|stellen?|positionen?))?(?: weiter)? (?:(?P<up>nach vorne?|fruher|vor|hoch|"
        r"nach oben|vorher)|(?P<down>nach hinten|spater|zuruck|runter|nach unten))\b",
    ),
    "fr": (
        r"d'(?P<n>une?) (?:place|position|cran|rang)(?: (?:(?P<up>vers l'avant|plus tot|avant|en avant)|(?P<down>vers "
        r"l'arriere|plus tard|en arriere|apres)))?",
        r"de (?P<n>deux|trois|[234]) (?:place|position|cran|rang)s(?: (?:(?P<up>vers l'avant|plus tot|avant|en avant)|"
        r"(?P<down>vers l'arriere|plus tard|en arriere|apres)))?",
    ),
    "zh": (
        r"(?:往|向)(?:(?P<up>前)|(?P<down>后))面?(?:移动|移|挪动|挪|放|调|推|靠)?(?P<n>[一两二三1-4])(?:个?位置?|格|张)",
        r"(?:(?P<up>前)|(?P<down>后))(?:移动|移|挪动|挪|调|推|靠)(?P<n>[一两二三1-4])(?:个?位置?|格|张)",
        r"(?:(?P<up>提前)|(?P<down>推后|延后|靠后))(?P<n>[一两二三1-4])(?:个?位置?|格)",
    ),
    "ja": (
        r"(?P<n>[一二三1-4]|ひと|ふた)つ(?:だけ)?(?:分)?(?:(?P<up>前|手前|上)|(?P<down>後ろ|うしろ|後|下))(?:へ|に)"
        r"(?=移|動|ずら|持|し)",
    ),
}


def step_at(text: str, spot: int, language: str) -> tuple[int, int] | None:
    """How many places later, negative for earlier, the words at a place of folded text say; and where they end."""
    if spot and text[spot - 1].isalnum() and text[spot].isascii():
        return None
    moves = _MOVES.get(language)
    for pattern in _STEPS[language]:
        match = re.compile(pattern.replace("@", _COUNT)).match(text, spot)
        bare = language in ("es", "fr") and len(text.split()) <= 6
        if match and (moves is None or bare or re.search(moves, text)):
            many = _NUMBERS[match["n"]]
            earlier = bool(match["up"]) or (not match["down"] and re.search(r"\b(?:avance|remonte)", text) is not None)
            return match.end(), -many if earlier else many
    return None
