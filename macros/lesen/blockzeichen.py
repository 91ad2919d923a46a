"""Signs that were typed in place of ">-", which the text of several lines begins with."""

from __future__ import annotations

import re

from .textzeilen import einzug, ist_text

# A dash, an arrow or a bar, with few other signs; behind the right one anything that slipped in.
_VERTIPPT = r"(?=\S*[-–—<>|=»›])(?:[^\w\s\"'\[\]{}]{1,4}|[>|]\S{1,3}|[>|] +-)"
_PFEIL = r"[-–—=]{1,3}>"
_AM_KOPF = re.compile(
    rf" *(?=\S)(?:- +)*(?:[a-z_]+: +)?(?<=[-:] )(?![>|][+-]?\s*$)(?P<zeichen>{_VERTIPPT})\s*$"
)


def vertipptes_am_anfang(zeile: str, *, geht_weiter: bool) -> str:
    """Gives the signs that a text begins with in the rest of its first line, if they are such.

    `geht_weiter` tells whether it has more lines. "" where it may be meant as it is.
    """
    allein = re.match(rf"{_VERTIPPT}(?=\s*$)", zeile) if geht_weiter else None
    treffer = allein or re.match(_PFEIL, zeile)
    return treffer[0] if treffer else ""


def vertippt_darueber(zeilen: list[str], zeile: int) -> tuple[int, int, str] | None:
    """Gives line and column, from 1, and the signs above a text that the parser refused.

    `zeile`, from 0, is a line of the text or the one that it should begin below.
    """
    for nummer in range(zeile, -1, -1):
        if kopf := _AM_KOPF.match(zeilen[nummer]):
            darunter = zeilen[nummer + 1]
            ist_kopf = ist_text(darunter) and einzug(darunter) > einzug(zeilen[nummer])
            return (nummer + 1, kopf.start("zeichen") + 1, kopf["zeichen"]) if ist_kopf else None
        if nummer < zeile and not ist_text(zeilen[nummer]):
            return None
    return None
