"""Makes data folders with many Praxisbeispiele: as long as the real ones, their sentences mixed.

The same number gives the same folder, byte by byte. Entries are written one by one, since
the peak memory of a child process starts at the size of its parent.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from macros.lauf import WURZEL

DATEN = WURZEL / "data"
_SCHREIBER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_SATZENDE = re.compile(r"(?<=[a-zäöüß]{3}[.!?]) (?=[A-ZÄÖÜ])")
_BREITE = 96


def erzeuge(ordner: Path, anzahl: int, liste: bool = False) -> None:
    """Fills a new folder with the real data and as many Praxisbeispiele as `anzahl` says.

    Each stands in a file of its own, or with `liste` all in the one list.
    """
    shutil.copytree(DATEN, ordner)
    vorlagen = _lies(DATEN / "praxisbeispiele.yaml")
    neue = _beispiele(anzahl - len(vorlagen), vorlagen, _lies(DATEN / "leitlinien.yaml"))
    if liste:
        with (ordner / "praxisbeispiele.yaml").open("a", encoding="utf-8") as datei:
            datei.writelines("\n" + _als_yaml([beispiel]) for beispiel in neue)
        return
    (ordner / "praxisbeispiele").mkdir(exist_ok=True)
    for beispiel in neue:
        einzelne = ordner / "praxisbeispiele" / f"{beispiel['id']}.yaml"
        einzelne.write_text(_als_yaml(beispiel), encoding="utf-8")


def _lies(datei: Path) -> Any:
    return yaml.safe_load(datei.read_text(encoding="utf-8"))


def _als_yaml(wert: object) -> str:
    text: str = yaml.dump(
        wert, Dumper=_SCHREIBER, allow_unicode=True, sort_keys=False, width=_BREITE
    )
    return text


def _beispiele(
    anzahl: int, vorlagen: list[dict[str, Any]], leitlinien: dict[str, Any]
) -> Iterator[dict[str, Any]]:
    zufall = random.Random(anzahl)
    felder = leitlinien["handlungsfelder"]
    saetze = sorted({s for v in vorlagen for absatz in v["beschreibung"] for s in _saetze(absatz)})
    for nummer in range(1, anzahl + 1):
        vorlage = vorlagen[nummer % len(vorlagen)]
        feld = felder[nummer % len(felder)]
        yield vorlage | _eigenes(nummer, vorlage, feld, saetze, zufall)


def _eigenes(
    nummer: int,
    vorlage: dict[str, Any],
    feld: dict[str, Any],
    saetze: list[str],
    zufall: random.Random,
) -> dict[str, Any]:
    """What makes a copy an entry of its own; the rest it shares with the real one."""
    return {
        "id": f"{vorlage['id']}-{nummer}",
        "titel": f"{vorlage['titel']} {nummer}",
        "kurztitel": f"{vorlage['kurztitel']} {nummer}",
        "handlungsfeld": feld["id"],
        "leitlinien": [leitlinie["id"] for leitlinie in feld["leitlinien"]][:2],
        # No paragraph twice: the model refuses that.
        "beschreibung": list(
            dict.fromkeys(
                " ".join(zufall.sample(saetze, len(_saetze(absatz))))
                for absatz in vorlage["beschreibung"]
            )
        ),
        "suchbegriffe": [
            *vorlage["suchbegriffe"][:2],
            *(f"{wort} {nummer}" for wort in vorlage["suchbegriffe"][2:]),
        ],
    }


def _saetze(absatz: str) -> list[str]:
    return _SATZENDE.split(" ".join(absatz.split()))
