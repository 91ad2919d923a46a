"""What is new or changed: the same entries for both feeds, the latest first."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from macros.seitenplan import adressen
from macros.seitenplan.seite import kurzfassung

from .saetze import Saetze
from .vertrag import EintragDaten, LeitlinieDaten, PraxisbeispielDaten

HOECHSTENS = 100
# Drawn once for this project. The id of a feed's entry is made of it and of the entry's first
# id: it stays when the site moves to another address, or has none yet. A tag URI would not.
_NAMENSRAUM = uuid.UUID("6f0d3c52-3a57-4f0e-9d0c-5b8a3f1f2c77")
_LISTEN = {"praxisbeispiel": "praxisbeispiele", "leitlinie": "leitlinien"}


@dataclass(frozen=True)
class Neuigkeit:
    """One entry of a feed; `geaendert` is the later of its last change and its last review."""

    kennung: str
    pfad: str
    url: str | None
    titel: str
    text: str
    wortlaut: str
    geaendert: date


def urn(name: str) -> str:
    """Gives the lasting id of something in this project, as a URN (RFC 4122, version 5)."""
    return uuid.uuid5(_NAMENSRAUM, name).urn


def neuigkeiten(saetze: Saetze, verzeichnet: Sequence[str]) -> tuple[Neuigkeit, ...]:
    """Gives at most a hundred; an entry whose day nobody knows is none.

    `verzeichnet` are the addresses of the ledger, the oldest first.
    """
    stellen = {adresse: stelle for stelle, adresse in enumerate(verzeichnet)}
    alle = [
        Neuigkeit(
            kennung=urn(f"{satz.art}/{_erste_kennung(satz, stellen)}"),
            pfad=satz.pfad,
            url=satz.url,
            titel=_titel(satz),
            text=satz.text if isinstance(satz, LeitlinieDaten) else satz.kurz,
            wortlaut=satz.wortlaut,
            geaendert=tag,
        )
        for satz in saetze.eintraege()
        if (tag := _tag(satz)) is not None
    ]
    alle.sort(key=lambda n: n.geaendert, reverse=True)
    return tuple(alle[:HOECHSTENS])


def zeitpunkt(tag: date) -> str:
    """Gives a day as RFC 3339 wants it: at its beginning, in universal time."""
    return f"{tag.isoformat()}T00:00:00Z"


def _erste_kennung(satz: EintragDaten, stellen: Mapping[str, int]) -> str:
    """The id that the ledger knew first: whoever writes a new former id on top changes nothing."""
    kennungen = (*(satz.frueher or ()), satz.id)
    seiten = {kennung: adressen.eintrag(_LISTEN[satz.art], kennung) for kennung in kennungen}
    return min(kennungen, key=lambda kennung: stellen.get(seiten[kennung], len(stellen)))


def _titel(satz: EintragDaten) -> str:
    return satz.titel if isinstance(satz, PraxisbeispielDaten) else kurzfassung(satz.text)


def _tag(satz: EintragDaten) -> date | None:
    return max(filter(None, (satz.geaendert_am, satz.geprueft_am)), default=None)
