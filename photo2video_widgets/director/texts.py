"""Words that are to be read in the film and stand in no quotation marks: found, and set aside untouched."""

from __future__ import annotations

import re
from collections.abc import Callable

from .lexicon import fold_all

Understood = Callable[[str], bool]
"""Whether a piece of the message can be read as instructions, to the last word."""

_NOUN = (
    r"(?:(?<![\w-])(?:(?:opening |end(?:ing)? |closing |main )?(?:sub)?titles?(?: card| text)?|headings?|headline|"
    r"captions?|labels?|"
    r"(?:end |closing )?credits?|text|words|wording|outro|intro|"
    r"(?:sub)?t[ií]tulo|r[oó]tulo|texto|cr[eé]ditos(?: finales)?|leyenda|(?:unter)?titel|[uü]berschrift|"
    r"beschriftung|abspann|"
    r"schlusstext|schriftzug|(?:sous-)?titre|texte|l[eé]gende|g[eé]n[eé]rique(?: de fin)?)(?![\w-])"
    r"|标题|字幕|片头文字|片头|片尾文字|片尾|题目|片名|文字|一行字|一句话|配文|配字|配上字|写字|タイトル|テロップ|キャプション|字幕|"
    r"エンドロール|テキスト|文字)"
)
_THE = r"(?:the|el|la|los|las|le|les|un|una|une|der|die|das|den|einen|eine|ein)"
_SAYS = (
    r"(?:(?:that |which |should |must |to |saying |qui |que |der |die |das |sollte |doit |debe )*"
    r"(?:says?|saying|reads?|reading|be|say|called|named|diga|dice|ponga|lautet|lauten|hei(?:ss|ß)t|sagt|namens|dit|"
    r"affiche|"
    r"nomm[eé]|intitul[eé]|llamado)(?![\w-])|写着|写上|写|叫做|叫|名为|内容是|内容为|是|为)"
)
_CHANGED = r"(?:to|into|a|en|auf|zu|[aà]|por|→|改成|改为|换成|变成|を|は)"
_LEADS = (
    # title: …, caption the photos: …, 给日落那张加一行字：…
    rf"(?P<lead>{_NOUN}[^:：\n⟦]{{0,48}}?(?:{_SAYS})?\s*[:：])\s*(?P<said>[^\n]+)",
    r"(?P<lead>(?:^|[\s,;])(?:titled|entitled|intitul[eé]e?|titulado|betitelt|captioned|"
    r"called)\s*:?)\s+(?P<said>[^\n]+)",
    rf"(?P<lead>{_NOUN}(?:\s+(?:for|on|of|sur|auf|en)\s+[^:：\n⟦]{{1,30}}?)?\s*(?:should be|"
    rf"{_SAYS}))\s*(?P<said>[^\n]+)",
    rf"(?P<lead>(?:change|rename|set|cambia|[aä]ndere|change[zr]?|renomme)\s+(?:the |el |den |le |la "
    rf")?{_NOUN}\s+{_CHANGED})\s+(?P<said>[^\n]+)",
    r"(?P<lead>(?:标题|字幕|题目|片名|文字|片头|片尾)(?:文字)?(?:改成|改为|换成|变成|加上|加))(?P<said>[^\n]+)",
    rf"(?P<lead>(?<![\w-])(?:add|put|write|show|with|and|use|a|an|the|,)\s+(?:a |an |the "
    rf")?{_NOUN})\s+(?P<said>(?-i:[A-Z0-9<ÀÁÉÈÊÎÔÛÑÄÖÜ])[^\n]*)",
    rf"(?P<lead>^{_NOUN})\s+(?P<said>(?-i:[A-Z0-9<ÀÁÉÈÊÎÔÛÑÄÖÜ])[^\n]*)",
    rf"(?P<lead>(?<![\w-])(?:de|como|con|comme|avec|als|mit)\s+{_NOUN})\s+"
    rf"(?P<said>(?-i:[A-Z0-9<ÀÁÉÈÊÎÔÛÑÄÖÜ¡¿])[^\n]*)",
    rf"(?P<lead>(?:^|[\s,;])(?:write|escribe|schreibe?|[eé]cris|[eé]crivez))\s+(?!{_THE}\s+{_NOUN})(?P<said>[^\n]+)",
    r"(?P<lead>(?:end|finish|close|ends) (?:it )?with the words)\s*(?P<said>[^\n]+)",
    r"(?P<lead>(?:上面|上|照片上|处)写)(?P<said>[^\n]+)",
)
_ENDS = re.compile(
    r"(?P<soft>\s(?=(?:and|then|but|with|in|at|on|over|for|from|during|und|y|et|mit|con|avec|en|pls|please|exactly|"
    r"just)\s)"
    r"|(?=然后|并且|并把|，|,|；|;|、))|(?P<hard>\.\s|。)"
)
_COMMAND = re.compile(r"and (?:then |also )?(?:make|export|set|put|add|use|change|remove the (?:music|title))\b", re.I)
_TAIL = re.compile(
    r"(?:\s*[,，]?\s*(?:please|pls|plz|thanks|thank you|bitte|por favor|s'il (?:te|vous) pla[iî]t|instead|"
    r"stattdessen|en su lugar|à la place))+\s*$|"
    r"[\s,，.。;；]+$",
    re.I,
)


def set_aside(masked: str, quoted: list[str], understood: Understood) -> tuple[str, list[str]]:
    """The words with unquoted text replaced by marks as quotations are, and all that is quoted now."""
    quoted = list(quoted)
    for pattern in _LEADS:
        for match in re.finditer(pattern, masked, re.I):
            lead, said = match["lead"], match["said"]
            if "⟦" in lead or said.lstrip(" :：").startswith("⟦") or re.match(r"\s*[:：]?\s*$", said):
                continue
            if re.match(rf".*{_NOUN}.*⟦", said[:40], re.I | re.S) and ":" not in lead and "：" not in lead:
                continue
            has_colon = lead.rstrip().endswith((":", "："))
            text = _list(masked[: match.start("said")], said) or _until_commands(said, understood, has_colon)
            text, tail = _trimmed(text)
            named = _is_plain_name(lead) or all(word[:1].isupper() or word[:1].isdigit() for word in text.split())
            if not text or (understood(text) and not has_colon and not named):
                continue
            if has_colon and understood(text) and re.search(r"[:：]", lead) and _looks_like_orders(text):
                continue
            start = match.start("said")
            quoted.append(text)
            masked = f"{masked[:start]} ⟦{len(quoted) - 1}⟧ {masked[start + len(text) + tail :]}"
            return set_aside(masked, quoted, understood)
    return masked, quoted


# What one text each is for: "label them: …", "给每张配字：…".
_FOR_MANY = re.compile(
    r"\b(?:captions|labels|subtitles|them|each|every|all|photos|pictures|pics|images|respectively|todas|cada|fotos|leyendas|"
    r"alle|jede[ns]?|bilder|chaque|toutes|photos)\b|label (?:the|them)|每|各|分别|都|依次|それぞれ|各|全部",
)


def _list(lead: str, said: str) -> str:
    """All the texts that follow a colon, where they are one for each photo."""
    if not lead.rstrip().endswith((":", "：")) or not _FOR_MANY.search(fold_all(lead)[-48:]):
        return ""
    text = re.split(r"[.!?](?=\s|$)|[。！？]", said)[0]
    parts = re.split(r"\s*(?:[,，、;；/|])\s*", text)
    while len(parts) > 1 and _COMMAND.match(parts[-1].lstrip()):
        text = text[: text.rindex(parts.pop())].rstrip(" ,，、;；/|")
    return text if len(parts) > 1 else ""


def _is_plain_name(lead: str) -> bool:
    """Whether what follows can be nothing but text, as after "that says"."""
    return (
        re.search(
            r"(?:says?|saying|reads?|reading|called|named|say|titled|the words|diga|dice|ponga|lautet|sagt|dit|写着|"
            r"写上|写|叫做|叫|名为)\s*$",
            fold_all(lead),
        )
        is not None
    )


def _looks_like_orders(text: str) -> bool:
    return (
        re.match(
            r"(?:in |at |on )?(?:white|black|yellow|red|blue|top|bottom|bigger|smaller|centered|none|no\b|off\b)",
            fold_all(text),
        )
        is not None
    )


def _until_commands(said: str, understood: Understood, has_colon: bool) -> str:
    for match in _ENDS.finditer(said):
        if match.start() == 0:
            continue
        rest = said[match.end() :]
        if match["hard"]:
            return said[: match.start()] if understood(rest) or len(said[: match.start()]) > 4 else said
        if (
            has_colon
            and match["soft"] is not None
            and rest.split(" ")[0].lower()
            in ("and", "y", "und", "et", "with", "in", "on", "for", "from", "con", "avec", "mit", "en")
            and not _COMMAND.match(rest)
        ):
            continue
        if understood(rest):
            return said[: match.start()]
    return said


def _trimmed(text: str) -> tuple[str, int]:
    """The text without what is only politeness or punctuation at its ends, and how many letters went."""
    stripped = text.lstrip(" :：")
    bare = _TAIL.sub("", stripped)
    lead = len(text) - len(stripped)
    return bare, len(text) - len(bare) if lead == 0 else lead + len(stripped) - len(bare)
