"""The index of the search: documents, hidden words and the small tables a browser needs."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from typing import Any

from macros.seitenplan.adressen import anker
from macros.seitenplan.facetten import ART, der_suche, merkmale
from macros.seitenplan.seite import FILTERSEITE, GRABSTEIN, LEER, SPRACHREGISTER, Seite
from macros.seitenplan.verzeichnis import Verzeichnis
from macros.sprache import Sprache

from . import fremde, nachbarn, woerterbuch
from .ableitung import REGELN, gebeugte, ohne_regel
from .dokument import Dokument
from .passagen import Passagen
from .teile import Teiler, alle_teile
from .wege import wegworte
from .worte import gefaltet, stamm, woerter

_DATEI = "eigen/verzeichnis.json"
_ECHTE = "eigen/echte.txt"
# Pages that gather what has a page of its own come after it.
_GEWICHT = {"leitlinien": 0.6, "quellen": 0.4, "startseite": 0.4, "glossar": 0.5}
# These are none to find: they hold nothing of their own, only links to what is found itself.
_NICHT = ("suche", "stichwoerter", SPRACHREGISTER, FILTERSEITE, GRABSTEIN, LEER)
_ART = {
    "kapitel": "kapitel",
    "handlungsfeld": "handlungsfelder",
    "praxisbeispiel": "praxisbeispiele",
}


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
        self._facetten = der_suche(verzeichnis, sprache)
        self._eintraege = merkmale(self._facetten)
        self.dokumente = (
            *(self._dokument(s) for s in seiten if s.vorlage not in _NICHT),
            *(self._mit_wegen(d) for d in prosa),
        )
        self.fuellwoerter = frozenset(map(gefaltet, sprache("suche.fuellwoerter").split()))

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
        return woerterbuch.formen(self._staemme, gebeugte(self._staemme))

    def grundform(self, wort: str) -> str:
        """Gives the term that a folded word is indexed as."""
        ohne = stamm(wort)
        return self.formen.get(ohne, ohne)

    @cached_property
    def teiler(self) -> Teiler:
        """Splits words by what this site knows."""
        keine = {*self.fuellwoerter, *map(gefaltet, self._sprache("suche.keine_teile").split())}
        orte = {o for b in self._v.konzept.praxisbeispiele for o in b.stadtteile or ()}
        ganze = {*map(gefaltet, orte), *map(gefaltet, self._sprache("suche.ganze").split())}
        return Teiler(self._gefaltete, self.grundform, keine, woerterbuch.lade().nomen, ganze)

    @cached_property
    def teile(self) -> dict[str, tuple[str, ...]]:
        """The parts of every compound that stands on a page, by its folded form."""
        return alle_teile(sorted(self._gefaltete & set(map(gefaltet, self.sichtbare))), self.teiler)

    def dateien(self, benannt: Callable[[str, bytes], str]) -> dict[str, str]:
        """Gives the files that the browser loads, by address; the first one leads to the other.

        `benannt` makes a file's address from its name and content.
        """
        echte = nachbarn.gepackt(nachbarn.echte(self._gefaltete, self._nennende, self.grundform))
        adresse = benannt(_ECHTE, echte.encode())
        inhalt = self.json(adresse.rpartition("/")[2])
        return {benannt(_DATEI, inhalt.encode()): inhalt, adresse: echte}

    def json(self, echte: str) -> str:
        """Gives the index; `echte` is the file beside it that the first unknown word asks for."""
        je_grundform = {self.grundform(wort): teile for wort, teile in self.teile.items()}
        inhalt = {
            "dokumente": [self._als_liste(d) for d in self.dokumente],
            "facetten": {f.parameter: " ".join(w.anker for w in f.werte) for f in self._facetten},
            "formen": _gruppiert(ohne_regel(self.formen, self._staemme)),
            "teile": {g: " ".join(t) for g, t in sorted(je_grundform.items())},
            "fuellwoerter": " ".join(sorted(self.fuellwoerter)),
            "keine_teile": " ".join(map(gefaltet, self._sprache("suche.keine_teile").split())),
            "beiwoerter": " ".join(map(gefaltet, self._sprache("suche.beiwoerter").split())),
            "regeln": REGELN,
            "endungen": fremde.endungen(),
            "echte": echte,
        }
        return json.dumps(inhalt, ensure_ascii=False, separators=(",", ":")) + "\n"

    @cached_property
    def _gefaltete(self) -> frozenset[str]:
        return frozenset(map(gefaltet, self.eigene)) - self.fuellwoerter

    @cached_property
    def _staemme(self) -> frozenset[str]:
        return frozenset(map(stamm, self._gefaltete))

    @property
    def _fuehrende(self) -> Iterator[str]:
        wege = (weg for d in self.dokumente for weg in d.worte)
        return (wort for weg in wege if weg.sprache is None for wort in woerter(weg.wort))

    @property
    def _nennende(self) -> set[str]:
        """Folded words that name a thing: they lead to a page, or stand with a capital."""
        gross = (wort for wort in self.sichtbare if wort[0].isupper())
        return set(map(gefaltet, (*gross, *self._fuehrende)))

    def _als_liste(self, d: Dokument) -> list[Any]:
        passagen = [
            [p.anker, p.titel, p.text, *([p.wortlaut] if p.wortlaut else [])] for p in d.passagen
        ]
        je_ziel: dict[tuple[int, str, bool], list[str]] = defaultdict(list)
        for w in d.worte:
            je_ziel[w.rang, w.anker, w.sprache is not None].append(w.wort)
        worte = [[*ziel[:2], int(ziel[2]), "|".join(w)] for ziel, w in je_ziel.items()]
        return [d.adresse, d.titel, d.art, d.feld, d.gewicht, passagen, worte, self._merkmale(d)]

    def _merkmale(self, d: Dokument) -> list[list[int]]:
        """Gives by facet the places of a page's values among all values of the facet."""
        hat = {ART: [anker(d.art)], **d.merkmale}
        return [
            [platz for platz, wert in enumerate(f.werte) if wert.anker in hat.get(f.parameter, ())]
            for f in self._facetten
        ]

    def _dokument(self, seite: Seite) -> Dokument:
        felder = self._v.handlungsfelder
        if seite.vorlage == "praxisbeispiel":
            feld = felder[self._v.praxisbeispiele[seite.kennung].handlungsfeld].titel
        else:
            feld = ""
        return Dokument(
            seite.adresse,
            seite.titel,
            self._sprache(f"eintrag.{_ART.get(seite.vorlage, 'seiten')}"),
            tuple(self._passagen.von(seite)),
            feld,
            _GEWICHT.get(seite.vorlage, 1.0),
            tuple(self._wegworte[seite.adresse]),
            self._eintraege.get(seite.kennung, {}),
        )

    def _mit_wegen(self, d: Dokument) -> Dokument:
        return replace(d, worte=tuple(self._wegworte[d.adresse]))


def _gruppiert(formen: dict[str, str]) -> dict[str, str]:
    """Gives by term the stems that lead to it."""
    je: dict[str, list[str]] = defaultdict(list)
    for von, nach in sorted(formen.items()):
        je[nach].append(von)
    return {nach: " ".join(von) for nach, von in sorted(je.items())}
