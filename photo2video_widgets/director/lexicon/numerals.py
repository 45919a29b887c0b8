"""Numbers, units of time and ordinals as each language writes them."""

NUMBERS = {
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty",
    "es": "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
    "diecisiete dieciocho diecinueve veinte",
    "de": "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn "
    "siebzehn achtzehn neunzehn zwanzig",
    "fr": "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
    "dix-huit dix-neuf vingt",
}
TENS: dict[str, dict[str, float]] = {
    "en": {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
           "hundred": 100, "couple": 2, "dozen": 12},
    "es": {"veinticinco": 25, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70,
           "ochenta": 80, "noventa": 90, "cien": 100, "par": 2},
    "de": {"fünfundzwanzig": 25, "dreißig": 30, "fünfundvierzig": 45, "vierzig": 40, "fünfzig": 50, "sechzig": 60,
           "siebzig": 70, "achtzig": 80, "neunzig": 90, "hundert": 100, "zwo": 2, "beiden": 2, "beide": 2,
           "anderthalb": 1.5, "eineinhalb": 1.5, "zweieinhalb": 2.5, "dreieinhalb": 3.5, "viereinhalb": 4.5},
    "fr": {"trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "quatre-vingt": 80, "cent": 100},
}  # fmt: skip
ARTICLES = frozenset("a an another un una uno une ein eine einer einen eines ne nen ner".split())
UNITS = {
    1: "ms msec msecs millisecond milliseconds milisegundo milisegundos millisekunde millisekunden milliseconde "
    "millisecondes",
    1000: "s sec secs second seconds segundo segundos seg segs sekunde sekunden sek seconde secondes",
    60_000: "min mins minute minutes minuto minutos minuten",
    3_600_000: "h hour hours hora horas stunde stunden heure heures",
}
HAN_UNITS = (
    ("毫秒", 1), ("ミリ秒", 1), ("秒钟", 1000), ("秒間", 1000), ("秒", 1000), ("分钟", 60_000), ("分間", 60_000),
    ("分", 60_000), ("小时", 3_600_000), ("時間", 3_600_000),
)  # fmt: skip
PERCENT = frozenset("percent percents per-cent pct prozent pourcent porciento".split())
HAN_DIGITS = {
    "零": 0,
    "〇": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
HAN_PLACES = {"十": 10, "百": 100, "千": 1000}
ORDINALS = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12,
}  # fmt: skip
