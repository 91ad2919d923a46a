"""The buttons that copy address, quotation and frame."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.orte import DATEN, ECHT, W, konzept
from tests.server import Server


@pytest.mark.parametrize("name", DATEN)
def test_skript_bietet_zu_jedem_feld_einen_knopf(
    name: str, server: Server, browser: Browser
) -> None:
    kontext = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    seite = kontext.new_page()
    wurzel = server[name, "/"]
    seite.goto(f"{wurzel}praxisbeispiele/{konzept(name).praxisbeispiele[0].id}/")
    felder = seite.locator("[data-teilen] [readonly]")
    assert felder.count() == (3 if konzept(name).betrieb.adresse else 2)
    for karte in seite.locator(".teilen__karte").all():
        karte.evaluate("karte => { karte.open = true; }")
    for stelle in range(felder.count()):
        knopf = seite.locator("[data-teilen] button").nth(stelle)
        knopf.click()
        expect(seite.locator("[data-teilen] [role=status]").nth(stelle)).to_have_text(
            W("teilen.kopiert")
        )
        kopiert = seite.evaluate("navigator.clipboard.readText()")
        assert kopiert == felder.nth(stelle).input_value()
        assert W("teilen.kopiert") in knopf.inner_text()
    if not konzept(name).betrieb.adresse:
        assert felder.first.input_value() == seite.url
    kontext.close()


@pytest.fixture
def mit_kopierknopf(server: Server, browser: Browser) -> Iterator[tuple[Page, Locator]]:
    """A page whose clock stands still, and its first button to copy."""
    kontext = browser.new_context(permissions=["clipboard-write"])
    seite = kontext.new_page()
    fehler: list[str] = []
    seite.on("pageerror", lambda e: fehler.append(str(e)))
    seite.clock.install()
    seite.goto(f"{server[ECHT, '/']}praxisbeispiele/mifrin/")
    yield seite, seite.locator("[data-teilen] button").first
    kontext.close()
    assert not fehler


def test_wer_nicht_kopieren_darf_kopiert_von_hand(mit_kopierknopf: tuple[Page, Locator]) -> None:
    seite, knopf = mit_kopierknopf
    schreibe = "tut => { navigator.clipboard.writeText = () => Promise[tut]() }"
    seite.evaluate(schreibe, "reject")
    knopf.click()
    satz = seite.get_by_text(W("teilen.kopieren_von_hand"))
    expect(satz).to_have_role("status")
    kasten = satz.bounding_box()
    assert kasten and kasten["height"] > 10
    assert seite.evaluate("getSelection().toString()") == seite.url
    expect(seite.locator("#teilen-adresse")).to_be_focused()
    seite.locator("[data-teilen] button").nth(1).click()
    expect(seite.locator("#teilen-zitat")).to_be_focused()
    expect(satz).to_have_count(1)
    seite.evaluate(schreibe, "resolve")
    knopf.click()
    expect(knopf).to_contain_text(W("teilen.kopiert"))
    expect(satz).to_have_count(0)


def test_zweimal_kopiert_bleibt_lesbar(mit_kopierknopf: tuple[Page, Locator]) -> None:
    """The second time has its own three seconds."""
    seite, knopf = mit_kopierknopf
    for _ in range(2):
        knopf.click()
        expect(knopf).to_contain_text(W("teilen.kopiert"))
        seite.clock.run_for(2000)
    expect(knopf).to_contain_text(W("teilen.kopiert"))
    seite.clock.run_for(1000)
    expect(knopf).to_contain_text(W("teilen.kopieren"))
