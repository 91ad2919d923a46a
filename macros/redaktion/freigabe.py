"""What a site needs before it may be called ready for the public."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.modell import Konzept
from macros.seitenplan.durchsicht import Durchsichten, ist_faellig
from macros.sprache import Sprache

from .nachtrag import fehlende

# § 5 DDG and § 18 MStV (who, where, how to reach), Art. 13 DSGVO (who keeps what, how long).
_ANGABEN = (
    "name",
    "anschrift",
    "vertretung",
    "email",
    "formular",
    "datenschutzbeauftragte_stelle",
    "hoster",
    "protokoll",
    "protokoll_tage",
)
# BITVNRW § 4 (4): the statement is reviewed at least once a year.
_ERKLAERUNG_MONATE = 12


def offene_punkte(konzept: Konzept, heute: date, sprache: Sprache) -> list[str]:
    """Gives a sentence for everything that keeps the site from going public."""
    return [
        *_betreiber(konzept, sprache),
        *_barrierefreiheit(konzept, heute, sprache),
        *_adressen(konzept, sprache),
    ]


def hinweise(konzept: Konzept, heute: date, sprache: Sprache) -> list[str]:
    """Gives a sentence for everything that should be looked at before, and may stay."""
    return list(_inhalte(konzept, heute, sprache))


def _betreiber(konzept: Konzept, sprache: Sprache) -> Iterator[str]:
    betrieb = konzept.betrieb
    if betrieb.adresse is None:
        yield sprache("freigabe.adresse")
    for feld in _ANGABEN:
        if getattr(betrieb.betreiber, feld) is None:
            erklaerung = sprache(f"feld_von.Betreiber.{feld}")
            yield sprache("freigabe.betreiber", feld=feld, erklaerung=erklaerung)


def _barrierefreiheit(konzept: Konzept, heute: date, sprache: Sprache) -> Iterator[str]:
    erklaerung = konzept.betrieb.barrierefreiheit
    if erklaerung is None:
        yield sprache("freigabe.erklaerung_fehlt")
    else:
        if ist_faellig(erklaerung.erklaert_am, heute, _ERKLAERUNG_MONATE):
            yield sprache("freigabe.erklaerung_alt")
        if erklaerung.vereinbarkeit is None:
            yield sprache("freigabe.bewertung_fehlt")


def _adressen(konzept: Konzept, sprache: Sprache) -> Iterator[str]:
    if neue := fehlende(konzept, sprache):
        yield sprache("freigabe.adressen", anzahl=len(neue), erste=neue[0])


def _inhalte(konzept: Konzept, heute: date, sprache: Sprache) -> Iterator[str]:
    for eintrag in Durchsichten(konzept).faellige(heute):
        yield sprache("freigabe.faellig", name=eintrag.name)
    auszug = [quelle.id for quelle in konzept.quellen if quelle.gelesen == "auszug"]
    if auszug:
        yield sprache("freigabe.auszug", anzahl=len(auszug), liste=", ".join(auszug))
    ungeprueft = [s.name for s in konzept.beratung.orientierung if s.geprueft == "nein"]
    if ungeprueft:
        yield sprache("freigabe.sprachen", liste=", ".join(ungeprueft))
    if woerter := sum(1 for begriff in konzept.suchbegriffe if begriff.geprueft == "nein"):
        yield sprache("freigabe.woerter", anzahl=woerter)
