"""Points inside an entry that lost their indentation, and so begin an entry of their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.lesen.befund import Befund
from macros.lesen.datei import Datei
from macros.lesen.eintragsname import NAMEN, eintrag_bei
from macros.modell.felder import felder_bei
from macros.sprache import Sprache


def verrutschte(datei: Datei, typ: Any) -> frozenset[int]:
    """Gives the places of entries in a file that is a list of `typ` which only belong inside one.

    Their first field is none of an entry but one of a group within it.
    """
    eintraege = datei.wert if isinstance(datei.wert, tuple) else ()
    felder = felder_bei(typ, (0,))
    innere = {name for feld in felder for name in felder_bei(typ, (0, feld, 0))} - set(felder)
    return frozenset(
        nummer
        for nummer, eintrag in enumerate(eintraege)
        if nummer and isinstance(eintrag, dict) and eintrag.keys().isdisjoint(NAMEN)
        # An alias or an empty group has no first field.
        if next(iter(eintrag), None) in innere
    )


def folgt_daraus(ort: tuple[int | str, ...], art: str, nummern: frozenset[int]) -> bool:
    """Tells whether a refusal of the model is only that: what the entry above lacks stands below.

    `ort` and `art` are place and type of the refusal.
    """
    nummer = ort[0] if ort else ""
    return nummer in nummern or (
        art == "missing" and isinstance(nummer, int) and nummer + 1 in nummern
    )


def leere_darueber(nummern: frozenset[int], datei: Datei) -> frozenset[int]:
    """Gives the lines of lists that are empty only because their first point slipped out."""
    return frozenset(
        datei.stelle((nummer,))[0] - 1
        for nummer in nummern
        if isinstance(oben := datei.wert[nummer - 1], dict) and list(oben.values())[-1:] == [None]
    )


def melde(nummern: frozenset[int], datei: Datei, sprache: Sprache) -> Iterator[Befund]:
    """Gives one finding for each run of such entries, with the name of the one above."""
    for nummer in sorted(nummern - {n + 1 for n in nummern}):
        name = eintrag_bei(datei.name, datei.wert, (nummer - 1,), sprache)
        zeile = datei.stelle((nummer,))[0]
        yield Befund(datei.name, zeile, 1, sprache("befund.verrutscht")).benannt(name)
