"""Bar charts as plain numbers; the template turns them into SVG."""

from __future__ import annotations

from dataclasses import dataclass

from .modell import Kennzahl, Messwert

BREITE = 640
ZEILE = 60
BALKEN = 22


@dataclass(frozen=True)
class Balken:
    """One bar: its value and, in SVG units, where it starts and how long it is."""

    messwert: Messwert
    oben: int
    laenge: float


@dataclass(frozen=True)
class Diagramm:
    """A bar chart of one figure, `breite` by `hoehe` SVG units; bars start at zero."""

    breite: int
    hoehe: int
    balken: tuple[Balken, ...]


def zeichne(kennzahl: Kennzahl) -> Diagramm:
    """Gives the bars of a figure, the longest as wide as the chart."""
    groesster = max(messwert.wert for messwert in kennzahl.werte) or 1
    balken = tuple(
        Balken(messwert, nummer * ZEILE, round(BREITE * max(messwert.wert, 0) / groesster, 1))
        for nummer, messwert in enumerate(kennzahl.werte)
    )
    return Diagramm(BREITE, ZEILE * len(balken), balken)
