"""The published data keep their contract: a new field is a new version, none is lost."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from macros.ausgaben.daten.vertrag import FASSUNG
from macros.ausgaben.daten.vertragsdateien import SCHEMATA
from macros.seitenplan.adressen import DATEN, DATENDATEIEN, relativ
from tests.gebaut import Gebaut
from tests.orte import ECHT, website
from tests.partner.datendateien import FORMATE, dateien_von

VERTRAG = FORMATE / f"vertrag-{FASSUNG}.json"


@pytest.mark.parametrize("name", SCHEMATA)
def test_vertrag_aendert_sich_nur_mit_der_fassung(name: str) -> None:
    """A new field raises the second number of FASSUNG, a lost one needs a new folder."""
    schema = json.loads(dateien_von(website(ECHT))[f"{DATEN}schema/{name}.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    vertrag = json.loads(VERTRAG.read_text(encoding="utf-8"))
    assert schema == vertrag[name], f"{VERTRAG.name}: anderer Vertrag, gleiche Fassung"


@pytest.mark.parametrize("name", SCHEMATA)
def test_neue_fassung_nimmt_nichts_weg(name: str) -> None:
    """Whoever reads `v1` by an older version still finds every field, of the same kind."""
    neu = json.loads(VERTRAG.read_text(encoding="utf-8"))[name]
    alle = list(FORMATE.glob("vertrag-1.*.json"))
    assert len(alle) > 1
    for datei in alle:
        alt = json.loads(datei.read_text(encoding="utf-8"))[name]
        assert _felder(alt) <= _felder(neu), datei.name


def _felder(schema: dict[str, Any]) -> set[tuple[str, ...]]:
    """Each field of a schema with its kind, and whether a reader may rely on it."""
    gruppen = {"": schema, **schema.get("$defs", {})}
    return {
        (gruppe, feld, art, json.dumps(angaben.get(art), sort_keys=True))
        for gruppe, inhalt in gruppen.items()
        for feld, angaben in inhalt["properties"].items()
        for art in ("type", "anyOf", "enum", "const", "$ref", "items")
    } | {
        (gruppe, feld, "required")
        for gruppe, inhalt in gruppen.items()
        for feld in inhalt["required"]
    }


def test_seite_nennt_die_fassung(echt: Gebaut) -> None:
    neueste = echt.seite("daten/").alle("//h2[.='Was bleibt']/following::li[1]/strong")
    assert [fassung.text_content() for fassung in neueste] == [f"Fassung {FASSUNG},"]
    for datei in DATENDATEIEN:
        assert echt.seite("daten/").alle("//a[@href=$ziel]", ziel=relativ(datei, "daten/"))
