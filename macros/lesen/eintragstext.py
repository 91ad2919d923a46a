"""The words of each entry in the text of a data file, without reading it as YAML.

Old states of a file need not follow today's rules, and there are many of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.modell.listen import RAHMEN

# Behind it come lines of a text, which only look like comments, fields or entries.
_TEXT = re.compile(r"((?:- +)?)([\w\"'-]+: +)?[|>][-+\d]*(?: +#.*)?")


@dataclass
class _Gruppe:
    """Fields that are being read: their column, their first line, their id.

    Behind a dash alone the column is that of the next line: the group only `beginnt`.
    """

    spalte: int
    erste: int
    kennung: str = ""
    beginnt: bool = False

    def fertig(self, zeilen: list[str]) -> Iterator[tuple[str, str]]:
        """Gives id and words, if it is an entry."""
        if self.kennung:
            yield self.kennung, " ".join(" ".join(zeilen[self.erste :]).split())


def eintragstexte(text: str) -> Iterator[tuple[str, str]]:
    """Gives id and words of every entry, also of those inside others and of a whole file.

    Lines of comment, empty lines, indents and breaks in a text that goes on are none of the words.
    """
    zeilen: list[str] = []
    offen = [_Gruppe(0, 0)]
    for spalte, inhalt, ist_text in _zeilen(text):
        if ist_text:
            zeilen.append(inhalt)
            continue
        while spalte < offen[-1].spalte:
            yield from offen.pop().fertig(zeilen)
        if offen[-1].beginnt:
            offen[-1].spalte, offen[-1].beginnt = spalte, False
        if inhalt.startswith("- "):
            zeilen.append("-")
            ohne = inhalt[2:].lstrip(" ")
            spalte += len(inhalt) - len(ohne)
            inhalt = ohne
            offen.append(_Gruppe(spalte, len(zeilen)))
        elif inhalt.rstrip() == "-":
            zeilen.append("-")
            offen.append(_Gruppe(spalte + 1, len(zeilen), beginnt=True))
            continue
        elif spalte == 0 and inhalt.rstrip() == f"{RAHMEN}:":
            # It is the only entry whose name stands in front of it.
            offen.append(_Gruppe(1, len(zeilen), RAHMEN))
        if inhalt.startswith("id:") and spalte == offen[-1].spalte and not offen[-1].kennung:
            offen[-1].kennung = inhalt[3:].partition("#")[0].strip(" \r\"'")
        zeilen.append(inhalt)
    for gruppe in offen:
        yield from gruppe.fertig(zeilen)


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
