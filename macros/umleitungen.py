"""Old addresses of entries that got another id: they lead on, without script."""

from __future__ import annotations

from . import adressen
from .modell import Konzept

LISTE = "praxisbeispiele"


def umleitungen(konzept: Konzept) -> dict[str, str]:
    """Gives the new address by the old one, both as seen from the site's root."""
    return {
        adressen.eintrag(LISTE, frueher): adressen.eintrag(LISTE, beispiel.id)
        for beispiel in konzept.praxisbeispiele
        for frueher in beispiel.frueher or ()
    }
