"""Open data below `/daten/v1/`: records, tables, feeds and what describes them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from macros.darstellung.website import Website
from macros.seitenplan import adressen
from macros.speichersuche import ohne_speichersuche

from . import datenpaket, feeds, katalog
from .json_dateien import json_dateien
from .neuigkeiten import neuigkeiten
from .saetze import Saetze
from .tabellen import tabellen


def daten(website: Website, gebaut: datetime) -> Iterator[tuple[str, str]]:
    """Gives address and content of every data file; the same site gives the same bytes."""
    konzept, sprache = website.konzept, website.sprache
    with ohne_speichersuche():
        saetze = Saetze(website.verzeichnis, website.aenderungen, sprache.kuerzel)
        alle_tabellen = tuple(tabellen(saetze))
        neue = neuigkeiten(saetze, konzept.adressen.alle)
    basis = konzept.betrieb.adresse
    yield from json_dateien(konzept, saetze, sprache)
    for tabelle in alle_tabellen:
        yield tabelle.adresse, tabelle.csv()
    yield adressen.JSON_FEED, feeds.json_feed(website.name, basis, neue, sprache)
    yield adressen.ATOM, feeds.atom(website.name, basis, neue, gebaut, sprache)
    yield adressen.DATENPAKET, datenpaket.datenpaket(konzept, alle_tabellen, sprache)
    geaendert = neue[0].geaendert if neue else gebaut.date()
    yield adressen.KATALOG, katalog.katalog(konzept, website.name, geaendert, sprache)
