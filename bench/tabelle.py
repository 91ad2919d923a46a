"""Aligned tables and German numbers for the reports."""

from __future__ import annotations

from collections.abc import Iterator


def tabelle(kopf: list[str], reihen: list[list[str]]) -> Iterator[str]:
    """Gives aligned rows: the first column to the left, numbers to the right."""
    breiten = [max(len(reihe[i]) for reihe in [kopf, *reihen]) for i in range(len(kopf))]
    for reihe in [kopf, *reihen]:
        paare = zip(reihe, breiten, strict=True)
        yield "  ".join(
            zelle.rjust(breite) if i else zelle.ljust(breite)
            for i, (zelle, breite) in enumerate(paare)
        )


def zahl(wert: float, stellen: int = 0) -> str:
    """Gives a number with so many decimals, after a comma."""
    return f"{wert:.{stellen}f}".replace(".", ",")
