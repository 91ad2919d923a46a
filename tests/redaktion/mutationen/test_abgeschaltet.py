"""The proof that it bites: with a rule switched off, the same mistakes go unreported."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from pydantic_core import PydanticUndefined

from macros import modell
from macros.modell import Eintrag
from macros.modell.klartext import VERBOTEN
from macros.pruefung import inhalt
from tests.redaktion.mutationen.arten import mutiere, stellen_fuer
from tests.redaktion.mutationen.buendel import Lauf, vertraegliche
from tests.redaktion.mutationen.schnitte import Mutation


def _schweigt(*_: object, **__: object) -> tuple[()]:
    return ()


def _nichts(*_: object) -> None:
    return None


def _ueberall_noetig(*_: object) -> bool:
    return True


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
    ("vergiftet", "macros.modell.klartext.unsichtbares", _nichts),
    ("vergiftet", "macros.modell.zeichen._noetig", _ueberall_noetig),
    ("vergiftet-im-block", "macros.lesen.baum.stelle_im_text", _schweigt),
    ("ins-nichts", "macros.modell.grundtypen.Verweis.__call__", _laesst_durch),
    ("eintrag-weg", "macros.modell.grundtypen.Verweis.__call__", _laesst_durch),
    ("kennung-doppelt", "macros.pruefung.regeln._doppelt", _schweigt),
    ("eintrag-kopiert", "macros.pruefung.regeln._doppelt", _schweigt),
    ("vertauscht", "macros.pruefung.regeln._folgen", _schweigt),
    ("spanne", "macros.pruefung.regeln._spannen", _schweigt),
    ("vor-erscheinen", "macros.pruefung.regeln._spannen", _schweigt),
    ("zitat-geliehen", "macros.pruefung.zitatregeln._doppelte", _schweigt),
    ("zitat-falsch", "macros.modell.fingerabdruck.Fingerabdruck.stelle", _ueberall),
    ("nicht-woertlich", "macros.modell.handlungsfeld.gruppen", _immer_dasselbe),
    ("kennung-zu-lang", "macros.modell.grundtypen.KENNUNG_HOECHSTENS", 10**9),
    ("kennung-vergeben", "macros.modell.grundtypen.VERGEBEN", frozenset()),
    ("frueher-doppelt", "macros.pruefung.regeln._fruehere", _schweigt),
    ("wort-doppelt", "macros.pruefung.doppelworte._LISTEN", ()),
    ("gleiche-adresse", "macros.pruefung.filterwerte.verstoesse", _schweigt),
    ("ohne-https", "macros.modell.grundtypen.WEBADRESSE_MUSTER", ".*"),
    ("feld-doppelt", "macros.lesen.werte.Leser.melde", _schweigt),
    ("null", "macros.lesen.werte.Leser.melde", _schweigt),
    ("pflicht-weg", "macros.lesen.baum.stelle_von", _eine_zeile_tiefer),
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


# What pydantic compiles cannot be patched: here what the rule refuses goes unheard.
_UNGEHOERT = [
    ("laufend-vor-beginn", "laufend_vor_beginn"),
    ("laufend-beendet", "laufend_beendet"),
    ("alter-verkehrt", "alter_verkehrt"),
    ("keine-wurzel", "wurzel"),
    ("status-ohne-bewertung", "vereinbarkeit_ohne_bewertung"),
    ("status-trotz-luecken", "vereinbarkeit_mit_luecken"),
    ("unter-null", "unter_null"),
]


@pytest.mark.parametrize(("art", "regel"), _UNGEHOERT)
def test_ohne_die_regel_zwischen_feldern_schlaegt_der_lauf_an(
    art: str, regel: str, lauf: Lauf, monkeypatch: pytest.MonkeyPatch
) -> None:
    fehler = [*_viele(art)[:1], *_viele("unbekannt", "Begriff.begriff")[:1]]
    assert lauf(fehler) == []
    ist_folge = inhalt._ist_folge
    monkeypatch.setattr(
        inhalt, "_ist_folge", lambda f, datei: f["type"] == regel or ist_folge(f, datei)
    )
    assert [u for u in lauf(fehler) if u.startswith("missing")]


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
