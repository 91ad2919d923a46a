"""Hits narrowed down by facets, by keyboard: combine, count, share, go back, and stay calm."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.buerger import auswahl
from tests.buerger.browserseite import AKTIV
from tests.buerger.suchseite import FERTIG
from tests.orte import ECHT
from tests.server import Server


def _suche(seite: Page, server: Server, anhang: str) -> None:
    seite.goto(f"{server[ECHT, '/']}suche/?{anhang}")
    seite.wait_for_selector(FERTIG, state="attached")


def _treffer(seite: Page) -> list[str]:
    arten: list[str] = seite.eval_on_selector_all(
        ".treffer__art", "zeilen => zeilen.map(z => z.textContent)"
    )
    assert seite.locator(FERTIG).get_attribute("data-anzahl") == str(len(arten))
    return arten


@auswahl.BREITEN
def test_treffer_lassen_sich_eingrenzen(fenster: Page, server: Server) -> None:
    """Kinds and fields of the hits of now, counted; two groups mean both; Back undoes one step."""
    _suche(fenster, server, "q=Jugend")
    arten = _treffer(fenster)
    auswahl.oeffne(fenster)
    beispiele = [art for art in arten if art.startswith("Praxisbeispiel")]
    assert 0 < len(beispiele) < len(arten)
    assert auswahl.zahl(fenster, "art", "praxisbeispiel") == len(beispiele)
    auswahl.waehle(fenster, "art", "praxisbeispiel")
    assert _treffer(fenster) == beispiele
    assert auswahl.status(fenster) == f"{len(beispiele)} von {len(arten)} Seiten für „Jugend“"
    assert fenster.evaluate(f"{AKTIV}.value") == "praxisbeispiel"
    assert urlsplit(auswahl.adresse(fenster)).query == "q=Jugend&art=praxisbeispiel"
    geteilt = auswahl.adresse(fenster)
    stadtteil = auswahl.zahl(fenster, "stadtteil", "altendorf")
    auswahl.waehle(fenster, "stadtteil", "altendorf")
    assert len(_treffer(fenster)) == stadtteil
    fenster.go_back()
    fenster.wait_for_selector(FERTIG, state="attached")
    assert (auswahl.adresse(fenster), _treffer(fenster)) == (geteilt, beispiele)
    fenster.go_back()
    fenster.wait_for_selector(FERTIG, state="attached")
    assert _treffer(fenster) == arten
    assert not fenster.locator(auswahl.kaestchen("art", "praxisbeispiel")).is_checked()
    _suche(fenster, server, urlsplit(geteilt).query)
    assert _treffer(fenster) == beispiele


def test_feld_eines_treffers_ist_waehlbar(fenster: Page, server: Server) -> None:
    """A field gives its own page and its Praxisbeispiele; a value without a hit is not shown."""
    _suche(fenster, server, "q=Jugend&feld=sicherheit")
    arten = _treffer(fenster)
    auswahl.oeffne(fenster)
    assert {art.split(" · ")[0] for art in arten} == {"Handlungsfeld", "Praxisbeispiel"}
    assert len(arten) == auswahl.zahl(fenster, "feld", "sicherheit")
    assert not fenster.locator(auswahl.kaestchen("art", "kapitel")).is_visible()
    for zahl in fenster.locator(".auswahl__zahl:visible").all_inner_texts():
        assert int(zahl.strip("()")) > 0


def test_auswahl_steht_ausserhalb_der_liste(fenster: Page, server: Server) -> None:
    _suche(fenster, server, "q=Jugend")
    assert (
        fenster.locator("[data-suchergebnisse] input, [data-suchergebnisse] fieldset").count() == 0
    )
    assert fenster.locator("[data-suchergebnisse] > li").count() == len(_treffer(fenster))
    gruppen = fenster.locator("fieldset:not([hidden]) > legend").all_text_contents()
    assert gruppen == [
        "Thema (Handlungsfeld)",
        "Art der Seite",
        "Wo (Stadtteil)",
        "Für wen (Zielgruppe)",
    ]
    _suche(fenster, server, "q=Pizza&art=kapitel")
    assert not fenster.locator(".auswahl").is_visible()


@pytest.mark.parametrize("art", auswahl.SCHLECHT)
def test_schlechte_auswahl_der_suche_bleibt_ruhig(art: str, fenster: Page, server: Server) -> None:
    _suche(fenster, server, f"q=Jugend&{auswahl.SCHLECHT[art]}")
    assert len(_treffer(fenster)) > 5
    assert "kennen wir nicht" in auswahl.status(fenster)
    assert fenster.locator("main img, main script").count() == 0
    assert fenster.evaluate("document.documentElement.scrollWidth <= innerWidth")
