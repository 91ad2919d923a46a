"""What the head of a page tells networks and search engines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from macros.seitenplan import adressen
from macros.seitenplan.seite import Seite

from .website import Website


@dataclass(frozen=True)
class Kopf:
    """Title and description of a page, and what needs the site's address to be told.

    `pfad` is its address as seen from the root; the other addresses are absolute, None where
    none is configured. `geaendert` is None if unknown.
    """

    titel: str
    beschreibung: str
    art: Literal["article", "website"]
    pfad: str
    adresse: str | None
    bild: str | None
    oembed: str | None
    geaendert: date | None


def kopf(
    website: Website, seite: Seite | None, titel: str, beschreibung: str, adresse: str
) -> Kopf:
    """Gives the head of a page; a hand-written one has no `seite`."""
    return Kopf(
        titel=titel if adresse else website.name,
        beschreibung=beschreibung,
        art="article" if seite and seite.liste else "website",
        pfad=adresse,
        adresse=website.absolut(adresse),
        bild=website.absolut(seite.bild if seite else adressen.BILD),
        oembed=_oembed(seite, website),
        geaendert=website.geaendert(seite) if seite else None,
    )


def _oembed(seite: Seite | None, website: Website) -> str | None:
    if seite and seite.vorlage == "praxisbeispiel":
        return website.absolut(adressen.eintrag("oembed", seite.kennung))
    return None
