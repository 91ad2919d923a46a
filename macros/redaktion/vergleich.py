"""What a change of the data changes on the site: addresses, entries and fields."""

from __future__ import annotations

from dataclasses import dataclass

from macros.darstellung.website import Website
from macros.seitenplan.seite import FILTERSEITE
from macros.seitenplan.versprechen import antworten, nebenan, versprochen

from .eintragsaenderungen import Eintragsaenderung, eintragsaenderungen


@dataclass(frozen=True)
class Vergleich:
    """Addresses as seen from the root; `entfernt` still answer, `verloren` do not.

    `entfallen` are pages by value whose value nobody has any more: they come and go with it.
    `gestrichen` were taken out of the ledger, which is never shortened.
    """

    neu: tuple[str, ...]
    geaendert: tuple[str, ...]
    entfernt: tuple[str, ...]
    verloren: tuple[str, ...]
    entfallen: tuple[str, ...]
    gestrichen: tuple[str, ...]
    eintraege: tuple[Eintragsaenderung, ...]


def vergleiche(alt: Website, neu: Website) -> Vergleich:
    """Compares two sites made of two states of the data."""
    seiten_alt, seiten_neu = _seiten(alt), _seiten(neu)
    alle_alt, alle_neu = _hauptadressen(alt), _hauptadressen(neu)
    antwortet = antworten(neu.konzept, neu.sprache)
    entfernt = sorted(alle_alt - alle_neu)
    nach_wert = {s.adresse for s in alt.seiten.values() if s.vorlage == FILTERSEITE}
    verzeichnet = set(neu.konzept.adressen.alle)
    return Vergleich(
        neu=tuple(sorted(alle_neu - alle_alt)),
        geaendert=tuple(a for a, h in sorted(seiten_neu.items()) if seiten_alt.get(a, h) != h),
        entfernt=tuple(a for a in entfernt if a in antwortet and a not in nach_wert),
        verloren=tuple(a for a in entfernt if a not in antwortet and a not in nach_wert),
        entfallen=tuple(a for a in entfernt if a in nach_wert),
        gestrichen=tuple(a for a in alt.konzept.adressen.alle if a not in verzeichnet),
        eintraege=tuple(eintragsaenderungen(alt.konzept, neu.konzept)),
    )


def _seiten(website: Website) -> dict[str, str]:
    return {seite.adresse: website.html(seite.adresse) for seite in website.seiten.values()}


def _hauptadressen(website: Website) -> set[str]:
    """Pages and anchors; what an entry has beside them comes and goes with it."""
    alle = set(versprochen(website.konzept, website.sprache))
    return alle - {neben for adresse in alle for neben in nebenan(adresse)}
