"""The schemas and the field reference are the model's, and the data pass them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from macros.lauf import WURZEL
from macros.modell import DATEIEN
from macros.modell.schema import DIALEKT, EINZELNE_DATEI, modeline, schemata
from macros.redaktion.feldtabelle import tabellen
from macros.sprache import lade

SCHEMATA = dict(schemata(lade()))


def _wie_ein_editor(pfad: Path) -> Any:
    """YAML 1.2 as editors read it: dates stay text."""

    class Lader(yaml.SafeLoader):
        pass

    Lader.yaml_implicit_resolvers = {
        zeichen: [(tag, muster) for tag, muster in regeln if not tag.endswith("timestamp")]
        for zeichen, regeln in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    return yaml.load(pfad.read_text(encoding="utf-8"), Lader)


def _verfeinerungen(knoten: Any) -> list[dict[str, Any]]:
    """Gives every group of properties of a schema."""
    if isinstance(knoten, list):
        return [v for kind in knoten for v in _verfeinerungen(kind)]
    if not isinstance(knoten, dict):
        return []
    eigene = [knoten["properties"]] if isinstance(knoten.get("properties"), dict) else []
    return eigene + [v for kind in knoten.values() for v in _verfeinerungen(kind)]


@pytest.mark.parametrize("name", SCHEMATA)
def test_schema_ist_das_des_modells(name: str) -> None:
    datei = WURZEL / "schema" / f"{name}.json"
    assert datei.read_text(encoding="utf-8") == SCHEMATA[name], "make schema"


def test_kein_schema_ohne_datei() -> None:
    assert {p.stem for p in (WURZEL / "schema").iterdir()} == {*DATEIEN, EINZELNE_DATEI}


def test_feldtabellen_sind_die_des_modells() -> None:
    assert (WURZEL / "FELDER.md").read_text(encoding="utf-8") == tabellen(lade()), "make schema"


@pytest.mark.parametrize("name", SCHEMATA)
def test_schema_ist_gueltig_und_erklaert_jedes_feld(name: str) -> None:
    schema = json.loads(SCHEMATA[name])
    assert schema["$schema"] == DIALEKT
    jsonschema.Draft202012Validator.check_schema(schema)
    for felder in _verfeinerungen(schema):
        assert all(feld.get("description") for feld in felder.values())


@pytest.mark.parametrize("name", SCHEMATA)
def test_jede_gruppe_hat_ein_beispiel_das_gilt(name: str) -> None:
    """Save those whose fields are groups themselves."""
    schema = json.loads(SCHEMATA[name])
    for felder in _verfeinerungen(schema):
        eigene = [feld for feld in felder.values() if "$ref" not in feld.get("items", feld)]
        assert not eigene or any("examples" in feld for feld in eigene), list(felder)
        for feld in eigene:
            pruefer = jsonschema.Draft202012Validator(
                {**feld, "$defs": schema.get("$defs", {})},
                format_checker=jsonschema.FormatChecker(),
            )
            assert all(pruefer.is_valid(beispiel) for beispiel in feld.get("examples", ()))
            if "format" in feld or ("anyOf" in feld and "pattern" in str(feld["anyOf"])):
                assert "examples" in feld, "Tage haben eine Form, die man kennen muss"


@pytest.mark.parametrize("name", DATEIEN)
def test_daten_bestehen_vor_ihrem_schema(name: str) -> None:
    daten = _wie_ein_editor(WURZEL / "data" / f"{name}.yaml")
    pruefer = jsonschema.Draft202012Validator(json.loads(SCHEMATA[name]))
    assert [fehler.message for fehler in pruefer.iter_errors(daten)] == []


@pytest.mark.parametrize(
    ("pfad", "wert"),
    [
        (("traegr",), "x"),
        (("kurz",), "<b>fett</b>"),
        (("kurz",), "{{ 7 }}"),
        (("kurz",), "javascript: x"),
        (("kurz",), " "),
        (("id",), "Über"),
        (("stand",), "läuft"),
        (("traeger",), []),
        (("traeger",), None),
        (("traeger",), ["Verein", "Verein"]),
        (("sprachen",), ["Deutsch", "Türkisch", "Deutsch"]),
        (("links",), [{"titel": "x", "url": "http://stadt.example/"}]),
        (("seit",), "17"),
    ],
)
def test_schema_weist_fehler_zurueck(pfad: tuple[str], wert: Any) -> None:
    eintrag = _wie_ein_editor(WURZEL / "data" / "praxisbeispiele.yaml")[0]
    pruefer = jsonschema.Draft202012Validator(json.loads(SCHEMATA[EINZELNE_DATEI]))
    assert pruefer.is_valid(eintrag)
    eintrag[pfad[0]] = wert
    assert not pruefer.is_valid(eintrag)


@pytest.mark.parametrize("name", DATEIEN)
def test_editor_findet_das_schema(name: str) -> None:
    erste = (WURZEL / "data" / f"{name}.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert erste == modeline(name)
    ziel = erste.partition("$schema=")[2]
    assert (WURZEL / "data" / ziel).resolve().is_file()
