"""Praxisbeispiele that are longer than any we have, made from one of the sample data."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

# So many words run together are longer than any that people use.
_IN_EINEM_WORT = 5
_LISTEN = ("beschreibung", "belege", "zahlen", "traeger", "partner", "zielgruppen")
_EINZELWERTE = ("stadtteile", "sprachen")
_TEXTE = ("titel", "kurz", "finanzierung")


def verlaengert(eintrag: dict[str, Any], mal: int, lange_worte: bool) -> dict[str, Any]:
    """Gives an entry with `mal` times as much of everything, or the same in very long words.

    A title is what it is: only its words become longer.
    """
    neu = {name: wert for name, wert in eintrag.items() if name != "frueher"}
    for feld in neu.keys() & {*_LISTEN, *_EINZELWERTE}:
        neu[feld] = [_fassung(wert, n) for n in range(mal) for wert in neu[feld]]
    for feld in neu.keys() & {*_TEXTE[1:]}:
        neu[feld] = " ".join([neu[feld]] * mal)
    if lange_worte:
        for feld in neu.keys() & {*_LISTEN, *_TEXTE}:
            neu[feld] = _zusammen(neu[feld])
    return neu


def _fassung(wert: Any, nummer: int) -> Any:
    """Gives a value that is not the same as in the rounds before."""
    if not nummer:
        return wert
    if isinstance(wert, str):
        return f"{wert} {nummer}"
    satz = "was" if "was" in wert else "wofuer"
    return deepcopy(wert) | {satz: f"{wert.get(satz, satz)} {nummer}"}


def _zusammen(wert: Any) -> Any:
    """Gives texts with several words run into one, so that they stay as long."""
    if isinstance(wert, list):
        return [_zusammen(w) for w in wert]
    if isinstance(wert, dict):
        return wert | {n: _zusammen(wert[n]) for n in wert.keys() & {"was", "wofuer"}}
    worte = wert.split()
    stellen = range(0, len(worte), _IN_EINEM_WORT)
    return " ".join("".join(worte[i : i + _IN_EINEM_WORT]) for i in stellen)
