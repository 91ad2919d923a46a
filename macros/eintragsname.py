"""The name of the entry around a place of the data, as messages call it."""

from __future__ import annotations

from .lesen import Datei
from .sprache import Sprache
from .werte import Pfad


def eintrag_bei(datei: Datei, pfad: Pfad, sprache: Sprache) -> str:
    """Gives the innermost entry with an id around a path, as its kind and id; "" if none."""
    werte = [datei.wert]
    for schritt in pfad:
        try:
            werte.append(werte[-1][schritt])
        except (KeyError, IndexError, TypeError):
            break
    for tiefe in range(len(werte) - 1, -1, -1):
        wert = werte[tiefe]
        kennung = wert.get("id") or wert.get("wort") if isinstance(wert, dict) else None
        if isinstance(kennung, str):
            liste = next((s for s in reversed(pfad[:tiefe]) if isinstance(s, str)), None)
            liste = liste or datei.name.split("/")[0].removesuffix(".yaml")
            art = f"eintrag.{liste}"
            return f"{sprache(art)} „{kennung}“" if sprache.gibt_es(art) else f"„{kennung}“"
    return ""
