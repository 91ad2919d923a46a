"""`make suchguete`: builds the site, asks every query, prints tables and misses, and compares.

The committed result is in `ergebnis.json`; --merken replaces it.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from macros.suche.verzeichnis import Suchverzeichnis
from tests.fenster import chromium_offen
from tests.gebaut import baue_einmal
from tests.orte import ECHT, W, website
from tests.server import diene
from tests.suche.durchsicht import neue
from tests.suche.guete import DATEIEN, OHNE_WEGE, ORDNER, Antwort, Tabelle, lies, messe_alle, zahlen

ERGEBNIS = ORDNER / "ergebnis.json"
# Shares are rounded to three places.
_GLEICH = 0.0005


def gemerkt() -> dict[str, Tabelle]:
    """Gives the committed tables by the name of their queries."""
    inhalt: dict[str, Tabelle] = json.loads(ERGEBNIS.read_text(encoding="utf-8"))
    return inhalt


def gefallen(vorher: Tabelle, jetzt: Tabelle, fragen: int = 0) -> list[str]:
    """Gives one line for each kind whose hit@3 or MRR is worse than it was.

    By more than so many `fragen` of each kind could make it.
    """
    return [
        f"{art}: {mass} {vorher[art][mass]} → {zeile[mass]}"
        for art, zeile in jetzt.items()
        for mass in ("hit@3", "mrr")
        if art in vorher and zeile[mass] < vorher[art][mass] - fragen / zeile["anfragen"] - _GLEICH
    ]


def main(merken: bool) -> int:
    """Prints everything; gives 1 where the search is worse than it was, or has words to be read."""
    ergebnis, echt = {}, website(ECHT)
    with tempfile.TemporaryDirectory() as ablage, chromium_offen() as browser:
        gebaut = baue_einmal(ECHT, Path(ablage))
        with diene(gebaut.ordner) as basis:
            for name in DATEIEN:
                for zusatz, titel in (("", name), (OHNE_WEGE, f"{name}, ohne Suchbegriffe")):
                    antworten = messe_alle(browser, basis, lies(name), zusatz)
                    ergebnis[titel] = zahlen(antworten)
                    _drucke(titel, antworten, ergebnis[titel], zeige_fehler=not zusatz)
    schlechter = _vergleiche(gemerkt(), ergebnis)
    ungelesen = list(neue(Suchverzeichnis(echt.verzeichnis, echt.seiten.values(), W)))
    for zeile in ungelesen:
        print(f"noch nicht gelesen: {zeile}")
    if merken:
        text = json.dumps(ergebnis, ensure_ascii=False, indent=1) + "\n"
        ERGEBNIS.write_text(text, encoding="utf-8")
    return int(schlechter or bool(ungelesen))


def _drucke(titel: str, antworten: Sequence[Antwort], tabelle: Tabelle, zeige_fehler: bool) -> None:
    print(f"\n{titel}\n{'':<14}{'Anfragen':>9}{'hit@1':>8}{'hit@3':>8}{'MRR':>8}")
    for art, z in tabelle.items():
        print(f"{art:<14}{z['anfragen']:>9}{z['hit@1']:>8}{z['hit@3']:>8}{z['mrr']:>8}")
    for a in antworten if zeige_fehler else ():
        if not a.gut:
            gefunden = ", ".join(a.treffer[:5]) or "nichts"
            print(f"  verfehlt: {a.anfrage.frage} ({a.anfrage.art}) → {gefunden}")


def _vergleiche(vorher: Mapping[str, Tabelle], jetzt: Mapping[str, Tabelle]) -> bool:
    print("\nVergleich mit dem letzten gemerkten Ergebnis")
    schlechter = False
    for titel, tabelle in jetzt.items():
        zeilen = gefallen(vorher.get(titel, {}), tabelle)
        besser = gefallen(tabelle, vorher.get(titel, {}))
        for zeile in zeilen:
            print(f"schlechter: {titel}, {zeile}")
        for zeile in besser:
            print(f"besser (jetzt → vorher): {titel}, {zeile}")
        schlechter |= bool(zeilen)
    print("schlechter geworden" if schlechter else "nicht schlechter geworden")
    return schlechter


if __name__ == "__main__":
    sys.exit(main("--merken" in sys.argv))
