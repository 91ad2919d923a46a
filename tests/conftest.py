"""What all tests share: the built sites, their servers and a browser."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.fenster import chromium_offen
from tests.gebaut import Gebaut, Seite, Websites
from tests.orte import ECHT, MINI, Ort, orte
from tests.server import Server


@pytest.fixture(scope="session")
def ablage(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of one test run share."""
    eigene = tmp_path_factory.getbasetemp()
    return eigene.parent if "PYTEST_XDIST_WORKER" in os.environ else eigene


@pytest.fixture(scope="session")
def gebaut(ablage: Path) -> Mapping[str, Gebaut]:
    """Both sites, really built, each when it is first asked for."""
    return Websites(ablage)


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
def server(gebaut: Mapping[str, Gebaut]) -> Iterator[Server]:
    """The address of each site's server, by the site's name and the path of its root."""
    with ExitStack() as stapel:
        yield Server(gebaut, stapel)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium that talks to nobody by itself."""
    with chromium_offen() as offen:
        yield offen
