"""A new Praxisbeispiel as a file of its own."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

import yaml

from macros.ganzdatei import ersetze
from macros.lesen.befund import Befund
from macros.modell import EINZELN
from macros.modell.schema import EINZELNE_DATEI, modeline
from macros.pruefung.pruefen import pruefe
from macros.sprache import Sprache

_BREITE = 100


def als_yaml(eintrag: dict[str, Any]) -> str:
    """Gives the text of the entry's file, with the line that lets editors complete it."""
    inhalt: str = yaml.safe_dump(eintrag, allow_unicode=True, sort_keys=False, width=_BREITE)
    return f"{modeline(EINZELNE_DATEI, tiefe=2)}\n{inhalt}"


def lege_an(eintrag: dict[str, Any], ordner: Path, sprache: Sprache) -> Path | tuple[Befund, ...]:
    """Writes the entry's file and gives its path; findings instead if the data would be wrong.

    Raises FileExistsError if there is such a file already, OSError if it cannot be written.
    """
    ziel = ordner / EINZELN / f"{eintrag['id']}.yaml"
    if ziel.exists():
        raise FileExistsError(ziel)
    with tempfile.TemporaryDirectory() as ablage:
        probe = Path(ablage) / "data"
        shutil.copytree(ordner, probe)
        (probe / EINZELN).mkdir(exist_ok=True)
        (probe / EINZELN / ziel.name).write_text(als_yaml(eintrag), encoding="utf-8")
        if befunde := pruefe(probe, sprache).befunde:
            return befunde
    ersetze(ziel, als_yaml(eintrag).encode())
    return ziel
