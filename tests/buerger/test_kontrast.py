"""Every word stands out from what is painted behind it, in light and in dark."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Page

from tests.orte import ECHT, Ort, orte
from tests.server import Server

HELLIGKEIT = """() => {
  const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).map(Number);
  return (r + g + b) / 3 / 255;
}"""
# The elements that fit: their contrast against what is painted behind them.
KONTRAST = """auswahl => {
  const leinwand = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const farbe = name => {
    leinwand.clearRect(0, 0, 1, 1);
    leinwand.fillStyle = name;
    leinwand.fillRect(0, 0, 1, 1);
    return [...leinwand.getImageData(0, 0, 1, 1).data];
  };
  const auf = (oben, unten) => {
    const a = oben[3] / 255;
    return [0, 1, 2].map(i => oben[i] * a + unten[i] * (1 - a)).concat(255);
  };
  const grund = e => {
    if (!e) return [255, 255, 255, 255];
    const f = farbe(getComputedStyle(e).backgroundColor);
    return f[3] === 255 ? f : auf(f, grund(e.parentElement));
  };
  const licht = f => f.slice(0, 3).map(k => k / 255)
    .map(k => k <= 0.04045 ? k / 12.92 : ((k + 0.055) / 1.055) ** 2.4)
    .reduce((s, k, i) => s + k * [0.2126, 0.7152, 0.0722][i], 0);
  return [...document.querySelectorAll(auswahl)]
    .filter(e => !(e instanceof SVGElement) || e.matches('text'))
    .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
    .map(e => {
      const bild = e instanceof SVGElement;
      const hinten = e.matches('rect + text')
        ? farbe(getComputedStyle(e.previousElementSibling).fill) : grund(e);
      const vorn = auf(farbe(getComputedStyle(e)[bild ? 'fill' : 'color']), hinten);
      const [hell, dunkel] = [licht(vorn), licht(hinten)].sort((a, b) => b - a);
      return [(hell + 0.05) / (dunkel + 0.05), `${e.tagName}.${e.className}: ${e.textContent}`];
    });
}"""
MIT_KONTRAST = {
    "main p": "",
    "main a": "",
    ".marke": "leitlinien/",
    ".karte__fuss": "",
    ".klein": "konzept/zahlen/",
    ".betrieb p": "",
    ".menue a": "",
    ".fusszeile a": "",
    ".begriff": "handlungsfelder/bildung/",
    ".beleg > summary": "leitlinien/",
    ".quellenzeile": "konzept/",
    ".unbekannt": "praxisbeispiele/mifrin/",
    "dt": "beratung/",
    "blockquote p": "umgang-mit-der-quelle/",
    ".knopf": "",
    ".suche button": "",
    ".geprueft": "praxisbeispiele/mifrin/",
    ".dachzeile": "handlungsfelder/wohnen/",
}
Farben = Literal["light", "dark"]
FARBEN: tuple[Farben, ...] = ("light", "dark")


@pytest.mark.parametrize("farben", FARBEN)
@pytest.mark.parametrize("auswahl", MIT_KONTRAST)
def test_kontrast(auswahl: str, farben: Farben, messseite: Page, server: Server) -> None:
    messseite.emulate_media(color_scheme=farben)
    messseite.goto(server[ECHT, "/"] + MIT_KONTRAST[auswahl])
    gemessen = messseite.evaluate(KONTRAST, auswahl)
    assert gemessen
    assert not [(wert, was) for wert, was in gemessen if wert < 4.5]


@pytest.mark.parametrize("ort", orte(ECHT), ids=str)
def test_seite_hell_und_dunkel(ort: Ort, messseite: Page, server: Server) -> None:
    """The same page in both schemes: dark where dark is asked for, and legible in all its words."""
    helligkeit = {}
    for farben in FARBEN:
        # Before loading: a change of scheme on an open page is a transition of colours.
        messseite.emulate_media(color_scheme=farben)
        messseite.goto(server[ECHT, "/"] + ort.adresse)
        helligkeit[farben] = messseite.evaluate(HELLIGKEIT)
        gemessen = messseite.evaluate(KONTRAST, "body, body *")
        assert len(gemessen) > 30
        assert not [(farben, wert, was) for wert, was in gemessen if wert < 4.5]
    assert helligkeit["light"] > 0.8
    assert helligkeit["dark"] < 0.2


def test_kontrastmessung_erkennt_zu_wenig(messseite: Page, server: Server) -> None:
    messseite.goto(server[ECHT, "/"])
    messseite.add_style_tag(content="main h1 { color: #777 !important; background: #888 }")
    ((wert, _),) = messseite.evaluate(KONTRAST, "main h1")
    assert 1 < wert < 1.5
