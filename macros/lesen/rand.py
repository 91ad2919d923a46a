"""The left margin of a file that cannot be read: where a list begins, and what slipped out."""

from __future__ import annotations

import re

from macros.modell.felder import ist_feldname

from .eintragsname import NAMEN

_NAME = re.compile(rf"(?:- +|  )(?:{'|'.join(NAMEN)})\b")


def anfang(zeilen: list[str]) -> tuple[int, int, str] | None:
    """Gives line, column and the key of what is wrong with the first line of content.

    For a parser that stumbles only behind it; None if that line is as it should be.
    """
    nummer, erste = _erster_inhalt(zeilen)
    if treffer := re.match(r"[a-z_]+:(?=[^\s])", erste):
        return nummer, treffer.end(), "yaml_leerzeichen_fehlt"
    if erste.startswith(" "):
        return nummer, 1, "yaml_anfang_eingerueckt"
    return None


def feld_am_rand(zeile: str) -> bool:
    """Tells whether a line is a field without indentation."""
    return re.match(r"[a-z_]+:", zeile) is not None


def mitten_im_eintrag(zeilen: list[str], zeile: int) -> bool:
    """Tells whether a field at the margin only lost its indentation: what is around it has one."""
    kennung = zeilen[zeile].partition(":")[0] in NAMEN
    return not kennung and zeile > 0 and _steht_im_eintrag(zeilen[zeile - 1])


def liste_ab(zeilen: list[str]) -> int:
    """Gives the line (from 1) where a file that is a list begins; 0 for any other file."""
    nummer, erste = _erster_inhalt(zeilen)
    return nummer if erste.startswith("- ") else 0


def erster_ohne_strich(zeilen: list[str]) -> int:
    """Gives the line (from 1) of a list's first entry if it has no dash but others do; else 0."""
    nummer, erste = _erster_inhalt(zeilen)
    eintraege = (re.match(r"- +([a-z_]+):", zeile) for zeile in zeilen)
    mit_strich = any(eintrag and eintrag[1] in NAMEN for eintrag in eintraege)
    return nummer if mit_strich and erste.partition(":")[0] in NAMEN else 0


def punkt_am_rand(zeilen: list[str]) -> int:
    """Gives the line (from 1) of a list's last point, if that is no entry; else 0.

    An entry has its name in one of its lines; a text, or a group of other fields, has none.
    """
    punkte = [n for n, z in enumerate(zeilen, 1) if z.startswith("- ")]
    if not punkte or not liste_ab(zeilen):
        return 0
    feld = re.match(r"- +([a-z_]+):", zeilen[punkte[-1] - 1])
    benannt = any(map(_NAME.match, zeilen[punkte[-1] - 1 :]))
    return 0 if feld and (benannt or not ist_feldname(feld[1])) else punkte[-1]


def _erster_inhalt(zeilen: list[str]) -> tuple[int, str]:
    inhalt = ((n, z) for n, z in enumerate(zeilen, 1) if z.strip() and not z.startswith("#"))
    return next(inhalt, (0, ""))


def _steht_im_eintrag(zeile: str) -> bool:
    return zeile.startswith(("  ", "- ")) and not zeile.lstrip().startswith("#")
