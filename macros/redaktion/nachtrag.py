"""What the ledger of addresses lacks, and its text with that."""

from __future__ import annotations

from datetime import date

from macros.lesen.datei import Datei
from macros.modell import Konzept
from macros.seitenplan.versprechen import versprochen
from macros.sprache import Sprache

_LISTE = "verzeichnet"


def fehlende(konzept: Konzept, sprache: Sprache) -> tuple[str, ...]:
    """Gives the addresses that the site promises and the ledger does not name yet."""
    bekannt = {*konzept.adressen.alle, *(g.adresse for g in konzept.adressen.weg or ())}
    return tuple(a for a in versprochen(konzept, sprache) if a not in bekannt)


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
