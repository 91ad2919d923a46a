"""What a person has read of the search's own doing: how words split, and which are one family."""

from __future__ import annotations

from collections.abc import Iterator

from macros.suche.verzeichnis import Suchverzeichnis
from macros.suche.worte import gefaltet, woerter
from tests.redaktion.faelle import MUSTER
from tests.suche.guete import ORDNER

TRENNUNGEN, FAMILIEN = "trennungen.txt", "familien.txt"


def gelesene(datei: str) -> dict[str, str]:
    """Gives what stands in one of the two files, by word."""
    zeilen = (ORDNER / datei).read_text(encoding="utf-8").splitlines()
    return dict(zeile.split() for zeile in zeilen if not zeile.startswith("#"))


def jetzige(verzeichnis: Suchverzeichnis) -> dict[str, dict[str, str]]:
    """Gives the same as the search has it, by file and word."""
    trennungen = {wort: "+".join(teile) for wort, teile in verzeichnis.teile.items()}
    return {TRENNUNGEN: trennungen, FAMILIEN: verzeichnis.familien}


def neue(verzeichnis: Suchverzeichnis) -> Iterator[str]:
    """Gives a line for each word that nobody has read yet: new content brings them."""
    for datei, worte in jetzige(verzeichnis).items():
        gelesen = gelesene(datei)
        yield from (f"{datei}: {w} {teile}" for w, teile in worte.items() if w not in gelesen)


def musterworte() -> frozenset[str]:
    """Gives the folded words of the sample, which no editor changes: a new split is a new rule."""
    texte = (datei.read_text(encoding="utf-8") for datei in MUSTER.glob("*.yaml"))
    return frozenset(gefaltet(wort) for text in texte for wort in woerter(text))
