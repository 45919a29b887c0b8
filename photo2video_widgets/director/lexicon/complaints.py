"""What people complain of, and what they want by it: "the music is a touch loud" asks for quieter music."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

# How a complaint begins, how much of it there is, and what it is of: the word that asks for the opposite.
_COMPLAINTS: dict[str, tuple[str, str, dict[str, str]]] = {
    "en": (
        "is|are|feels|feel|seems|seem|sounds|sound|goes|go|looks",
        "a bit|a bit too|a little|a little too|a touch|a touch too|a tad|a tad too|rather|quite|"
        "kinda|kind of|way too|so|"
        "far too|pretty|much too|really|awfully|terribly|slightly too|just too|still too|very",
        {
            "quieter": "loud|noisy", "louder": "quiet|faint", "slower": "fast|quick|rushed|hectic", "faster": "slow",
            "shorter": "long", "longer": "short|brief", "bigger": "small|tiny", "smaller": "big|large|huge",
        },
    ),
    "es": (
        "es|son|está|están|va|van|suena|se ve|se ven|queda|quedan|dura|duran",
        "muy|un poco|algo|un pelín|un poquito|bastante|tan|demasiado|súper",
        {
            "quieter": "fuerte|fuertes|alta|alto",
            "louder": "floja|flojo|baja|bajo|bajita|bajito",
            "slower": "rápido|rápida|rápidas|rápidos|deprisa|bruscas|bruscos",
            "faster": "lento|lenta|lentas|lentos|despacio",
            "shorter": "largo|larga|largas|largos",
            "longer": "corto|corta|cortas|cortos|poco",
            "bigger": "pequeño|pequeña|pequeñas|pequeños|chico|chica|chiquito|chiquita", "smaller": "grande|grandes",
        },
    ),
    "de": (
        "ist|sind|geht|gehen|läuft|laufen|wirkt|wirken|dauert|dauern|klingt",
        "zu|etwas zu|ein bisschen zu|bisschen zu|ein wenig zu|viel zu|recht|ziemlich|ganz schön|"
        "mir zu|echt zu|leider zu|"
        "arg|sehr|etwas|ein bisschen",
        {
            "quieter": "laut", "louder": "leise", "slower": "schnell|hektisch", "faster": "langsam|lahm",
            "shorter": "lang|lange", "longer": "kurz", "bigger": "klein|winzig", "smaller": "groß|riesig",
        },
    ),
    "fr": (
        "est|sont|va|vont|c'est|défile|défilent|passe|passent|dure|durent",
        "trop|un peu|un peu trop|bien trop|beaucoup trop|assez|vraiment|vraiment trop|très|super",
        {
            "quieter": "fort|forte", "louder": "bas|basse|faible|faible", "slower": "vite|rapide|rapides",
            "faster": "lent|lente|lentes|lents|lentement", "shorter": "long|longue|longues|longs|longtemps",
            "longer": "court|courte|courtes|courts",
            "bigger": "petit|petite|petits|petites",
            "smaller": "grand|grande|grands|gros",
        },
    ),
    "zh": (
        "|是|都|播得|放得|换得|切得|过得",
        "有点|有点太|有些|过于|偏|稍微有点|实在太|太|也太|真的太|还是太|好像有点",
        {
            "quieter": "吵|响|大声", "louder": "小声|轻", "slower": "快", "faster": "慢", "shorter": "长|久",
            "longer": "短", "bigger": "小", "smaller": "大",
        },
    ),
    "ja": (
        "|少し|ちょっと|やや|まだ|かなり",
        "",
        {
            "quieter": "うるさい|大きすぎる|大きすぎます",
            "louder": "小さすぎる|小さすぎます",
            "slower": "速い|早い|速すぎる|早すぎる",
            "faster": "遅い|遅すぎる|遅すぎます",
            "shorter": "長すぎる|長すぎます",
            "longer": "短い|短すぎる|短すぎます",
            "bigger": "小さすぎる|小さすぎます", "smaller": "大きすぎる|大きすぎます",
        },
    ),
}  # fmt: skip


def complaints(language: str) -> Iterator[tuple[str, str]]:
    """Every complaint of a language and the kind of wish that it stands for."""
    starts, degrees, wanted = _COMPLAINTS.get(language, ("", "", {}))
    gap = "" if language in ("zh", "ja") else " "
    for kind, words in wanted.items():
        for parts in itertools.product(starts.split("|"), degrees.split("|"), words.split("|")):
            yield gap.join(parts), kind
