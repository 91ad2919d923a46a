"""Runs the check on mutated data."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator

import pytest

from macros.lesen.befund import Befund
from macros.pruefung import pruefen
from macros.sprache import lade
from tests.redaktion.faelle import DATEN, kopie
from tests.redaktion.mutationen.buendel import Lauf, unterschiede, wende_an
from tests.redaktion.mutationen.daten import EINZELN, daten
from tests.redaktion.mutationen.schnitte import Mutation

_DEUTSCH = re.compile(
    r"\b(das|der|die|den|ein|eine|hier|ist|sind|steht|gibt|muss|passt|erlaubt|braucht|bitte)\b",
    re.IGNORECASE,
)

_LEERES_BUCH = "verzeichnet:\n  - am: 2026-01-01\n    adressen:\n      - /\n"


@pytest.fixture(scope="module")
def lauf(tmp_path_factory: pytest.TempPathFactory) -> Lauf:
    """Gives what runs the check on mutated data and tells how its findings differ."""
    ordner = kopie(tmp_path_factory.mktemp("mutationen"), DATEN)
    # The ledger has its own tests: here it would only repeat that an entry is gone.
    (ordner / "adressen.yaml").write_text(_LEERES_BUCH, encoding="utf-8")
    shutil.rmtree(ordner / EINZELN, ignore_errors=True)
    for name, text in daten().texte.items():
        (ordner / name).write_text(text, encoding="utf-8")

    def vergleiche(mutationen: list[Mutation]) -> list[str]:
        texte, soll = wende_an(mutationen)
        try:
            for name, text in texte.items():
                (ordner / name).write_text(text, encoding="utf-8")
            befunde = pruefen.pruefe(ordner, lade()).befunde
        except Exception as fehler:  # a traceback is a difference too, to be narrowed down
            return [f"raises {fehler!r}"]
        finally:
            for name in texte:
                (ordner / name).write_text(daten().texte[name], encoding="utf-8")
        ist = [(b.datei, b.zeile, b.spalte, b.satz) for b in befunde]
        return [*unterschiede(soll, ist), *_schlecht_gesagt(befunde)]

    return vergleiche


def _schlecht_gesagt(befunde: tuple[Befund, ...]) -> Iterator[str]:
    stellen = [(b.datei, b.zeile, b.spalte) for b in befunde]
    if stellen != sorted(stellen):
        yield "not sorted"
    for befund in befunde:
        if not befund.satz.endswith((".", "?")) or not _DEUTSCH.search(befund.satz):
            yield f"no German sentence: {befund}"
