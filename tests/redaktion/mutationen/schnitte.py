"""What one change of the data costs: the text it cuts, and what must be said of it where.

A mutation cuts the text of the files; where its findings stand is counted in what comes out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import yaml

from tests.redaktion.mutationen.daten import Bereich, daten, suchende_in
from tests.redaktion.mutationen.gruppen import LISTEN
from tests.redaktion.mutationen.stelle import Stelle, kennungen_in

Worte = tuple[str, ...]


@dataclass(frozen=True)
class Schnitt:
    """A passage of a file and what stands there instead; `marken` are findings in the new text."""

    datei: str
    anfang: int
    ende: int
    neu: str = ""
    marken: tuple[tuple[int, Worte], ...] = ()


@dataclass(frozen=True, repr=False)
class Mutation:
    """One change of the data; no second one may touch what it claims."""

    art: str
    wo: str
    schnitte: tuple[Schnitt, ...]
    bereiche: tuple[Bereich, ...]

    def __repr__(self) -> str:
        return f"{self.art} at {self.wo}: {[s.neu[:60] for s in self.schnitte if s.neu]!r}"


def gemeldet(datei: str, knoten: Any, *worte: str) -> Schnitt:
    """A finding at the beginning of a value that stays."""
    anfang = int(knoten.start_mark.index)
    return Schnitt(datei, anfang, anfang, marken=((0, worte),))


def geaendert(
    stelle: Stelle, schnitte: Iterable[Schnitt], verloren: Iterable[str] = (), *mehr: Bereich
) -> Mutation:
    """Gives the mutation that cuts at a value and loses ids; it claims the group around it."""
    ganzes = stelle.gruppe.knoten if stelle.gruppe.art else stelle.wert
    bereiche = [daten().bereich(stelle.datei, ganzes), *mehr]
    if stelle.name and kennungen_in(stelle.wert):
        bereiche += suchende_in(stelle.feld)
    alle = list(schnitte)
    for kennung in verloren:
        weitere, beansprucht = _verlust(kennung)
        alle += weitere
        bereiche += beansprucht
    return Mutation("", stelle.ort, tuple(alle), tuple(bereiche))


def _verlust(kennung: str) -> tuple[list[Schnitt], list[Bereich]]:
    """What else must be reported when no entry has this id any more."""
    stelle = daten().kennungen[kennung]
    verweise = daten().verweise[kennung]
    schnitte = [gemeldet(v.datei, v.wert, kennung, v.feld, "gibt es nicht") for v in verweise]
    bereiche = [daten().bereich(v.datei, v.gruppe.knoten) for v in verweise]
    # One id of a list at a time: where a whole list is gone, nothing can be looked up in it.
    bereiche.append((f"ids of {stelle.gruppe.art}", 0, 1))
    if stelle.gruppe.art == "Quelle" and kennung in daten().abdruecke:
        datei = f"fingerabdruecke/{kennung}.txt"
        schnitte.append(Schnitt(datei, 0, 0, marken=((0, ("Fingerabdruck", "Quelle")),)))
    return schnitte, bereiche


def ersetzt(stelle: Stelle, neu: str, *worte: str, marken: bool = True) -> Mutation:
    """Gives the mutation that writes something else for a value; the words are of its finding."""
    datei, anfang, ende = daten().bereich(stelle.datei, stelle.wert)
    schnitt = Schnitt(datei, anfang, ende, neu, ((0, worte),) if marken else ())
    # The same wrong id in two entries would be a second mistake, and a target for a reference.
    wie_kennung = stelle.ist_kennung or stelle.typ.startswith(">")
    nur_hier = [("id " + neu.strip("\"'"), 0, 1)] if wie_kennung else []
    if stelle.ist_kennung and _unleserlich(neu):
        # Nobody knows what was meant, so references into the list are not judged.
        suchende = suchende_in(LISTEN.get(stelle.gruppe.art, ""))
        return geaendert(stelle, [schnitt], (), *nur_hier, *suchende)
    return geaendert(stelle, [schnitt], alte_kennung(stelle), *nur_hier)


def alte_kennung(stelle: Stelle) -> list[str]:
    """Gives the id that is lost with a value."""
    return [stelle.wert.value] if stelle.ist_kennung else []


def _unleserlich(neu: str) -> bool:
    """Whether a new id is a text, but none that an id may be."""
    kennung = yaml.safe_load(neu)
    return isinstance(kennung, str) and not (
        len(kennung) <= 100 and re.fullmatch("[a-z][a-z0-9]*(-[a-z0-9]+)*", kennung)
    )


def in_anfuehrung(text: str) -> str:
    """Gives a text as YAML in double quotes."""
    return json.dumps(text, ensure_ascii=False)
