"""Every address of both sites with axe: on a narrow dark screen and on a wide light one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.axe import untersuche
from tests.website import FORMULAR, Ort, orte, wurzel_der_adresse

BLICKE: dict[Literal["dark", "light"], ViewportSize] = {
    "dark": {"width": 320, "height": 700},
    "light": {"width": 1400, "height": 900},
}
ALLE = [*orte(), Ort("echt", FORMULAR), Ort("mini", FORMULAR)]


@pytest.fixture(scope="module")
def blatt(browser: Browser) -> Iterator[Page]:
    """One browser page for all addresses."""
    kontext = browser.new_context(locale="de-DE", reduced_motion="reduce")
    yield kontext.new_page()
    kontext.close()


@pytest.mark.parametrize("ort", ALLE, ids=str)
def test_axe_findet_nichts(ort: Ort, blatt: Page, server: Mapping[tuple[str, str], str]) -> None:
    blatt.goto(server[ort.name, wurzel_der_adresse(ort.name)] + ort.adresse)
    for farben, groesse in BLICKE.items():
        blatt.emulate_media(color_scheme=farben, reduced_motion="reduce")
        blatt.set_viewport_size(groesse)
        assert not untersuche(blatt), (farben, groesse)
