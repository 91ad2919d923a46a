"""How good the search is: asks queries through `/suche/?q=…` in Chromium and counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit

from playwright.sync_api import Browser, Page

from macros.suche.dokument import Dokument
from macros.suche.worte import gefaltet, woerter

ORDNER = Path(__file__).parent
DATEIEN = (
    "anfragen",
    "eigene",
    "frisch",
    *(f"frisch{n}" for n in range(2, 23)),
)
# What `make test` asks; `make suchguete` asks all, eight times as many.
WACHE = ("anfragen", "eigene", DATEIEN[-1])
NICHTS = "nichts"
# Appended to an address: the same without the curated words.
OHNE_WEGE = "&wege=nein"
_LISTE = "[data-suchergebnisse]"
_FERTIG = f"{_LISTE}[aria-busy=false]"
_LINKS = "liste => liste.map(li => li.querySelector('a').href)"
# What the button Back does: another address, and the page told so.
_ZURUECK = f"""async ziel => {{
  history.pushState(null, "", ziel);
  dispatchEvent(new PopStateEvent("popstate"));
  const liste = document.querySelector("{_LISTE}");
  const warte = fertig => setTimeout(fertig, 10);
  for (let i = 0; liste.ariaBusy !== "false" && i < 500; i += 1) await new Promise(warte);
  return ({_LINKS})([...liste.children]);
}}"""


# By kind: how many queries, the shares with a good page first and within three, and the MRR.
Tabelle = dict[str, dict[str, float]]


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


class Fenster:
    """The page /suche/ in a window: asked like by a link, a reload or the button Back."""

    def __init__(self, seite: Page, basis: str) -> None:
        self._seite, self._adresse = seite, f"{basis}suche/"
        self._wurzel = urlsplit(basis).path
        self._offen = False

    def frage(self, anfrage: Anfrage, zusatz: str = "", neu: bool = False) -> Antwort:
        """Asks one query; with `neu` on a page loaded anew, else where the last one was asked."""
        return Antwort(anfrage, self.suche(anfrage.frage, zusatz, neu))

    def suche(self, frage: str, zusatz: str = "", neu: bool = False) -> tuple[str, ...]:
        """Gives the addresses of the hits alone."""
        ziel = f"?q={quote(frage)}{zusatz}"
        if neu or not self._offen:
            self._seite.goto(f"{self._adresse}{ziel}", wait_until="commit")
            self._seite.wait_for_selector(_FERTIG, state="attached")
            self._offen = True
            links = self._seite.eval_on_selector_all(f"{_LISTE} > li", _LINKS)
        else:
            links = self._seite.evaluate(_ZURUECK, ziel)
        pfade = (urlsplit(urljoin(self._adresse, link)).path for link in links)
        return tuple(p.removeprefix(self._wurzel).strip("/") for p in pfade)


def messe_alle(
    browser: Browser, basis: str, anfragen: Iterable[Anfrage], zusatz: str = ""
) -> list[Antwort]:
    """Asks all queries in one window."""
    seite = browser.new_page()
    try:
        fenster = Fenster(seite, basis)
        return [fenster.frage(a, zusatz) for a in anfragen]
    finally:
        seite.close()


def ohne_neues(antworten: Iterable[Antwort], seiten: Iterable[Dokument]) -> list[Antwort]:
    """Leaves out what should find nothing, but stands word by word on each page that was found.

    New content may hold such words: an editor's proposal must not fail for it.
    """
    worte = {s.adresse.strip("/"): set(map(gefaltet, _woerter(s))) for s in seiten}

    def steht_da(a: Antwort) -> bool:
        gefragt = set(map(gefaltet, woerter(a.anfrage.frage)))
        return bool(a.treffer) and all(gefragt <= worte.get(t, set()) for t in a.treffer)

    return [a for a in antworten if a.anfrage.gute or not steht_da(a)]


def _woerter(seite: Dokument) -> Iterator[str]:
    """Gives what stands on a page, as it stands there."""
    yield from woerter(seite.titel)
    for passage in seite.passagen:
        yield from woerter(f"{passage.titel} {passage.text}")


def zahlen(antworten: Sequence[Antwort]) -> Tabelle:
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


def _anteil(werte: Iterable[float]) -> float:
    liste = list(werte)
    return round(sum(liste) / len(liste), 3)
