"""Ids that entries had before: what refers to one of them means the entry of today."""

from __future__ import annotations

from typing import Protocol

from macros.modell import Konzept
from macros.modell.listen import listen


class _Umbenennbar(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def frueher(self) -> tuple[str, ...] | None: ...


def fruehere(konzept: Konzept) -> dict[str, str]:
    """Gives the id of today by each former one, of every entry whose id may change."""
    rahmen, je_liste = konzept.leitlinien.konzept, listen(konzept)
    teile: tuple[tuple[_Umbenennbar, ...], ...] = (
        *(je_liste[name] for name in je_liste if name not in ("kapitel", "handlungsfelder")),
        *(feld.schwerpunkte or () for feld in konzept.leitlinien.handlungsfelder),
        rahmen.perspektiven,
        rahmen.abschnitte,
        *(kapitel.abschnitte for kapitel in konzept.leitlinien.kapitel),
    )
    return {alt: x.id for liste in teile for x in liste for alt in x.frueher or ()}
