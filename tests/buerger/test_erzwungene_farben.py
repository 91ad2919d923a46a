"""Colours that a reader forces on every page (Windows' contrast themes) reach all of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.fenster import warte_auf_treffer
from tests.orte import ARTEN, ECHT
from tests.server import Server

FARBEN: tuple[Literal["light", "dark"], ...] = ("light", "dark")
# A browser forces colours of text, grounds and borders, but leaves pictures alone.
FREMD = """() => {
  const probe = document.body.appendChild(document.createElement('i'));
  const system = ['Canvas', 'CanvasText', 'LinkText', 'VisitedText', 'ButtonText', 'ButtonFace',
    'Field', 'FieldText', 'Mark', 'MarkText', 'GrayText', 'Highlight', 'HighlightText'];
  // A ground stays as transparent as it was.
  const ton = farbe => farbe.match(/[\\d.]+/g).slice(0, 3).join();
  const erlaubt = new Set(system.map(name => {
    probe.style.color = name;
    return ton(getComputedStyle(probe).color);
  }));
  probe.remove();
  const felder = e => e instanceof SVGElement ? ['fill', 'stroke'] : ['color', 'backgroundColor'];
  const durchsichtig = /^none$|, 0\\)$/;
  return [...document.querySelectorAll('body, body *')].filter(e => e.checkVisibility())
    .flatMap(e => felder(e).map(feld => [e, getComputedStyle(e)[feld]]))
    .filter(([, farbe]) => !durchsichtig.test(farbe) && !erlaubt.has(ton(farbe)))
    .map(([e, farbe]) => `${farbe}: ${e.outerHTML.slice(0, 100)}`);
}"""
# What tells the current page from the others in the menu, and where a control begins.
GLEICH = """() => {
  const rand = e => getComputedStyle(e).borderBlockEndColor;
  const andere = new Set([...document.querySelectorAll('.menue a:not([aria-current])')].map(rand));
  return [...document.querySelectorAll('.menue a[aria-current]')]
    .filter(e => andere.has(rand(e))).map(e => e.textContent);
}"""
OHNE_RAND = """() => [...document.querySelectorAll('button, input, select, textarea, .knopf')]
  .filter(e => e.checkVisibility() && !['checkbox', 'radio'].includes(e.type))
  .filter(e => parseFloat(getComputedStyle(e).borderBlockEndWidth) < 1)
  .map(e => e.outerHTML.slice(0, 100))"""

# A text that is let shine through has another colour than the reader's.
BLASS = """() => [...document.querySelectorAll('body *')]
  .filter(e => e.checkVisibility() && getComputedStyle(e).opacity < 1)
  .map(e => e.outerHTML.slice(0, 100))"""


@pytest.fixture(scope="module", params=FARBEN)
def blatt(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A browser whose reader forces dark on light, or light on dark."""
    kontext = browser.new_context(
        color_scheme=request.param, forced_colors="active", viewport={"width": 1400, "height": 900}
    )
    yield kontext.new_page()
    kontext.close()


@pytest.mark.parametrize("adresse", (*ARTEN, "stichwoerter/ar/"), ids=lambda a: f"/{a}")
def test_jede_farbe_ist_die_der_leserin(adresse: str, blatt: Page, server: Server) -> None:
    blatt.goto(server[ECHT, "/"] + adresse)
    warte_auf_treffer(blatt)
    for pruefung in (FREMD, GLEICH, OHNE_RAND, BLASS):
        assert blatt.evaluate(pruefung) == []


KAPUTT = {
    FREMD: ".symbol { stroke: #0b565e !important }",
    GLEICH: ".menue a { border-color: Canvas !important }",
    OHNE_RAND: ".suche button { border: 0 !important }",
    BLASS: "main p { opacity: 0.9 }",
}


@pytest.mark.parametrize("pruefung", KAPUTT, ids=["fremd", "gleich", "ohne-rand", "blass"])
def test_findet_was_kaputt_ist(pruefung: str, blatt: Page, server: Server) -> None:
    blatt.goto(f"{server[ECHT, '/']}handlungsfelder/gesundheit/")
    assert blatt.evaluate(pruefung) == []
    blatt.add_style_tag(content=KAPUTT[pruefung])
    assert blatt.evaluate(pruefung)
