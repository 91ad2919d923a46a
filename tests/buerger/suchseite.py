"""The page /suche/ in a test: what it was asked, and what it answered."""

from __future__ import annotations

from urllib.parse import quote

from playwright.sync_api import Page

from tests.orte import ECHT
from tests.server import Server

FERTIG = "[data-suchergebnisse][aria-busy=false]"
# The question that was searched for: the mended one where a word was mended.
GESUCHT = """frage => {
  const korrektur = document.querySelector("[data-suche-korrektur]");
  return korrektur.hidden ? frage : korrektur.querySelector("strong").textContent;
}"""


def suche(seite: Page, server: Server, frage: str) -> list[str]:
    """Gives where the hits lead, as the page links them, the best first."""
    seite.goto(f"{server[ECHT, '/']}suche/?q={quote(frage)}")
    seite.wait_for_selector(FERTIG, state="attached")
    links: list[str] = seite.eval_on_selector_all(
        "[data-suchergebnisse] > li", "l => l.map(li => li.querySelector('a').getAttribute('href'))"
    )
    return links
