"""axe-core in a real browser: what it finds on a page, in words for a failing test."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]  # it ships no types
from playwright.sync_api import Page

# WCAG 2.0 to 2.2, A and AA, and what axe calls good practice.
STUFEN = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The page has no sheet that axe would have to fetch a second time.
# Of what passes the names of the rules are enough.
OPTIONEN = {"runOnly": STUFEN, "preload": False, "resultTypes": ["violations", "incomplete"]}
KONTRAST = "color-contrast"
IMMER = {KONTRAST, "heading-order", "landmark-unique", "link-name", "region", "target-size"}
# What axe cannot judge by itself, and who judges it here.
OFFEN = {
    (KONTRAST, "only non-text characters"),  # the arrow between a word and its page
    (
        KONTRAST,
        "<text",
    ),  # text in a chart, drawn over a bar: test_seite_hell_und_dunkel measures it
}
GANZE_SEITE = 50
LAUF = """async optionen => {
  document.querySelectorAll('details').forEach(d => d.open = true);
  const { violations, incomplete, passes } = await axe.run(optionen);
  const gekuerzt = liste => liste.flatMap(r => r.nodes.map(
    n => [r.id, n.html.slice(0, 160), n.any.concat(n.all, n.none).map(c => c.message).join(' ')]));
  return { fehler: gekuerzt(violations), offen: gekuerzt(incomplete),
    gelaufen: passes.map(r => r.id),
    h1: document.querySelectorAll('h1').length,
    worte: document.querySelector('main').innerText.match(/\\p{L}+/gu).length };
}"""


def untersuche(seite: Page, kontrast: bool = True, worte: int = GANZE_SEITE) -> list[str]:
    """Opens every fold of a page and gives what axe finds; fails where there is no whole page.

    A whole page has one h1 and more than so many `worte`.
    Without `kontrast` axe leaves the colours alone: forced ones are the reader's, not the page's,
    and axe reads the ones that the page would have.
    """
    if not seite.evaluate("'axe' in window"):
        seite.evaluate(AXE_SCRIPT)
    regeln = {"target-size": {"enabled": True}, KONTRAST: {"enabled": kontrast}}
    ergebnis: dict[str, Any] = seite.evaluate(LAUF, OPTIONEN | {"rules": regeln})
    assert ergebnis["h1"] == 1
    assert ergebnis["worte"] > worte
    fehlt = IMMER - set(ergebnis["gelaufen"]) - (set() if kontrast else {KONTRAST})
    assert not fehlt
    offen = [
        (regel, html, grund)
        for regel, html, grund in ergebnis["offen"]
        if not any(regel == r and teil in html + grund for r, teil in OFFEN)
    ]
    return [" | ".join(befund) for befund in (*ergebnis["fehler"], *offen)]
