"""From the model to the records of the contract."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import TypedDict

from macros.modell import Handlungsfeld, Kennzahl, Leitlinie, Praxisbeispiel
from macros.seitenplan import adressen
from macros.seitenplan.verzeichnis import Verzeichnis

from . import satzteile
from .vertrag import (
    BelegDaten,
    EintragDaten,
    HandlungsfeldDaten,
    KennzahlDaten,
    LeitlinieDaten,
    PraxisbeispielDaten,
    QuelleDaten,
)


class _Allgemeines(TypedDict):
    """What every record says of itself, whatever its kind."""

    id: str
    pfad: str
    url: str | None
    sprache: str
    belege: tuple[BelegDaten, ...]
    geaendert_am: date | None
    frueher: tuple[str, ...] | None


class Saetze:
    """Makes the records of one concept; `aenderungen` are days of the last change by id."""

    def __init__(
        self, verzeichnis: Verzeichnis, aenderungen: Mapping[str, date], sprache: str
    ) -> None:
        self._v, self._aenderungen, self._sprache = verzeichnis, aenderungen, sprache
        self._teile = satzteile.Satzteile(verzeichnis.quellen)

    @cached_property
    def praxisbeispiele(self) -> tuple[PraxisbeispielDaten, ...]:
        """Every Praxisbeispiel, in the order of the data."""
        return tuple(map(self._praxisbeispiel, self._v.konzept.praxisbeispiele))

    @cached_property
    def leitlinien(self) -> tuple[LeitlinieDaten, ...]:
        """Every Leitlinie, in the order of the data."""
        return tuple(self._leitlinie(x, feld) for x, feld in self._v.leitlinien.values())

    def handlungsfelder(self) -> tuple[HandlungsfeldDaten, ...]:
        """Gives the seven Handlungsfelder, in the official order."""
        return tuple(
            HandlungsfeldDaten(
                id=feld.id,
                nummer=nummer,
                titel=feld.titel,
                pfad=adressen.eintrag("handlungsfelder", feld.id),
            )
            for nummer, feld in enumerate(self._v.handlungsfelder.values(), start=1)
        )

    @cached_property
    def zahlen(self) -> tuple[KennzahlDaten, ...]:
        """Every figure of the concept, in the order of the data."""
        return tuple(map(self._kennzahl, self._v.konzept.zahlen))

    def quellen(self) -> tuple[QuelleDaten, ...]:
        """Gives every source."""
        return tuple(map(satzteile.quelle, self._v.konzept.quellen))

    def eintraege(self) -> tuple[EintragDaten, ...]:
        """Gives every Praxisbeispiel and every Leitlinie."""
        return (*self.praxisbeispiele, *self.leitlinien)

    def quellen_von(self, satz: EintragDaten) -> tuple[QuelleDaten, ...]:
        """Gives the sources that a record names, in the order of the data."""
        genannt = {beleg.quelle for beleg in satz.belege}
        if isinstance(satz, PraxisbeispielDaten):
            genannt |= {b.quelle for zahl in satz.zahlen or () for b in zahl.belege}
            genannt |= {a.quelle for w in satz.widersprueche or () for a in w.antworten}
        return tuple(satzteile.quelle(q) for k, q in self._v.quellen.items() if k in genannt)

    def _leitlinie(self, leitlinie: Leitlinie, feld: Handlungsfeld) -> LeitlinieDaten:
        return LeitlinieDaten(
            **self._allgemeines("leitlinien", leitlinie),
            handlungsfeld=feld.id,
            text=leitlinie.text,
            wortlaut=leitlinie.wortlaut,
            geprueft_am=feld.geprueft_am,
        )

    def _praxisbeispiel(self, b: Praxisbeispiel) -> PraxisbeispielDaten:
        return PraxisbeispielDaten(
            **self._allgemeines("praxisbeispiele", b),
            wortlaut="redaktionell",
            titel=b.titel,
            kurztitel=b.kurztitel,
            handlungsfeld=b.handlungsfeld,
            kurz=b.kurz,
            beschreibung=b.beschreibung,
            traeger=b.traeger,
            stand=b.stand,
            geprueft_am=b.geprueft_am,
            leitlinien=b.leitlinien,
            partner=b.partner,
            zielgruppen=b.zielgruppen,
            seit=satzteile.iso(b.seit),
            bis=satzteile.iso(b.bis),
            stadtteile=b.stadtteile,
            sprachen=b.sprachen,
            zahlen=tuple(map(self._teile.zahl, b.zahlen)) if b.zahlen else None,
            finanzierung=b.finanzierung,
            links=tuple(map(satzteile.link, b.links)) if b.links else None,
            widersprueche=satzteile.widersprueche(b.widersprueche),
            suchbegriffe=b.suchbegriffe,
        )

    def _url(self, pfad: str) -> str | None:
        return adressen.absolut(pfad, self._v.konzept.betrieb.adresse)

    def _allgemeines(self, liste: str, eintrag: Leitlinie | Praxisbeispiel) -> _Allgemeines:
        pfad = adressen.eintrag(liste, eintrag.id)
        return {
            "id": eintrag.id,
            "pfad": pfad,
            "url": self._url(pfad),
            "sprache": self._sprache,
            "belege": self._teile.belege(eintrag.belege),
            "geaendert_am": self._aenderungen.get(eintrag.id),
            "frueher": eintrag.frueher,
        }

    def _kennzahl(self, kennzahl: Kennzahl) -> KennzahlDaten:
        pfad = adressen.eintrag("zahlen", kennzahl.id)
        return KennzahlDaten(
            id=kennzahl.id,
            pfad=pfad,
            url=self._url(pfad),
            sprache=self._sprache,
            titel=kennzahl.titel,
            text=kennzahl.text,
            einheit=kennzahl.einheit,
            werte=tuple(map(self._teile.messwert, kennzahl.werte)),
            widersprueche=satzteile.widersprueche(kennzahl.widersprueche),
            geprueft_am=kennzahl.geprueft_am,
            geaendert_am=self._aenderungen.get(kennzahl.id),
            frueher=kennzahl.frueher,
        )
