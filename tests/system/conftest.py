"""A published site behind Debian's nginx, with the very configuration that operators get."""

from __future__ import annotations

import shutil
import ssl
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPResponse, HTTPSConnection
from pathlib import Path

import pytest

from macros.befehle.auslieferung import SERVER
from macros.lauf import WURZEL
from tests.nginx import Nginx, amtliche_daten, fehlend, nginx

# The server's certificate is made for the test.
UNGEPRUEFT = ssl.create_default_context()
UNGEPRUEFT.check_hostname, UNGEPRUEFT.verify_mode = False, ssl.CERT_NONE


@dataclass(frozen=True)
class Antwort:
    """What the server answered: header names in lower case."""

    status: int
    kopf: dict[str, str]
    inhalt: bytes

    @classmethod
    def aus(cls, antwort: HTTPResponse) -> Antwort:
        """Reads an answer; AssertionError if it has a header twice."""
        namen = [name.lower() for name, _ in antwort.getheaders()]
        assert len(namen) == len(set(namen)), f"doppelt: {sorted(namen)}"
        werte = {name.lower(): wert for name, wert in antwort.getheaders()}
        return cls(antwort.status, werte, antwort.read())


@dataclass(frozen=True)
class Betrieb:
    """The published site and its running server."""

    ort: Path
    server: Nginx

    @property
    def site(self) -> Path:
        """The folder that the server sends."""
        return self.ort / "aktuell" / "site"

    def hole(
        self, pfad: str, kodierung: str = "identity", methode: str = "GET", **kopf: str
    ) -> Antwort:
        """Asks the encrypted server once, without following anything."""
        verbindung = HTTPSConnection("localhost", self.server.port, context=UNGEPRUEFT)
        felder = {name.replace("_", "-"): wert for name, wert in kopf.items()}
        verbindung.request(methode, pfad, headers={"Accept-Encoding": kodierung, **felder})
        try:
            return Antwort.aus(verbindung.getresponse())
        finally:
            verbindung.close()


@pytest.fixture(scope="session")
def offen() -> Iterator[Path]:
    """A folder that the server's own user may read, unlike pytest's."""
    assert not fehlend(), f"Es fehlt: {fehlend()}; make test-system richtet es ein"
    ordner = Path(tempfile.mkdtemp(prefix="vielfalt-"))
    ordner.chmod(0o755)
    yield ordner
    shutil.rmtree(ordner)


@pytest.fixture(scope="session")
def betrieb(offen: Path) -> Iterator[Betrieb]:
    """The official site, published by the project's own command and served."""
    ort = offen / "website"
    daten = amtliche_daten(offen / "daten")
    befehl = [sys.executable, "-m", "macros", "veroeffentlichen", str(ort)]
    lauf = subprocess.run(
        [*befehl, "--daten", str(daten)], cwd=WURZEL, capture_output=True, text=True
    )
    assert lauf.returncode == 0, lauf.stdout + lauf.stderr
    ablage = offen / "nginx"
    ablage.mkdir()
    with nginx(SERVER, ort, ablage) as server:
        yield Betrieb(ort, server)
