"""Where in the data a page comes from: an entry of a list, or the whole list."""

from __future__ import annotations

from macros.modell import Fundstelle, Konzept
from macros.modell.listen import RAHMEN, listen

from .seite import FILTERSEITE, GRABSTEIN, LEER, SPRACHREGISTER, Seite

# What pages tell of that are not of one entry.
_LISTE = {
    "startseite": RAHMEN,
    "konzept": RAHMEN,
    "entstehung": "zeitleiste",
    "zahlen": "zahlen",
    "handlungsfelder": "handlungsfelder",
    "leitlinien": "handlungsfelder",
    "praxisbeispiele": "praxisbeispiele",
    FILTERSEITE: "praxisbeispiele",
    LEER: "praxisbeispiele",
    "beratung": "angebote",
    "glossar": "glossar",
    "stichwoerter": "suchbegriffe",
    SPRACHREGISTER: "suchbegriffe",
    "suche": "suchbegriffe",
    "quellen": "quellen",
    GRABSTEIN: "adressen",
}
_DATEI = {
    RAHMEN: "leitlinien.yaml",
    "kapitel": "leitlinien.yaml",
    "handlungsfelder": "leitlinien.yaml",
    "angebote": "beratung.yaml",
}


def liste(seite: Seite) -> str:
    """Gives the list of the data that a page tells of; KeyError for an unknown kind of page."""
    return seite.liste or _LISTE[seite.vorlage]


def datei(seite: Seite) -> str:
    """Gives the data file that a page is made of."""
    return _DATEI.get(liste(seite), f"{liste(seite)}.yaml")


def stelle(seite: Seite, konzept: Konzept) -> tuple[str, int]:
    """Gives file and line of the page's entry, or of the first one that it gathers."""
    kennung = RAHMEN if liste(seite) == RAHMEN else seite.kennung or seite.erster
    fundstelle = konzept.fundstellen.get(kennung) or _erste(seite, konzept)
    return (fundstelle.datei, fundstelle.zeile) if fundstelle else (datei(seite), 1)


def _erste(seite: Seite, konzept: Konzept) -> Fundstelle | None:
    if liste(seite) == "suchbegriffe":
        return konzept.erste_suchwoerter.get(seite.auswahl or None)
    eintraege = listen(konzept).get(liste(seite), ())
    return konzept.fundstellen.get(eintraege[0].id) if eintraege else None
