"""What was probably meant by a line that the parser refused."""

from __future__ import annotations

import re
from collections.abc import Callable

from .textzeilen import ist_text

# A field's name is one lower-case word; everything else is text.
FELD = r"\s*(?:- +)?[a-z_]+:"


def _beginnt(muster: str) -> Callable[[str], object]:
    return re.compile(muster).match


def _enthaelt(muster: str) -> Callable[[str], object]:
    return re.compile(muster).search


# What the parser only calls badly indented, or has no words for.
_WERTE = (
    (_beginnt(r"\s*[–—•·]\s"), "yaml_strich"),
    (_beginnt(FELD + r"\s+[>|][+-]?\s+[^\s#]"), "yaml_block"),
    (_beginnt(FELD + r"\s+- "), "yaml_strich_hinter_feld"),
    (
        _beginnt(FELD + r"\s+(\[[^\]]*\]\s*[^\s#]|\{[^}]*\}\s*[^\s#]|& )"),
        "yaml_zeichen_am_anfang",
    ),
)
# By the key of the parser's words: how the line looks, and the better key then; the first wins.
_BESSER: dict[str, tuple[tuple[Callable[[str], object], str], ...]] = {
    "yaml_unbekannt": _WERTE,
    "yaml_einrueckung": (
        *_WERTE,
        (_enthaelt(r"[:-]\s+(\"[^\"]*\"|'[^']*')\s*[^#\s]"), "yaml_nach_anfuehrung"),
        (ist_text, "yaml_zeile_fremd"),
        (_beginnt(r"\s*- "), "yaml_strich_spalte"),
    ),
    "anker": (
        (_beginnt(r"\s*\*\s"), "yaml_strich"),
        (_beginnt(""), "yaml_zeichen_am_anfang"),
    ),
    "yaml_anfuehrung": (
        (_enthaelt(r'"[^"]*[“”]\s*$'), "yaml_word_ende"),
        (_enthaelt(r'"[^"]*\\[^"]*"\s*$'), "yaml_rueckstrich"),
    ),
    "yaml_doppelpunkt_fehlt": (
        (_beginnt(r"\s*([–—•·*]|-[^\s-])"), "yaml_strich"),
        (_beginnt(FELD + r"[\u00a0\u2007\u202f]"), "yaml_leerzeichen"),
        (_beginnt(r"\s*(- +)?[a-z_]+;\s"), "yaml_doppelpunkt_fehlt"),
        (_beginnt(FELD + r"[^\s]"), "yaml_leerzeichen_fehlt"),
        (_beginnt(r"(?!\s*(- +)?[a-z_]+(\s|:|$))"), "yaml_zeile_fremd"),
    ),
}


def genauer(schluessel: str, zeile: str) -> str:
    """Gives a better key than the parser's words have, from the line itself."""
    besser = (name for passt, name in _BESSER.get(schluessel, ()) if passt(zeile))
    return next(besser, schluessel)
