"""Choosing by facets, by keyboard: combine, count, share, go back, and stay calm."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from macros.adressen import anker
from tests.website import ECHT, konzept

Server = Mapping[tuple[str, str], str]
AKTIV = "document.activeElement"
HOECHSTENS_TABS = 80
SICHTBARE = "k => k.filter(e => e.offsetParent).map(e => e.querySelector('a').textContent.trim())"
BEISPIELE = konzept(ECHT).praxisbeispiele


@pytest.fixture(params=[320, 1400], ids=str)
def seite(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    kontext = browser.new_context(locale="de-DE", viewport={"width": request.param, "height": 800})
    offen = kontext.new_page()
    meldungen: list[str] = []
    offen.on("console", lambda meldung: meldungen.append(meldung.text))
    offen.on("pageerror", lambda fehler: meldungen.append(str(fehler)))
    yield offen
    kontext.close()
    assert not meldungen


def _tab_bis(seite: Page, auswahl: str) -> None:
    for _ in range(HOECHSTENS_TABS):
        seite.keyboard.press("Tab")
        if seite.evaluate(f"{AKTIV}.matches({auswahl!r})"):
            return
    raise AssertionError(f"{auswahl} ist mit Tab nicht zu erreichen")


def _oeffne_auswahl(seite: Page) -> None:
    """Opens the groups where a small screen folds them away."""
    if seite.locator(".auswahl > summary").is_visible():
        _tab_bis(seite, ".auswahl > summary")
        seite.keyboard.press("Enter")


def _kaestchen(gruppe: str, wert: str) -> str:
    return f"[data-gruppe={gruppe}] input[value={wert}]"


def _waehle(seite: Page, gruppe: str, wert: str) -> None:
    _tab_bis(seite, _kaestchen(gruppe, wert))
    seite.keyboard.press("Space")


def _adresse(seite: Page) -> str:
    """The address at this very moment; Playwright's own lags behind pushState."""
    adresse: str = seite.evaluate("location.href")
    return adresse


def _gezeigt(seite: Page) -> list[str]:
    titel: list[str] = seite.eval_on_selector_all(".karte", SICHTBARE)
    return titel


def _status(seite: Page) -> str:
    return seite.locator("main [role=status]").inner_text()


def test_auswahl_verbindet_mit_und_und_oder(seite: Page, server: Server) -> None:
    """By keyboard alone: two districts mean either, a field beside them means both."""
    seite.goto(f"{server[ECHT, '/']}praxisbeispiele/")
    assert set(_gezeigt(seite)) == {b.kurztitel for b in BEISPIELE}
    assert _status(seite) == f"{len(BEISPIELE)} Praxisbeispiele"
    _oeffne_auswahl(seite)
    _waehle(seite, "feld", "gesundheit")
    _waehle(seite, "feld", "wohnen")
    erste = {b.kurztitel for b in BEISPIELE if b.handlungsfeld in ("gesundheit", "wohnen")}
    assert set(_gezeigt(seite)) == erste and len(erste) == 2
    assert seite.evaluate(f"{AKTIV}.value") == "wohnen"
    _waehle(seite, "stadtteil", "altendorf")
    beide = {
        b.kurztitel
        for b in BEISPIELE
        if b.kurztitel in erste and "Altendorf" in (b.stadtteile or ())
    }
    assert set(_gezeigt(seite)) == beide and len(beide) == 1
    assert _status(seite) == f"1 von {len(BEISPIELE)} Praxisbeispielen passt."
    assert urlsplit(_adresse(seite)).query == "feld=gesundheit&feld=wohnen&stadtteil=altendorf"


def test_zahlen_sagen_was_ein_haken_braechte(seite: Page, server: Server) -> None:
    """Every count is what the page shows once that box is ticked as well."""
    seite.goto(f"{server[ECHT, '/']}praxisbeispiele/?stadtteil=altendorf")
    _oeffne_auswahl(seite)
    probiert = 0
    for kaestchen in seite.locator("[data-gruppe]:not([data-gruppe=stadtteil]) input").all():
        if not kaestchen.is_visible():
            continue
        zeile = kaestchen.locator("xpath=ancestor::li")
        zahl = int(zeile.locator(".auswahl__zahl").inner_text().strip("()"))
        kaestchen.check()
        assert len(_gezeigt(seite)) == zahl > 0
        kaestchen.uncheck()
        probiert += 1
    assert probiert >= 5
    ohne = seite.locator("[data-gruppe=feld] input[value=gesundheit]")
    assert not ohne.is_visible()


def test_auswahl_ist_ein_link_und_zurueck_geht(seite: Page, server: Server) -> None:
    adresse = f"{server[ECHT, '/']}praxisbeispiele/"
    seite.goto(adresse)
    _oeffne_auswahl(seite)
    _waehle(seite, "stadtteil", "altendorf")
    geteilt, gezeigt = _adresse(seite), _gezeigt(seite)
    _waehle(seite, "stand", "unbekannt")
    seite.go_back()
    assert _adresse(seite) == geteilt
    assert _gezeigt(seite) == gezeigt
    assert not seite.locator(_kaestchen("stand", "unbekannt")).is_checked()
    seite.go_back()
    assert _adresse(seite) == adresse
    assert len(_gezeigt(seite)) == len(BEISPIELE)
    seite.goto("about:blank")
    seite.goto(geteilt)
    assert _gezeigt(seite) == gezeigt
    assert seite.locator(_kaestchen("stadtteil", "altendorf")).is_checked()


def test_auswahl_laesst_sich_aufheben(seite: Page, server: Server) -> None:
    seite.goto(f"{server[ECHT, '/']}praxisbeispiele/?stadtteil=altendorf&stand=laufend")
    assert _gezeigt(seite) == []
    assert _status(seite).startswith("Kein Praxisbeispiel passt")
    _oeffne_auswahl(seite)
    _tab_bis(seite, "[data-auswahl-aufheben]")
    seite.keyboard.press("Enter")
    assert len(_gezeigt(seite)) == len(BEISPIELE)
    assert urlsplit(_adresse(seite)).query == ""
    assert seite.evaluate(f"{AKTIV}.matches('[data-auswahl-aufheben]')")


def test_gruppen_und_kaestchen_haben_namen(seite: Page, server: Server) -> None:
    seite.goto(f"{server[ECHT, '/']}praxisbeispiele/")
    _oeffne_auswahl(seite)
    gruppe = seite.get_by_role("group", name="Wo (Stadtteil)")
    zahl = sum("Altendorf" in (b.stadtteile or ()) for b in BEISPIELE)
    kaestchen = gruppe.get_by_role("checkbox", name=f"Altendorf ({zahl})")
    kasten = kaestchen.locator("xpath=..").bounding_box()
    assert kasten and kasten["height"] >= 24


def test_seite_nach_wert_fuehrt_in_die_auswahl(seite: Page, server: Server) -> None:
    stadtteil = anker("Südostviertel")
    seite.goto(f"{server[ECHT, '/']}praxisbeispiele/nach/stadtteil/{stadtteil}/")
    seite.get_by_role("link", name="Mit anderen Angaben verbinden").click()
    assert _adresse(seite).endswith(f"praxisbeispiele/?stadtteil={stadtteil}")
    assert seite.locator(_kaestchen("stadtteil", stadtteil)).is_checked()


SCHLECHT = {
    "unbekannt": "feld=gibt-es-nicht",
    "HTML": f"stadtteil={quote('<img src=x onerror=alert(1)>')}",
    "lang": f"zielgruppe={'x' * 10_000}",
    "viele": "&".join(f"stadtteil={n}" for n in range(2000)),
    "Zeichen": f"stadtteil={quote('&<>/?#%')}&%zz&=&&feld&feld=%FF%00",
    "Emoji und RTL": "feld=" + quote("🏠\u202eمدرسة"),
    "Vorlage": "feld=__proto__&__proto__=feld&constructor=1&feld=constructor",
}


@pytest.mark.parametrize("art", SCHLECHT)
def test_schlechte_auswahl_bleibt_ruhig(art: str, seite: Page, server: Server) -> None:
    seite.goto(f"{server[ECHT, '/']}praxisbeispiele/?{SCHLECHT[art]}")
    assert len(_gezeigt(seite)) == len(BEISPIELE)
    assert "kennen wir nicht" in _status(seite)
    assert seite.locator("main img, main script").count() == 0
    assert seite.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_ohne_skript_fuehren_links_zu_jedem_wert(browser: Browser, server: Server) -> None:
    kontext = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 800})
    seite = kontext.new_page()
    seite.goto(f"{server[ECHT, '/']}praxisbeispiele/?stadtteil=altendorf")
    assert seite.locator(".karte").count() == len(BEISPIELE)
    assert not seite.locator("[data-auswahl-bedienung]").is_visible()
    _oeffne_auswahl(seite)
    _tab_bis(seite, "[data-gruppe=stadtteil] a")
    name = seite.evaluate(f"{AKTIV}.firstChild.textContent.trim()")
    seite.keyboard.press("Enter")
    assert seite.locator("h1").inner_text().endswith(f"Stadtteil: {name}")
    assert seite.locator(".karte").count() == sum(name in (b.stadtteile or ()) for b in BEISPIELE)
    kontext.close()
