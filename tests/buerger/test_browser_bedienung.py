"""By keyboard, without script, in the dark: what a citizen does works in a real browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from urllib.parse import unquote

import pytest
from markupsafe import escape
from playwright.sync_api import Browser, Page
from pydantic import BaseModel

from macros import textstelle
from macros.modell import Beleg
from tests.website import ECHT, Ort, diene, konzept, orte

Server = Mapping[tuple[str, str], str]
Neu = Callable[..., Page]
HANDY, SCHREIBTISCH = {"width": 390, "height": 844}, {"width": 1400, "height": 900}
AKTIV = "document.activeElement"
HOECHSTENS_TABS = 60


@pytest.fixture
def neu(browser: Browser) -> Iterator[Neu]:
    """Opens a page in a context of its own, with the options given."""
    kontexte = []

    def oeffne(adresse: str, **optionen: object) -> Page:
        kontext = browser.new_context(locale="de-DE", **optionen)  # type: ignore[arg-type]
        kontexte.append(kontext)
        seite = kontext.new_page()
        seite.goto(adresse)
        return seite

    yield oeffne
    for kontext in kontexte:
        kontext.close()


def _tab_bis(seite: Page, auswahl: str) -> None:
    """Presses Tab until an element that fits has the focus."""
    for _ in range(HOECHSTENS_TABS):
        seite.keyboard.press("Tab")
        if seite.evaluate(f"{AKTIV}.matches({auswahl!r})"):
            return
    raise AssertionError(f"{auswahl} ist mit Tab nicht zu erreichen")


@pytest.mark.parametrize("adresse", ["", "handlungsfelder/bildung/", "404.html"])
@pytest.mark.parametrize("breite", [HANDY, SCHREIBTISCH], ids=["390", "1400"])
def test_sprunglink(adresse: str, breite: dict[str, int], neu: Neu, server: Server) -> None:
    seite = neu(server[ECHT, "/"] + adresse, viewport=breite)
    sprung = seite.locator("a.sprung")
    assert sprung.evaluate("e => e.getBoundingClientRect().bottom <= 0")
    seite.keyboard.press("Tab")
    assert seite.evaluate(f"{AKTIV}.getAttribute('href')") == "#inhalt"
    kasten = sprung.bounding_box()
    assert kasten and kasten["y"] >= 0 and kasten["height"] > 20
    seite.keyboard.press("Enter")
    assert seite.evaluate(f"{AKTIV}.id") == "inhalt"
    seite.keyboard.press("Tab")
    assert seite.evaluate(f"!!{AKTIV}.closest('main')")


def test_menue_am_handy(neu: Neu, server: Server) -> None:
    seite = neu(f"{server[ECHT, '/']}konzept/", viewport=HANDY)
    menue = seite.locator("#menue")
    assert not menue.is_visible()
    _tab_bis(seite, "button[aria-controls=menue]")
    seite.keyboard.press("Enter")
    assert menue.is_visible()
    assert seite.evaluate(f"!!{AKTIV}.closest('#menue')")
    seite.keyboard.press("Tab")
    assert seite.evaluate(f"{AKTIV}.matches('#menue a')")
    seite.keyboard.press("Escape")
    assert not menue.is_visible()
    assert seite.evaluate(f"{AKTIV}.matches('button[aria-controls=menue]')")


def test_menue_am_handy_schliesst_mit_seinem_knopf(neu: Neu, server: Server) -> None:
    seite = neu(server[ECHT, "/"], viewport=HANDY)
    seite.locator("button[aria-controls=menue]").click()
    seite.locator("#menue button").click()
    assert not seite.locator("#menue").is_visible()
    assert seite.evaluate(f"{AKTIV}.matches('button[aria-controls=menue]')")


@pytest.mark.parametrize("skript", [True, False], ids=["mit", "ohne"])
def test_menue_am_handy_fuehrt_weiter(skript: bool, neu: Neu, server: Server) -> None:
    seite = neu(server[ECHT, "/"], viewport=HANDY, java_script_enabled=skript)
    _tab_bis(seite, "button[aria-controls=menue]")
    seite.keyboard.press("Enter")
    seite.locator("#menue a", has_text="Handlungsfelder").click()
    assert seite.url == f"{server[ECHT, '/']}handlungsfelder/"


def test_menue_am_schreibtisch_ohne_knopf(neu: Neu, server: Server) -> None:
    seite = neu(server[ECHT, "/"], viewport=SCHREIBTISCH)
    for knopf in seite.locator("button[popovertarget]").all():
        assert not knopf.is_visible()
    links = seite.locator("#menue a").all()
    assert len(links) >= 7 and all(link.is_visible() for link in links)
    _tab_bis(seite, "#menue a")
    for link in links:
        assert link.evaluate(f"e => e === {AKTIV}")
        seite.keyboard.press("Tab")
    assert seite.evaluate(f"!{AKTIV}.closest('#menue')")


@pytest.mark.parametrize("breite", [HANDY, SCHREIBTISCH], ids=["390", "1400"])
@pytest.mark.parametrize("adresse", ["", "handlungsfelder/teilhabe/", "beratung/"])
def test_fokus_ist_zu_sehen(adresse: str, breite: dict[str, int], neu: Neu, server: Server) -> None:
    seite = neu(server[ECHT, "/"] + adresse, viewport=breite)
    for _ in range(25):
        seite.keyboard.press("Tab")
        assert seite.evaluate(
            f"(() => {{ const e = {AKTIV}, s = getComputedStyle(e), r = e.getBoundingClientRect();"
            " return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2"
            " && r.width > 0 && r.bottom > 0 && r.top < innerHeight })()"
        ), seite.evaluate(f"{AKTIV}.outerHTML")


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
    assert ziel and seite.url.endswith(ziel)
    assert seite.locator(ziel).is_visible()


@pytest.mark.parametrize("adresse", ["", "konzept/zahlen/", "praxisbeispiele/mifrin/"])
def test_ohne_skript_ist_alles_da(adresse: str, neu: Neu, server: Server) -> None:
    mit = neu(server[ECHT, "/"] + adresse, viewport=SCHREIBTISCH)
    ohne = neu(server[ECHT, "/"] + adresse, viewport=SCHREIBTISCH, java_script_enabled=False)
    assert len(ohne.locator("main").inner_text()) > 500
    assert ohne.locator("body").inner_text() == mit.locator("body").inner_text()
    assert ohne.locator("a[href]:visible").count() == mit.locator("a[href]:visible").count() > 20


@pytest.mark.parametrize("skript", [True, False], ids=["mit", "ohne"])
@pytest.mark.parametrize("adresse", ["", "praxisbeispiele/mifrin/", "stichwoerter/", "404.html"])
def test_suchfeld_fuehrt_zu_den_stichwoertern(
    adresse: str, skript: bool, neu: Neu, server: Server
) -> None:
    seite = neu(server[ECHT, "/"] + adresse, java_script_enabled=skript)
    _tab_bis(seite, "[role=search] input")
    seite.keyboard.type("Müll & Wohnung")
    seite.keyboard.press("Enter")
    seite.wait_for_url("**/stichwoerter/?q=*")
    assert unquote(seite.url) == f"{server[ECHT, '/']}stichwoerter/?q=Müll+&+Wohnung"
    assert seite.locator("h1").inner_text() == "Stichwörter von A bis Z"


