"""The tables of a benchmark and what they say about the goals, in German."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bench import datenbericht
from bench.datenbericht import Ausgaben
from bench.messung import Messung
from bench.tabelle import tabelle, zahl

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
    ausgaben: Ausgaben

    @property
    def verhaeltnis(self) -> float:
        """Gives our time as a multiple of plain MkDocs'."""
        return self.unser.sekunden / self.schlicht.sekunden

    @property
    def je_seite(self) -> float:
        """Gives the milliseconds of a page."""
        return 1000 * self.unser.sekunden / self.seiten


def zeilen(groessen: Sequence[Groesse], echt: Messung, daten: Ausgaben) -> Iterator[str]:
    """Gives the whole report, line by line."""
    yield "HTML-Bau und Prüfung (schlicht: MkDocs und Material mit Suche, dasselbe Markdown)"
    yield from tabelle(_VERGLEICH, [_vergleich(g) for g in groessen])
    yield ""
    yield "Ein Bau nach Schritten, in Sekunden (ein Lauf mit Stoppuhr)"
    schritte = sorted(
        {s for g in groessen for s in g.schritte}, key=lambda s: -_laenge(s, groessen)
    )
    yield from tabelle(
        ["Schritt", *(str(g.anzahl) for g in groessen)],
        [[s, *(zahl(g.schritte.get(s, 0), 2) for g in groessen)] for s in schritte],
    )
    yield ""
    yield from datenbericht.reihen([(g.anzahl, g.ausgaben) for g in groessen], daten)
    yield ""
    yield "Ziele"
    grosse = [(g.anzahl, g.ausgaben) for g in groessen if g.anzahl >= _GROSS]
    for satz, erreicht in (*_ziele(groessen, echt), *datenbericht.ziele(grosse, daten, WACHSTUM)):
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
        zahl(g.unser.sekunden, 2),
        zahl(g.schlicht.sekunden, 2),
        zahl(g.verhaeltnis, 2),
        zahl(g.je_seite, 1),
        zahl(g.unser.megabyte),
        zahl(g.schlicht.megabyte),
        zahl(g.pruefen.sekunden, 2),
        zahl(g.pruefen.megabyte),
    ]


def _ziele(groessen: Sequence[Groesse], echt: Messung) -> Iterator[tuple[str, bool]]:
    grosse = [g for g in groessen if g.anzahl >= _GROSS]
    for g in grosse:
        yield (
            f"{g.anzahl}: höchstens {zahl(VERHAELTNIS, 1)}-mal so lang wie schlicht "
            f"(ist {zahl(g.verhaeltnis, 2)})",
            g.verhaeltnis <= VERHAELTNIS,
        )
    for kleiner, groesser in pairwise(grosse):
        yield (
            f"{groesser.anzahl}: je Seite nicht länger als bei {kleiner.anzahl} "
            f"({zahl(kleiner.je_seite, 1)} ms, jetzt {zahl(groesser.je_seite, 1)} ms)",
            groesser.je_seite <= kleiner.je_seite * WACHSTUM,
        )
    for g in groessen:
        yield _speicherziel(f"{g.anzahl}: Bau", g.unser)
    yield (
        f"pruefen, die echten Daten: unter {zahl(PRUEFEN_ECHT)} s (ist {zahl(echt.sekunden, 2)})",
        echt.sekunden < PRUEFEN_ECHT,
    )
    for g in grosse[-1:]:
        yield (
            f"{g.anzahl}: pruefen unter {zahl(PRUEFEN_GROSS)} s "
            f"(ist {zahl(g.pruefen.sekunden, 1)})",
            g.pruefen.sekunden < PRUEFEN_GROSS,
        )
        yield _speicherziel(f"{g.anzahl}: pruefen", g.pruefen)


def _speicherziel(was: str, messung: Messung) -> tuple[str, bool]:
    satz = f"{was} unter {MEGABYTE} MB (ist {zahl(messung.megabyte)})"
    return satz, messung.megabyte < MEGABYTE


def _laenge(schritt: str, groessen: Sequence[Groesse]) -> float:
    return groessen[-1].schritte.get(schritt, 0)
