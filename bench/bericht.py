"""The tables of a benchmark and what they say about the goals, in German."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bench.messung import Messung

VERHAELTNIS = 1.6
WACHSTUM = 1.1
MEGABYTE = 500
PRUEFEN_ECHT = 1.0
PRUEFEN_GROSS = 10.0
_GROSS = 1000


@dataclass(frozen=True)
class Groesse:
    """What was measured with a number of Praxisbeispiele; `schritte` are seconds by step."""

    anzahl: int
    seiten: int
    unser: Messung
    schlicht: Messung
    pruefen: Messung
    schritte: dict[str, float]

    @property
    def verhaeltnis(self) -> float:
        """Gives our time as a multiple of plain MkDocs'."""
        return self.unser.sekunden / self.schlicht.sekunden

    @property
    def je_seite(self) -> float:
        """Gives the milliseconds of a page."""
        return 1000 * self.unser.sekunden / self.seiten


def zeilen(groessen: Sequence[Groesse], echt: Messung) -> Iterator[str]:
    """Gives the whole report, line by line."""
    yield "HTML-Bau und Prüfung (schlicht: MkDocs und Material mit Suche, dasselbe Markdown)"
    yield from _tabelle(_VERGLEICH, [_vergleich(g) for g in groessen])
    yield ""
    yield "Ein Bau nach Schritten, in Sekunden (ein Lauf mit Stoppuhr)"
    schritte = sorted(
        {s for g in groessen for s in g.schritte}, key=lambda s: -_laenge(s, groessen)
    )
    yield from _tabelle(
        ["Schritt", *(str(g.anzahl) for g in groessen)],
        [[s, *(_zahl(g.schritte.get(s, 0), 2) for g in groessen)] for s in schritte],
    )
    yield ""
    yield "Ziele"
    for satz, erreicht in _ziele(groessen, echt):
        yield f"{'erreicht' if erreicht else 'verfehlt'}  {satz}"


_VERGLEICH = [
    "Praxisbeispiele",
    "Seiten",
    "unser Bau s",
    "schlicht s",
    "Verhältnis",
    "ms je Seite",
    "unser Bau MB",
    "schlicht MB",
    "pruefen s",
    "pruefen MB",
]


def _vergleich(g: Groesse) -> list[str]:
    return [
        str(g.anzahl),
        str(g.seiten),
        _zahl(g.unser.sekunden, 2),
        _zahl(g.schlicht.sekunden, 2),
        _zahl(g.verhaeltnis, 2),
        _zahl(g.je_seite, 1),
        _zahl(g.unser.megabyte),
        _zahl(g.schlicht.megabyte),
        _zahl(g.pruefen.sekunden, 2),
        _zahl(g.pruefen.megabyte),
    ]


def _ziele(groessen: Sequence[Groesse], echt: Messung) -> Iterator[tuple[str, bool]]:
    grosse = [g for g in groessen if g.anzahl >= _GROSS]
    for g in grosse:
        yield (
            f"{g.anzahl}: höchstens {_zahl(VERHAELTNIS, 1)}-mal so lang wie schlicht "
            f"(ist {_zahl(g.verhaeltnis, 2)})",
            g.verhaeltnis <= VERHAELTNIS,
        )
    for kleiner, groesser in pairwise(grosse):
        yield (
            f"{groesser.anzahl}: je Seite nicht länger als bei {kleiner.anzahl} "
            f"({_zahl(kleiner.je_seite, 1)} ms, jetzt {_zahl(groesser.je_seite, 1)} ms)",
            groesser.je_seite <= kleiner.je_seite * WACHSTUM,
        )
    for g in groessen:
        yield _speicherziel(f"{g.anzahl}: Bau", g.unser)
    yield (
        f"pruefen, die echten Daten: unter {_zahl(PRUEFEN_ECHT)} s (ist {_zahl(echt.sekunden, 2)})",
        echt.sekunden < PRUEFEN_ECHT,
    )
    for g in grosse[-1:]:
        yield (
            f"{g.anzahl}: pruefen unter {_zahl(PRUEFEN_GROSS)} s "
            f"(ist {_zahl(g.pruefen.sekunden, 1)})",
            g.pruefen.sekunden < PRUEFEN_GROSS,
        )
        yield _speicherziel(f"{g.anzahl}: pruefen", g.pruefen)


def _speicherziel(was: str, messung: Messung) -> tuple[str, bool]:
    satz = f"{was} unter {MEGABYTE} MB (ist {_zahl(messung.megabyte)})"
    return satz, messung.megabyte < MEGABYTE


def _laenge(schritt: str, groessen: Sequence[Groesse]) -> float:
    return groessen[-1].schritte.get(schritt, 0)


def _tabelle(kopf: list[str], reihen: list[list[str]]) -> Iterator[str]:
    """Gives aligned rows: the first column to the left, numbers to the right."""
    breiten = [max(len(reihe[i]) for reihe in [kopf, *reihen]) for i in range(len(kopf))]
    for reihe in [kopf, *reihen]:
        paare = zip(reihe, breiten, strict=True)
        yield "  ".join(
            zelle.rjust(breite) if i else zelle.ljust(breite)
            for i, (zelle, breite) in enumerate(paare)
        )


def _zahl(wert: float, stellen: int = 0) -> str:
    return f"{wert:.{stellen}f}".replace(".", ",")
