"""The search box of every page leads to an answer, in old browsers too."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page

from tests.buerger import auswahl
from tests.buerger.browserseite import AKTIV, Neu
from tests.fenster import tab_bis
from tests.gebaut import Gebaut
from tests.orte import ECHT
from tests.server import Server

ZIEL = {True: ("suche/", "Suche"), False: ("stichwoerter/", "Stichwörter von A bis Z")}


@pytest.mark.parametrize("skript", ZIEL, ids=["mit", "ohne"])
@pytest.mark.parametrize("adresse", ["", "praxisbeispiele/mifrin/", "stichwoerter/", "404.html"])
def test_suchfeld_fuehrt_weiter(adresse: str, skript: bool, neu: Neu, server: Server) -> None:
    seite = neu(server[ECHT, "/"] + adresse, java_script_enabled=skript)
    tab_bis(seite, "[role=search] input")
    seite.keyboard.type("Müll & Wohnung")
    seite.keyboard.press("Enter")
    ziel, titel = ZIEL[skript]
    seite.wait_for_url(f"**/{ziel}?q=*")
    assert unquote(seite.url) == f"{server[ECHT, '/']}{ziel}?q=Müll+&+Wohnung"
    assert seite.locator("h1").inner_text() == titel


def test_alter_browser_kommt_zu_den_woertern(neu: Neu, server: Server) -> None:
    """One that cannot read the search's script: the box leads past it, /suche/ says where to."""
    seite = neu("about:blank")
    seite.add_init_script("delete Array.prototype.at")
    kaputt = {"body": "nicht lesbar", "content_type": "text/javascript"}
    seite.route("**/suche.*.js", lambda weg: weg.fulfill(**kaputt))
    seite.goto(server[ECHT, "/"])
    tab_bis(seite, "[role=search] input")
    seite.keyboard.type("Wohnung")
    seite.keyboard.press("Enter")
    seite.wait_for_url("**/stichwoerter/?q=Wohnung")
    seite.goto(f"{server[ECHT, '/']}suche/?q=Wohnung")
    seite.locator("[data-suche-ohne] a").click()
    seite.wait_for_url("**/stichwoerter/")


def test_kein_skript_schaut_zurueck(echt: Gebaut) -> None:
    """Safari reads a script with a look-behind only since 16.4: before, all of it is dead."""
    skripte = {s.name: s.read_text("utf-8") for s in echt.ordner.glob("eigen/**/*.js")}
    assert any(name.startswith("suche.") for name in skripte)
    assert not [name for name, text in skripte.items() if re.search(r"\(\?<[=!]", text)]


@auswahl.BREITEN
def test_suchfeld_mit_der_tastatur(fenster: Page, server: Server) -> None:
    """Its name, "/" from anywhere but a text, and Escape back to where one was."""
    fenster.goto(f"{server[ECHT, '/']}praxisbeispiele/mifrin/")
    feld = fenster.get_by_role("searchbox", name="Stichwort suchen")
    assert feld.count() == 1 and fenster.get_by_role("search").count() == 1
    tab_bis(fenster, "main dl a")
    fenster.keyboard.press("/")
    assert feld.evaluate(f"e => e === {AKTIV}")
    fenster.keyboard.type("a/b")
    assert feld.input_value() == "a/b"
    fenster.keyboard.press("Escape")
    assert feld.input_value() == ""
    fenster.keyboard.press("Escape")
    assert fenster.evaluate(f"{AKTIV}.matches('main dl a')")
    kasten = feld.bounding_box()
    assert kasten and kasten["width"] > 130 and kasten["height"] >= 44
