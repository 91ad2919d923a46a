"""One file: its content in the model's types, or everything the model refuses in it."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from macros.lesen.befund import Befund
from macros.lesen.datei import Datei
from macros.lesen.dateiname import typ_der_datei
from macros.sprache import Sprache

from .fremd import fremder_eintrag
from .meldung import gemeintes_feld, melde
from .nachbarn import steht_darunter
from .verrutscht import folgt_daraus
from .verrutscht import melde as melde_verrutschte


def inhalt(
    datei: Datei, verrutscht: frozenset[int], kontext: dict[str, Any], sprache: Sprache
) -> tuple[Any, list[Befund]]:
    """Gives the content as the model's type for this file, or None and at least one finding.

    `verrutscht` are the lines that slipped out of their entry, `kontext` is what the rules of
    the model know of the other files.
    """
    typ = typ_der_datei(datei.name)
    if fremd := fremder_eintrag(datei, typ, sprache):
        return None, [fremd]
    try:
        return _adapter(typ).validate_python(datei.wert, context=kontext), []
    except ValidationError as fehler:
        alle = fehler.errors(include_url=False, include_input=False)
        je_stelle: dict[tuple[int, int, str], Befund] = {}
        vertippt = {
            (*einer["loc"][:-1], nahe) for einer in alle if (nahe := gemeintes_feld(einer, typ))
        }
        for einer in alle:
            if _ist_folge(einer, datei) or einer["loc"] in vertippt:
                continue
            if folgt_daraus(einer["loc"], einer["type"], verrutscht):
                continue
            befund = melde(einer, datei, typ, sprache)
            feld = str(einer["loc"][-1]) if einer["type"] == "missing" else ""
            je_stelle.setdefault((befund.zeile, befund.spalte, feld), befund)
        return None, [*je_stelle.values(), *melde_verrutschte(verrutscht, datei, sprache)]


def _ist_folge(fehler: ErrorDetails, datei: Datei) -> bool:
    """Tells whether a refusal is no mistake of its own.

    A list whose entries are all wrong counts as empty for the model, not for the editor.
    """
    if fehler["type"] == "missing":
        return steht_darunter(fehler["loc"], datei)
    return fehler["type"] == "too_short" and bool(datei.knoten(fehler["loc"]).value)


@cache
def _adapter(typ: type[Any]) -> TypeAdapter[Any]:
    return TypeAdapter(typ)
