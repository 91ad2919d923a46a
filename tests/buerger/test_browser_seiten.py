"""Every page in a real browser: quiet, without storage, and no wider than the screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.orte import (
    DATEN,
    ECHT,
    FEHLT,
    FORMULAR,
    UNTERPFAD,
    Ort,
    karten,
    orte,
    wurzel_der_adresse,
)
from tests.server import Server

ALLE = [*orte(), *karten(), *(Ort(name, FORMULAR) for name in DATEN)]

SPEICHER = """async () => [
  localStorage.length, sessionStorage.length, document.cookie,
  (await indexedDB.databases()).length, (await caches.keys()).length,
  (await navigator.serviceWorker.getRegistrations()).length,
]"""
LEER = [0, 0, "", 0, 0, 0]
ZU_BREIT = """() => {
  const breite = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= breite) return [];
  return [...document.body.querySelectorAll('*')]
    .filter(e => e.getBoundingClientRect().right > breite + 1)
    .map(e => `${e.tagName}.${e.className}: ${e.textContent.trim().slice(0, 40)}`)
    .slice(0, 5).concat(`${document.documentElement.scrollWidth} px`);
}"""

# Targets of fewer than 24 by 24 pixels that do not stand in a sentence (WCAG 2.5.8).
ZU_KLEIN = """() => [...document.querySelectorAll(
  'a[href], button, input, select, textarea, summary')]
  .filter(e => e.checkVisibility() && getComputedStyle(e).display !== 'inline')
  .filter(e => ![e, ...(e.labels ?? [])].some(ziel => {
    const { width, height } = ziel.getBoundingClientRect();
    return width >= 24 && height >= 24;
  })).map(e => e.outerHTML.slice(0, 120))"""


@dataclass
class Handy:
    """A telephone that goes from page to page: what is stored on one is still there on the next."""

    seite: Page
    anfragen: list[str] = field(default_factory=list)
    meldungen: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.seite.on("request", lambda anfrage: self.anfragen.append(anfrage.url))
        self.seite.on("requestfailed", lambda a: self.meldungen.append(f"fehlt: {a.url}"))
        self.seite.on("console", lambda meldung: self.meldungen.append(meldung.text))
        self.seite.on("pageerror", lambda fehler: self.meldungen.append(str(fehler)))

    def geh(self, adresse: str) -> None:
        """Opens an address as if for the first time; AssertionError if it does not answer."""
        self.seite.goto("about:blank")
        self.seite.set_viewport_size({"width": 390, "height": 844})
        self.anfragen.clear()
        self.meldungen.clear()
        antwort = self.seite.goto(adresse, wait_until="load")
        assert antwort and antwort.status == 200


@pytest.fixture(scope="module")
def handy(browser: Browser) -> Iterator[Handy]:
    kontext = browser.new_context(locale="de-DE")
    yield Handy(kontext.new_page())
    kontext.close()


@pytest.mark.parametrize("ort", ALLE, ids=str)
def test_seite_im_browser(ort: Ort, handy: Handy, server: Server) -> None:
    # The page for a wrong address has absolute links: it is at home at the root alone.
    wurzel = wurzel_der_adresse(ort.name) if ort.adresse == FEHLT else UNTERPFAD
    basis, seite = server[ort.name, wurzel], handy.seite
    handy.geh(basis + ort.adresse)
    assert handy.anfragen
    assert not [url for url in handy.anfragen if not url.startswith((basis, "data:"))]
    assert not handy.meldungen
    assert seite.evaluate(SPEICHER) == LEER
    assert seite.evaluate(ZU_BREIT) == []
    seite.set_viewport_size({"width": 320, "height": 700})
    assert seite.evaluate(ZU_BREIT) == []
    seite.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert seite.evaluate(ZU_BREIT) == []
    assert seite.evaluate(ZU_KLEIN) == []
    assert seite.evaluate(SPEICHER) == LEER
    assert seite.context.cookies() == []


def test_rundgang_hinterlaesst_nichts(browser: Browser, server: Server) -> None:
    """Menu, folds, search, choice, sharing and form: nothing is stored, nobody else is asked."""
    basis = server[ECHT, "/"]
    kontext = browser.new_context(viewport={"width": 390, "height": 844}, locale="de-DE")
    anfragen: list[str] = []
    kontext.on("request", lambda anfrage: anfragen.append(anfrage.url))
    seite = kontext.new_page()

    def hinterlaesst_nichts() -> None:
        assert seite.evaluate(SPEICHER) == LEER
        assert kontext.cookies() == []
        assert not [url for url in anfragen if not url.startswith((basis, "data:", "blob:"))]

    seite.goto(basis)
    seite.locator("button[aria-controls=menue]").click()
    seite.locator("#menue a", has_text="Beratung").click()
    for fuge in seite.locator("main summary:visible").all():
        fuge.click()
    hinterlaesst_nichts()
    seite.locator("main").focus()
    seite.keyboard.press("/")
    seite.keyboard.type("Sprachkurs")
    seite.locator("#suchwort").press("Enter")
    seite.locator("[data-suchergebnisse] a").first.click()
    seite.go_back()
    hinterlaesst_nichts()
    seite.goto(f"{basis}praxisbeispiele/")
    for fuge in seite.locator("main summary:visible").all():
        fuge.click()
    seite.locator("main input[type=checkbox]:visible").first.check()
    hinterlaesst_nichts()
    seite.goto(f"{basis}praxisbeispiele/mifrin/")
    for fuge in seite.locator("main summary:visible").all():
        fuge.click()
    knoepfe = seite.locator("main button:visible").all()
    assert knoepfe
    for knopf in knoepfe:
        knopf.click()
    hinterlaesst_nichts()
    seite.goto(f"{basis}{FORMULAR}")
    seite.locator("#f-id").fill("stadtteilcafe")
    seite.locator("#f-titel").fill("Ein Café im Stadtteil")
    seite.locator("[data-kopieren]").click()
    expect(seite.locator("[data-meldung]")).not_to_be_empty()
    hinterlaesst_nichts()
    assert len(anfragen) > 20
    kontext.close()


def test_hinterlassenes_faellt_auf(browser: Browser, server: Server) -> None:
    kontext = browser.new_context()
    seite = kontext.new_page()
    seite.goto(server[ECHT, "/"])
    seite.evaluate(
        "async () => { localStorage.setItem('a', 'b'); await caches.open('c');"
        " await new Promise(da => { indexedDB.open('d').onsuccess = da; }); }"
    )
    assert seite.evaluate(SPEICHER) == [1, 0, "", 1, 1, 0]
    kontext.close()
