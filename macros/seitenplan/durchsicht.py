"""Reviews: when somebody last compared what a page tells with its sources, and what is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from macros.modell import Konzept
from macros.modell.listen import RAHMEN, listen

from . import herkunft
from .seite import Seite

_MONATE = 12
# The lists whose entries carry the day of their review, and the field that names an entry.
_NAME = {
    "kapitel": "titel",
    "handlungsfelder": "titel",
    "praxisbeispiele": "kurztitel",
    "angebote": "kurztitel",
    "zeitleiste": "titel",
    "zahlen": "titel",
    "glossar": "begriff",
}


@dataclass(frozen=True)
class Durchsicht:
    """The last review of one entry; `am` is None where nobody noted it."""

    kennung: str
    name: str
    am: date | None


@dataclass(frozen=True)
class Pruefstand:
    """When a page was last reviewed; with `alle` it gathers entries, and `am` is the oldest."""

    am: date
    alle: bool


def ist_faellig(geprueft_am: date, heute: date, monate: int) -> bool:
    """Tells whether a review is more than `monate` calendar months ago."""
    vergangen = (heute.year - geprueft_am.year) * _MONATE + heute.month - geprueft_am.month
    return vergangen > monate or (vergangen == monate and heute.day > geprueft_am.day)


class Durchsichten:
    """The reviews of one `Konzept`, by list and id."""

    def __init__(self, konzept: Konzept) -> None:
        self._konzept = konzept

    @cached_property
    def _je_liste(self) -> dict[str, dict[str, Durchsicht]]:
        rahmen = self._konzept.leitlinien.konzept
        alle = listen(self._konzept)
        return {RAHMEN: {RAHMEN: Durchsicht(RAHMEN, rahmen.titel, rahmen.geprueft_am)}} | {
            liste: {x.id: Durchsicht(x.id, getattr(x, name), x.geprueft_am) for x in alle[liste]}
            for liste, name in _NAME.items()
        }

    @cached_property
    def _aelteste(self) -> dict[str, date | None]:
        """The oldest review of each list; None where one of its entries has none."""
        tage = {liste: [d.am for d in je.values()] for liste, je in self._je_liste.items()}
        return {
            liste: None if None in am else min(filter(None, am), default=None)
            for liste, am in tage.items()
        }

    def zuletzt(self, seite: Seite) -> Pruefstand | None:
        """Gives the review of the page's entry, or the oldest of the entries that it gathers."""
        liste = herkunft.liste(seite)
        if liste not in self._je_liste:
            return None
        kennung = RAHMEN if liste == RAHMEN else seite.kennung
        eintrag = self._je_liste[liste].get(kennung)
        am = eintrag.am if eintrag else self._aelteste[liste]
        return Pruefstand(am, alle=eintrag is None) if am else None

    def faellige(self, heute: date) -> tuple[Durchsicht, ...]:
        """Gives the entries to review: those never reviewed, then the longest ago first."""
        monate = self._konzept.betrieb.pruefen_nach_monaten
        alle = [d for je in self._je_liste.values() for d in je.values()]
        alte = [d for d in alle if d.am is None or ist_faellig(d.am, heute, monate)]
        return tuple(sorted(alte, key=lambda d: (d.am or date.min, d.kennung)))
