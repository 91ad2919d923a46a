"""Which entries are due for a review."""

from __future__ import annotations

from datetime import date

from macros.modell import Angebot, Konzept, Praxisbeispiel

_MONATE = 12


def ist_faellig(geprueft_am: date, heute: date, monate: int) -> bool:
    """Tells whether a review is more than `monate` calendar months ago."""
    vergangen = (heute.year - geprueft_am.year) * _MONATE + heute.month - geprueft_am.month
    return vergangen > monate or (vergangen == monate and heute.day > geprueft_am.day)


def faellige(konzept: Konzept, heute: date) -> tuple[Praxisbeispiel | Angebot, ...]:
    """Gives the entries to review, the longest ago first."""
    monate = konzept.betrieb.pruefen_nach_monaten
    alle: tuple[Praxisbeispiel | Angebot, ...] = (
        *konzept.praxisbeispiele,
        *konzept.beratung.angebote,
    )
    alte = (eintrag for eintrag in alle if ist_faellig(eintrag.geprueft_am, heute, monate))
    return tuple(sorted(alte, key=lambda eintrag: (eintrag.geprueft_am, eintrag.id)))
