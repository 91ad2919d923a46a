"""Asks our search or Pagefind in Chromium: hits, time, what is loaded, under which policy."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.parse import quote, urlsplit

import brotli  # type: ignore[import-untyped]  # it ships no stubs
from playwright.sync_api import Browser, BrowserContext, Error, Response, Route

from bench.pagefind import ORDNER
from macros.auslieferung.kopfzeilen import CSP, kopfzeilen
from macros.sprache import lade
from macros.suche.worte import gefaltet, woerter
from tests.suche.guete import Anfrage, Antwort

_SKRIPT = Path(__file__).with_name("suchfenster.js").read_text(encoding="utf-8")
_FUELLWOERTER = frozenset(map(gefaltet, lade()("suche.fuellwoerter").split()))
_WASM = "'wasm-unsafe-eval'"
# Which files are the search, by a part of their address; the pages around them count for neither.
_UNSERE = ("/eigen/suche", "/eigen/fremd/minisearch", "/eigen/verzeichnis", "/eigen/echte")


@dataclass(frozen=True)
class Suche:
    """One way to search: by the site's own page, or by Pagefind, there exactly or as typed."""

    name: str
    unsere: bool = False
    genau: bool = False

    def gehoert(self, adresse: str) -> bool:
        """Tells whether a file is part of this search."""
        return any(t in adresse for t in (_UNSERE if self.unsere else (f"/{ORDNER}/",)))

    def aufruf(self, frage: str) -> tuple[str, str, list[str]]:
        """Gives the function in the window, what it is asked, and the words that a hit must have.

        Pagefind's own order is the better one, its quoted words the more precise: exactly is both.
        """
        if self.unsere:
            return "unsere", f"?q={quote(frage)}", []
        if not self.genau:
            return "pagefind", frage, []
        inhalt = [wort for wort in woerter(frage) if gefaltet(wort) not in _FUELLWOERTER]
        return "pagefind", " ".join(inhalt), [f'"{wort}"' for wort in inhalt]


class Suchfenster:
    """The page /suche/ in a window of its own, without anything loaded before."""

    def __init__(
        self, browser: Browser, basis: str, suche: Suche, mit_wasm: bool | None = None
    ) -> None:
        self._kontext: BrowserContext = browser.new_context()
        self._suche, self._seite = suche, self._kontext.new_page()
        self._antworten: list[Response] = []
        self._seite.on("response", lambda antwort: self._antworten.append(antwort))
        self._seite.add_init_script(_SKRIPT)
        if mit_wasm is not None:
            self._kontext.route("**/*", lambda weg: _mit_regel(weg, mit_wasm))
        self._seite.goto(f"{basis}suche/", wait_until="load")

    def __enter__(self) -> Suchfenster:
        return self

    def __exit__(self, *_: object) -> None:
        self._kontext.close()

    def frage(self, anfrage: Anfrage) -> tuple[Antwort, float]:
        """Asks one query; gives the answer and the milliseconds up to its first hits."""
        aufruf = self._suche.aufruf(anfrage.frage)
        links, dauer = self._seite.evaluate("([wie, ...was]) => suchen[wie](...was)", aufruf)
        pfade = (urlsplit(link).path.strip("/") for link in links)
        return Antwort(anfrage, tuple(pfade)), dauer

    def geladen(self) -> int:
        """Gives the bytes, packed with Brotli, of what the search loaded so far."""
        self._seite.wait_for_load_state("networkidle")
        der_suche = {a.url: a for a in self._antworten if self._suche.gehoert(a.url)}
        return sum(gepackt(antwort.body()) for antwort in der_suche.values())


def erster_abruf(browser: Browser, basis: str, suche: Suche, anfragen: list[Anfrage]) -> float:
    """Gives the median of what each query loads when it is the first one in its window."""
    summen = []
    for anfrage in anfragen:
        with Suchfenster(browser, basis, suche) as fenster:
            fenster.frage(anfrage)
            summen.append(fenster.geladen())
    return median(summen)


def regel(browser: Browser, basis: str, suche: Suche, anfrage: Anfrage) -> str:
    """Tries the site's own policy, then the same with WASM; gives the one it answers under."""
    for name, mit_wasm in (("unsere", False), (f"+ {_WASM}", True)):
        with Suchfenster(browser, basis, suche, mit_wasm) as fenster:
            try:
                if fenster.frage(anfrage)[0].treffer:
                    return name
            except Error:
                continue
    return "keine davon"


def gepackt(inhalt: bytes) -> int:
    """Gives the size of a file as a server sends it."""
    return len(brotli.compress(inhalt, quality=11))


def _mit_regel(weg: Route, mit_wasm: bool) -> None:
    """Answers with the policy of the real server: a worker follows that of its own file."""
    regel = kopfzeilen(urlsplit(weg.request.url).path)[CSP]
    weichere = regel.replace("script-src 'self'", f"script-src 'self' {_WASM}")
    antwort = weg.fetch()
    kopf = {**antwort.headers, CSP.lower(): weichere if mit_wasm else regel}
    weg.fulfill(response=antwort, headers=kopf)
