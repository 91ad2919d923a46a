"""The tables described as a Frictionless data package (https://specs.frictionlessdata.io/)."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from typing import Any

from macros.darstellung import format
from macros.jsontext import als_jsontext
from macros.modell import Konzept
from macros.modell.lizenz import lizenz
from macros.sprache import Sprache

from .lizenzangabe import angabe
from .tabellen import TRENNER, ZEILENENDE, Tabelle
from .vertrag import FASSUNG
from .zellen import DEZIMALZEICHEN

_ART = {"geprueft_am": "date", "geaendert_am": "date", "abgerufen": "date", "wert": "number"}
_SCHLUESSEL = ("praxisbeispiele", "leitlinien", "quellen")
_NAME = "zusammenleben-in-vielfalt"


def datenpaket(konzept: Konzept, tabellen: Sequence[Tabelle], sprache: Sprache) -> str:
    """Gives the package; it names a licence only where the operator chose one."""
    betrieb = konzept.betrieb
    paket: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": _NAME,
        "title": konzept.leitlinien.konzept.titel,
        "description": angabe(betrieb, sprache, amtlich=True).hinweis,
        "version": FASSUNG,
        "resources": [_ressource(tabelle, sprache) for tabelle in tabellen],
    }
    if betrieb.adresse:
        paket["homepage"] = betrieb.adresse
    if gewaehlt := lizenz(betrieb):
        paket["licenses"] = [{"name": gewaehlt.spdx, "path": gewaehlt.url, "title": gewaehlt.name}]
    return als_jsontext(paket)


def _ressource(tabelle: Tabelle, sprache: Sprache) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": tabelle.name,
        "title": format.datendatei(tabelle.adresse, sprache),
        "path": posixpath.basename(tabelle.adresse),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": TRENNER, "lineTerminator": ZEILENENDE, "doubleQuote": True},
        "schema": _schema(tabelle, sprache),
    }


def _schema(tabelle: Tabelle, sprache: Sprache) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_feld(tabelle, spalte, sprache) for spalte in tabelle.spalten]
    }
    if tabelle.name in _SCHLUESSEL:
        schema["primaryKey"] = "id"
    elif "quelle" in tabelle.spalten:
        quelle = {"resource": "quellen", "fields": "id"}
        schema["foreignKeys"] = [{"fields": "quelle", "reference": quelle}]
    return schema


def _feld(tabelle: Tabelle, spalte: str, sprache: Sprache) -> dict[str, Any]:
    feld: dict[str, Any] = {
        "name": spalte,
        "type": _ART.get(spalte, "string"),
        "description": sprache(f"daten.feld.{spalte}"),
    }
    if feld["type"] == "number":
        feld["decimalChar"] = DEZIMALZEICHEN
    if tabelle.name in _SCHLUESSEL and spalte == "id":
        feld["constraints"] = {"required": True, "unique": True}
    return feld
