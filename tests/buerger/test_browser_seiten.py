"""Every page in a real browser: quiet, without storage, and no wider than the screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.website import ECHT, FEHLT, FORMULAR, UNTERPFAD, Ort, orte, wurzel_der_adresse

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


@pytest.fixture(scope="module")
def handy(browser: Browser) -> Iterator[BrowserContext]:
    kontext = browser.new_context(viewport={"width": 390, "height": 844}, locale="de-DE")
    yield kontext
    kontext.close()


@pytest.mark.parametrize("ort", orte(), ids=str)
def test_seite_im_browser(
    ort: Ort, handy: BrowserContext, server: Mapping[tuple[str, str], str]
) -> None:
    # The page for a wrong address has absolute links: it is at home at the root alone.
    wurzel = wurzel_der_adresse(ort.name) if ort.adresse == FEHLT else UNTERPFAD
    basis = server[ort.name, wurzel]
    anfragen: list[str] = []
    meldungen: list[str] = []
    seite = handy.new_page()
    seite.on("request", lambda anfrage: anfragen.append(anfrage.url))
    seite.on("requestfailed", lambda anfrage: meldungen.append(f"fehlt: {anfrage.url}"))
    seite.on("console", lambda meldung: meldungen.append(meldung.text))
    seite.on("pageerror", lambda fehler: meldungen.append(str(fehler)))
    seite.route(lambda url: not url.startswith((basis, "data:")), lambda weg, anfrage: weg.abort())
    antwort = seite.goto(basis + ort.adresse, wait_until="load")
    assert antwort and antwort.status == 200
    assert len(anfragen) >= 3
    assert not [url for url in anfragen if not url.startswith((basis, "data:"))]
    assert not meldungen
    assert seite.evaluate(SPEICHER) == LEER
    assert seite.evaluate(ZU_BREIT) == []
    seite.set_viewport_size({"width": 320, "height": 700})
    assert seite.evaluate(ZU_BREIT) == []
    seite.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert seite.evaluate(ZU_BREIT) == []
    assert seite.evaluate(SPEICHER) == LEER
    assert handy.cookies() == []
    seite.close()


def test_rundgang_hinterlaesst_nichts(
    browser: Browser, server: Mapping[tuple[str, str], str]
) -> None:
    """Menu, folds, search by its key, choice and form: nothing is stored, nobody else is asked."""
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
    seite.goto(f"{basis}{FORMULAR}")
    seite.locator("#f-id").fill("stadtteilcafe")
    seite.locator("#f-titel").fill("Ein Café im Stadtteil")
    seite.locator("[data-kopieren]").click()
    hinterlaesst_nichts()
    assert len(anfragen) > 20
    kontext.close()


def test_hinterlassenes_faellt_auf(browser: Browser, server: Mapping[tuple[str, str], str]) -> None:
    kontext = browser.new_context()
    seite = kontext.new_page()
    seite.goto(server[ECHT, "/"])
    seite.evaluate(
        "async () => { localStorage.setItem('a', 'b'); await caches.open('c');"
        " await new Promise(da => { indexedDB.open('d').onsuccess = da; }); }"
    )
    assert seite.evaluate(SPEICHER) == [1, 0, "", 1, 1, 0]
    kontext.close()
