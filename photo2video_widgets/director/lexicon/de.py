"""German."""

WORDS = {
    "parity:2": "die geraden|geraden|gerade bilder|geraden bilder",
    "parity:1": "die ungeraden|ungeraden|ungerade|ungeraden bilder",
    "trans:clouds": "wolken|wolkenblende|wolkenübergang|helligkeitsmaske|lumablende",
    "trans:pixelate": "verpixeln|pixel|verpixelt|pixelblende|mosaik",
    "trans:blinds": "jalousie|jalousien|jalousieblende|lamellen",
    "trans:clock": "uhrblende|uhrzeigerblende|uhr|uhrwischer|radialblende",
    "trans:reveal": "aufdecken|enthüllen|freilegen|aufdeckung|enthüllung",
    "trans:cover": "überdecken|überdeckung|drüberschieben|zudecken|abdecken",
    "supposed": "was passiert wenn|was wäre wenn",
    "beside:before": "das davor|das bild davor|das foto davor|die davor",
    "beside:after": "das danach|das bild danach|das foto danach|das dahinter|das nächste",
    "photo": "foto|fotos|bild|bilder|bildern|aufnahme|aufnahmen|dias",
    "clip": "clip|clips|videoclip",
    "film": (
        "video|film|diashow|slideshow|videos|filmchen|präsentation|ganzes video|ganze video|ganzen film|"
        "ganzer film|ganze film|fotofilm|kurzfilm"
    ),
    "music": (
        "musik|lied|song|hintergrundmusik|soundtrack|melodie|titelmusik|stück|songs|musikstück|mucke|"
        "musike|gedudel|beschallung|liedchen|musik aus|musik abschalten"
    ),
    "volume": "lautstärke|musiklautstärke",
    "sound": "ton|originalton|eigenton|clipton|originaltons|tonspur|geräusche",
    "title": "titel|überschrift|titels|vorspann|anfangstitel",
    "caption": "untertitel|beschriftung|bildunterschrift|beschriftungen|bildunterschriften|beschrifte",
    "credit": "abspann|schlusstext|schlusstitel|endtitel|abspanntext|schlussworte|credits",
    "text": "text|texte|schrift|worte|wörter|schriftzug|textzeile|schriftart",
    "transition": ("übergang|übergänge|überblendung|überblendungen|übergängen|übergangseffekt|ueberblendung|uebergang"),
    "motion": "bewegung|bewegungen|kamerabewegung|kamerafahrt|kamera|animation|kamerafahrten",
    "motion:any": (
        "gezoome|gezoom|zoomerei|bewegungseffekt|zoom|zooms|ken burns|ken-burns|ken-burns-effekt|schwenk|"
        "schwenks|zoomeffekt|zoomen|gezoomt|zoome|zoomt"
    ),
    "look": "filter|farbstimmung|farbfilter|farbton|farblook",
    "effects": "effekte|effekt|spezialeffekte|effekten",
    "background": "hintergrund|hintergrundfarbe|rand|ränder|hintergrunds",
    "bars": "schwarze balken|schwarzen balken|balken",
    "order": "reihenfolge|anordnung|abfolge",
    "length": (
        "doppelt so lang|doppelt so lange|halb so lang|halb so lange|zweimal so lang|dreimal so lang|länge|"
        "dauer|laufzeit|anzeigedauer|dauern|dauert|spieldauer|gesamtlänge"
    ),
    "pace": "tempo|geschwindigkeit|rhythmus",
    "frame": "format|seitenverhältnis|bildformat|auflösung|bildschirm|größe",
    "rate": "fps|bildrate|bilder pro sekunde",
    "names": "dateiname|dateinamen|namen der datei|dateinamens|namen der dateien",
    "dates": "aufnahmedatum|datum|aufnahmedaten|aufnahmezeit|aufnahmetag",
    "trans:crossfade": (
        "überblenden|ineinander überblenden|ineinander übergehen|ineinander verschmelzen|"
        "überblenden|weiche überblendung|kreuzblende|kreuzblenden|blenden|weiche überblendungen|"
        "weiche blende|blende|weiche blenden|überblendet|überblende"
    ),
    "trans:dissolve": "auflösen|dissolve|auflösung zwischen",
    "trans:fade-black": (
        "schwarzblende|schwarzblenden|über schwarz|ins schwarze|durch schwarz|abblende ins schwarz|"
        "blende durch schwarz|abblende|nach schwarz"
    ),
    "trans:fade-white": "weißblende|weißblenden|über weiß|durch weiß|weißblitz|weissblende",
    "trans:wipe": (
        "wischen|wischblende|wisch|wischblenden|wischeffekt|wischübergang|reinwischen|wischt|"
        "hereinwischen|wischend|wegwischen|wischen lassen"
    ),
    "trans:slide": (
        "schieben|hineinschieben|einschieben|reinschieben|gleiten|slide|hereinschieben|hineingleiten|"
        "reingleiten|schiebeübergang|einschiebt|reingeschoben|reinrutschen|reinfliegen|hereingleiten|"
        "reinsliden"
    ),
    "trans:push": "wegschieben|push|verdrängen|rausschieben|wegdrücken",
    "trans:zoom": "zoomübergang|zoom-übergang|zoomübergänge|zoom-übergänge",
    "trans:circle": "kreis|kreisblende|iris|kreise|irisblende|kreisblenden",
    "trans:blur": "unschärfeübergang|unschärfe-übergang|weichzeichner|unschärfeblende|unschärfe",
    "cut": (
        "schnitt|schnitte|harte schnitte|harter schnitt|harten schnitten|hart schneiden|harte schnitt|harten schnitt"
    ),
    "fadeout": (
        "ausblenden|ausklingen|ausblende|ausfaden|blende aus|leise ausklingen|ausgeblendet|"
        "langsam ausblenden|ausklingen lassen|ausblendet"
    ),
    "fadein": "einblenden|einblende|einfaden|langsam einblenden|eingeblendet",
    "motion:zoom-in": (
        "reinzoomen|hineinzoomen|ranzoomen|heranzoomen|zoom rein|langsam reinzoomen|"
        "heranzoomen|reinzoomen|hineinzoomen|zoom in|einzoomen|zoome hinein|zoome rein|ranzoomen|heranfahren|"
        "zoome heran|reinzoomt|hineinzoom|heranzoom"
    ),
    "motion:zoom-out": (
        "rauszoomen|herauszoomen|langsam rauszoomen|zoom raus|zoom heraus|"
        "herauszoomen|rauszoomen|wegzoomen|zoom out|auszoomen|zoome heraus|zoome raus|wegfahren|rauszoomt"
    ),
    "motion:pan": "schwenken|schwenke über",
    "motion:pan-left": (
        "schwenk nach links|schwenken nach links|nach links schwenken|schwenke nach links|linksschwenk"
    ),
    "motion:pan-right": (
        "schwenk nach rechts|schwenken nach rechts|nach rechts schwenken|schwenke nach rechts|rechtsschwenk"
    ),
    "motion:pan-up": "schwenk nach oben|nach oben schwenken|schwenke nach oben",
    "motion:pan-down": "schwenk nach unten|nach unten schwenken|schwenke nach unten",
    "motion:none": (
        "stillstehen|ruhig stehen|unbewegt|statisch|still|starr|stehen bleiben|nicht bewegen|stillstehend|"
        "stehend|unbeweglich|bewegungslos|nicht bewegt|bewegt sich nicht|bewegen sich nicht|"
        "nicht mehr bewegen|bewegungslos bleiben|ruhig bleiben|stillhalten|still halten|stillstehn|"
        "soll sich nicht bewegen|sollen sich nicht bewegen"
    ),
    "alternate": "abwechselnd|im wechsel|wechselnd|abwechseln",
    "leftright": "von links nach rechts|von links|nach rechts",
    "rightleft": "von rechts nach links|von rechts|nach links",
    "bottomtop": "von unten nach oben|von unten|nach oben",
    "toptobottom": "von oben nach unten|von oben|nach unten",
    "mood:upbeat": (
        "schwungvoll|schwungvolle|energiegeladen|energiegeladene|mitreißend|mitreißende|flott|flotte|"
        "peppig|peppige|flotter|energisch|energische|antreibend|wumms|schmackes|pepp|power|was flottes|"
        "flottes|fetzig|fetzige|fetziges|was fetziges|was peppiges|peppiges|schwungvolles|fetziger|"
        "peppiger|treibend|treibende|mitreißendes"
    ),
    "mood:calm": (
        "ruhig|ruhige|ruhiger|entspannt|entspannte|sanft|sanfte|leise musik|gemütlich|friedlich|"
        "beruhigend|entspannend|sanfter|ruhigere|entspannende|beruhigende|friedliche|ruhiges|sanftes|"
        "was ruhiges|was sanftes|entspanntes|gemütliches|chillig|chilliges|chillige|besinnlich|"
        "besinnliche|ruhigen|sanften"
    ),
    "mood:cinematic": "filmisch|filmische|filmmusik|kinoreif",
    "mood:ambient": "atmosphärisch|atmosphärische|ambient",
    "mood:acoustic": "akustisch|gitarre|akustikgitarre|akustische|gitarrenmusik|folk",
    "mood:romantic": (
        "romantisch|romantische|liebeslied|hochzeitsmusik|romantischer|verliebt|romantisches|"
        "was romantisches|kuschelmusik|kuschelrock|romantischen"
    ),
    "mood:happy": (
        "fröhlich|fröhliche|heiter|heitere|lustig|lustige|gut gelaunt|fröhlicher|glücklich|gute laune|"
        "fröhlichere|fröhliches|was fröhliches|heiteres|was lustiges|lustiges|gutgelaunt|gute-laune-musik|"
        "fröhlichen"
    ),
    "mood:epic": (
        "episch|epische|dramatisch|dramatische|heldenhaft|bombastisch|epischer|epischeres|episches|"
        "dramatischer|was episches|dramatisches|was dramatisches"
    ),
    "mood:jazz": "jazz|jazzig|jazzige|swing",
    "mood:electronic": "elektronisch|elektronische|techno|elektro|tanzmusik|elektronischer",
    "mood:piano": "klavier|piano|klaviermusik|klavierstück|klaviergeklimper|klavierklänge|pianomusik",
    "mood:classical": "klassisch|klassische|klassik|orchester|klassischer",
    "mood:hiphop": "rap|hip hop|hip-hop",
    "mood:rock": "rock|rockig|rockige|rockmusik",
    "mood:sad": (
        "traurig|traurige|melancholisch|melancholische|emotional|emotionale|wehmütig|trauriges|"
        "was trauriges|melancholisches|emotionales"
    ),
    "mood:holiday": ("weihnachtlich|weihnachtliche|weihnachten|weihnachtsmusik|weihnachtslied|festlich|festliche"),
    "mood:playful": "verspielt|verspielte|kindlich|kindgerecht|witzig|witzige|niedlich|für kinder",
    "mood:summer": "sommerlich|sommerliche|tropisch|tropische|sommermusik|sommerhit",
    "mood:corporate": "geschäftlich|business|firmen|professionell",
    "look:mono": (
        "schwarzweiß|schwarz-weiß|schwarz weiß|schwarzweiss|schwarz-weiss|s/w|sw|schwarz weiss|"
        "schwarz und weiß|graustufen|monochrom|schwarz/weiß"
    ),
    "look:sepia": "sepia|bräunlich",
    "look:warm": ("warm|wärmer|warme farben|warme|wärmere farben|warme töne|wärmere|warmer|warmen|wärmere töne"),
    "look:cool": ("kühl|kühler|kalt|kalte farben|kühle|kältere farben|kühlere|kühle farben|kühle töne|kälter"),
    "look:vivid": (
        "kräftig|kräftige farben|lebendig|gesättigt|leuchtend|bunter|kräftigere farben|kräftiger|knallig|"
        "knallige farben|lebendige farben|leuchtende farben|lebendigere farben|intensivere farben|sättigung|"
        "farbenfroh"
    ),
    "look:vintage": (
        "altes foto|alte fotos|wie ein altes foto|alter film|alten film|"
        "retro|vintage|alt aussehend|alter film|nostalgisch|altmodisch|wie früher|wie ein alter film"
    ),
    "look:faded": "verblasst|blass|matt|verwaschen|ausgeblichen",
    "look:soft": "weich|verträumt|weichgezeichnet|traumhaft|weicher look",
    "look:none": (
        "in farbe|normale farben|originalfarben|farbig|bunt|normaler farbe|ohne filter|natürliche farben|"
        "normalen farben|farbe"
    ),
    "shape:9:16": (
        "hochformat|vertikal|hochkant|tiktok|reel|reels|story|stories|shorts|whatsapp-status|whatsapp status|"
        "fürs handy|instagram story|instagram-reel|instagram reel|hochkantvideo|insta-story|instagram-story|"
        "instagram-stories|handyformat"
    ),
    "shape:1:1": "quadratisch|quadrat|quadratisches|quadratformat|quadratische",
    "shape:4:5": "instagram-post|instagram post|instagram-beitrag|instagram beitrag",
    "shape:16:9": (
        "querformat|horizontal|breitbild|youtube|fernseher|breit|quer|widescreen|fürs fernsehen|breitformat|tv|beamer"
    ),
    "color:#ffffff": "weiß|weiss|weiße|weißen|weißer|weißem|weißes",
    "color:#000000": "schwarz|schwarze|schwarzen|schwarzer|schwarzem|schwarzes",
    "color:#808080": "grau|graue|grauen|grauer",
    "color:#e53935": "rot|rote|roten|roter|rotes|rotem",
    "color:#fb8c00": "orange",
    "color:#fdd835": "gelb|gelbe|gelben|gelber|gelbes",
    "color:#ffc107": "gold|golden|goldene|goldener|goldenen|goldfarben",
    "color:#43a047": "grün|grüne|grünen|grüner|grünes",
    "color:#00897b": "petrol",
    "color:#00bcd4": "türkis|cyan",
    "color:#1e88e5": "blau|blaue|blauen|blauer|dunkelblau|hellblau|blaues",
    "color:#8e24aa": "lila|violett|purpur",
    "color:#f06292": "rosa|pink",
    "blur": (
        "unscharf|verschwommen|unscharfer|verschwommener|unscharfen|verschwommenen|weichgezeichneter|"
        "unscharfem|verschwommenem"
    ),
    "place:center": "mitte|zentriert|mittig|in die mitte|in der mitte|zentrum",
    "place:top": "oben|oberen rand|ganz oben|am oberen rand|an den oberen rand",
    "place:bottom": "unten|unteren rand|ganz unten|am unteren rand|an den unteren rand",
    "place:left": "links",
    "place:right": "rechts",
    "place:top-left": "oben links|links oben|linke obere ecke|linken oberen ecke",
    "place:top-right": "oben rechts|rechts oben|rechte obere ecke|rechten oberen ecke",
    "place:bottom-left": "unten links|links unten|linke untere ecke",
    "place:bottom-right": "unten rechts|rechts unten|rechte untere ecke",
    "add": (
        "füge|hinzufügen|füg|dazu|hinzu|ergänze|mit|gib|leg|unterlege|einfügen|setz|setze|will|möchte|"
        "brauche|hätte gern|untermale|füge ein|wünsche|blende|draufmachen|draufpacken|reinmachen|"
        "reinpacken|draufschreiben"
    ),
    "remove": (
        "fliegt raus|fliegt|kommt weg|kommt raus|rauswerfen|kick|kann weg|können weg|muss weg|müssen weg|"
        "lösche|lösch|entferne|entfern|weg|raus|streiche|nimm weg|wirf raus|schmeiß raus|löschen|"
        "entfernen|wegnehmen|weglassen|nimm raus|rausnehmen|lass weg|rausschmeißen|streich|nimm heraus|"
        "herausnehmen|raus damit|muss raus|soll weg|wegmachen|nimm|fliegen raus|kannst du löschen|tu weg|"
        "tu raus|hau raus|haue raus|rausnehmen bitte|raushauen|rausschneiden|kann raus|können raus|"
        "darf raus|soll raus|sollen raus|rausgeworfen|ausmachen|abschalten|weg damit|raus bitte|musik aus|"
        "musik abschalten|abstellen|ausschalten"
    ),
    "not": "kein|keine|ohne|nicht|keinen|keinerlei|nie|keiner|nichts|keins|keinem",
    "set": (
        "mach|mache|ändere|ändern|setze|stelle|stell|soll|sollen|soll sein|mach daraus|wechsle|wandle|auf|"
        "werden|sollte|machen|umstellen|ändre|bitte auf|sein|wäre|ändert|umwandeln|färbe"
    ),
    "use": "verwende|benutze|nutze|nimm|probier|wähle|verwenden|nehmen",
    "instead": "statt|anstatt|anstelle",
    "replace": "ersetze|ersetz|tausche aus|ersetzen|austauschen",
    "keep": "behalte|behalt|lass|lasse|beibehalten|bleibt|bleiben|behalten|lassen|lasst",
    "unchanged": ("wie es ist|unverändert|gleich|so wie es ist|so lassen|wie sie sind|wie gehabt|alles andere bleibt"),
    "only": "nur|lediglich|ausschließlich|nur noch|verwende nur|nimm nur|bloß|behalte nur",
    "show": (
        "zeige|zeig|anzeigen|sichtbar|zu sehen|stehen|einblenden|stehen lassen|gezeigt|angezeigt|"
        "zu sehen sein|stehen bleiben|zeigen"
    ),
    "move": (
        "verschiebe|verschieb|bewege|setze|stelle|schieb|schiebe|pack|packe|verschieben|bring|kommt|kommen|"
        "gehört|rücke|häng|hänge|zieh|ziehe|hau|haue|rück|stell|tu|schubs"
    ),
    "swap": (
        "tausche|vertausche|tausch|wechsle|vertausch|tauschen|vertauschen|plätze tauschen|austauschen|"
        "umtauschen|platz tauschen|die plätze tauschen|tauscht"
    ),
    "reverse": (
        "umgekehrt|rückwärts|umdrehen|dreh um|andersherum|umgekehrte reihenfolge|kehre um|anders herum|"
        "andersrum|drehe um|umkehren|kehr um|von hinten nach vorne|in umgekehrter reihenfolge|"
        "umgekehrter reihenfolge|umgedreht"
    ),
    "shuffle": (
        "mische|misch|zufällig|durcheinander|zufällige reihenfolge|mischen|zufälliger reihenfolge|"
        "durchmischen|durcheinanderwürfeln"
    ),
    "sort": "sortiere|sortier|sortiert|ordne|ordnen|sortieren|geordnet",
    "by:taken": (
        "in der ich sie aufgenommen hab|in der ich sie aufgenommen habe|in der sie aufgenommen wurden|"
        "wie ich sie aufgenommen hab|wie aufgenommen|in der sie entstanden sind|wie sie entstanden sind|"
        "älteste zuerst|ältestes zuerst|von alt nach neu|das älteste zuerst|vom ältesten zum neuesten|"
        "nach datum|chronologisch|nach aufnahmedatum|älteste zuerst|chronologische reihenfolge|"
        "in der reihenfolge der aufnahme|nach aufnahmezeit|zeitlich|nach aufnahme|"
        "chronologischer reihenfolge|wie sie aufgenommen wurden"
    ),
    "by:newest": (
        "neueste zuerst|neuestes zuerst|die neuesten zuerst|von neu nach alt|das neueste zuerst|"
        "vom neuesten zum ältesten|"
        "neueste zuerst|die neuesten zuerst|vom neuesten zum ältesten"
    ),
    "by:name": (
        "nach name|nach namen|alphabetisch|nach dateiname|nach dateinamen|nach nummer|nach nummern|"
        "alphabetischer reihenfolge|nach dem namen"
    ),
    "by:given": (
        "ursprüngliche reihenfolge|originalreihenfolge|ursprünglichen reihenfolge|alte reihenfolge|"
        "ursprünglicher reihenfolge|wie hochgeladen|alten reihenfolge"
    ),
    "again": (
        "noch einmal|nochmal|erneut|wiederhole|dupliziere|noch mal|verdopple das foto|wiederholen|nochmals|"
        "zeig nochmal|noch mal zeigen"
    ),
    "back": (
        "wieder rein|wieder hinein|wieder dazu|wieder dabei|zurückholen|hol zurück|wieder rein damit|"
        "wieder her|zurück|wiederherstellen|wieder hinzu|wieder einfügen|wieder|hol wieder rein|"
        "wieder zurück|wieder reinnehmen|wieder reinholen|reinholen"
    ),
    "undo": (
        "rückgängig|mach das rückgängig|zurücknehmen|widerrufen|wie vorher|so wie vorher|"
        "rückgängig machen|mach rückgängig|nimm das zurück|wie es vorher war|wie es war|wie zuvor|"
        "ne doch nicht|nee doch nicht|nein doch nicht|ach doch nicht|ach nee doch nicht|oder doch nicht|"
        "lieber doch nicht|ach lieber nicht|mach das wieder weg|zurück damit|mach das ungeschehen|"
        "einen schritt zurück|ein schritt zurück|nimm das wieder zurück|wieder wie vorher"
    ),
    "redo": (
        "doch wieder so|nochmal herstellen|"
        "wiederholen|wiederherstellen|noch einmal ausführen|doch wieder|redo|wieder herstellen"
    ),
    "changes": "änderung|änderungen|schritte|schritt|bearbeitungen",
    "start": (
        "beginne mit|fang mit|starte mit|anfangen mit|beginnt mit|fange mit|beginnen mit|los mit|startet mit|fängt mit"
    ),
    "end": (
        "ende mit|höre mit|hör mit|schließe mit|endet mit|enden mit|beende mit|aufhören mit|schluss mit|abschließen mit"
    ),
    "tostart": (
        "an den anfang|nach vorne|am anfang|als erstes|zuerst|an erste stelle|ganz nach vorn|anfang|"
        "nach vorn|als erste|ganz nach vorne|ganz vorne|beginn|ganz an den anfang|an die erste stelle|"
        "vorne|nach ganz vorne|nach ganz vorn|ganz nach vorne hin|an den beginn|vorne hin|nach vorne hin|"
        "an erster stelle"
    ),
    "toend": (
        "ans ende|am ende|zum schluss|als letztes|nach hinten|ganz ans ende|am schluss|ende|schluss|"
        "ganz nach hinten|ganz am ende|ans schluss|zuletzt|ganz zum schluss|an den schluss|hinten|"
        "an das ende|hinten dran|hintendran|ans ende dran|ganz hinten|ganz hinten hin|hinten hin|"
        "nach ganz hinten|an letzte stelle|zu guter letzt"
    ),
    "before": "vor|vor das|direkt vor|unmittelbar vor|bevor|vorm|vorn",
    "after": "nach|hinter|direkt nach|direkt hinter|hinter das|unmittelbar nach|gleich nach|hinterm|nachm",
    "between": "zwischen",
    "into": "hinein in",
    "and": "und|sowie|plus|auch|u",
    "then": "dann|danach|anschließend|und dann|aber|außerdem|während|doch|sondern",
    "each": (
        "pro bild|pro foto|je bild|je foto|pro stück|"
        "jedes|jede|jeder|pro foto|pro bild|je|jedes foto|jedes bild|jeweils|je foto|je bild|jedem foto|"
        "jedem bild|jedes einzelne|bei jedem foto|jedem"
    ),
    "all": (
        "alle|alles|allen|sämtliche|alle fotos|alle bilder|allen fotos|allen bildern|die fotos|die bilder|"
        "überall|ganzes|gesamte|das ganze|aller"
    ),
    "rest": (
        "der rest|den rest|die anderen|die restlichen|die übrigen|alle anderen|rest|anderen|restlichen|"
        "übrigen|alles andere|andere|allen anderen|andern|die andern|alle andern|den andern|alles andre|"
        "die andren|andren|übrige"
    ),
    "except": ("aber nicht|nur nicht|bloß nicht|außer beim|außer bei|außer|bis auf|ausgenommen|mit ausnahme"),
    "total": (
        "insgesamt|gesamt|gesamtlänge|gesamtdauer|das ganze|ganze|zusammen|im ganzen|gesamte|ganzen|gesamten|gesamtes"
    ),
    "same": (
        "gleich lang|gleich lange|gleichmäßig|gleiche länge|gleiche dauer|alle gleich lang|selbe länge|"
        "dieselbe dauer|die gleiche länge"
    ),
    "different": ("andere|anderes|anderer|anderen|ein anderes|eine andere|was anderes|etwas anderes|anderen song"),
    "vary": (
        "verschiedene|abwechslungsreich|unterschiedliche|jedes mal anders|immer anders|jedes mal ein anderer|"
        "gemischt|vielfältig|verschieden|jedesmal anders|abwechslung"
    ),
    "longer": (
        "länger|verlängere|zu kurz|verlänger|verlängern|längere|mehr zeit|langsamer stehen|nicht so kurz|"
        "länger als die anderen|länger als die andern|länger als der rest|länger als alle anderen|"
        "länger als die übrigen"
    ),
    "shorter": (
        "kürzer|verkürze|zu lang|kürze|verkürzen|kürzere|weniger zeit|verkürz|kürzen|zu langatmig|"
        "langatmig|zieht sich|dauert ewig|straffer|straffen|straff|zu ausgedehnt|nicht so lang|"
        "nicht so lange|nicht ganz so lang|kürzer als die anderen|kürzer als die andern|"
        "kürzer als der rest|kürzer als alle anderen|kürzer als die übrigen"
    ),
    "slower": (
        "zu abrupt|zu hart|zu ruckartig|langsamer|zu schnell|langsam|gemächlicher|verlangsame|verlangsamen|"
        "ruhigeres tempo|zu hektisch|nicht so schnell|nicht ganz so schnell"
    ),
    "faster": (
        "schneller|zu langsam|schnell|zügiger|beschleunige|flotter|beschleunigen|rasanter|temporeicher|"
        "schnelleres tempo|zackiger|nicht so langsam"
    ),
    "louder": (
        "lauter|zu leise|lauter machen|höre nicht|mach lauter|kaum zu hören|erhöhe die lautstärke|"
        "nicht zu hören|aufdrehen|hört man kaum|nicht hören|höher"
    ),
    "quieter": (
        "leiser|zu laut|leiser machen|dezenter|leise|reduziere|senke|verringere|leiser drehen|runterdrehen|"
        "dreh runter|runter|nicht so laut|nicht ganz so laut|bissl leiser"
    ),
    "bigger": "größer|zu klein|vergrößere|groß|vergrößern|größere|große|grösser|nicht so klein",
    "smaller": "kleiner|zu groß|verkleinere|klein|verkleinern|kleinere|kleine|nicht so groß|nicht ganz so groß",
    "more": "mehr|stärker|stärkere|noch mehr|noch stärker|intensiver",
    "less": (
        "nicht so sehr|nicht ganz so|nicht so stark|nicht so viel|weniger|schwächer|dezenter|schwächere|nicht so viel"
    ),
    "bit": (
        "ein bisschen|etwas|ein wenig|leicht|bisschen|wenig|ein klein wenig|minimal|ein kleines bisschen|"
        "bissl|ein bißchen|ein Stück"
    ),
    "much": "viel|deutlich|sehr|wesentlich|erheblich|viel zu",
    "double": (
        "doppelt so lang|doppelt|doppelte|verdopple|zweimal so lang|doppelt so lange|doppelten|verdoppeln|doppelt so"
    ),
    "triple": "dreifach|dreimal so lang|dreimal so|verdreifache",
    "halve": (
        "halb so lang|hälfte|halbiere|halb|auf die hälfte|die hälfte|halb so|halbieren|um die hälfte|"
        "halb so laut|halb so lange"
    ),
    "middle": "dazwischen|mittelweg|in der mitte dazwischen|irgendwo dazwischen|etwas dazwischen",
    "atmost": ("höchstens|maximal|nicht länger als|unter|weniger als|bis zu|max|nicht mehr als|kürzer als|nicht über"),
    "atleast": "mindestens|wenigstens|minimal|nicht kürzer als|mehr als|länger als",
    "about": (
        "etwa|ungefähr|rund|ca|circa|genau|so um die|zirka|exakt|punktgenau|glatt|haargenau|so ca|circa so|grob|so rund"
    ),
    "mute": "stumm|stummschalten|ton aus|ohne ton|tonlos|lautlos|schalte stumm",
    "trim": "kürze den clip|schneide den clip|zuschneiden auf",
    "crop": (
        "zuschneiden|beschneiden|abschneiden|beschnitten|abgeschnitten|beschneide|schneide ab|zugeschnitten|schneide zu"
    ),
    "contain": (
        "ganz zeigen|vollständig|komplett zeigen|ganze bilder|ganz sichtbar|ganze fotos|vollständig zeigen|"
        "komplett|ganze bild|ganz zu sehen|ganzes foto|im ganzen zeigen|komplett sichtbar"
    ),
    "fill": (
        "ausfüllen|füllen|bildschirmfüllend|formatfüllend|ganzen bildschirm|fülle|vollbild|füllend|"
        "bildfüllend|rahmenfüllend"
    ),
    "loop": "schleife|wiederholt|endlosschleife|in schleife",
    "says": (
        "blende ein|einblenden|blenden sie|"
        "nenn es|nenn das|nenne es|"
        "der sagt|lautet|namens|mit dem text|heißt|schreib|schreibe|nenne|mit der aufschrift|lauten|steht|"
        "mit den worten|mit dem titel|heißen|betitelt|benenne|benenn|stehen soll|schreiben"
    ),
    "from": "von|ab|beginnend bei",
    "to": "bis|zu|zum",
    "at": "bei|an|auf|über|am",
    "for": "für|während|lang",
    "in": "in|im|des|der",
    "it": "es|das|den|die|sie|ihn|dies|diese|dieses",
    "bold": "fett|fettgedruckt",
    "outline": "umrandung|kontur|umrandet",
    "throughout": (
        "die ganze zeit|durchgehend|im ganzen video|ganze zeit|während des ganzen videos|"
        "das ganze video über|dauerhaft|immer"
    ),
    "lastbut": "vorletzte|vorletztes|vorletzten|das vorletzte",
    "ord:last": "letzte|letzten|letztes|letzter|letztem",
    "ord:1": "erste|ersten|erstes|erster|erstem",
    "ord:2": "zweite|zweiten|zweites|zweiter|zweitem",
    "ord:3": "dritte|dritten|drittes|dritter|drittem",
    "ord:4": "vierte|vierten|viertes|vierter",
    "ord:5": "fünfte|fünften|fünftes|fünfter",
    "ord:6": "sechste|sechsten|sechstes",
    "ord:7": "siebte|siebten|siebtes|siebente",
    "ord:8": "achte|achten|achtes",
    "ord:9": "neunte|neunten|neuntes",
    "ord:10": "zehnte|zehnten|zehntes",
    "own": "mein lied|mein song|meine musik|meinen song|eigene musik|meine eigene",
    "half": "halbe|halber|halben|einhalb|halbes",
    "what": "was|wie|wann|wo|wer|warum|wetter|wieso|welche|welcher|welches",
    "help": "hilfe|was kannst du|wie funktioniert",
    "thanks": (
        "wie süß|süß|niedlich|herrlich|lustig|danke|super|toll|perfekt|prima|schön|klasse|vielen dank|"
        "wunderbar|gefällt mir|sehr schön|dankeschön|geil|mega|hammer|spitze|supi|cool|top|echt schön|"
        "echt toll|gut so|so ists gut|passt"
    ),
    "hello": "hallo|guten tag|moin|servus|guten morgen|hi|grüß gott",
    "yes": "ja|ok|okay|gut|genau|klar|einverstanden",
    "nope": (
        "entschuldigung|sorry|äh|ähm|ich meine|quatsch|ne|nee|nö|pardon|vielmehr|besser gesagt|nein|moment|"
        "eigentlich|halt|ach|lieber|warte|ich meinte|meinte|gemeint war|ich meinte natürlich|doch nicht"
    ),
    "make": (
        "erstelle|erstell|baue|produziere|generiere|bastle|erzeuge|stelle zusammen|mach mir|bau|erstellen|"
        "schneide|zusammenstellen|bastel"
    ),
    "bad": "unscharf|verwackelt|hässlich|schlecht|verwackelte|unscharfe|misslungen",
    "export": "exportiere|exportieren|herunterladen|hochladen|speichern|lade|exportiert",
    "filler": (
        "deswegen|deshalb|darum|daher|kannste|willste|machste|könntste|haste|biste|weswegen|sowieso|eh|"
        "reicht|reichen|genügt|genügen|drunter|darunter|druntergelegt|dazugelegt|unterlegt|haha|hihi|oh|"
        "na|tja|naja|also|übrigens|eben|halt|gerade|irgendwie|eher|lieber|am liebsten|könnten|könnt|"
        "dürfte|darf|müsste|muss|brauche|brauchen|wünsche|hätten|bräuchte|dann|danach|zuerst|zunächst|"
        "außerdem|anschließend|jeweils|ding|sache|sachen|zeugs|kram|wirklich|unbedingt|vielleicht|"
        "eventuell|ruhig|gefälligst|kurz|mach das|tu|tun|gibst|leg|lege|legen|pack|packe|packen|haue|hau|"
        "schmeiß|beim|sieht|aussehen|aussieht|wirken|wirkt|ausschauen|schaut|uns allen|allen|ne|nem|nen|"
        "ner|dir|euch|ihm|ihn|ihnen|der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|bitte|mal|ich|"
        "du|wir|mir|mich|uns|meine|mein|meinen|meiner|unsere|unserer|unser|unserem|diese|dieser|diesen|"
        "dieses|aus|von|vom|in|im|ins|an|am|auf|zu|zum|zur|mit|bei|und|oder|so|ganz|noch|schon|jetzt|nun|"
        "doch|auch|kannst|könntest|kann|hätte|gern|gerne|will|möchte|wollen|würde|ist|sind|war|wird|sein|"
        "haben|hat|hab|es|sie|ihr|wie|dass|damit|da|hier|dort|einfach|schönes|schöne|kleines|kleine|netter|"
        "nettes|urlaub|reise|familie|hochzeit|geburtstag|sommer|freunde|erinnerungen|tag|stil|art|effekt|"
        "modus|farben|dazu|daraus|als|wenn|etwas|irgendwas|sehr|zeit|stelle|platz|position|per|über|unter|"
        "durch|um|ab|rein|hinein|heraus|drauf|darauf|drin|darin|dabei|man|sich|nur|einmal|wieder|fürs|"
        "für|macht|machst|wäre|sollte|bilder|steht|kommt|geht|gib|gibt|sek|deutsche|unten|instagram|"
        "whatsapp|facebook|strand|hund|katze|oma|opa|unseren|unseres|meinem|meines|dein|deine|nach|bis|"
        "zeigt|zeigen|lang|lange|hält|bleibt|übers|ein paar|paar|hochgeladen|habe|nutzen|drehe|dreh|füg|"
        "hinzu|nicht|hin|hol|hole|holst|hols|erst|erstmal|jetzige|jetzigen|komm|wär|wärs|wärn|fänd|fänds|"
        "hätt|hättst|bissi|dranhängen|dran|ranhängen|doch bitte|dürftest|magst|würdest|könntens|bräuchts|"
        "grad|geradezu|mach mir mal|hey|huhu|jo|joa|alles klar|passt so|finde ich|find ich|sag mal|"
        "weißt du was|ehrlich gesagt|langsam mal|nochmal kurz|dürfen|darfs|gleich|sieht das|sowas|so was|"
        "was für|einmal bitte|deins|mir wird schlecht|mir wird übel|mfg|liebe grüße|lg|viele grüße|"
        "mit freundlichen grüßen|besten dank|stattdessen|statt dessen|neue|neuen|neues|neuer|uff|puh|pff|"
        "jetzt noch|vorher|zuvor|wirf|werf|werft|wirfst|sonst nix|sonst nichts|nichts anderes"
    ),
    "time:750": ("dreiviertel sekunde|dreiviertelsekunde|drei viertel sekunden"),
    "time:250": ("viertelsekunde|viertel sekunde"),
    "percent:100": ("volle lautstärke|voller lautstärke|volle pulle|maximale lautstärke|ganz laut"),
    "likewise": (
        "auch|genauso|das gleiche mit|das gleiche für|dasselbe mit|dasselbe für|ebenso|gleiches für|gleiches mit"
    ),
    "someone": (
        "eins der bilder|eines der bilder|eines der fotos|eins der fotos|eins davon|eines davon|"
        "irgendein bild|irgendein foto|ein paar bilder|ein paar fotos|manche bilder|einige bilder|"
        "einige fotos|eins von den bildern|eines von den fotos"
    ),
    "original": ("ursprüngliche|ursprünglichen|ursprüngliches|originale|wie vorher|wie zuvor|von vorher"),
    "percent:25": "ein viertel|viertel",
    "percent:33": "ein drittel|drittel",
    "percent:75": "drei viertel|dreiviertel",
    "percent:66": "zwei drittel",
    "now": "neue|neuen|neues|neuer|jetzige|jetzigen",
    "side:1080": "full hd|fullhd|full-hd",
    "side:2160": "4k|uhd",
    "time:15000": "viertelminute|eine viertelminute",
    "time:45000": "dreiviertelminute|eine dreiviertelminute",
}
