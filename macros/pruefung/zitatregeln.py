"""Rules for quotations between entries: one passage for one Leitlinie, a source to each print."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from macros.lesen.abdruecke import ABDRUECKE
from macros.lesen.befund import Befund
from macros.lesen.bestand import Bestand, Fundort
from macros.sprache import Sprache


def verstoesse(bestand: Bestand, sprache: Sprache) -> Iterator[Befund]:
    """Gives every quotation that a Leitlinie borrows, and every fingerprint without a source."""
    yield from _doppelte(bestand, sprache)
    yield from _abdruecke(bestand, sprache)


def _doppelte(bestand: Bestand, sprache: Sprache) -> Iterator[Befund]:
    """No passage proves two Leitlinien: their quotations may not share a word."""
    vergeben: dict[str, list[tuple[range, str]]] = defaultdict(list)
    for leitlinie, ort in _leitlinien(bestand):
        for nummer, beleg in enumerate(_belege(leitlinie)):
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


def _belege(leitlinie: dict[str, Any]) -> list[dict[str, Any]]:
    belege = leitlinie.get("belege")
    return [b if isinstance(b, dict) else {} for b in belege] if isinstance(belege, tuple) else []


def _abdruecke(bestand: Bestand, sprache: Sprache) -> Iterator[Befund]:
    quellen = bestand.je_liste().get("quellen")
    if quellen is None:
        return
    for quelle in sorted(set(bestand.abdruecke) - quellen):
        yield Befund(f"{ABDRUECKE}/{quelle}.txt", 1, 1, sprache("befund.abdruck_verwaist"))
