"""From the model to the records of the contract."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import TypedDict

from macros.darstellung import textstelle
from macros.modell import (
    Beleg,
    Handlungsfeld,
    Leitlinie,
    Praxisbeispiel,
    Quelle,
    Verknuepfung,
    Widerspruch,
    Zahlenangabe,
    Zeitpunkt,
)
from macros.seitenplan import adressen
from macros.seitenplan.verzeichnis import Verzeichnis

from .vertrag import (
    AntwortDaten,
    BelegDaten,
    EintragDaten,
    HandlungsfeldDaten,
    LeitlinieDaten,
    LinkDaten,
    PraxisbeispielDaten,
    QuelleDaten,
    WiderspruchDaten,
    ZahlDaten,
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

    def url(self, pfad: str) -> str | None:
        """Gives the whole address of a path; None where the operator has none yet."""
        basis = self._v.konzept.betrieb.adresse
        return basis and basis + pfad

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

    def quellen(self) -> tuple[QuelleDaten, ...]:
        """Gives every source."""
        return tuple(map(_quelle, self._v.konzept.quellen))

    def eintraege(self) -> tuple[EintragDaten, ...]:
        """Gives every Praxisbeispiel and every Leitlinie."""
        return (*self.praxisbeispiele, *self.leitlinien)

    def quellen_von(self, satz: EintragDaten) -> tuple[QuelleDaten, ...]:
        """Gives the sources that a record names, in the order of the data."""
        genannt = {beleg.quelle for beleg in satz.belege}
        if isinstance(satz, PraxisbeispielDaten):
            genannt |= {b.quelle for zahl in satz.zahlen or () for b in zahl.belege}
            genannt |= {a.quelle for w in satz.widersprueche or () for a in w.antworten}
        return tuple(_quelle(q) for k, q in self._v.quellen.items() if k in genannt)

    def _leitlinie(self, leitlinie: Leitlinie, feld: Handlungsfeld) -> LeitlinieDaten:
        return LeitlinieDaten(
            **self._allgemeines("leitlinien", leitlinie),
            handlungsfeld=feld.id,
            text=leitlinie.text,
            wortlaut=leitlinie.wortlaut,
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
            seit=_iso(b.seit),
            bis=_iso(b.bis),
            stadtteile=b.stadtteile,
            sprachen=b.sprachen,
            zahlen=tuple(map(self._zahl, b.zahlen)) if b.zahlen else None,
            finanzierung=b.finanzierung,
            links=tuple(map(_link, b.links)) if b.links else None,
            widersprueche=tuple(map(_widerspruch, b.widersprueche)) if b.widersprueche else None,
            suchbegriffe=b.suchbegriffe,
        )

    def _allgemeines(self, liste: str, eintrag: Leitlinie | Praxisbeispiel) -> _Allgemeines:
        pfad = adressen.eintrag(liste, eintrag.id)
        return {
            "id": eintrag.id,
            "pfad": pfad,
            "url": self.url(pfad),
            "sprache": self._sprache,
            "belege": self._belege(eintrag.belege),
            "geaendert_am": self._aenderungen.get(eintrag.id),
            "frueher": eintrag.frueher,
        }

    def _zahl(self, zahl: Zahlenangabe) -> ZahlDaten:
        return ZahlDaten(
            wert=zahl.wert,
            genauigkeit=zahl.genauigkeit,
            einheit=zahl.einheit,
            was=zahl.was,
            stand=zahl.stand.iso,
            belege=self._belege(zahl.belege),
        )

    def _belege(self, belege: Iterable[Beleg]) -> tuple[BelegDaten, ...]:
        return tuple(
            BelegDaten(
                quelle=beleg.quelle,
                zitat=beleg.zitat,
                wofuer=beleg.wofuer,
                fundstelle=beleg.zitat
                and textstelle.adresse(self._v.quellen[beleg.quelle].url, beleg.zitat),
            )
            for beleg in belege
        )


def _quelle(quelle: Quelle) -> QuelleDaten:
    return QuelleDaten(
        id=quelle.id,
        titel=quelle.titel,
        herausgeber=quelle.herausgeber,
        art=quelle.art,
        datum=_iso(quelle.datum),
        url=quelle.url,
        abgerufen=quelle.abgerufen,
        gelesen=quelle.gelesen,
        anmerkung=quelle.anmerkung,
    )


def _link(link: Verknuepfung) -> LinkDaten:
    return LinkDaten(titel=link.titel, url=link.url)


def _widerspruch(widerspruch: Widerspruch) -> WiderspruchDaten:
    return WiderspruchDaten(
        frage=widerspruch.frage,
        antworten=tuple(AntwortDaten(text=a.text, quelle=a.quelle) for a in widerspruch.antworten),
        wir_schreiben=widerspruch.wir_schreiben,
    )


def _iso(zeitpunkt: Zeitpunkt | None) -> str | None:
    return zeitpunkt.iso if zeitpunkt else None
