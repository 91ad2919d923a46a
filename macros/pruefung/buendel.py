"""Many places that name one id which no entry has: to who reads them, they are one mistake."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from macros.lesen.befund import Befund
from macros.sprache import Sprache

_VIELE = 3
_GENANNT = 5


def mit_anzahl(befunde: Iterable[Befund], sprache: Sprache, namenlos: bool) -> Iterator[Befund]:
    """Gives all findings; the first of many for one missing id tells how many, and what to do.

    If some entry is `namenlos`, without an id, the missing one may be its: nothing was renamed.
    """
    rat = "befund.verweise_namenlos" if namenlos else "befund.verweise_viele"
    alle = list(befunde)
    offen = _oft(alle)
    for befund in alle:
        anzahl = offen.pop(befund.fehlt, 0)
        hinweis = sprache(rat, anzahl=anzahl, fehlt=befund.fehlt) if anzahl else ""
        yield replace(befund, satz=f"{befund.satz} {hinweis}".rstrip())


def gebuendelt(befunde: Iterable[Befund], sprache: Sprache) -> list[Befund]:
    """Gives of many findings for one missing id only the first, which names some others.

    For readers who get a list: in a terminal the rest would scroll away, and GitHub shows no
    more than ten annotations of a step (actions/toolkit, docs/problem-matchers.md).
    """
    alle = list(befunde)
    oft, weitere = _oft(alle), defaultdict[str, list[Befund]](list)
    for befund in alle:
        weitere[befund.fehlt].append(befund)
    ergebnis = []
    for befund in alle:
        erster, *andere = weitere[befund.fehlt]
        if befund.fehlt not in oft:
            ergebnis.append(befund)
        elif befund is erster:
            ergebnis.append(replace(befund, satz=f"{befund.satz} {_wo(andere, sprache)}"))
    return ergebnis


def _oft(befunde: list[Befund]) -> dict[str, int]:
    anzahl = Counter(befund.fehlt for befund in befunde)
    return {fehlt: n for fehlt, n in anzahl.items() if fehlt and n >= _VIELE}


def _wo(befunde: list[Befund], sprache: Sprache) -> str:
    """Tells the first of the places, and how many more there are."""
    genannte = _stellen(befunde[:_GENANNT], sprache)
    if (weitere := len(befunde) - _GENANNT) > 0:
        return sprache("befund.verweise_und_weitere", stellen=genannte, anzahl=weitere)
    return sprache("befund.verweise_weitere", stellen=genannte)


def _stellen(befunde: list[Befund], sprache: Sprache) -> str:
    """Gives the places, the lines of one file together."""
    je_datei = defaultdict(list)
    for befund in befunde:
        je_datei[befund.datei].append(str(befund.zeile))
    return "; ".join(
        sprache("befund.zeilen_der_datei", datei=datei, zeilen=", ".join(zeilen))
        for datei, zeilen in je_datei.items()
    )
