"""Colons that are missing, too many or stuck to a value above a line that the parser refused.

Lines count from 0, places from 1.
"""

from __future__ import annotations

import re

from macros.modell.felder import ist_feldname

from .textzeilen import Stelle, einzug, ist_text


def ohne_doppelpunkt(zeilen: list[str], zeile: int) -> tuple[int, int, str] | None:
    """Gives line, column and name of a group's first field that has no colon behind it.

    To the parser it is a text that goes on, up to the next field of the same group.
    """
    naechstes = re.match(r" *(?=[a-z_]+:(?:\s|$))", zeilen[zeile])
    for nummer in range(zeile - 1, -1, -1):
        feld = re.match(r"( *(?:- +)*)([a-z_]+)[;,.=]?(?:\s|$)", zeilen[nummer])
        if feld and naechstes and naechstes.end() == feld.end(1) and ist_feldname(feld[2]):
            return nummer + 1, feld.end(1) + 1, feld[2]
        if zeilen[nummer].strip() and not ist_text(zeilen[nummer]):
            break
    return None


def falscher_doppelpunkt(zeilen: list[str], zeile: int) -> Stelle | None:
    """Gives the place and key of a colon in the line above, without which it reads otherwise."""
    davor = zeilen[zeile - 1] if zeile else ""
    if spalte := _feld_aus_text(davor, zeilen[zeile]):
        return zeile, spalte, "yaml_doppelpunkt_zu_viel"
    klebt = re.match(r"\s*(?:- +)?([a-z_]+):(?=\S)", davor)
    if klebt and ist_feldname(klebt[1]):
        # Without its space the line before is text, and this one seems to go on with it.
        return zeile, klebt.end(), "yaml_leerzeichen_fehlt"
    return None


def _feld_aus_text(davor: str, hier: str) -> int | None:
    """Gives the column of a colon that made a field of the text which a line goes on with."""
    feld = re.match(r"( *(?:- +)*)([^\s:][^:]*):(?=\s)", davor)
    if feld is None or not ist_text(hier):
        return None
    if re.fullmatch("[a-z_]+", feld[2]) and ist_feldname(feld[2]):
        return None
    return feld.end() if len(feld[1]) == einzug(hier) else None
