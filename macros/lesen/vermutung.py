"""What was probably meant by a line that the parser refused."""

from __future__ import annotations

import re

from .textzeilen import ist_text

# A field's name is one lower-case word; everything else is text.
FELD = r"\s*(?:- +)?[a-z_]+:"
# What the parser only calls badly indented, or has no words for.
_UNGENAU = ("yaml_einrueckung", "yaml_unbekannt")
_WERTE = (
    (r"\s*[–—•·]\s", "yaml_strich"),
    (FELD + r"\s+[>|][+-]?\s+[^\s#]", "yaml_block"),
    (FELD + r"\s+(\[[^\]]*\]\s*[^\s#]|\{[^}]*\}\s*[^\s#]|- |& )", "yaml_zeichen_am_anfang"),
)


def genauer(schluessel: str, zeile: str) -> str:
    """Gives a better key than the parser's words have, from the line itself."""
    if schluessel in _UNGENAU:
        for muster, besser in _WERTE:
            if re.match(muster, zeile):
                return besser
    if schluessel == "anker":
        return "yaml_strich" if re.match(r"\s*\*\s", zeile) else "yaml_zeichen_am_anfang"
    if schluessel == "yaml_anfuehrung" and re.search(r'"[^"]*[“”]\s*$', zeile):
        return "yaml_word_ende"
    if schluessel == "yaml_anfuehrung" and re.search(r'"[^"]*\\[^"]*"\s*$', zeile):
        return "yaml_rueckstrich"
    if schluessel == "yaml_doppelpunkt_fehlt":
        if re.match(r"\s*([–—•·*]|-[^\s-])", zeile):
            return "yaml_strich"
        if re.match(FELD + r"[\u00a0\u2007\u202f]", zeile):
            return "yaml_leerzeichen"
        if re.match(r"\s*(- +)?[a-z_]+;\s", zeile):
            return schluessel
        if re.match(FELD + r"[^\s]", zeile):
            return "yaml_leerzeichen_fehlt"
        if not re.match(r"\s*(- +)?[a-z_]+(\s|:|$)", zeile):
            return "yaml_zeile_fremd"
    if schluessel == "yaml_einrueckung" and re.search(
        r"[:-]\s+(\"[^\"]*\"|'[^']*')\s*[^#\s]", zeile
    ):
        return "yaml_nach_anfuehrung"
    if schluessel == "yaml_einrueckung" and ist_text(zeile):
        return "yaml_zeile_fremd"
    if schluessel == "yaml_einrueckung" and re.match(r"\s*- ", zeile):
        return "yaml_strich_spalte"
    return schluessel
