"""A Chromium for tests and measurements, and what every test that presses keys does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, sync_playwright

from tests import chromium

SCHALTER = (
    "--no-sandbox",
    "--disable-gpu",
    # Nothing here is drawn by a graphics card, nor by a process that plays one.
    "--disable-software-rasterizer",
    "--in-process-gpu",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)

HOECHSTENS_TABS = 80
# Without its script a page of the search never begins to answer.
_ANTWORTET = "typeof suchWorte === 'undefined' || !document.querySelector('[aria-busy=true]')"


@contextmanager
def chromium_offen() -> Iterator[Browser]:
    """Gives a Chromium that talks to nobody by itself, and ends it."""
    pfad = chromium.finde()
    assert pfad, "kein Chromium: .venv/bin/python tests/chromium.py holt einen"
    with sync_playwright() as p:
        offen = p.chromium.launch(executable_path=pfad, args=SCHALTER)
        yield offen
        offen.close()


@contextmanager
def stille_seite(browser: Browser, breite: int, hoehe: int = 800) -> Iterator[Page]:
    """Gives a page of so many pixels; AssertionError at its end if anything was complained of."""
    kontext = browser.new_context(locale="de-DE", viewport={"width": breite, "height": hoehe})
    offen = kontext.new_page()
    meldungen: list[str] = []
    offen.on("console", lambda meldung: meldungen.append(meldung.text))
    offen.on("pageerror", lambda fehler: meldungen.append(str(fehler)))
    yield offen
    kontext.close()
    assert not meldungen


def warte_auf_treffer(seite: Page) -> None:
    """Waits until a search has drawn its hits; any other page has none to wait for."""
    seite.wait_for_function(_ANTWORTET)


def tab_bis(seite: Page, auswahl: str) -> None:
    """Presses Tab until an element that fits has the focus; AssertionError if none gets it."""
    for _ in range(HOECHSTENS_TABS):
        seite.keyboard.press("Tab")
        if seite.evaluate(f"document.activeElement.matches({auswahl!r})"):
            return
    raise AssertionError(f"{auswahl} ist mit Tab nicht zu erreichen")
