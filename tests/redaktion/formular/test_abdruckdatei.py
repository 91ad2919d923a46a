"""Fingerprints come last: what the form says of a quotation before and without them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from macros.formular.seite import ADRESSE
from tests.gebaut import Gebaut
from tests.orte import ECHT, W, konzept
from tests.redaktion.formular.angaben import PFLICHT
from tests.redaktion.formular.bogen import (
    FEHLER,
    Oeffne,
    eingabe_in,
    feld_in,
    fuelle,
    geschrieben,
)
from tests.redaktion.formular.dateien import nicht_geliefert
from tests.server import Server

ABDRUECKE = "**/eigen/fingerabdruecke.*.js"
QUELLE, ZITAT = next(
    (beleg.quelle, beleg.zitat)
    for feld in konzept(ECHT).leitlinien.handlungsfelder
    for leitlinie in feld.leitlinien
    for beleg in leitlinie.belege
    if beleg.zitat
)
JE_ENDE = pytest.mark.parametrize("ende", ["", " gewiss"], ids=["richtig", "falsch"])


@contextmanager
def _bogen(browser: Browser, adresse: str, antwort: Callable[[Route], None]) -> Iterator[Page]:
    """Opens a form for whose fingerprints `antwort` answers."""
    kontext = browser.new_context(locale="de-DE")
    kontext.set_default_timeout(5000)
    seite = kontext.new_page()
    seite.route(ABDRUECKE, antwort)
    seite.goto(adresse)
    yield seite
    kontext.close()


def _zitiert(seite: Page, ende: str) -> None:
    fuelle(seite, PFLICHT | {"belege/0/quelle": QUELLE, "belege/0/zitat": f"{ZITAT}{ende}"})
    eingabe_in(seite, "belege/0/zitat").blur()


def _sagt(seite: Page, satz: str, stand: str) -> None:
    zitat = feld_in(seite, "belege/0/zitat")
    expect(zitat.locator(".formular__fehler")).to_have_text(W(satz) if satz else "")
    ist_falsch = satz.startswith(FEHLER)
    assert zitat.locator("[aria-invalid]").count() == ist_falsch
    erwartet = W(f"formular.meldung.{stand}")
    expect(seite.locator("[data-stand]")).to_have_text(erwartet)


def _urteilt(seite: Page, ende: str) -> None:
    _sagt(seite, f"{FEHLER}zitat_fremd" if ende else "", "offen_eins" if ende else "fertig")


@JE_ENDE
@nicht_geliefert("formularAbdruecke")
def test_ohne_abdruecke_urteilt_das_formular_nicht(
    antwort: Callable[[Route], None], ende: str, browser: Browser, server: Server
) -> None:
    """It says so, and keeps nobody from handing over: the check of the data compares then."""
    with _bogen(browser, server[ECHT, "/"] + ADRESSE, antwort) as seite:
        _zitiert(seite, ende)
        _sagt(seite, "formular.hinweis.zitat_unverglichen", "fertig_unverglichen")
        assert f"{ZITAT}{ende}" in geschrieben(seite)


@JE_ENDE
def test_solange_sie_nicht_da_sind_wartet_es(ende: str, browser: Browser, server: Server) -> None:
    """Then it judges by itself, without another key."""
    wege: list[Route] = []
    with _bogen(browser, server[ECHT, "/"] + ADRESSE, lambda weg: wege.append(weg)) as seite:
        _zitiert(seite, ende)
        _sagt(seite, "formular.hinweis.zitat_wartet", "fertig_unverglichen")
        (weg,) = wege
        weg.continue_()
        _urteilt(seite, ende)


@JE_ENDE
@pytest.mark.parametrize("weg", ["ohne Netz", "doppelklick"])
def test_vergleicht_auch_ohne_server(weg: str, ende: str, oeffne: Oeffne, echt: Gebaut) -> None:
    datei = echt.datei(ADRESSE)
    assert datei
    seite = oeffne(adresse=datei.as_uri() if weg == "doppelklick" else "")
    seite.context.set_offline(weg == "ohne Netz")
    _zitiert(seite, ende)
    _urteilt(seite, ende)


def test_ohne_sicheren_kontext_urteilt_es_nicht(oeffne: Oeffne) -> None:
    """A browser hashes nothing for a page that came unencrypted over a network."""
    seite = oeffne()
    seite.evaluate("Object.defineProperty(crypto, 'subtle', { value: undefined })")
    _zitiert(seite, " gewiss")
    _sagt(seite, "formular.hinweis.zitat_unverglichen", "fertig_unverglichen")


def test_wer_auf_einem_link_steht_bleibt_dort(browser: Browser, server: Server) -> None:
    """The list of what is open is drawn anew only where it says something else."""
    offen: list[Route] = []
    with _bogen(browser, server[ECHT, "/"] + ADRESSE, lambda weg: offen.append(weg)) as seite:
        link = seite.locator("[data-offen] a").first
        link.focus()
        expect(link).to_be_focused()
        while not offen:
            seite.wait_for_timeout(10)
        offen[0].continue_()
        seite.wait_for_function("formularAbdruckdatei.stand() !== undefined")
        expect(link).to_be_focused()
