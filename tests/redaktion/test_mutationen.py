"""Thousands of mistakes in the real data: each is reported once, at its place, and nothing else.

The mistakes and what must be said of them come from `mutationen.py`, which asks no code of the
project. Many are made in one go: none may hide or move another.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pydantic_core import PydanticUndefined

from macros import modell
from macros.lesen.befund import Befund
from macros.modell import Eintrag
from macros.modell.felder import modelle
from macros.modell.klartext import VERBOTEN
from macros.pruefung import inhalt, pruefen
from macros.sprache import lade
from tests.redaktion.faelle import kopie
from tests.redaktion.mutationen import (
    ARTEN,
    GRUPPEN,
    Mutation,
    daten,
    mutiere,
    stellen_fuer,
    unterschiede,
    vertraegliche,
    wende_an,
)

Lauf = Callable[[list[Mutation]], list[str]]
_MINDESTENS = 2000
# Shrinking would run the whole check hundreds of times; `_einzeln` narrows down faster.
_EINSTELLUNGEN = settings(
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
_DEUTSCH = re.compile(
    r"\b(das|der|die|den|ein|eine|hier|ist|sind|steht|gibt|muss|passt|erlaubt|braucht|bitte)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def lauf(tmp_path_factory: pytest.TempPathFactory) -> Lauf:
    """Gives what runs the check on mutated data and tells how its findings differ."""
    ordner = kopie(tmp_path_factory.mktemp("mutationen"))

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

    @settings(_EINSTELLUNGEN, max_examples=40)
    @given(st.lists(_mutation(), min_size=1, max_size=3).map(vertraegliche))
    def wenige(mutationen: list[Mutation]) -> None:
        falsch.append("" if any(falsch) else _einzeln(lauf, mutationen))

    wenige()
    assert not any(falsch), max(falsch)


def test_jede_art_an_jedem_feld(lauf: Lauf) -> None:
    """What chance may leave out: every kind of mistake in every field that can have it."""
    offen = [m for art in ARTEN for m in _je_feld(art)]
    assert {mutation.art for mutation in offen} == set(ARTEN)
    random.Random(0).shuffle(offen)
    while offen:
        jetzt = vertraegliche(offen)
        assert not (falsch := _einzeln(lauf, jetzt)), falsch
        offen = [mutation for mutation in offen if mutation not in jetzt]


def _je_feld(art: str) -> Iterator[Mutation]:
    """Gives one mutation of a kind for each field, at a place and in a variant of its own."""
    for nummer, stellen in enumerate(stellen_fuer(art).values()):
        zufall = random.Random(f"{art} {nummer}")
        versuche = (mutiere(art, zufall.choice(stellen), zufall.randrange(999)) for _ in range(30))
        yield from [m for m in versuche if m][:1]


# --- the proof that it bites: with a rule switched off, the same mistakes go unreported


def _schweigt(*_: object, **__: object) -> tuple[()]:
    return ()


def _ueberall(*_: object) -> range:
    return range(0)


def _immer_dasselbe(*_: object) -> list[str]:
    return ["gleich"] * 4


def _laesst_durch(_: object, wert: str, __: object) -> str:
    return wert


def _eine_zeile_tiefer(knoten: Any) -> tuple[int, int]:
    return knoten.start_mark.line + 2, knoten.start_mark.column + 1


_NIE = re.compile(r"(?!)")
_ABGESCHALTET: list[tuple[str, str, Any]] = [
    *(
        ("vergiftet", "macros.modell.klartext.VERBOTEN", {**VERBOTEN, name: _NIE})
        for name in VERBOTEN
    ),
    ("vergiftet", "macros.modell.klartext.STEUERZEICHEN", _NIE),
    ("vergiftet-im-block", "macros.lesen.datei.stelle_im_text", _schweigt),
    ("ins-nichts", "macros.modell.grundtypen.Verweis.__call__", _laesst_durch),
    ("eintrag-weg", "macros.modell.grundtypen.Verweis.__call__", _laesst_durch),
    ("kennung-doppelt", "macros.pruefung.regeln._doppelt", _schweigt),
    ("eintrag-kopiert", "macros.pruefung.regeln._doppelt", _schweigt),
    ("vertauscht", "macros.pruefung.regeln._folgen", _schweigt),
    ("spanne", "macros.pruefung.regeln._spannen", _schweigt),
    ("zitat-geliehen", "macros.pruefung.regeln._zitate", _schweigt),
    ("zitat-falsch", "macros.modell.fingerabdruck.Fingerabdruck.stelle", _ueberall),
    ("nicht-woertlich", "macros.modell.handlungsfeld.gruppen", _immer_dasselbe),
    ("ohne-https", "macros.modell.grundtypen.WEBADRESSE_MUSTER", ".*"),
    ("feld-doppelt", "macros.lesen.werte.Leser.melde", _schweigt),
    ("null", "macros.lesen.werte.Leser.melde", _schweigt),
    ("pflicht-weg", "macros.lesen.datei.stelle_von", _eine_zeile_tiefer),
]


@pytest.mark.parametrize(("art", "regel", "ersatz"), _ABGESCHALTET)
def test_ohne_die_regel_schlaegt_der_lauf_an(
    art: str, regel: str, ersatz: Any, lauf: Lauf, monkeypatch: pytest.MonkeyPatch
) -> None:
    fehler = _viele(art)
    assert lauf(fehler) == []
    monkeypatch.setattr(regel, ersatz)
    assert lauf(fehler) != []


def _viele(art: str, ort: str | None = None) -> list[Mutation]:
    orte = [ort] if ort else list(stellen_fuer(art))
    stellen = [stelle for o in orte for stelle in stellen_fuer(art)[o][:40]]
    return vertraegliche(mutiere(art, stelle, n) for n, stelle in enumerate(stellen))


# Group and field of the model, the attribute of the field that is taken away, and what tells it.
_GELOCKERT: list[tuple[str, str, str, Any, str]] = [
    ("Praxisbeispiel", "kurztitel", "default", None, "pflicht-weg"),
    ("Praxisbeispiel", "geprueft_am", "default", None, "pflicht-weg"),
    ("Quelle", "herausgeber", "default", None, "pflicht-weg"),
    ("Beleg", "quelle", "default", None, "pflicht-weg"),
    ("Auszug", "zitat", "default", None, "pflicht-weg"),
    ("Antwort", "quelle", "default", None, "pflicht-weg"),
    ("Leitlinie", "wortlaut", "default", "redaktionell", "pflicht-weg"),
    ("Messwert", "stand", "default", None, "pflicht-weg"),
    ("Angebot", "fuer", "default", None, "pflicht-weg"),
    ("Quelle", "url", "metadata", [], "ohne-https"),
    ("Quelle", "titel", "metadata", [], "vergiftet"),
    ("Praxisbeispiel", "sprachen", "annotation", Any, "punkt-doppelt"),
    ("Praxisbeispiel", "stand", "annotation", Any, "falscher-typ"),
    ("Angebot", "geprueft_am", "annotation", Any, "falscher-typ"),
    ("Praxisbeispiel", "geprueft_am", "metadata", [], "zukunft"),
    ("Kennzahl", "werte", "metadata", [], "leer"),
    ("Zugang", "jahre_hoechstens", "annotation", Any, "ausserhalb"),
]


@pytest.mark.parametrize(("klasse", "feld", "was", "ersatz", "art"), _GELOCKERT)
def test_ohne_die_regel_im_modell_schlaegt_der_lauf_an(
    klasse: str, feld: str, was: str, ersatz: Any, art: str, lauf: Lauf
) -> None:
    ort = f"{klasse}.{feld}"
    fehler = _viele(art, ort if ort in stellen_fuer(art) else f"{ort}[]")
    assert lauf(fehler) == []
    with _gelockert(getattr(modell, klasse), feld, was, ersatz):
        assert lauf(fehler) != []
    assert lauf(fehler) == []


@contextmanager
def _gelockert(klasse: type[Eintrag], feld: str, was: str, ersatz: Any) -> Iterator[None]:
    vorher = getattr(klasse.model_fields[feld], was)
    assert was != "default" or vorher is PydanticUndefined
    setattr(klasse.model_fields[feld], was, ersatz)
    _baue_modell()
    try:
        yield
    finally:
        setattr(klasse.model_fields[feld], was, vorher)
        _baue_modell()


def test_unbekannte_felder_zu_erlauben_faellt_auf(lauf: Lauf) -> None:
    fehler = _viele("unbekannt", "Begriff.begriff")
    assert lauf(fehler) == []
    einstellung = modell.Begriff.model_config
    modell.Begriff.model_config = {**einstellung, "extra": "ignore"}
    _baue_modell()
    try:
        assert lauf(fehler) != []
    finally:
        modell.Begriff.model_config = einstellung
        _baue_modell()


def _baue_modell() -> None:
    """Makes the validators again; a group comes after those it is made of."""
    for klasse in Eintrag.__subclasses__():
        for genauer in (klasse, *klasse.__subclasses__()):
            genauer.model_rebuild(force=True)
    inhalt._adapter.cache_clear()
