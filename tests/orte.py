"""Which sites the tests look at, and every page that they should have."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from macros.darstellung.website import Website
from macros.lauf import VORLAGEN, WURZEL
from macros.modell import Konzept
from macros.pruefung.pruefen import pruefe
from macros.seitenplan import adressen
from macros.seitenplan.seite import FILTERSEITE, SPRACHREGISTER
from macros.seitenplan.seiten import PROSA
from macros.seitenplan.umleitungen import verschwunden
from macros.sprache import lade

ECHT, MINI = "echt", "mini"
DATEN = {ECHT: WURZEL / "data", MINI: WURZEL / "tests" / "minisite" / "daten"}
UNTERPFAD = "/unter/pfad/"
FEHLT = "404.html"
FORMULAR = "redaktion/neu/"
# One address of each kind of page that a reader meets, the search with an answer.
ARTEN = (
    "",
    "handlungsfelder/gesundheit/",
    "praxisbeispiele/mifrin/",
    "beratung/",
    "konzept/zahlen/",
    "suche/?q=Sprachkurs",
)
W = lade()


@cache
def website(name: str) -> Website:
    """Gives the model behind a site; AssertionError with every finding if its data are bad."""
    ergebnis = pruefe(DATEN[name], W)
    befunde = "\n".join(befund.als_zeile(str(DATEN[name])) for befund in ergebnis.befunde)
    assert ergebnis.konzept is not None, befunde
    return Website(ergebnis.konzept, W, VORLAGEN)


def konzept(name: str) -> Konzept:
    """Gives the data of a site."""
    return website(name).konzept


def wurzel_der_adresse(name: str) -> str:
    """Gives the path of the configured address: where the page for a wrong one is at home."""
    return urlsplit(konzept(name).betrieb.adresse or "/").path


@dataclass(frozen=True)
class Ort:
    """A page by its site and its address as seen from the site's root."""

    name: str
    adresse: str

    def __str__(self) -> str:
        return f"{self.name}:/{self.adresse}"


def orte(*namen: str) -> list[Ort]:
    """Gives every page that the sites should have, the page for a wrong address included."""
    return [
        Ort(name, adresse)
        for name in namen or DATEN
        for adresse in (
            *(seite.adresse for seite in website(name).seiten.values()),
            *(f"{prosa}/" for prosa in PROSA),
            FEHLT,
        )
    ]


def muster() -> list[Ort]:
    """Gives the real pages, of those that only list one a template, and a mini one a template.

    What is asked of them is a matter of the template and the style alone.
    """
    gesehen: dict[tuple[str, str], Ort] = {}
    for ort in orte():
        seite = website(ort.name).seiten.get(ort.adresse)
        vorlage = seite.vorlage if seite else ort.adresse
        viele = ort.name == MINI or vorlage in (FILTERSEITE, SPRACHREGISTER)
        gesehen.setdefault((ort.name, vorlage if viele else ort.adresse), ort)
    return list(gesehen.values())


def karten(*namen: str) -> list[Ort]:
    """Gives the card beside each Praxisbeispiel that the sites have, or had."""
    return [
        Ort(name, adressen.eintrag("karte", kennung))
        for name in namen or DATEN
        for kennung in (
            *(beispiel.id for beispiel in konzept(name).praxisbeispiele),
            *(adressen.kennung("praxisbeispiele", weg) for weg in verschwunden(konzept(name))),
        )
        if kennung
    ]


def weiterleitungen(*namen: str) -> list[Ort]:
    """Gives every page that only leads on."""
    return [Ort(name, alt) for name in namen or DATEN for alt in website(name).umleitungen()]
