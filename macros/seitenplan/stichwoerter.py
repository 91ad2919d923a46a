"""The index A-Z: titles, glossary terms and everyday words, and where they lead."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, groupby

from .adressen import anker, eintrag
from .verzeichnis import Verzeichnis, Ziel

# A word stands for another that begins with as many of its letters.
_ANFANG = 4


@dataclass(frozen=True)
class Stichwort:
    """A word, the language it is in (BCP 47) and the targets it leads to."""

    wort: str
    sprache: str
    ziele: tuple[Ziel, ...]


@dataclass(frozen=True)
class Gruppe:
    """The index words under one letter ("" where a word has none of ours), or of one language."""

    name: str
    stichwoerter: tuple[Stichwort, ...]

    @property
    def zeilen(self) -> list[tuple[tuple[str, ...], tuple[Ziel, ...]]]:
        """Gives words and their targets; neighbours that lead to the same stand in one line."""
        je_ziel = groupby(self.stichwoerter, lambda s: s.ziele)
        return [(tuple(s.wort for s in gruppe), ziele) for ziele, gruppe in je_ziel]


def a_bis_z(
    verzeichnis: Verzeichnis,
    seitentitel: dict[str, str],
    sprache: str,
    weitere: Iterable[tuple[str, Ziel]] = (),
) -> list[Gruppe]:
    """Gives the words of the site's own language by letter, each with its best target.

    An everyday word is left out where one before it has the same beginning and page: "Arbeit"
    stands for "Arbeitsamt". The list is read on a phone.

    `weitere` are words that have no entry in the data, such as those of pages by value.
    """
    namen = _erstes_ziel(chain(_namen(verzeichnis, seitentitel), weitere))
    alltag = _erstes_ziel(_alltagsworte(verzeichnis, seitentitel))
    je_buchstabe = defaultdict(list)
    for wort, ziel in _ohne_verwandte(alltag | namen, namen):
        je_buchstabe[anker(wort)[:1].upper()].append(Stichwort(wort, sprache, (ziel,)))
    folge = sorted(je_buchstabe, key=lambda buchstabe: (not buchstabe, buchstabe))
    return [Gruppe(buchstabe, tuple(je_buchstabe[buchstabe])) for buchstabe in folge]


def _erstes_ziel(paare: Iterable[tuple[str, Ziel]]) -> dict[str, Ziel]:
    je_wort: dict[str, Ziel] = {}
    for wort, ziel in paare:
        je_wort.setdefault(wort, ziel)
    return je_wort


def _ohne_verwandte(
    worte: Mapping[str, Ziel], bleiben: Container[str]
) -> Iterator[tuple[str, Ziel]]:
    """Gives the words in their order, without those that one before them stands for."""
    da: set[tuple[str, str]] = set()
    for wort in sorted(worte, key=lambda w: (anker(w), w)):
        hier = anker(wort)[:_ANFANG], worte[wort].adresse.partition("#")[0]
        if wort in bleiben or hier not in da:
            yield wort, worte[wort]
            da.add(hier)


def fremde(verzeichnis: Verzeichnis, seitentitel: dict[str, str]) -> list[Gruppe]:
    """Gives the words of other languages, one group a language, words of one target together.

    Languages, targets and words stand in the order of the data.
    """
    je_sprache: dict[str, dict[tuple[str, ...], list[Stichwort]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for begriff in verzeichnis.konzept.suchbegriffe:
        if begriff.sprache:
            ziele = tuple(verzeichnis.ziel(z, seitentitel) for z in begriff.ziele)
            wort = Stichwort(begriff.wort, begriff.sprache, ziele)
            je_sprache[begriff.sprache][begriff.ziele].append(wort)
    return [
        Gruppe(kuerzel, tuple(wort for woerter in je_ziel.values() for wort in woerter))
        for kuerzel, je_ziel in je_sprache.items()
    ]


def _namen(verzeichnis: Verzeichnis, seitentitel: dict[str, str]) -> Iterator[tuple[str, Ziel]]:
    """Gives titles of pages and entries, and glossary terms."""
    for name in seitentitel:
        ziel = verzeichnis.ziel(name, seitentitel)
        yield ziel.titel, ziel
    for liste in ("kapitel", "handlungsfelder", "praxisbeispiele", "angebote"):
        for kennung in getattr(verzeichnis, liste):
            ziel = verzeichnis.ziel(kennung, seitentitel)
            yield ziel.titel, ziel
    for begriff in verzeichnis.konzept.glossar:
        for wort in (begriff.begriff, *_abkuerzungen(begriff.auch or ())):
            yield wort, Ziel("glossar", begriff.begriff, eintrag("glossar", begriff.id))


def _alltagsworte(
    verzeichnis: Verzeichnis, seitentitel: dict[str, str]
) -> Iterator[tuple[str, Ziel]]:
    """Gives the curated words of the site's language, each with its best target."""
    for beispiel in verzeichnis.konzept.praxisbeispiele:
        ziel = verzeichnis.ziel(beispiel.id, seitentitel)
        for wort in beispiel.suchbegriffe or ():
            yield wort, ziel
    for begriff in verzeichnis.konzept.suchbegriffe:
        if begriff.sprache is None:
            yield begriff.wort, verzeichnis.ziel(begriff.ziele[0], seitentitel)


def _abkuerzungen(woerter: tuple[str, ...]) -> Iterator[str]:
    """Inflected forms need no line of their own; abbreviations do."""
    yield from (wort for wort in woerter if wort.isupper())
