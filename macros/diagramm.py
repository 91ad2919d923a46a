"""Bar charts as plain numbers; the template turns them into SVG."""

from __future__ import annotations

from dataclasses import dataclass

from .modell import Kennzahl, Messwert

ZEILE = 64


@dataclass(frozen=True)
class Balken:
    """One bar: its value, its upper edge in CSS pixels, its length in percent of the width."""

    messwert: Messwert
    oben: int
    anteil: float


@dataclass(frozen=True)
class Diagramm:
    """A bar chart as wide as its place and `hoehe` CSS pixels high, so that text keeps its size."""

    hoehe: int
    balken: tuple[Balken, ...]


def zeichne(kennzahl: Kennzahl) -> Diagramm:
    """Gives the bars of a figure: all start at zero, the longest fills the width."""
    groesster = max(messwert.wert for messwert in kennzahl.werte) or 1
    balken = tuple(
        Balken(messwert, nummer * ZEILE, round(100 * max(messwert.wert, 0) / groesster, 1))
        for nummer, messwert in enumerate(kennzahl.werte)
    )
    return Diagramm(ZEILE * len(balken), balken)
