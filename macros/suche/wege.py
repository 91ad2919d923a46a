"""Words that lead to a page without standing there, from the data that editors keep."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from macros.seitenplan.adressen import eintrag
from macros.seitenplan.adressen import seite as seitenadresse
from macros.seitenplan.seiten import seitentitel
from macros.seitenplan.verzeichnis import Verzeichnis
from macros.sprache import Sprache

from .dokument import Wegwort
from .worte import gefaltet, ohne_akzente


def wegworte(verzeichnis: Verzeichnis, sprache: Sprache) -> dict[str, list[Wegwort]]:
    """Gives by page the curated words that lead to it, and other names of its entries."""
    je_seite: dict[str, list[Wegwort]] = defaultdict(list)
    for adresse, weg in (*_kuratierte(verzeichnis, sprache), *_namen(verzeichnis)):
        if weg not in je_seite[adresse]:
            je_seite[adresse].append(weg)
    return je_seite


def _kuratierte(verzeichnis: Verzeichnis, sprache: Sprache) -> Iterator[tuple[str, Wegwort]]:
    titel = seitentitel(sprache)
    for begriff in verzeichnis.konzept.suchbegriffe:
        for rang, kennung in enumerate(begriff.ziele, 1):
            adresse, _, anker = verzeichnis.ziel(kennung, titel).adresse.partition("#")
            for wort in _schreibweisen(begriff.wort, begriff.sprache):
                yield adresse, _weg(wort, rang, anker, begriff.sprache)


def _schreibweisen(wort: str, sprache: str | None) -> Iterator[str]:
    """Gives a word; a foreign one also as typed without the keyboard of its language."""
    yield wort
    if sprache:
        ohne = ohne_akzente(wort).replace("ı", "i")
        if gefaltet(ohne) != gefaltet(wort):
            yield ohne


def _namen(verzeichnis: Verzeichnis) -> Iterator[tuple[str, Wegwort]]:
    for beispiel in verzeichnis.konzept.praxisbeispiele:
        for wort in (beispiel.kurztitel, *(beispiel.suchbegriffe or ())):
            yield eintrag("praxisbeispiele", beispiel.id), _weg(wort, 2)
    for begriff in verzeichnis.konzept.glossar:
        for wort in begriff.auch or ():
            yield seitenadresse("glossar"), _weg(wort, 3, begriff.id)
    for angebot in verzeichnis.konzept.beratung.angebote:
        yield seitenadresse("beratung"), _weg(angebot.kurztitel, 1, angebot.id)


def _weg(wort: str, rang: int, anker: str = "", sprache: str | None = None) -> Wegwort:
    # Of two words, one alone says less.
    return Wegwort(wort, 3 if " " in wort else min(rang, 3), anker, sprache)
