"""Look-ups in the concept: who belongs to whom, and where an entry lives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import get_args

from macros.modell import (
    Angebot,
    Auffaelligkeit,
    Begriff,
    Beleg,
    Grabstein,
    Handlungsfeld,
    Kapitel,
    Konzept,
    Leitlinie,
    Praxisbeispiel,
    Quelle,
)

from . import adressen

_ARTEN: tuple[str, ...] = get_args(Auffaelligkeit.model_fields["art"].annotation)
# The kinds of slips that readers see at once; the others they unfold.
_SCHWERE = ("sinn", "sachangabe")


@dataclass(frozen=True)
class Ziel:
    """Something a link can lead to: its list in the data, title and address."""

    liste: str
    titel: str
    adresse: str


class Verzeichnis:
    """Indexes over one `Konzept`; every look-up by id raises KeyError for an unknown one."""

    def __init__(self, konzept: Konzept) -> None:
        self.konzept = konzept

    @cached_property
    def quellen(self) -> dict[str, Quelle]:
        """The sources by id."""
        return {quelle.id: quelle for quelle in self.konzept.quellen}

    @cached_property
    def kapitel(self) -> dict[str, Kapitel]:
        """The five Kapitel by id, in order."""
        return {kapitel.id: kapitel for kapitel in self.konzept.leitlinien.kapitel}

    @cached_property
    def handlungsfelder(self) -> dict[str, Handlungsfeld]:
        """The seven Handlungsfelder by id, in the official order."""
        return {feld.id: feld for feld in self.konzept.leitlinien.handlungsfelder}

    @cached_property
    def praxisbeispiele(self) -> dict[str, Praxisbeispiel]:
        """The Praxisbeispiele by id, in the order of the data."""
        return {beispiel.id: beispiel for beispiel in self.konzept.praxisbeispiele}

    @cached_property
    def leitlinien(self) -> dict[str, tuple[Leitlinie, Handlungsfeld]]:
        """The Leitlinien by id, each with its Handlungsfeld."""
        return {
            leitlinie.id: (leitlinie, feld)
            for feld in self.handlungsfelder.values()
            for leitlinie in feld.leitlinien
        }

    @cached_property
    def angebote(self) -> dict[str, Angebot]:
        """The advice services by id."""
        return {angebot.id: angebot for angebot in self.konzept.beratung.angebote}

    @cached_property
    def fremdsprachen(self) -> tuple[str, ...]:
        """The languages of foreign search words (BCP 47), in the order of the data."""
        return tuple(dict.fromkeys(b.sprache for b in self.konzept.suchbegriffe if b.sprache))

    @cached_property
    def glossar(self) -> dict[str, Begriff]:
        """The glossary terms by id, sorted as German words."""
        folge = sorted(self.konzept.glossar, key=lambda b: (adressen.anker(b.begriff), b.begriff))
        return {begriff.id: begriff for begriff in folge}

    @cached_property
    def grabsteine(self) -> dict[str, Grabstein]:
        """The pages and anchors that are gone, by address."""
        return {grabstein.adresse: grabstein for grabstein in self.konzept.adressen.weg or ()}

    @cached_property
    def _beispiele_je_feld(self) -> dict[str, list[Praxisbeispiel]]:
        je_feld = defaultdict(list)
        for beispiel in self.konzept.praxisbeispiele:
            je_feld[beispiel.handlungsfeld].append(beispiel)
        return je_feld

    def beispiele(self, feld: str) -> tuple[Praxisbeispiel, ...]:
        """Gives the Praxisbeispiele of a Handlungsfeld, in the order of the data."""
        return tuple(self._beispiele_je_feld.get(feld, ()))

    @property
    def felder_ohne_beispiel(self) -> tuple[Handlungsfeld, ...]:
        """The Handlungsfelder that no Praxisbeispiel belongs to yet."""
        return tuple(
            f for f in self.handlungsfelder.values() if f.id not in self._beispiele_je_feld
        )

    def auffaelligkeiten(self) -> Iterator[tuple[str, bool, tuple[Auffaelligkeit, ...]]]:
        """Gives the slips by kind, and whether they are shown at once: first those that are."""
        for art in dict.fromkeys((*_SCHWERE, *_ARTEN)):
            alle = tuple(a for a in self.konzept.auffaelligkeiten if a.art == art)
            yield art, art in _SCHWERE, alle

    def versehen_bei(self, stelle: str) -> Auffaelligkeit | None:
        """Gives the first slip that changes the meaning at a place, named as the data name it."""
        versehen = (a for a in self.konzept.auffaelligkeiten if a.art == "sinn")
        return next((a for a in versehen if a.stelle == stelle), None)

    def angebote_im(self, feld: str) -> tuple[Angebot, ...]:
        """Gives the advice services of a Handlungsfeld, in the order of the data."""
        return tuple(a for a in self.konzept.beratung.angebote if feld in a.handlungsfelder)

    def beispiele_zur(self, leitlinie: str) -> tuple[Praxisbeispiel, ...]:
        """Gives the Praxisbeispiele that name a Leitlinie."""
        return tuple(b for b in self.konzept.praxisbeispiele if leitlinie in (b.leitlinien or ()))

    def grabsteine_auf(self, seite: str) -> tuple[Grabstein, ...]:
        """Gives the anchors of a page that are gone."""
        return tuple(g for a, g in self.grabsteine.items() if a.startswith(f"{seite}#"))

    def nummer(self, feld: str) -> int:
        """Gives the official number of a Handlungsfeld, from 1."""
        return list(self.handlungsfelder).index(feld) + 1

    def in_der_ausgangsquelle(self, belege: tuple[Beleg, ...]) -> bool:
        """Tells whether the text that the site is drawn from is among the proofs."""
        return self.konzept.leitlinien.konzept.ausgangsquelle in {b.quelle for b in belege}

    def ziel(self, kennung: str, seitentitel: dict[str, str]) -> Ziel:
        """Gives what a search word leads to: an entry, or a page of `seitentitel` by its name."""
        for liste, titel in self._titel(kennung):
            return Ziel(liste, titel, adressen.eintrag(liste, kennung))
        return Ziel("seiten", seitentitel[kennung], adressen.seite(kennung))

    def _titel(self, kennung: str) -> Iterator[tuple[str, str]]:
        if kennung in self.kapitel:
            yield "kapitel", self.kapitel[kennung].titel
        if kennung in self.handlungsfelder:
            yield "handlungsfelder", self.handlungsfelder[kennung].titel
        if kennung in self.praxisbeispiele:
            yield "praxisbeispiele", self.praxisbeispiele[kennung].kurztitel
        if kennung in self.angebote:
            yield "angebote", self.angebote[kennung].kurztitel
        if kennung in self.glossar:
            yield "glossar", self.glossar[kennung].begriff
