"""The tables: CSV as a German Excel opens it, and nothing in it can run as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from macros.seitenplan import adressen

from .saetze import Saetze
from .vertrag import BelegDaten, EintragDaten, PraxisbeispielDaten
from .zellen import zelle

TRENNER, ZEILENENDE = ";", "\r\n"
# Excel takes a file without it for its old code page.
_BOM = "\ufeff"

Reihe = Mapping[str, object]


@dataclass(frozen=True)
class Tabelle:
    """A table: its name, its columns in order, and its rows."""

    name: str
    spalten: tuple[str, ...]
    reihen: tuple[Reihe, ...]

    @property
    def adresse(self) -> str:
        """Where it stands, as seen from the site's root."""
        return f"{adressen.DATEN}{self.name}.csv"

    def csv(self) -> str:
        """Gives the file: semicolons, CRLF, UTF-8 with its mark at the beginning."""
        text = io.StringIO()
        schreiber = csv.writer(text, delimiter=TRENNER, lineterminator=ZEILENENDE)
        schreiber.writerow(self.spalten)
        for reihe in self.reihen:
            schreiber.writerow([zelle(reihe.get(spalte)) for spalte in self.spalten])
        return _BOM + text.getvalue()


_EINTRAG = ("pfad", "url", "sprache", "wortlaut", "geprueft_am", "geaendert_am", "quellen")
SPALTEN: dict[str, tuple[str, ...]] = {
    "praxisbeispiele": (
        "id",
        "titel",
        "kurztitel",
        "handlungsfeld",
        "kurz",
        "beschreibung",
        "traeger",
        "partner",
        "zielgruppen",
        "stadtteile",
        "sprachen",
        "stand",
        "seit",
        "bis",
        "leitlinien",
        "finanzierung",
        "widersprueche",
        *_EINTRAG,
    ),
    "leitlinien": ("id", "handlungsfeld", "text", *_EINTRAG),
    "zahlen": (
        "art",
        "eintrag",
        "titel",
        "was",
        "wert",
        "genauigkeit",
        "einheit",
        "stand",
        "quellen",
        "pfad",
        "url",
    ),
    "belege": ("art", "eintrag", "quelle", "zitat", "wofuer", "fundstelle"),
    "quellen": (
        "id",
        "titel",
        "herausgeber",
        "art",
        "datum",
        "url",
        "abgerufen",
        "gelesen",
        "anmerkung",
    ),
}


def tabellen(saetze: Saetze) -> Iterator[Tabelle]:
    """Gives the tables of Praxisbeispiele, Leitlinien, figures, proofs and sources."""
    yield _tabelle("praxisbeispiele", map(_eintrag, saetze.praxisbeispiele))
    yield _tabelle("leitlinien", map(_eintrag, saetze.leitlinien))
    yield _tabelle("zahlen", _zahlen(saetze))
    yield _tabelle("belege", (r for satz in saetze.eintraege() for r in _belege(satz)))
    yield _tabelle("quellen", (quelle.model_dump() for quelle in saetze.quellen()))


def _tabelle(name: str, reihen: Iterable[Reihe]) -> Tabelle:
    return Tabelle(name, SPALTEN[name], tuple(reihen))


def _eintrag(satz: EintragDaten) -> Reihe:
    reihe = dict(satz)
    reihe["quellen"] = _quellen(satz.belege)
    if isinstance(satz, PraxisbeispielDaten):
        reihe["beschreibung"] = "\n\n".join(satz.beschreibung)
        reihe["widersprueche"] = tuple(
            f"{w.frage} {w.wir_schreiben}" for w in satz.widersprueche or ()
        )
    return reihe


def _zahlen(saetze: Saetze) -> Iterator[Reihe]:
    """Gives the figures of the concept, then those of the Praxisbeispiele."""
    for kennzahl in saetze.zahlen:
        for wert in kennzahl.werte:
            reihe = {"art": "kennzahl", "eintrag": kennzahl.id, "was": wert.bezeichnung}
            yield dict(kennzahl) | dict(wert) | reihe | {"quellen": _quellen(wert.belege)}
    for satz in saetze.praxisbeispiele:
        for zahl in satz.zahlen or ():
            reihe = {"art": satz.art, "eintrag": satz.id, "titel": satz.kurztitel}
            ort = {"pfad": satz.pfad, "url": satz.url}
            yield dict(zahl) | reihe | ort | {"quellen": _quellen(zahl.belege)}


def _quellen(belege: Iterable[BelegDaten]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(beleg.quelle for beleg in belege))


def _belege(satz: EintragDaten) -> Iterator[Reihe]:
    for beleg in satz.belege:
        yield {"art": satz.art, "eintrag": satz.id, **dict(beleg)}
