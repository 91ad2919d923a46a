"""The index A-Z: titles, glossary terms and everyday words, and where they lead."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, groupby

from .adressen import anker, eintrag
from .verzeichnis import Verzeichnis, Ziel

# The best first: more links beside a word only make the list longer to read, above all on a phone.
_ZIELE_HOECHSTENS = 2


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
    """Gives the words of the site's own language by letter; a word with several targets once.

    Of several it leads to the best two.

    `weitere` are words that have no entry in the data, such as those of pages by value.
    """
    gesammelt: dict[str, dict[Ziel, None]] = defaultdict(dict)
    for wort, ziel in chain(_eigene(verzeichnis, seitentitel), weitere):
        gesammelt[wort][ziel] = None
    je_buchstabe = defaultdict(list)
    for wort in sorted(gesammelt, key=lambda w: (anker(w), w)):
        je_buchstabe[anker(wort)[:1].upper()].append(
            Stichwort(wort, sprache, tuple(gesammelt[wort])[:_ZIELE_HOECHSTENS])
        )
    folge = sorted(je_buchstabe, key=lambda buchstabe: (not buchstabe, buchstabe))
    return [Gruppe(buchstabe, tuple(je_buchstabe[buchstabe])) for buchstabe in folge]


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


def _eigene(verzeichnis: Verzeichnis, seitentitel: dict[str, str]) -> Iterator[tuple[str, Ziel]]:
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
    for beispiel in verzeichnis.konzept.praxisbeispiele:
        ziel = verzeichnis.ziel(beispiel.id, seitentitel)
        for wort in beispiel.suchbegriffe or ():
            yield wort, ziel
    for suchbegriff in verzeichnis.konzept.suchbegriffe:
        if suchbegriff.sprache is None:
            for ziel_kennung in suchbegriff.ziele:
                yield suchbegriff.wort, verzeichnis.ziel(ziel_kennung, seitentitel)


def _abkuerzungen(woerter: tuple[str, ...]) -> Iterator[str]:
    """Inflected forms need no line of their own; abbreviations do."""
    yield from (wort for wort in woerter if wort.isupper())
