"""What the director says, in the language it is spoken to: one table, a line a language."""

from __future__ import annotations

from .lexicon import LANGUAGES

# Each phrase in the order of LANGUAGES: English, Chinese, Spanish, German, French, Japanese.
_PHRASES: dict[str, tuple[str, str, str, str, str, str]] = {
    "made": (
        "Here is your film: {photos}, {length}, {size}{extras}.",
        "影片做好了：{photos}，{length}，{size}{extras}。",
        "Aquí está tu vídeo: {photos}, {length}, {size}{extras}.",
        "Hier ist dein Film: {photos}, {length}, {size}{extras}.",
        "Voici votre film : {photos}, {length}, {size}{extras}.",
        "動画ができました：{photos}、{length}、{size}{extras}。",
    ),
    "photos": (
        "{count} photos", "{count} 张照片", "{count} fotos", "{count} Fotos", "{count} photos", "写真{count}枚",
    ),
    "photo": ("1 photo", "1 张照片", "1 foto", "1 Foto", "1 photo", "写真1枚"),
    "seconds": ("{count} s", "{count} 秒", "{count} s", "{count} s", "{count} s", "{count}秒"),
    "comma": (", ", "，", ", ", ", ", ", ", "、"),
    "semicolon": ("; ", "；", "; ", "; ", " ; ", "；"),
    "space": (" ", "", " ", " ", " ", ""),
    "and": (" and ", "、", " y ", " und ", " et ", "と"),
    "quoted": ("“{text}”", "“{text}”", "«{text}»", "„{text}“", "« {text} »", "「{text}」"),
    "done": ("Done: {changes}.", "好了：{changes}。", "Hecho: {changes}.", "Fertig: {changes}.", "C'est fait : {changes}.",
             "できました：{changes}。"),
    "and-more": ("{count} more changes", "另有 {count} 处改动", "{count} cambios más", "{count} weitere Änderungen",
                 "{count} autres changements", "ほか{count}件の変更"),
    "same": (
        "It is like that already, so nothing has changed.",
        "已经是这样了，没有改动。",
        "Ya está así; no ha cambiado nada.",
        "Das ist schon so; es hat sich nichts geändert.",
        "C'est déjà le cas ; rien n'a changé.",
        "すでにその状態なので、変更はありません。",
    ),
    "no-photos": (
        "Add some photos first, then tell me what the film should be like.",
        "请先添加照片，再告诉我想要什么样的影片。",
        "Añade primero unas fotos y dime después cómo quieres el vídeo.",
        "Füge zuerst Fotos hinzu und sag mir dann, wie der Film werden soll.",
        "Ajoutez d'abord des photos, puis dites-moi comment doit être le film.",
        "先に写真を追加してから、どんな動画にするか教えてください。",
    ),
    "nothing": (
        "I didn't find anything in that which I can do. You can say, for example: “make it 20 seconds and vertical”, "
        "“calm music at 30 %”, or “title: Summer by the sea”.",
        "这句话里没有我能做的事。可以试试：“改成竖屏，20秒”“轻柔的音乐，音量30%”或“标题：海边的夏天”。",
        "No he encontrado nada que pueda hacer. Puedes decir, por ejemplo: «en vertical y 20 segundos», "
        "«música tranquila al 30 %» o «título: Verano junto al mar».",
        "Darin habe ich nichts gefunden, was ich tun kann. Du kannst zum Beispiel sagen: „hochkant und 20 Sekunden“, "
        "„ruhige Musik mit 30 %“ oder „Titel: Sommer am Meer“.",
        "Je n'y ai rien trouvé que je puisse faire. Dites par exemple : « vertical et 20 secondes », "
        "« musique calme à 30 % » ou « titre : L'été à la mer ».",
        "できることが見つかりませんでした。たとえば「縦長で20秒にして」「静かな音楽を30%で」「タイトル：海辺の夏」のように言ってください。",
    ),
    "export-how": (
        "When the film is as you like it, say “export”.",
        "影片满意后，说“导出”就可以了。",
        "Cuando el vídeo esté a tu gusto, di «exporta el vídeo».",
        "Wenn dir der Film gefällt, sag „exportieren“.",
        "Quand le film vous plaît, dites « exporte la vidéo ».",
        "動画が気に入ったら「書き出して」と言ってください。",
    ),
    "welcome": (
        "Gladly. Tell me what to change, or say “export” when it is done.",
        "不客气。还想改什么就告诉我，满意了就说“导出”。",
        "Con gusto. Dime qué cambiar, o di «exporta el vídeo» cuando esté listo.",
        "Gern. Sag mir, was sich ändern soll, oder „exportieren“, wenn alles passt.",
        "Avec plaisir. Dites-moi quoi changer, ou « exporte la vidéo » quand c'est prêt.",
        "どういたしまして。変えたいところを教えてください。完成なら「書き出して」とどうぞ。",
    ),
    "not-understood": (
        "I didn't understand {parts}.",
        "没有听懂{parts}。",
        "No he entendido {parts}.",
        "Nicht verstanden habe ich {parts}.",
        "Je n'ai pas compris {parts}.",
        "{parts}は分かりませんでした。",
    ),
    "undone": (
        "The last change is undone.", "已撤销上一次改动。", "He deshecho el último cambio.",
        "Die letzte Änderung ist rückgängig gemacht.", "Le dernier changement est annulé.", "直前の変更を取り消しました。",
    ),
    "undone-many": (
        "The last {count} changes are undone.", "已撤销最近 {count} 次改动。", "He deshecho los últimos {count} cambios.",
        "Die letzten {count} Änderungen sind rückgängig gemacht.", "Les {count} derniers changements sont annulés.",
        "直前の{count}件の変更を取り消しました。",
    ),
    "redone": (
        "The change is back.", "已恢复该改动。", "El cambio está de vuelta.", "Die Änderung ist wieder da.",
        "Le changement est rétabli.", "変更を元に戻しました。",
    ),
    "no-undo": (
        "There is nothing to undo.", "没有可以撤销的改动。", "No hay nada que deshacer.",
        "Es gibt nichts rückgängig zu machen.", "Il n'y a rien à annuler.", "取り消せる変更はありません。",
    ),
    "no-redo": (
        "There is nothing to redo.", "没有可以重做的改动。", "No hay nada que rehacer.",
        "Es gibt nichts zu wiederholen.", "Il n'y a rien à rétablir.", "やり直せる変更はありません。",
    ),
    "no-such-number": (
        "There is no photo {number}: the film has {count}.",
        "没有第 {number} 张照片：影片共有 {count} 张。",
        "No hay foto {number}: el vídeo tiene {count}.",
        "Es gibt kein Foto {number}: der Film hat {count}.",
        "Il n'y a pas de photo {number} : le film en a {count}.",
        "{number}枚目の写真はありません（全部で{count}枚です）。",
    ),
    "no-such-name": (
        "There is no photo called “{name}”.", "没有名为“{name}”的照片。", "No hay ninguna foto llamada «{name}».",
        "Es gibt kein Foto namens „{name}“.", "Il n'y a pas de photo nommée « {name} ».", "「{name}」という写真はありません。",
    ),
    "not-in-film": (
        "“{name}” is not in the film.", "“{name}”不在影片里。", "«{name}» no está en el vídeo.",
        "„{name}“ ist nicht im Film.", "« {name} » n'est pas dans le film.", "「{name}」は動画に入っていません。",
    ),
    "ambiguous-name": (
        "“{name}” could be {names}. Which one?", "“{name}”可能是 {names}，是哪一张？", "«{name}» puede ser {names}. ¿Cuál?",
        "„{name}“ könnte {names} sein. Welches?", "« {name} » peut être {names}. Laquelle ?",
        "「{name}」は {names} のどれですか？",
    ),
    "which-two": (
        "Which two photos should change places?", "要交换哪两张照片？", "¿Qué dos fotos intercambio?",
        "Welche zwei Fotos sollen tauschen?", "Quelles deux photos faut-il échanger ?", "どの2枚を入れ替えますか？",
    ),
    "which-words": (
        "What should it say? For example: title: Summer by the sea.", "要写什么字？例如：标题：海边的夏天。",
        "¿Qué debe decir? Por ejemplo: título: Verano junto al mar.", "Was soll da stehen? Zum Beispiel: Titel: Sommer am Meer.",
        "Que doit-il dire ? Par exemple : titre : L'été à la mer.", "何と書きますか？例：タイトル：海辺の夏。",
    ),
    "what-between": (
        "Between what? Tell me a length or a volume.", "要取什么的中间值？请告诉我时长或音量。",
        "¿Entre qué? Dime una duración o un volumen.", "Zwischen was? Nenn mir eine Länge oder Lautstärke.",
        "Entre quoi ? Donnez-moi une durée ou un volume.", "何の中間ですか？長さか音量を教えてください。",
    ),
    "what-more": (
        "More of what?", "要调整什么？", "¿Más de qué?", "Mehr wovon?", "Plus de quoi ?", "何をもっと変えますか？",
    ),
    "removed-all": (
        "That would leave no photo at all, so I left it as it is.", "这样就一张照片都不剩了，所以没有改动。",
        "Así no quedaría ninguna foto; lo he dejado como estaba.", "Dann bliebe kein Foto übrig; es bleibt, wie es ist.",
        "Il ne resterait aucune photo ; je n'ai rien changé.", "写真が1枚も残らなくなるので、変更しませんでした。",
    ),
    "no-dates": (
        "None of these photos says when it was taken, so nothing changes.", "这些照片都没有拍摄时间，所以没有改动。",
        "Ninguna de estas fotos dice cuándo se tomó; no cambio nada.", "Keins dieser Fotos sagt, wann es entstand; es bleibt dabei.",
        "Aucune de ces photos n'indique sa date ; rien ne change.", "撮影日の分かる写真がないので、変更しませんでした。",
    ),
    "some-dates": (
        "{count} of the photos have no date; they come last.", "有 {count} 张照片没有日期，排在最后。",
        "{count} fotos no tienen fecha; van al final.", "{count} Fotos haben kein Datum; sie kommen zuletzt.",
        "{count} photos n'ont pas de date ; elles viennent à la fin.", "日付のない写真が{count}枚あり、最後に置きました。",
    ),
    "too-short": (
        "{count} photos need at least {least}, so that is the length now.", "{count} 张照片至少需要 {least}，已设为这个时长。",
        "{count} fotos necesitan al menos {least}; esa es ahora la duración.", "{count} Fotos brauchen mindestens {least}; so lang ist er jetzt.",
        "{count} photos demandent au moins {least} ; c'est la durée maintenant.", "写真{count}枚には最低{least}必要なので、その長さにしました。",
    ),
    "both-lengths": (
        "{whole} in all and {each} each don't go together; the whole length counts.",
        "总长{whole}与每张{each}不能同时满足，以总长为准。",
        "{whole} en total y {each} por foto no cuadran; vale el total.",
        "{whole} insgesamt und {each} je Foto passen nicht zusammen; die Gesamtlänge gilt.",
        "{whole} au total et {each} par photo ne vont pas ensemble ; le total compte.",
        "合計{whole}と1枚{each}は両立しないので、合計を優先しました。",
    ),
    "too-long": (
        "That is more than I can take in: say it in {most} characters at most.", "内容太长了，请控制在 {most} 个字符以内。",
        "Es demasiado largo: dilo en {most} caracteres como máximo.", "Das ist zu viel: sag es in höchstens {most} Zeichen.",
        "C'est trop long : dites-le en {most} caractères au plus.", "長すぎます。{most}文字以内でお願いします。",
    ),
    "too-long-film": (
        "A film can be {hours} hours long at most, so the lengths stay as they are.", "影片最长 {hours} 小时，时长保持不变。",
        "Un vídeo dura {hours} horas como máximo; las duraciones quedan igual.", "Ein Film dauert höchstens {hours} Stunden; die Längen bleiben.",
        "Un film dure {hours} heures au plus ; les durées restent.", "動画は最長{hours}時間なので、長さは変えませんでした。",
    ),
    "no-length": (
        "A length must be more than nothing, so it stays as it is.", "时长必须大于零，所以没有改动。",
        "La duración debe ser mayor que cero; queda igual.", "Eine Länge muss größer als null sein; es bleibt dabei.",
        "Une durée doit être positive ; rien ne change.", "長さは0より大きくしてください。変更しませんでした。",
    ),
    "frame-size": (
        "A frame's sides can be {least} to {most} pixels.", "画面边长可为 {least} 到 {most} 像素。",
        "Los lados pueden medir de {least} a {most} píxeles.", "Die Seiten können {least} bis {most} Pixel haben.",
        "Les côtés peuvent avoir de {least} à {most} pixels.", "画面の辺は{least}〜{most}ピクセルです。",
    ),
    "frame-rate": (
        "The frame rate can be up to {most}.", "帧率最高为 {most}。", "La velocidad llega hasta {most} fps.",
        "Die Bildrate kann bis {most} gehen.", "La cadence va jusqu'à {most}.", "フレームレートは{most}までです。",
    ),
    "no-song": (
        "There is no song of yours yet: drop one beside the photos.", "还没有您自己的歌曲：请把它和照片一起拖进来。",
        "Aún no hay ninguna canción tuya: suéltala junto a las fotos.", "Es gibt noch kein Lied von dir: leg eins zu den Fotos.",
        "Il n'y a pas encore de chanson à vous : déposez-la près des photos.", "曲がまだありません。写真と一緒に追加してください。",
    ),
    "no-music": (
        "There is no music yet. Say, for example, “calm music”.", "还没有音乐。可以说“加轻柔的音乐”。",
        "Todavía no hay música. Di, por ejemplo, «música tranquila».", "Es gibt noch keine Musik. Sag zum Beispiel „ruhige Musik“.",
        "Il n'y a pas encore de musique. Dites par exemple « musique calme ».", "まだ音楽がありません。「静かな音楽を入れて」のように言ってください。",
    ),
    "no-transitions": (
        "There are no transitions yet.", "还没有转场。", "Todavía no hay transiciones.", "Es gibt noch keine Übergänge.",
        "Il n'y a pas encore de transitions.", "まだトランジションがありません。",
    ),
    "no-motion": (
        "The photos stand still; say “zoom in” to let them move.", "照片是静止的；说“慢慢放大”就会动起来。",
        "Las fotos están fijas; di «acercamiento» para moverlas.", "Die Fotos stehen still; sag „heranzoomen“.",
        "Les photos sont fixes ; dites « zoom avant ».", "写真は静止しています。「ズームイン」と言ってください。",
    ),
    "no-clip": (
        "There is no video clip in it.", "里面没有视频片段。", "No hay ningún clip de vídeo.", "Es ist kein Videoclip darin.",
        "Il n'y a pas de clip vidéo.", "動画クリップがありません。",
    ),
    "clip-length": (
        "{name} is {length} long, so that part isn't there.", "{name} 只有 {length}，没有那一段。",
        "{name} dura {length}; esa parte no existe.", "{name} ist {length} lang; den Teil gibt es nicht.",
        "{name} dure {length} ; cette partie n'existe pas.", "{name}は{length}なので、その部分はありません。",
    ),
    "not-neighbours": (
        "Those two photos don't follow each other.", "这两张照片不相邻。", "Esas dos fotos no van seguidas.",
        "Die beiden Fotos folgen nicht aufeinander.", "Ces deux photos ne se suivent pas.", "その2枚は隣り合っていません。",
    ),
    "no-texts": (
        "There are no words in the film yet.", "影片里还没有文字。", "Todavía no hay texto en el vídeo.",
        "Es ist noch kein Text im Film.", "Il n'y a pas encore de texte dans le film.", "まだ文字がありません。",
    ),
    "no-such-text": (
        "There is no such text in the film.", "影片里没有这样的文字。", "No hay ese texto en el vídeo.",
        "So einen Text gibt es im Film nicht.", "Il n'y a pas de tel texte.", "そのような文字はありません。",
    ),
    "no-such-words": (
        "Nothing in the film says “{text}”.", "影片里没有“{text}”。", "Nada en el vídeo dice «{text}».",
        "Nirgends im Film steht „{text}“.", "Rien dans le film ne dit « {text} ».", "「{text}」という文字はありません。",
    ),
    "more-captions": (
        "There are {count} captions for {photos} photos; the rest is left out.", "有 {count} 条字幕、{photos} 张照片，多出的没有用。",
        "Hay {count} textos para {photos} fotos; sobran algunos.", "{count} Texte für {photos} Fotos; der Rest entfällt.",
        "{count} légendes pour {photos} photos ; le reste est laissé.", "字幕{count}件に対し写真は{photos}枚なので、余りは使いませんでした。",
    ),
    "after-end": (
        "The film ends before that.", "影片在那之前就结束了。", "El vídeo termina antes.", "Der Film endet vorher.",
        "Le film se termine avant.", "動画はそれより前に終わります。",
    ),
    "twins": (
        "{names} look nearly alike; say so if one should go.", "{names} 几乎一样；如需去掉一张请告诉我。",
        "{names} son casi iguales; dime si quito alguna.", "{names} sehen fast gleich aus; sag, ob eins weg soll.",
        "{names} se ressemblent beaucoup ; dites si l'une doit partir.", "{names} はほぼ同じです。外す場合は教えてください。",
    ),
    "blurred": (
        "{names} is out of focus.", "{names} 不太清晰。", "{names} está desenfocada.", "{names} ist unscharf.",
        "{names} est floue.", "{names} はピンぼけです。",
    ),
    "export": (
        "I'll make the film now.", "现在开始导出影片。", "Ahora hago el vídeo.", "Ich erstelle den Film jetzt.",
        "Je fais le film maintenant.", "これから動画を書き出します。",
    ),
    "credits": (
        "Here is your balance.", "这是您的余额。", "Este es tu saldo.", "Hier ist dein Guthaben.", "Voici votre solde.", "残高はこちらです。",
    ),
    "status": ("{summary}",) * 6,
    "upload": (
        "Drop the files on the panel, or choose them with “Add photos”.", "把文件拖到面板上，或点击“添加照片”。",
        "Suelta los archivos en el panel o elígelos con «Add photos».", "Leg die Dateien auf das Feld oder wähle sie mit „Add photos“.",
        "Déposez les fichiers sur le panneau, ou choisissez-les avec « Add photos ».", "ファイルをパネルにドロップするか、「Add photos」で選んでください。",
    ),
    "next": (
        "Next you can change the length, the music or the title, or export it.", "接下来可以调整时长、音乐或标题，也可以直接导出。",
        "Ahora puedes cambiar la duración, la música o el título, o exportarlo.", "Jetzt kannst du Länge, Musik oder Titel ändern oder exportieren.",
        "Vous pouvez maintenant changer la durée, la musique ou le titre, ou l'exporter.", "次は長さ・音楽・タイトルを変えるか、書き出しができます。",
    ),
    # Labels of what changed, and what the first film has
    "label-size": ("frame", "画面", "formato", "Format", "format", "画面"),
    "label-fps": ("frame rate", "帧率", "fotogramas", "Bildrate", "cadence", "フレームレート"),
    "label-background": ("background", "背景", "fondo", "Hintergrund", "fond", "背景"),
    "label-length": ("length", "时长", "duración", "Länge", "durée", "長さ"),
    "label-photos": ("photos", "照片", "fotos", "Fotos", "photos", "写真"),
    "label-order": ("order", "顺序", "orden", "Reihenfolge", "ordre", "順番"),
    "label-motion": ("motion", "运镜", "movimiento", "Bewegung", "mouvement", "動き"),
    "label-amount": ("amount of motion", "运镜幅度", "intensidad", "Bewegungsstärke", "intensité", "動きの強さ"),
    "label-look": ("look", "滤镜", "filtro", "Look", "filtre", "フィルター"),
    "label-fit": ("framing", "构图", "encuadre", "Bildausschnitt", "cadrage", "構図"),
    "label-transition": ("transitions", "转场", "transiciones", "Übergänge", "transitions", "トランジション"),
    "label-music": ("music", "音乐", "música", "Musik", "musique", "音楽"),
    "label-volume": ("music volume", "音量", "volumen", "Lautstärke", "volume", "音量"),
    "label-fade": ("music fades", "音乐淡入淡出", "fundidos de música", "Musikblenden", "fondus de la musique", "音楽のフェード"),
    "label-sound": ("clip sound", "片段原声", "sonido del clip", "Clipton", "son du clip", "クリップの音"),
    "label-text": ("text", "文字", "texto", "Text", "texte", "文字"),
    "label-title": ("title", "标题", "título", "Titel", "titre", "タイトル"),
    "label-caption": ("caption", "字幕", "leyenda", "Bildtext", "légende", "字幕"),
    "label-credit": ("closing words", "片尾文字", "texto final", "Schlusstext", "mot de la fin", "締めの言葉"),
    "change": ("{label} {before} → {after}", "{label} {before} → {after}", "{label} {before} → {after}",
               "{label} {before} → {after}", "{label} {before} → {after}", "{label} {before} → {after}"),
    "added": ("{label} added: {what}", "加了{label}{what}", "{label}: {what} (nuevo)", "{label} neu: {what}",
              "{label} : {what} (nouveau)", "{label}を追加：{what}"),
    "gone": ("{label} removed: {what}", "去掉了{label}{what}", "{label} fuera: {what}", "{label} entfernt: {what}",
             "{label} enlevé : {what}", "{label}を削除：{what}"),
    "restyled": ("{label} {what}: {how}", "{label}{what}：{how}", "{label} {what}: {how}", "{label} {what}: {how}",
                 "{label} {what} : {how}", "{label}{what}：{how}"),
    "of": ("{label} of {names}", "{names} 的{label}", "{label} de {names}", "{label} von {names}", "{label} de {names}",
           "{names}の{label}"),
    "style-color": ("colour", "颜色", "color", "Farbe", "couleur", "色"),
    "style-size": ("size", "大小", "tamaño", "Größe", "taille", "大きさ"),
    "style-other": ("style", "样式", "estilo", "Stil", "style", "スタイル"),
    "with-music": ("{mood} music at {volume} %", "{mood}音乐，音量 {volume}%", "música {mood} al {volume} %",
                   "Musik ({mood}) mit {volume} %", "musique {mood} à {volume} %", "音楽（{mood}）音量{volume}%"),
    "with-text": ("the {label} {what}", "{label}{what}", "el {label} {what}", "{label} {what}", "{label} {what}", "{label}{what}"),
    "with-look": ("{kind} look", "{kind}滤镜", "filtro {kind}", "Look: {kind}", "filtre {kind}", "{kind}フィルター"),
    "with-transitions": ("{kind} transitions", "{kind}转场", "transiciones {kind}", "Übergänge: {kind}", "transitions {kind}",
                         "{kind}トランジション"),
    "with-motion": ("gentle motion", "缓慢运镜", "movimiento suave", "sanfte Bewegung", "mouvement doux", "ゆるやかな動き"),
    "with-whole": ("photos shown whole", "照片完整显示", "fotos enteras", "Fotos ganz zu sehen", "photos entières", "写真全体を表示"),
    "order-taken": ("in the order they were taken", "按拍摄时间排序", "por fecha", "nach Aufnahmedatum", "par date", "撮影順"),
    "order-newest": ("newest first", "从新到旧", "las más nuevas primero", "neueste zuerst", "les plus récentes d'abord", "新しい順"),
    "order-name": ("sorted by name", "按名称排序", "por nombre", "nach Namen", "par nom", "名前順"),
    "order-turned": ("in reverse order", "倒序", "en orden inverso", "umgekehrt", "en ordre inverse", "逆順"),
    "order-shuffle": ("shuffled", "随机排序", "mezcladas", "gemischt", "mélangées", "シャッフル"),
    "order-given": ("in the order given", "按原来的顺序", "en el orden dado", "in der gegebenen Reihenfolge", "dans l'ordre donné", "元の順番"),
    "mixed": ("mixed", "多种", "varias", "gemischt", "variées", "いろいろ"),
    "none": ("none", "无", "ninguno", "keine", "aucun", "なし"),
    "cut": ("cut", "硬切", "corte", "Schnitt", "coupe", "カット"),
}  # fmt: skip

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
    "wipe-left": ("向左擦除", "cortinilla izquierda", "Wischen nach links", "volet gauche", "左ワイプ"),
    "wipe-right": ("向右擦除", "cortinilla derecha", "Wischen nach rechts", "volet droite", "右ワイプ"),
    "slide-left": ("向左滑入", "deslizar a la izquierda", "Schieben nach links", "glissement gauche", "左スライド"),
    "slide-right": ("向右滑入", "deslizar a la derecha", "Schieben nach rechts", "glissement droite", "右スライド"),
    "zoom": ("缩放", "zoom", "Zoom", "zoom", "ズーム"),
    "circle": ("圆形展开", "círculo", "Kreis", "cercle", "サークル"),
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
}  # fmt: skip


def name_of(language: str, name: str) -> str:
    """A name of the vocabulary in the words of a language."""
    known = _NAMES.get(name)
    place = LANGUAGES.index(language) if language in LANGUAGES else 0
    return known[place - 1] if known and place else name.replace("-", " ")


def say(language: str, key: str, **values: object) -> str:
    """One phrase in one of `LANGUAGES`; others get English."""
    place = LANGUAGES.index(language) if language in LANGUAGES else 0
    return _PHRASES[key][place].format(**values)


def seconds(ms: int, language: str) -> str:
    return say(language, "seconds", count=f"{round(ms / 1000, 2):g}")
