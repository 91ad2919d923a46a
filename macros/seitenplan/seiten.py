"""Which pages the data make, and which are written by hand."""

from __future__ import annotations

from collections.abc import Iterator

from macros.modell import SEITEN
from macros.sprache import Sprache

from . import adressen
from .eintragsseiten import beispielseite, feldseite, kapitelseite
from .facetten import facetten
from .listenseiten import filterseite, grabsteinseite, leere_filterseiten, sprachseite
from .seite import Abschnitt, Seite
from .verzeichnis import Verzeichnis

STARTSEITE = "startseite"
UEBERSICHTEN = (
    STARTSEITE,
    "konzept",
    "entstehung",
    "zahlen",
    "handlungsfelder",
    "leitlinien",
    "praxisbeispiele",
    "beratung",
    "glossar",
    "stichwoerter",
    "suche",
    "quellen",
)
PROSA = (
    "umgang-mit-der-quelle",
    "mitmachen",
    "daten",
    "impressum",
    "datenschutz",
    "barrierefreiheit",
)


def seitentitel(sprache: Sprache) -> dict[str, str]:
    """Gives the titles of the pages that search words may lead to, by name."""
    return {name: sprache(f"seiten.{name}.titel") for name in SEITEN}


def seiten(verzeichnis: Verzeichnis, sprache: Sprache) -> tuple[Seite, ...]:
    """Gives every page that is made from the data."""
    konzept = verzeichnis.konzept
    return (
        *(_uebersicht(name, verzeichnis, sprache) for name in UEBERSICHTEN),
        *(kapitelseite(kapitel, sprache) for kapitel in konzept.leitlinien.kapitel),
        *(feldseite(feld, verzeichnis, sprache) for feld in konzept.leitlinien.handlungsfelder),
        *(beispielseite(beispiel, sprache) for beispiel in konzept.praxisbeispiele),
        *(
            filterseite(facette, wert, sprache)
            for facette in facetten(verzeichnis, sprache)
            for wert in facette.werte
        ),
        *leere_filterseiten(verzeichnis, sprache),
        *(sprachseite(kuerzel, sprache) for kuerzel in verzeichnis.fremdsprachen),
        *(grabsteinseite(g, sprache) for g in konzept.adressen.weg or () if "#" not in g.adresse),
    )


def _uebersicht(name: str, verzeichnis: Verzeichnis, sprache: Sprache) -> Seite:
    return Seite(
        adressen.seite(name),
        sprache(f"seiten.{name}.titel"),
        sprache(f"seiten.{name}.beschreibung"),
        vorlage=name,
        gliederung=tuple(_gliederung_der_uebersicht(name, verzeichnis, sprache)),
    )


def _gliederung_der_uebersicht(
    name: str, verzeichnis: Verzeichnis, sprache: Sprache
) -> Iterator[Abschnitt]:
    konzept = verzeichnis.konzept
    match name:
        case "konzept":
            yield Abschnitt("perspektiven", sprache("konzept.perspektiven"))
            yield Abschnitt("kapitel", sprache("konzept.kapitel"))
            yield from (Abschnitt(a.id, a.titel) for a in konzept.leitlinien.konzept.abschnitte)
        case "zahlen":
            yield from (Abschnitt(kennzahl.id, kennzahl.titel) for kennzahl in konzept.zahlen)
        case "leitlinien":
            for feld in konzept.leitlinien.handlungsfelder:
                yield Abschnitt(f"feld-{feld.id}", feld.titel)
        case "beratung":
            yield Abschnitt("wegweiser", sprache("beratung.wegweiser"))
            yield from (Abschnitt(a.id, a.titel) for a in konzept.beratung.angebote)
            yield Abschnitt("aufenthalt", sprache("beratung.aufenthalt"))
