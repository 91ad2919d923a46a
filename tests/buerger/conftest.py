"""A browser page that a whole file of tests goes from address to address with."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page


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
