"""Choosing by facets, by keyboard: combine, count, share, go back, and stay calm."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from macros.seitenplan.adressen import anker
from tests.axe import untersuche
from tests.buerger import auswahl
from tests.buerger.browserseite import AKTIV
from tests.fenster import tab_bis
from tests.orte import ECHT, W, konzept
from tests.server import Server

SICHTBARE = "k => k.filter(e => e.offsetParent).map(e => e.querySelector('a').textContent.trim())"
BEISPIELE = konzept(ECHT).praxisbeispiele


def _gezeigt(seite: Page) -> list[str]:
    titel: list[str] = seite.eval_on_selector_all(".karte", SICHTBARE)
    return titel


@auswahl.BREITEN
def test_auswahl_verbindet_mit_und_und_oder(fenster: Page, server: Server) -> None:
    """By keyboard alone: two districts mean either, a field beside them means both."""
    fenster.goto(f"{server[ECHT, '/']}praxisbeispiele/")
    assert set(_gezeigt(fenster)) == {b.kurztitel for b in BEISPIELE}
    assert auswahl.status(fenster) == f"{len(BEISPIELE)} Praxisbeispiele"
    auswahl.oeffne(fenster)
    auswahl.waehle(fenster, "feld", "gesundheit")
    auswahl.waehle(fenster, "feld", "wohnen")
    erste = {b.kurztitel for b in BEISPIELE if b.handlungsfeld in ("gesundheit", "wohnen")}
    assert set(_gezeigt(fenster)) == erste and len(erste) < len(BEISPIELE)
    assert fenster.evaluate(f"{AKTIV}.value") == "wohnen"
    auswahl.waehle(fenster, "stadtteil", "altendorf")
    beide = {
        b.kurztitel
        for b in BEISPIELE
        if b.kurztitel in erste and "Altendorf" in (b.stadtteile or ())
    }
    assert set(_gezeigt(fenster)) == beide and 0 < len(beide) < len(erste)
    form = "eins" if len(beide) == 1 else "viele"
    passend = W(f"auswahl.passend.{form}", zahl=len(beide), alle=len(BEISPIELE))
    assert auswahl.status(fenster) == passend
    frage = urlsplit(auswahl.adresse(fenster)).query
    assert frage == "feld=gesundheit&feld=wohnen&stadtteil=altendorf"


def test_zahlen_sagen_was_ein_haken_braechte(fenster: Page, server: Server) -> None:
    """Every count is what the page shows once that box is ticked as well."""
    fenster.goto(f"{server[ECHT, '/']}praxisbeispiele/?stadtteil=altendorf")
    auswahl.oeffne(fenster)
    probiert = 0
    for kaestchen in fenster.locator("[data-gruppe]:not([data-gruppe=stadtteil]) input").all():
        if not kaestchen.is_visible():
            continue
        zeile = kaestchen.locator("xpath=ancestor::li")
        zahl = int(zeile.locator(".auswahl__zahl").inner_text().strip("()"))
        kaestchen.check()
        assert len(_gezeigt(fenster)) == zahl > 0
        kaestchen.uncheck()
        probiert += 1
    assert probiert >= 5
    ohne = fenster.locator("[data-gruppe=feld] input[value=gesundheit]")
    assert not ohne.is_visible()


def test_auswahl_ist_ein_link_und_zurueck_geht(fenster: Page, server: Server) -> None:
    adresse = f"{server[ECHT, '/']}praxisbeispiele/"
    fenster.goto(adresse)
    auswahl.oeffne(fenster)
    auswahl.waehle(fenster, "stadtteil", "altendorf")
    geteilt, gezeigt = auswahl.adresse(fenster), _gezeigt(fenster)
    auswahl.waehle(fenster, "stand", "unbekannt")
    fenster.go_back()
    assert auswahl.adresse(fenster) == geteilt
    assert _gezeigt(fenster) == gezeigt
    assert not fenster.locator(auswahl.kaestchen("stand", "unbekannt")).is_checked()
    fenster.go_back()
    assert auswahl.adresse(fenster) == adresse
    assert len(_gezeigt(fenster)) == len(BEISPIELE)
    fenster.goto("about:blank")
    fenster.goto(geteilt)
    assert _gezeigt(fenster) == gezeigt
    assert fenster.locator(auswahl.kaestchen("stadtteil", "altendorf")).is_checked()


def test_auswahl_laesst_sich_aufheben(fenster: Page, server: Server) -> None:
    fenster.goto(f"{server[ECHT, '/']}praxisbeispiele/?stadtteil=altendorf&stand=laufend")
    assert _gezeigt(fenster) == []
    assert auswahl.status(fenster).startswith("Kein Praxisbeispiel passt")
    auswahl.oeffne(fenster)
    tab_bis(fenster, "[data-auswahl-aufheben]")
    fenster.keyboard.press("Enter")
    assert len(_gezeigt(fenster)) == len(BEISPIELE)
    assert urlsplit(auswahl.adresse(fenster)).query == ""
    assert fenster.evaluate(f"{AKTIV}.matches('[data-auswahl-aufheben]')")


@auswahl.BREITEN
def test_gruppen_und_kaestchen_haben_namen(fenster: Page, server: Server) -> None:
    fenster.goto(f"{server[ECHT, '/']}praxisbeispiele/")
    auswahl.oeffne(fenster)
    gruppe = fenster.get_by_role("group", name="Wo (Stadtteil)")
    zahl = sum("Altendorf" in (b.stadtteile or ()) for b in BEISPIELE)
    kaestchen = gruppe.get_by_role("checkbox", name=f"Altendorf ({zahl})")
    kasten = kaestchen.locator("xpath=..").bounding_box()
    assert kasten and kasten["height"] >= 24
    kaestchen.check()
    assert not untersuche(fenster)


def test_seite_nach_wert_fuehrt_in_die_auswahl(fenster: Page, server: Server) -> None:
    stadtteil = anker("Südostviertel")
    fenster.goto(f"{server[ECHT, '/']}praxisbeispiele/nach/stadtteil/{stadtteil}/")
    fenster.get_by_role("link", name="Genauer auswählen").click()
    assert auswahl.adresse(fenster).endswith(f"praxisbeispiele/?stadtteil={stadtteil}")
    assert fenster.locator(auswahl.kaestchen("stadtteil", stadtteil)).is_checked()


@pytest.mark.parametrize("art", auswahl.SCHLECHT)
def test_schlechte_auswahl_bleibt_ruhig(art: str, fenster: Page, server: Server) -> None:
    fenster.goto(f"{server[ECHT, '/']}praxisbeispiele/?{auswahl.SCHLECHT[art]}")
    assert len(_gezeigt(fenster)) == len(BEISPIELE)
    assert "kennen wir nicht" in auswahl.status(fenster)
    assert fenster.locator("main img, main script").count() == 0
    assert fenster.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_ohne_skript_fuehren_links_zu_jedem_wert(browser: Browser, server: Server) -> None:
    kontext = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 800})
    seite = kontext.new_page()
    seite.goto(f"{server[ECHT, '/']}praxisbeispiele/?stadtteil=altendorf")
    assert seite.locator(".karte").count() == len(BEISPIELE)
    assert not seite.locator("[data-auswahl-bedienung]").is_visible()
    auswahl.oeffne(seite)
    tab_bis(seite, "[data-gruppe=stadtteil] a")
    name = seite.evaluate(f"{AKTIV}.firstChild.textContent.trim()")
    seite.keyboard.press("Enter")
    assert seite.locator("h1").inner_text().endswith(f"Stadtteil: {name}")
    assert seite.locator(".karte").count() == sum(name in (b.stadtteile or ()) for b in BEISPIELE)
    kontext.close()


FERTIG = "[data-suchergebnisse][aria-busy=false]"
