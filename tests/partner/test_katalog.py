"""The catalogue of the data by the rules of DCAT-AP.de, and their licence."""

from __future__ import annotations

import json
from pathlib import Path

import pyshacl
import pytest
import rdflib

from macros.seitenplan.adressen import DATEN
from tests.orte import ECHT, MINI, website
from tests.partner.datendateien import (
    FORMATE,
    LIZENZ,
    dateien_aus,
    dateien_von,
    kopie_mit,
    pruefe_alle,
)


def _graph(katalog: str) -> rdflib.Graph:
    graph = rdflib.Graph()
    graph.parse(data=katalog, format="json-ld", publicID=f"https://stadt.example/{DATEN}c.jsonld")
    return graph


def _verstoesse(katalog: str) -> str:
    _, _, text = pyshacl.validate(_graph(katalog), shacl_graph=str(FORMATE / "dcat.ttl"))
    return str(text)


def test_katalog_besteht_die_formen(tmp_path: Path) -> None:
    ordner = kopie_mit(tmp_path, betrieb=("betrieb: amtlich\n", f"betrieb: amtlich\n{LIZENZ}"))
    katalog = dateien_aus(ordner)[f"{DATEN}catalog.jsonld"]
    assert "Conforms: True" in _verstoesse(katalog)
    assert len(_graph(katalog)) > 50


@pytest.mark.parametrize("feld", ["dct:license", "dct:format", "dcat:accessURL"])
def test_formen_greifen(feld: str, tmp_path: Path) -> None:
    ordner = kopie_mit(tmp_path, betrieb=("betrieb: amtlich\n", f"betrieb: amtlich\n{LIZENZ}"))
    katalog = json.loads(dateien_aus(ordner)[f"{DATEN}catalog.jsonld"])
    del katalog["dcat:dataset"]["dcat:distribution"][0][feld]
    assert "Conforms: False" in _verstoesse(json.dumps(katalog))


def test_katalog_des_demonstrators_laesst_nur_offen_was_offen_ist() -> None:
    """Publisher, contact and licence are the operator's; nothing is made up."""
    text = _verstoesse(dateien_von(website(ECHT))[f"{DATEN}catalog.jsonld"])
    pfade = {z.split()[-1] for z in text.splitlines() if z.strip().startswith("Result Path:")}
    assert pfade == {"dct:publisher", "dcat:contactPoint", "dct:license"}


def test_lizenz_steht_erst_da_wenn_sie_gewaehlt_ist(tmp_path: Path) -> None:
    offen = dateien_von(website(MINI))
    assert "licenses" not in json.loads(offen[f"{DATEN}datapackage.json"])
    assert "name" not in json.loads(offen[f"{DATEN}alles.json"])["lizenz"]
    ordner = kopie_mit(tmp_path, betrieb=("betrieb: amtlich\n", f"betrieb: amtlich\n{LIZENZ}"))
    gewaehlt = dateien_aus(ordner)
    pruefe_alle(gewaehlt, tmp_path)
    lizenz = json.loads(gewaehlt[f"{DATEN}alles.json"])["lizenz"]
    assert lizenz["url"] == "https://www.govdata.de/dl-de/by-2-0"
    assert {"text", "belege.zitat"} <= set(lizenz["gilt_nicht_fuer"])


def test_katalog_sagt_selbst_wo_seine_dateien_stehen() -> None:
    """A harvester reads the text alone, without the address from which it came."""
    graph = rdflib.Graph()
    graph.parse(data=dateien_von(website(MINI))[f"{DATEN}catalog.jsonld"], format="json-ld")
    dcat = rdflib.Namespace("http://www.w3.org/ns/dcat#")
    ziele = {str(ziel) for ziel in graph.objects(None, dcat.downloadURL)}
    assert f"https://stadt.example/vielfalt/{DATEN}alles.json" in ziele
    assert all(ziel.startswith(f"https://stadt.example/vielfalt/{DATEN}") for ziel in ziele)
    assert [str(s) for s in graph.objects(None, dcat.landingPage)] == [
        "https://stadt.example/vielfalt/daten/"
    ]
