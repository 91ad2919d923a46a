"""What the search knows of a site: its documents, their words, and what words have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from macros.seitenplan.facetten import der_suche, merkmale
from macros.seitenplan.seite import FILTERSEITE, GRABSTEIN, LEER, SPRACHREGISTER, Seite
from macros.seitenplan.verzeichnis import Verzeichnis
from macros.sprache import Sprache

from . import woerterbuch
from .ableitung import familien, gebeugte
from .dokument import Dokument
from .passagen import Passagen
from .teile import Teiler, alle_teile
from .wege import wegworte
from .worte import gefaltet, stamm, woerter

# Pages that gather what has a page of its own come after it.
_GEWICHT = {"leitlinien": 0.6, "quellen": 0.4, "startseite": 0.4, "glossar": 0.5}
# These are none to find: they hold nothing of their own, only links to what is found itself.
_NICHT = ("suche", "stichwoerter", SPRACHREGISTER, FILTERSEITE, GRABSTEIN, LEER)


class Suchverzeichnis:
    """What the search knows of a site; `prosa` are the documents of its hand-written pages."""

    def __init__(
        self,
        verzeichnis: Verzeichnis,
        seiten: Iterable[Seite],
        sprache: Sprache,
        prosa: Iterable[Dokument] = (),
    ) -> None:
        self._v, self._sprache = verzeichnis, sprache
        self._passagen = Passagen(verzeichnis, sprache)
        self._wegworte = wegworte(verzeichnis, sprache)
        self.facetten = der_suche(verzeichnis, sprache)
        self._eintraege = merkmale(self.facetten)
        self.dokumente = (
            *(self._dokument(s) for s in seiten if s.vorlage not in _NICHT),
            *(self._mit_wegen(d) for d in prosa),
        )
        self.fuellwoerter = frozenset(self.regelworte("fuellwoerter"))

    def regelworte(self, regel: str) -> list[str]:
        """Gives the words, folded, that a rule of the search names in the language's file."""
        return [gefaltet(wort) for wort in self._sprache(f"suche.{regel}").split()]

    @cached_property
    def sichtbare(self) -> Counter[str]:
        """Every word that stands on a page, as written, and how often."""
        gezaehlt: Counter[str] = Counter()
        for d in self.dokumente:
            gezaehlt.update(woerter(d.titel))
            for passage in d.passagen:
                gezaehlt.update(woerter(f"{passage.titel} {passage.text}"))
        return gezaehlt

    @cached_property
    def eigene(self) -> Counter[str]:
        """Every word of the site's own language, those that lead to a page unseen too."""
        return self.sichtbare + Counter(self._fuehrende)

    @cached_property
    def formen(self) -> dict[str, str]:
        """Stems of irregular forms and the stem they belong to."""
        return woerterbuch.formen(self.staemme, gebeugte(self.staemme))

    def grundform(self, wort: str) -> str:
        """Gives the term that a folded word is indexed as."""
        ohne = stamm(wort)
        return self.formen.get(ohne, ohne)

    @cached_property
    def teiler(self) -> Teiler:
        """Splits words by what this site knows."""
        keine = {*self.fuellwoerter, *self.regelworte("keine_teile")}
        orte = {o for b in self._v.konzept.praxisbeispiele for o in b.stadtteile or ()}
        ganze = {*map(gefaltet, orte), *self.regelworte("ganze")}
        return Teiler(self.gefaltete, self.grundform, keine, woerterbuch.lade().nomen, ganze)

    @cached_property
    def teile(self) -> dict[str, tuple[str, ...]]:
        """The parts of every compound that stands on a page, by its folded form."""
        return alle_teile(sorted(self.gefaltete & set(map(gefaltet, self.sichtbare))), self.teiler)

    @cached_property
    def familien(self) -> dict[str, str]:
        """Terms of nouns and the term of the verb or adjective they are made of."""
        nomen = {self.grundform(gefaltet(wort)) for wort in self.eigene if wort[0].isupper()}
        ganze = set(map(self.grundform, self.regelworte("ganze")))
        gefunden = familien(set(map(self.grundform, self.gefaltete)), nomen)
        return {wort: ziel for wort, ziel in gefunden.items() if wort not in ganze}

    @cached_property
    def gefaltete(self) -> frozenset[str]:
        """The folded forms of the site's own words, without fillers."""
        return frozenset(map(gefaltet, self.eigene)) - self.fuellwoerter

    @cached_property
    def staemme(self) -> frozenset[str]:
        """The stems of those forms."""
        return frozenset(map(stamm, self.gefaltete))

    @property
    def _fuehrende(self) -> Iterator[str]:
        wege = (weg for d in self.dokumente for weg in d.worte)
        return (wort for weg in wege if weg.sprache is None for wort in woerter(weg.wort))

    @property
    def nennende(self) -> set[str]:
        """Folded words that name a thing: they lead to a page, or stand with a capital."""
        gross = (wort for wort in self.sichtbare if wort[0].isupper())
        return set(map(gefaltet, (*gross, *self._fuehrende)))

    def _dokument(self, seite: Seite) -> Dokument:
        felder = self._v.handlungsfelder
        if seite.vorlage == "praxisbeispiel":
            feld = felder[self._v.praxisbeispiele[seite.kennung].handlungsfeld].titel
        else:
            feld = ""
        return Dokument(
            seite.adresse,
            seite.titel,
            self._sprache(f"eintrag.{seite.liste or 'seiten'}"),
            tuple(self._passagen.von(seite)),
            feld,
            _GEWICHT.get(seite.vorlage, 1.0),
            tuple(self._wegworte[seite.adresse]),
            self._eintraege.get(seite.kennung, {}),
        )

    def _mit_wegen(self, d: Dokument) -> Dokument:
        return replace(d, worte=tuple(self._wegworte[d.adresse]))
