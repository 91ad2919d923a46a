"""Choosing by facets in a test: what is pressed by keyboard, and what a page then shows."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from tests.fenster import tab_bis

# On the narrowest screen and on a desk.
BREITEN = pytest.mark.parametrize("fenster", [320, 1400], indirect=True, ids=str)
# Choices that no page offers.
SCHLECHT = {
    "unbekannt": "feld=gibt-es-nicht",
    "HTML": f"stadtteil={quote('<img src=x onerror=alert(1)>')}",
    "lang": f"zielgruppe={'x' * 10_000}",
    "viele": "&".join(f"stadtteil={n}" for n in range(2000)),
    "Zeichen": f"stadtteil={quote('&<>/?#%')}&%zz&=&&feld&feld=%FF%00",
    "Emoji und RTL": "feld=" + quote("🏠\u202eمدرسة"),
    "Vorlage": "feld=__proto__&__proto__=feld&constructor=1&feld=constructor",
}


def oeffne(seite: Page) -> None:
    """Opens the groups where a small screen folds them away."""
    if seite.locator(".auswahl > summary").is_visible():
        tab_bis(seite, ".auswahl > summary")
        seite.keyboard.press("Enter")


def kaestchen(gruppe: str, wert: str) -> str:
    """Gives the selector of a box."""
    return f"[data-gruppe={gruppe}] input[value={wert}]"


def waehle(seite: Page, gruppe: str, wert: str) -> None:
    """Ticks a box by keyboard."""
    tab_bis(seite, kaestchen(gruppe, wert))
    seite.keyboard.press("Space")


def adresse(seite: Page) -> str:
    """Gives the address at this very moment; Playwright's own lags behind pushState."""
    jetzt: str = seite.evaluate("location.href")
    return jetzt


def status(seite: Page) -> str:
    """Gives what the page says of its choice."""
    return seite.locator("main [role=status]").inner_text()


def zahl(seite: Page, gruppe: str, wert: str) -> int:
    """Gives how many the page says that a value would show."""
    zeile = seite.locator(kaestchen(gruppe, wert)).locator("xpath=ancestor::li")
    return int(zeile.locator(".auswahl__zahl").inner_text().strip("()"))
