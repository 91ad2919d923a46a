"""Real words that look like a word of the site: the search must not take them for mistakes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA, Prefix

from .woerterbuch import lade

# The browser forgives one edit in a word of up to five letters and two beyond, the second one
# behind the same first two letters (`aehnlich` in theme/eigen/suche-wissen.js).
_ZWEI_FEHLER_AB = 6
_KUERZESTES = 4


def echte(worte: Iterable[str], grundform: Callable[[str], str]) -> list[str]:
    """Gives the terms of German words that the browser would take for a word of the site."""
    eigene = {w for w in worte if len(w) >= _KUERZESTES and w.isalpha() and w.isascii()}
    bekannt = set(map(grundform, eigene))
    andere = [w for w in lade().lemmata if w not in bekannt]
    gefunden = {
        *_nahe(eigene, [w for w in andere if len(w) < _ZWEI_FEHLER_AB], anfang=1, fehler=1),
        *_nahe(eigene, [w for w in andere if len(w) >= _ZWEI_FEHLER_AB], anfang=2, fehler=2),
        *_anders_begonnen(eigene, andere),
    }
    return sorted({grundform(w) for w in gefunden} - bekannt)


def gepackt(sortierte: Iterable[str]) -> str:
    """Gives words of small letters as one text, each without what it shares with the last.

    A capital begins a word and says how many letters it shares: A none, B one, up to Z.
    """
    stuecke, vorher = [], ""
    for wort in sortierte:
        gleich = min(Prefix.similarity(vorher, wort), 25)
        stuecke.append(chr(ord("A") + gleich) + wort[gleich:])
        vorher = wort
    return "".join(stuecke)


def _nahe(
    eigene: Collection[str], andere: Iterable[str], anfang: int, fehler: int
) -> Iterator[str]:
    """Words at most so many edits from one of the site's, and with the same beginning."""
    je: dict[tuple[str, int], list[str]] = defaultdict(list)
    for wort in andere:
        je[wort[:anfang], len(wort)].append(wort)
    for wort in eigene:
        for laenge in range(len(wort) - fehler, len(wort) + fehler + 1):
            vorrat = je.get((wort[:anfang], laenge), ())
            treffer = process.extract(
                wort, vorrat, scorer=OSA.distance, score_cutoff=fehler, limit=None
            )
            yield from (anderes for anderes, _, _ in treffer)


def _anders_begonnen(eigene: Iterable[str], andere: Iterable[str]) -> Iterator[str]:
    """Words with one edit among their first letters: without it both are the same."""
    muster = {m for wort in eigene for m in _ohne_einen_der_ersten(wort)}
    return (w for w in andere if not muster.isdisjoint(_ohne_einen_der_ersten(w)))


def _ohne_einen_der_ersten(wort: str) -> tuple[str, ...]:
    return wort, wort[1:], wort[0] + wort[2:], wort[:2] + wort[3:]
