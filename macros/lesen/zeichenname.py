"""What messages call a sign that nobody sees or takes for another: its name and number."""

from __future__ import annotations

import re
import unicodedata

from macros.sprache import Sprache

# By the first word of a letter's Unicode name.
_SCHRIFTEN = {"CYRILLIC": "kyrillisch", "GREEK": "griechisch", "FULLWIDTH": "breit"}
_NAMEN = {
    "\u00a0": "geschuetzt",
    "\u00ad": "weich",
    "\u2007": "ziffernbreit",
    "\u200b": "ohne_breite",
    "\u200c": "getrennt",
    "\u200d": "verbunden",
    "\u2028": "zeilentrenner",
    "\u2029": "absatztrenner",
    "\u202f": "schmal",
    "\u2060": "wortverbinder",
    "\ufeff": "dateianfang",
}
_GRUPPEN = {
    "richtung": re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"),
    "form": re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]"),
    "steuerung": re.compile("[\x00-\x1f\x7f-\x9f]"),
}


def unsichtbar_benannt(zeichen: str, sprache: Sprache) -> str:
    """Gives the words for a sign that no text may hold: "ein unsichtbares Zeichen (…, U+00AD)"."""
    nummer = _nummer(zeichen)
    if unicodedata.category(zeichen) in ("Co", "Cs"):
        return sprache("zeichen.eigenes", nummer=nummer)
    gruppe = next((name for name, muster in _GRUPPEN.items() if muster.match(zeichen)), None)
    name = _NAMEN.get(zeichen, gruppe)
    wort = f"{sprache(f'zeichen.name.{name}')}, " if name else ""
    return sprache("zeichen.unsichtbar", zeichen=f"{wort}{nummer}")


def buchstabe_benannt(zeichen: str, sprache: Sprache) -> str:
    """Gives the words for a sign that looks like another: „е“ (kyrillisch, U+0435)."""
    schrift = _SCHRIFTEN.get(unicodedata.name(zeichen, "").split(" ")[0])
    art = f"{sprache(f'zeichen.schrift.{schrift}')}, " if schrift else ""
    return sprache("zeichen.anderes", zeichen=zeichen, art=f"{art}{_nummer(zeichen)}")


def _nummer(zeichen: str) -> str:
    return f"U+{ord(zeichen):04X}"
