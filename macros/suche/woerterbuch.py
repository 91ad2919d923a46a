"""The German word list: irregular forms and lemmas, made by `tools/woerterbuch.py`."""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .worte import stamm

# Adjectives that change their vowel to compare; the dictionary lacks most of these forms.
_STEIGERN = ("alt", "arm", "gesund", "gross", "jung", "krank", "kurz", "lang", "schwach", "stark")
_UMGELAUTET = re.compile("[a-z]*[aou]e")
_UMLAUT = {"a": "ae", "o": "oe", "u": "ue"}
# Endings of words from Latin and of what they are in the plural, alone and in compounds.
_MEHRZAHL = {
    "firma": "firmen",
    "museum": "museen",
    "praktikum": "praktika",
    "studium": "studien",
    "trauma": "traumata",
    "visum": "visa",
    "zentrum": "zentren",
}

DATEI = Path(__file__).with_name("woerterbuch-de.xz")


@dataclass(frozen=True)
class Woerterbuch:
    """`formen`: by the stem of a lemma, the stems of its irregular forms ("haus": "haeus").

    The lemmas have 4 to 13 letters and are folded; `nomen` are those of nouns, `verben` those
    that may be of verbs.
    """

    formen: dict[str, tuple[str, ...]]
    lemmata: tuple[str, ...]
    nomen: frozenset[str]
    verben: frozenset[str]


@cache
def lade() -> Woerterbuch:
    """Reads the list, once."""
    formen, woerter = lzma.decompress(DATEI.read_bytes()).decode().split("\n\n")
    zeilen = (zeile.split() for zeile in formen.split("\n"))
    lemmata = woerter.split()
    return Woerterbuch(
        {nach: tuple(von) for nach, *von in zeilen},
        tuple(map(str.lower, lemmata)),
        nomen=frozenset(wort.lower() for wort in lemmata if not wort.islower()),
        verben=frozenset(wort for wort in lemmata if wort.islower() and wort.endswith("n")),
    )


def formen(staemme: Iterable[str], weitere: Mapping[str, str]) -> dict[str, str]:
    """Gives the stems of irregular forms and the stem they belong to, for the words of a site.

    `weitere` are forms that the list lacks.

    Every form of a lemma that the site has in any form is there, so that a form which only
    a reader types leads to it too.
    """
    je_lemma = lade().formen
    eigene = {*staemme, *weitere.values()}
    lemmata = {
        nach for nach, von in je_lemma.items() if nach in eigene or not eigene.isdisjoint(von)
    }
    gefunden = _gesteigerte(eigene) | _mit_umlaut(eigene) | _lateinische(eigene)
    for nach in sorted(lemmata, key=lambda lemma: (lemma not in eigene, lemma)):
        for von in je_lemma[nach]:
            gefunden.setdefault(von, nach)
    return _aufgeloest({**weitere, **gefunden})


def _gesteigerte(eigene: set[str]) -> dict[str, str]:
    """Gives the stems of "jünger", "jüngere" and "jüngste", by those of words such as "jung"."""
    ergebnis: dict[str, str] = {}
    for wort in eigene.intersection(_STEIGERN):
        platz = max(wort.rfind(vokal) for vokal in _UMLAUT)
        anders = wort[:platz] + _UMLAUT[wort[platz]] + wort[platz + 1 :]
        ergebnis |= {anders + endung: wort for endung in ("", "er", "st", "est")}
    return ergebnis


def _lateinische(eigene: set[str]) -> dict[str, str]:
    """Gives the stems of plurals such as "Jugendzentren", by those of words that end so."""
    return {
        stamm(wort.removesuffix(eine) + mehrere): wort
        for wort in sorted(eigene)
        for eine, mehrere in _MEHRZAHL.items()
        if wort.endswith(eine)
    }


def _mit_umlaut(eigene: set[str]) -> dict[str, str]:
    """Gives the stems of plurals such as "Schimpfwörter", by those of compounds that end so."""
    buch = lade()
    ergebnis: dict[str, str] = {}
    for wort in eigene:
        for stelle in range(3, len(wort) - 2):
            vorn, hinten = wort[:stelle], wort[stelle:]
            if hinten in buch.nomen:
                formen = (von for von in buch.formen.get(hinten, ()) if _UMGELAUTET.match(von))
                ergebnis |= {vorn + von: wort for von in formen if len(von) == len(hinten) + 1}
    return ergebnis


def _aufgeloest(formen: dict[str, str]) -> dict[str, str]:
    """A stem that leads to a stem that leads on leads to the last one, and none to itself."""
    ergebnis = {}
    for von, nach in sorted(formen.items()):
        weg = {von}
        while nach in formen and nach not in weg:
            weg.add(nach)
            nach = formen[nach]
        if nach not in weg:
            ergebnis[von] = nach
    return ergebnis
