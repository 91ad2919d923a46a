"""What a phone must fetch to read a page, Brotli-compressed as a server sends it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import brotli  # type: ignore[import-untyped]  # it ships no stubs
import pytest
from playwright.sync_api import Browser, BrowserContext

from macros.auslieferung.abnahme import (
    ANFANGS,
    ERSTER_BLICK_HOECHSTENS,
    HTML_HOECHSTENS,
    zuschlag,
)
from tests.fenster import warte_auf_treffer
from tests.gebaut import Gebaut, Seite, ohne_kennung
from tests.orte import ARTEN, DATEN, ECHT, FEHLT, FORMULAR, MINI, UNTERPFAD, Ort, konzept, orte
from tests.server import Server

EIGENES_SKRIPT_HOECHSTENS = 8_000
ZWEITE_SEITE_HOECHSTENS = 14_000
# For the four Praxisbeispiele of the beginning; at 500 it may be 250 kB.
ERSTE_TREFFER_HOECHSTENS, JE_PRAXISBEISPIEL = 100_000, 300
MIT_BILDERN_HOECHSTENS = 20_000
# Where a script changes the page at once: boxes to choose by, buttons to copy, a switch.
MIT_SKRIPT = ("praxisbeispiele/", "praxisbeispiele/nach/stadtteil/altendorf/", "barrierefreiheit/")
GELADEN = "//link[@rel='stylesheet' or @rel='icon']/@href | //script/@src | //img/@src"
# What moved while the page was shown, from where to where.
VERSCHOBEN = """() => new Promise((fertig) => {
  const alle = [];
  const wo = r => [r.x, r.y, r.width, r.height].map(Math.round).join(' ');
  new PerformanceObserver((liste) => {
    const was = s => (s.node?.outerHTML ?? s.node?.textContent ?? '?').slice(0, 80);
    for (const e of liste.getEntries()) alle.push([e.value, e.sources.map(
      s => `${was(s)}: ${wo(s.previousRect)} → ${wo(s.currentRect)}`)]);
  }).observe({ type: 'layout-shift', buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => fertig(alle), 60)));
})"""


@cache
def _gepackt(datei: Path) -> int:
    """A picture is sent as it is: Brotli would not make it smaller."""
    inhalt = datei.read_bytes()
    return len(inhalt) if datei.suffix == ".png" else len(brotli.compress(inhalt, quality=11))


@cache
def _html(quelltext: str) -> int:
    """Gives the size of a page itself; three tests ask it of each."""
    return len(brotli.compress(quelltext.encode(), quality=11))


def _beilagen(seite: Seite, gebaut: Gebaut) -> dict[str, int]:
    """Gives the sizes of the files that a page loads, by their address."""
    ziele = [gebaut.ziel(str(link), seite.ort.adresse) for link in seite.alle(GELADEN)]
    adressen = {ziel[0] for ziel in ziele if ziel} if seite.ort.adresse != FEHLT else set()
    return {adresse: _gepackt(gebaut.ordner / adresse) for adresse in adressen}


def _skripte(beilagen: Mapping[str, int]) -> dict[str, int]:
    return {a: g for a, g in beilagen.items() if a.endswith(".js")}


def test_erster_blick_ist_klein(seite: Seite, gebaut: Mapping[str, Gebaut]) -> None:
    beilagen = _beilagen(seite, gebaut[seite.ort.name])
    html = _html(seite.quelltext)
    assert len(beilagen) >= 4 or seite.ort.adresse == FEHLT
    mehr = zuschlag(seite.quelltext, len(konzept(seite.ort.name).praxisbeispiele))
    assert html <= HTML_HOECHSTENS + mehr
    assert html + sum(beilagen.values()) <= ERSTER_BLICK_HOECHSTENS + mehr


def test_zweite_seite_ist_klein(seite: Seite, gebaut: Mapping[str, Gebaut]) -> None:
    """After the home page: only what that did not load yet."""
    website = gebaut[seite.ort.name]
    schon = _beilagen(website.seite(""), website)
    neu = {a: g for a, g in _beilagen(seite, website).items() if a not in schon}
    html = _html(seite.quelltext)
    mit_bildern = seite.alle("//main//img | //main//svg[not(@class='symbol')]")
    hoechstens = MIT_BILDERN_HOECHSTENS if mit_bildern else ZWEITE_SEITE_HOECHSTENS
    mehr = zuschlag(seite.quelltext, len(konzept(seite.ort.name).praxisbeispiele))
    assert html + sum(neu.values()) <= hoechstens + mehr, neu


def test_eigenes_skript_ist_klein(seite: Seite, gebaut: Mapping[str, Gebaut]) -> None:
    eigene = _skripte(_beilagen(seite, gebaut[seite.ort.name]))
    if seite.ort.adresse != FEHLT:
        assert "eigen/kopf.js" in {ohne_kennung(adresse) for adresse in eigene}
    assert sum(eigene.values()) <= EIGENES_SKRIPT_HOECHSTENS


@pytest.mark.parametrize("name", DATEN)
def test_formular_ist_als_ganzes_klein(name: str, gebaut: Mapping[str, Gebaut]) -> None:
    """It is no page of the data, so the tests above do not ask it."""
    seite = gebaut[name].seite(FORMULAR)
    beilagen = _beilagen(seite, gebaut[name])
    html = _html(seite.quelltext)
    mehr = zuschlag(seite.quelltext, len(konzept(name).praxisbeispiele))
    assert html <= HTML_HOECHSTENS + mehr
    assert html + sum(beilagen.values()) <= ERSTER_BLICK_HOECHSTENS + mehr
    assert 0 < sum(_skripte(beilagen).values()) <= EIGENES_SKRIPT_HOECHSTENS


@pytest.mark.parametrize("name", DATEN)
def test_formular_ist_als_zweite_seite_klein(name: str, gebaut: Mapping[str, Gebaut]) -> None:
    website = gebaut[name]
    seite = website.seite(FORMULAR)
    schon = _beilagen(website.seite(""), website)
    neu = {a: g for a, g in _beilagen(seite, website).items() if a not in schon}
    assert len(neu) == 2
    assert _html(seite.quelltext) + sum(neu.values()) <= ZWEITE_SEITE_HOECHSTENS


@pytest.fixture(scope="module")
def handy(browser: Browser) -> Iterator[BrowserContext]:
    kontext = browser.new_context(viewport={"width": 390, "height": 844})
    yield kontext
    kontext.close()


@pytest.mark.parametrize(
    "ort",
    [
        *(o for o in orte(MINI) if o.adresse != FEHLT),
        Ort(MINI, "suche/?q=vielfalt"),
        *(Ort(ECHT, adresse) for adresse in (*ARTEN, *MIT_SKRIPT)),
    ],
    ids=str,
)
def test_nichts_springt(ort: Ort, handy: BrowserContext, server: Server) -> None:
    seite = handy.new_page()
    seite.goto(server[ort.name, UNTERPFAD] + ort.adresse, wait_until="load")
    warte_auf_treffer(seite)
    assert seite.evaluate(VERSCHOBEN) == []
    seite.close()


def test_eine_halbe_seite_steht_wo_die_ganze_steht(browser: Browser, server: Server) -> None:
    """A browser may draw what has come so far; what stands above it must not move later."""
    kontext = browser.new_context(viewport={"width": 390, "height": 3000})
    seite = kontext.new_page()
    seite.goto(server[MINI, UNTERPFAD] + "handlungsfelder/wohnen/", wait_until="load")
    oben = "document.querySelector('article').getBoundingClientRect().top"
    ganz = seite.evaluate(oben)
    der_name = "document.querySelector('.kopfzeile__name').getBoundingClientRect().toJSON()"
    name = seite.evaluate(der_name)
    seite.evaluate("document.querySelector('.kopfzeile__knopf').textContent = ''")
    assert seite.evaluate(der_name) == name
    seite.evaluate(
        "document.querySelectorAll('article h2 ~ *, .fusszeile').forEach(e => e.remove())"
    )
    halb = seite.evaluate(oben)
    kontext.close()
    assert halb == ganz


def test_ein_sprung_wuerde_bemerkt(handy: BrowserContext, server: Server) -> None:
    seite = handy.new_page()
    seite.goto(server[MINI, UNTERPFAD], wait_until="load")
    seite.evaluate("document.querySelector('main').prepend(document.createElement('hr'))")
    seite.evaluate("document.querySelector('main > hr').setAttribute('style', 'height: 200px')")
    assert seite.evaluate(VERSCHOBEN)
    seite.close()


@pytest.mark.parametrize("frage", ["Lotsen", "Rasismus"])
def test_erste_treffer_sind_klein(
    frage: str,
    browser: Browser,
    server: Server,
    gebaut: Mapping[str, Gebaut],
) -> None:
    """All that a window without a cache loads up to the first hits, also for a mended word."""
    kontext = browser.new_context()
    seite = kontext.new_page()
    adressen: set[str] = set()
    seite.on("response", lambda antwort: adressen.add(urlsplit(antwort.url).path))
    seite.goto(f"{server[ECHT, '/']}suche/?q={frage}")
    seite.wait_for_selector("[data-suchergebnisse][aria-busy=false] > li")
    seite.wait_for_load_state("networkidle")
    kontext.close()
    dateien = {a: gebaut[ECHT].ordner / a.lstrip("/") for a in adressen}
    geladen = {
        a: _gepackt(datei / "index.html" if a.endswith("/") else datei)
        for a, datei in dateien.items()
    }
    assert any("/eigen/verzeichnis." in adresse for adresse in geladen)
    assert sum("/eigen/echte." in adresse for adresse in geladen) == (frage == "Rasismus")
    weitere = len(konzept(ECHT).praxisbeispiele) - ANFANGS
    assert sum(geladen.values()) <= ERSTE_TREFFER_HOECHSTENS + JE_PRAXISBEISPIEL * weitere, geladen
