"""How commands end: exit codes, and what is said when the data cannot be used."""

from __future__ import annotations

import sys
from pathlib import Path

from macros.auslieferung.ziel import SchonDabei, ZielBesetzt
from macros.lesen.befund import Befund
from macros.modell import Konzept
from macros.pruefung.berichte import text
from macros.pruefung.buendel import gebuendelt
from macros.pruefung.pruefen import pruefe
from macros.sprache import Sprache

IN_ORDNUNG, FEHLER, FALSCHER_AUFRUF = 0, 1, 2


def sage(satz: str, ausgang: int) -> int:
    """Says why a command ends; gives its exit code."""
    print(satz, file=sys.stderr)
    return ausgang


def kein_ordner(ordner: str, sprache: Sprache) -> int:
    """Says that there is no such folder; gives the exit code of a wrong call."""
    return sage(sprache("befehl.kein_ordner", ordner=ordner), FALSCHER_AUFRUF)


def gescheitert(fehler: Exception, befehl: str, ziel: str, sprache: Sprache) -> int:
    """Says why a command could not write to its target; gives the exit code."""
    match fehler:
        case ZielBesetzt():
            return sage(sprache(f"befehl.{befehl}.besetzt", ziel=ziel), FALSCHER_AUFRUF)
        case SchonDabei():
            return sage(sprache(f"befehl.{befehl}.schon_dabei", ziel=ziel), FEHLER)
    grund = getattr(fehler, "strerror", None) or fehler
    return sage(sprache("befehl.unbeschreibbar", ziel=ziel, grund=grund), FEHLER)


def zeige(befunde: tuple[Befund, ...], ordner: str, sprache: Sprache) -> int:
    """Prints findings; gives the exit code for bad data."""
    print(text(gebuendelt(befunde, sprache), ordner), end="")
    return FEHLER


def geprueft(ordner: str, sprache: Sprache) -> Konzept | int:
    """Gives the sound data of a folder, or the exit code after saying what is wrong."""
    if not Path(ordner).is_dir():
        return kein_ordner(ordner, sprache)
    ergebnis = pruefe(Path(ordner), sprache)
    return ergebnis.konzept or zeige(ergebnis.befunde, ordner, sprache)
