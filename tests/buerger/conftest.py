"""What several files of tests share: browser pages, and what the search knows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from macros.suche.verzeichnis import Suchverzeichnis
from tests.buerger.browserseite import SCHREIBTISCH, Neu
from tests.fenster import stille_seite
from tests.orte import ECHT, W, website


@pytest.fixture(scope="module")
def kontext(browser: Browser) -> Iterator[BrowserContext]:
    """A German reader who wants nothing to move."""
    kontext = browser.new_context(locale="de-DE", reduced_motion="reduce")
    yield kontext
    kontext.close()


@pytest.fixture(scope="module")
def blatt(kontext: BrowserContext) -> Page:
    """One browser page for all addresses."""
    return kontext.new_page()


@pytest.fixture
def suchseite(browser: Browser) -> Iterator[Page]:
    """A narrow browser page that must say nothing in its console."""
    with stille_seite(browser, 320, 700) as offen:
        yield offen


@pytest.fixture(scope="module")
def suchverzeichnis() -> Suchverzeichnis:
    """What the search knows of the real site."""
    echte = website(ECHT)
    return Suchverzeichnis(echte.verzeichnis, echte.seiten.values(), W)


@pytest.fixture
def neu(browser: Browser) -> Iterator[Neu]:
    """Opens a page in a context of its own, with the options given."""
    kontexte = []

    def oeffne(adresse: str, **optionen: Any) -> Page:
        kontext = browser.new_context(locale="de-DE", **optionen)
        kontexte.append(kontext)
        seite = kontext.new_page()
        seite.goto(adresse)
        return seite

    yield oeffne
    for kontext in kontexte:
        kontext.close()


@pytest.fixture(scope="module")
def messseite(browser: Browser) -> Iterator[Page]:
    """One page for all tests that only look."""
    kontext = browser.new_context(viewport=SCHREIBTISCH)
    yield kontext.new_page()
    kontext.close()


@pytest.fixture
def fenster(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page that must stay quiet, on the narrowest screen unless a test wants another."""
    with stille_seite(browser, getattr(request, "param", 320)) as offen:
        yield offen
