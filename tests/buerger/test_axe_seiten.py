"""Every address with axe: on a narrow dark screen, and the real ones on a wide light one too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import pytest
from playwright.sync_api import BrowserContext, Page, ViewportSize

from macros.seitenplan.umleitungen import umleitungen
from tests.axe import GANZE_SEITE, untersuche
from tests.gebaut import Gebaut
from tests.orte import (
    DATEN,
    ECHT,
    FORMULAR,
    Ort,
    W,
    karten,
    konzept,
    muster,
    orte,
    weiterleitungen,
    wurzel_der_adresse,
)
from tests.redaktion.formular.bogen import warte_bis_es_urteilt
from tests.server import Server

BLICKE: dict[Literal["dark", "light"], ViewportSize] = {
    "dark": {"width": 320, "height": 700},
    "light": {"width": 1400, "height": 900},
}
ALLE = [*orte(), *(Ort(name, FORMULAR) for name in DATEN)]
# Every real page; of the mini-site's one a template.
ANGESEHEN = [ort for ort in ALLE if ort.name == ECHT or ort in muster()]
KARTEN, WEITER = karten(), weiterleitungen()


def _findet_nichts(blatt: Page, ort: Ort, worte: int = GANZE_SEITE) -> None:
    # On a wide screen the mini-site shows what the real one shows, from the same templates.
    blicke = list(BLICKE.items()) if ort.name == ECHT else list(BLICKE.items())[:1]
    for farben, groesse in blicke:
        blatt.emulate_media(color_scheme=farben, reduced_motion="reduce")
        blatt.set_viewport_size(groesse)
        assert not untersuche(blatt, worte=worte), (farben, groesse)


@pytest.mark.parametrize("ort", ANGESEHEN, ids=str)
def test_axe_findet_nichts(ort: Ort, blatt: Page, server: Server) -> None:
    blatt.goto(server[ort.name, wurzel_der_adresse(ort.name)] + ort.adresse)
    _findet_nichts(blatt, ort)


def test_axe_findet_nichts_am_benutzten_formular(blatt: Page, server: Server) -> None:
    """It lists what is missing, and the field that was left says so beside it."""
    ort = Ort(ECHT, FORMULAR)
    blatt.goto(server[ECHT, wurzel_der_adresse(ECHT)] + FORMULAR)
    blatt.locator("#f-id").focus()
    warte_bis_es_urteilt(blatt)
    blatt.keyboard.press("Tab")
    assert blatt.locator("[aria-invalid]").count() == 1
    _findet_nichts(blatt, ort)


@pytest.mark.parametrize("ort", KARTEN, ids=str)
def test_axe_findet_nichts_auf_einer_karte(ort: Ort, blatt: Page, server: Server) -> None:
    """Short by nature: a title that leads to the entry, what it is, and whose card it is."""
    blatt.goto(server[ort.name, "/"] + ort.adresse)
    assert str(blatt.locator("h1 a").get_attribute("href")) == "../"
    assert blatt.locator("main p").count() >= 1
    assert blatt.locator("header[data-betrieb]").inner_text()
    _findet_nichts(blatt, ort, worte=3)


@pytest.mark.parametrize("ort", WEITER, ids=str)
def test_axe_findet_nichts_auf_dem_weg(ort: Ort, kontext: BrowserContext, server: Server) -> None:
    """Where no server rule leads on: the page says so, and its link leads where it would."""
    basis = server[ort.name, "/"]
    ziel = basis + umleitungen(konzept(ort.name))[ort.adresse]
    blatt = kontext.new_page()
    # An answer without content keeps the browser where it is.
    blatt.route(ziel, lambda weg: weg.fulfill(status=204))
    with blatt.expect_request(ziel):
        blatt.goto(basis + ort.adresse)
    assert blatt.url == basis + ort.adresse
    assert blatt.locator("h1").inner_text() == W("umleitung.titel")
    assert blatt.locator("main a").evaluate("a => a.href") == ziel
    _findet_nichts(blatt, ort, worte=5)
    blatt.close()


@pytest.mark.parametrize("name", DATEN)
def test_keine_seite_fehlt(name: str, gebaut: Mapping[str, Gebaut]) -> None:
    da = {ort.adresse for ort in (*ALLE, *KARTEN, *WEITER) if ort.name == name}
    ordner = gebaut[name].ordner
    html = {seite.relative_to(ordner).as_posix() for seite in ordner.rglob("*.html")}
    assert da == {pfad.removesuffix("index.html") for pfad in html}
