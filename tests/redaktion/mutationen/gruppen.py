"""A second description of the data, which asks nothing of the project's model.

It follows section 4 of the design, CONTRIBUTING.md and FELDER.md.
"""

from __future__ import annotations

import re
from functools import cache

_HANDLUNGSFELDER = "bildung|beschaeftigung|teilhabe|gesundheit|alter|sicherheit|wohnen"
_SPRACHEN = "en|tr|ar|uk|pl|ro|bg|ru"
_ZIEL = ">seiten,kapitel,handlungsfelder,praxisbeispiele,angebote,glossar"

# In the order in which the check reads them: of two equal ids the first is the right one.
DATEIEN = {
    "betrieb": "Betrieb",
    "quellen": "[Quelle]",
    "leitlinien": "Leitlinien",
    "praxisbeispiele": "[Praxisbeispiel]",
    "beratung": "Beratung",
    "zeitleiste": "[Ereignis]",
    "zahlen": "[Kennzahl]",
    "glossar": "[Begriff]",
    "suchbegriffe": "[Suchbegriff]",
    "auffaelligkeiten": "[Auffaelligkeit]",
}

# Required fields, then optional ones. A type is a word, a group, [a list], >a reference,
# one|of|these, or the bounds 0-120 of a whole number.
GRUPPEN = {
    "Betrieb": (
        "",
        "betrieb:demonstrator|amtlich adresse:https repository:https plattform:github|gitlab "
        "zweig:text pruefen_nach_monaten:1-120 betreiber:Betreiber "
        "barrierefreiheit:Barrierefreiheit "
        "lizenz:cc0-1.0|cc-by-4.0|dl-de-by-2.0|dl-de-zero-2.0",
    ),
    "Betreiber": (
        "",
        "name:text anschrift:[text] vertretung:text email:text formular:https telefon:text "
        "datenschutzbeauftragte_stelle:link hoster:text protokoll:[text] protokoll_tage:0-365",
    ),
    "Barrierefreiheit": (
        "erklaert_am:tag",
        "bewertet_am:tag verfahren:text vereinbarkeit:ganz|teilweise|nicht "
        "pruefungen:[Pruefung] luecken:[Luecke]",
    ),
    "Pruefung": ("am:tag was:text wie:text", ""),
    "Luecke": ("was:text warum:text", "stattdessen:text"),
    "Quelle": (
        "id:kennung titel:text herausgeber:text art:amtlich|traeger|dritte url:https "
        "gelesen:ganz|auszug",
        "datum:zeit abgerufen:tag anmerkung:text frueher:[kennung]",
    ),
    "Leitlinien": ("konzept:Rahmen kapitel:[Kapitel] handlungsfelder:[Handlungsfeld]", ""),
    "Rahmen": (
        "titel:text untertitel:text kurz:text ausgangsquelle:>quellen perspektiven:[Abschnitt] "
        "abschnitte:[Abschnitt]",
        "geprueft_am:tag",
    ),
    "Abschnitt": (
        "id:kennung titel:text text:[text] belege:[Beleg]",
        "punkte:[text] auszuege:[Auszug] widersprueche:[Widerspruch] frueher:[kennung]",
    ),
    "Beleg": ("quelle:>quellen", "zitat:text wofuer:text"),
    "Auszug": ("quelle:>quellen zitat:text", "wofuer:text"),
    "Widerspruch": ("frage:text antworten:[Antwort] wir_schreiben:text", ""),
    "Antwort": ("text:text quelle:>quellen", ""),
    "Kapitel": (
        "id:kapitel-i|kapitel-ii|kapitel-iii|kapitel-iv|kapitel-v titel:text kurz:text "
        "abschnitte:[Abschnitt]",
        "widersprueche:[Widerspruch] geprueft_am:tag",
    ),
    "Handlungsfeld": (
        f"id:{_HANDLUNGSFELDER} titel:text kurz:text leitlinien:[Leitlinie]",
        "alltag:text beschreibung:[text] schwerpunkte:[Schwerpunkt] nachbarn:[>handlungsfelder] "
        "widersprueche:[Widerspruch] belege:[Beleg] geprueft_am:tag",
    ),
    "Schwerpunkt": (
        "id:kennung titel:text text:text",
        "wortlaut:amtlich|redaktionell belege:[Beleg] frueher:[kennung]",
    ),
    "Leitlinie": (
        "id:kennung text:text wortlaut:amtlich|redaktionell belege:[Beleg]",
        "frueher:[kennung]",
    ),
    "Praxisbeispiel": (
        "id:kennung titel:text kurztitel:text handlungsfeld:>handlungsfelder kurz:text "
        "beschreibung:[text] traeger:[text] stand:laufend|beendet|unbekannt belege:[Beleg] "
        "geprueft_am:tag",
        "quellen:[Quelle] leitlinien:[>leitlinien] partner:[text] zielgruppen:[text] seit:zeit "
        "bis:zeit stadtteile:[text] sprachen:[text] zahlen:[Zahlenangabe] finanzierung:text "
        "links:[Verknuepfung] widersprueche:[Widerspruch] suchbegriffe:[text] frueher:[kennung]",
    ),
    "Zahlenangabe": (
        "wert:zahl einheit:text was:text stand:zeit belege:[Beleg]",
        "genauigkeit:genau|rund|mehr-als",
    ),
    "Verknuepfung": ("titel:text url:link", ""),
    "Beratung": ("aufenthalt:[Aufenthalt] angebote:[Angebot] orientierung:[Orientierung]", ""),
    "Aufenthalt": ("id:kennung titel:text erklaerung:text", "frueher:[kennung]"),
    "Angebot": (
        "id:kennung titel:text kurztitel:text kurz:text beschreibung:[text] traeger:[text] "
        "handlungsfelder:[>handlungsfelder] fuer:Zugang belege:[Beleg] geprueft_am:tag",
        "kontakte:[Kontakt] angaben:[Angabe] widersprueche:[Widerspruch] frueher:[kennung]",
    ),
    "Zugang": (
        "aufenthalt:[>aufenthalt]",
        "alter_von:0-120 alter_bis:0-120 jahre_hoechstens:1-50 hinweis:text",
    ),
    "Kontakt": ("traeger:text titel:text url:https", "stand:zeit"),
    "Angabe": ("stand:zeit text:text belege:[Beleg]", ""),
    "Orientierung": (
        f"sprache:{_SPRACHEN} name:text text:text nicht_amtlich:text geprueft:ja|nein",
        "",
    ),
    "Ereignis": (
        "id:kennung datum:zeit titel:text belege:[Beleg]",
        "bis:zeit ungefaehr:text text:text jahr_erschlossen:wahr widersprueche:[Widerspruch] "
        "geprueft_am:tag frueher:[kennung]",
    ),
    "Kennzahl": (
        "id:kennung titel:text text:text einheit:text darstellung:balken|zahl werte:[Messwert]",
        "widersprueche:[Widerspruch] geprueft_am:tag frueher:[kennung]",
    ),
    "Messwert": (
        "bezeichnung:text wert:zahl stand:zeit belege:[Beleg]",
        "genauigkeit:genau|rund|mehr-als",
    ),
    "Begriff": (
        "id:kennung begriff:text kurz:text",
        "auch:[text] text:text belege:[Beleg] geprueft_am:tag frueher:[kennung]",
    ),
    "Suchbegriff": (f"wort:text ziele:[{_ZIEL}]", f"sprache:{_SPRACHEN} geprueft:ja|nein"),
    "Auffaelligkeit": (
        "id:kennung art:sinn|grammatik|schreibweise|sachangabe stelle:text beleg:Beleg "
        "warum:text wir_schreiben:text",
        "belege:[Beleg] frueher:[kennung]",
    ),
}
IN_FESTER_FOLGE = ("Kapitel", "Handlungsfeld")
# The lists that references look into, by their groups.
LISTEN = {
    "Quelle": "quellen",
    "Kapitel": "kapitel",
    "Handlungsfeld": "handlungsfelder",
    "Leitlinie": "leitlinien",
    "Praxisbeispiel": "praxisbeispiele",
    "Angebot": "angebote",
    "Aufenthalt": "aufenthalt",
    "Begriff": "glossar",
}


@cache
def regeln(art: str) -> dict[str, tuple[str, bool]]:
    """Gives type and duty of each field of a group."""
    felder = {}
    for text, pflicht in zip(GRUPPEN[art], (True, False), strict=True):
        for teil in text.split():
            name, _, typ = teil.partition(":")
            felder[name] = (typ, pflicht)
    return felder


def art_von(typ: str) -> str:
    """Gives the kind of a type: a word's is itself, else gruppe, liste, verweis, ganz or wahl."""
    if typ in GRUPPEN:
        return "gruppe"
    if re.fullmatch(r"\d+-\d+", typ):
        return "ganz"
    je_zeichen = {"[": "liste", ">": "verweis"}
    return je_zeichen.get(typ[0]) or ("wahl" if "|" in typ else typ)
