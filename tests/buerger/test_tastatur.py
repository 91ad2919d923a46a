"""Every page with the Tab key, from the skip link to its end, on a small screen and a wide one."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.orte import ECHT, FORMULAR, Ort, muster, orte, wurzel_der_adresse
from tests.redaktion.formular.bogen import warte_bis_es_urteilt
from tests.server import Server

# 400 % of a screen of 1280 by 1024 pixels (WCAG 1.4.10), and an ordinary one.
GROESSEN: tuple[ViewportSize, ...] = (
    {"width": 320, "height": 256},
    {"width": 1400, "height": 900},
)
# A page longer than this repeats itself; the walk ends there.
HOECHSTENS = 150
SCHMAL, BREIT = GROESSEN
MUSTER = [*muster(), Ort(ECHT, FORMULAR)]

# Notes what has the focus after each key, and what is wrong with it.
BEOBACHTE = """() => {
  const bedienbar = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  const alle = [...document.querySelectorAll(bedienbar)]
    .filter(e => e.checkVisibility({ visibilityProperty: true }));
  const rahmen = e => {
    const s = getComputedStyle(e);
    return `${s.outlineStyle} ${s.outlineWidth} ${s.boxShadow}`;
  };
  const ohne = new Map(alle.map(e => [e, rahmen(e)]));
  window.__gang = [];
  document.addEventListener('keyup', taste => {
    if (taste.key !== 'Tab') return;
    const e = document.activeElement;
    if (!e || e === document.body) return window.__gang.push({ nr: -1, fehler: [] });
    const fehler = [];
    // A <bdi> that goes to the next line leaves an empty piece of its link behind.
    const kasten = [...e.getClientRects()].find((stueck) => stueck.width >= 1);
    if (!kasten) fehler.push('ohne Fläche');
    else {
      const x = [Math.max(kasten.left, 0), Math.min(kasten.right, innerWidth)];
      const y = [Math.max(kasten.top, 0), Math.min(kasten.bottom, innerHeight)];
      if (x[0] >= x[1] || y[0] >= y[1]) fehler.push('nicht im Bild');
      else {
        const oben = document.elementFromPoint((x[0] + x[1]) / 2, (y[0] + y[1]) / 2);
        if (!e.contains(oben)) fehler.push(`verdeckt: ${oben?.outerHTML.slice(0, 80)}`);
      }
    }
    // On a narrow screen all stands in one column: what comes next is never wholly above.
    const oben = kasten && kasten.top + scrollY;
    if (innerWidth < 400 && oben + kasten?.height <= window.__gang.at(-1)?.oben)
      fehler.push('springt nach oben');
    const s = getComputedStyle(e);
    if (rahmen(e) === ohne.get(e)) fehler.push('Fokus sieht aus wie kein Fokus');
    if (s.outlineStyle === 'none' || parseFloat(s.outlineWidth) < 2) fehler.push('Rahmen zu dünn');
    // A field for a date has a stop for each of its parts.
    if (window.__gang.at(-1)?.nr === alle.indexOf(e)) return;
    window.__gang.push({ nr: alle.indexOf(e), fehler, oben, was: e.outerHTML.slice(0, 120) });
  }, true);
  return alle.length;
}"""


# How much wider the stop is than what its table shows of it, in pixels; null outside of tables.
VERSTECKT = """() => {
  const e = document.activeElement, tabelle = e.closest('.tabelle');
  if (!tabelle || tabelle === e) return null;
  const [halt, fenster] = [e, tabelle].map(x => x.getBoundingClientRect());
  const zu_sehen = Math.min(halt.right, fenster.right) - Math.max(halt.left, fenster.left);
  return Math.max(0, Math.round(Math.min(halt.width, fenster.width) - zu_sehen - 3));
}"""


def gehe(seite: Page) -> list[dict[str, Any]]:
    """Presses Tab until the focus leaves the page, or often enough; gives each stop."""
    anzahl: int = seite.evaluate(BEOBACHTE)
    teile = 3 * seite.locator("input[type=date]:visible").count()
    for _ in range(min(anzahl + teile + 1, HOECHSTENS)):
        seite.keyboard.press("Tab")
    gang: list[dict[str, Any]] = seite.evaluate("window.__gang")
    assert len(gang) > 10
    halte = [halt for halt in gang[:anzahl] if halt["nr"] != -1]
    fehler = [(halt["was"], *halt["fehler"]) for halt in halte if halt["fehler"]]
    assert not fehler
    assert [halt["nr"] for halt in halte] == list(range(len(halte)))
    if anzahl < HOECHSTENS:
        assert len(halte) == anzahl
        # Nothing holds the focus: after the last stop it is out of the page, or at its start.
        assert gang[-1]["nr"] in (-1, 0)
    return halte


# Every real page on the small screen; else one of those that only list is enough for a template.
GAENGE = [
    pytest.param(ort, groesse, id=f"{ort}-{groesse['width']}")
    for groesse, gruppe in ((SCHMAL, {*orte(ECHT), *MUSTER}), (BREIT, MUSTER))
    for ort in sorted(gruppe, key=str)
    if groesse is SCHMAL or ort.name == ECHT
]


@pytest.mark.parametrize(("ort", "groesse"), GAENGE)
def test_rundgang(ort: Ort, groesse: ViewportSize, blatt: Page, server: Server) -> None:
    blatt.set_viewport_size(groesse)
    blatt.goto(server[ort.name, wurzel_der_adresse(ort.name)] + ort.adresse)
    if ort.adresse == FORMULAR:
        # Then it lists what is missing: that is part of the walk.
        warte_bis_es_urteilt(blatt)
    erster, *_ = gehe(blatt)
    assert 'href="#inhalt"' in erster["was"]


def test_rundgang_durch_breite_tabellen(blatt: Page, server: Server) -> None:
    """All folds open: whoever steps into a table sees more of a link than a strip of it."""
    blatt.set_viewport_size({"width": 320, "height": 640})
    blatt.goto(server[ECHT, "/"] + "konzept/zahlen/")
    blatt.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    in_tabellen, alle = 0, blatt.locator(".tabelle :is(a, summary)").count()
    assert alle > 20
    for _ in range(HOECHSTENS):
        if in_tabellen == alle:
            break
        blatt.keyboard.press("Tab")
        versteckt = blatt.evaluate(VERSTECKT)
        in_tabellen += versteckt is not None
        assert not versteckt
    assert in_tabellen == alle


KAPUTT = {
    "kein Rahmen": (BREIT, "main a { outline: none !important }", "Rahmen zu dünn"),
    "außerhalb": (
        BREIT,
        ".fusszeile { position: fixed; inset-inline-start: -999px }",
        "nicht im Bild",
    ),
    "verdeckt": (
        BREIT,
        "body::after { content: ''; position: fixed; inset: 0; z-index: 99; background: #fff }",
        "verdeckt",
    ),
    "verkehrt": (
        SCHMAL,
        ".kopfzeile__innen { flex-direction: column-reverse }",
        "springt nach oben",
    ),
}


@pytest.mark.parametrize("art", KAPUTT)
def test_rundgang_findet_was_kaputt_ist(art: str, blatt: Page, server: Server) -> None:
    groesse, stil, meldung = KAPUTT[art]
    blatt.set_viewport_size(groesse)
    blatt.goto(server["echt", "/"] + "handlungsfelder/bildung/")
    blatt.add_style_tag(content=stil)
    with pytest.raises(AssertionError, match=meldung):
        gehe(blatt)


def test_rundgang_findet_eine_falle(blatt: Page, server: Server) -> None:
    blatt.set_viewport_size(BREIT)
    blatt.goto(server["echt", "/"] + "handlungsfelder/bildung/")
    blatt.evaluate(
        "document.querySelector('.suche button').addEventListener('blur', e => e.target.focus())"
    )
    with pytest.raises(AssertionError):
        gehe(blatt)
