"""Quotation marks that nobody closed: the text goes on to the next one, wherever that stands."""

from __future__ import annotations

import re
from contextlib import suppress

import yaml

from .textzeilen import einzug, ist_text

_LADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
ANFUEHRUNG = ("'", '"')


def verschluckt(zeilen: list[str], anfang: yaml.Mark, ende: yaml.Mark) -> bool:
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


def offene_anfuehrung(text: str, zeilen: list[str], bis: int) -> yaml.Mark | None:
    """Gives the first mark that is not closed in its field, if it stands before an offset."""
    offen: yaml.Mark | None = None
    with suppress(yaml.YAMLError):
        for zeichen in yaml.scan(text, Loader=_LADER):
            if zeichen.start_mark.index > bis:
                break
            if not isinstance(zeichen, yaml.ScalarToken) or zeichen.style not in ANFUEHRUNG:
                continue
            if verschluckt(zeilen, zeichen.start_mark, zeichen.end_mark):
                offen = zeichen.start_mark
                break
    return offen


def nur_am_ende(text: str) -> bool:
    """Tells whether a text without quotation marks around it ends with one that has no other.

    Typed on a keyboard, „so" is a pair.
    """
    return text.endswith('"') and re.sub('„[^"“]*"', "", text).count('"') % 2 == 1
