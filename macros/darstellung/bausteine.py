"""From the model to finished HTML: renders the templates of `theme/bausteine`.

Every value is escaped by the template engine; what comes out may be put into a page as is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.modell import Beleg
from macros.modell.lizenz import lizenz
from macros.seitenplan import adressen, stichwoerter, wegweiser
from macros.seitenplan.facetten import STADTTEIL, Facette, Wert, der_suche, facetten, merkmale
from macros.seitenplan.seite import FILTERSEITE, SPRACHREGISTER, Seite
from macros.seitenplan.seiten import seitentitel
from macros.seitenplan.verzeichnis import Verzeichnis, Ziel
from macros.sprache import Sprache

from . import diagramm, format, textstelle
from .begriffe import Begriffe


class Bausteine:
    """The renderer of one language: `seite` draws a generated page, `html` any other template."""

    def __init__(self, verzeichnis: Verzeichnis, sprache: Sprache, vorlagen: Path) -> None:
        self._verzeichnis, self._sprache = verzeichnis, sprache
        self._begriffe = Begriffe(verzeichnis.konzept.glossar)
        self._facetten = facetten(verzeichnis, sprache)
        self._filter = {f"{f.name}/{w.anker}": (f, w) for f in self._facetten for w in f.werte}
        self._umgebung = Environment(
            loader=FileSystemLoader(vorlagen),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._umgebung.globals |= self._worte()

    def html(self, vorlage: str, von: str, **werte: Any) -> str:
        """Gives the HTML of a template for the page at address `von`.

        Raises a Jinja error where a template asks for something that is not there.
        """
        rahmen = self._umgebung.get_template(f"{vorlage}.html")
        return rahmen.render(**self._seitenbezug(von), **werte)

    def seite(self, seite: Seite, **werte: Any) -> str:
        """Gives the HTML of a generated page; `werte` are what only its template asks for.

        The template draws the sections of the outline: `abschnitte` are their titles by anchor.
        """
        werte["abschnitte"] = {abschnitt.anker: abschnitt.titel for abschnitt in seite.gliederung}
        werte |= self._gegenstand(seite)
        return self.html(seite.vorlage, seite.adresse, seite=seite, **werte)

    def _gegenstand(self, seite: Seite) -> dict[str, Any]:
        """Gives what a page is about: its entry, its value or its language."""
        werte: dict[str, Any] = {}
        if seite.vorlage == FILTERSEITE:
            werte["facette"], werte["wert"] = self._filter[seite.auswahl]
        elif seite.vorlage == SPRACHREGISTER:
            gruppen = stichwoerter.fremde(self._verzeichnis, seitentitel(self._sprache))
            werte["gruppe"] = next(g for g in gruppen if g.name == seite.auswahl)
        elif seite.liste:
            werte["eintrag"] = getattr(self._verzeichnis, seite.liste)[seite.kennung]
        return werte

    def _seitenbezug(self, von: str) -> dict[str, Any]:
        def link(adresse: str) -> str:
            return adressen.relativ(adresse, von)

        def ziel(liste: str, kennung: str) -> str:
            return link(adressen.eintrag(liste, kennung))

        def begriff(kennung: str) -> str:
            return ziel("glossar", kennung)

        return {"link": link, "ziel": ziel, "text": self._begriffe.markierer(begriff)}

    def _stadtteile(self) -> Iterator[tuple[str, Ziel]]:
        """Gives the districts, which people look for by name, with their pages."""
        for facette, wert in self._filter.values():
            if facette.name == STADTTEIL:
                titel = self._sprache(f"auswahl.{STADTTEIL}.titel", wert=wert.titel)
                yield wert.titel, Ziel("filterseiten", titel, _filteradresse(facette, wert))

    def _belegadresse(self, beleg: Beleg) -> str:
        return textstelle.adresse(self._verzeichnis.quellen[beleg.quelle].url, beleg.zitat)

    def _register(self) -> list[stichwoerter.Gruppe]:
        titel, kuerzel = seitentitel(self._sprache), self._sprache.kuerzel
        return stichwoerter.a_bis_z(self._verzeichnis, titel, kuerzel, self._stadtteile())

    def _nachbarn(self, stadtteil: str) -> str | None:
        """Gives the page of a district that other Praxisbeispiele name too."""
        facette, wert = self._filter[f"{STADTTEIL}/{adressen.anker(stadtteil)}"]
        return _filteradresse(facette, wert) if len(wert.eintraege) > 1 else None

    def _worte(self) -> dict[str, Any]:
        """What every template may use, whatever the page."""
        sprache, verzeichnis = self._sprache, self._verzeichnis

        def mit_sprache(funktion: Callable[..., str]) -> Callable[..., str]:
            return lambda *werte: funktion(*werte, sprache)

        return {
            "w": sprache,
            "v": verzeichnis,
            "k": verzeichnis.konzept,
            "adressen": adressen,
            "belegadresse": self._belegadresse,
            "anfang": textstelle.anfang,
            "datum": mit_sprache(format.zeitpunkt),
            "tag": mit_sprache(format.tag),
            "menge": mit_sprache(format.menge),
            "spanne": mit_sprache(format.spanne),
            "alter": mit_sprache(format.alter),
            "datendatei": mit_sprache(format.datendatei),
            "richtung": format.richtung,
            "diagramm": diagramm.zeichne,
            "lizenz": lizenz,
            "wege": wegweiser.wege,
            "facetten": self._facetten,
            "merkmale": merkmale(self._facetten),
            "suchfacetten": partial(der_suche, verzeichnis, sprache),
            "filteradresse": _filteradresse,
            "nachbarn": self._nachbarn,
            "register": self._register,
        }


def _filteradresse(facette: Facette, wert: Wert) -> str:
    return adressen.filterseite(facette.name, wert.anker)
