"""Which entries of a file have an id, and which lack the one that the model asks for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.modell.felder import felder_bei

from .befund import Pfad
from .datei import Datei
from .dateiname import liste_der_datei, typ_der_datei


def kennungen_in(datei: Datei) -> Iterator[tuple[str, Pfad, str]]:
    """Gives every id with the path of its entry and the list that it belongs to."""
    for wert, pfad, liste in _gruppen(datei):
        if isinstance(kennung := wert.get("id"), str):
            yield kennung, pfad, liste


def _gruppen(datei: Datei) -> Iterator[tuple[dict[str, Any], Pfad, str]]:
    """Gives every group of fields with its path and the list it belongs to, in their order."""
    stapel: list[tuple[Any, Pfad, str]] = [(datei.wert, (), liste_der_datei(datei.name))]
    while stapel:
        wert, pfad, liste = stapel.pop()
        if isinstance(wert, tuple):
            kinder = [(kind, (*pfad, i), liste) for i, kind in enumerate(wert) if _ist_gruppe(kind)]
            stapel += kinder[::-1]
        elif isinstance(wert, dict):
            yield wert, pfad, liste
            teile = [(teil, (*pfad, n), n) for n, teil in wert.items() if _ist_gruppe(teil)]
            stapel += teile[::-1]


def ohne_kennung(datei: Datei) -> Iterator[str]:
    """Gives the lists that have an entry whose id is missing, or is no text."""
    typ = typ_der_datei(datei.name)
    # Thousands of groups have no id and a few kinds of place, each of which is asked for once.
    orte = {
        (tuple(0 if isinstance(schritt, int) else schritt for schritt in pfad), liste)
        for wert, pfad, liste in _gruppen(datei)
        if not isinstance(wert.get("id"), str)
    }
    yield from (liste for pfad, liste in orte if "id" in felder_bei(typ, pfad))


def _ist_gruppe(wert: Any) -> bool:
    return isinstance(wert, (dict, tuple))
