"""Lines that an unreadable text has too far left or right, or whose field above is missing.

Lines count from 0. What a line belongs to is told by its indentation alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.modell.felder import ist_feldname

from .doppelpunkt import falscher_doppelpunkt
from .textzeilen import Stelle, einzug, erste_zeile_zu_weit, ist_text

_FELD = r"( *)((?:- +)*)([a-z_]+):(?:\s+|$)(\S?)"
# What stands for a dash and its space before a field.
_FALSCHER_STRICH = r"\s*(?:-|[–—•·+] *|\d+[.)] +)([a-z_]+):\s"
_IM_HINWEIS = r" *# ?( *)([a-z_]+):\s*$"

# The column where a line begins, and whether with a dash.
Ebene = tuple[int, bool]


def vor_dem_fehler(zeilen: list[str], zeile: int) -> tuple[Stelle, dict[str, object]] | None:
    """Gives the place and key of what is wrong above a line, or with it because of what is above.

    The line is the one that the parser refused; beside it what the sentence names. None where
    the lines above are as they should be.
    """
    if erste := erste_zeile_zu_weit(zeilen, zeile):
        return (*erste, "block_eingerueckt"), {}
    if doppelpunkt := falscher_doppelpunkt(zeilen, zeile):
        return doppelpunkt, {}
    strich = re.match(_FALSCHER_STRICH, zeilen[zeile - 1] if zeile else "")
    if strich and ist_feldname(strich[1]):
        return (zeile, einzug(zeilen[zeile - 1]) + 1, "yaml_strich"), {}
    if (links := _zu_weit_links(zeilen, zeile)) is not None:
        return (links + 1, einzug(zeilen[links]) + 1, "yaml_zu_weit_links"), {}
    if (spalte := _wo_der_strich_hingehoert(zeilen, zeile)) is not None:
        stelle = (zeile, einzug(zeilen[zeile - 1]) + 1, "yaml_strich_verrutscht")
        return stelle, {"spalte": spalte + 1}
    if hinweis := _feld_im_hinweis(zeilen, zeile):
        feld, oben = hinweis
        stelle = (zeile + 1, einzug(zeilen[zeile]) + 1, "yaml_feld_im_hinweis")
        return stelle, {"feld": feld, "zeile": oben + 1}
    return None


def zu_weit_rechts(zeilen: list[str], zeile: int) -> bool:
    """Tells whether a field begins further right than the one with a value before it."""
    davor, feld = _davor(zeilen, zeile), re.match(_FELD, zeilen[zeile])
    vorn = re.match(_FELD, zeilen[davor]) if davor is not None else None
    if feld is None or feld[2] or not ist_feldname(feld[3]) or vorn is None or not vorn[4]:
        return False
    return len(feld[1]) > len(vorn[1] + vorn[2])


def _zu_weit_links(zeilen: list[str], zeile: int) -> int | None:
    """Gives the line above another one that closed too much: the other goes on with what is closed.

    The parser stumbles only over the second, since the first could be a field further out.
    """
    davor, hier = _davor(zeilen, zeile), _ebenen(zeilen[zeile])
    if davor is None or not hier or _ebenen(zeilen[davor])[-1][0] >= hier[0][0]:
        return None
    # What opens a group or ends an entry closes nothing too early.
    feld = re.match(_FELD, zeilen[davor])
    if not feld or not feld[4] or any(not z.strip() for z in zeilen[davor:zeile]):
        return None
    tiefste = hier[0][0] + 1
    for nummer in range(davor - 1, -1, -1):
        for ebene in reversed(_ebenen(zeilen[nummer])):
            if ebene[0] < tiefste and ebene == hier[0]:
                return davor
            tiefste = min(tiefste, ebene[0])
        if tiefste <= einzug(zeilen[davor]):
            break
    return None


def _wo_der_strich_hingehoert(zeilen: list[str], zeile: int) -> int | None:
    """Gives the column of the dash one line above a field, where it is not in that one.

    The field tells which column is meant, if other points or the field above the list agree.
    """
    oben, hier = _ebenen(zeilen[zeile - 1]) if zeile else [], _ebenen(zeilen[zeile])
    if len(oben) != 2 or not oben[0][1] or len(hier) != 1 or hier[0][1]:
        return None
    gemeint, offen = hier[0][0] - len("- "), hier[0][0] + 1
    for nummer in range(zeile - 2, -1, -1):
        for spalte, strich in reversed(_ebenen(zeilen[nummer])):
            if spalte >= offen:
                continue
            offen = spalte
            if strich and spalte == oben[0][0]:
                return None
            # A list begins two columns further right than its field, which has no other value.
            oeffnet = strich or zeilen[nummer].rstrip().endswith(":")
            if oeffnet and spalte == (gemeint if strich else gemeint - len("- ")):
                return gemeint if gemeint != oben[0][0] else None
    return None


def _feld_im_hinweis(zeilen: list[str], zeile: int) -> tuple[str, int] | None:
    """Gives the field above, and its line, to which a line belongs but which is still a hint."""
    for nummer in range(zeile - 1, -1, -1):
        if zeilen[nummer].strip() and not zeilen[nummer].lstrip().startswith("#"):
            return None
        hinweis = re.match(_IM_HINWEIS, zeilen[nummer])
        if hinweis and len(hinweis[1]) + 2 <= einzug(zeilen[zeile]) and ist_feldname(hinweis[2]):
            return hinweis[2], nummer
    return None


def _davor(zeilen: list[str], zeile: int) -> int | None:
    """Gives the last line before another one that is a field or begins with a dash."""
    return next((n for n in range(zeile - 1, -1, -1) if _ebenen(zeilen[n])), None)


def _ebenen(zeile: str) -> list[Ebene]:
    """Gives where the dashes and the field of a line begin; nothing for text, hints and spaces."""
    if zeile.lstrip().startswith("#") or ist_text(zeile):
        return []
    return list(_spalten(zeile))


def _spalten(zeile: str) -> Iterator[Ebene]:
    for treffer in re.finditer(r"(?:(?<=^)|(?<= ))(- )|[a-z_]+:(?=\s|$)", zeile):
        yield treffer.start(), treffer[1] is not None
        if treffer[1] is None:
            return
