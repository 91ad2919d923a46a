"""What a change of the data changes on the site: addresses, entries and fields."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from macros.darstellung.website import Website
from macros.modell import Konzept
from macros.seitenplan import adressen
from macros.seitenplan.seite import FILTERSEITE
from macros.seitenplan.seiten import PROSA
from macros.seitenplan.versprechen import antworten, mit_frueheren, nebenan, versprochen

from .eintragsaenderungen import Eintragsaenderung, eintragsaenderungen


@dataclass(frozen=True)
class Vergleich:
    """Addresses as seen from the root; `entfernt` still answer, `verloren` do not.

    `entfallen` are pages by value whose value nobody has any more: they come and go with it.
    `gestrichen` were taken out of the ledger, which is never shortened. With `ueberall`, head or
    foot of every page changes, whatever becomes of its text.
    """

    neu: tuple[str, ...]
    geaendert: tuple[str, ...]
    entfernt: tuple[str, ...]
    verloren: tuple[str, ...]
    entfallen: tuple[str, ...]
    gestrichen: tuple[str, ...]
    ueberall: bool
    eintraege: tuple[Eintragsaenderung, ...]


def vergleiche(alt: Website, neu: Website) -> Vergleich:
    """Compares two sites made of two states of the data."""
    seiten_alt, seiten_neu = _seiten(alt), _seiten(neu)
    heute_alt, heute_neu = (versprochen(w.konzept, w.sprache) for w in (alt, neu))
    alle_alt = _hauptadressen(mit_frueheren(alt.konzept, heute_alt))
    alle_neu = _hauptadressen(mit_frueheren(neu.konzept, heute_neu))
    antwortet = antworten(neu.konzept, neu.sprache)
    nach_wert = {s.adresse for s in alt.seiten.values() if s.vorlage == FILTERSEITE}
    umgezogen = _hauptadressen(heute_alt) - _hauptadressen(heute_neu) - nach_wert
    weg = alle_alt - alle_neu
    return Vergleich(
        neu=tuple(sorted(alle_neu - alle_alt)),
        geaendert=tuple(a for a, h in sorted(seiten_neu.items()) if seiten_alt.get(a, h) != h),
        entfernt=tuple(sorted(umgezogen.intersection(antwortet))),
        verloren=tuple(sorted(weg.difference(antwortet, nach_wert))),
        entfallen=tuple(sorted(weg & nach_wert)),
        gestrichen=gestrichene(alt.konzept.adressen.alle, neu.konzept),
        ueberall=_rahmen(alt) != _rahmen(neu),
        eintraege=tuple(eintragsaenderungen(alt.konzept, neu.konzept)),
    )


def gestrichene(verzeichnet: Iterable[str], neu: Konzept) -> tuple[str, ...]:
    """Gives the addresses of a ledger that the one of today does not name any more."""
    bekannt = set(neu.adressen.alle)
    return tuple(adresse for adresse in verzeichnet if adresse not in bekannt)


def _seiten(website: Website) -> dict[str, str]:
    return {seite.adresse: website.html(seite.adresse) for seite in website.seiten.values()}


def _rahmen(website: Website) -> tuple[object, ...]:
    """Gives what stands around the text of each page, as a hand-written one has it."""
    fuss = website.fuss(adressen.seite(PROSA[0]), "", "", date.min)
    return website.konzept.betrieb.betrieb, website.name, website.absolut(""), fuss


def _hauptadressen(alle: Iterable[str]) -> set[str]:
    """Pages and anchors; what an entry has beside them comes and goes with it."""
    alle = set(alle)
    return alle - {neben for adresse in alle for neben in nebenan(adresse)}
