"""How commands end: exit codes, and what is said when data cannot be used or files not written."""

from __future__ import annotations

import sys
from errno import errorcode
from pathlib import Path

from macros.auslieferung.ziel import SchonDabei, ZielBesetzt
from macros.ganzdatei import ersetze
from macros.lesen.befund import Befund
from macros.modell import Konzept
from macros.pruefung.berichte import text
from macros.pruefung.buendel import gebuendelt
from macros.pruefung.pruefen import pruefe
from macros.sprache import Sprache

IN_ORDNUNG, FEHLER, FALSCHER_AUFRUF = 0, 1, 2
# What shells give for Ctrl+C: 128 and the number of the signal.
UNTERBROCHEN = 130


class Abbruch(Exception):
    """Ends a command that has said why; `ausgang` is its exit code."""

    def __init__(self, ausgang: int) -> None:
        super().__init__(ausgang)
        self.ausgang = ausgang


def sage(satz: str, ausgang: int) -> int:
    """Says why a command ends; gives its exit code."""
    print(satz, file=sys.stderr)
    return ausgang


def verlange_ordner(ordner: str, sprache: Sprache) -> Path:
    """Gives the path of a folder that a call names; Abbruch if there is none."""
    if not Path(ordner).is_dir():
        raise Abbruch(sage(sprache("befehl.kein_ordner", ordner=ordner), FALSCHER_AUFRUF))
    return Path(ordner)


def gescheitert(fehler: Exception, befehl: str, ziel: str, sprache: Sprache) -> int:
    """Says why a command could not write to its target; gives the exit code."""
    match fehler:
        case ZielBesetzt():
            return sage(sprache(f"befehl.{befehl}.besetzt", ziel=ziel), FALSCHER_AUFRUF)
        case SchonDabei():
            return sage(sprache(f"befehl.{befehl}.schon_dabei", ziel=ziel), FEHLER)
    return unbeschreibbar(fehler, ziel, sprache)


def unbeschreibbar(fehler: Exception, ziel: str, sprache: Sprache) -> int:
    """Says that a file or folder cannot be written, and why; gives the exit code."""
    wort = f"befehl.grund.{errorcode.get(getattr(fehler, 'errno', None) or 0)}"
    grund = sprache(wort) if sprache.gibt_es(wort) else fehler
    return sage(sprache("befehl.unbeschreibbar", ziel=ziel, grund=grund), FEHLER)


def schreibe(datei: Path, text: str, sprache: Sprache) -> None:
    """Writes a text file whole, or leaves what stands there; Abbruch where that is not possible."""
    try:
        ersetze(datei, text.encode())
    except OSError as fehler:
        raise Abbruch(unbeschreibbar(fehler, str(datei), sprache)) from fehler


def zeige(befunde: tuple[Befund, ...], ordner: str, sprache: Sprache) -> int:
    """Prints findings; gives the exit code for bad data."""
    print(text(gebuendelt(befunde, sprache), ordner), end="")
    return FEHLER


def geprueft(ordner: str, sprache: Sprache) -> Konzept:
    """Gives the sound data of a folder; Abbruch where there are none."""
    ergebnis = pruefe(verlange_ordner(ordner, sprache), sprache)
    if ergebnis.konzept is None:
        raise Abbruch(zeige(ergebnis.befunde, ordner, sprache))
    return ergebnis.konzept
