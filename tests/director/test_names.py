# ruff: noqa: E501
"""Every transition can be asked for by its name in six languages."""

from __future__ import annotations

import pytest

from photo2video_widgets import vocabulary
from photo2video_widgets.director import Asset
from photo2video_widgets.director.understanding import understand

ASSETS = [Asset(f"asset:{number:064x}", f"IMG_{number}.jpg") for number in range(1, 6)]
DIRECTED = {
    "wipe": ("wipe {}", "转场用{}擦除", "barrido {}", "Wischen {}", "balayage {}", "{}ワイプにして"),
    "slide": ("slide transition {}", "转场用{}滑动", "transición deslizar {}", "Übergang schieben {}", "transition glissement {}", "切り替えは{}スライドインで"),
    "push": ("push transition {}", "转场用{}推挤", "transición empuje {}", "Übergang wegschieben {}", "transition poussée {}", "切り替えは{}プッシュ"),
    "cover": ("cover transition {}", "转场用{}覆盖", "transición que cubra {}", "Übergang zudecken {}", "transition recouvrir {}", "切り替えは{}カバー"),
    "reveal": ("reveal transition {}", "转场用{}揭开", "transición revelar {}", "Übergang aufdecken {}", "transition dévoiler {}", "切り替えは{}リビール"),
}  # fmt: skip
WAYS = {
    "left": ("from right to left", "从右往左", "de derecha a izquierda", "von rechts nach links", "de droite à gauche", "右から左へ"),
    "right": ("from left to right", "从左往右", "de izquierda a derecha", "von links nach rechts", "de gauche à droite", "左から右へ"),
    "up": ("from bottom to top", "从下往上", "de abajo arriba", "von unten nach oben", "de bas en haut", "下から上へ"),
    "down": ("from top to bottom", "从上往下", "de arriba abajo", "von oben nach unten", "de haut en bas", "上から下へ"),
}  # fmt: skip
PLAIN = {
    "crossfade": ("crossfades", "转场用交叉淡化", "fundido cruzado", "weiche Überblendung", "fondu enchaîné", "クロスフェードにして"),
    "dissolve": ("dissolve between them", "转场用叠化", "disolvencia", "Übergang dissolve", "transition dissolve", "ディゾルブにして"),
    "fade-black": ("fade to black", "黑场过渡", "fundido a negro", "Schwarzblende", "fondu au noir", "暗転にして"),
    "fade-white": ("fade to white", "白场过渡", "fundido a blanco", "Weißblende", "fondu au blanc", "白フェードにして"),
    "zoom": ("zoom transition", "缩放转场", "transición de zoom", "Zoomübergang", "transition zoom", "ズーム切り替え"),
    "circle": ("circle transition", "圆形转场", "transición de círculo", "Kreisblende", "transition en cercle", "切り替えはサークル"),
    "blur": ("blur transition", "模糊转场", "transición de desenfoque", "Unschärfeblende", "transition flou", "ぼかし切り替え"),
    "clock": ("clock wipe", "时钟转场", "transición de reloj", "Uhrblende", "transition horloge", "切り替えは時計ワイプ"),
    "blinds": ("venetian blinds", "百叶窗转场", "transición de persianas", "Jalousieblende", "transition stores vénitiens", "切り替えはブラインド"),
    "pixelate": ("pixelate transition", "马赛克转场", "transición de pixelado", "Pixelblende", "transition pixelisation", "切り替えはモザイク"),
    "clouds": ("clouds transition", "云雾转场", "transición de nubes", "Wolkenblende", "transition nuages", "切り替えは雲"),
}  # fmt: skip
LANGUAGES = ("en", "zh", "es", "de", "fr", "ja")
ASKED = [
    (name, language, words)
    for name, said in [
        *PLAIN.items(),
        *(
            (f"{family}-{way}", [pattern.format(where) for pattern, where in zip(patterns, places, strict=True)])
            for family, patterns in DIRECTED.items()
            for way, places in WAYS.items()
        ),
    ]
    for language, words in zip(LANGUAGES, said, strict=True)
]


@pytest.mark.parametrize(("name", "language", "words"), ASKED)
def test_a_transition_is_known_by_its_name(name: str, language: str, words: str) -> None:
    reading, _ = understand(words, ASSETS, language, False)
    assert [(wish.kind, wish.get("kind")) for wish in reading.wishes] == [("transition", name)]
    assert reading.not_understood == []


def test_no_transition_is_left_out() -> None:
    assert set(vocabulary.TRANSITIONS) <= {name for name, _, _ in ASKED}
