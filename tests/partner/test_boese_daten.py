"""Nasty texts and ids arrive in the published data as they are, or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from macros.pruefung.pruefen import pruefe
from macros.seitenplan.adressen import DATEN
from tests.orte import W
from tests.partner.datendateien import PRAXIS, dateien_aus, kopie_mit, pruefe_alle, reihen

KURZTITEL = """kurztitel: 'Lots*innen & "Freunde"'"""
BOESE = {
    "formel": '=HYPERLINK(A1;"x")',
    "plus": "+49",
    "minus": "-1",
    "at": "@SUM(1)",
    "arabisch": "مركز الاندماج في إيسن",
    "hebraeisch": "שלום <5 & mehr",
    "lang": "Sehr " + "langer " * 300 + "Titel",
    "anfuehrung": "„a“ \"b\" 'c'; d|e",
}


@pytest.mark.parametrize("titel", BOESE.values(), ids=BOESE)
def test_boese_titel_kommen_heil_an(titel: str, tmp_path: Path) -> None:
    ordner = kopie_mit(tmp_path, praxisbeispiele=(KURZTITEL, f"kurztitel: {json.dumps(titel)}"))
    dateien = dateien_aus(ordner)
    pruefe_alle(dateien, tmp_path)
    satz = json.loads(dateien[f"{PRAXIS}beispielprojekt.json"])["eintrag"]
    assert satz["kurztitel"] == titel
    zeile = reihen(dateien[f"{DATEN}praxisbeispiele.csv"])[0]["kurztitel"]
    assert zeile.removeprefix("'") == titel.removeprefix("'")
    assert not zeile.startswith(("=", "+", "-", "@"))


def test_zeilenumbruch_kommt_nicht_in_die_daten(tmp_path: Path) -> None:
    """A text is one paragraph; a line that only wraps in the file is a blank in the data."""
    ordner = kopie_mit(tmp_path, praxisbeispiele=(KURZTITEL, "kurztitel: >-\n    a\n    b"))
    satz = json.loads(dateien_aus(ordner)[f"{PRAXIS}beispielprojekt.json"])["eintrag"]
    assert satz["kurztitel"] == "a b"
    (tmp_path / "zwei").mkdir()
    ordner = kopie_mit(tmp_path / "zwei", praxisbeispiele=(KURZTITEL, 'kurztitel: "a\\r\\nb"'))
    assert ["Zeilenumbruch" in b.satz for b in pruefe(ordner, W).befunde] == [True]


def test_kennung_in_anderer_schreibung_ist_keine(tmp_path: Path) -> None:
    ordner = kopie_mit(tmp_path, praxisbeispiele=("id: beispielprojekt", "id: Einzelprojekt"))
    assert any("„Einzelprojekt“ passt nicht" in b.satz for b in pruefe(ordner, W).befunde)
