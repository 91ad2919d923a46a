"""The menus around a page: the main one, the links below, and the way up from a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.seitenplan import adressen
from macros.seitenplan.seite import oberhalb
from macros.seitenplan.seiten import PROSA, STARTSEITE
from macros.sprache import Sprache

_HAUPTMENUE = (
    "konzept",
    "handlungsfelder",
    "leitlinien",
    "praxisbeispiele",
    "beratung",
    "glossar",
    "stichwoerter",
)
_FUSSZEILE = ("entstehung", "zahlen", "quellen", *PROSA)


@dataclass(frozen=True)
class Menuepunkt:
    """A link of a menu, its address as seen from the site's root."""

    titel: str
    adresse: str


def hauptmenue(sprache: Sprache) -> tuple[Menuepunkt, ...]:
    """Gives the main menu."""
    return tuple(_punkt(name, sprache) for name in _HAUPTMENUE)


def fusszeile(sprache: Sprache) -> tuple[Menuepunkt, ...]:
    """Gives the links that stand below every page."""
    return tuple(_punkt(name, sprache) for name in _FUSSZEILE)


def brotkrumen(adresse: str, sprache: Sprache) -> Iterator[Menuepunkt]:
    """Gives the pages above an address, from the home page down."""
    for oben in oberhalb(adresse):
        name = oben.rstrip("/") or STARTSEITE
        if sprache.gibt_es(schluessel := f"seiten.{name}.menue"):
            yield Menuepunkt(sprache(schluessel), oben)


def _punkt(name: str, sprache: Sprache) -> Menuepunkt:
    return Menuepunkt(sprache(f"seiten.{name}.menue"), adressen.seite(name))
