"""Bar charts as plain numbers; the template turns them into pictures."""

from __future__ import annotations

from dataclasses import dataclass

from macros.modell import Kennzahl, Messwert


@dataclass(frozen=True)
class Balken:
    """One bar: its value, and its length in percent of the width."""

    messwert: Messwert
    anteil: float


def zeichne(kennzahl: Kennzahl) -> tuple[Balken, ...]:
    """Gives the bars of a figure: all start at zero, the longest fills the width."""
    groesster = max(messwert.wert for messwert in kennzahl.werte) or 1
    return tuple(
        Balken(messwert, round(100 * messwert.wert / groesster, 1)) for messwert in kennzahl.werte
    )
