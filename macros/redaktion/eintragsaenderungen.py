"""What a change of the data changes in its entries, field by field."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from macros.modell import Handlungsfeld, Konzept, Praxisbeispiel
from macros.modell.listen import RAHMEN, listen
from macros.seitenplan.umbenennungen import fruehere

# A point of a list of plain values: the list and a number.
_PUNKT = re.compile(r"(\D+) \d+")
# Leitlinien and sources are entries of their own wherever they stand.
_EIGENE_EINTRAEGE: dict[type[BaseModel], set[str]] = {
    Handlungsfeld: {"leitlinien"},
    Praxisbeispiel: {"quellen"},
}


@dataclass(frozen=True)
class Feldaenderung:
    """A field whose value changed; None stands for a field that is not there."""

    feld: str
    vorher: str | None
    nachher: str | None


@dataclass(frozen=True)
class Eintragsaenderung:
    """An entry that changed, appeared or went: its list, id and fields."""

    liste: str
    kennung: str
    felder: tuple[Feldaenderung, ...]


def eintragsaenderungen(alt: Konzept, neu: Konzept) -> Iterator[Eintragsaenderung]:
    """Gives the entries that differ between two states; a new id alone makes no other entry."""
    neue = fruehere(neu)
    vorher = {
        (liste, neue.get(k, k)): _verweise_von_heute(_felder(eintrag), neue)
        for (liste, k), eintrag in _eintraege(alt)
    }
    nachher = {schluessel: _felder(eintrag) for schluessel, eintrag in _eintraege(neu)}
    for schluessel in {**vorher, **nachher}:
        felder = tuple(_unterschiede(vorher.get(schluessel, {}), nachher.get(schluessel, {})))
        if felder:
            yield Eintragsaenderung(*schluessel, felder)


def _eintraege(konzept: Konzept) -> Iterator[tuple[tuple[str, str], BaseModel]]:
    """Gives every entry that has an id of its own, under its list."""
    yield ("betrieb", "betrieb"), konzept.betrieb
    yield (RAHMEN, RAHMEN), konzept.leitlinien.konzept
    for liste, eintraege in listen(konzept).items():
        for eintrag in eintraege:
            yield (liste, eintrag.id), eintrag
    for satz in konzept.beratung.orientierung:
        yield ("orientierung", satz.sprache), satz
    for begriff in konzept.suchbegriffe:
        yield ("suchbegriffe", " ".join(filter(None, (begriff.wort, begriff.sprache)))), begriff


def _verweise_von_heute(felder: dict[str, str], neue: Mapping[str, str]) -> dict[str, str]:
    """Whoever only refers to an entry does not change when that gets another id."""
    return {feld: wert if feld == "id" else neue.get(wert, wert) for feld, wert in felder.items()}


def _unterschiede(alt: Mapping[str, str], neu: Mapping[str, str]) -> Iterator[Feldaenderung]:
    bleibt = Counter(_punkte(alt)) & Counter(_punkte(neu))
    (vorher, alt), (nachher, neu) = _geteilt(alt, bleibt), _geteilt(neu, bleibt)
    for feld in {**alt, **neu}:
        if alt.get(feld) != neu.get(feld):
            yield Feldaenderung(feld, alt.get(feld), neu.get(feld))
    # The same points in another order; a gap above that they only close changes none.
    for war, (feld, ist) in zip(vorher.values(), nachher.items(), strict=True):
        if war != ist:
            yield Feldaenderung(feld, war, ist)


def _punkte(felder: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for feld, wert in felder.items():
        if punkt := _PUNKT.fullmatch(feld):
            yield punkt[1], wert


def _geteilt(
    felder: Mapping[str, str], bleibt: Counter[tuple[str, str]]
) -> tuple[dict[str, str], dict[str, str]]:
    """Parts the points of plain lists that both states have from all else."""
    offen = bleibt.copy()
    gebliebene, uebrige = {}, {}
    for feld, wert in felder.items():
        punkt = _PUNKT.fullmatch(feld)
        if punkt and offen[punkt[1], wert]:
            offen[punkt[1], wert] -= 1
            gebliebene[feld] = wert
        else:
            uebrige[feld] = wert
    return gebliebene, uebrige


def _felder(eintrag: BaseModel) -> dict[str, str]:
    """Gives the plain values of an entry by their path, without the entries inside it."""
    ohne = _EIGENE_EINTRAEGE.get(type(eintrag))
    werte = eintrag.model_dump(mode="json", exclude_none=True, exclude=ohne)
    return dict(_flach(werte, ""))


def _flach(wert: Any, pfad: str) -> Iterator[tuple[str, str]]:
    if isinstance(wert, dict):
        for name, kind in wert.items():
            yield from _flach(kind, f"{pfad} {name}".strip())
    elif isinstance(wert, list):
        for nummer, kind in enumerate(wert, start=1):
            yield from _flach(kind, f"{pfad} {nummer}")
    else:
        yield pfad, str(wert)
