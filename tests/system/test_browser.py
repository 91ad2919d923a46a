"""The site in Chromium under its real security policy: nothing is blocked, all works."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.server import diene

from .conftest import Betrieb
from .test_server import _seiten

_VERSTOESSE = """
  window.verstoesse = [];
  document.addEventListener('securitypolicyviolation',
    (e) => window.verstoesse.push(`${e.effectiveDirective}: ${e.blockedURI}`));
"""


@pytest.fixture
def kontext(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that takes the self-made certificate and notes what the policy blocks."""
    neu = browser.new_context(ignore_https_errors=True, accept_downloads=True)
    neu.add_init_script(_VERSTOESSE)
    yield neu
    neu.close()


def _verstoesse(seite: Page) -> list[str]:
    return list(seite.evaluate("window.verstoesse"))


def test_keine_seite_verstoesst(betrieb: Betrieb, kontext: BrowserContext) -> None:
    seite = kontext.new_page()
    meldungen: list[str] = []

    seite.on("console", lambda meldung: meldungen.append(meldung.text))
    seite.on("pageerror", lambda fehler: meldungen.append(str(fehler)))
    html = [pfad for pfad, datei in _seiten(betrieb) if datei.suffix == ".html"]
    assert len(html) > 30
    for pfad in (*html, "/gibtsnicht/"):
        antwort = seite.goto(f"{betrieb.server.https}{pfad}")
        assert antwort and "default-src 'none'" in antwort.headers["content-security-policy"]
        seite.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
        assert seite.evaluate("getComputedStyle(document.body).display")
        assert _verstoesse(seite) == [], pfad
        if pfad != "/gibtsnicht/":
            assert not meldungen, pfad
        meldungen.clear()


def test_das_regelwerk_greift(betrieb: Betrieb, kontext: BrowserContext) -> None:
    """What the pages never do is blocked: so the check above can fail."""
    seite = kontext.new_page()
    seite.goto(f"{betrieb.server.https}/")
    seite.evaluate(
        """() => {
          const skript = document.createElement('script');
          skript.textContent = 'window.lief = true';
          document.body.append(skript);
          document.body.setAttribute('style', 'color: red');
          const bild = new Image();
          bild.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
          document.body.append(bild);
        }"""
    )
    seite.wait_for_function("window.verstoesse.length >= 3")
    assert seite.evaluate("window.lief") is None
    arten = {verstoss.split(":")[0] for verstoss in _verstoesse(seite)}
    assert arten == {"script-src-elem", "style-src-attr", "img-src"}


FREMD = """<!doctype html><title>Verein</title><link rel="icon" href="data:,">
<iframe name="karte" src="{0}/praxisbeispiele/mifrin/karte/"></iframe>
<iframe name="frueher" src="{0}/praxisbeispiele/frueheres-projekt/karte/"></iframe>
<iframe name="weg" src="{0}/praxisbeispiele/verschwunden/karte/"></iframe>
<iframe name="seite" src="{0}/praxisbeispiele/mifrin/"></iframe>
<img alt="" src="{0}/praxisbeispiele/mifrin/bild.png">
<img alt="" src="{0}/praxisbeispiele/frueheres-projekt/bild.png">"""
IM_RAHMEN = {"karte": "MifriN", "frueher": "MifriN", "weg": "das es nicht mehr gibt"}


def test_fremde_seiten_zeigen_nur_was_dafuer_da_ist(
    betrieb: Betrieb, kontext: BrowserContext, tmp_path: Path
) -> None:
    """Cards, of former and vanished entries too, preview pictures and oEmbed; never a page."""
    (tmp_path / "index.html").write_text(FREMD.format(betrieb.server.https), encoding="utf-8")
    with diene(tmp_path) as fremd:
        seite = kontext.new_page()
        seite.goto(fremd, wait_until="load")
        for name, worte in IM_RAHMEN.items():
            rahmen = seite.frame(name)
            assert rahmen and worte in rahmen.inner_text("main"), name
        ganze = seite.frame("seite")
        assert ganze and ganze.url.startswith("chrome-error:")
        breiten = "[...document.images].map(bild => bild.naturalWidth)"
        assert seite.evaluate(breiten) == [1200, 1200]
        for kennung in ("mifrin", "frueheres-projekt"):
            oembed = f"{betrieb.server.https}/praxisbeispiele/{kennung}/oembed.json"
            assert seite.evaluate(f"fetch('{oembed}').then(antwort => antwort.json())")["html"]


def test_suche_findet(betrieb: Betrieb, kontext: BrowserContext) -> None:
    seite = kontext.new_page()
    seite.goto(f"{betrieb.server.https}/")
    seite.fill("#suchwort", "Arzt")
    seite.press("#suchwort", "Enter")
    seite.wait_for_url("**/suche/?q=Arzt")
    seite.locator('[data-suchergebnisse][aria-busy="false"] > li').first.wait_for()
    assert _verstoesse(seite) == []


def test_eine_sehr_lange_frage_bekommt_eine_antwort(
    betrieb: Betrieb, kontext: BrowserContext
) -> None:
    """From the box of any page, and as an address that someone shared or reloads."""
    seite = kontext.new_page()
    seite.goto(f"{betrieb.server.https}/")
    seite.locator("#suchwort").focus()
    seite.keyboard.insert_text("x" * 10_000)
    seite.keyboard.press("Enter")
    seite.wait_for_url("**/suche/?q=x*")
    assert len(seite.url) < 1_000
    for adresse in (seite.url, f"{betrieb.server.https}/suche/?q={'x' * 10_000}"):
        seite.goto(adresse)
        seite.locator('[data-suchergebnisse][aria-busy="false"]').wait_for(state="attached")
        assert "Nichts gefunden" in seite.locator("[data-suche-status]").inner_text()


def test_formular_prueft_und_speichert(betrieb: Betrieb, kontext: BrowserContext) -> None:
    seite = kontext.new_page()
    seite.goto(f"{betrieb.server.https}/redaktion/neu/")
    seite.locator('[data-feld="titel"] >> nth=0').wait_for()
    with seite.expect_download() as herunter:
        seite.locator("[data-speichern]").first.click()
    assert herunter.value.suggested_filename.endswith(".yaml")
    assert _verstoesse(seite) == []
