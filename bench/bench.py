"""Measures how the site's build grows: `make bench`. Speed is reported, never a test.

Beside each build stands plain MkDocs with Material and its search on the same Markdown.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from pathlib import Path

sys.path[0] = str(Path(__file__).parent.parent)

from bench import bericht  # noqa: E402 - the root has to be on the path first
from bench.bericht import Groesse  # noqa: E402
from bench.daten import DATEN, erzeuge  # noqa: E402
from bench.datenbericht import Ausgaben  # noqa: E402
from bench.messung import Gescheitert, Messung, beste, ganze_zahlen, miss  # noqa: E402
from bench.schlicht import schreibe_konfiguration  # noqa: E402

ANZAHL = "100,1000,5000"
LAEUFE = 3
SCHRITTE = Path(__file__).with_name("schritte.py")
AUSGABEN = Path(__file__).with_name("ausgaben.py")


def main() -> int:
    """Measures every size and prints the tables.

    Returns:
        0, or 1 if a build failed; missed goals are no failure.
    """
    aufruf = _aufruf()
    try:
        echt = beste([_pruefe(DATEN) for _ in range(aufruf.laeufe)])
        daten = _miss_ausgaben(DATEN, aufruf.laeufe)
        groessen = [_miss_groesse(n, aufruf.laeufe, aufruf.liste) for n in aufruf.anzahl]
    except Gescheitert as fehler:
        _melde("")
        print(f"Die Messung ist gescheitert:\n{fehler}", file=sys.stderr)
        return 1
    _melde("")
    print("\n".join(bericht.zeilen(groessen, echt, daten)))
    return 0


def _aufruf() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Misst, wie schnell die Website gebaut wird.")
    parser.add_argument(
        "--anzahl",
        type=ganze_zahlen,
        default=ANZAHL,
        help=f"Zahlen von Praxisbeispielen, mit Komma getrennt (sonst {ANZAHL})",
    )
    parser.add_argument(
        "--laeufe", type=int, default=LAEUFE, help=f"Läufe, deren bester zählt (sonst {LAEUFE})"
    )
    parser.add_argument(
        "--liste",
        action="store_true",
        help="alle Praxisbeispiele in einer Liste statt jedes in einer eigenen Datei",
    )
    return parser.parse_args()


def _miss_groesse(anzahl: int, laeufe: int, liste: bool) -> Groesse:
    with tempfile.TemporaryDirectory(prefix="bench-") as ablage:
        ordner = Path(ablage)
        _melde(f"{anzahl} Praxisbeispiele: Daten und Markdown werden erzeugt …")
        erzeuge(ordner / "daten", anzahl, liste)
        schritte = _miss_schritte(ordner)
        konfiguration = schreibe_konfiguration(ordner)
        pruefen, unsere, schlichte = [], [], []
        for lauf in range(1, laeufe + 1):
            _melde(f"{anzahl} Praxisbeispiele: Lauf {lauf} von {laeufe} …")
            pruefen.append(_pruefe(ordner / "daten"))
            unsere.append(_baue(ordner / "daten", ordner / "site"))
            schlichte.append(_baue_schlicht(konfiguration, ordner / "schlicht"))
        seiten = sum(1 for _ in (ordner / "markdown").rglob("*.md"))
        return Groesse(
            anzahl,
            seiten,
            beste(unsere),
            beste(schlichte),
            beste(pruefen),
            schritte,
            _miss_ausgaben(ordner / "daten", laeufe),
        )


def _pruefe(daten: Path) -> Messung:
    return miss(["-m", "macros", "pruefen", "--daten", str(daten)])


def _baue(daten: Path, site: Path) -> Messung:
    shutil.rmtree(site, ignore_errors=True)
    return miss(
        ["-m", "macros", "bauen", "--ohne-suche", "--daten", str(daten), "--ziel", str(site)]
    )


def _baue_schlicht(konfiguration: Path, site: Path) -> Messung:
    shutil.rmtree(site, ignore_errors=True)
    return miss(["-m", "mkdocs", "build", "--quiet", "--config-file", str(konfiguration)])


def _miss_schritte(ordner: Path) -> dict[str, float]:
    zeiten = ordner / "zeiten.json"
    orte = [ordner / "daten", ordner / "site", ordner / "markdown", zeiten]
    miss([str(SCHRITTE), *map(str, orte)])
    sekunden: dict[str, float] = json.loads(zeiten.read_text(encoding="utf-8"))
    return sekunden


def _miss_ausgaben(daten: Path, laeufe: int) -> Ausgaben:
    """Gives the shortest time of several runs that make the data files."""
    ergebnisse = []
    with tempfile.TemporaryDirectory(prefix="bench-") as ablage:
        ziel = Path(ablage) / "ergebnis.json"
        for _ in range(laeufe):
            miss([str(AUSGABEN), str(daten), str(ziel)])
            ergebnisse.append(json.loads(ziel.read_text(encoding="utf-8")))
    kuerzeste = min(ergebnisse, key=lambda ergebnis: float(ergebnis["sekunden"]))
    ganz, gesendet = (kuerzeste[name] / 1e6 for name in ("alles", "gesendet"))
    return Ausgaben(kuerzeste["sekunden"], ganz, gesendet, kuerzeste["dateien"])


def _melde(satz: str) -> None:
    """Shows on a terminal what is going on; an empty sentence wipes the line."""
    if sys.stderr.isatty():
        print(f"\r\033[K{satz}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
