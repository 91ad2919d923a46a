"""Addresses that lead on to another one, without script: short ones, and those of former ids."""

from __future__ import annotations

from collections.abc import Iterator

from macros.modell import Konzept

from . import adressen

# What an entry has at addresses of its own beside its page or anchor: it follows a new id.
NEBEN: dict[str, tuple[str, ...]] = {
    "praxisbeispiele": ("karte", "daten-praxisbeispiele"),
    "leitlinien": ("daten-leitlinien",),
}
# What it has only where the site has an address: it follows too, but nobody was promised it.
_NUR_MIT_ADRESSE = ("bild", "qr-svg", "qr-png", "oembed")


def umleitungen(konzept: Konzept) -> dict[str, str]:
    """Gives the new address by the old one, both as seen from the site's root.

    A server may answer each of them with 301. An anchor is none of them: it stays on its page.
    """
    return dict((*_kurze(konzept), *_fruehere(konzept)))


def verschwunden(konzept: Konzept) -> tuple[str, ...]:
    """Gives the pages that are gone for good; a server may answer each of them with 410."""
    return tuple(g.adresse for g in konzept.adressen.weg or () if "#" not in g.adresse)


def _kurze(konzept: Konzept) -> Iterator[tuple[str, str]]:
    for beispiel in konzept.praxisbeispiele:
        for kennung in (beispiel.id, *(beispiel.frueher or ())):
            kurz = adressen.eintrag("kurz", kennung)
            yield kurz, adressen.eintrag("praxisbeispiele", beispiel.id)
    for adresse in verschwunden(konzept):
        if kennung := adressen.kennung("praxisbeispiele", adresse):
            # Not its card: the page may not stand in a frame, so the card itself says it.
            yield adressen.eintrag("kurz", kennung), adresse


def _fruehere(konzept: Konzept) -> Iterator[tuple[str, str]]:
    felder = konzept.leitlinien.handlungsfelder
    dazu = _NUR_MIT_ADRESSE if konzept.betrieb.adresse else ()
    for beispiel in konzept.praxisbeispiele:
        for frueher in beispiel.frueher or ():
            for liste in ("praxisbeispiele", *NEBEN["praxisbeispiele"], *dazu):
                yield adressen.eintrag(liste, frueher), adressen.eintrag(liste, beispiel.id)
    for leitlinie in (leitlinie for feld in felder for leitlinie in feld.leitlinien):
        for frueher in leitlinie.frueher or ():
            for liste in NEBEN["leitlinien"]:
                yield adressen.eintrag(liste, frueher), adressen.eintrag(liste, leitlinie.id)
