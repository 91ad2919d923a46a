"""The column that a field of an unreadable text was meant to begin in: lines count from 0."""

from __future__ import annotations

import re

from macros.modell import DATEIEN
from macros.modell.felder import felder_bei

from .befund import Pfad
from .dateiname import liste_der_datei, typ_der_datei
from .textzeilen import einzug, ist_text

# Where a field or a dash begins, and the name of the field; None for a dash.
_Ebene = tuple[int, str | None]


def gemeinte_spalte(datei: str, zeilen: list[str], zeile: int) -> tuple[int, int, str] | None:
    """Gives column, meant column and name of a field; None for what is none.

    Of the groups that are open above it, the nearest one that has such a field.
    """
    feld = re.match(r" *([a-z_]+):(?:\s|$)", zeilen[zeile])
    if feld is None:
        return None
    ist = einzug(zeilen[zeile])
    typ = typ_der_datei(datei) if liste_der_datei(datei) in DATEIEN else None
    spalten = [
        (feld[1] in felder_bei(typ, pfad), -abs(s - ist), s) for s, pfad in _offene(zeilen, zeile)
    ]
    soll = max(spalten)[2] if spalten else ist
    return (ist, soll, feld[1]) if soll != ist else None


def _offene(zeilen: list[str], zeile: int) -> list[tuple[int, Pfad]]:
    """Gives the columns where fields of open groups begin, and the paths of the groups."""
    stapel: list[_Ebene] = []
    for inhalt in zeilen[:zeile]:
        if inhalt.lstrip().startswith("#") or ist_text(inhalt):
            continue
        for teil in re.finditer(r"(?:(?<=^)|(?<= ))(?:- |([a-z_]+):(?=\s|$))", inhalt):
            while stapel and stapel[-1][0] >= teil.start():
                stapel.pop()
            stapel.append((teil.start(), teil[1]))
            if teil[1]:
                break
    pfade: list[tuple[int, Pfad]] = []
    pfad: Pfad = ()
    for spalte, name in stapel:
        if name:
            pfade.append((spalte, pfad))
        pfad = (*pfad, name or 0)
    return pfade
