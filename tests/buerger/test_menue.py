"""The skip link and the menu: by keyboard and by finger, with script and without."""

from __future__ import annotations

import pytest
from playwright.sync_api import ViewportSize, expect

from tests.buerger.browserseite import AKTIV, HANDY, SCHREIBTISCH, Neu
from tests.fenster import tab_bis
from tests.orte import ECHT
from tests.server import Server


@pytest.mark.parametrize("adresse", ["", "handlungsfelder/bildung/", "404.html"])
@pytest.mark.parametrize("breite", [HANDY, SCHREIBTISCH], ids=["390", "1400"])
def test_sprunglink(adresse: str, breite: ViewportSize, neu: Neu, server: Server) -> None:
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
    tab_bis(seite, "button[aria-controls=menue]")
    seite.keyboard.press("Enter")
    assert menue.is_visible()
    assert seite.evaluate(f"!!{AKTIV}.closest('#menue')")
    seite.keyboard.press("Tab")
    assert seite.evaluate(f"{AKTIV}.matches('#menue a')")
    seite.keyboard.press("Escape")
    assert not menue.is_visible()
    assert seite.evaluate(f"{AKTIV}.matches('button[aria-controls=menue]')")


def test_zweimal_getippt_folgt_keinem_link(neu: Neu, server: Server) -> None:
    """A second tap at the same place closes the menu again."""
    for breite in (320, 390):
        seite = neu(f"{server[ECHT, '/']}glossar/", viewport={"width": breite, "height": 800})
        vorher = seite.url
        seite.locator("button[aria-controls=menue]").dblclick()
        assert seite.url == vorher
        assert not seite.locator("#menue").is_visible()


def test_menue_am_handy_schliesst_mit_seinem_knopf(neu: Neu, server: Server) -> None:
    seite = neu(server[ECHT, "/"], viewport=HANDY)
    seite.locator("button[aria-controls=menue]").click()
    seite.locator("#menue button").click()
    assert not seite.locator("#menue").is_visible()
    assert seite.evaluate(f"{AKTIV}.matches('button[aria-controls=menue]')")


@pytest.mark.parametrize("skript", [True, False], ids=["mit", "ohne"])
def test_menue_am_handy_fuehrt_weiter(skript: bool, neu: Neu, server: Server) -> None:
    seite = neu(server[ECHT, "/"], viewport=HANDY, java_script_enabled=skript)
    tab_bis(seite, "button[aria-controls=menue]")
    seite.keyboard.press("Enter")
    seite.locator("#menue a", has_text="Handlungsfelder").click()
    assert seite.url == f"{server[ECHT, '/']}handlungsfelder/"


# The element with the focus, if a menu lies over the middle of it.
VERDECKT = """() => {
  const e = document.activeElement, [kasten] = e.getClientRects();
  const oben = document.elementFromPoint(
    kasten.left + kasten.width / 2, kasten.top + kasten.height / 2);
  return oben?.closest('#menue') && !e.closest('#menue') ? e.outerHTML.slice(0, 120) : '';
}"""


@pytest.mark.parametrize("skript", ["mit", "ohne", "nicht geladen"])
@pytest.mark.parametrize("breite", [320, 768])
def test_offenes_menue_verdeckt_nicht_den_fokus(
    breite: int, skript: str, neu: Neu, server: Server
) -> None:
    """WCAG 2.4.11: whoever goes on past its last link sees where they are."""
    groesse = ViewportSize(width=breite, height=600)
    seite = neu("about:blank", viewport=groesse, java_script_enabled=skript != "ohne")
    if skript == "nicht geladen":
        seite.route("**/*.js", lambda weg: weg.abort())
    seite.goto(server[ECHT, "/"])
    assert (seite.evaluate("typeof kurztaste") == "object") == (skript == "mit")
    letzter = seite.locator("#menue a").last
    tab_bis(seite, "button[aria-controls=menue]")
    seite.keyboard.press("Enter")
    expect(letzter).to_be_visible()
    tab_bis(seite, "[role=search] input")
    expect(letzter).to_be_hidden()
    for _ in range(20):
        assert not seite.evaluate(VERDECKT)
        seite.keyboard.press("Tab")


def test_offenes_menue_bleibt_unter_dem_finger(neu: Neu, server: Server) -> None:
    """A tap beside its links closes nothing, with script or without."""
    for skript in (True, False):
        seite = neu(server[ECHT, "/"], viewport=HANDY, java_script_enabled=skript)
        seite.locator("button[aria-controls=menue]").click()
        seite.locator("#menue").click(position={"x": 8, "y": 8})
        assert seite.locator("#menue a").last.is_visible()


def test_menue_am_schreibtisch_ohne_knopf(neu: Neu, server: Server) -> None:
    seite = neu(server[ECHT, "/"], viewport=SCHREIBTISCH)
    for knopf in seite.locator("button[popovertarget]").all():
        assert not knopf.is_visible()
    links = seite.locator("#menue a").all()
    assert len(links) >= 7 and all(link.is_visible() for link in links)
    tab_bis(seite, "#menue a")
    for link in links:
        assert link.evaluate(f"e => e === {AKTIV}")
        seite.keyboard.press("Tab")
    assert seite.evaluate(f"!{AKTIV}.closest('#menue')")
