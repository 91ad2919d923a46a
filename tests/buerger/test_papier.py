"""Pages on paper: nothing to press, every fold open, no more sheets than needed."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from tests.buerger.browserseite import ALLE, oeffne_ganz
from tests.orte import ECHT, Ort, konzept
from tests.server import Server

NICHT_GEDRUCKT = "button, input, select, textarea, nav, .sprung, form"
AUF_PAPIER = """auswahl => ({
  bedienbar: [...document.querySelectorAll(auswahl)].filter(e => e.checkVisibility())
    .map(e => e.outerHTML.slice(0, 80)),
  hell: getComputedStyle(document.body).backgroundColor,
  betrieb: document.querySelector('[data-betrieb]').checkVisibility(),
  zu: [...document.querySelectorAll('details')]
    .filter(d => d.checkVisibility() && [...d.children].some(e =>
      e.tagName !== 'SUMMARY' && !e.matches(auswahl) && !e.checkVisibility())).length,
  zerrissen: [...document.querySelectorAll('.leitlinie, .karte, .widerspruch')]
    .filter(e => getComputedStyle(e).breakInside !== 'avoid').length,
  ohneAdresse: [...document.querySelectorAll('main a[href^="http"]')]
    .filter(a => a.checkVisibility())
    .filter(a => !getComputedStyle(a, '::after').content
      .includes(a.dataset.druck ?? a.getAttribute('href')))
    .map(a => a.outerHTML.slice(0, 120)),
})"""
GEDRUCKT = {
    "bedienbar": [],
    "hell": "rgb(255, 255, 255)",
    "betrieb": True,
    "zu": 0,
    "zerrissen": 0,
    "ohneAdresse": [],
}


@pytest.mark.parametrize("ort", ALLE, ids=str)
def test_auf_papier(ort: Ort, blatt: Page, server: Server) -> None:
    """Nothing to press, whose site it is, every fold open, and where the links outside lead."""
    _drucke(blatt, ort, server)
    assert blatt.evaluate(AUF_PAPIER, NICHT_GEDRUCKT) == GEDRUCKT


def _drucke(blatt: Page, ort: Ort, server: Server) -> None:
    oeffne_ganz(blatt, ort, server)
    blatt.evaluate("document.querySelectorAll('details').forEach(d => d.open = false)")
    blatt.emulate_media(media="print", color_scheme="dark")


KAPUTT_GEDRUCKT = {
    "bedienbar": "nav { display: block !important }",
    "hell": "body { background: #222 !important }",
    "betrieb": ".betrieb { display: none }",
    "zu": "details::details-content { content-visibility: hidden !important }",
    "zerrissen": ".leitlinie { break-inside: auto !important }",
    "ohneAdresse": "main a::after { content: none !important }",
}


@pytest.mark.parametrize("was", GEDRUCKT)
def test_findet_was_kaputt_gedruckt_ist(was: str, blatt: Page, server: Server) -> None:
    _drucke(blatt, Ort(ECHT, "handlungsfelder/bildung/"), server)
    blatt.add_style_tag(content=KAPUTT_GEDRUCKT[was])
    papier = blatt.evaluate(AUF_PAPIER, NICHT_GEDRUCKT)
    assert {name for name in GEDRUCKT if papier[name] != GEDRUCKT[name]} == {was}


def _blaetter(blatt: Page) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", blatt.pdf(prefer_css_page_size=True)))


def test_beratung_wird_kein_heft(blatt: Page, server: Server) -> None:
    """An adviser prints it to hand it out: a fold that is kept whole wastes half a sheet each."""
    _drucke(blatt, Ort(ECHT, "beratung/"), server)
    blaetter = _blaetter(blatt)
    assert 2 < blaetter <= 2 * len(konzept(ECHT).beratung.angebote)
    blatt.add_style_tag(content=".antworten { columns: auto } details { break-inside: avoid }")
    assert _blaetter(blatt) > blaetter
