"""Six kinds of page with axe, in every look: width, colours, with and without script."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.axe import untersuche
from tests.fenster import warte_auf_treffer
from tests.orte import ARTEN, ECHT
from tests.server import Server

BREITEN = (320, 768, 1400)
FARBEN: tuple[Literal["light", "dark"], ...] = ("light", "dark")
ERZWUNGEN: tuple[Literal["active", "none"], ...] = ("none", "active")


@pytest.fixture(scope="module", params=[True, False], ids=["mit-skript", "ohne-skript"])
def kontext(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    """With the site's scripts, or with every request for one refused: axe itself needs script."""
    kontext = browser.new_context(locale="de-DE", reduced_motion="reduce")
    if not request.param:
        kontext.route("**/*.js", lambda weg, _: weg.abort())
    yield kontext
    kontext.close()


@pytest.fixture(scope="module", params=ARTEN, ids=lambda a: f"/{a}")
def seite(
    request: pytest.FixtureRequest, kontext: BrowserContext, server: Server
) -> Iterator[Page]:
    """A page of each kind, loaded once for all its looks."""
    seite = kontext.new_page()
    seite.goto(server[ECHT, "/"] + request.param)
    warte_auf_treffer(seite)
    yield seite
    seite.close()


@pytest.mark.parametrize("erzwungen", ERZWUNGEN, ids=["", "forced-colors"])
@pytest.mark.parametrize("farben", FARBEN)
@pytest.mark.parametrize("breite", BREITEN)
def test_axe_findet_nichts(
    breite: int,
    farben: Literal["light", "dark"],
    erzwungen: Literal["active", "none"],
    seite: Page,
) -> None:
    seite.set_viewport_size({"width": breite, "height": 900})
    seite.emulate_media(color_scheme=farben, forced_colors=erzwungen, reduced_motion="reduce")
    assert not untersuche(seite, kontrast=erzwungen == "none")


@pytest.mark.parametrize("farben", FARBEN)
def test_axe_findet_nichts_im_offenen_menue(farben: Literal["light", "dark"], seite: Page) -> None:
    seite.set_viewport_size({"width": 320, "height": 700})
    seite.emulate_media(color_scheme=farben, forced_colors="none", reduced_motion="reduce")
    seite.locator("button[aria-controls=menue]").click()
    assert seite.locator("#menue").is_visible()
    assert not untersuche(seite)
    seite.keyboard.press("Escape")


KAPUTT = {
    "color-contrast": "main p { color: #999 !important; background: #aaa !important }",
    "link-in-text-block": "main a { text-decoration: none !important; color: #333 !important }",
    "target-size": ".brotkrumen li, .fusszeile li, .fusszeile a { font-size: 8px; line-height: 8px;"
    " display: block; inline-size: 8px; block-size: 8px; padding: 0; margin: 0; overflow: hidden }"
    ".fusszeile ul { gap: 0; display: block }",
}


@pytest.mark.parametrize("regel", KAPUTT)
def test_axe_findet_was_kaputt_ist(regel: str, browser: Browser, server: Server) -> None:
    kontext = browser.new_context(reduced_motion="reduce")
    seite = kontext.new_page()
    seite.goto(f"{server[ECHT, '/']}handlungsfelder/gesundheit/")
    seite.add_style_tag(content=KAPUTT[regel])
    with pytest.raises(AssertionError, match=regel):
        assert not untersuche(seite)
    kontext.close()
