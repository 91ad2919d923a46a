"""What search engines read of every page, in the words of schema.org."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pytest
from rdflib import RDF, Graph

from macros.darstellung.kopf import kopf
from macros.darstellung.strukturdaten import strukturdaten
from tests.gebaut import Gebaut, Seite
from tests.orte import DATEN, FEHLT, MINI, konzept, website
from tests.partner.beispiele import datenblock

# The types that the site uses and which properties schema.org gives them (or their supertypes).
DINGE = {"name", "description", "url", "image", "@id", "@type"}
WERKE = DINGE | {"inLanguage", "isPartOf", "dateModified", "datePublished", "publisher", "citation"}
ORGANISATIONEN = DINGE | {"parentOrganization", "location", "knowsLanguage"}
EIGENSCHAFTEN = {
    "WebSite": WERKE,
    "WebPage": WERKE | {"mainEntity"},
    "Article": WERKE | {"headline", "about"},
    "CreativeWork": WERKE,
    "Project": ORGANISATIONEN | {"foundingDate", "dissolutionDate"},
    "Organization": DINGE,
    "Place": DINGE,
    "Service": DINGE | {"provider", "availableChannel"},
    "ServiceChannel": DINGE | {"serviceUrl"},
    "BreadcrumbList": DINGE | {"itemListElement"},
    "ListItem": DINGE | {"position", "item"},
    "Dataset": WERKE | {"keywords", "license", "isAccessibleForFree", "distribution"},
    "DataDownload": WERKE | {"encodingFormat", "contentUrl"},
}
# What search engines want of each type before they use it.
NOETIG = {
    "WebSite": {"name"},
    "WebPage": {"name", "description", "inLanguage", "isPartOf"},
    "Article": {"headline", "description", "inLanguage", "isPartOf", "about", "dateModified"},
    "Project": {"name", "description", "parentOrganization"},
    "Service": {"name", "provider"},
    "ListItem": {"position", "name", "item"},
    "Dataset": {"name", "description"},
    "DataDownload": {"encodingFormat", "contentUrl"},
}
SCHEMA = "https://schema.org/"


def _knoten(wert: Any) -> Iterator[dict[str, Any]]:
    if isinstance(wert, list):
        for kind in wert:
            yield from _knoten(kind)
    elif isinstance(wert, dict):
        if "@type" in wert:
            yield wert
        for kind in wert.values():
            yield from _knoten(kind)


def test_strukturdaten_haben_die_form_von_schema_org(seite: Seite) -> None:
    if seite.ort.adresse == FEHLT:
        assert not seite.alle("//script[@type]")
        return
    daten = datenblock(seite)
    assert daten["@context"] == "https://schema.org"
    gefunden = list(_knoten(daten["@graph"]))
    for knoten in gefunden:
        art = knoten["@type"]
        assert set(knoten) <= EIGENSCHAFTEN[art] | {"@type"}, knoten
        assert set(knoten) >= NOETIG.get(art, set()), knoten
        assert all(wert not in ("", [], None) for wert in knoten.values()), knoten
        for feld in ("dateModified", "foundingDate", "dissolutionDate", "datePublished"):
            if feld in knoten:
                date.fromisoformat((knoten[feld] + "-01-01")[:10])
    assert [k["@type"] for k in gefunden].count("WebSite") == (
        1 if konzept(seite.ort.name).betrieb.adresse else 2
    )


def test_strukturdaten_nennen_nur_ganze_adressen(seite: Seite) -> None:
    if seite.ort.adresse == FEHLT:
        return
    basis = konzept(seite.ort.name).betrieb.adresse
    for knoten in _knoten(datenblock(seite)["@graph"]):
        for feld in ("@id", "url", "image", "item", "serviceUrl", "contentUrl"):
            if feld in knoten:
                assert str(knoten[feld]).startswith("https://"), knoten
        if not basis:
            assert "@id" not in knoten and "image" not in knoten


@pytest.mark.parametrize("name", DATEN)
def test_praxisbeispiel_ist_ein_artikel_ueber_ein_projekt(
    name: str, gebaut: Mapping[str, Gebaut]
) -> None:
    for beispiel in konzept(name).praxisbeispiele:
        daten = datenblock(gebaut[name].seite(f"praxisbeispiele/{beispiel.id}/"))
        (artikel,) = (k for k in daten["@graph"] if k["@type"] == "Article")
        assert artikel["headline"] == artikel["about"]["name"] == beispiel.titel
        assert artikel["about"]["@type"] == "Project"
        assert [t["name"] for t in artikel["about"]["parentOrganization"]] == list(beispiel.traeger)
        orte_ = [ort["name"] for ort in artikel["about"].get("location", ())]
        assert orte_ == list(beispiel.stadtteile or ())
        quellen = {quelle["url"] for quelle in artikel["citation"]}
        assert quellen == {website(name).verzeichnis.quellen[b.quelle].url for b in beispiel.belege}


@pytest.mark.parametrize("name", DATEN)
def test_beratung_nennt_jedes_angebot(name: str, gebaut: Mapping[str, Gebaut]) -> None:
    daten = datenblock(gebaut[name].seite("beratung/"))
    dienste = [k["name"] for k in _knoten(daten) if k["@type"] == "Service"]
    assert dienste == [angebot.titel for angebot in konzept(name).beratung.angebote]


@pytest.mark.parametrize("name", DATEN)
def test_offene_daten_sind_ein_datensatz(name: str, gebaut: Mapping[str, Gebaut]) -> None:
    """Every download answers; without an address of the site there is none to name."""
    daten = datenblock(gebaut[name].seite("daten/"))
    (satz,) = (k for k in _knoten(daten) if k["@type"] == "Dataset")
    assert len(satz["description"]) >= 50, "Suchmaschinen wollen 50 Zeichen"
    basis = konzept(name).betrieb.adresse
    ziele = [d["contentUrl"] for d in satz.get("distribution", ())]
    assert len(ziele) == (6 if basis else 0)
    assert all(gebaut[name].datei(ziel.removeprefix(basis or "")) for ziel in ziele)


def test_brotkrumen_der_minisite(mini: Gebaut) -> None:
    (liste,) = (
        k
        for k in datenblock(mini.seite("praxisbeispiele/einzelprojekt/"))["@graph"]
        if k["@type"] == "BreadcrumbList"
    )
    basis = konzept(MINI).betrieb.adresse or ""
    assert [(p["position"], p["item"]) for p in liste["itemListElement"]] == [
        (1, basis),
        (2, f"{basis}praxisbeispiele/"),
        (3, f"{basis}praxisbeispiele/einzelprojekt/"),
    ]


def test_kein_text_der_daten_beendet_den_datenblock() -> None:
    seite = website(MINI).seiten["praxisbeispiele/einzelprojekt/"]
    boese = '</script><script>alert("1")</script><!-- & \u2028'
    eigener = kopf(website(MINI), seite, boese, boese, seite.adresse)
    block = strukturdaten(eigener, website(MINI), seite)
    assert "<" not in block and "&" not in block
    (artikel,) = (k for k in json.loads(block)["@graph"] if k["@type"] == "Article")
    assert artikel["description"] == boese


@pytest.mark.parametrize("name", DATEN)
@pytest.mark.parametrize("adresse", ["", "beratung/", "mitmachen/", "handlungsfelder/teilhabe/"])
def test_strukturdaten_sind_json_ld(name: str, adresse: str, gebaut: Mapping[str, Gebaut]) -> None:
    """Expanded, each property of each node is a statement; the remote context is only a prefix."""
    daten = datenblock(gebaut[name].seite(adresse))
    graph = Graph()
    wurzel = "https://stadt.example/"
    schema = daten | {"@context": {"@vocab": SCHEMA}}
    graph.parse(data=json.dumps(schema), format="json-ld", publicID=wurzel)
    arten = {str(art).removeprefix(SCHEMA) for art in graph.objects(None, RDF.type)}
    assert arten == {knoten["@type"] for knoten in _knoten(daten["@graph"])}
    merkmale = {str(merkmal).removeprefix(SCHEMA) for merkmal in graph.predicates()}
    erwartet = {name for knoten in _knoten(daten["@graph"]) for name in knoten if name[0] != "@"}
    assert merkmale - {str(RDF.type)} == erwartet
