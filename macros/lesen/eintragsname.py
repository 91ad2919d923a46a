"""The name of the entry around a place of the data, as messages call it."""

from __future__ import annotations

import re
from typing import Any

from macros.sprache import Sprache

from .befund import Pfad
from .dateiname import liste_der_datei

# What an entry is called by: its id, or what stands for it where it has none.
NAMEN = ("id", "wort")
_SONST = {"orientierung": "sprache"}
# The first field of an entry names it even without its colon.
_FELDZEILE = re.compile(
    r"( *)((?:[-–—] +)*)([a-z_]+)(?::|(?<=- id)(?= )|(?<=- wort)(?= ))(?: +(.*))?$"
)
_KENNUNG = re.compile(rf"^( *)(?:[^\w\s#]|\d+[.)])[^\w#]*({'|'.join(NAMEN)})[^\w\"']+")
_HOECHSTENS = 60
_UNENDLICH = float("inf")


def eintrag_bei(datei: str, wert: Any, pfad: Pfad, sprache: Sprache) -> str:
    """Gives the innermost entry around a path in the content of a file; "" if none.

    The name is the entry's kind and id: `Praxisbeispiel „mifrin“`.
    """
    werte = [wert]
    for schritt in pfad:
        try:
            werte.append(werte[-1][schritt])
        except (KeyError, IndexError, TypeError):
            break
    for tiefe in range(len(werte) - 1, -1, -1):
        eintrag = werte[tiefe]
        if not isinstance(eintrag, dict):
            continue
        liste = next((s for s in reversed(pfad[:tiefe]) if isinstance(s, str)), "")
        namen = (eintrag.get(name) for name in (*NAMEN, _SONST.get(liste)))
        if kennung := next((name for name in namen if name and isinstance(name, str)), ""):
            return _benannt(liste, kennung, datei, sprache)
    return ""


def eintrag_in_zeile(datei: str, text: str, zeile: int, sprache: Sprache) -> str:
    """Gives the entry that a line (from 1) of an unreadable text belongs to; "" if unsure.

    Only the indentation tells: a line lies in the nearest entry above whose fields are not
    further right, and after which no other entry of that list begins. Its own indentation may
    be what is wrong.
    """
    kennung, spalte, grenze = "", 0.0, _UNENDLICH
    zeilen = text.split("\n")[:zeile]
    # It may be the first one of an entry whose dash or colon is what is wrong.
    zeilen[-1:] = [_KENNUNG.sub(r"\1- \2: ", letzte) for letzte in zeilen[-1:]]
    for nummer, inhalt in reversed(list(enumerate(zeilen, 1))):
        feld = _FELDZEILE.match(inhalt)
        hier = len(feld[1] + feld[2]) if feld else _UNENDLICH
        if feld and kennung and hier < spalte:
            return _benannt(feld[3], kennung, datei, sprache)
        if feld and not kennung and feld[3] in NAMEN and feld[4] and hier <= grenze:
            kennung, spalte = feld[4].split(" #")[0].strip(" '\""), hier
        if not kennung and (nummer < zeile or hier == 0 or (feld and feld[2])):
            grenze = min(grenze, _anfang(inhalt))
    return _benannt("", kennung, datei, sprache) if kennung else ""


def _anfang(zeile: str) -> float:
    """Gives the column where a line's field or its dash begins: further right is inside it."""
    treffer = re.match(r"( *)(?:[-–—] |[a-z_]+:)", zeile)
    return len(treffer[1]) if treffer else _UNENDLICH


def _benannt(liste: str, kennung: str, datei: str, sprache: Sprache) -> str:
    art = f"eintrag.{liste or liste_der_datei(datei)}"
    if len(kennung) > _HOECHSTENS:
        kennung = kennung[: _HOECHSTENS - 1] + "…"
    zitat = sprache("zitat", text=kennung)
    return f"{sprache(art)} {zitat}" if sprache.gibt_es(art) else zitat
