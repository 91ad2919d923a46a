"""Where no script runs, a page still says all that it says with one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.buerger.browserseite import SCHREIBTISCH
from tests.orte import ECHT, Ort, muster, orte, wurzel_der_adresse
from tests.server import Server


@pytest.fixture(scope="module")
def stumm(browser: Browser) -> Iterator[Page]:
    """One browser page that runs no script at all."""
    kontext = browser.new_context(viewport=SCHREIBTISCH, locale="de-DE", java_script_enabled=False)
    yield kontext.new_page()
    kontext.close()


# What only a script can do is not offered where none runs; the page says so.
MIT_SKRIPT_ANDERS = ("suche/", "praxisbeispiele/")


@pytest.mark.parametrize("ort", sorted({*orte(ECHT), *muster()}, key=str), ids=str)
def test_ohne_skript_ist_alles_da(ort: Ort, stumm: Page, messseite: Page, server: Server) -> None:
    adresse = server[ort.name, wurzel_der_adresse(ort.name)] + ort.adresse
    stumm.goto(adresse)
    assert stumm.locator("h1").count() == 1
    assert len(stumm.locator("main").inner_text().split()) > 50
    links = stumm.locator("a[href]:visible").count()
    assert links > 20
    if ort.adresse not in MIT_SKRIPT_ANDERS:
        messseite.goto(adresse)
        # Only a script copies, and only a script has a key to switch off.
        messseite.evaluate(
            "document.querySelectorAll('[data-teilen] button, [data-kurztaste]')"
            ".forEach(e => e.remove())"
        )
        assert stumm.locator("body").inner_text() == messseite.locator("body").inner_text()
        assert links == messseite.locator("a[href]:visible").count()


@pytest.mark.parametrize(
    "tut", ["document.querySelector('main').append('Nur hier.')", "document.body.hidden = true"]
)
def test_was_nur_ein_skript_zeigt_faellt_auf(tut: str, browser: Browser, server: Server) -> None:
    """A script that adds or hides something: the two looks of one page differ."""
    texte = []
    for skript in (True, False):
        kontext = browser.new_context(java_script_enabled=skript)
        seite = kontext.new_page()
        seite.route(
            "**/kopf.*.js", lambda weg: weg.fulfill(body=tut, content_type="text/javascript")
        )
        seite.goto(f"{server[ECHT, '/']}impressum/")
        texte.append(seite.locator("body").inner_text())
        kontext.close()
    assert texte[0] != texte[1]
