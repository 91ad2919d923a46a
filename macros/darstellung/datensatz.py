"""The open data as a whole in the words of schema.org, for search engines of data sets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.auslieferung.arten import art
from macros.modell.lizenz import lizenz
from macros.seitenplan import adressen

from . import format
from .website import Website


def datensatz(website: Website) -> dict[str, Any]:
    """Gives the node of type Dataset; what the operator has not told is left out.

    Source of the fields: https://schema.org/Dataset.
    """
    sprache, betrieb = website.sprache, website.konzept.betrieb
    gewaehlt, herausgeber = lizenz(betrieb), betrieb.betreiber.name
    knoten = {
        "@type": "Dataset",
        "name": sprache("daten.titel", name=website.konzept.leitlinien.konzept.titel),
        "description": sprache("daten.beschreibung"),
        "keywords": sprache("daten.schlagworte").split(", "),
        "inLanguage": sprache.kuerzel,
        "isAccessibleForFree": True,
        "license": gewaehlt and gewaehlt.url,
        "publisher": herausgeber and {"@type": "Organization", "name": herausgeber},
        "distribution": list(_dateien(website)),
    }
    return {name: wert for name, wert in knoten.items() if wert not in (None, [])}


def _dateien(website: Website) -> Iterator[dict[str, Any]]:
    """A download needs a whole address: without one there is none."""
    for datei in adressen.GANZE_DATEN:
        if adresse := website.absolut(datei):
            yield {
                "@type": "DataDownload",
                "name": format.datendatei(datei, website.sprache),
                "encodingFormat": art(datei),
                "contentUrl": adresse,
            }
