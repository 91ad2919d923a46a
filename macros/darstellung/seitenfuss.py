"""What stands below a page's text: how fresh it is, and how to change or question it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from macros.modell import Betrieb, Konzept
from macros.seitenplan import forge, herkunft
from macros.seitenplan.durchsicht import Durchsichten, Pruefstand, ist_faellig
from macros.seitenplan.seite import FILTERSEITE, Seite
from macros.sprache import Sprache

_ORDNER = "data"


@dataclass(frozen=True)
class Seitenfuss:
    """Addresses as far as the operator gave what they need; dates as far as they are known."""

    fragen: str | None
    bearbeiten: str | None
    melden: str | None
    plattform: str
    geaendert: date | None = None
    geprueft: Pruefstand | None = None
    faellig: bool = False

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
    quelle = (f"{_ORDNER}/{datei}", zeile)
    geprueft = durchsichten.zuletzt(seite)
    return replace(
        _adressen(seite.titel, seite.adresse, quelle, konzept.betrieb, sprache),
        geaendert=aenderungen.get(seite.kennung),
        geprueft=geprueft,
        faellig=_ist_faellig(seite, geprueft, konzept.betrieb, heute),
    )


def zur_prosa(
    titel: str, adresse: str, quelldatei: str, betrieb: Betrieb, sprache: Sprache
) -> Seitenfuss:
    """Gives the foot of a hand-written page."""
    return _adressen(titel, adresse, (f"docs/{quelldatei}", 1), betrieb, sprache)


def _adressen(
    titel: str, adresse: str, quelle: tuple[str, int], betrieb: Betrieb, sprache: Sprache
) -> Seitenfuss:
    """Gives a foot without dates; `quelle` is the file and line that the page comes from."""
    ganze_adresse = f"{betrieb.adresse or '/'}{adresse}"
    betreff = sprache("seitenfuss.betreff", titel=titel)
    text = sprache("seitenfuss.text", titel=titel, adresse=ganze_adresse)
    return Seitenfuss(
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
