"""How points in time, numbers and names of files are written, in the words of one language."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from macros.modell import Zeitpunkt
from macros.seitenplan.adressen import DATEN
from macros.sprache import Sprache

# Languages that are usually written in Arabic, Hebrew or Thaana script (CLDR, likely subtags).
_VON_RECHTS = frozenset(("ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"))


def tag(wert: date, sprache: Sprache) -> str:
    """Gives a day in words: `3. November 2017`."""
    return zeitpunkt(Zeitpunkt(wert.year, wert.month, wert.day), sprache)


def zeitpunkt(wert: Zeitpunkt, sprache: Sprache) -> str:
    """Gives a point in time in words, as exact as it is known."""
    if not wert.monat:
        return str(wert.jahr)
    monat = sprache(f"monat.{wert.monat}")
    muster = "datum.tag" if wert.tag else "datum.monat"
    return sprache(muster, tag=wert.tag, monat=monat, jahr=wert.jahr)


def zahl(wert: float, sprache: Sprache) -> str:
    """Gives a number with the language's separators and no superfluous decimals."""
    ganz, _, rest = f"{Decimal(str(wert)):,f}".partition(".")
    ganz = ganz.replace(",", sprache("zahl.tausend"))
    return ganz if rest in ("", "0") else ganz + sprache("zahl.komma") + rest


def menge(wert: float, genauigkeit: str, sprache: Sprache) -> str:
    """Gives a number with how exactly it is known: `rund 250`."""
    return sprache(f"zahl.{genauigkeit}", zahl=zahl(wert, sprache))


def richtung(sprache: str) -> str:
    """Gives the direction in which a language (BCP 47) is written, as HTML's `dir` wants it."""
    return "rtl" if sprache.partition("-")[0] in _VON_RECHTS else "ltr"


def alter(von: int | None, bis: int | None, sprache: Sprache) -> str:
    """Gives ages in words, in years and both inclusive; None where no line is drawn."""
    if bis is None:
        return sprache("beratung.alter_ab", von=von) if von else sprache("beratung.jedes_alter")
    if not von:
        return sprache("beratung.alter_unter", bis=bis + 1)
    if von == bis:
        return sprache("beratung.alter_genau", von=von)
    return sprache("beratung.alter_von_bis", von=von, bis=bis)


def spanne(von: Zeitpunkt | None, bis: Zeitpunkt | None, sprache: Sprache) -> str:
    """Gives a period in words; an open beginning or end is not written, "" if both are open."""
    if von and bis:
        return sprache("datum.spanne", von=zeitpunkt(von, sprache), bis=zeitpunkt(bis, sprache))
    if bis:
        return sprache("datum.bis", bis=zeitpunkt(bis, sprache))
    return zeitpunkt(von, sprache) if von else ""


def datendatei(adresse: str, sprache: Sprache) -> str:
    """Gives the title of a file of the open data by its address; KeyError for one without."""
    return sprache(f"daten.datei.{re.sub('[./]', '-', adresse.removeprefix(DATEN))}")
