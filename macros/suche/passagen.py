"""From the model to documents: what stands on each page of the data, passage by passage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from macros.modell import (
    Abschnitt,
    Handlungsfeld,
    Kapitel,
    Leitlinie,
    Praxisbeispiel,
    Widerspruch,
)
from macros.seitenplan.seite import Seite
from macros.seitenplan.verzeichnis import Verzeichnis
from macros.sprache import Sprache

from .dokument import Passage
from .texte import mit_ende, saetze, text

# The titles of a page's sections by their anchor.
Titel = Mapping[str, str]


class Passagen:
    """Makes the passages of generated pages in one language."""

    def __init__(self, verzeichnis: Verzeichnis, sprache: Sprache) -> None:
        self._v, self._w = verzeichnis, sprache

    def von(self, seite: Seite) -> Iterator[Passage]:
        """Gives the passages of a page in their order; the first is its beginning.

        A section is called as in the page's outline; KeyError for one that is not there.
        """
        titel = {abschnitt.anker: abschnitt.titel for abschnitt in seite.gliederung}
        if seite.vorlage == "kapitel":
            yield from self._kapitel(self._v.kapitel[seite.kennung], titel)
        elif seite.vorlage == "handlungsfeld":
            yield from self._feld(self._v.handlungsfelder[seite.kennung], titel)
        elif seite.vorlage == "praxisbeispiel":
            yield from self._beispiel(self._v.praxisbeispiele[seite.kennung], titel)
        else:
            yield Passage("", "", seite.beschreibung)
            yield from self._uebersicht(seite.vorlage, titel)

    def _uebersicht(self, name: str, titel: Titel) -> Iterator[Passage]:
        match name:
            case "konzept":
                yield from self._konzept(titel)
            case "leitlinien":
                yield from self._leitlinien()
            case "beratung":
                yield from self._beratung(titel)
            case _:
                yield from self._liste(name)

    def _kapitel(self, kapitel: Kapitel, titel: Titel) -> Iterator[Passage]:
        yield Passage("", "", kapitel.kurz)
        yield from self._abschnitte(kapitel.abschnitte)
        yield from self._widersprueche(kapitel.widersprueche, titel)

    def _feld(self, feld: Handlungsfeld, titel: Titel) -> Iterator[Passage]:
        alltag = f"{feld.alltag}." if feld.alltag else None
        kopf = (alltag, feld.kurz, feld.beschreibung, feld.belege)
        yield Passage("", "", text(self._w, *kopf))
        for leitlinie in feld.leitlinien:
            yield self._leitlinie(leitlinie)
            yield Passage(leitlinie.id, self._w("beleg.titel"), text(self._w, leitlinie.belege))
        for schwerpunkt in feld.schwerpunkte or ():
            yield Passage(schwerpunkt.id, schwerpunkt.titel, text(self._w, schwerpunkt))
        beispiele = [text(self._w, b.kurztitel + ":", b.kurz) for b in self._v.beispiele(feld.id)]
        if beispiele:
            yield _abschnitt("praxisbeispiele", titel, " ".join(beispiele))
        angebote = [text(self._w, a.kurztitel + ":", a.kurz) for a in self._v.angebote_im(feld.id)]
        if angebote:
            yield _abschnitt("beratung", titel, " ".join(angebote))
        yield from self._widersprueche(feld.widersprueche, titel)

    def _beispiel(self, beispiel: Praxisbeispiel, titel: Titel) -> Iterator[Passage]:
        yield Passage("", "", beispiel.kurz)
        yield _abschnitt("beschreibung", titel, text(self._w, beispiel.beschreibung))
        angaben = ("traeger", "zielgruppen", "stadtteile", "sprachen", "partner", "finanzierung")
        zeilen = [
            mit_ende(f"{self._w(f'beispiel.{name}')}: " + ", ".join(saetze(self._w, wert)), ".")
            for name in angaben
            if (wert := getattr(beispiel, name))
        ]
        yield _abschnitt("auf-einen-blick", titel, " ".join(zeilen))
        if beispiel.zahlen:
            yield _abschnitt("zahlen", titel, text(self._w, beispiel.zahlen))
        yield from self._widersprueche(beispiel.widersprueche, titel)

    def _konzept(self, titel: Titel) -> Iterator[Passage]:
        rahmen = self._v.konzept.leitlinien.konzept
        yield Passage("", "", text(self._w, rahmen.untertitel + ".", rahmen.kurz))
        yield from self._abschnitte((*rahmen.perspektiven, *rahmen.abschnitte))
        zeilen = [f"{k.titel}: {k.kurz}" for k in self._v.konzept.leitlinien.kapitel]
        yield _abschnitt("kapitel", titel, " ".join(zeilen))

    def _leitlinien(self) -> Iterator[Passage]:
        for leitlinie, feld in self._v.leitlinien.values():
            yield self._leitlinie(leitlinie, self._w("suche.leitlinie", titel=feld.titel))

    def _beratung(self, titel: Titel) -> Iterator[Passage]:
        yield Passage("", "", self._w("beratung.einleitung"))
        for angebot in self._v.konzept.beratung.angebote:
            yield Passage(angebot.id, angebot.titel, text(self._w, angebot))
        erklaert = [f"{a.titel}: {a.erklaerung}" for a in self._v.konzept.beratung.aufenthalt]
        yield _abschnitt("aufenthalt", titel, " ".join(erklaert))

    def _liste(self, name: str) -> Iterator[Passage]:
        """One passage an entry, for overviews that are nothing but a list of them."""
        listen = {"entstehung": "zeitleiste", "zahlen": "zahlen"}
        if name == "glossar":
            for begriff in self._v.konzept.glossar:
                yield Passage(
                    begriff.id, begriff.begriff, text(self._w, begriff.kurz, begriff.text)
                )
        elif name == "quellen":
            for quelle in self._v.konzept.quellen:
                herausgeber = mit_ende(quelle.herausgeber, ".")
                yield Passage(quelle.id, quelle.titel, text(self._w, herausgeber, quelle.anmerkung))
        elif name in listen:
            for eintrag in getattr(self._v.konzept, listen[name]):
                yield Passage(eintrag.id, eintrag.titel, text(self._w, eintrag))

    def _abschnitte(self, abschnitte: Iterable[Abschnitt]) -> Iterator[Passage]:
        for a in abschnitte:
            yield Passage(a.id, a.titel, text(self._w, a))

    def _leitlinie(self, leitlinie: Leitlinie, titel: str = "") -> Passage:
        kopf = titel or self._w("eintrag.leitlinien")
        return Passage(leitlinie.id, kopf, leitlinie.text, leitlinie.wortlaut)

    def _widersprueche(
        self, liste: tuple[Widerspruch, ...] | None, titel: Titel
    ) -> Iterator[Passage]:
        if liste:
            yield _abschnitt("widersprueche", titel, text(self._w, liste))


def _abschnitt(anker: str, titel: Titel, inhalt: str) -> Passage:
    return Passage(anker, titel[anker], inhalt)
