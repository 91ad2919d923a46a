"""A sign too many, too few or mistyped anywhere: one finding, where it is and not further down."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from macros.lesen.datei import lies_datei
from macros.sprache import lade
from tests.redaktion.mutationen.buendel import unterschiede, wende_an
from tests.redaktion.mutationen.daten import daten
from tests.redaktion.mutationen.schnitte import Mutation
from tests.redaktion.mutationen.schreibweise import SCHREIBWEISEN

_JE_FELD = 1


def _mutationen(art: str) -> Iterator[Mutation]:
    """Gives some mutations of a kind for each field that can have it."""
    passt, mache = SCHREIBWEISEN[art]
    je_ort = defaultdict(list)
    for stelle in daten().stellen:
        if passt(stelle):
            je_ort[stelle.ort].append(stelle)
    for ort, stellen in je_ort.items():
        zufall = random.Random(f"{art} {ort}")
        versuche = (mache(zufall.choice(stellen), zufall.randrange(999)) for _ in range(30))
        yield from [m for m in versuche if m][:_JE_FELD]


def _falsch(mutation: Mutation, ordner: Path) -> list[str]:
    texte, soll = wende_an([mutation])
    ((name, text),) = texte.items()
    (ordner / name).write_text(text, encoding="utf-8")
    befunde = lies_datei(ordner / name, name, lade())[1]
    ist = [(b.datei, b.zeile, b.spalte, b.satz) for b in befunde]
    return [f"{mutation!r}: {falsch}" for falsch in unterschiede(soll, ist)]


@pytest.mark.parametrize("art", SCHREIBWEISEN)
def test_ein_falsches_zeichen_wird_gemeldet_wo_es_steht(art: str, tmp_path: Path) -> None:
    """The only finding of the file, though the parser stumbles elsewhere or not at all."""
    mutationen = list(_mutationen(art))
    assert len(mutationen) >= _JE_FELD
    assert [falsch for mutation in mutationen for falsch in _falsch(mutation, tmp_path)] == []


def _schweigt(*_: object, **__: object) -> None:
    return None


_ABGESCHALTET: list[tuple[str, str]] = [
    ("anfuehrung-offen", "macros.lesen.vertippt.offene_anfuehrung"),
    ("anfuehrung-halb-weg", "macros.lesen.skalar.nur_am_ende"),
    ("anfuehrung-nur-am-ende", "macros.lesen.skalar.nur_am_ende"),
    ("doppelpunkt-weg", "macros.lesen.vertippt.ohne_doppelpunkt"),
    ("blockzeichen-vertippt", "macros.lesen.vertippt.vertippt_darueber"),
    ("blockzeichen-vertippt", "macros.lesen.skalar.vertipptes_am_anfang"),
    ("feldname-fremd", "macros.lesen.namen.im_namen"),
    ("doppelpunkt-fremd", "macros.lesen.vertippt.in_der_zeile"),
    ("zwei-striche", "macros.lesen.werte.Leser._zweiter_strich"),
    ("marke", "macros.lesen.werte.Leser.mit_marke"),
    ("strich-weg", "macros.lesen.vertippt.fehlender_strich"),
]


@pytest.mark.parametrize(("art", "regel"), _ABGESCHALTET)
def test_ohne_die_regel_faellt_es_auf(
    art: str, regel: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ersatz: Any = _schweigt
    monkeypatch.setattr(regel, ersatz)
    assert any(_falsch(mutation, tmp_path) for mutation in _mutationen(art))
