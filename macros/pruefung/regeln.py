"""Rules that hold between entries: one id each, the official order, sane spans.

They look at the read files, not at the model, so that they speak even where an entry is
otherwise wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.lesen.befund import Befund
from macros.lesen.bestand import Bestand, Fundort
from macros.lesen.dateiname import ist_einzeln
from macros.modell import EINZELN, FOLGEN
from macros.modell.grundtypen import KENNUNG_MUSTER
from macros.modell.zeitpunkt import lies_zeitpunkt
from macros.sprache import Sprache

from . import doppelworte, filterwerte, zitatregeln


def verstoesse(bestand: Bestand, sprache: Sprache) -> Iterator[Befund]:
    """Gives every breach of a rule between entries."""
    for kennung, orte in bestand.kennungen.items():
        yield from _doppelt(kennung, orte, sprache)
    yield from _fruehere(bestand, sprache)
    yield from _folgen(bestand, sprache)
    yield from _dateinamen(bestand, sprache)
    yield from zitatregeln.verstoesse(bestand, sprache)
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
            heute = kennung in bestand.kennungen
            stelle = anderer.stelle()
            satz = sprache(
                "befund.frueher_vergeben" if heute else "befund.frueher_doppelt",
                kennung=kennung,
                name=anderer.name(sprache),
                datei=stelle.datei,
                zeile=stelle.zeile,
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
