"""Which addresses the site promises: pages, data files, and anchors that are ids of the data.

An anchor that only names a heading is no promise: the heading goes with what stands below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from macros.modell import Konzept
from macros.sprache import Sprache

from . import adressen
from .seite import GRABSTEIN, LEER, Seite
from .seiten import PROSA, seiten
from .umbenennungen import fruehere
from .umleitungen import NEBEN
from .verzeichnis import Verzeichnis

# Files at fixed addresses (design, section 6).
DATEIEN = ("404.html", "robots.txt", "sitemap.xml", ".well-known/security.txt")


class _MitKennung(Protocol):
    @property
    def id(self) -> str: ...


def versprochen(konzept: Konzept, sprache: Sprache) -> dict[str, str]:
    """Gives the id of the entry by each address that it has today; "" where none has it."""
    return _versprochen(konzept, seiten(Verzeichnis(konzept), sprache))


def mit_frueheren(konzept: Konzept, heute: dict[str, str]) -> dict[str, str]:
    """Gives with the addresses of today those of former ids: others may link to them as well."""
    return dict(_von_frueher(konzept, heute)) | heute


def antworten(konzept: Konzept, sprache: Sprache) -> dict[str, str]:
    """Gives the same for every address that answers: also those of former ids and tombstones."""
    geplant = seiten(Verzeichnis(konzept), sprache)
    heute = _versprochen(konzept, geplant)
    ohne_eintrag = dict.fromkeys((*(s.adresse for s in geplant), *_von_grabsteinen(konzept)), "")
    return ohne_eintrag | mit_frueheren(konzept, heute)


def nebenan(adresse: str) -> Iterator[str]:
    """Gives the further addresses of the entry that has its page or anchor at an address."""
    for liste, neben in (*NEBEN.items(), ("praxisbeispiele", ("kurz",))):
        if kennung := adressen.kennung(liste, adresse):
            yield from (adressen.eintrag(form, kennung) for form in neben)


def _versprochen(konzept: Konzept, geplant: Iterable[Seite]) -> dict[str, str]:
    return dict((*_seiten(geplant), *_neben(konzept), *_anker(konzept)))


def _seiten(geplant: Iterable[Seite]) -> Iterator[tuple[str, str]]:
    for seite in geplant:
        if seite.vorlage not in (GRABSTEIN, LEER):
            yield seite.adresse, seite.kennung
    for adresse in (
        *map(adressen.seite, PROSA),
        *adressen.DATENDATEIEN,
        adressen.FORMULAR,
        *DATEIEN,
    ):
        yield adresse, ""


def _neben(konzept: Konzept) -> Iterator[tuple[str, str]]:
    for beispiel in konzept.praxisbeispiele:
        for liste in ("kurz", *NEBEN["praxisbeispiele"]):
            yield adressen.eintrag(liste, beispiel.id), beispiel.id
    for feld in konzept.leitlinien.handlungsfelder:
        for leitlinie in feld.leitlinien:
            for liste in NEBEN["leitlinien"]:
                yield adressen.eintrag(liste, leitlinie.id), leitlinie.id


def _anker(konzept: Konzept) -> Iterator[tuple[str, str]]:
    rahmen = konzept.leitlinien.konzept
    yield from _auf(adressen.seite("konzept"), (*rahmen.perspektiven, *rahmen.abschnitte))
    for kapitel in konzept.leitlinien.kapitel:
        yield from _auf(adressen.eintrag("kapitel", kapitel.id), kapitel.abschnitte)
    for feld in konzept.leitlinien.handlungsfelder:
        seite = adressen.eintrag("handlungsfelder", feld.id)
        yield from _auf(seite, (*feld.leitlinien, *(feld.schwerpunkte or ())))
        yield from _auf(adressen.LEITLINIEN, feld.leitlinien)
    beratung = konzept.beratung
    yield from _auf(adressen.BERATUNG, (*beratung.angebote, *beratung.aufenthalt))
    yield from _auf(adressen.GLOSSAR, konzept.glossar)
    yield from _auf(adressen.QUELLEN, konzept.quellen)
    yield from _auf(adressen.ENTSTEHUNG, konzept.zeitleiste)
    yield from _auf(adressen.ZAHLEN, konzept.zahlen)
    yield from _auf(adressen.seite("umgang-mit-der-quelle"), konzept.auffaelligkeiten)


def _auf(seite: str, eintraege: Iterable[_MitKennung]) -> Iterator[tuple[str, str]]:
    for eintrag in eintraege:
        yield f"{seite}#{eintrag.id}", eintrag.id


def _von_frueher(konzept: Konzept, heute: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    neue = fruehere(konzept)
    je_kennung: dict[str, list[str]] = {}
    for adresse, kennung in heute.items():
        je_kennung.setdefault(kennung, []).append(adresse)
    for alt, kennung in neue.items():
        for adresse in je_kennung[kennung]:
            yield re.sub(rf"(?<=[/#]){kennung}(?=[/.]|$)", alt, adresse), kennung


def _von_grabsteinen(konzept: Konzept) -> Iterator[str]:
    for grabstein in konzept.adressen.weg or ():
        yield from (grabstein.adresse, *nebenan(grabstein.adresse))
