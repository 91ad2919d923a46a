"""Addresses that lead on to another one, without script: short ones, and those of former ids."""

from __future__ import annotations

from collections.abc import Iterator

from . import adressen
from .modell import Konzept

# What an entry has at addresses of its own, beside its page; each follows a new id.
NEBEN: dict[str, tuple[str, ...]] = {"praxisbeispiele": ()}


def umleitungen(konzept: Konzept) -> dict[str, str]:
    """Gives the new address by the old one, both as seen from the site's root.

    A server may answer each of them with 301.
    """
    return dict((*_kurze(konzept), *_fruehere(konzept)))


def _kurze(konzept: Konzept) -> Iterator[tuple[str, str]]:
    for beispiel in konzept.praxisbeispiele:
        for kennung in (beispiel.id, *(beispiel.frueher or ())):
            kurz = adressen.eintrag("kurz", kennung)
            yield kurz, adressen.eintrag("praxisbeispiele", beispiel.id)


def _fruehere(konzept: Konzept) -> Iterator[tuple[str, str]]:
    for beispiel in konzept.praxisbeispiele:
        for frueher in beispiel.frueher or ():
            for liste in ("praxisbeispiele", *NEBEN["praxisbeispiele"]):
                yield adressen.eintrag(liste, frueher), adressen.eintrag(liste, beispiel.id)
