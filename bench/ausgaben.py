"""Times what the site publishes as data, beside the build: `python bench/ausgaben.py DATEN ZIEL`.

A program of its own, so that its memory and its imports are its own. It writes seconds and
bytes into the file ZIEL; of the whole file also the bytes that a server sends.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import mean
from typing import Any

sys.path[0] = str(Path(__file__).parent.parent)

from macros.ausgaben.daten import daten  # noqa: E402 - the root has to be on the path first
from macros.darstellung.website import Website  # noqa: E402
from macros.lauf import VORLAGEN  # noqa: E402
from macros.pruefung.pruefen import pruefe  # noqa: E402
from macros.seitenplan.adressen import ALLES  # noqa: E402
from macros.sprache import lade  # noqa: E402

# So many of the first entries are looked at: in every folder of `bench/daten.py` those are real.
_PROBE = 4


def main() -> None:
    """Makes every data file once and remembers only what the whole one weighs."""
    ordner, ziel = map(Path, sys.argv[1:])
    konzept = pruefe(ordner, lade()).konzept
    assert konzept is not None, "unsound data"
    website = Website(konzept, lade(), VORLAGEN)
    anfang = time.perf_counter()
    dateien, alles = 0, ""
    for adresse, inhalt in daten(website, datetime.now(UTC)):
        dateien += 1
        if adresse == ALLES:
            alles = inhalt
    dauer = time.perf_counter() - anfang
    groessen = {"alles": len(alles.encode()), "gesendet": _gesendet(json.loads(alles))}
    ergebnis = {"sekunden": dauer, **groessen, "dateien": dateien}
    ziel.write_text(json.dumps(ergebnis), encoding="utf-8")


def _gesendet(alles: dict[str, Any]) -> float:
    """Gives what the whole file weighs with gzip if every entry has words of its own.

    Made entries mix the sentences of the real ones and would pack too well. So each counts as
    much as the real ones, the first of the file, cost on average beside the others.
    """
    echte = alles["praxisbeispiele"][:_PROBE]
    ganz = _gzip(echte)
    mehr = [ganz - _gzip([e for e in echte if e is not eines]) for eines in echte]
    rest = _gzip({name: wert for name, wert in alles.items() if name != "praxisbeispiele"})
    return rest + len(alles["praxisbeispiele"]) * mean(mehr)


def _gzip(wert: object) -> int:
    text = json.dumps(wert, ensure_ascii=False, separators=(",", ":"))
    return len(gzip.compress(text.encode(), 9))


if __name__ == "__main__":
    main()
