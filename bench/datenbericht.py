"""What the measurement of the open data says, and its goals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bench.tabelle import tabelle, zahl

SEKUNDEN_ECHT = 2.0
ALLES_MEGABYTE = 8.0


@dataclass(frozen=True)
class Ausgaben:
    """The data files: seconds to make them, their number, and what the whole one weighs.

    That in 1e6 bytes: as it is, and as a server sends it with gzip, if no two entries say the same.
    """

    sekunden: float
    megabyte: float
    gesendet: float
    dateien: int


Gemessen = Sequence[tuple[int, Ausgaben]]


def reihen(gemessen: Gemessen, echt: Ausgaben) -> Iterator[str]:
    """Gives the table; `gemessen` are numbers of Praxisbeispiele and what they cost."""
    yield "Offene Daten (ohne Bilder)"
    yield from tabelle(
        [
            "Praxisbeispiele",
            "Dateien",
            "s",
            "ms je Eintrag",
            "alles.json MB",
            "gerechnet mit gzip MB",
        ],
        [
            [
                "echt",
                str(echt.dateien),
                zahl(echt.sekunden, 2),
                "",
                zahl(echt.megabyte, 2),
                zahl(echt.gesendet, 2),
            ],
            *(
                [
                    str(anzahl),
                    str(a.dateien),
                    zahl(a.sekunden, 2),
                    zahl(_je_eintrag(anzahl, a), 2),
                    zahl(a.megabyte, 1),
                    zahl(a.gesendet, 1),
                ]
                for anzahl, a in gemessen
            ),
        ],
    )


def ziele(grosse: Gemessen, echt: Ausgaben, wachstum: float) -> Iterator[tuple[str, bool]]:
    """Gives each goal and whether it is reached."""
    yield (
        f"offene Daten, die echten: unter {zahl(SEKUNDEN_ECHT)} s (ist {zahl(echt.sekunden, 2)})",
        echt.sekunden < SEKUNDEN_ECHT,
    )
    for kleiner, groesser in pairwise(grosse):
        vorher, jetzt = _je_eintrag(*kleiner), _je_eintrag(*groesser)
        yield (
            f"{groesser[0]}: offene Daten je Eintrag nicht länger als bei {kleiner[0]} "
            f"({zahl(vorher, 2)} ms, jetzt {zahl(jetzt, 2)} ms)",
            jetzt <= vorher * wachstum,
        )
    for anzahl, a in grosse[-1:]:
        yield (
            f"{anzahl}: alles.json wiegt gesendet (gzip) unter {zahl(ALLES_MEGABYTE)} MB "
            f"(gerechnet {zahl(a.gesendet, 1)})",
            a.gesendet < ALLES_MEGABYTE,
        )


def _je_eintrag(anzahl: int, ausgaben: Ausgaben) -> float:
    return 1000 * ausgaben.sekunden / anzahl
