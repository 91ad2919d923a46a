"""Rules that hold between entries: one id each, one quotation for one Leitlinie, sane spans.

They look at the read files, not at the model, so that they speak even where an entry is
otherwise wrong.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from macros.lesen.abdruecke import ABDRUECKE
from macros.lesen.befund import Befund
from macros.lesen.bestand import Bestand, Fundort
from macros.lesen.dateiname import ist_einzeln
from macros.modell import EINZELN, FOLGEN
from macros.modell.grundtypen import KENNUNG_MUSTER
from macros.modell.zeitpunkt import lies_zeitpunkt
from macros.sprache import Sprache

from . import doppelworte, filterwerte


def verstoesse(bestand: Bestand, sprache: Sprache) -> Iterator[Befund]:
    """Gives every breach of a rule between entries."""
    for kennung, orte in bestand.kennungen.items():
        yield from _doppelt(kennung, orte, sprache)
    yield from _fruehere(bestand, sprache)
    yield from _folgen(bestand, sprache)
    yield from _dateinamen(bestand, sprache)
    yield from _zitate(bestand, sprache)
    yield from _abdruecke(bestand, sprache)
    yield from filterwerte.verstoesse(bestand, sprache)
    yield from doppelworte.verstoesse(bestand, sprache)
    for orte in bestand.kennungen.values():
        for ort in orte:
            yield from _spannen(ort, sprache)


def _doppelt(kennung: str, orte: list[Fundort], sprache: Sprache) -> Iterator[Befund]:
    erster, *weitere = orte
    for ort in weitere:
        zeile = erster.datei.stelle((*erster.pfad, "id"))[0]
        satz = sprache(
            "befund.kennung_doppelt", kennung=kennung, datei=erster.datei.name, zeile=zeile
        )
        yield ort.befund(("id",), satz, sprache)


def _fruehere(bestand: Bestand, sprache: Sprache) -> Iterator[Befund]:
    """A former id must lead to one place: it is no id of today and stands only once."""
    vergeben = {kennung: orte[0] for kennung, orte in bestand.kennungen.items()}
    for ort, nummer, kennung in _fruehere_kennungen(bestand):
        if kennung == ort.wert().get("id"):
            satz = sprache("befund.frueher_selbst", kennung=kennung)
        elif (anderer := vergeben.setdefault(kennung, ort)) is not ort:
            stelle = anderer.stelle()
            satz = sprache(
                "befund.frueher_vergeben", kennung=kennung, datei=stelle.datei, zeile=stelle.zeile
            )
        else:
            continue
        yield ort.befund(("frueher", nummer), satz, sprache)


def _fruehere_kennungen(bestand: Bestand) -> Iterator[tuple[Fundort, int, str]]:
    """Gives each former id with its entry and its number in the list there."""
    for ort in (ort for orte in bestand.kennungen.values() for ort in orte):
        fruehere = ort.wert().get("frueher")
        for nummer, kennung in enumerate(fruehere if isinstance(fruehere, tuple) else ()):
            if isinstance(kennung, str):
                yield ort, nummer, kennung


def _folgen(bestand: Bestand, sprache: Sprache) -> Iterator[Befund]:
    """The five Kapitel and the seven Handlungsfelder are all there, in the official order."""
    datei = bestand.dateien.get("leitlinien.yaml")
    if datei is None or not isinstance(datei.wert, dict):
        return
    for liste, folge in FOLGEN.items():
        eintraege = datei.wert.get(liste)
        if not isinstance(eintraege, tuple):
            continue
        kennungen = tuple(e.get("id") if isinstance(e, dict) else None for e in eintraege)
        if not all(isinstance(kennung, str) for kennung in kennungen):
            # A missing or wrong id is reported by itself.
            continue
        if kennungen != folge and set(kennungen) <= set(folge):
            satz = sprache("befund.reihenfolge", folge=", ".join(folge))
            yield Befund(datei.name, *datei.stelle((liste,)), satz)


def _dateinamen(bestand: Bestand, sprache: Sprache) -> Iterator[Befund]:
    for name, datei in bestand.dateien.items():
        if ist_einzeln(name) and isinstance(datei.wert, dict):
            kennung = datei.wert.get("id")
            if not isinstance(kennung, str) or name == f"{EINZELN}/{kennung}.yaml":
                continue
            # A copied or impossible id has its own message, which comes first.
            ort, *weitere = bestand.kennungen[kennung]
            if not weitere and re.fullmatch(KENNUNG_MUSTER, kennung):
                satz = sprache("befund.dateiname", kennung=kennung)
                yield ort.befund(("id",), satz, sprache)


def _zitate(bestand: Bestand, sprache: Sprache) -> Iterator[Befund]:
    """No passage proves two Leitlinien: their quotations may not share a word."""
    vergeben: dict[str, list[tuple[range, str]]] = defaultdict(list)
    for leitlinie, ort in _leitlinien(bestand):
        for nummer, beleg in enumerate(_liste(leitlinie)):
            quelle, zitat = beleg.get("quelle"), beleg.get("zitat")
            if not isinstance(quelle, str) or not isinstance(zitat, str):
                continue
            quelle = bestand.fruehere.get(quelle, quelle)
            abdruck = bestand.abdruecke.get(quelle)
            spanne = abdruck.stelle(zitat) if abdruck else None
            if abdruck is None or spanne is None:
                continue
            andere = {
                kennung
                for bisher, kennung in vergeben[quelle]
                if abdruck.ueberschneiden(bisher, spanne)
            }
            for kennung in sorted(andere - {leitlinie["id"]}):
                satz = sprache("befund.zitat_doppelt", kennung=kennung)
                yield ort.befund(("belege", nummer, "zitat"), satz, sprache)
            vergeben[quelle].append((spanne, leitlinie["id"]))


def _leitlinien(bestand: Bestand) -> Iterator[tuple[dict[str, Any], Fundort]]:
    orte = [o for orte in bestand.kennungen.values() for o in orte if o.liste == "leitlinien"]
    for ort in sorted(orte, key=lambda ort: ort.stelle().zeile):
        yield ort.wert(), ort


def _liste(leitlinie: dict[str, Any]) -> list[dict[str, Any]]:
    belege = leitlinie.get("belege")
    return [b if isinstance(b, dict) else {} for b in belege] if isinstance(belege, tuple) else []


def _abdruecke(bestand: Bestand, sprache: Sprache) -> Iterator[Befund]:
    quellen = bestand.je_liste().get("quellen")
    if quellen is None:
        return
    for quelle in sorted(set(bestand.abdruecke) - quellen):
        yield Befund(f"{ABDRUECKE}/{quelle}.txt", 1, 1, sprache("befund.abdruck_verwaist"))


def _spannen(ort: Fundort, sprache: Sprache) -> Iterator[Befund]:
    wert = ort.wert()
    for anfang, ende in (("seit", "bis"), ("datum", "bis"), ("datum", "abgerufen")):
        try:
            verkehrt = lies_zeitpunkt(wert[ende]).endet_vor(lies_zeitpunkt(wert[anfang]))
        except (KeyError, ValueError):
            continue
        if verkehrt:
            satz = sprache("befund.spanne_verkehrt", anfang=anfang, ende=ende)
            yield ort.befund((ende,), satz, sprache)
