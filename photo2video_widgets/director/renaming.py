# ruff: noqa: E501
"""Words that stand in the film, spoken of without quotation marks: "change Sumer to Summer", "it's Summer, not Sumer"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from .lexicon import fold_all, is_slip, phrases, words_of
from .tokens import folded_with_places

_O = r"(?P<old>[^⟦⟧,;:.!?，。；：！？\n]{1,60}?)"
_N = r"(?P<new>[^⟦⟧,;.!?，。；！？\n]{1,60}?)"
_END = (
    r"(?=\s*(?:$|[,;.!?，。；！？\n]|\b(?:in|on|im|auf|en|dans|del|sur) (?:the |el |le |dem |der |la )?(?:title|caption|text|credits?|"
    r"titel|titulo|texto|titre|texte)|\b(?:please|pls|bitte|por favor|stp|instead)\b))"
)
# What is put right, in either order, by language; the names are folded as the words are.
_SAYS = {
    "en": (
        rf"\b(?:change|replace|rename|swap|correct|fix|turn|make) (?:the word )?{_O} (?:to|with|into|for|by|->|→) {_N}{_END}",
        rf"\b(?:it's|its|it is|it should be|should be|should say|should read|spelled(?! it)|spelt(?! it)|that's) {_N},? (?:and )?not {_O}{_END}",
        rf"(?:^|[,;:.!?] ?|\bthat |\bbecause )(?:the word )?{_O} (?:should (?:be|say|read)|is (?:spelled|spelt|actually|really)|must be|needs to be|→|->) {_N}{_END}",
        rf"\b(?:typo|misspell\w*|misspelt|spelling|spelled)\b[^⟦]*?(?:(?:[,:] ?)?(?:it's|it should be|should be|it is|is|with)|[,:]) {_N}{_END}",
        rf"(?:^|[,;:.!?] ?){_N},? not {_O}{_END}",
        rf"\b(?:put|write|use|say|make it) {_N} instead of {_O}{_END}",
    ),
    "es": (
        rf"\b(?:pon|escribe|usa|que ponga) {_N} en (?:vez|lugar) de {_O}{_END}",
        rf"\b(?:cambia|sustituye|reemplaza|corrige|pon)(?:r|me)? {_O} (?:por|a|→) {_N}{_END}",
        rf"(?:\bel titulo )?\bno es {_O},? (?:sino|es) {_N}{_END}",
        rf"\b(?:es|se escribe|deberia (?:ser|poner)) {_N},? (?:y )?no {_O}{_END}",
        rf"(?:^|[,;:.!?] ?){_O} (?:se escribe|deberia ser|tiene que ser|es con) {_N}{_END}",
    ),
    "de": (
        rf"\b(?:schreib|nimm|mach|setz)e? {_N} (?:statt|anstatt|anstelle von) {_O}{_END}",
        rf"\bmache? aus (?P<old>\w+) (?P<new>\w+){_END}",
        rf"\b(?:andere|aendere|andern|ersetzen?|ersetz|tauschen?|mach|korrigieren?|benennen?)(?: sie)?(?: bitte)?(?: aus)? {_O} (?:in|zu|durch|gegen|auf|um in|→) {_N}(?: um)?{_END}",
        rf"\b(?:nicht|statt) {_O},? (?:sondern )?{_N}{_END}",
        rf"\b(?:es )?(?:heisst|muss|soll(?:te)?|schreibt man)(?: doch)? {_N}(?: heissen)?,? (?:und )?nicht {_O}{_END}",
        rf"(?:^|[,;:.!?] ?){_O} (?:schreibt man|muss|soll(?:te)?|wird) {_N}(?: heissen| sein| geschrieben)?{_END}",
    ),
    "fr": (
        rf"\b(?:mets|ecris|utilise) {_N} (?:au lieu de|a la place de) {_O}{_END}",
        rf"\b(?:remplace|change|corrige|renomme|modifie)[rz]? {_O} (?:par|en|pour|→) {_N}{_END}",
        rf"\bce n'est pas {_O},? (?:mais |c'est ){_N}{_END}",
        rf"\b(?:c'est|s'ecrit|ca s'ecrit|il faut (?:ecrire|mettre)) {_N},? (?:et )?(?:pas|non) {_O}{_END}",
        rf"(?:^|[,;:.!?] ?){_O} (?:s'ecrit|devrait etre|doit etre) {_N}{_END}",
    ),
    "zh": (
        rf"(?:把|将)(?:标题|字幕|文字)?(?:里|中|上)?(?:的)?{_O}(?:改成|改为|换成|换为|替换成|替换为|修改为){_N}(?:吧)?{_END}",
        rf"(?:不是|不叫){_O}[，,]?(?:而?是|应该是|叫){_N}{_END}",
        rf"(?:是|应该是|应为){_N}[，,]?(?:不是|而不是){_O}{_END}",
        rf"(?:^|[，。,：:])(?:标题|字幕|文字)?(?:里|中|上)?(?:的)?{_O}(?:应该是|应为|应该写成|要写成|写错了[，,]?(?:应该)?是|改成|改为|换成){_N}{_END}",
    ),
    "ja": (
        rf"(?:^|[、。])(?:タイトル|字幕|文字)?の?{_O}を{_N}に(?:変え|直|修正|変更|し)(?:て)?(?:ください|下さい|ほしい)?{_END}",
        rf"(?:^|[、。]){_O}(?:ではなく|じゃなく)て?、?{_N}(?:です|だよ|にして|に直して)?{_END}",
        rf"(?:^|[、。]){_O}は{_N}の(?:間違い|誤り|まちがい)(?:です|でした)?{_END}",
    ),
}
_OURS = frozenset(
    "music mood title caption text transition trans photo film background look motion order color".split()
)
# Where in the film the words stand, which is known.
_PLACE = re.compile(
    r"^\s*(?:in|on|im|auf|en|dans|del|sur) (?:the |el |le |dem |der |la )?\w+(?=\s*(?:$|[.,;!?]))", re.I
)
_MISTAKE = re.compile(
    r"(?:[^.!?\n]*\b)?(?:typo|misspell\w*|misspelt|spelling|spelled|errata|falta|fehler|tippfehler|vertippt|schreibfehler|"
    r"faute|coquille|erreur)\b[^.!?\n]*?[,:.;]\s*$|(?:[^。！？\n]*)(?:错别字|错字|打错|写错|誤字|間違い|間違って)[^。！？\n]*?[，、：:。]\s*$"
)


def take_out(words: str, present: Iterable[str], language: str) -> tuple[str, tuple[str, str] | None]:
    """The words without a correction of what stands in the film (`present`), and what is wrong there and right."""
    texts = [text for text in present if text.strip()]
    folded, places = folded_with_places(words)
    if not texts or language not in _SAYS:
        return words, None
    for pattern in _SAYS[language]:
        match = re.search(pattern, folded)
        if match is None:
            continue
        new = _said(words, places, match.span("new"))
        old = _said(words, places, match.span("old")) if "old" in match.groupdict() else _slip_of(new, texts)
        if new and old and _stands_in(old, texts, language):
            start = match.start() + (folded[match.start()] in ",;:.!?，。：、")
            before = _MISTAKE.sub("", folded[:start])
            kept = words[: places[len(before)]] if len(before) < len(places) else words
            rest = _PLACE.sub("", words[places[match.end() - 1] + 1 :])
            return kept + rest, (old, new)
    return words, None


def _said(words: str, places: Sequence[int], span: tuple[int, int]) -> str:
    start, end = span
    return words[places[start] : places[end - 1] + 1].strip(" \t'\"") if end > start else ""


def _stands_in(said: str, texts: Sequence[str], language: str) -> bool:
    wanted = fold_all(said)
    ours = phrases(language)[0].get(words_of(wanted)) or phrases(language)[1].get(wanted)
    if ours and ours.keys() & _OURS and not said[0].isupper():
        # "change music to jazz" is not about a title with music in it.
        return False
    edge = r"(?<![^\W_]){}(?![^\W_])" if wanted.isascii() else "{}"
    return (len(wanted) > 1 or not wanted.isascii()) and any(
        re.search(edge.format(re.escape(wanted)), fold_all(text)) for text in texts
    )


def _slip_of(meant: str, texts: Sequence[str]) -> str:
    """The word in the film that the right one was mistyped as."""
    words = [*texts, *(word for text in texts for word in re.findall(r"[^\W\d_]+", text))]
    near = [
        word
        for word in dict.fromkeys(words)
        if fold_all(word) != fold_all(meant) and is_slip(fold_all(word), fold_all(meant))
    ]
    return near[0] if near else ""
