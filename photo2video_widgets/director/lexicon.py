"""The words of each language: patterns for what can be asked for, by the name of the wish.

One table a language. A pattern matches text that has been normalised (`normalise.py`): lower case, quotations replaced
by ⟦0⟧, ⟦1⟧ …, numbers as digits. Named groups carry the values. English takes whole words; Chinese has no word borders.
"""

from __future__ import annotations

SECONDS = (
    r"(?<![a-z\d.])(?P<n>\d{1,7}(?:\.\d{1,3})?)\s*-?\s*"
    r"(?P<unit>milliseconds?|ms|hours?|minutes?|mins?|min|seconds?|secs?|sec|s|m)\b"
)
ZH_SECONDS = r"(?<![a-z\d.])(?P<n>\d{1,7}(?:\.\d{1,3})?)\s*(?P<unit>毫秒|分钟|分|秒钟|秒)"
NO = (
    r"(?:no|without|remove|drop|delete|mute|turn off|kill|lose|skip|get rid of|minus"
    r"|(?:don'?t|do not|never) (?:want|use|add|need|put|show|have|include)(?: any)?|not? (?:any|with))"
)
ANY = r"(?:the |any |all |all the |some |that |this |more )?"

MOODS = {
    "lofi": r"lo-?\s?fi(?: hip-?hop)?|chill-?hop",
    "upbeat": r"upbeat|energetic|energy|lively|driving|fast music|powerful|motivational",
    "cinematic": r"cinematic|epic|dramatic|trailer|film music|orchestral|inspiring",
    "calm": r"calm(?:ing)?|relax(?:ing|ed)|chill|peaceful|(?:soft|gentle|quiet|dreamy) music|soothing|ambient",
    "happy": r"happy|joyful|cheerful|fun|funny|playful|sunny|cheery|feel-?good",
    "piano": r"piano|romantic|wedding|emotional|sentimental|classical",
    "electronic": r"electronic|edm|techno|(?:dance|house) music|synth(?:wave)?",
    "acoustic": r"acoustic|guitar|folk|campfire",
}
# Named kinds that the synthesiser can't play yet, and the nearest that it can; the reply says so.
NEAR_MOODS = {
    "jazz": ("lofi", r"jazz(?:y)?|swing|爵士"),
    "rock": ("upbeat", r"rock(?: music)?|摇滚"),
    "hip-hop": ("lofi", r"hip-?hop|rap\b|嘻哈"),
    "corporate": ("upbeat", r"corporate|business music|商务"),
    "christmas": ("happy", r"christmas|holiday music|festive|圣诞"),
}
# What is left of a refusal after the ones that can be done: its clause is told back, and nothing in it is done.
NEGATION = r"\b(?:no|not|don'?t|do not|doesn'?t|isn'?t|never|without|nor|neither)\b|不要|不用|不想|不是|别|没有"
ZH_MOODS = {
    "lofi": r"lo-?fi",
    "upbeat": r"动感|活力|激昂|节奏感|热血|励志",
    "cinematic": r"电影感|史诗|大气|震撼|电影配乐",
    "calm": r"轻柔|轻松|舒缓|平静|安静|放松|柔和|轻音乐|宁静|治愈",
    "happy": r"欢快|快乐|开心|愉快|活泼|轻快|欢乐",
    "piano": r"钢琴|浪漫|温馨|抒情|感人|古典",
    "electronic": r"电子|电音",
    "acoustic": r"吉他|民谣|木吉他",
}

LOOKS = {
    "mono": r"black[- ]and[- ]white|black ?& ?white|b ?& ?w|bw|monochrome|gr[ae]y-?scale|noir",
    "sepia": r"sepia",
    "warm": r"warmer(?: (?:look|tones?|colou?rs?))?|warm (?:look|tones?|colou?rs?|light|filter)|(?:look|make it) warm",
    "cool": r"(?:cool|cold)(?:er)? (?:look|tones?|colou?rs?|light|filter)|colder|cooler",
    "vivid": r"vivid|vibrant|saturated|punchy|more colou?r(?:ful)?",
    "vintage": r"vintage|retro|old[- ]film|nostalgic",
    "faded": r"faded|matte",
    "soft": r"soft look|soft focus|dreamy",
}
ZH_LOOKS = {
    "mono": r"黑白",
    "sepia": r"褐色|棕褐|怀旧色",
    "warm": r"暖色调?|暖一点|温暖的?(?:色调|滤镜)",
    "cool": r"冷色调?|冷一点",
    "vivid": r"鲜艳|鲜明",
    "vintage": r"复古|胶片|怀旧",
    "faded": r"褪色",
    "soft": r"柔焦|梦幻",
}

SHAPES = {
    (
        1080,
        1920,
    ): r"vertical(?:ly)?|portrait(?! of)|9 ?[:x] ?16|tik ?tok|reels?|(?:youtube )?shorts|youtube short|upright"
    r"|whatsapp(?: status)?|(?:instagram|insta|ig|facebook|whatsapp) (?:story|stories)"
    r"|for (?:my |the )?stories|story format|for (?:my |the |a )?phones?",
    (1080, 1080): r"(?<!times )(?<!the )square(?! (?:in|of|at|near))|1 ?: ?1|(?:instagram|insta|ig) post",
    (
        1920,
        1080,
    ): r"landscape(?! (?:photos|pictures|shots|of))|horizontal(?:ly)?|16 ?[:x] ?9|youtube|wide-?screen"
    r"|for (?:the |my )?tv",
    (1080, 1350): r"4 ?: ?5",
    (1440, 1080): r"4 ?: ?3",
}
ZH_SHAPES = {
    (1080, 1920): r"竖屏|竖版|竖的|抖音|快手|视频号|9比16",
    (1080, 1080): r"正方形|方形|1比1",
    (1920, 1080): r"横屏|横版|横的|宽屏|16比9",
}

TRANSITIONS = {
    "fade-black": r"fade(?:s|d)? (?:to|through|from) black|dip to black|black fades?",
    "fade-white": r"fade(?:s|d)? (?:to|through|from) white|dip to white|white (?:flash|fade)(?:es|s)?",
    "dissolve": r"(?:cross-?)?dissolves?",
    "crossfade": r"cross-?\s?fad(?:e|es|ing)|soft fades?|fades?(?! (?:in|out|the music))|blend(?:s|ing)?",
}
ZH_TRANSITIONS = {
    "fade-black": r"黑场|渐黑|淡入黑",
    "fade-white": r"白场|闪白",
    "dissolve": r"叠化|溶解",
    "crossfade": r"淡入淡出|交叉淡化|渐变|淡化",
}

MOTIONS = {
    "zoom-in": r"(?:slow(?:ly)? |gentl[ey] |subtle )*(?:zoom(?:ing|s)?[- ]in|push(?:ing)?[- ]in)",
    "zoom-out": r"(?:slow(?:ly)? |gentl[ey] |subtle )*(?:zoom(?:ing|s)?[- ]out|pull(?:ing)?[- ]out)",
    "pan-left": r"pan(?:ning|s)?(?: to the)? left",
    "pan-right": r"pan(?:ning|s)?(?: to the)? right",
    "pan-up": r"(?:pan|tilt)(?:ning|ing|s)? up(?:wards)?",
    "pan-down": r"(?:pan|tilt)(?:ning|ing|s)? down(?:wards)?",
}
ZH_MOTIONS = {
    "zoom-in": r"(?:慢慢|缓慢|缓缓|轻微)?(?:放大|推近|拉近|推进)",
    "zoom-out": r"(?:慢慢|缓慢|缓缓|轻微)?(?:缩小|拉远)",
    "pan-left": r"(?:向|往)左(?:平?移|移动)?",
    "pan-right": r"(?:向|往)右(?:平?移|移动)?",
}

COLOURS = {
    "#000000": r"black|黑色?",
    "#ffffff": r"white|白色?",
    "#808080": r"gr[ae]y|灰色?",
    "#d32f2f": r"red|红色?",
    "#ef6c00": r"orange|橙色?",
    "#fdd835": r"yellow|黄色?",
    "#2e7d32": r"green|绿色?",
    "#1565c0": r"blue|蓝色?",
    "#6a1b9a": r"purple|紫色?",
    "#e91e63": r"pink|粉色?|粉红色?",
}

ORDERS = {
    "reverse": r"(?:in )?revers(?:e|ed)(?: order)?|backwards?|倒序|倒过来|反过来|逆序",
    "taken": r"(?:in |by |sort(?:ed)? (?:them )?by )?(?:the )?"
    r"(?:order (?:they|these) were (?:taken|shot)|date taken|chronological(?:ly)?(?: order)?|capture (?:date|time)"
    r"|oldest first)|(?:in|by|sort(?:ed)? (?:them )?by) (?:the )?date(?: taken)?(?: order)?"
    r"|按(?:拍摄)?(?:时间|日期)(?:先后)?(?:顺序)?(?:排序?|排列)?",
    "name": r"(?:sort(?:ed)? (?:them )?)?(?:by|in order of) (?:file ?)?names?|alphabetical(?:ly)?(?: order)?"
    r"|按(?:文件)?名(?:称|字)?(?:排序?|排列)?",
    "shuffle": r"shuffled?|(?:in )?(?:a )?random order|randomly|randomi[sz]ed?|mix (?:them|it) up"
    r"|随机(?:排序|顺序)?|打乱",
}

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "last": -1, "最后": -1,
}  # fmt: skip

EXPORT = (
    r"\b(?:export|download|render|save)\b(?! (?:the )?(?:chart|title|text|photo|picture|image|button))",
    r"\bsend me the (?:video|film|movie|clip|file)\b",
    r"\bgive me the (?:video|film|movie|file|mp4)\b",
    r"导出|下载|输出视频|保存视频|把视频发给我|发给我|渲染",
)
CREDITS = (
    r"\b(?:how many|how much|check|show|see|what(?:'?s| is| are)?|remaining|my)\b[^.;]{0,24}\b(?:credits|balance)\b",
    r"^\W*(?:credits?|balance|my credits)\W*$",
    r"\b(?:credits?|balance) (?:left|remaining)\b",
    r"积分|余额",
)
STATUS = (
    r"^\W*(?:status|state)\W*$",
    r"\b(?:show|list|see|view)\b[^.;]{0,16}\b(?:tracks?|timeline|status|draft)\b",
    r"\bwhat(?:'?s| is) (?:in|on) (?:it|the (?:film|video|timeline|draft))\b",
    r"\bwhat(?:'?s| is) the status\b|\bwhere are we\b",
    r"^\W*状态\W*$|(?:查看|显示|看看|看一下)(?:一下)?(?:当前)?(?:状态|轨道|时间线|时间轴)|现在(?:是)?什么(?:状态|情况)",
)
UPLOAD = (
    r"^\W*upload\W*$",
    r"\b(?:upload|add|attach|import)\b[^.;]{0,20}\b(?:more |another |new |some )"
    r"(?:files?|photos?|pictures?|pics|images?)\b",
    r"^\W*upload\b[^.;]{0,30}$",
    r"^\W*上传\W*$|上传(?:更多|新的?|几张|一些|文件|照片|图片)|添加(?:更多|新的?)(?:照片|图片|文件)",
)
UNDO = (
    r"\b(?:undo|revert|take (?:that|it) back|go back(?: one)?(?: step)?|put it back how it was(?: before)?)\b"
    r"(?: (?:that|it|this|the last (?:one|change|edit)))?|撤销|撤回|恢复刚才的"
)
REDO = r"\bredo\b(?: (?:that|it|this))?|重做|恢复撤销"

MAKE = (
    r"\b(?:make|turn|create|build|produce|put together|generate|do|edit|cut)\b",
    r"\b(?:slide ?-?shows?|videos?|films?|movies?|clips?|montage|reel|vlog|recap|memory)\b",
    r"做|制作|生成|剪辑|变成|转成|幻灯片|视频|影片|短片|相册|vlog",
)

FILLERS = frozenset(
    """
    a an the these those this that my our your me it its please pls plz kindly can could would you i we us
    want wants need like to into from of for with and or in on at by as is are be so just make turn create
    build produce put together generate do edit cut give let use using add set have has get photos photo
    pictures picture pics pic images image shots files file all them they slideshow slideshows slide show
    video videos film films movie clip clips montage reel recap vlog memory trip travel holiday some nice good
    great simple new one out up ok okay hey hi hello thanks thank cool awesome now then transition transitions
    music song soundtrack background sound audio bgm motion movement length seconds duration total about
    around roughly exactly each per every which whole entire also plus but only not look filter style format
    size mp4 hd 1080p full quality smooth smoothly between should will start family day beautiful lovely
    pretty lively little bit more very really there here what how
    """.split()
)
ZH_FILLERS = (
    r"把|这些|这几张|几张|那些|照片|图片|相片|做成|做|制作|制成|生成|剪辑|剪成|变成|转成|成|一个|一段|一下|个|段|带有|带|有|和|与|的|并|加上|加|配上|配|添加|用|给我|给|"
    r"我|请|帮|幻灯片|视频|影片|短片|相册|音乐|转场|背景|配乐|效果|标题|文字|片头|时长|长度|总共|总|每张|全部|所有|都|改成|改为|换成|要|想|为|是|在|里|让|使|吧|了|呢|啊|秒|成为|旅行|再|"
    r"动画|运镜|滤镜|风格|顺序|画面|放|设|调|到|左右|大概|大约|一些|及|以及|然后|还|也|特效|字幕"
)

# Phrases, each a list of alternatives that are tried in turn.

NOUN_MUSIC = r"(?:background )?(?:music|song|soundtrack|sound|audio|bgm|tune)"
NOUN_PHOTO = r"(?:photo|picture|pic|image|slide|one|shot)s?"
NOUN_CREDIT = r"(?:end ?-?credits?|closing (?:words|credits?|title)|credits? at the end|片尾(?:字幕)?)"
NOUN_TITLE = r"(?:opening )?(?:titles?|headline|heading|标题|片头(?:文字)?|题目)"
SAYING = (
    r"(?:called|named|titled|saying|that says|reading|with the words?|which says|is|to|be"
    r"|写着|写|内容是|内容为|改成|改为|叫做|叫|为|是)?"
)
QUOTE = r"⟦(?P<quote>\d+)⟧"
REMOVE = r"(?:remove|delete|drop|take out|cut|leave out|去掉|删掉|删除|移除|不要)"
ORDINAL = "|".join(ORDINALS)

NO_TEXT = (
    rf"\b{NO} {ANY}(?:text|titles?|words|captions?|writing)\b(?: on it)?",
    r"不要(?:字幕|文字|标题|字)|(?:去掉|删掉|删除)(?:文字|标题|字幕)|无字",
)
QUOTED_TEXT = (
    rf"(?:(?:the|a|an|with|and|add|put|change) )*{{noun}}\s*(?:加(?:一个|个)?|用)?[:,]?\s*{SAYING}[:]?\s*{QUOTE}",
    rf"{QUOTE}\s*(?:as|for|作为|当|做)\s*(?:the |a |an )?{{noun}}",
)
# On the words as typed, for a text without quotation marks: what follows is taken as it stands.
BARE_TEXT = (
    r"(?i){noun}\s*(?:(?:that says|saying|called|named|to|is|写着|叫|为|是)\s*[:：]?|[:：])\s*"
    r"(?P<words>[^\n,，;；。\"“«「]{{1,80}})"
)
CAPITAL_TEXT = r"\b(?i:titled?|heading|headline)\s+(?P<words>[A-Z0-9][^\n,，;；。\"“«「]{0,80})"
BARE_TEXT_END = r"(?i)\s+(?:and|with|in|at the (?:top|bottom|start|end))\s|\.\s|\.$"
CLOSING_TEXT = (
    rf"{QUOTE}[^|⟦]{{0,24}}(?:at the end|for the last|结尾|片尾|最后)",
    rf"(?:at the end|结尾|最后)[^|⟦]{{0,16}}{QUOTE}",
)
OTHER_TEXT = (
    r"(?:titled|called|named|entitled|with the (?:text|words?)|(?:add|put|write) (?:the )?(?:text|words?)|写上|加上)\s*"
    + QUOTE,
)

NUMBER_LIST = r"\d+(?:(?: ?, ?(?:and )?| and | ?& ?)\d+)*"
NUMBERED_PHOTO = (
    rf"{REMOVE} (?:the )?{NOUN_PHOTO} (?:number |no\.? ?|#)?(?P<numbers>{NUMBER_LIST})\b",
    rf"{REMOVE} (?:the )?(?P<numbers>\d+)(?:st|nd|rd|th) {NOUN_PHOTO}\b",
    rf"{REMOVE} (?:the )?(?P<ordinal>{ORDINAL}) {NOUN_PHOTO}\b",
    r"(?:去掉|删掉|删除|移除|不要)(?P<numbers>第\d+张(?:(?:和|、|,|跟)第\d+张)*)(?:照片|图片)?",
    r"(?:去掉|删掉|删除|移除|不要)(?P<ordinal>最后)一?张(?:照片|图片)?",
)
_SHOWN = r"(?:for|to|lasts?|stays?|be|is|shown|on screen|take)"
ONE_PHOTO_MS = (
    rf"(?:(?:show|keep|hold|make|let) )?(?:the )?(?P<ordinal>{ORDINAL}) {NOUN_PHOTO}(?: {_SHOWN}){{0,6}} {SECONDS}",
    rf"{NOUN_PHOTO} (?:number |no\.? ?|#)?(?P<number>\d+)(?: {_SHOWN}){{0,6}} {SECONDS}",
    r"(?:show|keep|hold|leave|let) (?:the )?(?!it\b|each|every|them|all\b|this|that|photos|pictures|everything)"
    rf"(?P<name>[\w.\-]+(?: [\w.\-]+)?)(?: {NOUN_PHOTO})?(?: {_SHOWN})+ {SECONDS}",
    rf"第(?P<number>\d+)张(?:照片|图片)?(?:显示|停留|播放|改成|改为|为|放)*\s*{ZH_SECONDS}",
)
NAMED_PHOTO = rf"{REMOVE} (?:the )?(?P<name>[\w .\-]+?)(?: {NOUN_PHOTO})?(?= and |[|,;.!]|$)"
NO_PHOTO_NAME = r"music|sound|title|text|transition|motion|filter|words|song|credits?\b|音乐|转场|字|标题"

NO_TRANSITIONS = (
    rf"\b{NO} {ANY}transitions?\b",
    r"\b(?:plain|hard|straight|simple|just|only) cuts?\b",
    r"(?:不要|去掉|没有|无|取消)转场|硬切|直接切",
)
TRANSITION_MS = (
    rf"{SECONDS}[ -](?:long )?(?:transitions?|{{kinds}})",
    r"(?:transitions?|{kinds})(?: transitions?)?(?: (?:of|to|for|take|last|lasting|at|that last))* "
    rf"{SECONDS}(?! (?:each|per|long))",
    rf"转场(?:时间|时长|长度)?(?:改成|改为|设为|为|是|用)?\s*{ZH_SECONDS}",
    rf"{ZH_SECONDS}的?转场",
)
AFTER_TRANSITION = (
    r"(?: transitions?|的?转场)?(?: between (?:them|photos|the photos|each(?: photo)?|every photo|pictures))?"
)
SOME_TRANSITIONS = (r"\b(?:some |smooth |nice |soft |add |with )*transitions?\b", r"转场")

EACH = (
    SECONDS + r"\s*(?:long )?(?:each|apiece|a ?piece|per (?:photo|picture|pic|image|slide|shot)"
    r"|(?:for )?(?:each|every) (?:photo|picture|pic|image|slide|one)|a (?:photo|picture|slide))\b",
    r"(?:each|every)(?: (?:photo|picture|pic|image|slide|one))?"
    rf"(?: (?:for|is|lasts?|stays?|shown|to be|should be|on screen|visible))*\s+{SECONDS}",
    rf"每(?:张|个|幅)(?:照片|图片|图)?(?:显示|停留|播放|展示)?(?:改成|改为|为)?\s*{ZH_SECONDS}",
)
AT_MOST = (
    rf"(?:at most|max(?:imum)?(?: of)?|no (?:more|longer) than|under|less than|up to|shorter than)\s*{SECONDS}",
    rf"(?:不超过|最多|最长|少于|控制在)\s*{ZH_SECONDS}(?:以内|之内)?",
    rf"{ZH_SECONDS}(?:以内|之内)",
)
WHOLE = (
    rf"(?:(?:make it|total|length|lasting|about|around|exactly|be|in|of|is|to)\s+){{0,6}}{SECONDS}"
    r"(?: (?:long|in total|total|altogether|overall))?",
    rf"(?:总(?:时)?长|时长|总共|一共|长度|全长)?(?:改成|改为|为|是)?\s*{ZH_SECONDS}(?:长|左右)?",
)

NO_MUSIC = (
    rf"\b(?:actually |but )?{NO} {ANY}{NOUN_MUSIC}\b",
    r"\bsilent(?:ly)?\b|\bmute(?:d| it)?\b",
    r"(?:不要|去掉|删掉|没有|无|取消|关掉)(?:背景)?(?:音乐|配乐|声音)|静音",
)
VOLUME = (
    rf"(?:at |volume (?:to |at |of |is )?|{NOUN_MUSIC} (?:at|to) (?:volume )?)(?P<n>\d{{1,3}})\s*(?:%|percent)"
    r"(?: volume)?",
    r"(?P<n>\d{1,3})\s*(?:%|percent) volume",
    r"音量(?:改成|改为|调到|设为|为|到)?\s*(?P<n>\d{1,3})\s*%?",
)
SOME_MUSIC = (rf"\b{NOUN_MUSIC}\b", r"音乐|配乐|配曲")
AFTER_MOOD = rf"(?:的)?(?:\s*{NOUN_MUSIC}|背景音乐|音乐|配乐)?"

EXACT_SIZE = r"\b(?P<w>\d{3,4})\s*(?:x|×|\*|by|乘)\s*(?P<h>\d{3,4})(?!\d)"
SHORT_SIDE = r"\b(?P<p>480|720|1080|1440|2160)\s?p\b"
FRAME_RATE = (r"\b(?P<n>\d{1,3})\s*(?:fps|frames? (?:per|a) second)", r"(?P<n>\d{1,3})\s*帧(?:每秒)?")
BLUR = (
    r"\b(?:use (?:the |a )?)?blur(?:red|ry)? background(?: thing)?(?: instead of black bars)?",
    r"\bblur(?:red)? the background|模糊背景|背景模糊",
)
BACKGROUND = (
    r"(?<![a-z])(?:{colour})(?:的)? ?(?:backgrounds?|bars?|borders?|背景)(?: behind them)?",
    r"背景(?:用|改成|改为|换成|是|为)?(?:{colour})",
)
CONTAIN = (
    r"\b(?:don'?t|do not|no|without) crop(?:ping)?(?: them| the photos| anything)?",
    r"\bshow (?:them|(?:the )?(?:whole )?(?:photos?|pictures?)) ?(?:whole)?\b|\buncropped|\bletterbox(?:ed)?",
    r"不裁剪|别裁剪|不要裁剪|完整显示",
)
COVER = (r"\bfill (?:the )?(?:frame|screen)|\bcrop to fill|\bfull[- ]bleed", r"填满|铺满|充满画面")

NO_MOTION = (
    rf"\b{NO} {ANY}(?:motion|movement|zoom(?:ing|s)?|ken burns|panning|effects)\b",
    r"\b(?:don'?t|do not|never) (?:zoom|pan|move)(?: (?:in|out|them|the photos))?\b",
    r"\b(?:keep|hold|leave) (?:the |them |it |everything |all )?(?:photos |pictures |images )?"
    r"(?:perfectly |completely |quite )?still\b",
    r"\b(?:photos|pictures|images) (?:perfectly |completely )?still\b|\bstatic(?: photos| pictures)?\b",
    r"(?:不要|去掉|没有|无|别)(?:运镜|动画|缩放|移动|动)|静止",
)
SOME_MOTION = (
    r"\bken[- ]burns(?: effects?)?\b",
    r"\b(?:some |slow |gentle |subtle )*(?:zooms?|zooming|pans?|panning|motion|movement)"
    r"(?: and (?:zooms?|pans?|zooming|panning))?\b",
    r"运镜|肯伯恩斯|缓慢移动",
)
AFTER_MOTION = r"(?: (?:on|over|for|to) (?:each|every|all)(?: photos?| pictures?| one)?)?"
NO_LOOK = (
    rf"\b{NO} {ANY}(?:filters?|looks?)\b|\boriginal colou?rs?\b|\bin colou?r\b|\bnormal colou?rs?\b",
    r"去掉滤镜|不要滤镜|原色",
)

EDIT_VERBS = (
    r"\b(?:title|caption|text|add|put|write|change|rename|says?|saying|called|remove|delete|drop|trim|shorten|move|swap)\b",
    r"标题|字幕|文字|写上|改成|改为|换成|添加|加上|删",
)
THEN_EXPORT = (
    r"\b(?:and|then|,)\s+(?:then )?(?:please )?(?:export|download|render|save|send)\b",
    r"(?:然后|再|并|之后)(?:直接)?(?:导出|下载|发给我)",
)
EXPORT_FIRST = r"\W*(?:please |now |ok(?:ay)?,? )*(?:export|download|render|save|导出|下载)"
NOT_YET = (r"\b(?:don'?t|do not|not) (?:export|download|render|save)", r"(?:先别|不要|别)导出")
# What somebody wants to read in the film is no command.
COMMAND_AS_WORDS = (
    r"(?:says?|saying|reads?|called|named|title|标题|文字|写着)\W*(?:is |to |that says )?\W*"
    r"(?:export|download|credits?|status|导出|积分)",
)
CLOSING_CREDITS = (r"\b(?:end|closing|roll|opening|add|film|movie)\s+(?:the )?credits\b", r"⟦")
OWN_SONG = (
    r"\b(?:use|with|play|add|put)?\s*(?:in )?my (?:own )?(?:song|track|music|tune|audio)(?: file)?\b",
    r"我(?:的|自己的)(?:歌曲?|音乐|曲子)",
)
AS_MUSIC = r"(?: (?:as|for) (?:the |my )?(?:background )?(?:music|soundtrack|song|sound))?"
GREETING = (
    r"^\W*(?:hi|hello|hey|good (?:morning|evening|day)|thanks?(?: you)?|thank you|help|ok(?:ay)?)\b[\w' ]{0,12}\W*$",
    r"^\W*(?:what|how|who|why|can you help)\b(?!.*\b(?:make|film|video|slide ?show)\b)[^.]*\??\W*$",
    r"^\W*(?:你好|您好|嗨|谢谢|在吗|帮助)\W*$|你(?:能|会|可以)(?:做|干)什么",
)
