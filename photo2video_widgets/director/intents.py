"""The words by which a message says where it wants to go: export, balance, status, upload, or the agent.

Patterns match one clause of a message that has been normalised (`normalise.py`); every language is tried. `routing`
says how they work together.
"""

from __future__ import annotations

# Where clauses end: a full stop only before a space, for it stands in file names and numbers too.
CLAUSE_END = (
    r"[,;!?\n，。；！？、…]+|\.(?=\s|$)|:(?=\s)|：|\s[-–—]\s"
    r"|\b(?:and|but|then|so(?! far)|und|aber|dann|y|pero|luego|et|mais|puis)\b|然后|接着|之后|再(?=导|下|保|发|存)|"
    r"并且?(?=导|下|保|发)|それから|てから"
)

FILM = (
    r"(?:it|this|that|(?:the |my |our |this |that |a )?(?:final |finished |whole |full |complete |new |edited |hd )*"
    r"(?:videos?|film|movie|clip|slide ?-?show|reel|montage|project|result|file|mp4|thing|everything|cut|draft))"
)
_POLITE = (
    r"(?:please|pls|plz|now|then|just|gimme|go ahead|ok(?:ay)?|yes|yeah|great|perfect|again|already|finally|can|could|"
    r"would|you|we|i|"
    r"let'?s|let|me|us|want|wanna|like|to|i'?d|i'?m|ready|time|kindly|may|need|try|go|ahead|nice|cool|thanks|good|"
    r"love|"
    r"alright|all|right|awesome|lovely|well|thx|so|and|hmm+|wow|super|amazing|cheers|sweet|excellent|"
    r"that'?s|is|it|do|will|should|gonna|going|lets|have|all|done|bitte|kannst|du|jetzt|por|favor|puedes|ahora)"
)
_AFTER = (
    r"(?:please|pls|plz|now|again|then|for me|to me|as|in|an?|the|my|mp4|hd|full|4k|1080p|file|format|quality|high|"
    r"best|"
    r"computer|desktop|disk|laptop|phone|to|on|when|ready|it'?s|you|is|done|thanks|thank|right|away|here|once|as "
    r"soon|possible|"
    r"bitte|jetzt|als|por favor|ahora|s'il (?:te|vous) pla[iî]t|maintenant|video|movie)"
)

EXPORT = (
    rf"^\W*(?:{_POLITE}\W+)*(?:export|download|render|save)(?:\s+{FILM})?(?:\s+{_AFTER})*\W*$",
    rf"^\W*(?:{_POLITE}\W+)*(?:send|give|hand|get|show) me (?!the (?:credits|tracks|timeline|status))"
    rf"(?:the |my |that )?(?:final |finished )*(?:video|film|movie|file|mp4|clip|slide ?-?show)(?:\s+{_AFTER})*\W*$",
    rf"^\W*(?:{_POLITE}\W+)*(?:send|give|mail|e-?mail) (?:it|this|that|the (?:video|film|movie|file)) "
    rf"(?:over )?to me(?:\s+{_AFTER})*\W*$",
    rf"^\W*(?:{_POLITE}\W+)*(?:the |my )?(?:final |finished )*(?:mp4|finished (?:video|film|"
    rf"movie))(?:\s+{_AFTER})*\W*$",
    r"^(?:(?!按钮|图表|照片|图片|标题|字).)*?(?:导出|下载|保存|渲染|输出|存下来)(?!.*(?:照片|图片|标题|字|按钮|图表|"
    r"失败|链接))",
    r"(?:把|将)?(?:视频|影片|成片|片子|幻灯片|它|结果)?(?:发给?|传给?|给)我(?:吧|一下|一份|看看)?(?:视频|影片|成片|"
    r"片子)?\s*$|生成(?:最终|成品|完整)(?:的)?(?:视频|影片|成片|片)",
    r"\b(?:exportier(?:e|en|t)?|herunterladen|runterladen|speicher(?:e|n)?|render(?:e|n))\b(?!.*\b(?:titel|text|"
    r"foto|bild))",
    r"\blade?\b.*\b(?:herunter|runter)\b|\bschick(?:e|st)? mir (?:das|den) (?:video|film|clip)",
    r"\b(?:exporta(?:r|lo|d)?|exp[oó]rtal[oa]|descarga(?:r|rlo|rla|d)?|desc[aá]rgal[oa]|guarda(?:r|lo|rlo)|"
    r"gu[aá]rdal[oa]|renderiza(?:r)?)\b"
    r"(?!.*\b(?:t[ií]tulo|texto|foto))",
    r"\b(?:env[ií]ame|m[aá]ndame|p[aá]same) (?:el|la) (?:v[ií]deo|pel[ií]cula|archivo)",
    r"\b(?:export(?:e|er|ez|ons)|t[eé]l[eé]charg(?:e|er|ez)|enregistr(?:e|er|ez))(?:-(?:la|le|"
    r"moi))*\b(?!.*\b(?:titre|texte|photo))",
    r"\benvoie[- ]moi (?:la vid[eé]o|le film|le fichier)",
    r"書き出し|書き出す|書きだし|エクスポート|ダウンロード|(?:動画|ビデオ|ムービー|映像|ファイル)(?:を)?(?:保存|"
    r"送って|ください|ちょうだい)|^\W*保存(?:して)?",
)
# A clause that holds one of these asks for no export, whatever it names.
NO_EXPORT = (
    r"\b(?:don'?t|do not|not|never|no need|without|instead of|before|after|until|when(?!'?s| it'?s| you| ready)|if|"
    r"later|yet|how|where|what|why|"
    r"which|who|will it|does)\b",
    r"\b(?:button|fail(?:ed|s)?|button|error|chart|settings?|quality \d|fair|festival)\b",
    r"到哪|哪一步|进度|好了吗|完成了吗|先不|先别|别|不要|不用|暂时|还没|不想|怎么|如何|怎样|哪里|在哪|为什么|多久|多长时间|需要|能否以后|失败|格式|"
    r"之前",
    r"\b(?:nicht|noch nicht|wie|wo|warum|bevor|no|todav[ií]a no|c[oó]mo|d[oó]nde|antes|pas|comment|o[uù]|pourquoi|"
    r"avant)\b",
    r"しないで|するな|まだ|方法|どうやって|どうすれば|前に",
)

# Words that name an export, whatever is said of it, and those that let go ahead what was put off.
EXPORTING = (
    r"\b(?:export|render|download|sav(?:e|ing))|导出|渲染|下载|保存|\b(?:exportier|speicher|renderi|exporta|descarga|guarda|"
    r"exporte|enregistre|telecharge)|書き出|エクスポート|ダウンロード|保存",
)
GO_AHEAD = frozenset(
    "ok okay yes yep yeah now go ahead alright all right do it that ready please you "
    "may can fine sure good then let's lets and on i'm we're it's is done proceed "
    "vale ahora si sí dale adelante venga ya por favor puedes jetzt los mach bitte ja "
    "kannst du gut dann weiter vas y maintenant allez oui c'est bon d'accord 好 好了 行 "
    "行了 可以 可以了 现在 现在可以了 现在可以 开始 开始吧 去吧 嗯 好吧 行吧 导吧 没问题"
    " はい どうぞ お願いします いいよ もういいよ 今 じゃあ "
    "大丈夫".split()
)

CREDITS = (
    r"^\W*(?:(?:please|show|check|my|the|me|tell|see|what'?s|whats|what is|is|account|credit|current|"
    r"of)\W+)*(?:credits?|balance)"
    r"(?:\W+(?:please|left|now|remaining|balance|thanks))*\W*$",
    r"\b(?:how (?:many|much)|what(?:'?s| is| are)?|check|remaining|enough|still have|do i have|i have|run(?:ning)? "
    r"out of|out of|buy|"
    r"top up|used?|spen[dt]|cost)\b.{0,32}\b(?:credits?|balance)\b(?!.{0,6}\b(?:colou?r|sound|lengths?))",
    r"\b(?:credits?|balance) (?:do i have|is left|are left|left|remaining|have i)\b",
    r"(?:积分|余额|点数)",
    r"\b(?:cu[aá]ntos|qu[eé]) (?:cr[eé]ditos|saldo)\b|\bsaldo\b|^\W*(?:mis )?cr[eé]ditos\W*$",
    r"\b(?:wie ?viele?) (?:credits|guthaben)\b|\bguthaben\b|\bkontostand\b|\bmeine credits\b",
    r"\bcombien de cr[eé]dits\b|\b(?:mon )?solde\b|^\W*(?:mes )?cr[eé]dits\W*$",
    r"残高|クレジット(?:は|の|って)?(?:あと|まだ)?(?:残り|残高|いくつ|いくら|どれ|数)|残り(?:の)?クレジット|^\W*クレジット(?:は)?\W*$",
)
# Credits that are seen in a film, and a balance that is no account's.
NO_CREDITS = (
    r"\b(?:end|closing|opening|final|film|movie|rolling)[- ]credits?\b|\b(?:add|put|insert|roll|scroll|write|make|"
    r"remove|delete|drop|move|"
    r"change|include|with)\b.{0,24}\bcredits?\b|\bcredits? (?:at|in|to|on|over|with|for|by|should|bigger|smaller|"
    r"longer|roll)\b",
    r"\b(?:white|colou?r|sound|audio) balance\b|\bbalance (?:the|out|all|every|each|of)\b",
    r"积分(?:榜|赛|制|商城|墙|卡)|余额宝|片尾",
    r"\bcr[eé]d(?:ito|it)s\s*:",
    r"\btr[eé]ditos finales\b|\bcr[eé]ditos (?:finales|al final)\b|\babspann\b|\bg[eé]n[eé]rique\b|エンドクレジット|"
    r"スタッフロール",
)

STATUS = (
    r"^\W*(?:(?:please|show|check|me|the|what'?s|whats|what is|current|present|tell|give|is|project|draft|film|"
    r"video|now|a|see)\W+)*"
    r"(?:status|state)(?:\W+(?:please|now|of (?:the |my )?(?:film|video|draft|project|it)))*\W*$",
    r"\b(?:show|list|see|view|display|what|which|how many)\b.{0,16}\b(?:tracks?|timeline|draft)\b(?! (?:to|longer|"
    r"shorter|is it about))",
    r"\bwhat(?:'?s| is| do (?:i|we) have| have (?:i|we)(?: got)?)\b.{0,24}\b(?:in|on|so far)\b(?! (?:the )?(?:photo|"
    r"picture|title))"
    r"(?: (?:it|(?:the |my )?(?:film|video|timeline|draft|slide ?-?show)))?",
    r"^\W*is (?:it|(?:my|the) (?:video|film|movie|slide ?-?show|export)) (?:done|ready|finished)(?: yet)?\W*$",
    r"\bwhere are we\b|\bhow (?:long|many \w+) (?:is|are) (?:(?:in|on) )?(?:it|(?:the|my|this) (?:video|film|movie|"
    r"slide ?-?show)|there|in it)\b",
    r"(?:渲染|导出|做|处理|生成)到哪|(?:渲染|导出|做)(?:好|完)了[吗没]|^\W*(?:状态|进度)\W*$|(?:查看|显示|看看|看一下|当前|现在|目前)的?(?:一下)?(?:状态|轨道|时间线|时间轴|进度)|"
    r"几条轨道|有哪些轨道"
    r"|现在(?:是)?什么(?:状态|情况)|(?:现在|目前|视频|影片)(?:有)?(?:多长|多久|几张|几秒|多少张|多少秒)",
    r"^\W*(?:zeig(?:e|st)? (?:mir )?)?(?:den |die )?(?:status|spuren|zeitleiste|zustand)\W*$|\bwie lang ist (?:es|"
    r"der|das) ",
    r"^\W*(?:mu[eé]strame |muestra )?(?:el |las |la )?(?:estado|pistas|l[ií]nea de tiempo)\W*$|\bcu[aá]nto dura "
    r"(?:el|la)\b",
    r"^\W*(?:montre(?:-moi)? )?(?:l'|les |la )?(?:[eé]tat|statut|pistes|timeline)\W*$|\bcombien de temps dure\b",
    r"^\W*(?:現在の)?(?:状態|ステータス|タイムライン|トラック)(?:は|を(?:見せて|表示).*)?\W*$|今(?:の)?(?:長さ|"
    r"状態)は",
)

UPLOAD = (
    r"^\W*(?:(?:please|let|me|i|want|wanna|need|would|like|i'?d|to|can|could|we|now|have|i'?ll)\W+)*upload"
    r"(?!\s+(?:it|this|that|the (?:video|film|movie|reel)|day)\b)(?!.*\bto (?:tik|you|insta|face|my|the|"
    r"vimeo)).{0,40}$",
    r"\b(?:add|attach|import|insert|drop|include|bring|have)\b.{0,16}\b(?:more|another|additional|extra|new|some "
    r"other)\b.{0,12}\b"
    r"(?:files?|photos?|pictures?|pics?|images?|clips?|songs?(?: files?)?|mp3s?)\b(?! (?:time|seconds?))",
    r"上传(?!到|成功|至|给)|(?:添加|加|再加|导入|传|补充)(?:入|上|进)?.{0,4}(?:更多|新的?|另外)(?:的)?.{0,3}(?:照片|"
    r"图片|文件|图|歌|音乐文件)"
    r"|(?:更多|新的)(?:照片|图片|文件)",
    r"\b(?:hochladen|lade .*hoch)\b|\b(?:weitere|neue|mehr) (?:fotos|bilder|dateien)\b",
    r"\b(?:sub(?:ir|e|o)|cargar) (?:otr[ao]s? |m[aá]s |unas |unos |mis |las )?(?:fotos?|archivos?|im[aá]genes)\b|"
    r"\b(?:a[nñ]ad(?:ir|e)|"
    r"agregar?) (?:m[aá]s|otras) fotos",
    r"\b(?:t[eé]l[eé]verser|importer|charger|envoyer) (?:d'autres|des|une|plus)\b|\bajoute[rz]? (?:d'autres|plus "
    r"de) photos",
    r"アップロード|(?:写真|画像|ファイル)を?(?:もっと|さらに)?(?:追加|アップ)(?:したい|する)",
)

# The nouns of words in the film: what follows them is read, not obeyed.
TEXT_NOUN = (
    r"(?:\b(?:title[ds]?|heading|headline|captions?|subtitles?|text|words?|credits?|lettering|titel|beschriftung|"
    r"untertitel|überschrift|"
    r"t[ií]tulo|subt[ií]tulo|texto|titre|sous-titre|texte)\b|标题|字幕|文字|片头|片尾|题目|タイトル|字幕|テロップ|"
    r"キャプション)"
)
TEXT_SAYS = (
    rf"{TEXT_NOUN}.{{0,24}}?(?:\b(?:says?|saying|reads?|reading|called|named|should be|to|is|as)\b|[:：]|写着?|改成|"
    rf"改为|叫做?|为|是|用)(?P<said>.*)$",
    r"\b(?:say|says|saying|reads?|call(?:ed)?|named|titled|entitled|write|written)\b(?P<said>.*)$",
    r"^(?P<said>.*)\b(?:as|for) (?:the |a |an |my )?(?:opening |closing )?(?:title|caption|heading|headline|"
    r"subtitle)\b",
    r"写上?(?P<said>.*)$",
)

# What makes a clause an edit of its own; without one it is only talk around an export.
EDITING = (
    r"⟦",
    r"\b(?:make|turn|create|build|add|put|set|write|change|use|remove|delete|drop|cut|trim|shorten|crop|move|swap|"
    r"sort|shuffle|reverse|replace|"
    r"mute|fade|zoom|pan|rename|caption|label|keep|show|start|end|finish|undo|redo|slow|speed|lower|raise|turn)\b",
    r"\b(?:music|song|titles?|captions?|transitions?|cross-?fades?|vertical|square|landscape|portrait|widescreen|"
    r"seconds?|secs?|\d+ ?s|black|"
    r"sepia|vintage|filter|slide ?-?show|reel|lo-?fi|jazz|piano|quieter|louder|slower|faster|longer|shorter|\d+ ?%|"
    r"\d+:\d+|fps)\b",
    r"做|改|加|去掉|删|换|移|放|调|设|配|剪|撤销|恢复|音乐|标题|字幕|转场|竖屏|横屏|方形|黑白|滤镜|秒|慢|快|长|短|"
    r"大声|小声",
    r"\b(?:mach|füge?|setz|lösch|entfern|änder|musik|titel|sekunden?|haz|pon|añade|quita|cambia|borra|música|"
    r"segundos?|"
    r"mets?|ajoute|enlève|supprime|change|musique|secondes?)\w*\b",
    r"\b(?:v?er)?(?:tausch|schieb|sortier|kürz|läng|dreh|mische?|leiser|lauter|schnitt)\w*|\b(?:raus|weg|hochkant|quer|"
    r"schwarzwei(?:ß|ss)|quadrat\w*)\b",
    r"\b(?:saca|elimina|mueve|ordena|invierte|intercambi|acort|alarg|baja|sub[ei]|silenci|mezcla|agrega|mete|escrib)\w*\b|"
    r"\b(?:cuadrado|blanco y negro|en horizontal)\b",
    r"\b(?:vire|retire|déplac|tri[ez]|mont[ez]|baiss|échang|invers|raccourci|allong|rallong|coupe|mélang|écri[st])\w*\b|"
    r"\b(?:carrée?|noir et blanc)\b",
    r"作|追加|消|削除|変え|入れ|音楽|秒|縦|横|白黒|外|抜|並べ|移|逆|長く|短く|小さく|大きく|曲|タイトル|正方形|モノクロ",
)
# What is in the film's words for its shape, beside an export, is an edit too.
NO_EDITING = r"\b(?:mp4|1080p|full hd|hd|4k)\b"
