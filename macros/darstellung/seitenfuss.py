"""What stands below a page's text: how fresh it is, and how to change or question it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from macros.modell import Betrieb, Konzept
from macros.seitenplan import forge
from macros.seitenplan.faellig import ist_faellig
from macros.seitenplan.seite import FILTERSEITE, SPRACHREGISTER, Seite
from macros.sprache import Sprache

_ORDNER = "data"
# The data file that an overview is made of; the others are made of `leitlinien.yaml`.
LEITLINIEN = "leitlinien.yaml"
DATEI = {
    "entstehung": "zeitleiste.yaml",
    "zahlen": "zahlen.yaml",
    "praxisbeispiele": "praxisbeispiele.yaml",
    FILTERSEITE: "praxisbeispiele.yaml",
    "beratung": "beratung.yaml",
    "glossar": "glossar.yaml",
    "stichwoerter": "suchbegriffe.yaml",
    "suche": "suchbegriffe.yaml",
    SPRACHREGISTER: "suchbegriffe.yaml",
    "quellen": "quellen.yaml",
    "grabstein": "adressen.yaml",
}


@dataclass(frozen=True)
class Seitenfuss:
    """Dates as far as they are known; addresses as far as the operator gave what they need."""

    geaendert: date | None
    faellig: bool
    fragen: str | None
    bearbeiten: str | None
    melden: str | None
    plattform: str


def zur_seite(
    seite: Seite,
    konzept: Konzept,
    aenderungen: Mapping[str, date],
    heute: date,
    sprache: Sprache,
) -> Seitenfuss:
    """Gives the foot of a generated page; its entry leads to its very line."""
    stelle = konzept.fundstellen.get(seite.kennung)
    datei = stelle.datei if stelle else DATEI.get(seite.vorlage, LEITLINIEN)
    return _fuss(
        konzept.betrieb,
        titel=seite.titel,
        adresse=seite.adresse,
        quelle=(f"{_ORDNER}/{datei}", stelle.zeile if stelle else 1),
        geaendert=aenderungen.get(seite.kennung),
        faellig=_ist_faellig(seite, konzept, heute),
        sprache=sprache,
    )


def zur_prosa(
    titel: str, adresse: str, quelldatei: str, betrieb: Betrieb, sprache: Sprache
) -> Seitenfuss:
    """Gives the foot of a hand-written page."""
    return _fuss(
        betrieb,
        titel=titel,
        adresse=adresse,
        quelle=(f"docs/{quelldatei}", 1),
        geaendert=None,
        faellig=False,
        sprache=sprache,
    )


def _fuss(
    betrieb: Betrieb,
    *,
    titel: str,
    adresse: str,
    quelle: tuple[str, int],
    geaendert: date | None,
    faellig: bool,
    sprache: Sprache,
) -> Seitenfuss:
    ganze_adresse = f"{betrieb.adresse or '/'}{adresse}"
    betreff = sprache("seitenfuss.betreff", titel=titel)
    text = sprache("seitenfuss.text", titel=titel, adresse=ganze_adresse)
    return Seitenfuss(
        geaendert=geaendert,
        faellig=faellig,
        fragen=forge.schreiben(betrieb, betreff, text),
        bearbeiten=forge.bearbeiten(betrieb, *quelle),
        melden=forge.melden(betrieb, betreff, text),
        plattform=forge.plattform(betrieb),
    )


def _ist_faellig(seite: Seite, konzept: Konzept, heute: date) -> bool:
    if seite.geprueft_am is None:
        return False
    return ist_faellig(seite.geprueft_am, heute, konzept.betrieb.pruefen_nach_monaten)
