"""Which advice service is for whom: every combination of age, status and time, answered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.modell import Angebot, Aufenthalt, Beratung, Zugang


@dataclass(frozen=True)
class Altersgruppe:
    """Ages in years, both inclusive, between which no service draws a line."""

    von: int
    bis: int | None


@dataclass(frozen=True)
class Antwort:
    """The services for one residence status; `neu` counts only within the first years."""

    aufenthalt: Aufenthalt
    immer: tuple[Angebot, ...]
    neu: tuple[Angebot, ...]


@dataclass(frozen=True)
class Weg:
    """One age group and the answers for each residence status."""

    gruppe: Altersgruppe
    antworten: tuple[Antwort, ...]


def wege(beratung: Beratung) -> tuple[Weg, ...]:
    """Gives the way to the services for every age group, in rising order."""
    return tuple(
        Weg(gruppe, tuple(_antwort(beratung, gruppe, a) for a in beratung.aufenthalt))
        for gruppe in _altersgruppen(beratung)
    )


def _altersgruppen(beratung: Beratung) -> Iterator[Altersgruppe]:
    grenzen = {0}
    for angebot in beratung.angebote:
        grenzen.add(angebot.fuer.alter_von or 0)
        if angebot.fuer.alter_bis is not None:
            grenzen.add(angebot.fuer.alter_bis + 1)
    anfaenge = sorted(grenzen)
    for anfang, naechster in zip(anfaenge, [*anfaenge[1:], None], strict=True):
        yield Altersgruppe(anfang, naechster - 1 if naechster is not None else None)


def _antwort(beratung: Beratung, gruppe: Altersgruppe, aufenthalt: Aufenthalt) -> Antwort:
    passend = [a for a in beratung.angebote if _passt(a.fuer, gruppe, aufenthalt.id)]
    return Antwort(
        aufenthalt,
        immer=tuple(a for a in passend if a.fuer.jahre_hoechstens is None),
        neu=tuple(a for a in passend if a.fuer.jahre_hoechstens is not None),
    )


def _passt(zugang: Zugang, gruppe: Altersgruppe, aufenthalt: str) -> bool:
    alt_genug = (zugang.alter_von or 0) <= gruppe.von
    jung_genug = zugang.alter_bis is None or gruppe.von <= zugang.alter_bis
    return alt_genug and jung_genug and aufenthalt in zugang.aufenthalt
