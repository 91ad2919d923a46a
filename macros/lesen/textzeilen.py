"""The lines of a text in a file: what is wrong with their layout, and where a sign of it stands."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

import yaml

from .befund import stelle_bei

_ZEILENLAENGE = 80
_BLOCK = ("|", ">")
# How much further right than its field or dash a text is written.
_EINZUG = 2

# What one sign of a text is written with; between quotation marks some take several.
_EINZELN = re.compile(r".", re.DOTALL)
_ZEICHEN = {
    "'": re.compile(r"''|.", re.DOTALL),
    '"': re.compile(r'(?P<leer>\\\n\s*)|\\["\\/]|.', re.DOTALL),
}

_UMBRUCH = re.compile(r"(?<!\\)(?:\\\\)*((?:\\n)+)")

# Line and column from 1, and the key of what is wrong there.
Stelle = tuple[int, int, str]


def in_ordnung(text: str) -> bool:
    """Tells whether the lines of a text make one paragraph, so that nobody need look at them."""
    return "\n" not in text.strip()


def ist_text(zeile: str) -> bool:
    """Tells whether a line of a file is neither empty nor begins with a dash or a field's name."""
    return re.match(r"\s*(- |[a-z_]+:(\s|$)|$)", zeile) is None


def gliederung(knoten: yaml.ScalarNode, zeilen: list[str]) -> Iterator[Stelle]:
    """Gives the lines by which a text of several lines would not be one paragraph."""
    nummern = _inhalt(knoten, zeilen)
    for davor, danach in pairwise(nummern):
        if danach > davor + 1:
            yield davor + 2, 1, "absatz"
    if knoten.style == "|" and len(nummern) > 1:
        yield knoten.start_mark.line + 1, knoten.start_mark.column + 1, "block_senkrecht"
    if knoten.style == ">" and nummern:
        raender = {nummer: einzug(zeilen[nummer]) for nummer in nummern}
        ueblich = (_spalte(zeilen[knoten.start_mark.line]) or 0) + _EINZUG
        soll = ueblich if ueblich in raender.values() else raender[nummern[0]]
        for nummer, ist in raender.items():
            if ist != soll and not _ist_hinweis(zeilen[nummer]):
                yield nummer + 1, ist + 1, "block_eingerueckt"


def umbrueche(knoten: yaml.ScalarNode, zeilen: list[str]) -> Iterator[Stelle]:
    """Gives the place of each end of a line that is only written, with a backslash and an n."""
    for nummer in _inhalt(knoten, zeilen) if knoten.style == '"' else ():
        erste = nummer == knoten.start_mark.line
        for treffer in _UMBRUCH.finditer(zeilen[nummer], knoten.start_mark.column if erste else 0):
            yield nummer + 1, treffer.start(1) + 1, "umbruch"


def erste_zeile_zu_weit(zeilen: list[str], ende: int) -> tuple[int, int] | None:
    """Gives the place of a block's first line, if it is further right than the text in line `ende`.

    `ende` counts from 0. To the parser the text ends there, and the line belongs to nothing.
    """
    if ende < 2 or not ist_text(zeilen[ende]):
        return None
    hier, erste, kopf = einzug(zeilen[ende]), einzug(zeilen[ende - 1]), _spalte(zeilen[ende - 2])
    zu_weit = kopf is not None and kopf < hier < erste and erste > kopf + _EINZUG
    return (ende, erste + 1) if zu_weit else None


def _spalte(kopf: str) -> int | None:
    """Gives the column of the field or dash whose block begins with a line; None if none does."""
    treffer = re.match(r"( *)((?:- +)*)([a-z_]+: +)?[>|][+-]?\s*$", kopf)
    if treffer is None:
        return None
    return len(treffer[1] + treffer[2]) - (0 if treffer[3] else len("- "))


def hinweise(knoten: yaml.ScalarNode, zeilen: list[str]) -> Iterator[Stelle]:
    """Gives the lines of a block that begin with #: there it is no hint, it would be published."""
    for nummer in _inhalt(knoten, zeilen) if knoten.style in _BLOCK else ():
        if _ist_hinweis(zeilen[nummer]):
            yield nummer + 1, einzug(zeilen[nummer]) + 1, "hinweis_im_text"


def haengende(knoten: yaml.ScalarNode, zeilen: list[str]) -> Iterator[Stelle]:
    """Gives the line of a list's point that has no dash of its own, or one too far right."""
    anfang, ende = knoten.start_mark, knoten.end_mark
    if knoten.style or anfang.line == ende.line:
        return
    weitere = range(anfang.line + 1, ende.line + (ende.column > 0))
    mit_strich = [z for z in weitere if zeilen[z].lstrip().startswith("- ")]
    # What fits into one line is broken by nobody on purpose.
    passt = anfang.column + len(knoten.value) <= _ZEILENLAENGE
    for zeile in mit_strich[:1] or (list(weitere)[:1] if passt else []):
        yield zeile + 1, einzug(zeilen[zeile]) + 1, "haengt_an"


def stelle_im_text(knoten: yaml.ScalarNode, datei: str, davor: int) -> tuple[int, int] | None:
    """Gives line and column, from 1, of the sign of a text that has `davor` others before it.

    White space does not count: lines of a text are folded. The model counts the signs of a text
    whose accents are one with their letters (NFC); a file may hold them apart, as a Mac does.
    None where the text of the file shows other signs than the value has.
    """
    if knoten.style in _BLOCK:
        anfang = datei.index("\n", knoten.start_mark.index)
    else:
        anfang = knoten.start_mark.index + bool(knoten.style)
    roh = datei[anfang : knoten.end_mark.index - (knoten.style in ("'", '"'))]
    schreibweise = _ZEICHEN.get(knoten.style or "", _EINZELN)
    zeichen = [
        anfang + z.start()
        for z in schreibweise.finditer(roh)
        if not (z[0].isspace() or z.lastgroup)
    ]
    wert = "".join(knoten.value.split())
    if len(wert) != len(zeichen):
        return None
    if not unicodedata.is_normalized("NFC", wert):
        davor = bisect_right(
            range(len(wert)), davor, key=lambda n: len(unicodedata.normalize("NFC", wert[: n + 1]))
        )
    return stelle_bei(datei, zeichen[davor]) if davor < len(zeichen) else None


def _inhalt(knoten: yaml.ScalarNode, zeilen: list[str]) -> list[int]:
    """Gives the numbers, from 0, of the lines with something of the text in them."""
    anfang, ende = knoten.start_mark, knoten.end_mark
    if knoten.style not in _BLOCK:
        return [n for n in range(anfang.line, ende.line + 1) if zeilen[n].strip()]
    return [n for n in range(anfang.line + 1, ende.line) if zeilen[n].strip()]


def _ist_hinweis(zeile: str) -> bool:
    return re.match(r" *# ", zeile) is not None


def einzug(zeile: str) -> int:
    """Gives how far a line is indented."""
    return len(zeile) - len(zeile.lstrip())
