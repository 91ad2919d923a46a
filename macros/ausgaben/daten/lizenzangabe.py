"""What a data file says of its licence: for our structure and words, never for the city's."""

from __future__ import annotations

from macros.modell import Betrieb
from macros.modell.lizenz import lizenz
from macros.sprache import Sprache

from .vertragsdateien import LizenzDaten

# Fields that hold words of others, whatever the licence says.
ZITATE = ("belege.zitat", "zahlen.belege.zitat", "zahlen.werte.belege.zitat")


def angabe(betrieb: Betrieb, sprache: Sprache, amtlich: bool = False) -> LizenzDaten:
    """Gives what a file says of its licence; `amtlich` if its text is the city's own wording."""
    gewaehlt = lizenz(betrieb)
    return LizenzDaten(
        name=gewaehlt.name if gewaehlt else None,
        url=gewaehlt.url if gewaehlt else None,
        gilt_fuer=sprache("daten.lizenz.gilt_fuer"),
        gilt_nicht_fuer=("text", *ZITATE) if amtlich else ZITATE,
        hinweis=sprache("daten.lizenz.erteilt" if gewaehlt else "daten.lizenz.offen"),
    )
