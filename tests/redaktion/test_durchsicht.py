"""When an entry was last reviewed, and when it is due again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from macros.darstellung.website import Website
from macros.lauf import VORLAGEN
from macros.modell.listen import listen
from macros.seitenplan import herkunft
from macros.seitenplan.durchsicht import Durchsichten, Pruefstand, ist_faellig
from macros.seitenplan.seite import SPRACHREGISTER
from tests.orte import MINI, W, website
from tests.redaktion.eintraege import HEUTE, KONZEPT


@pytest.mark.parametrize(
    ("heute", "faellig"),
    [(date(2028, 11, 23), False), (date(2028, 11, 24), True), (date(2028, 12, 1), True)],
)
def test_faellig_nach_der_frist(heute: date, faellig: bool) -> None:
    beispiel = KONZEPT.praxisbeispiele[0].model_copy(update={"geprueft_am": HEUTE})
    konzept = replace(KONZEPT, praxisbeispiele=(beispiel,))
    assert ist_faellig(HEUTE, heute, 24) is faellig
    faellige = {eintrag.kennung for eintrag in Durchsichten(konzept).faellige(heute)}
    assert (beispiel.id in faellige) is faellig


def test_was_nie_geprueft_wurde_steht_vorn() -> None:
    nie = KONZEPT.glossar[-1].model_copy(update={"geprueft_am": None})
    konzept = replace(KONZEPT, glossar=(*KONZEPT.glossar[:-1], nie))
    faellige = Durchsichten(konzept).faellige(date(2040, 1, 1))
    assert (faellige[0].kennung, faellige[0].am) == (nie.id, None)
    assert all(eintrag.am for eintrag in faellige[1:])


def test_seite_zeigt_dass_sie_faellig_ist() -> None:
    website = Website(KONZEPT, W, VORLAGEN)
    for adresse, faellig in {
        "praxisbeispiele/mifrin/": True,
        "beratung/": True,
        "suche/": False,
        # The one that is due need not be among those that this page shows.
        "praxisbeispiele/nach/stand/laufend/": False,
    }.items():
        seite = website.seiten[adresse]
        angaben = (adresse, seite.titel, "")
        assert not website.fuss(*angaben, HEUTE).faellig
        assert website.fuss(*angaben, date(2030, 1, 1)).faellig is faellig


@pytest.mark.parametrize(
    ("adresse", "am", "alle"),
    [
        ("praxisbeispiele/einzelprojekt/", date(2026, 1, 2), False),
        ("handlungsfelder/bildung/", date(2026, 1, 5), False),
        ("handlungsfelder/teilhabe/", None, False),
        ("handlungsfelder/", None, False),
        ("konzept/zahlen/", date(2026, 1, 3), True),
        ("glossar/", None, False),
        ("praxisbeispiele/nach/stand/laufend/", date(2026, 1, 2), True),
        ("konzept/", None, False),
        ("suche/", None, False),
    ],
)
def test_seite_nennt_die_letzte_pruefung(adresse: str, am: date | None, alle: bool) -> None:
    """An overview names the oldest review, and none where an entry has none."""
    mini = website(MINI)
    seite = mini.seiten[adresse]
    stand = mini.fuss(adresse, seite.titel, "", HEUTE).geprueft
    assert stand == (Pruefstand(am, alle) if am else None)


def test_ungeprueft_bleibt_nur_was_nichts_behauptet() -> None:
    """Words people search by make no claim, and sources have the day on which they were read."""
    ganze = Website(KONZEPT, W, VORLAGEN)
    geprueft = {liste for liste, x in listen(KONZEPT).items() if hasattr(x[0], "geprueft_am")}
    ohne = {s.vorlage for s in ganze.seiten.values() if herkunft.liste(s) not in geprueft}
    assert ohne - {"startseite", "konzept"} == {"stichwoerter", "suche", SPRACHREGISTER, "quellen"}
