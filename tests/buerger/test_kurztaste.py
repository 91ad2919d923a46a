"""The key "/" can be switched off (WCAG 2.1.4); only then, and only that, is remembered."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.gebaut import Gebaut
from tests.orte import ECHT
from tests.server import Server

ERKLAERUNG = "barrierefreiheit/"
GESPEICHERT = "({ ...localStorage })"
VERBOTEN = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("refused", "SecurityError"); },
});"""
VOLL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"


@pytest.fixture
def kontext(browser: Browser) -> Iterator[BrowserContext]:
    kontext = browser.new_context(locale="de-DE")
    yield kontext
    kontext.close()


def _springt(seite: Page, taste: str = "/") -> bool:
    """Presses the key outside of any field and tells whether the search box has the focus."""
    seite.locator("main").focus()
    seite.keyboard.press(taste)
    return bool(seite.evaluate("document.activeElement.id === 'suchwort'"))


def _folgt(seite: Page, springt: bool) -> bool:
    """Tells whether another window does so soon: its browser hears of the storage a bit later."""
    for _ in range(40):
        if _springt(seite) == springt:
            return True
        seite.wait_for_timeout(50)
    return False


def _schalte(seite: Page) -> None:
    """Finds the switch by its name and uses it as a keyboard does."""
    seite.get_by_role("checkbox", name="Kurztaste „/“ für die Suche").focus()
    seite.keyboard.press("Space")


def _status(seite: Page) -> str:
    return seite.locator("[data-kurztaste] [role=status]").inner_text()


def _ist_an(seite: Page) -> bool:
    return seite.locator("[data-kurztaste] input").is_checked()


def test_an_aus_an(kontext: BrowserContext, server: Server) -> None:
    basis = server[ECHT, "/"]
    seite, andere = kontext.new_page(), kontext.new_page()
    andere.goto(f"{basis}praxisbeispiele/mifrin/")
    seite.goto(basis + ERKLAERUNG)
    assert _ist_an(seite) and _springt(seite) and _springt(andere)
    assert seite.evaluate(GESPEICHERT) == {}
    _schalte(seite)
    assert _status(seite).startswith("Die Kurztaste ist aus, auf allen Seiten")
    assert not _springt(seite)
    # Another window follows; so do pages opened later.
    assert _folgt(andere, springt=False)
    assert seite.evaluate(GESPEICHERT) == {"kurztaste": "aus"}
    seite.reload()
    assert not _ist_an(seite) and not _springt(seite)
    seite.goto(f"{basis}leitlinien/")
    assert not _springt(seite)
    seite.go_back()
    assert not _ist_an(seite)
    _schalte(seite)
    assert _status(seite) == "Die Kurztaste ist an. Ihr Browser merkt sich nichts mehr."
    assert _springt(seite) and _folgt(andere, springt=True)
    assert seite.evaluate(GESPEICHERT) == {}
    seite.reload()
    assert _ist_an(seite) and _springt(seite)


@pytest.mark.parametrize("mit", ["Control", "Alt", "Meta"])
def test_was_dem_browser_gilt_bleibt_seins(
    mit: str, kontext: BrowserContext, server: Server
) -> None:
    seite = kontext.new_page()
    seite.goto(server[ECHT, "/"])
    assert not _springt(seite, f"{mit}+/")
    assert _springt(seite)


def test_zwei_fenster_sagen_dasselbe(kontext: BrowserContext, server: Server) -> None:
    eines, anderes = kontext.new_page(), kontext.new_page()
    for seite in (eines, anderes):
        seite.goto(server[ECHT, "/"] + ERKLAERUNG)
    _schalte(eines)
    anderes.wait_for_function("!document.querySelector('[data-kurztaste] input').checked")


@pytest.mark.parametrize("hindernis", [VERBOTEN, VOLL], ids=["verboten", "voll"])
def test_ohne_speicher_gilt_es_fuer_die_seite(
    hindernis: str, kontext: BrowserContext, server: Server
) -> None:
    seite = kontext.new_page()
    fehler: list[str] = []
    seite.on("pageerror", lambda e: fehler.append(str(e)))
    seite.add_init_script(hindernis)
    seite.goto(server[ECHT, "/"] + ERKLAERUNG)
    assert _ist_an(seite) and _springt(seite)
    _schalte(seite)
    assert _status(seite).startswith("Die Kurztaste ist aus, aber nur, bis Sie diese Seite")
    assert not _springt(seite)
    _schalte(seite)
    assert _springt(seite)
    seite.goto(f"{server[ECHT, '/']}leitlinien/")
    assert _springt(seite)
    assert not fehler


def test_ohne_skript_kein_schalter(browser: Browser, server: Server) -> None:
    kontext = browser.new_context(java_script_enabled=False)
    seite = kontext.new_page()
    seite.goto(server[ECHT, "/"] + ERKLAERUNG)
    assert not seite.locator("[data-kurztaste]").is_visible()
    assert "Läuft JavaScript, springt die Taste" in seite.locator("main").inner_text()
    kontext.close()


def test_seiten_sagen_die_wahrheit(echt: Gebaut) -> None:
    text = echt.seite("datenschutz/").text("//article")
    for satz in (
        "Sie legt von sich aus nichts auf Ihrem Gerät ab.",
        "„kurztaste“ ist „aus“",
        "§ 25 Absatz 2 Nummer 2",
    ):
        assert satz in text
    assert "lässt sich nicht abschalten" not in echt.seite(ERKLAERUNG).text("//article")
