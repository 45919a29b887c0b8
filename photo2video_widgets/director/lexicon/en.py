"""English."""

WORDS = {
    "part:1": "the first half|first half|the first half of the photos|first half of the photos",
    "part:2": "the second half|second half|the last half|last half|latter half|the latter half",
    "parity:2": "the even ones|even ones|even photos|even-numbered|the even photos|even numbers|even numbered ones",
    "parity:1": "the odd ones|odd ones|odd photos|odd-numbered|the odd photos|odd numbers|odd numbered ones",
    "trans:reveal-down": "reveal down",
    "trans:cover-down": "cover down|cover from the top",
    "trans:reveal-up": "reveal up",
    "trans:cover-up": "cover up|cover from the bottom",
    "trans:reveal-right": "reveal right",
    "trans:cover-right": "cover right|cover from the left",
    "trans:reveal-left": "reveal left",
    "trans:cover-left": "cover left|cover from the right",
    "trans:clouds": (
        "clouds transition|cloud transition|cloud transitions|cloud wipe|clouds effect|clouds|"
        "luma matte|luma wipe|luma mattes"
    ),
    "trans:pixelate": (
        "pixelate|pixelated|pixelation|pixelates|pixel transition|pixel transitions|pixels|pixel effect|mosaic"
    ),
    "trans:blinds": "blinds|venetian blinds|blinds transition|blind transition|venetian blind",
    "trans:clock": (
        "clock wipe|clock wipes|clock transition|clock transitions|clock hand|clock effect|radial wipe|"
        "clockwise wipe|clock"
    ),
    "trans:reveal": "reveal|reveals|reveal transition|reveal transitions|uncover|uncovers|uncovering|revealing",
    "trans:cover": "cover transition|cover transitions|cover effect|cover over|covers over|covering transition",
    "supposed": "what happens if|what would happen if|what will happen if",
    "beside:before": (
        "the one before it|the one before|the one right before|the one just before|the photo before it|"
        "the one right before it|the one just before it|the previous one|the one in front of it|"
        "the photo before|the one preceding it"
    ),
    "beside:after": (
        "the one after it|the one after|the one right after|the one just after|the photo after it|"
        "the one right after it|the next one|the photo after|the one following it|the one that follows|"
        "the one behind it"
    ),
    "photo": (
        "photo|photos|picture|pictures|pic|pics|image|images|img|shot|shots|slide|slides|photograph|"
        "photographs|fotos|one|ones|snap|snaps"
    ),
    "clip": "clip|clips|video clip|the footage|footage",
    "film": (
        "video|videos|film|movie|slideshow|slide show|slide-show|slideshows|montage|vlog|recap|compilation|"
        "presentation|animation|film clip|vid|whole thing|the thing|memory video"
    ),
    "music": (
        "musc|muzic|musix|tunes|soundtracks|audio|"
        "music|song|songs|soundtrack|track|tune|bgm|background music|score|audio track|beat|musik|backing track|melody"
    ),
    "volume": ("loud|as loud|volume|loudness|music volume|sound level"),
    "sound": "own sound|own audio|sound|audio|original sound|original audio",
    "title": (
        "intro title|intro titles|title|titles|opening title|title card|heading|headline|opening text|intro text|"
        "opening titles|"
        "title text|opening words"
    ),
    "caption": "caption|captions|subtitle|subtitles|label|labels|captioning",
    "credit": (
        "credits|credit|end credits|closing credits|end credit|closing title|closing text|end title|end card|"
        "closing words|outro text|ending text|closing line|outro|final words|end text|closing card"
    ),
    "text": (
        "txt|texts on it|"
        "text|texts|words|lettering|writing|wording|text overlay|on-screen text|font|letters|line of text|inscription"
    ),
    "transition": "transition|transitions|transition effect|transition effects|in-between effect",
    "motion": (
        "moving|motion|movement|motions|movements|camera movement|camera motion|camera move|camera moves|animate|"
        "animated|camera"
    ),
    "motion:any": (
        "ken burns|ken-burns|ken burns effect|kenburns|zooms|zoom|zooming|pan and zoom|pan|panning|"
        "zoom and pan|zooms and pans|pans and zooms|some motion|some movement|movement effect"
    ),
    "look": (
        "filter|filters|look|colour grade|color grade|grading|colour effect|color effect|tint|tone|"
        "filter effect|colouring|coloring"
    ),
    "effects": "effects|effect|fancy stuff|special effects|fx",
    "background": (
        "empty bits|empty space|empty spaces|empty parts|empty areas|blank space|blank areas|gaps|"
        "blurred background|blurry background|blurred backdrop|background|backdrop|behind them|"
        "behind the photos|backgrounds|behind|around them|around the photos|borders|bars|border|edges|"
        "padding|letterbox bars"
    ),
    "bars": "black bars|bars at the sides|side bars",
    "order": "order|sequence|arrangement|ordering",
    "length": (
        "twice as long|half as long|three times as long|two times as long|double the length|half the length|"
        "length|duration|running time|runtime|lengths|durations|run time|long|last|lasts|lasting|display time"
    ),
    "pace": "pace|tempo|rhythm|speed|pacing",
    "frame": "frame|canvas|aspect ratio|aspect|format|ratio|screen|resolution|orientation|shape|dimensions",
    "rate": (
        "frames per sec|frames/sec|frames a sec|frames per second|"
        "frame rate|framerate|fps|frames per second|frames a second"
    ),
    "names": (
        "name|number|numbers|numbering|file name|filename|file names|filenames|their names|its name|"
        "their name|names|file's name|name of the file|names of the files|photo name|photo names"
    ),
    "dates": (
        "the date it was taken|the date they were taken|the day it was taken|the day they were taken|"
        "date they were taken|the date of each|"
        "date taken|dates taken|the date|dates|date|capture date|date it was taken|when it was taken|"
        "when they were taken|day it was taken|date and time|taken date|timestamp|shooting date|shot date"
    ),
    "trans:crossfade": (
        "melt into one another|melting into one another|melt into each|melt together|"
        "flow into each other|flow into one another|soft blends|fade into the next|"
        "crossfade|crossfades|cross fade|cross fades|cross-fade|cross-fades|crossfading|soft fade|soft fades|"
        "blend|blends|xfade|cross-fading|blending|fade into each other|fade into one another|fading between|"
        "blend into each other|melt into each other"
    ),
    "trans:dissolve": ("dissolve|dissolves|cross dissolve|cross-dissolve|cross dissolves|dissolving|cross-dissolves"),
    "trans:fade-black": (
        "fade 2 black|fade2black|fade thru black|fade through to black|"
        "fade to black|fade through black|fades to black|fades through black|fade-to-black|dip to black|"
        "dips to black|fade from black|black fade|black fades|fade via black|fading through black|"
        "fading to black|through black|fade in black|dip-to-black|fade-through-black"
    ),
    "trans:fade-white": (
        "fade to white|fade through white|fades to white|fades through white|fade-to-white|dip to white|"
        "dips to white|white flash|flash to white|white fade|white flashes|flash white|flash|flashes|"
        "through white|fading to white|fade-through-white"
    ),
    "trans:wipe": "wipe|wipes|wiping",
    "trans:slide": ("slide in|slides in|sliding|slide over|slide transition|slide transitions|slide effect|sliding in"),
    "trans:push": "push|pushes|pushing|push transition|push transitions",
    "trans:zoom": "zoom transition|zoom transitions|zoom blur|zoom-blur|zoom through|zooming transition",
    "trans:circle": (
        "circle|circles|iris|circle open|circle reveal|circle wipe|circular|iris wipe|round wipe|"
        "circle transition|iris transition"
    ),
    "trans:blur": (
        "blurry transitions|blurred transitions|blur into|blurs into|blur into the next|blur one into the next|"
        "blur transition|blur transitions|blur fade|blurry transition|blurred transition|blurs|blurring"
    ),
    "cut": (
        "cut|cuts|hard cut|hard cuts|plain cut|plain cuts|straight cut|straight cuts|simple cuts|jump cuts|"
        "clean cuts|jump cut"
    ),
    "fade": "fade|fades|fading|faded out|fade effect|fade transition|fade transitions",
    "fadeout": ("fade out|fades out|fade-out|fading out|fade it out|fade them out|taper off|fade away|die away"),
    "fadein": "fade in|fades in|fade-in|fading in|fade it in|ease in",
    "motion:zoom-in": (
        "move inwards|move inward|move slowly to inside|move to the inside|move closer|to inside|inwards|get closer|"
        "zoom in|zoom-in|zooming in|zooms in|push in|push-in|zoom into|zoom in on|closing in|move in|"
        "zoomed in|zooming into|zoom closer|dolly in"
    ),
    "motion:zoom-out": (
        "zoom out|zoom-out|zooming out|zooms out|pull out|pull back|pull-out|pulling back|move out|zoom back|"
        "dolly out|pulling out|zoomed out"
    ),
    "motion:pan": (
        "drift|drifts|drifting|glide|glides|gliding|sweep across|pan across|panning across|pan over|pan across it"
    ),
    "motion:pan-left": (
        "pan left|pans left|panning left|pan to the left|pan leftwards|pan-left|move left|right-to-left pan"
    ),
    "motion:pan-right": (
        "pan right|pans right|panning right|pan to the right|pan rightwards|pan-right|move right|left-to-right pan"
    ),
    "motion:pan-up": (
        "pan up|tilt up|pans up|tilting up|pan upwards|tilt upwards|pan-up|move upwards|tilts up|panning up"
    ),
    "motion:pan-down": (
        "pan down|tilt down|pans down|tilting down|pan downwards|tilt downwards|pan-down|tilts down|panning down"
    ),
    "motion:none": (
        "still|perfectly still|completely still|static|motionless|stationary|nothing moving|nothing moves|"
        "stand still|freeze|no camera movement|stay still|not moving|frozen|stop moving|stop zooming|"
        "stop panning|stop the zooming|stop the motion"
    ),
    "alternate": (
        "alternate|alternating|alternately|in turn|by turns|take turns|alternates|one after the other|"
        "switch between|back and forth"
    ),
    "leftright": (
        "from the left side|from the left hand side|from left side|"
        "left to right|from left to right|left-to-right|from the left to the right|from the left|"
        "in from the left|rightwards|to the right"
    ),
    "rightleft": (
        "from the right side|from the right hand side|from right side|"
        "right to left|from right to left|right-to-left|from the right to the left|from the right|"
        "in from the right|leftwards|to the left"
    ),
    "bottomtop": "bottom to top|from bottom to top|bottom up|from the bottom|from below|upwards|up",
    "toptobottom": "top to bottom|from top to bottom|top down|from the top|from above|downwards|down",
    "mood:lofi": (
        "lofi|lo-fi|lo fi|chillhop|lofi hip hop|lo-fi hip-hop|lofi hiphop|lo-fi beats|lofi beats|study beats"
    ),
    "mood:upbeat": (
        "upbeat|energetic|energy|lively|driving|high energy|powerful|motivational|uplifting|peppy|fast-paced|"
        "pumping|bouncy|up-beat|up-tempo|uptempo"
    ),
    "mood:cinematic": "cinematic|film music|film score|movie score|inspiring|movie-like|movie style",
    "mood:calm": (
        "calm|calming|relaxing|relaxed|chill|peaceful|soothing|gentle|quiet music|mellow|tranquil|serene|"
        "easy-going|laid-back|laid back|slow music|calmer|chilled"
    ),
    "mood:ambient": "ambient|atmospheric|spacey|ethereal",
    "mood:acoustic": "acoustic|guitar|acoustic guitar|folk|campfire|folky|ukulele|unplugged",
    "mood:corporate": "corporate|business|professional|business-like",
    "mood:romantic": "romantic|love song|romance|lovey|love songs|wedding music|wedding song",
    "mood:happy": "happy|joyful|cheerful|fun|cheery|feel-good|feel good|sunny|merry|happier|jolly",
    "mood:epic": ("epic|dramatic|trailer|heroic|grand|majestic|big and bold|more epic|trailer music|orchestral epic"),
    "mood:jazz": "jazz|jazzy|swing|smooth jazz|bossa nova|big band",
    "mood:electronic": (
        "electronic|edm|techno|house music|dance music|synth|synthwave|electro|club music|synth-pop|trance"
    ),
    "mood:piano": "piano|piano music|solo piano|pianos",
    "mood:classical": (
        "mozart|beethoven|bach|vivaldi|chopin|tchaikovsky|violin|violins|cello|classical|orchestral|orchestra|"
        "strings|symphonic|baroque"
    ),
    "mood:hiphop": "hip hop|hip-hop|hiphop|rap|trap beat|boom bap",
    "mood:rock": "rock|rock music|rocky|punk|metal|electric guitar|guitar riff|hard rock",
    "mood:sad": "sad|melancholic|emotional|melancholy|sentimental|moody|tearful|bittersweet|sombre|somber",
    "mood:holiday": ("christmas|holiday music|festive|xmas|christmassy|jingle bells|christmas music|christmas song"),
    "mood:playful": "playful|kids|childish|kid-friendly|quirky|funny|silly|whimsical|cute|for kids|comical",
    "mood:summer": (
        "summer music|summery|tropical|beachy|beach music|summer vibes|reggae|summer song|island vibes|"
        "tropical music|tropical house"
    ),
    "look:mono": (
        "black and white|black & white|black-and-white|black n white|b&w|bw|b & w|b/w|b and w|monochrome|"
        "grayscale|greyscale|gray scale|noir|blackandwhite|grey scale|mono"
    ),
    "look:sepia": ("brown|brown look|brown tint|brown tone|sepia|sepia tone|sepia-toned|brownish"),
    "look:warm": (
        "warm|warmer|warm tones|warm look|warm colours|warm colors|golden|warmer colours|warmer colors|"
        "warm filter|warmth|warm light|cosy|cozy|golden hour"
    ),
    "look:cool": (
        "cool tones|cooler|cold|colder|cool colours|cool colors|cold tones|cool look|bluish|icy|cool filter|"
        "cooler colours|cooler colors|cool tone|cold look|bluer|cold colours|cold colors"
    ),
    "look:vivid": (
        "vivid|vibrant|saturated|punchy|pop|pop more|colours pop|colors pop|more colourful|more colorful|"
        "colourful|colorful|more saturation|saturation|bolder colours|bolder colors|brighter colours|"
        "brighter colors|richer colours|richer colors|intense colours|more vibrant|stand out more|vibrance"
    ),
    "look:vintage": (
        "old photograph|old photo|old photos|old photographs|old picture|old pictures|aged|aged look|"
        "grandma's album|old time|oldtimey|vintagey|"
        "vintage|retro|old film|old-film|old movie|nostalgic|old-school|old school|old-timey|analog|analogue|"
        "70s|polaroid|nostalgia|old-fashioned|old fashioned|film look|like an old film"
    ),
    "look:faded": ("faded|matte|washed out|washed-out|pastel|muted colours|muted colors|desaturated|faded look"),
    "look:soft": "soft look|dreamy|soft focus|hazy|soft filter|soft glow|dreamlike|dreamy look",
    "look:none": (
        "normal|normal colour|normal color|normal colours|normal colors|original colours|original colors|"
        "original colour|original color|in colour|in color|full colour|full color|colour|color|no filter|"
        "unfiltered|natural colours|natural colors|in full colour|in full color|back to colour|back to color|"
        "true colours|true colors|as shot"
    ),
    "shape:9:16": (
        "vertical|vertically|portrait|upright|tiktok|tik tok|tik-tok|reel|reels|instagram reel|"
        "instagram reels|ig reel|youtube shorts|shorts|youtube short|story|stories|instagram story|"
        "instagram stories|insta story|insta stories|ig story|ig stories|whatsapp status|whatsapp story|"
        "facebook story|snapchat|snap story|for my phone|phone format|portrait mode|portrait format|"
        "for phones|for mobile|mobile format|vertical format|phone screen|facebook reels|vertcal|tall format|"
        "phone-shaped"
    ),
    "shape:1:1": "square|squared|square format|1 to 1|1 by 1|instagram square|square shape",
    "shape:4:5": (
        "instagram post|insta post|ig post|instagram feed|insta feed|instagram feed post|ig feed|feed post|"
        "post for instagram|facebook post"
    ),
    "shape:16:9": (
        "landscape|horizontal|horizontally|youtube|you tube|widescreen|wide screen|wide-screen|wide|for tv|"
        "the tv|for the tv|landscape format|television|landscape mode|for my tv|vimeo|laptop screen|"
        "horizontal format|a tv|our tv|on tv|projector|wide format|powerpoint"
    ),
    "shape:21:9": "ultrawide|cinemascope|ultra wide|ultra-wide|cinema format",
    "side:2160": "4k|2160p|uhd|ultra hd",
    "side:1440": "1440p|2k",
    "side:1080": "1080p|full hd|fullhd|fhd",
    "side:720": "720p|hd ready",
    "side:480": "480p|low resolution",
    "color:#ffffff": "white|whites|snow white",
    "color:#000000": "black|pitch black",
    "color:#808080": "gray|grey|dark grey|light grey|dark gray",
    "color:#e53935": "red|bright red|dark red|crimson|scarlet",
    "color:#fb8c00": "orange",
    "color:#fdd835": "yellow|bright yellow",
    "color:#ffc107": "gold|gold colour|gold color|golden letters|golden text|golden yellow",
    "color:#43a047": "green|dark green|light green|lime",
    "color:#00897b": "teal",
    "color:#00bcd4": "cyan|turquoise|aqua",
    "color:#1e88e5": "blue|dark blue|light blue|navy|navy blue|sky blue",
    "color:#8e24aa": "purple|violet|lilac|lavender",
    "color:#f06292": "pink|hot pink|rose|magenta",
    "blur": "blur|blurred|blurry|blurred background|blurry background|blurred backdrop|blurred version|fuzzy",
    "place:center": ("center|centre|middle|centered|centred|dead center|middle of the screen|center of the screen"),
    "place:top": "top|at the top|upper|top of the screen|top edge|to the top",
    "place:bottom": "bottom|at the bottom|lower|bottom of the screen|lower part|to the bottom",
    "place:left": "left|left side|left-hand side",
    "place:right": "right side|right-hand side|right edge|the right",
    "place:top-left": (
        "top left|top-left|upper left|upper-left|top left corner|upper left corner|top left-hand corner|top-left corner"
    ),
    "place:top-right": (
        "top right|top-right|upper right|upper-right|top right corner|upper right corner|top-right corner|"
        "top right-hand corner"
    ),
    "place:bottom-left": (
        "bottom left|bottom-left|lower left|lower-left|lower third|bottom left corner|lower left corner|"
        "bottom-left corner|lower-third"
    ),
    "place:bottom-right": (
        "bottom right|bottom-right|lower right|lower-right|bottom right corner|lower right corner|bottom-right corner"
    ),
    "add": (
        "gimme|add|put|include|insert|give|apply|with|want|have|get|place|throw in|play|playing|need|bring|toss in|"
        "overlay|slap|stick"
    ),
    "remove": (
        "take off|take away|cut away|pull out|get out|cut off of|toss away|strip out|edit out|rip out|strip off|"
        "pull off|ditch|bin|axe|kick out|leave out|drop out|lose|nuke|yank|chuck out|throw out|get rid of|"
        "cut out|"
        "can go|has to go|have to go|must go|needs to go|need to go|gotta go|"
        "remove|delete|drop|take out|take off|get rid of|cut out|lose|kill|discard|throw out|throw away|"
        "leave out|omit|erase|ditch|scrap|skip|exclude|strip|chuck|bin|take away|rid of|remove out|dump|"
        "cancel|turn off|switch off|clear|toss|toss out|axe|nix|leave off|kick out|drop out"
    ),
    "take": "take|throw|kick|pull|leave",
    "out": "out|away|off",
    "not": (
        "nothing|"
        "no|not|don't|dont|do not|without|never|doesn't|isn't|n't|w/o|no more|without any|nor|none of|didn't|"
        "shouldn't|zero|minus|neither|stop|avoid|no longer"
    ),
    "set": (
        "make|set|change|turn|switch|let|go|adjust|convert|should be|must be|has to be|be|set to|is|are|"
        "should|want it|edit|render|get it|could be|needs to be|need to be|have it|tweak|reset|reduce to"
    ),
    "use": (
        "swap the song for|swap the music for|swap out the music for|swap the track for|"
        "exchange the music for|trade the music for|"
        "use|using|go with|go for|try|choose|pick|take this"
    ),
    "instead": "instead|instead of|rather than|in place of|replace with|replacing|rather",
    "replace": ("swap out|switch out|change out|trade out|replace|substitute|exchange"),
    "keep": (
        "keep|leave|keep the rest|leave it|preserve|hold on to|retain|leave the rest|don't touch|"
        "don't change|dont change|dont touch|do not change|do not touch|stays|stays the same|stay the same|"
        "remain|remains|stay"
    ),
    "unchanged": (
        "as it is|as they are|as is|unchanged|the same|alone|untouched|intact|everything stays the same|"
        "the way it is|the way they are|everything else stays|rest stays|how it is|how they are"
    ),
    "only": ("only|just|nothing but|solely|only use|only keep|use only|just use|just keep|keep only|exclusively"),
    "show": (
        "take up|show|hold|display|stay|stays|stay on screen|appear|appears|linger|lingers|remain|keep on screen|"
        "on screen|visible|shown|held|keeps|hang|stay on|stays on"
    ),
    "move": "move|bring|shift|put|place|relocate|goes|go|come|comes|belongs|send|stick|position",
    "swap": (
        "swap|switch|exchange|trade places|change places|swap places|switch places|trade|interchange|"
        "flip the positions|swop|swap around|swapped"
    ),
    "reverse": (
        "wrong way|the wrong way|flip that|flip it|"
        "reverse|reversed|reverse order|backwards|backward|in reverse|flip the order|other way round|"
        "other way around|opposite order|the other way|opposite way|invert the order|reverse the order|"
        "last to first|turn around|turn it around|from last to first|upside down order|opposite direction|"
        "other direction|reverse direction|vice versa"
    ),
    "shuffle": (
        "shuffle|shuffled|random order|random|randomly|randomize|randomise|mix up the order|jumble|scramble|"
        "mix them up|shuffle up|at random|in any order|mix the photos|jumble up|mix up the photos|randomised|"
        "randomized|mix the order"
    ),
    "sort": (
        "sort|sorted|arrange|arranged|order them|ordered|put in order|rearrange|reorder|order the photos|"
        "organize|organise"
    ),
    "by:taken": (
        "when i shot them|when they were shot|order i took them|order i shot them|order they were taken|"
        "the way i took them|when i took them|when i took each|the order they happened|order of shooting|"
        "oldest first|earliest first|oldest to newest|earliest to latest|from oldest to newest|"
        "oldest one first|earliest one first|"
        "chronological|chronologically|chronological order|oldest first|oldest to newest|earliest first|"
        "by date|by time|order they were taken|order they were shot|the order we took them|order i took them|"
        "as they were taken|by date taken|by capture date|order taken|date order|order of date|time order|"
        "in the order taken|by when they were taken|order of time|from oldest to newest|timeline order|"
        "time taken|order these were taken|in order of date"
    ),
    "by:newest": (
        "newest to oldest|latest to earliest|latest first|latest one first|newest one first|"
        "most recent first|newest first|from newest to oldest|most recent to oldest|"
        "newest first|newest to oldest|latest first|most recent first|reverse chronological|"
        "from newest to oldest|reverse chronologically|latest to earliest"
    ),
    "by:name": (
        "alphabetical|alphabetically|by name|by file name|by filename|alphabetic order|a to z|a-z|by number|"
        "numerically|name order|by file names|by their names|numerical order|by title|alphabetical order|"
        "by the number|in order of name|by numbers|number order"
    ),
    "by:given": (
        "order i gave them|the order i gave them|the order i gave you|order i uploaded them|"
        "the order they came in|original order|the original order|order i gave you|"
        "back in the order i gave them|order they were in|"
        "original order|order i gave|order they came|order i uploaded|initial order|first order|given order|"
        "order as uploaded|the order they were in|order it was in|order they were uploaded|upload order|"
        "original sequence|previous order|old order|order i added them|default order"
    ),
    "again": (
        "again|once more|one more time|another time|a second time|repeat|repeated|duplicate|duplicated|copy|"
        "twice in the film|double up|show twice|a copy|re-use|reuse|duplicate of|another copy"
    ),
    "back": "get back|add back in|put back in|back|back in|put back|bring back|restore|add back|return|back again",
    "undo": (
        "scrap my last change|scrap the last change|scrap that change|forget the last change|"
        "drop the last change|ditch the last change|take back the last|take back my last change|"
        "cancel my last change|cancel the last change|kill the last change|"
        "liked it better before|liked it before|better before|preferred it before|prefer the old version|"
        "prefer it before|undo|revert|take that back|take it back|go back|go back one step|step back|"
        "put it back how it was|put it back the way it was|put that back|how it was before|the way it was|"
        "the way it was before|back to how it was|back to before|ctrl z|ctrl-z|ctrl+z|roll back|rollback|"
        "undo it|undo that|undo this|back to the way it was|as it was before|like it was before|like before|"
        "back to what it was|unmake|scratch that|never mind that|forget that|cancel that|change it back|"
        "put it back|discard the last change|forget the last change|how it was|go back a step"
    ),
    "redo": "redo|re-do|do it again after all|redo that|undo the undo|bring that change back|redo it",
    "changes": "change|changes|edit|edits|step|steps|thing|things|modifications|modification|actions",
    "start": (
        "start with|begin with|starts with|open with|start on|open on|starting with|beginning with|"
        "start off with|lead with|opens with|kick off with|begins with|starting on|start from|first up"
    ),
    "end": (
        "end with|finish with|end on|finish on|ends with|close with|ending with|close on|finishing with|"
        "ending on|finish off with|wrap up with|finishes with|ends on|finishing on|conclude with|"
        "finish off on"
    ),
    "tostart": (
        "to the start|to the beginning|to the front|at the start|at the beginning|at the front|first place|"
        "to first|in front|up front|the beginning|the start|front|beginning|very beginning|very start|"
        "the very start|at the very start|at the very beginning|the opening|goes first|go first|comes first|"
        "in first|first position|top of the list|beginning of the film|beginning of the video|"
        "start of the video|start of the film|to the very beginning|to the very start|as the first|as first|"
        "as opener|opener"
    ),
    "toend": (
        "the closer|as the closer|closer|to the end|at the end|at the very end|very end|to the back|the end|"
        "in last|last place|goes last|"
        "go last|comes last|to last|final position|end of the film|end of the video|to the very end|"
        "end of it|the very end|for last|as the last|as last|last position|closing|the back|as closer|ending"
    ),
    "before": "before|ahead of|in front of|prior to|just before|right before|directly before",
    "after": (
        "after|behind it|following|right after|just after|directly after|straight after|immediately after|next to"
    ),
    "between": ("btwn|inbetween|in between|between|in between|from one to the next|betwen"),
    "into": "into|going into|leading into",
    "and": "and|n|&|plus|as well as|also|+|und",
    "then": ("then|and then|after that|afterwards|next|but|while|whereas|so|though|and also|finally|because|since"),
    "each": (
        "apiece|a piece|per pic|per photo|per picture|per image|per shot|per slide|each one|every pic|"
        "every shot|every slide|every one of them|"
        "each|every|per photo|a photo|per picture|per image|per pic|per slide|a picture|a piece|apiece|"
        "each one|every one|each photo|every photo|each picture|every picture|each image|every image|"
        "each slide|every slide|a slide|per shot|a pic|each of them|each of the photos|an image|for each|"
        "for every|to each|on each|every single photo|every single one|every single picture|each pic|"
        "every pic|a shot|every shot|each shot|each of these|every one of them"
    ),
    "all": (
        "anywhere|all|all of them|everything|all photos|all the photos|all of it|all the pictures|all pictures|"
        "them all|everywhere|all of the photos|the photos|the pictures|all images|the images|all of these|"
        "all the images|the whole lot|throughout|the lot|all the pics|all pics|the pics|across the board|"
        "all over|em all|the slides|all slides"
    ),
    "rest": (
        "everything in between|everything in the middle|all in between|those in between|the ones in between|"
        "the middle ones|the rest|rest|the others|others|everything else|the other photos|other photos|"
        "the other ones|"
        "all the others|all others|the remaining|remaining|everyone else|all the other photos|"
        "the other pictures|other pictures|all other photos|the other|remaining photos|every other photo|"
        "the remaining photos|all the rest|other ones"
    ),
    "except": (
        "except|except for|apart from|but not|all but|everything but|besides|excluding|other than|"
        "with the exception of|save for|aside from|except that"
    ),
    "total": (
        "total|in total|overall|altogether|in all|whole|entire|all together|the whole|total length|"
        "whole video|entire film|whole film|all in all|total duration|total time|running|full video|"
        "full length|overall length|total running time|whole thing|entire thing|entire video|whole slideshow|"
        "complete"
    ),
    "both": "both",
    "same": (
        "even out|same length|same duration|same time|equal|equally|equally long|evenly|the same length|"
        "same amount of time|even|equal length|equal lengths|uniform|same lengths|the same time|"
        "the same duration|equal time|the same amount of time|balance|balanced|equal duration|"
        "identical length|even out|equalise|equalize|same long|last equally"
    ),
    "sametime": "at the same time|at once",
    "different": (
        "different|another|other|something else|else|a new one|a different one|another one|some other|"
        "change it up|different one"
    ),
    "vary": (
        "mix it up|different every time|a different kind|variety|varied|various|vary|all sorts of|"
        "all different|different kind|different kinds|random transitions|mixed transitions|a mix of|mixed|"
        "assorted|a different one every time|different types|each one different|different ones|variety of|"
        "various kinds|surprise me|different each time|change every time"
    ),
    "longer": (
        "more screen time|more airtime|longer on display|longer|lengthen|extend|longer on screen|stretch|prolong|"
        "extended|lengthier|too short|elongate|"
        "more time|too brief|stretch out|make longer|for longer|draw out"
    ),
    "shorter": (
        "bring it down|take it down|drop down|bring down|take down|knock down|pare down|whittle down|cut it down|"
        "cut it back|cut this down|"
        "cut that down|cut it short|trim it down|"
        "shorter|shorten|briefer|too long|shorter on screen|less time|trim down|reduce the length|cut down|"
        "condense|shortened|tighten|tighter|more compact|compress"
    ),
    "slower": (
        "feels rushed|feel rushed|is rushed|are rushed|feels hectic|feels hurried|too hurried|"
        "too abrupt|too harsh|too jarring|less abrupt|"
        "slower|slow down|slow it down|more slowly|too fast|slower pace|slow|slowly|less hectic|too quick|"
        "less rushed|too hectic|slow things down|too rushed|more leisurely|calmer pace|slow down the pace|"
        "unhurried"
    ),
    "faster": (
        "faster|speed up|speed it up|quicker|too slow|quicken|pick up the pace|more quickly|snappier|fast|"
        "quick|quickly|faster pace|more dynamic|speed things up|too sluggish|livelier|drags|dragging|snappy|"
        "accelerate|pacier|more energetic"
    ),
    "louder": (
        "bring up|crank up|hear the music|can't really hear|louder|turn up|turn it up|volume up|too quiet|can't hear|"
        "cant hear|raise|more volume|crank up|crank it up|boost|too soft|turn the music up|turn up the music|"
        "turn music up|barely hear|hardly hear|cannot hear|can barely hear|can hardly hear|pump up|turned up|"
        "up a notch|inaudible|raise the volume|too faint"
    ),
    "quieter": (
        "bring it down to|take down|knock down|bring down|bring it down|take it down|bring that down|dial it back|"
        "dial it down|"
        "knock it down|"
        "quieter|turn down|turn it down|volume down|too loud|softer|more quiet|quieten|less loud|"
        "lower the music|lower the volume|turn the music down|turn down the music|turn music down|"
        "more quietly|tone down|tone it down|bring down|overpowering|drowns out|turned down|lower|reduce|"
        "reduce the volume|decrease|down a notch|quiet|quietly|too strong|more subtle|dial down|"
        "more in the background|subtler|more background"
    ),
    "bigger": (
        "bigger|larger|increase|enlarge|too small|bigger font|big|large|huge|more prominent|enlarged|"
        "scale up|larger font|legible|readable|bump up"
    ),
    "smaller": (
        "smaller|tinier|shrink|too big|too large|small|tiny|smaller font|less prominent|scale down|"
        "tone down the size|more discreet"
    ),
    "more": (
        "more|stronger|further|increase|intensify|much more|heavier|more intense|more pronounced|a lot more|"
        "too weak|too subtle|too little|stronger zoom|more noticeable|more dramatic zoom"
    ),
    "less": (
        "tone down|dial down|tone it down|dial back|subtler|more subtle|calmer motion|less|weaker|fewer|decrease|"
        "lighter|less intense|too much|"
        "less strong|milder|toned down|less pronounced|more gentle|gentler|not so much|less extreme|subtle"
    ),
    "bit": (
        "a lil|a lil bit|lil|a smidgen|a teeny bit|"
        "a bit|a little|slightly|a touch|a tad|somewhat|a little bit|bit|a tiny bit|little|a smidge|"
        "just a bit|ever so slightly|marginally|a hair|kind of|kinda|sort of|a notch|tad|tiny bit|a wee bit|"
        "touch|lil"
    ),
    "much": (
        "much|a lot|way|far|significantly|considerably|a great deal|really|really a lot|lots|very|loads|"
        "heaps|super|massively|drastically"
    ),
    "double": (
        "twice as long as it is now|twice as long as now|twice as long as before|twice as long|double|twice|"
        "twice as|two times|doubled|double the length|x2|2x|twice the|double the|"
        "twice as much|two times as long|double it"
    ),
    "triple": "triple|three times|thrice|3x|x3|three times as long|tripled",
    "halve": (
        "half|halve|half as long|half the|half of that|half that|halved|by half|half the length|in half|"
        "half as|half of it|half as much|half of the length|cut in half|half the time"
    ),
    "middle": (
        "somewhere in between|in the middle of the two|halfway|something in between|meet in the middle|"
        "middle ground|in-between|compromise|between the two|split the difference|half way"
    ),
    "atmost": (
        "at most|max|maximum|no more than|no longer than|under|less than|up to|shorter than|not more than|"
        "not longer than|below|within|tops|or less|at the most|max.|not exceed|no longer|maximum of|"
        "or shorter|cap|limit|limited to|not over|fit in|fit into|fits in|fits into|must fit"
    ),
    "atleast": (
        "at least|minimum|min.|no less than|no shorter than|or more|or longer|not less than|over|longer than|"
        "more than|at the least|a minimum of"
    ),
    "about": (
        "about|around|roughly|approximately|approx|circa|ca|or so|more or less|exactly|precisely|~|nearly|"
        "almost|just about|some"
    ),
    "mute": "mute|muted|silence|silent|silently|mute it|without sound|no sound|soundless|silenced",
    "unmute": "unmute|with sound|with its own sound|turn the sound on",
    "trim": (
        "shave off|lop off|"
        "trim|trimmed|crop the clip|cut the clip|trim it|cut it to|shorten the clip|use only the part|"
        "cut the clip to|from the clip|trim down to"
    ),
    "crop": (
        "crop|cropped|cropping|crops|cut off|cutting off|chop off|cut the heads off|cut anything off|"
        "chopped off|chopping off"
    ),
    "contain": (
        "complete picture|the complete picture|complete photo|heads are cut off|heads cut off|"
        "heads are chopped off|cuts off the heads|cutting off heads|cuts heads off|entirely|see each picture|"
        "see every picture|in their entirety|in its entirety|nothing cut off|"
        "without cutting anything|"
        "show whole|show them whole|whole photos|whole photo|whole pictures|uncropped|letterbox|letterboxed|"
        "fit inside|full photos|entire photo|whole picture|show the whole photo|show the whole picture|"
        "see the whole|complete photos|entire photos|entire picture|completely visible|fit the whole|"
        "fit entirely|show everything|show the entire|full picture|full photo|show in full|in full|"
        "fully visible|see everything|fit to frame|fit within|pillarbox|fit to screen|without cropping|"
        "contain|complete pictures|whole image|whole images|entire image|entire images"
    ),
    "fill": (
        "fill|fill the frame|fill the screen|fill the whole frame|fill the whole screen|crop to fill|"
        "full bleed|full-bleed|full screen|fullscreen|fill up|fill it|edge to edge|cover the frame|"
        "fill the entire frame|fill the entire screen|full-screen|fills the frame|fills the screen|"
        "fill the picture|cover the whole frame|zoom to fill|fill everything"
    ),
    "loop": "loop|looped|repeat the music|looping|on repeat|repeat it",
    "says": (
        "call it|name it|call this|name this|call the film|call the video|"
        "says|saying|that says|reading|reads|should read|called|named|titled|entitled|rename|write|written|"
        "which says|should say|say|read|to read|to say|type|with the words|the words"
    ),
    "from": (
        "from|starting at|starts at|start at|beginning at|start|begin|starts|begin at|starting|begins at|starting from"
    ),
    "to": "to|until|till|through|up until",
    "at": "at|on|over|onto|across",
    "for": "for|during",
    "in": "in|of",
    "it": "it|that|this|them|em|that one|this one|it's|the one|those|these|its|they",
    "too": "too",
    "bold": "thicker|thicker letters|fatter|bold|bolder|heavier font|fat letters|thick letters",
    "thin": "thin|lighter font|not bold|regular weight|thinner",
    "outline": "outline|outlined|with an outline",
    "box": "box|boxed|box behind|background box|text box",
    "animate:fade": "fade animation|text fade|fade-in animation",
    "animate:slide": "slide animation|slide up animation|text slide",
    "animate:none": "no animation|without animation|no text animation",
    "throughout": (
        "throughout|whole time|the whole time|all the time|entire time|during the whole video|"
        "during the whole film|for the whole video|for the entire video|all the way through|the entire time|"
        "from start to finish|start to finish|for the whole film|permanently|always|whole way through|"
        "over the whole video|throughout the video|from beginning to end|from start to end|the whole way"
    ),
    "odd": (
        "every second photo|every other photo|every other one|every second one|every second picture|every other picture"
    ),
    "lastbut": "second to last|second-to-last|penultimate|next to last|second last|last but one",
    "ord:last": "last|final|last one|latest",
    "ord:middle": "middle one|middle photo|middle picture",
    "own": "my own|my|mine|our|ours|my song|my track|my music",
    "duck": "duck|ducking|step back|when the clip plays|while the clip plays",
    "half": "half",
    "what": "what|how|why|when|where|who|which|weather|joke|whats|what's|how's",
    "help": ("help|can you do|how does it work|what can you do|what can i say|how does this work|what can i do"),
    "thanks": (
        "so cute|how cute|adorable|so sweet|how sweet|aww|too funny|hilarious|so funny|lovely job|"
        "thanks|thank you|thx|lovely|great|perfect|awesome|beautiful|cool|nice|wonderful|love it|looks good|"
        "well done|amazing|brilliant|good job|like it|i like it|looks great|excellent|fantastic|super nice|"
        "good|ty|cheers|very nice"
    ),
    "hello": "hi|hello|hey|good morning|good evening|hey there|hi there|yo",
    "yes": "yes|yeah|yep|ok|okay|sure|right|alright|fine|yup|yea|k",
    "nope": (
        "nvm|na|sry|srry|soz|oopsie|my mistake|wrong one|not it|nah just|no just|scratch that|forget that|"
        "no no wait|strike that|on reflection|correction|"
        "no make it|no make that|"
        "sorry|i mean|i meant|make that|or rather|my bad|hang on|hold on|"
        "nah|nope|hmm|hm|eh|meh|ugh|no wait|wait|oops|whoops|uh|actually|on second thought|second thought|"
        "you know what|never mind|nevermind|argh|no no|scratch"
    ),
    "make": "create|build|produce|put together|generate|do|combine|compile|assemble|make a|do a|turn into",
    "literal": (
        "exactly like that|just like that|exactly as written|with the brackets|with brackets|as typed|"
        "word for word|in exactly those words|in quotes|with the quotes|exactly as typed|verbatim"
    ),
    "bad": (
        "blurry one|blurred one|ugly|bad|terrible|boring|redundant|superfluous|unnecessary|out of focus|"
        "awful|not good|duplicate photo"
    ),
    "export": "export|download|render it|save it|upload|send me|exporting|rendering",
    "upload": "uploaded|uploading",
    "yet": "yet|first of all|for now|for the moment",
    "filler": (
        "short|gone|disappears|vanishes|needed|if needed|is more fun|is more interesting|works better|looks better|"
        "would look better|tho|smth|sth|rn|ur|u|ppl|imo|"
        "ngl|lowkey|prolly|rly|def|pls pls|bc|fr|dammit|lemme|wanna|thru|smidge|haha|"
        "btw|piece|kinda like|wondering|wondered|was wondering|whether|wondering whether|wondering if|so kind|very|"
        "so kind as to|be so kind|kind enough to|bump|nudge|as it were|kinda like|there's a|might be|"
        "very end of it|lookin|looking like|"
        "therefore|hence|that's why|so that|thus|because of that|for that reason|"
        "can go by|go by|goes by|"
        "taken|shot on|shot in|taken in|taken on|musc|fix|tweak|edit|adjust|adjustment|adjustments|"
        "amend|change this|turned|becomes|became|"
        "wider audience|audience|viewers|version of it|viewer|little bit of|"
        "teh|thw|hte|adn|nad|gets|gotten|please|wish|honestly|frankly|apparently|basically|literally|"
        "seriously|definitely|certainly|obviously|hopefully|totally|ideally|instead of that|prefer|"
        "preferably|rather have|i'd rather|would rather|plenty|suffices|is enough|will do|"
        "don't forget to|why don't you|go for|go with|switch|switch to|turn it|turn this|turn them|turn|"
        "round|around it|apply|stick|pop|chuck|throw|slap|put in|toss|yall|y'all|guys|folks|haha|hehe|"
        "lmao|omg|wow|ooh|aw|aww|hm|umm|er|erm|well then|anyhow|meanwhile|finally|lastly|secondly|"
        "firstly|next|afterwards|beforehand|thingy|thingie|whatever|somewhat|ones|itself|themselves|"
        "ourselves|myself|same as before|once|job|favour|favor|thank|could you|would you|can you|"
        "im gonna|that bit|one thing|another thing|other thing|request|last thing|quick thing|we'd|we're|"
        "we'll|they're|they've|i've|you've|he'd|she'd|it'd|there's|here's|that's|ain't|is there|"
        "are there|"
        "a|an|the|please|pls|plz|plx|kindly|can|could|would|will|you|i|we|us|me|my|your|our|want to|like|"
        "wants|i'd|i'm|im|i'll|let's|lets|so|now|well|maybe|perhaps|just|really|if|possible|also|too|there|"
        "here|some|any|as|by|into|up|onto|than|am|was|were|been|being|does|did|do|has|had|id|gonna|going|"
        "wanna|gotta|such|kind|type|style|styled|more|it|that|this|these|those|them|they|he|she|his|her|"
        "their|who|whom|which|when|because|about|thing|stuff|bit|lot|nice|good|great|simple|simpler|quick|"
        "smooth|smoothly|pretty|lovely|little|small|new|own|trip|travel|vacation|day|days|family|summer|"
        "weekend|birthday|wedding|party|beach holiday|memories|memory|story of|out of|from|with|for|to|on|in|"
        "at|of|be|is|are|make|get|got|go|let|see|look|looks|looking|feel|feels|feeling|vibe|vibes|mood|"
        "effect|version|final|finished|time|times|moment|part|parts|via|through|during|while|underneath|"
        "under|running|kids|friends|year|years|best|favorite|favourite|special|happy|everyone|people|someone|"
        "somebody|something|anything|way|actually|again|still|already|back|off|think|know|guess|"
        "believe|mean|said|say|says|hope|try|keep|seconds|minutes|right|okay|ok|sense|need|needs|must|shall|"
        "may|might|should|have|having|both|either|since|until|where|why|how|what|who's|friend|mate|dude|bro|"
        "sir|dear|hey|oh|ah|yo|alright|fine|cool|sure|ever|even|yet|though|however|therefore|each|very|quite|"
        "rather|fairly|totally|completely|perfectly|exactly|overall|enough|together|apart|everything|"
        "instagram|insta|ig|facebook|whatsapp|social|media|online|digital|hd|mp4|file|files|quality|high|low|"
        "full|plain|basic|classic|modern|stylish|elegant|professional|personal|custom|fancy|crazy|super|"
        "extra|ultra|mega|mini|nicely|gently|softly|gentle|soft|subtle|light|dark|bright|clean|clear|free|"
        "photos|seem|seems|bring|working|works|work|idea|ideas|anyway|somehow|sort|please?|nicer|better|"
        "playing|pets|pet|hike|tour|roadtrip|road trip|grandma|grandpa|mom|mum|dad|kid|baby|holiday|holidays|"
        "vacations|picnic|anniversary|graduation|concert|festival|honeymoon|easter|halloween|garden party|"
        "reunion|meeting|product|products|shop|album|collection|gallery|selection|bunch|set of|couple|"
        "couple of|few|several|many|different angles|upload it|use it|post it|share it|show it|send it|"
        "i want|i need|i would like|i'd like|give me|make me|show me|tell me|for me|of mine|what i want|"
        "as well|kind of thing|please and thank you|by the way|btw|lol|haha|asap|tbh|imo|idk|at all|"
        "whatsoever|in general|in it|on it|on them|in them|of it|of them|to it|to them|for it|for them|"
        "from these|from them|of these|with these|of those|the same thing|same thing|same|post|posting"
    ),
    "percent:100": ("full volume|max volume|maximum volume|as loud as possible|full blast|all the way up"),
    "time:750": (
        "three quarters of a second|three-quarters of a second|three quarter second|"
        "three quarter seconds|three-quarter second"
    ),
    "time:250": ("quarter of a second|quarter second|a quarter of a second|a quarter second"),
    "likewise": (
        "too|as well|"
        "same for|same with|same goes for|the same for|the same with|do the same for|do the same with|"
        "likewise for|same thing for|same thing with|ditto for|do likewise for"
    ),
    "someone": (
        "one of the photos|one of the pictures|one of the pics|one of the images|one of them|"
        "one of these|one of those|some of the photos|some of the pictures|some of them|"
        "a couple of the photos|a few of the photos|a few of them|a random photo|one photo|one picture|"
        "a photo|a picture|any one of them|certain photos|a certain photo"
    ),
    "original": ("original|as before|like before|previous|as it was|the way it was|how it was"),
    "time:1000": ("a full second|one full second|full second|a whole second|one whole second"),
}
