"""Pages that gather: by a value, by a language, and those of what is gone."""

from __future__ import annotations

from collections.abc import Iterator

from macros.modell import Grabstein
from macros.sprache import Sprache

from . import adressen
from .facetten import Facette, Wert, facetten
from .seite import FILTERSEITE, GRABSTEIN, LEER, SPRACHREGISTER, Seite, kurzfassung
from .verzeichnis import Verzeichnis


def sprachseite(kuerzel: str, sprache: Sprache) -> Seite:
    """Gives the page of the index words in another language, by its BCP 47 tag."""
    name = sprache(f"sprachname_deutsch.{kuerzel}")
    return Seite(
        adressen.sprachregister(kuerzel),
        sprache("stichwoerter.sprache_titel", name=name),
        sprache("stichwoerter.sprache_beschreibung", name=name),
        vorlage=SPRACHREGISTER,
        auswahl=kuerzel,
    )


def filterseite(facette: Facette, wert: Wert, sprache: Sprache) -> Seite:
    """Gives the page of the Praxisbeispiele with one value."""
    titel = sprache(f"auswahl.{facette.name}.titel", wert=wert.titel)
    anzahl = sprache.anzahl("feld.anzahl_beispiele", len(wert.eintraege))
    return Seite(
        adressen.filterseite(facette.name, wert.anker),
        titel,
        kurzfassung(sprache("auswahl.beschreibung", titel=titel, anzahl=anzahl)),
        vorlage=FILTERSEITE,
        auswahl=f"{facette.name}/{wert.anker}",
        erster=wert.eintraege[0],
    )


def leere_filterseiten(verzeichnis: Verzeichnis, sprache: Sprache) -> Iterator[Seite]:
    """Gives the promised pages by value whose value no Praxisbeispiel has any more."""
    da = set(verzeichnis.grabsteine) | {
        adressen.filterseite(facette.name, wert.anker)
        for facette in facetten(verzeichnis, sprache)
        for wert in facette.werte
    }
    satz = sprache("grabstein.kein_beispiel")
    for adresse in verzeichnis.konzept.adressen.alle:
        ist_filterseite = adresse.startswith(adressen.FILTER) and adresse.endswith("/")
        if ist_filterseite and adresse not in da:
            yield Seite(adresse, _titel_von_weg(adresse, sprache), satz, vorlage=LEER)


def grabsteinseite(grabstein: Grabstein, sprache: Sprache) -> Seite:
    """Gives the page that says what was at an address and is gone."""
    titel = _titel_von_weg(grabstein.adresse, sprache)
    return Seite(grabstein.adresse, titel, kurzfassung(grabstein.was), vorlage=GRABSTEIN)


def _titel_von_weg(adresse: str, sprache: Sprache) -> str:
    """Names the address, so that two pages that are gone can be told apart in a browser's tabs."""
    return sprache("grabstein.titel", adresse=adresse.rstrip("/").rsplit("/", 1)[-1])
