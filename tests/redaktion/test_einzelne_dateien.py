"""Each Praxisbeispiel in a file of its own, beside the list or without it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.pruefung.pruefen import pruefe
from tests.orte import W
from tests.redaktion.eintraege import konzept_aus
from tests.redaktion.faelle import kopie


def _in_einzelnen_dateien(ordner: Path) -> Path:
    """Gives each Praxisbeispiel a file of its own; gives the path of the list, which stays."""
    liste = ordner / "praxisbeispiele.yaml"
    (ordner / "praxisbeispiele").mkdir()
    for eintrag in liste.read_text(encoding="utf-8").split("\n- ")[1:]:
        datei = ordner / "praxisbeispiele" / f"{eintrag.splitlines()[0].removeprefix('id: ')}.yaml"
        datei.write_text(eintrag.replace("\n  ", "\n") + "\n", encoding="utf-8")
    return liste


@pytest.mark.parametrize("rest", [None, "", "[]\n", "# Hier steht keines mehr.\n\n[]  # leer\n"])
def test_alle_praxisbeispiele_in_eigenen_dateien(rest: str | None, tmp_path: Path) -> None:
    """The list may say nothing or be gone, but only beside files of their own."""
    ordner = kopie(tmp_path)
    vorher = {beispiel.id for beispiel in konzept_aus(ordner).praxisbeispiele}
    liste = _in_einzelnen_dateien(ordner)
    liste.unlink()
    if rest is not None:
        liste.write_text(rest, encoding="utf-8")
    kennungen = {beispiel.id for beispiel in konzept_aus(ordner).praxisbeispiele}
    assert kennungen == vorher
    shutil.rmtree(ordner / "praxisbeispiele")
    assert "praxisbeispiele.yaml" in {befund.datei for befund in pruefe(ordner, W).befunde}


def test_ein_rest_in_der_liste_wird_geprueft(tmp_path: Path) -> None:
    ordner = kopie(tmp_path)
    _in_einzelnen_dateien(ordner).write_text("# Notiz\nrest\n", encoding="utf-8")
    (befund,) = pruefe(ordner, W).befunde
    assert (befund.datei, befund.zeile) == ("praxisbeispiele.yaml", 2)
