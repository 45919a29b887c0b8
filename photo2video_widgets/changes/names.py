"""What the vocabulary is called, a column a language but for English, which says its names as they are."""

from __future__ import annotations

from ..vocabulary import LANGUAGES

_NAMES: dict[str, tuple[str, str, str, str, str]] = {
    # In the order of LANGUAGES but for English, which the names are in.
    "crossfade": ("交叉淡化", "fundido", "Überblendung", "fondu enchaîné", "クロスフェード"),
    "dissolve": ("叠化", "disolvencia", "Auflösung", "dissolution", "ディゾルブ"),
    "fade-black": ("黑场过渡", "fundido a negro", "Schwarzblende", "fondu au noir", "暗転"),
    "fade-white": ("白场过渡", "fundido a blanco", "Weißblende", "fondu au blanc", "ホワイトフェード"),
    "zoom-in": ("推近", "acercamiento", "Heranzoomen", "zoom avant", "ズームイン"),
    "zoom-out": ("拉远", "alejamiento", "Herauszoomen", "zoom arrière", "ズームアウト"),
    "pan-left": ("左移", "panorámica izquierda", "Schwenk nach links", "panoramique gauche", "左パン"),
    "pan-right": ("右移", "panorámica derecha", "Schwenk nach rechts", "panoramique droite", "右パン"),
    "pan-up": ("上移", "panorámica arriba", "Schwenk nach oben", "panoramique haut", "上パン"),
    "pan-down": ("下移", "panorámica abajo", "Schwenk nach unten", "panoramique bas", "下パン"),
    "zoom": ("缩放", "zoom", "Zoom", "zoom", "ズーム"),
    "circle": ("圆形展开", "círculo", "Kreis", "cercle", "サークル"),
    "clock": ("时钟擦除", "reloj", "Uhrblende", "horloge", "時計ワイプ"),
    "blinds": ("百叶窗", "persianas", "Jalousie", "stores", "ブラインド"),
    "pixelate": ("像素化", "pixelado", "Verpixelung", "pixellisation", "モザイク"),
    "clouds": ("云状擦除", "nubes", "Wolken", "nuages", "雲"),
    "blur": ("模糊", "desenfoque", "Unschärfe", "flou", "ぼかし"),
    "mono": ("黑白", "blanco y negro", "Schwarzweiß", "noir et blanc", "白黒"),
    "sepia": ("棕褐", "sepia", "Sepia", "sépia", "セピア"),
    "warm": ("暖色", "cálido", "warm", "chaud", "暖色"),
    "cool": ("冷色", "frío", "kühl", "froid", "寒色"),
    "vivid": ("鲜艳", "vivo", "kräftig", "vif", "鮮やか"),
    "vintage": ("复古", "vintage", "Retro", "rétro", "レトロ"),
    "faded": ("褪色", "desvaído", "verblasst", "délavé", "色あせ"),
    "soft": ("柔焦", "suave", "weich", "doux", "ソフト"),
    "lofi": ("Lo-fi", "lo-fi", "Lo-fi", "lo-fi", "ローファイ"),
    "upbeat": ("动感", "animada", "schwungvoll", "entraînante", "アップビート"),
    "cinematic": ("电影感", "cinematográfica", "filmisch", "cinématographique", "映画風"),
    "calm": ("轻柔", "tranquila", "ruhig", "calme", "穏やか"),
    "ambient": ("氛围", "ambiental", "Ambient", "d'ambiance", "アンビエント"),
    "acoustic": ("吉他", "acústica", "akustisch", "acoustique", "アコースティック"),
    "corporate": ("商务", "corporativa", "geschäftlich", "d'entreprise", "ビジネス"),
    "romantic": ("浪漫", "romántica", "romantisch", "romantique", "ロマンチック"),
    "happy": ("欢快", "alegre", "fröhlich", "joyeuse", "楽しい"),
    "epic": ("史诗", "épica", "episch", "épique", "壮大"),
    "jazz": ("爵士", "jazz", "Jazz", "jazz", "ジャズ"),
    "electronic": ("电子", "electrónica", "elektronisch", "électronique", "電子音楽"),
    "piano": ("钢琴", "piano", "Klavier", "piano", "ピアノ"),
    "classical": ("古典", "clásica", "klassisch", "classique", "クラシック"),
    "hiphop": ("嘻哈", "hip hop", "Hip-Hop", "hip-hop", "ヒップホップ"),
    "rock": ("摇滚", "rock", "Rock", "rock", "ロック"),
    "sad": ("伤感", "triste", "traurig", "triste", "切ない"),
    "holiday": ("节日", "navideña", "weihnachtlich", "de fête", "クリスマス"),
    "playful": ("俏皮", "juguetona", "verspielt", "ludique", "コミカル"),
    "summer": ("夏日", "veraniega", "sommerlich", "estivale", "夏らしい"),
    "contain": ("完整显示", "enteras", "ganz zu sehen", "entières", "全体表示"),
    "cover": ("填满画面", "llenan el cuadro", "füllend", "plein cadre", "画面いっぱい"),
    "center": ("居中", "centro", "Mitte", "centre", "中央"),
    "top": ("顶部", "arriba", "oben", "haut", "上"),
    "bottom": ("底部", "abajo", "unten", "bas", "下"),
    "left": ("左侧", "izquierda", "links", "gauche", "左"),
    "right": ("右侧", "derecha", "rechts", "droite", "右"),
    "top-left": ("左上", "arriba a la izquierda", "oben links", "en haut à gauche", "左上"),
    "top-right": ("右上", "arriba a la derecha", "oben rechts", "en haut à droite", "右上"),
    "bottom-left": ("左下", "abajo a la izquierda", "unten links", "en bas à gauche", "左下"),
    "bottom-right": ("右下", "abajo a la derecha", "unten rechts", "en bas à droite", "右下"),
    "fade": ("淡入淡出", "fundido", "Blende", "fondu", "フェード"),
    "slide": ("滑动", "deslizar", "Schieben", "glissement", "スライド"),
}

# The ways of what moves, and the transitions that have one, with the way in place of {}.
_WAYS = {
    "left": ("向左", "izquierda", "links", "gauche", "左"),
    "right": ("向右", "derecha", "rechts", "droite", "右"),
    "up": ("向上", "arriba", "oben", "haut", "上"),
    "down": ("向下", "abajo", "unten", "bas", "下"),
}
_DIRECTED = {
    "wipe": ("{}擦除", "cortinilla {}", "Wischen nach {}", "volet {}", "{}ワイプ"),
    "slide": ("{}滑入", "deslizar {}", "Schieben nach {}", "glissement {}", "{}スライド"),
    "push": ("{}推移", "empuje {}", "Wegschieben nach {}", "poussée {}", "{}プッシュ"),
    "cover": ("{}覆盖", "cubrir {}", "Zudecken nach {}", "recouvrement {}", "{}カバー"),
    "reveal": ("{}揭开", "revelar {}", "Aufdecken nach {}", "dévoilement {}", "{}リビール"),
}


def known(language: str, name: str) -> str:
    """A name of the vocabulary in the words of a language; "" in English, and for what is no such name."""
    place = LANGUAGES.index(language) if language in LANGUAGES else 0
    if not place:
        return ""
    family, _, way = name.partition("-")
    if family in _DIRECTED and way in _WAYS:
        return _DIRECTED[family][place - 1].format(_WAYS[way][place - 1])
    return _NAMES[name][place - 1] if name in _NAMES else ""


def name_of(language: str, name: str) -> str:
    """A name of the vocabulary in the words of a language, with spaces where it is written with hyphens."""
    return known(language, name) or name.replace("-", " ")
