"""What opens and closes on a page: proofs, advice, the outline."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.buerger.browserseite import AKTIV, HANDY, SCHREIBTISCH, Neu
from tests.orte import ECHT, konzept
from tests.server import Server


@pytest.mark.parametrize("skript", [True, False], ids=["mit", "ohne"])
def test_beleg_oeffnet_mit_der_tastatur(skript: bool, neu: Neu, server: Server) -> None:
    seite = neu(f"{server[ECHT, '/']}handlungsfelder/bildung/", java_script_enabled=skript)
    beleg = seite.locator("[data-leitlinie='bildung-1'] details[data-beleg]").first
    zitat = beleg.locator("blockquote")
    assert not zitat.is_visible()
    beleg.locator("summary").focus()
    seite.keyboard.press("Enter")
    assert zitat.is_visible()
    seite.keyboard.press("Tab")
    assert beleg.locator("a").first.evaluate(f"e => e === {AKTIV}")
    seite.locator("[data-leitlinie='bildung-1'] summary").first.focus()
    seite.keyboard.press("Space")
    assert not zitat.is_visible()


def test_beratung_antwortet_ohne_skript(neu: Neu, server: Server) -> None:
    seite = neu(f"{server[ECHT, '/']}beratung/", java_script_enabled=False, viewport=HANDY)
    gruppen = seite.locator("details:has(dl.antworten)").all()
    assert len(gruppen) >= 3
    for gruppe in gruppen:
        assert not gruppe.locator("dl").is_visible()
        gruppe.locator("summary").focus()
        seite.keyboard.press("Enter")
        assert gruppe.locator("dl").is_visible()
        assert gruppe.locator("dl dt").count() == len(konzept(ECHT).beratung.aufenthalt)
    link = gruppen[-1].locator("dl a").first
    ziel = link.get_attribute("href")
    link.focus()
    seite.keyboard.press("Enter")
    assert ziel
    seite.wait_for_url(f"**/{ziel}")
    assert seite.locator(ziel).is_visible()


def test_gliederung_steht_am_schreibtisch_offen(messseite: Page, server: Server) -> None:
    """Where there is room nothing has to be opened, and no dead stop is left behind."""
    messseite.goto(server[ECHT, "/"] + "praxisbeispiele/mifrin/")
    gliederung = messseite.locator(".gliederung")
    assert not gliederung.locator("summary").is_visible()
    assert all(link.is_visible() for link in gliederung.locator("a").all())
    messseite.set_viewport_size({"width": 390, "height": 800})
    assert gliederung.locator("summary").is_visible()
    assert not gliederung.locator("a").first.is_visible()
    messseite.set_viewport_size(SCHREIBTISCH)
