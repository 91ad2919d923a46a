"""Real words that look like a word of the site: the search must not take them for mistakes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from string import ascii_lowercase

from rapidfuzz import process
from rapidfuzz.distance import OSA

from .woerterbuch import Woerterbuch, lade

# `#aehnlich` in theme/eigen/suche-frage.js forgives as much: one edit; from six letters on two,
# if the word names a thing and both begin or end alike.
_ZWEI_FEHLER_AB = 6
_KUERZESTES = 4
# The browser loads the compartment of a word's first letter only.
_FAECHER = 16
# So many in each compartment that few words share the place of another.
_PLAETZE = 2**22
# Places stand as characters of at most two bytes, from the blank on.
_ERSTES, _WEITER = 0x20, 0x7D0


def echte(
    worte: Iterable[str], nennende: Collection[str], grundform: Callable[[str], str]
) -> list[str]:
    """Gives the terms of German words that the browser would take for a word of the site.

    `nennende` are those of the site's folded words that name a thing.
    """
    eigene = frozenset(w for w in worte if len(w) >= _KUERZESTES and w.isalpha() and w.isascii())
    bekannt = frozenset(map(grundform, eigene))
    gefunden = _aehnliche(eigene, eigene.intersection(nennende), bekannt)
    return sorted({grundform(w) for w in gefunden} - bekannt)


@lru_cache(maxsize=2)
def _aehnliche(
    eigene: frozenset[str], nennende: frozenset[str], bekannt: frozenset[str]
) -> frozenset[str]:
    """Kept for a preview, which builds again and again with the same words."""
    andere = {w for w in _formen(lade()) if len(w) >= _KUERZESTES} - bekannt
    lange = [w for w in andere if len(w) >= _ZWEI_FEHLER_AB]
    return frozenset(
        (
            *_einen_entfernt(eigene, andere),
            *_zwei_entfernt(nennende, lange, _anfang),
            *_zwei_entfernt(nennende, lange, _ende),
        )
    )


def faecher(worte: Iterable[str]) -> list[str]:
    """Gives words, each in the compartment of its first letter, packed by `gepackt`.

    The letter's code modulo the number of compartments tells which, in
    theme/eigen/suche-wissen.js too.
    """
    je: list[list[str]] = [[] for _ in range(_FAECHER)]
    for wort in worte:
        je[ord(wort[0]) % _FAECHER].append(wort)
    return [gepackt(fach) for fach in je]


def gepackt(worte: Iterable[str]) -> str:
    """Gives the places of words in their order, each as a character: how far from the last one.

    `_WEITER` is no word's: it only leads on where the next place is farther.

    The words themselves would take a third more bytes. A word that is not among them may share the
    place of one that is; then its mistake is not mended.
    """
    stellen = sorted({0, *map(platz, worte)})
    schritte = (divmod(b - a, _WEITER) for a, b in pairwise(stellen))
    return "".join(chr(_ERSTES + _WEITER) * weit + chr(_ERSTES + rest) for weit, rest in schritte)


def platz(wort: str) -> int:
    """Gives the place of a word, its hash after FNV-1a, as theme/eigen/suche-worte.js does."""
    summe = 0x811C9DC5
    for zeichen in wort.encode():
        summe = (summe ^ zeichen) * 0x01000193 & 0xFFFFFFFF
    return summe % _PLAETZE


def _formen(buch: Woerterbuch) -> Iterator[str]:
    """Lemmas, irregular forms, and the plural of short nouns, long enough for two edits."""
    for wort in buch.lemmata:
        yield wort
        if len(wort) < _ZWEI_FEHLER_AB and wort in buch.nomen:
            yield from (f"{wort}n",) if wort.endswith("e") else (f"{wort}e", f"{wort}en")
    for staemme in buch.formen.values():
        for stamm in staemme:
            yield from (stamm, f"{stamm}e", f"{stamm}er")


def _anfang(wort: str) -> str:
    """Gives the first two letters in any order."""
    return "".join(sorted(wort[:2]))


def _ende(wort: str) -> str:
    return wort[-3:]


def _zwei_entfernt(
    eigene: Iterable[str], andere: Iterable[str], gleich: Callable[[str], str]
) -> Iterator[str]:
    """Words at most two edits from one of the site's where `gleich` gives the same for both."""
    je: dict[tuple[str, int], list[str]] = defaultdict(list)
    for wort in andere:
        je[gleich(wort), len(wort)].append(wort)
    for wort in eigene:
        for laenge in range(len(wort) - 2, len(wort) + 3):
            vorrat = je.get((gleich(wort), laenge), ())
            treffer = process.extract(wort, vorrat, scorer=OSA.distance, score_cutoff=2, limit=None)
            yield from (anderes for anderes, _, _ in treffer)


def _einen_entfernt(eigene: Iterable[str], andere: set[str]) -> Iterator[str]:
    """Words one edit from one of the site's: few words have fewer variants than many have parts."""
    for wort in eigene:
        yield from andere.intersection(_mit_einem_fehler(wort)) - {wort}


def _mit_einem_fehler(wort: str) -> Iterator[str]:
    """Gives what a word becomes with one letter lost, swapped, put in or replaced."""
    for stelle in range(len(wort) + 1):
        vorn, hinten = wort[:stelle], wort[stelle:]
        yield vorn + hinten[1:]
        yield vorn + hinten[1:2] + hinten[:1] + hinten[2:]
        for zeichen in ascii_lowercase:
            yield vorn + zeichen + hinten
            yield vorn + zeichen + hinten[1:]
