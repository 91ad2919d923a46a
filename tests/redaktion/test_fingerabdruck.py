"""A fingerprint proves a quotation, and nothing that only looks like one."""

from __future__ import annotations

import re

import pytest

from macros.modell.fingerabdruck import lies, nimm_ab

_TEXT = """Der Rat hat am Mittwoch ein "Konzept" beschlossen, das für alle gilt. Es heißt
Zusammenleben in Vielfalt.

Kinder der EU-Bürgerinnen lernen in der Schule.
"""
_ABDRUCK = lies(nimm_ab(_TEXT))

_BEWIESEN = {
    "wort-fuer-wort": 'Der Rat hat am Mittwoch ein "Konzept" beschlossen, das für alle gilt',
    "gross-und-klein": "DER RAT HAT AM Mittwoch ein Konzept",
    "andere-anfuehrungszeichen": "am Mittwoch ein „Konzept“ beschlossen",
    "ohne-anfuehrungszeichen": "am Mittwoch ein Konzept beschlossen",
    "andere-leerzeichen": "Es   heißt\nZusammenleben\u00a0in Vielfalt",
    "satzzeichen-am-rand": "… das für alle gilt!",
    "ueber-den-punkt": "für alle gilt. Es heißt Zusammenleben",
    "zerlegter-umlaut": "das fu\u0308r alle gilt",
    "scharfes-s": "Es heisst Zusammenleben in",
}
_NICHT_BEWIESEN = {
    "komma-fehlt": "ein Konzept beschlossen das für alle",
    "komma-zu-viel": "Der Rat hat, am Mittwoch ein",
    "wort-anders": "Der Rat hat am Donnerstag ein",
    "wort-fehlt": "Der Rat am Mittwoch ein Konzept",
    "endung-anders": "Der Rates hat am Mittwoch",
    "zwei-haelften": "Der Rat hat am in der Schule",
    "zwei-ganze-stuecke": "Der Rat hat am Mittwoch Kinder der EU-Bürgerinnen lernen",
    "auslassung": "Der Rat hat am […] Konzept beschlossen, das",
    "ueber-den-absatz": "Zusammenleben in Vielfalt. Kinder der",
    "punkt-fehlt": "für alle gilt Es heißt",
    "strich-fehlt": "Kinder der EU Bürgerinnen lernen",
    "folge-vertauscht": "Es heißt Zusammenleben in Vielfalt. Der Rat hat am",
    "zu-kurz": "Der Rat hat",
    "leer": "",
}


@pytest.mark.parametrize("name", _BEWIESEN)
def test_fingerabdruck_beweist(name: str) -> None:
    assert _ABDRUCK.stelle(_BEWIESEN[name]) is not None


@pytest.mark.parametrize("name", _NICHT_BEWIESEN)
def test_fingerabdruck_beweist_nicht(name: str) -> None:
    assert _ABDRUCK.stelle(_NICHT_BEWIESEN[name]) is None


def test_stelle_nennt_die_ueberdeckten_gruppen() -> None:
    assert _ABDRUCK.stelle("Der Rat hat am") == range(1)
    assert _ABDRUCK.stelle("Rat hat am Mittwoch ein") == range(1, 3)


def test_abdruck_verraet_kein_wort() -> None:
    assert re.fullmatch(r"([0-9a-f]{16}\n)+\n([0-9a-f]{16}\n)+", nimm_ab(_TEXT))


@pytest.mark.parametrize("zeile", ["kein Hash", "0123456789ABCDEF", "0123456789abcde", " "])
def test_abdruck_mit_fremder_zeile_ist_keiner(zeile: str) -> None:
    with pytest.raises(ValueError, match=re.escape(zeile)):
        lies(f"0123456789abcdef\n{zeile}\n")
