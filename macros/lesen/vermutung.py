"""What was probably meant by a line that the parser refused."""

from __future__ import annotations

import re
from collections.abc import Callable

from macros.modell.felder import alle_feldnamen, ist_feldname

from .textzeilen import ist_text

# A field's name is one lower-case word; everything else is text.
FELD = r"\s*(?:- +)?[a-z_]+:"


def _beginnt(muster: str) -> Callable[[str], object]:
    return re.compile(muster).match


def _enthaelt(muster: str) -> Callable[[str], object]:
    return re.compile(muster).search


def _weitere_felder(zeile: str) -> list[str]:
    return re.findall(r"\s([a-z_]+):(?=\s|$)", re.sub(FELD, "", zeile, count=1))


def _zwei_felder(zeile: str) -> bool:
    """Tells whether the name of a field stands behind the value of another one."""
    return any(feld in alle_feldnamen() for feld in _weitere_felder(zeile))


def _kein_feldname(zeile: str) -> bool:
    wort = re.match(r"\s*(?:- +)?([a-z_]+)(?:[\s:;]|$)", zeile)
    return wort is None or not ist_feldname(wort[1])


# A dash that has no space behind it, or is another sign.
_KEIN_STRICH = r"\s*(?:[–—•·+]|-+(?=[^\s-]))\s*\S|\s*\d+[.)]\s+[a-z_]+:(?:\s|$)"
_WERT = r"\s*(?:- +|(?:- +)?[a-z_]+:\s+)"
_FETT = r"\s*(?:- +|[a-z_]+: +)?\*\*"
# What the parser only calls badly indented, or has no words for.
_WERTE = (
    (_beginnt(_KEIN_STRICH), "yaml_strich"),
    (_beginnt(_WERT + r"[>|][+-]?\s+[^\s#]"), "yaml_block"),
    (_beginnt(FELD + r"\s+-(\s|$)"), "yaml_strich_hinter_feld"),
    (
        _beginnt(
            _WERT
            + r"(\[[^\]]*\]\s*[^\s#]|\{[^}]*\}\s*[^\s#]|([&,?\]}:]|!+)(\s|$)|[>|][^\s+-]|[,\]}]\S)"
        ),
        "yaml_zeichen_am_anfang",
    ),
)
# What begins a line and neither a field, nor a text, nor a point of a list.
_ZEILE = r"\s*(?!- |-$)[^\w\s\"'„“”‚‘»«(/#*–—•·+§€$.…-]|\s*[,?:]\s"
# By the key of the parser's words: how the line looks, and the better key then; the first wins.
_BESSER: dict[str, tuple[tuple[Callable[[str], object], str], ...]] = {
    "yaml_unbekannt": (*_WERTE, (_beginnt(_ZEILE), "yaml_zeile_zeichen")),
    "yaml_zeichen_am_anfang": (
        (_enthaelt(r"^[^\t]*\t"), "yaml_tabulator"),
        (_beginnt(_ZEILE), "yaml_zeile_zeichen"),
    ),
    "yaml_doppelpunkt_zu_viel": (
        (_beginnt(FELD + r"\s+:(\s|$)"), "doppelpunkt_doppelt"),
        (_zwei_felder, "yaml_zwei_felder"),
    ),
    "yaml_einrueckung": (
        *_WERTE,
        (_beginnt(r"\s*- +:\s"), "yaml_zeichen_am_anfang"),
        (_enthaelt(r"[:-]\s+'[^']*'[^#\s]"), "yaml_apostroph"),
        (_enthaelt(r"[:-]\s+(\"[^\"]*\"|'[^']*')\s*[^#\s]"), "yaml_nach_anfuehrung"),
        (_beginnt(r"\s*-(\s|$)"), "yaml_strich_spalte"),
        (_beginnt(_ZEILE), "yaml_zeile_zeichen"),
        (ist_text, "yaml_zeile_fremd"),
    ),
    "anker": (
        (_beginnt(_FETT), "yaml_fett"),
        (_beginnt(r"\s*\*\s"), "yaml_strich"),
        (_beginnt(""), "yaml_zeichen_am_anfang"),
    ),
    "yaml_anfuehrung": (
        (_enthaelt(r'"[^"]*[“”]\s*$'), "yaml_word_ende"),
        (_enthaelt(r'"[^"]*\\[^"]*"\s*$'), "yaml_rueckstrich"),
    ),
    "yaml_doppelpunkt_fehlt": (
        (_beginnt(r"\s*([–—•·*+]|-[^\s-])"), "yaml_strich"),
        (_beginnt(FELD + r"[\u00a0\u2007\u202f]"), "yaml_leerzeichen"),
        (_beginnt(r"\s*-\s*$"), "yaml_strich_spalte"),
        (_beginnt(_ZEILE), "yaml_zeile_zeichen"),
        (_beginnt(r"\s*(- +)?[a-z_]+;(\s|$)"), "yaml_doppelpunkt_fehlt"),
        (_beginnt(FELD + r"[^\s]"), "yaml_leerzeichen_fehlt"),
        (_kein_feldname, "yaml_zeile_fremd"),
    ),
}


def angaben(zeile: str, spalte: int) -> tuple[int, dict[str, str]]:
    """Gives the column (from 1) of what the sentences below name in a line, and the words.

    `spalte` is where the parser stood: mostly behind the sign that a value begins with.
    """
    hier = zeile[spalte - 1 : spalte]
    if not hier.strip() or hier.isalnum():
        vorn = re.match(r"\s*(?:- +)*(?:[a-z_]+:\s+)?", zeile)
        spalte = vorn.end() + 1 if vorn else spalte
    erstes = re.match(r"\s*(?:- +)*([a-z_]+):", zeile)
    weitere = [feld for feld in _weitere_felder(zeile) if feld in alle_feldnamen()]
    feld = next(iter(weitere), erstes[1] if erstes else "")
    return spalte, {"zeichen": zeile[spalte - 1 : spalte], "feld": feld}


def genauer(schluessel: str, zeile: str) -> str:
    """Gives a better key than the parser's words have, from the line itself."""
    besser = (name for passt, name in _BESSER.get(schluessel, ()) if passt(zeile))
    return next(besser, schluessel)
