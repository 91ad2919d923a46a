"""The real data as the editors keep them, and an entry that is not among them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from macros.modell import Konzept
from macros.pruefung.pruefen import pruefe
from tests.orte import ECHT, W, konzept

HEUTE = date(2026, 11, 23)
KONZEPT = konzept(ECHT)


def konzept_aus(ordner: Path) -> Konzept:
    """Gives the data of a folder; AssertionError if they are bad."""
    daten = pruefe(ordner, W).konzept
    assert daten is not None
    return daten


def als_beispiel() -> dict[str, object]:
    """Gives a Praxisbeispiel whose texts are easily taken for something else in YAML."""
    return {
        "id": "stadtteilcafe",
        "titel": "Café: ein „Treffpunkt“ # 1",
        "kurztitel": "no",
        "handlungsfeld": "wohnen",
        "kurz": "2017",
        "beschreibung": ["# ein Zeichen", "zweiter: Absatz"],
        "traeger": ["Träger"],
        "stand": "unbekannt",
        "belege": [{"quelle": "pm-2020-02-20"}],
        "geprueft_am": HEUTE,
    }
