"""How good the search is: asks every query through `/suche/?q=…` in Chromium and counts.

As a script (`make suchguete`) it builds the site, prints tables and misses, compares with the
committed result and, with --merken, replaces it.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit

sys.path.insert(0, str(Path(__file__).parents[2]))

from playwright.sync_api import Browser, Page, sync_playwright

from tests import chromium
from tests.website import ECHT, baue_einmal, diene

ORDNER = Path(__file__).parent
DATEIEN = ("anfragen", "eigene")
ERGEBNIS = ORDNER / "ergebnis.json"
NICHTS = "nichts"
_OHNE_WEGE = "&wege=nein"


@dataclass(frozen=True)
class Anfrage:
    """A query, the addresses that answer it well (none: nothing may be found), and its kind."""

    frage: str
    gute: frozenset[str]
    art: str


@dataclass(frozen=True)
class Antwort:
    """What the search gave: addresses of the hits, best first."""

    anfrage: Anfrage
    treffer: tuple[str, ...]

    @property
    def rang(self) -> int:
        """The place of the first good page from 1, or 0."""
        return next((i for i, t in enumerate(self.treffer, 1) if t in self.anfrage.gute), 0)

    @property
    def gut(self) -> bool:
        """Tells whether this is what should be: a good page within three, or nothing."""
        return 1 <= self.rang <= 3 if self.anfrage.gute else not self.treffer


def lies(name: str) -> tuple[Anfrage, ...]:
    """Reads the queries of a file."""
    zeilen = (ORDNER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    felder = [zeile.split("\t") for zeile in zeilen if zeile and not zeile.startswith("#")]
    return tuple(
        Anfrage(frage, frozenset() if gute == "-" else frozenset(gute.split("|")), art)
        for frage, gute, art in felder
    )


def frage(seite: Page, basis: str, anfrage: Anfrage, zusatz: str = "") -> Antwort:
    """Asks one query on a page of its own and waits for the answer."""
    adresse = f"{basis}suche/"
    seite.goto(f"{adresse}?q={quote(anfrage.frage)}{zusatz}", wait_until="commit")
    seite.wait_for_selector("[data-suchergebnisse][aria-busy=false]", state="attached")
    links = seite.eval_on_selector_all(
        "[data-suchergebnisse] > li", "liste => liste.map(li => li.querySelector('a').href)"
    )
    wurzel = urlsplit(basis).path
    pfade = [urlsplit(urljoin(adresse, link)).path.removeprefix(wurzel) for link in links]
    return Antwort(anfrage, tuple(pfad.strip("/") for pfad in pfade))


def messe_alle(browser: Browser, basis: str, anfragen: Sequence[Anfrage]) -> list[Antwort]:
    """Asks all queries in one window."""
    seite = browser.new_page()
    try:
        return [frage(seite, basis, a) for a in anfragen]
    finally:
        seite.close()


def zahlen(antworten: Sequence[Antwort]) -> dict[str, dict[str, float]]:
    """Gives by kind, and for all with a good page, the shares at 1 and 3 and the MRR."""
    je: dict[str, list[Antwort]] = defaultdict(list)
    for antwort in antworten:
        je[antwort.anfrage.art].append(antwort)
        if antwort.anfrage.gute:
            je["alle"].append(antwort)
    return {
        art: {
            "anfragen": len(liste),
            "hit@1": _anteil(a.rang == 1 if a.anfrage.gute else a.gut for a in liste),
            "hit@3": _anteil(a.gut for a in liste),
            "mrr": _anteil((1 / a.rang if a.rang else 0) or float(a.gut) for a in liste),
        }
        for art, liste in sorted(je.items())
    }


def _anteil(werte: Iterator[float]) -> float:
    liste = list(werte)
    return round(sum(liste) / len(liste), 3)


@contextmanager
def _browser() -> Iterator[Browser]:
    with sync_playwright() as p:
        offen = p.chromium.launch(executable_path=chromium.finde(), args=["--no-sandbox"])
        yield offen
        offen.close()


def main(merken: bool, schnell: bool = False) -> int:
    """Prints everything; gives 1 where the search has become worse than it was."""
    ergebnis = {}
    with tempfile.TemporaryDirectory() as ablage, _browser() as browser:
        gebaut = baue_einmal(ECHT, Path(ablage))
        with diene(gebaut.ordner) as basis:
            seite = browser.new_page()
            for name in DATEIEN:
                for zusatz, titel in (("", name), (_OHNE_WEGE, f"{name}, ohne Suchbegriffe")):
                    if zusatz and schnell:
                        continue
                    antworten = [frage(seite, basis, a, zusatz) for a in lies(name)]
                    ergebnis[titel] = zahlen(antworten)
                    _drucke(titel, antworten, ergebnis[titel], zeige_fehler=not zusatz)
    vorher = json.loads(ERGEBNIS.read_text(encoding="utf-8")) if ERGEBNIS.exists() else {}
    gefallen = _vergleiche(vorher, ergebnis)
    if merken:
        text = json.dumps(ergebnis, ensure_ascii=False, indent=1) + "\n"
        ERGEBNIS.write_text(text, encoding="utf-8")
    return int(gefallen)


def _drucke(
    titel: str,
    antworten: Sequence[Antwort],
    tabelle: dict[str, dict[str, float]],
    zeige_fehler: bool,
) -> None:
    print(f"\n{titel}\n{'':<14}{'Anfragen':>9}{'hit@1':>8}{'hit@3':>8}{'MRR':>8}")
    for art, z in tabelle.items():
        print(f"{art:<14}{z['anfragen']:>9}{z['hit@1']:>8}{z['hit@3']:>8}{z['mrr']:>8}")
    for a in antworten if zeige_fehler else ():
        if not a.gut:
            gefunden = ", ".join(a.treffer[:5]) or "nichts"
            print(f"  verfehlt: {a.anfrage.frage} ({a.anfrage.art}) → {gefunden}")


def _vergleiche(
    vorher: dict[str, dict[str, dict[str, float]]], jetzt: dict[str, dict[str, dict[str, float]]]
) -> bool:
    gefallen = False
    print("\nVergleich mit dem letzten gemerkten Ergebnis")
    for titel, tabelle in jetzt.items():
        for art, z in tabelle.items():
            alt = vorher.get(titel, {}).get(art)
            if alt and (alt["hit@3"], alt["mrr"]) != (z["hit@3"], z["mrr"]):
                print(f"{titel}, {art}: hit@3 {alt['hit@3']} → {z['hit@3']}")
                print(f"{titel}, {art}: MRR {alt['mrr']} → {z['mrr']}")
                gefallen |= z["hit@3"] < alt["hit@3"]
    print("schlechter geworden" if gefallen else "nicht schlechter geworden")
    return gefallen


if __name__ == "__main__":
    sys.exit(main("--merken" in sys.argv, "--schnell" in sys.argv))
