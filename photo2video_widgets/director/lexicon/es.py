"""Spanish."""

WORDS = {
    "parity:2": "las pares|pares",
    "parity:1": "las impares|impares",
    "trans:clouds": "nubes|transición de nubes|máscara de luminancia",
    "trans:pixelate": "pixelado|pixelar|píxeles|pixelación|mosaico",
    "trans:blinds": "persianas|persiana|persiana veneciana",
    "trans:clock": "barrido de reloj|reloj|cortinilla de reloj",
    "trans:reveal": "revelar|revelado|descubrir|destapar|revela",
    "trans:cover": "cubrir|cubre|cubierta|que cubra|que cubran|transición de cobertura",
    "supposed": "qué pasa si|qué pasaría si",
    "beside:before": "la anterior|la de antes|el anterior|la foto anterior",
    "beside:after": "la siguiente|la de después|el siguiente|la foto siguiente",
    "photo": "foto|fotos|imagen|imágenes|fotografía|fotografías|diapositiva|diapositivas",
    "clip": "clip|clips|fragmento|grabación",
    "film": (
        "vídeo|video|vídeos|videos|película|presentación|pase de diapositivas|diaporama|montaje|"
        "reel de fotos|slideshow|vídeo entero|vídeo completo"
    ),
    "music": (
        "música|canción|banda sonora|tema|melodía|música de fondo|pista|musica|cancion|temazo|"
        "musiquita|cancioncita|rola|tonada|apaga la música|corta la música|apaga la musica"
    ),
    "volume": "volumen|volumen de la música",
    "sound": "sonido|audio|sonido original|audio original|sonido propio",
    "title": "título|titulo|títulos|encabezado|rótulo|título inicial",
    "caption": ("subtítulo|subtítulos|leyenda|leyendas|pie de foto|pies de foto|subtitulo|subtitulos|etiqueta"),
    "credit": (
        "créditos|créditos finales|texto final|rótulo final|cierre|creditos|título final|"
        "creditos finales|palabras finales"
    ),
    "text": "texto|textos|letras|palabras|letra|escrito|frase",
    "transition": "transición|transiciones|transicion|efecto de transición",
    "motion": "movimiento|movimientos|animación|cámara|movimiento de cámara",
    "motion:any": "zoom|ken burns|efecto ken burns|efecto zoom|paneo",
    "look": ("colores|color|filtro|filtros|tono|aspecto"),
    "effects": "efectos|efecto|efectos especiales",
    "background": "fondo|color de fondo|detrás",
    "bars": "barras negras|bandas negras|franjas negras",
    "order": "orden|secuencia",
    "length": (
        "el doble de largo|el doble de larga|el doble de tiempo|la mitad de largo|duración|largo|tiempo|"
        "longitud|dure|duren|dura|duran|durar|duracion|dure cada"
    ),
    "pace": "ritmo|velocidad",
    "frame": "formato|pantalla|marco|tamaño|proporción|resolución|encuadre|relación de aspecto",
    "rate": "fps|fotogramas por segundo|cuadros por segundo",
    "names": (
        "nombre de archivo|nombres de archivo|su nombre|nombre del archivo|nombres de los archivos|"
        "sus nombres|nombre de fichero"
    ),
    "dates": "fecha|fechas|fecha de captura|fecha en que se tomaron",
    "trans:crossfade": (
        "fundido cruzado|fundido|fundidos|fundidos cruzados|encadenado|fundido encadenado|fundido suave|"
        "fundidos encadenados|encadenados|fundir|se funda|se fundan|que se fundan|funda|fundan"
    ),
    "trans:dissolve": "disolvencia|disolución|disolvencias|disolver",
    "trans:fade-black": (
        "fundido a negro|fundidos a negro|fundido en negro|a negro|funda a negro|fundan a negro|"
        "fundiendo a negro|funde a negro"
    ),
    "trans:fade-white": (
        "fundido a blanco|fundidos a blanco|destello blanco|flash blanco|fundido en blanco|a blanco|"
        "funda a blanco|fundan a blanco|fundiendo a blanco|funde a blanco"
    ),
    "trans:wipe": "barrido|cortinilla|barridos|cortinillas|cortina",
    "trans:slide": "deslizamiento|deslizar|deslizante|desliza|deslizamientos|deslizando|que se deslicen",
    "trans:push": "empuje|empujar|empujón|empujando",
    "trans:zoom": "transición de zoom|transiciones de zoom|transición con zoom",
    "trans:circle": "círculo|iris|circular|círculos",
    "trans:blur": "desenfoque|difuminado|transición de desenfoque",
    "cut": "corte|cortes|corte seco|cortes secos|corte directo|cortes directos|corte simple|cortes simples",
    "fadeout": (
        "termine bajando|acabe bajando|baje al final|termine en fundido|se apague|se vaya apagando|"
        "desvanece|fundido de salida|desvanezca|apague|fade out|se desvanezca|desvanecer|que se desvanezca|"
        "baje poco a poco|desaparezca poco a poco"
    ),
    "fadein": "fundido de entrada|aparezca poco a poco|fade in|entre poco a poco",
    "motion:zoom-in": (
        "hacia dentro|hacia adentro|zoom hacia dentro|zoom suave hacia dentro|zoom suave|"
        "acercamiento|zoom de acercamiento|acercar|acércate|zoom hacia dentro|zoom hacia adentro|acercando|"
        "acercándose|zoom in|zoom hacia delante|acercamientos|acerca"
    ),
    "motion:zoom-out": (
        "hacia fuera|hacia afuera|zoom hacia fuera|"
        "alejamiento|alejar|aléjate|zoom hacia fuera|zoom hacia afuera|alejando|alejándose|zoom out|"
        "zoom hacia atrás|aleja"
    ),
    "motion:pan": "panorámica|paneo horizontal",
    "motion:pan-left": (
        "panorámica a la izquierda|paneo a la izquierda|mueve a la izquierda|paneo hacia la izquierda|"
        "panorámica hacia la izquierda"
    ),
    "motion:pan-right": (
        "panorámica a la derecha|paneo a la derecha|mueve a la derecha|paneo hacia la derecha|"
        "panorámica hacia la derecha"
    ),
    "motion:pan-up": "panorámica hacia arriba|paneo hacia arriba",
    "motion:pan-down": "panorámica hacia abajo|paneo hacia abajo",
    "motion:none": (
        "quieto|quieta|quietas|fijo|fijas|estático|estáticas|inmóvil|inmóviles|fija|quietos|"
        "sin moverse|no se mueva|no se muevan|que no se mueva|que no se muevan|sin movimiento|"
        "quédate quieta|no se mueven|dejen de moverse|deje de moverse|no debe moverse|no deben moverse|"
        "sin que se mueva"
    ),
    "alternate": "alterna|alternando|alternar|alternado|alternados",
    "leftright": "de izquierda a derecha|desde la izquierda|hacia la derecha",
    "rightleft": "de derecha a izquierda|desde la derecha|hacia la izquierda",
    "bottomtop": "de abajo arriba|de abajo a arriba|hacia arriba|de abajo hacia arriba|desde abajo",
    "toptobottom": "de arriba abajo|de arriba a abajo|hacia abajo|de arriba hacia abajo|desde arriba",
    "mood:upbeat": (
        "animada|animado|enérgica|energética|movida|enérgico|con energía|marchosa|con ritmo|potente|"
        "motivadora|movido|movidas|movidos|más movida|más movido|cañera|cañero|marcha|con marcha|"
        "con más marcha|bailable|prendida"
    ),
    "mood:calm": (
        "tranquila|tranquilo|suave|relajante|relajada|calmada|serena|pausada|calma|apacible|relajado|"
        "tranquis|tranqui|suavecita|suavecito|calmado"
    ),
    "mood:cinematic": "cinematográfica|de película|de cine|cinematográfico",
    "mood:ambient": "ambiental",
    "mood:acoustic": "acústica|guitarra|guitarra acústica|folk|acústico",
    "mood:romantic": "romántica|romántico|de amor|de boda|romanticona",
    "mood:happy": (
        "alegre|feliz|divertida|contenta|divertido|festiva|alegres|alegrona|feliz feliz|buen rollo|"
        "de buen rollo|con buen rollo|contento"
    ),
    "mood:epic": "épica|dramática|épico|grandiosa|dramático",
    "mood:jazz": "jazz",
    "mood:electronic": "electrónica|tecno|electrónico|discoteca",
    "mood:piano": "piano|al piano|de piano",
    "mood:classical": "clásica|orquestal|clásico|orquesta",
    "mood:hiphop": "rap|hip hop",
    "mood:rock": "rock|roquera",
    "mood:sad": "triste|melancólica|emotiva|emotivo|nostálgica|sentimental",
    "mood:holiday": "navideña|navidad|villancico|navideño",
    "mood:playful": "infantil|juguetona|traviesa|graciosa|para niños",
    "mood:summer": "veraniega|tropical|de verano|playera",
    "mood:corporate": "corporativa|empresarial|profesional|corporativo",
    "look:mono": (
        "blanco y negro|en blanco y negro|monocromo|escala de grises|b/n|a blanco y negro|blanco & negro|"
        "byn|b y n|b&n|blanco y negros|blanco con negro|blanquinegro"
    ),
    "look:sepia": "sepia",
    "look:warm": ("cálido|cálida|colores cálidos|tonos cálidos|más cálido|más cálidos|cálidos|calidez|más cálida"),
    "look:cool": "frío|fríos|tonos fríos|colores fríos|más frío|fría|más frías|más fríos",
    "look:vivid": (
        "vivo|vivos|vibrante|vibrantes|colores vivos|saturado|saturados|más color|intensos|"
        "colores más vivos|más vivos|saturación|colores intensos"
    ),
    "look:vintage": (
        "aire antiguo|antiguo|antigua|toque antiguo|"
        "foto antigua|fotos antiguas|foto vieja|fotos viejas|película antigua|cine antiguo|"
        "vintage|retro|antiguo|antigua|película antigua|de época|aspecto antiguo"
    ),
    "look:faded": "desvaído|apagado|desteñido|apagados|descolorido",
    "look:soft": "soñador|aspecto suave|enfoque suave|etéreo|de ensueño",
    "look:none": (
        "color normal|colores normales|color original|a color|en color|colores originales|a todo color|"
        "sin filtro|normal|normales|el color de antes|colores de antes|en sus colores"
    ),
    "shape:9:16": (
        "vertical|retrato|tiktok|reel|reels|stories|historia|historias|instagram stories|shorts|"
        "estado de whatsapp|móvil|instagram reels|para el móvil|historias de instagram|reels de instagram|"
        "story"
    ),
    "shape:1:1": "cuadrado|cuadrada|formato cuadrado",
    "shape:4:5": "publicación de instagram|post de instagram|feed de instagram",
    "shape:16:9": ("horizontal|apaisado|youtube|panorámico|pantalla ancha|tele|televisión|apaisada|tv|la tele"),
    "color:#ffffff": "blanco|blanca|blancas|blancos",
    "color:#000000": "negro|negra|negras|negros",
    "color:#808080": "gris|grises",
    "color:#e53935": "rojo|roja|rojas|rojos",
    "color:#fb8c00": "naranja",
    "color:#fdd835": "amarillo|amarilla|amarillas|amarillos",
    "color:#ffc107": "dorado|dorada|oro|doradas",
    "color:#43a047": "verde|verdes",
    "color:#00897b": "verde azulado",
    "color:#00bcd4": "turquesa|cian",
    "color:#1e88e5": "azul|azules|azul claro|azul oscuro",
    "color:#8e24aa": "morado|morada|púrpura|violeta|lila",
    "color:#f06292": "rosa|rosado|fucsia",
    "blur": "desenfocado|borroso|difuminado|desenfoque|borrosa|desenfocada",
    "place:center": "centro|centrado|en el centro|al centro|en medio|centrada|medio",
    "place:top": "arriba|parte superior|en la parte superior|superior|parte de arriba",
    "place:bottom": "abajo|parte inferior|en la parte inferior|inferior|parte de abajo",
    "place:left": "izquierda|a la izquierda",
    "place:right": "derecha|a la derecha",
    "place:top-left": "arriba a la izquierda|esquina superior izquierda|superior izquierda",
    "place:top-right": "arriba a la derecha|esquina superior derecha|superior derecha",
    "place:bottom-left": "abajo a la izquierda|esquina inferior izquierda|inferior izquierda",
    "place:bottom-right": "abajo a la derecha|esquina inferior derecha|inferior derecha",
    "add": (
        "súmale|suma|añádele|agrégale|"
        "añade|agrega|añadir|agregar|pon|poner|ponle|con|mete|incluye|quiero|añádele|agrégale|inserta|"
        "ponles|pónle|ponerle|dale|añada"
    ),
    "remove": (
        "saca|sácame|quítame|vuela|fuera|deshazte de|deshacerte de|tira|bota|cárgate|sobra|sobran|"
        "fuera con|quita|quitar|elimina|eliminar|borra|borrar|suprime|quítale|descarta|retira|sácala|"
        "elimínala|quítala|sacar|bórrala|quite|quítalo|échala|échalo|échala fuera|elimíname|"
        "bórrame|bórralo|sácalo|quítenle|saque|borre|elimine|esa fuera|la de fuera|a la basura|"
        "a la porra|apaga la música|corta la música|apaga la musica|apaga|apágale"
    ),
    "not": "no|sin|nada de|ningún|ninguna|ni|nunca|tampoco",
    "set": (
        "haz|hazlo|hazla|cambia|cambiar|ponlo|ponla|pasa|que sea|que sean|cambia a|convierte|deja|ponlos|"
        "ponlas|sea|sean|que|esté|estén|cámbialo|cámbiala|ajusta|pásalo|que esté|hazlos|hazlas|"
        "conviértelo|debe|debería|cámbiale"
    ),
    "use": "usa|utiliza|usar|utilizar|prueba|elige|use",
    "instead": "en vez de|en lugar de",
    "replace": "sustituye|reemplaza|sustituir|reemplazar",
    "keep": (
        "mantén|conserva|deja|guarda|no toques|mantener|no cambies|quédate con|conservar|déjalo|déjala|"
        "déjalos|manten|quédate solo con|quédate nomás con|deja nada más|déjame|"
        "quédate nada más con"
    ),
    "unchanged": "igual|como está|como estaba|tal cual|sin cambios|como están|lo demás igual",
    "only": (
        "solo|sólo|solamente|únicamente|solo usa|usa solo|usa solamente|nada más|usa sólo|deja solo|"
        "deja sólo|quédate solo con|quédate con|quédate nomás con|deja nada más|"
        "quédate únicamente con|quédate nada más con|nada más con"
    ),
    "show": (
        "muestra|mostrar|aparezca|aparece|en pantalla|muéstrala|mantén en pantalla|que se vea|se muestre|"
        "permanezca|que aparezca"
    ),
    "move": (
        "mueve|mover|lleva|coloca|muévelo|muévela|desplaza|pasa|muévele|manda|mándala|mándalo|"
        "mándalas|llévala|llévalo|llévate|pásala|pásalo|corre|recorre|sube al principio|va entre|"
        "vaya entre|van entre"
    ),
    "swap": (
        "de sitio|cambia de sitio|cámbialas de sitio|"
        "intercambia|intercambiar|permuta|cambia de lugar|cambia de sitio|intercambie|cambia entre sí"
    ),
    "reverse": (
        "invierte|al revés|orden inverso|invertir|inverso|a la inversa|invertido|del revés|al contrario|"
        "de atrás hacia delante"
    ),
    "shuffle": (
        "mezcla|aleatorio|baraja|al azar|desordena|orden aleatorio|aleatoriamente|mezcla las fotos|mezclar|"
        "revuelve|revolver|desordénalas|a lo loco|en cualquier orden"
    ),
    "sort": "ordena|ordenar|ordenadas|ordénalas|organiza|ordenado|orden|ordenalas",
    "by:taken": (
        "en que las hice|en el que las hice|en que las saqué|en que se tomaron|"
        "como las fui haciendo|en que se hicieron|cuando las hice|"
        "más vieja a la más nueva|más antigua a la más reciente|"
        "de la más vieja a la más nueva|de más antigua a más reciente|"
        "de la más antigua a la más reciente|las más antiguas primero|la más antigua primero|"
        "por fecha|orden cronológico|cronológico|cronológicamente|por fecha de captura|"
        "orden en que se tomaron|más antiguas primero|de la más antigua a la más nueva|fecha de captura|"
        "en el orden en que se hicieron|por orden cronológico|por fecha de toma"
    ),
    "by:newest": (
        "más nueva a la más vieja|más reciente a la más antigua|más nueva a más vieja|"
        "de la más nueva a la más vieja|de más nueva a más vieja|de la más reciente a la más antigua|"
        "de más reciente a más antigua|las más nuevas primero|la más nueva primero|"
        "la más reciente primero|las más recientes primero|"
        "más recientes primero|las más nuevas primero|más nuevas primero|de la más nueva a la más antigua"
    ),
    "by:name": (
        "por nombre|alfabéticamente|orden alfabético|por nombre de archivo|alfabético|por orden alfabético|por número"
    ),
    "by:given": "orden original|orden inicial|orden en que las subí|orden de antes|orden anterior",
    "again": (
        "otra vez|de nuevo|repite|duplica|una vez más|nuevamente|repetir|repetida|repítela|"
        "vuelve a mostrar|muéstrala otra vez|ponla otra vez al final"
    ),
    "back": (
        "de vuelta|vuelve a poner|recupera|restaura|devuelve|vuelve a añadir|vuelve a meter|regresa|"
        "regrésala|regrésalo|regrésalas|regrésalos|devuélvela|devuélvelo|vuélvela a poner|"
        "vuelve a incluir|ponla de nuevo|ponla otra vez|vuelve a meterla|métela de nuevo|métela otra vez|"
        "recupérala|tráela de vuelta|tráelo de vuelta|trae de vuelta|tráelos de vuelta"
    ),
    "undo": (
        "deshacer|deshaz|deshazlo|vuelve atrás|revierte|como estaba antes|vuelve a como estaba|"
        "déjalo como estaba|anula|deshaz eso|deshacer eso|volver atrás|como antes|revierte eso|"
        "mejor déjalo como estaba|regrésalo a como estaba|vuelve al anterior|quita ese cambio|"
        "quita eso que hiciste|da marcha atrás|un paso atrás|atrás|olvídalo|mejor no lo hagas|"
        "no mejor no"
    ),
    "redo": ("vuelve a hacerlo|repítelo|rehacer|rehaz|rehazlo"),
    "changes": "cambio|cambios|pasos|paso|acciones|ediciones|modificaciones",
    "start": (
        "empieza con|comienza con|empezar con|empieza por|que empiece con|abre con|comienza por|inicia con|"
        "que empiece por"
    ),
    "end": (
        "termina con|acaba con|terminar con|finaliza con|que termine con|cierra con|acabar con|que acabe con|"
        "concluye con"
    ),
    "tostart": (
        "al principio|al inicio|en primer lugar|de primera|al comienzo|primero|en primer|"
        "la primera posición|principio|al frente|de primeras|en primera posición|en el primer lugar|"
        "hasta adelante|hasta el principio|abriendo|de primero|pal principio|al mero principio"
    ),
    "toend": (
        "al final|final|en último lugar|de última|al último|a lo último|al final del todo|pal final|"
        "para el final|al mero final|hasta el final|en el último lugar|en última posición|de último|"
        "al puro final|hasta atrás|para lo último|cerrando"
    ),
    "before": "antes de|delante de|antes del",
    "after": "después de|detrás de|tras|después del|justo después de|a continuación de",
    "between": "entre|va entre|vaya entre|van entre",
    "into": "hacia",
    "and": "y|e|además|también",
    "then": "luego|después|y luego|pero|y después|entonces|mientras|a continuación",
    "each": (
        "por foto|por imagen|cada una|cada foto|en cada foto|por cada foto|"
        "cada|cada una|por foto|cada foto|por imagen|cada imagen|cada uno|en cada foto|a cada foto"
    ),
    "all": (
        "todo|todas|todos|toda|todas las fotos|todas ellas|todas las imágenes|las fotos|todas las|todos los|"
        "todo el vídeo|todo el video|todos ellos|las imágenes"
    ),
    "rest": (
        "el resto|las demás|los demás|las otras|lo demás|resto|demás|las restantes|las otras fotos|"
        "todo lo demás|las demás fotos"
    ),
    "except": (
        "pero no|pero no en|menos en|excepto en|salvo en|excepto|menos|salvo|a excepción de|excepto la|todas menos"
    ),
    "total": ("en total|total|duración total|todo el vídeo|entero|completo|en conjunto|toda la duración|todo el video"),
    "same": (
        "misma duración|mismo tiempo|iguales|por igual|igual de largas|la misma duración|el mismo tiempo|igual duración"
    ),
    "different": "otra|otro|diferente|distinta|distinto|otra canción|otra música|diferentes",
    "vary": (
        "variadas|variado|distintas cada vez|variedad|diferentes cada vez|de varios tipos|"
        "una distinta cada vez|todas diferentes|varía|variar|diferente cada vez|distinta cada vez"
    ),
    "longer": (
        "dure más|dura más|duren más|dure un poco más|duren un poco más|que dure más|suma|más largo|"
        "más larga|alarga|más tiempo|más largas|alargar|demasiado corto|alárgalo|más largos|alárgala|"
        "prolonga|más rato|demasiado corta|más larguito|más larguita|muy cortito|no tan corto|"
        "no tan corta"
    ),
    "shorter": (
        "más corto|más corta|acorta|menos tiempo|más cortas|acortar|demasiado largo|acórtalo|"
        "más cortos|acórtala|reduce la duración|demasiado larga|más breve|se hace eterno|"
        "se hace eterna|se hace largo|se hace larga|se hace pesado|se hace pesada|eterno|eterna|"
        "se hace muy largo|es larguísimo|larguísimo|más cortito|más cortita|acórtame|recórtalo|"
        "abrevia|no tan largo|no tan larga|no tan largas"
    ),
    "slower": (
        "muy brusco|demasiado brusco|muy bruscas|demasiado bruscas|más lento|más lenta|más despacio|"
        "despacio|lento|lenta|demasiado rápido|ralentiza|más pausado|más lentas|más lentos|lentamente|"
        "demasiado rápida|no tan rápido|no tan rápida|no tan deprisa"
    ),
    "faster": (
        "más rápido|más rápida|rápido|acelera|demasiado lento|más ágil|más rápidas|más rápidos|"
        "más dinámico|más deprisa|demasiado lenta|no tan lento|no tan lenta"
    ),
    "louder": (
        "más alto|más alta|sube|más fuerte|más volumen|no se oye|súbele|subir|sube la música|"
        "sube el volumen|aumenta|súbela|no oigo|apenas se oye"
    ),
    "quieter": (
        "bajito|bajita|más bajito|más bajita|flojito|flojita|suavecito|más bajo|más baja|baja|"
        "más suave|menos volumen|demasiado alto|bájale|bajar|baja la música|baja el volumen|bájala|"
        "demasiado fuerte|reduce|disminuye|demasiado alta|más flojo|más floja|no tan fuerte|no tan alta|"
        "no tan alto"
    ),
    "bigger": (
        "más grande|grande|agranda|demasiado pequeño|mayor|agrandar|más grandes|aumenta|grandes|chiquito|"
        "chiquita|muy chiquito|muy chiquita|chiquititas|chiquitas|chiquitos|no se lee|no se leen|"
        "apenas se lee|ilegible|muy chico|no se ve bien|no tan pequeño|no tan pequeña|no tan chico"
    ),
    "smaller": (
        "más pequeño|pequeño|más pequeña|demasiado grande|menor|más chico|achica|más pequeños|"
        "más pequeñas|pequeña|no tan grande|no tan grandes"
    ),
    "more": "más|más fuerte|más intenso|aún más|todavía más",
    "less": ("no tanto|no tan fuerte|menos que eso|tampoco tanto|menos|menos intenso|más sutil"),
    "bit": "un poco|un poquito|ligeramente|algo|poco|un pelín|levemente|un pelo|un toque",
    "much": "mucho|bastante|muy|muchísimo",
    "double": (
        "doble|el doble|dos veces|duplica|al doble|el doble de largo|el doble de larga|el doble de tiempo|el doble de"
    ),
    "triple": "triple|el triple",
    "halve": "mitad|la mitad|a la mitad|la mitad de",
    "middle": "algo intermedio|punto medio|a medio camino|un término medio|intermedio",
    "atmost": "como máximo|máximo|no más de|menos de|hasta|como mucho|por debajo de|que no pase de",
    "atleast": "al menos|como mínimo|mínimo|por lo menos|más de",
    "about": (
        "unos|aproximadamente|alrededor de|cerca de|unas|más o menos|exactamente|aprox|clavado|clavados|"
        "justos|justo|exactos|exacto|como unos|como unas|tipo unos|pelados|redondos|en punto"
    ),
    "mute": "silencia|silencio|sin sonido|mudo|silenciar|en silencio|enmudece",
    "trim": "recorta el clip|recortar el clip",
    "crop": "recortes|recortar|cortes las fotos|recorta|recorte|cortar|recortadas",
    "contain": (
        "foto entera|fotos enteras|la foto entera|se vea la foto entera|imagen entera|imágenes enteras|"
        "se vean enteras|"
        "completas|enteras|foto completa|fotos completas|que se vea entera|fotos enteras|que se vean enteras|"
        "foto entera|completa|imagen completa|imágenes completas|que se vean completas"
    ),
    "fill": (
        "llena|rellena|pantalla completa|llenar|que ocupe toda la pantalla|llena la pantalla|rellenar|"
        "llena el cuadro|ocupe todo|que llenen la pantalla|rellena la pantalla"
    ),
    "loop": "bucle|en bucle|que se repita",
    "says": (
        "que diga|diga|que ponga|dice|llamado|titulado|que se llame|titula|escribe|con el texto|ponga|"
        "que dice|llámalo|con las palabras|titulada|llamada"
    ),
    "from": "desde|a partir de|empezando en|empiece",
    "to": "a|hasta",
    "at": "en|sobre",
    "for": "durante|por|para",
    "in": "de|del",
    "it": "lo|la|los|las|eso|esta|este|esa|ese|esto",
    "bold": "negrita",
    "outline": "contorno|borde del texto",
    "throughout": "todo el tiempo|durante todo el vídeo|siempre|durante todo el video|en todo el vídeo",
    "lastbut": "penúltima|la penúltima|penúltimo",
    "ord:last": "última|último|la última|últimas|últimos|el último",
    "ord:1": "primera|primer|primero|primeras|primeros|la uno|el uno",
    "ord:2": "segunda|segundo",
    "ord:3": "tercera|tercer|tercero",
    "ord:4": "cuarta|cuarto",
    "ord:5": "quinta|quinto",
    "ord:6": "sexta|sexto",
    "ord:7": "séptima|séptimo",
    "ord:8": "octava|octavo",
    "ord:9": "novena|noveno",
    "ord:10": "décima|décimo",
    "own": "mi canción|mi música|mi propia|mi tema",
    "half": "medio|media|y medio|y media",
    "what": "qué|cómo|cuándo|dónde|quién|por qué|tiempo hace|cuánto",
    "help": "ayuda|qué puedes hacer",
    "thanks": (
        "qué mono|qué mona|qué lindo|qué linda|qué risa|qué gracia|qué chulo|qué chula|gracias|"
        "perfecto|genial|estupendo|me encanta|qué bonito|muy bien|precioso|fantástico|excelente|"
        "chulísimo|qué chido|qué padre|está padre|padrísimo|mola|mola mucho|chévere|qué bueno"
    ),
    "hello": "hola|buenas|buenos días|buenas tardes",
    "yes": "sí|vale|ok|bueno|de acuerdo|venga|claro",
    "nope": (
        "perdón|perdona|perdone|digo|quise decir|quiero decir|me equivoqué|mejor|espera|no no|"
        "en realidad|pensándolo bien|mejor dicho|uy|me refería a|me refería|quería decir|hablaba de|"
        "o mejor"
    ),
    "make": "crea|crear|hacer|genera|monta|prepara|créame|hazme|haga|arma",
    "bad": "borrosa|fea|mala|movida|desenfocada|salió mal",
    "export": "exporta|exportar|descarga|descargar|sube|subir|guarda",
    "filler": (
        "por eso|así que|por lo tanto|de modo que|jaja|jajaja|jeje|eh|oye|mira|venga|vaya|bueno|porfi|"
        "porfis|a ver|creo|pienso|me parece|favor|podría|podríamos|podemos|basta|bastan|basta con|"
        "es suficiente|suficiente|además|primero|luego|después de eso|gustaría|necesitamos|queremos|"
        "prefiero|preferiría|hacerme|hacerlo|hacerla|quede|queden|quedar|quedara|salga|salgan|salir|"
        "aparezca|aparezcan|se vea|se vean|ver|vea|vean|cosa|cosas|ratito|rato|poquito más|otra cosa|"
        "una cosa|ya que|estaría|que tal|qué tal|aplica|aplicar|dale|dales|métele|mete|meter|échale|"
        "tipo de|plan|el|la|los|las|un|una|unos|unas|de|del|a|al|en|con|para|por|que|es|está|están|estas|"
        "estos|esta|este|mi|mis|tu|su|sus|me|te|se|le|les|nos|por favor|porfa|puedes|podrías|quiero|"
        "quisiera|me gustaría|necesito|también|así|ya|ahora|aquí|ahí|bonito|bonita|simple|sencillo|"
        "viaje|vacaciones|familia|boda|cumpleaños|verano|amigos|recuerdos|fiesta|estilo|tipo|efecto|modo|"
        "ser|haya|hay|tenga|tiene|como|cuando|donde|muy|lo|eso|esto|algo|pues|bien|buen|buena|todo|día|"
        "días|momento|parte|hoy|desde|ella|ellas|ellos|él|y|o|si|ese|esa|esos|esas|tan|aún|todavía|"
        "otra|mismo|misma|dos|tres|redes|instagram|whatsapp|facebook|seg|nuestra|nuestro|nuestras|nuestros|"
        "perro|gato|playa|vamos|ve|va|vas|usando|partir|encima|sobre|pa|pal|plis|pls|nomás|nomas|van|"
        "actual|ahorita|tantito|ay|uy|híjole|órale|igual y|mejor si|ándale|chido|chida|estaría bien|"
        "estaría bueno|estaría padre|quedaría bien|quedaría mejor|podrían|me podría|me podrías|"
        "serías tan amable|sería tan amable|le agradecería|por fa|si puedes|si se puede|me late|"
        "mándame|ponme|déjame|hágame|hágalo|ponga|póngale|póngame|saludos|atentamente|un saludo|"
        "señor|señora|buen día|que tengas buen día|me mareo|marea|mareo|justito|se puede|cariño|amor|"
        "venga ya|montar|montarme|armar|aquí te van|con estas|con esto|en cambio|algo de más|nueva|nuevo|"
        "nuevas|nuevos|normalito|normalita|sencillito|sencillita|uf|uff|uf qué|antes"
    ),
    "time:750": ("tres cuartos de segundo"),
    "time:250": ("un cuarto de segundo|cuarto de segundo"),
    "percent:100": ("a tope|a todo volumen|al máximo|volumen máximo"),
    "likewise": ("también|lo mismo con|lo mismo para|igual con|haz lo mismo con"),
    "someone": (
        "una de las fotos|una de ellas|alguna foto|alguna de las fotos|algunas fotos|"
        "algunas de las fotos|unas cuantas fotos|un par de fotos|una de las imágenes"
    ),
    "original": ("original|originales|como antes|de antes|anterior"),
    "percent:25": "la cuarta parte|un cuarto|una cuarta parte",
    "percent:33": "un tercio|la tercera parte",
    "percent:75": "tres cuartos|tres cuartas partes",
    "percent:66": "dos tercios",
    "now": "nueva|nuevo|nuevas|nuevos",
    "side:1080": "full hd|fullhd",
    "side:2160": "4k|uhd",
    "cancel": "olvídalo|mejor no lo hagas|no mejor no",
}
