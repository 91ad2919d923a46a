"""What an entry lacks and the one beside it has: a dash parts them, or one is in the other."""

from __future__ import annotations

from typing import Any

from macros.lesen.befund import Pfad
from macros.lesen.datei import Datei


def getrennt(fehlt: Pfad, datei: Datei) -> bool:
    """Tells whether a dash too many parts a group of fields from the one above.

    `fehlt` is the place of a field that the model misses: the one above has it, and nothing else
    that the group has too.
    """
    hier, oben = _wert(datei, fehlt[:-1]), _wert(datei, _neben(fehlt, -1)[:-1])
    if not isinstance(hier, dict) or not isinstance(oben, dict):
        return False
    return fehlt[-1] in oben and not oben.keys() & hier.keys()


def steht_darunter(fehlt: Pfad, datei: Datei) -> bool:
    """Tells whether a missing field only went on below an entry that was pasted in its midst."""
    return _neben(fehlt, 1) in datei.doppelt


def _neben(feld: Pfad, abstand: int) -> Pfad:
    """Gives the place of the same field in the point of the list so many below; () if in none."""
    nummer = feld[-2] if len(feld) > 1 else None
    return (*feld[:-2], nummer + abstand, feld[-1]) if isinstance(nummer, int) else ()


def _wert(datei: Datei, pfad: Pfad) -> Any:
    wert: Any = datei.wert if pfad else None
    for schritt in pfad:
        if isinstance(wert, tuple) and isinstance(schritt, int) and 0 <= schritt < len(wert):
            wert = wert[schritt]
        elif isinstance(wert, dict):
            wert = wert.get(str(schritt))
        else:
            return None
    return wert
