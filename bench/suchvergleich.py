"""`make suchvergleich`: our search beside Pagefind, with the same words and the same queries.

Pagefind gets the built pages and, put into them, every word that our index knows for them.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from statistics import median, quantiles

sys.path[0] = str(Path(__file__).parent.parent)

from playwright.sync_api import Browser  # noqa: E402 - the root comes first

from bench.messung import Messung, miss  # noqa: E402
from bench.pagefind import ORDNER, lege_an  # noqa: E402
from bench.suchfenster import Suche, Suchfenster, erster_abruf, gepackt, regel  # noqa: E402
from bench.tabelle import tabelle, zahl  # noqa: E402
from macros.lauf import WURZEL  # noqa: E402
from tests.fenster import chromium_offen  # noqa: E402
from tests.server import diene  # noqa: E402
from tests.suche.guete import DATEIEN, NICHTS, lies, zahlen  # noqa: E402

PYTHON = WURZEL / ".venv-vergleich" / "bin" / "python"
SUCHEN = (
    Suche("MiniSearch", unsere=True),
    Suche("Pagefind, genau", genau=True),
    Suche("Pagefind, wie getippt"),
)
ANFRAGEN = {name: lies(name) for name in DATEIEN}
ALLE = list(chain.from_iterable(ANFRAGEN.values()))
# One query of each kind, to be the first one in a new window.
ERSTE = list({a.art: a for a in reversed(ALLE) if a.gute}.values())
ZEILEN = (
    *(f"{name}: hit@3, MRR" for name in (*DATEIEN, "alle")),
    "nichts: leer",
    "warm, ms: Median, p95",
    "erste Frage lädt, kB (Brotli)",
    "alle Dateien, kB (Brotli)",
    "Verzeichnis anlegen, s",
    "größter Speicher, MB",
    "Sicherheitsregel",
)


def main() -> None:
    """Builds, makes both indexes, asks everything, and prints one table."""
    with (
        tempfile.TemporaryDirectory(prefix="suchvergleich-") as ablage,
        chromium_offen() as browser,
    ):
        site, ohne, kopie = (Path(ablage) / name for name in ("site", "ohne", "kopie"))
        mit = _baue(site)
        unsere = Messung(mit.sekunden - _baue(ohne, "--ohne-suche").sekunden, mit.megabyte)
        lege_an(site, kopie)
        fremde = miss(["-m", "pagefind", "--site", str(kopie), "--silent"], PYTHON)
        (kopie / ORDNER).rename(site / ORDNER)
        with diene(site) as basis:
            spalten = [
                [
                    *_guete_und_zeit(browser, basis, suche),
                    zahl(erster_abruf(browser, basis, suche, ERSTE) / 1000),
                    zahl(_groesse(site, suche) / 1000),
                    *_kosten(unsere if suche.unsere else fremde),
                    regel(browser, basis, suche, ALLE[0]),
                ]
                for suche in SUCHEN
            ]
    reihen = [[name, *werte] for name, *werte in zip(ZEILEN, *spalten, strict=True)]
    print("\n".join(tabelle(["", *(suche.name for suche in SUCHEN)], reihen)))


def _baue(ziel: Path, *zusatz: str) -> Messung:
    return miss(["-m", "macros", "bauen", "--ziel", str(ziel), *zusatz])


def _guete_und_zeit(browser: Browser, basis: str, suche: Suche) -> Iterator[str]:
    """Asks all queries for their hits, then once more for the time, when everything is loaded."""
    with Suchfenster(browser, basis, suche) as fenster:
        je = {name: [fenster.frage(a)[0] for a in fragen] for name, fragen in ANFRAGEN.items()}
        zeiten = [fenster.frage(a)[1] for a in ALLE]
    alle = list(chain.from_iterable(je.values()))
    for antworten in (*je.values(), alle):
        werte = zahlen(antworten)["alle"]
        yield f"{zahl(werte['hit@3'], 3)}, {zahl(werte['mrr'], 3)}"
    leer = [a.gut for a in alle if a.anfrage.art == NICHTS]
    yield f"{sum(leer)} von {len(leer)}"
    yield f"{zahl(median(zeiten), 1)}, {zahl(quantiles(zeiten, n=20)[-1], 1)}"


def _groesse(site: Path, suche: Suche) -> int:
    dateien = (d for d in site.rglob("*") if d.is_file() and suche.gehoert(str(d)))
    return sum(gepackt(datei.read_bytes()) for datei in dateien)


def _kosten(bau: Messung) -> tuple[str, str]:
    return zahl(bau.sekunden, 1), zahl(bau.megabyte)


if __name__ == "__main__":
    main()
