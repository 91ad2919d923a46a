"""Browser pages with the form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from macros.formular.seite import ADRESSE
from tests.orte import ECHT, UNTERPFAD
from tests.redaktion.formular.angaben import ALLES
from tests.redaktion.formular.bogen import Oeffne, fuelle, warte_bis_es_urteilt
from tests.server import Server


@pytest.fixture
def oeffne(browser: Browser, server: Server) -> Iterator[Oeffne]:
    """Opens the form in a context of its own and sees that it stays quiet and keeps nothing.

    What it fetches after its page is there.
    """
    kontexte, meldungen = [], []

    def neu(name: str = ECHT, adresse: str = "", skript: bool = True, **optionen: Any) -> Page:
        basis = server[name, UNTERPFAD]
        kontext = browser.new_context(locale="de-DE", java_script_enabled=skript, **optionen)
        kontext.set_default_timeout(5000)
        kontexte.append(kontext)
        seite = kontext.new_page()
        erlaubt = (basis, "file:") if adresse.startswith("file:") else (basis,)
        seite.on("console", lambda m: meldungen.append(m.text))
        seite.on("pageerror", lambda f: meldungen.append(str(f)))
        seite.on("requestfailed", lambda a: meldungen.append(f"fehlt: {a.url}"))
        seite.on(
            "request",
            lambda a: None if a.url.startswith((*erlaubt, "blob:")) else meldungen.append(a.url),
        )
        seite.goto(adresse or basis + ADRESSE)
        if skript:
            warte_bis_es_urteilt(seite)
        return seite

    yield neu
    for kontext in kontexte:
        for seite in kontext.pages:
            speicher = "[localStorage.length, sessionStorage.length, document.cookie]"
            assert seite.evaluate(speicher) == [0, 0, ""]
        assert kontext.cookies() == []
        kontext.close()
    assert not meldungen


@pytest.fixture(scope="session")
def bogen(browser: Browser, server: Server) -> Iterator[Page]:
    """One whole form that many tests write into; each puts back what it changed."""
    kontext = browser.new_context(locale="de-DE")
    seite = kontext.new_page()
    seite.goto(server[ECHT, "/"] + ADRESSE)
    warte_bis_es_urteilt(seite)
    fuelle(seite, ALLES)
    yield seite
    kontext.close()
