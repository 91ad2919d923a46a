"""Every page in a real browser: quiet, without storage, and no wider than the screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.website import FEHLT, UNTERPFAD, Ort, orte, wurzel_der_adresse

SPEICHER = "[localStorage.length, sessionStorage.length, document.cookie]"
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
    assert seite.evaluate(SPEICHER) == [0, 0, ""]
    assert handy.cookies() == []
    assert seite.evaluate(ZU_BREIT) == []
    seite.set_viewport_size({"width": 320, "height": 700})
    assert seite.evaluate(ZU_BREIT) == []
    seite.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert seite.evaluate(ZU_BREIT) == []
    seite.close()
