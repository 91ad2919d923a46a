"""The preview: a mistake in the data shows as a German page, and goes when it is mended."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from macros.lauf import WURZEL
from tests.orte import DATEN, MINI

FRIST = 60
TEILE = ("macros", "theme", "docs")
GUT = "titel: Einzelprojekt"
SCHLECHT = "tittel: Einzelprojekt"


@dataclass
class Vorschau:
    """A running preview of a copy of the project."""

    ordner: Path
    adresse: str
    ende: float

    def warte(self, pfad: str, wort: str) -> str:
        """Gives the page as soon as it shows a word; TimeoutError with its last text."""
        text = "(keine Antwort)"
        while time.monotonic() < self.ende:
            try:
                with urlopen(self.adresse + pfad, timeout=5) as antwort:
                    text = str(antwort.read(), "utf-8")
                    if antwort.status == 200 and wort in text:
                        return text
            except (URLError, TimeoutError, ConnectionError) as fehler:
                text = repr(fehler)
            time.sleep(0.2)
        raise TimeoutError(f"/{pfad} zeigt nicht „{wort}“, sondern: {text[-2000:]}")


def _freier_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


@pytest.fixture
def vorschau(tmp_path: Path) -> Iterator[Vorschau]:
    ordner = tmp_path / "projekt"
    for teil in TEILE:
        ohne = shutil.ignore_patterns("__pycache__")
        shutil.copytree(WURZEL / teil, ordner / teil, ignore=ohne)
    shutil.copytree(DATEN[MINI], ordner / "data")
    port = _freier_port()
    shutil.copy(WURZEL / "mkdocs.yml", ordner)
    with (tmp_path / "protokoll.txt").open("w+") as protokoll:
        prozess = subprocess.Popen(
            [sys.executable, "-m", "macros", "vorschau", "--port", str(port)],
            cwd=ordner,
            stdout=protokoll,
            stderr=subprocess.STDOUT,
            env={k: v for k, v in os.environ.items() if k != "SOURCE_DATE_EPOCH"},
            # What runs in the background may have been told to overhear an interruption.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        )
        try:
            yield Vorschau(ordner, f"http://127.0.0.1:{port}/", time.monotonic() + FRIST)
        finally:
            prozess.send_signal(signal.SIGINT)
            try:
                prozess.wait(10)
            except subprocess.TimeoutExpired:
                prozess.kill()
                prozess.wait()
            protokoll.seek(0)
            print(protokoll.read())


def test_fehler_erscheint_auf_der_seite_und_geht_wieder(vorschau: Vorschau) -> None:
    seite, datei = "praxisbeispiele/einzelprojekt/", "praxisbeispiele/einzelprojekt.yaml"
    yaml = vorschau.ordner / "data" / datei
    inhalt = yaml.read_text(encoding="utf-8")
    zeile = next(n for n, z in enumerate(inhalt.splitlines(), 1) if z == GUT)
    assert "Wer es macht" in vorschau.warte(seite, "Einzelprojekt")
    yaml.write_text(inhalt.replace(GUT, SCHLECHT, 1), encoding="utf-8")
    for pfad in (seite, ""):
        text = vorschau.warte(pfad, "Die Daten haben Fehler")
        assert f"{datei}, Zeile {zeile}," in text
        assert "tittel" in text
        assert "Traceback" not in text
    yaml.write_text(inhalt.replace("Ein Beispiel in", "Ein anderes Beispiel in"), encoding="utf-8")
    text = vorschau.warte(seite, "Ein anderes Beispiel in")
    assert "Die Daten haben Fehler" not in text
    vorschau.warte("", "Sieben Themen ansehen")


def test_unlesbares_yaml_haengt_nicht(vorschau: Vorschau) -> None:
    vorschau.warte("", "Sieben Themen ansehen")
    (vorschau.ordner / "data" / "glossar.yaml").write_text("- id: [\n", encoding="utf-8")
    text = vorschau.warte("", "Die Daten haben Fehler")
    assert "glossar.yaml, Zeile 1, Spalte 7" in text
    assert text.count("<h1") == 1
