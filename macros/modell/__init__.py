"""The one model: from it come the check, the schemas and every page.

`DATEIEN` names each data file and the type of its content; `Konzept` is the whole, frozen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from .adressbuch import Adressbuch, Grabstein
from .beleg import Abschnitt, Antwort, Auszug, Beleg, Quelle, Widerspruch, Wortlaut
from .beratung import Angabe, Angebot, Aufenthalt, Beratung, Kontakt, Orientierung, Zugang
from .betrieb import Betreiber, Betrieb
from .chronik import Ereignis, Kennzahl, Messwert
from .fingerabdruck import Fingerabdruck
from .grundtypen import Eintrag, Liste
from .handlungsfeld import (
    FOLGEN,
    Handlungsfeld,
    Kapitel,
    Leitlinie,
    Leitlinien,
    Rahmen,
    Schwerpunkt,
)
from .praxisbeispiel import Praxisbeispiel, Verknuepfung, Zahlenangabe
from .wortschatz import SEITEN, Auffaelligkeit, Begriff, Suchbegriff
from .zeitpunkt import Zeitpunkt

__all__ = [
    "DATEIEN",
    "EINZELN",
    "FOLGEN",
    "SEITEN",
    "Abschnitt",
    "Adressbuch",
    "Angabe",
    "Angebot",
    "Antwort",
    "Aufenthalt",
    "Auffaelligkeit",
    "Auszug",
    "Begriff",
    "Beleg",
    "Beratung",
    "Betreiber",
    "Betrieb",
    "Eintrag",
    "Ereignis",
    "Fundstelle",
    "Grabstein",
    "Handlungsfeld",
    "Kapitel",
    "Kennzahl",
    "Kontakt",
    "Konzept",
    "Leitlinie",
    "Leitlinien",
    "Messwert",
    "Orientierung",
    "Praxisbeispiel",
    "Quelle",
    "Rahmen",
    "Schwerpunkt",
    "Suchbegriff",
    "Verknuepfung",
    "Widerspruch",
    "Wortlaut",
    "Zahlenangabe",
    "Zeitpunkt",
    "Zugang",
]

DATEIEN: dict[str, Any] = {
    "betrieb": Betrieb,
    "quellen": Liste[Quelle],
    "leitlinien": Leitlinien,
    "praxisbeispiele": Liste[Praxisbeispiel],
    "beratung": Beratung,
    "zeitleiste": Liste[Ereignis],
    "zahlen": Liste[Kennzahl],
    "glossar": Liste[Begriff],
    "suchbegriffe": Liste[Suchbegriff],
    "auffaelligkeiten": Liste[Auffaelligkeit],
    "adressen": Adressbuch,
}
# The list whose entries may also stand in files of their own, in a folder of this name.
EINZELN = "praxisbeispiele"


@dataclass(frozen=True)
class Fundstelle:
    """Where an entry stands: its file below the data folder, first and last line from 1."""

    datei: str
    zeile: int
    ende: int


@dataclass(frozen=True)
class Konzept:
    """Everything the site tells, checked and frozen; the attributes are the data files.

    `fundstellen` tells by id where each entry was read, `erste_suchwoerter` where the first
    index word of each language was (None: of the site's own), `abdruecke` holds the fingerprints
    by source.
    """

    betrieb: Betrieb
    quellen: tuple[Quelle, ...]
    leitlinien: Leitlinien
    praxisbeispiele: tuple[Praxisbeispiel, ...]
    beratung: Beratung
    zeitleiste: tuple[Ereignis, ...]
    zahlen: tuple[Kennzahl, ...]
    glossar: tuple[Begriff, ...]
    suchbegriffe: tuple[Suchbegriff, ...]
    auffaelligkeiten: tuple[Auffaelligkeit, ...]
    adressen: Adressbuch
    fundstellen: Mapping[str, Fundstelle]
    erste_suchwoerter: Mapping[str | None, Fundstelle]
    abdruecke: Mapping[str, Fingerabdruck]

    def ohne_grabsteine(self) -> Konzept:
        """Gives the same concept as if nothing had ever gone."""
        return replace(self, adressen=self.adressen.model_copy(update={"weg": None}))
