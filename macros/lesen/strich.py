"""The dash that is missing before a list's first point, above a line that the parser refused."""

from __future__ import annotations

import re

from macros.modell.felder import hat_punkte, ist_feldname

from .textzeilen import einzug, ist_text


def fehlender_strich(zeilen: list[str], zeile: int) -> tuple[int, int] | None:
    """Gives line and column, from 1, of a list's first point if it has no dash before it.

    `zeile` counts from 0. The parser takes the point for all that the list's field holds, and
    refuses what is further right in it or the dash of the next point.
    """
    rand, mit_strich = einzug(zeilen[zeile]), zeilen[zeile].lstrip().startswith("- ")
    for nummer in range(zeile - 1, -1, -1):
        if not zeilen[nummer].strip() or ist_text(zeilen[nummer]):
            continue
        liste = re.match(r"( *(?:- +)*)([a-z_]+):\s*$", zeilen[nummer])
        if liste and liste.end(1) < rand:
            erste = _erste_darunter(zeilen, nummer)
            vorn, ist_punkt = einzug(zeilen[erste]), mit_strich and ist_text(zeilen[erste])
            if vorn > liste.end(1) and (ist_punkt or _ist_gruppe(liste[2], zeilen[erste])):
                return erste + 1, vorn + 1
        rand = min(rand, einzug(zeilen[nummer]))
    return None


def _erste_darunter(zeilen: list[str], nummer: int) -> int:
    darunter = range(nummer + 1, len(zeilen))
    return next(n for n in darunter if re.match(r"\s*[^\s#]", zeilen[n]))


def _ist_gruppe(liste: str, zeile: str) -> bool:
    feld = re.match(r" *([a-z_]+):(?:\s|$)", zeile)
    return feld is not None and hat_punkte(liste) and ist_feldname(feld[1])
