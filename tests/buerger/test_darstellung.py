"""Pages as readers set them: larger, wider spaced, without motion, on any screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests import chromium
from tests.buerger.browserseite import ALLE, oeffne_ganz
from tests.fenster import SCHALTER
from tests.orte import ECHT, MINI, Ort
from tests.server import Server

# WCAG 1.4.12, the values a reader may set.
ABSTAENDE = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important } p { margin-block-end: 2em !important }"""
# Text that its box cuts off, or that leaves the screen sideways.
VERLOREN = """() => {
  const eigener = e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
  const breite = document.documentElement.clientWidth;
  const rollt = e => e
    && (/auto|scroll/.test(getComputedStyle(e).overflowX) || rollt(e.parentElement));
  const verdeckt = (r, oben) => {
    if (!oben || oben === document.body) return false;
    const s = getComputedStyle(oben), o = oben.getBoundingClientRect();
    if (/auto|scroll/.test(s.overflowX + s.overflowY)) return false;
    const draussen = r.bottom > o.bottom + 1 || r.right > o.right + 1 || r.left < o.left - 1;
    return (/hidden|clip/.test(s.overflowX + s.overflowY) && draussen)
      || verdeckt(r, oben.parentElement);
  };
  return [...document.body.querySelectorAll('*')]
    .filter(e => eigener(e) && e.checkVisibility({ visibilityProperty: true }))
    .filter(e => !e.closest('.vorlesen, .sprung, select'))
    .filter(e => {
      const s = getComputedStyle(e), r = e.getBoundingClientRect();
      const eng = s.overflowX !== 'visible' && s.overflowX !== 'auto' && e.clientWidth > 0
        && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1);
      const neben = !rollt(e) && (r.right > breite + 1 || r.left < -1);
      return eng || neben || verdeckt(r, e.parentElement);
    })
    .map(e => e.outerHTML.slice(0, 120));
}"""
BEWEGT = """() => {
  const bewegt = (e, teil) => {
    const s = getComputedStyle(e, teil);
    const dauer = (s.transitionDuration + ',' + s.animationDuration).split(',').map(parseFloat);
    return Math.max(...dauer) > 0.01 || s.scrollBehavior === 'smooth';
  };
  return [...document.querySelectorAll('*')]
    .filter(e => ['', '::before', '::after'].some(teil => bewegt(e, teil)))
    .map(e => e.outerHTML.slice(0, 120));
}"""
NUR_FARBE = """() => [...document.querySelectorAll('main :is(p, li, dd, td, figcaption) a[href]')]
  .filter(a => a.checkVisibility() && !a.closest('nav')).filter(a => {
    const s = getComputedStyle(a);
    return !s.textDecorationLine.includes('underline') && parseFloat(s.borderBlockEndWidth) < 1;
  }).map(a => a.outerHTML.slice(0, 120))"""
TABELLEN = """() => [...document.querySelectorAll('main *')].filter(e => {
  const s = getComputedStyle(e);
  return /auto|scroll/.test(s.overflowX) && e.scrollWidth > e.clientWidth + 1
    && !['TEXTAREA', 'INPUT', 'SELECT'].includes(e.tagName);
}).filter(e => e.tabIndex !== 0 || (e.tagName !== 'PRE' && !e.getAttribute('aria-label')))
  .map(e => e.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("ort", ALLE, ids=str)
def test_abstaende_schneiden_nichts_ab(ort: Ort, blatt: Page, server: Server) -> None:
    oeffne_ganz(blatt, ort, server)
    blatt.add_style_tag(content=ABSTAENDE)
    for breite in (320, 1400):
        blatt.set_viewport_size({"width": breite, "height": 256})
        assert blatt.evaluate(VERLOREN) == []
        assert blatt.evaluate("document.documentElement.scrollWidth") <= breite
    assert blatt.evaluate(NUR_FARBE) == []
    assert blatt.evaluate(BEWEGT) == []
    blatt.set_viewport_size({"width": 320, "height": 256})
    assert blatt.evaluate(TABELLEN) == []


@pytest.fixture(scope="module")
def grosse_schrift(browser: Browser) -> Iterator[Page]:
    """A browser whose reader set the text to 200 %: 32 pixels instead of 16."""
    schalter = [*SCHALTER, "--blink-settings=defaultFontSize=32"]
    offen = browser.browser_type.launch(executable_path=chromium.finde(), args=schalter)
    yield offen.new_page(locale="de-DE", viewport={"width": 768, "height": 900})
    offen.close()


@pytest.mark.parametrize("ort", ALLE, ids=str)
def test_schrift_doppelt_so_gross(ort: Ort, grosse_schrift: Page, server: Server) -> None:
    oeffne_ganz(grosse_schrift, ort, server)
    for breite in (320, 768):
        grosse_schrift.set_viewport_size({"width": breite, "height": 900})
        assert _zu_klein_oder_verloren(grosse_schrift) == [], breite


def _zu_klein_oder_verloren(seite: Page) -> list[str]:
    """Gives what text of 200 % loses: the size itself, or words that no longer fit."""
    verloren: list[str] = seite.evaluate(VERLOREN)
    groesse = "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
    if seite.evaluate(groesse) < 32:
        verloren.append("Die Schrift wächst nicht mit.")
    if seite.evaluate("document.documentElement.scrollWidth > innerWidth"):
        verloren.append("Die Seite ist breiter als der Bildschirm.")
    return verloren


@pytest.mark.parametrize("adresse", ("", "konzept/zahlen/", "suche/"))
def test_nur_der_text_doppelt_so_gross(adresse: str, blatt: Page, server: Server) -> None:
    """Where what widths of a screen are measured in stays: the narrowest one, and a tablet."""
    blatt.goto(server[ECHT, "/"] + adresse)
    blatt.add_style_tag(content="html { font-size: 200% !important }")
    for breite in (320, 768):
        blatt.set_viewport_size({"width": breite, "height": 900})
        assert _zu_klein_oder_verloren(blatt) == [], breite


def test_liste_der_dateien_behaelt_zwei_spalten(blatt: Page, server: Server) -> None:
    """Where only the text grows, and not what widths of a screen are measured in."""
    oeffne_ganz(blatt, Ort(MINI, "daten/"), server)
    blatt.set_viewport_size({"width": 640, "height": 900})
    blatt.add_style_tag(content="html { font-size: 200% !important }")
    assert _zu_klein_oder_verloren(blatt) == []


@pytest.mark.parametrize(
    "stil",
    [
        "html { font-size: 16px !important }",
        "main p { inline-size: 40rem }",
        ".fusszeile a { display: block; block-size: 28px; overflow: hidden }",
        "main ul { block-size: 120px; overflow: hidden }",
    ],
)
def test_findet_was_gross_kaputt_ist(stil: str, grosse_schrift: Page, server: Server) -> None:
    oeffne_ganz(grosse_schrift, Ort(MINI, "handlungsfelder/bildung/"), server)
    assert _zu_klein_oder_verloren(grosse_schrift) == []
    grosse_schrift.add_style_tag(content=stil)
    assert _zu_klein_oder_verloren(grosse_schrift)


# Boxes as high as their text is, which hold it only as it is set by us.
EINGEFROREN = """() => document.querySelectorAll('main p').forEach(e => {
  e.style.blockSize = `${e.clientHeight}px`;
  e.style.overflow = 'hidden';
})"""


def test_findet_was_nur_mit_abstaenden_kaputt_ist(blatt: Page, server: Server) -> None:
    oeffne_ganz(blatt, Ort(MINI, "handlungsfelder/bildung/"), server)
    blatt.set_viewport_size({"width": 320, "height": 256})
    blatt.evaluate(EINGEFROREN)
    assert blatt.evaluate(VERLOREN) == []
    blatt.add_style_tag(content=ABSTAENDE)
    assert blatt.evaluate(VERLOREN)


KOPF = """() => {
  const [name, knopf, kopf] = ['.kopfzeile__name', '.kopfzeile__knopf', '.kopfzeile']
    .map(auswahl => document.querySelector(auswahl).getBoundingClientRect());
  return { nebeneinander: knopf.top < name.bottom && name.right <= knopf.left, ende: kopf.bottom };
}"""


def test_kopf_laesst_auf_dem_kleinsten_telefon_platz(blatt: Page, server: Server) -> None:
    """Name and menu share a line, and two thirds of the screen are the page's."""
    oeffne_ganz(blatt, Ort(ECHT, ""), server)
    blatt.set_viewport_size({"width": 320, "height": 568})
    kopf = blatt.evaluate(KOPF)
    assert kopf["nebeneinander"] and kopf["ende"] < 568 / 3
    blatt.add_style_tag(content=".kopfzeile__name { font-size: 1.5rem !important }")
    assert not blatt.evaluate(KOPF)["nebeneinander"]


ABGESCHNITTEN = """() => [...document.querySelectorAll('.auswahl__gruppe ul')]
  .filter(e => e.scrollHeight > e.clientHeight + 1 && getComputedStyle(e).borderTopWidth === '0px')
  .map(e => e.textContent.trim().slice(0, 80))"""
# Lists as long as those of a city with many Stadtteile.
VERLAENGERT = """() => document.querySelectorAll('.auswahl__gruppe ul').forEach(e =>
  e.append(...Array.from({ length: 20 }, () => e.firstElementChild.cloneNode(true))))"""
ROLLEN = """() => [...document.querySelectorAll('.auswahl__gruppe ul')]
  .filter(e => e.scrollHeight > e.clientHeight + 1).length"""


@pytest.mark.parametrize("breite", [390, 1400])
def test_auswahl_schneidet_keine_liste_ab(breite: int, blatt: Page, server: Server) -> None:
    oeffne_ganz(blatt, Ort(ECHT, "praxisbeispiele/"), server)
    blatt.set_viewport_size({"width": breite, "height": 800})
    assert blatt.evaluate(ROLLEN) == 0
    blatt.evaluate(VERLAENGERT)
    assert blatt.evaluate(ROLLEN) == blatt.locator(".auswahl__gruppe ul").count() > 2
    assert blatt.evaluate(ABGESCHNITTEN) == []


# Parts of a link's text that stand on more than one line, its folders and its name being parts.
IM_WORT = """() => [...document.querySelectorAll('main a[href*="daten/v1/"], main a[href^="v1/"]')]
  .flatMap(a => [...a.childNodes].filter(n => n.nodeType === 3)).filter(text => {
    const teil = document.createRange();
    teil.selectNodeContents(text);
    return new Set([...teil.getClientRects()].map(r => Math.round(r.top))).size > 1;
  }).map(text => text.data)"""


@pytest.mark.parametrize("breite", [320, 390, 1400])
def test_dateinamen_brechen_nicht_im_wort(breite: int, blatt: Page, server: Server) -> None:
    oeffne_ganz(blatt, Ort(ECHT, "daten/"), server)
    blatt.set_viewport_size({"width": breite, "height": 800})
    assert blatt.locator(".dateien a").count() > 10
    assert blatt.evaluate(IM_WORT) == []


KAPUTT = {
    IM_WORT: "main .dateien a { display: block; inline-size: 5rem; word-break: break-all }",
    VERLOREN: "main p { block-size: 1em; overflow: hidden }",
    BEWEGT: "main a { transition: color 1s !important }",
    NUR_FARBE: "main a { text-decoration: none !important }",
    TABELLEN: "main p { overflow-x: auto; white-space: nowrap }",
}


@pytest.mark.parametrize(
    "pruefung", KAPUTT, ids=["im-wort", "verloren", "bewegt", "nur-farbe", "tabellen"]
)
def test_findet_was_kaputt_ist(pruefung: str, blatt: Page, server: Server) -> None:
    adresse = "daten/" if pruefung == IM_WORT else "handlungsfelder/bildung/"
    oeffne_ganz(blatt, Ort(MINI, adresse), server)
    blatt.set_viewport_size({"width": 320, "height": 256})
    assert blatt.evaluate(pruefung) == []
    blatt.add_style_tag(content=KAPUTT[pruefung])
    assert blatt.evaluate(pruefung)
