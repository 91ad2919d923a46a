"""The words of each entry in the text of a data file, without reading it as YAML.

Old states of a file need not follow today's rules, and there are many of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.modell.listen import RAHMEN

# Behind it come lines of a text, which only look like comments, fields or entries.
_TEXT = re.compile(r"((?:- +)?)([\w\"'-]+: +)?[|>][-+\d]*(?: +#.*)?")


def eintragstexte(text: str) -> Iterator[tuple[str, str]]:
    """Gives id and words of every entry, also of those inside others and of a whole file.

    Lines of comment, empty lines, indents and breaks in a text that goes on are none of the words.
    """
    zeilen: list[str] = []
    # Of each mapping that is being read: the column of its fields, its first line, its id.
    offen: list[tuple[int, int, str]] = [(0, 0, "")]
    for spalte, inhalt, ist_text in _zeilen(text):
        if ist_text:
            zeilen.append(inhalt)
            continue
        while spalte < offen[-1][0]:
            yield from _fertig(offen.pop(), zeilen)
        if inhalt.startswith("- "):
            zeilen.append("-")
            ohne = inhalt[2:].lstrip(" ")
            spalte += len(inhalt) - len(ohne)
            inhalt = ohne
            offen.append((spalte, len(zeilen), ""))
        elif spalte == 0 and inhalt.rstrip() == f"{RAHMEN}:":
            # It is the only entry whose name stands in front of it.
            offen.append((1, len(zeilen), RAHMEN))
        if inhalt.startswith("id:") and offen[-1] == (spalte, offen[-1][1], ""):
            offen[-1] = (spalte, offen[-1][1], inhalt[3:].partition("#")[0].strip(" \r\"'"))
        zeilen.append(inhalt)
    for eintrag in offen:
        yield from _fertig(eintrag, zeilen)


def _zeilen(text: str) -> Iterator[tuple[int, str, bool]]:
    """Gives column and words of each line that has some, and whether a text goes on there."""
    rand: int | None = None
    for zeile in text.splitlines():
        inhalt = zeile.lstrip(" ")
        spalte = len(zeile) - len(inhalt)
        if not inhalt:
            continue
        if rand is not None and spalte > rand:
            yield spalte, inhalt, True
            continue
        rand = None
        if inhalt[0] == "#":
            continue
        if anfang := _TEXT.fullmatch(inhalt.rstrip()):
            # Its lines stand behind the name of the field, or behind the dash alone.
            rand = spalte + len(anfang[1]) if anfang[2] else spalte
        yield spalte, inhalt, False


def _fertig(eintrag: tuple[int, int, str], zeilen: list[str]) -> Iterator[tuple[str, str]]:
    _, erste, kennung = eintrag
    if kennung:
        yield kennung, " ".join(" ".join(zeilen[erste:]).split())
