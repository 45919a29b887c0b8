# ruff: noqa: E501
"""How people talk about a film without asking for anything: patterns a language, over one folded sentence.

`QUESTIONS` are about what is; `REQUESTS` look like them and ask for something after all. `SUPPOSED` weighs
something up. `CONTENT` says that all is well, whatever somebody else said. `OTHERS` repeats what somebody said,
`ABOUT_OTHERS` tells of other films.
"""

from __future__ import annotations

import re


def _compiled(patterns: dict[str, str]) -> dict[str, re.Pattern[str]]:
    return {language: re.compile(pattern) for language, pattern in patterns.items()}


QUESTIONS = _compiled({
    "en": r"^(?:(?:and|so|but|ok|okay|wait|hey|hi|um+|hm+|btw|by the way|just curious|quick question|sorry)[,: ]+)*"
    r"(?:what(?!ever| about)|which|how (?:long|many|much|big|does|do|is|are|come|will|did)|who|whose|where|when|is|are|"
    r"was|were|does|did|do (?:you|we|i|they|the|these)|has|have (?:you|we|i)|am i|will|shall|should|"
    r"would (?:it|that|this|the|you say)|why (?:is|are|does|do(?!n)|did)|any idea)\b",
    "zh": r"还是.*[?？呢]$|是.*还是|多少|几[张秒个首分]|多长|多大|什么|哪[个张首种些里]|谁|为什么|怎么样|怎样|会不会|是不是|"
    r"吗[?？]?$|怎么(?!这么|那么|还|就|又)",
    "es": r"^\W*(?:(?:y|pero|oye|una pregunta)[,: ]+)*(?:que |cual|cuant|como |donde|cuando|quien|por que |(?:no )?es |(?:no )?esta |"
    r"(?:no )?estan |(?:no )?(?:queda|dura|se ve|va) (?:un |muy |algo |demasiado )|son |hay |tiene |lleva |dura |deberia |crees |te parece )",
    "de": r"^(?:(?:und|aber|ah|sag mal|kurze frage|moment)[,: ]+)*(?:was|wie (?:lang|lange|viele?|heisst|gross|oft|kommt|geht|"
    r"funktioniert|ist|sind)|wer|wo|wann|warum|wieso|welche[rsnm]?|ist|sind|hat|haben|gibt|lauft|war|soll(?:te|en)? "
    r"(?:ich|wir)|findest du|meinst du|glaubst du)\b",
    "fr": r"\b(?:est|sont) (?:pas )?(?:trop|un peu|assez)\b|^\W*(?:(?:et|mais|dis|au fait)[,: ]+)*(?:qu'|que |quel|combien|comment |pourquoi (?!pas)|ou |quand|qui |"
    r"est-ce |c'est|il y a|y a-t-il|est-il|dois-je|faut-il|tu (?:penses|crois|trouves)|elle? dure|ca dure)",
    "ja": r"(?:何|なに|どの|どれ|どんな|いつ|誰|どこ|いくつ|いくら|どうして|なぜ).*(?:か|の|[?？]|る|た|い)$|"
    r"(?:です|ます|ました|でしょう)か[?？]?$|かな[?？]?$|(?:く|じゃ|では)な(?:い|くない)(?:ですか|かな|か)?[?？]$|(?:うるさい|大きい|小さい|長い|短い|速い|早い|遅い|暗い)(?:です)?(?:か|かな)?[?？]$|すぎ(?:る|ます)?(?:か|かな)?[?？]$",
})  # fmt: skip
# What begins a question that needs no mark to be one.
ASKING = re.compile(
    r"(?:(?:and|so|but|hey|ok|wait|um+)[, ]+)*(?:why (?:is|are|does|did|was)|who (?:is|are|made|does|wrote)|"
    r"how (?:long|many|much|come) |wh?at(?:'?s| is| are| does) )"
)
REQUESTS = _compiled({
    "en": r"\b(?:can|could|will|would) (?:you|u|ya|we|i|it|they|the)\b|\bmay (?:i|we)\b|possible|\b(?:any|a) way\b|any chance|"
    r"\bmind\b|how about|what about|why (?:don'?t|not)|\bplease\b|\bpls\b|\bplz\b",
    "zh": r"能|可以|可不可以|可否|行吗|好吗|帮我|麻烦|行不行|好不好(?!看)|方便|吧",
    "es": r"\b(?:puedes|podrias|podria|puede|podemos|podeis|posible|importa|se puede|que tal|por que no|por favor)\b",
    "de": r"\b(?:kannst|konntest|konnen|konnten|konnte|moglich|wurdest|magst|darf|geht das|wie war|wie ware|warum nicht|"
    r"bitte)\b",
    "fr": r"\b(?:peux|pourrais|pouvez|pourriez|peut-on|on peut|pourrait|possible|s'il)\b",
    "ja": r"くれ|もら|ください|下さい|できま|できる|いただ|頂|お願い|欲しい|ほしい|ませんか|可能|たい",
})  # fmt: skip
SUPPOSED = _compiled({
    "en": r"\b(?:suppose|supposing|say|assuming) (?:i|we)\b|\bwhat if\b|\bwhat (?:would|will|happens)\b|\bi wonder\b|\bwondering (?:how|what|(?:if|whether) (?!you|it (?:is|would be|might be|could be)|we could|i could))\b|"
    r"\b(?:maybe|perhaps) later\b|\blater (?:on )?(?:i|we)\b|\b(?:can|could|will|might)\b.*\blater\b|\bdo you think\b|\bwould (?:it|that|this|\w+) (?:look|be better|be nicer|be too|work)|\bshould (?:i|we)\b|"
    r"\b(?:not sure|can't decide|don't know|undecided) (?:if|whether|about|between)\b|\b(?:thinking|thought) (?:of|about)\b|"
    r"\bwould (?:have )?sa(?:y|id)\b|\bhypothetical|\bif (?:i|we) (?:\w+ed|took|put|made|cut|had|were|left|did)\b",
    "zh": r"(?:要是|如果|假如|万一|假设).*(?:会|怎么样|怎样|如何|好看|[?？呢])|会不会|会怎么?样|是不是更|不知道.*(?:好不好|该不该|要不要)|"
    r"在想|考虑(?:要|把|换|加)|会说|以后再|回头再|下次再",
    "es": r"\bsupongamos\b|\bpongamos que\b|\by si\b.*(?:iera|iese|ara|ase|ria)\b|\b(?:quedaria|seria mejor|pasaria|se veria|pasa si|diria|habria dicho)\b|\bno se si\b|"
    r"\bestoy pensando\b|\bdeberia\b.*\?|\bcrees que\b",
    "de": r"\bangenommen\b|\bwas (?:wurde|ware|passiert)\b|\b(?:hatte gesagt|wurde sagen)\b|\bware (?:es|das)\b.*\b(?:besser|schoner|gut)\b|\b(?:sahe|wurde) (?:es|das)\b|"
    r"\b(?:weiss nicht|uberlege|frage mich),? ob\b|\bsoll(?:te|en)? (?:ich|wir)\b|\bob (?:es|das)\b.*\bbesser\b",
    "fr": r"\b(?:supposons|admettons)\b|\bsi (?:je|j'|on) ?\w*(?:ais|ait)\b|\b(?:ce|ca) (?:serait|donnerait|ferait)\b(?! (?:bien|mieux|cool|top|sympa|chouette|super|genial|parfait|pas mal)\b[^?]*$)|\b(?:aurait dit|dirait)\b|\bque se passe|"
    r"\bje (?:me demande|ne sais pas|sais pas|hesite)\b|\bje pensais\b|\bdevrais-je\b|\bdois-je\b",
    "ja": r"(?:すぎる|過ぎる|いい|良い|変だ)と思(?:う|います)か?[?？]|もし.*(?:たら|ば|と).*(?:かな|か|[?？]|どう|変)|たらどう(?:なる|なり|かな|でしょ|思)|(?:ほう|方)が(?:いい|良い)"
    r"(?:かな|ですか|でしょうか|と思|の)|変かな|迷って|悩んで",
})  # fmt: skip
CONTENT = _compiled({
    "en": r"\bi (?:think|find|feel|like|love|guess|say)\b.*\b(?:fine|ok|okay|good|great|right|perfect|is|as it|this way)\b"
    r"|\bi disagree\b|\bi don'?t (?:think so|agree|mind)\b|\bignore (?:her|him|them|that)\b",
    "zh": r"我(?:倒)?(?:觉得|认为|感觉)(?:刚|挺|正|还|很|蛮|没)|我喜欢(?:这样|现在)|我不(?:觉得|同意|这么想)",
    "es": r"\b(?:yo creo|a mi|yo)\b.*\b(?:bien|gusta|perfect\w+|asi)\b|\bno estoy de acuerdo\b",
    "de": r"\bich (?:finde|mag|glaube)\b.*\b(?:gut|ok|okay|so|richtig|passt|perfekt)\b|\bmir (?:gefallt|passt)\b",
    "fr": r"\b(?:moi|je)\b.*\b(?:trouve|aime|pense)\b.*\b(?:bien|parfait|comme ca|ok|tres)\b",
    "ja": r"私(?:は|的には).*(?:いい|良い|ちょうど|好き|思わない)|(?:今の|この)ままで(?:いい|大丈夫)",
})  # fmt: skip
OTHERS = _compiled({
    "en": r"(?<![\w⟧])(?:my|his|her|the|our|a) (?!title|caption|text|heading|credit|opening|closing|end|intro)(?:\w+ ){1,2}(?:says?|said|told me|goes|yelled|asked|commented|wrote|texted)\b[^.]{0,24}⟦",
    "zh": r"(?:说|问|评论|留言)[：:，,]?\s*⟦",
    "es": r"\b(?:dice|dijo|comento|pregunto|ha dicho)\b[^.]{0,24}⟦",
    "de": r"\b(?:sagt|sagte|meint|meinte|fragte|schrieb)\b[^.]{0,24}⟦|⟦\d+⟧,? (?:sagt|meint)",
    "fr": r"\b(?:dit|a dit|disait|demande|ecrit)\b[^.]{0,24}⟦",
    "ja": r"⟧\s*(?:って|と)(?:言|いっ|いう|い[いわ]|聞)",
})  # fmt: skip
ABOUT_OTHERS = _compiled({
    "en": r"^(?:my|his|her|their|our|a|the) (?:\w+ ){0,2}?(?:friend|sister|brother|wife|husband|mom|mum|dad|mother|father|boss|"
    r"colleague|cousin|neighbou?r|daughter|son|kid|girlfriend|boyfriend|aunt|uncle|teacher|client)s?"
    r"(?:'s? (?:video|film|slideshow|reel|one)| (?:captioned|titled|called|named|made|used|wrote|did|has|had)\b)|"
    r"\b(?:hers|theirs)\b",
    "zh": r"(?:朋友|同事|同学|姐姐|妹妹|哥哥|弟弟|妈妈|爸爸|老婆|老公|邻居|别人|人家|他|她)的?(?:那个)?(?:视频|影片|片子)",
    "es": r"\bel (?:video|reel) de (?:mi|un|una|otra?) (?:\w+)|\b(?:mi|un|una) (?:amig[oa]|herman[oa]|prim[oa]|colega|jef[ae]) "
    r"(?:puso|titulo|llamo|hizo|uso|tiene|ha puesto)",
    "de": r"\b(?:meine?s?|ihr|sein|eine?) (?:freund(?:in)?s?|schwester|bruder|kollegin|kollege|cousine|chef(?:in)?)(?:s video| hat)\b|"
    r"\bvideo (?:meiner|meines|von (?:meiner|meinem|einer|einem))\b",
    "fr": r"\bla video (?:de|d'une?|a) (?:mon|ma|une?|l')|\b(?:mon|ma|une?) (?:amie?|copine?|soeur|frere|cousine?|collegue) "
    r"(?:a (?:mis|appele|intitule|fait|ecrit)|avait)",
    "ja": r"(?:友達|友人|姉|妹|兄|弟|母|父|妻|夫|同僚|隣の人|ほかの人|他の人)の(?:動画|ビデオ|ムービー)",
})  # fmt: skip
# What asks that nothing be done for now, whatever else the message says.
HOLD = _compiled({
    "en": r"\bjust (?:asking|curious|wondering)\b|\bdon'?t (?:change|touch|do) (?:anything|it|that) (?:yet|now|for now)\b",
    "zh": r"随便问问|只是问问|就问问|先别改|先不改|先别动|先不要改|先别做",
    "es": r"\bsolo (?:pregunto|por saber|preguntaba)\b|\bno (?:cambies|toques) nada (?:todavia|aun)\b",
    "de": r"\bnur (?:mal )?(?:so )?gefragt\b|\bnoch nichts? (?:andern|machen)\b",
    "fr": r"\bjuste (?:pour savoir|une question)\b|\bne (?:change|touche) rien (?:encore|pour l'instant)\b",
    "ja": r"聞いてみただけ|聞くだけ|まだ変えないで|まだ何もしないで",
})  # fmt: skip
# Why something is asked for, up to the end of the clause: it asks for nothing itself.
REASONS = _compiled({
    "en": r"\b(?:because|cos|cuz|coz|'cause|seeing as|given that)\b",
    "zh": r"因为",
    "es": r"\b(?:porque|ya que|puesto que)\b|(?<=\w) que (?:da|dan|sale|salen|salgo|salimos|aburre|cansa|esta (?:borrosa|movida|fea))\b",
    "de": r"\bweil\b|(?<=, )denn\b",
    "fr": r"\b(?:parce qu(?:e\b|')|puisqu(?:e\b|')|vu que\b)|(?<=, )car\b",
    "ja": r"なぜなら",
})  # fmt: skip
# The same where it stands before what is asked for: "3枚目はブレてるから外して".
REASONS_AHEAD = _compiled({
    "ja": r"(?<=は)[^は、。！？!?\n⟦]{1,24}?[るただい](?:から|ので)(?=[^、。！？!?\s])",
})  # fmt: skip
# What is not to become more or less: "nicht lauter" leaves it as it is, where "nicht so laut" wants it quieter.
NO_MORE = _compiled({
    "es": r"\bno (?:me |le |la |lo |las |los |les )*(?:subas|subais|suba|bajes|bajeis|alargues|acortes|aceleres|ralentices|"
    r"agrandes|achiques|aumentes|reduzcas|(?:hagas|pongas) (?:mas|menos))\b|^(?:pero )?(?:no|nada) mas (?:fuerte|alto|alta|rapido|lento|largo|corto)",
    "de": r"\bnicht (?:noch |viel )?(?:lauter|leiser|langer|kurzer|schneller|langsamer|grosser|kleiner|heller|dunkler)\b(?! als)",
    "fr": r"\b(?:ne |n'|surtout )(?:la |le |les |l')?(?:monte|baisse|rallonge|raccourci|allonge|accelere|ralenti|agrandi|augmente|"
    r"diminue|redui)\w*(?:-\w+)? pas\b|\bpas plus (?:fort|vite|long|longue|lent|lente|grand|grande|gros|petit|petite|court|courte)s?\b"
    r"(?! que| de)",
    "ja": r"(?:消さ|外さ|削除し|(?<!切り)抜か|入れ替え|取ら)ないで|(?:(?:大き|小さ|長|短|速|早|遅|うるさ|太|細)く|静かに)しな(?:いで|い(?=[。！]|$))|(?:上げ|下げ|伸ばさ|縮め)な(?:いで|い(?=[。！]|$))",
})  # fmt: skip
# The words that forbid a deed, where they stand before it; in Japanese they stand behind it.
FORBIDDING = frozenset(("do not", "should not", "shouldn't")) | frozenset(
    "don't dont do not never 别 不要 先别 千万别 不能 勿 不用 不必 no nunca ne n' nicht pas not never bitte nicht "
    "しないで ないで".split()
)
