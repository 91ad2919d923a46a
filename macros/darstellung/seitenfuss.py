"""What stands below a page's text: how fresh it is, and how to change or question it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from macros.modell import Betrieb, Konzept
from macros.seitenplan import forge, herkunft
from macros.seitenplan.durchsicht import Durchsichten, Pruefstand, ist_faellig
from macros.seitenplan.seite import FILTERSEITE, Seite
from macros.sprache import Sprache

_ORDNER = "data"


@dataclass(frozen=True)
class Seitenfuss:
    """Dates as far as they are known; addresses as far as the operator gave what they need."""

    geaendert: date | None
    geprueft: Pruefstand | None
    faellig: bool
    fragen: str | None
    bearbeiten: str | None
    melden: str | None
    plattform: str

    @property
    def umfang(self) -> str:
        """The words to use: of one entry (`eintrag`), or of the oldest of many (`alle`)."""
        return "alle" if self.geprueft and self.geprueft.alle else "eintrag"


def zur_seite(
    seite: Seite,
    konzept: Konzept,
    durchsichten: Durchsichten,
    aenderungen: Mapping[str, date],
    heute: date,
    sprache: Sprache,
) -> Seitenfuss:
    """Gives the foot of a generated page; its entry, or the first of many, leads to its line."""
    datei, zeile = herkunft.stelle(seite, konzept)
    geprueft = durchsichten.zuletzt(seite)
    return _fuss(
        konzept.betrieb,
        titel=seite.titel,
        adresse=seite.adresse,
        quelle=(f"{_ORDNER}/{datei}", zeile),
        geaendert=aenderungen.get(seite.kennung),
        geprueft=geprueft,
        faellig=_ist_faellig(seite, geprueft, konzept.betrieb, heute),
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
        geprueft=None,
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
    geprueft: Pruefstand | None,
    faellig: bool,
    sprache: Sprache,
) -> Seitenfuss:
    ganze_adresse = f"{betrieb.adresse or '/'}{adresse}"
    betreff = sprache("seitenfuss.betreff", titel=titel)
    text = sprache("seitenfuss.text", titel=titel, adresse=ganze_adresse)
    return Seitenfuss(
        geaendert=geaendert,
        geprueft=geprueft,
        faellig=faellig,
        fragen=forge.schreiben(betrieb, betreff, text),
        bearbeiten=forge.bearbeiten(betrieb, *quelle),
        melden=forge.melden(betrieb, betreff, text),
        plattform=forge.plattform(betrieb),
    )


def _ist_faellig(seite: Seite, geprueft: Pruefstand | None, betrieb: Betrieb, heute: date) -> bool:
    # The oldest review of all need not be of an entry that a page by value shows.
    if geprueft is None or seite.vorlage == FILTERSEITE:
        return False
    return ist_faellig(geprueft.am, heute, betrieb.pruefen_nach_monaten)
