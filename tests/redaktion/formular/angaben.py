"""What is filled into the form: the required fields alone, and all of them."""

from __future__ import annotations

from datetime import date

HEUTE = date(2026, 3, 1)
QUELLE = "pm-2020-02-20"
ZITAT = "Wir schaffen ein umfassendes Bildungsangebot, das alle Generationen anspricht"
NEUE_QUELLE = {
    "quellen/0/id": "blatt-2017",
    "quellen/0/titel": "Ein Blatt aus dem Stadtteil",
    "quellen/0/herausgeber": "Ein Verein",
    "quellen/0/art": "traeger",
    "quellen/0/url": "https://verein.example/blatt",
    "quellen/0/gelesen": "ganz",
}
PFLICHT = {
    "id": "neues-projekt",
    "titel": "Ein neues Projekt",
    "kurztitel": "Neues",
    "handlungsfeld": "wohnen",
    "kurz": "Hier geschieht etwas.",
    "beschreibung": "Erster Absatz.\nZweiter Absatz.",
    "traeger": "Ein Verein",
    "stand": "unbekannt",
    "belege/0/quelle": QUELLE,
}
ALLES = {
    **PFLICHT,
    "belege/0/zitat": ZITAT,
    "belege/0/wofuer": "Träger",
    **NEUE_QUELLE,
    "quellen/0/datum": "11.2017",
    "quellen/0/abgerufen": "2026-01-31",
    "quellen/0/anmerkung": "Nur auf Papier gelesen.",
    "leitlinien": ("wohnen-1", "bildung-1"),
    "partner": "Ein Partner",
    "zielgruppen": "Alle",
    "seit": "3.11.2017",
    "bis": "11.2019",
    "stadtteile": "Altendorf\nKaternberg",
    "sprachen": "Deutsch",
    "zahlen/0/wert": "4,9",
    "zahlen/0/genauigkeit": "mehr-als",
    "zahlen/0/einheit": "Stellen",
    "zahlen/0/was": "im Projekt",
    "zahlen/0/stand": "2018",
    "zahlen/0/belege/0/quelle": QUELLE,
    "zahlen/0/belege/0/wofuer": "die Zahl",
    "zahlen/1/wert": "1250",
    "zahlen/1/einheit": "Menschen",
    "zahlen/1/was": "dabei",
    "zahlen/1/stand": "2018-02",
    "zahlen/1/belege/0/quelle": QUELLE,
    "zahlen/1/belege/0/wofuer": "der Wert",
    "zahlen/1/belege/1/quelle": NEUE_QUELLE["quellen/0/id"],
    "finanzierung": "Die Stadt zahlt.",
    "links/0/titel": "Projektseite",
    "links/0/url": "https://projekt.example/seite?a=1&b=2#c",
    "widersprueche/0/frage": "Wann begann es?",
    "widersprueche/0/antworten/0/text": "2017",
    "widersprueche/0/antworten/0/quelle": QUELLE,
    "widersprueche/0/antworten/1/text": "2018",
    "widersprueche/0/antworten/1/quelle": QUELLE,
    "widersprueche/0/wir_schreiben": "2017: so die Stadt.",
    "suchbegriffe": "Nachbarn",
    "frueher": "altes-projekt",
}
