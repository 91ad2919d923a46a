"""Quotation marks that nobody closed: the text goes on to the next one, wherever that stands."""

from __future__ import annotations

import re
from contextlib import suppress

import yaml
from yaml.scanner import ScannerError

from .textzeilen import einzug, ist_text

_LADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ANFUEHRUNG = ("'", '"')


def offene_anfuehrung(text: str, zeilen: list[str], bis: int) -> yaml.Mark | None:
    """Gives the first mark that is not closed in its field, if it stands before an offset."""
    offen: yaml.Mark | None = None
    with suppress(yaml.YAMLError):
        for zeichen in yaml.scan(text, Loader=_LADER):
            if zeichen.start_mark.index > bis:
                break
            if not isinstance(zeichen, yaml.ScalarToken) or zeichen.style not in _ANFUEHRUNG:
                continue
            if _verschluckt(zeilen, zeichen.start_mark, zeichen.end_mark):
                offen = zeichen.start_mark
                break
    return offen


def verlange_schluss(knoten: yaml.ScalarNode, zeilen: list[str]) -> None:
    """Refuses a text as the parser would, where the marks of two fields made it one."""
    anfang, ende = knoten.start_mark, knoten.end_mark
    if knoten.style in _ANFUEHRUNG and _verschluckt(zeilen, anfang, ende):
        raise ScannerError("while scanning a quoted scalar", anfang, "found fields", anfang)


def nur_am_ende(text: str) -> bool:
    """Tells whether a text without quotation marks around it ends with one that has no other.

    Typed on a keyboard, „so" is a pair.
    """
    return text.endswith('"') and re.sub('„[^"“]*"', "", text).count('"') % 2 == 1


def _verschluckt(zeilen: list[str], anfang: yaml.Mark, ende: yaml.Mark) -> bool:
    """Tells whether a quoted text from one mark to another holds other fields, points or hints.

    The lines of a text that goes on are further right than its field or dash.
    """
    vorn = zeilen[anfang.line][: anfang.column]
    striche = re.match(r" *(?:- +)*", vorn)
    feld = striche.end() if striche else 0
    rand = feld if feld < len(vorn) else max(vorn.rfind("-"), einzug(vorn))
    darin = zeilen[anfang.line + 1 : ende.line + 1]
    fremd = (z for z in darin if z.strip() and (not ist_text(z) or z.lstrip().startswith("#")))
    return any(einzug(z) <= rand for z in fremd)
