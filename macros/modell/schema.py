"""JSON Schema (draft 2020-12) of each data file, made from the model and the editor's words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from macros.jsontext import als_jsontext
from macros.sprache import Sprache

from . import DATEIEN, EINZELN, Praxisbeispiel
from .adressbuch import ADRESSE_MUSTER
from .grundtypen import KENNUNG_MUSTER, LINK_MUSTER, WEBADRESSE_MUSTER

DIALEKT = "https://json-schema.org/draft/2020-12/schema"
EINZELNE_DATEI = "praxisbeispiel"
_FORMEN = {
    ADRESSE_MUSTER: "adresse",
    KENNUNG_MUSTER: "kennung",
    LINK_MUSTER: "link",
    WEBADRESSE_MUSTER: "link",
}


class _Erzeuger(GenerateJsonSchema):
    """Leaves out what the data may not say: null values and their defaults."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def modeline(schema: str, tiefe: int = 1) -> str:
    """Gives the comment by which editors find a file's schema, `tiefe` folders below the root."""
    return f"# yaml-language-server: $schema={'../' * tiefe}schema/{schema}.json"


def schemata(sprache: Sprache) -> Iterator[tuple[str, str]]:
    """Gives the name and the text of each schema file, one a data file and one for an entry."""
    for name, typ in DATEIEN.items():
        yield name, als_jsontext(_schema(typ, sprache(f"datei.{name}"), sprache))
    eintrag = _schema(Praxisbeispiel, sprache(f"datei.{EINZELN}"), sprache)
    yield EINZELNE_DATEI, als_jsontext(eintrag)


def modellschema(typ: Any) -> dict[str, Any]:
    """Gives the bare schema of a type: optional fields may be left out, but never null."""
    schema: dict[str, Any] = TypeAdapter(typ).json_schema(schema_generator=_Erzeuger)
    return schema


def _schema(typ: Any, beschreibung: str, sprache: Sprache) -> dict[str, Any]:
    schema = modellschema(typ)
    for name, modell in schema.get("$defs", {}).items():
        _erklaere(name, modell, sprache)
    if "properties" in schema:
        _erklaere(schema["title"], schema, sprache)
    schema.pop("title", None)
    return {"$schema": DIALEKT, **schema, "description": beschreibung}


def _erklaere(name: str, modell: dict[str, Any], sprache: Sprache) -> None:
    """Puts the editor's words in place of the developer's docstrings."""
    modell.pop("description", None)
    for feld, angaben in modell["properties"].items():
        angaben["description"] = sprache(f"feld_von.{name}.{feld}")
        for schluessel in (f"beispiel_von.{name}.{feld}", f"beispiel_fuer.{_form(angaben)}"):
            if sprache.gibt_es(schluessel):
                beispiel = sprache(schluessel)
                angaben["examples"] = [[beispiel] if "items" in angaben else beispiel]
                break


def _form(angaben: dict[str, Any]) -> str:
    """Names the form in which a field, or each of its list, is written; "" for free text."""
    eines = angaben.get("items", angaben)
    if any("pattern" in wahl for wahl in eines.get("anyOf", ())):
        return "zeitpunkt"
    return str(eines.get("format") or _FORMEN.get(eines.get("pattern"), ""))
