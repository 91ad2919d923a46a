"""Facets: by which values Praxisbeispiele, and pages of the search, can be chosen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import get_args

from macros.modell import Praxisbeispiel
from macros.sprache import Sprache

from .adressen import anker
from .verzeichnis import Verzeichnis

STADTTEIL = "stadtteil"
# Kinds of page that the search tells apart. Each page knows its own, so no entries are named.
ART = "art"
_ARTEN = ("praxisbeispiele", "handlungsfelder", "kapitel", "seiten")
_STAENDE: tuple[str, ...] = get_args(Praxisbeispiel.model_fields["stand"].annotation)


@dataclass(frozen=True)
class Wert:
    """A value of a facet: its part of an address, its words, the ids of entries that have it."""

    anker: str
    titel: str
    eintraege: tuple[str, ...]


@dataclass(frozen=True)
class Facette:
    """`name` stands in the address of a page by value, `parameter` in that of a choice."""

    name: str
    parameter: str
    werte: tuple[Wert, ...]


def facetten(verzeichnis: Verzeichnis, sprache: Sprache) -> tuple[Facette, ...]:
    """Gives the facets of the Praxisbeispiele; a value that no entry has is left out.

    Fields and states keep their order, other values are sorted as German words.
    """
    beispiele = verzeichnis.konzept.praxisbeispiele
    felder = {name: feld.titel for name, feld in verzeichnis.handlungsfelder.items()}
    staende = {stand: sprache(f"beispiel.stand_wert.{stand}") for stand in _STAENDE}
    return (
        _facette("handlungsfeld", "feld", beispiele, lambda b: (b.handlungsfeld,), felder),
        _facette(STADTTEIL, STADTTEIL, beispiele, lambda b: b.stadtteile),
        _facette("zielgruppe", "zielgruppe", beispiele, lambda b: b.zielgruppen),
        _facette("stand", "stand", beispiele, lambda b: (b.stand,), staende),
    )


def der_suche(verzeichnis: Verzeichnis, sprache: Sprache) -> tuple[Facette, ...]:
    """Gives the facets of the search: all Handlungsfelder with their pages, and kinds of page."""
    _, stadtteil, zielgruppe, _ = facetten(verzeichnis, sprache)
    felder = [
        Wert(feld.id, feld.titel, (feld.id, *(b.id for b in verzeichnis.beispiele(feld.id))))
        for feld in verzeichnis.handlungsfelder.values()
    ]
    arten = [Wert(anker(titel), titel, ()) for titel in (sprache(f"eintrag.{a}") for a in _ARTEN)]
    return (
        Facette("handlungsfeld", "feld", tuple(felder)),
        Facette(ART, ART, tuple(arten)),
        stadtteil,
        zielgruppe,
    )


def merkmale(auswahl: Iterable[Facette]) -> dict[str, dict[str, list[str]]]:
    """Gives by id of an entry the values that it has, by the facet's parameter."""
    je_eintrag: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for facette in auswahl:
        for wert in facette.werte:
            for kennung in wert.eintraege:
                je_eintrag[kennung][facette.parameter].append(wert.anker)
    return je_eintrag


def _facette(
    name: str,
    parameter: str,
    beispiele: Iterable[Praxisbeispiel],
    werte_von: Callable[[Praxisbeispiel], tuple[str, ...] | None],
    titel: Mapping[str, str] | None = None,
) -> Facette:
    je_wert: dict[str, list[str]] = defaultdict(list)
    for beispiel in beispiele:
        for wert in dict.fromkeys(werte_von(beispiel) or ()):
            je_wert[wert].append(beispiel.id)
    worte = titel or {wert: wert for wert in sorted(je_wert, key=anker)}
    werte = [Wert(anker(w), worte[w], tuple(je_wert[w])) for w in worte if w in je_wert]
    return Facette(name, parameter, tuple(werte))
