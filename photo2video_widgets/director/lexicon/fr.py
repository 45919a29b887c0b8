"""French."""

WORDS = {
    "parity:2": "les paires|paires|les pairs",
    "parity:1": "les impaires|impaires|les impairs",
    "trans:clouds": "nuages|transition nuages|masque de luminance",
    "trans:pixelate": "pixeliser|pixelisation|pixels|pixelisé|mosaïque",
    "trans:blinds": "stores|store vénitien|stores vénitiens|persiennes|store",
    "trans:clock": "horloge|balayage d'horloge|volet horloge|balayage radial",
    "trans:reveal": "révéler|dévoiler|dévoilement|révélation|dévoile",
    "trans:cover": "recouvrir|recouvre|recouvrement|couvrir",
    "supposed": "que se passe t il si|qu'est ce qui se passe si",
    "beside:before": "celle d'avant|la précédente|la photo d'avant|celle qui précède|la photo précédente",
    "beside:after": "celle d'après|la suivante|la photo d'après|celle qui suit|la photo suivante",
    "photo": "photo|photos|image|images|cliché|clichés|diapo|diapos|photographie|photographies",
    "clip": "clip|clips|séquence|extrait|extrait vidéo",
    "film": "vidéo|film|diaporama|montage|video|vidéos|diaporamas|toute la vidéo|présentation|slideshow",
    "music": (
        "musique|chanson|bande-son|morceau|bande son|fond musical|musique de fond|bande originale|mélodie|"
        "air|éteins la musique|arrête la musique|coupe la musique"
    ),
    "volume": "volume|volume de la musique|volume sonore",
    "sound": "son|audio|son d'origine|son original|son du clip",
    "title": "titre|titres|en-tête|titre d'ouverture|intitulé",
    "caption": "légende|légendes|sous-titre|sous-titres|légender|étiquette|légende les|soustitres",
    "credit": (
        "générique|générique de fin|crédits|texte de fin|mot de la fin|crédits de fin|carton de fin|mots de la fin"
    ),
    "text": "texte|textes|mots|lettres|écriture|phrase|police|inscription",
    "transition": "transition|transitions|effet de transition|enchaînement|enchaînements",
    "motion": "mouvement|mouvements|animation|caméra|mouvement de caméra|mouvements de caméra",
    "motion:any": (
        "zoom|zooms|ken burns|effet ken burns|panoramique|effet de zoom|qui bouge|qui bougent|"
        "moins de zoom|moins de mouvement|moins de zooms"
    ),
    "look": ("couleurs|couleur|filtre|filtres|teinte|rendu|étalonnage"),
    "effects": "effets|effet|effets spéciaux",
    "background": "fond|arrière-plan|couleur de fond|derrière|arrière plan",
    "bars": "bandes noires|barres noires",
    "order": "ordre|séquence",
    "length": (
        "deux fois plus long|deux fois plus longtemps|deux fois plus longue|deux fois moins long|durée|"
        "longueur|dure|durent|durer|durée totale|durées"
    ),
    "pace": "rythme|vitesse|tempo|cadence",
    "frame": "format|cadre|écran|dimensions|taille de l'image|résolution|rapport",
    "rate": "fps|images par seconde|i/s|ips",
    "names": (
        "nom de fichier|noms de fichiers|nom du fichier|leur nom|noms des fichiers|nom de chaque fichier|"
        "son nom|leurs noms"
    ),
    "dates": "date de prise de vue|date|dates|date de la prise de vue",
    "trans:crossfade": (
        "fondu enchaîné|fondus enchaînés|fondu|fondus|fondu croisé|fondus croisés|fondu enchainé|"
        "fondus enchainés|fondu doux"
    ),
    "trans:dissolve": "dissolution|fondu par dissolution",
    "trans:fade-black": (
        "par le noir|passe par le noir|passer par le noir|passage par le noir|passage au noir|"
        "fondu au noir|fondus au noir|fondu noir|au noir|fondu en noir"
    ),
    "trans:fade-white": (
        "par le blanc|passe par le blanc|passer par le blanc|passage par le blanc|passage au blanc|"
        "fondu au blanc|fondus au blanc|flash blanc|fondu blanc|au blanc|fondu en blanc"
    ),
    "trans:wipe": "balayage|volet|balayages|volets|rideau",
    "trans:slide": "glissement|glissements|glisser|glissé|glissant|qui glisse|faire glisser|glissade",
    "trans:push": "poussée|pousser|pousse|poussées",
    "trans:zoom": "transition zoom|transitions zoom|zoom de transition|transition en zoom",
    "trans:circle": "cercle|iris|circulaire|cercles|ouverture circulaire",
    "trans:blur": "flou de transition|transition floue|fondu flou|transitions floues|transition flou",
    "cut": (
        "coupe|coupes|coupe franche|coupes franches|coupes nettes|cut|coupe sèche|coupes sèches|"
        "coupe nette|cuts|coupe simple|coupes simples"
    ),
    "fadeout": (
        "en fondu sur les|fondu sur les dernières|fondu de fin|fondu sortant|fondu de sortie|fondu sonore|"
        "s'estompe|estompe|baisse progressivement|diminue progressivement|en fondu à la fin|"
        "disparaître en fondu|s'estomper|estomper|fade out|s'éteigne|s'éteint|s'éteindre|"
        "s'éteigne doucement|s'éteigne peu à peu|diminue à la fin|baisse à la fin|s'atténue|"
        "s'arrête en douceur|finisse en douceur|se termine en fondu|s'efface"
    ),
    "fadein": "fondu d'entrée|apparition progressive|monte progressivement|fondu d'ouverture|fade in",
    "motion:zoom-in": (
        "zoom avant|zoomer|zoome|rapprochement|zoom in|zooms avant|zoomez|zoom vers l'avant|en zoomant|"
        "zoomant|zooment vers l'avant|zoome vers l'avant|vers l'avant|zooment|zoomé|zoomée|zoomées|"
        "zoom lent|zoom doux|zoom avant tout doux|zoom tout doux"
    ),
    "motion:zoom-out": (
        "zoom arrière|dézoome|dézoomer|éloignement|zoom out|dézoom|zooms arrière|recul|dézoomez|"
        "zooment vers l'arrière|zoome vers l'arrière|vers l'arrière|dézooment|dézoomée|dézoomées|"
        "zoom vers l'arrière|un dézoom"
    ),
    "motion:pan": "panoramique horizontal|balaye",
    "motion:pan-left": (
        "panoramique vers la gauche|panoramique à gauche|pan à gauche|travelling gauche|travelling vers la gauche"
    ),
    "motion:pan-right": (
        "panoramique vers la droite|panoramique à droite|pan à droite|travelling droite|travelling vers la droite"
    ),
    "motion:pan-up": "panoramique vers le haut|tilt vers le haut",
    "motion:pan-down": "panoramique vers le bas|tilt vers le bas",
    "motion:none": (
        "immobile|immobiles|fixe|fixes|statique|statiques|figées|sans bouger|figé|figée|figer|bouge pas|"
        "bougent pas|bouge plus|bougent plus|ne bouge pas|ne bougent pas|ne bouge plus|ne bougent plus|"
        "pas de mouvement|reste fixe|restent fixes|qui ne bouge pas|rester fixe|ne doit pas bouger|"
        "ne doivent pas bouger|doit pas bouger|doit rester fixe|qu'elle bouge pas"
    ),
    "alternate": "alterne|en alternance|alternant|alterner|alternez|alternés|alternativement|tour à tour",
    "leftright": "de gauche à droite|depuis la gauche|vers la droite|de la gauche vers la droite",
    "rightleft": "de droite à gauche|depuis la droite|vers la gauche|de la droite vers la gauche",
    "bottomtop": "de bas en haut|vers le haut|depuis le bas|du bas vers le haut",
    "toptobottom": "de haut en bas|vers le bas|depuis le haut|du haut vers le bas",
    "mood:upbeat": (
        "entraînante|dynamique|énergique|rythmée|entrainante|entraînant|rythmé|punchy|pêchue|motivante|"
        "musique qui bouge|un truc qui bouge|quelque chose qui bouge|qui bouge bien|qui pulse|pulsé|"
        "patate|qui a la patate|péchu|péchue|pêchu|pêchues|rythmique|entraînants|qui donne la pêche|"
        "du punch|énergisante"
    ),
    "mood:calm": ("calme|douce|doux|apaisante|relaxante|tranquille|paisible|reposante|apaisant|relaxant|zen|posée"),
    "mood:cinematic": "cinématographique|de film|cinéma|cinématique|de cinéma",
    "mood:ambient": "ambiante|d'ambiance|atmosphérique|ambiance",
    "mood:acoustic": "acoustique|guitare|guitare acoustique|folk|guitare sèche",
    "mood:romantic": "romantique|d'amour|amoureuse|de mariage",
    "mood:happy": "joyeuse|gaie|heureuse|joyeux|amusante|gai|joviale|festive et gaie|enjouée",
    "mood:epic": "épique|dramatique|grandiose|héroïque|spectaculaire",
    "mood:jazz": "jazz|jazzy|swing",
    "mood:electronic": "électronique|techno|électro|electro|dance",
    "mood:piano": "piano|au piano|musique de piano",
    "mood:classical": "classique|orchestrale|classiques|orchestre|symphonique",
    "mood:hiphop": "rap|hip hop|hip-hop",
    "mood:rock": "rock|rock'n'roll",
    "mood:sad": "triste|mélancolique|émouvante|émotive|nostalgique|touchante",
    "mood:holiday": "de noël|noël|festive|de fête|noel",
    "mood:playful": "enfantine|ludique|espiègle|rigolote|pour enfants|drôle|mignonne",
    "mood:summer": "estivale|tropicale|d'été|estival|ensoleillée",
    "mood:corporate": "d'entreprise|corporate|professionnelle|institutionnelle",
    "look:mono": "noir et blanc|en noir et blanc|monochrome|niveaux de gris|n&b|noir & blanc|nb",
    "look:sepia": "sépia|sepia",
    "look:warm": (
        "chaud|chaude|couleurs chaudes|plus chaud|tons chauds|plus chaudes|chaudes|chaleureux|plus chauds|"
        "chaleureuses|plus chaude"
    ),
    "look:cool": (
        "froid|froide|couleurs froides|plus froid|tons froids|plus froides|froides|plus froids|bleuté|plus froide"
    ),
    "look:vivid": (
        "vives|vif|éclatantes|couleurs vives|saturé|saturées|plus vives|éclatant|couleurs éclatantes|"
        "vibrantes|plus colorées|plus coloré|couleurs plus vives|saturation|intenses"
    ),
    "look:vintage": (
        "vieille photo|vieilles photos|photo ancienne|photos anciennes|vieux film|effet vieille photo|"
        "vieille pellicule|à l'ancienne|"
        "vintage|rétro|ancien|vieux film|à l'ancienne|ancienne|style ancien|comme un vieux film|rétros"
    ),
    "look:faded": "délavé|passé|mat|délavées|fané|ternes",
    "look:soft": "vaporeux|rêveur|onirique|flou artistique|doux rendu|rendu doux",
    "look:none": (
        "couleurs normales|couleur d'origine|en couleur|couleurs d'origine|en couleurs|couleurs naturelles|"
        "sans filtre|couleur normale|couleurs originales|remets les couleurs|couleurs de base|"
        "couleurs d'avant"
    ),
    "shape:9:16": (
        "vertical|verticale|portrait|tiktok|reel|reels|story|stories|shorts|statut whatsapp|pour téléphone|"
        "à la verticale|format portrait|instagram stories|pour mon téléphone|réel|mobile"
    ),
    "shape:1:1": "carré|carrée|format carré|au carré",
    "shape:4:5": "publication instagram|post instagram|publication pour instagram",
    "shape:16:9": (
        "paysage|horizontal|horizontale|youtube|écran large|télé|télévision|grand écran|"
        "à l'horizontale|format paysage|tv|la télé"
    ),
    "color:#ffffff": "blanc|blanche|blanches|blancs",
    "color:#000000": "noir|noire|noires|noirs",
    "color:#808080": "gris|grise|grises",
    "color:#e53935": "rouge|rouges",
    "color:#fb8c00": "orange|orangé",
    "color:#fdd835": "jaune|jaunes",
    "color:#ffc107": "doré|or|dorée|dorées|en or",
    "color:#43a047": "vert|verte|vertes|verts",
    "color:#00897b": "bleu canard|sarcelle",
    "color:#00bcd4": "turquoise|cyan",
    "color:#1e88e5": "bleu|bleue|bleues|bleu clair|bleu foncé|bleu marine|bleus",
    "color:#8e24aa": "violet|violette|pourpre|mauve",
    "color:#f06292": "rose|roses|rose vif|fuchsia",
    "blur": "flou|floue|flouté|floutée|flous",
    "place:center": "centre|centré|au centre|milieu|au milieu|centrer|centrée",
    "place:top": "haut|en haut|partie supérieure",
    "place:bottom": "bas|en bas|partie inférieure",
    "place:left": "gauche|à gauche",
    "place:right": "droite|à droite",
    "place:top-left": "en haut à gauche|coin supérieur gauche|haut à gauche",
    "place:top-right": "en haut à droite|coin supérieur droit|haut à droite",
    "place:bottom-left": "en bas à gauche|coin inférieur gauche|bas à gauche",
    "place:bottom-right": "en bas à droite|coin inférieur droit|bas à droite",
    "add": (
        "ajoute|ajouter|mets|mettre|met|avec|insère|rajoute|ajoutez|mettez|veux|voudrais|donne|incruste|"
        "rajouter|insérer|applique|fais apparaître"
    ),
    "remove": (
        "dégage|dégagez|vire-moi|jette|à virer|peut partir|peuvent partir|à la poubelle|enlève|"
        "supprime|retire|efface|enlever|supprimer|ôte|vire|enlevez|supprimez|retirer|retirez|élimine|"
        "coupe la|enlève-la|supprime-la|bazarde|dégager|fous|balance|zappe|ôtez|jetez|jeter|virer|virez|"
        "dégagent|fais sauter|éteins la musique|arrête la musique|coupe la musique"
    ),
    "not": "pas|sans|aucun|aucune|ne|n'|plus de|pas de|ni|jamais|rien|ne pas",
    "set": (
        "fais|fais-le|change|passe|rends|modifie|faire|passe en|mets-le|mets-la|soit|soient|convertis|règle|"
        "changer|faites|transforme|passer|mets-les|devrait|doit|baisser à|modifier|régler|mettez-le"
    ),
    "use": "utilise|prends|choisis|utiliser|prend|essaie|emploie|utilisez",
    "instead": (
        "à la place de|au lieu de|plutôt que|à la place|au lieu du|au lieu des|au lieu d'un|"
        "au lieu d'une|à la place du|à la place des"
    ),
    "replace": "remplace|remplacer|remplacez",
    "keep": (
        "garde|laisse|conserve|garder|ne touche pas|ne change pas|gardez|laisser|conserver|laissez|"
        "garde que|ne garde que|ne laisse que|laisse que"
    ),
    "unchanged": (
        "tel quel|inchangé|comme c'est|pareil|tels quels|comme avant les autres|comme ils sont|"
        "le reste inchangé|telle quelle"
    ),
    "only": (
        "seulement|uniquement|juste|n'utilise que|ne garde que|rien que|ne prends que|utilise seulement|"
        "garde seulement|garde uniquement|juste les|utilise uniquement|garde que|gardes que|prends que|"
        "ne prends que les|garder que|ne laisse que|laisse que"
    ),
    "show": (
        "montre|affiche|afficher|apparaisse|à l'écran|laisse affichée|reste|reste à l'écran|visible|"
        "affichée|montrer|laisse à l'écran"
    ),
    "move": ("déplace|bouge|déplacer|place|mets|déplacez|placer|avance|amène|positionne|envoie|envoyer|pousse-la|cale"),
    "swap": "échange|inverse les photos|permute|intervertis|échanger|échangez|intervertir|permuter",
    "reverse": (
        "inverse|à l'envers|ordre inverse|inverser|inversé|dans l'autre sens|sens inverse|l'inverse|"
        "inversez|inverse l'ordre|contraire|en sens inverse|retourne l'ordre"
    ),
    "shuffle": "mélange|aléatoire|au hasard|ordre aléatoire|mélanger|aléatoirement|mélangez|en vrac",
    "sort": "trie|classe|range|trier|ordonne|trié|classer|triez|trie-les|ordonner|classées|triées|ranger",
    "by:taken": (
        "où je les ai prises|dans lequel je les ai prises|de prise de vue|"
        "où elles ont été prises|quand je les ai prises|"
        "plus ancienne à la plus récente|plus ancien au plus récent|"
        "de la plus ancienne à la plus récente|du plus ancien au plus récent|les plus anciennes d'abord|"
        "la plus ancienne d'abord|"
        "par date|chronologique|chronologiquement|ordre chronologique|par date de prise de vue|"
        "plus anciennes d'abord|ordre de prise de vue|dans l'ordre où elles ont été prises|"
        "de la plus ancienne à la plus récente|par ordre chronologique"
    ),
    "by:newest": (
        "plus récente à la plus ancienne|plus récent au plus ancien|"
        "de la plus récente à la plus ancienne|du plus récent au plus ancien|les plus récentes d'abord|"
        "la plus récente d'abord|la plus récente en premier|les plus récentes en premier|"
        "plus récentes d'abord|de la plus récente à la plus ancienne|les plus récentes en premier"
    ),
    "by:name": (
        "par nom|alphabétique|ordre alphabétique|par nom de fichier|alphabétiquement|par ordre alphabétique|par numéro"
    ),
    "by:given": (
        "ordre d'origine|ordre initial|ordre de départ|ordre original|ordre d'avant|ordre précédent|ordre des fichiers"
    ),
    "again": (
        "encore une fois|à nouveau|de nouveau|répète|duplique|encore|une deuxième fois|répéter|"
        "dupliquer|remontre|remontre-la|repasse|redonne|remontre-le"
    ),
    "back": (
        "remets|remettre|restaure|récupère|rétablis|remettez|rajoute à nouveau|réintègre|ramène|rends-moi|fais revenir"
    ),
    "undo": (
        "annule|annuler|reviens en arrière|défais|comme avant|comme c'était|comme c'était avant|"
        "annule ça|annulez|retour en arrière|reviens à avant|remets comme avant|remets comme c'était|"
        "reviens|reviens en arriere|fais marche arrière|marche arrière|un pas en arrière|annule tout ça|"
        "annule la dernière|oublie ça|finalement non|en fait non"
    ),
    "redo": ("rétablis|rétablir|rétablissez|rétablis-le|rétablir|refais|refaire|rétablis|refais-le"),
    "changes": "changement|changements|étapes|étape|modifications|modification|actions",
    "start": (
        "commence par|commencer par|ouvre avec|débute par|commence avec|démarre par|démarre avec|"
        "débute avec|commencez par|ouvre sur"
    ),
    "end": (
        "finis par|termine par|finir par|termine avec|finis avec|finis sur|termine sur|terminer par|"
        "se termine par|conclus par|terminez par|fini par|clôture avec|terminer sur"
    ),
    "tostart": (
        "au début|en premier|en tête|au commencement|tout au début|début|première position|"
        "en première position|en première place|au tout début|en tout premier|tout devant|en ouverture|"
        "tout en premier|pour commencer"
    ),
    "toend": (
        "à la fin|en dernier|à la toute fin|tout à la fin|fin|en dernière position|dernière position|"
        "en dernière place|la fin|à la fin de la vidéo|en tout dernier|tout derrière|pour finir|"
        "pour terminer|en clôture|tout en dernier"
    ),
    "before": "avant|devant|juste avant|avant la",
    "after": "après|derrière|juste après|à la suite de|après la",
    "between": "entre",
    "and": "et|ainsi que|aussi|&",
    "then": "puis|ensuite|et puis|mais|et ensuite|alors|pendant que|après quoi",
    "each": (
        "par photo|par image|chacune|sur chaque photo|par cliché|pour chaque photo|chaque|chacun|"
        "chaque photo|chaque image|à chaque photo"
    ),
    "all": (
        "tout|toutes|tous|toute|toutes les photos|toutes les images|partout|les photos|l'ensemble|toutes les|"
        "tous les|les images"
    ),
    "rest": (
        "le reste|les autres|tout le reste|autres|les autres photos|toutes les autres|autres photos|"
        "pour le reste|le reste des photos"
    ),
    "except": (
        "mais pas|mais pas sur|mais pas pour|sauf sur|sauf pour|sauf|excepté|hormis|à part|à l'exception de|sauf la"
    ),
    "total": (
        "au total|en tout|total|durée totale|toute la vidéo|entière|en entier|totale|entier|"
        "la vidéo entière|dans son ensemble"
    ),
    "same": (
        "même durée|également|même longueur|égales|la même durée|aussi longtemps|le même temps|"
        "identiques|durée égale|durées égales|même temps"
    ),
    "different": ("autre|différente|différent|une autre|un autre|autre chose|autre musique|une autre chanson"),
    "vary": (
        "variées|variés|différentes à chaque fois|différente à chaque fois|toutes différentes|"
        "variété|de différents types|varie|varier|mélange de transitions|diverses"
    ),
    "longer": (
        "de plus|en plus|plus long|plus longue|allonge|plus longtemps|rallonge|trop court|plus longues|"
        "plus longs|allonger|rallonger|prolonge|trop courte|trop courtes|trop brève|pas si court|"
        "pas si courte"
    ),
    "shorter": (
        "de moins|en moins|plus court|plus courte|raccourcis|moins longtemps|trop long|plus courtes|"
        "raccourcir|plus courts|écourte|trop longue|abrège|réduis la durée|ça traîne|traîne|traînent|"
        "ça traîne en longueur|traîne en longueur|interminable|c'est interminable|longuet|ça dure trop|"
        "écourter|plus ramassé|pas si long|pas si longue|pas aussi long|pas aussi longue"
    ),
    "slower": (
        "trop brusque|trop brusques|trop abrupt|plus lent|plus lente|ralentis|lentement|lent|lente|"
        "trop rapide|plus lentement|doucement|ralentir|plus lentes|trop vite|plus lents|moins vite|"
        "plus posé|pas si vite|pas aussi vite"
    ),
    "faster": (
        "plus rapide|plus vite|accélère|vite|rapide|trop lent|accélérer|plus dynamique|plus rapides|"
        "trop lente|plus rapidement|plus nerveux|pas si lent|pas si lente|trop mou|trop molle|mollasson|"
        "c'est mou"
    ),
    "louder": (
        "plus fort|monte|plus forte|augmente|monte le son|n'entends pas|augmenter|on n'entend pas|"
        "monte le volume|monte la musique|plus de volume|hausse|pas assez fort|pas assez forte|n'entend pas"
    ),
    "quieter": (
        "moins fort|baisse|plus bas|moins forte|diminue|trop fort|plus doucement|baisser|baisse le son|"
        "plus discrète|réduis|trop forte|baisse la musique|plus basse|moins de volume|baisse le volume|"
        "plus discret|mets moins fort|un ton en dessous|baisse-la|moins bruyant|moins bruyante|pas si fort|"
        "pas aussi fort|pas si forte"
    ),
    "bigger": (
        "plus grand|grand|agrandis|plus gros|trop petit|plus grande|plus grosse|plus grands|grossis|"
        "agrandir|trop petite|gros|pas si petit|pas si petite"
    ),
    "smaller": (
        "plus petit|petit|réduis|trop grand|plus petite|plus petits|trop gros|rétrécis|trop grande|"
        "pas si grand|pas si gros|pas si grande"
    ),
    "more": "plus|davantage|encore plus|plus marqué|plus intense|plus prononcé",
    "less": (
        "pas autant|pas tant|pas à ce point|un peu moins que ça|moins|moins marqué|plus subtil|"
        "moins prononcé|moins de zoom|moins de mouvement|moins de zooms"
    ),
    "bit": (
        "un poil|un chouïa|un tantinet|une idée|"
        "un peu|légèrement|un petit peu|un tout petit peu|un chouïa|un poil|un brin"
    ),
    "much": "beaucoup|nettement|bien|très|bien plus|largement|vraiment",
    "double": (
        "deux fois|double|deux fois plus long|deux fois plus longtemps|le double|doubler|"
        "deux fois plus longue|deux fois plus|double la"
    ),
    "triple": "triple|trois fois|trois fois plus",
    "halve": "deux fois moins long|moitié|la moitié|de moitié|deux fois moins|réduis de moitié|par deux",
    "middle": "entre les deux|juste milieu|à mi-chemin|un compromis|quelque part entre les deux",
    "atmost": (
        "maximum|au plus|au maximum|pas plus de|moins de|jusqu'à|max|moins que|n'excède pas|"
        "ne dépasse pas|sous les|maxi"
    ),
    "atleast": "au moins|minimum|au minimum|pas moins de|plus de",
    "about": (
        "environ|à peu près|autour de|exactement|presque|approximativement|pile|pile poil|tout rond|"
        "genre|dans les|disons|en gros|grosso modo"
    ),
    "mute": ("muet|silencieux|sans son|coupe le son|muette|silence|mets en sourdine|sourdine|coupez le son|en silence"),
    "trim": "rogne le clip|raccourcis le clip",
    "crop": (
        "recadre|recadrer|rogne|rogner|recadrage|coupe pas|couper les photos|rognage|couper|recadrez|rognées|recadrées"
    ),
    "contain": (
        "en entier|entières|photos entières|photo entière|complètes|image entière|images entières|"
        "montrer entières|intégralement|photos complètes|voir en entier"
    ),
    "fill": (
        "remplis|remplir|plein écran|plein cadre|remplisse|remplissez|occupe tout l'écran|remplir l'écran|"
        "remplir le cadre|remplissent"
    ),
    "loop": "boucle|en boucle",
    "says": (
        "appelle-la|appelle-le|nomme-la|afficher|affiche|"
        "qui dit|intitulé|nommé|appelé|écris|qui affiche|avec le texte|disant|dise|s'intitule|appelle|"
        "avec les mots|marqué|écrire|nomme|intitulée|renomme|s'appelle|dit"
    ),
    "from": "de|depuis|à partir de|dès",
    "to": "à|en|jusqu'à|jusque",
    "at": "sur|au|aux|dans",
    "for": "pour|pendant|durant",
    "in": "du|des|d'",
    "it": "le|la|les|ça|cela|ce|celle|celui|l'|elle|il|celles|ceux",
    "bold": "gras|en gras",
    "outline": "contour",
    "throughout": ("tout le temps|pendant toute la vidéo|tout au long|tout du long|toujours|durant toute la vidéo"),
    "lastbut": "avant-dernière|avant-dernier|l'avant-dernière",
    "ord:last": "dernière|dernier|dernières|derniers",
    "ord:1": "première|premier|premières|premiers|1ère|1er|1re|la une|numéro un",
    "ord:2": "deuxième|seconde|second|2e|2ème",
    "ord:3": "troisième|3e|3ème",
    "ord:4": "quatrième|4e|4ème",
    "ord:5": "cinquième|5e|5ème",
    "ord:6": "sixième|6e|6ème",
    "ord:7": "septième|7e|7ème",
    "ord:8": "huitième|8e|8ème",
    "ord:9": "neuvième|9e",
    "ord:10": "dixième|10e",
    "own": "ma chanson|ma musique|mon morceau|mon propre",
    "half": "demi|demie|et demi|et demie|demi-",
    "what": "quoi|comment|quand|où|qui|pourquoi|quel|quelle|temps fait-il|combien",
    "help": "aide|que peux-tu faire|tu peux faire quoi",
    "thanks": (
        "trop mignon|trop mignonne|mignon|trop drôle|trop chou|"
        "merci|parfait|super|génial|magnifique|j'adore|très bien|bravo|superbe|top|excellent|impeccable"
    ),
    "hello": "bonjour|salut|coucou|bonsoir",
    "yes": "oui|d'accord|ok|bien|ouais|entendu",
    "nope": (
        "pardon|je veux dire|je voulais dire|désolé|désolée|ou plutôt|non|finalement|attends|en fait|"
        "plutôt|mince|euh|nan|oups|je parlais de|je parlais du|je voulais parler de|je pensais à|"
        "je pensais au|finalement non|en fait non"
    ),
    "make": ("crée|créer|fabrique|génère|réalise|monte|prépare|fais-moi|réaliser|construis|créez|compose"),
    "bad": "floue|ratée|moche|mauvaise|flou|ratées",
    "export": "exporte|exporter|télécharge|télécharger|enregistre|publier",
    "filler": (
        "c'est pourquoi|du coup|par conséquent|donc voilà|suffit|suffisent|suffira|haha|hihi|mdr|ah|oh|"
        "ben|bah|bon|hein|quoi que|allez|voyons|d'abord|ensuite|après ça|enfin|vraiment|carrément|"
        "histoire de|truc|trucs|machin|chose|choses|passer|mettre|mettez|donne|donner|donnez|donne-lui|"
        "pose|poser|colle|balance|applique|appliquer|préfère|préférerais|j'aimerais|on aimerait|veut|"
        "voudrions|pourrait|pourrions|puis-je|peut-on|serait|ferait|un peu de|fin|c'était|ça|cela|ceci|"
        "celle|celui|ceux|celles|toi|moi|eux|juste|seulement si|niveau de|côté de|histoire|le|la|les|l'|"
        "un|une|des|du|de|d'|à|au|aux|en|sur|dans|avec|pour|par|que|qui|qu'|est|sont|ces|cette|ce|cet|mes|"
        "mon|ma|nos|notre|votre|ton|ta|tes|je|j'|tu|il|elle|on|nous|vous|me|m'|te|t'|se|s'|lui|leur|y|"
        "s'il te plaît|s'il vous plaît|stp|svp|s'il te plait|s'il vous plait|peux|peux-tu|pourrais|"
        "pourrais-tu|peut|pouvez|veux|voudrais|aimerais|souhaite|voulez|aussi|alors|donc|maintenant|ici|"
        "là|beau|belle|joli|jolie|simple|petit|voyage|vacances|famille|mariage|anniversaire|été|amis|"
        "souvenirs|fête|style|type|mode|être|avoir|fait|faut|comme|quand|si|très|bien|moment|partie|"
        "fois|ou|et|même|celle-ci|celui-ci|rapport|tout|tous|besoin|voilà|déjà|toujours|c'est|ait|"
        "qu'il|qu'elle|qu'ils|soit|va|vas|aller|s|a|instagram|whatsapp|facebook|sec|chien|chat|plage|usage|"
        "vers|près|genre|plutôt|bonne|niveau|leurs|faites|nouvelle|nouveau|puisse|voir|dont|où|quelque|"
        "quelques|quelque chose|p'tit|p'tite|ptit|ptite|auriez-vous|amabilité|l'amabilité|auriez|"
        "veuillez|veuille|prie|je vous prie|je te prie|cordialement|bien cordialement|madame|monsieur|"
        "la nausée|j'ai la nausée|bonne journée|d'avance|merci d'avance|serait bien|ce serait bien|"
        "ce serait cool|ce serait top|ce serait sympa|ce serait chouette|ce serait mieux|ça serait bien|"
        "ça serait cool|ça serait top|ça serait sympa|ça serait mieux|cool|nickel|impec|sympa|chouette|"
        "plutot|franchement|du tout|un truc|coté|préparer|prépare-moi|me préparer|fasse|fassent|"
        "t'es sûr|tranquille|pile là|vas-y|hop|tiens|dis|dis donc|histoire que|là-dessus|dessus|dedans|"
        "mets-moi|mettre-moi|fais voir|petite|petits|petites|chose de plus|quelque chose de plus|"
        "un truc de plus|nouvel|nouvelles|pfff|pff|ouf|rien d'autre"
    ),
    "time:750": ("trois quarts de seconde"),
    "time:250": ("quart de seconde|un quart de seconde"),
    "percent:100": ("à fond|volume maximum|volume max|plein volume|au maximum"),
    "likewise": ("aussi|pareil pour|la même chose pour|idem pour|même chose pour|pareil avec|la même chose avec"),
    "someone": (
        "une des photos|l'une des photos|une de ces photos|une d'elles|certaines photos|quelques photos|"
        "une des images|une photo au hasard"
    ),
    "original": ("original|originale|d'origine|comme avant|d'avant|précédent|précédente"),
    "percent:25": "un quart|au quart|le quart",
    "percent:33": "un tiers|au tiers|le tiers",
    "percent:75": "trois quarts|aux trois quarts|les trois quarts",
    "percent:66": "deux tiers|aux deux tiers",
    "time:900000": "un quart d'heure|quart d'heure",
    "now": "nouvelle|nouveau|nouvel|nouvelles",
    "side:1080": "full hd|fullhd",
    "side:2160": "4k|uhd",
    "cancel": "finalement non|en fait non",
}
