"""Asks Lighthouse about six kinds of page behind the real nginx: `make lighthouse`."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path[0] = str(Path(__file__).parent.parent)

from macros.befehle.auslieferung import SERVER  # noqa: E402 - the root has to be on the path first
from macros.lauf import WURZEL  # noqa: E402
from tests import chromium  # noqa: E402
from tests.nginx import amtliche_daten, nginx  # noqa: E402

SEITEN = (
    "",
    "handlungsfelder/gesundheit/",
    "leitlinien/",
    "praxisbeispiele/mifrin/",
    "beratung/",
    "suche/?q=Arzt",
)
PROGRAMM = WURZEL / "werkzeug" / "lighthouse" / "node_modules" / ".bin" / "lighthouse"
_BROWSER = "--headless --no-sandbox --disable-gpu --ignore-certificate-errors"


def main() -> int:
    """Prints four scores a page, and what kept one from 100.

    Returns:
        0 if all are 100, otherwise 1.
    """
    ablage = Path(tempfile.mkdtemp(prefix="vielfalt-lighthouse-"))
    ablage.chmod(0o755)
    try:
        return _miss(ablage)
    finally:
        shutil.rmtree(ablage)


def _miss(ablage: Path) -> int:
    ort, daten = ablage / "website", amtliche_daten(ablage / "daten")
    befehl = [sys.executable, "-m", "macros", "veroeffentlichen", str(ort), "--daten", str(daten)]
    subprocess.run(befehl, check=True)
    schlecht = 0
    with nginx(SERVER, ort, ablage) as server:
        for seite in SEITEN:
            noten, gruende = _frage(f"{server.https}/{seite}")
            schlecht += min(noten) < 100
            print(f"/{seite:32} {' '.join(f'{note:3}' for note in noten)}  {', '.join(gruende)}")
    return 1 if schlecht else 0


def _frage(adresse: str) -> tuple[list[int], list[str]]:
    """Gives the scores for speed, accessibility, good practice and search engines."""
    befehl = [str(PROGRAMM), adresse, "--output=json", "--quiet", f"--chrome-flags={_BROWSER}"]
    umgebung = os.environ | {"CHROME_PATH": str(chromium.finde() or chromium.hole())}
    lauf = subprocess.run(befehl, env=umgebung, capture_output=True, text=True, check=True)
    bericht = json.loads(lauf.stdout)
    noten = [round((teil["score"] or 0) * 100) for teil in bericht["categories"].values()]
    gewichtig = {
        bezug["id"]
        for teil in bericht["categories"].values()
        for bezug in teil["auditRefs"]
        if bezug["weight"] and min(noten) < 100
    }
    pruefungen = bericht["audits"].items()
    return noten, [n for n, p in pruefungen if n in gewichtig and (p["score"] or 0) < 0.99]


if __name__ == "__main__":
    sys.exit(main())
