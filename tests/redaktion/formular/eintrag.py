"""What the form wrote, laid into the data and checked."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import yaml

from macros.modell import Praxisbeispiel
from macros.pruefung.pruefen import pruefe
from tests.orte import DATEN, ECHT, W


def geprueft(text: str, ablage: Path, name: str = ECHT) -> Praxisbeispiel:
    """Lays one text into a copy of the data, checks all, and gives the new entry."""
    return alle_geprueft({yaml.safe_load(text)["id"]: text}, ablage, name)[0]


def alle_geprueft(texte: Mapping[str, str], ablage: Path, name: str = ECHT) -> list[Praxisbeispiel]:
    """Lays texts into a copy of the data as they are, checks all, and gives the new entries."""
    daten = ablage / "data"
    shutil.copytree(DATEN[name], daten)
    (daten / "praxisbeispiele").mkdir(exist_ok=True)
    for kennung, text in texte.items():
        (daten / "praxisbeispiele" / f"{kennung}.yaml").write_bytes(text.encode())
    ergebnis = pruefe(daten, W)
    assert not ergebnis.befunde
    assert ergebnis.konzept
    je_kennung = {b.id: b for b in ergebnis.konzept.praxisbeispiele}
    return [je_kennung[kennung] for kennung in texte]
