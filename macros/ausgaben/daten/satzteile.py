"""From the small parts of the model to those of the contract's records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from macros.darstellung import textstelle
from macros.modell import (
    Beleg,
    Messwert,
    Quelle,
    Verknuepfung,
    Widerspruch,
    Zahlenangabe,
    Zeitpunkt,
)

from .vertrag import (
    AntwortDaten,
    BelegDaten,
    LinkDaten,
    MesswertDaten,
    QuelleDaten,
    WiderspruchDaten,
    ZahlDaten,
)


class Satzteile:
    """Makes what needs the sources by id: a proof links to the very sentence in its source."""

    def __init__(self, quellen: Mapping[str, Quelle]) -> None:
        self._quellen = quellen

    def zahl(self, zahl: Zahlenangabe) -> ZahlDaten:
        """Gives a figure of a Praxisbeispiel."""
        return ZahlDaten(
            wert=zahl.wert,
            genauigkeit=zahl.genauigkeit,
            einheit=zahl.einheit,
            was=zahl.was,
            stand=zahl.stand.iso,
            belege=self.belege(zahl.belege),
        )

    def messwert(self, messwert: Messwert) -> MesswertDaten:
        """Gives a value of a figure of the concept."""
        return MesswertDaten(
            bezeichnung=messwert.bezeichnung,
            wert=messwert.wert,
            genauigkeit=messwert.genauigkeit,
            stand=messwert.stand.iso,
            belege=self.belege(messwert.belege),
        )

    def belege(self, belege: Iterable[Beleg]) -> tuple[BelegDaten, ...]:
        """Gives the proofs in their order."""
        return tuple(
            BelegDaten(
                quelle=beleg.quelle,
                zitat=beleg.zitat,
                wofuer=beleg.wofuer,
                fundstelle=beleg.zitat
                and textstelle.adresse(self._quellen[beleg.quelle].url, beleg.zitat),
            )
            for beleg in belege
        )


def quelle(quelle: Quelle) -> QuelleDaten:
    """Gives a source."""
    return QuelleDaten(
        id=quelle.id,
        titel=quelle.titel,
        herausgeber=quelle.herausgeber,
        art=quelle.art,
        datum=iso(quelle.datum),
        url=quelle.url,
        abgerufen=quelle.abgerufen,
        gelesen=quelle.gelesen,
        anmerkung=quelle.anmerkung,
    )


def link(link: Verknuepfung) -> LinkDaten:
    """Gives a link out of the site."""
    return LinkDaten(titel=link.titel, url=link.url)


def widersprueche(
    widersprueche: tuple[Widerspruch, ...] | None,
) -> tuple[WiderspruchDaten, ...] | None:
    """Gives where sources differ; None where there is nothing of the kind."""
    return tuple(map(_widerspruch, widersprueche)) if widersprueche else None


def _widerspruch(widerspruch: Widerspruch) -> WiderspruchDaten:
    return WiderspruchDaten(
        frage=widerspruch.frage,
        antworten=tuple(AntwortDaten(text=a.text, quelle=a.quelle) for a in widerspruch.antworten),
        wir_schreiben=widerspruch.wir_schreiben,
    )


def iso(zeitpunkt: Zeitpunkt | None) -> str | None:
    """Gives a time as ISO 8601 writes it, as exactly as it is known."""
    return zeitpunkt.iso if zeitpunkt else None
