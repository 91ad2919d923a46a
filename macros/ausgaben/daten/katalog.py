"""The catalogue in the terms of DCAT-AP.de, as JSON-LD whose context stands in the file.

What only a city or its data portal can give stays out: the contributor's id
(dcatde:contributorID) and the political geocoding. So it is a draft until they are added.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from macros.auslieferung.arten import art
from macros.darstellung import format
from macros.jsontext import als_jsontext
from macros.modell import Betrieb, Konzept
from macros.modell.lizenz import lizenz
from macros.seitenplan import adressen
from macros.sprache import Sprache

from .neuigkeiten import urn
from .vertrag import FASSUNG

_EU = "http://publications.europa.eu/resource/authority/"
_ART = "https://www.iana.org/assignments/media-types/"
_KONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
# The class above stands beside ours: the shapes of DCAT-AP.de ask for it and infer nothing.
_STELLE = ["foaf:Agent", "foaf:Organization"]
_KONTAKT = ["vcard:Kind", "vcard:Organization"]

Knoten = dict[str, Any]


def katalog(konzept: Konzept, name: str, geaendert: date, sprache: Sprache) -> str:
    """Gives the catalogue with its one data set; addresses are relative to the file.

    Harvesters read its text alone: where it stands, it says itself, if the site has an address.
    """
    betrieb = konzept.betrieb
    hier = adressen.absolut(adressen.KATALOG, betrieb.adresse)
    herausgeber = _herausgeber(betrieb)
    datensatz: Knoten = {
        "@id": urn("datensatz"),
        "@type": "dcat:Dataset",
        "dct:identifier": urn("datensatz"),
        "dct:title": _wort(konzept.leitlinien.konzept.titel, sprache),
        "dct:description": _wort(sprache("daten.beschreibung"), sprache),
        "dct:modified": {"@value": geaendert.isoformat(), "@type": "xsd:date"},
        "dct:language": {"@id": f"{_EU}language/{sprache('daten.sprachcode')}"},
        "dcat:theme": {"@id": f"{_EU}data-theme/SOCI"},
        "dcat:keyword": [_wort(w, sprache) for w in sprache("daten.schlagworte").split(", ")],
        "dcat:landingPage": {"@id": "../"},
        "owl:versionInfo": FASSUNG,
        **herausgeber,
        **_kontakt(betrieb),
        "dcat:distribution": list(_distributionen(betrieb, sprache)),
    }
    wurzel: Knoten = {
        "@context": {"@base": hier, **_KONTEXT} if hier else _KONTEXT,
        "@id": urn("katalog"),
        "@type": "dcat:Catalog",
        "dct:title": _wort(name, sprache),
        "dct:description": _wort(sprache("daten.beschreibung"), sprache),
        "dct:language": {"@id": f"{_EU}language/{sprache('daten.sprachcode')}"},
        **herausgeber,
        "dcat:dataset": datensatz,
    }
    return als_jsontext(wurzel)


def _distributionen(betrieb: Betrieb, sprache: Sprache) -> Iterator[Knoten]:
    gewaehlt = lizenz(betrieb)
    for adresse in (*adressen.GANZE_DATEN, adressen.DATENPAKET, adressen.ATOM):
        ziel = {"@id": adresse.removeprefix(adressen.DATEN)}
        yield {
            "@type": "dcat:Distribution",
            "dct:title": _wort(format.datendatei(adresse, sprache), sprache),
            "dcat:accessURL": ziel,
            "dcat:downloadURL": ziel,
            # The EU names its types as these files end: JSON, CSV, ATOM.
            "dct:format": {"@id": f"{_EU}file-type/{adresse.rpartition('.')[2].upper()}"},
            "dcat:mediaType": {"@id": _ART + art(adresse)},
            **({"dct:license": {"@id": gewaehlt.dcat}} if gewaehlt else {}),
        }


def _herausgeber(betrieb: Betrieb) -> Knoten:
    name = betrieb.betreiber.name
    return {"dct:publisher": {"@type": _STELLE, "foaf:name": name}} if name else {}


def _kontakt(betrieb: Betrieb) -> Knoten:
    betreiber = betrieb.betreiber
    if not (betreiber.email or betreiber.formular):
        return {}
    karte: Knoten = {"@type": _KONTAKT}
    if betreiber.name:
        karte["vcard:fn"] = betreiber.name
    if betreiber.email:
        karte["vcard:hasEmail"] = {"@id": f"mailto:{betreiber.email}"}
    if betreiber.formular:
        karte["vcard:hasURL"] = {"@id": betreiber.formular}
    return {"dcat:contactPoint": karte}


def _wort(text: str, sprache: Sprache) -> Knoten:
    return {"@value": text, "@language": sprache.kuerzel}
