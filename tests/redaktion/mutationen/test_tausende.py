"""Thousands of mistakes in the real data: each is reported once, at its place, and nothing else.

The mistakes and what must be said of them come from the modules beside this one, which ask no
code of the project. Many are made in one go: none may hide or move another.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from macros import modell
from macros.modell.felder import modelle
from macros.sprache import Sprache
from tests.redaktion.mutationen.arten import ARTEN, mutiere, stellen_fuer
from tests.redaktion.mutationen.buendel import Lauf, vertraegliche
from tests.redaktion.mutationen.gruppen import GRUPPEN
from tests.redaktion.mutationen.regelsaetze import regelsaetze
from tests.redaktion.mutationen.schnitte import Mutation

_MINDESTENS = 2000
# Shrinking would run the whole check hundreds of times; `_einzeln` narrows down faster.
_EINSTELLUNGEN = settings(
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@st.composite
def _mutation(draw: st.DrawFn) -> Mutation | None:
    art = draw(st.sampled_from(list(ARTEN)))
    orte = stellen_fuer(art)
    stelle = draw(st.sampled_from(orte[draw(st.sampled_from(list(orte)))]))
    return mutiere(art, stelle, draw(st.integers(0, 999)))


def _einzeln(lauf: Lauf, mutationen: list[Mutation]) -> str:
    """Tells what is wrong, and the few mutations that are enough for it."""
    wenige, falsch = mutationen, lauf(mutationen)
    while falsch and len(wenige) > 1:
        haelften = (wenige[: len(wenige) // 2], wenige[len(wenige) // 2 :])
        schuld = next(((h, f) for h in haelften if (f := lauf(h))), None)
        if schuld is None:
            break
        wenige, falsch = schuld
    return "\n".join([*falsch, *map(repr, wenige)])[:2000] if falsch else ""


def test_die_tabelle_kennt_jedes_feld() -> None:
    """Else nobody would make a mistake in a field that is added; the ledger has its own tests."""
    buch = {klasse.__name__ for klasse in modelle(modell.Adressbuch)}
    tabelle = {
        name: set(re.findall(r"(\w+):", " ".join(felder))) for name, felder in GRUPPEN.items()
    }
    assert tabelle == {
        klasse.__name__: set(klasse.model_fields)
        for typ in modell.DATEIEN.values()
        for klasse in modelle(typ)
        if klasse.__name__ not in buch
    }


def test_unveraenderte_daten_sind_fehlerfrei(lauf: Lauf) -> None:
    assert lauf([]) == []


def test_tausende_fehler_stehen_genau_da_wo_sie_gemacht_wurden(lauf: Lauf) -> None:
    """Some sixty mistakes at once, drawn by hypothesis, again and again."""
    gemacht: Counter[str] = Counter()
    falsch: list[str] = []

    @settings(_EINSTELLUNGEN, max_examples=60)
    @given(st.lists(_mutation(), min_size=80, max_size=120).map(vertraegliche))
    def alle_auf_einmal(mutationen: list[Mutation]) -> None:
        gemacht.update(mutation.art for mutation in mutationen)
        # Asserted outside, where hypothesis does not print the whole list.
        falsch.append("" if any(falsch) else _einzeln(lauf, mutationen))

    alle_auf_einmal()
    assert not any(falsch), max(falsch)
    assert gemacht.total() >= _MINDESTENS


def test_wenige_fehler_verstecken_sich_nicht_hinter_anderen(lauf: Lauf) -> None:
    """One to three mistakes: no other one makes up for what is not reported."""
    falsch: list[str] = []

    @settings(_EINSTELLUNGEN, max_examples=30)
    @given(st.lists(_mutation(), min_size=1, max_size=3).map(vertraegliche))
    def wenige(mutationen: list[Mutation]) -> None:
        falsch.append("" if any(falsch) else _einzeln(lauf, mutationen))

    wenige()
    assert not any(falsch), max(falsch)


def test_jede_art_an_jedem_feld(lauf: Lauf, monkeypatch: pytest.MonkeyPatch) -> None:
    """What chance may leave out: every kind of mistake in every field that can have it.

    Each sentence is expected by a mutation, or the run would tell of it: so a rule of which none
    speaks is one that nobody would miss.
    """
    gesagt = _merke_saetze(monkeypatch)
    offen = [m for art in ARTEN for m in _je_feld(art)]
    assert {mutation.art for mutation in offen} == set(ARTEN)
    random.Random(0).shuffle(offen)
    while offen:
        jetzt = vertraegliche(offen)
        assert not (falsch := _einzeln(lauf, jetzt)), falsch
        offen = [mutation for mutation in offen if mutation not in jetzt]
    assert regelsaetze() - gesagt == set()


def _merke_saetze(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Gives a set that fills with the keys under `befund` whose words are asked for."""
    gesagt: set[str] = set()
    sage = Sprache.__call__

    def merke(sprache: Sprache, schluessel: str, **angaben: object) -> str:
        gesagt.add(schluessel.removeprefix("befund."))
        return sage(sprache, schluessel, **angaben)

    monkeypatch.setattr(Sprache, "__call__", merke)
    return gesagt


def _je_feld(art: str) -> Iterator[Mutation]:
    """Gives one mutation of a kind for each field, at a place and in a variant of its own."""
    for nummer, stellen in enumerate(stellen_fuer(art).values()):
        zufall = random.Random(f"{art} {nummer}")
        versuche = (mutiere(art, zufall.choice(stellen), zufall.randrange(999)) for _ in range(30))
        yield from [m for m in versuche if m][:1]
