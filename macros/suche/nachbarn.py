"""Real words that look like a word of the site: the search must not take them for mistakes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from .woerterbuch import lade

_LAENGE = range(4, 11)
_ZWEI_FEHLER = range(7, 10)


def echte(worte: Iterable[str], grundform: Callable[[str], str]) -> list[str]:
    """Gives the terms of German words so near a word of the site that they look like it."""
    eigene = [w for w in worte if w.isalpha() and w.isascii()]
    bekannt = set(map(grundform, eigene))
    andere = [(w, t) for w in lade().grundwoerter if (t := grundform(w)) not in bekannt]
    muster = {m for w in {*eigene, *bekannt} if len(w) in _LAENGE for m in _luecken(w)}
    gefunden = {term for wort, term in andere if not muster.isdisjoint(_luecken(wort))}
    return sorted(gefunden | set(_mit_zwei_fehlern(eigene, andere)))


def _luecken(wort: str) -> Iterator[str]:
    yield wort
    for stelle in range(len(wort)):
        yield wort[:stelle] + wort[stelle + 1 :]


def _mit_zwei_fehlern(eigene: list[str], andere: list[tuple[str, str]]) -> Iterator[str]:
    """Two edits are forgiven in longer words with the same first two letters."""
    je_anfang: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for wort in eigene:
        if len(wort) in _ZWEI_FEHLER:
            je_anfang[wort[:2]].append((wort, _buchstaben(wort)))
    for wort, term in andere:
        if len(wort) not in _ZWEI_FEHLER:
            continue
        menge = _buchstaben(wort)
        # Two edits change four letters of the set at most; that spares most comparisons.
        if any(
            (menge ^ andere_menge).bit_count() <= 4 and _hoechstens_zwei(wort, eigenes)
            for eigenes, andere_menge in je_anfang[wort[:2]]
        ):
            yield term


def _buchstaben(wort: str) -> int:
    menge = 0
    for zeichen in wort:
        menge |= 1 << (ord(zeichen) - ord("a"))
    return menge


def _hoechstens_zwei(a: str, b: str, fehler: int = 2) -> bool:
    """Tells whether at most so many edits part two words, comparing them from both ends."""
    while a and b and a[0] == b[0]:
        a, b = a[1:], b[1:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    if not a or not b:
        return len(a) + len(b) <= fehler
    if fehler == 0 or abs(len(a) - len(b)) > fehler:
        return False
    return any(
        _hoechstens_zwei(x, y, fehler - 1) for x, y in ((a[1:], b[1:]), (a[1:], b), (a, b[1:]))
    ) or (a[:2] == b[1::-1] and _hoechstens_zwei(a[2:], b[2:], fehler - 1))
