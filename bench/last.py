"""Loads nginx with wrk on loopback: `make last`. Reported, never a test of a change.

Beside the home page under the whole configuration stands a bare file of the same bytes and
compression, served by the same nginx without any of our headers, in the same run.
"""

from __future__ import annotations

import re
import shutil
import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

sys.path[0] = str(Path(__file__).parent.parent)

from bench.betrieb import veroeffentlicht  # noqa: E402 - the root has to be on the path first

PAARE, SEKUNDEN, VERBINDUNGEN = 5, 6, 32
MINDESTENS = 0.85


@dataclass(frozen=True)
class Messung:
    """Requests per second, the slowest of a hundred in milliseconds, and what failed."""

    je_sekunde: float
    p99: float
    fehler: int


def main() -> int:
    """Measures pairs and prints them.

    Returns:
        0, or 1 if an answer failed or the median ratio is below 0.85.
    """
    with veroeffentlicht(mehr=_nackt) as server:
        paare = [(_lade(f"{server.https}/bloss"), _lade(f"{server.https}/")) for _ in range(PAARE)]
    for bloss_, unsere in paare:
        anteil = unsere.je_sekunde / bloss_.je_sekunde
        print(
            f"bloße Datei {bloss_.je_sekunde:8.0f}/s  p99 {bloss_.p99:6.2f} ms   "
            f"Startseite {unsere.je_sekunde:8.0f}/s  p99 {unsere.p99:6.2f} ms   {anteil:.2f}"
        )
    mitte = statistics.median(u.je_sekunde / b.je_sekunde for b, u in paare)
    fehler = sum(m.fehler for paar in paare for m in paar)
    print(f"Mitte von {PAARE} Paaren: {mitte:.2f} (erwartet {MINDESTENS}), Fehler: {fehler}")
    return 1 if fehler or mitte < MINDESTENS else 0


def _nackt(ort: Path, ablage: Path) -> str:
    """The home page as a bare file: the same packed bytes at an address without our rules."""
    datei = ablage / "bloss" / "index.html.br"
    datei.parent.mkdir()
    shutil.copy(ort / "aktuell/site/index.html.br", datei)
    return f"""
    location = /bloss {{
        types {{ }} default_type text/html;
        alias {datei};
        brotli_static off; gzip_static off;
        add_header Content-Encoding br;
    }}
    """


def _lade(adresse: str) -> Messung:
    befehl = ["wrk", "-t1", f"-c{VERBINDUNGEN}", f"-d{SEKUNDEN}s", "--latency"]
    lauf = subprocess.run(
        [*befehl, "-H", "Accept-Encoding: br", adresse], capture_output=True, text=True, check=True
    )
    je_sekunde = re.search(r"Requests/sec:\s+([\d.]+)", lauf.stdout)
    p99 = re.search(r"99%\s+([\d.]+)(us|ms|s)", lauf.stdout)
    assert je_sekunde and p99, lauf.stdout
    mal = {"us": 0.001, "ms": 1.0, "s": 1000.0}[p99[2]]
    falsch = re.search(r"Non-2xx or 3xx responses: (\d+)", lauf.stdout)
    stecker = re.search(r"Socket errors: (.*)", lauf.stdout)
    fehler = int(falsch[1]) if falsch else 0
    fehler += sum(map(int, re.findall(r"\d+", stecker[1]))) if stecker else 0
    return Messung(float(je_sekunde[1]), float(p99[1]) * mal, fehler)


if __name__ == "__main__":
    sys.exit(main())
