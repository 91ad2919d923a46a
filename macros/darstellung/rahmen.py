"""What the frame around a page's text is told: once for the site, and for each page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from macros.modell import Betrieb
from macros.seitenplan import adressen
from macros.seitenplan.seite import GRABSTEIN, LEER, Abschnitt, Seite

from .kopf import kopf
from .menue import brotkrumen, fusszeile, hauptmenue
from .strukturdaten import strukturdaten
from .website import Website

# Pages whose frame loads more than that of the others.
_EIGENES_GERUEST = ("suche", "praxisbeispiele", "praxisbeispiel")


def der_website(website: Website) -> dict[str, Any]:
    """Gives what the frame of every page knows of the site."""
    return {
        "adressen": adressen,
        "betrieb": website.konzept.betrieb,
        "konzept": website.konzept.leitlinien.konzept,
        "felder": website.konzept.leitlinien.handlungsfelder,
        "menue": hauptmenue(website.sprache),
        "fusszeile": fusszeile(website.sprache),
        "formular": website.formular,
        "noindex": partial(_noindex, website.konzept.betrieb),
    }


def angaben(website: Website, seite: Seite) -> dict[str, Any]:
    """Gives what the frame is told of a generated page; `template` where it has one of its own."""
    vorlage = {"template": f"{seite.vorlage}.html"} if seite.vorlage in _EIGENES_GERUEST else {}
    return vorlage | {
        "description": seite.beschreibung,
        "geaendert": website.geaendert(seite),
        "noindex": seite.vorlage in (GRABSTEIN, LEER),
    }


def _noindex(betrieb: Betrieb, angaben: Mapping[str, Any]) -> bool:
    """Tells whether search engines shall leave out a page, by what its frame is told of it."""
    return betrieb.betrieb == "demonstrator" or bool(angaben.get("noindex"))


def der_seite(
    website: Website,
    adresse: str,
    titel: str,
    quelldatei: str,
    beschreibung: str,
    gliederung: tuple[Abschnitt, ...],
    heute: date,
) -> dict[str, Any]:
    """Gives a page its head, its way up, its outline and its foot.

    `quelldatei` and `gliederung` are those of a text written by hand, which alone has a file in
    `docs`; a page of the data has an outline of its own.
    """
    seite = website.seiten.get(adresse)
    ihr_kopf = kopf(website, seite, titel, beschreibung, adresse)
    return {
        "kopf": ihr_kopf,
        "strukturdaten": strukturdaten(ihr_kopf, website, seite),
        "brotkrumen": tuple(brotkrumen(adresse, website.sprache)),
        "gliederung": seite.gliederung if seite else gliederung,
        "grabsteine": website.grabsteine(adresse),
        "fuss": website.fuss(adresse, titel, quelldatei, heute),
    }
