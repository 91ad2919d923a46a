"""Every rule of the model and between entries, by the sentence that tells of its breach."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, get_args

import yaml
from pydantic_core.core_schema import ErrorType

from tests.redaktion.faelle import WURZEL

# What these check is no value of the ten files that are mutated; `fehler.yaml` has lines for them,
# and tests/partner/test_versprechen.py for the ledger.
_ANDERSWO = {
    "ledger": "adresse adresse_stumm adresse_statt adresse_statt_weg adresse_ohne_seite "
    "adresse_besetzt adresse_eintrag adresse_website adresse_grabstein adresse_doppelt",
    "files of one entry": "dateiname eintrag_fremd eintrag_mit_strich",
    "notation": "verrutscht wordzeichen hier_falsche_art hier_falsche_gestalt datei_leer",
    "how the places of one mistake are told": "verweise_weitere verweise_und_weitere "
    "zeilen_der_datei",
    "what was probably meant": "feld_gehoert_unter verweis_mehrere verweis_nur_einer buchstabe",
    "what no rule of today says": "unpassend",
}


def regelsaetze() -> set[str]:
    """Gives the keys under `befund` that model and rules name, or pydantic for them."""
    ordner = [WURZEL / "macros" / teil for teil in ("modell", "pruefung")]
    code = "".join(p.read_text(encoding="utf-8") for o in ordner for p in o.glob("*.py"))
    genannt = set(re.findall(r'"(?:befund\.)?([a-z_.]+)"', code))
    genannt |= set(get_args(ErrorType))
    anderswo = set(" ".join(_ANDERSWO.values()).split())
    worte = yaml.safe_load((WURZEL / "macros/sprache/de.yaml").read_text(encoding="utf-8"))
    return set(_schluessel(worte["befund"])) & genannt - anderswo


def _schluessel(worte: Mapping[str, Any]) -> Iterator[str]:
    for name, wert in worte.items():
        if isinstance(wert, dict):
            yield from (f"{name}.{kind}" for kind in _schluessel(wert))
        else:
            yield name
