"""Asks Lighthouse about six kinds of page behind the real nginx: `make lighthouse`.

Each page is asked three times and the middle score counts: the simulated phone scales the time
that the main thread took here, so what else this machine does shows in a single run.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

sys.path[0] = str(Path(__file__).parent.parent)

from bench.betrieb import veroeffentlicht  # noqa: E402 - the root has to be on the path first
from macros.lauf import WURZEL  # noqa: E402
from tests import chromium  # noqa: E402

SEITEN = (
    "",
    "handlungsfelder/gesundheit/",
    "leitlinien/",
    "praxisbeispiele/mifrin/",
    "beratung/",
    "suche/?q=Arzt",
)
LAEUFE = 3
PROGRAMM = WURZEL / "werkzeug" / "lighthouse" / "node_modules" / ".bin" / "lighthouse"
Bericht = dict[str, Any]
_BROWSER = "--headless --no-sandbox --disable-gpu --ignore-certificate-errors"


def main() -> int:
    """Prints four scores a page, and what kept one from 100.

    Returns:
        0 if all are 100, otherwise 1.
    """
    schlecht = 0
    with veroeffentlicht(amtlich=True) as server:
        for seite in SEITEN:
            laeufe = [_frage(f"{server.https}/{seite}") for _ in range(LAEUFE)]
            schlecht += _zeige(seite, laeufe)
    return 1 if schlecht else 0


def _zeige(seite: str, laeufe: list[Bericht]) -> bool:
    """Prints the middle scores of a page and each score for speed; tells if one is below 100."""
    spalten = list(zip(*map(_noten, laeufe), strict=True))
    mitte = [int(statistics.median(spalte)) for spalte in spalten]
    gruende = sorted({grund for bericht in laeufe for grund in _gruende(bericht)})
    noten, einzeln = " ".join(f"{note:3}" for note in mitte), "/".join(map(str, spalten[0]))
    print(f"/{seite:28} {noten}  ({einzeln})  {', '.join(gruende)}")
    return min(mitte) < 100


def _frage(adresse: str) -> Bericht:
    befehl = [str(PROGRAMM), adresse, "--output=json", "--quiet", f"--chrome-flags={_BROWSER}"]
    umgebung = os.environ | {"CHROME_PATH": str(chromium.finde() or chromium.hole())}
    lauf = subprocess.run(befehl, env=umgebung, capture_output=True, text=True, check=True)
    bericht: Bericht = json.loads(lauf.stdout)
    return bericht


def _noten(bericht: Bericht) -> list[int]:
    """Gives the scores for speed, accessibility, good practice and search engines."""
    return [round((teil["score"] or 0) * 100) for teil in bericht["categories"].values()]


def _gruende(bericht: Bericht) -> list[str]:
    """Gives what kept a score from 100, by the name of the check and with its figure."""
    teile = [t for t in bericht["categories"].values() if (t["score"] or 0) < 1]
    gewichtig = [b["id"] for teil in teile for b in teil["auditRefs"] if b["weight"]]
    schwach = [n for n in gewichtig if (bericht["audits"][n]["score"] or 0) < 0.99]
    return [f"{name} {bericht['audits'][name].get('displayValue', '')}".strip() for name in schwach]


if __name__ == "__main__":
    sys.exit(main())
