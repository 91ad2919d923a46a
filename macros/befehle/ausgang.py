"""Exit codes of the commands (section 4 of the design), and the call that names no folder."""

from __future__ import annotations

import sys

from macros.sprache import Sprache

IN_ORDNUNG, FEHLER, FALSCHER_AUFRUF = 0, 1, 2


def kein_ordner(ordner: str, sprache: Sprache) -> int:
    """Says that there is no such folder; gives the exit code of a wrong call."""
    print(sprache("befehl.kein_ordner", ordner=ordner), file=sys.stderr)
    return FALSCHER_AUFRUF
