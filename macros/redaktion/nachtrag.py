"""What the ledger of addresses lacks, and its text with that."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from macros.lesen.datei import Datei, lies_datei
from macros.modell import Konzept
from macros.pruefung.adressregeln import DATEI as ADRESSBUCH
from macros.seitenplan.versprechen import mit_frueheren, versprochen
from macros.sprache import Sprache

_LISTE = "verzeichnet"


def fehlende(konzept: Konzept, sprache: Sprache) -> tuple[str, ...]:
    """Gives the addresses that the site promises and the ledger does not name yet.

    Those of former ids too, also where the id was never entered: from then on they answer.
    """
    versprochene = mit_frueheren(konzept, versprochen(konzept, sprache))
    bekannt = {*konzept.adressen.alle, *(g.adresse for g in konzept.adressen.weg or ())}
    return tuple(a for a in versprochene if a not in bekannt)


def verzeichnete(ordner: Path, sprache: Sprache) -> tuple[str, ...]:
    """Gives the addresses that the ledger of a data folder names, whatever else is wrong in it.

    Where it cannot be read at all, there are none.
    """
    buch, _ = lies_datei(ordner / ADRESSBUCH, ADRESSBUCH, sprache)
    wert = buch.wert if buch else None
    staende = wert.get(_LISTE) if isinstance(wert, dict) else None
    listen = [s.get("adressen") for s in staende or () if isinstance(s, dict)]
    alle = (a for liste in listen if isinstance(liste, tuple) for a in liste)
    return tuple(a.removeprefix("/") for a in alle if isinstance(a, str))


def ergaenzt(text: str, buch: Datei, adressen: tuple[str, ...], am: date) -> str:
    """Gives the text of the ledger with more addresses; all else stays as it is, comments too.

    `buch` is the file as it was read: behind the last address, wherever the list stands.
    """
    staende = buch.wert[_LISTE]
    letzter = len(staende) - 1
    zeile, _ = buch.stelle((_LISTE, letzter, "adressen", len(staende[letzter]["adressen"]) - 1))
    einzug = " " * (buch.stelle((_LISTE, letzter))[1] - len("- ") - 1)
    neue = [f"- am: {am}", "  adressen:", *(f"    - {_wert(a)}" for a in adressen)]
    zeilen = text.split("\n")
    return "\n".join([*zeilen[:zeile], *(einzug + neu for neu in neue), *zeilen[zeile:]])


def _wert(adresse: str) -> str:
    """Quotes an anchor, since YAML takes what follows a blank and # for a comment."""
    return f'"/{adresse}"' if "#" in adresse else f"/{adresse}"
