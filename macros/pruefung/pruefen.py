"""The gate: a data folder becomes a `Konzept`, or a list of everything that is wrong with it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import Any

from macros.lesen.befund import Befund
from macros.lesen.bestand import Bestand, Fundort, lies_ordner
from macros.lesen.dateiname import ist_einzeln, liste_der_datei, typ_der_datei
from macros.modell import EINZELN, Fundstelle, Konzept
from macros.modell.listen import RAHMEN
from macros.modell.wortschatz import Suchbegriff
from macros.speichersuche import ohne_speichersuche
from macros.sprache import Sprache

from .adressregeln import DATEI as ADRESSBUCH
from .adressregeln import bruch
from .adressvorab import bruch_vorab
from .buendel import mit_anzahl
from .inhalt import inhalt
from .regeln import verstoesse
from .verrutscht import leere_darueber, verrutschte

_WORTE = "suchbegriffe"
# The day that begins first: an editor's today must not be a server's tomorrow.
_FRUEHESTE_ZONE = timezone(timedelta(hours=14))


@dataclass(frozen=True)
class Ergebnis:
    """Either `konzept` or at least one finding; findings are sorted by file and place."""

    konzept: Konzept | None
    befunde: tuple[Befund, ...]


def pruefe(ordner: Path, sprache: Sprache, heute: date | None = None) -> Ergebnis:
    """Reads and checks a complete data folder; never raises on bad data.

    Nothing may have been reviewed after `heute`; without it, after today anywhere on Earth.
    """
    # Reading makes much and leaves none: the search would double its time.
    with ohne_speichersuche():
        return _pruefe(ordner, sprache, heute or datetime.now(_FRUEHESTE_ZONE).date())


def _pruefe(ordner: Path, sprache: Sprache, heute: date) -> Ergebnis:
    bestand, befunde = lies_ordner(ordner, sprache)
    kontext = _kontext(bestand, heute)
    inhalte: dict[str, Any] = {}
    je_datei = defaultdict[str, list[Befund]](list)
    for befund in befunde:
        je_datei[befund.datei].append(befund)
    for name, datei in bestand.dateien.items():
        verrutscht = verrutschte(datei, typ_der_datei(name))
        inhalte[name], neue = inhalt(datei, verrutscht, kontext, sprache)
        gemeldet = {(b.zeile, b.spalte) for b in je_datei[name]}
        alle = je_datei[name] + [b for b in neue if (b.zeile, b.spalte) not in gemeldet]
        stumm = leere_darueber(verrutscht, datei)
        je_datei[name] = [b for b in alle if b.zeile not in stumm]
    befunde = [*chain(*je_datei.values()), *verstoesse(bestand, sprache)]
    if befunde:
        if buch := inhalte.get(ADRESSBUCH):
            befunde += bruch_vorab(buch, bestand, {b.fehlt for b in befunde}, sprache)
        gezaehlt = mit_anzahl(sorted(set(befunde)), sprache, bool(bestand.unbenannte))
        return Ergebnis(None, tuple(gezaehlt))
    konzept = _konzept(inhalte, bestand)
    # Only sound data tell which addresses they answer.
    if gebrochen := tuple(sorted(bruch(konzept, bestand.dateien[ADRESSBUCH], sprache))):
        return Ergebnis(None, gebrochen)
    return Ergebnis(konzept, ())


def _kontext(bestand: Bestand, heute: date) -> dict[str, Any]:
    # Of two sources with one id nobody knows which is meant; that has its own message.
    arten = {
        kennung: orte[0].wert().get("art")
        for kennung, orte in bestand.kennungen.items()
        if len(orte) == 1 and orte[0].liste == "quellen"
    }
    return {
        "heute": heute,
        "kennungen": bestand.je_liste(),
        "fruehere": bestand.fruehere,
        "abdruecke": bestand.abdruecke,
        "quellenarten": arten if "quellen.yaml" in bestand.dateien else None,
        "beschaedigt": bestand.beschaedigt,
    }


def _konzept(inhalte: dict[str, Any], bestand: Bestand) -> Konzept:
    einzelne = tuple(inhalte.pop(n) for n in list(inhalte) if ist_einzeln(n))
    teile = {liste_der_datei(name): wert for name, wert in inhalte.items()}
    teile[EINZELN] = teile.get(EINZELN, ()) + einzelne
    for beispiel in teile[EINZELN]:
        teile["quellen"] += beispiel.quellen or ()
    stellen = {kennung: orte[0].stelle() for kennung, orte in bestand.kennungen.items()}
    stellen[RAHMEN] = Fundort(bestand.dateien["leitlinien.yaml"], (RAHMEN,), RAHMEN).stelle()
    return Konzept(
        **teile,
        fundstellen=MappingProxyType(stellen),
        erste_suchwoerter=MappingProxyType(_erste_suchwoerter(teile[_WORTE], bestand)),
        abdruecke=MappingProxyType(bestand.abdruecke),
    )


def _erste_suchwoerter(
    worte: tuple[Suchbegriff, ...], bestand: Bestand
) -> dict[str | None, Fundstelle]:
    erste: dict[str | None, int] = {}
    for nummer, wort in enumerate(worte):
        erste.setdefault(wort.sprache, nummer)
    datei = bestand.dateien[f"{_WORTE}.yaml"]
    return {s: Fundort(datei, (nummer,), _WORTE).stelle() for s, nummer in erste.items()}
