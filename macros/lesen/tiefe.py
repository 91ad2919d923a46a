"""How deep a text nests: far more than any data needs would bring down the parser itself."""

from __future__ import annotations

import re

from .befund import stelle_bei

# Our data need six; the parser of libyaml dies at some ten thousand.
HOECHSTENS = 200
# Without many of these no text can: a quick look saves the slow one.
_STRICHE = re.compile(r" [-?] +[-?]")
_SCHRITT = re.compile(rf"[\[\]{{}}]|(?:[-?] +){{{HOECHSTENS}}}")


def zu_tief(text: str) -> tuple[int, int] | None:
    """Gives line and column (from 1) where a text nests too deep; None if it nowhere does.

    Brackets between quotation marks count too: nobody writes so many.
    """
    if text.count("[") + text.count("{") <= HOECHSTENS and not _STRICHE.search(text):
        return None
    tiefe = 0
    for schritt in _SCHRITT.finditer(text):
        tiefe = max(0, tiefe - 1) if schritt.group() in "]}" else tiefe + 1
        if tiefe > HOECHSTENS or len(schritt.group()) > 1:
            return stelle_bei(text, schritt.start())
    return None
