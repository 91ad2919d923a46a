"""What all tests share: the built sites, their servers and a browser."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests import chromium
from tests.website import (
    DATEN,
    ECHT,
    MINI,
    UNTERPFAD,
    Gebaut,
    Ort,
    Seite,
    baue_einmal,
    diene,
    orte,
    wurzel_der_adresse,
)

SCHALTER = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(scope="session")
def ablage(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of one test run share."""
    eigene = tmp_path_factory.getbasetemp()
    return eigene.parent if "PYTEST_XDIST_WORKER" in os.environ else eigene


@pytest.fixture(scope="session")
def gebaut(ablage: Path) -> Mapping[str, Gebaut]:
    """Both sites, really built."""
    return {name: baue_einmal(name, ablage) for name in DATEN}


@pytest.fixture(scope="session")
def echt(gebaut: Mapping[str, Gebaut]) -> Gebaut:
    """The real site."""
    return gebaut[ECHT]


@pytest.fixture(scope="session")
def mini(gebaut: Mapping[str, Gebaut]) -> Gebaut:
    """The mini-site: official, under an address of its own, with nasty texts."""
    return gebaut[MINI]


@pytest.fixture(params=orte(), ids=str)
def seite(request: pytest.FixtureRequest, gebaut: Mapping[str, Gebaut]) -> Seite:
    """Every page of both sites in turn."""
    ort: Ort = request.param
    return gebaut[ort.name].seite(ort.adresse)


@pytest.fixture(scope="session")
def server(gebaut: Mapping[str, Gebaut]) -> Iterator[Mapping[tuple[str, str], str]]:
    """The address of each site's server, by the site's name and the path of its root."""
    with ExitStack() as stapel:
        yield {
            (name, wurzel): stapel.enter_context(diene(gebaut[name].ordner, wurzel))
            for name in DATEN
            for wurzel in {"/", UNTERPFAD, wurzel_der_adresse(name)}
        }


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium that talks to nobody by itself."""
    pfad = chromium.finde()
    assert pfad, "kein Chromium: .venv/bin/python tests/chromium.py holt einen"
    with sync_playwright() as p:
        offen = p.chromium.launch(executable_path=pfad, args=SCHALTER)
        yield offen
        offen.close()
