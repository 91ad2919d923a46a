"""The field reference for contributors, as Markdown, from the same model as the check."""

from __future__ import annotations

from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from macros.modell import DATEIEN
from macros.modell.felder import kern, modelle
from macros.modell.zeitpunkt import Zeitpunkt
from macros.sprache import Sprache


def tabellen(sprache: Sprache) -> str:
    """Gives the whole reference: each data file, then each group of fields, once."""
    zeilen = [f"# {sprache('feldtabelle.titel')}", "", sprache("feldtabelle.satz"), ""]
    gezeigt: set[type[BaseModel]] = set()
    for name, typ in DATEIEN.items():
        zeilen += [f"## data/{name}.yaml", "", sprache(f"datei.{name}"), ""]
        for modell in modelle(typ):
            if modell not in gezeigt:
                gezeigt.add(modell)
                zeilen += _tabelle(modell, sprache)
    return "\n".join(zeilen)


def _tabelle(modell: type[BaseModel], sprache: Sprache) -> list[str]:
    kopf = [f"### {modell.__name__}", "", sprache("feldtabelle.kopf"), "| --- | --- | --- | --- |"]
    for name, feld in modell.model_fields.items():
        pflicht = sprache("feldtabelle.ja") if feld.is_required() else ""
        art = _art(feld.annotation, sprache)
        erklaerung = sprache(f"feld_von.{modell.__name__}.{name}")
        kopf.append(f"| `{name}` | {pflicht} | {art} | {erklaerung} |")
    return [*kopf, ""]


def _art(typ: Any, sprache: Sprache) -> str:
    typ = kern(typ)
    if get_origin(typ) is tuple:
        return sprache("feldtabelle.liste", was=_art(get_args(typ)[0], sprache))
    if get_origin(typ) is Literal:
        return ", ".join(f"`{wert}`" for wert in get_args(typ))
    if isinstance(typ, type) and issubclass(typ, BaseModel):
        return f"[{typ.__name__}](#{typ.__name__.lower()})"
    name = "zeitpunkt" if typ is Zeitpunkt else typ.__name__
    return sprache(f"feldtabelle.art.{name}")
