"""The day on which an entry was last changed comes from the history of its lines."""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from macros.lauf import WURZEL
from macros.redaktion.neu import lege_an
from macros.verlauf import aenderungen
from tests.orte import W
from tests.redaktion.eintraege import KONZEPT, als_beispiel, konzept_aus
from tests.redaktion.faelle import kopie


def _git(ordner: Path, tag: str, *worte: str) -> None:
    zeit = {"GIT_COMMITTER_DATE": f"{tag}T12:00:00Z", "GIT_AUTHOR_DATE": f"{tag}T12:00:00Z"}
    wer = ["-c", "user.name=Redaktion", "-c", "user.email=redaktion@stadt.example"]
    subprocess.run(
        ["git", *wer, *worte],
        cwd=ordner,
        env={**zeit, "PATH": "/usr/bin:/bin"},
        check=True,
        capture_output=True,
    )


@pytest.fixture
def geschichte(tmp_path: Path) -> Path:
    """A repository in which one entry was changed later, and one is not committed."""
    ordner = kopie(tmp_path / "projekt")
    _git(ordner, "2026-01-01", "init", "-q")
    _git(ordner, "2026-01-01", "add", ".")
    _git(ordner, "2026-01-01", "commit", "-qm", "Anfang")
    liste = ordner / "praxisbeispiele.yaml"
    text = liste.read_text(encoding="utf-8")
    liste.write_text(text.replace("kurztitel: MifriN", "kurztitel: Mifrin"), encoding="utf-8")
    _git(ordner, "2026-02-02", "commit", "-qam", "Name")
    return ordner


def test_letzte_aenderung_je_eintrag(geschichte: Path) -> None:
    fundstellen = konzept_aus(geschichte).fundstellen
    tage = aenderungen(geschichte, fundstellen)
    assert tage["mifrin"] == date(2026, 2, 2)
    andere = {kennung: tag for kennung, tag in tage.items() if kennung != "mifrin"}
    assert set(andere.values()) == {date(2026, 1, 1)}
    assert set(tage) == set(fundstellen)


def test_eigene_datei_hat_ihre_eigene_geschichte(geschichte: Path) -> None:
    neu = {**als_beispiel(), "id": "stadtteilfest"}
    ziel = lege_an(neu, geschichte, W)
    assert isinstance(ziel, Path)
    assert "stadtteilfest" not in aenderungen(geschichte, konzept_aus(geschichte).fundstellen)
    _git(geschichte, "2026-03-03", "add", ".")
    _git(geschichte, "2026-03-03", "commit", "-qm", "Neu")
    tage = aenderungen(geschichte, konzept_aus(geschichte).fundstellen)
    assert tage["stadtteilfest"] == date(2026, 3, 3)


def test_sprache_des_rechners_aendert_kein_datum(geschichte: Path) -> None:
    befehl = "from macros.verlauf import git; from pathlib import Path; import sys;"
    befehl += " sys.stdout.buffer.write(git(Path(sys.argv[1]), *sys.argv[2:]).encode())"
    alt = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    lauf = subprocess.run(
        [sys.executable, "-c", befehl, str(geschichte), "show", "HEAD:praxisbeispiele.yaml"],
        cwd=WURZEL,
        env=alt,
        capture_output=True,
    )
    assert lauf.stdout == (geschichte / "praxisbeispiele.yaml").read_bytes()


def test_ohne_ganze_geschichte_kein_datum(geschichte: Path, tmp_path: Path) -> None:
    flach = tmp_path / "flach"
    _git(tmp_path, "2026-03-03", "clone", "-q", "--depth", "1", f"file://{geschichte}", str(flach))
    assert aenderungen(flach, KONZEPT.fundstellen) == {}
    shutil.rmtree(geschichte / ".git")
    assert aenderungen(geschichte, KONZEPT.fundstellen) == {}
