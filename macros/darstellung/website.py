"""One language's site, ready for any renderer: its pages and what stands around them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from macros.formular import daten as formulardaten
from macros.formular import seite as formularseite
from macros.modell import Konzept, Praxisbeispiel
from macros.seitenplan import adressen
from macros.seitenplan.durchsicht import Durchsichten
from macros.seitenplan.seite import Seite
from macros.seitenplan.seiten import seiten
from macros.seitenplan.umleitungen import umleitungen
from macros.seitenplan.verzeichnis import Verzeichnis
from macros.sprache import Sprache
from macros.suche.dokument import Prosa, aus_html
from macros.suche.verzeichnis import Suchverzeichnis

from . import seitenfuss
from .aktualitaet import letzte_aenderung, nach_tagen
from .bausteine import Bausteine
from .seitenfuss import Seitenfuss
from .teilen import KARTENMASS, Teilen, teilen

# Imprint and the like come after pages about the concept.
PROSA_GEWICHT = 0.5
BAUSTEINE = (
    "kontakt",
    "betreiber",
    "betriebsart",
    "protokoll",
    "geltung",
    "bewertung",
    "pruefungen",
    "luecken",
    "kurztaste",
    "erstellung",
    "auffaelligkeiten",
    "formularlink",
    "teilen_hinweis",
    "daten_dateien",
    "daten_lizenz",
    "daten_adresse",
)


class Website:
    """Everything a renderer needs: `seiten` by address, their HTML, and what stands below it.

    `aenderungen` are days of the last change by id, `stand` is the day of this version.
    """

    def __init__(
        self,
        konzept: Konzept,
        sprache: Sprache,
        vorlagen: Path,
        aenderungen: Mapping[str, date] | None = None,
        stand: date = date.min,
    ) -> None:
        self.konzept, self.sprache = konzept, sprache
        self.aenderungen, self._stand = aenderungen or {}, stand
        self.verzeichnis = Verzeichnis(konzept)
        self._durchsichten = Durchsichten(konzept)
        self.seiten = {s.adresse: s for s in seiten(self.verzeichnis, sprache)}
        self._bausteine = Bausteine(self.verzeichnis, sprache, vorlagen)

    @property
    def name(self) -> str:
        """The site's name; a demonstrator says so."""
        titel = self.konzept.leitlinien.konzept.titel
        if self.konzept.betrieb.betrieb == "demonstrator":
            return self.sprache("rahmen.name_demonstrator", titel=titel)
        return titel

    def absolut(self, ziel: str) -> str | None:
        """Gives a whole address; None where the operator has none yet."""
        return adressen.absolut(ziel, self.konzept.betrieb.adresse)

    def html(self, adresse: str) -> str:
        """Gives the content of a generated page; KeyError for an unknown address."""
        seite = self.seiten[adresse]
        if seite.vorlage != "praxisbeispiel":
            return self._bausteine.seite(seite)
        beispiel = self.verzeichnis.praxisbeispiele[seite.kennung]
        return self._bausteine.seite(seite, teilen=self.teilen(beispiel), mass=KARTENMASS)

    def teilen(self, beispiel: Praxisbeispiel) -> Teilen:
        """Gives what others need to link, quote and show a Praxisbeispiel."""
        wurzel = self.konzept.betrieb.adresse
        return teilen(beispiel, wurzel, self.name, self._stand, self.sprache)

    def zuletzt_geaendert(self, von: str) -> str:
        """Gives the list of what was changed last, for the page at address `von`."""
        tage = nach_tagen((self.geaendert(s), s) for s in self.seiten.values() if s.kennung)
        return self._bausteine.html("zuletzt_geaendert", von, geaendert=tage)

    def baustein(self, vorlage: str, von: str, **werte: Any) -> str:
        """Gives a block by name: hand-written pages call some, outputs others with values."""
        return self._bausteine.html(vorlage, von, **werte)

    def formular(self) -> str:
        """Gives the content of the form page, which is none of `seiten`."""
        werte = formularseite.werte(self.verzeichnis, self.sprache)
        return self._bausteine.html("redaktion-neu", formularseite.ADRESSE, **werte)

    def formulardateien(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """Gives address and content of what the form loads once its page stands."""
        return formulardaten.dateien(self.konzept, self.sprache)

    def umleitungen(self) -> dict[str, str]:
        """Gives the HTML of the pages that lead on, by their old address."""
        return {
            alt: self._bausteine.html("umleitung", alt, nach=neu, name=self.name)
            for alt, neu in umleitungen(self.konzept).items()
            if alt.endswith("/")
        }

    def suche(self, prosa: Iterable[Prosa]) -> Suchverzeichnis:
        """Gives what the search knows of all pages; `prosa` are those written by hand."""
        art = self.sprache("eintrag.seiten")
        dokumente = [aus_html(seite, art, PROSA_GEWICHT) for seite in prosa]
        return Suchverzeichnis(self.verzeichnis, self.seiten.values(), self.sprache, dokumente)

    def grabsteine(self, adresse: str) -> str:
        """Gives what stands at the end of a page for its anchors that are gone; "" if none."""
        weg = self.verzeichnis.grabsteine_auf(adresse)
        return self._bausteine.html("grabsteine", adresse, weg=weg) if weg else ""

    def fuss(self, adresse: str, titel: str, quelldatei: str, heute: date) -> Seitenfuss:
        """Gives what stands below the text of a page.

        Title and file, as seen from `docs`, count where it is written by hand.
        """
        if seite := self.seiten.get(adresse):
            return seitenfuss.zur_seite(
                seite, self.konzept, self._durchsichten, self.aenderungen, heute, self.sprache
            )
        return seitenfuss.zur_prosa(titel, adresse, quelldatei, self.konzept.betrieb, self.sprache)

    def geaendert(self, seite: Seite) -> date | None:
        """Gives the day on which what a page tells was last changed, if it is known."""
        return letzte_aenderung(seite, self.konzept, self.aenderungen, self._durchsichten)
