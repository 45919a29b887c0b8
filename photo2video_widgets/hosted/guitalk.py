"""Talk of an editor, told from what describes the film.

The hosted agent believes that its user sees an editor, and talks of buttons, panels, dragging and account pages. Films
have quotations, photos of panels and open doors in them: those are no talk of an editor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .sentences import mask

# English

_POLITE = (
    r"(?:and|or|so|but|then|now|next|finally|first|also|please|just|simply|again|otherwise|alternatively|afterwards|"
    r"you|can|could|may|might|should|will|must|to|try|need|have|want|wish|like|feel free|be able|are able|always|still|"
    r"either|directly|easily|quickly|go ahead|don't forget|remember|make sure|be sure|i suggest|i recommend|"
    r"i'd suggest|take a|have a|all you have to do is|all you need to do is|it's time|time|you'll|you'd|let me know or)"
)
_ADDRESSED = (
    rf"(?:^(?:[\s*•(\d.)–—-]|{_POLITE}\b,?)*|"
    rf"\b(?:please|you can|you could|you may|you should|you'll|just|simply|then)\s+(?:{_POLITE}\s+)*)"
)
_PART = (
    r"(?:buttons?|icons?|menus?|tool ?bars?|side ?bars?|drop-?downs?|sliders?|check ?box(?:es)?|tabs?|dialogs?|"
    r"pop-?ups?|panels?(?! of| discussion)|panes?|play ?heads?|timeline|editor|workspace|canvas|inspector|"
    r"(?:media|asset|music) library|preview (?:window|area|player)|(?:top|upper|bottom|lower)[- ](?:right|left))"
)
_ACCOUNT = (
    r"(?:accounts?(?! of)|billing|subscriptions?|dashboard|wallet|pricing page|profile page|credits? page|"
    r"(?:credits?|account|your) balance)"
)
_NAMED = (
    r"(?:export|save|download|share|render|publish|play|preview|undo|redo|upload|apply|settings|"
    r"add (?:media|text|music)|[“\"‘'「`]□+[”\"’'」`]|\*\*[^*]+\*\*)"
)
_ENGLISH = [
    rf"{_ADDRESSED}(?:(?:double|right|left)[- ])?click\b(?!\s+(?:tracks?|sounds?|noises?|beats?|wheels?|rates?)\b)",
    rf"{_ADDRESSED}drag(?:gable)?\b(?!\s+(?:rac|queen|show|strip|boat))",
    r"\b(?:by|via|for|when|after|without)\s+(?:simply\s+|just\s+)?(?:click|tapp|dragg)ing\s+"
    r"(?:on\b|the\b|it\b|any\b|your\b|here\b|□|[“\"‘'*])",
    rf"{_ADDRESSED}(?:grab|pull|stretch)\b.*\b(?:edges?|handles?|corners?|ends?) of (?:the|a|any|your)\b",
    r"\bdrag[- ](?:and|&|n)[- ]drop\b",
    rf"{_ADDRESSED}(?:tap|press|hit)\b\s+(?:on\s+|the\s+)*(?:{_NAMED}|enter|space)",
    rf"{_ADDRESSED}(?:tap|press|hit|select|choose|pick|use|toggle|find|see|look|locate|head|go|navigate|switch|hover|"
    rf"scroll|expand|close|adjust|open|access|move|return)\b.*\b{_PART}\b",
    rf"{_ADDRESSED}(?:preview|view|watch|see|check|play|review|find|scrub)\b.*\b(?:in|on|from|through|with)\s+"
    r"(?:the|your)\s+(?:timeline|preview|editor|canvas|player)\b",
    rf"{_ADDRESSED}(?:check|view|inspect|review)(?:\s+out)?\s+(?:the|your)\s+(?:timeline|preview|editor|canvas)\b",
    rf"{_ADDRESSED}(?:check|visit|go|open|see|view|log|sign|manage|head|navigate|review|look|find|top|upgrade|buy|"
    rf"purchase|access)\b.*\b{_ACCOUNT}\b",
    r"\b(?:in|on|under|from|via|at)\s+(?:your|the)\s+(?:account|billing|profile|subscription)\s+"
    r"(?:page|settings|section|tab|dashboard|menu|area)\b",
    r"\b(?:visible|shown|displayed|available|waiting|ready)\b.*\b(?:in|on)\s+(?:the|your)\s+"
    r"(?:timeline|preview|editor|player)\b",
]
_ENGLISH_PARTS = [
    rf"\b{_NAMED}\s+(?:button|icon|menu|tab|panel)\b",
    r"\b(?:button|icon|menu|tool ?bar|side ?bar|tab|panel)\b.*\b(?:at|on|in|to)\s+(?:the|your)\s+"
    r"(?:top|bottom|left|right|upper|lower|side ?bar|tool ?bar|screen|corner|interface|editor)\b"
    r"(?! of (?!(?:the|your) (?:screen|editor|window|interface|page)\b))",
]
# Who says that the film holds a button means the film.
_ENGLISH_FILM = (
    r"\b(?:added|placed|put|inserted|created|made|drew|drawn|overlaid|overlay|included|shows?|showing|reads?|says|"
    r"photos?|pictures?|images?|scenes?|clips?|film|video shows|person|man|woman|hand|child|removed|replaced)\b"
)
_ENGLISH_LEAD = (
    r"^\W*(?:and |but |so |or )?(?:if|when|once|to|for|in order|whenever|as soon|should you|feel free|now|next|then|"
    r"finally|first|alternatively|otherwise|also|just|simply|please|you can|want|after that|from there)\b"
)
_ENGLISH_NEWS = (
    r"^\W*(?:and |but |so |while )?(?:i|we|i've|we've|the|your|my|this|that|these|those|it|they|there|all|everything|"
    r"each|both|music|titles?|scenes?|photos?)\b.*\b(?:is|are|was|were|has|have|had|added|now|starts?|plays?|fades?|"
    r"shows?|reads?|says|runs?|lasts?|put|made|set|changed|removed|placed|'ve|'s)\b"
)

# Chinese

_TO_YOU = (
    r"(?:\s|[-*•(\d.)、]|请|您|你|可以|可|也|还|只需|只要|需要|直接|再|然后|之后|完成后|满意后|接着|随时|现在|如需|先|就|能|继续|随后|接下来|最后|"
    r"或者|或|并且|并|且|同时|用鼠标|用手指|手动|通过|轻松|自己|自行|去|到|在[^，。]{0,14}?(?:里|中|上|处|角|侧|边|面板|区域?|下方?|栏|条))*"
)
_SAID_TO_YOU = rf"(?:^{_TO_YOU}|(?:请|可以|只需|只要|通过|直接|需要){_TO_YOU})"
_PART_ZH = r"(?:面板|侧边?栏|菜单|窗口|选项卡|标签页|工具栏|设置|编辑器|素材库|音乐库|属性栏|下拉框|滑块|时间轴|时间线)"
_VIEW_ZH = r"(?:时间轴|时间线|预览窗口|预览区域?|编辑器|播放器)"
_ACCOUNT_ZH = r"(?:账户|账号|帐户|帐号|账单|订阅|个人中心|会员中心)"
_NAMED_ZH = r"(?:导出|下载|保存|分享|播放|预览|渲染|发布|添加|撤销|[“\"‘「《]□+[”\"’」》])"
_CHINESE = [
    rf"{_SAID_TO_YOU}(?:点击|单击|双击|右键|右击|点一下|点按|点选|轻点|轻触|按下|按一下|长按|点开|点(?=右上角|左上角|右下角|左下角|顶部|上方|这里|导出|下载|保存|播放|设置))(?!率|声|音|量|数|的|轨|次)",
    rf"{_SAID_TO_YOU}(?:打开|展开|进入|前往|切换到|切到|来到|查看|找到|使用|选择|选中|关闭|调整)(?!的).{{0,14}}{_PART_ZH}",
    rf"{_SAID_TO_YOU}.{{0,8}}{_PART_ZH}(?:里|中|上|内)?(?:就)?(?:可以|可|能)?(?:选择|调整|修改|找到|设置|更改|编辑)",
    rf"{_SAID_TO_YOU}(?:拖拽|拖动|拖放|拖移|拖曳|拖到|拖至|拖入|拖住)",
    rf"{_SAID_TO_YOU}(?:把|将).{{1,15}}?拖(?:拽|动|放|移|曳|到|至|入)",
    rf"{_SAID_TO_YOU}(?:预览|查看|播放|看到|观看|检查).{{0,10}}{_VIEW_ZH}",
    rf"{_SAID_TO_YOU}(?:在|到|去)?{_VIEW_ZH}(?:里|中|上|内)?.{{0,6}}(?:预览|查看|播放|看到|观看)",
    rf"{_SAID_TO_YOU}(?:查看|前往|打开|进入|登录|访问|去|到|在).{{0,8}}{_ACCOUNT_ZH}",
    rf"{_SAID_TO_YOU}{_ACCOUNT_ZH}(?:页面?|设置|里|中|内).{{0,8}}(?:查看|看到|充值|购买|升级)",
]
_CHINESE_PARTS = [
    rf"{_NAMED_ZH}\s*(?:按钮|图标|菜单|面板|选项卡|标签页)",
    r"(?:右上角|左上角|右下角|左下角|左侧|右侧|顶部|底部|上方|下方|工具栏)的?.{0,6}(?:按钮|图标|菜单|面板)",
]
_CHINESE_FILM = (
    r"(?:添加|加入|加上|放置|放|画|做|写)了|已(?:经)?(?:添加|加入|加上|放|画)|"
    r"画面|照片|图片|片尾|片头|镜头|视频里|影片里"
)
_CHINESE_LEAD = (
    r"^\W*(?:如果|如需|如|若|要|想|需要|为了|当|满意|确认|之后|接下来|最后|现在|然后|另外|您可以|你可以|可以|请|"
    r".{1,8}(?:后|的话|时)\W*$)"
)
_CHINESE_NEWS = (
    r"^\W*(?!.*(?:即可|就能|就可以|将|会))"
    r"(?:我|已|音乐|标题|视频|影片|照片|片段|目前|总时长|时长|全片|字幕).*(?:已|了|为|是|有|共)"
)


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


_TALK = {"en": _any(_ENGLISH), "zh": _any(_CHINESE)}
_PARTS = {"en": _any(_ENGLISH_PARTS), "zh": _any(_CHINESE_PARTS)}
_FILM = {"en": _any([_ENGLISH_FILM]), "zh": _any([_CHINESE_FILM])}
_LEAD = {"en": _any([_ENGLISH_LEAD, rf"^\W*(?:{_POLITE}\b\W*)+$"]), "zh": _any([_CHINESE_LEAD])}
_NEWS = {"en": _any([_ENGLISH_NEWS]), "zh": _any([_CHINESE_NEWS])}
_CLAUSE = {
    "en": re.compile(
        r",\s+(?:(?:and|so|then|but|or)\s+)?|;\s+|:\s+|\s[—–-]\s|—|"
        r"\s(?:and|or|then|so)\s(?=(?:then |now |also |just |simply |please )*"
        r"(?:you (?:can|could|may|should|need)|click|tap|press|drag|open|check|go to|visit|preview|hit|use the)\b)",
        re.IGNORECASE,
    ),
    "zh": re.compile("[，；：,;]"),
}
# What is asked for, looked for in this order; what none of them names is a change, to be said in words.
_KINDS = (
    ("credits", _any([_ACCOUNT, _ACCOUNT_ZH, r"\bcredits\b", "积分|余额|充值"])),
    ("export", _any([r"\b(?:export|download|save|render|publish|share)", "导出|下载|保存|发布|分享"])),
    ("place", _any([r"\b(?:drag|grab|pull|stretch)", "拖"])),
    (
        "status",
        _any(
            [r"\b(?:preview|view|watch|see|play|timeline|open|panel)", "预览|查看|播放|看到|时间[轴线]|打开|面板|观看"]
        ),
    ),
)


def language_of(sentence: str) -> str:
    """The language of a sentence, "en" or "zh", whatever it quotes."""
    return "zh" if re.search("[\u3400-\u9fff]", mask(sentence)) else "en"


def sort_out(sentence: str) -> tuple[str, list[str]]:
    """What of a sentence describes the film, and what its talk of an editor asks for, in order.

    The latter are of "export", "credits", "status" (a look at the tracks), "place" (to move something) and "change".
    Where there are none, the sentence is what it was.
    """
    hidden, language = mask(sentence), language_of(sentence)
    clauses = list(_clauses(hidden, language))
    if not _is_talk(hidden, language) and not any(_is_talk(part, language) for part, _, _ in clauses):
        return sentence, []
    kept: list[str] = []
    leading: list[str] = []
    kinds: list[str] = []
    for part, start, end in clauses:
        clause = sentence[start:end]
        if _is_talk(part, language):
            kind = _kind(clause)
            if kind not in kinds:
                kinds.append(kind)
            leading.clear()
        elif kinds and not _NEWS[language].search(part):
            # What only goes on with what was asked for.
            continue
        elif _LEAD[language].search(part):
            leading.append(clause)
        else:
            kept += [*leading, clause]
            leading.clear()
    if not kinds:
        return "", [_kind(sentence)]
    return _as_sentence("".join(kept), language), kinds


def _clauses(hidden: str, language: str) -> Iterator[tuple[str, int, int]]:
    """Each clause, and where it is with what parts it from the next."""
    start = 0
    for mark in _CLAUSE[language].finditer(hidden):
        yield hidden[start : mark.start()], start, mark.end()
        start = mark.end()
    if hidden[start:].strip():
        yield hidden[start:], start, len(hidden)


def _is_talk(clause: str, language: str) -> bool:
    if _TALK[language].search(clause):
        return True
    return bool(_PARTS[language].search(clause)) and not _FILM[language].search(clause)


def _kind(clause: str) -> str:
    return next((kind for kind, pattern in _KINDS if pattern.search(clause)), "change")


def _as_sentence(text: str, language: str) -> str:
    text = re.sub(r"(?:[\s,;:，；：—–]|\s-|\b(?:and|so|then|but|or))+$", "", text)
    if not text or not re.search(r"\w", text):
        return ""
    return text if re.search(r"[.!?。！？”\"’]$", text) else text + ("。" if language == "zh" else ".")
