"""The kinds of mutation: for which places each is, and how it is made there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from tests.redaktion.mutationen import (
    doppeltes,
    eintraege,
    felder,
    grenzen,
    harmloses,
    klartext,
    werte,
    zitate,
)
from tests.redaktion.mutationen.daten import daten, nennt_andere
from tests.redaktion.mutationen.gruppen import GRUPPEN, IN_FESTER_FOLGE, art_von, regeln
from tests.redaktion.mutationen.regelbruch import BRUECHE
from tests.redaktion.mutationen.schnitte import Mutation
from tests.redaktion.mutationen.stelle import Stelle, ist_feld


@dataclass(frozen=True)
class Art:
    """A kind of mutation: which places it takes, and how it changes one, in variants."""

    passt: Callable[[Stelle], bool]
    mache: Callable[[Stelle, int], Mutation | None]


def _ist(*arten: str) -> Callable[[Stelle], bool]:
    return lambda stelle: art_von(stelle.typ) in arten


def _entbehrlich(stelle: Stelle) -> bool:
    return ist_feld(stelle) and len(stelle.gruppe.knoten.value) > 1 and not nennt_andere(stelle)


def _veraenderlich(stelle: Stelle) -> bool:
    return bool(stelle.gruppe.art) and not nennt_andere(stelle)


def _freie_kennung(stelle: Stelle) -> bool:
    return stelle.ist_kennung and stelle.gruppe.art not in IN_FESTER_FOLGE


def _darf_umziehen(stelle: Stelle) -> bool:
    umbenannt = stelle.gruppe.feld("frueher") is not None
    return _freie_kennung(stelle) and "frueher" in regeln(stelle.gruppe.art) and not umbenannt


# Groups that stand in lists and have no id; index words have a rule of their own.
_OHNE_KENNUNG = (
    "Angabe",
    "Antwort",
    "Auszug",
    "Beleg",
    "Kontakt",
    "Luecke",
    "Messwert",
    "Pruefung",
    "Verknuepfung",
    "Widerspruch",
    "Zahlenangabe",
)


def _ist_gruppe(stelle: Stelle) -> bool:
    return stelle.liste is not None and stelle.typ in _OHNE_KENNUNG


def _ist_eintrag(stelle: Stelle) -> bool:
    return (
        stelle.typ not in IN_FESTER_FOLGE
        and stelle.name is None
        and stelle.typ in GRUPPEN
        and "id" in regeln(stelle.typ)
    )


_EINZELWERTE = ("Praxisbeispiel.stadtteile[]", "Praxisbeispiel.sprachen[]")
_SEITEN_NACH_WERT = ("Praxisbeispiel.stadtteile[]", "Praxisbeispiel.zielgruppen[]")
ARTEN = {
    "pflicht-weg": Art(lambda s: _entbehrlich(s) and s.pflicht, felder.pflicht_weg),
    "frei-weg": Art(lambda s: _entbehrlich(s) and not s.pflicht, felder.frei_weg),
    "vertippt": Art(lambda s: ist_feld(s) and not nennt_andere(s), felder.vertippt),
    "falscher-typ": Art(_veraenderlich, werte.falscher_typ),
    "null": Art(_veraenderlich, werte.null),
    "leer": Art(lambda s: _veraenderlich(s) and s.typ not in ("zahl", "wahr"), werte.leer),
    "kennung-doppelt": Art(_freie_kennung, eintraege.kennung_doppelt),
    "feld-doppelt": Art(ist_feld, felder.feld_doppelt),
    "vertauscht": Art(
        lambda s: s.typ in {f"[{art}]" for art in IN_FESTER_FOLGE}, eintraege.vertauscht
    ),
    "ins-nichts": Art(_ist("verweis"), eintraege.ins_nichts),
    "vergiftet": Art(_ist("text"), klartext.vergiftet),
    "vergiftet-im-block": Art(
        lambda s: _ist("text")(s) and s.wert.style == ">",
        klartext.vergiftet_im_block,
    ),
    "zitat-falsch": Art(lambda s: s.feld == "zitat", zitate.zitat_falsch),
    "nicht-woertlich": Art(lambda s: s.ort == "Leitlinie.text", zitate.nicht_woertlich),
    "zitat-geliehen": Art(lambda s: s in zitate.leitlinienzitate(), zitate.zitat_geliehen),
    "ohne-https": Art(_ist("https", "link"), werte.ohne_https),
    "tag-unmoeglich": Art(_ist("tag", "zeit"), werte.tag_unmoeglich),
    "zukunft": Art(_ist("tag"), werte.zukunft),
    "spanne": Art(lambda s: s.feld == "bis", werte.spanne),
    "ausserhalb": Art(_ist("ganz"), werte.ausserhalb),
    "unbekannt": Art(ist_feld, felder.unbekannt),
    "punkt-doppelt": Art(
        lambda s: s.liste is not None and s.typ not in GRUPPEN, eintraege.punkt_doppelt
    ),
    "gruppe-doppelt": Art(_ist_gruppe, eintraege.gruppe_doppelt),
    "eintrag-kopiert": Art(_ist_eintrag, eintraege.eintrag_kopiert),
    "eintrag-weg": Art(_ist_eintrag, eintraege.eintrag_weg),
    "kennung-zu-lang": Art(_freie_kennung, grenzen.kennung_zu_lang),
    "kennung-vergeben": Art(_freie_kennung, grenzen.kennung_vergeben),
    "frueher-gilt": Art(_darf_umziehen, doppeltes.frueher_gilt),
    "frueher-vergeben": Art(_darf_umziehen, doppeltes.frueher_vergeben),
    "frueher-doppelt": Art(_darf_umziehen, doppeltes.frueher_doppelt),
    "wort-doppelt": Art(lambda s: s.ort in doppeltes.WORTE, doppeltes.wort_doppelt),
    # What is put together of two is no quotation, and has a sentence for that too.
    "absatz": Art(
        lambda s: _ist("text")(s) and s.feld != "zitat" and s.ort != "Leitlinie.text",
        grenzen.absatz,
    ),
    "aufzaehlung": Art(_ist("text"), grenzen.aufzaehlung),
    "titel-lang": Art(lambda s: s.ort == "Ereignis.titel", grenzen.titel_lang),
    "wort-lang": Art(lambda s: s.ort == "Suchbegriff.wort", grenzen.wort_lang),
    "unter-null": Art(_ist("zahl"), grenzen.unter_null),
    "frueh": Art(_ist("tag", "zeit"), grenzen.frueh),
    "fern": Art(_ist("zeit"), grenzen.fern),
    "mehrere": Art(lambda s: s.ort in _EINZELWERTE, grenzen.mehrere),
    "zeichen-am-ende": Art(lambda s: s.ort in _EINZELWERTE, grenzen.zeichen_am_ende),
    "ohne-adresse": Art(lambda s: s.ort in _SEITEN_NACH_WERT, grenzen.ohne_adresse),
    "adresse-zu-lang": Art(lambda s: s.ort in _SEITEN_NACH_WERT, grenzen.adresse_zu_lang),
    "gleiche-adresse": Art(lambda s: s.ort in _SEITEN_NACH_WERT, grenzen.gleiche_adresse),
    "zitat-in-zeichen": Art(lambda s: s.feld == "zitat", zitate.zitat_in_zeichen),
    "zitat-erfunden": Art(lambda s: s.feld == "zitat", zitate.zitat_erfunden),
    "zitat-ohne-abdruck": Art(zitate.ist_ohne_abdruck, zitate.zitat_ohne_abdruck),
    "quelle-umbenannt": Art(lambda s: s.ort == "Quelle.id", zitate.quelle_umbenannt),
    "nicht-amtlich": Art(lambda s: s.ort == "Quelle.art", zitate.nicht_amtlich),
    **{name: Art(bruch.passt, bruch.mache) for name, bruch in BRUECHE.items()},
    "harmlos": Art(ist_feld, harmloses.harmlos),
}


@cache
def stellen_fuer(art: str) -> dict[str, list[Stelle]]:
    """Gives the places of a kind by group and field, so that long lists do not crowd out others."""
    je_ort = defaultdict(list)
    for stelle in daten().stellen:
        if ARTEN[art].passt(stelle):
            je_ort[stelle.ort].append(stelle)
    return dict(sorted(je_ort.items()))


def mutiere(art: str, stelle: Stelle, variante: int) -> Mutation | None:
    """Gives a mutation of a kind, or None where the place does not allow this variant."""
    mutation = ARTEN[art].mache(stelle, variante)
    return mutation and Mutation(art, mutation.wo, mutation.schnitte, mutation.bereiche)
