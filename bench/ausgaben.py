"""Times what the site publishes as data, beside the build: `python bench/ausgaben.py DATEN ZIEL`.

A program of its own, so that its memory and its imports are its own. It writes seconds and
bytes into the file ZIEL.
"""

from __future__ import annotations

import json
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

sys.path[0] = str(Path(__file__).parent.parent)

from macros.ausgaben.daten import daten  # noqa: E402 - the root has to be on the path first
from macros.darstellung.website import Website  # noqa: E402
from macros.lauf import VORLAGEN  # noqa: E402
from macros.pruefung.pruefen import pruefe  # noqa: E402
from macros.seitenplan.adressen import ALLES  # noqa: E402
from macros.sprache import lade  # noqa: E402


def main() -> None:
    """Makes every data file once and remembers only how large the whole one is."""
    ordner, ziel = map(Path, sys.argv[1:])
    konzept = pruefe(ordner, lade()).konzept
    assert konzept is not None, "unsound data"
    website = Website(konzept, lade(), VORLAGEN)
    anfang = time.perf_counter()
    groessen = {a: len(i.encode()) for a, i in daten(website, datetime.now(UTC))}
    dauer = time.perf_counter() - anfang
    ergebnis = {"sekunden": dauer, "alles": groessen[ALLES], "dateien": len(groessen)}
    ziel.write_text(json.dumps(ergebnis), encoding="utf-8")


if __name__ == "__main__":
    main()
