"""The mini-site is what the tests take it for."""

from __future__ import annotations

import subprocess
import sys

from macros.lauf import WURZEL
from macros.modell.fingerabdruck import nimm_ab
from tests.orte import DATEN, MINI, konzept

ORDNER = DATEN[MINI]


def test_pruefen_ist_zufrieden() -> None:
    befehl = [sys.executable, "-m", "macros", "pruefen", "--daten", str(ORDNER)]
    lauf = subprocess.run(befehl, cwd=WURZEL, capture_output=True, text=True)
    assert (lauf.returncode, lauf.stdout) == (0, "")


def test_fingerabdruck_ist_der_des_textes() -> None:
    text = (ORDNER.parent / "quelle.txt").read_text(encoding="utf-8")
    assert (ORDNER / "fingerabdruecke" / "meldung.txt").read_text(encoding="utf-8") == nimm_ab(text)


def test_enthaelt_was_andere_tests_brauchen() -> None:
    daten = konzept(MINI)
    assert daten.betrieb.betrieb == "amtlich"
    assert daten.betrieb.adresse == "https://stadt.example/vielfalt/"
    assert all(
        getattr(daten.betrieb.betreiber, f) for f in type(daten.betrieb.betreiber).model_fields
    )
    assert {b.id for b in daten.praxisbeispiele} == {"beispielprojekt", "einzelprojekt"}
    assert (ORDNER / "praxisbeispiele" / "einzelprojekt.yaml").is_file()
    assert {leer.id for leer in daten.leitlinien.handlungsfelder} > {
        b.handlungsfeld for b in daten.praxisbeispiele
    }
