"""Measures the search as people feel it: `make suchtempo`. Speed is reported, never a test.

For each size a site is built and asked in Chromium: bytes up to the first hits, then the time
from Enter to drawn hits for every open query in a warm window.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

sys.path[0] = str(Path(__file__).parent.parent)

from playwright.sync_api import Browser, Page, Response  # noqa: E402 - the root comes first

from bench.daten import DATEN, erzeuge  # noqa: E402
from bench.messung import Gescheitert, ganze_zahlen, miss  # noqa: E402
from bench.suchfenster import gepackt  # noqa: E402
from tests.fenster import chromium_offen  # noqa: E402
from tests.server import diene  # noqa: E402
from tests.suche.guete import lies  # noqa: E402

ANZAHL = "0,500"
ERSTE_FRAGE = "Arbeit"
# Goals: kilobytes with Brotli up to the first hits, milliseconds at p95.
GRENZE_HEUTE, GRENZE_500, GRENZE_P95 = 100, 250, 100
# Two frames later what the script made is on the screen.
_FRAGE = """frage => new Promise((fertig) => {
  const form = document.querySelector("form[data-suche]");
  const liste = document.querySelector("[data-suchergebnisse]");
  form.elements.q.value = frage;
  const anfang = performance.now();
  const blick = new MutationObserver(() => {
    if (liste.getAttribute("aria-busy") !== "false") return;
    blick.disconnect();
    requestAnimationFrame(() => setTimeout(() => fertig(performance.now() - anfang)));
  });
  blick.observe(liste, { attributes: true, attributeFilter: ["aria-busy"] });
  form.requestSubmit();
})"""


@dataclass(frozen=True)
class Tempo:
    """One size: entries added (0: the real data), build in seconds and megabytes, the rest felt.

    `kilobyte` are those up to the first hits, `zeiten` milliseconds from Enter to drawn hits.
    """

    anzahl: int
    bau: float
    speicher: float
    kilobyte: float
    zeiten: tuple[float, ...]

    @property
    def p95(self) -> float:
        """The time that 95 of 100 questions stay under."""
        return statistics.quantiles(self.zeiten, n=20)[-1]


def main() -> int:
    """Measures every size and prints the table.

    Returns:
        0, or 1 if a site could not be built; missed goals are no failure.
    """
    parser = argparse.ArgumentParser(description="Misst, wie schnell die Suche antwortet.")
    parser.add_argument(
        "--anzahl",
        type=ganze_zahlen,
        default=ANZAHL,
        help=f"Zahlen von Praxisbeispielen, 0 für die echten Daten (sonst {ANZAHL})",
    )
    anzahlen = parser.parse_args().anzahl
    try:
        with chromium_offen() as browser:
            for anzahl in anzahlen:
                print(_zeile(_miss(browser, anzahl)), flush=True)
    except Gescheitert as fehler:
        print(f"Die Messung ist gescheitert:\n{fehler}", file=sys.stderr)
        return 1
    return 0


def _miss(browser: Browser, anzahl: int) -> Tempo:
    with tempfile.TemporaryDirectory(prefix="suchtempo-") as ablage:
        daten, site = Path(ablage) / "daten", Path(ablage) / "site"
        if anzahl:
            erzeuge(daten, anzahl)
        quelle = daten if anzahl else DATEN
        bau = miss(["-m", "macros", "bauen", "--daten", str(quelle), "--ziel", str(site)])
        with diene(site) as basis:
            seite = browser.new_page()
            kilobyte = _erste_treffer(seite, f"{basis}suche/?q={ERSTE_FRAGE}", site)
            fragen = [anfrage.frage for anfrage in lies("anfragen")]
            # The first round warms up: the list of real words loads with the first unknown one.
            for _ in range(2):
                zeiten = tuple(float(seite.evaluate(_FRAGE, frage)) for frage in fragen)
            seite.close()
    return Tempo(anzahl, bau.sekunden, bau.megabyte, kilobyte, zeiten)


def _erste_treffer(seite: Page, adresse: str, site: Path) -> float:
    geladen: dict[str, int] = {}

    def merke(antwort: Response) -> None:
        datei = site / unquote(urlsplit(antwort.url).path).lstrip("/")
        datei = datei / "index.html" if datei.is_dir() else datei
        geladen[antwort.url] = gepackt(datei.read_bytes())

    seite.on("response", merke)
    seite.goto(adresse)
    seite.wait_for_selector("[data-suchergebnisse][aria-busy=false] > li")
    seite.wait_for_load_state("networkidle")
    seite.remove_listener("response", merke)
    return sum(geladen.values()) / 1000


def _zeile(tempo: Tempo) -> str:
    grenze = GRENZE_500 if tempo.anzahl else GRENZE_HEUTE
    name = f"{tempo.anzahl} Praxisbeispiele" if tempo.anzahl else "echte Daten"
    return (
        f"{name}: Bau {tempo.bau:.1f} s, {tempo.speicher:.0f} MB; "
        f"erste Treffer {tempo.kilobyte:.0f} kB von {grenze}; "
        f"Enter bis Treffer: Median {statistics.median(tempo.zeiten):.0f} ms, "
        f"p95 {tempo.p95:.0f} ms von {GRENZE_P95} "
        f"(Verhältnis {tempo.p95 / GRENZE_P95:.2f}, {len(tempo.zeiten)} Fragen)"
    )


if __name__ == "__main__":
    sys.exit(main())
