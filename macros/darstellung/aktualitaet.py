"""When what a page tells was last changed, as far as it is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import groupby, islice

from macros.modell import EINZELN, Konzept
from macros.seitenplan import herkunft
from macros.seitenplan.durchsicht import Durchsichten
from macros.seitenplan.seite import Seite

# Overviews of entries that also stand in files of their own.
_AUCH_EINZELN = "praxisbeispiele"
# More changes than anyone reads; the feeds hold more.
HOECHSTENS = 50


def letzte_aenderung(
    seite: Seite, konzept: Konzept, aenderungen: Mapping[str, date], durchsichten: Durchsichten
) -> date | None:
    """Gives the day of the last change: of the page's entry, or of the newest one it gathers.

    `aenderungen` are days by id, from the history; an entry without one has the day of its
    last review. None where neither is known, and for a page that gathers a part of a list.
    """
    if seite.auswahl:
        # The newest entry of its list need not be one that it gathers.
        return None
    if seite.kennung:
        stand = durchsichten.zuletzt(seite)
        geprueft = stand.am if stand and not stand.alle else None
        return aenderungen.get(seite.kennung, geprueft)
    datei = herkunft.datei(seite)
    tage = (
        aenderungen.get(kennung)
        for kennung, stelle in konzept.fundstellen.items()
        if stelle.datei == datei
        or (seite.vorlage == _AUCH_EINZELN and stelle.datei.startswith(f"{EINZELN}/"))
    )
    return max(filter(None, tage), default=None)


def nach_tagen(
    seiten: Iterable[tuple[date | None, Seite]],
) -> tuple[tuple[date, tuple[Seite, ...]], ...]:
    """Gives the latest fifty changes by day, the newest first; what has no day is left out."""
    bekannt = [(tag, seite) for tag, seite in seiten if tag]
    neueste = islice(sorted(bekannt, key=lambda paar: paar[0], reverse=True), HOECHSTENS)
    return tuple(
        (tag, tuple(seite for _, seite in paare))
        for tag, paare in groupby(neueste, key=lambda paar: paar[0])
    )
