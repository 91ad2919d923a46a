"""What a change of the data changes on the site: addresses, entries and fields."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from macros.darstellung.website import Website
from macros.modell import Handlungsfeld, Konzept, Praxisbeispiel
from macros.modell.listen import RAHMEN, listen
from macros.seitenplan.seite import FILTERSEITE
from macros.seitenplan.versprechen import antworten, nebenan, versprochen
from macros.seitenplan.verzeichnis import fruehere

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


@dataclass(frozen=True)
class Vergleich:
    """Addresses as seen from the root; `entfernt` still answer, `verloren` do not.

    `entfallen` are pages by value whose value nobody has any more: they come and go with it.
    `gestrichen` were taken out of the ledger, which is never shortened.
    """

    neu: tuple[str, ...]
    geaendert: tuple[str, ...]
    entfernt: tuple[str, ...]
    verloren: tuple[str, ...]
    entfallen: tuple[str, ...]
    gestrichen: tuple[str, ...]
    eintraege: tuple[Eintragsaenderung, ...]


def vergleiche(alt: Website, neu: Website) -> Vergleich:
    """Compares two sites made of two states of the data."""
    seiten_alt, seiten_neu = _seiten(alt), _seiten(neu)
    alle_alt, alle_neu = _hauptadressen(alt), _hauptadressen(neu)
    antwortet = antworten(neu.konzept, neu.sprache)
    entfernt = sorted(alle_alt - alle_neu)
    nach_wert = {s.adresse for s in alt.seiten.values() if s.vorlage == FILTERSEITE}
    verzeichnet = set(neu.konzept.adressen.alle)
    return Vergleich(
        neu=tuple(sorted(alle_neu - alle_alt)),
        geaendert=tuple(a for a, h in sorted(seiten_neu.items()) if seiten_alt.get(a, h) != h),
        entfernt=tuple(a for a in entfernt if a in antwortet and a not in nach_wert),
        verloren=tuple(a for a in entfernt if a not in antwortet and a not in nach_wert),
        entfallen=tuple(a for a in entfernt if a in nach_wert),
        gestrichen=tuple(a for a in alt.konzept.adressen.alle if a not in verzeichnet),
        eintraege=tuple(_eintragsaenderungen(alt.konzept, neu.konzept)),
    )


def _seiten(website: Website) -> dict[str, str]:
    return {seite.adresse: website.html(seite.adresse) for seite in website.seiten.values()}


def _hauptadressen(website: Website) -> set[str]:
    """Pages and anchors; what an entry has beside them comes and goes with it."""
    alle = set(versprochen(website.konzept, website.sprache))
    return alle - {neben for adresse in alle for neben in nebenan(adresse)}


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


def _eintragsaenderungen(alt: Konzept, neu: Konzept) -> Iterator[Eintragsaenderung]:
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


def _verweise_von_heute(felder: dict[str, str], neue: Mapping[str, str]) -> dict[str, str]:
    """Whoever only refers to an entry does not change when that gets another id."""
    return {feld: wert if feld == "id" else neue.get(wert, wert) for feld, wert in felder.items()}


def _unterschiede(alt: Mapping[str, str], neu: Mapping[str, str]) -> Iterator[Feldaenderung]:
    alt, neu = _ohne_gerueckte(alt, neu)
    for feld in {**alt, **neu}:
        if alt.get(feld) != neu.get(feld):
            yield Feldaenderung(feld, alt.get(feld), neu.get(feld))


def _ohne_gerueckte(
    alt: Mapping[str, str], neu: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str]]:
    """Leaves out the points of plain lists that only moved up or down: they are the same."""
    bleibt = Counter(_punkte(alt)) & Counter(_punkte(neu))
    return _ohne(alt, bleibt.copy()), _ohne(neu, bleibt.copy())


def _punkte(felder: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for feld, wert in felder.items():
        if punkt := _PUNKT.fullmatch(feld):
            yield punkt[1], wert


def _ohne(felder: Mapping[str, str], bleibt: Counter[tuple[str, str]]) -> dict[str, str]:
    ergebnis = {}
    for feld, wert in felder.items():
        punkt = _PUNKT.fullmatch(feld)
        if punkt and bleibt[punkt[1], wert]:
            bleibt[punkt[1], wert] -= 1
        else:
            ergebnis[feld] = wert
    return ergebnis


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
